#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "parse/plain.h"

#include "parsing.h"

#include <cmark.h>

static void assert_plain(const char *markdown, const char *expected)
{
	cmark_node *root =
	    cmark_parse_document(markdown, strlen(markdown), 0);
	struct buffer buffer = { 0 };

	plain_text(&buffer, cmark_node_first_child(root));
	assert_text(buffer_text(&buffer), expected);
	buffer_release(&buffer);
	cmark_node_free(root);
}

static void markup_is_left_out(void **state)
{
	(void)state;
	assert_plain("a *b* **c `d`** [e](f \"g\") ![h *i*](j)",
	    "a b c d e h i");
	assert_plain("a <b>c</b>", "a c");
	assert_plain("&amp; \\*", "& *");
}

static void blanks_and_line_ends_are_one_blank(void **state)
{
	(void)state;
	assert_plain("a  b\t c\n  d\\\ne", "a b c d e");
	assert_plain("*a* *b*  ", "a b");
	assert_plain("` a `", "a");
	assert_plain("# ", "");
}

static void assert_excerpt(const char *markdown, size_t limit,
    const char *expected)
{
	cmark_node *root =
	    cmark_parse_document(markdown, strlen(markdown), 0);
	struct buffer buffer = { 0 };

	buffer_add_string(&buffer, "what was there before");
	plain_excerpt(&buffer, cmark_node_first_child(root),
	    cmark_node_last_child(root), limit);
	assert_text(buffer_text(&buffer), expected);
	buffer_release(&buffer);
	cmark_node_free(root);
}

static void short_paragraphs_are_kept_whole(void **state)
{
	(void)state;
	assert_excerpt("a\n\nb", 10, "a b");
	assert_excerpt("ab cd", 5, "ab cd");
	assert_excerpt("ab\n\ncd\n\n***", 5, "ab cd");
	assert_excerpt("한글 ab", 5, "한글 ab");
	assert_excerpt("ab cd\n\n![](x)\n\n<x>", 5, "ab cd");
	assert_excerpt("", 10, "");
}

static void longer_text_is_cut_between_words(void **state)
{
	(void)state;
	assert_excerpt("ab cd e", 6, "ab cd…");
	assert_excerpt("ab cd ef", 7, "ab cd…");
	assert_excerpt("ab cd ef", 8, "ab cd ef");
	assert_excerpt("ab cd ef gh", 8, "ab cd…");
	assert_excerpt("ab cd\n\nef", 5, "ab…");
	assert_excerpt("한글 한글 한글", 6, "한글 한글…");
	assert_excerpt("ab *cd*ef gh", 8, "ab cdef…");
	assert_excerpt("ab *cd*ef gh", 7, "ab…");
	assert_excerpt("ab   cd    ef gh", 8, "ab cd…");
}

static void excerpts_count_code_points(void **state)
{
	struct buffer markdown = { 0 };
	struct buffer expected = { 0 };
	size_t i;

	(void)state;
	/* 40 words of 5 letters: 239 code points, 439 bytes */
	for (i = 0; i < 40; i++)
		buffer_add_string(&markdown, i > 0 ? " дајте" : "дајте");
	buffer_add_char(&markdown, '\0');
	for (i = 0; i < 33; i++)
		buffer_add_string(&expected, i > 0 ? " дајте" : "дајте");
	buffer_add_string(&expected, "…"); /* 197 + 1 */
	buffer_add_char(&expected, '\0');
	assert_excerpt(markdown.bytes, 200, expected.bytes);
	buffer_release(&markdown);
	buffer_release(&expected);
}

static void one_long_word_is_cut_between_letters(void **state)
{
	(void)state;
	assert_excerpt("가나다라마바사", 4, "가나다…");
	assert_excerpt("abcdefgh ij", 4, "abc…");
	assert_excerpt("😀😀😀", 2, "😀…");
}

static void paragraphs_count_at_any_depth_but_code_does_not(void **state)
{
	(void)state;
	assert_excerpt("# a\n\n- b\n- c\n\n> d\n\n    e\n\n<p>f</p>", 99,
	    "b c d");
}

static void assert_tally(const char *text, size_t words, size_t syllables)
{
	struct tally tally = { 0 };

	tally_add(&tally, text_from(text));
	assert_int_equal(tally.words, words);
	assert_int_equal(tally.syllables, syllables);
}

static void words_are_runs_of_letters_and_digits(void **state)
{
	(void)state;
	assert_tally("", 0, 0);
	assert_tally("one, two; 3!", 3, 0);
	assert_tally("Šta ćeš, ђаче?", 3, 0);
	assert_tally("می‌شود", 1, 0); /* U+200C within */
	assert_tally("“söz” — …", 1, 0);
	assert_tally("a\xCC\x88" "b", 1, 0);
	assert_tally("漢字 𝒜", 2, 0);
}

static void hangul_syllables_are_counted(void **state)
{
	(void)state;
	assert_tally("한글 10단계", 2, 4);
	assert_tally("가힣", 1, 2);   /* U+AC00 and U+D7A3 */
	assert_tally("ㄱ", 1, 0);     /* a letter alone */
	assert_tally("\xED\x9E\xA4", 0, 0); /* U+D7A4 */
}

static void words_go_on_until_they_are_broken(void **state)
{
	struct tally tally = { 0 };

	(void)state;
	tally_add(&tally, TEXT("un"));
	tally_add(&tally, TEXT("believable"));
	assert_int_equal(tally.words, 1);
	tally_break(&tally);
	tally_add(&tally, TEXT("story"));
	assert_int_equal(tally.words, 2);
}

static void malformed_text_is_survived(void **state)
{
	struct tally tally = { 0 };

	(void)state;
	tally_add(&tally, TEXT("a \xC3"));
	tally_add(&tally, TEXT("a \xE2\x80"));
	tally_add(&tally, TEXT("\xFF\x80\xF0\x9F\x98"));
	tally_add(&tally, TEXT("\xC0\x80 b"));
	assert_true(tally.words >= 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markup_is_left_out),
		cmocka_unit_test(blanks_and_line_ends_are_one_blank),
		cmocka_unit_test(short_paragraphs_are_kept_whole),
		cmocka_unit_test(longer_text_is_cut_between_words),
		cmocka_unit_test(excerpts_count_code_points),
		cmocka_unit_test(one_long_word_is_cut_between_letters),
		cmocka_unit_test(
		    paragraphs_count_at_any_depth_but_code_does_not),
		cmocka_unit_test(words_are_runs_of_letters_and_digits),
		cmocka_unit_test(hangul_syllables_are_counted),
		cmocka_unit_test(words_go_on_until_they_are_broken),
		cmocka_unit_test(malformed_text_is_survived),
	};

	return cmocka_run_group_tests_name("parse/plain", tests, NULL, NULL);
}
