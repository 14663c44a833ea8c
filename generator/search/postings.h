/*
 * Which section has which class of words, and how much that says of it.
 *
 * IMPACTS.  The weight of a class in a section is BM25's,
 *   idf * tf / (tf + k1 * (1 - b + b * length / mean length)),
 * with weighted counts of words (enum term_weight) for tf and length.  It is
 * kept as a byte: 255 is the bound that the rarest class of the locale
 * approaches, so impacts of different words may be added, and a title's rare
 * word is high in every index.  In a hub the words of its names have from
 * POSTING_NAME up to 255, all others less.
 */
#ifndef SEARCH_POSTINGS_H
#define SEARCH_POSTINGS_H

#include "base/buffer.h"
#include "search/arrange.h"

/* The least impact of a word that names the principle of a hub, and so brings
 * it before all else: ENGINE_HUB_IMPACT (search/engine_state.h). */
enum { POSTING_NAME = 128 };

/* One posting before it is packed. */
struct posting {
	uint32_t section;
	uint32_t form;   /* POSTING_PART: the class is a part of a word */
	uint32_t weight; /* and POSTING_NAMES, if it names the principle */
};
#define POSTING_PART UINT32_MAX
#define POSTING_NAMES (UINT32_C(1) << 31)

struct postings {
	struct posting *items; /* by class of classes, then by section */
	size_t *starts; /* by class of classes; one more at the end */
	uint32_t *lengths; /* by section */
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
