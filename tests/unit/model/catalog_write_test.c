#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/process.h"
#include "model/catalog.h"
#include "scratch.h"

#define HEADER                                                                 \
	"msgid \"\"\n"                                                         \
	"msgstr \"\"\n"                                                        \
	"\"Project-Id-Version: guide\\n\"\n"                                   \
	"\"Report-Msgid-Bugs-To: \\n\"\n"                                      \
	"\"Language: \\n\"\n"                                                  \
	"\"MIME-Version: 1.0\\n\"\n"                                           \
	"\"Content-Type: text/plain; charset=UTF-8\\n\"\n"                     \
	"\"Content-Transfer-Encoding: 8bit\\n\"\n"

/* A message of the table; NULL for what it lacks. */
struct row {
	const char *context, *id, *plural_id, *comment, *reference, *flag;
};

static const char *written(struct scratch *scratch, const struct row *rows,
    size_t count)
{
	struct catalog_message *items =
	    arena_array(&scratch->arena, struct catalog_message, count);
	struct catalog_messages messages = { items, count, count };
	struct buffer out = { 0 };
	const char *string;
	size_t i;

	for (i = 0; i < count; i++)
		items[i] = (struct catalog_message){
			text_from(rows[i].context), text_from(rows[i].id),
			text_from(rows[i].plural_id),
			text_from(rows[i].comment),
			text_from(rows[i].reference), rows[i].flag
		};
	catalog_write_template(&out, "guide", TEXT(""), &messages);
	string = text_string(&scratch->arena, buffer_text(&out));
	buffer_release(&out);
	return string;
}

/* What a program of gettext prints; it must have nothing to complain of. */
static const char *run(struct scratch *scratch, const char *const *arguments)
{
	struct buffer output = { 0 };
	struct buffer complaints = { 0 };
	const char *string;
	int status = -1;

	assert_true(process_run(&status, &output, &complaints, arguments));
	assert_string_equal(text_string(&scratch->arena,
	    buffer_text(&complaints)), "");
	assert_int_equal(status, 0);
	string = text_string(&scratch->arena, buffer_text(&output));
	buffer_release(&output);
	buffer_release(&complaints);
	return string;
}

/* Everything that is written in a way of its own. */
static const struct row odd[] = {
	{ NULL, "plain", NULL, NULL, NULL, NULL },
	{ NULL, "with {name}", NULL, "Seen on every page", "page.html",
	    "python-brace-format" },
	{ NULL, "one line\n", NULL, "First\n\n  indented\n \nlast ", "b.md",
	    NULL },
	{ NULL, "two\nlines", NULL, "\nbegins empty", "z.md", "no-wrap" },
	{ NULL, "\nbegins\n\nwith\n\n", NULL, NULL, "a/b-c.md", NULL },
	{ NULL, "\n", NULL, NULL, NULL, NULL },
	{ NULL, "\"quoted\" \\ back\\nslash \t tab", NULL, NULL, NULL, NULL },
	{ NULL, "\r\a\b\f\v\1\33\177", NULL, NULL, NULL, NULL },
	{ NULL, "ends in \\", NULL, NULL, NULL, NULL },
	{ "menu", "plain", NULL, NULL, NULL, NULL },
	{ "", "plain", NULL, NULL, NULL, NULL },
	{ "two\nlines", "x", NULL, NULL, NULL, NULL },
	{ "only a context", "", NULL, NULL, NULL, NULL },
	{ NULL, "{n} article", "{n} articles\nin all", NULL, NULL,
	    "python-brace-format" },
	{ NULL, "a long line with so many words that it would certainly be "
		"broken into two or even three if anybody wrapped lines here",
	    NULL, "and a comment that is so long that it would be broken if "
		  "anybody wrapped lines here, which nobody does",
	    "a-very-long-name-of-a-file-that-is-longer-than-the-others.md",
	    NULL },
	{ NULL, "Türkçe, 한국어, ‎فارسی‏, Љубав, 𝄞, \xC2\xA0\xC2\xAD", NULL,
	    "어휘: 고객", "ä.md", NULL },
	{ NULL, "plain", NULL, "again", "y.md", NULL },
	{ NULL, "with {name}", NULL, "Seen on every page", "index.html",
	    NULL },
	{ NULL, "with {name}", NULL, "Seen there too\nand there", "page.html",
	    NULL },
};
enum { ODD_COUNT = sizeof(odd) / sizeof(odd[0]) };

