/*
 * {placeholders} in messages: what the program fills in must stand in the
 * translation too, or readers miss a number or a link.
 */
#ifndef MODEL_PLACEHOLDER_H
#define MODEL_PLACEHOLDER_H

#include "base/text.h"

struct arena;

/*
 * The next placeholder, with its braces, at or after *at, which moves behind
 * it; false if there is none.  As in Python's brace format, {{ and }} are
 * braces and no placeholders; names are of ASCII letters, digits and _.
 */
bool placeholder_next(struct text *placeholder, struct text text, size_t *at);

struct placeholder_fault {
	struct text placeholder;
	bool missing; /* else it is the translation that has it in excess */
	size_t form;  /* which translation is at fault, if not missing */
};

/*
 * True if the translations hold the placeholders of the messages: a message
 * and its plural in two, its plural forms in count texts.  No form may have
 * one that neither message has, and at least one form must have each (a form
 * for exactly one may do without the number).
 */
bool placeholder_agree(struct placeholder_fault *fault,
    const struct text messages[2], const struct text *forms, size_t count);

#endif
