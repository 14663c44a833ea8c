/*
 * The most frequent forms of verbs of one syllable.  They have so few letters
 * in common with each other that the engine cannot know one by another.
 */
#ifndef SEARCH_KOREAN_FORMS_H
#define SEARCH_KOREAN_FORMS_H

#include "search/korean.h"

enum { KOREAN_FORMS = 11 };

/* Fills forms with those of a stem and returns how many; none if it has more
 * than one syllable. */
size_t korean_forms(struct jamo forms[KOREAN_FORMS],
    const struct korean *korean, const struct jamo *stem);

#endif
