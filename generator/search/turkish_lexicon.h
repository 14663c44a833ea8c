/*
 * Lists of Turkish roots.  They say where endings begin, so a list needs what
 * is short, what ends as if it were inflected, and what is met often; verbs,
 * nearly a closed class, are there as far as they are known.
 */
#ifndef SEARCH_TURKISH_LEXICON_H
#define SEARCH_TURKISH_LEXICON_H

/* What a list says of its roots. */
enum root_kind {
	ROOTS_PLAIN,
	ROOTS_SOFT,    /* of one syllable, yet softened: dip, dib-i */
	ROOTS_DROP,    /* loses its last vowel: ağız, ağz-ı */
	ROOTS_DOUBLE,  /* doubles its last consonant: hak, hakk-ı */
	ROOTS_FRONT,   /* with front vowels in its endings: saat-i */
	ROOTS_CLOSED,  /* not taken apart */
	ROOTS_PRONOUN, /* the first word, and forms of it */
	ROOTS_HIGH     /* -ir in the aorist: gel-ir */
};

struct root_list {
	enum root_kind kind;
	const char *words; /* separated by blanks; NULL ends the lists */
};

extern const struct root_list turkish_nouns[], turkish_verbs[];

#endif
