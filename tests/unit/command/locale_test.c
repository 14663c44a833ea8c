#include "command/options.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/process.h"
#include "command/running.h"

static struct ran locale(struct scratch *scratch, const char *what)
{
	const char *arguments[] = { what, NULL };
	const struct options options = {
		.root = scratch_path(scratch, "guide"),
		.arguments = arguments, .argument_count = 1
	};

	return running_run(scratch, command_locale, &options);
}

static void update(struct scratch *scratch)
{
	struct ran ran = locale(scratch, "update");

	assert_string_equal(ran.printed, "");
	assert_int_equal(ran.status, 0);
}

/* What msgfmt says of a catalog. */
static void check_catalog(struct scratch *scratch, const char *name)
{
	const char *const arguments[] = { "msgfmt", "-c", "-o", "/dev/null",
		scratch_path(scratch, name), NULL };
	struct buffer errors = { 0 };
	int status = -1;

	assert_true(process_run(&status, NULL, &errors, arguments));
	if (status != 0)
		fail_msg("%.*s", TEXT_ARGUMENTS(buffer_text(&errors)));
	buffer_release(&errors);
}

#define HEADER(language, more)                                                 \
	"msgid \"\"\nmsgstr \"\"\n"                                            \
	"\"Project-Id-Version: guide\\n\"\n"                                   \
	"\"Report-Msgid-Bugs-To: \\n\"\n"                                      \
	more "\"Language: " language "\\n\"\n"                                 \
	"\"MIME-Version: 1.0\\n\"\n"                                           \
	"\"Content-Type: text/plain; charset=UTF-8\\n\"\n"                     \
	"\"Content-Transfer-Encoding: 8bit\\n\"\n"
#define MORE                                                                   \
	"\"PO-Revision-Date: \\n\"\n\"Last-Translator: \\n\"\n"               \
	"\"Language-Team: \\n\"\n"
#define ENGLISH HEADER("en", MORE) "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n"
#define NAMED(comment, file, id, string)                                       \
	"\n#. " comment "\n#: content/" file "\n"                              \
	"msgid \"" id "\"\nmsgstr \"" string "\"\n"
#define WORDS                                                                  \
	"search words, separated by commas; as many or as few as readers "     \
	"would type."

static void templates_hold_what_readers_see(void **state)
{
	struct scratch *scratch = *state;

	running_guide(scratch);
	update(scratch);
	assert_string_equal(
	    scratch_read(scratch, "guide/locales/guide/guide.pot"),
	    HEADER("", "")
	    NAMED("The name of the guide.", "guide.yaml", "Small", "")
	    NAMED("Principle listen: its name.", "principles.yaml", "Listen",
		"")
	    NAMED("Principle listen: its definition.", "principles.yaml",
		"Hear people out.", "")
	    NAMED("Principle listen: " WORDS, "principles.yaml",
		"hear, heed", "")
	    "\n#. A tag: the topic of some articles.\n#: content\n"
	    "msgctxt \"tag\"\nmsgid \"calls\"\nmsgstr \"\"\n");
	/* The interface is the program's. */
	assert_false(
	    file_exists(scratch_path(scratch, "guide/locales/ui")));
}

static void english_fills_itself(void **state)
{
	struct scratch *scratch = *state;

	running_guide(scratch);
	update(scratch);
	assert_string_equal(
	    scratch_read(scratch, "guide/locales/guide/en.po"),
	    ENGLISH
	    NAMED("The name of the guide.", "guide.yaml", "Small", "Small")
	    NAMED("Principle listen: its name.", "principles.yaml", "Listen",
		"Listen")
	    NAMED("Principle listen: its definition.", "principles.yaml",
		"Hear people out.", "Hear people out.")
	    NAMED("Principle listen: " WORDS, "principles.yaml",
		"hear, heed", "hear, heed")
	    "\n#. A tag: the topic of some articles.\n#: content\n"
	    "msgctxt \"tag\"\nmsgid \"calls\"\nmsgstr \"calls\"\n");
	check_catalog(scratch, "guide/locales/guide/en.po");
}

static void what_is_translated_stays_and_the_rest_is_empty(void **state)
{
	struct scratch *scratch = *state;
	const char *finnish;

	running_guide(scratch);
	update(scratch);
	finnish = scratch_read(scratch, "guide/locales/guide/fi.po");
	assert_non_null(
	    strstr(finnish, "msgid \"Small\"\nmsgstr \"Pieni\"\n"));
	assert_non_null(strstr(finnish, "msgid \"Listen\"\nmsgstr \"\"\n"));
	check_catalog(scratch, "guide/locales/guide/fi.po");
}

