/* How long a text takes, what stands at its end, and two languages. */
#include "render/reading.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/viewing.h"

static void minutes_follow_the_measured_speed_of_a_language(void **state)
{
	(void)state;
	assert_int_equal(reading_minutes(TEXT("en"), 2280, 0), 10);
	assert_int_equal(reading_minutes(TEXT("fi"), 1610, 0), 10);
	assert_int_equal(reading_minutes(TEXT("fi-FI"), 1610, 0), 10);
	assert_int_equal(reading_minutes(TEXT("tr"), 830, 0), 5);
	/* Not measured. */
	assert_int_equal(reading_minutes(TEXT("sr-Latn"), 1840, 0), 10);
	assert_int_equal(reading_minutes(TEXT("fa"), 1840, 0), 10);
}

static void korean_counts_syllables(void **state)
{
	(void)state;
	assert_int_equal(reading_minutes(TEXT("ko"), 700, 1850), 5);
	/* A Korean edition of which little is translated. */
	assert_int_equal(reading_minutes(TEXT("ko"), 1840, 30), 10);
}

static void minutes_are_rounded_but_never_none(void **state)
{
	(void)state;
	assert_int_equal(reading_minutes(TEXT("en"), 1, 0), 1);
	assert_int_equal(reading_minutes(TEXT("en"), 341, 0), 1);
	assert_int_equal(reading_minutes(TEXT("en"), 342, 0), 2);
}

static void nothing_is_said_where_words_cannot_be_counted(void **state)
{
	(void)state;
	assert_int_equal(reading_minutes(TEXT("zh-Hant"), 500, 0), 0);
	assert_int_equal(reading_minutes(TEXT("ja"), 500, 0), 0);
	assert_int_equal(reading_minutes(TEXT("en"), 0, 0), 0);
}

static void an_article_can_be_read_beside_another_edition(void **state)
{
	static const struct viewing_row rows[] = {
		{ "en/hei.html", "article/minutes", "1" },
		{ "en/hei.html", "article/compare",
		    "compare.html?page=hei.html&with=fi" },
		{ "fi/hei.html", "article/compare",
		    "compare.html?page=hei.html&with=en" },
		{ "fa/salam.html", "article/compare", "-" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    minutes_follow_the_measured_speed_of_a_language),
		cmocka_unit_test(korean_counts_syllables),
		cmocka_unit_test(minutes_are_rounded_but_never_none),
		cmocka_unit_test(
		    nothing_is_said_where_words_cannot_be_counted),
		cmocka_unit_test_setup_teardown(
		    an_article_can_be_read_beside_another_edition,
		    viewing_setup, viewing_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
