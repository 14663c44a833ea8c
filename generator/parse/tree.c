#include "parse/tree.h"

#include "base/arena.h"

#include <assert.h>
#include <cmark.h>
#include <stdalign.h>
#include <string.h>

/* Before each piece of memory stands its size, for growing it. */
enum { HEAD = alignof(max_align_t) };

static _Thread_local struct arena *current;

static void *take(size_t size)
{
	char *piece;

	assert(current != NULL && size < SIZE_MAX / 4);
	piece = arena_alloc(current, HEAD + size);
	memcpy(piece, &size, sizeof(size));
	return piece + HEAD;
}

static void *take_array(size_t count, size_t size)
{
	assert(size == 0 || count < SIZE_MAX / 4 / size);
	return take(count * size);
}

static void *take_larger(void *piece, size_t size)
{
	size_t old = 0;
	void *larger;

	if (piece == NULL)
		return take(size);
	memcpy(&old, (char *)piece - HEAD, sizeof(old));
	if (size <= old)
		return piece;
	larger = take(size);
	memcpy(larger, piece, old);
	return larger;
}

static void take_back(void *piece)
{
	(void)piece; /* it goes with the arena */
}

struct cmark_node *tree_parse(struct arena *arena, struct text text)
{
	cmark_mem *memory = arena_new(arena, cmark_mem);
	cmark_parser *parser;
	cmark_node *root;

	assert(current == NULL);
	current = arena;
	memory->calloc = take_array;
	memory->realloc = take_larger;
	memory->free = take_back;
	parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory);
	cmark_parser_feed(parser, text.length > 0 ? text.at : "", text.length);
	root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}

void tree_done(void)
{
	current = NULL;
}
