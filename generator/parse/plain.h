/*
 * The text of inlines without their markup: for titles, excerpts, counts.
 */
#ifndef PARSE_PLAIN_H
#define PARSE_PLAIN_H

#include "base/buffer.h"

struct arena;
struct cmark_node;

/*
 * The plain text of what is inside a node: text and code, images by their
 * alternative text, raw HTML left out, each run of blanks and line ends one
 * blank, none at the ends.  Replaces what buffer holds.
 */
void plain_text(struct buffer *buffer, struct cmark_node *parent);

/*
 * The plain text of the paragraphs, captions and terms in the siblings first to last, at any
 * depth, joined by blanks: all of it, or as many words as fit with a closing
 * "…" into limit code points.  Replaces what buffer holds.
 */
void plain_excerpt(struct buffer *buffer, struct cmark_node *first,
    struct cmark_node *last, size_t limit);

/* Counts words, which are runs of letters, marks and digits, and Hangul
 * syllables.  {0} has counted nothing. */
struct tally {
	size_t words;
	size_t syllables;
	bool in_word; /* the text so far ends within a word */

	/* Which of U+0080 to U+07FF words consist of, 64 to a page: asking
	 * ICU for each letter of a Cyrillic text would take half of the time
	 * that parsing takes.  A page is filled when it is first needed. */
	uint64_t pages[32];
	uint32_t filled;
};

void tally_add(struct tally *tally, struct text text);
/* Says that what comes next does not continue a word. */
void tally_break(struct tally *tally);

#endif
