/*
 * From a folder to a guide in memory: reads every file once, in parallel, and
 * assembles what commands work on.
 */
#ifndef COMMAND_LOAD_H
#define COMMAND_LOAD_H

#include "model/guide.h"

struct checks;
struct terms;

struct load_options {
	const char *root;     /* folder of the guide */
	const char *base_url; /* instead of the configured one; or NULL */
	bool drafts;          /* with articles marked as drafts */
	bool messages;        /* for translators: articles keep their
	                         messages, and catalogs of articles are not
	                         read */
	bool hasty;           /* for one of its documents: nothing is kept for
	                         an index, and translations are not checked */
	size_t jobs;          /* threads, at least 1 */
};

struct load {
	struct arena arena;    /* all that lives as long as the guide */
	struct arena *workers; /* what the parsing threads keep */
	size_t worker_count;
	struct source_list sources;
	struct principle_entries principles;
	struct guide guide;
	/* For search; NULL if the guide wants none. */
	struct terms **terms; /* by worker */
	const struct checks *checks; /* of translations; NULL: none */
	const char *data; /* folder of the program's templates and catalogs */
};

/*
 * Reads and assembles the guide.  False if there is nothing to go on with;
 * errors of the content are in the report and leave a guide that can be
 * checked further.  load must be released in any case.
 */
bool load_guide(struct load *load, struct report *report,
    const struct load_options *options);
void load_release(struct load *load);

/* The folder that holds templates/ and locales/ui of the program: installed,
 * or where it was built.  In arena; NULL if there is none. */
const char *load_data_folder(struct arena *arena);

#endif
