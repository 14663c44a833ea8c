#include "link/address.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "guiding.h"

#define TITLED(more) "---\ntitle: T\n" more "---\n"
#define NOTE                                                                   \
	"note: base_url is not set in guide.yaml: sitemap and feeds are left " \
	"out [base-url-missing]\n"

static const char *relative(struct guiding *guiding, const char *from,
    const char *to, const char *fragment)
{
	return text_string(&guiding->arena,
	    address_relative(&guiding->arena, text_from(from), text_from(to),
		text_from(fragment)));
}

static void a_way_is_found_between_any_two_folders(void **state)
{
	struct guiding *guiding = *state;
	static const struct {
		const char *from, *to, *way;
	} ways[] = {
		{ "fi/a.html", "fi/b.html", "b.html" },
		{ "fi/a.html", "fi/ab.html", "ab.html" },
		{ "fi/a.html", "tr/a.html", "../tr/a.html" },
		{ "fi/a.html", "index.html", "../index.html" },
		{ "index.html", "fi/a.html", "fi/a.html" },
		{ "index.html", "404.html", "404.html" },
		{ "fi/a.html", "fi/principles/a.html", "principles/a.html" },
		{ "fi/principles/a.html", "fi/a.html", "../a.html" },
		{ "fi/principles/a.html", "fi/principles.html",
		    "../principles.html" },
		{ "fi/principles.html", "fi/principles/a.html",
		    "principles/a.html" },
		{ "fi/principles/a.html", "tr/principles/a.html",
		    "../../tr/principles/a.html" },
		{ "fi/principles/a.html", "index.html", "../../index.html" },
		{ "fi/a/b/c.html", "fi/a/d.html", "../d.html" },
		{ "sr/a.html", "sr-Latn/a.html", "../sr-Latn/a.html" },
		{ "sr-Latn/a.html", "sr/a.html", "../sr/a.html" },
		{ "fi/a.html", "files/x.0.pdf", "../files/x.0.pdf" },
		{ "fi/a.html", "fi/a.html", "a.html" },
	};
	size_t i;

	for (i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		assert_string_equal(
		    relative(guiding, ways[i].from, ways[i].to, ""),
		    ways[i].way);
		if (strcmp(ways[i].from, ways[i].to) != 0)
			assert_string_equal(
			    relative(guiding, ways[i].from, ways[i].to, "x"),
			    text_format(&guiding->arena, "%s#x",
				ways[i].way).at);
	}
	/* Within a page the fragment alone holds in any copy of it. */
	assert_string_equal(
	    relative(guiding, "fi/a.html", "fi/a.html", "ä"), "#ä");
}

static void parts_are_numbered_before_the_ending(void **state)
{
	struct guiding *guiding = *state;
	struct text path = TEXT("fi/index.html");

	assert_is(address_part(&guiding->arena, path, 0), "fi/index.html");
	assert_is(address_part(&guiding->arena, path, 1), "fi/index.html");
	assert_is(address_part(&guiding->arena, path, 2), "fi/index.2.html");
	assert_is(
	    address_part(&guiding->arena, path, 250), "fi/index.250.html");
	assert_is(address_part(&guiding->arena, (struct text){ 0 }, 2), "");
}

/* A guide that has a page of each kind. */
static struct page_list full(struct guiding *guiding,
    const size_t *index_counts)
{
	struct page_list pages = { 0 };

	guiding_configure(guiding,
	    "base_url: https://guide.example/\nlocales: [fi, en]\n"
	    "handouts: true\n");
	guiding_principles(guiding, "- {id: listen, name: Listen}\n");
	guiding_file(guiding, "fi/a.md",
	    TITLED("aliases: [old, former/a]\ntags: [first contact]\n")
	    "## S {principles=listen}\n");
	guiding_file(guiding, "en/b.md", TITLED(""));
	guiding_assemble(guiding);
	page_list_make(&pages, &guiding->arena, &guiding->report,
	    &guiding->guide, index_counts);
	assert_reported("");
	return pages;
}

