/*
 * Where start tags and attributes stand in a file, which libxml2 does not
 * tell: a walk over bytes that are known to be well-formed XML without an
 * internal DTD, in step with the elements of the tree.
 */
#ifndef RENDER_SCAN_H
#define RENDER_SCAN_H

#include "base/text.h"

/* Begins as { text, 0 }. */
struct scan {
	struct text text;
	size_t at;
};

/* Slices of the file. */
struct raw_attribute {
	struct text name;
	struct text value; /* between its quotes */
};

/* Moves to the next start tag, which there must be, and behind its name.
 * Gives the offset of its "<". */
size_t scan_tag(struct scan *scan);

/* The next attribute of that tag; false if it has no more. */
bool scan_attribute(struct scan *scan, struct raw_attribute *raw);

#endif
