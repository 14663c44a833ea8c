#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "rendering.h"

static void two_tildes_strike_out(void **state)
{
	(void)state;
	assert_html("~~a~~ b~~c~~d ~~e *f*~~ *~~g~~*",
	    "<p><del>a</del> b<del>c</del>d <del>e <em>f</em></del> "
	    "<em><del>g</del></em></p>\n");
	assert_html("~~a\nb~~", "<p><del>a\nb</del></p>\n");
	assert_html("~~a ~~b~~ c~~", "<p><del>a <del>b</del> c</del></p>\n");
	assert_html("[~~a~~](b) ~~[c](d)~~",
	    "<p><a href=\"b\"><del>a</del></a> "
	    "<del><a href=\"d\">c</a></del></p>\n");
}

static void other_tildes_are_text(void **state)
{
	(void)state;
	assert_html("~a~ ~~~b~~~ ~~ c ~~ 9~18",
	    "<p>~a~ ~~~b~~~ ~~ c ~~ 9~18</p>\n");
	assert_html("~~a\n\nb~~", "<p>~~a</p>\n<p>b~~</p>\n");
	assert_html("\\~~a~~ ~~b\\~~", "<p>~~a~~ ~~b~~</p>\n");
	assert_html("`~~a~~` ![~~b~~](c)",
	    "<p><code>~~a~~</code> <img src=\"c\" alt=\"~~b~~\"></p>\n");
	assert_html("*a ~~b* c~~", "<p><em>a ~~b</em> c~~</p>\n");
}

static void signs_of_all_scripts_count(void **state)
{
	(void)state;
	assert_html("\u00ab~~a~~\u00bb, \u201c~~b~~\u201d~~\uac00~~",
	    "<p>\u00ab<del>a</del>\u00bb, \u201c<del>b</del>\u201d"
	    "<del>\uac00</del></p>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_tildes_strike_out),
		cmocka_unit_test(other_tildes_are_text),
		cmocka_unit_test(signs_of_all_scripts_count),
	};

	return cmocka_run_group_tests_name("parse/strike_pass", tests, NULL, NULL);
}
