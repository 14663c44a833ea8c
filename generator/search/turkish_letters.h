/*
 * Turkish letters as bytes, so that endings can be compared letter by letter,
 * and what vowel harmony asks of them.
 */
#ifndef SEARCH_TURKISH_LETTERS_H
#define SEARCH_TURKISH_LETTERS_H

#include "base/text.h"

#include <stdbool.h>

struct arena;

/* The 26 letters of ASCII stand for themselves. */
enum turkish_letter {
	LETTER_C_CEDILLA = 1,
	LETTER_SOFT_G,
	LETTER_DOTLESS_I,
	LETTER_O_UMLAUT,
	LETTER_S_CEDILLA,
	LETTER_U_UMLAUT,
	LETTER_A_HAT,
	LETTER_I_HAT,
	LETTER_U_HAT
};

#define LETTERS_MOST 40

struct letters {
	unsigned char at[LETTERS_MOST];
	size_t count;
};

/* False if the text has other letters or too many.  Capitals and round
 * brackets, the signs of the tables, pass. */
bool letters_read(struct letters *letters, struct text text);
struct text letters_text(struct arena *arena, const struct letters *letters);

bool letter_is_vowel(unsigned char letter);
bool letter_is_high(unsigned char letter);      /* ı i u ü */
bool letter_is_voiceless(unsigned char letter); /* f s t k ç ş h p */

/* The last vowel; 0 if there is none. */
unsigned char letters_last_vowel(const unsigned char *at, size_t count);
size_t letters_syllables(const unsigned char *at, size_t count);

/* The vowel of an ending with A (a or e) or I (ı i u ü) after a vowel. */
unsigned char letter_low_after(unsigned char vowel);
unsigned char letter_high_after(unsigned char vowel);
/* a as e, o as ö and so on: how some loans are heard. */
unsigned char letter_fronted(unsigned char vowel);

/* Before a vowel p ç t k are b c d ğ. The letter itself if it is another. */
unsigned char letter_softened(unsigned char letter);
unsigned char letter_hardened(unsigned char letter);

/* True if a Turkish word may end in these two consonants: rt and nk, but not
 * tr and kn. */
bool letters_end_well(unsigned char first, unsigned char second);

#endif
