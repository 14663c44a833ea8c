#include "read/front.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/reading.h"

static struct front_extent extent_of(struct reading *reading,
    const char *bytes)
{
	struct front_extent extent = { 0 };
	const struct source *source = reading_of(reading, bytes);

	assert_true(front_locate(&extent, &reading->report, source));
	assert_report(reading, "");
	return extent;
}

static struct front_node tree_of(struct reading *reading, const char *bytes)
{
	struct front_node root = { 0 };
	const struct source *source = reading_of(reading, bytes);

	assert_true(front_parse_file(&root, &reading->arena, &reading->report,
	    source));
	return root;
}

/* Parses what is wrong; gives the messages. */
static const char *problem_of(struct reading *reading, const char *bytes)
{
	struct front_node root = { .count = 42 };
	const struct source *source = reading_of(reading, bytes);

	assert_false(front_parse_file(&root, &reading->arena,
	    &reading->report, source));
	assert_int_equal(root.count, 42);
	return report_string(&reading->arena, &reading->report);
}

static void front_matter_lies_between_marks(void **state)
{
	struct reading *reading = *state;
	struct front_extent extent = extent_of(reading, "---\na: b\n---\nText");

	assert_true(extent.given);
	assert_int_equal(extent.at, 4);
	assert_int_equal(extent.length, 5);
	assert_int_equal(extent.body, 13);
}

static void dots_may_close_front_matter(void **state)
{
	struct reading *reading = *state;
	struct front_extent extent = extent_of(reading, "---\na: b\n...\nText");

	assert_true(extent.given);
	assert_int_equal(extent.length, 5);
	assert_int_equal(extent.body, 13);
}

static void byte_order_mark_and_crlf_are_tolerated(void **state)
{
	struct reading *reading = *state;
	struct front_extent extent = extent_of(reading,
	    "\xEF\xBB\xBF---\r\na: b\r\n---\r\nText");

	assert_true(extent.given);
	assert_int_equal(extent.at, 8);
	assert_int_equal(extent.length, 6);
	assert_int_equal(extent.body, 19);
}

static void blanks_may_follow_the_marks(void **state)
{
	struct reading *reading = *state;
	struct front_extent extent = extent_of(reading, "--- \t\na: b\n---  ");

	assert_true(extent.given);
	assert_int_equal(extent.at, 6);
	assert_int_equal(extent.length, 5);
	assert_int_equal(extent.body, 16);
}

static void front_matter_may_be_empty(void **state)
{
	struct reading *reading = *state;
	struct front_extent extent = extent_of(reading, "---\n---\nText");

	assert_true(extent.given);
	assert_int_equal(extent.length, 0);
	assert_int_equal(extent.body, 8);
}

static void a_file_need_not_have_front_matter(void **state)
{
	struct reading *reading = *state;

	assert_false(extent_of(reading, "").given);
	assert_false(extent_of(reading, "Text\n---\na: b\n---\n").given);
	assert_false(extent_of(reading, "----\na: b\n---\n").given);
	assert_false(extent_of(reading, " ---\na: b\n---\n").given);
	assert_false(extent_of(reading, "--- a\n---\n").given);
	assert_int_equal(extent_of(reading, "Text").body, 0);
	assert_int_equal(extent_of(reading, "\xEF\xBB\xBFText").body, 3);
}

static void front_matter_must_be_closed(void **state)
{
	struct reading *reading = *state;
	struct front_extent extent = { 0 };

	assert_false(front_locate(&extent, &reading->report,
	    reading_of(reading, "---\na: b\n ---\n----\nText\n")));
	assert_report(reading,
	    "x.md:1:1: error: the front matter that begins here has no "
	    "closing line '---' [front-unclosed]\n");
	assert_false(extent.given);
	assert_int_equal(extent.body, 24);
	assert_false(front_locate(&extent, &reading->report,
	    reading_of(reading, "---")));
	assert_false(extent.given);
	assert_int_equal(extent.body, 3);
}

