/*
 * The words of persian_words.h, made ready for being looked up, and the
 * spelling in which they are: one letter for what Arabic, Persian and careless
 * keyboards tell apart.
 */
#ifndef SEARCH_PERSIAN_LEXICON_H
#define SEARCH_PERSIAN_LEXICON_H

#include "base/text.h"

#include <stdbool.h>

struct arena;
struct persian_verb;

/* ZWNJ in a plain word: where the author saw a border. */
#define PERSIAN_JOINER '-'

enum { PERSIAN_READINGS = 2 };

struct persian_lexeme {
	/* The words whose form this is, plain; empty if there is none. */
	struct text lemmas[PERSIAN_READINGS];
	/* Forms of this word that no rule gives, between blanks; or empty. */
	struct text forms[PERSIAN_READINGS];
	struct text related; /* a word to be found beside it; or empty */
	const struct persian_verb *past[PERSIAN_READINGS];
	const struct persian_verb *present[PERSIAN_READINGS];
	bool function;   /* has no forms and is no form */
	bool whole;      /* ends like a form but is not one */
	bool whole_i;    /* the same of -i */
	bool also_noun;  /* besides being a form of a verb */
	bool indefinite; /* -i only means "a" behind it */
	bool possessed;
	bool drops_e;    /* its plural in -at takes the place of -e */
};

struct persian_lexicon;

struct persian_lexicon *persian_lexicon_open(void);
void persian_lexicon_close(struct persian_lexicon *lexicon);

/* What is known of a plain word without joiners; NULL if nothing. */
const struct persian_lexeme *persian_lexicon_find(
    const struct persian_lexicon *lexicon, struct text word);

/* The word in plain spelling, with joiners; in the arena. */
struct text persian_plain(struct arena *arena, struct text word);
/* A plain word without its joiners; itself if it has none. */
struct text persian_join(struct arena *arena, struct text plain);

#endif
