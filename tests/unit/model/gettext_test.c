/*
 * GNU gettext's own library reads every catalog that we read, and must find
 * the same in it or refuse it too: those of the project, and odd ones in po/
 * (which libgettextpo refuses if their name begins with bad-).
 */
#include "model/catalog.h"
#include "model/po_reader.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/list.h"
#include "model/reading.h"

#include <gettext-po.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

/* libgettextpo forgets some memory of each file. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libgettextpo";
}

/* The interface of the handler has no user pointer. */
static size_t errors;

static void count_error(int severity, po_message_t message,
    const char *filename, size_t line, size_t column, int multiline,
    const char *text)
{
	(void)message;
	(void)filename;
	(void)line;
	(void)column;
	(void)multiline;
	if (severity == PO_SEVERITY_FATAL_ERROR)
		fail_msg("%s", text);
	errors += severity == PO_SEVERITY_ERROR;
}

static void count_error_of_two(int severity, po_message_t message,
    const char *filename, size_t line, size_t column, int multiline,
    const char *text, po_message_t message2, const char *filename2,
    size_t line2, size_t column2, int multiline2, const char *text2)
{
	(void)message2;
	(void)filename2;
	(void)line2;
	(void)column2;
	(void)multiline2;
	(void)text2;
	count_error(severity, message, filename, line, column, multiline,
	    text);
}

/* Equal, and there or not there alike. */
static void assert_same(struct arena *arena, struct text ours,
    const char *theirs)
{
	assert_int_equal(ours.at == NULL, theirs == NULL);
	if (theirs != NULL)
		assert_string_equal(text_string(arena, ours), theirs);
}

/* Theirs end each line, and keep the \r of a line end as a part of it. */
static void assert_same_lines(struct arena *arena, struct text ours,
    const char *theirs)
{
	struct buffer lines = { 0 };

	for (; *theirs != '\0'; theirs++)
		if (theirs[0] != '\r' || theirs[1] != '\n')
			buffer_add_char(&lines, *theirs);
	if (ours.at != NULL)
		ours = text_format(arena, "%.*s\n", TEXT_ARGUMENTS(ours));
	assert_string_equal(text_string(arena, ours),
	    text_string(arena, buffer_text(&lines)));
	buffer_release(&lines);
}

/* Theirs are words with a line number apart, and the \r of a line end. */
static void assert_same_references(struct arena *arena, struct text ours,
    po_message_t message)
{
	struct buffer words = { 0 };
	size_t i;

	for (i = 0; po_message_filepos(message, (int)i) != NULL; i++) {
		po_filepos_t place = po_message_filepos(message, (int)i);
		size_t line = po_filepos_start_line(place);

		if (i > 0)
			buffer_add_char(&words, ' ');
		buffer_add(&words,
		    text_trim(text_from(po_filepos_file(place))));
		if (line != (size_t)-1)
			buffer_format(&words, ":%zu", line);
	}
	assert_string_equal(text_string(arena, ours),
	    text_string(arena, buffer_text(&words)));
	buffer_release(&words);
}

static void assert_same_flags(struct arena *arena, struct text ours,
    po_message_t message)
{
	const char *const *format;
	struct text rest, part;
	int least, most;

	for (format = po_format_list(); *format != NULL; format++) {
		bool flagged = false;

		rest = ours;
		while (text_cut(&part, &rest, ','))
			flagged = flagged ||
			    text_equal_string(text_trim(part), *format);
		assert_int_equal(flagged,
		    po_message_is_format(message, *format) != 0);
	}
	if (po_message_is_range(message, &least, &most))
		assert_int_not_equal(text_find(ours,
		    text_format(arena, "range: %d..%d", least, most), 0),
		    TEXT_NONE);
	else
		assert_int_equal(text_find(ours, TEXT("range"), 0),
		    TEXT_NONE);
}