static void a_mapping_keeps_keys_and_values_in_order(void **state)
{
	struct reading *reading = *state;
	struct front_node root =
	    tree_of(reading, "b: one\na: [x, 'y']\nc:\n  d: e\n");

	assert_int_equal(root.kind, FRONT_MAPPING);
	assert_int_equal(root.count, 3);
	assert_text(root.items[0].key, "b");
	assert_text(root.items[0].value, "one");
	assert_int_equal(root.items[0].kind, FRONT_SCALAR);
	assert_true(root.items[0].plain);
	assert_text(root.items[1].key, "a");
	assert_int_equal(root.items[1].kind, FRONT_SEQUENCE);
	assert_int_equal(root.items[1].count, 2);
	assert_text(root.items[1].items[0].value, "x");
	assert_text(root.items[1].items[1].value, "y");
	assert_false(root.items[1].items[1].plain);
	assert_int_equal(root.items[2].kind, FRONT_MAPPING);
	assert_text(root.items[2].items[0].key, "d");
	assert_text(root.items[2].items[0].value, "e");
}

/* One byte of the source is where each node begins. */
static void offsets_are_bytes_whatever_the_script(void **state)
{
	struct reading *reading = *state;
	const char *bytes = "\xEF\xBB\xBFtitle: وقتی پاسخ 🙂\r\n"
			    "tägs: [용, \"ž\\u00e4\", *]\r\n";
	const char *good = "\xEF\xBB\xBFtitle: وقتی پاسخ 🙂\r\n"
			   "tägs: [용, \"ž\\u00e4\", ő]\r\n";
	struct front_node root = tree_of(reading, good);
	const struct front_node *tags = &root.items[1];

	assert_int_equal(root.items[0].key_offset, 3);
	assert_int_equal(root.items[0].offset, 10);
	assert_int_equal(tags->key_offset, strstr(good, "tägs") - good);
	assert_int_equal(tags->offset, strstr(good, "[") - good);
	assert_int_equal(tags->items[0].offset, strstr(good, "용") - good);
	assert_int_equal(tags->items[1].offset, strstr(good, "\"") - good);
	assert_int_equal(tags->items[2].offset, strstr(good, "ő") - good);
	assert_text(tags->items[1].value, "žä");
	assert_text(root.items[0].value, "وقتی پاسخ 🙂");
	assert_string_equal(problem_of(reading, bytes),
	    "x.md:2:22: error: YAML: put a value that begins with '*' or '&' "
	    "in quotes [yaml-syntax]\n");
}

static void offsets_survive_block_scalars_and_comments(void **state)
{
	struct reading *reading = *state;
	const char *bytes = "# коментар\na: |\n  ä\r\n  ö\n\nb: >-\n  ç\n  ş\n"
			    "? ü\n: x\n";
	struct front_node root = tree_of(reading, bytes);

	assert_int_equal(root.count, 3);
	assert_text(root.items[0].value, "ä\nö\n");
	assert_text(root.items[1].value, "ç ş");
	assert_int_equal(root.items[0].offset, strstr(bytes, "|") - bytes);
	assert_int_equal(root.items[1].offset, strstr(bytes, ">") - bytes);
	assert_int_equal(root.items[2].key_offset, strstr(bytes, "ü") - bytes);
	assert_int_equal(root.items[2].offset, strstr(bytes, "x") - bytes);
}

static void offsets_of_front_matter_count_from_the_file(void **state)
{
	struct reading *reading = *state;
	struct front_node root = { 0 };
	struct front_extent extent = { 0 };
	const struct source *source =
	    reading_of(reading, "---\nä: b\n---\nText: [\n");

	assert_true(front_locate(&extent, &reading->report, source));
	assert_true(front_parse(&root, &reading->arena, &reading->report,
	    source, extent.at, extent.length));
	assert_int_equal(root.count, 1);
	assert_int_equal(root.items[0].key_offset, 4);
	assert_int_equal(root.items[0].offset, 8);
}

static void an_empty_document_is_an_empty_mapping(void **state)
{
	struct reading *reading = *state;
	struct front_node root = tree_of(reading, "");

	assert_int_equal(root.kind, FRONT_MAPPING);
	assert_int_equal(root.count, 0);
	root = tree_of(reading, "\xEF\xBB\xBF# nothing\n");
	assert_int_equal(root.kind, FRONT_MAPPING);
	root = tree_of(reading, "---\na: b\n...\n");
	assert_int_equal(root.count, 1);
}

