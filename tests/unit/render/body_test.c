#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "render/body.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

struct parsing {
	struct arena arena;
	struct report report;
	struct source source;
	struct document document;
};

static void parse(struct parsing *parsing, struct text markdown, bool raw_html)
{
	const struct document_options options = {
		.raw_html = raw_html,
		.locale = TEXT("en"),
		.render_blocks = body_render_blocks,
		.render_inlines = body_render_inlines,
	};
	struct arena scratch = { 0 };

	*parsing = (struct parsing){ 0 };
	parsing->source.bytes = markdown;
	document_parse(&parsing->document, &parsing->arena, &scratch,
	    &parsing->report, &parsing->source, 0, &options);
	arena_release(&scratch);
}

static void parsing_release(struct parsing *parsing)
{
	arena_release(&parsing->report.arena);
	arena_release(&parsing->arena);
}

/* The bytes of a body with each hole filled by the address that it stands
 * for, as cmark would write it. */
static void add_filled(struct buffer *out, const struct document *document,
    const struct body *body)
{
	static const char *const before[] = {
		[REFERENCE_ARTICLE] = "",
		[REFERENCE_PRINCIPLE] = "principle:",
		[REFERENCE_ANCHOR] = "",
		[REFERENCE_FILE] = "",
	};
	size_t from = 0;
	size_t i;

	for (i = 0; i < body->hole_count; i++) {
		const struct reference *reference =
		    &document->references[body->holes[i].reference];
		bool is_article = reference->kind == REFERENCE_ARTICLE;
		bool has_fragment = reference->kind == REFERENCE_ANCHOR ||
		    reference->fragment.length > 0;

		buffer_add(out, text_slice(body->bytes, from,
				    body->holes[i].offset - from));
		buffer_format(out, " %s=\"%s%.*s%s%s%.*s\"",
		    reference->is_image ? "src" : "href",
		    before[reference->kind],
		    TEXT_ARGUMENTS(reference->target),
		    is_article ? ".md" : "", has_fragment ? "#" : "",
		    TEXT_ARGUMENTS(reference->fragment));
		from = body->holes[i].offset;
	}
	buffer_add(out, text_after(body->bytes, from));
}

/* Removes what begins like ' data-b="' and ends with the next quote. */
static void strip(struct buffer *html, const char *begin)
{
	struct text text = buffer_text(html);
	struct buffer out = { 0 };
	size_t from = 0;
	size_t at;

	while ((at = text_find(text, text_from(begin), from)) != TEXT_NONE) {
		buffer_add(&out, text_slice(text, from, at - from));
		from = text_find_char(text, '"', at + strlen(begin)) + 1;
	}
	buffer_add(&out, text_after(text, from));
	buffer_release(html);
	*html = out;
}

/* The whole document, put together as cmark writes it. */
static void add_document(struct buffer *out, const struct document *document)
{
	size_t i;

	for (i = 0; i < document->section_count; i++) {
		const struct section_text *section = &document->sections[i];

		if (section->level > 0) {
			buffer_format(out, "<h%d>", section->level);
			add_filled(out, document, &section->title_body);
			buffer_format(out, "</h%d>\n", section->level);
		}
		add_filled(out, document, &section->body);
	}
	strip(out, " data-b=\"");
	strip(out, " id=\"");
}

/* cmark closes void elements as XML does; HTML has no use for it. */
static void add_unclosed(struct buffer *out, const char *cmarks)
{
	struct text text = text_from(cmarks);
	size_t from = 0;
	size_t at;

	while ((at = text_find(text, TEXT(" />"), from)) != TEXT_NONE) {
		buffer_add(out, text_slice(text, from, at - from));
		from = at + 2;
	}
	buffer_add(out, text_after(text, from));
}

static void assert_as_cmark(struct text markdown)
{
	char *cmarks = cmark_markdown_to_html(markdown.at, markdown.length,
	    CMARK_OPT_UNSAFE);
	struct buffer expected = { 0 };
	struct buffer html = { 0 };
	struct parsing parsing;

	add_unclosed(&expected, cmarks);
	parse(&parsing, markdown, true);
	add_document(&html, &parsing.document);
	if (!text_equal(buffer_text(&html), buffer_text(&expected))) {
		print_error("Markdown:\n%.*s\nours:\n%.*s\ncmark's:\n%s\n",
		    TEXT_ARGUMENTS(markdown),
		    TEXT_ARGUMENTS(buffer_text(&html)), cmarks);
		fail();
	}
	buffer_release(&html);
	buffer_release(&expected);
	parsing_release(&parsing);
	free(cmarks);
}

