/*
 * A printed handout, looked into and completed: on which sheet each heading
 * is, and what the browser has left out or put in of the moment.
 */
#ifndef COMMAND_HANDOUT_PDF_H
#define COMMAND_HANDOUT_PDF_H

#include "base/buffer.h"
#include "base/table.h"

/*
 * Finds the sheets of all anchors that the document itself links to: anchor ->
 * size_t, from 1; both live in arena.  False if these bytes are no PDF, with
 * the library's words for it in *reason.
 */
bool handout_pdf_numbers(struct table *numbers, struct text *reason,
    struct arena *arena, struct text pdf);

/*
 * Adds the same document with this language, without dates and the name of
 * the browser, with blanks that are found as blanks, with fonts as small as
 * paper needs them, and with the same bytes for the same sheets.  False as above.
 */
bool handout_pdf_finish(struct buffer *out, struct text *reason,
    struct arena *arena, struct text pdf, struct text language);

#endif
