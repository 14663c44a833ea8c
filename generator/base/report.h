/*
 * Problems are collected, sorted by place and printed once at the end of a
 * run; library code never prints.  Every message is a row of the table in
 * messages.h, so that it can be translated, documented and tested.
 */
#ifndef BASE_REPORT_H
#define BASE_REPORT_H

#include "base/arena.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdio.h>

/* A file.  Lives as long as any place that points into it.  name is the path
 * as the user should see it, with slashes.  bytes may be dropped ({0}) when
 * the file is no longer needed: report_print then reads path again to show
 * the line (path NULL: it never existed on disk). */
struct source {
	struct text name;
	struct text bytes;
	const char *path;
};

/* Where something is; line and column are found only when it is printed.
 * source NULL: no place at all (printed without file:line:column). offset
 * PLACE_FILE: the file as a whole (printed as file: without a line). */
struct place {
	const struct source *source;
	size_t offset; /* in bytes from the start of the file */
};
#define PLACE_FILE ((size_t)-1)

static inline struct place place_nowhere(void)
{
	return (struct place){ NULL, 0 };
}

static inline struct place place_file(const struct source *source)
{
	return (struct place){ source, PLACE_FILE };
}

enum report_level { REPORT_NOTE, REPORT_WARNING, REPORT_ERROR, REPORT_FATAL };
/* FATAL: environment or usage (exit status 2); the others as they say. */

/* MESSAGE_... enumerators: one for each row of messages.h. */
enum message {
#define MESSAGE(name, level, code, text, hint) MESSAGE_##name,
#include "base/messages.h"
#undef MESSAGE
	MESSAGE_COUNT
};

struct report_item {
	struct place place;
	enum message message;
	struct text *values; /* in the order of the placeholders in the row */
	size_t value_count;
};

/* {0} is an empty report.  Not safe for two threads: each worker has one,
 * joined afterwards. */
struct report {
	struct arena arena;
	struct report_item *items;
	size_t count;
	size_t capacity;
	size_t counts[REPORT_FATAL + 1]; /* how many of each level */
};

/*
 * Adds a message. values are the texts for the {placeholders} of the row's
 * text and hint, each name once, in order of first appearance (text before
 * hint); they are copied.  Use the macro: report_add(&report, MESSAGE_X,
 * place, value, value...).  Too few or too many values is an assertion.
 */
#define report_add(report, message, place, ...)                                \
	report_add_values((report), (message), (place),                        \
	    (struct text[]){ (struct text){ 0 }, ##__VA_ARGS__ } + 1,          \
	    sizeof((struct text[]){ (struct text){ 0 }, ##__VA_ARGS__ }) /     \
		    sizeof(struct text) -                                      \
		1)
void report_add_values(struct report *report, enum message message,
    struct place place, const struct text *values, size_t value_count);

/* Moves every item of from to report; from is empty afterwards. */
void report_join(struct report *report, struct report *from);

/* Gives all memory back; the report is empty again and usable. */
void report_release(struct report *report);

/* How a report is printed. */
struct report_style {
	bool json;   /* one JSON object a line instead of text */
	bool strict; /* warnings count as errors for the exit status */
	bool quiet;  /* notes and warnings are not printed */
};

/*
 * Prints all items sorted by file name, offset, level (errors first), code
 * and values, equal ones once.  As text:
 *   file:line:column: error: text; hint [code]
 *    12 | the source line
 *       |      ^
 * line from 1, column in code points from 1; the hint is printed only if all
 * its values are non-empty. As JSON: {"file","line","column","level","code",
 * "message"}.
 */
void report_print(const struct report *report, FILE *stream,
    struct report_style style);

/* 2 if anything FATAL, 1 if any error (or warning under strict), else 0. */
int report_status(const struct report *report, struct report_style style);

/* Line and column (code points, from 1) of a place that has an offset. */
void place_locate(struct place place, size_t *line, size_t *column);

/* The row: its code ("unknown-principle"), level, English text and hint. */
struct message_row {
	enum report_level level;
	const char *code, *text, *hint; /* hint may be NULL */
};
const struct message_row *message_row(enum message message);

#endif
