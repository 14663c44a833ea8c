/*
 * The set of files that must exist when a build is done, written so that at
 * whatever point the program dies, every page is whole and the next build
 * cleans up.  Files that opas did not write are never touched.
 *
 * What makes this hold, step by step:
 * - The record (write/record.h) is replaced before the first change, and
 *   lists what the last build wrote and what this one may create: a path at
 *   which there was nothing.  So after death at any later point, each file of
 *   ours is in the record, and no file of others.
 * - A file is written under a temporary name, and renamed when it is whole.
 *   Temporaries stand beside recorded paths; the next build finds them there,
 *   since a record stays marked as unfinished until the build has ended.
 * - Files are removed only when all others are written, and before the final
 *   record forgets them.
 * - The folder is locked for as long as an output is open.
 */
#ifndef WRITE_OUTPUT_H
#define WRITE_OUTPUT_H

#include "base/report.h"

struct output;

/*
 * Opens folder (made with its parents) for a build that will write exactly
 * these paths (relative, with slashes, each once, any order; they must not
 * contain "..", empty or hidden parts).  NULL after reporting if the folder
 * cannot be written or another process is writing there.
 */
struct output *output_open(struct report *report, const char *folder,
    const struct text *paths, size_t count);

/* True if path did not exist when the output was opened: new pages are
 * written before changed ones. */
bool output_is_new(const struct output *output, struct text path);

/*
 * Makes path hold bytes: nothing if it does already, else a temporary file
 * and a rename.  A file that is there but not in the record of the last build
 * is somebody else's: it becomes ours if it holds these bytes, else this
 * fails.  May be called from several threads, once for each path.  False if
 * it could not be written; the first such failure is reported by
 * output_close, and later writes do nothing.
 */
bool output_write(struct output *output, struct text path, struct text bytes);

/* The same, with the bytes of the file at `from`, which need not fit into
 * memory. */
bool output_copy(struct output *output, struct text path, const char *from);

/* What a build did. */
struct output_counts {
	size_t written, unchanged, removed;
};

/*
 * Ends the build: removes files of the last build that are no longer wanted
 * and folders that this empties, writes the final record (no times) unless it is the same
 * already, and frees output.  A file that was changed since opas wrote it is kept with a
 * warning.  If a write failed nothing is removed, the record stays as it was
 * opened, and this is false, counts untouched.  A path never written counts
 * as a failure of ours (assert).
 */
bool output_close(struct output_counts *counts, struct output *output,
    struct report *report);

/* Gives up without removing anything; the next build cleans up. */
void output_abandon(struct output *output);

#endif
