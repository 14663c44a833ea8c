#include "link/index.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "guiding.h"

#define TITLED(title) "---\ntitle: " title "\n---\n"

/* Initial, text and kind of every entry, one a line: "A|Asiakas|article". */
static const char *index_of(struct guiding *guiding, const char *tag)
{
	static const char *const kinds[] = { "article", "section",
		"principle", "tag" };
	struct index index = { 0 };
	struct text lines = { 0 };
	size_t i;

	index_make(&index, &guiding->arena, &guiding->guide,
	    guiding_locale(guiding, tag));
	for (i = 0; i < index.count; i++) {
		const struct index_entry *entry = &index.items[i];

		lines = text_format(&guiding->arena, "%.*s%.*s|%.*s|%s%s\n",
		    TEXT_ARGUMENTS(lines), TEXT_ARGUMENTS(entry->initial),
		    TEXT_ARGUMENTS(entry->text), kinds[entry->kind],
		    entry->foreign ? " foreign" : "");
	}
	return text_string(&guiding->arena, lines);
}

static void entries_of_all_kinds_stand_in_one_order(void **state)
{
	struct guiding *guiding = *state;
	struct index index = { 0 };

	guiding_locales(guiding, "en");
	guiding_principles(guiding,
	    "- {id: listen, name: Listen, aliases: [attention, hear]}\n");
	guiding_file(guiding, "en/b.md", TITLED("Bad news")
	    "## Cool down {principles=listen}\n\n## Checklist\n");
	guiding_file(guiding, "en/a.md",
	    "---\ntitle: A start\ntags: [begin]\n---\nIntro.\n\n");
	guiding_assemble(guiding);
	/* Sections that teach nothing are found through their article. */
	assert_string_equal(index_of(guiding, "en"),
	    "A|A start|article\n"
	    "A|attention|principle\n"
	    "B|Bad news|article\n"
	    "B|begin|tag\n"
	    "C|Cool down|section\n"
	    "H|hear|principle\n"
	    "L|Listen|principle\n");
	index_make(&index, &guiding->arena, &guiding->guide,
	    guiding_locale(guiding, "en"));
	assert_ptr_equal(index.items[0].edition,
	    guiding_edition(guiding, "a", "en"));
	assert_ptr_equal(index.items[1].principle,
	    &guiding->guide.principles[0]);
	assert_ptr_equal(index.items[3].tag, &guiding->guide.tags[0]);
	assert_ptr_equal(index.items[4].section,
	    &guiding_edition(guiding, "b", "en")->sections[0]);
}

static void order_and_initials_are_those_of_the_language(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi");
	guiding_file(guiding, "fi/a.md", TITLED("Älä huuda"));
	guiding_file(guiding, "fi/b.md", TITLED("zeniitti"));
	guiding_file(guiding, "fi/c.md", TITLED("Asiakas"));
	guiding_file(guiding, "fi/d.md", TITLED("Öljy"));
	guiding_file(guiding, "fi/e.md", TITLED("Åbo"));
	guiding_assemble(guiding);
	assert_string_equal(index_of(guiding, "fi"),
	    "A|Asiakas|article\n"
	    "Z|zeniitti|article\n"
	    "Å|Åbo|article\n"
	    "Ä|Älä huuda|article\n"
	    "Ö|Öljy|article\n");
}

static void signs_and_digits_stand_first_in_one_group(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi");
	guiding_file(guiding, "fi/a.md", TITLED("Asiakas"));
	guiding_file(guiding, "fi/b.md", TITLED("10 neuvoa"));
	guiding_file(guiding, "fi/c.md", TITLED("9 neuvoa"));
	/* Of a script that Finnish has no labels for. */
	guiding_file(guiding, "fi/d.md", TITLED("한글"));
	guiding_file(guiding, "fi/e.md", TITLED("'…?'"));
	guiding_assemble(guiding);
	assert_string_equal(index_of(guiding, "fi"),
	    "#|…?|article\n"
	    "#|9 neuvoa|article\n"
	    "#|10 neuvoa|article\n"
	    "#|한글|article\n"
	    "A|Asiakas|article\n");
}

static void other_languages_stand_last(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi tr en");
	guiding_principles(guiding,
	    "- {id: listen, name: Listen, aliases: [hear]}\n");
	guiding_file(guiding, "fi/a.md",
	    TITLED("Yksi") "## Väli {principles=listen}\n");
	guiding_file(guiding, "tr/b.md", TITLED("Ab") "## Ara\n");
	guiding_assemble(guiding);
	assert_string_equal(index_of(guiding, "fi"),
	    "V|Väli|section\n"
	    "Y|Yksi|article\n"
	    "|Ab|article foreign\n"
	    "|hear|principle foreign\n"
	    "|Listen|principle foreign\n");
	/* Without a catalog the messages are at home in English. */
	assert_string_equal(index_of(guiding, "en"),
	    "H|hear|principle\n"
	    "L|Listen|principle\n"
	    "|Ab|article foreign\n"
	    "|Yksi|article foreign\n");
}

