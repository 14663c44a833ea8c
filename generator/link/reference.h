/*
 * Where links lead: each reference of an article is checked once, and
 * resolved for the locale of the page on which it is shown.
 */
#ifndef LINK_REFERENCE_H
#define LINK_REFERENCE_H

#include "model/guide.h"

/* A file of the guide that articles link to, copied to files/ under a name
 * with its content hash. */
struct attachment {
	const struct source_file *file;
	struct text hash;
};

struct attachments {
	struct attachment *items;
	size_t count;
	size_t capacity;
	struct table by_path; /* relative path of the file -> attachment + 1 */
};

/*
 * Checks every reference of every edition and reports those that lead
 * nowhere, with the nearest name: an anchor of another article must be in some
 * edition of it.  Collects the attachments, each once and sorted, and what
 * takes their place in a language ("image.fi.png" for "image.png"); their
 * hashes are filled by the caller, who reads them.
 */
void reference_check(struct attachments *attachments, struct arena *arena,
    struct report *report, const struct guide *guide,
    const struct source_list *sources);

/* Where a reference leads for readers of locale. */
struct target {
	struct text path; /* of the page or file; empty: outside of the guide */
	struct text fragment;
	const struct locale *locale; /* of that page */
};

/* Resolves a checked reference of edition.  The path lives in arena. */
struct target reference_target(struct arena *arena, const struct guide *guide,
    const struct attachments *attachments, const struct edition *edition,
    const struct reference *reference, const struct locale *locale);

/* The path of an attachment's copy: "files/form.0a1b2c3d4e.pdf", with '-' for
 * what addresses and file systems do not take. */
struct text attachment_path(
    struct arena *arena, const struct attachment *attachment);

#endif
