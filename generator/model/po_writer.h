/*
 * The lines of a PO file, spelled as msgcat --no-wrap spells them.
 */
#ifndef MODEL_PO_WRITER_H
#define MODEL_PO_WRITER_H

#include "base/buffer.h"

/* keyword "text", each line behind the prefix ("", "#~ ", "#| "); a text of
 * several lines stands below an empty string. */
void po_write_string(struct buffer *out, const char *prefix,
    const char *keyword, struct text text);

/* A comment, each of its lines behind the mark ("#", "#."); none if
 * comment.at is NULL. */
void po_write_comment(struct buffer *out, const char *mark,
    struct text comment);

#endif
