#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "parse/outline.h"

#include "parsing.h"

/* The outline as document_parse leaves it: "anchor: title" for sections, and
 * the anchors of all headings. */
static void assert_outline(const char *markdown, const char *sections,
    const char *anchors, const char *messages)
{
	struct parsing parsing;
	struct buffer found = { 0 };
	size_t i;

	parse(&parsing, markdown);
	for (i = 0; i < parsing.document.section_count; i++)
		buffer_format(&found, "%.*s: %.*s|",
		    TEXT_ARGUMENTS(parsing.document.sections[i].anchor),
		    TEXT_ARGUMENTS(parsing.document.sections[i].title));
	assert_text(buffer_text(&found), sections);
	buffer_clear(&found);
	for (i = 0; i < parsing.document.anchor_count; i++)
		buffer_format(&found, "%.*s ",
		    TEXT_ARGUMENTS(parsing.document.anchor_names[i]));
	assert_text(buffer_text(&found), anchors);
	assert_messages(&parsing, messages);
	buffer_release(&found);
	parsing_release(&parsing);
}

/* One heading with an anchor and no messages. */
static void assert_heading(const char *markdown, const char *anchor,
    const char *title)
{
	struct parsing parsing;

	parse(&parsing, markdown);
	assert_int_equal(parsing.document.section_count, 1);
	assert_text(parsing.document.sections[0].anchor, anchor);
	assert_text(parsing.document.sections[0].title, title);
	assert_messages(&parsing, "");
	parsing_release(&parsing);
}

static void attributes_are_taken_off_the_title(void **state)
{
	(void)state;
	assert_heading("## A b {#c}", "c", "A b");
	assert_heading("## A b{#c}", "c", "A b");
	assert_heading("## A b {#c} ##", "c", "A b");
	assert_heading("## A b { #c }  ", "c", "A b");
	assert_heading("A b {#c}\n---", "c", "A b");
	assert_heading("A\nb\n{#c}\n---", "c", "A b");
	assert_heading("A\\\n{#c}\n---", "c", "A");
	assert_heading("## {#c}", "c", "");
	assert_heading("## *A* {#c}", "c", "A");
	assert_heading("## `{#a}` {#c}", "c", "{#a}");
	assert_heading("## A {#c_d_e}\r\n", "c_d_e", "A");
}

static void escaped_braces_are_text(void **state)
{
	(void)state;
	assert_heading("## A \\{#b}", "a-b", "A {#b}");
	assert_heading("## A &#123;#b}", "a-b", "A {#b}");
	assert_heading("## A `{#b}`", "a-b", "A {#b}");
	assert_heading("## A \\{#b} {#c}", "c", "A {#b}");
	assert_heading("## `{#a}` \\{#b}", "a-b", "{#a} {#b}");
	assert_heading("## A }", "a", "A }");
	assert_heading("## A { b", "a-b", "A { b");
	assert_heading("## A {b} c", "a-b-c", "A {b} c");
}

static void anchors_are_composed(void **state)
{
	(void)state;
	assert_heading("## A {#a\xCC\x88}", "ä", "A");
	assert_heading("## a\xCC\x88", "ä", "ä");
}

static void principles_are_annotations_with_places(void **state)
{
	struct parsing parsing;
	const struct section_text *section;

	(void)state;
	parse(&parsing,
	    "x\n\n## Kuuntele ä {#b principles=\"listen  calm\"} ##\n");
	section = &parsing.document.sections[1];
	assert_int_equal(section->annotation_count, 2);
	assert_text(section->annotations[0].id, "listen");
	assert_int_equal(section->annotations[0].place.offset, 34);
	assert_text(section->annotations[1].id, "calm");
	assert_int_equal(section->annotations[1].place.offset, 42);
	assert_int_equal(section->place.offset, 3);
	assert_messages(&parsing, "");
	parsing_release(&parsing);

	parse(&parsing, "## A {principles=listen}\n");
	assert_int_equal(parsing.document.sections[0].annotation_count, 1);
	assert_text(parsing.document.sections[0].anchor, "a");
	parsing_release(&parsing);
}

static void empty_principles_are_none(void **state)
{
	struct parsing parsing;

	(void)state;
	parse(&parsing, "## A {principles=\"\"}\n");
	assert_int_equal(parsing.document.sections[0].annotation_count, 0);
	assert_messages(&parsing, "");
	parsing_release(&parsing);
}

/* What is shown to authors as right. */
#define EXAMPLE "{#anchor principles=\"id id\"}"

static void broken_attributes_are_reported_where_they_break(void **state)
{
	(void)state;
	assert_outline("## A {listen}", "a: A|", "a ",
	    "attributes-syntax 1:7 " EXAMPLE "\n");
	assert_outline("## Ä {#b listen}", "b: Ä|", "b ",
	    "attributes-syntax 1:10 " EXAMPLE "\n");
	assert_outline("## A {#b principles=\"c}", "b: A|", "b ",
	    "attributes-syntax 1:21 " EXAMPLE "\n");
	assert_outline("## A {#b #c}", "b: A|", "b ",
	    "attributes-syntax 1:10 " EXAMPLE "\n");
	assert_outline("## A {principles=b principles=c}", "a: A|", "a ",
	    "attributes-syntax 1:20 " EXAMPLE "\n");
	assert_outline("> ## A {#}", ": |", "a ", "attributes-syntax 1:9 " EXAMPLE "\n");
}

