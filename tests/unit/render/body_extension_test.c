#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "../parse/rendering.h"

static void do_dont_tables_have_glyphs_in_two_columns(void **state)
{
	(void)state;
	assert_html("|a|b|c|\n|-|-|-|\n\n: {.do-dont}\n",
	    "<div class=\"table\" tabindex=\"0\">\n"
	    "<table class=\"do-dont\">\n<thead>\n<tr>\n"
	    "<th scope=\"col\"><span><svg class=\"glyph\" aria-hidden=\"true\">"
	    "<use href=\"#g-check\" /></svg>a</span></th>\n"
	    "<th scope=\"col\"><span><svg class=\"glyph\" aria-hidden=\"true\">"
	    "<use href=\"#g-cross\" /></svg>b</span></th>\n"
	    "<th scope=\"col\">c</th>\n</tr>\n</thead>\n</table>\n</div>\n");
}

static void alignment_is_a_class(void **state)
{
	(void)state;
	assert_html("||b|c|d|\n|-|:-|:-:|-:|\n",
	    "<div class=\"table\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n"
	    "<td></td>\n<th scope=\"col\" class=\"align-start\">b</th>\n"
	    "<th scope=\"col\" class=\"align-center\">c</th>\n"
	    "<th scope=\"col\" class=\"align-end\">d</th>\n"
	    "</tr>\n</thead>\n</table>\n</div>\n");
}

static void titles_are_headings_of_the_level_below(void **state)
{
	(void)state;
	assert_html("#### a\n\n> [!TIP] b\n\n###### c\n\n> [!TIP] d\n",
	    "<h4 id=\"a\">a</h4>\n"
	    "<div class=\"callout tip\" role=\"note\" "
	    "aria-labelledby=\"callout.1\">\n"
	    "<header><svg class=\"glyph\" aria-hidden=\"true\">"
	    "<use href=\"#g-tip\" /></svg><b>[0]</b></header>\n"
	    "<h5 id=\"callout.1\">b</h5>\n</div>\n"
	    "<h6 id=\"c\">c</h6>\n"
	    "<div class=\"callout tip\" role=\"note\" "
	    "aria-labelledby=\"callout.2\">\n"
	    "<header><svg class=\"glyph\" aria-hidden=\"true\">"
	    "<use href=\"#g-tip\" /></svg><b>[0]</b></header>\n"
	    "<h6 id=\"callout.2\">d</h6>\n</div>\n");
}

static void anchors_are_fit_for_attributes(void **state)
{
	(void)state;
	assert_html("> [!TIP]{#a`b}\n",
	    "<div class=\"callout tip\" id=\"a`b\" role=\"note\" "
	    "aria-labelledby=\"callout.1\">\n"
	    "<header><svg class=\"glyph\" aria-hidden=\"true\">"
	    "<use href=\"#g-tip\" /></svg><b id=\"callout.1\">[0]</b>"
	    "</header>\n</div>\n");
}

static void lists_are_checklists_only_as_a_whole(void **state)
{
	(void)state;
	assert_html("- [ ] a\n- b\n",
	    "<ul>\n<li><label class=\"task\"><input type=\"checkbox\"> a"
	    "</label></li>\n<li>b</li>\n</ul>\n");
	assert_html("- [ ] a\n\n  b\n",
	    "<ul class=\"checklist\">\n<li>\n<p><label class=\"task\">"
	    "<input type=\"checkbox\"> a</label></p>\n<p>b</p>\n</li>\n"
	    "</ul>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(do_dont_tables_have_glyphs_in_two_columns),
		cmocka_unit_test(alignment_is_a_class),
		cmocka_unit_test(titles_are_headings_of_the_level_below),
		cmocka_unit_test(anchors_are_fit_for_attributes),
		cmocka_unit_test(lists_are_checklists_only_as_a_whole),
	};

	return cmocka_run_group_tests_name("render/body_extension", tests,
	    NULL, NULL);
}
