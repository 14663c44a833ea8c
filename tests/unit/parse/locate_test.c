#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "parse/locate.h"
#include "parse/tree.h"
#include "parse/walk.h"

#include "parsing.h"

#include <cmark.h>

/* The place of a link or a piece of raw HTML that has just been passed, or
 * TEXT_NONE. */
static size_t pass(struct locator *locator, const struct walk *walk)
{
	switch (cmark_node_get_type(walk->node)) {
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING:
		if (walk->entering)
			locate_enter(locator, walk->node);
		break;
	case CMARK_NODE_CODE:
		if (walk->entering)
			locate_code(locator, walk->node);
		break;
	case CMARK_NODE_HTML_INLINE:
		if (walk->entering)
			return locate_html(locator, walk->node);
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		if (!walk->entering)
			return locate_link(locator, walk->node);
		break;
	default:
		break;
	}
	return TEXT_NONE;
}

/* The places of all links and raw HTML, as "line:column " in bytes, with what
 * begins there up to a blank or bracket. */
static void assert_located(const char *markdown, const char *expected)
{
	struct arena arena = { 0 };
	struct source source = { .bytes = text_from(markdown) };
	struct buffer found = { 0 };
	struct locator locator = locate_open(&arena, &source, 0);
	struct walk walk = walk_children(tree_parse(&arena, source.bytes));

	while (walk_next(&walk)) {
		size_t offset = pass(&locator, &walk);
		size_t line, column;
		struct place place = { &source, offset };

		if (offset == TEXT_NONE)
			continue;
		place_locate(place, &line, &column);
		buffer_format(&found, "%zu:%zu %.*s|", line, column,
		    (int)strcspn(markdown + offset, " )>\n"),
		    markdown + offset);
	}
	tree_done();
	assert_text(buffer_text(&found), expected);
	buffer_release(&found);
	arena_release(&arena);
}

static void links_are_at_their_destinations(void **state)
{
	(void)state;
	assert_located("a [b](c.md#d) e", "1:7 c.md#d|");
	assert_located("[a](b.md) ![c](d.png \"t\")", "1:5 b.md|1:16 d.png|");
	assert_located("x\ny [a]( b.md )", "2:8 b.md|");
	assert_located("[a](<b c.md>)", "1:6 b|");
	assert_located("[a]()", "1:5 |");
	assert_located("[a](<>)", "1:6 |");
}

static void equal_links_are_told_apart(void **state)
{
	(void)state;
	assert_located("[a](b.md) [a](b.md)\n[a](b.md)",
	    "1:5 b.md|1:15 b.md|2:5 b.md|");
	assert_located("[a](b.md)\n\n[a](b.md)", "1:5 b.md|3:5 b.md|");
	assert_located("[a](b.md#c) [a](b.md)", "1:5 b.md#c|1:17 b.md|");
}

static void images_in_links_come_first(void **state)
{
	(void)state;
	assert_located("[![a](b.png)](c.md)", "1:7 b.png|1:15 c.md|");
	assert_located("[![a](b.png)](b.png)", "1:7 b.png|1:15 b.png|");
}

static void code_is_not_searched(void **state)
{
	(void)state;
	assert_located("`[a](b.md)` [a](b.md)", "1:17 b.md|");
	assert_located("``[a](b.md) ` `` [a](b.md)", "1:22 b.md|");
	assert_located("` [a](b.md)\nx ` [a](b.md)", "2:9 b.md|");
	assert_located("[`](b.md)`](b.md)", "1:13 b.md|");
	assert_located("\\` [a](b.md) `c`", "1:8 b.md|");
}

static void raw_html_is_found_and_not_searched(void **state)
{
	(void)state;
	assert_located("a <b>c</b>", "1:3 <b|1:7 </b|");
	assert_located("<b><i></i><b>", "1:1 <b|1:4 <i|1:7 </i|1:11 <b|");
	assert_located("x <b title=\"](c.md)\"> [a](c.md)",
	    "1:3 <b|1:27 c.md|");
	assert_located("> x <b\n> c>", "1:5 <b|");
}

static void escapes_and_entities_are_understood(void **state)
{
	(void)state;
	assert_located("[a\\](b.md) [c](b.md)", "1:16 b.md|");
	assert_located("[a](b\\_c.md)", "1:5 b\\_c.md|");
	assert_located("[a](b&amp;c.md) [d](b&c.md)",
	    "1:5 b&amp;c.md|1:21 b&c.md|");
	assert_located("[a](x&auml;)", "1:5 x&auml;|");
	assert_located("[a](b&amp;)", "1:5 b&amp;|");
	assert_located("[a](b\\(c.md)", "1:5 b\\(c.md|");
}

