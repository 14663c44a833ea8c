/*
 * The files of the site by which it is searched: an index for each locale,
 * and the engine.
 */
#ifndef COMMAND_SEARCHING_H
#define COMMAND_SEARCHING_H

#include "command/load.h"
#include "render/asset.h"
#include "write/output.h"

struct indexing;

/* {0} has no files: a guide without search. */
struct searching {
	struct indexing *indexing;
	struct searching_file {
		struct text path;
		struct text hash;
		struct text bytes; /* before they are compressed */
	} *files;
	size_t file_count;
};

/* Makes the indexes, in memory, and tells assets where they will be. Texts
 * live in arena. */
void searching_make(struct searching *searching, struct arena *arena,
    struct assets *assets, const struct load *load, size_t jobs);

/* Reports what the indexes do not find: tries all sections or, in a hurry,
 * some. */
void searching_prove(const struct searching *searching, struct report *report,
    bool all, size_t jobs);

/* Compresses and writes all files. A failure is kept by the output. */
void searching_write(const struct searching *searching,
    struct output *output, size_t jobs);

void searching_release(struct searching *searching);

#endif
