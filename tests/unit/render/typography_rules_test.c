#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/typography_rules.h"

static void rules_are_found_by_language(void **state)
{
	(void)state;
	assert_string_equal(
	    typography_rules_find(TEXT("fi"))->language, "fi");
	assert_string_equal(
	    typography_rules_find(TEXT("en-GB"))->language, "en");
	assert_string_equal(
	    typography_rules_find(TEXT("sr"))->opening, "„");
}

static void scripts_have_rules_of_their_own(void **state)
{
	(void)state;
	assert_true(typography_rules_list(
	    typography_rules_find(TEXT("sr-Latn"))->abbreviations,
	    TEXT("npr.")));
	assert_false(typography_rules_list(
	    typography_rules_find(TEXT("sr"))->abbreviations, TEXT("npr.")));
	assert_true(typography_rules_list(
	    typography_rules_find(TEXT("sr-Cyrl"))->abbreviations,
	    TEXT("нпр.")));
}

static void a_language_is_no_beginning_of_another(void **state)
{
	(void)state;
	assert_null(typography_rules_find(TEXT("fil"))->opening);
	assert_null(typography_rules_find(TEXT(""))->opening);
	assert_non_null(typography_rules_find(TEXT("xx"))->dash);
}

static void words_of_a_list_are_found_whole(void **state)
{
	(void)state;
	assert_true(typography_rules_list("kg km", TEXT("km")));
	assert_false(typography_rules_list("kg km", TEXT("k")));
	assert_false(typography_rules_list("kg km", TEXT("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_are_found_by_language),
		cmocka_unit_test(scripts_have_rules_of_their_own),
		cmocka_unit_test(a_language_is_no_beginning_of_another),
		cmocka_unit_test(words_of_a_list_are_found_whole),
	};

	return cmocka_run_group_tests_name(
	    "render/typography_rules", tests, NULL, NULL);
}
