/*
 * Attributes as Pandoc writes them: {#anchor .class key=value key="a b"}.
 */
#ifndef PARSE_ATTRIBUTES_H
#define PARSE_ATTRIBUTES_H

#include "base/text.h"

enum attribute_kind {
	ATTRIBUTE_ANCHOR, /* #value */
	ATTRIBUTE_CLASS,  /* .value */
	ATTRIBUTE_PAIR,   /* name=value, value bare or in quotes */
	ATTRIBUTE_END,    /* there are no more */
	ATTRIBUTE_BROKEN  /* not understood, from name.at on */
};

/* Slices of what is read, so that their places are known. Values have no
 * escapes; without quotes they end at a blank. */
struct attribute {
	enum attribute_kind kind;
	struct text name; /* with its '#' or '.'; of a pair only the key */
	struct text value;
};

/*
 * Cuts the next attribute off the front of rest, which is what stands between
 * the braces.  After ATTRIBUTE_BROKEN there is no going on.
 */
struct attribute attribute_next(struct text *rest);

#endif
