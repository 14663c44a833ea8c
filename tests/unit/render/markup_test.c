#include "render/markup.h"

#include "render/templating.h"

static const struct markup_node *read_as(struct templating *templating,
    const char *bytes, bool is_xml)
{
	templating_clear(templating);
	add_file(templating, "page.html", bytes);
	return markup_read(&templating->arena, &templating->report,
	    &templating->files[0].source, is_xml);
}

static const char *faults(struct templating *templating, const char *bytes)
{
	assert_null(read_as(templating, bytes, false));
	return said(templating);
}

static const char *name(struct templating *templating,
    const struct markup_node *node)
{
	return text_string(&templating->arena, node->name);
}

static void tree_knows_its_places(void **state)
{
	const char *bytes = "<!DOCTYPE html>\n<!-- x<y --><a b='1'\n"
			    " tal:content=\"p\"" TAL "><b/>t &amp; "
			    "<!-- c --><![CDATA[<u>]]><c/></a>";
	const struct markup_node *root = read_as(*state, bytes, false);
	const struct markup_node *text = root->first->next;

	assert_int_equal(root->place.offset, 28);
	assert_int_equal(root->attribute_count, 2);
	assert_int_equal(root->attributes[0].place.offset, 31);
	assert_int_equal(root->attributes[0].value.place.offset, 34);
	assert_true(root->attributes[0].space < MARKUP_TAL);
	assert_int_equal(root->attributes[1].space, MARKUP_TAL);
	assert_string_equal(name(*state, root), "a");
	assert_true(text_equal_string(root->attributes[1].name, "content"));
	assert_true(root->attributes[1].value.exact);
	assert_true(markup_is_text(text));
	assert_true(text_equal_string(text->text, "t & <u>"));
	assert_string_equal(name(*state, text->next), "c");
	assert_null(text->next->next);
	assert_int_equal(text->next->place.offset,
	    strstr(bytes, "<c/>") - bytes);
}

static void references_make_a_value_inexact(void **state)
{
	const struct markup_node *root = read_as(*state,
	    "<a b='&amp;' c='&#x41;' d='x\ny'/>", false);

	assert_false(root->attributes[0].value.exact);
	assert_true(text_equal_string(root->attributes[0].value.text, "&"));
	assert_true(text_equal_string(root->attributes[1].value.text, "A"));
	assert_true(root->attributes[2].value.exact);
	assert_true(text_equal_string(root->attributes[2].value.text, "x y"));
}

static void statements_need_no_prefix_on_their_elements(void **state)
{
	const struct markup_node *root = read_as(*state,
	    "<tal:block" TAL " condition='a' metal:use-macro='b'>"
	    "<metal:x define-slot='c'/></tal:block>", false);

	assert_true(markup_is_tagless(root));
	assert_int_equal(root->attributes[0].space, MARKUP_TAL);
	assert_true(text_equal_string(root->attributes[0].name, "condition"));
	assert_int_equal(root->attributes[1].space, MARKUP_METAL);
	assert_int_equal(root->first->attributes[0].space, MARKUP_METAL);
	assert_null(markup_attribute(root, TEXT("condition")));
}

static void svg_is_a_space_of_its_own(void **state)
{
	const struct markup_node *node = read_as(*state,
	    "<div" TAL "><svg><tal:block><g/></tal:block><foreignObject>"
	    "<p/></foreignObject></svg><s:path "
	    "xmlns:s='http://www.w3.org/2000/svg'/></div>", false);
	static const enum markup_space expected[] = { MARKUP_HTML, MARKUP_SVG,
		MARKUP_TAL, MARKUP_SVG, MARKUP_SVG, MARKUP_HTML, MARKUP_SVG };
	const struct markup_node *root = node;
	size_t i;

	for (i = 0; i < 7; i++) {
		assert_non_null(node);
		assert_int_equal(node->space, expected[i]);
		node = markup_next(node, root, true);
	}
	assert_null(node);
}

static void xml_keeps_prefixes_and_declarations(void **state)
{
	const struct markup_node *root = read_as(*state,
	    "<u xmlns='urn:u' xmlns:x='urn:x'" TAL
	    " xml:lang='fi'><x:v x:w=''/></u>", true);

	assert_int_equal(root->attribute_count, 3);
	assert_non_null(markup_attribute(root, TEXT("xmlns")));
	assert_non_null(markup_attribute(root, TEXT("xmlns:x")));
	assert_non_null(markup_attribute(root, TEXT("xml:lang")));
	assert_string_equal(name(*state, root->first), "x:v");
	assert_non_null(markup_attribute(root->first, TEXT("x:w")));
}

