#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "parse/document.h"
#include "parse/walk.h"

#include "parsing.h"

#include <cmark.h>

/* A renderer that writes the addresses of nodes: "paragraph a.1|". */
static void render_addresses(struct body_writer *out,
    struct document_parser *parser, struct cmark_node *first,
    struct cmark_node *last)
{
	struct walk walk = walk_siblings(first, last);

	while (walk_next(&walk)) {
		struct text address = { 0 };

		if (walk.entering && cmark_node_get_type(walk.node) <=
			CMARK_NODE_LAST_BLOCK)
			address = document_address(parser, walk.node);
		if (!text_is_empty(address))
			buffer_format(&out->bytes, "%s %.*s|",
			    cmark_node_get_type_string(walk.node),
			    TEXT_ARGUMENTS(address));
	}
}

static void render_nothing(struct body_writer *out,
    struct document_parser *parser, struct cmark_node *parent)
{
	(void)out;
	(void)parser;
	(void)parent;
}

/* The bodies of all sections, each on a line of its own. */
static void assert_addresses(const char *markdown, const char *expected)
{
	const struct document_options options = {
		.locale = TEXT("en"),
		.render_blocks = render_addresses,
		.render_inlines = render_nothing,
	};
	struct parsing parsing;
	struct buffer found = { 0 };
	size_t i;

	parse_bytes(&parsing, text_from(markdown), &options);
	for (i = 0; i < parsing.document.section_count; i++) {
		buffer_add(&found, parsing.document.sections[i].body.bytes);
		buffer_add_char(&found, '\n');
	}
	assert_text(buffer_text(&found), expected);
	buffer_release(&found);
	parsing_release(&parsing);
}

static void blocks_count_from_the_heading_before_them(void **state)
{
	(void)state;
	assert_addresses("a\n\nb\n\n## C {#c}\n\nd\n\ne\n\n## F\n\ng\n",
	    "paragraph .1|paragraph .2|\n"
	    "paragraph c.1|paragraph c.2|\n"
	    "paragraph f.1|\n");
}

static void headings_are_number_zero_of_themselves(void **state)
{
	(void)state;
	assert_addresses("## A\n\nb\n\n### C\n\nd\n\n> #### E\n\nf\n",
	    "paragraph a.1|heading c.0|paragraph c.1|heading e.0|"
	    "paragraph e.1|\n");
}

static void what_a_translator_gets_is_counted(void **state)
{
	(void)state;
	assert_addresses(
	    "a\n\n***\n\n    b\n\n> c\n>\n> d\n\n```\ne\n```\n\nf\n",
	    "paragraph .1|code_block .2|paragraph .3|paragraph .4|"
	    "code_block .5|paragraph .6|\n");
	assert_addresses("a\n\n<div>\n\n<!-- b -->\n\nc\n",
	    "paragraph .1|paragraph .2|\n");
}

static void items_of_tight_lists_carry_their_paragraph(void **state)
{
	(void)state;
	assert_addresses("- a\n- b\n  1. c\n  2. d\n- e\n",
	    "item .1|item .2|item .3|item .4|item .5|\n");
	assert_addresses("- a\n\n- b\n", "paragraph .1|paragraph .2|\n");
	assert_addresses("- a\n\n  - b\n  - c\n",
	    "paragraph .1|item .2|item .3|\n");
}

static void only_the_first_paragraph_of_an_item_is_carried(void **state)
{
	(void)state;
	assert_addresses("- a\n  ***\n  b\n\nc\n",
	    "item .1|paragraph .2|paragraph .3|\n");
	assert_addresses("- # A\n  b\n- > c\n-\n",
	    "item a.1|heading a.0|paragraph a.2|\n");
}

struct level {
	int level;
	const char *anchor;
};

static void assert_levels(const char *markdown, const struct level *levels,
    size_t count)
{
	struct parsing parsing;
	size_t i;

	parse(&parsing, markdown);
	assert_int_equal(parsing.document.section_count, count);
	for (i = 0; i < count; i++) {
		const struct section_text *section =
		    &parsing.document.sections[i];

		assert_int_equal(section->level, levels[i].level);
		assert_text(section->anchor, levels[i].anchor);
	}
	parsing_release(&parsing);
}

