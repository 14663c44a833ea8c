#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/report.h"
#include "scratch.h"

static const struct report_style plain = { 0 };

/* Asserts what the report prints, and releases it. */
static void assert_prints(struct report *report, struct report_style style,
    const char *expected)
{
	char *printed = NULL;
	size_t length;
	FILE *stream = open_memstream(&printed, &length);

	assert_non_null(stream);
	report_print(report, stream, style);
	assert_int_equal(fclose(stream), 0);
	assert_string_equal(printed, expected);
	free(printed);
	arena_release(&report->arena);
	*report = (struct report){ 0 };
}

static struct source source_of(const char *name, const char *bytes)
{
	return (struct source){ text_from(name), text_from(bytes), NULL };
}

static struct place at(const struct source *source, size_t offset)
{
	return (struct place){ source, offset };
}

static const struct place nowhere = { 0 };

static void empty_report_is_silent(void **state)
{
	struct report report = { 0 };

	(void)state;
	assert_int_equal(report_status(&report, plain), 0);
	assert_prints(&report, plain, "");
}

static void place_is_printed_with_its_line(void **state)
{
	struct report report = { 0 };
	struct source source = source_of("fi/a.md", "one\ntwo three\n");

	(void)state;
	report_add(&report, MESSAGE_PRINCIPLE_UNKNOWN, at(&source, 8),
	    TEXT("lisen"), TEXT("listen"));
	assert_prints(&report, plain,
	    "fi/a.md:2:5: error: no principle has the id 'lisen'; "
	    "did you mean 'listen'? [principle-unknown]\n"
	    " 2 | two three\n"
	    "   |     ^\n");
}

static void hint_needs_all_its_values(void **state)
{
	struct report report = { 0 };
	struct source source = source_of("a.md", "x");

	(void)state;
	report_add(&report, MESSAGE_PRINCIPLE_UNKNOWN, at(&source, PLACE_FILE),
	    TEXT("x"), TEXT(""));
	assert_prints(&report, plain,
	    "a.md: error: no principle has the id 'x' [principle-unknown]\n");
}

static void nowhere_is_printed_without_a_place(void **state)
{
	struct report report = { 0 };

	(void)state;
	report_add(&report, MESSAGE_USAGE, nowhere, TEXT("no such command"),
	    TEXT("build"));
	assert_prints(&report, plain,
	    "error: no such command; see 'opas help build' [usage]\n");
}

static void braces_in_values_are_words(void **state)
{
	struct report report = { 0 };

	(void)state;
	report_add(&report, MESSAGE_ATTRIBUTES_SYNTAX, nowhere,
	    TEXT("{#anchor a=\"b\"} {example}"));
	assert_prints(&report, plain,
	    "error: these attributes are not understood from here on; write "
	    "them as {#anchor a=\"b\"} {example} [attributes-syntax]\n");
}

static void values_are_copied(void **state)
{
	struct report report = { 0 };
	char value[] = "abc";

	(void)state;
	report_add(&report, MESSAGE_ID_RESERVED, nowhere, text_from(value));
	value[0] = 'X';
	assert_prints(&report, plain,
	    "error: the id 'abc' is reserved for the site itself; "
	    "rename the file [id-reserved]\n");
}

static void values_are_not_looked_into_for_placeholders(void **state)
{
	struct report report = { 0 };

	(void)state;
	report_add(&report, MESSAGE_ADDRESS_TWICE, nowhere, TEXT("{path}"),
	    TEXT("{first}"), TEXT("%s"));
	assert_prints(&report, plain,
	    "error: {path} and {first} would both be written as %s "
	    "[address-twice]\n");
}

static void controls_in_values_are_escaped(void **state)
{
	struct report report = { 0 };
	struct source source = source_of("a\x1B.md", "x");

	(void)state;
	report_add(&report, MESSAGE_ID_RESERVED, at(&source, PLACE_FILE),
	    ((struct text){ "\x1B[31m\n\t\0\x7F\xC2\x85\xE2\x80\xAE\xFF"
			    "\xC3\xA4", 17 }));
	assert_prints(&report, plain,
	    "a\\u001B.md: error: the id "
	    "'\\u001B[31m\\n\\t\\u0000\\u007F\\u0085\\u202E\\xFF\xC3\xA4' is "
	    "reserved for the site itself; rename the file [id-reserved]\n");
}

static void items_are_sorted_by_place(void **state)
{
	struct report report = { 0 };
	struct source b = source_of("b.md", "bb\n");
	struct source a = source_of("a.md", "\n\n");

	(void)state;
	report_add(&report, MESSAGE_LINK_BROKEN, at(&b, 1));
	report_add(&report, MESSAGE_LINK_BROKEN, at(&b, 0));
	report_add(&report, MESSAGE_LINK_BROKEN, at(&b, PLACE_FILE));
	report_add(&report, MESSAGE_LINK_BROKEN, at(&a, 1));
	report_add(&report, MESSAGE_BASE_URL_MISSING, nowhere);
	report_add(&report, MESSAGE_LINK_BROKEN, at(&a, 0));
	assert_prints(&report, plain,
	    "note: base_url is not set in guide.yaml: sitemap and feeds are "
	    "left out [base-url-missing]\n"
#define BROKEN " error: this symbolic link leads to nothing; mend or remove " \
	       "it [link-broken]\n"
	    "a.md:1:1:" BROKEN
	    "a.md:2:1:" BROKEN
	    "b.md:" BROKEN
	    "b.md:1:1:" BROKEN " 1 | bb\n   | ^\n"
	    "b.md:1:2:" BROKEN " 1 | bb\n   |  ^\n");
}

