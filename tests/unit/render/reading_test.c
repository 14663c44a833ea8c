/* How long a text takes, what stands at its end, and two languages. */
#include "render/reading.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/viewing.h"

static void minutes_follow_the_measured_speed_of_a_language(void **state)
{
	(void)state;
	assert_int_equal(reading_minutes(TEXT("en"), 2280, 0), 10);
	assert_int_equal(reading_minutes(TEXT("fi"), 1610, 0), 10);
	assert_int_equal(reading_minutes(TEXT("fi-FI"), 1610, 0), 10);
	assert_int_equal(reading_minutes(TEXT("tr"), 830, 0), 5);
	/* Not measured. */
	assert_int_equal(reading_minutes(TEXT("sr-Latn"), 1840, 0), 10);
	assert_int_equal(reading_minutes(TEXT("fa"), 1840, 0), 10);
}

static void korean_counts_syllables(void **state)
{
	(void)state;
	assert_int_equal(reading_minutes(TEXT("ko"), 700, 1850), 5);
	/* A Korean edition of which little is translated. */
	assert_int_equal(reading_minutes(TEXT("ko"), 1840, 30), 10);
}

static void minutes_are_rounded_but_never_none(void **state)
{
	(void)state;
	assert_int_equal(reading_minutes(TEXT("en"), 1, 0), 1);
	assert_int_equal(reading_minutes(TEXT("en"), 341, 0), 1);
	assert_int_equal(reading_minutes(TEXT("en"), 342, 0), 2);
}

static void nothing_is_said_where_words_cannot_be_counted(void **state)
{
	(void)state;
	assert_int_equal(reading_minutes(TEXT("zh-Hant"), 500, 0), 0);
	assert_int_equal(reading_minutes(TEXT("ja"), 500, 0), 0);
	assert_int_equal(reading_minutes(TEXT("en"), 0, 0), 0);
}

static void an_article_can_be_read_beside_another_edition(void **state)
{
	static const struct viewing_row rows[] = {
		{ "en/hei.html", "article/minutes", "1" },
		{ "en/hei.html", "article/compare",
		    "compare.html?page=hei.html&with=fi" },
		{ "fi/hei.html", "article/compare",
		    "compare.html?page=hei.html&with=en" },
		{ "fa/salam.html", "article/compare", "-" },
		/* fi, fa, en */
		{ "fi/hei.html", "page/languages/0/compare", "-" },
		{ "fi/hei.html", "page/languages/1/compare", "-" },
		{ "fi/hei.html", "page/languages/2/compare",
		    "compare.html?page=hei.html&with=en" },
		{ "fi/index.html", "page/languages/2/compare", "-" },
		{ "fi/principles/calm.html", "principle/compare",
		    "../compare.html?page=principles/calm.html&with=fa" },
		{ "fa/principles/calm.html", "page/languages/0/compare",
		    "../compare.html?page=principles/calm.html&with=fi" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void the_sections_that_share_most_stand_at_the_end(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/hei.html", "article/related", "2 items" },
		{ "fi/hei.html", "article/related/0/title", "گوش [fa rtl]" },
		{ "fi/hei.html", "article/related/1/title", "Start [en]" },
		{ "en/hei.html", "article/related", "2 items" },
		{ "fi/hei.html", "article/taught", "Kuuntele ja Rauhoitu" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void one_article_has_no_more_than_its_share(void **state)
{
	struct viewing *viewing = *state;
	struct guiding *guiding = viewing->guiding;

	guiding_configure(guiding, "locales: [en]\n");
	guiding_principles(guiding, "- {id: a, name: A}\n- {id: b, name: B}\n"
				    "- {id: c, name: C}\n");
	guiding_file(guiding, "en/one.md",
	    "---\ntitle: One\n---\n## A {#a principles=a}\n\n"
	    "## B {#b principles=b}\n\n## C {#c principles=c}\n\n"
	    "## B again {#bb principles=b}\n");
	guiding_file(guiding, "en/two.md",
	    "---\ntitle: Two\n---\n## A {#a principles=a}\n\n"
	    "## B {#b principles=b}\n\n## C {#c principles=c}\n");
	viewing_start(viewing);
	assert_slot("en/one.html", "article/related", "2 items");
	/* Two sections are related to it. */
	assert_slot("en/one.html", "article/related/0/title", "B");
	assert_slot("en/one.html", "article/related/1/title", "A");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    minutes_follow_the_measured_speed_of_a_language),
		cmocka_unit_test(korean_counts_syllables),
		cmocka_unit_test(minutes_are_rounded_but_never_none),
		cmocka_unit_test(
		    nothing_is_said_where_words_cannot_be_counted),
		cmocka_unit_test_setup_teardown(
		    an_article_can_be_read_beside_another_edition,
		    viewing_setup, viewing_teardown),
		cmocka_unit_test_setup_teardown(
		    the_sections_that_share_most_stand_at_the_end,
		    viewing_setup, viewing_teardown),
		cmocka_unit_test_setup_teardown(
		    one_article_has_no_more_than_its_share, viewing_setup,
		    viewing_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
