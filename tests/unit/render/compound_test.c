#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/compound.h"

/* Where borders are marked, as letters before them; -1 ends. */
static void expect(const char *spelling, int first, int second)
{
	struct compounds *compounds = compounds_open();
	struct text text = text_from(spelling);
	struct hyphen_word word = { .count = text_count(text) };
	int found[2] = { -1, -1 };
	int count = 0;
	size_t i;

	assert_non_null(compounds);
	compounds_mark(compounds, &word, text);
	for (i = 0; i < word.count; i++) {
		if (word.marks[i] != HYPHEN_BORDER)
			continue;
		assert_in_range(count, 0, 1);
		found[count++] = (int)i;
	}
	assert_int_equal(found[0], first);
	assert_int_equal(found[1], second);
	compounds_close(compounds);
}

static void borders_of_compounds_are_marked(void **state)
{
	(void)state;
	expect("asiakaspalvelu", 7, -1);
	expect("Työelämätaitoja", 3, 8);
}

/* peli-sään-töihin is possible, but not meant. */
static void the_reading_of_fewest_parts_counts(void **state)
{
	(void)state;
	expect("pelisääntöihin", 4, -1);
}

static void simple_and_unknown_words_have_no_border(void **state)
{
	(void)state;
	expect("kuunteleminen", -1, -1);
	expect("xyzzyplughwwww", -1, -1);
}

static void closing_nothing_is_fine(void **state)
{
	(void)state;
	compounds_close(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(borders_of_compounds_are_marked),
		cmocka_unit_test(the_reading_of_fewest_parts_counts),
		cmocka_unit_test(simple_and_unknown_words_have_no_border),
		cmocka_unit_test(closing_nothing_is_fine),
	};

	return cmocka_run_group_tests_name(
	    "render/compound", tests, NULL, NULL);
}
