/*
 * The set of files that must exist when a build is done, written so that at
 * whatever point the program dies, every page is whole and the next build
 * cleans up.  Files that opas did not write are never touched.
 */
#ifndef WRITE_OUTPUT_H
#define WRITE_OUTPUT_H

#include "base/report.h"

struct output;

/*
 * Opens folder (made with its parents) for a build that will write exactly
 * these paths (relative, with slashes, each once, any order; they must not
 * contain "..", empty or hidden parts).  Reads the record of the last build
 * (folder/.opas), removes temporaries that a dead build left, and writes the
 * record as old and new paths together.  NULL after reporting if the folder
 * cannot be written, or a path is taken by a file that opas did not write
 * (one whose folder/.opas does not list it).
 */
struct output *output_open(struct report *report, const char *folder,
    const struct text *paths, size_t count);

/* True if path does not exist yet: new pages are written before changed. */
bool output_is_new(const struct output *output, struct text path);

/*
 * Makes path hold bytes: nothing if it does already, else a temporary file
 * and a rename.  May be called from several threads, for different paths.
 * False if it could not be written; the first such failure is reported by
 * output_close, later writes then do nothing.
 */
bool output_write(struct output *output, struct text path, struct text bytes);

/* What a build did. */
struct output_counts {
	size_t written, unchanged, removed;
};

/*
 * Ends the build: removes files of the last build that are no longer wanted
 * and folders that this empties, writes the final record (sorted lines of
 * path, size and content hash, no times) and frees output.  If a write failed
 * nothing is removed and the record stays the union.  A path never written
 * counts as a failure of ours (assert).
 */
bool output_close(struct output_counts *counts, struct output *output,
    struct report *report);

/* Gives up without removing anything; the record stays the union. */
void output_abandon(struct output *output);

/* First ten hexadecimal digits of the content hash, for names of assets. */
struct text output_hash(struct arena *arena, struct text bytes);

#endif
