/* Where the blocks of a body begin, and what they are. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "parse/parsing.h"
#include "render/body.h"

/* The blocks as "p5 e10": their kinds and offsets. */
static const char *blocks_string(struct buffer *out,
    const struct body_blocks *blocks, bool offsets)
{
	size_t i;

	buffer_clear(out);
	for (i = 0; i < blocks->count; i++) {
		buffer_format(out, "%s%c", i > 0 ? " " : "",
		    "pehf"[blocks->items[i].kind]);
		if (offsets)
			buffer_format(out, "%u", blocks->items[i].offset);
	}
	buffer_add_char(out, '\0');
	return out->bytes;
}

static void expect(const char *markdown, const char *blocks,
    const char *trainer_blocks, bool offsets)
{
	const struct document_options options = {
		.locale = TEXT("en"),
		.render_blocks = body_render_blocks,
		.render_inlines = body_render_inlines,
	};
	struct parsing parsing;
	struct buffer out = { 0 };

	parse_bytes(&parsing, text_from(markdown), &options);
	assert_int_equal(parsing.document.section_count, 1);
	assert_string_equal(
	    blocks_string(&out, &parsing.document.sections[0].blocks, offsets),
	    blocks);
	assert_string_equal(
	    blocks_string(&out,
		&parsing.document.sections[0].trainer_blocks, offsets),
	    trainer_blocks);
	buffer_release(&out);
	parsing_release(&parsing);
}

static void each_block_begins_where_the_last_one_ends(void **state)
{
	(void)state;
	/* <p data-b="a.1">A</p> and its line end are 22 bytes. */
	expect("# T\n\n## A {#a}\n\nA\n\nB\n\n- C\n", "p0 p22 p44", "", true);
}

static void what_is_left_out_is_no_block(void **state)
{
	(void)state;
	expect("# T\n\n## A {#a}\n\n<div></div>\n\nB\n", "p0", "", true);
}

static void exercises_and_notes_for_trainers_are_told_apart(void **state)
{
	(void)state;
	expect("# T\n\n## A\n\nA\n\n> [!EXERCISE]{minutes=5}\n> B\n\n"
	       "> [!FACILITATOR]\n> C\n\n> [!TIP]\n> D\n",
	    "p e p", "f", false);
}

static void a_heading_above_nothing_but_exercises_is_theirs(void **state)
{
	(void)state;
	expect("# T\n\n## A\n\nA\n\n### B\n\n> [!EXERCISE]\n> C\n", "p h e",
	    "", false);
	expect("# T\n\n## A\n\n### B\n\n> [!EXERCISE]\n> C\n\nD\n", "p e p",
	    "", false);
	expect("# T\n\n## A\n\n### B\n\nC\n\n> [!EXERCISE]\n> D\n", "p p e",
	    "", false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_block_begins_where_the_last_one_ends),
		cmocka_unit_test(what_is_left_out_is_no_block),
		cmocka_unit_test(
		    exercises_and_notes_for_trainers_are_told_apart),
		cmocka_unit_test(
		    a_heading_above_nothing_but_exercises_is_theirs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
