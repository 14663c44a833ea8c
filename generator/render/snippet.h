/*
 * A piece of an attribute's value that knows where it stands in the template,
 * so that a message can point at the one name that is wrong.
 */
#ifndef RENDER_SNIPPET_H
#define RENDER_SNIPPET_H

#include "base/report.h"

/* text lives as long as the template's tree. */
struct snippet {
	struct text text;
	struct place place;
	bool exact; /* bytes of text are bytes of the file: parts of it have
	               places of their own; else all have this place */
};

struct snippet snippet_slice(struct snippet snippet, size_t at,
    size_t length);
struct snippet snippet_after(struct snippet snippet, size_t at);
struct snippet snippet_trim(struct snippet snippet);

/* Cuts the next clause of "name value; name value" off rest, trimmed; ";;"
 * stands for a semicolon inside a clause.  Empty clauses are skipped; false
 * if none is left. */
bool snippet_clause(struct snippet *clause, struct snippet *rest,
    struct arena *arena);

/* Splits "name value" at the first blanks; value may be empty. */
void snippet_split(struct snippet *name, struct snippet *value,
    struct snippet clause);

/* Cuts the next word off rest, where words stand between blanks and
 * semicolons; false if none is left. */
bool snippet_word(struct snippet *word, struct snippet *rest);

#endif