static void html_is_cmarks_but_for_addresses_and_holes(void **state)
{
	static const char *const inputs[] = {
		"",
		"a\n\nb\nc  \nd\\\ne",
		"a\n\n# b\n\n###### c *d* ######\n\ne\n===\n",
		"***\n\na\n***\nb\n\n---\n",
		"    a & <b>\n\n\tc\n",
		"```\na\n```\n\n~~~ c++ x=\"y\"\n<d>\n~~~\n\n``` \te&amp;\"\n",
		"~~~ a\tb\nc\n~~~\n\n~~~ d\u00a0e f\ng\n",
		"> a\nb\n>\n> > c\n> - d\n\n> e\n",
		"- a\n- b\n  - c\n    d\n\n- e\n\n  f\n",
		"- a\n+ b\n* c\n\n1. d\n2. e\n\n7) f\n0) g\n\n123. h\n",
		"- a\n  ```\n  b\n  ```\n- > c\n- # d\n-\n- ***\n",
		"- a\n\n\n- b\n\n<!-- -->\n\n    c\n",
		"1. a\n\n   - b\n   - c\n\n     d\n",
		"*a* __b__ ***c*** **d*e*f** *g**h**i*j* _k_l_",
		"`a` `` ` `` ` b\nc ` `<d>`",
		"[a](b.md) [c](d.md#e \"f & \\\"g\\\"\") [h](#i)",
		"[a](principle:b) [c](d.pdf 'e') [*f* `g`](h.md)",
		"<https://a.example/?b=c&d='e'> <f@g.example>",
		"[a](<https://b.example/c d|e[f]\\`\xC3\xA4%20%zz~> \"g<h>\")",
		"[a](//b.example/c) [d](tel:+1) [e](MAILTO:f@g.example)",
		"![a *b* `c` <d>\ne  \nf](g.png \"h\") ![](i.png)",
		"[![a](b.png)](c.md) ![d ![e](f.png) [g](h.md)](i.png)",
		"![a & \"b\"](c.png) ![**d**](e.png)f",
		"[a] [b][a] [c][] ![a]\n\n[a]: d.md#e 'f'\n[c]: g.pdf\n",
		"a <b c=\"d\">e</b> <!-- f --> <?g?> <![CDATA[h]]> <I J>",
		"<div>\n*a*\n\n</div>\n\n<pre>\n\nb</pre>\nc\n<br/>\nd",
		"&amp; &lt; &quot; &#35; &#x1F600; &nbsp; &bogus; \\& \\\\ \\a",
		"\"a\" 'b' > c < d & e",
		"a\0b \xEF\xBF\xBD",
		"a\rb\r\nc\r\rd",
		"\ta\n  b",
		"Setext *a*\n---\n## b ##\n# c\\#\n##\n",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(inputs) / sizeof(inputs[0]); i++)
		assert_as_cmark(text_from(inputs[i]));
	assert_as_cmark(TEXT("a\0b\n\n`\0`\n\n    \0"));
}

/* Documents without extensions (an image with a title has text behind it, or
 * it would be a figure), thrown together from what makes trees differ; the
 * same ones on every machine. */
static void random_documents_are_as_cmark_writes_them(void **state)
{
	static const char *const parts[] = {
		"a", "b ", " c", "\n", "\n", "\n", "\n\n", "\n\n", "  \n",
		"\\\n", "*", "*", "**", "_", "__", "`", "``", "[", "](d.md)",
		"](e.pdf \"f\") x", "![", "](g.png)", "](#h)", "]", "[i]",
		"\n\n[i]: j.md\n\n", "<https://k.example>", "<b>", "</b>",
		"\n\n<div>\n", "\n<!-- l -->\n\n", "\n- ", "\n- ", "\n  - ",
		"\n1. ", "\n3) ", "\n    ", "\n> ", "\n> ", "\n> - ",
		"\n\n# ", "\n## ", "\n### ", "\n===\n", "\n---\n", "\n***\n",
		"\n```\n", "\n~~~ m\n", "&amp;", "&", "<", ">", "\"", "\\",
		"\t", "\xC3\xA4", "\xED\x95\x9C",
	};
	enum { COUNT = sizeof(parts) / sizeof(parts[0]) };
	uint32_t random = 1;
	struct buffer markdown = { 0 };
	size_t i, j;

	(void)state;
	for (i = 0; i < 3000; i++) {
		buffer_clear(&markdown);
		/* Not to begin with a title, which is no part of a body. */
		buffer_add_string(&markdown, "x\n\n");
		for (j = 0; j < 40; j++) {
			random = random * 1664525u + 1013904223u;
			buffer_add_string(&markdown,
			    parts[(random >> 8) % COUNT]);
		}
		assert_as_cmark(buffer_text(&markdown));
	}
	buffer_release(&markdown);
}

static void assert_body(const char *markdown, bool raw_html,
    const char *expected)
{
	struct parsing parsing;
	struct text bytes;

	parse(&parsing, text_from(markdown), raw_html);
	assert_int_equal(parsing.document.section_count, 1);
	bytes = parsing.document.sections[0].body.bytes;
	assert_int_equal(bytes.length, strlen(expected));
	assert_memory_equal(bytes.at, expected, bytes.length);
	parsing_release(&parsing);
}

