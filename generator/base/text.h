/*
 * A text is a borrowed slice of UTF-8 bytes: it owns nothing, and is valid
 * as long as what it points into.  All offsets and lengths are in bytes.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* {0} is the empty text; at may be NULL only if length is 0. */
struct text {
	const char *at;
	size_t length;
};

/* A text of a string literal: TEXT("abc"). */
#define TEXT(literal) ((struct text){ "" literal, sizeof(literal) - 1 })

/* For printf: printf("%.*s", TEXT_ARGUMENTS(name)). */
#define TEXT_ARGUMENTS(text)                                                   \
	(int)(text).length, ((text).at != NULL ? (text).at : "")

struct text text_from(const char *string); /* NULL gives the empty text */
struct text text_slice(struct text text, size_t at, size_t length);
struct text text_after(struct text text, size_t at); /* from at to the end */

bool text_is_empty(struct text text);
bool text_equal(struct text a, struct text b);
bool text_equal_string(struct text a, const char *b);
/* By bytes, which is by code points: negative, zero or positive. */
int text_compare(struct text a, struct text b);
/* The same as a qsort callback over struct text. */
int text_order(const void *a, const void *b);
bool text_starts(struct text text, struct text prefix);
bool text_ends(struct text text, struct text suffix);

/* Offset of the first occurrence at or after from, or TEXT_NONE. */
#define TEXT_NONE ((size_t)-1)
size_t text_find(struct text text, struct text part, size_t from);
size_t text_find_char(struct text text, char c, size_t from);

/* Without ASCII blanks, tabs and line ends at both ends. */
struct text text_trim(struct text text);

/* Cuts the part before the next separator off the front of rest and returns
 * it; rest becomes what follows.  False if rest is empty. */
bool text_cut(struct text *part, struct text *rest, char separator);
/* The next run of bytes that are not ASCII blanks; false if there is none. */
bool text_word(struct text *word, struct text *rest);

/* Copies into the arena; the copy ends in a zero byte that is not counted. */
struct text text_copy(struct arena *arena, struct text text);
/* The same as a C string. Bytes after a NUL in text are unreachable in it. */
const char *text_string(struct arena *arena, struct text text);
/* Joins count texts. */
struct text text_join(struct arena *arena, const struct text *parts,
    size_t count);
/* printf into the arena. */
struct text text_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Unsigned decimal number of ASCII digits only, at most 9 of them. */
bool text_number(unsigned *number, struct text text);

/*
 * Decodes the code point at *offset and moves *offset behind it. Malformed
 * UTF-8 (Unicode 15, table 3-7: overlong forms, surrogates, above U+10FFFF)
 * gives TEXT_MALFORMED and moves by one byte. *offset must be < length.
 */
#define TEXT_MALFORMED UINT32_MAX
uint32_t text_decode(struct text text, size_t *offset);
/* Writes code as 1 to 4 bytes, returns how many. */
size_t text_encode(char bytes[4], uint32_t code);
/* Offset of the first malformed byte, or TEXT_NONE. */
size_t text_malformed(struct text text);
/* Number of code points. */
size_t text_count(struct text text);

/*
 * The candidate nearest to text by edit distance over bytes (insert, delete,
 * replace, swap of neighbours: Damerau's optimal string alignment), if near
 * enough to be worth suggesting (at most a third of the longer one, at least
 * 1); else the empty text.  Ties: the first one.
 */
struct text text_nearest(struct text text, const struct text *candidates,
    size_t count);

#endif
