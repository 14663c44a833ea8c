#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/typography.h"

#include <string.h>

/* The run at the beginning of text is run long, and isolated or not. */
static void expect(const char *text, const char *run, bool isolated)
{
	bool is_isolated;
	size_t end = typography_run(text_from(text), 0, &is_isolated);

	assert_int_equal(end, strlen(run));
	assert_memory_equal(text, run, end);
	assert_int_equal(is_isolated, isolated);
}

static void latin_words_are_one_run(void **state)
{
	(void)state;
	expect("CRM را", "CRM", true);
	expect("Voice of Customer است", "Voice of Customer", true);
	expect("ISO 9001 و", "ISO 9001", true);
	expect("C++ و", "C++", true);
	expect("e-mail، تلفن", "e-mail", true);
	expect("café، تلفن", "café", true);
}

static void addresses_are_one_run(void **state)
{
	(void)state;
	expect("https://guide.example/fa/ را", "https://guide.example/fa/",
	    true);
	expect("info@guide.example.", "info@guide.example", true);
	expect("@guide است", "@guide", true);
}

static void numbers_with_an_order_of_their_own_are_isolated(void **state)
{
	(void)state;
	expect("۰۲۱-۸۸۹۹-۷۷", "۰۲۱-۸۸۹۹-۷۷", true);
	expect("۰۲۱ ۸۸۹۹ ۷۷ را", "۰۲۱ ۸۸۹۹ ۷۷", true);
	expect("+98 21 8899", "+98 21 8899", true);
	expect("۱۲۳۴-۵۶", "۱۲۳۴-۵۶", true);
	expect("2.0.1 و", "2.0.1", true);
	expect("1588-0000", "1588-0000", true);
}

static void plain_numbers_are_not(void **state)
{
	(void)state;
	expect("۱۲ نفر", "۱۲", false);
	expect("12", "12", false);
	expect("3.5 کیلو", "3.5", false);
	expect("10:30", "10:30", false);
	/* From ten to fifteen, read from the right. */
	expect("۱۰-۱۵ نفر", "۱۰-۱۵", false);
}

static void other_text_is_no_run(void **state)
{
	(void)state;
	expect("سلام", "", false);
	expect("", "", false);
	expect("+", "", false);
	expect("# a", "", false);
	expect("- 5", "", false);
}

static void punctuation_behind_a_run_is_not_in_it(void **state)
{
	(void)state;
	expect("Zoom, و", "Zoom", true);
	expect("Zoom... و", "Zoom", true);
	expect("5 -", "5", false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(latin_words_are_one_run),
		cmocka_unit_test(addresses_are_one_run),
		cmocka_unit_test(
		    numbers_with_an_order_of_their_own_are_isolated),
		cmocka_unit_test(plain_numbers_are_not),
		cmocka_unit_test(other_text_is_no_run),
		cmocka_unit_test(punctuation_behind_a_run_is_not_in_it),
	};

	return cmocka_run_group_tests_name(
	    "render/typography_run", tests, NULL, NULL);
}
