/*
 * Where links lead: each reference of an article is checked once, and
 * resolved for the locale of the page on which it is shown.
 */
#ifndef LINK_REFERENCE_H
#define LINK_REFERENCE_H

#include "link/attachment.h"

/*
 * Checks every reference of every edition and reports those that lead
 * nowhere, with the nearest name: an anchor of another article must be in some
 * edition of it.  Collects the attachments, for attachments_read.
 */
void reference_check(struct attachments *attachments, struct arena *arena,
    struct report *report, const struct guide *guide,
    const struct source_list *sources);

/* Where a reference leads for readers of locale. */
struct target {
	struct text path; /* of the page or file; empty: outside of the guide */
	struct text fragment;
	const struct locale *locale; /* of that page */
	const struct attachment *attachment; /* of a file, else NULL */
};

/* Resolves a checked reference of edition.  The path lives in arena. */
struct target reference_target(struct arena *arena, const struct guide *guide,
    const struct attachments *attachments, const struct edition *edition,
    const struct reference *reference, const struct locale *locale);

#endif
