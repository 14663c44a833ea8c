#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/outline_words.h"

static void expect(const char *page, const char *expected)
{
	struct buffer out = { 0 };

	outline_words_add(&out, text_from(page));
	buffer_add_char(&out, '\0');
	assert_string_equal(out.bytes, expected);
	buffer_release(&out);
}

static void each_word_of_a_heading_has_an_element(void **state)
{
	(void)state;
	expect("<p>یک دو</p><h2 id=\"a\">یک <em>دو</em></h2> x",
	    "<p>یک دو</p><h2 id=\"a\"><span>یک</span> "
	    "<em><span>دو</span></em></h2> x");
}

static void joiners_part_words_and_stay_outside(void **state)
{
	(void)state;
	expect("<h1>می\u200cکند</h1>",
	    "<h1><span>می</span>\u200c<span>کند</span></h1>");
}

static void signs_stand_alone_but_not_in_numbers(void **state)
{
	(void)state;
	expect("<h2>۱. «دو»</h2>",
	    "<h2><span>۱</span><span>.</span> <span>«</span><span>دو</span>"
	    "<span>»</span></h2>");
	expect("<h2>۱.۲</h2>", "<h2><span>۱.۲</span></h2>");
	expect("<h2>a &amp; b</h2>",
	    "<h2><span>a</span> <span>&amp;</span> <span>b</span></h2>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_word_of_a_heading_has_an_element),
		cmocka_unit_test(joiners_part_words_and_stay_outside),
		cmocka_unit_test(signs_stand_alone_but_not_in_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
