/*
 * What the index of one locale is about, in the order of its numbers: the
 * hubs of the principles, then every section of the locale's editions.
 */
#ifndef SEARCH_COLLECTION_H
#define SEARCH_COLLECTION_H

#include "search/hub.h"
#include "search/lexicon.h"

/* Some words of an entry, and how each of them counts there. */
struct entry_words {
	const struct term_counts *counts;
	const uint32_t *map; /* to the lexicon */
	uint32_t weight;     /* times that of counts */
	bool name;           /* they are a name of the principle whose hub
	                        it is */
};

/* A hub or a section. */
struct entry {
	const struct principle *principle; /* of a hub; else NULL */
	const struct section *section;
	const struct terms_section *terms; /* of a section */
	struct entry_words *words;
	size_t words_count;
};

struct collection {
	const struct guide *guide;
	const struct locale *locale;
	struct lexicon lexicon;
	struct entry *items;
	size_t count;
	size_t hub_count;
	size_t text_size; /* bytes of all sections' text */
};

/* What was read, by worker; editions have their documents. */
struct collection_texts {
	struct terms *const *terms;
	size_t worker_count;
};

/* Lists the entries and makes the lexicon, which is not analysed yet. */
void collection_make(struct collection *collection, struct arena *arena,
    const struct guide *guide, const struct locale *locale,
    const struct hubs *hubs, const struct collection_texts *texts);

/* Goes through the words of an entry; {0} is before the first. The same word
 * may come several times. */
struct entry_walk {
	size_t words;
	size_t at;
	uint32_t last;
	uint32_t word;   /* in the lexicon */
	uint32_t weight; /* at least 1 */
	bool name;
};
bool entry_next(struct entry_walk *walk, const struct entry *entry);

#endif
