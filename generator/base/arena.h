/*
 * Memory by lifetime: an arena hands out memory that lives until the whole
 * arena is reset or released.  Running out of memory ends the program here,
 * so that no other code has an error path for it.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

/* {0} is an empty arena, ready for use.  Not safe for use by two threads. */
struct arena {
	struct arena_block *blocks;
	size_t used; /* bytes used of the newest block */
};

/* Zeroed memory, aligned for any type. Never NULL, not even for size 0. */
void *arena_alloc(struct arena *arena, size_t size);

/* One zeroed object, or an array of them. */
#define arena_new(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define arena_array(arena, type, count)                                        \
	((type *)arena_alloc_array((arena), sizeof(type), (count)))
void *arena_alloc_array(struct arena *arena, size_t size, size_t count);

/* A copy of size bytes, with a zero byte after them that is not counted. */
void *arena_copy(struct arena *arena, const void *from, size_t size);

/* Forgets every object but keeps one block for reuse (scratch arenas). */
void arena_reset(struct arena *arena);

/* Moves all memory of from into arena: pointers stay valid, from is empty. */
void arena_take(struct arena *arena, struct arena *from);

/* Gives all memory back; the arena is empty again and usable. */
void arena_release(struct arena *arena);

/* Bytes taken from the system so far by this arena (for statistics). */
size_t arena_size(const struct arena *arena);

/* malloc and realloc that never return NULL; free() what they return. */
void *memory_new(size_t size);
void *memory_resize(void *old, size_t size);

#endif
