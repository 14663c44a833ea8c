/*
 * The tags of a page that the generator has written: found one after another,
 * and taken apart.  Raw HTML of authors may stand between them, so that
 * values need not be in double quotes.
 */
#ifndef COMMAND_HANDOUT_TAG_H
#define COMMAND_HANDOUT_TAG_H

#include "base/buffer.h"

struct handout_tag {
	struct text name; /* as written: in small letters, by us */
	bool closing;
	struct text attributes; /* between the name and '>' */
	size_t start, end;      /* offsets of '<' and behind '>' */
};

/* The first tag at or after an offset; comments and declarations are none.
 * False if there is none. */
bool handout_tag_next(struct handout_tag *tag, struct text html, size_t from);

/* The end tag of the element that tag begins, elements of its name inside it
 * passed by; false if it is nowhere. */
bool handout_tag_end(struct handout_tag *end, struct text html,
    const struct handout_tag *tag);

/* Cuts the next attribute off the front of rest; the value is as written,
 * without its quotes. False if there is none. */
bool handout_attribute_cut(struct text *name, struct text *value,
    struct text *rest);

/* The value of an attribute, as written; empty if it is not there. */
struct text handout_attribute(const struct handout_tag *tag,
    const char *name);

/* Whether the attribute class names a class. */
bool handout_tag_has_class(const struct handout_tag *tag, const char *name);

/* What an attribute's value says: references of HTML that the generator or an
 * author's tool writes become their characters. */
void handout_value_decode(struct buffer *out, struct text value);

#endif
