#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/file.h"

#include "scratch.h"

#include <errno.h>

static void walk(struct file_list *list, struct scratch *scratch,
    const char *folder)
{
	*list = (struct file_list){ 0 };
	assert_true(file_walk(list, &scratch->arena,
	    scratch_path(scratch, folder), NULL));
}

static void walk_lists_sorted_paths(void **state)
{
	static const char *const expected[] = { "a", "a-b.md", "a/b",
		"a/b/deep.md", "a/x.md", "z.md" };
	struct scratch *scratch = *state;
	struct file_list list;
	size_t i;

	assert_true(file_make_folder(scratch_path(scratch, "walk/a/b")));
	assert_true(file_make_folder(scratch_path(scratch, "walk/.git/x")));
	scratch_write(scratch, "walk/z.md", "");
	scratch_write(scratch, "walk/a/x.md", "");
	scratch_write(scratch, "walk/a/.hidden", "");
	scratch_write(scratch, "walk/a-b.md", "");
	scratch_write(scratch, "walk/a/b/deep.md", "");
	walk(&list, scratch, "walk");
	assert_int_equal(list.count, 6);
	for (i = 0; i < 6; i++) {
		const struct file_entry *entry = &list.items[i];

		assert_true(text_equal_string(entry->path, expected[i]));
		assert_false(entry->is_link || entry->is_broken);
		assert_int_equal(entry->kind,
		    i == 0 || i == 2 ? FILE_FOLDER : FILE_REGULAR);
	}
}

static void walk_of_an_empty_folder_is_empty(void **state)
{
	struct scratch *scratch = *state;
	struct file_list list;

	assert_true(file_make_folder(scratch_path(scratch, "nothing")));
	walk(&list, scratch, "nothing");
	assert_int_equal(list.count, 0);
}

static void walk_reports_links(void **state)
{
	static const struct file_entry expected[] = {
		{ TEXT("broken"), FILE_OTHER, true, true, false },
		{ TEXT("file"), FILE_REGULAR, true, false, false },
		{ TEXT("folder"), FILE_FOLDER, true, false, false },
		{ TEXT("folder/inside"), FILE_REGULAR, false, false, false },
		{ TEXT("itself"), FILE_OTHER, true, true, false },
		{ TEXT("pipe"), FILE_OTHER, false, false, false },
	};
	struct scratch *scratch = *state;
	struct file_list list;
	size_t i;

	assert_true(file_make_folder(scratch_path(scratch, "links")));
	assert_true(file_make_folder(scratch_path(scratch, "aside")));
	scratch_write(scratch, "aside/inside", "");
	assert_int_equal(symlink("none", scratch_path(scratch,
			     "links/broken")), 0);
	assert_int_equal(symlink("../aside/inside", scratch_path(scratch,
			     "links/file")), 0);
	assert_int_equal(symlink("../aside", scratch_path(scratch,
			     "links/folder")), 0);
	assert_int_equal(symlink("itself", scratch_path(scratch,
			     "links/itself")), 0);
	assert_int_equal(mkfifo(scratch_path(scratch, "links/pipe"), 0600), 0);
	walk(&list, scratch, "links");
	assert_int_equal(list.count, 6);
	for (i = 0; i < 6; i++) {
		assert_true(text_equal(list.items[i].path, expected[i].path));
		assert_int_equal(list.items[i].kind, expected[i].kind);
		assert_int_equal(list.items[i].is_link, expected[i].is_link);
		assert_int_equal(list.items[i].is_broken,
		    expected[i].is_broken);
	}
}

