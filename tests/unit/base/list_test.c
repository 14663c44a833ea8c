#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/list.h"

struct pair {
	size_t number;
	const char *name;
};

struct pairs {
	struct pair *items;
	size_t count;
	size_t capacity;
};

static void items_survive_growth(void **state)
{
	struct arena arena = { 0 };
	struct pairs pairs = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < 1000; i++)
		*list_add(&arena, &pairs) = (struct pair){ i, "name" };
	assert_int_equal(pairs.count, 1000);
	assert_true(pairs.capacity >= 1000);
	for (i = 0; i < 1000; i++) {
		assert_int_equal(pairs.items[i].number, i);
		assert_string_equal(pairs.items[i].name, "name");
	}
	arena_release(&arena);
}

static void new_item_is_zeroed(void **state)
{
	struct arena arena = { 0 };
	struct pairs pairs = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < 100; i++) {
		struct pair *pair = list_add(&arena, &pairs);

		assert_int_equal(pair->number, 0);
		assert_null(pair->name);
		assert_ptr_equal(pair, &pairs.items[i]);
		pair->number = 1;
	}
	arena_release(&arena);
}

static void old_items_stay_readable(void **state)
{
	struct arena arena = { 0 };
	struct pairs pairs = { 0 };
	const struct pair *first = list_add(&arena, &pairs);
	size_t i;

	(void)state;
	pairs.items[0].number = 42;
	for (i = 0; i < 100; i++)
		(void)list_add(&arena, &pairs);
	assert_ptr_not_equal(first, pairs.items);
	assert_int_equal(first->number, 42);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_survive_growth),
		cmocka_unit_test(new_item_is_zeroed),
		cmocka_unit_test(old_items_stay_readable),
	};

	return cmocka_run_group_tests_name("base/list", tests, NULL, NULL);
}
