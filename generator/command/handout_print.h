/*
 * A handout as sheets: printed, its contents numbered, and printed again.
 */
#ifndef COMMAND_HANDOUT_PRINT_H
#define COMMAND_HANDOUT_PRINT_H

#include "command/publish.h"
#include "render/handout.h"

/* A handout and all that is needed to write it. */
struct handout_job {
	struct arena *arena;
	struct report *report;
	struct publish *publish;
	struct handout handout;
	struct text path; /* as which page of the site it is written */
	const char *browser; /* as named by the user, or NULL */
};

/* Adds the handout as one file of HTML. rules: see command/handout_pack.h. */
void handout_write_html(struct buffer *out, const struct handout_job *job,
    struct text rules);

/* Adds it as a PDF. False after reporting why not. */
bool handout_write_pdf(struct buffer *out, struct handout_job *job);

#endif
