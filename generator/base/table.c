#include "base/table.h"

#include "base/arena.h"

#include <assert.h>

enum { SMALLEST = 16 }; /* capacities are powers of two */

uint64_t table_hash(struct text key)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	size_t i;

	for (i = 0; i < key.length; i++) {
		hash ^= (unsigned char)key.at[i];
		hash *= UINT64_C(0x100000001b3);
	}
	return hash;
}

/* The entry of key, or the free one where it would go. */
static struct table_entry *table_entry(const struct table *table,
    struct text key, uint64_t hash)
{
	size_t mask = table->capacity - 1;
	size_t at = (size_t)hash & mask;

	while (table->entries[at].value != NULL &&
	    (table->entries[at].hash != hash ||
		!text_equal(table->entries[at].key, key)))
		at = (at + 1) & mask;
	return &table->entries[at];
}

static void table_grow(struct table *table, struct arena *arena)
{
	struct table old = *table;
	size_t i;

	table->capacity = old.capacity > 0 ? old.capacity * 2 : SMALLEST;
	table->entries =
	    arena_array(arena, struct table_entry, table->capacity);
	for (i = 0; i < old.capacity; i++) {
		struct table_entry *entry = &old.entries[i];

		if (entry->value != NULL)
			*table_entry(table, entry->key, entry->hash) = *entry;
	}
}

void *table_get(const struct table *table, struct text key)
{
	if (table->count == 0)
		return NULL;
	return table_entry(table, key, table_hash(key))->value;
}

void *table_put(struct table *table, struct arena *arena, struct text key,
    const void *value)
{
	uint64_t hash = table_hash(key);
	struct table_entry *entry;
	void *old;

	assert(value != NULL);
	/* At least a quarter stays free: probes are short, and end. */
	if (table->count >= table->capacity / 4 * 3)
		table_grow(table, arena);
	entry = table_entry(table, key, hash);
	old = entry->value;
	if (old == NULL) {
		entry->key = key;
		entry->hash = hash;
		table->count++;
	}
	entry->value = (void *)(uintptr_t)value;
	return old;
}