static void nothing_to_say_is_a_header(void **state)
{
	assert_string_equal(written(*state, NULL, 0), HEADER);
}

static void messages_keep_their_order(void **state)
{
	static const struct row rows[] = {
		{ NULL, "b", NULL, NULL, NULL, NULL },
		{ "c", "a", NULL, NULL, NULL, NULL },
		{ NULL, "a", "as", "line\n\nline", "x.md", "c-format" },
	};

	assert_string_equal(written(*state, rows, 3),
	    HEADER "\nmsgid \"b\"\nmsgstr \"\"\n"
		   "\nmsgctxt \"c\"\nmsgid \"a\"\nmsgstr \"\"\n"
		   "\n#. line\n#.\n#. line\n#: x.md\n#, c-format\n"
		   "msgid \"a\"\nmsgid_plural \"as\"\n"
		   "msgstr[0] \"\"\nmsgstr[1] \"\"\n");
}

static void equal_messages_are_written_once(void **state)
{
	static const struct row rows[] = {
		{ NULL, "a", NULL, "one", "z.md", NULL },
		{ "", "a", NULL, NULL, NULL, NULL },
		{ NULL, "b", NULL, NULL, NULL, NULL },
		{ NULL, "a", "as", "two", "b.md", "c-format" },
		{ NULL, "a", NULL, "one", "z.md", NULL },
		{ NULL, "a", "other", NULL, "a.md", "no-wrap" },
	};

	assert_string_equal(written(*state, rows, 6),
	    HEADER "\n#. one\n#. two\n#: a.md b.md z.md\n#, c-format\n"
		   "msgid \"a\"\nmsgid_plural \"as\"\n"
		   "msgstr[0] \"\"\nmsgstr[1] \"\"\n"
		   "\nmsgctxt \"\"\nmsgid \"a\"\nmsgstr \"\"\n"
		   "\nmsgid \"b\"\nmsgstr \"\"\n");
}

static void msgcat_would_write_the_same(void **state)
{
	struct scratch *scratch = *state;
	const char *const arguments[] = { "msgcat", "--no-wrap",
		"--add-location=file", scratch_path(scratch, "odd.pot"),
		NULL };
	const char *template = written(scratch, odd, ODD_COUNT);
	struct buffer output = { 0 };
	int status = -1;

	scratch_write(scratch, "odd.pot", template);
	/* It warns of control characters in messages, and rightly. */
	assert_true(process_run(&status, &output, NULL, arguments));
	assert_int_equal(status, 0);
	assert_string_equal(
	    text_string(&scratch->arena, buffer_text(&output)), template);
	buffer_release(&output);
}

static void our_reader_finds_what_was_written(void **state)
{
	struct scratch *scratch = *state;
	struct source source = { TEXT("odd.pot"),
		text_from(written(scratch, odd, ODD_COUNT)), NULL };
	struct report report = { 0 };
	struct catalog catalog;
	size_t i;

	assert_true(catalog_read(&catalog, &scratch->arena, &report,
	    &source));
	assert_int_equal(catalog.count, ODD_COUNT - 3);
	for (i = 0; i < catalog.count; i++) {
		const struct catalog_entry *entry = &catalog.entries[i];

		assert_true(text_equal_string(entry->id, odd[i].id));
		assert_true(
		    text_equal_string(entry->context, odd[i].context));
		assert_true(
		    text_equal_string(entry->plural_id, odd[i].plural_id));
		assert_int_equal(entry->context.at == NULL,
		    odd[i].context == NULL);
	}
	assert_true(text_equal_string(catalog.entries[1].references,
	    "index.html page.html"));
	assert_true(text_equal_string(catalog.entries[1].extracted,
	    "Seen on every page\nSeen there too\nand there"));
	assert_true(text_equal_string(catalog.entries[2].extracted,
	    "First\n\n  indented\n \nlast "));
}