static void worst_comes_first_at_one_place(void **state)
{
	struct report report = { 0 };
	struct source source = source_of("a.md", "x");
	struct place place = at(&source, PLACE_FILE);

	(void)state;
	report_add(&report, MESSAGE_PRINCIPLE_UNTAUGHT, place, TEXT("p"));
	report_add(&report, MESSAGE_RAW_HTML, place);
	report_add(&report, MESSAGE_LINK_BROKEN, place);
	report_add(&report, MESSAGE_ID_RESERVED, place, TEXT("b"));
	report_add(&report, MESSAGE_ID_RESERVED, place, TEXT("a"));
	report_add(&report, MESSAGE_OUTPUT_FOREIGN, place, TEXT("f"));
	assert_prints(&report, plain,
	    "a.md: error: f is in the way and was not written by opas; move "
	    "it or choose another --output [output-foreign]\n"
	    "a.md: error: the id 'a' is reserved for the site itself; rename "
	    "the file [id-reserved]\n"
	    "a.md: error: the id 'b' is reserved for the site itself; rename "
	    "the file [id-reserved]\n"
	    "a.md:" BROKEN
	    "a.md: warning: raw HTML is left out, since guide.yaml does not "
	    "allow it (raw_html: true) [raw-html]\n"
	    "a.md: note: no section teaches the principle 'p' yet "
	    "[principle-untaught]\n");
}

static void equal_items_are_printed_once(void **state)
{
	struct report report = { 0 };
	struct source source = source_of("a.md", "x");

	(void)state;
	report_add(&report, MESSAGE_LINK_BROKEN, at(&source, PLACE_FILE));
	report_add(&report, MESSAGE_LINK_BROKEN, at(&source, PLACE_FILE));
	assert_int_equal(report.counts[REPORT_ERROR], 2);
	assert_prints(&report, plain, "a.md:" BROKEN);
}

static void quiet_keeps_errors(void **state)
{
	struct report report = { 0 };

	(void)state;
	report_add(&report, MESSAGE_BASE_URL_MISSING, nowhere);
	report_add(&report, MESSAGE_RAW_HTML, nowhere);
	report_add(&report, MESSAGE_TITLE_MISSING, nowhere);
	assert_prints(&report, (struct report_style){ .quiet = true },
	    "error: this article has no title; give 'title' in the front "
	    "matter or begin with a '# heading' [title-missing]\n");
}

static void json_is_an_object_a_line(void **state)
{
	struct report report = { 0 };
	struct source source = source_of("a\"\n.md", "\xC3\xA4" "b");

	(void)state;
	report_add(&report, MESSAGE_USAGE, nowhere, TEXT("a\\b\n"), TEXT(""));
	report_add(&report, MESSAGE_RAW_HTML, at(&source, PLACE_FILE));
	report_add(&report, MESSAGE_LINK_BROKEN, at(&source, 2));
	assert_prints(&report, (struct report_style){ .json = true },
	    "{\"file\":null,\"line\":null,\"column\":null,"
	    "\"level\":\"fatal\",\"code\":\"usage\","
	    "\"message\":\"a\\\\b\\\\n\"}\n"
	    "{\"file\":\"a\\\"\\u000a.md\",\"line\":null,\"column\":null,"
	    "\"level\":\"warning\",\"code\":\"raw-html\",\"message\":"
	    "\"raw HTML is left out, since guide.yaml does not allow it "
	    "(raw_html: true)\"}\n"
	    "{\"file\":\"a\\\"\\u000a.md\",\"line\":1,\"column\":2,"
	    "\"level\":\"error\",\"code\":\"link-broken\",\"message\":"
	    "\"this symbolic link leads to nothing; mend or remove it\"}\n");
}

static void status_is_that_of_the_worst(void **state)
{
	const struct report_style strict = { .strict = true };
	struct report report = { 0 };

	(void)state;
	report_add(&report, MESSAGE_BASE_URL_MISSING, nowhere);
	assert_int_equal(report_status(&report, strict), 0);
	report_add(&report, MESSAGE_RAW_HTML, nowhere);
	assert_int_equal(report_status(&report, plain), 0);
	assert_int_equal(report_status(&report, strict), 1);
	report_add(&report, MESSAGE_LINK_BROKEN, nowhere);
	assert_int_equal(report_status(&report, plain), 1);
	report_add(&report, MESSAGE_OUTPUT_FOREIGN, nowhere, TEXT("x"));
	assert_int_equal(report_status(&report, plain), 2);
	arena_release(&report.arena);
}

