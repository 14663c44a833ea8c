#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "parse/document.h"
#include "render/body.h"

#include "parsing.h"

static void assert_survived(struct text markdown)
{
	const struct document_options options = {
		.locale = TEXT("fa"),
		.render_blocks = body_render_blocks,
		.render_inlines = body_render_inlines,
	};
	struct parsing parsing;

	parse_bytes(&parsing, markdown, &options);
	assert_true(parsing.document.section_count > 0);
	parsing_release(&parsing);
}

static void assert_survived_times(const char *part, const char *end)
{
	enum { TIMES = 10000 };
	struct buffer markdown = { 0 };
	size_t i;

	for (i = 0; i < TIMES; i++)
		buffer_add_string(&markdown, part);
	buffer_add_string(&markdown, end);
	assert_survived(buffer_text(&markdown));
	buffer_release(&markdown);
}

static void depth_and_length_are_survived(void **state)
{
	(void)state;
	assert_survived_times(">", "a");
	assert_survived_times("> ", "# a {#b}");
	assert_survived_times("- ", "a");
	assert_survived_times("1. ", "a");
	assert_survived_times("*a **b ", "c");
	assert_survived_times("*a", "c");
	assert_survived_times("[a](b.md) ", "");
	assert_survived_times("[a] ", "\n\n[a]: b.md");
	assert_survived_times("[", "a");
	assert_survived_times("![a](", "b");
	assert_survived_times("`a` ", "b");
	assert_survived_times("<b> ", "c");
	assert_survived_times("## a {#b principles=\"c d\"}\n", "");
	assert_survived_times("a\n\n", "");
}

static void many_extensions_are_survived(void **state)
{
	(void)state;
	assert_survived_times("|a|\n|-|\n", "");
	assert_survived_times("|a|\n|-|\n\nTable: b\n\n", "");
	assert_survived_times("|", "\n|-|");
	assert_survived_times("> |a|\n|-|\n", "");
	assert_survived_times("~~a ", "");
	assert_survived_times("~~a~~", "");
	assert_survived_times("[^a]", "\n\n[^a]: b");
	assert_survived_times("[^a]: b\n", "\n[^a]");
	assert_survived_times("a[^b]: c\n[^b]: d\n", "");
	assert_survived_times(": a\n", "");
	assert_survived_times("a\n: b\n\n", "");
	assert_survived_times("a\n", ": b");
	assert_survived_times("```\n[^a]: b\n: c\n", "");
	assert_survived_times("    [^a]: b\n    : c\n", "");
	assert_survived_times("> [!NOTE]\n> a\n\n", "");
	assert_survived_times("> [!NOTE]", "");
	assert_survived_times("> > > [!NOTE]\n", "");
	assert_survived_times("- [ ] a\n  ", "");
	assert_survived_times("![a](b \"c\")\n\n", "");
	assert_survived_times("\\~\\[^", "~~");
}

static void odd_extensions_are_survived(void **state)
{
	(void)state;
	assert_survived(TEXT("[^a]:\n\nb[^a]"));
	assert_survived(TEXT("[^a]: \n\n    b\n\nc[^a]"));
	assert_survived(TEXT("[^a\0]: b\n\nc[^a\0]"));
	assert_survived(TEXT("|\0|\xFF|\n|-|-|\n|\0"));
	assert_survived(TEXT("|a|\r|-|\r|b|\r"));
	assert_survived(TEXT("a\r\n: b\r\n\r\n[^c]: d\r\n\r\ne[^c]\r\n"));
	assert_survived(TEXT("> [!NOTE]\xFF{#\0}\n> \0\n"));
	assert_survived(TEXT("a\n> [!TIP] [^"));
	assert_survived(TEXT("~~\xED\xA0~~ ~~\0~~"));
	assert_survived(TEXT("x\n\n> [!FACILITATOR]\n> # a\n> [^b]\n\n[^b]: c"));
	assert_survived(TEXT("a[^b]\n\n> [!FACILITATOR]\n> [^b]: c\n"));
	assert_survived(TEXT("a[^b]\n\n[^b]: > [!FACILITATOR]\n"));
}

static void nested_emphasis_is_survived(void **state)
{
	enum { DEPTH = 10000 };
	struct buffer markdown = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < DEPTH; i++)
		buffer_add_string(&markdown, i % 2 == 0 ? "*a " : "_a ");
	for (i = 0; i < DEPTH; i++)
		buffer_add_string(&markdown, i % 2 == 0 ? " a_" : " a*");
	assert_survived(buffer_text(&markdown));
	buffer_release(&markdown);
}

static void odd_bytes_are_survived(void **state)
{
	(void)state;
	assert_survived(TEXT("a\0b\n\n## c\0 {#d\0}\n"));
	assert_survived(TEXT("## a\r## b\r\rc"));
	assert_survived(TEXT("## a\r\n\r\nb\r\n"));
	assert_survived(TEXT("\xEF\xBB\xBF## a\n"));
	assert_survived(TEXT("## \xFF\xC3\n\n[\x80](\xE2\x80)\n\n`\xF0`"));
	assert_survived(TEXT("## a {#\xFF principles=\"\xC3\"}"));
	assert_survived(TEXT("[a](<b\n> <c"));
	assert_survived(TEXT("[a]:"));
	assert_survived(TEXT("[a]: <b"));
	assert_survived(TEXT("\t- \ta\n\t\t[b](c.md)\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(depth_and_length_are_survived),
		cmocka_unit_test(many_extensions_are_survived),
		cmocka_unit_test(odd_extensions_are_survived),
		cmocka_unit_test(nested_emphasis_is_survived),
		cmocka_unit_test(odd_bytes_are_survived),
	};

	return cmocka_run_group_tests_name("parse/odd_input", tests, NULL,
	    NULL);
}
