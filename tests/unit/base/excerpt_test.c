#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/excerpt.h"
#include "base/report.h"
#include "scratch.h"

/* Asserts the excerpt of one place. */
static void assert_excerpt(const char *bytes, size_t offset,
    const char *expected)
{
	struct source source = { TEXT("a.md"), text_from(bytes), NULL };
	struct excerpt excerpt = { 0 };
	struct buffer buffer = { 0 };

	assert_true(excerpt_move(&excerpt, (struct place){ &source, offset }));
	excerpt_add(&buffer, &excerpt);
	buffer_add_char(&buffer, '\0');
	assert_string_equal(buffer.bytes, expected);
	buffer_release(&buffer);
	arena_release(&excerpt.arena);
}

static void caret_stands_below_the_place(void **state)
{
	(void)state;
	assert_excerpt("abc\n", 0, " 1 | abc\n   | ^\n");
	assert_excerpt("abc\n", 2, " 1 | abc\n   |   ^\n");
	assert_excerpt("abc", 3, " 1 | abc\n   |    ^\n");
	assert_excerpt("abc\n", 3, " 1 | abc\n   |    ^\n");
	assert_excerpt("abc", 1000, " 1 | abc\n   |    ^\n");
	assert_excerpt("a\r\nbc\r\n", 4, " 2 | bc\n   |  ^\n");
	assert_excerpt("a\r\n", 2, " 1 | a\n   |  ^\n");
}

static void margin_is_as_wide_as_the_number(void **state)
{
	(void)state;
	assert_excerpt("\n\n\n\n\n\n\n\n\n\n\nabc", 12,
	    " 12 | abc\n    |  ^\n");
}

static void tabs_are_kept(void **state)
{
	(void)state;
	assert_excerpt("\ta\tb", 3, " 1 | \ta\tb\n   | \t \t^\n");
}

static void wide_characters_need_two_columns(void **state)
{
	(void)state;
	assert_excerpt("\xED\x95\x9C\xE4\xBD\xA0x", 6,
	    " 1 | \xED\x95\x9C\xE4\xBD\xA0x\n   |     ^\n");
}

static void marks_need_no_column(void **state)
{
	(void)state;
	assert_excerpt("e\xCC\x81x", 3, " 1 | e\xCC\x81x\n   |  ^\n");
}

static void controls_and_malformed_bytes_are_replaced(void **state)
{
	(void)state;
	assert_excerpt("a\x1B\xFFz", 3,
	    " 1 | a\xEF\xBF\xBD\xEF\xBF\xBDz\n   |    ^\n");
}

static void blank_lines_are_not_shown(void **state)
{
	(void)state;
	assert_excerpt("\n", 0, "");
	assert_excerpt("a\n \t\nb", 2, "");
}

static void byte_order_mark_is_no_column(void **state)
{
	(void)state;
	assert_excerpt("\xEF\xBB\xBF" "abc", 4, " 1 | abc\n   |  ^\n");
	assert_excerpt("\xEF\xBB\xBF" "abc", 0, " 1 | abc\n   | ^\n");
}

#define TEN "abcdefghi "
#define FIFTY TEN TEN TEN TEN TEN
#define HUNDRED FIFTY FIFTY
#define DOTS "\xE2\x80\xA6"

static void assert_cut(size_t offset, const char *before, const char *shown,
    const char *after, size_t caret)
{
	char expected[1000];

	(void)snprintf(expected, sizeof(expected),
	    " 1 | %s%s%s\n   | %*s^\n", before, shown, after, (int)caret, "");
	assert_excerpt(HUNDRED HUNDRED HUNDRED, offset, expected);
}

static void long_lines_show_hundred_characters(void **state)
{
	(void)state;
	assert_cut(0, "", HUNDRED, DOTS, 0);
	assert_cut(59, "", HUNDRED, DOTS, 59);
	assert_cut(159, DOTS, HUNDRED, DOTS, 60);
	assert_cut(299, DOTS, FIFTY TEN, "", 60);
	assert_cut(300, DOTS, &(FIFTY TEN)[1], "", 60);
}

