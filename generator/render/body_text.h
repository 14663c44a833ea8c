/*
 * The text of bodies: escaped as cmark does, and set as the readers of the
 * language expect.
 */
#ifndef RENDER_BODY_TEXT_H
#define RENDER_BODY_TEXT_H

#include "base/list.h"
#include "render/typography.h"

struct cmark_node;

/* A text node's part of its block's text. */
struct body_piece {
	struct cmark_node *node;
	size_t begin, end;
};

/* The block whose text nodes are being written.  typographer may be NULL:
 * text stays as it is. */
struct body_text {
	struct typographer *typographer;
	struct arena *scratch;
	struct {
		struct body_piece *items;
		size_t count;
		size_t capacity;
	} pieces;
	size_t next_piece;
	const struct typography_edit *edits;
	size_t edit_count;
	size_t next_edit;
};

/* Adds a text node.  The nodes of a block should come in document order, as
 * it is prepared when the first of them comes. */
void body_text_add(struct body_text *text, struct buffer *out,
    struct cmark_node *node);

/* Adds text or the value of an attribute, escaped. */
void body_text_escape(struct buffer *out, struct text text);

#endif
