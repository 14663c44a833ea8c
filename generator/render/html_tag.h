/*
 * Walks over the tags of HTML that the generator wrote itself, for passes over
 * bytes that are ready: attributes have double quotes, "<" begins a tag.
 */
#ifndef RENDER_HTML_TAG_H
#define RENDER_HTML_TAG_H

#include "base/text.h"

struct html_tag {
	struct text all;  /* from "<" to ">" */
	struct text name; /* of the element; empty: a comment or so */
	bool closing;
};

/* The first tag at or after the offset from; false if there is none. */
bool html_tag_next(struct html_tag *tag, struct text html, size_t from);
/* The offset behind a tag of html. */
size_t html_tag_end(const struct html_tag *tag, struct text html);
/* The value of an attribute as it is written; false if the tag has none. */
bool html_tag_value(struct text *value, const struct html_tag *tag,
    struct text name);
/* The level of a heading, 1 to 6; else 0. */
int html_tag_heading(const struct html_tag *tag);

#endif
