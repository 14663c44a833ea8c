#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "rendering.h"

#define CALLOUT(class, glyph, label, content)                                  \
	"<div class=\"callout " class "\" role=\"note\" "                        \
	"aria-labelledby=\"callout.1\">\n<header><svg class=\"glyph\" "           \
	"aria-hidden=\"true\"><use href=\"#g-" glyph "\" /></svg>" label         \
	"</header>\n" content "</div>\n"
#define KIND "<b id=\"callout.1\">[0]</b>"

static void kinds_are_known_in_any_case(void **state)
{
	(void)state;
	assert_html("> [!NOTE]\n> a\n",
	    CALLOUT("note", "note", KIND, "<p>a</p>\n"));
	assert_html("> [!tip]\n>\n> a\n",
	    CALLOUT("tip", "tip", KIND, "<p>a</p>\n"));
	assert_html("> [!Exercise]\n> - a\n",
	    CALLOUT("exercise", "people", KIND, "<ul>\n<li>a</li>\n</ul>\n"));
	assert_html("> [!SCRIPT]\n", CALLOUT("script", "script", KIND, ""));
	assert_html("a\n\n> [!FACILITATOR]\n> b\n", "<p>a</p>\n");
}

static void the_rest_of_the_line_is_a_title(void **state)
{
	(void)state;
	assert_html("> [!WARNING] *a* b\n> c\n",
	    CALLOUT("warning", "warning", "<b>[0]</b>",
		"<h2 id=\"callout.1\"><em>a</em> b</h2>\n<p>c</p>\n"));
	assert_html("> [!NOTE]{minutes=5} a\n",
	    CALLOUT("note", "note",
		"<b>[0]</b><span class=\"time\">[5]</span>",
		"<h2 id=\"callout.1\">a</h2>\n"));
	assert_html("> [!NOTE] {minutes=5}\n",
	    CALLOUT("note", "note", KIND "<span class=\"time\">[5]</span>",
		""));
}

static void unknown_kinds_are_quotations(void **state)
{
	(void)state;
	assert_html_and("> [!TPI]\n> a\n",
	    "<blockquote>\n<p>[!TPI]\na</p>\n</blockquote>\n",
	    "callout-unknown 1:3 TPI,TIP\n");
	assert_html_and("> [!IMPORTANT] a\n",
	    "<blockquote>\n<p>[!IMPORTANT] a</p>\n</blockquote>\n",
	    "callout-unknown 1:3 IMPORTANT,\n");
	assert_html("> \\[!NOTE]\n",
	    "<blockquote>\n<p>[!NOTE]</p>\n</blockquote>\n");
	assert_html("> [!N1]\n",
	    "<blockquote>\n<p>[!N1]</p>\n</blockquote>\n");
}

static void broken_attributes_are_reported(void **state)
{
	(void)state;
	assert_html_and("> [!NOTE]{minutes} a\n",
	    CALLOUT("note", "note", "<b>[0]</b>",
		"<h2 id=\"callout.1\">a</h2>\n"),
	    "attributes-syntax 1:11 {#anchor minutes=15}\n");
	assert_html("> [!NOTE]{minutes=5\n",
	    CALLOUT("note", "note", "<b>[0]</b>",
		"<h2 id=\"callout.1\">{minutes=5</h2>\n"));
}

#define TASK(attributes, text)                                                 \
	"<label class=\"task\"><input type=\"checkbox\"" attributes "> " text    \
	"</label>"

static void tasks_have_boxes(void **state)
{
	(void)state;
	assert_html("- [ ] a\n- [x] *b*\n",
	    "<ul class=\"checklist\">\n<li>" TASK("", "a") "</li>\n<li>"
	    TASK(" checked=\"\"", "<em>b</em>") "</li>\n</ul>\n");
	assert_html("1. [X] a\n2. b\n",
	    "<ol>\n<li>" TASK(" checked=\"\"", "a") "</li>\n<li>b</li>\n"
	    "</ol>\n");
	assert_html("- \\[ ] a\n- [ ]\n- [x]b\n",
	    "<ul>\n<li>[ ] a</li>\n<li>[ ]</li>\n<li>[x]b</li>\n</ul>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kinds_are_known_in_any_case),
		cmocka_unit_test(the_rest_of_the_line_is_a_title),
		cmocka_unit_test(unknown_kinds_are_quotations),
		cmocka_unit_test(broken_attributes_are_reported),
		cmocka_unit_test(tasks_have_boxes),
	};

	return cmocka_run_group_tests_name("parse/callout_pass", tests, NULL, NULL);
}
