/*
 * The paradigm of Turkish: which endings may stand behind which, and how each
 * looks after a given stem.
 */
#ifndef SEARCH_TURKISH_ENDINGS_H
#define SEARCH_TURKISH_ENDINGS_H

#include "search/turkish_letters.h"

/* What the front part of a word is, once some endings are taken off. */
enum place {
	WORD,
	/* Verbs, from the end to the stem. */
	VERB_PAST,     /* before the persons -m -n -k */
	VERB_PERSON,   /* before the persons -im -sin -iz */
	VERB_TENSE,    /* ends in a tense */
	VERB_NEGATED,  /* may end in -me */
	VERB_ABLE,     /* may end in -ebil */
	VERB_MANNER,   /* may end in -iver */
	VERB_STEM,     /* with its voice */
	/* Nouns and adjectives. */
	NOUN_PAST,     /* before the persons of -di, as predicate */
	NOUN_CASE,
	NOUN_POSSESSIVE,
	NOUN_THIRD,    /* ends in the possessive of the third person */
	NOUN_PLURAL,
	NOUN_STEM,
	PLACES
};

/* What an ending asks of the stem before it, beyond harmony. */
enum need {
	NEED_NOTHING,
	NEED_NARROW,   /* -iyor: takes a last a, e away: başla, başlıyor */
	NEED_HIGH,     /* -yor: a last ı i u ü: okuyor */
	NEED_IR,       /* -ir: more than one syllable, or gelir */
	NEED_AR,       /* -er: one syllable */
	NEED_LIQUID,   /* -t: a vowel, r or l */
	NEED_NO_L      /* -il: no l */
};

enum ending_flag {
	ENDING_APART = 1, /* what is before it is another word, found loosely */
	ENDING_OWN = 2,   /* what is before it is too far to be found */
	ENDING_KNOWN = 4  /* only after roots that are listed */
};

struct ending {
	enum place from;
	/* A: a e.  I: ı i u ü.  D: d t.  C: c ç.  G: g k.  K: k ğ.
	 * In brackets: only after a vowel, or a vowel only after none. */
	const char *shape;
	enum place to;
	unsigned char cost; /* in a word with a listed root */
	unsigned char pull; /* how well it shows that a word is inflected */
	enum need need;
	unsigned flags;
};

/* Sorted by from. */
extern const struct ending turkish_endings[];
extern const size_t turkish_endings_count;

struct shape {
	unsigned char at[16];
	size_t count;
	unsigned char buffer; /* 0: none */
};

/* A shape for matching; false if it cannot be one. */
bool shape_read(struct shape *shape, const char *text);

enum fit {
	FIT_NOT,
	FIT_WELL,
	FIT_FRONTED /* as if the stem's last vowel were a front one */
};

/* Whether the letters end in the shape, with or without its buffer letter;
 * *rest is the count of letters before it. */
enum fit shape_fit(size_t *rest, const struct shape *shape, bool buffered,
    const unsigned char *at, size_t count);

#endif
