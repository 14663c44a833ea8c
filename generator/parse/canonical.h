/*
 * The canonical form of inlines (message.h), of a tree in which strikethrough
 * and references to footnotes are still text, and their escapes still masked.
 */
#ifndef PARSE_CANONICAL_H
#define PARSE_CANONICAL_H

#include "parse/pass.h"

struct canonical {
	struct text text;    /* in scratch memory of the masks, NFC */
	struct nodes links;  /* in the order of their placeholders */
	struct nodes images;
};

/* Writes the siblings first to last. Between tree_parse and tree_done. */
void canonical_write(struct canonical *canonical, struct masks *masks,
    struct cmark_node *first, struct cmark_node *last);

/* Whether a link is written as "<{link}>": its address is its text. */
bool canonical_is_automatic(struct cmark_node *link);

/* The number in "link2" behind a name, 1 if there is none; 0: it is no such
 * placeholder. */
size_t canonical_number(struct text placeholder, const char *name);

#endif