static void short_lines_are_shown_whole(void **state)
{
	char expected[1000];

	(void)state;
	(void)snprintf(expected, sizeof(expected),
	    " 1 | " HUNDRED "\n   | %*s^\n", 95, "");
	assert_excerpt(HUNDRED, 95, expected);
}

static void moves_forward_and_back(void **state)
{
	struct source a = { TEXT("a"), TEXT("1\n22\n333\n"), NULL };
	struct source b = { TEXT("b"), TEXT("x\ny\n"), NULL };
	struct excerpt excerpt = { 0 };
	const struct {
		struct place place;
		size_t line, column;
	} moves[] = {
		{ { &a, 0 }, 1, 1 }, { { &a, 1 }, 1, 2 }, { { &a, 3 }, 2, 2 },
		{ { &a, 5 }, 3, 1 }, { { &a, 9 }, 4, 1 }, { { &a, 2 }, 2, 1 },
		{ { &b, 2 }, 2, 1 }, { { &a, 7 }, 3, 3 }, { { &b, 0 }, 1, 1 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(moves) / sizeof(moves[0]); i++) {
		assert_true(excerpt_move(&excerpt, moves[i].place));
		assert_int_equal(excerpt.line, moves[i].line);
		assert_int_equal(excerpt.column, moves[i].column);
	}
	arena_release(&excerpt.arena);
}

static void dropped_bytes_are_read_again(void **state)
{
	struct scratch *scratch = *state;
	struct source source = { TEXT("a.md"), { 0 },
		scratch_path(scratch, "a.md") };
	struct excerpt excerpt = { 0 };
	struct buffer buffer = { 0 };

	scratch_write(scratch, "a.md", "one\ntwo\n");
	assert_true(excerpt_move(&excerpt, (struct place){ &source, 5 }));
	assert_int_equal(excerpt.line, 2);
	assert_int_equal(excerpt.column, 2);
	excerpt_add(&buffer, &excerpt);
	assert_true(text_equal_string(buffer_text(&buffer),
	    " 2 | two\n   |  ^\n"));
	buffer_release(&buffer);
	arena_release(&excerpt.arena);
}

static void lost_source_has_no_lines(void **state)
{
	struct scratch *scratch = *state;
	struct source lost = { TEXT("a.md"), { 0 },
		scratch_path(scratch, "none.md") };
	struct source never = { TEXT("b.md"), { 0 }, NULL };
	struct excerpt excerpt = { 0 };
	size_t line, column;

	assert_false(excerpt_move(&excerpt, (struct place){ &lost, 5 }));
	assert_false(excerpt_move(&excerpt, (struct place){ &lost, 6 }));
	assert_false(excerpt_move(&excerpt, (struct place){ &never, 0 }));
	place_locate((struct place){ &lost, 5 }, &line, &column);
	assert_int_equal(line, 0);
	assert_int_equal(column, 0);
	arena_release(&excerpt.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(caret_stands_below_the_place),
		cmocka_unit_test(margin_is_as_wide_as_the_number),
		cmocka_unit_test(tabs_are_kept),
		cmocka_unit_test(wide_characters_need_two_columns),
		cmocka_unit_test(marks_need_no_column),
		cmocka_unit_test(controls_and_malformed_bytes_are_replaced),
		cmocka_unit_test(blank_lines_are_not_shown),
		cmocka_unit_test(byte_order_mark_is_no_column),
		cmocka_unit_test(long_lines_show_hundred_characters),
		cmocka_unit_test(short_lines_are_shown_whole),
		cmocka_unit_test(moves_forward_and_back),
		cmocka_unit_test(dropped_bytes_are_read_again),
		cmocka_unit_test(lost_source_has_no_lines),
	};

	return cmocka_run_group_tests_name("base/excerpt", tests,
	    scratch_setup, scratch_teardown);
}