static void msgmerge_takes_it_without_warnings(void **state)
{
	static const struct row rows[] = {
		{ NULL, "a", NULL, NULL, "a.md", NULL },
		{ NULL, "{n} b", "{n} bs", NULL, NULL,
		    "python-brace-format" },
	};
	struct scratch *scratch = *state;
	const char *po = scratch_path(scratch, "ko.po");
	const char *pot = scratch_path(scratch, "a.pot");
	const char *const merge[] = { "msgmerge", "-N", "--previous",
		"--no-wrap", "--add-location=file", "--quiet", po, pot, NULL };
	const char *const format[] = { "msgfmt", "-o", "/dev/null", pot,
		NULL };
	const char *merged;

	scratch_write(scratch, "a.pot", written(scratch, rows, 2));
	scratch_write(scratch, "ko.po",
	    "msgid \"\"\n"
	    "msgstr \"\"\n"
	    "\"Language: ko\\n\"\n"
	    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
	    "\"Plural-Forms: nplurals=1; plural=0;\\n\"\n");
	merged = run(scratch, merge);
	assert_non_null(strstr(merged,
	    "\n#: a.md\nmsgid \"a\"\nmsgstr \"\"\n"
	    "\n#, python-brace-format\nmsgid \"{n} b\"\n"
	    "msgid_plural \"{n} bs\"\nmsgstr[0] \"\"\n"));
	assert_null(strstr(merged, "msgstr[1]"));
	assert_string_equal(run(scratch, format), "");
}

/* Everything that a translator's file may hold. */
#define WHOLE                                                                  \
	"# By somebody.\n#\n# And others.\nmsgid \"\"\nmsgstr \"\"\n"           \
	"\"Language: fi\\n\"\n"                                                \
	"\"Content-Type: text/plain; charset=UTF-8\\n\"\n"                     \
	"\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n"               \
	"# A note.\n#. Where.\n#. And what.\n#: a.md b.md\n"                   \
	"#, fuzzy, python-brace-format\n"                                      \
	"#| msgctxt \"tag\"\n#| msgid \"\"\n#| \"old\\n\"\n#| \"lines\"\n"      \
	"msgctxt \"menu\"\nmsgid \"{n} \\\"a\\\" \\\\ b\"\nmsgstr \"\"\n"      \
	"\"{n}\\n\"\n\"c\"\n\n"                                                \
	"msgid \"{n} a\"\nmsgid_plural \"{n} as\"\nmsgstr[0] \"{n} x\"\n"     \
	"msgstr[1] \"{n} y\"\n\n"                                             \
	"# Gone.\n#, fuzzy\n#~| msgid \"x\"\n#~ msgid \"\"\n#~ \"y\\n\"\n"    \
	"#~ \"z\"\n#~ msgstr \"w\"\n"

static void a_catalog_that_is_read_is_written_as_it_was(void **state)
{
	struct scratch *scratch = *state;
	const char *const cat[] = { "msgcat", "--no-wrap",
		scratch_path(scratch, "a.po"), NULL };
	struct source source = { TEXT("a.po"), TEXT(WHOLE), NULL };
	struct report report = { 0 };
	struct catalog catalog;
	struct catalog_entry entries[4];
	struct buffer out = { 0 };

	assert_true(
	    catalog_read(&catalog, &scratch->arena, &report, &source));
	assert_int_equal(catalog.count, 3);
	entries[0] = catalog.top;
	memcpy(entries + 1, catalog.entries, 3 * sizeof(entries[0]));
	catalog_write(&out, entries, 4);
	assert_string_equal(
	    text_string(&scratch->arena, buffer_text(&out)), WHOLE);
	buffer_release(&out);
	/* And so would msgcat. */
	scratch_write(scratch, "a.po", WHOLE);
	assert_string_equal(run(scratch, cat), WHOLE);
}

#define TEST(function)                                                         \
	cmocka_unit_test_setup_teardown(function, scratch_setup,               \
	    scratch_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_to_say_is_a_header),
		TEST(messages_keep_their_order),
		TEST(equal_messages_are_written_once),
		TEST(msgcat_would_write_the_same),
		TEST(our_reader_finds_what_was_written),
		TEST(msgmerge_takes_it_without_warnings),
		TEST(a_catalog_that_is_read_is_written_as_it_was),
	};

	return cmocka_run_group_tests_name("model/catalog_write", tests, NULL,
	    NULL);
}
