#include "read/date.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static bool is_date(const char *string)
{
	struct date date = { 0 };

	return date_read(&date, text_from(string));
}

static void a_day_is_read(void **state)
{
	struct date date = { 0 };

	(void)state;
	assert_true(date_read(&date, TEXT("2026-11-21")));
	assert_int_equal(date.year, 2026);
	assert_int_equal(date.month, 11);
	assert_int_equal(date.day, 21);
	assert_true(date.given);
}

static void days_are_real_ones(void **state)
{
	(void)state;
	assert_true(is_date("2026-01-31"));
	assert_false(is_date("2026-01-32"));
	assert_false(is_date("2026-04-31"));
	assert_false(is_date("2026-00-10"));
	assert_false(is_date("2026-13-10"));
	assert_false(is_date("2026-12-00"));
	assert_true(is_date("2026-12-31"));
	assert_false(is_date("0000-01-01"));
	assert_true(is_date("0001-01-01"));
	assert_true(is_date("9999-12-31"));
}

static void leap_years_follow_the_gregorian_rule(void **state)
{
	(void)state;
	assert_true(is_date("2024-02-29"));
	assert_false(is_date("2026-02-29"));
	assert_false(is_date("1900-02-29"));
	assert_true(is_date("2000-02-29"));
	assert_false(is_date("2024-02-30"));
}

static void other_forms_are_no_dates(void **state)
{
	struct date date = { 1, 2, 3, true };

	(void)state;
	assert_false(is_date(""));
	assert_false(is_date("2026-1-2"));
	assert_false(is_date("20261121"));
	assert_false(is_date("2026/11/21"));
	assert_false(is_date("21-11-2026"));
	assert_false(is_date("2026-11-21T10:00"));
	assert_false(is_date("2026-11-2x"));
	assert_false(is_date("+026-11-21"));
	assert_false(date_read(&date, TEXT("2026-02-31")));
	assert_int_equal(date.year, 1);
	assert_int_equal(date.day, 3);
}

static void dates_compare_by_time(void **state)
{
	const struct date none = { 0 };
	const struct date earlier = { 2025, 12, 31, true };
	const struct date later = { 2026, 1, 1, true };

	(void)state;
	assert_true(date_compare(earlier, later) < 0);
	assert_true(date_compare(later, earlier) > 0);
	assert_int_equal(date_compare(later, later), 0);
	assert_true(date_compare(none, earlier) < 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_is_read),
		cmocka_unit_test(days_are_real_ones),
		cmocka_unit_test(leap_years_follow_the_gregorian_rule),
		cmocka_unit_test(other_forms_are_no_dates),
		cmocka_unit_test(dates_compare_by_time),
	};

	return cmocka_run_group_tests_name("read/date", tests, NULL, NULL);
}
