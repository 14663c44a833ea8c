/*
 * Text in the canonical form of messages: what would be markup is escaped.  A
 * part of parse/canonical.
 */
#ifndef PARSE_CANONICAL_TEXT_H
#define PARSE_CANONICAL_TEXT_H

#include "base/buffer.h"
#include "parse/mask.h"

/* Adds a text node together with the texts behind it; nothing for one that a
 * text is before. */
void canonical_add_text(struct buffer *out, const struct masks *masks,
    struct cmark_node *node);
/* Code and raw HTML: as written, but on one line. */
void canonical_add_literal(struct buffer *out, const struct masks *masks,
    struct text text);
/* The title of a link with its quotes, after a blank; nothing if empty. */
void canonical_add_title(struct buffer *out, const struct masks *masks,
    struct text title);

/* Whether a node is emphasis of either kind. */
bool canonical_is_emphasis(struct cmark_node *node);

#endif
