#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/html_ids.h"

static void expect(const char *html, const struct html_ids *ids,
    const char *expected)
{
	struct buffer out = { 0 };

	html_ids_add(&out, text_from(html), ids);
	buffer_add_char(&out, '\0');
	assert_string_equal(out.bytes, expected);
	buffer_release(&out);
}

static void ids_and_what_refers_to_them_get_the_prefix(void **state)
{
	const struct html_ids ids = { .prefix = TEXT("2.1.") };

	(void)state;
	expect("<h2 id=\"a\" data-b=\"a.0\">A</h2><a href=\"#a\" id=\"b\">x</a>",
	    &ids,
	    "<h2 id=\"2.1.a\" data-b=\"a.0\">A</h2>"
	    "<a href=\"#2.1.a\" id=\"2.1.b\">x</a>");
	expect("<div role=\"note\" aria-labelledby=\"x y\"><label for=\"z\">",
	    &ids,
	    "<div role=\"note\" aria-labelledby=\"2.1.x 2.1.y\">"
	    "<label for=\"2.1.z\">");
}

/* Glyphs are the page's, other pages have ids of their own. */
static void what_leads_elsewhere_stays(void **state)
{
	const struct html_ids ids = { .prefix = TEXT("p.") };
	const char *html = "<use href=\"#g-tip\" /><a href=\"b.html#a\">x</a>"
			   "<a href=\"#\">y</a>";

	(void)state;
	expect(html, &ids, html);
}

static void headings_move_down_together_or_to_one_level(void **state)
{
	const struct html_ids shift = { .shift = 1 };
	const struct html_ids level = { .level = 4 };

	(void)state;
	expect("<h2>A</h2><h6>B</h6><hr>", &shift, "<h3>A</h3><h6>B</h6><hr>");
	expect("<h2>A</h2><h5 id=\"b\">B</h5>", &level,
	    "<h4>A</h4><h4 id=\"b\">B</h4>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_and_what_refers_to_them_get_the_prefix),
		cmocka_unit_test(what_leads_elsewhere_stays),
		cmocka_unit_test(headings_move_down_together_or_to_one_level),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
