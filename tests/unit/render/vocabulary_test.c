#include "render/vocabulary.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void assert_near(struct text near, const char *expected)
{
	assert_int_equal(near.length, text_from(expected).length);
	assert_true(text_equal_string(near, expected));
}

static void elements_are_known_in_their_space(void **state)
{
	struct text near;

	(void)state;
	assert_true(vocabulary_has_element(&near, MARKUP_HTML, TEXT("h1")));
	assert_true(vocabulary_has_element(&near, MARKUP_SVG, TEXT("path")));
	assert_false(vocabulary_has_element(&near, MARKUP_HTML,
	    TEXT("sectoin")));
	assert_near(near, "section");
	assert_false(vocabulary_has_element(&near, MARKUP_SVG,
	    TEXT("linearGradiant")));
	assert_near(near, "linearGradient");
	assert_false(vocabulary_has_element(&near, MARKUP_SVG, TEXT("div")));
	assert_near(near, "");
	assert_false(vocabulary_has_element(&near, MARKUP_HTML, TEXT("H1")));
}

static void attributes_are_known_on_their_element(void **state)
{
	struct text near;

	(void)state;
	assert_true(vocabulary_has_attribute(&near, MARKUP_HTML, TEXT("a"),
	    TEXT("href")));
	assert_false(vocabulary_has_attribute(&near, MARKUP_HTML, TEXT("p"),
	    TEXT("href")));
	assert_true(vocabulary_has_attribute(&near, MARKUP_HTML, TEXT("p"),
	    TEXT("lang")));
	assert_true(vocabulary_has_attribute(&near, MARKUP_HTML, TEXT("p"),
	    TEXT("data-x")));
	assert_true(vocabulary_has_attribute(&near, MARKUP_SVG,
	    TEXT("svg"), TEXT("viewBox")));
	assert_true(vocabulary_has_attribute(&near, MARKUP_SVG, TEXT("svg"),
	    TEXT("aria-hidden")));
	assert_false(vocabulary_has_attribute(&near, MARKUP_SVG,
	    TEXT("svg"), TEXT("viewbox")));
	assert_near(near, "viewBox");
	assert_false(vocabulary_has_attribute(&near, MARKUP_HTML,
	    TEXT("p"), TEXT("aria-labeledby")));
	assert_near(near, "aria-labelledby");
	assert_false(vocabulary_has_attribute(&near, MARKUP_HTML,
	    TEXT("img"), TEXT("scr")));
	assert_near(near, "src");
}

static void scripts_and_styles_are_barred(void **state)
{
	(void)state;
	assert_non_null(vocabulary_attribute_barred(TEXT("style")));
	assert_non_null(vocabulary_attribute_barred(TEXT("onclick")));
	assert_non_null(vocabulary_attribute_barred(TEXT("srcdoc")));
	assert_non_null(vocabulary_attribute_barred(TEXT("xml:base")));
	assert_null(vocabulary_attribute_barred(TEXT("href")));
	assert_non_null(vocabulary_element_barred(TEXT("style")));
	assert_non_null(vocabulary_element_barred(TEXT("object")));
	assert_null(vocabulary_element_barred(TEXT("script")));
}

static void elements_have_their_ways(void **state)
{
	(void)state;
	assert_int_equal(vocabulary_flags(TEXT("br")), VOCABULARY_VOID);
	assert_int_equal(vocabulary_flags(TEXT("title")), VOCABULARY_PLAIN);
	assert_int_equal(vocabulary_flags(TEXT("p")), VOCABULARY_PHRASING);
	assert_int_equal(vocabulary_flags(TEXT("div")), 0);
	assert_int_equal(vocabulary_flags(TEXT("textarea")),
	    VOCABULARY_PLAIN | VOCABULARY_VERBATIM);
	assert_int_equal(vocabulary_flags(TEXT("nonsense")), 0);
}

static void attributes_have_their_ways(void **state)
{
	(void)state;
	assert_true(vocabulary_is_boolean(TEXT("hidden")));
	assert_false(vocabulary_is_boolean(TEXT("hid")));
	assert_false(vocabulary_is_boolean(TEXT("class")));
	assert_true(vocabulary_is_url(TEXT("formaction")));
	assert_false(vocabulary_is_url(TEXT("content")));
	assert_true(vocabulary_is_prose(TEXT("aria-label")));
	assert_false(vocabulary_is_prose(TEXT("colspan")));
	assert_true(vocabulary_takes_flag(TEXT("aria-current")));
	assert_true(vocabulary_takes_flag(TEXT("data-x")));
	assert_false(vocabulary_takes_flag(TEXT("class")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(elements_are_known_in_their_space),
		cmocka_unit_test(attributes_are_known_on_their_element),
		cmocka_unit_test(scripts_and_styles_are_barred),
		cmocka_unit_test(elements_have_their_ways),
		cmocka_unit_test(attributes_have_their_ways),
	};

	return cmocka_run_group_tests_name("render/vocabulary", tests, NULL,
	    NULL);
}
