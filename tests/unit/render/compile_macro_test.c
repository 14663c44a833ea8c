#include "render/compile.h"

#include "render/templating.h"

/* A page over base.html, whose content is given. */
static const char *page_over(struct templating *templating, const char *base,
    const char *content)
{
	templating_clear(templating);
	add_file(templating, "base.html", base);
	add_file(templating, "page.html", content);
	return page_of(templating, "page.html");
}

static const char *refused_over(struct templating *templating,
    const char *base, const char *content)
{
	templating_clear(templating);
	add_file(templating, "base.html", base);
	add_file(templating, "page.html", content);
	assert_null(compile(templating, "page.html"));
	return said(templating);
}

#define LAYOUT                                                                 \
	"<!DOCTYPE html>\n<html" TAL " metal:define-macro=\"page\">"           \
	"<head><title tal:content=\"title\"/>"                                 \
	"<metal:block define-slot=\"head\"/></head>"                           \
	"<body><main metal:define-slot=\"main\"><p>empty</p></main></body>"    \
	"</html>"

static void slots_are_filled(void **state)
{
	assert_string_equal(page_over(*state, LAYOUT,
	    "<html" TAL " metal:use-macro=\"base.html/page\"><body>sample"
	    "<div metal:fill-slot=\"main\" tal:content=\"date\"/>"
	    "</body></html>"),
	    "<!DOCTYPE html>\n<html><head><title>&lt;Title&gt; &amp; \"more\""
	    "</title></head><body><div>3.11.2026</div></body></html>");
}

static void slot_that_is_not_filled_shows_its_own(void **state)
{
	assert_string_equal(page_over(*state, LAYOUT,
	    "<html" TAL " metal:use-macro=\"base.html/page\">"
	    "<metal:block fill-slot=\"head\"><base/></metal:block></html>"),
	    "<!DOCTYPE html>\n<html><head><title>&lt;Title&gt; &amp; \"more\""
	    "</title><base></head><body><main><p>empty</p></main></body>"
	    "</html>");
}

static void macro_of_a_macro_passes_slots_on(void **state)
{
	assert_string_equal(page_over(*state,
	    "<metal:block" TAL ">"
	    "<div metal:define-macro=\"a\">[<b metal:define-slot=\"m\"/>|"
	    "<b metal:define-slot=\"n\">n</b>]</div>"
	    "<div metal:define-macro=\"b\" metal:use-macro=\"a\">"
	    "<tal:block metal:fill-slot=\"m\">(<i metal:define-slot=\"m\"/>)"
	    "</tal:block></div></metal:block>",
	    "<div" TAL " metal:use-macro=\"base.html/b\">"
	    "<u metal:fill-slot=\"m\">x</u></div>"),
	    "<div>[(<u>x</u>)|<b>n</b>]</div>");
}

static void macro_sees_the_variables_of_its_use(void **state)
{
	assert_string_equal(page_over(*state,
	    "<p" TAL "><b metal:define-macro=\"m\" "
	    "tal:attributes=\"class kind\" tal:content=\"x/title\"/></p>",
	    BLOCK("<b metal:use-macro=\"base.html/m\" "
		  "tal:define=\"kind string:k; x item\"/>"
		  "<b metal:use-macro=\"base.html/m\" "
		  "tal:define=\"kind date\" tal:repeat=\"x items\" "
		  "tal:condition=\"yes\"/>")),
	    "<b class=\"k\">Two</b><b class=\"3.11.2026\">One &amp; only</b>"
	    "<b class=\"3.11.2026\">Two</b><b class=\"3.11.2026\"></b>");
}

static void filling_sees_the_variables_of_the_macro(void **state)
{
	assert_string_equal(page_over(*state,
	    "<ul" TAL " metal:define-macro=\"list\"><li tal:repeat=\"x items\">"
	    "<b metal:define-slot=\"row\"/></li></ul>",
	    "<p" TAL " metal:use-macro=\"base.html/list\">"
	    "<i metal:fill-slot=\"row\" tal:content=\"x/count\"/></p>"),
	    "<ul><li><i>\xD9\xA1</i></li><li><i>\xD9\xA2</i></li>"
	    "<li><i>\xD9\xA5</i></li></ul>");
}

static void macro_may_be_used_in_its_own_slot(void **state)
{
	assert_string_equal(page_over(*state,
	    "<div" TAL "><p metal:define-macro=\"box\">["
	    "<metal:block define-slot=\"in\"/>]</p></div>",
	    BLOCK("<b metal:use-macro=\"base.html/box\">"
		  "<b metal:fill-slot=\"in\" metal:use-macro=\"base.html/box\">"
		  "<i metal:fill-slot=\"in\">x</i></b></b>")),
	    "<p>[<p>[<i>x</i>]</p>]</p>");
}

