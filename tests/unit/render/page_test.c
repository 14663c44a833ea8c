#include "render/page.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/viewing.h"
#include "scratch.h"

static const char *const template_names[] = { "chooser.html", "home.html",
	"article.html", "principles.html", "principle.html", "tags.html",
	"tag.html", "index.html", "translations.html",
	"search.html", "compare.html", "handouts.html", "handout.html",
	"404.html", "redirect.html", "feed.xml", "sitemap.xml",
	"sitemap-index.xml" };

struct paging {
	struct scratch *scratch;
	struct viewing *viewing;
	struct theme theme;
	struct programs programs;
};

/* Templates that say their own name. */
static int paging_setup(void **state)
{
	struct paging *paging = calloc(1, sizeof(*paging));
	void *scratch, *viewing;
	size_t i;

	if (paging == NULL || scratch_setup(&scratch) != 0 ||
	    viewing_setup(&viewing) != 0)
		return -1;
	paging->scratch = scratch;
	paging->viewing = viewing;
	if (!file_make_folder(scratch_path(scratch, "builtin")))
		return -1;
	for (i = 0; i < sizeof(template_names) / sizeof(template_names[0]);
	     i++)
		scratch_write(paging->scratch,
		    text_format(&paging->scratch->arena, "builtin/%s",
			template_names[i]).at,
		    text_format(&paging->scratch->arena, "<p>%s</p>",
			template_names[i]).at);
	*state = paging;
	return 0;
}

static int paging_teardown(void **state)
{
	struct paging *paging = *state;
	void *scratch = paging->scratch, *viewing = paging->viewing;
	int result = scratch_teardown(&scratch);

	programs_release(&paging->programs);
	programs_release(&paging->programs);
	if (viewing_teardown(&viewing) != 0)
		result = -1;
	free(paging);
	return result;
}

static bool compile(struct paging *paging, const char *builtin)
{
	struct guiding *guiding = paging->viewing->guiding;

	theme_open(&paging->theme, &guiding->arena,
	    scratch_path(paging->scratch, "none"), builtin);
	return programs_compile(&paging->programs, &guiding->arena,
	    &guiding->report, &paging->theme, &guiding->guide);
}

static const char *rendered(struct paging *paging, const struct page *page)
{
	struct viewing *viewing = paging->viewing;
	struct arena *arena = &viewing->guiding->arena;
	struct arena scratch = { 0 };
	struct buffer out = { 0 };
	const char *bytes;

	page_render(&out, &scratch, &viewing->site, &paging->programs, page);
	bytes = text_string(arena, buffer_text(&out));
	buffer_release(&out);
	arena_release(&scratch);
	return bytes;
}

static void each_kind_of_page_has_its_template(void **state)
{
	static const struct {
		const char *path, *template;
	} rows[] = {
		{ "index.html", "chooser.html" },
		{ "404.html", "404.html" },
		{ "fi/index.html", "home.html" },
		{ "fi/hei.html", "article.html" },
		{ "fi/terve.html", "redirect.html" },
		{ "fi/principles.html", "principles.html" },
		{ "fi/principles/calm.html", "principle.html" },
		{ "fi/tags.html", "tags.html" },
		{ "fi/tags/calls.html", "tag.html" },
		{ "fi/a-z.html", "index.html" },
		{ "fi/translations.html", "translations.html" },
		{ "fi/search.html", "search.html" },
		{ "fi/404.html", "404.html" },
		{ "fi/feed.xml", "feed.xml" },
		{ "sitemap.xml", "sitemap.xml" },
	};
	struct paging *paging = *state;
	struct page page;
	size_t i;

	viewing_guide(paging->viewing);
	assert_true(
	    compile(paging, scratch_path(paging->scratch, "builtin")));
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_non_null(strstr(
		    rendered(paging,
			viewing_page(paging->viewing, rows[i].path)),
		    rows[i].template));
	/* Number 0 of a long sitemap is the index of its parts. */
	page = *viewing_page(paging->viewing, "sitemap.xml");
	page.number = 0;
	assert_non_null(
	    strstr(rendered(paging, &page), "sitemap-index.xml"));
}

static void templates_of_pages_that_are_not_there_are_nobodys(void **state)
{
	static const char *const unused[] = { "builtin/compare.html",
		"builtin/translations.html", "builtin/search.html",
		"builtin/handouts.html", "builtin/handout.html" };
	struct paging *paging = *state;
	struct viewing *viewing = paging->viewing;
	size_t i;

	for (i = 0; i < sizeof(unused) / sizeof(unused[0]); i++)
		scratch_write(paging->scratch, unused[i], "<p>");
	guiding_configure(
	    viewing->guiding, "search: false\nlocales: [fi]\n");
	viewing_start(viewing);
	assert_true(
	    compile(paging, scratch_path(paging->scratch, "builtin")));
	programs_release(&paging->programs);
	viewing_again(viewing);
	guiding_configure(viewing->guiding,
	    "handouts: true\nlocales: [fi, en]\n");
	viewing_start(viewing);
	assert_false(
	    compile(paging, scratch_path(paging->scratch, "builtin")));
	/* Each once for each language, the handout's for two pages. */
	assert_true(viewing->guiding->report.counts[REPORT_ERROR] >=
	    sizeof(unused) / sizeof(unused[0]));
}

