#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "rendering.h"

static void definitions_follow_their_terms(void **state)
{
	(void)state;
	assert_html("a\n: b\n: c\n\nd\n: e\n",
	    "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>\n<dt>d</dt>\n"
	    "<dd>e</dd>\n</dl>\n");
	assert_html("*a*\nb\n\n: c\n\n  d\n",
	    "<dl>\n<dt><em>a</em></dt>\n<dt>b</dt>\n<dd>\n<p>c</p>\n"
	    "<p>d</p>\n</dd>\n</dl>\n");
	assert_html("a\n: b\n\nc\n",
	    "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n<p>c</p>\n");
}

static void without_a_term_there_is_no_definition(void **state)
{
	(void)state;
	assert_html(": a\n", "<p>: a</p>\n");
	assert_html("# a\n: b\n", "<h1>a</h1>\n<p>: b</p>\n");
	assert_html("a\n\n\n: b\n", "<p>a</p>\n<p>: b</p>\n");
	assert_html("- a\n\n: b\n",
	    "<ul>\n<li>a</li>\n</ul>\n<p>: b</p>\n");
}

static void lists_of_the_author_keep_apart(void **state)
{
	(void)state;
	assert_html("a\n: b\n+ c\n+ d\n",
	    "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"
	    "<ul>\n<li>c</li>\n<li>d</li>\n</ul>\n");
	/* All bullets are taken: items of both sorts are in one list. */
	assert_html("+ x\n* y\n\na\n: b\n- c\n",
	    "<ul>\n<li>x</li>\n</ul>\n<ul>\n<li>y</li>\n</ul>\n"
	    "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"
	    "<ul>\n<li>c</li>\n</ul>\n");
}

static void a_footnote_does_not_loosen_what_is_before(void **state)
{
	(void)state;
	assert_html_and("a\n: b\n\n[^c]: d\n",
	    "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n",
	    "footnote-unused 4:1 c\n");
	assert_html_and("- a\n- b\n\n[^c]: d\n",
	    "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n",
	    "footnote-unused 4:1 c\n");
	assert_html_and("3) a\n4) b\n\n[^c]: d\n",
	    "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n"
	    "</li>\n</ol>\n",
	    "footnote-unused 4:1 c\n");
}

static void a_footnote_defined_twice_is_reported(void **state)
{
	(void)state;
	assert_html_and("[^a]\n\n[^a]: b\n[^a]: c\n",
	    "<p><sup><a id=\"back.1\" href=\"#note.1\" role=\"doc-noteref\">1"
	    "</a></sup></p>\n--\n<ol>\n<li id=\"note.1\">\n"
	    "<p>b <a href=\"#back.1\" role=\"doc-backlink\">\u2191<span "
	    "class=\"unseen\">[0]</span></a></p>\n</li>\n</ol>\n",
	    "footnote-twice 4:1 a\n");
}

static void footnotes_in_tight_lists_are_paragraphs(void **state)
{
	(void)state;
	assert_html("- [^a]\n  [^a]: b\n",
	    "<ul>\n<li><sup><a id=\"back.1\" href=\"#note.1\" "
	    "role=\"doc-noteref\">1</a></sup></li>\n</ul>\n--\n<ol>\n"
	    "<li id=\"note.1\">\n<p>b <a href=\"#back.1\" "
	    "role=\"doc-backlink\">\u2191<span class=\"unseen\">[0]</span></a>"
	    "</p>\n</li>\n</ol>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(definitions_follow_their_terms),
		cmocka_unit_test(without_a_term_there_is_no_definition),
		cmocka_unit_test(lists_of_the_author_keep_apart),
		cmocka_unit_test(a_footnote_does_not_loosen_what_is_before),
		cmocka_unit_test(a_footnote_defined_twice_is_reported),
		cmocka_unit_test(footnotes_in_tight_lists_are_paragraphs),
	};

	return cmocka_run_group_tests_name("parse/item_pass", tests, NULL, NULL);
}
