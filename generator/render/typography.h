/*
 * Sets the text of a body as readers of its language expect: quotes, dashes,
 * spaces at which no line ends, places at which long words may be divided,
 * isolation of what runs the other way.  Knows plain text only: a block is
 * given whole, whatever markup parts it, so that quotes and words are seen
 * across emphasis and links.
 */
#ifndef RENDER_TYPOGRAPHY_H
#define RENDER_TYPOGRAPHY_H

#include "base/buffer.h"

/* Stands in a block's text for what is no text: code, an image. */
#define TYPOGRAPHY_OBJECT "\xEF\xBF\xBC" /* U+FFFC */

/* A change at `at`: length bytes become before; or, if there is an after, they
 * stay between the two.  Both are HTML; text that stays is still to be
 * escaped. */
struct typography_edit {
	size_t at;
	size_t length;
	const char *before;
	const char *after; /* or NULL */
};

/* One for a thread: it keeps dictionaries and memory. */
struct typographer;

struct typographer *typographer_new(void);
void typographer_release(struct typographer *typographer); /* NULL is fine */

/* Sets the language of what follows. */
void typographer_language(struct typographer *typographer, struct text tag);
/* True if Finnish words were divided without knowing their parts. */
bool typographer_lacks_dictionary(const struct typographer *typographer);

/* The text of the next block, empty: to be filled before typographer_set. */
struct buffer *typographer_begin(struct typographer *typographer);

/* What is to be changed in the text, in order, apart from each other; valid
 * until the next call.  In headings, whose letters are large, shorter words
 * are divided too. */
const struct typography_edit *typographer_set(struct typographer *typographer,
    size_t *count, bool is_heading);

/*
 * Where in a text that runs from right to left something begins that does
 * not: a word of Latin letters and what belongs to it, a phone number, a code,
 * an address, a version.  Returns where the run that begins at `at` ends, or
 * at if none begins there; isolated tells if the order of its parts would be
 * lost without isolation (it is not for a lone number, or a range).
 */
size_t typography_run(struct text text, size_t at, bool *isolated);

/* Digits of the Latin, Persian and Arabic scripts. */
bool typography_is_digit(uint32_t code);

#endif
