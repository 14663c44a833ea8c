/*
 * The HTML of what our extensions add to CommonMark: tables, callouts,
 * footnotes and so on (parse/extension.h).  A part of render/body.
 */
#ifndef RENDER_BODY_EXTENSION_H
#define RENDER_BODY_EXTENSION_H

#include "parse/document.h"

/* Writes a node of ours, before its children or behind them. */
void extension_render(struct body_writer *out, struct document_parser *parser,
    struct cmark_node *node, bool entering);

/* Whether all items of a list are tasks. */
bool extension_is_checklist(struct cmark_node *list);
/* Whether a list holds definitions, and has no element. */
bool extension_is_definitions(struct cmark_node *list);
bool extension_is_figure(struct cmark_node *block);
/* Whether the ways back come behind a paragraph's words. */
bool extension_ends_note(struct cmark_node *paragraph);
/* Writes the ways back at the end of a footnote's last paragraph. */
void extension_end_paragraph(struct body_writer *out,
    struct document_parser *parser, struct cmark_node *paragraph);

#endif
