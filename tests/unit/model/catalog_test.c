#include "model/catalog.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "model/reading.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define HEADER(plural)                                                         \
	"msgid \"\"\n"                                                         \
	"msgstr \"\"\n"                                                        \
	"\"Content-Type: text/plain; charset=UTF-8\\n\"\n"                     \
	"\"Plural-Forms: " plural "\\n\"\n"                                    \
	"\n"

static const struct catalog *good(struct reading *reading, const char *bytes)
{
	struct catalog *catalog = arena_new(&reading->arena, struct catalog);
	size_t size = strlen(bytes);
	char *copy = arena_copy(&reading->arena, bytes, size);
	struct source *source = arena_new(&reading->arena, struct source);

	*source = (struct source){ TEXT("x.po"), { copy, size }, NULL };
	if (!catalog_read(catalog, &reading->arena, &reading->report, source))
		fail_msg("%s", reading_printed(reading));
	assert_ptr_equal(catalog->source, source);
	assert_int_equal(reading->report.count, 0);
	return catalog;
}

/* The report of a bad file; the catalog stays untouched. */
static void assert_refused(struct reading *reading, struct text bytes,
    const char *expected)
{
	struct catalog catalog = { .plural_count = 42 };

	assert_false(catalog_read(&catalog, &reading->arena,
	    &reading->report, reading_of(reading, bytes)));
	assert_int_equal(catalog.plural_count, 42);
	assert_null(catalog.source);
	assert_string_equal(reading_printed(reading), expected);
}

static void empty_file_is_a_catalog(void **state)
{
	struct reading *reading = *state;
	const struct catalog *catalog = good(reading, "");

	assert_int_equal(catalog->count, 0);
	assert_int_equal(catalog->header.length, 0);
	assert_int_equal(catalog->plural_count, 2);
	assert_int_equal(catalog_plural(catalog, 0), 1);
	assert_int_equal(catalog_plural(catalog, 1), 0);
	assert_null(catalog_find(catalog, TEXT(""), TEXT("")));
	assert_null(catalog_find(catalog, TEXT("a"), TEXT("b")));
}

static void header_is_no_entry(void **state)
{
	struct reading *reading = *state;
	const struct catalog *catalog = good(reading,
	    HEADER("nplurals=3; plural=n == 1 ? 0 : n == 2 ? 1 : 2;"));

	assert_int_equal(catalog->count, 0);
	assert_text(reading, catalog->header,
	    "Content-Type: text/plain; charset=UTF-8\n"
	    "Plural-Forms: nplurals=3; plural=n == 1 ? 0 : n == 2 ? 1 : 2;\n");
	assert_int_equal(catalog->plural_count, 3);
	assert_int_equal(catalog_plural(catalog, 2), 1);
	assert_int_equal(catalog_plural(catalog, 5), 2);
	assert_null(catalog_find(catalog, TEXT(""), TEXT("")));
}

static void only_active_entries_are_found(void **state)
{
	struct reading *reading = *state;
	const struct catalog *catalog = good(reading,
	    "msgid \"a\"\nmsgstr \"A\"\n\n"
	    "#, fuzzy\nmsgid \"b\"\nmsgstr \"B\"\n\n"
	    "#~ msgid \"c\"\n#~ msgstr \"C\"\n\n"
	    "msgid \"d\"\nmsgstr \"\"\n");

	assert_int_equal(catalog->count, 4);
	assert_ptr_equal(catalog_find(catalog, TEXT(""), TEXT("a")),
	    &catalog->entries[0]);
	assert_null(catalog_find(catalog, TEXT(""), TEXT("b")));
	assert_null(catalog_find(catalog, TEXT(""), TEXT("c")));
	assert_ptr_equal(catalog_find(catalog, TEXT(""), TEXT("d")),
	    &catalog->entries[3]);
	assert_null(catalog_find(catalog, TEXT(""), TEXT("e")));
}

static void contexts_tell_messages_apart(void **state)
{
	struct reading *reading = *state;
	const struct catalog *catalog = good(reading,
	    "msgid \"a\"\nmsgstr \"1\"\n\n"
	    "msgctxt \"menu\"\nmsgid \"a\"\nmsgstr \"2\"\n\n"
	    "msgctxt \"\"\nmsgid \"a\"\nmsgstr \"3\"\n\n"
	    "msgctxt \"only\"\nmsgid \"b\"\nmsgstr \"4\"\n");

	assert_text(reading,
	    catalog_find(catalog, TEXT(""), TEXT("a"))->strings[0], "1");
	assert_text(reading,
	    catalog_find(catalog, TEXT("menu"), TEXT("a"))->strings[0], "2");
	assert_null(catalog_find(catalog, TEXT("other"), TEXT("a")));
	assert_null(catalog_find(catalog, TEXT(""), TEXT("b")));
}

