#include "read/date.h"

/* Gregorian rule: every fourth year, but of the centuries every fourth. */
static bool is_leap(unsigned year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static unsigned days_of(unsigned year, unsigned month)
{
	static const unsigned char days[] = { 31, 28, 31, 30, 31, 30, 31, 31,
		30, 31, 30, 31 };

	return days[month - 1] + (month == 2 && is_leap(year) ? 1U : 0U);
}

bool date_read(struct date *date, struct text text)
{
	unsigned year, month, day;

	if (text.length != 10 || text.at[4] != '-' || text.at[7] != '-')
		return false;
	if (!text_number(&year, text_slice(text, 0, 4)) ||
	    !text_number(&month, text_slice(text, 5, 2)) ||
	    !text_number(&day, text_slice(text, 8, 2)))
		return false;
	if (year < 1 || month < 1 || month > 12 || day < 1 ||
	    day > days_of(year, month))
		return false;
	*date = (struct date){ (int)year, (int)month, (int)day, true };
	return true;
}

static int as_number(struct date date)
{
	return date.given ? (date.year * 100 + date.month) * 100 + date.day : 0;
}

int date_compare(struct date a, struct date b)
{
	return as_number(a) - as_number(b);
}

long date_days(int year, int month, int day)
{
	/* Years are counted from March, so that leap days come last. */
	long years = month > 2 ? year : year - 1L;
	long months = month > 2 ? month - 3 : month + 9;
	long era = (years >= 0 ? years : years - 399) / 400;
	long year_of_era = years - era * 400;

	return era * 146097 + year_of_era * 365 + year_of_era / 4 -
	    year_of_era / 100 + (153 * months + 2) / 5 + day - 1 - 719468;
}
