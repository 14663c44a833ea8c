/*
 * Inline Markdown in the canonical form of messages (message.h), parsed as
 * one paragraph each, many at once.
 */
#ifndef PARSE_INLINES_H
#define PARSE_INLINES_H

#include "parse/mask.h"

struct cmark_node;

/* What "<{link2}>" is parsed as: the address of a link, "opas.link:link2",
 * which is its text too. */
#define INLINES_LINK "opas.link:"

/*
 * For each text a paragraph node that holds its inlines, or NULL if it is no
 * single paragraph.  Escapes that hide from our passes are masked, as in
 * masks->text.  Between tree_parse and tree_done.
 */
void inlines_parse(struct cmark_node **paragraphs, struct masks *masks,
    const struct text *texts, size_t count);

#endif
