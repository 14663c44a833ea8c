#include "parse/tree.h"

#include "base/arena.h"

#include <assert.h>
#include <cmark.h>
#include <stdalign.h>
#include <string.h>

/* Before each piece of memory stands its size, for growing it. */
enum { HEAD = alignof(max_align_t) };

/* The one thread-local variable of the program: cmark passes no pointer to
 * its memory functions. */
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

/* cmark asks for one that it could change, but does not. */
static const cmark_mem memory = { take_array, take_larger, take_back };

static struct cmark_node *parse(struct text text)
{
	cmark_parser *parser =
	    cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, (cmark_mem *)&memory);
	cmark_node *root;

	cmark_parser_feed(parser, text.length > 0 ? text.at : "", text.length);
	root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}

struct cmark_node *tree_parse(struct arena *arena, struct text text)
{
	assert(current == NULL);
	current = arena;
	return parse(text);
}

struct cmark_node *tree_more(struct text text)
{
	assert(current != NULL);
	return parse(text);
}

struct cmark_node *tree_node(int type)
{
	assert(current != NULL);
	return cmark_node_new_with_mem((cmark_node_type)type, (cmark_mem *)&memory);
}

void tree_done(void)
{
	current = NULL;
}
