#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "translating.h"

static void only_the_words_of_a_keep_are_shown(void **state)
{
	(void)state;
	assert_html("a [b]{.keep} [c d]{.keep}, [e]{.keep}\n",
	    "<p>a b c d, e</p>\n");
	assert_html("[*a* b **c**]{.keep}\n",
	    "<p><em>a</em> b <strong>c</strong></p>\n");
	assert_html("[a \\[b\\]{.keep}](c.md)\n",
	    "<p><a href=\"c.md\">a b</a></p>\n");
	assert_html("## [a]{.keep} {#b}\n\n- [c]{.keep}\n",
	    "<h2 id=\"b\">a</h2>\n<ul>\n<li>c</li>\n</ul>\n");
}

static void other_brackets_stay(void **state)
{
	(void)state;
	assert_html("[a] b]{.keep} `[c]{.keep}` [d]{keep}\n\n[e\n\nf]{.keep}\n",
	    "<p>a] b <code>[c]{.keep}</code> [d]{keep}</p>\n<p>[e</p>\n"
	    "<p>f]{.keep}</p>\n");
}

static void a_message_has_the_keep_with_its_mark(void **state)
{
	const struct document_options options = { .locale = TEXT("sr"),
		.collect_messages = true };
	struct parsing parsing;

	(void)state;
	parse_bytes(&parsing, TEXT("a [*b*]{.keep}\n"), &options);
	assert_text(parsing.document.messages[0].id, "a [*b*]{.keep}");
	parsing_release(&parsing);
}

static void a_translation_may_have_keeps_that_its_source_has_not(void **state)
{
	static const struct answer answer = { "a", "[A]{.keep} b", NULL };
	struct document_options options = { .locale = TEXT("fi"),
		.alone = true,
		.render_blocks = body_render_blocks,
		.render_inlines = body_render_inlines };
	struct translating translating;
	struct parsing parsing;

	(void)state;
	translating_begin(&translating, &answer, 1);
	options.translator = &translating.translator;
	parse_bytes(&parsing, TEXT("a\n"), &options);
	assert_text(parsing.document.whole.bytes,
	    "<p data-b=\".1\">A b</p>\n");
	parsing_release(&parsing);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_the_words_of_a_keep_are_shown),
		cmocka_unit_test(other_brackets_stay),
		cmocka_unit_test(a_message_has_the_keep_with_its_mark),
		cmocka_unit_test(
		    a_translation_may_have_keeps_that_its_source_has_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
