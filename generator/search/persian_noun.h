/*
 * Takes off the endings of a Persian noun or adjective in the order in which
 * they are joined: copula, possessive, indefinite, plural, comparative.
 */
#ifndef SEARCH_PERSIAN_NOUN_H
#define SEARCH_PERSIAN_NOUN_H

#include "search/persian_lexicon.h"

struct persian_noun {
	struct text keys[PERSIAN_READINGS]; /* the second may be empty */
	struct text stem;  /* without endings, with joiners */
	struct text loose; /* what the first key belongs to or is made of */
};

/* word: plain, with joiners.  Texts are slices of it or in the arena. */
struct persian_noun persian_noun_analyse(const struct persian_lexicon *lexicon,
    struct arena *arena, struct text word);

#endif