static void assert_same_entry(struct arena *arena,
    const struct catalog_entry *entry, po_message_t message)
{
	size_t i;

	assert_same(arena, entry->context, po_message_msgctxt(message));
	assert_same(arena, entry->id, po_message_msgid(message));
	assert_same(arena, entry->plural_id,
	    po_message_msgid_plural(message));
	for (i = 0; i < entry->string_count; i++)
		assert_same(arena, entry->strings[i],
		    entry->plural_id.at != NULL ?
			po_message_msgstr_plural(message, (int)i) :
			po_message_msgstr(message));
	if (entry->plural_id.at != NULL)
		assert_null(po_message_msgstr_plural(message, (int)i));
	assert_same(arena, entry->previous_id,
	    po_message_prev_msgid(message));
	assert_same_lines(arena, entry->comments,
	    po_message_comments(message));
	assert_same_lines(arena, entry->extracted,
	    po_message_extracted_comments(message));
	assert_same_references(arena, entry->references, message);
	assert_same_flags(arena, entry->flags, message);
	assert_int_equal(entry->fuzzy, po_message_is_fuzzy(message) != 0);
	assert_int_equal(entry->obsolete,
	    po_message_is_obsolete(message) != 0);
}

/* Ours must be theirs; false if both refuse the file. */
static bool compare(struct reading *reading, const char *path)
{
	struct po_xerror_handler handler = { count_error,
		count_error_of_two };
	struct po_entries entries = { 0 };
	struct catalog catalog;
	struct text bytes;
	po_message_iterator_t iterator;
	po_message_t message;
	po_file_t file;
	bool good;
	size_t i = 0;

	assert_true(file_read(&bytes, &reading->arena, path));
	good = catalog_read(&catalog, &reading->arena, &reading->report,
	    reading_of(reading, bytes));
	errors = 0;
	file = po_file_read(path, &handler);
	assert_non_null(file);
	if (good != (errors == 0))
		fail_msg("%s: libgettextpo finds %zu errors, we: %s", path,
		    errors, reading_printed(reading));
	if (good)
		assert_true(po_read(&entries, &reading->arena,
		    &reading->report, &reading->source, 0));
	iterator = po_message_iterator(file, NULL);
	for (message = po_next_message(iterator); good && message != NULL;
	     message = po_next_message(iterator)) {
		assert_true(i < entries.count);
		assert_same_entry(&reading->arena, &entries.items[i++],
		    message);
	}
	assert_int_equal(i, entries.count);
	po_message_iterator_free(iterator);
	po_file_free(file);
	return good;
}

/* Compares every catalog below the folder; how many there were. */
static size_t compare_folder(struct reading *reading, const char *folder)
{
	struct file_list list = { 0 };
	size_t compared = 0;
	size_t i;

	assert_true(file_walk(&list, &reading->arena, folder, NULL));
	for (i = 0; i < list.count; i++) {
		struct text path = list.items[i].path;
		bool good;

		if (!text_ends(path, TEXT(".po")) &&
		    !text_ends(path, TEXT(".pot")))
			continue;
		good = compare(reading,
		    file_path(&reading->arena, folder, path));
		assert_int_equal(good, !text_starts(path, TEXT("bad-")));
		compared++;
	}
	return compared;
}

static void odd_catalogs_are_read_as_gettext_does(void **state)
{
	assert_true(compare_folder(*state, "tests/unit/model/po") > 50);
}

static void catalogs_of_the_project_are_read_as_gettext_does(void **state)
{
	/* There may be none yet. */
	(void)compare_folder(*state, "locales");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    odd_catalogs_are_read_as_gettext_does, reading_setup,
		    reading_teardown),
		cmocka_unit_test_setup_teardown(
		    catalogs_of_the_project_are_read_as_gettext_does,
		    reading_setup, reading_teardown),
	};

	return cmocka_run_group_tests_name("model/gettext", tests, NULL,
	    NULL);
}