static void first_catalog_with_a_translation_wins(void **state)
{
	struct reading *reading = *state;
	const struct catalog *guide = good(reading,
	    "msgid \"both\"\nmsgstr \"guide\"\n\n"
	    "msgid \"empty\"\nmsgstr \"\"\n\n"
	    "#, fuzzy\nmsgid \"fuzzy\"\nmsgstr \"guide\"\n\n"
	    "msgid \"half\"\nmsgid_plural \"halves\"\n"
	    "msgstr[0] \"guide\"\nmsgstr[1] \"\"\n");
	const struct catalog *ui = good(reading,
	    "msgid \"both\"\nmsgstr \"ui\"\n\n"
	    "msgid \"empty\"\nmsgstr \"ui\"\n\n"
	    "msgid \"fuzzy\"\nmsgstr \"ui\"\n\n"
	    "msgid \"half\"\nmsgid_plural \"halves\"\n"
	    "msgstr[0] \"ui\"\nmsgstr[1] \"uis\"\n\n"
	    "msgid \"ui\"\nmsgstr \"ui\"\n");
	const struct catalogs both = { { guide, ui }, 2 };
	const struct catalogs second = { { NULL, ui }, 2 };
	const struct catalogs none = { { NULL }, 0 };
	const struct catalog *holder = NULL;

	assert_text(reading,
	    catalogs_translate(&both, TEXT(""), TEXT("both")), "guide");
	assert_text(reading,
	    catalogs_translate(&both, TEXT(""), TEXT("empty")), "ui");
	assert_text(reading,
	    catalogs_translate(&both, TEXT(""), TEXT("fuzzy")), "ui");
	assert_text(reading,
	    catalogs_translate(&both, TEXT(""), TEXT("half")), "ui");
	assert_text(reading, catalogs_translate(&both, TEXT(""), TEXT("no")),
	    "no");
	assert_text(reading,
	    catalogs_translate(&second, TEXT(""), TEXT("both")), "ui");
	assert_text(reading, catalogs_translate(&none, TEXT(""), TEXT("ui")),
	    "ui");
	assert_non_null(
	    catalogs_find(&holder, &both, TEXT(""), TEXT("both")));
	assert_ptr_equal(holder, guide);
	assert_non_null(catalogs_find(&holder, &both, TEXT(""), TEXT("ui")));
	assert_ptr_equal(holder, ui);
	assert_null(catalogs_find(&holder, &both, TEXT(""), TEXT("no")));
	assert_ptr_equal(holder, ui);
}

static void byte_order_mark_is_passed_over(void **state)
{
	struct reading *reading = *state;
	const struct catalog *catalog =
	    good(reading, "\xEF\xBB\xBFmsgid \"a\"\nmsgstr \"b\"\n");

	assert_int_equal(catalog->count, 1);
}

static void catalogs_must_be_utf8(void **state)
{
	struct reading *reading = *state;

	assert_refused(reading, TEXT("msgid \"\xE4\"\nmsgstr \"\"\n"),
	    "x.po:1:8: error: the byte 0xE4 is not UTF-8 here; save the file "
	    "as UTF-8 [utf8-invalid]\n"
	    " 1 | msgid \"\xEF\xBF\xBD\"\n"
	    "   |        ^\n");
	assert_refused(reading,
	    TEXT("# \xE4\nmsgid \"\"\n"
		 "msgstr \"Content-Type: text/plain; "
		 "charset=ISO-8859-9\\n\"\n"),
	    "x.po:3:43: error: this catalog is in ISO-8859-9; convert it with "
	    "'msgconv -t UTF-8' [po-charset]\n"
	    " 3 | msgstr \"Content-Type: text/plain; "
	    "charset=ISO-8859-9\\n\"\n"
	    "   |                                         "
	    "  ^\n");
	assert_refused(reading, TEXT("# \0\n"),
	    "x.po:1:3: error: PO: a catalog may not hold the byte 0 "
	    "[po-syntax]\n"
	    " 1 | # \xEF\xBF\xBD\n"
	    "   |   ^\n");
}

