/*
 * Attributes in braces at the end of a text, "{#anchor key=value}", and what
 * they may say on tables and callouts.
 */
#ifndef PARSE_BRACES_H
#define PARSE_BRACES_H

#include "base/report.h"

struct cmark_node;

/*
 * Takes braces off the end of a text node, with the blanks or the line break
 * before them; the node is gone if nothing is left.  They count only if the
 * same bytes are in lines, a slice of the source: then no backslash, entity
 * or markup was among them.  attributes is what they enclose there.
 */
bool braces_take(struct text *attributes, struct arena *scratch,
    struct cmark_node *node, struct text lines);

/* Leaves length bytes of a text node, without blanks at their end. */
void braces_cut(struct arena *scratch, struct cmark_node *node,
    size_t length);

/* Whether an anchor can be this: no blanks, quotes, '<', '>', '&'. */
bool braces_is_anchor(struct text text);

/* The first or the last place of part in text that no backslash escapes, or
 * NULL. */
const char *braces_find(struct text text, struct text part, bool last);

enum braces_kind { BRACES_TABLE, BRACES_CALLOUT };

struct braces {
	struct text anchor; /* NFC, in the arena; empty if there is none */
	size_t anchor_offset;
	unsigned minutes; /* of a callout */
	bool do_dont;     /* of a table */
};

/* Reads what stands between braces in source; problems are reported. */
void braces_read(struct braces *braces, struct arena *arena,
    struct report *report, const struct source *source,
    enum braces_kind kind, struct text attributes);

#endif
