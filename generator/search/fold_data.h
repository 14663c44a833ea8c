/*
 * The folding table: what becomes of each code point of the BMP, in two
 * stages.  Made by make/fold.c from ICU when the program is built.
 *
 * An entry is one of enum fold_entry, or a letter (below 0x8000), or 0x8000
 * and the place of the first of several letters in fold_sequences, of which
 * all but the last have 0x8000 set.
 */
#ifndef SEARCH_FOLD_DATA_H
#define SEARCH_FOLD_DATA_H

#include <stdint.h>

enum {
	FOLD_BLOCK_BITS = 5,

	/* A letter takes 11 bits: a code point below FOLD_WINDOW, or one of
	 * those from FOLD_WINDOW_START on (Georgian letters and jamo). */
	FOLD_LETTER_MASK = 0x7FF,
	FOLD_WINDOW = 0x700,
	FOLD_WINDOW_START = 0x10D0,
	/* Then 4 bits for the marks that it lost: the sum of enum fold_mark,
	 * so that it does not matter whether they were composed. */
	FOLD_MARK_SHIFT = 11,
	FOLD_MARK_LIMIT = 15,
	FOLD_MORE = 0x8000
};

/* Entries that are no letter.  Some say what letter it is by the code point,
 * so that blocks are equal, or nearly. */
enum fold_entry {
	FOLD_SEPARATES,
	FOLD_ITSELF,
	FOLD_VANISHES,
	FOLD_JOINS, /* an apostrophe or colon: vanishes between letters */
	FOLD_MARKS, /* and the class of the mark, shifted */
	FOLD_NEXT,  /* the letter of the next code point */
	FOLD_LOWER, /* the letter of 32 code points on */
	FOLD_DIGIT, /* the last four bits of the code point are its value */
	FOLD_DIGIT_LATER /* the same and 6 more */
};

enum fold_mark {
	FOLD_OTHER_LETTER = 1, /* a letter of its own: dotless i, sharp s */
	FOLD_ACUTE = 1,
	FOLD_DIAERESIS,
	FOLD_CARON,
	FOLD_BELOW, /* cedilla, ogonek, comma */
	FOLD_ROUND, /* breve, ring */
	FOLD_CIRCUMFLEX,
	FOLD_OTHER_MARK
};

/* Bytes of entries, the low ones and the high ones apart, since they compress
 * better so. */
extern const uint8_t fold_blocks[], fold_low[], fold_high[];
extern const uint16_t fold_sequences[];

#endif
