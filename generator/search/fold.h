/*
 * Folding: what a reader types and what an author wrote meet in the same
 * letters.  Words are cut from text and lose case, marks, width, joiners and
 * script (Serbian Cyrillic becomes Latin, Hangul the letters it is composed
 * of), by a table that is made from ICU when the program is built.
 * Freestanding: used by the generator and by the engine in the browser.
 */
#ifndef SEARCH_FOLD_H
#define SEARCH_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Letters kept of a word; what is behind them is not looked at. */
#define FOLD_LETTERS 64

/* How a language folds. */
enum fold_flag {
	FOLD_DOTLESS = 1 /* a capital I is a dotless one: Turkish, Azeri */
};

struct fold_word {
	size_t start, end; /* bytes of the word in the text */
	uint16_t letters[FOLD_LETTERS]; /* folded: code points of the BMP */
	size_t count;
	uint8_t signature; /* of the marks that folding took away and where;
	                      0 if there were none.  Tells words apart that
	                      fold alike: Finnish saa and sää. */
};

/*
 * Finds the next word of UTF-8 text at or after *offset and moves *offset
 * behind it; false if there is none.  A word is a run of letters, marks and
 * digits; an apostrophe or a colon before a letter and within a word, soft
 * hyphens, ZWNJ and other joiners belong to it and vanish.  Malformed bytes
 * and letters outside of the BMP separate words.  A suffix is folded as a
 * word, too; it may begin with a final consonant (U+11A8 to U+11C2).
 */
bool fold_next(struct fold_word *word, const char *text, size_t length,
    size_t *offset, unsigned flags);

#endif
