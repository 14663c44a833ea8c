/*
 * What the tests of read/ share: a source out of a string, and the report of
 * reading it as users would see it.
 */
#ifndef UNIT_READ_READING_H
#define UNIT_READ_READING_H

#include "base/buffer.h"
#include "base/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reading {
	struct arena arena;
	struct report report;
	struct source source;
};

static inline int reading_setup(void **state)
{
	*state = calloc(1, sizeof(struct reading));
	return *state == NULL;
}

static inline int reading_teardown(void **state)
{
	struct reading *reading = *state;

	arena_release(&reading->report.arena);
	arena_release(&reading->arena);
	free(reading);
	return 0;
}

/* The source gets these bytes and the name x.md; the report is emptied. */
static inline const struct source *reading_of(struct reading *reading,
    const char *bytes)
{
	/* A copy without a byte behind it: a sanitizer sees who goes on. */
	size_t length = strlen(bytes);
	char *copy = arena_alloc(&reading->arena, length + 1);

	memcpy(copy, bytes, length);
	copy[length] = '\x01';
	arena_release(&reading->report.arena);
	reading->report = (struct report){ 0 };
	reading->source = (struct source){ TEXT("x.md"), { copy, length },
		NULL };
	return &reading->source;
}

/* The messages as they are printed, without the lines of the source. */
static inline const char *report_string(struct arena *arena,
    const struct report *report)
{
	struct buffer messages = { 0 };
	char *bytes = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&bytes, &length);
	struct text line, rest;
	const char *string;

	if (stream == NULL)
		abort();
	report_print(report, stream, (struct report_style){ 0 });
	if (fclose(stream) != 0)
		abort();
	rest = (struct text){ bytes, length };
	while (text_cut(&line, &rest, '\n')) {
		if (text_starts(line, TEXT(" ")))
			continue;
		buffer_add(&messages, line);
		buffer_add_char(&messages, '\n');
	}
	string = text_string(arena, buffer_text(&messages));
	buffer_release(&messages);
	free(bytes);
	return string;
}

#define assert_report(reading, expected)                                       \
	assert_string_equal(                                                   \
	    report_string(&(reading)->arena, &(reading)->report), expected)

/* For tests, the languages are these. */
static inline bool reading_tag_valid(struct text tag)
{
	static const char *const tags[] = { "en", "fa", "fi", "ko", "pt-BR",
		"pt-br", "sr", "sr-Latn", "tr" };
	size_t i;

	for (i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		if (text_equal_string(tag, tags[i]))
			return true;
	return false;
}

#define assert_text(text, expected)                                            \
	assert_string_equal(                                                   \
	    text_string(&reading->arena, (text)), (expected))

#endif
