#include "render/compile.h"

#include "render/templating.h"

static void attributes_keep_their_order(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<p class=\"c\" id=\"i\" title=\"t\" "
	    "tal:attributes=\"data-b date; id item/title; title missing\"/>")),
	    "<p class=\"c\" id=\"Two\" data-b=\"3.11.2026\"></p>");
}

static void values_are_escaped(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<p title=\"a &amp;&quot; &lt;\" tal:attributes=\"class title\"/>"
	    "<a href=\"a b?c=1&amp;d=2\"/>")),
	    "<p title=\"a &amp;&quot; &lt;\" "
	    "class=\"&lt;Title&gt; &amp; &quot;more&quot;\"></p>"
	    "<a href=\"a%20b?c=1&amp;d=2\"></a>");
}

static void flags_are_there_or_not(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<p tal:attributes=\"hidden yes; inert no; aria-current yes; "
	    "aria-busy no; data-x yes\"/>"
	    "<details open=\"open\" tal:attributes=\"open no\"/>"
	    "<input checked=\"\" disabled=\"disabled\" value=\"\"/>"
	    "<p hidden=\"until-found\"/>")),
	    "<p hidden aria-current=\"true\" data-x=\"true\"></p>"
	    "<details></details><input checked disabled value=\"\">"
	    "<p hidden=\"until-found\"></p>");
}

static void literal_starts_of_addresses_are_fine(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<a tal:attributes=\"href string:#${item/title}\"/>"
	    "<a tal:attributes=\"href string:./${item/title}.html\"/>"
	    "<a tal:attributes=\"href string:article-${count}.html\"/>"
	    "<a tal:attributes=\"href string:https://x.example/?u=${url}\"/>"
	    "<a tal:attributes=\"href item/parent/parent/url | "
	    "string:x.html\"/>"
	    "<a href=\"fixed.html\" tal:attributes=\"href "
	    "item/parent/parent/url | default\"/>"
	    "<a tal:attributes=\"href nothing\"/>")),
	    "<a href=\"#Two\"></a><a href=\"./Two.html\"></a>"
	    "<a href=\"article-5.html\"></a>"
	    "<a href=\"https://x.example/?u=../x.html#y\"></a>"
	    "<a href=\"x.html\"></a><a href=\"fixed.html\"></a><a></a>");
}

static const struct {
	const char *content, *expected;
} bad[] = {
	{ "<a tal:attributes=\"href title\"/>",
	    "2:25: error: 'title' is text, and an address is needed here "
	    "[template-kind]" },
	{ "<a tal:attributes=\"href url | date\"/>",
	    "2:31: error: 'date' is a date, and an address is needed here "
	    "[template-kind]" },
	{ "<a tal:attributes=\"href string:${title}.html\"/>",
	    "2:34: error: 'title' is text, and an address is needed here "
	    "[template-kind]" },
	{ "<a tal:attributes=\"href string:javascript:${title}\"/>",
	    "2:25: error: a link may not begin with 'javascript:'; use http, "
	    "https, mailto, tel or a file of the guide [url-scheme]" },
	{ "<form tal:attributes=\"action yes\"/>",
	    "2:30: error: 'yes' is true or false, and an address is needed "
	    "here [template-kind]" },
	{ "<p tal:attributes=\"class yes\"/>",
	    "2:26: error: 'yes' is true or false, and text is needed here "
	    "[template-kind]" },
	{ "<p tal:attributes=\"title body\"/>",
	    "2:26: error: 'body' is markup, and text is needed here "
	    "[template-kind]" },
	{ "<p tal:attributes=\"title items\"/>",
	    "2:26: error: 'items' is a list, and text is needed here "
	    "[template-kind]" },
	{ "<p tal:attributes=\"title\"/>",
	    "2:25: error: '' is not understood: a path is missing "
	    "[template-syntax]" },
	{ "<p tal:attributes=\"title a;class b\"/>",
	    "2:26: error: 'a' is no slot of page [template-slot]\n"
	    "templates/page.html:2:34: error: 'b' is no slot of page "
	    "[template-slot]" },
};

static void faults_are_told(void **state)
{
	char expected[600];
	char content[600];
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		(void)snprintf(content, sizeof(content), BLOCK("\n%s"),
		    bad[i].content);
		(void)snprintf(expected, sizeof(expected),
		    "templates/page.html:%s\n", bad[i].expected);
		assert_string_equal(refused(*state, content), expected);
	}
}

static void file_without_exact_places_still_has_one(void **state)
{
	assert_string_equal(refused(*state, BLOCK(
	    "\n<p tal:attributes=\"title string:&amp;; class nope\"/>")),
	    "templates/page.html:2:20: error: 'nope' is no slot of page; did "
	    "you mean 'none'? [template-slot]\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(attributes_keep_their_order),
		cmocka_unit_test(values_are_escaped),
		cmocka_unit_test(flags_are_there_or_not),
		cmocka_unit_test(literal_starts_of_addresses_are_fine),
		cmocka_unit_test(faults_are_told),
		cmocka_unit_test(file_without_exact_places_still_has_one),
	};

	return cmocka_run_group_tests_name("render/compile_attribute", tests,
	    templating_setup, templating_teardown);
}
