/*
 * The headings of a document: their attributes, titles, anchors, and which of
 * them begin sections.
 */
#ifndef PARSE_OUTLINE_H
#define PARSE_OUTLINE_H

#include "base/report.h"
#include "parse/document.h"
#include "parse/locate.h"

struct heading {
	struct cmark_node *node;
	struct text title;  /* plain text, NFC */
	struct text anchor; /* written or, after outline_finish, automatic */
	size_t anchor_offset; /* in the source; 0: it is automatic */
	struct annotation *annotations;
	size_t annotation_count;
	size_t offset; /* in the source */
	int level;
	bool begins_section;
};

/* An anchor of a block that is no heading. */
struct reserved {
	struct text *anchor; /* emptied if it turns out to be given twice */
	size_t offset;       /* in the source */
	size_t heading;      /* how many headings are before it */
};

struct outline {
	struct heading *items; /* in document order; in scratch */
	size_t count;
	size_t capacity;
	struct {
		struct reserved *items;
		size_t count;
		size_t capacity;
	} reserved;

	/* Texts and annotations are in arena, all else in scratch. */
	struct arena *arena;
	struct arena *scratch;
	struct report *report;
	const struct locator *locator;
	const char *language; /* "tr", for lower case */
	int section_level;    /* of the section under way */
	const struct text *anchors; /* of a source that this is a translation
	                               of, for headings without their own */
	size_t anchor_count;
};

/*
 * Adds a heading and takes the attributes off its text.  Reports attributes
 * that are not understood or not known.  The heading is valid until the next
 * one is added.
 */
struct heading *outline_add(struct outline *outline, struct cmark_node *node);

/* Adds an anchor that an author gave to another block; *anchor must live
 * until outline_finish. */
void outline_reserve(struct outline *outline, struct text *anchor,
    size_t offset);

/* Takes back the heading that was added last, to be the document's title:
 * what only sections have is reported. */
struct heading outline_take_title(struct outline *outline);

/* Gives every heading an anchor of its own; reports those given twice. */
void outline_finish(struct outline *outline);

#endif
