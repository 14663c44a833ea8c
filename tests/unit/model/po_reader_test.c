#include "model/po_reader.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "model/reading.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

/* The only entry of a good file. */
static const struct catalog_entry *only(struct reading *reading,
    const char *bytes)
{
	struct po_entries *entries =
	    arena_new(&reading->arena, struct po_entries);

	if (!po_read(entries, &reading->arena, &reading->report,
		reading_of(reading, text_from(bytes)), 0))
		fail_msg("%s", reading_printed(reading));
	assert_int_equal(entries->count, 1);
	return entries->items;
}

static void plain_strings_are_borrowed(void **state)
{
	struct reading *reading = *state;
	const struct catalog_entry *entry =
	    only(reading, "msgid \"one\"\nmsgstr \"yksi\"\n");

	assert_ptr_equal(entry->id.at, reading->bytes + 7);
	assert_ptr_equal(entry->strings[0].at, reading->bytes + 20);
	assert_text(reading, entry->id, "one");
	assert_text(reading, entry->strings[0], "yksi");
	assert_int_equal(entry->string_count, 1);
}

static void what_is_not_there_has_no_address(void **state)
{
	struct reading *reading = *state;
	const struct catalog_entry *entry =
	    only(reading, "msgid \"a\"\nmsgstr \"\"\n");

	assert_null(entry->context.at);
	assert_null(entry->plural_id.at);
	assert_null(entry->previous_id.at);
	assert_int_equal(entry->comments.length, 0);
	assert_int_equal(entry->extracted.length, 0);
	assert_int_equal(entry->references.length, 0);
	assert_int_equal(entry->flags.length, 0);
	assert_false(entry->fuzzy);
	assert_false(entry->obsolete);
	entry = only(reading, "msgctxt \"\"\nmsgid \"a\"\n"
			      "msgid_plural \"\" \"\"\nmsgstr[0] \"\"\n");
	assert_non_null(entry->context.at);
	assert_non_null(entry->plural_id.at);
}

static void every_field_is_read(void **state)
{
	struct reading *reading = *state;
	const struct catalog_entry *entry = only(reading,
	    "# first\n"
	    "#\n"
	    "#  second\n"
	    "#. from the\n"
	    "#. template\n"
	    "#: a.md b.md:3\n"
	    "#: c.md\n"
	    "#, fuzzy, c-format, range: 0..5 no-wrap\n"
	    "#| msgctxt \"before\"\n"
	    "#| msgid \"old \"\n"
	    "#| \"text\\n\"\n"
	    "#| msgid_plural \"old texts\"\n"
	    "msgctxt \"menu\"\n"
	    "msgid \"text\"\n"
	    "msgid_plural \"texts\"\n"
	    "msgstr[0] \"teksti\"\n"
	    "msgstr[1] \"\"\n"
	    "\"teks\"\n"
	    "\"tejä\"\n");

	assert_text(reading, entry->comments, "first\n\n second");
	assert_text(reading, entry->extracted, "from the\ntemplate");
	assert_text(reading, entry->references, "a.md b.md:3 c.md");
	assert_text(reading, entry->flags, "c-format, range: 0..5, no-wrap");
	assert_true(entry->fuzzy);
	assert_text(reading, entry->previous_id, "old text\n");
	assert_text(reading, entry->context, "menu");
	assert_text(reading, entry->id, "text");
	assert_text(reading, entry->plural_id, "texts");
	assert_int_equal(entry->string_count, 2);
	assert_text(reading, entry->strings[0], "teksti");
	assert_text(reading, entry->strings[1], "tekstejä");
	assert_false(entry->obsolete);
	assert_memory_equal(reading->bytes + entry->offset, "msgid \"text\"",
	    12);
}

static void flags_of_several_lines_add_up(void **state)
{
	struct reading *reading = *state;
	const struct catalog_entry *entry = only(reading,
	    "#, fuzzy\n#, c-format\n#,x\nmsgid \"a\"\nmsgstr \"b\"\n");

	assert_true(entry->fuzzy);
	assert_text(reading, entry->flags, "c-format, x");
}

static void comments_belong_to_the_next_message_only(void **state)
{
	struct reading *reading = *state;
	struct po_entries entries = { 0 };

	assert_true(po_read(&entries, &reading->arena, &reading->report,
	    reading_of(reading, TEXT("# c\n# d\n#. e\n#: f\n#, fuzzy, g\n"
				     "msgid \"a\"\nmsgstr \"\"\n\n"
				     "msgid \"b\"\nmsgstr \"\"\n\n"
				     "# h\n"
				     "#~ msgid \"c\"\n#~ msgstr \"\"\n")), 0));
	assert_int_equal(entries.count, 3);
	assert_text(reading, entries.items[0].comments, "c\nd");
	assert_null(entries.items[1].comments.at);
	assert_null(entries.items[1].extracted.at);
	assert_null(entries.items[1].references.at);
	assert_null(entries.items[1].flags.at);
	assert_false(entries.items[1].fuzzy);
	assert_text(reading, entries.items[2].comments, "h");
	assert_true(entries.items[2].obsolete);
	assert_false(entries.items[1].obsolete);
}

static void reading_starts_where_told(void **state)
{
	struct reading *reading = *state;
	struct po_entries entries = { 0 };

	assert_true(po_read(&entries, &reading->arena, &reading->report,
	    reading_of(reading, TEXT("???msgid \"a\"msgstr \"b\"")), 3));
	assert_int_equal(entries.count, 1);
	assert_int_equal(entries.items[0].offset, 3);
}

