#include "command/translators.h"

#include "base/json.h"

static const struct options DATED = { .date = "2026-11-22" };

static const char *status(struct scratch *scratch, struct options options)
{
	struct ran ran = translators_run(
	    scratch, options, "status", NULL, NULL, NULL);

	if (ran.status != 0)
		fail_msg("%s", ran.printed);
	return ran.printed;
}

static void prepare(struct scratch *scratch)
{
	running_guide(scratch);
	running_write(scratch, "guide/content/fi/hei.md",
	    "---\ntitle: Hei\ndate: 2026-11-01\nupdated: 2026-11-20\n---\n"
	    "Alku on hyvä ja pitkä.\n\nYksi.\n\nYksi.\n");
	translators_do(scratch, "update");
	translators_edit(scratch, "guide/locales/hei/en.po",
	    "msgid \"Alku on hyvä ja pitkä.\"\nmsgstr \"\"",
	    "msgid \"Alku on hyvä ja pitkä.\"\nmsgstr \"Begin.\"");
	translators_edit(scratch, "guide/locales/hei/en.po",
	    "msgid \"Hei\"\nmsgstr \"\"", "msgid \"Hei\"\nmsgstr \"Hi\"");
	translators_edit(scratch, "guide/content/fi/hei.md", "ja pitkä",
	    "ja lyhyt");
}

static void each_locale_and_component_has_its_row(void **state)
{
	struct scratch *scratch = *state;
	const char *printed;

	prepare(scratch);
	printed = status(scratch, DATED);
	assert_holds(printed, "\nfi      hei                      original\n");
	assert_holds(printed,
	    "\nen      hei                        1     0      2      1      0 "
	    "      6     2\n"
	    "        run 'opas locale update': missing: Alku on hyvä ja "
	    "lyhyt.\n");
	assert_holds(printed, "\nen      guide                      4     0");
	translators_do(scratch, "update");
	printed = status(scratch, DATED);
	assert_holds(printed,
	    "\nen      hei                        1     1      1      1      5 "
	    "      1     2\n");
	assert_holds(printed, "/locales/hei/en.po:");
}

static void rows_fit_eighty_columns(void **state)
{
	struct scratch *scratch = *state;
	struct text rest, line;

	prepare(scratch);
	running_write(scratch,
	    "guide/content/fi/a-very-long-id-that-goes-on-and-on-and-on.md",
	    "---\ntitle: Pitkä\n---\n"
	    "Pitkä teksti, jota on niin paljon, että se ei mahdu riville "
	    "mitenkään päin, ei sitten millään.\n");
	rest = text_from(status(scratch, DATED));
	while (text_cut(&line, &rest, '\n'))
		if (text_count(line) > 80)
			fail_msg("%.*s", TEXT_ARGUMENTS(line));
}

static void json_tells_the_same(void **state)
{
	struct scratch *scratch = *state;
	struct options options = DATED;
	const char *printed;

	prepare(scratch);
	translators_do(scratch, "update");
	options.style.json = true;
	printed = status(scratch, options);
	assert_int_equal(printed[0], '[');
	assert_holds(printed,
	    "{\"locale\":\"en\",\"component\":\"hei\",\"origin\":\"catalog\","
	    "\"messages\":{\"translated\":1,\"stale\":1,\"missing\":1},"
	    "\"words\":{\"translated\":1,\"stale\":5,\"missing\":1},"
	    "\"days\":2,\"next\":{\"file\":");
	assert_holds(printed,
	    "\"state\":\"stale\",\"message\":\"Alku on hyvä ja lyhyt.\"}}");
	assert_holds(printed,
	    "{\"locale\":\"fi\",\"component\":\"hei\",\"origin\":"
	    "\"original\"");
}

static void a_file_that_lags_behind_is_stale(void **state)
{
	struct scratch *scratch = *state;

	running_guide(scratch);
	running_write(scratch, "guide/content/en/hei.md",
	    "---\ntitle: Hi\ntranslated-from: fi\n---\nText.\n");
	translators_do(scratch, "update");
	assert_holds(status(scratch, DATED),
	    "\nen      hei                        2     0      0 ");
	scratch_write(scratch, "guide/content/fi/hei.md",
	    "---\ntitle: Moi\n---\nToinen.\n");
	assert_holds(status(scratch, DATED),
	    "\nen      hei                        0     2      0 ");
	assert_holds(status(scratch, DATED), "content/en/hei.md:1: stale: Hi\n");
}

static void a_file_with_other_blocks_is_told_of(void **state)
{
	struct scratch *scratch = *state;

	running_guide(scratch);
	running_write(scratch, "guide/content/en/hei.md",
	    "---\ntitle: Hi\ntranslated-from: fi\n---\nText.\n\nMore.\n");
	assert_holds(status(scratch, DATED),
	    "content/en/hei.md:7:1: warning: the introduction has 2 blocks, "
	    "its source 1 block: they cannot be shown side by side");
}

static void a_date_that_is_none_is_refused(void **state)
{
	struct scratch *scratch = *state;
	struct options options = { .date = "22.11.2026" };
	struct ran ran;

	running_guide(scratch);
	ran = translators_run(scratch, options, "status", NULL, NULL, NULL);
	assert_int_equal(ran.status, 2);
	assert_holds(ran.printed, "'22.11.2026' is no date");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_locale_and_component_has_its_row),
		TEST(rows_fit_eighty_columns),
		TEST(json_tells_the_same),
		TEST(a_file_that_lags_behind_is_stale),
		TEST(a_file_with_other_blocks_is_told_of),
		TEST(a_date_that_is_none_is_refused),
	};

	return cmocka_run_group_tests_name(
	    "command/locale_status", tests, NULL, NULL);
}