static void another_charset_is_refused(void **state)
{
	struct reading *reading = *state;

	(void)good(reading, "msgid \"\"\nmsgstr \"Content-Type: "
			    "text/plain; charset=utf-8\\n\"\n");
	(void)good(reading, "msgid \"\"\nmsgstr \"Content-Type: "
			    "text/plain; charset=us-ascii\\n\"\n");
	(void)good(reading, "msgid \"\"\nmsgstr \"Content-Type: "
			    "text/plain; charset=CHARSET\\n\"\n");
	(void)good(reading, "msgid \"\"\nmsgstr \"Language: fi\\n\"\n");
	assert_refused(reading,
	    TEXT("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"\"\n"
		 "msgstr \"Content-Type: text/plain; charset=KOI8-R\\n\"\n"),
	    "x.po:5:43: error: this catalog is in KOI8-R; convert it with "
	    "'msgconv -t UTF-8' [po-charset]\n"
	    " 5 | msgstr \"Content-Type: text/plain; charset=KOI8-R\\n\"\n"
	    "   |                                         "
	    "  ^\n");
}

static void unusable_plural_rule_is_refused_at_its_place(void **state)
{
	struct reading *reading = *state;

	assert_refused(reading,
	    TEXT(HEADER("nplurals=2; plural=n = 1;")),
	    "x.po:4:37: error: the Plural-Forms header cannot be used: this "
	    "does not belong to the rule [po-plural-rule]\n"
	    " 4 | \"Plural-Forms: nplurals=2; plural=n = 1;\\n\"\n"
	    "   |                                     ^\n");
	assert_refused(reading,
	    TEXT(HEADER("nplurals=2; plural=n == 2 ? 2 : 0;")),
	    "x.po:4:16: error: the Plural-Forms header cannot be used: for "
	    "n = 2 it gives the form 2, but nplurals is 2 "
	    "[po-plural-rule]\n"
	    " 4 | \"Plural-Forms: nplurals=2; plural=n == 2 ? 2 : 0;\\n\"\n"
	    "   |                ^\n");
	/* Spread over lines, it is not found byte by byte. */
	assert_refused(reading,
	    TEXT("msgid \"\"\nmsgstr \"\"\n"
		 "\"Plural-Forms: nplurals=2; \"\n\"plural=n % 0;\\n\"\n"),
	    "x.po:3:2: error: the Plural-Forms header cannot be used: for "
	    "n = 0 it divides by zero [po-plural-rule]\n"
	    " 3 | \"Plural-Forms: nplurals=2; \"\n"
	    "   |  ^\n");
}

static void rule_of_a_template_is_the_default(void **state)
{
	struct reading *reading = *state;
	const struct catalog *catalog = good(reading,
	    HEADER("nplurals=INTEGER; plural=EXPRESSION;")
	    "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"\"\n"
	    "msgstr[1] \"\"\n");

	assert_int_equal(catalog->plural_count, 2);
}

static void wrong_number_of_forms_is_refused(void **state)
{
	struct reading *reading = *state;

	assert_refused(reading,
	    TEXT(HEADER("nplurals=1; plural=0;") "#, fuzzy\n"
		 "msgid \"a\"\nmsgid_plural \"b\"\n"
		 "msgstr[0] \"c\"\nmsgstr[1] \"d\"\n\n"
		 "#~ msgid \"obsolete\"\n#~ msgid_plural \"b\"\n"
		 "#~ msgstr[0] \"c\"\n#~ msgstr[1] \"d\"\n"),
	    "x.po:7:1: error: this message has 2 plural forms where the "
	    "catalog's header says 1 [po-plural-count]\n"
	    " 7 | msgid \"a\"\n"
	    "   | ^\n");
}

static void untranslated_message_gets_the_forms_of_its_language(void **state)
{
	struct reading *reading = *state;
	const struct catalog *catalog = good(reading,
	    HEADER("nplurals=3; plural=n > 2 ? 2 : n;")
	    "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"\"\n"
	    "msgstr[1] \"\"\n");

	assert_int_equal(catalog->entries[0].string_count, 3);
	assert_int_equal(catalog->entries[0].strings[2].length, 0);
}

