#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

static void every_size_is_zeroed_and_aligned(void **state)
{
	static const size_t sizes[] = { 0, 1, 7, 16, 4000, 20000, 70000,
		1000000 };
	struct arena arena = { 0 };
	size_t round, i, j;

	(void)state;
	for (round = 0; round < 20; round++) {
		for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
			unsigned char *object = arena_alloc(&arena, sizes[i]);

			assert_non_null(object);
			assert_int_equal(
			    (uintptr_t)object % alignof(max_align_t), 0);
			for (j = 0; j < sizes[i]; j++)
				assert_int_equal(object[j], 0);
			memset(object, 0xAA, sizes[i]);
		}
		if (round == 10)
			arena_reset(&arena);
	}
	arena_release(&arena);
}

static void objects_do_not_overlap(void **state)
{
	struct arena arena = { 0 };
	unsigned char *objects[500];
	size_t i, j;

	(void)state;
	for (i = 0; i < 500; i++) {
		objects[i] = arena_alloc(&arena, i * 7 + 1);
		memset(objects[i], (int)(i & 0xFF), i * 7 + 1);
	}
	for (i = 0; i < 500; i++)
		for (j = 0; j < i * 7 + 1; j++)
			assert_int_equal(objects[i][j], i & 0xFF);
	arena_release(&arena);
}

static void empty_objects_are_distinct(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	assert_ptr_not_equal(arena_alloc(&arena, 0), arena_alloc(&arena, 0));
	arena_release(&arena);
}

static void copy_ends_in_zero(void **state)
{
	struct arena arena = { 0 };
	const char *copy = arena_copy(&arena, "abcdef", 3);

	(void)state;
	assert_string_equal(copy, "abc");
	assert_string_equal((char *)arena_copy(&arena, NULL, 0), "");
	arena_release(&arena);
}

static void reset_keeps_one_block(void **state)
{
	struct arena arena = { 0 };
	size_t small;
	size_t i;

	(void)state;
	(void)arena_alloc(&arena, 10);
	small = arena_size(&arena);
	for (i = 0; i < 100; i++)
		(void)arena_alloc(&arena, 10000);
	assert_true(arena_size(&arena) >= 100 * 10000);
	arena_reset(&arena);
	assert_int_equal(arena_size(&arena), small);
	(void)arena_alloc(&arena, 10);
	assert_int_equal(arena_size(&arena), small);
	arena_release(&arena);
}

static void release_may_be_repeated(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	arena_release(&arena);
	arena_reset(&arena);
	(void)arena_alloc(&arena, 100);
	arena_release(&arena);
	arena_release(&arena);
	assert_int_equal(arena_size(&arena), 0);
	assert_non_null(arena_alloc(&arena, 1));
	arena_release(&arena);
}

static void large_object_leaves_the_block_in_use(void **state)
{
	struct arena arena = { 0 };
	char *first, *second;

	(void)state;
	first = arena_alloc(&arena, 16);
	(void)arena_alloc(&arena, 500000);
	second = arena_alloc(&arena, 16);
	assert_ptr_equal(second, first + 16);
	arena_release(&arena);
}

static void taken_memory_stays_valid(void **state)
{
	struct arena arena = { 0 }, from = { 0 };
	const char *ours, *theirs, *more;
	size_t size;

	(void)state;
	ours = arena_copy(&arena, "ours", 4);
	theirs = arena_copy(&from, "theirs", 6);
	size = arena_size(&arena) + arena_size(&from);
	arena_take(&arena, &from);
	assert_int_equal(arena_size(&arena), size);
	assert_int_equal(arena_size(&from), 0);
	arena_release(&from);
	more = arena_copy(&arena, "more", 4);
	assert_string_equal(ours, "ours");
	assert_string_equal(theirs, "theirs");
	assert_string_equal(more, "more");
	arena_release(&arena);
}

static void empty_arena_can_take_and_be_taken(void **state)
{
	struct arena arena = { 0 }, from = { 0 };
	const char *theirs, *more;

	(void)state;
	arena_take(&arena, &from);
	assert_int_equal(arena_size(&arena), 0);
	theirs = arena_copy(&from, "theirs", 6);
	arena_take(&arena, &from);
	more = arena_copy(&arena, "more", 4);
	assert_string_equal(theirs, "theirs");
	assert_string_equal(more, "more");
	arena_release(&arena);
}

static void resized_memory_keeps_its_bytes(void **state)
{
	char *memory = memory_new(4);

	(void)state;
	memcpy(memory, "abc", 4);
	memory = memory_resize(memory, 100000);
	assert_string_equal(memory, "abc");
	memory = memory_resize(memory, 0);
	assert_non_null(memory);
	free(memory);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_size_is_zeroed_and_aligned),
		cmocka_unit_test(objects_do_not_overlap),
		cmocka_unit_test(empty_objects_are_distinct),
		cmocka_unit_test(copy_ends_in_zero),
		cmocka_unit_test(reset_keeps_one_block),
		cmocka_unit_test(release_may_be_repeated),
		cmocka_unit_test(large_object_leaves_the_block_in_use),
		cmocka_unit_test(taken_memory_stays_valid),
		cmocka_unit_test(empty_arena_can_take_and_be_taken),
		cmocka_unit_test(resized_memory_keeps_its_bytes),
	};

	return cmocka_run_group_tests_name("base/arena", tests, NULL, NULL);
}
