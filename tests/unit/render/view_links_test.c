/* The slots of what every page links to. */
#include "render/view.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/viewing.h"

static void every_page_links_to_what_all_share(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/principles/calm.html", "links/home", "../index.html" },
		{ "fi/principles/calm.html", "links/articles",
		    "../index.html#articles" },
		{ "fi/index.html", "links/articles", "#articles" },
		{ "fi/hei.html", "links/principles", "principles.html" },
		{ "fi/hei.html", "links/tags", "tags.html" },
		{ "fi/hei.html", "links/index", "a-z.html" },
		{ "fi/hei.html", "links/feed", "feed.xml" },
		{ "fi/hei.html", "links/stylesheet", "../assets/fi.css" },
		{ "fa/principles/calm.html", "links/stylesheet",
		    "../../assets/fa.css" },
		{ "index.html", "links/stylesheet", "assets/en.css" },
		{ "fi/hei.html", "links/script", "../assets/site.js" },
		{ "index.html", "links/chooser_script",
		    "assets/chooser.js" },
		{ "fi/hei.html", "links/content", "#opas.content" },
		{ "fi/hei.html", "links/icon", "../assets/favicon.svg" },
		{ "fi/hei.html", "links/at_articles", "true" },
		{ "fi/index.html", "links/at_articles", "-" },
		{ "fi/hei.html", "links/at_principles", "-" },
		{ "fi/principles.html", "links/at_principles", "page" },
		{ "fi/principles/calm.html", "links/at_principles", "true" },
		{ "fi/tags.html", "links/at_tags", "page" },
		{ "fi/tags/calls.html", "links/at_tags", "true" },
		{ "fi/a-z.html", "links/at_index", "page" },
		{ "fi/404.html", "links/at_articles", "-" },
		{ "fi/hei.html", "guide/search", "yes" },
		{ "fi/principles/calm.html", "links/search",
		    "../search.html" },
		{ "fi/hei.html", "links/search_script",
		    "../assets/search.js" },
		{ "fi/hei.html", "links/words", "ui.js" },
		{ "fi/principles/calm.html", "links/search_index",
		    "../search/index.js" },
		{ "fa/salam.html", "links/search_engine",
		    "../assets/engine.js" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void without_search_nothing_links_to_it(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/index.html", "guide/search", "-" },
		{ "fi/index.html", "links/search", "-" },
		{ "fi/index.html", "links/search_script", "-" },
		{ "fi/index.html", "links/words", "ui.js" },
		{ "fi/index.html", "links/search_index", "-" },
		{ "fi/index.html", "links/search_engine", "-" },
		{ "fi/index.html", "page/others/0/search_index", "-" },
	};
	struct viewing *viewing = *state;
	size_t i;

	guiding_configure(
	    viewing->guiding, "search: false\nlocales: [fi, en]\n");
	viewing_start(viewing);
	assert_slots(rows);
	for (i = 0; i < viewing->pages.count; i++)
		assert_int_not_equal(
		    viewing->pages.items[i].kind, PAGE_SEARCH);
}

static void a_language_without_an_index_is_not_searched(void **state)
{
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	viewing->assets.search_indexes[0] = (struct text){ 0 };
	assert_slot("fi/hei.html", "links/search_index", "-");
	assert_slot("fa/salam.html", "page/others/0/search_index", "-");
	viewing->assets.search_indexes = NULL;
	assert_slot("fa/salam.html", "links/search_index", "-");
	assert_slot("fa/salam.html", "page/others/1/search_index", "-");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, viewing_setup, viewing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_page_links_to_what_all_share),
		TEST(without_search_nothing_links_to_it),
		TEST(a_language_without_an_index_is_not_searched),
	};

	return cmocka_run_group_tests_name(
	    "render/view_links", tests, NULL, NULL);
}