static void names_come_from_the_catalog(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi");
	guiding_principles(guiding,
	    "- {id: listen, name: Listen, aliases: [attention, hear]}\n"
	    "- {id: calm, name: Calm}\n");
	guiding_file(guiding, "fi/a.md",
	    "---\ntitle: Yksi\ntags: [calls]\n---\n");
	guiding_catalog(guiding, "fi",
	    "msgid \"Listen\"\nmsgstr \"Kuuntele\"\n\n"
	    "msgid \"attention, hear\"\nmsgstr \"kuulla, tarkkaavaisuus\"\n\n"
	    "msgid \"calls\"\nmsgstr \"väärin\"\n\n"
	    "msgctxt \"tag\"\nmsgid \"calls\"\nmsgstr \"puhelut\"\n");
	guiding_assemble(guiding);
	assert_string_equal(index_of(guiding, "fi"),
	    "K|kuulla|principle\n"
	    "K|Kuuntele|principle\n"
	    "P|puhelut|tag\n"
	    "T|tarkkaavaisuus|principle\n"
	    "Y|Yksi|article\n"
	    "|Calm|principle foreign\n");
}

static void what_leads_to_one_place_stands_once(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "en");
	guiding_principles(guiding,
	    "- {id: listen, name: Listen, aliases: [hear, Listen, hear]}\n"
	    "- {id: attend, name: Attend, aliases: [hear]}\n");
	guiding_file(guiding, "en/a.md", TITLED("Listen")
	    "## Listen {principles=listen}\n\n"
	    "## Listen {principles=listen}\n");
	guiding_file(guiding, "en/b.md", TITLED("Listen"));
	guiding_assemble(guiding);
	assert_string_equal(index_of(guiding, "en"),
	    "A|Attend|principle\n"
	    "H|hear|principle\n"
	    "H|hear|principle\n"
	    "L|Listen|article\n"
	    "L|Listen|article\n"
	    "L|Listen|section\n"
	    "L|Listen|section\n"
	    "L|Listen|principle\n");
}

static void aliases_are_split_at_the_commas_of_all_scripts(void **state)
{
	struct guiding *guiding = *state;
	static const struct {
		const char *message;
		const char *parts; /* with | between */
	} rows[] = {
		{ "one", "one" },
		{ "one,two", "one|two" },
		{ " one ,  two words , ", "one|two words" },
		{ ",,one,,", "one" },
		{ "گوش دادن، شنیدن،صبر", "گوش دادن|شنیدن|صبر" },
		{ "گوش, شنیدن، صبر", "گوش|شنیدن|صبر" },
		{ "، ,", "" },
	};
	size_t i, j;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct text *aliases, joined = { 0 };
		size_t count;

		guiding_locales(guiding, "fa");
		guiding_principles(guiding,
		    "- {id: listen, name: Listen, aliases: [hear, heed]}\n");
		guiding_catalog(guiding, "fa",
		    text_format(&guiding->arena,
			"msgid \"hear, heed\"\nmsgstr \"%s\"\n",
			rows[i].message).at);
		guiding_assemble(guiding);
		count = index_aliases(&aliases, &guiding->arena,
		    &guiding->guide.principles[0],
		    guiding_locale(guiding, "fa"));
		for (j = 0; j < count; j++)
			joined = text_format(&guiding->arena, "%.*s%s%.*s",
			    TEXT_ARGUMENTS(joined), j > 0 ? "|" : "",
			    TEXT_ARGUMENTS(aliases[j]));
		assert_is(joined, rows[i].parts);
		guiding_again(guiding);
	}
}

static void a_principle_may_be_without_aliases(void **state)
{
	struct guiding *guiding = *state;
	struct text *aliases;

	guiding_locales(guiding, "fa");
	guiding_principles(guiding, "- {id: listen, name: Listen}\n");
	guiding_assemble(guiding);
	assert_is(index_alias_message(&guiding->arena,
		      guiding->guide.principles[0].entry),
	    "");
	assert_int_equal(
	    index_aliases(&aliases, &guiding->arena,
		&guiding->guide.principles[0], guiding_locale(guiding, "fa")),
	    0);
}

static void an_empty_guide_has_an_empty_index(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi");
	guiding_assemble(guiding);
	assert_string_equal(index_of(guiding, "fi"), "");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, guiding_setup, guiding_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(entries_of_all_kinds_stand_in_one_order),
		TEST(order_and_initials_are_those_of_the_language),
		TEST(signs_and_digits_stand_first_in_one_group),
		TEST(other_languages_stand_last),
		TEST(names_come_from_the_catalog),
		TEST(what_leads_to_one_place_stands_once),
		TEST(aliases_are_split_at_the_commas_of_all_scripts),
		TEST(a_principle_may_be_without_aliases),
		TEST(an_empty_guide_has_an_empty_index),
	};

	return cmocka_run_group_tests_name("link/index", tests, NULL, NULL);
}