static void every_page_has_an_address(void **state)
{
	struct guiding *guiding = *state;
	static const char *const expected[] = { "index.html", "404.html",
		"robots.txt", "fi/index.html", "fi/a.html", "fi/old.html",
		"fi/former/a.html", "fi/principles.html",
		"fi/principles/listen.html", "fi/tags.html",
		"fi/tags/first-contact.html", "fi/a-z.html",
		"fi/translations.html", "fi/search.html", "fi/compare.html",
		"fi/handouts.html", "fi/handouts/a.html",
		"fi/handouts/principles/listen.html", "fi/404.html",
		"fi/feed.xml", "en/index.html", "en/b.html",
		"en/principles.html", "en/principles/listen.html",
		"en/tags.html", "en/tags/first-contact.html", "en/a-z.html",
		"en/translations.html", "en/search.html", "en/compare.html",
		"en/handouts.html", "en/handouts/b.html",
		"en/handouts/principles/listen.html", "en/404.html",
		"en/feed.xml", "sitemap.xml" };
	struct page_list pages =
	    full(guiding, (const size_t[]){ 5, 5 });
	size_t count = sizeof(expected) / sizeof(expected[0]), i;

	for (i = 0; i < count && i < pages.count; i++)
		assert_is(pages.items[i].path, expected[i]);
	assert_int_equal(pages.count, count);
	/* English speaks for the site, whatever the order of languages. */
	assert_is(pages.items[0].locale->tag, "en");
	assert_is(pages.items[1].locale->tag, "en");
	assert_is(pages.items[3].locale->tag, "fi");
}

static void without_base_url_or_lists_there_are_fewer_pages(void **state)
{
	struct guiding *guiding = *state;
	static const char *const expected[] = { "index.html", "404.html",
		"robots.txt", "fi/index.html", "fi/a-z.html", "fi/search.html",
		"fi/404.html" };
	struct page_list pages = { 0 };
	size_t count = sizeof(expected) / sizeof(expected[0]), i;

	guiding_locales(guiding, "fi");
	guiding_assemble(guiding);
	page_list_make(&pages, &guiding->arena, &guiding->report,
	    &guiding->guide, (const size_t[]){ 0 });
	assert_int_equal(pages.count, count);
	for (i = 0; i < count; i++) {
		assert_is(pages.items[i].path, expected[i]);
		assert_is(pages.items[i].locale->tag, "fi");
	}
	assert_reported(NOTE);
}

static void without_search_there_is_no_page_of_results(void **state)
{
	struct guiding *guiding = *state;
	struct page_list pages = { 0 };
	size_t i;

	guiding_configure(guiding, "search: false\nlocales: [fi]\n");
	guiding_assemble(guiding);
	page_list_make(&pages, &guiding->arena, &guiding->report,
	    &guiding->guide, (const size_t[]){ 0 });
	assert_int_equal(pages.count, 6);
	for (i = 0; i < pages.count; i++)
		assert_int_not_equal(pages.items[i].kind, PAGE_SEARCH);
}

static const struct page *page_of(struct guiding *guiding,
    const struct page_list *pages, const char *path)
{
	size_t i;

	for (i = 0; i < pages->count; i++)
		if (text_equal_string(pages->items[i].path, path))
			return &pages->items[i];
	(void)guiding;
	return NULL;
}

static void each_kind_of_page_is_found_in_another_language(void **state)
{
	struct guiding *guiding = *state;
	static const struct {
		const char *path, *there;
		bool public;
	} rows[] = {
		{ "index.html", "en/index.html", true },
		{ "404.html", "en/404.html", false },
		{ "robots.txt", "", false },
		{ "fi/index.html", "en/index.html", true },
		{ "fi/a.html", "", true },
		{ "en/b.html", "en/b.html", true },
		{ "fi/old.html", "", false },
		{ "fi/principles.html", "en/principles.html", true },
		{ "fi/principles/listen.html", "en/principles/listen.html",
		    true },
		{ "fi/tags.html", "en/tags.html", true },
		{ "fi/tags/first-contact.html", "en/tags/first-contact.html",
		    true },
		{ "fi/a-z.html", "en/a-z.html", true },
		{ "fi/404.html", "en/404.html", false },
		{ "fi/search.html", "en/search.html", true },
		{ "fi/compare.html", "en/compare.html", false },
		{ "fi/handouts.html", "en/handouts.html", true },
		{ "fi/handouts/a.html", "", false },
		{ "fi/handouts/principles/listen.html",
		    "en/handouts/principles/listen.html", false },
		{ "fi/feed.xml", "", false },
		{ "sitemap.xml", "", false },
	};
	const size_t counts[] = { 5, 5 };
	struct page_list pages = full(guiding, counts);
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct page *page =
		    page_of(guiding, &pages, rows[i].path);

		assert_non_null(page);
		assert_is(address_translated(&guiding->arena, page,
			      guiding_locale(guiding, "en"), counts),
		    rows[i].there);
		assert_int_equal(page_is_public(page), rows[i].public);
	}
}

