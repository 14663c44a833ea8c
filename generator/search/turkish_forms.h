/*
 * Frequent forms of Turkish words: readers find a word by them though no text
 * has it so, and less is left to the likeness of endings.
 */
#ifndef SEARCH_TURKISH_FORMS_H
#define SEARCH_TURKISH_FORMS_H

#include "search/turkish_meanings.h"
#include "search/turkish_roots.h"

#define TURKISH_FORMS 24

/* The forms of a word that are no roots themselves; their count. */
size_t turkish_forms(struct letters forms[TURKISH_FORMS],
    const struct roots *roots, const struct lemma *lemma);

#endif