static void a_second_run_changes_nothing(void **state)
{
	struct scratch *scratch = *state;
	const char *first;

	running_guide(scratch);
	update(scratch);
	first = running_tree(scratch, "guide");
	update(scratch);
	assert_string_equal(running_tree(scratch, "guide"), first);
}

static void a_message_that_is_gone_waits_for_its_return(void **state)
{
	struct scratch *scratch = *state;
	const char *first, *finnish;

	running_guide(scratch);
	update(scratch);
	first = running_tree(scratch, "guide");
	scratch_write(scratch, "guide/content/guide.yaml",
	    "title: Little\nbase_url: https://guide.example/\n"
	    "locales: [fi, en]\n");
	update(scratch);
	finnish = scratch_read(scratch, "guide/locales/guide/fi.po");
	assert_non_null(strstr(finnish,
	    "\n#~ msgid \"Small\"\n#~ msgstr \"Pieni\"\n"));
	assert_non_null(strstr(finnish, "\nmsgid \"Little\"\nmsgstr \"\"\n"));
	assert_null(strstr(finnish, "fuzzy"));
	check_catalog(scratch, "guide/locales/guide/fi.po");
	/* English follows. */
	assert_non_null(
	    strstr(scratch_read(scratch, "guide/locales/guide/en.po"),
		"\nmsgid \"Little\"\nmsgstr \"Little\"\n"));
	scratch_write(scratch, "guide/content/guide.yaml",
	    "title: Small\nbase_url: https://guide.example/\n"
	    "locales: [fi, en]\n");
	update(scratch);
	finnish = scratch_read(scratch, "guide/locales/guide/fi.po");
	assert_non_null(
	    strstr(finnish, "\nmsgid \"Small\"\nmsgstr \"Pieni\"\n"));
	assert_non_null(strstr(first, finnish));
}

/* What was true of the old definition need not be of the new one. */
static void a_changed_definition_is_untranslated_and_not_fuzzy(void **state)
{
	struct scratch *scratch = *state;
	const char *finnish;

	running_guide(scratch);
	running_write(scratch, "guide/locales/guide/fi.po",
	    HEADER("fi", "")
	    "\nmsgid \"Hear people out.\"\nmsgstr \"Kuuntele loppuun.\"\n");
	update(scratch);
	scratch_write(scratch, "guide/content/principles.yaml",
	    "- id: listen\n  name: Listen\n"
	    "  definition: Never hear people out.\n");
	update(scratch);
	finnish = scratch_read(scratch, "guide/locales/guide/fi.po");
	assert_non_null(strstr(finnish,
	    "msgid \"Never hear people out.\"\nmsgstr \"\"\n"));
	assert_non_null(strstr(finnish, "#~ msgid \"Hear people out.\"\n"
					"#~ msgstr \"Kuuntele loppuun.\"\n"));
	assert_null(strstr(finnish, "fuzzy"));
	check_catalog(scratch, "guide/locales/guide/fi.po");
}

static void languages_are_spelled_as_gettext_does(void **state)
{
	struct scratch *scratch = *state;
	const char *portuguese, *serbian;

	running_guide(scratch);
	scratch_write(scratch, "guide/content/guide.yaml",
	    "locales: [pt-BR, sr-Latn, fi, en]\n");
	update(scratch);
	portuguese = scratch_read(scratch, "guide/locales/guide/pt-BR.po");
	assert_non_null(strstr(portuguese, "\"Language: pt_BR\\n\"\n"));
	assert_non_null(strstr(portuguese, "plural=(n > 1);\\n\"\n"));
	serbian = scratch_read(scratch, "guide/locales/guide/sr-Latn.po");
	assert_non_null(strstr(serbian, "\"Language: sr@latin\\n\"\n"));
	assert_non_null(strstr(serbian, "nplurals=3;"));
	check_catalog(scratch, "guide/locales/guide/pt-BR.po");
	check_catalog(scratch, "guide/locales/guide/sr-Latn.po");
	/* A build takes them as they are. */
	{
		const struct options options = {
			.root = scratch_path(scratch, "guide")
		};

		assert_int_equal(
		    running_run(scratch, command_check, &options).status, 0);
	}
}

