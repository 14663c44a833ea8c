/*
 * How blocks of a translation show that they are out of date or not
 * translated (templates/README.md, classes stale and missing).  A part of
 * render/body.
 */
#ifndef RENDER_BODY_MARK_H
#define RENDER_BODY_MARK_H

#include "parse/document.h"

/* Whether a block is in the source's language. */
bool body_mark_is_missing(const struct document_parser *parser,
    struct cmark_node *block);

/* Around an element that may stand in a <div>: a mark before it; behind it,
 * if the translation is stale, the original. */
void body_mark_begin(struct body_writer *out, struct document_parser *parser,
    struct cmark_node *block);
void body_mark_end(struct body_writer *out, struct document_parser *parser,
    struct cmark_node *block);

/* Around the inlines of an element that may hold no more: a mark only. */
void body_mark_begin_inlines(struct body_writer *out,
    struct document_parser *parser, struct cmark_node *block);
void body_mark_end_inlines(struct body_writer *out,
    struct document_parser *parser, struct cmark_node *block);

/* Adds ' lang="fi" dir="ltr"' to the start tag of what is missing. */
void body_mark_language(struct body_writer *out,
    struct document_parser *parser, struct cmark_node *block);

#endif
