/*
 * The names of HTML and SVG that a template may use, and what is special
 * about them.  Source: HTML Living Standard, indices of elements and
 * attributes; WAI-ARIA 1.2; SVG 2, the part that glyphs and charts need.
 */
#ifndef RENDER_VOCABULARY_H
#define RENDER_VOCABULARY_H

#include "render/markup.h"

enum vocabulary_flag {
	VOCABULARY_VOID = 1,     /* no end tag, no content */
	VOCABULARY_PLAIN = 2,    /* holds text only: no element may be put in */
	VOCABULARY_VERBATIM = 4, /* blanks and line ends inside count */
	VOCABULARY_PHRASING = 8  /* holds no blocks: markup put into it is
	                            wrapped in span, not in div */
};

/* Flags of an element by its local name; 0 for unknown ones. */
unsigned vocabulary_flags(struct text element);

/* True if there is such an element in this space (HTML or SVG). Else false,
 * and near gets a similar name or the empty text. */
bool vocabulary_has_element(struct text *near, enum markup_space space,
    struct text element);

/* The same for an attribute of a known element. */
bool vocabulary_has_attribute(struct text *near, enum markup_space space,
    struct text element, struct text attribute);

/* Why an attribute or an element may not stand in any template, or NULL. */
const char *vocabulary_attribute_barred(struct text attribute);
const char *vocabulary_element_barred(struct text element);

/* An attribute that is there or not, and has no value. */
bool vocabulary_is_boolean(struct text attribute);
/* An attribute that holds one address. */
bool vocabulary_is_url(struct text attribute);
/* An attribute whose value people read or hear: numbers in it are written in
 * the locale's digits; in all others in those of ASCII. */
bool vocabulary_is_prose(struct text attribute);
/* An attribute that a flag may set: boolean ones without a value, those of
 * ARIA and data-* as "true". */
bool vocabulary_takes_flag(struct text attribute);

#endif