static void parts_of_an_index_that_is_shorter_lead_to_its_first(void **state)
{
	struct guiding *guiding = *state;
	const size_t counts[] = { 401, 200 };
	struct page_list pages = full(guiding, counts);
	const struct page *third =
	    page_of(guiding, &pages, "fi/a-z.3.html");
	const struct page *second =
	    page_of(guiding, &pages, "fi/a-z.2.html");

	assert_non_null(third);
	assert_non_null(second);
	assert_int_equal(third->number, 3);
	assert_int_equal(third->count, 3);
	assert_null(page_of(guiding, &pages, "en/a-z.2.html"));
	assert_is(address_translated(&guiding->arena, third,
		      guiding_locale(guiding, "en"), counts),
	    "en/a-z.html");
	assert_is(address_translated(&guiding->arena, second,
		      guiding_locale(guiding, "en"), counts),
	    "en/a-z.html");
	assert_is(address_translated(&guiding->arena, third,
		      guiding_locale(guiding, "fi"), counts),
	    "fi/a-z.3.html");
}

/* A guide with so many of everything, put together by hand. */
static struct page_list long_lists(struct guiding *guiding, size_t count)
{
	struct arena *arena = &guiding->arena;
	struct guide *guide = &guiding->guide;
	struct page_list pages = { 0 };
	const size_t index_counts[] = { count };
	size_t i;

	guiding_configure(guiding, "locales: [fi]\n");
	guide->articles = arena_array(arena, struct article, count);
	guide->article_count = count;
	for (i = 0; i < count; i++) {
		guide->articles[i].index = i;
		guide->articles[i].editions =
		    arena_array(arena, const struct edition *, 1);
	}
	guide->principles = arena_array(arena, struct principle, 1);
	guide->principle_count = 1;
	guide->principles[0].entry = arena_new(arena, struct principle_entry);
	((struct principle_entry *)(uintptr_t)guide->principles[0].entry)
	    ->id.text = TEXT("listen");
	guide->principles[0].section_count = count;
	guide->tags = arena_array(arena, struct tag, count);
	guide->tag_count = count;
	for (i = 0; i < count; i++) {
		guide->tags[i].slug = text_format(arena, "t%zu", i);
		guide->tags[i].article_count = count;
	}
	page_list_make(&pages, arena, &guiding->report, guide, index_counts);
	assert_reported(NOTE);
	return pages;
}

static void two_hundred_entries_are_a_page_and_one_more_are_two(void **state)
{
	static const struct {
		size_t entries, parts;
	} rows[] = { { 0, 1 }, { 1, 1 }, { 199, 1 }, { 200, 1 }, { 201, 2 },
		{ 400, 2 }, { 401, 3 } };
	static const char *const lists[] = { "fi/index", "fi/principles",
		"fi/principles/listen", "fi/tags", "fi/tags/t0", "fi/a-z" };
	struct guiding *guiding = *state;
	size_t i, j, k;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct page_list pages = long_lists(guiding, rows[i].entries);

		for (j = 0; j < sizeof(lists) / sizeof(lists[0]); j++) {
			const struct page *page;

			/* Without tags there is no list of them. */
			if (rows[i].entries == 0 && (j == 3 || j == 4))
				continue;
			for (k = 2; k <= rows[i].parts + 1; k++) {
				page = page_of(guiding, &pages,
				    text_format(&guiding->arena,
					"%s.%zu.html", lists[j], k).at);
				assert_int_equal(
				    page != NULL, k <= rows[i].parts);
			}
			page = page_of(guiding, &pages,
			    text_format(
				&guiding->arena, "%s.html", lists[j]).at);
			assert_non_null(page);
			assert_int_equal(page->number, 1);
			assert_int_equal(page->count, rows[i].parts);
		}
		guiding_again(guiding);
	}
}

