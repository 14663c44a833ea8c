/*
 * Understands Turkish words: takes endings off from right to left in all ways
 * that grammar allows, and keeps the ways that cost least.
 */
#ifndef SEARCH_TURKISH_PARSER_H
#define SEARCH_TURKISH_PARSER_H

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

struct parser;

struct parser *parser_new(void);
void parser_free(struct parser *parser); /* NULL is fine */

/* The likeliest meanings of a word, best first: at least one, four at most. */
void parser_read(struct meanings *meanings, const struct parser *parser,
    const struct letters *word);

#endif
