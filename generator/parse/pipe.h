/*
 * The lines of pipe tables, as GitHub Flavored Markdown 0.29, 4.10 has them.
 */
#ifndef PARSE_PIPE_H
#define PARSE_PIPE_H

#include "base/text.h"
#include "parse/extension.h"

struct arena;

struct cells {
	struct text *items; /* without blanks around; escapes are kept */
	size_t count;
	size_t capacity;
};

/* Splits a line at the pipes that no backslash escapes; one at either end
 * makes no cell. */
void pipe_split(struct cells *cells, struct arena *arena, struct text line);

/* Reads a line like "| --- | :-: |" with a pipe in it; false if it is none. */
bool pipe_delimiters(const enum column_alignment **columns, size_t *count,
    struct arena *arena, struct text line);

#endif
