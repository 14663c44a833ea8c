/*
 * What changed between two texts, word by word.
 */
#ifndef RENDER_DIFFERENCE_H
#define RENDER_DIFFERENCE_H

#include "base/buffer.h"

struct arena;

/* Adds the HTML of the present text, with the words that the previous one had
 * and it has not in <del>, and those that are new in <ins>.  Words are what
 * blanks part.  scratch is for work. */
void difference_add(struct buffer *out, struct arena *scratch,
    struct text previous, struct text present);

#endif
