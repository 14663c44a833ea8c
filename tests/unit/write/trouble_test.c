#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "write/site.h"

static void equal_foreign_file_is_adopted(void **state)
{
	static const struct page pages[] = { { "a.html", "a" },
		{ NULL, NULL } };
	static const struct page none[] = { { NULL, NULL } };
	const char *folder = site(state, "adopted");

	assert_builds(folder, pages, 1, 0, 0);
	assert_true(file_remove(in(state, "adopted", ".opas")));
	assert_builds(folder, pages, 0, 1, 0);
	assert_builds(folder, none, 0, 0, 1);
}

static void foreign_file_is_never_overwritten(void **state)
{
	static const struct page pages[] = { { "a.html", "a" },
		{ "b.html", "b" }, { "c.html", "c" }, { NULL, NULL } };
	static const struct page none[] = { { NULL, NULL } };
	const char *folder = site(state, "foreign");
	const char *path = in(state, "foreign", "b.html");

	assert_true(file_make_folder(folder));
	scratch_write(*state, "foreign/b.html", "mine");
	scratch_write(*state, "foreign/.hidden", "mine too");
	/* The second time the record of the first must not mislead. */
	assert_fails(folder, pages, MESSAGE_OUTPUT_FOREIGN, path, NULL);
	assert_fails(folder, pages, MESSAGE_OUTPUT_FOREIGN, path, NULL);
	assert_holds(state, "foreign/b.html", "mine");
	assert_false(file_exists(in(state, "foreign", "c.html")));
	assert_builds(folder, none, 0, 0, 1);
	assert_holds(state, "foreign/b.html", "mine");
	assert_holds(state, "foreign/.hidden", "mine too");
}

static void foreign_broken_link_is_in_the_way(void **state)
{
	static const struct page pages[] = { { "a.html", "a" },
		{ NULL, NULL } };
	const char *folder = site(state, "link");
	const char *path = in(state, "link", "a.html");

	assert_true(file_make_folder(folder));
	assert_int_equal(symlink("none", path), 0);
	assert_fails(folder, pages, MESSAGE_OUTPUT_FOREIGN, path, NULL);
	assert_true(file_exists(path));
}

static void page_changed_by_hand_is_not_removed(void **state)
{
	static const struct page first[] = { { "fi/a.html", "a" },
		{ "b.html", "b" }, { NULL, NULL } };
	static const struct page second[] = { { "b.html", "b" },
		{ NULL, NULL } };
	const char *folder = site(state, "kept");
	struct output_counts counts = { 0 };
	struct report report = { 0 };

	assert_builds(folder, first, 2, 0, 0);
	scratch_write(*state, "kept/fi/a.html", "z");
	assert_true(build(&counts, &report, folder, second));
	assert_int_equal(counts.removed, 0);
	assert_reported(&report, MESSAGE_OUTPUT_CHANGED,
	    in(state, "kept", "fi/a.html"), NULL);
	assert_holds(state, "kept/fi/a.html", "z");
	assert_builds(folder, second, 0, 1, 0); /* it is told only once */
	assert_holds(state, "kept/fi/a.html", "z");
}

static void folder_in_the_way_of_a_page_is_reported(void **state)
{
	static const struct page pages[] = { { "a.html", "a" },
		{ NULL, NULL } };
	const char *folder = site(state, "infront");
	const char *path = in(state, "infront", "a.html");

	assert_true(file_make_folder(path));
	assert_fails(folder, pages, MESSAGE_OUTPUT_UNWRITABLE, path,
	    "Is a directory");
	assert_true(file_remove_folder(path));
	assert_builds(folder, pages, 1, 0, 0);
	assert_true(file_remove(path));
	assert_true(file_make_folder(path));
	assert_fails(folder, pages, MESSAGE_OUTPUT_UNWRITABLE, path,
	    "Is a directory");
	assert_false(file_exists(in(state, "infront", "a.html.opas-new")));
}

static void file_in_the_way_of_a_folder_is_reported(void **state)
{
	static const struct page pages[] = { { "fi/a.html", "a" },
		{ NULL, NULL } };
	const char *folder = site(state, "noway");

	assert_true(file_make_folder(folder));
	scratch_write(*state, "noway/fi", "mine");
	assert_fails(folder, pages, MESSAGE_OUTPUT_UNWRITABLE,
	    in(state, "noway", "fi/a.html"), "Not a directory");
	assert_holds(state, "noway/fi", "mine");
}

static void folder_that_cannot_be_is_reported(void **state)
{
	static const struct page pages[] = { { "a.html", "a" },
		{ NULL, NULL } };

	scratch_write(*state, "file", "mine");
	assert_fails(site(state, "file"), pages, MESSAGE_OUTPUT_UNWRITABLE,
	    site(state, "file"), "Not a directory");
	assert_fails(site(state, "file/site"), pages,
	    MESSAGE_OUTPUT_UNWRITABLE, site(state, "file/site"),
	    "Not a directory");
	assert_fails("/proc/self", pages, MESSAGE_OUTPUT_UNWRITABLE,
	    "/proc/self/.opas", "No such file or directory");
	assert_holds(state, "file", "mine");
}

static void unreadable_record_is_reported(void **state)
{
	static const struct page pages[] = { { "a.html", "a" },
		{ NULL, NULL } };
	const char *path = in(state, "norecord", ".opas");

	assert_true(file_make_folder(path));
	assert_fails(site(state, "norecord"), pages,
	    MESSAGE_OUTPUT_UNWRITABLE, path, "Is a directory");
}

