#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "parse/walk.h"

#include <cmark.h>
#include <string.h>

static cmark_node *tree_of(const char *markdown)
{
	return cmark_parse_document(markdown, strlen(markdown), 0);
}

/* A letter for each step, capital on entering. */
static char letter(const struct walk *walk)
{
	const char *name = cmark_node_get_type_string(walk->node);

	return walk->entering ? (char)(name[0] - 32) : name[0];
}

static void nodes_are_entered_and_left_in_document_order(void **state)
{
	cmark_node *root = tree_of("# a\n\n- b\n\n***\n");
	struct walk walk = walk_children(root);
	char steps[32] = { 0 };
	size_t count = 0;

	(void)state;
	while (walk_next(&walk))
		steps[count++] = letter(&walk);
	/* heading, list, item, paragraph, text, thematic break */
	assert_string_equal(steps, "HTthLIPTtpilTt");
	cmark_node_free(root);
}

static void siblings_are_walked_from_first_to_last(void **state)
{
	cmark_node *root = tree_of("# a\n\nb\n\n> c\n\nd\n");
	cmark_node *first = cmark_node_next(cmark_node_first_child(root));
	struct walk walk = walk_siblings(first, cmark_node_next(first));
	char steps[32] = { 0 };
	size_t count = 0;

	(void)state;
	while (walk_next(&walk))
		steps[count++] = letter(&walk);
	assert_string_equal(steps, "PTtpBPTtpb");
	cmark_node_free(root);
}

static void nothing_is_walked_without_children(void **state)
{
	cmark_node *root = tree_of("");
	struct walk walk = walk_children(root);

	(void)state;
	assert_false(walk_next(&walk));
	assert_false(walk_next(&walk));
	cmark_node_free(root);
}

static void children_may_change_on_entering(void **state)
{
	cmark_node *root = tree_of("a *b* c\n");
	struct walk walk = walk_children(root);
	size_t count = 0;

	(void)state;
	while (walk_next(&walk)) {
		if (walk.entering && cmark_node_get_type(walk.node) ==
			CMARK_NODE_PARAGRAPH)
			cmark_node_free(cmark_node_last_child(walk.node));
		count += walk.entering;
	}
	assert_int_equal(count, 4); /* paragraph, "a ", emphasis, "b" */
	cmark_node_free(root);
}

static void depth_needs_no_stack(void **state)
{
	enum { DEPTH = 200000 };
	cmark_node *root = cmark_node_new(CMARK_NODE_DOCUMENT);
	cmark_node *leaf;
	struct walk walk;
	size_t count = 0;
	size_t i;

	(void)state;
	/* From the innermost outwards: cmark checks all parents of a node to
	 * which another is added. */
	leaf = cmark_node_new(CMARK_NODE_BLOCK_QUOTE);
	for (i = 1; i < DEPTH; i++) {
		cmark_node *outer = cmark_node_new(CMARK_NODE_BLOCK_QUOTE);

		assert_int_equal(cmark_node_append_child(outer, leaf), 1);
		leaf = outer;
	}
	(void)cmark_node_append_child(root, leaf);
	walk = walk_children(root);
	while (walk_next(&walk))
		count += walk.entering;
	assert_int_equal(count, DEPTH);
	cmark_node_free(root);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nodes_are_entered_and_left_in_document_order),
		cmocka_unit_test(siblings_are_walked_from_first_to_last),
		cmocka_unit_test(nothing_is_walked_without_children),
		cmocka_unit_test(children_may_change_on_entering),
		cmocka_unit_test(depth_needs_no_stack),
	};

	return cmocka_run_group_tests_name("parse/walk", tests, NULL, NULL);
}
