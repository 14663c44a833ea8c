#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/html_tag.h"

static void tags_are_found_with_their_names(void **state)
{
	struct text html = TEXT("a<p class=\"x>y\">b</p><!-- c --><h3>");
	struct html_tag tag;

	(void)state;
	assert_true(html_tag_next(&tag, html, 0));
	assert_true(text_equal(tag.all, TEXT("<p class=\"x>y\">")));
	assert_true(text_equal(tag.name, TEXT("p")));
	assert_false(tag.closing);
	assert_true(html_tag_next(&tag, html, html_tag_end(&tag, html)));
	assert_true(text_equal(tag.all, TEXT("</p>")));
	assert_true(tag.closing);
	assert_true(html_tag_next(&tag, html, html_tag_end(&tag, html)));
	assert_true(text_is_empty(tag.name));
	assert_true(html_tag_next(&tag, html, html_tag_end(&tag, html)));
	assert_int_equal(html_tag_heading(&tag), 3);
	assert_false(html_tag_next(&tag, html, html_tag_end(&tag, html)));
}

static void a_tag_without_an_end_ends_with_the_text(void **state)
{
	struct text html = TEXT("<p class=\"x");
	struct html_tag tag;

	(void)state;
	assert_true(html_tag_next(&tag, html, 0));
	assert_int_equal(html_tag_end(&tag, html), html.length);
}

static void values_are_those_of_whole_names(void **state)
{
	struct html_tag tag;
	struct text value = { 0 };

	(void)state;
	assert_true(html_tag_next(
	    &tag, TEXT("<a data-id=\"1\" id=\"2\" hid>"), 0));
	assert_true(html_tag_value(&value, &tag, TEXT("id")));
	assert_true(text_equal(value, TEXT("2")));
	assert_false(html_tag_value(&value, &tag, TEXT("hid")));
	assert_false(html_tag_value(&value, &tag, TEXT("d")));
}

static void only_h1_to_h6_are_headings(void **state)
{
	struct html_tag tag;

	(void)state;
	assert_true(html_tag_next(&tag, TEXT("<hr>"), 0));
	assert_int_equal(html_tag_heading(&tag), 0);
	assert_true(html_tag_next(&tag, TEXT("<h7>"), 0));
	assert_int_equal(html_tag_heading(&tag), 0);
	assert_true(html_tag_next(&tag, TEXT("</h6>"), 0));
	assert_int_equal(html_tag_heading(&tag), 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tags_are_found_with_their_names),
		cmocka_unit_test(a_tag_without_an_end_ends_with_the_text),
		cmocka_unit_test(values_are_those_of_whole_names),
		cmocka_unit_test(only_h1_to_h6_are_headings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
