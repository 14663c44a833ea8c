/*
 * Where long words may be divided at the end of a line.
 */
#ifndef RENDER_HYPHEN_H
#define RENDER_HYPHEN_H

#include "render/typography_rules.h"

/* Longer words are not divided: they are none. */
enum { HYPHEN_LETTERS = 96 };

/* What stands before a letter. */
enum hyphen_mark {
	HYPHEN_NONE,
	HYPHEN_SYLLABLE,
	HYPHEN_BORDER /* between the parts of a compound word */
};

struct hyphen_word {
	uint32_t letters[HYPHEN_LETTERS]; /* in lower case */
	size_t offsets[HYPHEN_LETTERS];   /* of each in the text, in bytes */
	size_t count;
	unsigned char marks[HYPHEN_LETTERS]; /* enum hyphen_mark */
};

/* One for a thread: it remembers the words that it has seen. */
struct hyphenator;

struct hyphenator *hyphenator_new(void);
void hyphenator_release(struct hyphenator *hyphenator); /* NULL is fine */
/* True if a Finnish word was to be divided, and the dictionary of compound
 * words could not be opened.  Such words are divided by syllable. */
bool hyphenator_lacks_dictionary(const struct hyphenator *hyphenator);

/*
 * Divides a word of letters and marks.  Words of fewer than shortest letters
 * have no marks; neither have words that carry soft hyphens already.  Parts
 * of a Finnish compound are divided further only if they have as many letters
 * themselves, so that lines end at a border wherever they can.  At least three
 * letters stay on each side of a syllable's mark.
 */
void hyphen_divide(struct hyphen_word *word, struct hyphenator *hyphenator,
    enum typography_syllables syllables, struct text text, size_t shortest);

/* The languages: each marks the syllables of letters that are in place.
 * Finnish divides the parts that are at least as long as told and stand
 * between borders that are marked already. */
void hyphen_finnish(struct hyphen_word *word, size_t shortest);
void hyphen_serbian(struct hyphen_word *word);
void hyphen_turkish(struct hyphen_word *word);

#endif
