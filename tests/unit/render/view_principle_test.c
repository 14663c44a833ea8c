/* The slots of principles and their phases, of names and cells. */
#include "render/view.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/viewing.h"

static void a_principle_speaks_the_language_of_the_page(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/principles/listen.html", "principle/name", "Kuuntele" },
		{ "fi/principles/listen.html", "principle/definition",
		    "Kuule." },
		/* Messages are English where there is no translation. */
		{ "fi/principles/listen.html", "principle/when_not",
		    "Fire. [en]" },
		{ "en/principles/listen.html", "principle/when_not",
		    "Fire." },
		{ "en/principles/listen.html", "principle/question", "Who?" },
		{ "fi/principles/thanks.html", "principle/name",
		    "Thanks [en]" },
		{ "fi/principles/thanks.html", "principle/definition", "-" },
		{ "fi/principles/thanks.html", "principle/question", "-" },
		{ "fi/principles/listen.html", "principle/url",
		    "listen.html" },
		{ "fi/hei.html", "article/principles/1/url",
		    "principles/calm.html" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void a_principle_has_a_class_and_a_glyph(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/principles/listen.html", "principle/glyph",
		    "#g-listen" },
		{ "fi/principles/calm.html", "principle/glyph",
		    "#g-principle" },
		{ "fi/principles/listen.html", "principle/chip_class",
		    "chip during" },
		{ "fi/principles/calm.html", "principle/hub_class",
		    "hub before" },
		{ "fi/principles/thanks.html", "principle/emblem_class",
		    "emblem other" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void phases_follow_the_contact_whatever_the_order_of_principles(
    void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/index.html", "guide/phased", "yes" },
		{ "fi/index.html", "guide/phases", "3 items" },
		{ "fi/index.html", "guide/phases/0/id", "before" },
		{ "fi/index.html", "guide/phases/0/before", "yes" },
		{ "fi/index.html", "guide/phases/0/during", "-" },
		{ "fi/index.html", "guide/phases/0/principles/0/name",
		    "Rauhoitu" },
		{ "fi/index.html", "guide/phases/1/id", "during" },
		{ "fi/index.html", "guide/phases/1/during", "yes" },
		{ "fi/index.html", "guide/phases/1/glyph", "#phase-during" },
		{ "fi/index.html", "guide/phases/1/after", "-" },
		{ "fi/index.html", "guide/phases/2/id", "other" },
		{ "fi/index.html", "guide/phases/2/other", "yes" },
		{ "fi/principles/calm.html", "principle/phase/id", "before" },
		{ "fi/principles/thanks.html", "principle/phase/id", "other" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void principles_without_phases_are_one_list(void **state)
{
	struct viewing *viewing = *state;

	guiding_locales(viewing->guiding, "fi");
	guiding_principles(viewing->guiding,
	    "- {id: a, name: A}\n- {id: b, name: B}\n");
	viewing_start(viewing);
	assert_slot("fi/index.html", "guide/phased", "-");
	assert_slot("fi/index.html", "guide/phases", "1 items");
	assert_slot("fi/index.html", "guide/phases/0/principles", "2 items");
	viewing_again(viewing);
	guiding_locales(viewing->guiding, "fi");
	viewing_start(viewing);
	assert_slot("fi/index.html", "guide/phases", "-");
	assert_slot("fi/index.html", "guide/phased", "-");
	assert_slot("fi/index.html", "guide/principles", "-");
	assert_slot("fi/index.html", "guide/threads", "-");
	assert_slot("fi/index.html", "guide/threads_box", "0 0 20 40");
}

static void a_principle_lists_who_teaches_it(void **state)
{
	static const struct viewing_row rows[] = {
		{ "en/principles/listen.html", "principle/taught", "3 items" },
		{ "en/principles/listen.html", "principle/article_count",
		    "3" },
		/* In the language of the reader, where there is one. */
		{ "en/principles/listen.html", "principle/taught/0/title",
		    "Ears" },
		{ "en/principles/listen.html", "principle/taught/0/url",
		    "../hei.html#ears" },
		{ "en/principles/listen.html", "principle/taught/0/excerpt",
		    "Quiet." },
		{ "en/principles/listen.html", "principle/taught/1/title",
		    "Start" },
		{ "en/principles/listen.html", "principle/taught/2/title",
		    "گوش [fa rtl]" },
		{ "en/principles/listen.html", "principle/taught/2/article/url",
		    "../../fa/salam.html" },
		{ "fi/principles/calm.html", "principle/taught", "2 items" },
		{ "fi/principles/calm.html", "principle/article_count", "1" },
		{ "fa/principles/calm.html", "principle/article_count",
		    "۱" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void a_principle_has_names_in_the_other_languages(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/principles/listen.html", "principle/names", "2 items" },
		{ "fi/principles/listen.html", "principle/names/0/name",
		    "گوش کن [fa rtl]" },
		{ "fi/principles/listen.html", "principle/names/0/tag",
		    "fa" },
		{ "fi/principles/listen.html", "principle/names/0/language",
		    "persia" },
		{ "fi/principles/listen.html", "principle/names/0/url",
		    "../../fa/principles/listen.html" },
		{ "fi/principles/listen.html", "principle/names/1/name",
		    "Listen [en]" },
		{ "en/principles/listen.html", "principle/names/0/name",
		    "Kuuntele [fi]" },
		{ "fa/principles/listen.html", "principle/names/0/name",
		    "Kuuntele [fi]" },
		/* There is none but the English one. */
		{ "fi/principles/thanks.html", "principle/names/0/name",
		    "Thanks [en]" },
		/* On any page, not only on the principle's own. */
		{ "fi/index.html", "guide/phases/1/principles/0/names/0/name",
		    "گوش کن [fa rtl]" },
		{ "fi/hei.html", "article/principles/0/names/0/url",
		    "../fa/principles/listen.html" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void a_row_of_the_matrix_has_a_cell_for_each_article(void **state)
{
	static const struct viewing_row rows[] = {
		{ "en/principles.html", "page/columns", "4" },
		{ "en/principles.html", "guide/phases/1/principles/0/cells",
		    "3 items" },
		{ "en/principles.html",
		    "guide/phases/1/principles/0/cells/0/taught", "yes" },
		{ "en/principles.html",
		    "guide/phases/1/principles/0/cells/0/url",
		    "hei.html#ears" },
		{ "en/principles.html",
		    "guide/phases/1/principles/0/cells/0/hreflang", "-" },
		{ "en/principles.html",
		    "guide/phases/1/principles/0/cells/0/many", "-" },
		{ "en/principles.html",
		    "guide/phases/1/principles/0/cells/0/count", "1" },
		{ "en/principles.html",
		    "guide/phases/1/principles/0/cells/2/url",
		    "../fa/salam.html#gush" },
		{ "en/principles.html",
		    "guide/phases/1/principles/0/cells/2/hreflang", "fa" },
		/* The first section of two, which English does not have. */
		{ "fi/principles.html",
		    "guide/phases/0/principles/0/cells/0/url",
		    "hei.html#ears" },
		{ "fi/principles.html",
		    "guide/phases/0/principles/0/cells/0/many", "yes" },
		{ "fi/principles.html",
		    "guide/phases/0/principles/0/cells/0/count", "2" },
		{ "fi/principles.html",
		    "guide/phases/0/principles/0/cells/1/taught", "-" },
		{ "fi/principles.html",
		    "guide/phases/0/principles/0/cells/1/url", "-" },
		{ "fi/principles.html",
		    "guide/phases/0/principles/0/cells/1/count", "-" },
		{ "fi/principles.html",
		    "guide/phases/0/principles/0/cells/1/hreflang", "-" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void principles_have_neighbours(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/principles/listen.html", "principle/previous", "-" },
		{ "fi/principles/listen.html", "principle/next/name",
		    "Rauhoitu" },
		{ "fi/principles/thanks.html", "principle/previous/name",
		    "Rauhoitu" },
		{ "fi/principles/thanks.html", "principle/next", "-" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, viewing_setup, viewing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_principle_speaks_the_language_of_the_page),
		TEST(a_principle_has_a_class_and_a_glyph),
		TEST(
		    phases_follow_the_contact_whatever_the_order_of_principles),
		TEST(principles_without_phases_are_one_list),
		TEST(a_principle_lists_who_teaches_it),
		TEST(a_principle_has_names_in_the_other_languages),
		TEST(a_row_of_the_matrix_has_a_cell_for_each_article),
		TEST(principles_have_neighbours),
	};

	return cmocka_run_group_tests_name(
	    "render/view_principle", tests, NULL, NULL);
}
