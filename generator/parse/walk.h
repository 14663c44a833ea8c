/*
 * Visits the nodes of a cmark tree in document order, without recursion, so
 * that no depth of nesting exhausts the stack.
 */
#ifndef PARSE_WALK_H
#define PARSE_WALK_H

#include <stdbool.h>

struct cmark_node;

/* Where the walk stands; to be read after walk_next has said true. */
struct walk {
	struct cmark_node *node;
	bool entering; /* before the children of node; else behind them */
	struct cmark_node *first;
	struct cmark_node *last;
};

/* Begins before the siblings first to last (inclusive); both may be NULL. */
struct walk walk_siblings(struct cmark_node *first, struct cmark_node *last);
/* Begins before the children of a node, which is not visited itself. */
struct walk walk_children(struct cmark_node *parent);

/*
 * Moves on: every node is entered and left once, those without children too.
 * False at the end.  On entering a node its children may be changed.
 */
bool walk_next(struct walk *walk);

#endif