static void joined_report_has_the_items_of_both(void **state)
{
	struct report report = { 0 }, from = { 0 };

	(void)state;
	report_add(&report, MESSAGE_ID_RESERVED, nowhere, TEXT("a"));
	report_add(&from, MESSAGE_ID_RESERVED, nowhere, TEXT("b"));
	report_add(&from, MESSAGE_RAW_HTML, nowhere);
	report_join(&report, &from);
	assert_int_equal(from.count, 0);
	assert_int_equal(from.counts[REPORT_ERROR], 0);
	assert_int_equal(report.counts[REPORT_ERROR], 2);
	assert_int_equal(report.counts[REPORT_WARNING], 1);
	report_join(&report, &from);
	arena_release(&from.arena);
	assert_prints(&report, plain,
	    "error: the id 'a' is reserved for the site itself; rename the "
	    "file [id-reserved]\n"
	    "error: the id 'b' is reserved for the site itself; rename the "
	    "file [id-reserved]\n"
	    "warning: raw HTML is left out, since guide.yaml does not allow "
	    "it (raw_html: true) [raw-html]\n");
}

static void sources_may_live_in_the_arena_of_a_joined_report(void **state)
{
	struct report report = { 0 }, from = { 0 };
	struct source *source = arena_new(&from.arena, struct source);

	(void)state;
	*source = source_of("a.md", "x");
	report_add(&from, MESSAGE_LINK_BROKEN, at(source, 0));
	report_join(&report, &from);
	assert_prints(&report, plain,
	    "a.md:1:1:" BROKEN " 1 | x\n   | ^\n");
}

static void too_few_values(void)
{
	struct report report = { 0 };

	report_add(&report, MESSAGE_PRINCIPLE_UNKNOWN, nowhere, TEXT("x"));
}

static void too_many_values(void)
{
	struct report report = { 0 };

	report_add(&report, MESSAGE_LINK_BROKEN, nowhere, TEXT("x"));
}

static void right_values(void)
{
	struct report report = { 0 };

	report_add(&report, MESSAGE_ID_TWICE, nowhere, TEXT("x"), TEXT("y"));
	arena_release(&report.arena);
}

static void count_of_values_is_asserted(void **state)
{
	(void)state;
	assert_true(aborts(too_few_values));
	assert_true(aborts(too_many_values));
	assert_false(aborts(right_values));
}

static void columns_are_code_points(void **state)
{
	struct source source =
	    source_of("a.md", "\n\xC3\xA4\xED\x95\x9Cx\xFFz\r\nlast");
	size_t line, column;

	(void)state;
	place_locate(at(&source, 1), &line, &column);
	assert_int_equal(line, 2);
	assert_int_equal(column, 1);
	place_locate(at(&source, 8), &line, &column);
	assert_int_equal(line, 2);
	assert_int_equal(column, 5);
	place_locate(at(&source, 0), &line, &column);
	assert_int_equal(line, 1);
	assert_int_equal(column, 1);
	place_locate(at(&source, 11), &line, &column);
	assert_int_equal(line, 3);
	assert_int_equal(column, 1);
}

static void codes_are_unique_and_simple(void **state)
{
	size_t i, j;

	(void)state;
	for (i = 0; i < MESSAGE_COUNT; i++) {
		const struct message_row *row = message_row((enum message)i);

		assert_true(strspn(row->code, "abcdefghijklmnopqrstuvwxyz"
					      "0123456789-") ==
		    strlen(row->code));
		assert_true(strlen(row->text) > 0);
		for (j = 0; j < i; j++)
			assert_string_not_equal(row->code,
			    message_row((enum message)j)->code);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty_report_is_silent),
		cmocka_unit_test(place_is_printed_with_its_line),
		cmocka_unit_test(hint_needs_all_its_values),
		cmocka_unit_test(nowhere_is_printed_without_a_place),
		cmocka_unit_test(braces_in_values_are_words),
		cmocka_unit_test(values_are_copied),
		cmocka_unit_test(values_are_not_looked_into_for_placeholders),
		cmocka_unit_test(controls_in_values_are_escaped),
		cmocka_unit_test(items_are_sorted_by_place),
		cmocka_unit_test(worst_comes_first_at_one_place),
		cmocka_unit_test(equal_items_are_printed_once),
		cmocka_unit_test(quiet_keeps_errors),
		cmocka_unit_test(json_is_an_object_a_line),
		cmocka_unit_test(status_is_that_of_the_worst),
		cmocka_unit_test(joined_report_has_the_items_of_both),
		cmocka_unit_test(
		    sources_may_live_in_the_arena_of_a_joined_report),
		cmocka_unit_test(count_of_values_is_asserted),
		cmocka_unit_test(columns_are_code_points),
		cmocka_unit_test(codes_are_unique_and_simple),
	};

	return cmocka_run_group_tests_name("base/report", tests, NULL, NULL);
}
