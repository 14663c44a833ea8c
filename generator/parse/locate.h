/*
 * Finds the places of cmark's nodes in the source.  cmark knows the lines of
 * blocks; of inlines it has no reliable columns, so they are searched for in
 * the lines of their block, in document order.
 */
#ifndef PARSE_LOCATE_H
#define PARSE_LOCATE_H

#include "base/table.h"

struct cmark_node;
struct source;

struct locator {
	const struct source *source;
	struct arena *scratch;
	size_t *lines; /* offset of each line, as cmark counts them */
	size_t line_count;
	size_t block;  /* offset where the block under way begins */
	size_t cursor; /* and what of it is still to be searched */
	size_t end;
	size_t bracket; /* next "](" in it, private */
	size_t angle;   /* next '<' in it, private */
	struct table definitions; /* of links: destination -> its bytes */
	bool has_definitions;     /* they have been looked for */
};

/* Of a source that cmark was given from start on.  The source must keep its
 * bytes, and scratch must live, as long as the locator. */
struct locator locate_open(struct arena *scratch, const struct source *source,
    size_t start);

/* Offset of the first byte of a block. */
size_t locate_block(const struct locator *locator, struct cmark_node *block);
/* The lines of a block, the first one from its first byte on. */
struct text locate_lines(const struct locator *locator,
    struct cmark_node *block);

/*
 * Begins with the inlines of a block. Then each code span (on entering),
 * piece of raw HTML, link and image (on leaving) is to be asked for once, in
 * document order: what lies before it is not searched again.
 */
void locate_enter(struct locator *locator, struct cmark_node *block);
/* The same for inlines that are written in these lines of the source. */
void locate_enter_lines(struct locator *locator, struct text lines);
void locate_code(struct locator *locator, struct cmark_node *code);
size_t locate_html(struct locator *locator, struct cmark_node *html);

/* Offset of the destination of a link or image; of a reference link that is
 * in its definition.  The block's if it is nowhere to be found. */
size_t locate_link(struct locator *locator, struct cmark_node *link);

#endif
