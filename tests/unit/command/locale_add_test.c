#include "command/translators.h"

static void a_new_language_is_listed_catalogued_and_builds(void **state)
{
	struct scratch *scratch = *state;
	struct options options = { 0 };
	const char *catalog, *printed;

	running_guide(scratch);
	printed = translators_do(scratch, "add", "de");
	assert_holds(printed, "de: Deutsch, written from left to right\n");
	assert_holds(printed, "nplurals=2; plural=(n != 1);");
	assert_holds(scratch_read(scratch, "guide/content/guide.yaml"),
	    "\nlocales: [fi, en, de]\n");
	catalog = scratch_read(scratch, "guide/locales/hei/de.po");
	assert_holds(catalog, "\"Language: de\\n\"");
	assert_holds(catalog, "\"X-Source-Language: fi\\n\"");
	assert_holds(catalog, "msgid \"Hei\"\nmsgstr \"\"\n");
	assert_holds(scratch_read(scratch, "guide/locales/hello/de.po"),
	    "msgid \"Hello\"\n");
	assert_holds(scratch_read(scratch, "guide/locales/guide/de.po"),
	    "msgid \"Listen\"\n");
	/* The program does not speak German. */
	assert_holds(scratch_read(scratch, "guide/locales/ui/de.po"),
	    "msgid \"Home\"\nmsgstr \"\"\n");
	/* Nothing was asked for of other languages. */
	assert_false(file_exists(
	    scratch_path(scratch, "guide/locales/hello/fi.po")));
	options.root = scratch_path(scratch, "guide");
	assert_int_equal(
	    running_run(scratch, command_check, &options).status, 0);
}

static void what_the_program_speaks_needs_no_catalog(void **state)
{
	struct scratch *scratch = *state;

	running_guide(scratch);
	assert_holds(translators_do(scratch, "add", "fa"),
	    "fa: فارسی, written from right to left\n");
	assert_false(
	    file_exists(scratch_path(scratch, "guide/locales/ui")));
}

static void a_guide_without_configuration_gets_one(void **state)
{
	struct scratch *scratch = *state;

	running_write(scratch, "guide/content/fi/hei.md", "# Hei\n\nTeksti.\n");
	translators_do(scratch, "add", "de");
	assert_string_equal(scratch_read(scratch, "guide/content/guide.yaml"),
	    "locales: [fi, de]\n");
	assert_holds(scratch_read(scratch, "guide/locales/hei/de.po"),
	    "msgid \"Teksti.\"\n");
}

static void a_second_update_of_the_new_catalogs_changes_nothing(void **state)
{
	struct scratch *scratch = *state;
	const char *first;

	running_guide(scratch);
	translators_do(scratch, "update");
	translators_do(scratch, "add", "de");
	first = running_tree(scratch, "guide/locales");
	translators_do(scratch, "update");
	assert_string_equal(running_tree(scratch, "guide/locales"), first);
}

static void assert_refused(struct scratch *scratch, const char *tag,
    const char *message)
{
	const char *before = running_tree(scratch, "guide");
	struct ran ran = translators_run(scratch, (struct options){ 0 }, "add",
	    tag, NULL, NULL);

	assert_int_equal(ran.status, 2);
	assert_string_equal(ran.printed, message);
	assert_string_equal(running_tree(scratch, "guide"), before);
}

static void what_is_no_new_tag_is_refused(void **state)
{
	struct scratch *scratch = *state;

	running_guide(scratch);
	assert_refused(scratch, "Deutsch",
	    "error: 'Deutsch' is no language tag; write it as fi, sr or "
	    "pt-BR; did you mean 'de'? [locale-refused]\n");
	assert_refused(scratch, "xx yy",
	    "error: 'xx yy' is no language tag; write it as fi, sr or "
	    "pt-BR [locale-refused]\n");
	assert_refused(scratch, "fi",
	    "error: the guide has the language 'fi' already "
	    "[locale-exists]\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_new_language_is_listed_catalogued_and_builds),
		TEST(what_the_program_speaks_needs_no_catalog),
		TEST(a_guide_without_configuration_gets_one),
		TEST(a_second_update_of_the_new_catalogs_changes_nothing),
		TEST(what_is_no_new_tag_is_refused),
	};

	return cmocka_run_group_tests_name(
	    "command/locale_add", tests, NULL, NULL);
}
