/* What pages say of translations: how far they can be relied on, and how far
 * they are. */
#include "render/view.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/viewing.h"

static const struct article *find(struct viewing *viewing, const char *id)
{
	return guide_article(&viewing->guiding->guide, text_from(id));
}

/* The English translation of "hei", to be changed. */
static struct edition *english(struct viewing *viewing)
{
	return (struct edition *)find(viewing, "hei")
	    ->editions[guiding_locale(viewing->guiding, "en")->index];
}

/* As a build makes it of a catalog: a section out of date, its title not
 * translated. */
static void doubt(struct viewing *viewing)
{
	struct edition *edition = english(viewing);

	edition->origin = EDITION_CATALOG;
	edition->counts = (struct edition_counts){ { 8, 2, 1 },
		{ 70, 29, 1 } };
	edition->document.stale_count = 2;
	edition->document.missing_count = 1;
	edition->document.sections[0].stale_count = 2;
	edition->document.sections[0].missing_count = 1;
	edition->document.sections[0].title_state = TRANSLATION_MISSING;
}

static void a_complete_translation_names_its_original_only(void **state)
{
	static const struct viewing_row rows[] = {
		{ "en/hei.html", "article/translation/language", "Finnish" },
		{ "en/hei.html", "article/translation/source/url",
		    "../fi/hei.html" },
		{ "en/hei.html", "article/translation/doubtful", "-" },
		{ "en/hei.html", "article/translation/outdated", "-" },
		{ "en/hei.html", "article/translation/incomplete", "-" },
		{ "en/hei.html", "page/languages/2/translation/doubtful",
		    "-" },
		{ "fi/hei.html", "article/translation", "-" },
		{ "en/hei.html", "page/languages/0/translation", "-" },
		{ "en/index.html", "articles/0/translation/outdated", "-" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void what_is_stale_or_missing_is_counted_and_flagged(void **state)
{
	static const struct viewing_row rows[] = {
		{ "en/hei.html", "article/translation/doubtful", "yes" },
		{ "en/hei.html", "article/translation/outdated", "yes" },
		{ "en/hei.html", "article/translation/incomplete", "yes" },
		{ "en/hei.html", "article/translation/stale", "2" },
		{ "en/hei.html", "article/translation/missing", "1" },
		{ "fi/hei.html", "page/languages/2/translation/incomplete",
		    "yes" },
		{ "en/hei.html", "article/sections/0/outdated", "yes" },
		{ "en/hei.html", "article/sections/0/incomplete", "yes" },
		/* A heading that is not translated is in Finnish. */
		{ "en/hei.html", "article/sections/0/title", "Ears [fi]" },
		{ "fi/hei.html", "article/sections/0/outdated", "-" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	doubt(viewing);
	assert_slots(rows);
}

static void a_whole_file_whose_source_changed_is_out_of_date(void **state)
{
	static const struct viewing_row rows[] = {
		{ "en/hei.html", "article/translation/outdated", "yes" },
		{ "en/hei.html", "article/translation/stale", "-" },
		{ "en/hei.html", "article/translation/incomplete", "-" },
		{ "en/hei.html", "article/sections/0/outdated", "yes" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	english(viewing)->source_changed = true;
	assert_slots(rows);
}

/* Rows 0 and 1 are the interface and the guide's own messages, unless they
 * are English; then come hei, hello and salam. */
static void the_page_of_translations_counts(void **state)
{
	static const struct viewing_row rows[] = {
		{ "en/translations.html", "progress", "3 items" },
		{ "en/translations.html", "progress/0/counted", "yes" },
		{ "en/translations.html", "progress/0/per_cent", "70" },
		{ "en/translations.html", "progress/0/translated", "8" },
		{ "en/translations.html", "progress/0/stale", "2" },
		{ "en/translations.html", "progress/0/missing", "1" },
		{ "en/translations.html", "progress/0/words_translated",
		    "70" },
		{ "en/translations.html", "progress/0/words_stale", "29" },
		{ "en/translations.html", "progress/0/words_missing", "1" },
		{ "en/translations.html", "progress/0/withheld", "-" },
		{ "en/translations.html", "progress/0/updated_iso",
		    "2026-11-03" },
		{ "en/translations.html", "progress/1/original", "yes" },
		{ "en/translations.html", "progress/1/counted", "-" },
		{ "en/translations.html", "progress/1/absent", "-" },
		{ "en/translations.html", "progress/2/absent", "yes" },
		{ "en/translations.html", "progress/2/article/hreflang",
		    "fa" },
		{ "fi/translations.html", "progress", "5 items" },
		{ "fi/translations.html", "progress/0/interface", "yes" },
		{ "fi/translations.html", "progress/0/absent", "yes" },
		{ "fi/translations.html", "progress/1/principles", "yes" },
		{ "fi/translations.html", "progress/1/per_cent", "100" },
		{ "fi/translations.html", "progress/1/article", "-" },
		{ "fi/translations.html", "progress/2/original", "yes" },
		{ "fa/translations.html", "progress/1/translated", "۱" },
		/* Nothing is nothing, not absent. */
		{ "fa/translations.html", "progress/1/stale", "۰" },
		{ "fi/index.html", "progress", "-" },
		{ "fi/index.html", "links/translations",
		    "translations.html" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	doubt(viewing);
	assert_slots(rows);
}

static void too_little_is_withheld_and_leads_to_the_original(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fa/translations.html", "progress/2/withheld", "yes" },
		{ "fa/translations.html", "progress/2/counted", "yes" },
		{ "fa/translations.html", "progress/2/per_cent", "۱۰" },
		{ "fa/translations.html", "progress/2/article/hreflang",
		    "fi" },
		{ "fa/index.html", "articles/0/available", "-" },
		{ "fa/index.html", "articles/0/endonym", "Suomi [fi]" },
	};
	struct viewing *viewing = *state;
	struct edition *edition;
	const struct article *article;

	viewing_guide(viewing);
	article = find(viewing, "hei");
	edition = arena_new(&viewing->guiding->arena, struct edition);
	edition->article = article;
	edition->locale = guiding_locale(viewing->guiding, "fa");
	edition->origin = EDITION_CATALOG;
	edition->source = article->original;
	edition->withheld = true;
	edition->counts = (struct edition_counts){ { 1, 0, 9 },
		{ 10, 0, 90 } };
	article->withheld[edition->locale->index] = edition;
	assert_slots(rows);
}

static void another_script_is_the_same_language(void **state)
{
	static const struct viewing_row rows[] = {
		{ "sr/a.html", "page/languages/1/script", "latinica" },
		{ "sr/a.html", "page/languages/0/script", "-" },
		{ "sr/a.html", "page/languages/2/script", "-" },
		{ "sr-Latn/index.html", "page/languages/0/script",
		    "ћирилица" },
		{ "sr-Latn/index.html", "page/languages/0/search_index",
		    "-" },
		/* One script is enough for others. */
		{ "fi/index.html", "page/languages/0/search_index",
		    "../sr/search/index.js" },
		{ "fi/index.html", "page/languages/1/search_index", "-" },
	};
	struct viewing *viewing = *state;

	guiding_configure(viewing->guiding,
	    "locales:\n  sr:\n  sr-Latn: {derived_from: sr}\n  fi:\n");
	guiding_file(viewing->guiding, "sr/a.md", "---\ntitle: А\n---\n");
	viewing_start(viewing);
	assert_slots(rows);
}

static void a_derived_edition_is_what_its_base_is(void **state)
{
	static const struct viewing_row rows[] = {
		{ "sr/a.html", "article/own", "yes" },
		{ "sr-Latn/a.html", "article/own", "yes" },
		{ "sr-Latn/a.html", "article/translation", "-" },
		{ "sr-Latn/a.html", "article/code", "sr" },
		{ "sr-Latn/b.html", "article/own", "-" },
		{ "sr-Latn/b.html", "article/code", "fi" },
		{ "sr-Latn/b.html", "article/translation/outdated", "yes" },
		{ "sr-Latn/b.html", "article/translation/source/url",
		    "../fi/b.html" },
	};
	struct viewing *viewing = *state;
	const char *const ids[] = { "a", "b" };
	size_t i;

	guiding_configure(viewing->guiding,
	    "locales:\n  sr:\n  sr-Latn: {derived_from: sr}\n  fi:\n");
	guiding_file(viewing->guiding, "sr/a.md", "---\ntitle: А\n---\n");
	guiding_file(viewing->guiding, "sr/b.md",
	    "---\ntitle: Б\ntranslated-from: fi\n---\n");
	guiding_file(viewing->guiding, "sr-Latn/a.md", "---\ntitle: A\n---\n");
	guiding_file(viewing->guiding, "sr-Latn/b.md", "---\ntitle: B\n---\n");
	guiding_file(viewing->guiding, "fi/b.md", "---\ntitle: B\n---\n");
	viewing_start(viewing);
	for (i = 0; i < 2; i++) {
		const struct article *article = find(viewing, ids[i]);
		struct edition *base = (struct edition *)article->editions[0];
		struct edition *derived =
		    (struct edition *)article->editions[1];

		derived->origin = EDITION_DERIVED;
		derived->source = base;
		if (i == 1) {
			((struct article *)article)->original =
			    article->editions[2];
			base->source_changed = true;
		}
	}
	assert_slots(rows);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, viewing_setup, viewing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_complete_translation_names_its_original_only),
		TEST(what_is_stale_or_missing_is_counted_and_flagged),
		TEST(a_whole_file_whose_source_changed_is_out_of_date),
		TEST(the_page_of_translations_counts),
		TEST(too_little_is_withheld_and_leads_to_the_original),
		TEST(another_script_is_the_same_language),
		TEST(a_derived_edition_is_what_its_base_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