static void braces_left_open_or_followed_are_reported(void **state)
{
	(void)state;
	assert_outline("## A {#b", "a-b: A {#b|", "a-b ",
	    "attributes-syntax 1:6 " EXAMPLE "\n");
	assert_outline("## A {#b} c", "a-b-c: A {#b} c|", "a-b-c ",
	    "attributes-syntax 1:6 " EXAMPLE "\n");
	assert_outline("## A {#b} {#c}", "c: A {#b}|", "c ",
	    "attributes-syntax 1:6 " EXAMPLE "\n");
	assert_outline("## A {#*b*}", "a-b: A {#b}|", "a-b ",
	    "attributes-syntax 1:6 " EXAMPLE "\n");
}

static void unknown_attributes_are_warned_of(void **state)
{
	(void)state;
	assert_outline("## A {#b .c principle=d e=f}", "b: A|", "b ",
	    "attribute-unknown 1:10 .c,\n"
	    "attribute-unknown 1:13 principle,principles\n"
	    "attribute-unknown 1:25 e,\n");
}

static void anchors_that_break_markup_are_reported(void **state)
{
	(void)state;
	assert_outline("## A {#b'c}", "a: A|", "a ",
	    "anchor-invalid 1:8 b'c\n");
	assert_outline("## A {#b&c}", "a: A|", "a ",
	    "anchor-invalid 1:8 b&c\n");
	assert_outline("## A {#\"b\"}", "a: A|", "a ",
	    "anchor-invalid 1:8 \"b\"\n");
	assert_outline("## A {#b>}", "a: A|", "a ",
	    "anchor-invalid 1:8 b>\n");
}

static void explicit_duplicates_are_errors(void **state)
{
	(void)state;
	assert_outline("## A {#x}\n## B {#x}\n> ### C {#x}\n",
	    "x: A|x-2: B|", "x x-2 x-3 ",
	    "anchor-twice 2:8 x\nanchor-twice 3:11 x\n");
	/* The same, once composed and once decomposed. */
	assert_outline("## A {#ä}\n## B {#a\xCC\x88}\n", "ä: A|ä-2: B|",
	    "ä ä-2 ", "anchor-twice 2:8 ä\n");
}

static void automatic_anchors_are_numbered(void **state)
{
	(void)state;
	assert_outline("## A\n## A\n## A\n", "a: A|a-2: A|a-3: A|",
	    "a a-2 a-3 ", "");
	assert_outline("## A\n## A\n## A 2\n", "a: A|a-2: A|a-2-2: A 2|",
	    "a a-2 a-2-2 ", "");
	assert_outline("## ?\n## !\n", "section: ?|section-2: !|",
	    "section section-2 ", "");
	assert_outline("## Iı\n", "ıı: Iı|", "ıı ", ""); /* in Turkish */
}

static void automatic_anchors_avoid_explicit_ones(void **state)
{
	(void)state;
	assert_outline("## A\n## B {#a}\n## A\n## C {#a-3}\n",
	    "a-2: A|a: B|a-4: A|a-3: C|", "a-2 a a-4 a-3 ", "");
}

static void thousands_of_equal_headings_are_numbered_quickly(void **state)
{
	enum { COUNT = 20000 };
	struct buffer markdown = { 0 };
	struct parsing parsing;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT; i++)
		buffer_add_string(&markdown, "# A\n");
	buffer_add_char(&markdown, '\0');
	parse(&parsing, markdown.bytes);
	assert_int_equal(parsing.document.anchor_count, COUNT - 1);
	assert_text(parsing.document.anchor_names[COUNT - 2], "a-19999");
	parsing_release(&parsing);
	buffer_release(&markdown);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(attributes_are_taken_off_the_title),
		cmocka_unit_test(escaped_braces_are_text),
		cmocka_unit_test(anchors_are_composed),
		cmocka_unit_test(principles_are_annotations_with_places),
		cmocka_unit_test(empty_principles_are_none),
		cmocka_unit_test(
		    broken_attributes_are_reported_where_they_break),
		cmocka_unit_test(braces_left_open_or_followed_are_reported),
		cmocka_unit_test(unknown_attributes_are_warned_of),
		cmocka_unit_test(anchors_that_break_markup_are_reported),
		cmocka_unit_test(explicit_duplicates_are_errors),
		cmocka_unit_test(automatic_anchors_are_numbered),
		cmocka_unit_test(automatic_anchors_avoid_explicit_ones),
		cmocka_unit_test(
		    thousands_of_equal_headings_are_numbered_quickly),
	};

	return cmocka_run_group_tests_name("parse/outline", tests, NULL, NULL);
}
