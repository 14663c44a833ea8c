#include "render/compile.h"

#include "render/templating.h"

static void variables_last_as_long_as_their_element(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<p tal:define=\"x item; y x/parent; s string:${y/title};;;;\" "
	    "tal:content=\"string:${x/title}, ${y/title}, ${s}\"/>"
	    "<p tal:define=\"title item/title\"><b tal:content=\"title\"/></p>"
	    "<p tal:content=\"title\"/>")),
	    "<p>Two, One &amp; only, One &amp; only;;</p><p><b>Two</b></p>"
	    "<p>&lt;Title&gt; &amp; \"more\"</p>");
	assert_string_equal(refused(*state, BLOCK(
	    "\n<p tal:define=\"x item\"/>\n<p tal:content=\"x/title\"/>")),
	    "templates/page.html:3:17: error: 'x' is no slot of page "
	    "[template-slot]\n");
}

static void statements_follow_zopes_order(void **state)
{
	/* define, condition, repeat, content, attributes */
	assert_string_equal(page(*state, BLOCK(
	    "<b tal:attributes=\"title x/title\" tal:content=\"y\" "
	    "tal:repeat=\"x list\" tal:condition=\"list\" "
	    "tal:define=\"list items; y string:n\"/>")),
	    "<b title=\"One &amp; only\">n</b><b title=\"Two\">n</b>"
	    "<b>n</b>");
	assert_string_equal(refused(*state, BLOCK(
	    "\n<b tal:define=\"y x/title\" tal:repeat=\"x items\"/>")),
	    "templates/page.html:2:18: error: 'x' is no slot of page "
	    "[template-slot]\n");
}

static void replace_leaves_no_element(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<p>a <b tal:replace=\"item/title\">x</b> c "
	    "<tal:block replace=\"structure body\"/></p>")),
	    "<p>a Two c <p>Body</p></p>");
}

static void default_is_what_stands_there(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<p tal:content=\"missing | default\">a <b tal:content=\"date\"/>"
	    "</p><p tal:content=\"date | default\">a</p>"
	    "<p tal:replace=\"missing | default\" "
	    "tal:attributes=\"title date\">b</p>"
	    "<p tal:replace=\"date | default\">b</p>"
	    "<p title=\"t\" tal:attributes=\"title missing | default\"/>"
	    "<p tal:attributes=\"title missing | default\"/>")),
	    "<p>a <b>3.11.2026</b></p><p>3.11.2026</p>"
	    "<p title=\"3.11.2026\">b</p>3.11.2026<p title=\"t\"></p><p></p>");
}

static void tags_can_be_omitted(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<p tal:omit-tag=\"\" title=\"x\">a</p>"
	    "<p tal:omit-tag=\"yes\">b</p><p tal:omit-tag=\"no\">c</p>"
	    "<p tal:omit-tag=\"not:no\" tal:content=\"foreign\"/>"
	    "<p tal:omit-tag=\"no\" tal:content=\"foreign\"/>")),
	    "ab<p>c</p><span lang=\"fi\" dir=\"ltr\">Suomi</span>"
	    "<p><span lang=\"fi\" dir=\"ltr\">Suomi</span></p>");
}

static void content_says_its_language(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<p tal:content=\"foreign\" class=\"c\"/>"
	    "<p tal:content=\"words\"/><p tal:content=\"title\"/>"
	    "<div tal:content=\"structure strange\"/>"
	    "<p tal:content=\"missing | foreign\"/>"
	    "<p lang=\"x\" tal:content=\"foreign\"/>"
	    "<p tal:attributes=\"lang item/tag; dir item/tag\" "
	    "tal:content=\"words\"/>")),
	    "<p class=\"c\" lang=\"fi\" dir=\"ltr\">Suomi</p>"
	    "<p lang=\"fa\" dir=\"rtl\">sivu</p>"
	    "<p>&lt;Title&gt; &amp; \"more\"</p>"
	    "<div lang=\"fi\" dir=\"ltr\"><p>Runko</p></div>"
	    "<p lang=\"fi\" dir=\"ltr\">Suomi</p>"
	    "<p lang=\"x\" dir=\"ltr\">Suomi</p>"
	    "<p lang=\"fi\" dir=\"fi\">sivu</p>");
}

static void page_in_that_language_says_nothing(void **state)
{
	struct templating *templating = *state;
	const char *got;

	templating->language = &finnish;
	got = page(templating, BLOCK("<p tal:content=\"foreign\"/>"
				     "<p tal:content=\"words\"/>"));
	templating->language = &serbian;
	assert_string_equal(got,
	    "<p>Suomi</p><p lang=\"fa\" dir=\"rtl\">sivu</p>");
}

static void replaced_text_is_wrapped(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<p><b tal:replace=\"foreign\"/> <b tal:replace=\"title\"/></p>"
	    "<p tal:content=\"string:(${foreign}) ${date}\"/>"
	    "<p tal:content=\"missing | string:${words}\"/>"
	    "<div><b tal:replace=\"structure strange\"/></div>"
	    "<h2><b tal:replace=\"structure strange\"/></h2>")),
	    "<p><span lang=\"fi\" dir=\"ltr\">Suomi</span> "
	    "&lt;Title&gt; &amp; \"more\"</p>"
	    "<p>(<span lang=\"fi\" dir=\"ltr\">Suomi</span>) 3.11.2026</p>"
	    "<p><span lang=\"fa\" dir=\"rtl\">sivu</span></p>"
	    "<div><div lang=\"fi\" dir=\"ltr\"><p>Runko</p></div></div>"
	    "<h2><span lang=\"fi\" dir=\"ltr\"><p>Runko</p></span></h2>");
}

