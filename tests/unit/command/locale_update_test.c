#include "command/translators.h"

static void write_article(struct scratch *scratch, const char *body)
{
	running_write(scratch, "guide/content/fi/hei.md",
	    text_format(&scratch->arena,
		"---\ntitle: Hei\nprinciples: [listen]\n---\n%s", body).at);
}

static const char *catalog(struct scratch *scratch)
{
	return scratch_read(scratch, "guide/locales/hei/en.po");
}

static void translate(struct scratch *scratch, const char *id,
    const char *string)
{
	translators_edit(scratch, "guide/locales/hei/en.po",
	    text_format(&scratch->arena, "msgid \"%s\"\nmsgstr \"\"\n", id)
		.at,
	    text_format(&scratch->arena, "msgid \"%s\"\nmsgstr \"%s\"\n", id,
		string).at);
}

static void templates_tell_what_a_message_is(void **state)
{
	struct scratch *scratch = *state;
	const char *template;

	running_guide(scratch);
	running_write(scratch, "guide/locales/glossary.yaml",
	    "concepts:\n- id: customer\n  en: customer\n  fi: asiakas\n");
	write_article(scratch,
	    "Alku ja [loppu](hello.md#start).\n\n"
	    "## Kuuntele {#ears principles=listen}\n\n- Asiakas kertoo.\n");
	translators_do(scratch, "update");
	template = scratch_read(scratch, "guide/locales/hei/hei.pot");
	assert_holds(template,
	    "\n\n#. Title\n#. Page: https://guide.example/fi/hei.html\n"
	    "#: content/fi/hei.md\nmsgid \"Hei\"\nmsgstr \"\"\n");
	assert_holds(template,
	    "\n\n#. Paragraph .1\n#. Page: https://guide.example/fi/hei.html\n"
	    "#. Principles: Listen\n#: content/fi/hei.md\n"
	    "#, python-brace-format\n"
	    "msgid \"Alku ja [loppu]({link}).\"\nmsgstr \"\"\n");
	assert_holds(template,
	    "\n\n#. List item ears.1\n"
	    "#. Page: https://guide.example/fi/hei.html#ears\n"
	    "#. Principles: Listen\n#. Glossary: asiakas = customer\n"
	    "#: content/fi/hei.md\nmsgid \"Asiakas kertoo.\"\n");
	assert_holds(template, "\"X-Source-Language: fi\\n\"\n");
}

static void english_stands_in_the_template_while_it_is_right(void **state)
{
	struct scratch *scratch = *state;

	running_guide(scratch);
	write_article(scratch, "Alku on hyvä.\n");
	translators_do(scratch, "update");
	translate(scratch, "Alku on hyvä.", "A good start.");
	translators_do(scratch, "update");
	assert_holds(scratch_read(scratch, "guide/locales/hei/hei.pot"),
	    "#. English: A good start.\n#: content/fi/hei.md\n"
	    "msgid \"Alku on hyvä.\"\n");
	write_article(scratch, "Alku on huono.\n");
	translators_do(scratch, "update");
	assert_null(strstr(scratch_read(scratch, "guide/locales/hei/hei.pot"),
	    "English"));
}

static void equal_messages_are_one_with_both_addresses(void **state)
{
	struct scratch *scratch = *state;

	running_guide(scratch);
	write_article(scratch, "Sama.\n\n## Osa {#osa}\n\n- Sama.\n");
	translators_do(scratch, "update");
	assert_holds(catalog(scratch),
	    "\n#. Paragraph .1\n#. List item osa.1\n#. Page: ");
}

static void what_moves_to_another_article_is_known_there(void **state)
{
	struct scratch *scratch = *state;

	running_guide(scratch);
	write_article(scratch, "Alku on hyvä.\n");
	translators_do(scratch, "update");
	translate(scratch, "Alku on hyvä.", "A good start.");
	running_write(scratch, "guide/content/fi/moi.md",
	    "# Moi\n\nAlku on hyvä.\n");
	translators_do(scratch, "update");
	assert_holds(scratch_read(scratch, "guide/locales/moi/en.po"),
	    "msgid \"Alku on hyvä.\"\nmsgstr \"A good start.\"\n");
}