static void the_tree_outlives_the_source(void **state)
{
	struct reading *reading = *state;
	char bytes[] = "key: value\n";
	struct source source = { TEXT("x.md"), { bytes, strlen(bytes) },
		NULL };
	struct front_node root = { 0 };

	assert_true(front_parse_file(&root, &reading->arena, &reading->report,
	    &source));
	memset(bytes, 'z', strlen(bytes));
	assert_text(root.items[0].key, "key");
	assert_text(root.items[0].value, "value");
}

static void nothing_is_written_in_three_ways(void **state)
{
	struct reading *reading = *state;
	struct front_node root = tree_of(reading,
	    "a:\nb: ~\nc: null\nd: ''\ne: '~'\nf: []\ng: nil\n");
	size_t i;

	assert_int_equal(root.count, 7);
	for (i = 0; i < root.count; i++)
		assert_int_equal(front_is_null(&root.items[i]), i < 3);
}

static void a_key_given_twice_keeps_its_first_value(void **state)
{
	struct reading *reading = *state;
	struct front_node root =
	    tree_of(reading, "ä: 1\nb: 2\nä: [3]\n\"b\": 4\nc: {d: 1, d: 2}\n");

	assert_int_equal(root.count, 3);
	assert_text(root.items[0].value, "1");
	assert_text(root.items[1].value, "2");
	assert_int_equal(root.items[2].count, 1);
	assert_report(reading,
	    "x.md:3:1: error: the key 'ä' is given twice; keep one "
	    "[key-twice]\n"
	    "x.md:4:1: error: the key 'b' is given twice; keep one "
	    "[key-twice]\n"
	    "x.md:5:11: error: the key 'd' is given twice; keep one "
	    "[key-twice]\n");
}

#define SYNTAX(place, problem)                                                 \
	"x.md:" place ": error: YAML: " problem " [yaml-syntax]\n"
#define ASSERT_SYNTAX(bytes, place, problem)                                   \
	assert_string_equal(problem_of(reading, bytes), SYNTAX(place, problem))

static void anchors_aliases_and_tags_are_refused(void **state)
{
	struct reading *reading = *state;

	ASSERT_SYNTAX("ä: &x b\n", "1:4",
	    "anchors ('&name') are not known here; put a value that begins "
	    "with '&' in quotes");
	ASSERT_SYNTAX("a: &x [b]\n", "1:4",
	    "anchors ('&name') are not known here; put a value that begins "
	    "with '&' in quotes");
	ASSERT_SYNTAX("a: &x {b: c}\n", "1:4",
	    "anchors ('&name') are not known here; put a value that begins "
	    "with '&' in quotes");
	ASSERT_SYNTAX("a: b\nc: *a\n", "2:4",
	    "aliases ('*name') are not known here; put a value that begins "
	    "with '*' in quotes");
	ASSERT_SYNTAX("*a : b\n", "1:1", "a key may not begin with '*'");
	ASSERT_SYNTAX("a: !!str b\n", "1:4",
	    "tags ('!name') are not known here; put a value that begins with "
	    "'!' in quotes");
	ASSERT_SYNTAX("- !x [b]\n", "1:3",
	    "tags ('!name') are not known here; put a value that begins with "
	    "'!' in quotes");
	ASSERT_SYNTAX("? [a]\n: b\n", "1:3",
	    "a key must be a word, not a list or a mapping");
	ASSERT_SYNTAX("a: b\n---\nc: d\n", "2:1",
	    "a second document begins here; only one is read");
}

static void nesting_has_an_end(void **state)
{
	struct reading *reading = *state;
	struct front_node root = tree_of(reading, "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]");

	assert_int_equal(root.kind, FRONT_SEQUENCE);
	ASSERT_SYNTAX("[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]", "1:17",
	    "this is nested too deeply");
}

static void control_characters_are_refused(void **state)
{
	struct reading *reading = *state;

	ASSERT_SYNTAX("ä: b\nö: x\x01y\n", "2:5",
	    "this character may not stand in YAML; remove it");
	ASSERT_SYNTAX("ä: \"b\\0\"\n", "1:4",
	    "this text holds a control character; remove it");
	ASSERT_SYNTAX("\"\\x7f\": b\n", "1:1",
	    "this text holds a control character; remove it");
	ASSERT_SYNTAX("a: \"\\uFFFE\"\n", "1:4",
	    "this text holds a control character; remove it");
	(void)tree_of(reading, "a: \"\\t\\n\\u200c\\u2028\"\n");
}

