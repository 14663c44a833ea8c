#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "parse/tree.h"
#include "scratch.h"

#include <cmark.h>

static void assert_same_html(struct text markdown)
{
	struct arena arena = { 0 };
	cmark_node *ours = tree_parse(&arena, markdown);
	char *html = cmark_render_html(ours, CMARK_OPT_UNSAFE);
	char *expected;
	cmark_node *theirs;

	tree_done();
	theirs = cmark_parse_document(markdown.at, markdown.length, 0);
	expected = cmark_render_html(theirs, CMARK_OPT_UNSAFE);
	assert_string_equal(html, expected);
	free(expected);
	cmark_node_free(theirs);
	arena_release(&arena); /* html was in it */
}

static void tree_is_the_same_as_without_an_arena(void **state)
{
	(void)state;
	assert_same_html(TEXT("# a\n\n* b `c` [d](e \"f\")\n\n[g]: h\n\n[g]"));
	assert_same_html(TEXT("a\0b"));
	assert_same_html(TEXT("\xEF\xBB\xBF# mark"));
}

static void empty_text_has_an_empty_tree(void **state)
{
	struct arena arena = { 0 };
	cmark_node *root = tree_parse(&arena, (struct text){ 0 });

	(void)state;
	assert_null(cmark_node_first_child(root));
	tree_done();
	arena_release(&arena);
}

static void tree_may_be_changed_until_it_is_done(void **state)
{
	struct arena arena = { 0 };
	cmark_node *root = tree_parse(&arena, TEXT("a"));
	cmark_node *text =
	    cmark_node_first_child(cmark_node_first_child(root));

	(void)state;
	assert_int_equal(cmark_node_set_literal(text, "a longer text"), 1);
	assert_string_equal(cmark_node_get_literal(text), "a longer text");
	cmark_node_free(text);
	assert_null(cmark_node_first_child(cmark_node_first_child(root)));
	tree_done();
	arena_release(&arena);
}

static void long_text_grows_in_the_arena(void **state)
{
	enum { LENGTH = 300000 };
	struct arena arena = { 0 };
	char *bytes = arena_alloc(&arena, LENGTH);
	cmark_node *root;
	size_t i;

	(void)state;
	for (i = 0; i < LENGTH; i++)
		bytes[i] = i % 60 == 59 ? '\n' : 'a';
	assert_same_html((struct text){ bytes, LENGTH });
	root = tree_parse(&arena, (struct text){ bytes, LENGTH });
	assert_true(arena_size(&arena) > (size_t)2 * LENGTH);
	assert_non_null(cmark_node_first_child(root));
	tree_done();
	arena_release(&arena);
}

static void parse_two(void)
{
	struct arena arena = { 0 };

	(void)tree_parse(&arena, TEXT("a"));
	(void)tree_parse(&arena, TEXT("b"));
}

static void one_tree_at_a_time(void **state)
{
	(void)state;
	assert_true(aborts(parse_two));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tree_is_the_same_as_without_an_arena),
		cmocka_unit_test(empty_text_has_an_empty_tree),
		cmocka_unit_test(tree_may_be_changed_until_it_is_done),
		cmocka_unit_test(long_text_grows_in_the_arena),
		cmocka_unit_test(one_tree_at_a_time),
	};

	return cmocka_run_group_tests_name("parse/tree", tests, NULL, NULL);
}
