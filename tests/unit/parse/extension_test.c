#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "parse/extension.h"
#include "parse/tree.h"

#include <cmark.h>

static void nodes_of_ours_are_told_from_those_of_cmark(void **state)
{
	struct arena arena = { 0 };
	cmark_node *root = tree_parse(&arena, TEXT("a *b*"));
	cmark_node *paragraph = cmark_node_first_child(root);
	struct extension *extension;
	cmark_node *node =
	    extension_node(&extension, &arena, EXTENSION_CELL);

	(void)state;
	assert_int_equal(cmark_node_get_type(node), CMARK_NODE_CUSTOM_BLOCK);
	assert_ptr_equal(extension_of(node), extension);
	assert_ptr_equal(extension_if(node, EXTENSION_CELL), extension);
	assert_null(extension_if(node, EXTENSION_ROW));
	assert_null(extension_of(paragraph));
	assert_null(extension_of(NULL));
	node = extension_node(&extension, &arena, EXTENSION_STRIKE);
	assert_int_equal(cmark_node_get_type(node), CMARK_NODE_CUSTOM_INLINE);
	tree_done();
	arena_release(&arena);
}

static void siblings_are_moved_in_their_order(void **state)
{
	struct arena arena = { 0 };
	cmark_node *root = tree_parse(&arena, TEXT("a `b` *c* d"));
	cmark_node *paragraph = cmark_node_first_child(root);
	struct extension *extension;
	cmark_node *node =
	    extension_node(&extension, &arena, EXTENSION_STRIKE);

	(void)state;
	extension_move(node, cmark_node_next(cmark_node_first_child(paragraph)),
	    cmark_node_last_child(paragraph));
	assert_true(cmark_node_append_child(paragraph, node));
	assert_string_equal(cmark_render_html(root, CMARK_OPT_DEFAULT),
	    "<p>a  d<code>b</code> <em>c</em></p>\n");
	tree_done();
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nodes_of_ours_are_told_from_those_of_cmark),
		cmocka_unit_test(siblings_are_moved_in_their_order),
	};

	return cmocka_run_group_tests_name("parse/extension", tests, NULL, NULL);
}