static void blocks_of_all_kinds_are_searched(void **state)
{
	(void)state;
	assert_located("## [a](b.md) ##", "1:8 b.md|");
	assert_located("[a](b.md)\n===", "1:5 b.md|");
	assert_located("- x\n- [a](b.md)\n  - [a](b.md)",
	    "2:7 b.md|3:9 b.md|");
	assert_located("> x\n> [a](b.md)\n[a](b.md)", "2:7 b.md|3:5 b.md|");
	assert_located("- x\n\n\t[a](b.md)", "3:6 b.md|");
	assert_located("> [a](\n> b.md\n> \"t\")", "2:3 b.md|");
}

static void line_ends_of_all_kinds_are_counted(void **state)
{
	(void)state;
	assert_located("x\r\n\r\n[a](b.md)\r\n", "3:5 b.md|");
	assert_located("x\n\n[a](b.md)", "3:5 b.md|");
	/* cmark counts a lone CR as a line end, messages do not. */
	assert_located("x\r\r[a](b.md)\r", "1:8 b.md|");
	assert_located("x\r\r\n\n[a](b.md)\r\n", "3:5 b.md|");
}

static void addresses_in_angle_brackets_are_found(void **state)
{
	(void)state;
	assert_located("a <https://b.example>", "1:4 https://b.example|");
	assert_located("<a@b.example>", "1:2 a@b.example|");
	assert_located("a <ab:c> [ab:c](ab:c)", "1:4 ab:c|1:17 ab:c|");
	assert_located("[ab:c](ab:c) <ab:c>", "1:8 ab:c|1:15 ab:c|");
}

static void reference_links_are_at_their_definitions(void **state)
{
	(void)state;
	assert_located("[a][b] [b] [b][]\n\n[b]: c.md 'd'",
	    "3:6 c.md|3:6 c.md|3:6 c.md|");
	assert_located("[b]: <c d.md>\n[b]", "1:7 c|");
	assert_located("[b]:\n  c.md\n\n![b] [a](c.md)",
	    "4:10 c.md|2:3 c.md|");
	assert_located("> [b]: c.md\n\nx [b]", "1:8 c.md|");
}

static void links_not_found_are_at_their_block(void **state)
{
	(void)state;
	assert_located("x\n\ny [b]\n\n[b]: c\\_d.md", "3:1 y|");
	assert_located("x\n\n- y [b]\n\n[b]: c\\_d.md", "3:3 y|");
}

static void places_count_from_the_start_of_the_file(void **state)
{
	struct arena arena = { 0 };
	struct source source = { .bytes = TEXT("---\nx\n---\n# a\n\nb\n") };
	struct locator locator = locate_open(&arena, &source, 10);
	cmark_node *root =
	    tree_parse(&arena, text_after(source.bytes, 10));

	(void)state;
	assert_int_equal(
	    locate_block(&locator, cmark_node_first_child(root)), 10);
	assert_int_equal(
	    locate_block(&locator, cmark_node_last_child(root)), 15);
	assert_text(locate_lines(&locator, cmark_node_first_child(root)),
	    "# a\n");
	assert_text(locate_lines(&locator, cmark_node_last_child(root)),
	    "b\n");
	tree_done();
	arena_release(&arena);
}

static void nothing_has_a_place_too(void **state)
{
	struct arena arena = { 0 };
	struct source source = { 0 };
	struct locator locator = locate_open(&arena, &source, 0);

	(void)state;
	assert_int_equal(locate_block(&locator, NULL), 0);
	assert_int_equal(locate_lines(&locator, NULL).length, 0);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_are_at_their_destinations),
		cmocka_unit_test(equal_links_are_told_apart),
		cmocka_unit_test(images_in_links_come_first),
		cmocka_unit_test(code_is_not_searched),
		cmocka_unit_test(raw_html_is_found_and_not_searched),
		cmocka_unit_test(escapes_and_entities_are_understood),
		cmocka_unit_test(blocks_of_all_kinds_are_searched),
		cmocka_unit_test(line_ends_of_all_kinds_are_counted),
		cmocka_unit_test(addresses_in_angle_brackets_are_found),
		cmocka_unit_test(reference_links_are_at_their_definitions),
		cmocka_unit_test(links_not_found_are_at_their_block),
		cmocka_unit_test(places_count_from_the_start_of_the_file),
		cmocka_unit_test(nothing_has_a_place_too),
	};

	return cmocka_run_group_tests_name("parse/locate", tests, NULL, NULL);
}
