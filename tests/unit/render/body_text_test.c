#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "parse/document.h"
#include "render/body.h"
#include "render/typography.h"

#include <string.h>

/* Renders Markdown in a language; its body must contain html. */
static void expect(const char *language, const char *markdown,
    const char *html)
{
	struct source source = { .bytes = text_from(markdown) };
	struct document_options options = {
		.locale = text_from(language),
		.typographer = typographer_new(),
		.render_blocks = body_render_blocks,
		.render_inlines = body_render_inlines,
	};
	struct arena arena = { 0 };
	struct arena scratch = { 0 };
	struct report report = { 0 };
	struct document document;
	struct text body;

	typographer_language(options.typographer, options.locale);
	document_parse(&document, &arena, &scratch, &report, &source, 0,
	    &options);
	assert_int_equal(document.section_count, 1);
	body = document.sections[0].body.bytes;
	if (document.sections[0].level > 0)
		body = document.sections[0].title_body.bytes;
	assert_int_equal(text_find(document.sections[0].title,
			     TEXT("\u00AD"), 0),
	    TEXT_NONE);
	if (text_find(body, text_from(html), 0) == TEXT_NONE)
		fail_msg("%.*s\nhas no %s", TEXT_ARGUMENTS(body), html);
	typographer_release(options.typographer);
	arena_release(&report.arena);
	arena_release(&scratch);
	arena_release(&arena);
}

static void quotes_are_seen_across_nodes(void **state)
{
	(void)state;
	expect("en", "\"*One* two\" and \"**three**\"",
	    "“<em>One</em> two” and “<strong>three</strong>”");
	expect("en", "**\"One\"**, \"two\"",
	    "<strong>“One”</strong>, “two”");
	expect("en", "one\n\"two\"", "one\n“two”");
}

static void words_are_seen_across_nodes(void **state)
{
	(void)state;
	expect("fi", "asiakas**palvelu**", "asiakas<strong>\u00ADpalvelu");
	expect("ko", "[네!](https://x.example)라는", "</a>\u2060라는");
}

static void code_and_attributes_stay_as_they_are(void **state)
{
	(void)state;
	expect("fi", "`asiakaspalvelu \"a\"`",
	    "<code>asiakaspalvelu &quot;a&quot;</code>");
	expect("fi", "    asiakaspalvelu -- a", "asiakaspalvelu -- a");
	expect("fi", "[a](https://x.example/asiakaspalvelu 'asiakaspalvelu')",
	    "/asiakaspalvelu\" title=\"asiakaspalvelu\"");
	expect("fi", "![asiakaspalvelu \"a\"](a.png) \"b\"",
	    "alt=\"asiakaspalvelu &quot;a&quot;\"");
	expect("fi", "![a \"](a.png) \"b\"", "”b”");
}

static void text_is_escaped_once(void **state)
{
	(void)state;
	expect("en", "a &lt;b&gt; \"c\" &amp; 'd'",
	    "a &lt;b&gt; “c” &amp; ‘d’");
	expect("fa", "A&B را", "<bdi dir=\"ltr\">A&amp;B</bdi>");
}

static void isolation_never_parts_a_run(void **state)
{
	(void)state;
	expect("fa", "با Voice *of* Customer",
	    "Voice <em>of</em> Customer");
	expect("fa", "با *CRM* و", "<em><bdi dir=\"ltr\">CRM</bdi></em>");
}

static void headings_are_set_but_their_titles_are_not(void **state)
{
	(void)state;
	expect("fi", "## Kuuntele \"asiakasta\"\n",
	    "Kuun\u00ADtele ”asia\u00ADkasta”");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotes_are_seen_across_nodes),
		cmocka_unit_test(words_are_seen_across_nodes),
		cmocka_unit_test(code_and_attributes_stay_as_they_are),
		cmocka_unit_test(text_is_escaped_once),
		cmocka_unit_test(isolation_never_parts_a_run),
		cmocka_unit_test(headings_are_set_but_their_titles_are_not),
	};

	return cmocka_run_group_tests_name(
	    "render/body_text", tests, NULL, NULL);
}
