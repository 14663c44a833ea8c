#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/workers.h"
#include "write/site.h"

static void build_writes_pages_and_record(void **state)
{
	static const struct page pages[] = { { "fi/b.html", "bb" },
		{ "fi/a.html", "" }, { "index.html", "index" },
		{ "fi/x/y/z.html", "z" }, { NULL, NULL } };

	assert_builds(site(state, "new/site"), pages, 4, 0, 0);
	assert_holds(state, "new/site/fi/b.html", "bb");
	assert_holds(state, "new/site/fi/a.html", "");
	assert_holds(state, "new/site/index.html", "index");
	assert_holds(state, "new/site/fi/x/y/z.html", "z");
	assert_holds(state, "new/site/.opas",
	    "opas 1 finished\n"
	    "fi/a.html\t0\tefd01f60ba992926\n"
	    "fi/b.html\t2\tbcf811382feb1724\n"
	    "fi/x/y/z.html\t1\td1152acceb4db748\n"
	    "index.html\t5\tc06df48a6fad1de8\n");
}

static void second_build_changes_nothing(void **state)
{
	static const struct page pages[] = { { "a.html", "a" },
		{ "fi/b.html", "b" }, { NULL, NULL } };
	const char *folder = site(state, "same");
	const char *record;
	static const char *const names[] = { "fi/b.html", ".opas", "." };
	struct stat before[3], after[3];
	size_t i;

	assert_builds(folder, pages, 2, 0, 0);
	record = scratch_read(*state, "same/.opas");
	for (i = 0; i < 3; i++)
		assert_int_equal(stat(in(state, "same", names[i]),
		    &before[i]), 0);
	assert_builds(folder, pages, 0, 2, 0);
	for (i = 0; i < 3; i++) {
		assert_int_equal(stat(in(state, "same", names[i]),
		    &after[i]), 0);
		assert_int_equal(before[i].st_ino, after[i].st_ino);
		assert_int_equal(before[i].st_mtim.tv_nsec,
		    after[i].st_mtim.tv_nsec);
	}
	assert_holds(state, "same/.opas", record);
}

static void only_what_differs_is_written(void **state)
{
	static const struct page first[] = { { "a.html", "a" },
		{ "b.html", "b" }, { NULL, NULL } };
	static const struct page second[] = { { "a.html", "a" },
		{ "b.html", "B" }, { "c.html", "c" }, { NULL, NULL } };
	const char *folder = site(state, "differs");

	assert_builds(folder, first, 2, 0, 0);
	assert_builds(folder, second, 2, 1, 0);
	assert_holds(state, "differs/b.html", "B");
}

static void unwanted_pages_and_their_folders_go(void **state)
{
	static const struct page first[] = { { "a.html", "a" },
		{ "fi/x/y/b.html", "b" }, { "fi/x/c.html", "c" },
		{ "sr/d.html", "d" }, { NULL, NULL } };
	static const struct page second[] = { { "a.html", "a" },
		{ NULL, NULL } };
	static const struct page none[] = { { NULL, NULL } };
	const char *folder = site(state, "unwanted");

	assert_builds(folder, first, 4, 0, 0);
	scratch_write(*state, "unwanted/sr/mine.txt", "mine");
	assert_builds(folder, second, 0, 1, 3);
	assert_false(file_exists(in(state, "unwanted", "fi")));
	assert_false(file_exists(in(state, "unwanted", "sr/d.html")));
	assert_holds(state, "unwanted/sr/mine.txt", "mine");
	assert_builds(folder, none, 0, 0, 1);
	assert_false(file_exists(in(state, "unwanted", "a.html")));
	assert_holds(state, "unwanted/.opas", "opas 1 finished\n");
}

static void removed_by_hand_is_written_again(void **state)
{
	static const struct page pages[] = { { "fi/a.html", "a" },
		{ NULL, NULL } };
	static const struct page none[] = { { NULL, NULL } };
	const char *folder = site(state, "again");

	assert_builds(folder, pages, 1, 0, 0);
	assert_true(file_remove(in(state, "again", "fi/a.html")));
	assert_true(file_remove_folder(in(state, "again", "fi")));
	assert_builds(folder, pages, 1, 0, 0);
	assert_true(file_remove(in(state, "again", "fi/a.html")));
	assert_builds(folder, none, 0, 0, 0);
	assert_false(file_exists(in(state, "again", "fi")));
}

static void page_changed_by_hand_is_written_again(void **state)
{
	static const struct page pages[] = { { "a.html", "a" },
		{ NULL, NULL } };
	const char *folder = site(state, "edited");

	assert_builds(folder, pages, 1, 0, 0);
	scratch_write(*state, "edited/a.html", "edited");
	assert_builds(folder, pages, 1, 0, 0);
	assert_holds(state, "edited/a.html", "a");
}

