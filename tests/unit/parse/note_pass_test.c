#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "rendering.h"

#include <unistd.h>

#define REFERENCE(id, number)                                                  \
	"<sup><a id=\"back." id "\" href=\"#note." number                         \
	"\" role=\"doc-noteref\">" number "</a></sup>"
#define BACK(id)                                                               \
	" <a href=\"#back." id "\" role=\"doc-backlink\">\u2191<span "            \
	"class=\"unseen\">[0]</span>"
#define NOTE(number, text)                                                     \
	"<li id=\"note." number "\">\n<p>" text "</p>\n</li>\n"

static void notes_are_numbered_by_first_use(void **state)
{
	(void)state;
	assert_html("a[^y] b[^x] c[^y]\n\n[^x]: X\n[^y]: Y\n",
	    "<p>a" REFERENCE("1", "1") " b" REFERENCE("2", "2") " c"
	    REFERENCE("1.2", "1") "</p>\n--\n<ol>\n"
	    NOTE("1", "Y" BACK("1") "</a>" BACK("1.2") " 2</a>")
	    NOTE("2", "X" BACK("2") "</a>") "</ol>\n");
}

static void notes_in_notes_come_after_all_others(void **state)
{
	(void)state;
	assert_html("[^a]: A[^c]\n[^c]: C[^a]\n\nx[^a] y[^b]\n\n[^b]: B\n",
	    "<p>x" REFERENCE("1", "1") " y" REFERENCE("2", "2") "</p>\n--\n"
	    "<ol>\n"
	    NOTE("1", "A" REFERENCE("3", "3") BACK("1") "</a>" BACK("1.2")
		" 2</a>")
	    NOTE("2", "B" BACK("2") "</a>")
	    NOTE("3", "C" REFERENCE("1.2", "1") BACK("3") "</a>") "</ol>\n");
}

static void what_is_no_reference_stays(void **state)
{
	(void)state;
	assert_html_and("\\[^a] `[^a]` [^a](b) [x [^a]](c) [^ a] [^a",
	    "<p>[^a] <code>[^a]</code> <a href=\"b\">^a</a> "
	    "<a href=\"c\">x [^a]</a> [^ a] [^a</p>\n", "");
	assert_html_and("a *[^b]*", "<p>a <em>[^b]</em></p>\n",
	    "footnote-unknown 1:4 b,\n");
	assert_html_and("|[^ab]|\n|-|\n\nx[^aa]\n\n[^aa]: b\n",
	    "<div class=\"table\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n"
	    "<th scope=\"col\">[^ab]</th>\n</tr>\n</thead>\n</table>\n</div>\n"
	    "<p>x" REFERENCE("1", "1") "</p>\n--\n<ol>\n"
	    NOTE("1", "b" BACK("1") "</a>") "</ol>\n",
	    "footnote-unknown 1:2 ab,aa\n");
}

static void unused_notes_are_left_out(void **state)
{
	(void)state;
	assert_html_and("a\n\n[^b]: c\n", "<p>a</p>\n",
	    "footnote-unused 3:1 b\n");
}

static void what_only_trainers_read_uses_notes_too(void **state)
{
	(void)state;
	assert_html("a\n\n> [!FACILITATOR]\n> b[^c]\n\n[^c]: d\n",
	    "<p>a</p>\n");
}

/* Each was looked for up to the end. */
static void brackets_within_labels_are_quick(void **state)
{
	enum { TIMES = 30000 };
	struct buffer markdown = { 0 };
	struct parsing parsing;
	size_t i;

	(void)state;
	for (i = 0; i < TIMES; i++)
		buffer_add_string(&markdown, "[^1");
	buffer_add_string(&markdown, "]");
	buffer_add_char(&markdown, '\0');
	alarm(5);
	parse(&parsing, markdown.bytes);
	alarm(0);
	assert_int_equal(parsing.report.count, 1);
	parsing_release(&parsing);
	buffer_release(&markdown);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(notes_are_numbered_by_first_use),
		cmocka_unit_test(notes_in_notes_come_after_all_others),
		cmocka_unit_test(what_is_no_reference_stays),
		cmocka_unit_test(brackets_within_labels_are_quick),
		cmocka_unit_test(unused_notes_are_left_out),
		cmocka_unit_test(what_only_trainers_read_uses_notes_too),
	};

	return cmocka_run_group_tests_name("parse/note_pass", tests, NULL, NULL);
}
