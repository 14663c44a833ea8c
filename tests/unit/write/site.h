/*
 * What the tests of output share: whole builds of a few pages, and a look at
 * what they report and leave behind.
 */
#ifndef UNIT_SITE_H
#define UNIT_SITE_H

#include "scratch.h"
#include "write/output.h"

/* A file that a build writes, in a list that ends with a path of NULL. */
struct page {
	const char *path;
	const char *bytes;
};

enum { PAGES_MOST = 8 };

static inline size_t list_paths(struct text paths[PAGES_MOST],
    const struct page *pages)
{
	size_t count = 0;

	for (; pages[count].path != NULL; count++)
		paths[count] = text_from(pages[count].path);
	return count;
}

static inline struct output *open_for(struct report *report,
    const char *folder, const struct page *pages)
{
	struct text paths[PAGES_MOST] = { 0 };
	size_t count = list_paths(paths, pages);

	return output_open(report, folder, paths, count);
}

/* One whole build; false if anything failed. */
static inline bool build(struct output_counts *counts, struct report *report,
    const char *folder, const struct page *pages)
{
	struct output *output = open_for(report, folder, pages);
	size_t i;

	if (output == NULL)
		return false;
	for (i = 0; pages[i].path != NULL; i++)
		(void)output_write(output, text_from(pages[i].path),
		    text_from(pages[i].bytes)); /* close tells */
	return output_close(counts, output, report);
}

static inline void assert_builds(const char *folder, const struct page *pages,
    size_t written, size_t unchanged, size_t removed)
{
	struct output_counts counts = { 0 };
	struct report report = { 0 };

	assert_true(build(&counts, &report, folder, pages));
	assert_int_equal(counts.written, written);
	assert_int_equal(counts.unchanged, unchanged);
	assert_int_equal(counts.removed, removed);
	assert_int_equal(report.count, 0);
	arena_release(&report.arena);
}

/* Asserts the only item of a report, and releases it; path is its first
 * value, and reason its second if it has one. */
static inline void assert_reported(struct report *report,
    enum message message, const char *path, const char *reason)
{
	assert_int_equal(report->count, 1);
	assert_int_equal(report->items[0].message, message);
	assert_true(text_equal_string(report->items[0].values[0], path));
	if (reason != NULL)
		assert_true(
		    text_equal_string(report->items[0].values[1], reason));
	arena_release(&report->arena);
	*report = (struct report){ 0 };
}

static inline void assert_fails(const char *folder, const struct page *pages,
    enum message message, const char *path, const char *reason)
{
	struct output_counts counts = { 42, 42, 42 };
	struct report report = { 0 };

	assert_false(build(&counts, &report, folder, pages));
	assert_int_equal(counts.written, 42);
	assert_reported(&report, message, path, reason);
}

/* The folder NAME of the test, and the path of something in it. */
static inline const char *site(void **state, const char *name)
{
	return scratch_path(*state, name);
}

static inline const char *in(void **state, const char *name,
    const char *path)
{
	struct scratch *scratch = *state;

	return file_path(&scratch->arena, site(state, name), text_from(path));
}

static inline void assert_holds(void **state, const char *path,
    const char *bytes)
{
	const char *held = scratch_read(*state, path);

	assert_non_null(held);
	assert_string_equal(held, bytes);
}

#endif