static void the_same_words_in_another_language_are_other_words(void **state)
{
	struct scratch *scratch = *state;

	running_guide(scratch);
	scratch_write(scratch, "guide/content/guide.yaml",
	    "locales: [fi, en, sr]\n");
	write_article(scratch, "On.\n");
	translators_do(scratch, "update");
	translators_edit(scratch, "guide/locales/hei/sr.po",
	    "msgid \"On.\"\nmsgstr \"\"", "msgid \"On.\"\nmsgstr \"Jeste.\"");
	running_write(scratch, "guide/content/en/hello.md",
	    "# Hello\n\nOn.\n");
	translators_do(scratch, "update");
	assert_holds(scratch_read(scratch, "guide/locales/hello/sr.po"),
	    "msgid \"On.\"\nmsgstr \"\"\n");
}

static void a_revision_of_a_revision_remembers_the_first(void **state)
{
	struct scratch *scratch = *state;

	running_guide(scratch);
	write_article(scratch, "Yksi kaksi kolme neljä.\n");
	translators_do(scratch, "update");
	translate(scratch, "Yksi kaksi kolme neljä.", "One.");
	write_article(scratch, "Yksi kaksi kolme viisi.\n");
	translators_do(scratch, "update");
	write_article(scratch, "Yksi kaksi kolme kuusi.\n");
	translators_do(scratch, "update");
	assert_holds(catalog(scratch),
	    "#, fuzzy\n#| msgid \"Yksi kaksi kolme neljä.\"\n"
	    "msgid \"Yksi kaksi kolme kuusi.\"\nmsgstr \"One.\"\n");
	assert_null(strstr(catalog(scratch), "viisi"));
	write_article(scratch, "Yksi kaksi kolme neljä.\n");
	translators_do(scratch, "update");
	assert_null(strstr(catalog(scratch), "fuzzy"));
}

static void comments_of_translators_stay(void **state)
{
	struct scratch *scratch = *state;

	running_guide(scratch);
	write_article(scratch, "Yksi kaksi kolme neljä.\n");
	translators_do(scratch, "update");
	translate(scratch, "Yksi kaksi kolme neljä.", "One.");
	translators_edit(scratch, "guide/locales/hei/en.po",
	    "#. Paragraph .1", "# opas: ignore term\n#. Paragraph .1");
	translators_edit(scratch, "guide/locales/hei/en.po", "msgid \"\"",
	    "# By somebody.\nmsgid \"\"");
	write_article(scratch, "Yksi kaksi kolme viisi.\n");
	translators_do(scratch, "update");
	assert_holds(catalog(scratch), "# By somebody.\nmsgid \"\"\n");
	assert_holds(catalog(scratch),
	    "\n# opas: ignore term\n#. Paragraph .1\n");
}

static void what_is_derived_or_written_there_has_no_catalog(void **state)
{
	struct scratch *scratch = *state;

	running_guide(scratch);
	scratch_write(scratch, "guide/content/guide.yaml",
	    "locales:\n  fi:\n  en:\n  sr:\n"
	    "  sr-Latn: {derived_from: sr}\n");
	translators_do(scratch, "update");
	assert_true(file_exists(
	    scratch_path(scratch, "guide/locales/hei/sr.po")));
	assert_false(file_exists(
	    scratch_path(scratch, "guide/locales/hei/sr-Latn.po")));
	assert_false(file_exists(
	    scratch_path(scratch, "guide/locales/guide/sr-Latn.po")));
	assert_false(file_exists(
	    scratch_path(scratch, "guide/locales/hei/fi.po")));
}

static void a_damaged_catalog_stops_before_anything_is_lost(void **state)
{
	struct scratch *scratch = *state;
	struct ran ran;

	running_guide(scratch);
	running_write(scratch, "guide/locales/hei/en.po",
	    "msgid \"\"\nmsgstr \"Content-Type: text/plain; "
	    "charset=UTF-8\\n\"\n\nmsgid \"Hei\nmsgstr \"Hi\"\n");
	ran = translators_run(scratch, (struct options){ 0 }, "update", NULL,
	    NULL, NULL);
	assert_int_equal(ran.status, 1);
	assert_holds(ran.printed, "[po-syntax]\n");
	assert_holds(catalog(scratch), "msgstr \"Hi\"\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(templates_tell_what_a_message_is),
		TEST(english_stands_in_the_template_while_it_is_right),
		TEST(equal_messages_are_one_with_both_addresses),
		TEST(what_moves_to_another_article_is_known_there),
		TEST(the_same_words_in_another_language_are_other_words),
		TEST(a_revision_of_a_revision_remembers_the_first),
		TEST(comments_of_translators_stay),
		TEST(what_is_derived_or_written_there_has_no_catalog),
		TEST(a_damaged_catalog_stops_before_anything_is_lost),
	};

	return cmocka_run_group_tests_name(
	    "command/locale_update", tests, NULL, NULL);
}
