/*
 * Fonts in printed handouts, made smaller: paper needs the outlines of the
 * letters, and neither the programs that fit them to coarse screens nor what
 * sets text, which the browser has done.
 */
#ifndef COMMAND_HANDOUT_FONT_H
#define COMMAND_HANDOUT_FONT_H

#include "base/buffer.h"

/*
 * Adds a TrueType font to out that draws the same glyphs by the same numbers
 * (glyph ids), without hints and without tables that a PDF has no use for;
 * font is only read.  False, with out as it was, if these bytes are no such
 * font, or come out no smaller.
 *
 * Tables: OpenType 1.9; those that remain: PDF 1.7 (ISO 32000-1), 9.9,
 * "Embedded Font Programs", for fonts whose encoding is Identity.
 */
bool handout_font_shrink(struct buffer *out, struct text font);

#endif
