#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "parse/mask.h"
#include "render/body.h"

#include "parsing.h"

#include <unistd.h>

/* The body has this, without addresses of blocks. */
static void assert_body(const char *markdown, const char *expected)
{
	const struct document_options options = {
		.locale = TEXT("en"),
		.alone = true,
		.raw_html = true,
		.render_blocks = body_render_blocks,
		.render_inlines = body_render_inlines,
	};
	struct parsing parsing;
	struct text html;

	parse_bytes(&parsing, text_from(markdown), &options);
	html = parsing.document.whole.bytes;
	if (text_find(html, text_from(expected), 0) == TEXT_NONE)
		fail_msg("%s\nis:\n%.*s", markdown, TEXT_ARGUMENTS(html));
	parsing_release(&parsing);
}

static void lines_behind_code_of_several_keep_their_bytes(void **state)
{
	(void)state;
	assert_body("x `a\nb` y\n     : d\n", "<code>a b</code> y\n: d</p>");
	assert_body("`\n     : d\n`\n", "<code>: d</code>");
}

static void titles_and_tags_keep_their_bytes(void **state)
{
	(void)state;
	assert_body("[a](/u \"t\n     [^1]: d\n     : e\")\n",
	    "title=\"t\n[^1]: d\n: e\"");
	assert_body("x <b a=\"\n     : y\">\n     [^1]: z\n",
	    "<b a=\"\n: y\">\n[^1]: z</p>");
}

static void what_is_an_item_stays_one(void **state)
{
	(void)state;
	assert_body("T\n: d\n\n`\n     : e\n`\n", "<dt");
	assert_body("T\n: d\n\n`\n     : e\n`\n", "<code>: e</code>");
}

/* Each line was compared with each mask. */
static void many_that_are_none_are_quick(void **state)
{
	enum { TIMES = 40000 };
	struct buffer markdown = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < TIMES; i++)
		buffer_add_string(&markdown, "a\n     : d\n\n");
	buffer_add_char(&markdown, '\0');
	alarm(5);
	assert_body(markdown.bytes, "a\n: d</p>");
	alarm(0);
	buffer_release(&markdown);
}

/* From each the line was gone back to its beginning. */
static void marks_within_a_line_are_quick(void **state)
{
	enum { TIMES = 150000 };
	struct buffer markdown = { 0 };
	size_t i;

	(void)state;
	buffer_add_string(&markdown, "a\n: a\n\nx");
	for (i = 0; i < TIMES; i++)
		buffer_add_string(&markdown, "+ 1");
	buffer_add_char(&markdown, '\0');
	alarm(5);
	assert_body(markdown.bytes, "<dt");
	alarm(0);
	buffer_release(&markdown);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_behind_code_of_several_keep_their_bytes),
		cmocka_unit_test(titles_and_tags_keep_their_bytes),
		cmocka_unit_test(what_is_an_item_stays_one),
		cmocka_unit_test(many_that_are_none_are_quick),
		cmocka_unit_test(marks_within_a_line_are_quick),
	};

	return cmocka_run_group_tests_name("parse/mask_hold", tests, NULL, NULL);
}
