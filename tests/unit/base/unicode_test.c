#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/unicode.h"

#define LONG_S "\xC5\xBF"
#define A_RING "\xC3\xA5"           /* U+00E5 */
#define A_WITH_RING "a\xCC\x8A"     /* a, U+030A */
#define DOTTED_I "\xC4\xB0"         /* U+0130 */
#define DOTLESS_I "\xC4\xB1"        /* U+0131 */
#define HAN_JAMO "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"
#define HAN "\xED\x95\x9C"          /* U+D55C */

static void words_consist_of_letters_marks_and_digits(void **state)
{
	static const uint32_t word[] = { 'a', 'Z', '0', 0xE4, 0x0131, 0x4E00,
		0xD55C, 0x0627, 0x0301, 0x06F3, 0x200C, 0x200D, 0x10400 };
	static const uint32_t other[] = { 0, ' ', '-', '_', '.', 0xA0, 0xB2,
		0x2019, 0x200B, 0x20AC, 0x1F600, 0x10FFFF, 0x110000,
		TEXT_MALFORMED };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(word) / sizeof(word[0]); i++)
		assert_true(unicode_is_word(word[i]));
	for (i = 0; i < sizeof(other) / sizeof(other[0]); i++)
		assert_false(unicode_is_word(other[i]));
}

static void assert_nfc(struct text text, const char *expected)
{
	struct arena arena = { 0 };

	assert_true(text_equal_string(unicode_nfc(&arena, text), expected));
	arena_release(&arena);
}

static void nfc_composes(void **state)
{
	(void)state;
	assert_nfc(TEXT("x" A_WITH_RING "y"), "x" A_RING "y");
	assert_nfc(TEXT(HAN_JAMO), HAN);
	assert_nfc(TEXT(LONG_S), LONG_S); /* not a compatibility form */
	/* Dot below (220) goes before dot above (230). */
	assert_nfc(TEXT("q\xCC\x87\xCC\xA3"), "q\xCC\xA3\xCC\x87");
}

static void nfc_of_nfc_is_the_text_itself(void **state)
{
	static const struct text texts[] = { { 0 }, TEXT("abc"), TEXT(A_RING),
		TEXT(HAN "\xFF"), TEXT("q\xCC\xA3\xCC\x87") };
	struct arena arena = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct text nfc = unicode_nfc(&arena, texts[i]);

		assert_ptr_equal(nfc.at, texts[i].at);
		assert_int_equal(nfc.length, texts[i].length);
	}
	arena_release(&arena);
}

static void malformed_bytes_are_kept(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	assert_nfc(TEXT("\xFF" A_WITH_RING "\xC3" A_WITH_RING "\x80"),
	    "\xFF" A_RING "\xC3" A_RING "\x80");
	assert_true(text_equal_string(
	    unicode_lower(&arena, TEXT("A\xFF" "B\xE2\x82"), ""),
	    "a\xFF" "b\xE2\x82"));
	arena_release(&arena);
}

static void assert_lower(struct text text, const char *language,
    const char *expected)
{
	struct arena arena = { 0 };

	assert_true(text_equal_string(unicode_lower(&arena, text, language),
	    expected));
	arena_release(&arena);
}

static void lower_case_follows_the_language(void **state)
{
	(void)state;
	assert_lower(TEXT("ISTANBUL"), "", "istanbul");
	assert_lower(TEXT("ISTANBUL"), "tr", DOTLESS_I "stanbul");
	assert_lower(TEXT(DOTTED_I "I"), "tr", "i" DOTLESS_I);
	assert_lower(TEXT("ISTANBUL"), "fi", "istanbul");
}

static void lower_case_is_the_full_mapping(void **state)
{
	(void)state;
	assert_lower(TEXT(DOTTED_I), "", "i\xCC\x87");
	/* The sigma at the end of a word is another one. */
	assert_lower(TEXT("\xCE\xA3\xCE\x91\xCE\xA3"), "",
	    "\xCF\x83\xCE\xB1\xCF\x82");
	assert_lower(TEXT("\xF0\x90\x90\x80"), "", "\xF0\x90\x90\xA8");
	assert_lower((struct text){ 0 }, "", "");
}

static void results_may_be_longer_than_expected(void **state)
{
	struct arena arena = { 0 };
	struct text parts[100], lower;
	size_t i;

	(void)state;
	for (i = 0; i < 100; i++)
		parts[i] = TEXT(DOTTED_I);
	lower = unicode_lower(&arena, text_join(&arena, parts, 100), "");
	assert_int_equal(lower.length, 300);
	assert_int_equal(text_count(lower), 200);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_consist_of_letters_marks_and_digits),
		cmocka_unit_test(nfc_composes),
		cmocka_unit_test(nfc_of_nfc_is_the_text_itself),
		cmocka_unit_test(malformed_bytes_are_kept),
		cmocka_unit_test(lower_case_follows_the_language),
		cmocka_unit_test(lower_case_is_the_full_mapping),
		cmocka_unit_test(results_may_be_longer_than_expected),
	};

	return cmocka_run_group_tests_name("base/unicode", tests, NULL, NULL);
}
