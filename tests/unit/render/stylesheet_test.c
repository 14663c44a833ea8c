#include "render/stylesheet.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void stylesheets_are_shortened_but_for_their_strings(void **state)
{
	static const struct {
		const char *css, *shorter;
	} rows[] = {
		{ "/* a */a { }\n\n\tb { /* c */ }\n", "a{}\nb{}\n" },
		{ "a::after { content: \"/* \\\" */\n  b\" }",
		    "a::after{content:\"/* \\\" */\n  b\"}" },
		{ ":is(a, b) c :d > e { f: g h , i;\n\tj: k; }\n\nl {\n}",
		    ":is(a,b) c :d > e{f:g h,i;j:k;}\nl{}" },
		{ "a { content: '/*' } /* b", "a{content:'/*'}" },
		{ "a { content: '\\", "a{content:'\\" },
		{ "a/", "a/" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buffer out = { 0 };

		stylesheet_shorten(&out, text_from(rows[i].css));
		buffer_add_char(&out, '\0');
		assert_string_equal(out.bytes, rows[i].shorter);
		buffer_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    stylesheets_are_shortened_but_for_their_strings),
	};

	return cmocka_run_group_tests_name(
	    "render/stylesheet", tests, NULL, NULL);
}
