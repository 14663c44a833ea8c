#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "parse/commonmark.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

static void assert_as_cmark(struct text markdown)
{
	char *expected = cmark_markdown_to_html(
	    markdown.length > 0 ? markdown.at : "", markdown.length,
	    CMARK_OPT_UNSAFE);
	struct arena arena = { 0 };
	struct text html = commonmark_html(&arena, markdown);

	assert_int_equal(html.length, strlen(expected));
	assert_memory_equal(html.at, expected, html.length);
	arena_release(&arena);
	free(expected);
}

static void output_is_that_of_cmark(void **state)
{
	(void)state;
	assert_as_cmark((struct text){ 0 });
	assert_as_cmark(TEXT("\xef\xbb\xbf# a\r\n\r\n* b\n* <i>c</i>\n"));
	assert_as_cmark(TEXT("[a](javascript:b) ![c](data:d 'e')\n"));
	assert_as_cmark(TEXT("|a|\n|-|\n~~b~~ [^1]\n\n[^1]: c"));
	assert_as_cmark(TEXT("a \xff\xe2\x82 \0 b\0"));
}

static void long_output_is_whole(void **state)
{
	enum { COUNT = 20000 };
	char *markdown = malloc(COUNT * 6);
	size_t i;

	(void)state;
	assert_non_null(markdown);
	for (i = 0; i < COUNT; i++)
		memcpy(markdown + i * 6, "*a*&\n\n", 6);
	assert_as_cmark((struct text){ markdown, COUNT * 6 });
	free(markdown);
}

static void another_text_may_follow(void **state)
{
	struct arena arena = { 0 };
	struct text first = commonmark_html(&arena, TEXT("a"));
	struct text second = commonmark_html(&arena, TEXT("b"));

	(void)state;
	assert_true(text_equal(first, TEXT("<p>a</p>\n")));
	assert_true(text_equal(second, TEXT("<p>b</p>\n")));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(output_is_that_of_cmark),
		cmocka_unit_test(long_output_is_whole),
		cmocka_unit_test(another_text_may_follow),
	};

	return cmocka_run_group_tests_name("parse/commonmark", tests, NULL,
	    NULL);
}
