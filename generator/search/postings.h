/*
 * Which section has which class of words, and how much that says of it.
 *
 * IMPACTS.  The weight of a class in a section is BM25's,
 *   idf * tf / (tf + k1 * (1 - b + b * length / mean length)),
 * with weighted counts of words (enum term_weight) for tf and length.  It is
 * kept as a byte: 255 is the bound that the rarest class of the locale
 * approaches, so impacts of different words may be added, and a title's rare
 * word is high in every index.  In a hub the words of a name share
 * POSTING_NAME among them, the rarer the more, all others have little: so
 * the words of a query tell how much of a name they are.
 */
#ifndef SEARCH_POSTINGS_H
#define SEARCH_POSTINGS_H

#include "base/buffer.h"
#include "search/arrange.h"

/* Of the words of a name together (ENGINE_HUB_IMPACT: search/engine_state.h).
 */
enum { POSTING_NAME = 240 };

/* One posting before it is packed. */
struct posting {
	uint32_t section;
	uint32_t form;   /* POSTING_PART: the class is a part of a word */
	uint32_t weight : 16;
	uint32_t name : 16; /* index + 1 in names, if it is of one */
};
#define POSTING_PART UINT32_MAX

struct postings {
	struct posting *items; /* by class of classes, then by section */
	size_t *starts; /* by class of classes; one more at the end */
	uint32_t *lengths; /* by section */
	double *names; /* how rare the words of each are, together */
	size_t name_count;
	double mean; /* of the lengths */
	const struct collection *collection;
	const struct classes *classes;
};

void postings_make(struct postings *postings, struct arena *arena,
    const struct collection *collection, const struct classes *classes);

/* Adds the packed postings of a class (search/engine.h). */
void postings_pack(struct buffer *buffer, const struct postings *postings,
    uint32_t class);

#endif