static void new_means_absent_when_opened(void **state)
{
	static const struct page first[] = { { "a.html", "a" },
		{ NULL, NULL } };
	static const struct page second[] = { { "a.html", "a" },
		{ "b.html", "b" }, { NULL, NULL } };
	const char *folder = site(state, "isnew");
	struct report report = { 0 };
	struct output *output;

	assert_builds(folder, first, 1, 0, 0);
	output = open_for(&report, folder, second);
	assert_non_null(output);
	assert_false(output_is_new(output, TEXT("a.html")));
	assert_true(output_is_new(output, TEXT("b.html")));
	assert_true(output_write(output, TEXT("b.html"), TEXT("b")));
	assert_true(output_is_new(output, TEXT("b.html")));
	output_abandon(output);
}

static void abandoned_build_is_cleaned_up(void **state)
{
	static const struct page first[] = { { "a.html", "a" },
		{ NULL, NULL } };
	static const struct page second[] = { { "a.html", "A" },
		{ "fi/b.html", "b" }, { NULL, NULL } };
	const char *folder = site(state, "abandoned");
	struct report report = { 0 };
	struct output *output;

	assert_builds(folder, first, 1, 0, 0);
	output = open_for(&report, folder, second);
	assert_true(output_write(output, TEXT("fi/b.html"), TEXT("b")));
	output_abandon(output);
	assert_holds(state, "abandoned/fi/b.html", "b");
	assert_builds(folder, first, 0, 1, 1);
	assert_false(file_exists(in(state, "abandoned", "fi")));
}

static void temporaries_of_a_dead_build_go(void **state)
{
	static const struct page pages[] = { { "a.html", "a" },
		{ NULL, NULL } };
	const char *folder = site(state, "dead");

	assert_true(file_make_folder(in(state, "dead", "fi")));
	scratch_write(*state, "dead/.opas",
	    "opas 1 unfinished\na.html\t-\t-\nfi/b.html\t-\t-\n");
	scratch_write(*state, "dead/.opas.opas-new", "opas 1 unf");
	scratch_write(*state, "dead/a.html", "a");
	scratch_write(*state, "dead/a.html.opas-new", "hal");
	scratch_write(*state, "dead/fi/b.html.opas-new", "hal");
	scratch_write(*state, "dead/c.html.opas-new", "mine");
	assert_builds(folder, pages, 0, 1, 0);
	assert_false(file_exists(in(state, "dead", ".opas.opas-new")));
	assert_false(file_exists(in(state, "dead", "a.html.opas-new")));
	assert_false(file_exists(in(state, "dead", "fi")));
	assert_holds(state, "dead/c.html.opas-new", "mine");
}

enum { MANY = 400 };

struct crowd {
	struct output *output;
	struct text paths[MANY];
	struct text bytes[MANY];
	bool done[MANY];
};

static void write_one(void *context, size_t worker, size_t job)
{
	struct crowd *crowd = context;

	(void)worker;
	crowd->done[job] = output_write(crowd->output, crowd->paths[job],
	    crowd->bytes[job]);
}

static void crowd_setup(struct crowd *crowd, struct scratch *scratch)
{
	size_t i;

	for (i = 0; i < MANY; i++) {
		crowd->paths[i] = text_format(&scratch->arena,
		    "%zu/%zu/%zu.html", i % 7, i % 3, i);
		crowd->bytes[i] = text_format(&scratch->arena, "page %zu", i);
	}
}

static void many_threads_may_write(void **state)
{
	static struct crowd crowd;
	const char *folder = site(state, "crowd");
	struct output_counts counts = { 0 };
	struct report report = { 0 };
	size_t i;

	crowd_setup(&crowd, *state);
	crowd.output = output_open(&report, folder, crowd.paths, MANY);
	workers_run(4, MANY, write_one, &crowd);
	assert_true(output_close(&counts, crowd.output, &report));
	assert_int_equal(counts.written, MANY);
	assert_int_equal(report.count, 0);
	for (i = 0; i < MANY; i++) {
		assert_true(crowd.done[i]);
		assert_true(file_holds(
		    file_path(&((struct scratch *)*state)->arena, folder,
			crowd.paths[i]),
		    crowd.bytes[i]));
	}
	arena_release(&report.arena);
}

