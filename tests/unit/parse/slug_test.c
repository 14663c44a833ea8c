#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "parse/slug.h"

#include "parsing.h"

static void assert_slug(const char *language, const char *title,
    const char *expected)
{
	struct arena arena = { 0 };

	assert_text(slug_from(&arena, text_from(title), language), expected);
	arena_release(&arena);
}

static void letters_and_digits_of_all_scripts_stay(void **state)
{
	(void)state;
	assert_slug("fi", "Kuuntele 2 äijää", "kuuntele-2-äijää");
	assert_slug("sr", "Саслушајте", "саслушајте");
	assert_slug("ko", "1단계: 미리 준비하기", "1단계-미리-준비하기");
	assert_slug("fa", "چک‌لیست", "چک‌لیست"); /* with its U+200C */
	assert_slug("fa", "بخش ۲", "بخش-۲");
}

static void case_follows_the_language(void **state)
{
	(void)state;
	assert_slug("tr", "Ilık İş", "ılık-iş");
	assert_slug("en", "Ice", "ice");
	assert_slug("", "Ice", "ice");
}

static void decomposed_letters_are_composed(void **state)
{
	(void)state;
	assert_slug("fi", "a\xCC\x88", "ä");
}

static void signs_are_dropped_and_hyphens_kept_once(void **state)
{
	(void)state;
	assert_slug("en", "What, why & how?", "what-why-how");
	assert_slug("en", "Step-by-step", "step-by-step");
	assert_slug("en", "a – b", "a-b");
	assert_slug("en", "- a -", "a");
	assert_slug("en", "snake_case", "snake_case");
	assert_slug("en", "a\xC2\xA0" "b", "a-b");
	assert_slug("en", "<a href=\"x\">", "a-hrefx");
}

static void nothing_left_is_a_section(void **state)
{
	(void)state;
	assert_slug("en", "", "section");
	assert_slug("en", "?!", "section");
	assert_slug("en", " - ", "section");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_and_digits_of_all_scripts_stay),
		cmocka_unit_test(case_follows_the_language),
		cmocka_unit_test(decomposed_letters_are_composed),
		cmocka_unit_test(signs_are_dropped_and_hyphens_kept_once),
		cmocka_unit_test(nothing_left_is_a_section),
	};

	return cmocka_run_group_tests_name("parse/slug", tests, NULL, NULL);
}