#define assert_sections(markdown, ...)                                         \
	assert_levels((markdown), (const struct level[])__VA_ARGS__,           \
	    sizeof((const struct level[])__VA_ARGS__) / sizeof(struct level))

static void high_headings_begin_sections(void **state)
{
	(void)state;
	assert_sections("a\n\n# B\n\n## C\n\n### D\n\n## E\n",
	    { { 0, "" }, { 1, "b" }, { 2, "c" }, { 2, "e" } });
}

static void annotated_headings_begin_sections(void **state)
{
	(void)state;
	assert_sections("## A\n\n#### B {principles=x}\n\n##### C\n\n### D\n",
	    { { 2, "a" }, { 4, "b" }, { 3, "d" } });
}

static void headings_not_below_the_section_end_it(void **state)
{
	(void)state;
	assert_sections("## A\n\n### B {principles=x}\n\n### C\n\n#### D\n",
	    { { 2, "a" }, { 3, "b" }, { 3, "c" } });
}

static void low_headings_before_a_section_are_introduction(void **state)
{
	(void)state;
	assert_sections("### A\n\nb\n\n## C\n", { { 0, "" }, { 2, "c" } });
}

static void headings_within_blocks_begin_no_section(void **state)
{
	(void)state;
	assert_sections("> ## A\n\n- ## B\n\n## C\n",
	    { { 0, "" }, { 2, "c" } });
}

static void empty_introduction_is_left_out(void **state)
{
	(void)state;
	assert_sections("## A\n", { { 2, "a" } });
	assert_sections("<!-- b -->\n\n## A\n", { { 2, "a" } });
	assert_sections("[b]: c\n\n## A\n", { { 2, "a" } });
	assert_sections("***\n\n## A\n", { { 0, "" }, { 2, "a" } });
}

static void document_of_nothing_has_no_sections(void **state)
{
	static const char *const empty[] = { "", "\n", "\r", "<!-- a -->",
		"[a]: b" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(empty) / sizeof(empty[0]); i++) {
		struct parsing parsing;

		parse(&parsing, empty[i]);
		assert_int_equal(parsing.document.section_count, 0);
		assert_int_equal(parsing.document.block_count, 0);
		assert_int_equal(parsing.document.word_count, 0);
		assert_messages(&parsing, "");
		parsing_release(&parsing);
	}
}

static void anchors_lead_to_their_sections(void **state)
{
	struct parsing parsing;
	const struct document *document = &parsing.document;

	(void)state;
	parse(&parsing, "### A\n\n## B\n\n### C\n\n> # D\n\n## E\n");
	assert_int_equal(document->section_count, 3);
	assert_int_equal(document->anchor_count, 5);
	assert_ptr_equal(table_get(&document->anchors, TEXT("a")),
	    &document->sections[0]);
	assert_ptr_equal(table_get(&document->anchors, TEXT("b")),
	    &document->sections[1]);
	assert_ptr_equal(table_get(&document->anchors, TEXT("c")),
	    &document->sections[1]);
	assert_ptr_equal(table_get(&document->anchors, TEXT("d")),
	    &document->sections[1]);
	assert_ptr_equal(table_get(&document->anchors, TEXT("e")),
	    &document->sections[2]);
	assert_null(table_get(&document->anchors, TEXT("f")));
	parsing_release(&parsing);
}

/* The title, and whether the level-1 heading is a section. */
static void assert_title(const char *markdown, const char *title,
    size_t section_count)
{
	struct parsing parsing;

	parse(&parsing, markdown);
	assert_text(parsing.document.title, title);
	assert_int_equal(parsing.document.section_count, section_count);
	parsing_release(&parsing);
}

