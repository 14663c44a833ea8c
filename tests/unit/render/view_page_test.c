/* The slots of the page itself. */
#include "render/view.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/viewing.h"

static void a_page_is_called_by_its_heading_and_the_guide(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/index.html", "page/heading", "Pieni" },
		{ "fi/index.html", "page/title", "Pieni" },
		{ "fi/hei.html", "page/heading", "Hei & moi" },
		{ "fi/hei.html", "page/title", "Hei & moi – Pieni" },
		{ "fi/terve.html", "page/title", "Hei & moi – Pieni" },
		{ "fi/principles/listen.html", "page/title",
		    "Kuuntele – Pieni" },
		{ "fi/principles/thanks.html", "page/heading",
		    "Thanks [en]" },
		{ "fi/tags/calls.html", "page/heading", "puhelut" },
		{ "fi/tags/extra.html", "page/heading", "extra [en]" },
		{ "fi/principles.html", "page/heading", "Periaatteet" },
		{ "fi/tags.html", "page/heading", "Topics [en]" },
		{ "fi/a-z.html", "page/heading", "A–Z index [en]" },
		{ "en/404.html", "page/heading", "There is no such page." },
		{ "en/search.html", "page/heading", "Search the guide" },
		{ "en/search.html", "page/kind", "search-page" },
		{ "en/search.html", "page/is_search", "yes" },
		{ "en/404.html", "page/is_search", "-" },
		{ "index.html", "page/heading", "Small" },
		{ "sitemap.xml", "page/heading", "Small" },
		{ "fi/feed.xml", "page/title", "Pieni" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void a_page_says_what_it_is_about(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/hei.html", "page/description", "Kuvaus." },
		{ "fi/hei.html", "page/kind", "article-page" },
		{ "fi/hei.html", "page/og_type", "article" },
		{ "fi/hei.html", "page/in_articles", "yes" },
		{ "en/hello.html", "page/description", "-" },
		{ "fi/principles/listen.html", "page/description", "Kuule." },
		{ "fi/principles/calm.html", "page/description", "-" },
		{ "fi/principles/calm.html", "page/in_principles", "yes" },
		{ "fi/index.html", "page/description", "On words. [en]" },
		{ "index.html", "page/description", "On words." },
		{ "fi/tags.html", "page/description", "-" },
		{ "fi/tags/calls.html", "page/in_tags", "yes" },
		{ "fi/tags/calls.html", "page/in_articles", "-" },
		{ "fi/tags.html", "page/in_tags", "-" },
		{ "index.html", "page/kind", "chooser" },
		{ "robots.txt", "page/kind", "robots" },
		{ "fi/index.html", "page/og_type", "website" },
		{ "fa/index.html", "page/language", "fa" },
		{ "fa/index.html", "page/direction", "rtl" },
		{ "fi/index.html", "page/direction", "ltr" },
		{ "fa/index.html", "page/endonym", "فارسی" },
		{ "fa/index.html", "page/og_locale", "fa" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void addresses_with_base_url_are_absolute(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/hei.html", "page/canonical",
		    "https://guide.example/sub/fi/hei.html" },
		{ "fi/principles/calm.html", "page/home_canonical",
		    "https://guide.example/sub/fi/index.html" },
		{ "fi/404.html", "page/canonical", "-" },
		{ "fi/404.html", "page/hidden", "yes" },
		{ "fi/index.html", "page/hidden", "-" },
		{ "fi/search.html", "page/hidden", "-" },
		{ "fi/search.html", "page/canonical",
		    "https://guide.example/sub/fi/search.html" },
		/* A server shows it for addresses of any depth. */
		{ "404.html", "links/home",
		    "https://guide.example/sub/en/index.html" },
		{ "fi/404.html", "links/articles",
		    "https://guide.example/sub/fi/index.html#articles" },
		{ "fi/404.html", "page/others/0/home",
		    "https://guide.example/sub/fa/index.html" },
		{ "fi/404.html", "links/stylesheet", "../assets/fi.css" },
		{ "fi/terve.html", "page/target", "hei.html" },
		{ "fi/terve.html", "page/target_canonical",
		    "https://guide.example/sub/fi/hei.html" },
		{ "fi/terve.html", "page/refresh", "0; url=hei.html" },
		{ "fi/hei.html", "page/target", "-" },
		{ "fi/hei.html", "page/refresh", "-" },
		{ "fi/hei.html", "page/target_canonical", "-" },
		{ "fi/feed.xml", "page/feed_updated",
		    "2026-12-01T00:00:00Z" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void without_base_url_there_are_none(void **state)
{
	struct viewing *viewing = *state;

	guiding_locales(viewing->guiding, "pt-BR");
	guiding_file(viewing->guiding, "pt-BR/a.md", "---\ntitle: T\n---\n");
	viewing_start(viewing);
	assert_slot("pt-BR/a.html", "page/canonical", "-");
	assert_slot("pt-BR/a.html", "page/home_canonical", "-");
	assert_slot("404.html", "links/home", "pt-BR/index.html");
	assert_slot("pt-BR/a.html", "links/feed", "-");
	assert_slot("pt-BR/a.html", "page/og_locale", "pt_BR");
}

static void base_without_a_path_is_the_root(void **state)
{
	struct viewing *viewing = *state;

	guiding_configure(viewing->guiding,
	    "base_url: https://guide.example:8080\nlocales: [fi]\n");
	viewing_start(viewing);
	assert_slot("404.html", "links/home",
	    "https://guide.example:8080/fi/index.html");
	/* Atom wants a date even of an empty feed. */
	assert_slot("fi/feed.xml", "page/feed_updated",
	    "1970-01-01T00:00:00Z");
}

static void a_feed_is_as_new_as_its_newest_entry(void **state)
{
	struct viewing *viewing = *state;

	guiding_configure(viewing->guiding,
	    "base_url: https://guide.example/\nlocales: [fi, tr]\n");
	guiding_file(viewing->guiding, "fi/a.md",
	    "---\ntitle: A\ndate: 2026-01-02\n---\n");
	guiding_file(viewing->guiding, "fi/b.md",
	    "---\ntitle: B\ndate: 2026-01-01\nupdated: 2026-01-03\n---\n");
	guiding_file(viewing->guiding, "tr/a.md",
	    "---\ntitle: A\ntranslated-from: fi\ndate: 2026-05-05\n---\n");
	guiding_file(viewing->guiding, "fi/c.md", "---\ntitle: C\n---\n");
	viewing_start(viewing);
	assert_slot("fi/feed.xml", "articles", "2 items");
	assert_slot("fi/feed.xml", "articles/0/title", "B");
	assert_slot("fi/feed.xml", "page/feed_updated",
	    "2026-01-03T00:00:00Z");
	assert_slot("tr/feed.xml", "page/feed_updated",
	    "2026-05-05T00:00:00Z");
}

static void parts_of_a_list_are_linked(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/index.html", "page/numbered", "yes" },
		{ "fi/index.html", "page/number", "1" },
		{ "fi/index.html", "page/count", "3" },
		{ "fi/index.html", "page/first", "yes" },
		{ "fi/index.html", "page/previous", "-" },
		{ "fi/index.html", "page/next", "index.2.html" },
		{ "fi/index.2.html", "page/first", "-" },
		{ "fi/index.2.html", "page/previous", "index.html" },
		{ "fi/index.2.html", "page/next", "index.3.html" },
		{ "fi/index.3.html", "page/previous", "index.2.html" },
		{ "fi/index.3.html", "page/next", "-" },
		{ "fi/index.3.html", "page/canonical",
		    "https://guide.example/fi/index.3.html" },
		{ "fi/tags/all.2.html", "page/next", "all.3.html" },
		{ "fi/a000.html", "page/numbered", "-" },
		{ "fi/a000.html", "page/next", "-" },
		{ "fi/404.html", "page/numbered", "-" },
	};
	struct viewing *viewing = *state;
	size_t i;

	guiding_configure(viewing->guiding,
	    "base_url: https://guide.example/\nlocales: [fi]\n");
	for (i = 0; i < 401; i++)
		guiding_file(viewing->guiding,
		    text_format(&viewing->guiding->arena, "fi/a%03zu.md", i)
			.at,
		    "---\ntitle: A\ntags: [all]\n---\n");
	viewing_start(viewing);
	assert_slots(rows);
}

static void a_page_gets_the_glyphs_that_it_has_used_so_far(void **state)
{
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slot("fi/hei.html", "page/symbols", "-");
	buffer_add(&viewing->out, TEXT("<use href=\"#g-listen\"/>"));
	assert_slot("fi/hei.html", "page/symbols", "<symbol id=\"g-listen\"/>");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, viewing_setup, viewing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_page_is_called_by_its_heading_and_the_guide),
		TEST(a_page_says_what_it_is_about),
		TEST(addresses_with_base_url_are_absolute),
		TEST(without_base_url_there_are_none),
		TEST(base_without_a_path_is_the_root),
		TEST(a_feed_is_as_new_as_its_newest_entry),
		TEST(parts_of_a_list_are_linked),
		TEST(a_page_gets_the_glyphs_that_it_has_used_so_far),
	};

	return cmocka_run_group_tests_name(
	    "render/view_page", tests, NULL, NULL);
}
