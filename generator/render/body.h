/*
 * Writes the HTML of a document's blocks and inlines, with holes for what
 * only the whole guide knows: the renderer that document_parse is given.
 */
#ifndef RENDER_BODY_H
#define RENDER_BODY_H

#include "parse/document.h"

/*
 * Adds the HTML of the siblings first to last, or of the inlines in parent.
 * It is byte for byte what cmark 0.30 writes, but for: addresses of blocks
 * (data-b) and ids of headings, holes in local links and images, and raw HTML
 * left out without a trace unless the document allows it.  In the text of an
 * image there are no holes, and in a document that stands alone links have
 * none.
 */
void body_render_blocks(struct body_writer *out,
    struct document_parser *parser, struct cmark_node *first,
    struct cmark_node *last);
void body_render_inlines(struct body_writer *out,
    struct document_parser *parser, struct cmark_node *parent);

#endif
