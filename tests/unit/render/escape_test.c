#include "render/escape.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void assert_escaped(void (*escape)(struct buffer *out,
			       struct text text),
    struct text from, const char *expected)
{
	struct buffer out = { 0 };

	escape(&out, from);
	buffer_add_char(&out, '\0');
	assert_string_equal(out.bytes, expected);
	buffer_release(&out);
}

static void text_becomes_no_markup(void **state)
{
	(void)state;
	assert_escaped(escape_text, TEXT("a<b>&amp; \"c\" 'd'\n\té"),
	    "a&lt;b&gt;&amp;amp; \"c\" 'd'\n\té");
	assert_escaped(escape_text, TEXT(""), "");
	assert_escaped(escape_text, TEXT("&"), "&amp;");
	assert_escaped(escape_text, (struct text){ 0 }, "");
}

static void controls_are_replaced(void **state)
{
	(void)state;
	assert_escaped(escape_text, TEXT("a\0b\x1F\r\x7F"),
	    "a\xEF\xBF\xBD"
	    "b\xEF\xBF\xBD&#13;\x7F");
	assert_escaped(escape_attribute, TEXT("\x01"), "\xEF\xBF\xBD");
	assert_escaped(escape_xml, TEXT("\x02"), "\xEF\xBF\xBD");
}

static void attribute_cannot_be_left(void **state)
{
	(void)state;
	assert_escaped(escape_attribute, TEXT("\"'><&\n\t"),
	    "&quot;'&gt;&lt;&amp;&#10;&#9;");
}

static void what_xml_bars_is_replaced(void **state)
{
	(void)state;
	assert_escaped(escape_xml,
	    TEXT("a\xEF\xBF\xBE<\xEF\xBF\xBF\xEF\xBF\xBD\xEF\xBF"),
	    "a\xEF\xBF\xBD&lt;\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF");
}

static void address_keeps_its_parts(void **state)
{
	(void)state;
	assert_escaped(escape_url, TEXT("../fa/سلام.html?a=1&b=[2]#x:y;z"),
	    "../fa/سلام.html?a=1&amp;b=[2]#x:y;z");
	assert_escaped(escape_url, TEXT("%C3%A4%"), "%C3%A4%25");
	assert_escaped(escape_url, TEXT("100%x %4"), "100%25x%20%254");
	assert_escaped(escape_url, (struct text){ "%41", 2 }, "%254");
}

static void unsafe_bytes_of_an_address_are_encoded(void **state)
{
	(void)state;
	assert_escaped(escape_url, TEXT("a \"<>\\^`{|}\n\x7F\0'"),
	    "a%20%22%3C%3E%5C%5E%60%7B%7C%7D%0A%7F%00'");
}

static void part_of_an_address_cannot_reach_beyond_it(void **state)
{
	(void)state;
	assert_escaped(escape_url_part, TEXT("a/b?c=d&e#f:g%h i\0é-._~9"),
	    "a%2Fb%3Fc%3Dd%26e%23f%3Ag%25h%20i%00é-._~9");
}

static void schemes_are_listed(void **state)
{
	(void)state;
	assert_true(escape_url_safe(TEXT("https://x.example/")));
	assert_true(escape_url_safe(TEXT("HTTP:x")));
	assert_true(escape_url_safe(TEXT("mailto:a@b.example")));
	assert_true(escape_url_safe(TEXT("tel:+358")));
	assert_false(escape_url_safe(TEXT("javascript:alert(1)")));
	assert_false(escape_url_safe(TEXT("JaVaScRiPt:x")));
	assert_false(escape_url_safe(TEXT("data:text/html,x")));
	assert_false(escape_url_safe(TEXT("htt:")));
	assert_false(escape_url_safe(TEXT("a-b+c.9:x")));
}

static void relative_addresses_are_safe(void **state)
{
	(void)state;
	assert_true(escape_url_safe(TEXT("")));
	assert_true(escape_url_safe(TEXT("a.html#x:y")));
	assert_true(escape_url_safe(TEXT("a/b:c")));
	assert_true(escape_url_safe(TEXT("?q=a:b")));
	assert_true(escape_url_safe(TEXT(":x")));
	assert_true(escape_url_safe(TEXT("9a:x")));
	/* Browsers drop blanks and line ends, but get them encoded. */
	assert_true(escape_url_safe(TEXT("java\nscript:x")));
	assert_true(escape_url_safe(TEXT(" javascript:x")));
}

static void json_leaves_no_script(void **state)
{
	(void)state;
	assert_escaped(escape_json,
	    TEXT("\"\\/\n\t\x01</script><!--\u2028\u2029\u2027é"),
	    "\\\"\\\\/\\n\\u0009\\u0001\\u003c/script>\\u003c!--"
	    "\\u2028\\u2029\u2027é");
	assert_escaped(escape_json, TEXT("\xE2\x80"), "\xE2\x80");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_becomes_no_markup),
		cmocka_unit_test(controls_are_replaced),
		cmocka_unit_test(attribute_cannot_be_left),
		cmocka_unit_test(what_xml_bars_is_replaced),
		cmocka_unit_test(address_keeps_its_parts),
		cmocka_unit_test(unsafe_bytes_of_an_address_are_encoded),
		cmocka_unit_test(part_of_an_address_cannot_reach_beyond_it),
		cmocka_unit_test(schemes_are_listed),
		cmocka_unit_test(relative_addresses_are_safe),
		cmocka_unit_test(json_leaves_no_script),
	};

	return cmocka_run_group_tests_name("render/escape", tests, NULL,
	    NULL);
}
