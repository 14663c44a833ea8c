#include "render/statement.h"

#include "render/templating.h"

static const struct markup_node *parse(struct templating *templating,
    const char *content)
{
	const struct markup_node *root;

	templating_clear(templating);
	add_bytes(templating, "page.html",
	    text_format(&templating->arena, "<div" TAL ">\n%s</div>", content));
	root = markup_read(&templating->arena, &templating->report,
	    &templating->files[0].source, false);
	if (root == NULL)
		fail_msg("%s", said(templating));
	return root;
}

static const char *checked(struct templating *templating, const char *content)
{
	const struct markup_node *root = parse(templating, content);

	statement_check(&templating->report, &templating->arena, root);
	return said(templating);
}

static void statement_is_found_by_its_name(void **state)
{
	const struct markup_node *node = parse(*state,
	    "<p tal:content=\"a\" content=\"b\" "
	    "metal:define-slot=\"c\"/>")->first->next;

	assert_true(text_equal_string(
	    statement_get(node, STATEMENT_CONTENT)->value.text, "a"));
	assert_true(text_equal_string(
	    statement_get(node, STATEMENT_DEFINE_SLOT)->value.text, "c"));
	assert_null(statement_get(node, STATEMENT_REPLACE));
	assert_string_equal(statement_name(STATEMENT_OMIT_TAG),
	    "tal:omit-tag");
}

static void translated_attributes_are_listed(void **state)
{
	const struct markup_node *node = parse(*state,
	    "<p i18n:attributes=\"title; aria-label\"/>")->first->next;

	assert_true(statement_translates(node, TEXT("title")));
	assert_true(statement_translates(node, TEXT("aria-label")));
	assert_false(statement_translates(node, TEXT("label")));
}

static void forms_are_elements_or_statements(void **state)
{
	const struct markup_node *node = parse(*state,
	    "<i18n:one/><tal:block i18n:other=\"\"/>"
	    "<b i18n:one=\"\"/>")->first->next;

	assert_true(statement_is_form(node, STATEMENT_ONE));
	assert_false(statement_is_form(node, STATEMENT_OTHER));
	assert_true(statement_is_form(node->next, STATEMENT_OTHER));
	assert_false(statement_is_form(node->next->next, STATEMENT_ONE));
}

static void good_files_are_not_reported(void **state)
{
	assert_string_equal(checked(*state,
	    "<ul><li tal:repeat=\"x y\" tal:attributes=\"class x; id z\" "
	    "tal:omit-tag=\"\" role=\"none\" data-any=\"\" "
	    "aria-hidden=\"true\"></li></ul><a href=\"x\"/>"
	    "<svg viewBox=\"\"><path d=\"\"/></svg>"
	    "<script src=\"a.js\" defer=\"\"></script>"
	    "<img src=\"\" alt=\"\"/>"
	    "<h2 i18n:plural=\"n\"><i18n:one>a</i18n:one>"
	    "<i18n:other>b</i18n:other></h2>"
	    "<p tal:content=\"a | default\" i18n:translate=\"\">b</p>"),
	    "");
}

