#include "command/handout_pack.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "command/running.h"
#include "read/reading.h"

struct packing {
	struct scratch *scratch;
	struct report report;
	struct load load;
	struct publish publish;
};

/* The guide of running.h, ready to be rendered. */
static int packing_setup(void **state)
{
	struct packing *packing = calloc(1, sizeof(*packing));
	struct load_options options = { .jobs = 1, .hasty = true };
	void *scratch;

	if (packing == NULL || scratch_setup(&scratch) != 0)
		return -1;
	packing->scratch = scratch;
	running_guide(scratch);
	options.root = scratch_path(scratch, "guide");
	*state = packing;
	return load_guide(&packing->load, &packing->report, &options) &&
		publish_prepare(&packing->publish, &packing->report,
		    &packing->load, options.root, 1)
	    ? 0
	    : -1;
}

static int packing_teardown(void **state)
{
	struct packing *packing = *state;
	void *scratch = packing->scratch;
	int result = scratch_teardown(&scratch);

	report_release(&packing->report);
	publish_release(&packing->publish);
	load_release(&packing->load);
	free(packing);
	return result;
}

/* What becomes of a page at fi/handouts/x.html. */
static const char *pack(struct packing *packing, const char *html)
{
	struct buffer out = { 0 };
	const char *packed;

	handout_pack(&out, &packing->scratch->arena, &packing->publish,
	    packing->load.guide.locales[0], TEXT("fi/handouts/x.html"),
	    text_from(html), (struct text){ 0 });
	packed = text_string(&packing->scratch->arena, buffer_text(&out));
	buffer_release(&out);
	return packed;
}

static void assert_packed(void **state, const char *html,
    const char *expected)
{
	assert_string_equal(pack(*state, html), expected);
}

static void what_leads_about_the_site_is_left_out(void **state)
{
	assert_packed(state,
	    "<a class=\"skip\" href=\"#x\">s</a><header class=\"masthead\">a"
	    "<header>b</header>c</header><header class=\"cover\">d</header>"
	    "<nav class=\"crumbs\">e</nav><footer class=\"foot\">f</footer>"
	    "<button>g</button>h",
	    "<header class=\"cover\">d</header>h");
}

static void scripts_and_what_they_would_read_are_left_out(void **state)
{
	assert_packed(state,
	    "<script src=\"x.js\" data-search=\"y\"></script><noscript>a"
	    "</noscript><template>b</template><b onclick=\"c()\" "
	    "class='d'>e</b><base href=\"f\">",
	    "<b class=\"d\">e</b>");
}

static void links_lead_to_where_the_site_is(void **state)
{
	assert_packed(state,
	    "<a href=\"../y.html?a=b&amp;c#d\" hreflang=\"fi\">1</a>"
	    "<a href=\"#e\">2</a><a href=\"https://o.example/\">3</a>"
	    "<a href=\"mailto:a@b.example\">4</a><a id=\"f\">5</a>",
	    "<a href=\"https://guide.example/fi/y.html?a=b&amp;c#d\" "
	    "hreflang=\"fi\">1</a><a href=\"#e\">2</a>"
	    "<a href=\"https://o.example/\">3</a>"
	    "<a href=\"mailto:a@b.example\">4</a><a id=\"f\">5</a>");
}

static void links_to_a_site_that_is_nowhere_become_their_words(void **state)
{
	struct packing *packing = *state;

	packing->load.guide.configuration.base_url.text =
	    (struct text){ 0 };
	assert_packed(state,
	    "<a class=\"chip\" href=\"../y.html\" hreflang=\"fi\">1</a>"
	    "<a href=\"#e\">2</a>",
	    "<span class=\"chip\">1</span><a href=\"#e\">2</a>");
}

static void stylesheets_and_images_come_in(void **state)
{
	struct packing *packing = *state;
	const struct assets *assets = &packing->publish.assets;
	const char *packed, *image;

	packed = pack(packing,
	    text_format(&packing->scratch->arena,
		"<link rel=\"icon\" href=\"x\"><link rel=\"stylesheet\" "
		"href=\"../../%.*s\">",
		TEXT_ARGUMENTS(assets->stylesheets[STYLE_SITE][0]))
		.at);
	assert_true(text_starts(text_from(packed), TEXT("<style>\n")));
	assert_non_null(strstr(packed, "@page"));
	assert_null(strstr(packed, "<link"));
	image = text_format(&packing->scratch->arena,
	    "<img src=\"../%.*s\" alt=\"k\" loading=\"lazy\" />",
	    TEXT_ARGUMENTS(text_after(packing->publish.copies[0].path, 3)))
		    .at;
	assert_packed(state, image,
	    "<img src=\"data:image/svg+xml;base64,"
	    "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4K\" "
	    "alt=\"k\" />");
	assert_packed(state, "<img src=\"none.png\" alt=\"k\">",
	    "<img alt=\"k\">");
}

static void a_policy_of_its_own_is_set(void **state)
{
	assert_packed(state,
	    "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy"
	    "\" content=\"x\"><meta property=\"og:title\" content=\"y\">"
	    "<meta name=\"description\" content=\"z\">",
	    "<meta charset=\"utf-8\">\n<meta "
	    "http-equiv=\"Content-Security-Policy\" content=\"default-src "
	    "'none'; style-src 'unsafe-inline'; img-src data:; font-src "
	    "data:\"><meta name=\"description\" content=\"z\">");
}

static void several_parts_have_a_head_each(void **state)
{
	static const char part[] =
	    "<section class=\"item\" id=\"%d.x\" data-title=\"A &amp; "
	    "&quot;B&quot; &lt;/style>\"></section>";
	struct packing *packing = *state;
	struct arena *arena = &packing->scratch->arena;
	struct text one = text_format(arena, part, 1);
	struct text two = text_format(arena, part, 2);
	const char *packed;

	packed = pack(packing,
	    text_format(arena, "<head></head>%s", one.at).at);
	assert_null(strstr(packed, "@page"));
	packed = pack(packing,
	    text_format(arena, "<head></head>%s%s", one.at, two.at).at);
	assert_non_null(strstr(packed,
	    "@page item-2 { @top-left { content: \"Pieni \xc2\xb7 A & "
	    "\\\"B\\\" <\\/style>\"; } }\n[id=\"2.x\"] { page: item-2; }\n"));
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, packing_setup, packing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_leads_about_the_site_is_left_out),
		TEST(scripts_and_what_they_would_read_are_left_out),
		TEST(links_lead_to_where_the_site_is),
		TEST(links_to_a_site_that_is_nowhere_become_their_words),
		TEST(stylesheets_and_images_come_in),
		TEST(a_policy_of_its_own_is_set),
		TEST(several_parts_have_a_head_each),
	};

	return cmocka_run_group_tests_name(
	    "command/handout_pack", tests, NULL, NULL);
}
