/*
 * What our extensions of CommonMark add to cmark's tree: custom nodes whose
 * user data tells what they are.  cmark's own functions see a valid tree.
 *
 *   DEFINITIONS   TERM+ and lists, whose items are definitions, in turn
 *   TABLE         CAPTION?, ROW+; the first row is the header
 *   ROW           CELL+, as many as the table has columns
 *   CALLOUT       CALLOUT_TITLE?, blocks
 *   FIGURE        an image, CAPTION
 *   NOTE          blocks; a footnote, at its place in the source
 *   NOTES         NOTE+, in the order of their numbers
 * and among inlines
 *   TASK          all inlines of the first paragraph of an item of a list
 *   STRIKE        inlines
 *   NOTE_REFERENCE
 */
#ifndef PARSE_EXTENSION_H
#define PARSE_EXTENSION_H

#include "base/text.h"

struct cmark_node;
struct shown;

enum extension_kind {
	EXTENSION_DEFINITIONS,
	EXTENSION_TERM,
	EXTENSION_TABLE,
	EXTENSION_ROW,
	EXTENSION_CELL,
	EXTENSION_CAPTION,
	EXTENSION_CALLOUT,
	EXTENSION_CALLOUT_TITLE,
	EXTENSION_FIGURE,
	EXTENSION_NOTE,
	EXTENSION_NOTES,
	EXTENSION_TASK,
	EXTENSION_STRIKE,
	EXTENSION_NOTE_REFERENCE
};

enum callout_kind {
	CALLOUT_NOTE,
	CALLOUT_TIP,
	CALLOUT_WARNING,
	CALLOUT_SCRIPT,     /* model sentences to say */
	CALLOUT_EXERCISE,
	CALLOUT_FACILITATOR /* for trainers; not on an article's page */
};

enum column_alignment {
	COLUMN_PLAIN,
	COLUMN_START,
	COLUMN_CENTER,
	COLUMN_END
};

struct extension {
	enum extension_kind kind;
	size_t block; /* of document.c: index + 1 of its address, or 0 */
	struct text lines; /* of TERM, CELL, CAPTION, CALLOUT_TITLE, FIGURE:
	                      where in the source its inlines are written */
	const struct shown *shown; /* of these, in a translation; or NULL */

	/* CALLOUT, TABLE */
	struct text anchor;   /* NFC; empty if the author gave none */
	size_t anchor_offset; /* in the source */
	size_t number;        /* from 1 among all of its kind; of NOTE and
	                         NOTE_REFERENCE: that of the note, 0 if no
	                         text refers to it */

	/* CALLOUT */
	enum callout_kind callout;
	unsigned minutes; /* 0: not given */
	int level;        /* of a heading that would stand in it */

	/* TABLE */
	bool do_dont;
	bool captioned; /* what may be a caption has been found */
	const enum column_alignment *columns;
	size_t column_count;

	size_t column; /* CELL: from 0 */
	bool header;   /* ROW, CELL */
	bool checked;  /* TASK */
	size_t use;    /* NOTE_REFERENCE: which one of its note, from 1 */
	size_t use_count; /* NOTE */
};

/* What a node of ours is; NULL for those of cmark. */
struct extension *extension_of(struct cmark_node *node);
/* The same, NULL too if it is of another kind. */
struct extension *extension_if(struct cmark_node *node,
    enum extension_kind kind);

/* A new node, a block or an inline as its kind wants; extension is in the
 * arena, and all of it but kind is zero. */
struct cmark_node *extension_node(struct extension **extension,
    struct arena *arena, enum extension_kind kind);

/* Moves the siblings from first up to, not including, end to the end of
 * parent. */
void extension_move(struct cmark_node *parent, struct cmark_node *first,
    const struct cmark_node *end);

#endif
