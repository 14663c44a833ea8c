#include "base/file.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "scratch.h"

static void a_folder_goes_with_all_that_is_in_it(void **state)
{
	struct scratch *scratch = *state;
	const char *folder = scratch_path(scratch, "a");

	assert_true(file_make_folder(scratch_path(scratch, "a/b/.hidden")));
	scratch_write(scratch, "a/b/c", "x");
	scratch_write(scratch, "a/b/.hidden/d", "x");
	assert_true(file_remove_tree(folder));
	assert_false(file_exists(folder));
	assert_true(file_remove_tree(folder)); /* there is none */
}

static void what_links_lead_to_stays(void **state)
{
	struct scratch *scratch = *state;

	assert_true(file_make_folder(scratch_path(scratch, "kept")));
	scratch_write(scratch, "kept/file", "x");
	assert_true(file_make_folder(scratch_path(scratch, "a")));
	assert_int_equal(symlink("../kept", scratch_path(scratch, "a/link")),
	    0);
	assert_int_equal(
	    symlink("nothing", scratch_path(scratch, "a/broken")), 0);
	assert_true(file_remove_tree(scratch_path(scratch, "a")));
	assert_false(file_exists(scratch_path(scratch, "a")));
	assert_string_equal(scratch_read(scratch, "kept/file"), "x");
}

static void temporary_folders_are_new_and_where_they_should_be(void **state)
{
	struct scratch *scratch = *state;
	const char *a, *b;

	(void)setenv("TMPDIR", scratch->folder, 1);
	a = file_make_temporary(&scratch->arena);
	b = file_make_temporary(&scratch->arena);
	assert_true(file_is_folder(a) && file_is_folder(b));
	assert_string_not_equal(a, b);
	assert_true(file_is_below(text_from(a), text_from(scratch->folder)));
	(void)setenv("TMPDIR", "/nonexistent", 1);
	assert_null(file_make_temporary(&scratch->arena));
	(void)unsetenv("TMPDIR");
	a = file_make_temporary(&scratch->arena);
	assert_true(file_is_below(text_from(a), TEXT("/tmp")));
	assert_true(file_remove_tree(a));
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_folder_goes_with_all_that_is_in_it),
		TEST(what_links_lead_to_stays),
		TEST(temporary_folders_are_new_and_where_they_should_be),
	};

	return cmocka_run_group_tests_name(
	    "base/file_tree", tests, NULL, NULL);
}
