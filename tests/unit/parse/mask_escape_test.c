#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "rendering.h"

static void code_keeps_its_bytes(void **state)
{
	(void)state;
	assert_html("```\n[^a]: b\n  : c\n+ d\n```\n\n    [^a]: b\n    : c",
	    "<pre><code>[^a]: b\n  : c\n+ d\n</code></pre>\n"
	    "<pre><code>[^a]: b\n: c\n</code></pre>\n");
	assert_html("> ~~~ a\n> [^b]: c\n> ~~~\n",
	    "<blockquote>\n<pre><code class=\"language-a\">[^b]: c\n"
	    "</code></pre>\n</blockquote>\n");
	assert_html("`a\n    [^b]: c`", "<p><code>a [^b]: c</code></p>\n");
}

static void raw_html_keeps_its_bytes(void **state)
{
	(void)state;
	assert_html("<div>\n[^a]: b\n: c\n</div>",
	    "<div>\n[^a]: b\n: c\n</div>\n");
}

static void paragraphs_keep_their_bytes(void **state)
{
	(void)state;
	assert_html("a\n    : b\n", "<p>a\n: b</p>\n");
	assert_html_and("a\n    [^b]: c\n", "<p>a\n[^b]: c</p>\n",
	    "footnote-unknown 2:5 b,\n");
	assert_html(": a\nb\n", "<p>: a\nb</p>\n");
}

static void escaped_bytes_come_back(void **state)
{
	(void)state;
	assert_html("\\~ \\[^a] `\\~ \\[^a]` [b](c\\~ \"d\\~\") <e f=\"\\~\">",
	    "<p>~ [^a] <code>\\~ \\[^a]</code> "
	    "<a href=\"c~\" title=\"d~\">b</a> <e f=\"\\~\"></p>\n");
	assert_html("``` \\~a\n\\~\n```\n",
	    "<pre><code class=\"language-~a\">\\~\n</code></pre>\n");
	assert_html("*a\\~*b *c\\[^*d", "<p>*a~*b *c[^*d</p>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(code_keeps_its_bytes),
		cmocka_unit_test(raw_html_keeps_its_bytes),
		cmocka_unit_test(paragraphs_keep_their_bytes),
		cmocka_unit_test(escaped_bytes_come_back),
	};

	return cmocka_run_group_tests_name("parse/mask_escape", tests, NULL, NULL);
}