static void an_article_is_found_in_the_part_that_lists_it(void **state)
{
	struct guiding *guiding = *state;
	const struct locale *fi;

	(void)long_lists(guiding, 201);
	fi = guiding->guide.locales[0];
	assert_is(address_in_list(&guiding->arena,
		      &guiding->guide.articles[199], fi),
	    "fi/index.html");
	assert_is(address_in_list(&guiding->arena,
		      &guiding->guide.articles[200], fi),
	    "fi/index.2.html");
	guiding->guide.articles[200].id = TEXT("x");
	assert_is(address_mark(&guiding->arena,
		      &guiding->guide.articles[200]),
	    "article-x");
}

/* Principles without sections have one page each; with them are public the
 * choice of language, the home page, the matrix, the A-Z index and the page of
 * results. */
static struct page_list many_pages(struct guiding *guiding, size_t public)
{
	static const struct principle_entry entries[2] = {
		{ .id = { .text = { "even", 4 } } },
		{ .id = { .text = { "odd", 3 } } },
	};
	struct guide *guide = &guiding->guide;
	struct page_list pages = { 0 };
	size_t i;

	guiding_configure(guiding,
	    "base_url: https://guide.example/\nlocales: [fi]\n");
	guide->principle_count = public - 5;
	guide->principles = arena_array(
	    &guiding->arena, struct principle, guide->principle_count);
	for (i = 0; i < guide->principle_count; i++) {
		struct principle_entry *entry =
		    arena_new(&guiding->arena, struct principle_entry);

		*entry = entries[i % 2];
		entry->id.text = text_format(&guiding->arena, "p%zu", i);
		guide->principles[i].entry = entry;
	}
	page_list_make(&pages, &guiding->arena, &guiding->report, guide,
	    (const size_t[]){ 0 });
	assert_reported("");
	return pages;
}

static void a_sitemap_over_the_limit_becomes_an_index_of_several(void **state)
{
	static const struct {
		size_t public, sitemaps;
	} rows[] = { { SITEMAP_ADDRESSES, 0 }, { SITEMAP_ADDRESSES + 1, 2 },
		{ SITEMAP_ADDRESSES * 2, 2 }, { SITEMAP_ADDRESSES * 2 + 1, 3 } };
	struct guiding *guiding = *state;
	size_t i, j;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct page_list pages = many_pages(guiding, rows[i].public);
		const struct page *page =
		    page_of(guiding, &pages, "sitemap.xml");
		size_t public = 0;

		for (j = 0; j < pages.count; j++)
			public += page_is_public(&pages.items[j]);
		assert_int_equal(public, rows[i].public);
		assert_non_null(page);
		assert_int_equal(page->number, rows[i].sitemaps == 0 ? 1 : 0);
		assert_int_equal(
		    page->count, rows[i].sitemaps == 0 ? 1 : rows[i].sitemaps);
		for (j = 1; j <= 4; j++) {
			page = page_of(guiding, &pages,
			    text_format(&guiding->arena, "sitemap.%zu.xml", j)
				.at);
			assert_int_equal(page != NULL, j <= rows[i].sitemaps);
			if (page == NULL)
				continue;
			assert_int_equal(page->number, j);
			assert_int_equal(page->count, rows[i].sitemaps);
			assert_is(page->locale->tag, "fi");
		}
		guiding_again(guiding);
	}
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, guiding_setup, guiding_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_way_is_found_between_any_two_folders),
		TEST(parts_are_numbered_before_the_ending),
		TEST(every_page_has_an_address),
		TEST(without_search_there_is_no_page_of_results),
		TEST(without_base_url_or_lists_there_are_fewer_pages),
		TEST(each_kind_of_page_is_found_in_another_language),
		TEST(parts_of_an_index_that_is_shorter_lead_to_its_first),
		TEST(two_hundred_entries_are_a_page_and_one_more_are_two),
		TEST(an_article_is_found_in_the_part_that_lists_it),
		TEST(a_sitemap_over_the_limit_becomes_an_index_of_several),
	};

	return cmocka_run_group_tests_name("link/address", tests, NULL, NULL);
}
