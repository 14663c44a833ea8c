#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 64 * 1024 - 64 };

struct arena_block {
	struct arena_block *older;
	size_t size;
	alignas(max_align_t) unsigned char bytes[];
};

static void out_of_memory(void)
{
	(void)fputs("opas: out of memory\n", stderr);
	exit(2);
}

void *memory_new(size_t size)
{
	return memory_resize(NULL, size);
}

void *memory_resize(void *old, size_t size)
{
	void *new = realloc(old, size > 0 ? size : 1);

	if (new == NULL)
		out_of_memory();
	return new;
}

static struct arena_block *block_new(struct arena_block *older, size_t size)
{
	struct arena_block *block;

	if (size > SIZE_MAX / 2)
		out_of_memory();
	block = memory_new(sizeof(*block) + size);
	block->older = older;
	block->size = size;
	return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	void *object;

	if (size > SIZE_MAX / 2)
		out_of_memory();
	size = (size + align - 1) / align * align;
	if (size == 0)
		size = align;
	if (arena->blocks == NULL || arena->blocks->size - arena->used < size) {
		/* A large object gets a block of its own below the newest,
		 * so that the rest of the newest stays usable. */
		if (size > BLOCK_SIZE / 4 && arena->blocks != NULL) {
			struct arena_block *own;

			own = block_new(arena->blocks->older, size);
			arena->blocks->older = own;
			return memset(own->bytes, 0, size);
		}
		arena->blocks = block_new(arena->blocks,
		    size > BLOCK_SIZE ? size : BLOCK_SIZE);
		arena->used = 0;
	}
	object = arena->blocks->bytes + arena->used;
	arena->used += size;
	return memset(object, 0, size);
}

void *arena_alloc_array(struct arena *arena, size_t size, size_t count)
{
	if (size != 0 && count > SIZE_MAX / 2 / size)
		out_of_memory();
	return arena_alloc(arena, size * count);
}

void *arena_copy(struct arena *arena, const void *from, size_t size)
{
	char *copy = arena_alloc(arena, size + 1);

	if (size > 0)
		memcpy(copy, from, size);
	return copy;
}

void arena_reset(struct arena *arena)
{
	struct arena_block *keep = arena->blocks;

	if (keep == NULL)
		return;
	while (keep->older != NULL) {
		struct arena_block *older = keep->older;

		keep->older = older->older;
		free(older);
	}
	arena->used = 0;
}

void arena_take(struct arena *arena, struct arena *from)
{
	struct arena_block **oldest = &arena->blocks;

	/* Behind ours, so that the rest of our newest stays usable. */
	while (*oldest != NULL)
		oldest = &(*oldest)->older;
	if (arena->blocks == NULL)
		arena->used = from->used;
	*oldest = from->blocks;
	*from = (struct arena){ 0 };
}

void arena_release(struct arena *arena)
{
	while (arena->blocks != NULL) {
		struct arena_block *older = arena->blocks->older;

		free(arena->blocks);
		arena->blocks = older;
	}
	arena->used = 0;
}

size_t arena_size(const struct arena *arena)
{
	const struct arena_block *block;
	size_t size = 0;

	for (block = arena->blocks; block != NULL; block = block->older)
		size += sizeof(*block) + block->size;
	return size;
}