static void syntax_errors_speak_to_authors(void **state)
{
	struct reading *reading = *state;

	ASSERT_SYNTAX("täytle: a: b\n", "1:10",
	    "a ':' may not stand here; put a value that holds ': ' in quotes, "
	    "and check the indentation and the line above");
	ASSERT_SYNTAX("a: b\nföö\nc: d\n", "2:1",
	    "here a ':' and a value must follow the key");
	ASSERT_SYNTAX("a: @b\n", "1:4",
	    "a value may not begin with this character; put it in quotes, and "
	    "indent with blanks, not with tabs");
	ASSERT_SYNTAX("a:\n  b: c\n\td: e\n", "3:1",
	    "indent with blanks, not with tabs");
	ASSERT_SYNTAX("a: - b\n", "1:4",
	    "a list of '- ' must begin on a line of its own, below its key; "
	    "put a value that begins with '- ' in quotes");
	ASSERT_SYNTAX("a: 'it's'\n", "1:8",
	    "a line 'key: value' was expected here; check the indentation and "
	    "the quotes before it");
	ASSERT_SYNTAX("a:\n - b\n c: d\n", "3:2",
	    "a list item '- ...' was expected here; check the indentation");
	ASSERT_SYNTAX("ä: \"b\nc: d\n", "1:4",
	    "the quotation that begins here does not end");
	ASSERT_SYNTAX("ä: \"b\n---\nc: d\n", "1:4",
	    "the quotation that begins here does not end");
	ASSERT_SYNTAX("ä: \"b\\q\"\n", "1:6",
	    "a '\\' in double quotes begins an escape, and there is none of "
	    "this name; write '\\\\', or use single quotes");
	ASSERT_SYNTAX("a: > b\n", "1:4",
	    "put a value that begins with '|' or '>' in quotes");
	ASSERT_SYNTAX("%foo\na: b\n", "1:1", "a line may not begin with '%'");
	ASSERT_SYNTAX("  a: b\nc: d\n", "2:1",
	    "this does not belong to what stands above; check the "
	    "indentation");
}

static void an_open_bracket_is_blamed_from_below(void **state)
{
	struct reading *reading = *state;

	ASSERT_SYNTAX("ä: [b, c\nd: e\n", "1:4",
	    "a ',' or the ']' that ends the list is missing here");
	ASSERT_SYNTAX("ä: [\"b\" \"c\"]\n", "1:9",
	    "a ',' or the ']' that ends the list is missing here");
	ASSERT_SYNTAX("ä: {b: \"c\" d}\n", "1:12",
	    "a ',' or the '}' that ends the mapping is missing here");
}

static void rare_errors_keep_the_words_of_the_library(void **state)
{
	struct reading *reading = *state;

	ASSERT_SYNTAX("a: \"\\ud800\"\n", "1:7",
	    "found invalid Unicode character escape code");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, reading_setup, reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(front_matter_lies_between_marks),
		TEST(dots_may_close_front_matter),
		TEST(byte_order_mark_and_crlf_are_tolerated),
		TEST(blanks_may_follow_the_marks),
		TEST(front_matter_may_be_empty),
		TEST(a_file_need_not_have_front_matter),
		TEST(front_matter_must_be_closed),
		TEST(a_mapping_keeps_keys_and_values_in_order),
		TEST(offsets_are_bytes_whatever_the_script),
		TEST(offsets_survive_block_scalars_and_comments),
		TEST(offsets_of_front_matter_count_from_the_file),
		TEST(an_empty_document_is_an_empty_mapping),
		TEST(the_tree_outlives_the_source),
		TEST(nothing_is_written_in_three_ways),
		TEST(a_key_given_twice_keeps_its_first_value),
		TEST(anchors_aliases_and_tags_are_refused),
		TEST(nesting_has_an_end),
		TEST(control_characters_are_refused),
		TEST(syntax_errors_speak_to_authors),
		TEST(an_open_bracket_is_blamed_from_below),
		TEST(rare_errors_keep_the_words_of_the_library),
	};

	return cmocka_run_group_tests_name("read/front", tests, NULL, NULL);
}