static void children_can_be_passed_over(void **state)
{
	const struct markup_node *root = read_as(*state,
	    "<a><b><c/></b> <d/></a>", false);
	const struct markup_node *b = markup_next(root, root, true);

	assert_string_equal(name(*state, markup_next(b, root, false)), "d");
	assert_null(markup_next(root, root, false));
	assert_null(markup_next(b->first, b, true));
}

static const struct {
	const char *bytes, *expected;
} bad[] = {
	{ "", " error: this template is no well-formed XML: Document is "
	      "empty" },
	{ "<a>\n<p>x</div>\n</a>",
	    "2:5: error: this template is no well-formed XML: Opening and "
	    "ending tag mismatch: p line 2 and div" },
	{ "<p>a&nbsp;b&copy;</p>",
	    "1:5: error: this template is no well-formed XML: Entity 'nbsp' "
	    "not defined; HTML's named characters are not available, write "
	    "the character itself [template-xml]\n"
	    "templates/page.html:1:12: error: this template is no well-formed "
	    "XML: Entity 'copy' not defined; HTML's named characters are not "
	    "available, write the character itself" },
	{ "<p title='&nbsp;'/>",
	    "1:11: error: this template is no well-formed XML: Entity 'nbsp' "
	    "not defined; HTML's named characters are not available, write "
	    "the character itself" },
	{ "<p a='1' tal:content='x'>a</p>",
	    "1:10: error: this template is no well-formed XML: Namespace "
	    "prefix tal for content on p is not defined; add "
	    "xmlns:tal=\"http://xml.zope.org/namespaces/tal\" to the root "
	    "element" },
	{ "<p x:y='1'/>",
	    "1:4: error: this template is no well-formed XML: Namespace "
	    "prefix x for y on p is not defined" },
	{ "<p a='1' a='2'/>",
	    "1:15: error: this template is no well-formed XML: Attribute a "
	    "redefined" },
	{ "<p a=1><b/></p>",
	    "1:6: error: this template is no well-formed XML: AttValue: \" or "
	    "' expected" },
	{ "<p>a",
	    "1:5: error: this template is no well-formed XML: Premature end "
	    "of data in tag p line 1" },
	{ "<p>a < b</p>",
	    "1:7: error: this template is no well-formed XML: StartTag: "
	    "invalid element name" },
	{ "<!DOCTYPE p [<!ENTITY a 'b'>]><p>&a;</p>",
	    "1:1: error: this template is no well-formed XML: the only "
	    "document type that may be written is <!DOCTYPE html>" },
	{ "<!DOCTYPE p SYSTEM 'file:///etc/passwd'><p/>",
	    "1:1: error: this template is no well-formed XML: the only "
	    "document type that may be written is <!DOCTYPE html>" },
	{ "<a>\n<b><?php x ?></b></a>",
	    "2:1: error: this template is no well-formed XML: this element "
	    "holds a processing instruction; remove it" },
};

static void faults_have_a_place(void **state)
{
	struct templating *templating = *state;
	char expected[1000];
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		(void)snprintf(expected, sizeof(expected),
		    "templates/page.html:%s [template-xml]\n",
		    bad[i].expected);
		assert_string_equal(faults(templating, bad[i].bytes),
		    expected);
	}
}

static void depth_is_bounded(void **state)
{
	struct templating *templating = *state;
	struct buffer bytes = { 0 };
	size_t i;

	for (i = 0; i < 100000; i++)
		buffer_add_string(&bytes, "<b>");
	templating_clear(templating);
	add_bytes(templating, "page.html", buffer_text(&bytes));
	assert_null(markup_read(&templating->arena, &templating->report,
	    &templating->files[0].source, false));
	assert_int_equal(templating->report.count, 1);
	buffer_release(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tree_knows_its_places),
		cmocka_unit_test(references_make_a_value_inexact),
		cmocka_unit_test(statements_need_no_prefix_on_their_elements),
		cmocka_unit_test(svg_is_a_space_of_its_own),
		cmocka_unit_test(xml_keeps_prefixes_and_declarations),
		cmocka_unit_test(children_can_be_passed_over),
		cmocka_unit_test(faults_have_a_place),
		cmocka_unit_test(depth_is_bounded),
	};

	return cmocka_run_group_tests_name("render/markup", tests,
	    templating_setup, templating_teardown);
}
