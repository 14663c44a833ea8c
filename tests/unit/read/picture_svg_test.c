#include "read/picture.h"

#include "base/arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" "

/* "6x4", or why there is no size. */
static const char *size(struct arena *arena, struct text bytes)
{
	struct picture picture;
	struct text reason = { 0 };

	if (!picture_read(&picture, &reason, arena, bytes, TEXT("a.SVG")))
		return text_string(arena, reason);
	return text_format(arena, "%zux%zu", picture.width, picture.height)
	    .at;
}

static void sizes_are_those_of_browsers(void **state)
{
	static const struct {
		const char *attributes, *expected;
	} cases[] = {
		{ "width='30' height='20'", "30x20" },
		{ "width='12.5' height='7.4'", "13x7" },
		{ "width=' 30px ' height='20PX'", "30x20" },
		{ "width='1in' height='2.54cm'", "96x96" },
		{ "width='10mm' height='2em'", "38x32" },
		{ "width='40q' height='6pt'", "38x8" },
		{ "width='1pc' height='2ex'", "16x16" },
		{ "width='0.2' height='.3'", "1x1" },
		{ "width='30' viewBox='0 0 100 40'", "30x12" },
		{ "height='30' viewBox='0,0,100,40'", "75x30" },
		{ "width='30' height='7' viewBox='0 0 100 40'", "30x7" },
		{ "viewBox='-10 -5.5 100 40'", "100x40" },
		{ "width='100%' height='50%' viewBox='0 0 100 40'", "100x40" },
		{ "width='auto' viewBox='0 0 100 40'", "100x40" },
		{ "viewBox='0 0 100'", "300x150" },
		{ "viewBox='0 0 0 40'", "300x150" },
		{ "width='40' viewBox='0 0 0 40'", "40x150" },
		{ "", "300x150" },
		{ "height='30'", "300x30" },
		{ "width='-3' height='30'", "300x30" },
		{ "width='0' height='20'", "it has no width or no height" },
		{ "width='99999999999999999999' height='1'", "2147483647x1" },
	};
	struct arena arena = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(
		    size(&arena,
			text_format(&arena, SVG "%s/>", cases[i].attributes)),
		    cases[i].expected);
	arena_release(&arena);
}

static void head_may_be_long(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	assert_string_equal(
	    size(&arena,
		TEXT("\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?>\n"
		     "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
		     "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n"
		     "<!-- drawn by hand -->\n"
		     "<s:svg xmlns:s='http://www.w3.org/2000/svg' width='6' "
		     "height='4'><s:svg width='9'/></s:svg>\n")),
	    "6x4");
	arena_release(&arena);
}

static void what_browsers_do_not_draw_is_refused(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	assert_string_equal(size(&arena, TEXT("<svg width='1'/>")),
	    "SVG: it must begin with "
	    "<svg xmlns=\"http://www.w3.org/2000/svg\">");
	assert_string_equal(
	    size(&arena, TEXT("<html><body>404</body></html>")),
	    "SVG: it must begin with "
	    "<svg xmlns=\"http://www.w3.org/2000/svg\">");
	assert_string_equal(size(&arena, TEXT("<")),
	    "SVG: line 1 is not well-formed XML");
	assert_string_equal(size(&arena, TEXT(SVG ">\n<g>\n</svg>")),
	    "SVG: line 3 is not well-formed XML");
	assert_string_equal(size(&arena, TEXT(SVG "/> and more")),
	    "SVG: line 1 is not well-formed XML");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sizes_are_those_of_browsers),
		cmocka_unit_test(head_may_be_long),
		cmocka_unit_test(what_browsers_do_not_draw_is_refused),
	};

	return cmocka_run_group_tests_name(
	    "read/picture_svg", tests, NULL, NULL);
}
