/*
 * A hash table from text to a pointer, open addressing with linear probing
 * over FNV-1a.  Keys are borrowed and must outlive the table; memory comes
 * from the arena that is given with each insertion (always the same one).
 */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include "base/text.h"

struct table_entry {
	struct text key;
	uint64_t hash;
	void *value; /* NULL marks a free entry */
};

/* {0} is an empty table.  Entries are in no useful order. */
struct table {
	struct table_entry *entries;
	size_t count;
	size_t capacity;
};

/* The value, or NULL. */
void *table_get(const struct table *table, struct text key);
/* Sets or replaces; value must not be NULL. Returns the old value or NULL. */
void *table_put(struct table *table, struct arena *arena, struct text key,
    const void *value);

/* FNV-1a, 64 bits: Fowler, Noll, Vo. Contents of files: base/hash.h. */
uint64_t table_hash(struct text key);

#endif
