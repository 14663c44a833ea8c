/*
 * Lists of Korean words: the stems of verbs and adjectives, which are a
 * closed class (new ones are nouns with -hada), and nouns that look as if
 * they had an ending.  Strings of words between blanks; lists end in NULL.
 */
#ifndef SEARCH_KOREAN_WORDS_H
#define SEARCH_KOREAN_WORDS_H

/* Stems of verbs and adjectives, without those in -ha-. */
extern const char *const korean_stems[];
/* Stems whose last consonant is lost or changed before vowels:
 * geot-da, geor-eo; jit-da, ji-eo. */
extern const char *const korean_stems_changing[];
/* Nouns of one syllable, and nouns that look like forms of verbs. */
extern const char *const korean_nouns[];
/* Nouns made of verbs by -m or -gi that are words of their own. */
extern const char *const korean_verbal_nouns[];
/* Words whose end only looks like a particle or an ending. */
extern const char *const korean_wholes[];
/* Contractions, in pairs: the form, the word it belongs to. */
extern const char *const korean_contractions[];

#endif
