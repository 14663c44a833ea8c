#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "parse/braces.h"

#include "parsing.h"

static void assert_read(enum braces_kind kind, const char *attributes,
    const char *anchor, unsigned minutes, bool do_dont, const char *messages)
{
	struct parsing parsing = { 0 };
	struct braces braces;

	parsing.source.name = TEXT("test.md");
	parsing.source.bytes = text_from(attributes);
	braces_read(&braces, &parsing.arena, &parsing.report, &parsing.source,
	    kind, parsing.source.bytes);
	assert_text(braces.anchor, anchor);
	assert_int_equal(braces.minutes, minutes);
	assert_int_equal(braces.do_dont, do_dont);
	assert_messages(&parsing, messages);
	parsing_release(&parsing);
}

static void attributes_are_those_of_their_kind(void **state)
{
	(void)state;
	assert_read(BRACES_TABLE, "#a .do-dont", "a", 0, true, "");
	assert_read(BRACES_CALLOUT, "minutes=15 #b", "b", 15, false, "");
	assert_read(BRACES_CALLOUT, "minutes=\"5\"", "", 5, false, "");
	assert_read(BRACES_TABLE, "", "", 0, false, "");
	assert_read(BRACES_TABLE, "minutes=15", "", 0, false,
	    "attribute-unknown 1:1 minutes,\n");
	assert_read(BRACES_CALLOUT, ".do-dont", "", 0, false,
	    "attribute-unknown 1:1 .do-dont,\n");
	assert_read(BRACES_TABLE, ".dodont", "", 0, false,
	    "attribute-unknown 1:1 .dodont,.do-dont\n");
}

static void broken_ones_are_reported(void **state)
{
	(void)state;
	assert_read(BRACES_CALLOUT, "minutes=0", "", 0, false,
	    "attributes-syntax 1:1 {#anchor minutes=15}\n");
	assert_read(BRACES_CALLOUT, "minutes=601", "", 0, false,
	    "attributes-syntax 1:1 {#anchor minutes=15}\n");
	assert_read(BRACES_CALLOUT, "minutes=5 minutes=6", "", 5, false,
	    "attributes-syntax 1:11 {#anchor minutes=15}\n");
	assert_read(BRACES_TABLE, "#a #b", "a", 0, false,
	    "attributes-syntax 1:4 {#anchor .do-dont}\n");
	assert_read(BRACES_TABLE, "a", "", 0, false,
	    "attributes-syntax 1:1 {#anchor .do-dont}\n");
	assert_read(BRACES_TABLE, "#a<b", "", 0, false,
	    "anchor-invalid 1:1 a<b\n");
}

static void escaped_parts_are_not_found(void **state)
{
	struct text text = TEXT("a{b \\{b {b \\{b");

	(void)state;
	assert_ptr_equal(braces_find(text, TEXT("{b"), false), text.at + 1);
	assert_ptr_equal(braces_find(text, TEXT("{b"), true), text.at + 8);
	assert_null(braces_find(text, TEXT("{c"), true));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(attributes_are_those_of_their_kind),
		cmocka_unit_test(broken_ones_are_reported),
		cmocka_unit_test(escaped_parts_are_not_found),
	};

	return cmocka_run_group_tests_name("parse/braces", tests, NULL, NULL);
}
