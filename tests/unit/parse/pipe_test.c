#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "parse/pipe.h"

#include <string.h>

static void assert_split(const char *line, size_t count, ...)
{
	struct arena arena = { 0 };
	struct cells cells = { 0 };
	va_list expected;
	size_t i;

	pipe_split(&cells, &arena, text_from(line));
	assert_int_equal(cells.count, count);
	va_start(expected, count);
	for (i = 0; i < count; i++)
		assert_true(text_equal_string(cells.items[i],
		    va_arg(expected, const char *)));
	va_end(expected);
	arena_release(&arena);
}

static void pipes_separate_cells(void **state)
{
	(void)state;
	assert_split("| a | b |", 2, "a", "b");
	assert_split("a|b", 2, "a", "b");
	assert_split("  |a|b c  ", 2, "a", "b c");
	assert_split("a |", 1, "a");
	assert_split("| | b ||", 3, "", "b", "");
	assert_split("a", 1, "a");
	assert_split("|", 1, "");
	assert_split("", 1, "");
}

static void escaped_pipes_do_not(void **state)
{
	(void)state;
	assert_split("| a \\| b | c\\|", 2, "a \\| b", "c\\|");
	assert_split("\\\\| b", 2, "\\\\", "b");
	assert_split("a | b\\", 2, "a", "b\\");
}

static void assert_delimiters(const char *line, size_t count,
    const enum column_alignment *expected)
{
	struct arena arena = { 0 };
	const enum column_alignment *columns;
	size_t found;

	assert_true(
	    pipe_delimiters(&columns, &found, &arena, text_from(line)));
	assert_int_equal(found, count);
	assert_memory_equal(columns, expected, sizeof(*expected) * count);
	arena_release(&arena);
}

static void colons_align(void **state)
{
	const enum column_alignment all[] = { COLUMN_PLAIN, COLUMN_START,
		COLUMN_CENTER, COLUMN_END };

	(void)state;
	assert_delimiters("| - | :-- | :-: | --: |", 4, all);
	assert_delimiters("-|:-|:-:|-:", 4, all);
	assert_delimiters("|-|", 1, all);
}

static void other_lines_are_no_delimiters(void **state)
{
	static const char *const none[] = { "---", ":-:", "| a |", "|", "||",
		"|:|", "| - - |", "| -:- |", "|-|x|", "", "| -- | |" };
	struct arena arena = { 0 };
	const enum column_alignment *columns;
	size_t count, i;

	(void)state;
	for (i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		assert_false(pipe_delimiters(&columns, &count, &arena,
		    text_from(none[i])));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pipes_separate_cells),
		cmocka_unit_test(escaped_pipes_do_not),
		cmocka_unit_test(colons_align),
		cmocka_unit_test(other_lines_are_no_delimiters),
	};

	return cmocka_run_group_tests_name("parse/pipe", tests, NULL, NULL);
}
