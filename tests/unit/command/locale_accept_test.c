#include "command/translators.h"

/* The catalog of hei in English with a stale paragraph and a stale heading. */
static void prepare(struct scratch *scratch)
{
	running_guide(scratch);
	assert_true(
	    file_remove(scratch_path(scratch, "guide/locales/hei/en.po")));
	running_write(scratch, "guide/content/fi/hei.md",
	    "---\ntitle: Hei\n---\nAlku on hyvä ja pitkä.\n\n"
	    "## Kuuntele aina ensin {#ears}\n\nLoppu on myös hyvä.\n");
	translators_do(scratch, "update");
	translators_edit(scratch, "guide/locales/hei/en.po",
	    "msgid \"Alku on hyvä ja pitkä.\"\nmsgstr \"\"",
	    "# A note.\nmsgid \"Alku on hyvä ja pitkä.\"\nmsgstr \"Begin.\"");
	translators_edit(scratch, "guide/locales/hei/en.po",
	    "msgid \"Kuuntele aina ensin\"\nmsgstr \"\"",
	    "msgid \"Kuuntele aina ensin\"\nmsgstr \"Listen first\"");
	translators_edit(scratch, "guide/content/fi/hei.md", "ja pitkä",
	    "ja lyhyt");
	translators_edit(scratch, "guide/content/fi/hei.md", "aina ensin",
	    "aina heti");
	translators_do(scratch, "update");
	assert_holds(scratch_read(scratch, "guide/locales/hei/en.po"),
	    "#, fuzzy\n#| msgid \"Alku on hyvä ja pitkä.\"\n"
	    "msgid \"Alku on hyvä ja lyhyt.\"\nmsgstr \"Begin.\"\n");
}

static void everything_stale_is_accepted(void **state)
{
	struct scratch *scratch = *state;
	const char *catalog;

	prepare(scratch);
	assert_string_equal(
	    translators_do(scratch, "accept", "en", "hei"), "");
	catalog = scratch_read(scratch, "guide/locales/hei/en.po");
	assert_null(strstr(catalog, "fuzzy"));
	assert_null(strstr(catalog, "#|"));
	assert_holds(catalog, "# A note.\n");
	assert_holds(catalog,
	    "\nmsgid \"Alku on hyvä ja lyhyt.\"\nmsgstr \"Begin.\"\n");
	assert_holds(catalog,
	    "\nmsgid \"Kuuntele aina heti\"\nmsgstr \"Listen first\"\n");
}

static void one_message_is_accepted_by_its_address_or_text(void **state)
{
	static const char *const names[] = { "ears.0", "Kuuntele aina heti" };
	struct scratch *scratch = *state;
	size_t i;

	for (i = 0; i < 2; i++) {
		const char *catalog;

		prepare(scratch);
		translators_do(scratch, "accept", "en", "hei", names[i]);
		catalog = scratch_read(scratch, "guide/locales/hei/en.po");
		assert_holds(catalog, "#| msgid \"Alku on hyvä ja pitkä.\"");
		assert_null(strstr(catalog, "#| msgid \"Kuuntele"));
	}
}

static void what_is_not_stale_is_named(void **state)
{
	struct scratch *scratch = *state;
	struct ran ran;

	prepare(scratch);
	ran = translators_run(scratch, (struct options){ 0 }, "accept", "en",
	    "hei", "ears.9");
	assert_int_equal(ran.status, 2);
	assert_holds(ran.printed, "no stale translation of 'ears.9' in ");
	translators_do(scratch, "accept", "en", "hei");
	ran = translators_run(scratch, (struct options){ 0 }, "accept", "en",
	    "hei", NULL);
	assert_int_equal(ran.status, 2);
	assert_holds(ran.printed, "[accept-nothing]\n");
	ran = translators_run(scratch, (struct options){ 0 }, "accept", "eo",
	    "hei", NULL);
	assert_holds(ran.printed, "[locale-unknown]\n");
	ran = translators_run(scratch, (struct options){ 0 }, "accept", "en",
	    "hej", NULL);
	assert_holds(ran.printed, "did you mean 'hei'? [article-unknown]\n");
}

static void flags_beside_fuzzy_stay(void **state)
{
	struct scratch *scratch = *state;

	prepare(scratch);
	translators_edit(scratch, "guide/locales/hei/en.po", "#, fuzzy",
	    "#, fuzzy, no-wrap");
	translators_do(scratch, "accept", "en", "hei");
	assert_holds(scratch_read(scratch, "guide/locales/hei/en.po"),
	    "#, no-wrap\nmsgid \"Alku on");
}

static const char whole[] =
    "---\ntitle: Hi # a greeting\r\ntranslated-from: fi\r\n"
    "tags: [x]\r\n---\r\nText.\r\n";

static void a_file_remembers_what_it_translates(void **state)
{
	struct scratch *scratch = *state;
	const char *first, *second, *hash;

	running_guide(scratch);
	running_write(scratch, "guide/content/en/hei.md", whole);
	translators_do(scratch, "update");
	first = scratch_read(scratch, "guide/content/en/hei.md");
	hash = strstr(first, "translated-from: fi\r\nsource-hash: ");
	assert_non_null(hash);
	assert_holds(first, "---\ntitle: Hi # a greeting\r\n");
	assert_holds(first, "\r\ntags: [x]\r\n---\r\nText.\r\n");
	/* It is not renewed unless somebody says so. */
	scratch_write(scratch, "guide/content/fi/hei.md",
	    "---\ntitle: Moi\n---\nToinen.\n");
	translators_do(scratch, "update");
	assert_string_equal(
	    scratch_read(scratch, "guide/content/en/hei.md"), first);
	translators_do(scratch, "accept", "en", "hei");
	second = scratch_read(scratch, "guide/content/en/hei.md");
	assert_string_not_equal(second, first);
	assert_int_equal(strlen(second), strlen(first));
	translators_do(scratch, "accept", "en", "hei");
	assert_string_equal(
	    scratch_read(scratch, "guide/content/en/hei.md"), second);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(everything_stale_is_accepted),
		TEST(one_message_is_accepted_by_its_address_or_text),
		TEST(what_is_not_stale_is_named),
		TEST(flags_beside_fuzzy_stay),
		TEST(a_file_remembers_what_it_translates),
	};

	return cmocka_run_group_tests_name(
	    "command/locale_accept", tests, NULL, NULL);
}
