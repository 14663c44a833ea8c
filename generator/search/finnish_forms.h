/*
 * Frequent Finnish words whose forms share too few letters for endings to
 * find them.
 */
#ifndef SEARCH_FINNISH_FORMS_H
#define SEARCH_FINNISH_FORMS_H

#include "base/text.h"

/* Forms of a word that begin unlike its dictionary form, ending in NULL; or
 * NULL.  Those that readers take for another word (soita) are left out. */
const char *const *finnish_forms(struct text lemma);

#endif
