/* The slots of the guide. */
#include "render/view.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/viewing.h"

static void the_guide_speaks_the_language_of_the_page(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/index.html", "guide/title", "Pieni" },
		{ "fi/index.html", "guide/tagline", "Pieniä sanoja" },
		{ "fi/index.html", "guide/description", "On words. [en]" },
		{ "fa/index.html", "guide/title", "Small [en]" },
		{ "fi/index.html", "guide/principles", "yes" },
		{ "fi/index.html", "guide/tags", "yes" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
	viewing_again(viewing);
	guiding_locales(viewing->guiding, "en");
	viewing_start(viewing);
	assert_slot("en/index.html", "guide/title", "Guide");
	/* What it is called will do as a heading. */
	assert_slot("en/index.html", "guide/tagline", "Guide");
	assert_slot("en/index.html", "guide/description", "-");
	assert_slot("en/index.html", "guide/tags", "-");
}

/* Dated ones only, by the last change of the original, then by id. */
static void the_newest_articles_come_first(void **state)
{
	struct viewing *viewing = *state;
	size_t i;

	guiding_configure(viewing->guiding,
	    "base_url: https://guide.example/\nlocales: [fi]\n");
	guiding_file(viewing->guiding, "fi/old.md",
	    "---\ntitle: Old\ndate: 2020-01-01\nupdated: 2026-06-01\n"
	    "---\n");
	guiding_file(viewing->guiding, "fi/b.md",
	    "---\ntitle: B\ndate: 2026-05-31\n---\n");
	guiding_file(viewing->guiding, "fi/a.md",
	    "---\ntitle: A\ndate: 2026-05-31\nweight: 9\n---\n");
	guiding_file(viewing->guiding, "fi/c.md", "---\ntitle: C\n---\n");
	viewing_start(viewing);
	assert_slot("fi/feed.xml", "articles", "3 items");
	assert_slot("fi/feed.xml", "articles/0/title", "Old");
	assert_slot("fi/feed.xml", "articles/1/title", "A");
	assert_slot("fi/feed.xml", "articles/2/title", "B");
	viewing_again(viewing);

	guiding_configure(viewing->guiding,
	    "base_url: https://guide.example/\nlocales: [fi]\n");
	for (i = 10; i < 41; i++)
		guiding_file(viewing->guiding,
		    text_format(&viewing->guiding->arena, "fi/a%zu.md", i).at,
		    text_format(&viewing->guiding->arena,
			"---\ntitle: A%zu\ndate: 20%zu-01-01\n---\n", i, i)
			.at);
	viewing_start(viewing);
	assert_slot("fi/feed.xml", "articles", "30 items");
	assert_slot("fi/feed.xml", "articles/0/title", "A40");
	assert_slot("fi/feed.xml", "articles/29/title", "A11");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, viewing_setup, viewing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_guide_speaks_the_language_of_the_page),
		TEST(the_newest_articles_come_first),
	};

	return cmocka_run_group_tests_name(
	    "render/view_guide", tests, NULL, NULL);
}
