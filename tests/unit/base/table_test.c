#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/table.h"
#include "scratch.h"

static void hash_is_fnv_1a(void **state)
{
	(void)state;
	/* From the test vectors of Landon Curt Noll. */
	assert_true(table_hash(TEXT("")) == UINT64_C(0xcbf29ce484222325));
	assert_true(table_hash(TEXT("a")) == UINT64_C(0xaf63dc4c8601ec8c));
	assert_true(table_hash(TEXT("foobar")) ==
	    UINT64_C(0x85944171f73967e8));
	assert_true(table_hash((struct text){ "\xFF\x00\x00\x01", 4 }) ==
	    UINT64_C(0x6961196491cc682d));
}

static void empty_table_has_nothing(void **state)
{
	struct table table = { 0 };

	(void)state;
	assert_null(table_get(&table, TEXT("key")));
	assert_null(table_get(&table, TEXT("")));
}

static void each_of_many_keys_has_its_value(void **state)
{
	struct arena arena = { 0 };
	struct table table = { 0 };
	size_t numbers[5000] = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < 5000; i++)
		assert_null(table_put(&table, &arena,
		    text_format(&arena, "key %zu", i), &numbers[i]));
	assert_int_equal(table.count, 5000);
	for (i = 0; i < 5000; i++)
		assert_ptr_equal(table_get(&table,
				     text_format(&arena, "key %zu", i)),
		    &numbers[i]);
	assert_null(table_get(&table, TEXT("key 5000")));
	assert_null(table_get(&table, TEXT("key")));
	arena_release(&arena);
}

static void put_replaces_and_returns_the_old(void **state)
{
	struct arena arena = { 0 };
	struct table table = { 0 };
	int old = 0, new = 0;

	(void)state;
	assert_null(table_put(&table, &arena, TEXT("key"), &old));
	assert_ptr_equal(table_put(&table, &arena, TEXT("key"), &new), &old);
	assert_ptr_equal(table_get(&table, TEXT("key")), &new);
	assert_int_equal(table.count, 1);
	arena_release(&arena);
}

static void keys_may_be_empty_or_hold_zeros(void **state)
{
	struct arena arena = { 0 };
	struct table table = { 0 };
	struct text zeros = { "\0\0", 2 };
	int empty = 0, some = 0;

	(void)state;
	(void)table_put(&table, &arena, (struct text){ 0 }, &empty);
	(void)table_put(&table, &arena, zeros, &some);
	assert_ptr_equal(table_get(&table, TEXT("")), &empty);
	assert_ptr_equal(table_get(&table, zeros), &some);
	assert_null(table_get(&table, text_slice(zeros, 0, 1)));
	arena_release(&arena);
}

static void put_null(void)
{
	struct arena arena = { 0 };
	struct table table = { 0 };

	(void)table_put(&table, &arena, TEXT("key"), NULL);
}

static void value_must_not_be_null(void **state)
{
	(void)state;
	assert_true(aborts(put_null));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hash_is_fnv_1a),
		cmocka_unit_test(empty_table_has_nothing),
		cmocka_unit_test(each_of_many_keys_has_its_value),
		cmocka_unit_test(put_replaces_and_returns_the_old),
		cmocka_unit_test(keys_may_be_empty_or_hold_zeros),
		cmocka_unit_test(value_must_not_be_null),
	};

	return cmocka_run_group_tests_name("base/table", tests, NULL, NULL);
}
