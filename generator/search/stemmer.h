/*
 * Snowball stemmers: the only home of libstemmer.
 */
#ifndef SEARCH_STEMMER_H
#define SEARCH_STEMMER_H

#include "base/text.h"

struct arena;
struct stemmer; /* for one thread */

/* tag: a primary subtag, "tr".  NULL if libstemmer has no such language. */
struct stemmer *stemmer_open(const char *tag);
void stemmer_close(struct stemmer *stemmer); /* NULL is fine */

/* The stem of a lower-case word, stemmed again until nothing changes (at most
 * `rounds` times); in the arena.  The word itself if stemmer is NULL. */
struct text stemmer_stem(struct stemmer *stemmer, struct arena *arena,
    struct text word, unsigned rounds);

#endif
