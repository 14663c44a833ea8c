/*
 * The automatic anchor of a heading.
 */
#ifndef PARSE_SLUG_H
#define PARSE_SLUG_H

#include "base/text.h"

struct arena;

/*
 * The slug of a title: NFC, in lower case by the rules of the language
 * ("tr"), with letters, marks, digits, joiners, '-' and '_' kept, blanks made
 * '-', all else dropped; no '-' twice or at the ends.  "section" if nothing
 * is left.  In the arena.
 */
struct text slug_from(struct arena *arena, struct text title,
    const char *language);

#endif
