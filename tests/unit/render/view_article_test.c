/* The slots of articles and tags. */
#include "render/view.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/viewing.h"

static void an_article_says_all_of_its_front_matter(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/hei.html", "article/title", "Hei & moi" },
		{ "fi/hei.html", "article/description", "Kuvaus." },
		{ "fi/hei.html", "article/url", "hei.html" },
		{ "fi/hei.html", "article/canonical",
		    "https://guide.example/sub/fi/hei.html" },
		{ "fi/hei.html", "article/language", "fi" },
		{ "fi/hei.html", "article/hreflang", "-" },
		{ "fi/hei.html", "article/code", "fi" },
		{ "fi/hei.html", "article/own", "yes" },
		{ "fi/hei.html", "article/available", "yes" },
		{ "fi/hei.html", "article/mark", "article-hei" },
		{ "fi/hei.html", "article/date", "14. syyskuuta 2026" },
		{ "fi/hei.html", "article/date_iso", "2026-09-14" },
		{ "fi/hei.html", "article/date_time", "2026-09-14T00:00:00Z" },
		{ "fi/hei.html", "article/updated", "3. marraskuuta 2026" },
		{ "fi/hei.html", "article/updated_iso", "2026-11-03" },
		{ "fi/hei.html", "article/updated_time",
		    "2026-11-03T00:00:00Z" },
		{ "fi/hei.html", "article/review", "3. toukokuuta 2027" },
		{ "fi/hei.html", "article/review_iso", "2027-05-03" },
		{ "fi/hei.html", "article/owner", "tiimi" },
		{ "fi/hei.html", "article/neighbours", "yes" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void what_front_matter_does_not_say_is_absent(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fa/salam.html", "article/description", "-" },
		{ "fa/salam.html", "article/date", "-" },
		{ "fa/salam.html", "article/date_iso", "-" },
		{ "fa/salam.html", "article/updated", "-" },
		{ "fa/salam.html", "article/updated_time", "-" },
		{ "fa/salam.html", "article/review", "-" },
		{ "fa/salam.html", "article/owner", "-" },
		{ "fa/salam.html", "article/tags", "-" },
		/* Published, and not updated since. */
		{ "en/hello.html", "article/updated", "-" },
		{ "en/hello.html", "article/updated_iso", "2026-12-01" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void a_translation_has_the_dates_of_its_original(void **state)
{
	static const struct viewing_row rows[] = {
		{ "en/hei.html", "article/title", "Hi" },
		{ "en/hei.html", "article/own", "-" },
		{ "en/hei.html", "article/code", "fi" },
		{ "en/hei.html", "article/original_language", "Finnish" },
		{ "en/hei.html", "article/updated_iso", "2026-11-03" },
		{ "en/hei.html", "article/date_time", "2026-09-14T00:00:00Z" },
		/* What one team keeps, another need not. */
		{ "en/hei.html", "article/owner", "-" },
		{ "en/hei.html", "article/review", "-" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void lists_show_the_edition_of_the_reader_else_the_original(
    void **state)
{
	static const struct viewing_row rows[] = {
		{ "fa/index.html", "articles", "3 items" },
		{ "fa/index.html", "articles/0/title", "Hei & moi [fi]" },
		{ "fa/index.html", "articles/0/description", "Kuvaus. [fi]" },
		{ "fa/index.html", "articles/0/url", "../fi/hei.html" },
		{ "fa/index.html", "articles/0/hreflang", "fi" },
		{ "fa/index.html", "articles/0/available", "-" },
		{ "fa/index.html", "articles/0/owner", "tiimi [fi]" },
		{ "fa/index.html", "articles/1/title", "Hello [en]" },
		{ "fa/index.html", "articles/2/title", "سلام" },
		{ "fa/index.html", "articles/2/own", "yes" },
		{ "en/index.html", "articles/0/title", "Hi" },
		{ "en/index.html", "articles/0/own", "-" },
		{ "en/index.html", "articles/0/available", "yes" },
		{ "en/index.html", "articles/2/title", "سلام [fa rtl]" },
		{ "en/index.html", "articles/2/original_language", "Persian" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void all_editions_have_the_tags_of_the_article_each_once(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/hei.html", "article/tags", "3 items" },
		{ "fi/hei.html", "article/tags/0/name", "puhelut" },
		{ "fi/hei.html", "article/tags/1/name", "first contact [en]" },
		{ "fi/hei.html", "article/tags/2/name", "extra [en]" },
		{ "fi/hei.html", "article/tags/1/url",
		    "tags/first-contact.html" },
		{ "fi/hei.html", "article/tags/0/count", "1" },
		{ "en/hei.html", "article/tags/0/name", "extra" },
		{ "en/hei.html", "article/tags", "3 items" },
		{ "fi/tags/extra.html", "articles/0/title", "Hei & moi" },
		{ "fi/tags/extra.html", "tag/name", "extra [en]" },
		{ "fa/tags/calls.html", "articles/0/title", "Hei & moi [fi]" },
		{ "fa/tags/calls.html", "articles", "1 items" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void an_article_lists_its_principles_and_sections(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/hei.html", "article/count", "2" },
		{ "fi/hei.html", "article/principles/0/name", "Kuuntele" },
		{ "fi/hei.html", "article/principles/1/name", "Rauhoitu" },
		{ "fi/hei.html", "article/sections", "3 items" },
		{ "fi/hei.html", "article/sections/0/title", "-" },
		{ "fi/hei.html", "article/contents", "2 items" },
		{ "fi/hei.html", "article/contents/1/title", "Syvä" },
		{ "fi/hei.html", "article/contents/1/depth", "deep" },
		{ "fi/hei.html", "article/contents/0/depth", "-" },
		{ "en/hei.html", "article/sections", "1 items" },
		{ "en/hei.html", "article/contents/0/title", "Ears" },
		/* calm comes before a contact, listen during it. */
		{ "fi/hei.html", "article/threads", "2 items" },
		{ "fi/hei.html", "article/threads/0/phase", "before" },
		{ "fi/hei.html", "article/threads/0/path", "M10 6v28" },
		{ "fi/hei.html", "article/threads/1/path", "M44 6v28" },
		{ "en/hello.html", "article/threads/0/phase", "other" },
		{ "en/hello.html", "article/threads/0/path", "M78 6v28" },
		{ "en/hello.html", "guide/threads",
		    "M10 0v40M44 0v40M78 0v40" },
		{ "en/hello.html", "guide/threads_box", "0 0 88 40" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void an_update_on_the_day_of_publication_is_none(void **state)
{
	struct viewing *viewing = *state;

	guiding_locales(viewing->guiding, "fi");
	guiding_file(viewing->guiding, "fi/a.md",
	    "---\ntitle: A\ndate: 2026-05-05\nupdated: 2026-05-05\n---\n");
	guiding_file(viewing->guiding, "fi/b.md",
	    "---\ntitle: B\nupdated: 2026-05-05\n---\n");
	viewing_start(viewing);
	assert_slot("fi/a.html", "article/updated", "-");
	assert_slot("fi/a.html", "article/updated_iso", "2026-05-05");
	/* When it was published is not known. */
	assert_slot("fi/b.html", "article/updated", "5. toukokuuta 2026");
	assert_slot("fi/b.html", "article/date", "-");
}

static void neighbours_follow_in_the_order_of_the_guide(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/hei.html", "article/previous", "-" },
		{ "fi/hei.html", "article/next/title", "Hello [en]" },
		{ "en/hello.html", "article/previous/title", "Hi" },
		{ "en/hello.html", "article/next/title", "سلام [fa rtl]" },
		{ "fa/salam.html", "article/next", "-" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void a_lone_article_has_no_neighbours(void **state)
{
	struct viewing *viewing = *state;

	guiding_locales(viewing->guiding, "fi");
	guiding_file(viewing->guiding, "fi/a.md", "---\ntitle: T\n---\n");
	viewing_start(viewing);
	assert_slot("fi/a.html", "article/neighbours", "-");
	assert_slot("fi/a.html", "article/next", "-");
	assert_slot("fi/a.html", "article/previous", "-");
	assert_slot("fi/a.html", "article/sections", "-");
	assert_slot("fi/a.html", "article/contents", "-");
	assert_slot("fi/a.html", "article/count", "-");
	assert_slot("fi/a.html", "article/canonical", "-");
}

/* Each is an original of equal rank. */
static void an_edition_of_several_says_its_own(void **state)
{
	static const struct viewing_row rows[] = {
		{ "sr/a.html", "article/code", "sr" },
		{ "sr/a.html", "article/own", "yes" },
		{ "tr/a.html", "article/code", "sr" },
		{ "tr/a.html", "article/own", "-" },
		{ "en/principles/listen.html", "principle/taught/0/article/title",
		    "Fi [fi]" },
		{ "en/principles/listen.html", "principle/taught/1/article/title",
		    "Sr [sr]" },
		{ "en/principles/listen.html", "principle/taught/1/article/code",
		    "sr" },
		{ "en/index.html", "articles/0/title", "Fi [fi]" },
	};
	struct viewing *viewing = *state;

	guiding_locales(viewing->guiding, "fi sr tr en");
	guiding_principles(viewing->guiding,
	    "- {id: listen, name: Listen}\n");
	guiding_file(viewing->guiding, "fi/a.md",
	    "---\ntitle: Fi\n---\n## F {#f principles=listen}\n");
	guiding_file(viewing->guiding, "sr/a.md",
	    "---\ntitle: Sr\n---\n## S {#s principles=listen}\n");
	guiding_file(viewing->guiding, "tr/a.md",
	    "---\ntitle: Tr\ntranslated-from: sr\n---\n## S {#s}\n");
	viewing_start(viewing);
	assert_slots(rows);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, viewing_setup, viewing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_article_says_all_of_its_front_matter),
		TEST(what_front_matter_does_not_say_is_absent),
		TEST(a_translation_has_the_dates_of_its_original),
		TEST(lists_show_the_edition_of_the_reader_else_the_original),
		TEST(all_editions_have_the_tags_of_the_article_each_once),
		TEST(an_article_lists_its_principles_and_sections),
		TEST(an_update_on_the_day_of_publication_is_none),
		TEST(neighbours_follow_in_the_order_of_the_guide),
		TEST(a_lone_article_has_no_neighbours),
		TEST(an_edition_of_several_says_its_own),
	};

	return cmocka_run_group_tests_name(
	    "render/view_article", tests, NULL, NULL);
}
