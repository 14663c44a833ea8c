/* The slots of the languages that a reader can switch to, and of the
 * alternates of a page. */
#include "render/view.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/viewing.h"

static void a_page_leads_to_itself_in_every_language(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/index.html", "page/languages", "3 items" },
		{ "fi/index.html", "page/languages/0/language", "fi" },
		{ "fi/index.html", "page/languages/0/current", "true" },
		{ "fi/index.html", "page/languages/0/url", "index.html" },
		{ "fi/index.html", "page/languages/1/current", "-" },
		{ "fi/index.html", "page/languages/1/url",
		    "../fa/index.html" },
		{ "fi/index.html", "page/languages/1/direction", "rtl" },
		{ "fi/index.html", "page/languages/2/direction", "ltr" },
		/* The template says which language it is in. */
		{ "fi/index.html", "page/languages/1/endonym", "فارسی" },
		{ "fi/index.html", "page/others", "2 items" },
		{ "fi/index.html", "page/others/0/language", "fa" },
		{ "fi/principles/calm.html", "page/others/1/url",
		    "../../en/principles/calm.html" },
		{ "fi/principles/calm.html", "page/others/1/home",
		    "../../en/index.html" },
		{ "fi/tags/calls.html", "page/others/1/url",
		    "../../en/tags/calls.html" },
		{ "fi/a-z.html", "page/others/0/url", "../fa/a-z.html" },
		{ "fi/404.html", "page/others/0/url",
		    "https://guide.example/sub/fa/404.html" },
		{ "404.html", "page/languages/0/url",
		    "https://guide.example/sub/fi/404.html" },
		{ "index.html", "page/languages/0/url", "fi/index.html" },
		{ "fi/terve.html", "page/others/1/url", "../en/index.html" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void where_an_article_has_no_edition_the_list_says_so(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/hei.html", "page/languages/0/original", "yes" },
		{ "fi/hei.html", "page/languages/0/absent", "-" },
		{ "fi/hei.html", "page/languages/1/original", "-" },
		{ "fi/hei.html", "page/languages/1/absent", "yes" },
		{ "fi/hei.html", "page/languages/1/url",
		    "../fa/index.html#article-hei" },
		{ "fi/hei.html", "page/languages/2/original", "-" },
		{ "fi/hei.html", "page/languages/2/absent", "-" },
		{ "fi/hei.html", "page/languages/2/url", "../en/hei.html" },
		{ "fi/index.html", "page/languages/1/absent", "-" },
		{ "fi/index.html", "page/languages/1/original", "-" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void a_guide_is_called_in_each_language(void **state)
{
	static const struct viewing_row rows[] = {
		{ "index.html", "page/languages/0/guide", "Pieni" },
		{ "index.html", "page/languages/1/guide", "Small" },
		{ "404.html", "page/languages/0/lost",
		    "There is no such page." },
		{ "fi/404.html", "page/languages/0/lost",
		    "There is no such page. [en]" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void alternates_are_absolute_and_name_the_default(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/hei.html", "page/alternates", "3 items" },
		{ "fi/hei.html", "page/alternates/0/language", "fi" },
		{ "fi/hei.html", "page/alternates/0/url",
		    "https://guide.example/sub/fi/hei.html" },
		{ "fi/hei.html", "page/alternates/1/language", "en" },
		{ "fi/hei.html", "page/alternates/2/language", "x-default" },
		/* Of an article the original, of home pages the choice. */
		{ "en/hei.html", "page/alternates/2/url",
		    "https://guide.example/sub/fi/hei.html" },
		{ "fi/index.html", "page/alternates", "4 items" },
		{ "fi/index.html", "page/alternates/3/url",
		    "https://guide.example/sub/index.html" },
		{ "index.html", "page/alternates", "4 items" },
		{ "index.html", "page/alternates/1/url",
		    "https://guide.example/sub/fa/index.html" },
		{ "fi/principles/calm.html", "page/alternates", "3 items" },
		{ "fi/404.html", "page/alternates", "3 items" },
		{ "404.html", "page/alternates", "3 items" },
		{ "fi/terve.html", "page/alternates", "-" },
		{ "fi/feed.xml", "page/alternates", "-" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void without_base_url_alternates_are_relative(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/a.html", "page/alternates/0/url", "a.html" },
		{ "fi/a.html", "page/alternates/1/url", "../tr/a.html" },
		{ "fi/index.html", "page/alternates/2/url", "../index.html" },
		/* Of several originals the first is the default. */
		{ "tr/a.html", "page/alternates/2/url", "../fi/a.html" },
	};
	struct viewing *viewing = *state;

	guiding_locales(viewing->guiding, "fi tr");
	guiding_file(viewing->guiding, "fi/a.md", "---\ntitle: A\n---\n");
	guiding_file(viewing->guiding, "tr/a.md", "---\ntitle: A\n---\n");
	viewing_start(viewing);
	assert_slots(rows);
}

/* The A-Z index is of another length in every language; other lists are
 * not. */
static void parts_that_are_not_there_are_no_alternates(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/a-z.html", "page/alternates", "2 items" },
		{ "fi/a-z.2.html", "page/alternates", "1 items" },
		{ "fi/a-z.2.html", "page/alternates/0/language", "fi" },
		{ "fi/a-z.2.html", "page/others/0/url", "../en/a-z.html" },
		{ "en/index.html", "page/alternates", "3 items" },
	};
	struct viewing *viewing = *state;
	struct text sections = { 0 };
	size_t i;

	guiding_locales(viewing->guiding, "fi en");
	guiding_principles(viewing->guiding, "- {id: a, name: A}\n");
	for (i = 0; i < 210; i++)
		sections = text_format(&viewing->guiding->arena,
		    "%.*s## Osa %zu {principles=a}\n\n",
		    TEXT_ARGUMENTS(sections), i);
	guiding_file(viewing->guiding, "fi/a.md",
	    text_format(&viewing->guiding->arena,
		"---\ntitle: A\n---\n%.*s", TEXT_ARGUMENTS(sections)).at);
	viewing_start(viewing);
	assert_slots(rows);
}

/* The twin in another script would say the same twice. */
static void other_languages_can_be_searched_but_not_twins(void **state)
{
	static const struct {
		const char *page, *path, *expected;
	} rows[] = {
		{ "sr/search.html", "page/others/0/search_index", "-" },
		{ "sr/search.html", "page/others/1/search_index",
		    "../pt/search/index.js" },
		{ "sr-Latn/search.html", "page/languages/0/search_index", "-" },
		{ "sr-Latn/search.html", "page/languages/1/search_index", "-" },
		{ "pt/search.html", "page/others/2/search_index",
		    "../pt-BR/search/index.js" },
		{ "pt-BR/search.html", "page/others/1/search_index",
		    "../sr-Latn/search/index.js" },
		{ "zh-Hans-CN/search.html", "page/others/4/search_index",
		    "../zh/search/index.js" },
		{ "zh-Hans-CN/search.html", "page/others/5/search_index", "-" },
	};
	struct viewing *viewing = *state;

	guiding_locales(
	    viewing->guiding, "sr sr-Latn pt pt-BR zh-Hans-CN zh zh-Hant-CN");
	viewing_start(viewing);
	assert_slots(rows);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, viewing_setup, viewing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_page_leads_to_itself_in_every_language),
		TEST(where_an_article_has_no_edition_the_list_says_so),
		TEST(a_guide_is_called_in_each_language),
		TEST(alternates_are_absolute_and_name_the_default),
		TEST(without_base_url_alternates_are_relative),
		TEST(other_languages_can_be_searched_but_not_twins),
		TEST(parts_that_are_not_there_are_no_alternates),
	};

	return cmocka_run_group_tests_name(
	    "render/view_language", tests, NULL, NULL);
}
