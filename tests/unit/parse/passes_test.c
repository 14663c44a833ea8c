#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "rendering.h"

static void extensions_work_together(void **state)
{
	(void)state;
	assert_html("> [!NOTE] A ~~b~~\n> - [ ] c[^d]\n>\n> e\n> : f\n>\n"
		    "> [^d]: ~~g~~\n",
	    "<div class=\"callout note\" role=\"note\" "
	    "aria-labelledby=\"callout.1\">\n"
	    "<header><svg class=\"glyph\" aria-hidden=\"true\">"
	    "<use href=\"#g-note\" /></svg><b>[0]</b></header>\n"
	    "<h2 id=\"callout.1\">A <del>b</del></h2>\n"
	    "<ul class=\"checklist\">\n<li><label class=\"task\">"
	    "<input type=\"checkbox\"> c<sup><a id=\"back.1\" "
	    "href=\"#note.1\" role=\"doc-noteref\">1</a></sup></label></li>\n"
	    "</ul>\n<dl>\n<dt>e</dt>\n<dd>f</dd>\n</dl>\n</div>\n--\n<ol>\n"
	    "<li id=\"note.1\">\n<p><del>g</del> <a href=\"#back.1\" "
	    "role=\"doc-backlink\">\u2191<span class=\"unseen\">[0]</span></a>"
	    "</p>\n</li>\n</ol>\n");
}

/* Whatever is ours has its addresses and anchors in document order. */
static void anchors_and_addresses_are_counted(void **state)
{
	const struct document_options options = { .locale = TEXT("en") };
	struct parsing parsing;
	struct section_text *section;

	(void)state;
	parse_bytes(&parsing,
	    TEXT("a\n\n|b|\n|-|\n\n: c {#t}\n\n## d\n\n> [!TIP]{#u} e\n> f\n\n"
		 "> [!TIP]{#t}\n"),
	    &options);
	assert_messages(&parsing, "anchor-twice 13:11 t\n");
	assert_int_equal(parsing.document.anchor_count, 3);
	assert_text(parsing.document.anchor_names[0], "d");
	assert_text(parsing.document.anchor_names[1], "t");
	assert_text(parsing.document.anchor_names[2], "u");
	section = table_get(&parsing.document.anchors, TEXT("t"));
	assert_ptr_equal(section, &parsing.document.sections[0]);
	section = table_get(&parsing.document.anchors, TEXT("u"));
	assert_ptr_equal(section, &parsing.document.sections[1]);
	assert_int_equal(parsing.document.block_count, 6);
	parsing_release(&parsing);
}

static void links_are_placed_where_they_are_written(void **state)
{
	const struct document_options options = { .locale = TEXT("en") };
	struct parsing parsing;

	(void)state;
	parse_bytes(&parsing,
	    TEXT("|a|[b](c)|\n|-|-|\n|`x\\|y`|[d](e.md)|\n\n"
		 "> [!TIP] [f](g)\n\nh [i](j)\n: [k](l)\n"),
	    &options);
	assert_int_equal(parsing.document.reference_count, 5);
	assert_int_equal(parsing.document.references[0].place.offset, 7);
	assert_int_equal(parsing.document.references[1].place.offset, 29);
	assert_int_equal(parsing.document.references[2].place.offset, 50);
	assert_int_equal(parsing.document.references[3].place.offset, 60);
	assert_int_equal(parsing.document.references[4].place.offset, 69);
	parsing_release(&parsing);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(extensions_work_together),
		cmocka_unit_test(anchors_and_addresses_are_counted),
		cmocka_unit_test(links_are_placed_where_they_are_written),
	};

	return cmocka_run_group_tests_name("parse/passes", tests, NULL, NULL);
}