static void first_heading_of_level_one_is_the_title(void **state)
{
	(void)state;
	assert_title("# A *b*\n\nc\n", "A b", 1);
	assert_title("A\n===\n", "A", 0);
	assert_title("<!-- licence -->\n\n# A\n", "A", 0);
	assert_title("# A\n# B\n", "A", 1);
	assert_title("## A\n", "", 1);
	assert_title("b\n\n# A\n", "", 2);
	assert_title("<p>\n\n# A\n", "", 1);
	assert_title("> # A\n", "", 1);
}

static void title_is_no_block_and_has_no_anchor(void **state)
{
	struct parsing parsing;

	(void)state;
	parse(&parsing, "# A\n\n### A\n\nb\n");
	assert_int_equal(parsing.document.anchor_count, 1);
	assert_text(parsing.document.anchor_names[0], "a");
	assert_int_equal(parsing.document.block_count, 2);
	parsing_release(&parsing);
	parse(&parsing, "# A {#b}\n");
	assert_messages(&parsing, "attribute-unknown 1:6 #b,\n");
	parsing_release(&parsing);
}

static void assert_annotations(const struct section_text *section,
    const char *expected)
{
	struct buffer found = { 0 };
	size_t i;

	for (i = 0; i < section->annotation_count; i++)
		buffer_format(&found, "%.*s ",
		    TEXT_ARGUMENTS(section->annotations[i].id));
	assert_text(buffer_text(&found), expected);
	buffer_release(&found);
}

static void annotations_of_the_title_are_the_introductions(void **state)
{
	struct parsing parsing;

	(void)state;
	parse(&parsing, "# A {principles=\"x y\"}\n\n## B {principles=z}\n");
	assert_int_equal(parsing.document.section_count, 2);
	assert_int_equal(parsing.document.sections[0].level, 0);
	assert_annotations(&parsing.document.sections[0], "x y ");
	assert_annotations(&parsing.document.sections[1], "z ");
	assert_messages(&parsing, "");
	parsing_release(&parsing);
}

static void annotations_within_blocks_are_of_the_section_around(void **state)
{
	struct parsing parsing;

	(void)state;
	parse(&parsing, "## A {principles=x}\n\n> ## B {principles=y}\n"
			"\n- # C {principles=z}\n");
	assert_int_equal(parsing.document.section_count, 1);
	assert_annotations(&parsing.document.sections[0], "x y z ");
	parsing_release(&parsing);
}

static void sections_have_excerpts(void **state)
{
	struct parsing parsing;

	(void)state;
	parse(&parsing, "a *b*\n\nc\n\n## D\n\n- e\n\n## F\n\n    g\n");
	assert_text(parsing.document.sections[0].excerpt, "a b c");
	assert_text(parsing.document.sections[1].excerpt, "e");
	assert_text(parsing.document.sections[2].excerpt, "");
	parsing_release(&parsing);
}

static void references_are_collected_with_places(void **state)
{
	struct parsing parsing;
	const struct reference *references;

	(void)state;
	parse(&parsing, "[a](b.md#c)\n\n## [d](principle:e)\n\n![f](g.png)\n");
	references = parsing.document.references;
	assert_int_equal(parsing.document.reference_count, 3);
	assert_int_equal(references[0].kind, REFERENCE_ARTICLE);
	assert_text(references[0].target, "b");
	assert_text(references[0].fragment, "c");
	assert_int_equal(references[0].place.offset, 4);
	assert_int_equal(references[1].kind, REFERENCE_PRINCIPLE);
	assert_int_equal(references[1].place.offset, 20);
	assert_int_equal(references[2].kind, REFERENCE_FILE);
	assert_true(references[2].is_image);
	assert_int_equal(references[2].place.offset, 39);
	parsing_release(&parsing);
}

static void barred_addresses_are_reported(void **state)
{
	struct parsing parsing;

	(void)state;
	parse(&parsing, "ä [b](javascript:c) <ftp://d.example>\n\n"
			"![e](https://f.example/g.png)\n");
	assert_messages(&parsing,
	    "url-scheme 1:7 javascript\n"
	    "url-scheme 1:22 ftp\n"
	    "image-external 3:6\n");
	assert_int_equal(parsing.document.references[0].kind,
	    REFERENCE_EXTERNAL);
	assert_text(parsing.document.references[0].target, "");
	parsing_release(&parsing);
}

