#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "scratch.h"

static void assert_holds(const struct buffer *buffer, const char *expected)
{
	assert_int_equal(buffer->length, strlen(expected));
	assert_memory_equal(buffer_text(buffer).at, expected, buffer->length);
}

static void zero_buffer_is_empty(void **state)
{
	struct buffer buffer = { 0 };
	struct arena arena = { 0 };

	(void)state;
	assert_int_equal(buffer_text(&buffer).length, 0);
	assert_int_equal(buffer_copy(&buffer, &arena).length, 0);
	buffer_add(&buffer, (struct text){ 0 });
	buffer_add_string(&buffer, NULL);
	buffer_cut(&buffer, 0);
	buffer_clear(&buffer);
	assert_int_equal(buffer.length, 0);
	buffer_release(&buffer);
	buffer_release(&buffer);
	arena_release(&arena);
}

static void additions_follow_each_other(void **state)
{
	struct buffer buffer = { 0 };

	(void)state;
	buffer_add(&buffer, TEXT("one "));
	buffer_add_string(&buffer, "two ");
	buffer_add_char(&buffer, '3');
	buffer_format(&buffer, " %s %d", "four", 5);
	assert_holds(&buffer, "one two 3 four 5");
	buffer_release(&buffer);
}

static void codes_are_added_as_utf8(void **state)
{
	struct buffer buffer = { 0 };

	(void)state;
	buffer_add_code(&buffer, 'a');
	buffer_add_code(&buffer, 0xE4);
	buffer_add_code(&buffer, 0xD55C);
	buffer_add_code(&buffer, 0x1F600);
	assert_holds(&buffer, "a\xC3\xA4\xED\x95\x9C\xF0\x9F\x98\x80");
	buffer_release(&buffer);
}

static void growth_keeps_what_was_there(void **state)
{
	struct buffer buffer = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < 10000; i++)
		buffer_format(&buffer, "%zu,", i % 10);
	assert_int_equal(buffer.length, 20000);
	for (i = 0; i < 10000; i++)
		assert_int_equal(buffer.bytes[2 * i], '0' + (int)(i % 10));
	buffer_release(&buffer);
}

static void format_may_fill_to_the_last_byte(void **state)
{
	struct buffer buffer = { 0 };

	(void)state;
	buffer_format(&buffer, "%064d", 1);
	assert_int_equal(buffer.length, 64);
	assert_int_equal(buffer.bytes[63], '1');
	buffer_release(&buffer);
}

static void cut_shortens(void **state)
{
	struct buffer buffer = { 0 };

	(void)state;
	buffer_add_string(&buffer, "abcdef");
	buffer_cut(&buffer, 2);
	buffer_add_char(&buffer, 'X');
	assert_holds(&buffer, "abX");
	buffer_release(&buffer);
}

static void clear_keeps_memory(void **state)
{
	struct buffer buffer = { 0 };
	const char *bytes;

	(void)state;
	buffer_add_string(&buffer, "abcdef");
	bytes = buffer.bytes;
	buffer_clear(&buffer);
	buffer_add_string(&buffer, "xyz");
	assert_ptr_equal(buffer.bytes, bytes);
	assert_holds(&buffer, "xyz");
	buffer_release(&buffer);
}

static void copy_is_independent(void **state)
{
	struct buffer buffer = { 0 };
	struct arena arena = { 0 };
	struct text copy;

	(void)state;
	buffer_add_string(&buffer, "abc");
	copy = buffer_copy(&buffer, &arena);
	buffer_clear(&buffer);
	buffer_add_string(&buffer, "xyz");
	assert_string_equal(copy.at, "abc");
	buffer_release(&buffer);
	arena_release(&arena);
}

static void cut_too_long(void)
{
	struct buffer buffer = { 0 };

	buffer_cut(&buffer, 1);
}

static void cut_cannot_lengthen(void **state)
{
	(void)state;
	assert_true(aborts(cut_too_long));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(zero_buffer_is_empty),
		cmocka_unit_test(additions_follow_each_other),
		cmocka_unit_test(codes_are_added_as_utf8),
		cmocka_unit_test(growth_keeps_what_was_there),
		cmocka_unit_test(format_may_fill_to_the_last_byte),
		cmocka_unit_test(cut_shortens),
		cmocka_unit_test(clear_keeps_memory),
		cmocka_unit_test(copy_is_independent),
		cmocka_unit_test(cut_cannot_lengthen),
	};

	return cmocka_run_group_tests_name("base/buffer", tests, NULL, NULL);
}
