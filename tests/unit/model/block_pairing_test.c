#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/block_pairing.h"

#include "parse/parsing.h"

struct both {
	struct parsing ours, theirs;
};

static void read_both(struct both *both, const char *ours, const char *theirs)
{
	const struct document_options options = { .locale = TEXT("fi"),
		.collect_messages = true };

	parse_bytes(&both->ours, text_from(ours), &options);
	parse_bytes(&both->theirs, text_from(theirs), &options);
}

static void release_both(struct both *both)
{
	parsing_release(&both->ours);
	parsing_release(&both->theirs);
}

/* What is reported of a translation and its source. */
static void assert_check(const char *ours, const char *theirs,
    const char *expected)
{
	struct both both;

	read_both(&both, ours, theirs);
	blocks_check(&both.ours.report, &both.ours.document,
	    &both.ours.source, &both.theirs.document);
	assert_string_equal(parsing_messages(&both.ours), expected);
	release_both(&both);
}

static void the_same_kinds_in_order_are_pairs(void **state)
{
	(void)state;
	assert_check("# T\n\nA\n\n## B\n\n- c\n", "X\n\n## Y {#y}\n\n1. z\n", "");
}

static void a_section_that_differs_is_named_at_its_first_odd_block(
    void **state)
{
	(void)state;
	assert_check("## A {#a}\n\nb\n\n## C {#c}\n\nd\n\ne\n",
	    "## A {#a}\n\nb\n\n## C {#c}\n\nd\n",
	    "blocks-differ 9:1 section 'c',3 blocks,2 blocks\n");
	assert_check("a\n\n## C {#c}\n", "a\n\n## C {#c}\n\nd\n",
	    "blocks-differ 5:1 section 'c' of test.md,1 block,2 blocks\n");
	assert_check("- a\n", "a\n",
	    "blocks-differ 1:3 the introduction,1 block (number 1 is a "
	    "'List item'),1 block (number 1 is a 'Paragraph')\n");
}

static void equal_anchors_give_equal_addresses(void **state)
{
	static const char ours[] = "a\n\n## B {#b}\n\nc\n\n- d\n",
			  theirs[] = "x\n\n## Y {#b}\n\nz\n\n- w\n";
	struct both both;
	size_t count, i;

	(void)state;
	read_both(&both, ours, theirs);
	assert_int_equal(both.ours.document.message_count, 4);
	for (i = 0; i < 4; i++)
		assert_true(
		    text_equal(both.ours.document.messages[i].address,
			both.theirs.document.messages[i].address));
	assert_null(blocks_anchors(&count, &both.ours.arena,
	    &both.ours.document, &both.theirs.document));
	release_both(&both);
}

static void other_anchors_are_the_sources_for_addresses(void **state)
{
	struct both both;
	const struct text *anchors;
	size_t count;

	(void)state;
	read_both(&both, "## A\n\nb\n\n### C\n", "## X {#x}\n\ny\n\n### Z\n");
	anchors = blocks_anchors(&count, &both.ours.arena,
	    &both.ours.document, &both.theirs.document);
	assert_non_null(anchors);
	assert_int_equal(count, 2);
	assert_true(text_equal_string(anchors[0], "x"));
	assert_true(text_equal_string(anchors[1], "z"));
	release_both(&both);
	read_both(&both, "## A\n\nb\n\nc\n", "## X {#x}\n\ny\n");
	assert_null(blocks_anchors(&count, &both.ours.arena,
	    &both.ours.document, &both.theirs.document));
	release_both(&both);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_kinds_in_order_are_pairs),
		cmocka_unit_test(
		    a_section_that_differs_is_named_at_its_first_odd_block),
		cmocka_unit_test(equal_anchors_give_equal_addresses),
		cmocka_unit_test(other_anchors_are_the_sources_for_addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