static void raw_html_is_warned_of_unless_allowed(void **state)
{
	const char *markdown = "a <b>c</b>\n\n<div>\n</div>\n\n> <p>\n";
	const struct document_options allowing = { .raw_html = true };
	struct parsing parsing;

	(void)state;
	parse(&parsing, markdown);
	assert_messages(&parsing,
	    "raw-html 1:3\nraw-html 1:7\nraw-html 3:1\nraw-html 6:3\n");
	parsing_release(&parsing);
	parse_bytes(&parsing, text_from(markdown), &allowing);
	assert_messages(&parsing, "");
	parsing_release(&parsing);
}

static void comments_are_left_out_without_a_warning(void **state)
{
	struct parsing parsing;

	(void)state;
	parse(&parsing, "<!-- a\n\nb -->\n\nc <!-- d --> e\n");
	assert_messages(&parsing, "");
	parsing_release(&parsing);
	parse(&parsing, "<!-- a --><b>\n\n<!-- open\n");
	assert_messages(&parsing, "raw-html 1:1\nraw-html 3:1\n");
	parsing_release(&parsing);
}

static void words_are_counted_in_text_and_headings(void **state)
{
	struct parsing parsing;

	(void)state;
	parse(&parsing, "One *two*three\nfour\\\nfive `six`\n\n"
			"## Seven\n\n- 여덟\n\n    not code\n\n```\nnor\n```\n");
	assert_int_equal(parsing.document.word_count, 9);
	assert_int_equal(parsing.document.syllable_count, 2);
	parsing_release(&parsing);
}

static void document_without_renderer_has_empty_bodies(void **state)
{
	struct parsing parsing;

	(void)state;
	parse(&parsing, "a\n\n## B\n\nc\n");
	assert_int_equal(parsing.document.section_count, 2);
	assert_text(parsing.document.sections[1].body.bytes, "");
	assert_text(parsing.document.sections[1].title_body.bytes, "");
	assert_text(parsing.document.sections[1].excerpt, "c");
	parsing_release(&parsing);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_count_from_the_heading_before_them),
		cmocka_unit_test(headings_are_number_zero_of_themselves),
		cmocka_unit_test(what_a_translator_gets_is_counted),
		cmocka_unit_test(items_of_tight_lists_carry_their_paragraph),
		cmocka_unit_test(
		    only_the_first_paragraph_of_an_item_is_carried),
		cmocka_unit_test(high_headings_begin_sections),
		cmocka_unit_test(annotated_headings_begin_sections),
		cmocka_unit_test(headings_not_below_the_section_end_it),
		cmocka_unit_test(
		    low_headings_before_a_section_are_introduction),
		cmocka_unit_test(headings_within_blocks_begin_no_section),
		cmocka_unit_test(empty_introduction_is_left_out),
		cmocka_unit_test(document_of_nothing_has_no_sections),
		cmocka_unit_test(anchors_lead_to_their_sections),
		cmocka_unit_test(first_heading_of_level_one_is_the_title),
		cmocka_unit_test(title_is_no_block_and_has_no_anchor),
		cmocka_unit_test(
		    annotations_of_the_title_are_the_introductions),
		cmocka_unit_test(
		    annotations_within_blocks_are_of_the_section_around),
		cmocka_unit_test(sections_have_excerpts),
		cmocka_unit_test(references_are_collected_with_places),
		cmocka_unit_test(barred_addresses_are_reported),
		cmocka_unit_test(raw_html_is_warned_of_unless_allowed),
		cmocka_unit_test(comments_are_left_out_without_a_warning),
		cmocka_unit_test(words_are_counted_in_text_and_headings),
		cmocka_unit_test(document_without_renderer_has_empty_bodies),
	};

	return cmocka_run_group_tests_name("parse/document", tests, NULL, NULL);
}