static void nothing_is_wrapped_where_no_element_may_be(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<title tal:content=\"string:${foreign} - x\">t</title>"
	    "<textarea><b tal:replace=\"foreign\"/></textarea>"
	    "<select><option tal:content=\"foreign\"/>"
	    "<option><b tal:replace=\"foreign\"/></option></select>"
	    "<svg><title><tal:block replace=\"foreign\"/></title></svg>"
	    "<p tal:attributes=\"title string:${foreign}!\"/>")),
	    "<title>Suomi - x</title><textarea>Suomi</textarea>"
	    "<select><option lang=\"fi\" dir=\"ltr\">Suomi</option>"
	    "<option>Suomi</option></select>"
	    "<svg><title>Suomi</title></svg><p title=\"Suomi!\"></p>");
}

static void own_language_is_told_inside_of_another(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<p lang=\"fi\" dir=\"ltr\"><b tal:content=\"foreign\"/>"
	    "<b tal:content=\"title\"/></p>")),
	    "<p lang=\"fi\" dir=\"ltr\"><b>Suomi</b>"
	    "<b lang=\"sr\" dir=\"ltr\">&lt;Title&gt; &amp; \"more\"</b></p>");
}

static void indentation_is_dropped(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "\n  <p>\n    a  b\n\t c </p> <i/>\n\n\n  <pre>\n  x\n   y </pre>"
	    "<textarea>\n  <tal:block replace=\"date\"/>  \n</textarea>\n")),
	    "<p>\na  b\nc </p> <i></i>\n<pre>\n  x\n   y </pre>"
	    "<textarea>\n  3.11.2026  \n</textarea>");
}

static void svg_is_written_as_xml(void **state)
{
	assert_string_equal(page(*state, BLOCK(
	    "<svg viewBox=\"0 0 1 1\" "
	    "xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0\"/>"
	    "<g></g><use href=\"#a\"> </use></svg><p/><br/><hr></hr>")),
	    "<svg viewBox=\"0 0 1 1\"><path d=\"M0\"/><g/>"
	    "<use href=\"#a\"> </use></svg><p></p><br><hr>");
}

static const struct {
	const char *content, *expected;
} bad[] = {
	{ "<p tal:content=\"body\"/>",
	    "2:17: error: 'body' is markup, and 'structure' before it is "
	    "needed here [template-kind]" },
	{ "<p tal:content=\"structure title\"/>",
	    "2:27: error: 'title' is text, and markup is needed here "
	    "[template-kind]" },
	{ "<p tal:content=\"structure string:x\"/>",
	    "2:27: error: 'string:x' is text, and markup is needed here "
	    "[template-kind]" },
	{ "<p tal:replace=\"items\"/>",
	    "2:17: error: 'items' is a list, and text is needed here "
	    "[template-kind]" },
	{ "<p tal:content=\"yes\"/>",
	    "2:17: error: 'yes' is true or false, and text is needed here "
	    "[template-kind]" },
	{ "<p tal:content=\"item\"/>",
	    "2:17: error: 'item' is an object, and text is needed here "
	    "[template-kind]" },
	{ "<p tal:repeat=\"x title\"><b tal:content=\"x/y\"/></p>",
	    "2:18: error: 'title' is text, and a list is needed here "
	    "[template-kind]" },
	{ "<p tal:repeat=\"items\"/>",
	    "2:21: error: '' is not understood: a path is missing "
	    "[template-syntax]" },
	{ "<p tal:repeat=\"repeat items\"/>",
	    "2:16: error: 'repeat' is not understood: it cannot be the name "
	    "of a variable [template-syntax]" },
	{ "<p tal:define=\"x\"/>",
	    "2:17: error: '' is not understood: a path is missing "
	    "[template-syntax]" },
	{ "<p tal:define=\"x nope\" tal:content=\"x/y\"/>",
	    "2:18: error: 'nope' is no slot of page; did you mean 'none'? "
	    "[template-slot]" },
	{ "<p tal:define=\"x default\"/>",
	    "2:18: error: 'default' is not understood: there is no default "
	    "here [template-syntax]" },
	{ "<p tal:condition=\"titel\"><b tal:content=\"dat\"/></p>",
	    "2:19: error: 'titel' is no slot of page; did you mean 'title'? "
	    "[template-slot]\n"
	    "templates/page.html:2:42: error: 'dat' is no slot of page; did "
	    "you mean 'date'? [template-slot]" },
	{ "<p tal:omit-tag=\"nada\"/>",
	    "2:18: error: 'nada' is no slot of page [template-slot]" },
	{ "<p tal:define=\"x nothing\"><b tal:content=\"x/y\"/></p>",
	    "2:43: error: 'x' is nothing, and an object is needed here "
	    "[template-kind]" },
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(variables_last_as_long_as_their_element),
		cmocka_unit_test(statements_follow_zopes_order),
		cmocka_unit_test(replace_leaves_no_element),
		cmocka_unit_test(default_is_what_stands_there),
		cmocka_unit_test(tags_can_be_omitted),
		cmocka_unit_test(content_says_its_language),
		cmocka_unit_test(page_in_that_language_says_nothing),
		cmocka_unit_test(replaced_text_is_wrapped),
		cmocka_unit_test(nothing_is_wrapped_where_no_element_may_be),
		cmocka_unit_test(own_language_is_told_inside_of_another),
		cmocka_unit_test(indentation_is_dropped),
		cmocka_unit_test(svg_is_written_as_xml),
		cmocka_unit_test(faults_are_told),
	};

	return cmocka_run_group_tests_name("render/compile", tests,
	    templating_setup, templating_teardown);
}
