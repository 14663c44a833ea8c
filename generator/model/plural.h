/*
 * The plural rule of a catalog: the C expression of a Plural-Forms header,
 * parsed once into a tree.  Grammar and meaning: GNU gettext manual, "Plural
 * forms": unsigned long arithmetic over n with ! * / % + - < > <= >= == !=
 * && || ?: and parentheses, the last three evaluated lazily as in C.
 */
#ifndef MODEL_PLURAL_H
#define MODEL_PLURAL_H

#include "base/text.h"

struct plural;

/* What is wrong with a rule, and at which byte of it. */
struct plural_fault {
	struct text problem; /* "nplurals must be ..."; in the arena */
	size_t at;
};

/*
 * Parses the value of a Plural-Forms header, "nplurals=2; plural=n != 1;".
 * Tree and fault live in the arena.  Refused (false, with the fault): what is
 * not understood from its first to its last byte, more than 9 digits in a
 * number, more than 1000 forms, nesting too deep to evaluate safely, and a
 * rule that for some n from 0 to 1000 divides by zero or gives a form that
 * nplurals does not have (the range that msgfmt --check tests).
 */
bool plural_parse(const struct plural **plural, struct plural_fault *fault,
    struct arena *arena, struct text value);

/* The rule of a catalog that has none: two forms, n != 1. */
const struct plural *plural_default(void);

/* nplurals, at least 1. */
size_t plural_count(const struct plural *plural);

/* The form for n, always below plural_count: where the rule fails beyond the
 * tested range, the last one. */
size_t plural_index(const struct plural *plural, unsigned long n);

#endif
