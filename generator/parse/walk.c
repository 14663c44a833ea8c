#include "parse/walk.h"

#include <cmark.h>

struct walk walk_siblings(struct cmark_node *first, struct cmark_node *last)
{
	return (struct walk){ .first = first, .last = last };
}

struct walk walk_children(struct cmark_node *parent)
{
	return walk_siblings(cmark_node_first_child(parent),
	    cmark_node_last_child(parent));
}

bool walk_next(struct walk *walk)
{
	cmark_node *next;

	if (walk->node == NULL) {
		walk->node = walk->first;
		walk->entering = true;
		return walk->node != NULL;
	}
	if (walk->entering) {
		next = cmark_node_first_child(walk->node);
		if (next != NULL)
			walk->node = next;
		else
			walk->entering = false;
		return true;
	}
	if (walk->node == walk->last)
		return false;
	next = cmark_node_next(walk->node);
	walk->entering = next != NULL;
	walk->node = next != NULL ? next : cmark_node_parent(walk->node);
	return true;
}
