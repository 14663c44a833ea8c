/*
 * A guide in a folder of its own, for the tests of read/source.
 */
#ifndef TESTS_READ_SOURCES_H
#define TESTS_READ_SOURCES_H

#include "read/source.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/reading.h"
#include "scratch.h"

#include <fcntl.h>

/* A guide in a folder of its own, which is the working folder meanwhile, so
 * that names are short and the same everywhere. */
struct guide {
	struct arena arena;
	struct report report;
	struct source_list list;
	struct scratch *scratch;
	int before; /* the working folder */
};

static inline int guide_setup(void **state)
{
	struct guide *guide = calloc(1, sizeof(*guide));
	void *scratch = NULL;

	if (guide == NULL || scratch_setup(&scratch) != 0)
		return -1;
	guide->scratch = scratch;
	guide->before = open(".", O_RDONLY | O_DIRECTORY);
	*state = guide;
	return guide->before < 0 || chdir(guide->scratch->folder) != 0;
}

static inline int guide_teardown(void **state)
{
	struct guide *guide = *state;
	void *scratch = guide->scratch;
	int failed = fchdir(guide->before) != 0;

	(void)close(guide->before);
	arena_release(&guide->report.arena);
	arena_release(&guide->arena);
	free(guide);
	return scratch_teardown(&scratch) != 0 || failed;
}

/* Writes a file, with its folders. */
static inline void put(struct guide *guide, const char *name, const char *bytes)
{
	const char *slash = strrchr(name, '/');

	if (slash != NULL)
		assert_true(file_make_folder(text_string(&guide->arena,
		    (struct text){ name, (size_t)(slash - name) })));
	scratch_write(guide->scratch, name, bytes);
}

static inline bool walk(struct guide *guide, const char *root)
{
	return source_walk(&guide->list, &guide->arena, &guide->report, root,
	    reading_tag_valid);
}

/* The list as one text: kind, locale, id and relative path of each. */
static inline const char *listing(struct guide *guide)
{
	static const char *const kinds[] = { "ignored", "article",
		"configuration", "principles", "attachment" };
	struct buffer out = { 0 };
	const char *string;
	size_t i;

	for (i = 0; i < guide->list.count; i++) {
		const struct source_file *file = &guide->list.items[i];

		buffer_format(&out, "%s", kinds[file->kind]);
		if (file->kind == SOURCE_ARTICLE)
			buffer_format(&out, " %.*s/%.*s",
			    TEXT_ARGUMENTS(file->locale),
			    TEXT_ARGUMENTS(file->id));
		buffer_format(&out, " %.*s\n", TEXT_ARGUMENTS(file->relative));
	}
	string = text_string(&guide->arena, buffer_text(&out));
	buffer_release(&out);
	return string;
}

static inline struct source_file *file_of(struct guide *guide, const char *relative)
{
	size_t i;

	for (i = 0; i < guide->list.count; i++)
		if (text_equal_string(guide->list.items[i].relative, relative))
			return &guide->list.items[i];
	fail_msg("%s is not in the list", relative);
	return NULL;
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, guide_setup, guide_teardown)

#endif
