/*
 * The record of a build: the file .opas in the output folder, which lists
 * what opas wrote there, so that the next build knows which files are its
 * own.  The first line is "opas 1 finished", or "unfinished" as long as a
 * build is under way (and after it died).  Then come sorted lines of path,
 * tab, size in bytes, tab and content hash in 16 hexadecimal digits; size and
 * hash are "-" for a file that an unfinished build may or may not have
 * written.  A line end in a path is written \n, a backslash \\.
 */
#ifndef WRITE_RECORD_H
#define WRITE_RECORD_H

#include "base/buffer.h"

struct arena;

struct record_entry {
	struct text path; /* relative to the folder, with slashes */
	size_t size;
	uint64_t hash;
	bool is_known; /* size and hash are */
};

/* {0} is the record of a folder where opas never was. */
struct record {
	struct record_entry *items;
	size_t count;
	size_t capacity;
	bool is_unfinished;
};

/* Reads the lines up to the first one that is damaged (also: that leads out
 * of the folder) and returns its offset, or TEXT_NONE if all are fine. A
 * record with damage counts as unfinished.  Paths are in the arena. */
size_t record_parse(struct record *record, struct arena *arena,
    struct text bytes);

/* Sorts the record by path and adds it as the text of the file. */
void record_format(struct buffer *buffer, struct record *record);

/* True for a path that may be written and recorded: relative, no part is
 * empty or begins with a dot, no NUL. */
bool record_allows(struct text path);

#endif