static void place_of_a_fault_is_in_the_macro(void **state)
{
	assert_string_equal(refused_over(*state,
	    "<div" TAL ">\n<p metal:define-macro=\"m\" "
	    "tal:content=\"titel\"/></div>",
	    BLOCK("<p metal:use-macro=\"base.html/m\"/>"
		  "<p metal:use-macro=\"base.html/m\"/>")),
	    "templates/base.html:2:40: error: 'titel' is no slot of page; did "
	    "you mean 'title'? [template-slot]\n");
}

static void recursion_is_an_error(void **state)
{
	assert_string_equal(refused_over(*state,
	    "<div" TAL "><p metal:define-macro=\"m\">\n"
	    "<b metal:use-macro=\"m\"/></p></div>",
	    BLOCK("<p metal:use-macro=\"base.html/m\"/>")),
	    "templates/base.html:2:21: error: the macro 'm' uses itself; "
	    "macros cannot be recursive [template-recursion]\n");
	assert_string_equal(refused_over(*state,
	    "<div" TAL "><p metal:define-macro=\"m\">\n"
	    "<b metal:use-macro=\"n\"><i metal:fill-slot=\"s\" "
	    "metal:use-macro=\"m\"/></b></p>"
	    "<p metal:define-macro=\"n\"><b metal:define-slot=\"s\"/></p>"
	    "</div>",
	    BLOCK("<p metal:use-macro=\"base.html/m\"/>")),
	    "templates/base.html:2:64: error: the macro 'm' uses itself; "
	    "macros cannot be recursive [template-recursion]\n");
}

static const struct {
	const char *content, *expected;
} bad[] = {
	{ "<p metal:use-macro=\"bse.html/page\"/>",
	    "2:21: error: there is no template 'bse.html'; did you mean "
	    "'base.html'? [template-missing]" },
	{ "<p metal:use-macro=\"base.html/pages\"/>",
	    "2:31: error: the template base.html has no macro 'pages'; did "
	    "you mean 'page'? [template-macro]" },
	{ "<p metal:use-macro=\"nada\"/>",
	    "2:21: error: the template page.html has no macro 'nada' "
	    "[template-macro]" },
	{ "<p metal:use-macro=\"base.html/page\">"
	  "<b metal:fill-slot=\"mian\"/></p>",
	    "2:57: error: the macro 'page' has no slot 'mian'; did you mean "
	    "'main'? [template-fill]" },
	{ "<p metal:use-macro=\"base.html/page\">"
	  "<b metal:fill-slot=\"main\"/><b metal:fill-slot=\"main\"/></p>",
	    "2:84: error: 'main' is given twice by 'metal:fill-slot'; keep "
	    "one [template-twice]" },
	{ "<p metal:use-macro=\"feed.xml/entry\"/>",
	    "2:21: error: 'feed.xml/entry' is not understood: HTML and XML "
	    "cannot share macros [template-syntax]" },
};

static void faults_are_told(void **state)
{
	struct templating *templating = *state;
	char expected[600];
	char content[600];
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		(void)snprintf(content, sizeof(content), BLOCK("\n%s"),
		    bad[i].content);
		(void)snprintf(expected, sizeof(expected),
		    "templates/page.html:%s\n", bad[i].expected);
		templating_clear(templating);
		add_file(templating, "base.html", LAYOUT);
		add_file(templating, "feed.xml",
		    "<a" TAL " metal:define-macro=\"entry\"/>");
		add_file(templating, "page.html", content);
		assert_null(compile(templating, "page.html"));
		if (strncmp(said(templating), expected,
			strlen(expected) - 1) != 0)
			assert_string_equal(said(templating), expected);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slots_are_filled),
		cmocka_unit_test(slot_that_is_not_filled_shows_its_own),
		cmocka_unit_test(macro_of_a_macro_passes_slots_on),
		cmocka_unit_test(macro_sees_the_variables_of_its_use),
		cmocka_unit_test(filling_sees_the_variables_of_the_macro),
		cmocka_unit_test(macro_may_be_used_in_its_own_slot),
		cmocka_unit_test(place_of_a_fault_is_in_the_macro),
		cmocka_unit_test(recursion_is_an_error),
		cmocka_unit_test(faults_are_told),
	};

	return cmocka_run_group_tests_name("render/compile_macro", tests,
	    templating_setup, templating_teardown);
}