static void robots_are_told_where_the_sitemap_is(void **state)
{
	struct paging *paging = *state;
	struct viewing *viewing = paging->viewing;

	viewing_guide(viewing);
	assert_string_equal(
	    rendered(paging, viewing_page(viewing, "robots.txt")),
	    "User-agent: *\nAllow: /\n"
	    "Sitemap: https://guide.example/sub/sitemap.xml\n");
	viewing_again(viewing);
	guiding_locales(viewing->guiding, "fi");
	viewing_start(viewing);
	assert_string_equal(
	    rendered(paging, viewing_page(viewing, "robots.txt")),
	    "User-agent: *\nAllow: /\n");
}

static void every_fault_of_every_template_is_reported(void **state)
{
	struct paging *paging = *state;
	struct guiding *guiding = paging->viewing->guiding;

	scratch_write(paging->scratch, "builtin/tag.html", "<p>");
	assert_true(
	    file_remove(scratch_path(paging->scratch, "builtin/feed.xml")));
	guiding_locales(guiding, "fi tr");
	guiding_assemble(guiding);
	assert_false(
	    compile(paging, scratch_path(paging->scratch, "builtin")));
	assert_int_equal(guiding->report.count, 4); /* in each language */
	assert_int_equal(
	    guiding->report.items[0].message, MESSAGE_TEMPLATE_XML);
	assert_int_equal(
	    guiding->report.items[1].message, MESSAGE_TEMPLATE_MISSING);
}

/* Also with scratch memory and a buffer that have seen other pages. */
static void the_programs_own_templates_give_the_same_page_again(void **state)
{
	struct paging *paging = *state;
	struct viewing *viewing = paging->viewing;
	struct arena scratch = { 0 };
	struct buffer out = { 0 };
	const char *first;
	size_t i;

	viewing_guide(viewing);
	assert_true(compile(paging, "templates"));
	for (i = 0; i < viewing->pages.count; i++) {
		const struct page *page = &viewing->pages.items[i];

		first = rendered(paging, page);
		assert_true(strlen(first) > 20);
		buffer_clear(&out);
		page_render(&out, &scratch, &viewing->site,
		    &paging->programs, page);
		assert_string_equal(
		    text_string(&viewing->guiding->arena, buffer_text(&out)),
		    first);
	}
	buffer_release(&out);
	arena_release(&scratch);
}

static void markup_in_texts_is_escaped_on_the_page(void **state)
{
	struct paging *paging = *state;
	struct viewing *viewing = paging->viewing;
	const char *html;

	viewing_guide(viewing);
	assert_true(compile(paging, "templates"));
	html = rendered(paging, viewing_page(viewing, "fi/hei.html"));
	assert_non_null(strstr(html, "<h1>Hei &amp; moi</h1>"));
	assert_null(strstr(html, "Hei & moi"));
	assert_non_null(strstr(html, "<h2 id=\"ears\" data-b=\"ears.0\">"
				     "Kuuntele <em>aina</em></h2>"));
	assert_non_null(strstr(html, "<symbol id=\"g-listen\"/>"));
}

/* The rest of the templates may be damaged, or not there. */
static void templates_that_are_not_wanted_are_not_looked_at(void **state)
{
	struct paging *paging = *state;
	const struct locale *locale;

	viewing_guide(paging->viewing);
	locale = paging->viewing->guiding->guide.locales[0];
	scratch_write(paging->scratch, "builtin/tag.html", "<p>");
	programs_restrict(
	    &paging->programs, locale, PAGE_ARTICLE, PAGE_ARTICLE);
	assert_true(
	    compile(paging, scratch_path(paging->scratch, "builtin")));
	assert_non_null(strstr(
	    rendered(paging, viewing_page(paging->viewing, "fi/hei.html")),
	    "article.html"));
	programs_release(&paging->programs);
	programs_restrict(&paging->programs, locale, PAGE_HOME, PAGE_TAG);
	assert_false(
	    compile(paging, scratch_path(paging->scratch, "builtin")));
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, paging_setup, paging_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_kind_of_page_has_its_template),
		TEST(templates_of_pages_that_are_not_there_are_nobodys),
		TEST(robots_are_told_where_the_sitemap_is),
		TEST(every_fault_of_every_template_is_reported),
		TEST(the_programs_own_templates_give_the_same_page_again),
		TEST(markup_in_texts_is_escaped_on_the_page),
		TEST(templates_that_are_not_wanted_are_not_looked_at),
	};

	return cmocka_run_group_tests_name("render/page", tests, NULL, NULL);
}
