#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "translating.h"

/* The edition that answers give, without addresses, and what is said of it as
 * "code values". */
static void assert_edition_at(const char *markdown,
    const struct answer *answers, size_t count, const char *html,
    const char *messages, const char *file, int line)
{
	struct document_options options = {
		.locale = TEXT("fi"),
		.language = TEXT("en"),
		.alone = true,
		.raw_html = true,
		.render_blocks = body_render_blocks,
		.render_inlines = body_render_inlines,
	};
	struct translating translating;
	struct parsing parsing;
	struct buffer found = { 0 };
	bool same;

	translating_begin(&translating, answers, count);
	options.translator = &translating.translator;
	parse_bytes(&parsing, text_from(markdown), &options);
	rendering_add(&found, &parsing.document.whole);
	rendering_add(&found, &parsing.document.notes);
	rendering_strip(&found);
	same = text_equal_string(buffer_text(&found), html);
	if (!same)
		print_error("is:\n%.*s\nshould be:\n%s\n",
		    TEXT_ARGUMENTS(buffer_text(&found)), html);
	if (strcmp(parsing_messages(&parsing), messages) != 0) {
		print_error("messages are:\n%s\nshould be:\n%s\n",
		    parsing_messages(&parsing), messages);
		same = false;
	}
	buffer_release(&found);
	parsing_release(&parsing);
	if (!same)
		_fail(file, line);
}

#define assert_edition(markdown, html, messages, ...)                          \
	assert_edition_at((markdown), (const struct answer[])__VA_ARGS__,      \
	    sizeof((const struct answer[])__VA_ARGS__) /                       \
		sizeof(struct answer),                                         \
	    (html), (messages), __FILE__, __LINE__)

static void inlines_take_the_place_of_the_source_s(void **state)
{
	(void)state;
	assert_edition("yksi *kaksi*\n\n- kolme\n- [ ] neljä\n",
	    "<p><em>two</em> one</p>\n<ul>\n<li>three</li>\n"
	    "<li><label class=\"task\"><input type=\"checkbox\"> four"
	    "</label></li>\n</ul>\n",
	    "",
	    { { "yksi *kaksi*", "*two* one", NULL },
		{ "kolme", "three", NULL }, { "neljä", "four", NULL } });
}

static void placeholders_get_the_source_s_targets(void **state)
{
	(void)state;
	assert_edition(
	    "[a](a.md) ![b](b.png) <http://c.example> [d](d.md \"e\")\n",
	    "<p><a href=\"d.md\">D</a> <a href=\"http://c.example\">"
	    "http://c.example</a> <a href=\"a.md\" title=\"T\">A</a> "
	    "<img src=\"b.png\" alt=\"B\"></p>\n",
	    "",
	    { { "[a]({link}) ![b]({image}) <{link2}> [d]({link3} \"e\")",
		"[D]({link3}) <{link2}> [A]({link} \"T\") ![B]({image})",
		NULL } });
}

static void strikes_and_notes_are_found_in_translations(void **state)
{
	(void)state;
	assert_edition("a[^n] b\n\n[^n]: c\n",
	    "<p><del>A</del> \\~~B~~ [^n]<sup><a id=\"back.1\" "
	    "href=\"#note.1\" role=\"doc-noteref\">1</a></sup></p>\n"
	    "<ol>\n<li id=\"note.1\">\n<p>C <a href=\"#back.1\" "
	    "role=\"doc-backlink\">\xE2\x86\x91<span class=\"unseen\">[0]"
	    "</span></a></p>\n</li>\n</ol>\n",
	    "",
	    { { "a[^n] b", "~~A~~ \\\\\\~\\~B\\~~ \\[^n][^n]", NULL },
		{ "c", "C", NULL } });
}

static void figures_and_tables_are_translated(void **state)
{
	(void)state;
	assert_edition("![a](b.png \"c\")\n\n| d |\n|---|\n| e |\n\n: f\n",
	    "<figure>\n<img src=\"b.png\" alt=\"A\">\n<figcaption>C"
	    "</figcaption>\n</figure>\n<div class=\"table\" tabindex=\"0\" "
	    "role=\"region\" aria-labelledby=\"table.1\">\n<table>\n"
	    "<caption id=\"table.1\">F</caption>\n<thead>\n<tr>\n"
	    "<th scope=\"col\">D</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
	    "<td>E|E</td>\n</tr>\n</tbody>\n</table>\n</div>\n",
	    "",
	    { { "![a]({image})", "![A]({image} \"no\")", NULL },
		{ "c", "C", NULL }, { "d", "D", NULL },
		{ "e", "E|E", NULL }, { "f", "F", NULL } });
}

/* Each shows the source's words instead. */
static void assert_fault(const char *markdown, const char *id,
    const char *text, const char *message)
{
	const struct answer answer = { id, text, NULL };
	struct document_options options = {
		.locale = TEXT("fi"),
		.alone = true,
		.render_blocks = body_render_blocks,
		.render_inlines = body_render_inlines,
	};
	struct translating translating;
	struct parsing parsing;

	translating_begin(&translating, &answer, 1);
	options.translator = &translating.translator;
	parse_bytes(&parsing, text_from(markdown), &options);
	assert_true(parsing.document.missing_count > 0);
	assert_messages(&parsing, message);
	assert_ptr_equal(parsing.report.items[0].place.source,
	    &translating.catalog);
	parsing_release(&parsing);
}

