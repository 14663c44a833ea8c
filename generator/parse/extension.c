#include "parse/extension.h"

#include "base/arena.h"
#include "parse/tree.h"

#include <cmark.h>

struct extension *extension_of(struct cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (type != CMARK_NODE_CUSTOM_BLOCK && type != CMARK_NODE_CUSTOM_INLINE)
		return NULL;
	return cmark_node_get_user_data(node);
}

struct extension *extension_if(struct cmark_node *node,
    enum extension_kind kind)
{
	struct extension *extension = extension_of(node);

	return extension != NULL && extension->kind == kind ? extension : NULL;
}

struct cmark_node *extension_node(struct extension **extension,
    struct arena *arena, enum extension_kind kind)
{
	cmark_node *node = tree_node(kind >= EXTENSION_TASK
		? CMARK_NODE_CUSTOM_INLINE
		: CMARK_NODE_CUSTOM_BLOCK);

	*extension = arena_new(arena, struct extension);
	(*extension)->kind = kind;
	/* It fails only without a node. */
	(void)cmark_node_set_user_data(node, *extension);
	return node;
}

void extension_move(struct cmark_node *parent, struct cmark_node *first,
    const struct cmark_node *end)
{
	while (first != end) {
		cmark_node *next = cmark_node_next(first);

		/* Ours may hold whatever they get. */
		(void)cmark_node_append_child(parent, first);
		first = next;
	}
}
