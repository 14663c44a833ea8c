/*
 * The words of a text, to tell how much of it is still the same: runs of
 * letters and digits, whatever their case.  Hangul and other scripts are cut
 * at blanks and signs, too.
 */
#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H

#include "base/text.h"

struct arena;

/* Hashes of words in order; two words that are not equal have the same one
 * once in a universe. */
struct words {
	uint64_t *items;
	size_t count;
};

/* In the arena. */
struct words words_of(struct arena *arena, struct text text);

/* How many there are. */
size_t words_count(struct text text);

/* Moves to the next word of a text as it is written; false if there is
 * none. */
bool words_next(struct text *word, struct text text, size_t *at);

/* Length of the longest common subsequence; arena is for work. */
size_t words_common(struct arena *arena, const struct words *a,
    const struct words *b);

#endif