static void strings_can_be_found_again(void **state)
{
	struct reading *reading = *state;
	const struct catalog_entry *entry = only(reading,
	    "#| msgid \"msgstr\"\nmsgid \"msgstr \\\"\"\n"
	    "msgid_plural \"b\"\n"
	    "msgstr[0] \"zero\"\n\"more\"\nmsgstr[1]\n  \"first\"\n");

	assert_memory_equal(reading->bytes +
	    po_string_offset(&reading->source, entry, 0), "\"zero", 5);
	assert_memory_equal(reading->bytes +
	    po_string_offset(&reading->source, entry, 1), "\"first", 6);
	assert_int_equal(po_string_offset(&reading->source, entry, 2),
	    entry->offset);
}

/* What is printed of a bad file. */
static void assert_refused(struct reading *reading, struct text bytes,
    const char *expected)
{
	struct po_entries entries = { 0 };

	assert_false(po_read(&entries, &reading->arena, &reading->report,
	    reading_of(reading, bytes), 0));
	assert_string_equal(reading_printed(reading), expected);
}

static void errors_have_exact_places(void **state)
{
	assert_refused(*state,
	    TEXT("msgid \"ääni\"\n"
		 "msgstr \"kyllä \\q\"\n"),
	    "x.po:2:15: error: PO: this escape is not known; a backslash "
	    "itself is written '\\\\' [po-syntax]\n"
	    " 2 | msgstr \"kyllä \\q\"\n"
	    "   |               ^\n");
	assert_refused(*state,
	    TEXT("msgid \"a\"\n"
		 "msgstr \"\"\n"
		 "\"b\n"),
	    "x.po:3:1: error: PO: the string that begins here has no closing "
	    "quote on its line [po-syntax]\n"
	    " 3 | \"b\n"
	    "   | ^\n");
	assert_refused(*state,
	    TEXT("msgid \"a\" b\n"
		 "msgstr \"\"\n"),
	    "x.po:1:11: error: PO: msgstr must stand here [po-syntax]\n"
	    " 1 | msgid \"a\" b\n"
	    "   |           ^\n");
}

static void every_message_in_error_is_reported_once(void **state)
{
	assert_refused(*state,
	    TEXT("msgid \"a\"\n"
		 "# why here?\n"
		 "msgstr \"b\"\n"
		 "\n"
		 "msgsrt \"c\"\n"
		 "msgid \"d\"\n"
		 "msgid_plural \"e\"\n"
		 "msgstr \"f\" ; \"g\" [\n"
		 "\n"
		 "msgid \"h\"\n"
		 "#~ msgstr \"i\"\n"
		 "#~ \"j\"\n"
		 "\n"
		 "msgid \"good\"\n"
		 "msgstr \"good\"\n"
		 "\n"
		 "msgctxt \"k\"\n"
		 "msgstr \"l\"\n"),
	    "x.po:1:1: error: PO: this message has no msgstr [po-syntax]\n"
	    " 1 | msgid \"a\"\n"
	    "   | ^\n"
	    "x.po:5:1: error: PO: 'msgsrt' is no keyword of a catalog "
	    "[po-syntax]\n"
	    " 5 | msgsrt \"c\"\n"
	    "   | ^\n"
	    "x.po:8:8: error: PO: a message with msgid_plural must have "
	    "msgstr[0] here [po-syntax]\n"
	    " 8 | msgstr \"f\" ; \"g\" [\n"
	    "   |        ^\n"
	    "x.po:11:4: error: PO: only some lines of this message begin "
	    "with '#~'; all or none must [po-syntax]\n"
	    " 11 | #~ msgstr \"i\"\n"
	    "    |    ^\n"
	    "x.po:18:1: error: PO: msgid must follow its msgctxt here "
	    "[po-syntax]\n"
	    " 18 | msgstr \"l\"\n"
	    "    | ^\n");
}

static void escapes_must_make_utf8(void **state)
{
	struct reading *reading = *state;

	assert_text(reading,
	    only(reading, "msgid \"\\303\" \"\\xa4\"\nmsgstr \"\"")->id, "ä");
	assert_refused(reading, TEXT("msgid \"a\\xe4\"\nmsgstr \"\"\n"),
	    "x.po:1:7: error: PO: the escapes in this string do not make "
	    "UTF-8 [po-syntax]\n"
	    " 1 | msgid \"a\\xe4\"\n"
	    "   |       ^\n");
}

static void a_file_of_noise_is_given_up(void **state)
{
	struct reading *reading = *state;
	struct po_entries entries = { 0 };
	struct buffer noise = { 0 };
	size_t i;

	for (i = 0; i < 1000; i++)
		buffer_add(&noise, TEXT("msgid \"a\"\n"));
	assert_false(po_read(&entries, &reading->arena, &reading->report,
	    reading_of(reading, buffer_text(&noise)), 0));
	assert_int_equal(reading->report.count, 20);
	buffer_release(&noise);
}

#define TEST(function)                                                         \
	cmocka_unit_test_setup_teardown(function, reading_setup,               \
	    reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(plain_strings_are_borrowed),
		TEST(what_is_not_there_has_no_address),
		TEST(every_field_is_read),
		TEST(flags_of_several_lines_add_up),
		TEST(comments_belong_to_the_next_message_only),
		TEST(reading_starts_where_told),
		TEST(strings_can_be_found_again),
		TEST(errors_have_exact_places),
		TEST(every_message_in_error_is_reported_once),
		TEST(escapes_must_make_utf8),
		TEST(a_file_of_noise_is_given_up),
	};

	return cmocka_run_group_tests_name("model/po_reader", tests, NULL,
	    NULL);
}