static void one_failure_of_many_threads_is_reported(void **state)
{
	static struct crowd crowd;
	const char *folder = site(state, "riot");
	struct output_counts counts = { 0 };
	struct report report = { 0 };

	crowd_setup(&crowd, *state);
	assert_true(file_make_folder(folder));
	scratch_write(*state, "riot/3", "");
	scratch_write(*state, "riot/4", "");
	crowd.output = output_open(&report, folder, crowd.paths, MANY);
	workers_run(4, MANY, write_one, &crowd);
	assert_false(output_close(&counts, crowd.output, &report));
	assert_int_equal(report.count, 1);
	assert_int_equal(report.items[0].message, MESSAGE_OUTPUT_UNWRITABLE);
	assert_false(crowd.done[3]);
	assert_false(crowd.done[MANY - 1]);
	arena_release(&report.arena);
}

/* One build of the one file fi/a.pdf, by copying. */
static bool build_copy(struct output_counts *counts, struct report *report,
    const char *folder, const char *from)
{
	struct text path = TEXT("fi/a.pdf");
	struct output *output = output_open(report, folder, &path, 1);

	assert_non_null(output);
	(void)output_copy(output, path, from); /* close tells */
	return output_close(counts, output, report);
}

static void copies_are_recorded_like_pages(void **state)
{
	const char *folder = site(state, "copy");
	struct output_counts counts = { 0 };
	struct report report = { 0 };
	const char *from;

	scratch_write(*state, "original", "bb");
	from = scratch_path(*state, "original");
	assert_true(build_copy(&counts, &report, folder, from));
	assert_int_equal(counts.written, 1);
	assert_holds(state, "copy/fi/a.pdf", "bb");
	assert_holds(state, "copy/.opas",
	    "opas 1 finished\nfi/a.pdf\t2\tbcf811382feb1724\n");
	assert_true(build_copy(&counts, &report, folder, from));
	assert_int_equal(counts.unchanged, 1);
	assert_int_equal(counts.written, 0);
	scratch_write(*state, "original", "bbb");
	assert_true(build_copy(&counts, &report, folder, from));
	assert_int_equal(counts.written, 1);
	assert_holds(state, "copy/fi/a.pdf", "bbb");
	assert_int_equal(report.count, 0);
}

static void a_copy_of_nothing_fails_the_build(void **state)
{
	const char *folder = site(state, "copy-of-nothing");
	struct output_counts counts = { 0 };
	struct report report = { 0 };

	assert_false(build_copy(&counts, &report, folder,
	    scratch_path(*state, "no original")));
	assert_reported(&report, MESSAGE_OUTPUT_UNWRITABLE,
	    in(state, "copy-of-nothing", "fi/a.pdf"),
	    "No such file or directory");
}

static const char *fault_folder;

static void close_too_early(void)
{
	static const struct page pages[] = { { "a.html", "a" },
		{ NULL, NULL } };
	struct report report = { 0 };
	struct output_counts counts;

	(void)output_close(&counts,
	    open_for(&report, fault_folder, pages), &report);
}

static void write_unknown(void)
{
	static const struct page pages[] = { { NULL, NULL } };
	struct report report = { 0 };

	(void)output_write(open_for(&report, fault_folder, pages),
	    TEXT("a.html"), TEXT("a"));
}

static void open_hidden(void)
{
	static const struct page pages[] = { { "fi/../a.html", "a" },
		{ NULL, NULL } };
	struct report report = { 0 };

	(void)open_for(&report, fault_folder, pages);
}

static void open_twice(void)
{
	static const struct page pages[] = { { "a.html", "a" },
		{ "a.html", "a" }, { NULL, NULL } };
	struct report report = { 0 };

	(void)open_for(&report, fault_folder, pages);
}

static void faults_of_ours_are_asserted(void **state)
{
	fault_folder = site(state, "faults");
	assert_true(aborts(close_too_early));
	assert_true(aborts(write_unknown));
	assert_true(aborts(open_hidden));
	assert_true(aborts(open_twice));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(build_writes_pages_and_record),
		cmocka_unit_test(second_build_changes_nothing),
		cmocka_unit_test(only_what_differs_is_written),
		cmocka_unit_test(unwanted_pages_and_their_folders_go),
		cmocka_unit_test(removed_by_hand_is_written_again),
		cmocka_unit_test(page_changed_by_hand_is_written_again),
		cmocka_unit_test(new_means_absent_when_opened),
		cmocka_unit_test(abandoned_build_is_cleaned_up),
		cmocka_unit_test(temporaries_of_a_dead_build_go),
		cmocka_unit_test(many_threads_may_write),
		cmocka_unit_test(one_failure_of_many_threads_is_reported),
		cmocka_unit_test(copies_are_recorded_like_pages),
		cmocka_unit_test(a_copy_of_nothing_fails_the_build),
		cmocka_unit_test(faults_of_ours_are_asserted),
	};

	return cmocka_run_group_tests_name("write/output", tests,
	    scratch_setup, scratch_teardown);
}