static void blocks_carry_their_addresses(void **state)
{
	(void)state;
	assert_body("a\n\n- b\n- c\n\n> d\n\n    e\n\n### F\n\ng\n", false,
	    "<p data-b=\".1\">a</p>\n"
	    "<ul>\n<li data-b=\".2\">b</li>\n<li data-b=\".3\">c</li>\n</ul>\n"
	    "<blockquote>\n<p data-b=\".4\">d</p>\n</blockquote>\n"
	    "<pre data-b=\".5\"><code>e\n</code></pre>\n"
	    "<h3 id=\"f\" data-b=\"f.0\">F</h3>\n"
	    "<p data-b=\"f.1\">g</p>\n");
	assert_body("- a\n\n- b\n", false,
	    "<ul>\n<li>\n<p data-b=\".1\">a</p>\n</li>\n"
	    "<li>\n<p data-b=\".2\">b</p>\n</li>\n</ul>\n");
}

static void local_links_and_images_are_holes(void **state)
{
	struct parsing parsing;
	const struct body *body;

	(void)state;
	parse(&parsing, TEXT("[a](b.md \"c\") ![d](e.png \"f\")"), false);
	body = &parsing.document.sections[0].body;
	assert_memory_equal(body->bytes.at,
	    "<p data-b=\".1\"><a title=\"c\">a</a> "
	    "<img alt=\"d\" title=\"f\"></p>\n",
	    body->bytes.length);
	assert_int_equal(body->hole_count, 2);
	assert_int_equal(body->holes[0].offset, strlen("<p data-b=\".1\"><a"));
	assert_int_equal(body->holes[0].reference, 0);
	assert_int_equal(body->holes[1].reference, 1);
	assert_int_equal(body->holes[1].offset,
	    strlen("<p data-b=\".1\"><a title=\"c\">a</a> <img"));
	parsing_release(&parsing);
}

static void holes_of_headings_are_in_their_titles(void **state)
{
	struct parsing parsing;
	const struct section_text *section;

	(void)state;
	parse(&parsing, TEXT("[a](b.md)\n\n## C [d](e.md)\n\n[f](g.md)\n"),
	    false);
	section = &parsing.document.sections[1];
	assert_int_equal(section->title_body.hole_count, 1);
	assert_int_equal(section->title_body.holes[0].offset, strlen("C <a"));
	assert_int_equal(section->title_body.holes[0].reference, 1);
	assert_int_equal(section->body.hole_count, 1);
	assert_int_equal(section->body.holes[0].reference, 2);
	parsing_release(&parsing);
}

static void addresses_outside_need_no_hole(void **state)
{
	struct parsing parsing;

	(void)state;
	parse(&parsing, TEXT("[a](https://b.example/?c&d)"), false);
	assert_int_equal(parsing.document.sections[0].body.hole_count, 0);
	parsing_release(&parsing);
	assert_body("[a](https://b.example/?c&d)", false,
	    "<p data-b=\".1\"><a href=\"https://b.example/?c&amp;d\">a</a>"
	    "</p>\n");
}

static void barred_addresses_are_not_written(void **state)
{
	(void)state;
	assert_body("[a](javascript:alert) ![b](data:c)", true,
	    "<p data-b=\".1\"><a href=\"\">a</a> <img src=\"\" alt=\"b\">"
	    "</p>\n");
}

static void raw_html_leaves_no_trace_unless_allowed(void **state)
{
	const char *markdown = "a <b>c</b>\n\n<div>\n\nd <!-- e -->\n";

	(void)state;
	assert_body(markdown, false,
	    "<p data-b=\".1\">a c</p>\n<p data-b=\".2\">d </p>\n");
	assert_body(markdown, true,
	    "<p data-b=\".1\">a <b>c</b></p>\n<div>\n"
	    "<p data-b=\".2\">d <!-- e --></p>\n");
}

static void anchors_are_fit_for_attributes(void **state)
{
	(void)state;
	assert_body("### A {#b\"<c}\n\nd\n", false,
	    "<h3 id=\"a\" data-b=\"a.0\">A</h3>\n"
	    "<p data-b=\"a.1\">d</p>\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(html_is_cmarks_but_for_addresses_and_holes),
		cmocka_unit_test(random_documents_are_as_cmark_writes_them),
		cmocka_unit_test(blocks_carry_their_addresses),
		cmocka_unit_test(local_links_and_images_are_holes),
		cmocka_unit_test(holes_of_headings_are_in_their_titles),
		cmocka_unit_test(addresses_outside_need_no_hole),
		cmocka_unit_test(barred_addresses_are_not_written),
		cmocka_unit_test(raw_html_leaves_no_trace_unless_allowed),
		cmocka_unit_test(anchors_are_fit_for_attributes),
	};

	return cmocka_run_group_tests_name("render/body", tests, NULL, NULL);
}
