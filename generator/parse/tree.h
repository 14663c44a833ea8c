/*
 * cmark's tree of a text, in memory of an arena: it goes with the arena, not
 * node by node.
 */
#ifndef PARSE_TREE_H
#define PARSE_TREE_H

#include "base/text.h"

struct cmark_node;

/*
 * The document node of a text in CommonMark.  A thread works on one tree at a
 * time: cmark passes no pointer to its memory functions, so the arena is in
 * the one thread-local variable of the program.  Between tree_parse and
 * tree_done cmark's functions may change the tree and make new nodes in it.
 */
struct cmark_node *tree_parse(struct arena *arena, struct text text);
void tree_done(void);

/* In between: the document node of another text, whose nodes may be moved
 * into the first tree; and a new node (of an enum cmark_node_type). */
struct cmark_node *tree_more(struct text text);
struct cmark_node *tree_node(int type);

#endif
