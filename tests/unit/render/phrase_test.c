#include "render/phrase.h"

#include "render/statement.h"
#include "render/templating.h"

static const struct markup_node *root_of(struct templating *templating,
    const char *content)
{
	templating_clear(templating);
	add_bytes(templating, "page.html",
	    text_format(&templating->arena, "<p" TAL ">%s</p>", content));
	return markup_read(&templating->arena, &templating->report,
	    &templating->files[0].source, false);
}

static const char *id_of(struct templating *templating, const char *content)
{
	struct phrase phrase;

	if (!phrase_read(&phrase, &templating->arena, &templating->report,
		root_of(templating, content)))
		fail_msg("%s", said(templating));
	return text_string(&templating->arena, phrase.id);
}

static const char *refusal(struct templating *templating, const char *content)
{
	struct phrase phrase;

	assert_false(phrase_read(&phrase, &templating->arena,
	    &templating->report, root_of(templating, content)));
	return said(templating);
}

static void blanks_are_normalised(void **state)
{
	assert_string_equal(id_of(*state, "\n\t a  b\r\n c\n"), "a b c");
	assert_string_equal(id_of(*state, " a <b> c </b> d "),
	    "a <b> c </b> d");
	assert_string_equal(id_of(*state, "a\xC2\xA0\xC2\xA0z"),
	    "a\xC2\xA0\xC2\xA0z");
}

static void text_is_not_escaped(void **state)
{
	assert_string_equal(id_of(*state, "R&amp;D &lt; 3 &quot;x&quot; &gt;"),
	    "R&D < 3 \"x\" >");
}

static void children_are_tags(void **state)
{
	assert_string_equal(
	    id_of(*state, "a <b class='x&amp;&lt;\"y' title=\"\">b"
			  "<i>c</i></b><br/><i></i>"),
	    "a <b class=\"x&amp;&lt;&quot;y\" title=\"\">b<i>c</i></b><br/>"
	    "<i/>");
}

static void statements_are_not_in_the_message(void **state)
{
	assert_string_equal(
	    id_of(*state, "<a class=\"c\" href=\"#\" title=\"t\" "
			  "tal:attributes=\"href url\" "
			  "i18n:attributes=\"title\">b</a>"),
	    "<a class=\"c\">b</a>");
}

static void named_children_are_placeholders(void **state)
{
	assert_string_equal(
	    id_of(*state, "On <time i18n:name=\"date\" tal:content=\"date\">"
			  "today</time> <b>by <tal:block i18n:name=\"who\" "
			  "replace=\"title\"/></b> and {other}"),
	    "On {date} <b>by {who}</b> and {other}");
}

static void what_is_not_fixed_needs_a_name(void **state)
{
	assert_string_equal(refusal(*state, "\n<b tal:content=\"x\">b</b>"),
	    "templates/page.html:2:1: error: this text cannot be translated "
	    "as it is: the element 'b' needs an i18n:name, since what it "
	    "holds is not fixed [template-phrase]\n");
	assert_string_equal(refusal(*state, "\n<tal:block>b</tal:block>"),
	    "templates/page.html:2:1: error: this text cannot be translated "
	    "as it is: the element 'block' needs an i18n:name, since what it "
	    "holds is not fixed [template-phrase]\n");
	assert_string_equal(refusal(*state, "\na <b tal:condition=\"x\"/>"),
	    "templates/page.html:2:3: error: this text cannot be translated "
	    "as it is: the element 'b' needs an i18n:name, since what it "
	    "holds is not fixed [template-phrase]\n");
}

static void other_faults_are_told(void **state)
{
	assert_string_equal(refusal(*state, " "),
	    "templates/page.html:1:1: error: this text cannot be translated "
	    "as it is: there is no text [template-phrase]\n");
	assert_string_equal(refusal(*state, "a &lt;b"),
	    "templates/page.html:1:1: error: this text cannot be translated "
	    "as it is: '<' before a letter cannot be told from a tag; put it "
	    "into a child with i18n:name [template-phrase]\n");
	assert_string_equal(
	    refusal(*state, "\n<b i18n:name=\"a\"/><i i18n:name=\"a\"/>"),
	    "templates/page.html:2:33: error: this text cannot be translated "
	    "as it is: the name 'a' is given to two children "
	    "[template-phrase]\n");
}

static bool plural(struct templating *templating, const char *content,
    const char *one_id, const char *other_id)
{
	struct phrase one;
	struct phrase other;

	if (!phrase_read_plural(&one, &other, &templating->arena,
		&templating->report, root_of(templating, content)))
		return false;
	assert_true(text_equal_string(one.id, one_id));
	assert_true(text_equal_string(other.id, other_id));
	return true;
}

