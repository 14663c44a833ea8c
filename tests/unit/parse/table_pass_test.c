#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "rendering.h"

#define TABLE(head, rows)                                                      \
	"<div class=\"table\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n" head     \
	"</tr>\n</thead>\n" rows "</table>\n</div>\n"
#define HEAD(text) "<th scope=\"col\">" text "</th>\n"
#define ROW(cells) "<tr>\n" cells "</tr>\n"
#define CELL(text) "<td>" text "</td>\n"
#define BODY(rows) "<tbody>\n" rows "</tbody>\n"

static void cells_hold_inlines_each_of_its_own(void **state)
{
	(void)state;
	assert_html("|*a|b*|\n|-|-|\n|`c\\|d`|[e](f \"g\")|\n",
	    TABLE(HEAD("*a") HEAD("b*"),
		BODY(ROW(CELL("<code>c|d</code>")
			CELL("<a href=\"f\" title=\"g\">e</a>")))));
	assert_html("|a|b|\n|-|-|\n|# c|- d|\n",
	    TABLE(HEAD("a") HEAD("b"), BODY(ROW(CELL("# c") CELL("- d")))));
}

static void links_are_found_wherever_they_are_defined(void **state)
{
	(void)state;
	assert_html("|[a]|\n|-|\n\n[a]: b\n",
	    TABLE(HEAD("<a href=\"b\">a</a>"), ""));
	assert_html("[a]: b\n|[a]|\n|-|\n",
	    TABLE(HEAD("<a href=\"b\">a</a>"), ""));
	assert_html("```\n[a]: b\n```\n\n|[a]|\n|-|\n",
	    "<pre><code>[a]: b\n</code></pre>\n" TABLE(HEAD("[a]"), ""));
}

static void lines_above_stay_a_paragraph(void **state)
{
	(void)state;
	assert_html("*a*\nb\n|c|\n|-|\n",
	    "<p><em>a</em>\nb</p>\n" TABLE(HEAD("c"), ""));
	assert_html("a\n|b|\n|-|\n|c|\n---\nd\n",
	    "<p>a</p>\n" TABLE(HEAD("b"), BODY(ROW(CELL("c"))))
	    "<hr>\n<p>d</p>\n");
}

static void ragged_rows_are_mended(void **state)
{
	(void)state;
	assert_html_and("|a|b|\n|-|-|\n|c|\n|d|e|f|\n",
	    TABLE(HEAD("a") HEAD("b"),
		BODY(ROW(CELL("c") CELL("")) ROW(CELL("d") CELL("e")))),
	    "table-row 4:6 3,2\n");
}

static void containers_do_not_matter(void **state)
{
	(void)state;
	assert_html("> - |a|\n>   |-|\n>   |b|\n",
	    "<blockquote>\n<ul>\n<li>\n"
	    TABLE(HEAD("a"), BODY(ROW(CELL("b"))))
	    "</li>\n</ul>\n</blockquote>\n");
	assert_html("[^a]\n\n[^a]:\n    |b|\n    |-|\n",
	    "<p><sup><a id=\"back.1\" href=\"#note.1\" role=\"doc-noteref\">1"
	    "</a></sup></p>\n--\n<ol>\n<li id=\"note.1\">\n"
	    TABLE(HEAD("b"), "")
	    "<p> <a href=\"#back.1\" role=\"doc-backlink\">\u2191<span "
	    "class=\"unseen\">[0]</span></a></p>\n</li>\n</ol>\n");
}

static void a_footnote_may_begin_with_a_table(void **state)
{
	(void)state;
	assert_html("[^a]\n\n[^a]: |b|\n    |-|\n",
	    "<p><sup><a id=\"back.1\" href=\"#note.1\" role=\"doc-noteref\">1"
	    "</a></sup></p>\n--\n<ol>\n<li id=\"note.1\">\n"
	    TABLE(HEAD("b"), "")
	    "<p> <a href=\"#back.1\" role=\"doc-backlink\">\u2191<span "
	    "class=\"unseen\">[0]</span></a></p>\n</li>\n</ol>\n");
	assert_html("[^a]\n\n[^a]: # b\n    |c|\n    |-|\n",
	    "<p><sup><a id=\"back.1\" href=\"#note.1\" role=\"doc-noteref\">1"
	    "</a></sup></p>\n--\n<ol>\n<li id=\"note.1\">\n<p># b</p>\n"
	    TABLE(HEAD("c"), "")
	    "<p> <a href=\"#back.1\" role=\"doc-backlink\">\u2191<span "
	    "class=\"unseen\">[0]</span></a></p>\n</li>\n</ol>\n");
}

static void other_lines_with_pipes_are_text(void **state)
{
	(void)state;
	assert_html("|a|b|\n|-|\n", "<p>|a|b|\n|-|</p>\n");
	assert_html("|-|\n|a|\n", "<p>|-|\n|a|</p>\n");
	assert_html("a\n:-:\n", "<p>a\n:-:</p>\n");
	assert_html("a|b\n===\n", "<h1>a|b</h1>\n");
	assert_html("    |a|\n    |-|\n",
	    "<pre><code>|a|\n|-|\n</code></pre>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_hold_inlines_each_of_its_own),
		cmocka_unit_test(links_are_found_wherever_they_are_defined),
		cmocka_unit_test(lines_above_stay_a_paragraph),
		cmocka_unit_test(ragged_rows_are_mended),
		cmocka_unit_test(containers_do_not_matter),
		cmocka_unit_test(a_footnote_may_begin_with_a_table),
		cmocka_unit_test(other_lines_with_pipes_are_text),
	};

	return cmocka_run_group_tests_name("parse/table_pass", tests, NULL, NULL);
}
