/*
 * The endings by which the engine recognizes forms that a guide does not
 * contain: those that the language knows, and those learned from the classes
 * of the guide.
 */
#ifndef SEARCH_ENDINGS_H
#define SEARCH_ENDINGS_H

#include "search/arrange.h"

/* In the letters of the index, sorted, each once. */
struct endings {
	struct text *suffixes;
	size_t suffix_count;
	struct text *prefixes;
	size_t prefix_count;
	struct text (*alternations)[2];
	size_t alternation_count;
};

void endings_make(struct endings *endings, struct arena *arena,
    const struct classes *classes, const struct arrangement *arrangement);

#endif