static void plural_has_two_forms(void **state)
{
	assert_true(plural(*state,
	    "\n<tal:block i18n:other=\"\">{n} pages</tal:block>\n"
	    "<tal:block one=\"\" i18n:one=\"\">A page</tal:block>\n",
	    "A page", "{n} pages"));
	assert_true(plural(*state,
	    "<i18n:one>A page</i18n:one><i18n:other>Pages</i18n:other>",
	    "A page", "Pages"));
	assert_false(plural(*state, "<i18n:one>A page</i18n:one>", "", ""));
	assert_false(plural(*state,
	    "text<i18n:one>A</i18n:one><i18n:other>B</i18n:other>", "", ""));
	assert_false(plural(*state,
	    "<i18n:one>A</i18n:one><i18n:one>A</i18n:one>"
	    "<i18n:other>B</i18n:other>", "", ""));
	assert_string_equal(said(*state),
	    "templates/page.html:1:1: error: this text cannot be translated "
	    "as it is: i18n:plural needs a child with i18n:one and a child "
	    "with i18n:other, and nothing else [template-phrase]\n");
}

/* The tokens of a translation in short, or what is wrong with it. */
static const char *tokens_of(struct templating *templating,
    const char *content, const char *translation)
{
	struct phrase_tokens tokens;
	struct phrase phrase;
	struct text problem;
	struct buffer out = { 0 };
	const char *copy;
	size_t i;

	assert_true(phrase_read(&phrase, &templating->arena,
	    &templating->report, root_of(templating, content)));
	if (!phrase_parse(&tokens, &problem, &templating->arena, &phrase,
		text_from(translation)))
		return text_string(&templating->arena, problem);
	for (i = 0; i < tokens.count; i++) {
		const struct phrase_token *token = &tokens.items[i];

		buffer_add_char(&out, "t{<>"[token->kind]);
		if (token->kind >= PHRASE_OPEN)
			buffer_format(&out, "%zu", token->element);
		else
			buffer_add(&out, token->text);
		buffer_add_char(&out, ' ');
	}
	copy = text_string(&templating->arena, buffer_text(&out));
	buffer_release(&out);
	return copy;
}

static void translation_may_order_anew(void **state)
{
	const char *content = "a <b>b</b> {c} <b>d</b><br/><i>{c}</i>";

	assert_string_equal(tokens_of(*state, content,
				"<i>x</i><b><br/>y<b>{c}</b></b>z{c}"),
	    "<3 tx >3 <0 <2 ty <1 {c >1 >0 tz {c ");
	assert_string_equal(tokens_of(*state, content,
				"a <b>b</b> {c} <b>d</b><br/><i>{c}</i>"),
	    "ta  <0 tb >0 t  {c t  <1 td >1 <2 <3 {c >3 ");
}

static void translation_holds_the_same_elements(void **state)
{
	const char *content = "a <b>b</b> {c} <i class=\"x\">d</i>";

	assert_string_equal(tokens_of(*state, content, "x <b>b</b>"),
	    "'<i class=\"x\">' is missing");
	assert_string_equal(
	    tokens_of(*state, content, "<b>x</b><b>x</b><i class=\"x\">d</i>"),
	    "'<b>' is not in the message, or not at this place");
	assert_string_equal(tokens_of(*state, content, "<b>x <i>x</i></b>"),
	    "'<i>' is not in the message, or not at this place");
	assert_string_equal(
	    tokens_of(*state, content, "<b><i class=\"x\">x</b></i>"),
	    "'</b>' is not in the message, or not at this place");
	assert_string_equal(tokens_of(*state, content, "<i class=\"x\">x<b>"),
	    "'</b>' is missing");
	assert_string_equal(tokens_of(*state, content, "x {d}"),
	    "'{d}' is not in the message, or not at this place");
	assert_string_equal(tokens_of(*state, content, "x <b"),
	    "'<b' is not in the message, or not at this place");
}

static void signs_that_are_no_markup_stay(void **state)
{
	assert_string_equal(tokens_of(*state, "a", "3 < 4 & {} {1} { a } <"),
	    "t3 < 4 & {} {1} { a } < ");
	assert_string_equal(tokens_of(*state, "a", ""), "");
}

static void placeholders_are_names(void **state)
{
	(void)state;
	assert_int_equal(phrase_placeholder(TEXT("x{a_1}"), 1).length, 3);
	assert_int_equal(phrase_placeholder(TEXT("x{a_1}"), 0).length, 0);
	assert_int_equal(phrase_placeholder(TEXT("{1}"), 0).length, 0);
	assert_int_equal(phrase_placeholder(TEXT("{a-b}"), 0).length, 0);
	assert_int_equal(phrase_placeholder(TEXT("{a"), 0).length, 0);
	assert_int_equal(phrase_placeholder(TEXT("{"), 0).length, 0);
	assert_true(phrase_has_placeholder(TEXT("{{a}")));
	assert_false(phrase_has_placeholder(TEXT("{a b}")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blanks_are_normalised),
		cmocka_unit_test(text_is_not_escaped),
		cmocka_unit_test(children_are_tags),
		cmocka_unit_test(statements_are_not_in_the_message),
		cmocka_unit_test(named_children_are_placeholders),
		cmocka_unit_test(what_is_not_fixed_needs_a_name),
		cmocka_unit_test(other_faults_are_told),
		cmocka_unit_test(plural_has_two_forms),
		cmocka_unit_test(translation_may_order_anew),
		cmocka_unit_test(translation_holds_the_same_elements),
		cmocka_unit_test(signs_that_are_no_markup_stay),
		cmocka_unit_test(placeholders_are_names),
	};

	return cmocka_run_group_tests_name("render/phrase", tests,
	    templating_setup, templating_teardown);
}
