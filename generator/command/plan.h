/*
 * Which editions without a file of their own a guide has: planned before they
 * are made, so that none moves any more.
 */
#ifndef COMMAND_PLAN_H
#define COMMAND_PLAN_H

#include "command/intake.h"

/* An article and what is to be made of it. */
struct work {
	const struct edition **files; /* by locale; NULL if there is none */
	const struct edition *original;
	const size_t *locales; /* by number: of catalogs, then derived ones */
	struct edition *made;  /* in these */
	size_t count;
	bool is_compared; /* a file of it is a translation of another */
};

struct plan {
	/* To be given. */
	struct intake *intake;
	struct text shown; /* before paths in the guide */

	struct work *works;
	size_t count;
	struct table ids;   /* -> struct work */
	struct arena paths; /* of files that are looked for */
};

/* Plans for the editions that have files.  Gives an array in the arena of
 * these and of those to be made, with their number in *count: locale, origin,
 * source and file are set, all else is to be filled in. */
struct edition *plan_make(struct plan *plan, const struct edition *editions,
    size_t *count);

#endif
