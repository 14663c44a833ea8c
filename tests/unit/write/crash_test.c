/*
 * Lets a build die before every single system call that changes something
 * (and in the middle of each write), and looks at what is left.  The calls
 * are caught by functions of the same names here, which go before those of
 * the C library.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "scratch.h"
#include "write/output.h"

#include <dlfcn.h>
#include <fcntl.h>

static long calls_left = -1; /* before death; negative: immortal */

/* True if the process must die now. */
static bool dies_now(void)
{
	return calls_left >= 0 && calls_left-- == 0;
}

static void die_maybe(void)
{
	if (dies_now())
		_exit(3);
}

/* The function of the C library; a cast from void * to a function is what
 * POSIX demands and ISO C does not know. */
#define REAL(name, ...)                                                        \
	union {                                                                \
		void *object;                                                  \
		__VA_ARGS__;                                                   \
	} real = { .object = dlsym(RTLD_NEXT, name) }

int rename(const char *from, const char *to)
{
	REAL("rename", int (*function)(const char *, const char *));

	die_maybe();
	return real.function(from, to);
}

int unlink(const char *path)
{
	REAL("unlink", int (*function)(const char *));

	die_maybe();
	return real.function(path);
}

int rmdir(const char *path)
{
	REAL("rmdir", int (*function)(const char *));

	die_maybe();
	return real.function(path);
}

int mkdir(const char *path, mode_t mode)
{
	REAL("mkdir", int (*function)(const char *, mode_t));

	die_maybe();
	return real.function(path, mode);
}