static void own_templates_are_messages_of_the_guide(void **state)
{
	struct scratch *scratch = *state;

	running_guide(scratch);
	running_write(scratch, "guide/templates/tag.html",
	    "<p xmlns:i18n=\"http://xml.zope.org/namespaces/i18n\" "
	    "i18n:translate=\"\">All of it</p>");
	update(scratch);
	assert_non_null(
	    strstr(scratch_read(scratch, "guide/locales/guide/guide.pot"),
		"\nmsgid \"All of it\"\n"));
	assert_false(
	    file_exists(scratch_path(scratch, "guide/locales/ui")));
}

static void faults_of_the_guide_come_first(void **state)
{
	struct scratch *scratch = *state;
	struct ran ran;

	running_guide(scratch);
	scratch_write(scratch, "guide/content/fi/hei.md",
	    "---\ntitle: Hei\nprinciples: [lisen]\n---\nText.\n");
	ran = locale(scratch, "update");
	assert_int_equal(ran.status, 1);
	assert_non_null(strstr(ran.printed, "[principle-unknown]\n"));
	assert_false(file_exists(
	    scratch_path(scratch, "guide/locales/guide/guide.pot")));
}

static void unknown_words_are_refused_with_a_suggestion(void **state)
{
	struct scratch *scratch = *state;
	struct ran ran;

	running_guide(scratch);
	ran = locale(scratch, "upate");
	assert_int_equal(ran.status, 2);
	assert_string_equal(ran.printed,
	    "error: opas locale knows 'update', 'status', 'add' and "
	    "'accept', not 'upate'; perhaps 'update'; see 'opas help "
	    "locale' [usage]\n");
}

static void a_catalog_that_cannot_be_merged_is_reported(void **state)
{
	struct scratch *scratch = *state;
	struct ran ran;

	running_guide(scratch);
	/* Where the template must go there is a folder. */
	assert_true(file_make_folder(
	    scratch_path(scratch, "guide/locales/guide/guide.pot")));
	ran = locale(scratch, "update");
	assert_int_equal(ran.status, 2);
	assert_non_null(strstr(ran.printed, "[output-unwritable]\n"));
}

static void without_gettext_the_missing_program_is_named(void **state)
{
	struct scratch *scratch = *state;
	const char *path = text_string(
	    &scratch->arena, text_from(getenv("PATH")));
	struct ran ran;

	running_guide(scratch);
	assert_int_equal(setenv("PATH", scratch->folder, 1), 0);
	ran = locale(scratch, "update");
	assert_int_equal(setenv("PATH", path, 1), 0);
	assert_int_equal(ran.status, 2);
	assert_string_equal(ran.printed,
	    "error: the program 'msgmerge' cannot be run: No such file or "
	    "directory; install gettext [program-missing]\n");
	/* As it was: nothing is half done. */
	assert_null(strstr(
	    scratch_read(scratch, "guide/locales/guide/fi.po"), "Listen"));
}

static void a_program_that_fails_is_quoted(void **state)
{
	struct scratch *scratch = *state;
	const char *path = text_string(
	    &scratch->arena, text_from(getenv("PATH")));
	struct ran ran;

	running_guide(scratch);
	running_write(scratch, "bin/msgmerge",
	    "#!/bin/sh\necho half\necho 'no more' >&2\nexit 3\n");
	assert_int_equal(chmod(scratch_path(scratch, "bin/msgmerge"), 0700),
	    0);
	assert_int_equal(setenv("PATH", scratch_path(scratch, "bin"), 1), 0);
	ran = locale(scratch, "update");
	assert_int_equal(setenv("PATH", path, 1), 0);
	assert_int_equal(ran.status, 2);
	assert_string_equal(ran.printed,
	    "error: msgmerge stopped with status 3: no more "
	    "[program-failed]\n");
	assert_null(strstr(
	    scratch_read(scratch, "guide/locales/guide/fi.po"), "half"));
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(templates_hold_what_readers_see),
		TEST(english_fills_itself),
		TEST(what_is_translated_stays_and_the_rest_is_empty),
		TEST(a_second_run_changes_nothing),
		TEST(a_message_that_is_gone_waits_for_its_return),
		TEST(a_changed_definition_is_untranslated_and_not_fuzzy),
		TEST(languages_are_spelled_as_gettext_does),
		TEST(own_templates_are_messages_of_the_guide),
		TEST(faults_of_the_guide_come_first),
		TEST(unknown_words_are_refused_with_a_suggestion),
		TEST(a_catalog_that_cannot_be_merged_is_reported),
		TEST(without_gettext_the_missing_program_is_named),
		TEST(a_program_that_fails_is_quoted),
	};

	return cmocka_run_group_tests_name(
	    "command/locale", tests, NULL, NULL);
}
