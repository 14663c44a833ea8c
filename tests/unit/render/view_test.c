/* What the root of templates lists, and that every slot can be asked for on
 * every page. */
#include "render/view.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/viewing.h"

static void pages_have_the_object_of_their_kind_only(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/hei.html", "article", "object" },
		{ "fi/hei.html", "principle", "-" },
		{ "fi/hei.html", "tag", "-" },
		{ "fi/hei.html", "tags", "-" },
		{ "fi/hei.html", "initials", "-" },
		{ "fi/hei.html", "sitemaps", "-" },
		{ "fi/principles/calm.html", "principle", "object" },
		{ "fi/principles/calm.html", "article", "-" },
		{ "fi/tags/calls.html", "tag", "object" },
		/* It leads to an article, and is none. */
		{ "fi/terve.html", "article", "-" },
		{ "fi/index.html", "guide", "object" },
		{ "fi/tags.html", "tags", "3 items" },
		{ "fi/tags.html", "tags/0/name", "puhelut" },
		{ "fi/tags.html", "tags/0/url", "tags/calls.html" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void an_index_is_cut_at_its_letters(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/a-z.html", "initials", "6 items" },
		{ "fi/a-z.html", "initials/0/letter", "H" },
		{ "fi/a-z.html", "initials/0/foreign", "-" },
		{ "fi/a-z.html", "initials/0/anchor", "letter-1" },
		{ "fi/a-z.html", "initials/0/link", "#letter-1" },
		{ "fi/a-z.html", "initials/0/entries", "1 items" },
		{ "fi/a-z.html", "initials/0/entries/0/text", "Hei & moi" },
		{ "fi/a-z.html", "initials/0/entries/0/url", "hei.html" },
		{ "fi/a-z.html", "initials/0/entries/0/article", "yes" },
		{ "fi/a-z.html", "initials/0/entries/0/within", "-" },
		{ "fi/a-z.html", "initials/1/letter", "K" },
		{ "fi/a-z.html", "initials/1/entries/0/text", "Kuuntele" },
		{ "fi/a-z.html", "initials/1/entries/0/principle", "yes" },
		{ "fi/a-z.html", "initials/1/entries/0/url",
		    "principles/listen.html" },
		{ "fi/a-z.html", "initials/1/entries/1/url",
		    "hei.html#ears" },
		{ "fi/a-z.html", "initials/1/entries/1/within",
		    "Hei & moi" },
		{ "fi/a-z.html", "initials/2/letter", "P" },
		{ "fi/a-z.html", "initials/2/entries/0/tag", "yes" },
		{ "fi/a-z.html", "initials/2/entries/0/url",
		    "tags/calls.html" },
		{ "fi/a-z.html", "initials/2/entries/0/article", "-" },
		{ "fi/a-z.html", "initials/3/letter", "R" },
		{ "fi/a-z.html", "initials/4/letter", "S" },
		{ "fi/a-z.html", "initials/5/letter", "-" },
		{ "fi/a-z.html", "initials/5/foreign", "yes" },
		{ "fi/a-z.html", "initials/5/anchor", "letter-6" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void entries_say_which_language_they_are_in(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fa/a-z.html", "initials/2/foreign", "yes" },
		{ "fa/a-z.html", "initials/2/entries/0/text", "calls [en]" },
		{ "fa/a-z.html", "initials/2/entries/0/hreflang", "-" },
		{ "fa/a-z.html", "initials/2/entries/3/text",
		    "first contact [en]" },
		{ "fa/a-z.html", "initials/2/entries/5/text",
		    "Hei & moi [fi]" },
		{ "fa/a-z.html", "initials/2/entries/5/hreflang", "fi" },
		{ "fa/a-z.html", "initials/2/entries/5/url",
		    "../fi/hei.html" },
	};
	struct viewing *viewing = *state;

	viewing_guide(viewing);
	assert_slots(rows);
}

static void a_long_index_goes_on_within_a_letter(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/a-z.html", "initials", "2 items" },
		{ "fi/a-z.html", "initials/0/entries", "150 items" },
		{ "fi/a-z.html", "initials/1/entries", "50 items" },
		{ "fi/a-z.2.html", "initials", "2 items" },
		{ "fi/a-z.2.html", "initials/0/letter", "B" },
		{ "fi/a-z.2.html", "initials/0/anchor", "letter-1" },
		{ "fi/a-z.2.html", "initials/0/entries", "50 items" },
		{ "fi/a-z.2.html", "initials/0/entries/0/text", "b200" },
		/* The names of principle and tag are English, so last. */
		{ "fi/a-z.2.html", "initials/1/entries", "3 items" },
		{ "fi/index.html", "articles", "200 items" },
		{ "fi/index.2.html", "articles", "50 items" },
		{ "fi/index.2.html", "articles/49/title", "b249" },
		{ "fi/index.2.html", "articles/50/title", "(no such item)" },
		{ "fi/tags/all.2.html", "articles/0/title", "b200" },
		{ "fi/principles.2.html", "page/columns", "51" },
		{ "fi/principles.2.html",
		    "guide/phases/0/principles/0/cells", "50 items" },
		{ "fi/principles/p.2.html", "principle/taught", "40 items" },
		/* Lists on pages that another list fills begin anew. */
		{ "fi/principles/p.2.html", "articles", "200 items" },
		{ "fi/principles/p.2.html", "articles/0/title", "a000" },
		{ "fi/principles/p.2.html", "principle/next/taught", "-" },
		{ "fi/a-z.2.html", "page/columns", "201" },
		{ "fi/tags/all.2.html",
		    "guide/phases/0/principles/0/taught", "200 items" },
	};
	struct viewing *viewing = *state;
	struct arena *arena = &viewing->guiding->arena;
	size_t i;

	guiding_locales(viewing->guiding, "fi");
	guiding_principles(viewing->guiding, "- {id: p, name: P}\n- {id: q, name: Q}\n");
	for (i = 0; i < 250; i++)
		guiding_file(viewing->guiding,
		    text_format(arena, "fi/a%03zu.md", i).at,
		    text_format(arena,
			"---\ntitle: %c%03zu\ntags: [all]\n%s---\nText.\n",
			i < 150 ? 'a' : 'b', i,
			i < 240 ? "principles: [p]\n" : "").at);
	viewing_start(viewing);
	assert_slots(rows);
}

static void a_sitemap_lists_public_pages(void **state)
{
	static const struct viewing_row rows[] = {
		{ "sitemap.xml", "addresses/0/canonical",
		    "https://guide.example/sub/index.html" },
		{ "sitemap.xml", "addresses/1/canonical",
		    "https://guide.example/sub/fi/index.html" },
		{ "sitemap.xml", "addresses/1/alternates", "4 items" },
		{ "sitemap.xml", "addresses/1/updated", "-" },
		{ "sitemap.xml", "addresses/2/canonical",
		    "https://guide.example/sub/fi/hei.html" },
		{ "sitemap.xml", "addresses/2/updated", "2026-11-03" },
		{ "sitemap.xml", "addresses/2/alternates", "3 items" },
		{ "sitemap.xml", "addresses/2/alternates/1/url",
		    "https://guide.example/sub/en/hei.html" },
		{ "sitemap.xml", "sitemaps", "-" },
	};
	struct viewing *viewing = *state;
	size_t public = 0, i;

	viewing_guide(viewing);
	assert_slots(rows);
	for (i = 0; i < viewing->pages.count; i++)
		public += page_is_public(&viewing->pages.items[i]);
	assert_slot("sitemap.xml", "addresses",
	    text_format(&viewing->guiding->arena, "%zu items", public).at);
}

/* Put together by hand: 100,001 public pages. */
static void sitemaps_over_the_limit_are_listed_by_their_index(void **state)
{
	enum { PUBLIC = SITEMAP_ADDRESSES * 2 + 1 };
	struct viewing *viewing = *state;
	struct arena *arena = &viewing->guiding->arena;
	struct page *pages = arena_array(arena, struct page, PUBLIC + 4);
	size_t i;

	guiding_configure(viewing->guiding,
	    "base_url: https://guide.example/\nlocales: [fi]\n");
	viewing_start(viewing);
	for (i = 0; i < PUBLIC + 4; i++)
		pages[i] = (struct page){ .kind = PAGE_TAGS,
			.locale = viewing->guiding->guide.locales[0],
			.number = 1, .count = 1,
			.path = text_format(arena, "%zu.html", i) };
	for (i = 0; i < 4; i++) {
		pages[PUBLIC + i].kind = PAGE_SITEMAP;
		pages[PUBLIC + i].number = i;
		pages[PUBLIC + i].count = 3;
		pages[PUBLIC + i].path =
		    text_format(arena, "sitemap.%zu.xml", i);
	}
	viewing->pages.items = pages;
	viewing->pages.count = PUBLIC + 4;
	assert_slot("sitemap.0.xml", "addresses", "-");
	assert_slot("sitemap.0.xml", "sitemaps", "3 items");
	assert_slot("sitemap.0.xml", "sitemaps/2/canonical",
	    "https://guide.example/sitemap.3.xml");
	assert_slot("sitemap.1.xml", "addresses", "50000 items");
	assert_slot("sitemap.1.xml", "sitemaps", "-");
	assert_slot("sitemap.2.xml", "addresses", "50000 items");
	assert_slot("sitemap.2.xml", "addresses/0/canonical",
	    "https://guide.example/50000.html");
	assert_slot("sitemap.3.xml", "addresses", "1 items");
	assert_slot("sitemap.3.xml", "addresses/0/canonical",
	    "https://guide.example/100000.html");
}

/* A theme may ask for anything anywhere: to some depth, every slot of every
 * type gives a value that fits its kind, on every page. */

struct asking {
	struct view view;
	size_t asked;
};

static void ask(struct asking *asking, const struct slot_type *type,
    const void *object, unsigned depth)
{
	size_t i, j;

	for (i = 0; i < type->count; i++) {
		const struct slot *slot = &type->slots[i];
		struct slot_value value = { 0 };

		slot->get(&value, &asking->view, object);
		asking->asked++;
		if (slot->kind == SLOT_LIST || slot->kind == SLOT_OBJECT)
			assert_non_null(slot->of);
		if (value.absent)
			continue;
		if (slot->kind == SLOT_OBJECT) {
			assert_non_null(value.object);
			if (depth > 0)
				ask(asking, slot->of, value.object, depth - 1);
		} else if (slot->kind == SLOT_LIST) {
			assert_true(value.count > 0);
			for (j = 0; j < value.count && depth > 0; j++)
				ask(asking, slot->of, value.items[j],
				    depth - 1);
		} else if (slot->kind != SLOT_FLAG) {
			assert_true(value.text.length > 0);
			assert_int_equal(
			    text_malformed(value.text), TEXT_NONE);
		}
	}
}

static void every_slot_can_be_asked_for_on_every_page(void **state)
{
	struct viewing *viewing = *state;
	size_t i;

	viewing_guide(viewing);
	for (i = 0; i < viewing->pages.count; i++) {
		const struct page *page = &viewing->pages.items[i];
		struct arena scratch = { 0 };
		struct asking asking = { .view = { .site = &viewing->site,
					     .page = page,
					     .locale = page->locale,
					     .arena = &scratch,
					     .out = &viewing->out } };

		ask(&asking, view_root(), &asking.view, 3);
		assert_true(asking.asked > 500);
		arena_release(&scratch);
	}
}

static void collect(void *context, const struct slot_type *type)
{
	const struct slot_type **types = context;

	while (*types != NULL) {
		assert_ptr_not_equal(*types, type);
		types++;
	}
	*types = type;
}

static void all_types_that_can_be_reached_are_visited_once(void **state)
{
	const struct slot_type *types[64] = { NULL };
	size_t count, i, j, k;

	(void)state;
	view_types(collect, types);
	for (count = 0; types[count] != NULL; count++)
		;
	assert_ptr_equal(types[0], view_root());
	for (i = 0; i < count; i++)
		for (j = 0; j < types[i]->count; j++) {
			const struct slot *slot = &types[i]->slots[j];
			bool reached = slot->of == NULL;

			for (k = 0; k < count; k++)
				reached = reached || slot->of == types[k];
			assert_true(reached);
			assert_non_null(slot->get);
			assert_true(strlen(slot->meaning) > 0);
			for (k = 0; k < j; k++)
				assert_string_not_equal(
				    slot->name, types[i]->slots[k].name);
		}
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, viewing_setup, viewing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(pages_have_the_object_of_their_kind_only),
		TEST(an_index_is_cut_at_its_letters),
		TEST(entries_say_which_language_they_are_in),
		TEST(a_long_index_goes_on_within_a_letter),
		TEST(a_sitemap_lists_public_pages),
		TEST(sitemaps_over_the_limit_are_listed_by_their_index),
		TEST(every_slot_can_be_asked_for_on_every_page),
		TEST(all_types_that_can_be_reached_are_visited_once),
	};

	return cmocka_run_group_tests_name("render/view", tests, NULL, NULL);
}