int open(const char *path, int flags, ...)
{
	REAL("open", int (*function)(const char *, int, ...));
	va_list arguments;
	mode_t mode = 0;

	va_start(arguments, flags);
	if ((flags & O_CREAT) != 0) {
		mode = va_arg(arguments, mode_t);
		die_maybe();
	}
	va_end(arguments);
	return real.function(path, flags, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
	REAL("write", ssize_t (*function)(int, const void *, size_t));

	if (dies_now()) {
		(void)!real.function(descriptor, bytes, size / 2);
		_exit(3);
	}
	return real.function(descriptor, bytes, size);
}

struct page {
	const char *path;
	const char *bytes;
};

/* One site after the other: pages stay, change, come, go and come back. */
static const struct page old_pages[] = { { "assets/a.1.css", "old css" },
	{ "fi/gone.html", "old gone" }, { "fi/same.html", "same" },
	{ "fi/x/changed.html", "old changed" }, { "ko/gone.html", "old ko" } };
static const struct page new_pages[] = { { "assets/a.2.css", "new css" },
	{ "fi/new.html", "new" }, { "fi/same.html", "same" },
	{ "fi/x/changed.html", "new changed" }, { "sr/new.html", "new sr" } };

enum { PAGES = 5 };

static int build(const char *folder, const struct page pages[PAGES])
{
	struct output_counts counts;
	struct report report = { 0 };
	struct text paths[PAGES];
	struct output *output;
	size_t i;
	bool done;

	for (i = 0; i < PAGES; i++)
		paths[i] = text_from(pages[i].path);
	output = output_open(&report, folder, paths, PAGES);
	if (output == NULL)
		return 1;
	for (i = 0; i < PAGES; i++)
		(void)output_write(output, paths[i],
		    text_from(pages[i].bytes)); /* close tells */
	done = output_close(&counts, output, &report);
	done = done && report.count == 0;
	arena_release(&report.arena);
	return done ? 0 : 1;
}

/* Builds in another process, which dies before call number calls. */
static int build_and_die(const char *folder, const struct page pages[PAGES],
    long calls)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		calls_left = calls;
		_exit(build(folder, pages));
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static bool holds(struct scratch *scratch, const char *folder,
    const struct page *page)
{
	return file_holds(file_path(&scratch->arena, folder,
			      text_from(page->path)),
	    text_from(page->bytes));
}

/* No page that a reader can open is half written, and none that both sites
 * have is missing. */
static void assert_whole(struct scratch *scratch, const char *folder)
{
	struct file_list list = { 0 };
	size_t i, j;

	assert_true(file_walk(&list, &scratch->arena, folder, NULL));
	for (i = 0; i < list.count; i++) {
		struct text path = list.items[i].path;
		bool whole = text_equal_string(path, "mine.html") ||
		    text_ends(path, text_from(FILE_TEMPORARY)) ||
		    list.items[i].kind == FILE_FOLDER;

		for (j = 0; j < PAGES; j++)
			whole = whole ||
			    (text_equal_string(path, old_pages[j].path) &&
				holds(scratch, folder, &old_pages[j])) ||
			    (text_equal_string(path, new_pages[j].path) &&
				holds(scratch, folder, &new_pages[j]));
		if (!whole)
			fail_msg("%.*s is not whole", TEXT_ARGUMENTS(path));
	}
	assert_true(holds(scratch, folder, &old_pages[2]));
	assert_true(holds(scratch, folder, &old_pages[3]) ||
	    holds(scratch, folder, &new_pages[3]));
}

/* The pages, the foreign file, and nothing else. */
static void assert_exactly(struct scratch *scratch, const char *folder,
    const struct page pages[PAGES])
{
	struct page mine = { "mine.html", "mine" };
	struct file_list list = { 0 };
	size_t files = 0;
	size_t i;

	for (i = 0; i < PAGES; i++)
		assert_true(holds(scratch, folder, &pages[i]));
	assert_true(holds(scratch, folder, &mine));
	assert_true(file_walk(&list, &scratch->arena, folder, NULL));
	for (i = 0; i < list.count; i++) {
		const char *path = file_path(&scratch->arena, folder,
		    list.items[i].path);

		if (list.items[i].kind == FILE_FOLDER)
			assert_false(file_remove_folder(path)); /* in use */
		else
			files++;
	}
	assert_int_equal(files, PAGES + 1);
	assert_false(file_exists(file_path(&scratch->arena, folder,
	    TEXT(".opas" FILE_TEMPORARY))));
}

/* Lets the build from the first to the second site die before each call, and
 * then builds a third one; returns how many calls there are. */
static long try_every_death(struct scratch *scratch, const char *name,
    const struct page third[PAGES])
{
	long calls;

	for (calls = 0; calls < 1000; calls++) {
		const char *folder = file_path(&scratch->arena,
		    scratch->folder,
		    text_format(&scratch->arena, "%s-%ld", name, calls));
		int status;

		assert_true(file_make_folder(folder));
		assert_true(file_replace(file_path(&scratch->arena, folder,
					     TEXT("mine.html")),
		    TEXT("mine")));
		assert_int_equal(build(folder, old_pages), 0);
		status = build_and_die(folder, new_pages, calls);
		assert_true(status == 0 || status == 3);
		assert_whole(scratch, folder);
		assert_int_equal(build(folder, third), 0);
		assert_exactly(scratch, folder, third);
		if (status == 0)
			break;
	}
	return calls;
}

static void build_after_death_completes_the_site(void **state)
{
	assert_in_range(try_every_death(*state, "forth", new_pages), 20, 200);
}

static void build_after_death_can_go_back(void **state)
{
	assert_in_range(try_every_death(*state, "back", old_pages), 20, 200);
}

static void death_after_death_is_survived(void **state)
{
	struct scratch *scratch = *state;
	const char *folder = scratch_path(scratch, "twice");
	long calls;

	assert_true(file_make_folder(folder));
	scratch_write(scratch, "twice/mine.html", "mine");
	assert_int_equal(build(folder, old_pages), 0);
	for (calls = 0; calls < 40; calls++) {
		(void)build_and_die(folder, new_pages, calls);
		assert_whole(scratch, folder);
		(void)build_and_die(folder, old_pages, 40 - calls);
		assert_whole(scratch, folder);
	}
	assert_int_equal(build(folder, new_pages), 0);
	assert_exactly(scratch, folder, new_pages);
}

static void first_build_may_die_too(void **state)
{
	struct scratch *scratch = *state;
	long calls;
	int status = 3;

	for (calls = 0; status == 3; calls++) {
		const char *folder = file_path(&scratch->arena,
		    scratch->folder,
		    text_format(&scratch->arena, "first-%ld", calls));

		status = build_and_die(folder, old_pages, calls);
		assert_int_equal(build(folder, old_pages), 0);
		assert_true(file_replace(file_path(&scratch->arena, folder,
					     TEXT("mine.html")),
		    TEXT("mine")));
		assert_exactly(scratch, folder, old_pages);
	}
	assert_int_equal(status, 0);
	assert_in_range(calls, 15, 200);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(build_after_death_completes_the_site),
		cmocka_unit_test(build_after_death_can_go_back),
		cmocka_unit_test(death_after_death_is_survived),
		cmocka_unit_test(first_build_may_die_too),
	};

	return cmocka_run_group_tests_name("write/crash", tests,
	    scratch_setup, scratch_teardown);
}
