#include "command/handout_tag.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static struct handout_tag first(const char *html)
{
	struct handout_tag tag;

	assert_true(handout_tag_next(&tag, text_from(html), 0));
	return tag;
}

static void tags_are_found_and_other_things_passed_by(void **state)
{
	struct text html = TEXT("<!DOCTYPE html><!-- <a> --> 1 < 2 <b class=\"x "
				"> y\">t</b><br/>");
	struct handout_tag tag;

	(void)state;
	assert_true(handout_tag_next(&tag, html, 0));
	assert_true(text_equal_string(tag.name, "b") && !tag.closing);
	assert_true(handout_tag_has_class(&tag, "y"));
	assert_false(handout_tag_has_class(&tag, "z"));
	assert_true(handout_tag_next(&tag, html, tag.end));
	assert_true(text_equal_string(tag.name, "b") && tag.closing);
	assert_true(handout_tag_next(&tag, html, tag.end));
	assert_true(text_equal_string(tag.name, "br"));
	assert_int_equal(tag.end, html.length);
	assert_false(handout_tag_next(&tag, html, tag.end));
	assert_false(handout_tag_next(&tag, TEXT("<!-- <a>"), 0));
	assert_false(handout_tag_next(&tag, TEXT("a <"), 0));
}

static void elements_inside_one_of_the_name_are_passed_by(void **state)
{
	struct text html = TEXT("<div><div>a</div><p></div>b");
	struct handout_tag tag = first(html.at), end;

	(void)state;
	assert_true(handout_tag_end(&end, html, &tag));
	assert_true(
	    text_equal_string(text_after(html, end.end), "b"));
	assert_false(handout_tag_end(&end, TEXT("<div><div></div>"), &tag));
}

static void attributes_are_read_however_they_are_quoted(void **state)
{
	struct handout_tag tag =
	    first("<a one two = 'a \"b\"' three=c\n four=\"d>e\" />");

	(void)state;
	assert_true(handout_attribute(&tag, "one").length == 0);
	assert_true(text_equal_string(
	    handout_attribute(&tag, "two"), "a \"b\""));
	assert_true(
	    text_equal_string(handout_attribute(&tag, "three"), "c"));
	assert_true(
	    text_equal_string(handout_attribute(&tag, "four"), "d>e"));
	assert_true(handout_attribute(&tag, "five").length == 0);
}

static void damaged_tags_end(void **state)
{
	static const char *const damaged[] = { "<a =", "<a = = b", "<a b='c",
		"<a b=", "<a ==>", "<a/=/>" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(damaged) / sizeof(damaged[0]); i++) {
		struct handout_tag tag = first(damaged[i]);

		assert_true(handout_attribute(&tag, "none").length == 0);
	}
}

static void references_become_their_characters(void **state)
{
	struct buffer out = { 0 };

	(void)state;
	handout_value_decode(&out,
	    TEXT("a &amp; &lt;b&gt; &quot;&#39;&#x6A9; &none; &#0; &#x110000; "
		 "& &amp"));
	assert_true(text_equal_string(buffer_text(&out),
	    "a & <b> \"'\xda\xa9 &none; &#0; &#x110000; & &amp"));
	buffer_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tags_are_found_and_other_things_passed_by),
		cmocka_unit_test(
		    elements_inside_one_of_the_name_are_passed_by),
		cmocka_unit_test(attributes_are_read_however_they_are_quoted),
		cmocka_unit_test(damaged_tags_end),
		cmocka_unit_test(references_become_their_characters),
	};

	return cmocka_run_group_tests_name(
	    "command/handout_tag", tests, NULL, NULL);
}