static void failed_build_removes_nothing(void **state)
{
	static const struct page first[] = { { "a.html", "a" },
		{ "old.html", "old" }, { NULL, NULL } };
	static const struct page second[] = { { "a.html", "A" },
		{ "fi/b.html", "b" }, { "c.html", "c" }, { NULL, NULL } };
	static const struct page third[] = { { "a.html", "A" },
		{ NULL, NULL } };
	const char *folder = site(state, "failed");

	assert_builds(folder, first, 2, 0, 0);
	scratch_write(*state, "failed/fi", "mine");
	assert_fails(folder, second, MESSAGE_OUTPUT_UNWRITABLE,
	    in(state, "failed", "fi/b.html"), "Not a directory");
	assert_holds(state, "failed/a.html", "A");
	assert_holds(state, "failed/old.html", "old");
	assert_false(file_exists(in(state, "failed", "c.html")));
	assert_holds(state, "failed/.opas",
	    "opas 1 unfinished\n"
	    "a.html\t-\t-\n"
	    "c.html\t-\t-\n"
	    "fi/b.html\t-\t-\n"
	    "old.html\t3\t4210e9e45294a382\n");
	assert_builds(folder, third, 0, 1, 1);
	assert_holds(state, "failed/fi", "mine");
}

static void damaged_record_keeps_what_it_lists_later(void **state)
{
	static const struct page first[] = { { "a.html", "a" },
		{ "b.html", "b" }, { "c.html", "c" }, { NULL, NULL } };
	static const struct page second[] = { { "c.html", "c" },
		{ NULL, NULL } };
	const char *folder = site(state, "damaged");
	struct output_counts counts = { 0 };
	struct report report = { 0 };
	struct arena *arena = &((struct scratch *)*state)->arena;
	struct text record;
	size_t line, column;

	assert_builds(folder, first, 3, 0, 0);
	record = text_from(scratch_read(*state, "damaged/.opas"));
	record = text_slice(record, 0, text_find(record, TEXT("b.html"), 0));
	scratch_write(*state, "damaged/.opas",
	    text_format(arena, "%.*s../x\t1\t2\n", TEXT_ARGUMENTS(record)).at);
	assert_true(build(&counts, &report, folder, second));
	assert_int_equal(counts.removed, 1);
	assert_int_equal(counts.unchanged, 1);
	assert_false(file_exists(in(state, "damaged", "a.html")));
	assert_holds(state, "damaged/b.html", "b");
	assert_int_equal(report.count, 1);
	assert_int_equal(report.items[0].message, MESSAGE_RECORD_DAMAGED);
	place_locate(report.items[0].place, &line, &column);
	assert_int_equal(line, 3);
	assert_int_equal(column, 1);
	assert_true(text_equal_string(report.items[0].place.source->name,
	    in(state, "damaged", ".opas")));
	arena_release(&report.arena);
}

static void record_cannot_lead_out_of_the_folder(void **state)
{
	static const struct page none[] = { { NULL, NULL } };
	const char *folder = site(state, "prison");
	struct output_counts counts = { 0 };
	struct report report = { 0 };

	assert_true(file_make_folder(folder));
	scratch_write(*state, "outside", "");
	scratch_write(*state, "prison/.opas",
	    "opas 1 unfinished\n../outside\t-\t-\n");
	assert_true(build(&counts, &report, folder, none));
	assert_int_equal(counts.removed, 0);
	assert_true(file_exists(site(state, "outside")));
	arena_release(&report.arena);
}

static void second_writer_is_refused(void **state)
{
	static const struct page pages[] = { { "a.html", "a" },
		{ NULL, NULL } };
	const char *folder = site(state, "busy");
	struct report report = { 0 };
	struct output *output = open_for(&report, folder, pages);

	assert_non_null(output);
	assert_fails(folder, pages, MESSAGE_OUTPUT_BUSY, folder, NULL);
	output_abandon(output);
	assert_builds(folder, pages, 1, 0, 0);
}

static void what_cannot_be_removed_is_tried_again(void **state)
{
	static const struct page none[] = { { NULL, NULL } };
	const char *folder = site(state, "stuck");
	const char *path = in(state, "stuck", "a.html");

	assert_true(file_make_folder(path));
	scratch_write(*state, "stuck/.opas",
	    "opas 1 unfinished\na.html\t-\t-\n");
	assert_fails(folder, none, MESSAGE_OUTPUT_UNREMOVABLE, path,
	    "Is a directory");
	assert_true(file_remove_folder(path));
	scratch_write(*state, "stuck/a.html", "a");
	assert_builds(folder, none, 0, 0, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_foreign_file_is_adopted),
		cmocka_unit_test(foreign_file_is_never_overwritten),
		cmocka_unit_test(foreign_broken_link_is_in_the_way),
		cmocka_unit_test(page_changed_by_hand_is_not_removed),
		cmocka_unit_test(folder_in_the_way_of_a_page_is_reported),
		cmocka_unit_test(file_in_the_way_of_a_folder_is_reported),
		cmocka_unit_test(folder_that_cannot_be_is_reported),
		cmocka_unit_test(unreadable_record_is_reported),
		cmocka_unit_test(failed_build_removes_nothing),
		cmocka_unit_test(damaged_record_keeps_what_it_lists_later),
		cmocka_unit_test(record_cannot_lead_out_of_the_folder),
		cmocka_unit_test(second_writer_is_refused),
		cmocka_unit_test(what_cannot_be_removed_is_tried_again),
	};

	return cmocka_run_group_tests_name("write/trouble", tests,
	    scratch_setup, scratch_teardown);
}
