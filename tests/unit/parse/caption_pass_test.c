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

#define CAPTIONED(caption)                                                     \
	"<div class=\"table\" tabindex=\"0\" role=\"region\" "                   \
	"aria-labelledby=\"table.1\">\n<table>\n<caption id=\"table.1\">"        \
	caption "</caption>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n</tr>\n"   \
	"</thead>\n</table>\n</div>\n"

static void captions_are_behind_tables(void **state)
{
	(void)state;
	assert_html("|a|\n|-|\n\nTable: *b*\n", CAPTIONED("<em>b</em>"));
	assert_html("|a|\n|-|\nTable: b\nc\n", CAPTIONED("b\nc"));
	assert_html("|a|\n|-|\n\n: b\n", CAPTIONED("b"));
	assert_html("|a|\n|-|\n: b\n", CAPTIONED("b"));
}

static void others_are_paragraphs(void **state)
{
	(void)state;
	assert_html("Table: a\n", "<p>Table: a</p>\n");
	assert_html("|a|\n|-|\n\nTable:b\n",
	    TABLE(HEAD("a"), "") "<p>Table:b</p>\n");
	assert_html("|a|\n|-|\n\nTable: b\n\nTable: c\n",
	    CAPTIONED("b") "<p>Table: c</p>\n");
	assert_html("|a|\n|-|\n\n: b\n\n<!-- -->\n\n: c\n",
	    CAPTIONED("b") "<!-- -->\n<p>: c</p>\n");
}

static void attributes_need_no_caption(void **state)
{
	(void)state;
	assert_html("|a|\n|-|\n\n: {#b}\n",
	    "<div class=\"table\" id=\"b\" tabindex=\"0\">\n<table>\n<thead>\n"
	    "<tr>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n</table>\n"
	    "</div>\n");
	assert_html_and("|a|\n|-|\n\n: b {c}\n", CAPTIONED("b"),
	    "attributes-syntax 4:6 {#anchor .do-dont}\n");
}

static void images_alone_with_titles_are_figures(void **state)
{
	(void)state;
	assert_html("![a](b.png \"c *d*\")\n",
	    "<figure>\n<img src=\"b.png\" alt=\"a\">\n"
	    "<figcaption>c *d*</figcaption>\n</figure>\n");
	assert_html("![a](b.png)\n",
	    "<p><img src=\"b.png\" alt=\"a\"></p>\n");
	assert_html("![a](b.png \"c\") d\n",
	    "<p><img src=\"b.png\" alt=\"a\" title=\"c\"> d</p>\n");
	assert_html("[![a](b.png \"c\")](d)\n",
	    "<p><a href=\"d\"><img src=\"b.png\" alt=\"a\" title=\"c\">"
	    "</a></p>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(captions_are_behind_tables),
		cmocka_unit_test(others_are_paragraphs),
		cmocka_unit_test(attributes_need_no_caption),
		cmocka_unit_test(images_alone_with_titles_are_figures),
	};

	return cmocka_run_group_tests_name("parse/caption_pass", tests, NULL, NULL);
}
