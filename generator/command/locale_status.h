/*
 * How far the translations are: one row for each locale and component, as
 * 'opas locale status' prints them.
 */
#ifndef COMMAND_LOCALE_STATUS_H
#define COMMAND_LOCALE_STATUS_H

#include "command/translating.h"

struct status_counts {
	size_t translated, stale, missing;
};

struct status_row {
	const struct locale *locale;
	struct text component;   /* "ui", "guide" or an article's id */
	const char *origin;      /* "original", "file" or "catalog" */
	struct status_counts messages; /* each id once, as msgfmt counts */
	struct status_counts words;    /* of the messages, in the source */
	long days;               /* since the source changed; -1: nothing is to
	                            do, or nobody knows */
	/* What to do next, unless everything is done: */
	struct text path;        /* the catalog */
	size_t line;             /* 0: 'opas locale update' must come first */
	struct text next;        /* the message */
	bool next_is_stale;
};

struct status_rows {
	struct status_row *items;
	size_t count;
	size_t capacity;
};

/* Rows by locale in the order of the guide, then ui, guide, and the articles
 * by id.  today: days from 1970-01-01.  False after reporting. */
bool status_collect(struct status_rows *rows,
    struct translating *translating, long today);

#endif
