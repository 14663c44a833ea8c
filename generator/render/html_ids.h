/*
 * Makes HTML fit to stand on a page beside more of its kind: ids and what
 * refers to them get a prefix, headings another level.
 */
#ifndef RENDER_HTML_IDS_H
#define RENDER_HTML_IDS_H

#include "base/buffer.h"

struct html_ids {
	struct text prefix; /* of ids; may be empty */
	int shift;          /* added to the level of headings */
	int level;          /* or the level of all of them; 0: keep */
};

/* Adds html, changed so. */
void html_ids_add(struct buffer *out, struct text html,
    const struct html_ids *ids);

#endif
