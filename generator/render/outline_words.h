/*
 * Words of headings, each in an element of its own.  Chromium turns the words
 * of a right-to-left heading round in the outline of a PDF, unless none of
 * its pieces of text holds more than one.
 */
#ifndef RENDER_OUTLINE_WORDS_H
#define RENDER_OUTLINE_WORDS_H

#include "base/buffer.h"

/* Adds a page to out.  In its headings every run of letters is put into a
 * <span>; blanks and joiners stand between them. */
void outline_words_add(struct buffer *out, struct text page);

#endif
