/*
 * What a Turkish word may mean, and which of it is likely enough to be kept.
 */
#ifndef SEARCH_TURKISH_MEANINGS_H
#define SEARCH_TURKISH_MEANINGS_H

#include "search/turkish_letters.h"

/* A word of the dictionary: a noun, or the stem of a verb. */
struct lemma {
	struct letters letters;
	bool verb;
};

struct meaning {
	struct lemma word;
	struct lemma base; /* what it is derived from; else the same */
	unsigned cost;
	bool known;        /* its root is listed */
	bool whole;        /* nothing was taken off */
};

#define MEANINGS_MOST 16

struct meanings {
	struct meaning items[MEANINGS_MOST];
	size_t count;
};

/* Adds a meaning; of two with the same word the better one stays. */
void meanings_add(struct meanings *meanings, const struct meaning *meaning);

/* Keeps the best, and at most three that are almost as good, best first. */
void meanings_choose(struct meanings *meanings);

#endif
