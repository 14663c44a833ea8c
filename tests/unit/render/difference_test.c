#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "render/difference.h"

static void assert_difference(const char *previous, const char *present,
    const char *html)
{
	struct arena arena = { 0 };
	struct buffer out = { 0 };

	difference_add(&out, &arena, text_from(previous), text_from(present));
	buffer_add_char(&out, '\0');
	assert_string_equal(out.bytes, html);
	buffer_release(&out);
	arena_release(&arena);
}

static void equal_texts_have_no_marks(void **state)
{
	(void)state;
	assert_difference("a  b\nc", "a b c", "a b c");
	assert_difference("", "", "");
}

static void changed_words_are_marked(void **state)
{
	(void)state;
	assert_difference("never say no", "always say no",
	    "<del>never</del> <ins>always</ins> say no");
	assert_difference("a b c d", "a c d e", "a <del>b</del> c d <ins>e</ins>");
	assert_difference("", "a b", "<ins>a b</ins>");
	assert_difference("a b", "", "<del>a b</del>");
}

static void words_are_escaped(void **state)
{
	(void)state;
	assert_difference("<a>", "&b",
	    "<del>&lt;a&gt;</del> <ins>&amp;b</ins>");
}

static void very_long_texts_are_taken_as_a_whole(void **state)
{
	struct buffer text = { 0 };
	struct arena arena = { 0 };
	struct buffer out = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < 3000; i++)
		buffer_format(&text, "%zu ", i % 7);
	difference_add(&out, &arena, buffer_text(&text), TEXT("0 1"));
	assert_true(arena_size(&arena) < 1024 * 1024);
	assert_true(text_find(buffer_text(&out), TEXT("<del>"), 0) != TEXT_NONE);
	buffer_release(&out);
	buffer_release(&text);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_texts_have_no_marks),
		cmocka_unit_test(changed_words_are_marked),
		cmocka_unit_test(words_are_escaped),
		cmocka_unit_test(very_long_texts_are_taken_as_a_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
