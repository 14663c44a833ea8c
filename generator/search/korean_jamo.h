/*
 * Korean words as jamo: the letters that Hangul syllables are composed of
 * (Unicode 15, 3.12), so that endings which are only the last consonant of a
 * syllable are ordinary tails.
 */
#ifndef SEARCH_KOREAN_JAMO_H
#define SEARCH_KOREAN_JAMO_H

#include "base/text.h"

enum {
	JAMO_MOST = 96,	       /* letters of a word that is taken apart */
	JAMO_LEADING = 0x1100, /* the first of 19 leading consonants */
	JAMO_VOWEL = 0x1161,   /* the first of 21 vowels */
	JAMO_FINAL = 0x11a8    /* the first of 27 final consonants */
};

/* Letters other than Hangul stay what they are (code points of the BMP). */
struct jamo {
	uint16_t at[JAMO_MOST];
	size_t length;
};

/* False if the word is too long or has letters outside of the BMP. */
bool jamo_from(struct jamo *jamo, struct text word);
/* The first length letters as precomposed text in the arena. */
struct text jamo_text(
    struct arena *arena, const struct jamo *jamo, size_t length);

bool jamo_is_vowel(uint16_t letter);
bool jamo_is_final(uint16_t letter);
bool jamo_is_hangul(uint16_t letter);
/* Syllables of the first length letters; digits and Latin letters count. */
size_t jamo_syllables(const struct jamo *jamo, size_t length);

/* What the first length letters end with; text is some letters of a word. */
bool jamo_ends(const struct jamo *jamo, size_t length, const char *text);
/* The first length letters without the last `cut` of them and with those of
 * text behind. */
struct jamo jamo_with(
    const struct jamo *jamo, size_t length, size_t cut, const char *text);

#endif