static void message_defined_twice_is_refused(void **state)
{
	assert_refused(*state,
	    TEXT("msgid \"a\"\nmsgstr \"b\"\n\n"
		 "msgctxt \"c\"\nmsgid \"a\"\nmsgstr \"b\"\n\n"
		 "msgid \"a\"\nmsgstr \"b\"\n\n"
		 "#~ msgctxt \"c\"\n#~ msgid \"a\"\n#~ msgstr \"b\"\n"),
	    "x.po:8:1: error: this message is defined twice in the file; "
	    "keep one [po-twice]\n"
	    " 8 | msgid \"a\"\n"
	    "   | ^\n"
	    "x.po:12:4: error: this message is defined twice in the file; "
	    "keep one [po-twice]\n"
	    " 12 | #~ msgid \"a\"\n"
	    "    |    ^\n");
}

static void placeholders_must_agree(void **state)
{
	struct reading *reading = *state;

	assert_refused(reading,
	    TEXT("msgid \"{n} of {total}\"\nmsgstr \"{n} / {totl}\"\n\n"
		 "msgid \"see {link}\"\nmsgstr \"katso\"\n\n"
		 "msgid \"one\"\nmsgid_plural \"{n}\"\n"
		 "msgstr[0] \"yksi\"\nmsgstr[1] \"\"\n\"{n} {m}\"\n"),
	    "x.po:2:15: error: the translation must hold the same "
	    "placeholders as the message; '{totl}' is not in the message "
	    "[po-placeholder]\n"
	    " 2 | msgstr \"{n} / {totl}\"\n"
	    "   |               ^\n"
	    "x.po:5:8: error: the translation must hold the same "
	    "placeholders as the message; '{link}' is missing "
	    "[po-placeholder]\n"
	    " 5 | msgstr \"katso\"\n"
	    "   |        ^\n"
	    "x.po:11:6: error: the translation must hold the same "
	    "placeholders as the message; '{m}' is not in the message "
	    "[po-placeholder]\n"
	    " 11 | \"{n} {m}\"\n"
	    "    |      ^\n");
}

static void placeholders_of_what_is_not_shown_are_free(void **state)
{
	(void)good(*state,
	    "#, fuzzy\nmsgid \"{a}\"\nmsgstr \"b\"\n\n"
	    "#~ msgid \"{b}\"\n#~ msgstr \"b\"\n\n"
	    "msgid \"{c}\"\nmsgstr \"\"\n\n"
	    "msgid \"{d}\"\nmsgid_plural \"{d}\"\n"
	    "msgstr[0] \"d\"\nmsgstr[1] \"\"\n\n"
	    "msgid \"one\"\nmsgid_plural \"{e}\"\n"
	    "msgstr[0] \"e\"\nmsgstr[1] \"{e}\"\n");
}

static void many_messages_are_all_found(void **state)
{
	struct reading *reading = *state;
	const struct catalog *catalog;
	struct buffer bytes = { 0 };
	size_t i;

	for (i = 0; i < 3000; i++)
		buffer_format(&bytes,
		    "msgctxt \"c%zu\"\nmsgid \"m%zu\"\nmsgstr \"s%zu\"\n",
		    i % 3, i, i);
	catalog = good(reading,
	    text_string(&reading->arena, buffer_text(&bytes)));
	buffer_release(&bytes);
	assert_int_equal(catalog->count, 3000);
	for (i = 0; i < 3000; i++)
		assert_ptr_equal(catalog_find(catalog,
		    text_format(&reading->arena, "c%zu", i % 3),
		    text_format(&reading->arena, "m%zu", i)),
		    &catalog->entries[i]);
}

#define TEST(function)                                                         \
	cmocka_unit_test_setup_teardown(function, reading_setup,               \
	    reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(empty_file_is_a_catalog),
		TEST(header_is_no_entry),
		TEST(only_active_entries_are_found),
		TEST(contexts_tell_messages_apart),
		TEST(first_catalog_with_a_translation_wins),
		TEST(byte_order_mark_is_passed_over),
		TEST(catalogs_must_be_utf8),
		TEST(another_charset_is_refused),
		TEST(unusable_plural_rule_is_refused_at_its_place),
		TEST(rule_of_a_template_is_the_default),
		TEST(wrong_number_of_forms_is_refused),
		TEST(untranslated_message_gets_the_forms_of_its_language),
		TEST(message_defined_twice_is_refused),
		TEST(placeholders_must_agree),
		TEST(placeholders_of_what_is_not_shown_are_free),
		TEST(many_messages_are_all_found),
	};

	return cmocka_run_group_tests_name("model/catalog", tests, NULL,
	    NULL);
}