static void faults_are_reported_where_the_translation_is(void **state)
{
	static const char link[] = "[a](b.md) c\n", id[] = "[a]({link}) c";

	(void)state;
	assert_fault(link, id, "A c",
	    "po-placeholder 1:1 {link},missing\n");
	assert_fault(link, id, "[A]({link}) [b]({link2})",
	    "po-placeholder 1:1 {link2},not in the message\n");
	assert_fault(link, id, "[A]({link}) [b](http://x.example)",
	    "po-placeholder 1:1 http://x.example,not in the message\n");
	assert_fault(link, id, "[A]({link}) <http://x.example>",
	    "po-placeholder 1:1 http://x.example,not in the message\n");
	assert_fault(link, id, "[A({link})",
	    "po-placeholder 1:1 {link},missing\n");
	assert_fault("a[^n]\n\n[^n]: b\n", "a[^n]", "A",
	    "po-placeholder 1:1 [^n],missing\n");
	assert_fault("a\n", "a", "A[^n]",
	    "po-placeholder 1:1 [^n],not in the message\n");
	assert_fault("a\n", "a", "A\n\nB",
	    "po-markup 1:1 it must be one paragraph\n");
	assert_fault("a\n", "a", "A\\\n- B",
	    "po-markup 1:1 it must be one paragraph\n");
	assert_fault("a\n", "a", "A\\\n```\nB",
	    "po-markup 1:1 it must be one paragraph\n");
	assert_fault("**a**\n", "**a**", "**A*",
	    "po-markup 1:1 '*' has no counterpart; write '\\*' if it is "
	    "meant to be read\n");
	assert_fault("`a`\n", "`a`", "`A",
	    "po-markup 1:1 '`' has no counterpart; write '\\`' if it is "
	    "meant to be read\n");
	assert_fault("~~a~~\n", "~~a~~", "~~A",
	    "po-markup 1:1 '~~' has no counterpart; write '\\~~' if it is "
	    "meant to be read\n");
	assert_fault("![a](b.png \"c\")\n\n", "![a]({image})",
	    "A ![B]({image})",
	    "po-markup 1:1 it must be '![...]({image})' and nothing else\n");
}

static void a_stale_translation_keeps_no_link_of_another_time(void **state)
{
	(void)state;
	assert_edition("[a](a.md) [b](b.md) *c*\n",
	    "<div class=\"stale\">\n<p class=\"flag\"><svg class=\"glyph\" "
	    "aria-hidden=\"true\"><use href=\"#g-old\" /></svg>[0]</p>\n"
	    "<p>B <em>C</em></p>\n<details><summary>[0]</summary>\n"
	    "<p lang=\"fi\" dir=\"ltr\"><ins>a</ins> b c</p>\n</details>\n"
	    "</div>\n",
	    "",
	    { { "[a]({link}) [b]({link2}) *c*", "[B]({link}) *C*",
		"[b]({link}) *c*" } });
	assert_edition("[a](a.md) c\n",
	    "<div class=\"stale\">\n<p class=\"flag\"><svg class=\"glyph\" "
	    "aria-hidden=\"true\"><use href=\"#g-old\" /></svg>[0]</p>\n"
	    "<p><a href=\"a.md\">A</a></p>\n<details><summary>[0]</summary>\n"
	    "<p lang=\"fi\" dir=\"ltr\">a <del>b</del> <ins>c</ins></p>\n"
	    "</details>\n</div>\n",
	    "",
	    { { "[a]({link}) c", "[A]({link})", "[a]({link}) b" } });
}

static void what_is_missing_says_its_language(void **state)
{
	(void)state;
	assert_edition("a\n\n- b\n\n| c |\n|---|\n| d |\n",
	    "<div class=\"missing\">\n<p class=\"flag\"><svg class=\"glyph\" "
	    "aria-hidden=\"true\"><use href=\"#g-language\" /></svg>[0]</p>\n"
	    "<p lang=\"fi\" dir=\"ltr\">a</p>\n</div>\n"
	    "<ul>\n<li><div class=\"missing\">\n<p class=\"flag\">"
	    "<svg class=\"glyph\" aria-hidden=\"true\">"
	    "<use href=\"#g-language\" /></svg>[0]</p>\n"
	    "<div lang=\"fi\" dir=\"ltr\">b</div>\n</div>\n</li>\n</ul>\n"
	    "<div class=\"table\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n"
	    "<th scope=\"col\">C</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
	    "<td><span class=\"flag\"><svg class=\"glyph\" "
	    "aria-hidden=\"true\"><use href=\"#g-language\" /></svg>"
	    "<span class=\"unseen\">[0]</span></span> "
	    "<span lang=\"fi\" dir=\"ltr\">d</span></td>\n</tr>\n</tbody>\n"
	    "</table>\n</div>\n",
	    "", { { "c", "C", NULL } });
}

static void line_ends_in_a_translation_are_blanks(void **state)
{
	(void)state;
	assert_edition("a\n", "<p>- A B<br>\nC</p>\n", "",
	    { { "a", "- A\nB\\\nC", NULL } });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(inlines_take_the_place_of_the_source_s),
		cmocka_unit_test(placeholders_get_the_source_s_targets),
		cmocka_unit_test(strikes_and_notes_are_found_in_translations),
		cmocka_unit_test(figures_and_tables_are_translated),
		cmocka_unit_test(faults_are_reported_where_the_translation_is),
		cmocka_unit_test(
		    a_stale_translation_keeps_no_link_of_another_time),
		cmocka_unit_test(what_is_missing_says_its_language),
		cmocka_unit_test(line_ends_in_a_translation_are_blanks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
