/*
 * Writes the index of one locale in the format of search/engine.h: a row of
 * files, each a row of parts.
 */
#ifndef SEARCH_PACK_H
#define SEARCH_PACK_H

#include "search/endings.h"
#include "search/postings.h"

/* An index. Its bytes are neither compressed nor in a script yet. */
struct pack {
	struct pack_file {
		struct text bytes;
		struct text hash; /* ten characters, for its name */
	} *files; /* the first has the header; an index that is small has no
	             other */
	size_t file_count;
};

/* What is packed. */
struct pack_source {
	const struct collection *collection;
	const struct classes *classes;
	const struct arrangement *arrangement;
	const struct endings *endings;
	const struct postings *postings;
};

void pack_make(struct pack *pack, struct arena *arena,
    const struct pack_source *source);

/* The parts of an index, for pack.c. */
struct pack_part {
	uint32_t kind; /* enum index_part */
	uint32_t number;
	struct text bytes;
	struct text first_word; /* of words */
	uint32_t first;         /* class of postings, section of results */
	uint32_t file;
};
struct pack_parts {
	struct pack_part *items;
	size_t count, capacity;
};

void pack_words(struct pack_parts *parts, struct arena *arena,
    const struct pack_source *source);
void pack_postings(struct pack_parts *parts, struct arena *arena,
    const struct pack_source *source);
void pack_results(struct pack_parts *parts, struct arena *arena,
    const struct pack_source *source);
void pack_principles(struct pack_parts *parts, struct arena *arena,
    const struct pack_source *source);

/* Bytes that a part should have: `least`, but more where all together would
 * make more than `most` parts. */
size_t pack_target(size_t total, size_t least, size_t most);
/* Adds a part of what buffer holds, and empties it. */
struct pack_part *pack_part_add(struct pack_parts *parts,
    struct arena *arena, uint32_t kind, struct buffer *buffer);

#endif