static void walk_stays_in_its_bounds(void **state)
{
	static const char *const expected[] = { "far", "file", "near",
		"near/x", "to-far", "to-near", "to-near/x" };
	struct scratch *scratch = *state;
	struct file_list list = { 0 };
	size_t i;

	assert_true(file_make_folder(scratch_path(scratch, "bounds/in/near")));
	assert_true(file_make_folder(scratch_path(scratch, "bounds/in-2/y")));
	scratch_write(scratch, "bounds/in/near/x", "");
	assert_int_equal(symlink("../in-2", scratch_path(scratch,
			     "bounds/in/far")), 0);
	assert_int_equal(symlink("far", scratch_path(scratch,
			     "bounds/in/to-far")), 0);
	assert_int_equal(symlink("near", scratch_path(scratch,
			     "bounds/in/to-near")), 0);
	assert_int_equal(symlink("near/x", scratch_path(scratch,
			     "bounds/in/file")), 0);
	assert_true(file_walk(&list, &scratch->arena,
	    scratch_path(scratch, "bounds/in"),
	    file_real_path(&scratch->arena,
		scratch_path(scratch, "bounds/in"))));
	assert_int_equal(list.count, 7);
	for (i = 0; i < 7; i++) {
		assert_true(
		    text_equal_string(list.items[i].path, expected[i]));
		assert_int_equal(list.items[i].leaves, i == 0 || i == 4);
	}
}

static void paths_are_below_folders_not_beside(void **state)
{
	(void)state;
	assert_true(file_is_below(TEXT("/a/b"), TEXT("/a")));
	assert_true(file_is_below(TEXT("/a"), TEXT("/a")));
	assert_false(file_is_below(TEXT("/a-b"), TEXT("/a")));
	assert_false(file_is_below(TEXT("/"), TEXT("/a")));
	assert_true(file_is_below(TEXT("/a"), TEXT("/")));
}

static void folder_of_hidden_files_is_empty(void **state)
{
	struct scratch *scratch = *state;

	assert_true(file_make_folder(scratch_path(scratch, "free/.git")));
	assert_true(file_is_empty_folder(scratch_path(scratch, "free")));
	scratch_write(scratch, "free/x", "");
	assert_false(file_is_empty_folder(scratch_path(scratch, "free")));
	assert_false(file_is_empty_folder(scratch_path(scratch, "free/x")));
	assert_false(file_is_empty_folder(scratch_path(scratch, "free/y")));
}

static void walk_ends_on_cycles(void **state)
{
	static const char *const expected[] = { "a", "a/b", "a/b/up",
		"a/self", "a/top", "twin", "twin/b", "twin/b/up", "twin/self",
		"twin/top" };
	struct scratch *scratch = *state;
	struct file_list list;
	size_t i;

	assert_true(file_make_folder(scratch_path(scratch, "cycle/a/b")));
	assert_int_equal(symlink("..", scratch_path(scratch,
			     "cycle/a/b/up")), 0);
	assert_int_equal(symlink(".", scratch_path(scratch,
			     "cycle/a/self")), 0);
	assert_int_equal(symlink("..", scratch_path(scratch,
			     "cycle/a/top")), 0);
	/* The same folder beside itself is no cycle: it is listed twice. */
	assert_int_equal(symlink("a", scratch_path(scratch,
			     "cycle/twin")), 0);
	walk(&list, scratch, "cycle");
	assert_int_equal(list.count, 10);
	for (i = 0; i < 10; i++)
		assert_true(
		    text_equal_string(list.items[i].path, expected[i]));
}

static void walk_of_no_folder_fails(void **state)
{
	struct scratch *scratch = *state;
	struct file_list list = { .count = 42 };

	scratch_write(scratch, "plain", "");
	assert_false(file_walk(&list, &scratch->arena,
	    scratch_path(scratch, "missing"), NULL));
	assert_int_equal(errno, ENOENT);
	assert_false(file_walk(&list, &scratch->arena,
	    scratch_path(scratch, "plain"), NULL));
	assert_int_equal(errno, ENOTDIR);
	assert_int_equal(list.count, 42);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(walk_lists_sorted_paths),
		cmocka_unit_test(walk_of_an_empty_folder_is_empty),
		cmocka_unit_test(walk_reports_links),
		cmocka_unit_test(walk_stays_in_its_bounds),
		cmocka_unit_test(paths_are_below_folders_not_beside),
		cmocka_unit_test(folder_of_hidden_files_is_empty),
		cmocka_unit_test(walk_ends_on_cycles),
		cmocka_unit_test(walk_of_no_folder_fails),
	};

	return cmocka_run_group_tests_name("base/file_walk", tests, scratch_setup,
	    scratch_teardown);
}
