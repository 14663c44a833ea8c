#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/list.h"
#include "write/record.h"

#define HASH "0123456789abcdef"

static void add(struct record *record, struct arena *arena, const char *path,
    size_t size)
{
	*list_add(arena, record) = (struct record_entry){ text_from(path),
		size, UINT64_C(0x0123456789abcdef), size > 0 };
}

static void record_is_sorted_text(void **state)
{
	struct arena arena = { 0 };
	struct record record = { 0 };
	struct buffer buffer = { 0 };

	(void)state;
	add(&record, &arena, "fi/b.html", 12);
	add(&record, &arena, "fi/a.html", 0);
	add(&record, &arena, "fi-x", 3);
	record_format(&buffer, &record);
	assert_true(text_equal_string(buffer_text(&buffer),
	    "opas 1 finished\n"
	    "fi-x\t3\t" HASH "\n"
	    "fi/a.html\t-\t-\n"
	    "fi/b.html\t12\t" HASH "\n"));
	buffer_release(&buffer);
	arena_release(&arena);
}

static void every_record_can_be_read_back(void **state)
{
	static const char *const paths[] = { "a\nb", "c\\nd", "e\tf", "g h",
		"i/\xC3\xA4.html", "j\xFF" };
	struct arena arena = { 0 };
	struct record record = { .is_unfinished = true }, again = { 0 };
	struct buffer buffer = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < 6; i++)
		add(&record, &arena, paths[i], i);
	record_format(&buffer, &record);
	assert_int_equal(record_parse(&again, &arena, buffer_text(&buffer)),
	    TEXT_NONE);
	assert_true(again.is_unfinished);
	assert_int_equal(again.count, 6);
	for (i = 0; i < 6; i++) {
		const struct record_entry *entry = &again.items[i];

		assert_true(text_equal_string(entry->path, paths[i]));
		assert_int_equal(entry->is_known, i > 0);
		assert_int_equal(entry->size, i);
		assert_true(entry->hash ==
		    (i > 0 ? UINT64_C(0x0123456789abcdef) : 0));
	}
	buffer_release(&buffer);
	arena_release(&arena);
}

static void empty_record_is_a_line(void **state)
{
	struct arena arena = { 0 };
	struct record record = { 0 };
	struct buffer buffer = { 0 };

	(void)state;
	record_format(&buffer, &record);
	assert_true(text_equal_string(buffer_text(&buffer),
	    "opas 1 finished\n"));
	assert_int_equal(record_parse(&record, &arena, buffer_text(&buffer)),
	    TEXT_NONE);
	assert_int_equal(record.count, 0);
	assert_false(record.is_unfinished);
	buffer_release(&buffer);
	arena_release(&arena);
}

/* Asserts that the damage begins in line 3, behind a good one. */
static void assert_damaged(const char *line)
{
	struct text start = TEXT("opas 1 finished\ngood\t1\t" HASH "\n");
	struct arena arena = { 0 };
	struct record record = { 0 };
	struct text parts[] = { start, text_from(line),
		TEXT("\nafter\t1\t" HASH "\n") };

	assert_int_equal(record_parse(&record, &arena,
			     text_join(&arena, parts, 3)),
	    start.length);
	assert_true(record.is_unfinished);
	assert_int_equal(record.count, 1);
	assert_true(text_equal_string(record.items[0].path, "good"));
	arena_release(&arena);
}

static void reading_stops_at_damage(void **state)
{
	static const char *const lines[] = { "", "x", "x\t1", "x\t1\t",
		"x\t\t" HASH, "x\t-\t" HASH, "x\t1\t-", "x\t1\t0123456789abcde",
		"x\t1\t0123456789abcdeg", "x\t1\t0123456789ABCDEF",
		"x\t-1\t" HASH, "x\t1a\t" HASH, "x\t1\t" HASH "0",
		"x\t1\t" HASH "\r", "x\\\t1\t" HASH, "x\\t\t1\t" HASH,
		"x\t12345678901234567\t" HASH };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		assert_damaged(lines[i]);
}

static void paths_that_lead_out_are_damage(void **state)
{
	(void)state;
	assert_damaged("../x\t1\t" HASH);
	assert_damaged("/etc/passwd\t1\t" HASH);
	assert_damaged("a/../../x\t1\t" HASH);
	assert_damaged("\t1\t" HASH);
}

static void head_must_be_known(void **state)
{
	static const char *const heads[] = { "", "opas 1 finished",
		"opas 2 finished\n", "opas 1 finished \n", "x\n", "\n" };
	struct arena arena = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		struct record record = { 0 };

		assert_int_equal(record_parse(&record, &arena,
				     text_from(heads[i])), 0);
		assert_true(record.is_unfinished);
	}
	arena_release(&arena);
}

static void unended_line_is_damage(void **state)
{
	struct arena arena = { 0 };
	struct record record = { 0 };

	(void)state;
	assert_int_equal(record_parse(&record, &arena,
			     TEXT("opas 1 finished\nx\t1\t" HASH)), 16);
	assert_int_equal(record.count, 0);
	arena_release(&arena);
}

static void only_visible_paths_inside_are_allowed(void **state)
{
	static const char *const good[] = { "a", "a/b.html", "a/b..c", "a.",
		"fi/\xC3\xA4", "a b" };
	static const char *const bad[] = { "", "/", "/a", "a/", "a//b", ".",
		"..", "../a", "a/..", "a/../b", ".opas", "a/.b", "./a" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(record_allows(text_from(good[i])));
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(record_allows(text_from(bad[i])));
	assert_false(record_allows((struct text){ "a\0b", 3 }));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(record_is_sorted_text),
		cmocka_unit_test(every_record_can_be_read_back),
		cmocka_unit_test(empty_record_is_a_line),
		cmocka_unit_test(reading_stops_at_damage),
		cmocka_unit_test(paths_that_lead_out_are_damage),
		cmocka_unit_test(head_must_be_known),
		cmocka_unit_test(unended_line_is_damage),
		cmocka_unit_test(only_visible_paths_inside_are_allowed),
	};

	return cmocka_run_group_tests_name("write/record", tests, NULL, NULL);
}
