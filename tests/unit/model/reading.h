/*
 * What the tests of catalogs share: a source out of a string, and the report
 * of reading it as users would see it.
 */
#ifndef UNIT_MODEL_READING_H
#define UNIT_MODEL_READING_H

#include "base/arena.h"
#include "base/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reading {
	struct arena arena;
	struct report report;
	struct source source;
	char *bytes;
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
	free(reading->bytes);
	free(reading);
	return 0;
}

/* A source of the name x.po with these bytes until the next one; the report
 * is emptied. */
static inline const struct source *reading_of(struct reading *reading,
    struct text bytes)
{
	/* An allocation of its own size: a sanitizer sees who reads on. */
	free(reading->bytes);
	reading->bytes = malloc(bytes.length > 0 ? bytes.length : 1);
	if (reading->bytes == NULL)
		abort();
	if (bytes.length > 0)
		memcpy(reading->bytes, bytes.at, bytes.length);
	arena_release(&reading->report.arena);
	reading->report = (struct report){ 0 };
	reading->source = (struct source){ TEXT("x.po"),
		{ reading->bytes, bytes.length }, NULL };
	return &reading->source;
}

/* The report as it is printed, with the lines of the source. */
static inline const char *reading_printed(struct reading *reading)
{
	char *bytes = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&bytes, &length);
	const char *printed;

	if (stream == NULL)
		abort();
	report_print(&reading->report, stream, (struct report_style){ 0 });
	if (fclose(stream) != 0)
		abort();
	printed = text_string(&reading->arena,
	    (struct text){ bytes, length });
	free(bytes);
	return printed;
}

#define assert_text(reading, text, expected)                                   \
	assert_string_equal(text_string(&(reading)->arena, (text)), (expected))

#endif
