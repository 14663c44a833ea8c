/*
 * A day of the Gregorian calendar, as authors write it: 2026-11-21.
 */
#ifndef READ_DATE_H
#define READ_DATE_H

#include "base/text.h"

/* {0} is no date. */
struct date {
	int year;  /* 1 to 9999 */
	int month; /* 1 to 12 */
	int day;   /* 1 to 31, as the month has them */
	bool given;
};

/* Reads YYYY-MM-DD (the extended form of ISO 8601, nothing shorter and no
 * time of day).  False, and date untouched, if it is no day that exists. */
bool date_read(struct date *date, struct text text);

/* Earlier first: negative, zero or positive.  No date comes before all. */
int date_compare(struct date a, struct date b);

/* Days from 1970-01-01 to a day of the Gregorian calendar, extended to before
 * it began. */
long date_days(int year, int month, int day);

#endif
