/*
 * What cmark would lose or misread is hidden from it: a text of the same
 * length is parsed instead of the source, in which
 *
 *   "[^1]: " at the start of a line, which may look like the definition of a
 *   link, is the mark of a list item and filler;
 *   ": " at the start of a line is the mark of a list item;
 *   "\~" and "\[^" are punctuation that the source does not use, where they
 *   could be taken for strikethrough or a footnote afterwards.
 *
 * So blocks of all kinds may stand in footnotes and definitions, and no place
 * in the source moves.
 */
#ifndef PARSE_MASK_H
#define PARSE_MASK_H

#include "base/report.h"

struct cmark_node;
struct locator;

/* What footnotes begin with, before the filler: what is indented by four
 * blanks belongs to them.  It is no bullet, since definitions and footnotes in
 * one list would loosen it. */
#define MASK_NOTE "1)  "

struct mask {
	size_t offset; /* in the source, of the '[' or ':' */
	size_t length;
	struct text label; /* of a footnote; empty for a definition */
	bool used;         /* what stands there has been taken for what it is */
};

struct masks {
	const struct source *source;
	struct arena *scratch;
	size_t start;     /* of the Markdown in the source */
	struct text text; /* the source's bytes, masked */
	struct mask *items; /* by offset */
	size_t count;
	size_t capacity;
	char bullet;         /* marks definitions */
	char filler;         /* what footnotes begin with in the text */
	struct text tilde;   /* for "\~"; empty if there is none */
	struct text bracket; /* for "\[" */
};

/* Masks the source from start on.  Everything is in scratch memory; without
 * anything to mask, text is the source itself. */
void masks_apply(struct masks *masks, struct arena *scratch,
    const struct source *source, size_t start);

/* Chooses what stands in for escapes, if the source had none: texts that come
 * into the tree later may have some. */
void masks_prepare(struct masks *masks);

/* The mask at an offset of the source, or NULL. */
struct mask *masks_at(const struct masks *masks, size_t offset);

/* Whether each mask begins an item in the tree of the text.  The others (in
 * code, raw HTML, titles of links, further lines of paragraphs) are dropped:
 * the text is another one then, and has to be parsed again. */
bool masks_hold(struct masks *masks, const struct locator *locator,
    struct cmark_node *root);

/* A text with what escapes stand for, in scratch memory. */
struct text masks_plain(const struct masks *masks, struct text text);

/* Puts back escaped bytes; to be done last. */
void masks_unescape(const struct masks *masks, struct cmark_node *root);

#endif
