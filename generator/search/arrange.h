/*
 * The order of an index: forms in its letters, and classes with those of
 * their group side by side, near others that are spelled alike.
 */
#ifndef SEARCH_ARRANGE_H
#define SEARCH_ARRANGE_H

#include "search/classes.h"
#include "search/letters.h"

struct arrangement {
	struct letters letters;
	uint32_t *classes; /* by number of the index */
	uint32_t class_count;
	uint32_t *forms; /* those that are in the index, by their bytes, then
	                    by class number and ordinal */
	uint32_t form_count;
};

/* Gives classes their numbers, and forms their bytes. */
void arrange(struct arrangement *arrangement, struct arena *arena,
    struct classes *classes);

#endif
