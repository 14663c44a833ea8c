/* The slots of sections. */
#include "render/view.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/viewing.h"

static void a_section_shows_its_heading_and_text(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/hei.html", "article/sections/0/title", "-" },
		{ "fi/hei.html", "article/sections/1/title",
		    "Kuuntele aina" },
		{ "fi/hei.html", "article/sections/1/heading",
		    "<h2 id=\"ears\" data-b=\"ears.0\">Kuuntele "
		    "<em>aina</em></h2>" },
		{ "fi/hei.html", "article/sections/2/heading",
		    "<h3 id=\"deep\" data-b=\"deep.0\">Syvä</h3>" },
		{ "fi/hei.html", "article/sections/2/body",
		    "<p data-b=\"deep.1\">Teksti.</p>\n" },
		{ "fi/hei.html", "article/sections/2/excerpt", "Teksti." },
		{ "fi/hei.html", "article/sections/1/topic_class", "topic" },
		{ "fi/hei.html", "article/sections/2/topic_class",
		    "topic sub" },
		{ "fi/hei.html", "article/sections/1/url", "#ears" },
		{ "fi/hei.html", "article/sections/1/link", "#ears" },
		{ "fi/hei.html", "article/sections/1/hreflang", "-" },
		{ "fi/hei.html", "article/sections/1/own", "yes" },
		{ "fi/hei.html", "article/sections/1/endonym", "Suomi" },
		{ "fi/hei.html", "article/sections/1/principles", "2 items" },
		{ "fi/hei.html", "article/sections/1/principles/0/name",
		    "Kuuntele" },
		{ "fi/hei.html", "article/sections/1/article_title",
		    "Hei & moi" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

/* Each is relative to the page, and says which language it opens. */
static void links_of_the_text_are_filled_in_for_the_page(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/hei.html", "article/sections/0/body",
		    "<p data-b=\".1\">Alku <a href=\"../en/hello.html#start\" "
		    "hreflang=\"en\">x</a> <a href=\"../fa/salam.html\" "
		    "hreflang=\"fa\">y</a> <img "
		    "src=\"kuva.00.png\" width=\"4\" height=\"3\" "
		    "alt=\"k\"></p>\n" },
		{ "fi/hei.html", "article/sections/1/body",
		    "<p data-b=\"ears.1\">Hiljaa <a href=\"#deep\">z</a> "
		    "<a href=\"principles/calm.html\">p</a>.</p>\n" },
		/* The same text on another page. */
		{ "fa/principles/listen.html", "principle/taught/0/body",
		    "<p data-b=\"ears.1\">Hiljaa "
		    "<a href=\"../../fi/hei.html#deep\">z</a> "
		    "<a href=\"calm.html\" hreflang=\"fa\">p</a>.</p>\n"
		    " [fi]" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void sections_that_share_principles_are_related(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/hei.html", "article/sections/1/related", "2 items" },
		{ "fi/hei.html", "article/sections/1/related/0/title",
		    "گوش [fa rtl]" },
		{ "fi/hei.html", "article/sections/1/related/0/url",
		    "../fa/salam.html#gush" },
		{ "fi/hei.html", "article/sections/1/related/0/hreflang",
		    "fa" },
		{ "fi/hei.html", "article/sections/1/related/0/own", "-" },
		{ "fi/hei.html", "article/sections/1/related/0/endonym",
		    "فارسی [fa rtl]" },
		{ "fi/hei.html", "article/sections/1/related/0/article_title",
		    "سلام [fa rtl]" },
		{ "fi/hei.html", "article/sections/1/related/1/title",
		    "Start [en]" },
		{ "fi/hei.html", "article/sections/0/related", "-" },
		/* A translation shows what its original does, and others see
		 * it in their own language. */
		{ "en/hei.html", "article/sections/0/related", "2 items" },
		{ "en/hei.html", "article/sections/0/related/1/title",
		    "Start" },
		{ "en/hello.html", "article/sections/0/related/1/title",
		    "Ears" },
		{ "en/hello.html", "article/sections/0/related/1/url",
		    "hei.html#ears" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void a_section_of_a_translation_alone_has_no_relations(void **state)
{
	struct viewing *viewing = *state;

	guiding_locales(viewing->guiding, "fi tr");
	guiding_principles(viewing->guiding,
	    "- {id: listen, name: Listen}\n");
	guiding_file(viewing->guiding, "fi/a.md",
	    "---\ntitle: A\n---\n## S {#s principles=listen}\n");
	guiding_file(viewing->guiding, "fi/b.md",
	    "---\ntitle: A\n---\n## S {#s principles=listen}\n");
	guiding_file(viewing->guiding, "tr/a.md",
	    "---\ntitle: A\ntranslated-from: fi\n---\n## S {#s}\n\n"
	    "## T {#t principles=listen}\n");
	viewing_start(viewing);
	assert_slot("tr/a.html", "article/sections/0/related", "1 items");
	assert_slot("tr/a.html", "article/sections/1/related", "-");
	/* What readers of Turkish see of it is not the Finnish section. */
	assert_slot("tr/principles/listen.html",
	    "principle/taught/0/own", "yes");
	assert_slot("tr/principles/listen.html",
	    "principle/taught/1/own", "-");
}

static void a_heading_of_level_one_is_one_of_two(void **state)
{
	struct viewing *viewing = *state;

	guiding_locales(viewing->guiding, "fi");
	guiding_file(viewing->guiding, "fi/a.md",
	    "---\ntitle: A\n---\nAlku.\n\n# Yksi {#one}\n\nA\n\n"
	    "###### Kuusi {#six}\n\nB\n");
	viewing_start(viewing);
	assert_slot("fi/a.html", "article/sections/1/heading",
	    "<h2 id=\"one\" data-b=\"one.0\">Yksi</h2>");
	assert_slot("fi/a.html", "article/sections/1/topic_class", "topic");
	/* The title of the page stands above an introduction. */
	assert_slot("fi/a.html", "article/sections/0/link", "a.html");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, viewing_setup, viewing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_section_shows_its_heading_and_text),
		TEST(links_of_the_text_are_filled_in_for_the_page),
		TEST(sections_that_share_principles_are_related),
		TEST(a_section_of_a_translation_alone_has_no_relations),
		TEST(a_heading_of_level_one_is_one_of_two),
	};

	return cmocka_run_group_tests_name(
	    "render/view_section", tests, NULL, NULL);
}
