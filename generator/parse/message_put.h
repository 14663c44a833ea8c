/*
 * Puts the inlines of a translation in the place of the source's.  A part of
 * parse/message_pass.
 */
#ifndef PARSE_MESSAGE_PUT_H
#define PARSE_MESSAGE_PUT_H

#include "parse/canonical.h"

/* A block of inlines on its way into another language. */
struct unit {
	struct cmark_node *block;  /* as document_shown knows it */
	struct cmark_node *holder; /* of the inlines: the block or its task */
	bool is_figure;            /* only the first child counts */
	struct text lines;         /* of the source, with the inlines */
	struct canonical canonical;
	struct translation translation;
};

/*
 * Takes the inlines out of a paragraph, or NULL for a text that is none.  False,
 * after reporting to pass->faults unless the translation is stale, if they are
 * no translation of the unit's: it is untouched then.
 */
bool message_put(struct pass *pass, struct unit *unit,
    struct cmark_node *paragraph);

#endif
