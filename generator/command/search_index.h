/*
 * The search indexes in the folder of a site, opened when they are needed and
 * kept for further queries.
 */
#ifndef COMMAND_SEARCH_INDEX_H
#define COMMAND_SEARCH_INDEX_H

#include "base/arena.h"
#include "search/ask.h"

enum search_state {
	SEARCH_READY,
	SEARCH_MISSING, /* there is no index for the locale */
	SEARCH_DAMAGED  /* one of its files, which is named */
};

struct search_index {
	struct text tag;
	enum search_state state;
	const char *damaged; /* path of the file */
	const char *folder;
	struct arena arena;
	struct ask ask;
};

struct search_indexes {
	const char *folder; /* of the site */
	struct {
		struct search_index **items;
		size_t count, capacity;
	} opened;
	struct arena arena;
};

/* The locales that have an index, in order. */
size_t search_index_locales(struct text **tags,
    struct search_indexes *indexes);

/* The index of a locale, whatever its state. */
struct search_index *search_index_open(struct search_indexes *indexes,
    struct text tag);

/* Search and what to show, as in search/ask.h.  False if a file of the index
 * is missing or damaged; then its state and name say so. */
bool search_index_ask(struct search_index *index,
    const struct engine_query *query);
bool search_index_record(struct search_index *index, uint32_t section,
    struct engine_record *record);

void search_indexes_release(struct search_indexes *indexes);

#endif
