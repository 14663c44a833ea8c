/*
 * Makes the search indexes of a guide, one for each of its locales.
 */
#ifndef SEARCH_INDEXING_H
#define SEARCH_INDEXING_H

#include "search/pack.h"

struct indexing {
	struct arena arena;
	struct arena *workers; /* what workers found out about words */
	size_t worker_count;
	struct collection *collections; /* by locale.index */
	struct pack *packs;             /* by locale.index */
	size_t count;
};

/* From what was read, on as many workers as arenas are given. */
void indexing_make(struct indexing *indexing, const struct guide *guide,
    const struct collection_texts *texts, size_t workers);
void indexing_release(struct indexing *indexing);

#endif
