/*
 * Which Plural-Forms header a new catalog gets: gettext's formula that parts
 * the numbers as CLDR's rules for the language do.
 */
#ifndef MODEL_PLURAL_FORMS_H
#define MODEL_PLURAL_FORMS_H

#include "base/text.h"

/* "nplurals=2; plural=(n != 1);"; it lives forever.  tag must be valid.  What
 * no formula fits gets the one that fits most numbers. */
struct text plural_forms(struct text tag);

/* How many of the numbers that plural_forms looks at the formula parts
 * otherwise than CLDR; for tests. */
size_t plural_forms_misfit(struct text tag, struct text header);

#endif
