/*
 * A template file as a tree that remembers where each element and attribute
 * stands.  The only home of libxml2: it says what is well-formed, and its
 * tree is copied into this one at once.
 */
#ifndef RENDER_MARKUP_H
#define RENDER_MARKUP_H

#include "render/snippet.h"

/* Whose name it is. In a template for XML (*.xml) all that is no statement is
 * MARKUP_XML; else all that is no statement is HTML or inside of <svg>. */
enum markup_space {
	MARKUP_HTML,
	MARKUP_SVG,
	MARKUP_XML,
	MARKUP_TAL,
	MARKUP_METAL,
	MARKUP_I18N
};

struct markup_attribute {
	enum markup_space space; /* TAL, METAL, I18N: a statement */
	struct text name; /* a statement's without its prefix, else as written;
	                     xmlns declarations (only of XML) are among them */
	struct snippet value;
	struct place place; /* of the name */
};

/* An element, or text (whose name is empty). */
struct markup_node {
	struct markup_node *parent, *first, *next;
	enum markup_space space;
	struct text name; /* with its prefix only if space is MARKUP_XML */
	struct text text; /* of text: references resolved, CDATA joined */
	struct markup_attribute *attributes; /* in the order of the file */
	size_t attribute_count;
	struct place place; /* of the start tag's "<" */
};

/*
 * Parses source->bytes as XML; without network, external entities or DTD (a
 * plain <!DOCTYPE html> is fine and left out).  Attributes without a prefix
 * on an element of TAL or METAL count as its statements.  Comments are left
 * out.  The tree lives in the arena and points into source.  NULL after
 * reporting what is wrong.
 */
const struct markup_node *markup_read(struct arena *arena,
    struct report *report, const struct source *source, bool is_xml);

bool markup_is_text(const struct markup_node *node);
/* True for an element of TAL, METAL or I18N, which is never written. */
bool markup_is_tagless(const struct markup_node *node);
/* The attribute that is no statement, by its name as written; or NULL. */
const struct markup_attribute *markup_attribute(
    const struct markup_node *node, struct text name);
bool markup_is_blank(struct text text); /* only blanks and line ends */

/* The element behind node in the order of the file, below root, or NULL;
 * inside: also the children of node. */
const struct markup_node *markup_next(const struct markup_node *node,
    const struct markup_node *root, bool inside);

#endif