static const struct {
	const char *content, *expected;
} bad[] = {
	{ "<p tal:contents=\"\"/>",
	    "2:4: error: 'tal:contents' is no statement of the template "
	    "language; did you mean 'tal:content'? [template-statement]" },
	{ "<p metal:zebra=\"\"/>",
	    "2:4: error: 'metal:zebra' is no statement of the template "
	    "language [template-statement]" },
	{ "<tal:block conditon=\"\"/>",
	    "2:12: error: 'tal:conditon' is no statement of the template "
	    "language; did you mean 'tal:condition'? [template-statement]" },
	{ "<p i18n:domain=\"x\"/>",
	    "2:4: error: 'i18n:domain' is no statement of the template "
	    "language [template-statement]" },
	{ "<p tal:define-macro=\"x\"/>",
	    "2:4: error: 'tal:define-macro' is no statement of the template "
	    "language; did you mean 'metal:define-macro'? "
	    "[template-statement]" },
	{ "<p i18n:attribute=\"title\" title=\"x\"/>",
	    "2:4: error: 'i18n:attribute' is no statement of the template "
	    "language; did you mean 'i18n:attributes'? "
	    "[template-statement]" },
	{ "<p style=\"color: red\"/>",
	    "2:4: error: the attribute 'style' may not stand in a template; "
	    "styles belong in a stylesheet, under a class "
	    "[template-attribute]" },
	{ "<p\n onclick=\"x()\"/>",
	    "3:2: error: the attribute 'onclick' may not stand in a template; "
	    "scripts belong in a file [template-attribute]" },
	{ "<iframe srcdoc=\"\"/>",
	    "2:9: error: the attribute 'srcdoc' may not stand in a template; "
	    "a page in a page needs a file and src [template-attribute]" },
	{ "<p xml:base=\"x\"/>",
	    "2:4: error: the attribute 'xml:base' may not stand in a "
	    "template; addresses are relative to the page "
	    "[template-attribute]" },
	{ "<p tal:attributes=\"onload x; style y\"/>",
	    "2:20: error: the attribute 'onload' may not stand in a template; "
	    "scripts belong in a file [template-attribute]\n"
	    "templates/page.html:2:30: error: the attribute 'style' may not "
	    "stand in a template; styles belong in a stylesheet, under a "
	    "class [template-attribute]" },
	{ "<svg><path style=\"\"/></svg>",
	    "2:12: error: the attribute 'style' may not stand in a template; "
	    "styles belong in a stylesheet, under a class "
	    "[template-attribute]" },
	{ "<script src=\"a\">go()</script>",
	    "2:1: error: the element 'script' may not stand in a template; "
	    "its content belongs in a file, which src names "
	    "[template-element]" },
	{ "<script tal:content=\"x\"/>",
	    "2:1: error: the element 'script' may not stand in a template; "
	    "its content belongs in a file, which src names "
	    "[template-element]" },
	{ "<style/>", "2:1: error: the element 'style' may not stand in a "
		      "template; styles belong in a stylesheet "
		      "[template-element]" },
	{ "<br>x</br>",
	    "2:1: error: the element 'br' may not stand in a template; it "
	    "holds something, and in HTML it never can [template-element]" },
	{ "<secton/>", "2:1: error: 'secton' is no element of HTML; did you "
		       "mean 'section'? [template-element-unknown]" },
	{ "<svg><div/></svg>",
	    "2:6: error: 'div' is no element of SVG, as far as templates may "
	    "use it [template-element-unknown]" },
	{ "<p clas=\"x\"/>", "2:4: error: 'clas' is no attribute of <p>; did "
			     "you mean 'class'? "
			     "[template-attribute-unknown]" },
	{ "<a href=\"javascript:x\"/>",
	    "2:10: error: a link may not begin with 'javascript:'; use http, "
	    "https, mailto, tel or a file of the guide [url-scheme]" },
	{ "<p tal:attributes=\"class a; class b\"/>",
	    "2:29: error: 'class' is given twice by 'tal:attributes'; keep "
	    "one [template-twice]" },
	{ "<p i18n:attributes=\"title\"/>",
	    "2:21: error: 'title' is not understood: the element has no such "
	    "attribute to translate [template-syntax]" },
	{ "<p title=\" \" i18n:attributes=\"title\"/>",
	    "2:4: error: this text cannot be translated as it is: there is no "
	    "text [template-phrase]" },
	{ "<p tal:content=\"a\" tal:replace=\"b\"/>",
	    "2:20: error: 'tal:replace' cannot stand on one element with "
	    "'tal:content' [template-conflict]" },
	{ "<p tal:content=\"a\" i18n:translate=\"\">x</p>",
	    "2:20: error: 'i18n:translate' cannot stand on one element with "
	    "'tal:content' [template-conflict]" },
	{ "<p metal:use-macro=\"a\" tal:attributes=\"class b\"/>",
	    "2:24: error: 'tal:attributes' cannot stand on one element with "
	    "'metal:use-macro' [template-conflict]" },
	{ "<p i18n:translate=\"id\">x</p>",
	    "2:4: error: 'i18n:translate' is not understood: it takes no "
	    "value; the text itself is the message [template-syntax]" },
	{ "<p i18n:name=\"x\">x</p>",
	    "2:4: error: 'i18n:name' is not understood: it is for what stands "
	    "inside of i18n:translate [template-syntax]" },
	{ "<p i18n:translate=\"\"><b i18n:name=\"a b\"/></p>",
	    "2:25: error: 'i18n:name' is not understood: a name is made of "
	    "letters, digits and '_' [template-syntax]" },
	{ "<p i18n:comment=\"x\" i18n:context=\"y\">x</p>",
	    "2:4: error: 'i18n:comment' is not understood: there is no message "
	    "here [template-syntax]\n"
	    "templates/page.html:2:21: error: 'i18n:context' is not "
	    "understood: there is no message here [template-syntax]" },
	{ "<i18n:one>x</i18n:one>",
	    "2:1: error: the element 'one' may not stand in a template; it "
	    "belongs directly into one with i18n:plural [template-element]" },
	{ "<i18n:two>x</i18n:two>",
	    "2:1: error: the element 'two' may not stand in a template; of "
	    "i18n there are only i18n:one and i18n:other "
	    "[template-element]" },
	{ "<p metal:define-macro=\"a\"/><p metal:define-macro=\"a\"/>",
	    "2:31: error: 'a' is given twice by 'metal:define-macro'; keep "
	    "one [template-twice]" },
	{ "<tal:block attributes=\"class x\"/>",
	    "2:12: error: 'tal:attributes' is not understood: this element is "
	    "never written [template-syntax]" },
	{ "<p metal:fill-slot=\"a\"/>",
	    "2:4: error: 'metal:fill-slot' is not understood: it is for what "
	    "stands inside of metal:use-macro [template-syntax]" },
	{ "<p metal:define-macro=\"\"/>",
	    "2:4: error: 'metal:define-macro' is not understood: a name is "
	    "missing [template-syntax]" },
};

static void faults_are_told(void **state)
{
	char expected[600];
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		(void)snprintf(expected, sizeof(expected),
		    "templates/page.html:%s\n", bad[i].expected);
		assert_string_equal(checked(*state, bad[i].content),
		    expected);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(statement_is_found_by_its_name),
		cmocka_unit_test(translated_attributes_are_listed),
		cmocka_unit_test(forms_are_elements_or_statements),
		cmocka_unit_test(good_files_are_not_reported),
		cmocka_unit_test(faults_are_told),
	};

	return cmocka_run_group_tests_name("render/statement", tests,
	    templating_setup, templating_teardown);
}
