#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"
#include "scratch.h"

#define assert_text(actual, expected)                                          \
	do {                                                                   \
		struct text assert_text_ = (actual);                           \
		assert_int_equal(assert_text_.length, strlen(expected));       \
		assert_true(text_equal_string(assert_text_, expected));        \
	} while (0)

static void null_is_the_empty_text(void **state)
{
	struct text zero = { 0 };

	(void)state;
	assert_true(text_is_empty(text_from(NULL)));
	assert_true(text_is_empty(zero));
	assert_true(text_equal(zero, TEXT("")));
	assert_int_equal(text_compare(zero, TEXT("")), 0);
	assert_true(text_starts(zero, zero));
	assert_true(text_ends(TEXT("a"), zero));
	assert_true(text_is_empty(text_slice(zero, 0, 0)));
	assert_true(text_is_empty(text_trim(zero)));
	assert_int_equal(text_count(zero), 0);
	assert_int_equal(text_malformed(zero), TEXT_NONE);
	assert_int_equal(text_find(zero, TEXT("a"), 0), TEXT_NONE);
	assert_int_equal(text_find(zero, zero, 0), 0);
	assert_int_equal(text_find_char(zero, 'a', 0), TEXT_NONE);
}

static void slices_borrow(void **state)
{
	struct text text = TEXT("abcdef");

	(void)state;
	assert_text(text_slice(text, 2, 3), "cde");
	assert_ptr_equal(text_slice(text, 2, 3).at, text.at + 2);
	assert_text(text_slice(text, 6, 0), "");
	assert_text(text_after(text, 4), "ef");
	assert_text(text_after(text, 6), "");
}

static void slice_too_long(void)
{
	(void)text_slice(TEXT("abc"), 1, 3);
}

static void slice_too_late(void)
{
	(void)text_slice(TEXT("abc"), 4, (size_t)-2);
}

static void slices_stay_inside(void **state)
{
	(void)state;
	assert_true(aborts(slice_too_long));
	assert_true(aborts(slice_too_late));
}

static void comparison_is_by_unsigned_bytes(void **state)
{
	(void)state;
	assert_true(text_compare(TEXT("a"), TEXT("b")) < 0);
	assert_true(text_compare(TEXT("b"), TEXT("a")) > 0);
	assert_true(text_compare(TEXT("a"), TEXT("aa")) < 0);
	assert_true(text_compare(TEXT("aa"), TEXT("a")) > 0);
	assert_true(text_compare(TEXT("z"), TEXT("\xC3\xA4")) < 0);
	assert_int_equal(text_compare(TEXT("abc"), TEXT("abc")), 0);
	assert_false(text_equal(TEXT("abc"), TEXT("abd")));
	assert_false(text_equal(TEXT("abc"), TEXT("ab")));
}

static void texts_can_be_sorted(void **state)
{
	struct text texts[] = { TEXT("b"), TEXT(""), TEXT("ab"), TEXT("a") };

	(void)state;
	qsort(texts, 4, sizeof(texts[0]), text_order);
	assert_text(texts[0], "");
	assert_text(texts[1], "a");
	assert_text(texts[2], "ab");
	assert_text(texts[3], "b");
}

static void starts_and_ends_are_found(void **state)
{
	(void)state;
	assert_true(text_starts(TEXT("abc"), TEXT("ab")));
	assert_false(text_starts(TEXT("abc"), TEXT("bc")));
	assert_false(text_starts(TEXT("ab"), TEXT("abc")));
	assert_true(text_ends(TEXT("a.md"), TEXT(".md")));
	assert_false(text_ends(TEXT("a.md"), TEXT("a.")));
	assert_false(text_ends(TEXT("md"), TEXT(".md")));
}

static void find_begins_where_told(void **state)
{
	struct text text = TEXT("abcabc");

	(void)state;
	assert_int_equal(text_find(text, TEXT("bc"), 0), 1);
	assert_int_equal(text_find(text, TEXT("bc"), 1), 1);
	assert_int_equal(text_find(text, TEXT("bc"), 2), 4);
	assert_int_equal(text_find(text, TEXT("bc"), 5), TEXT_NONE);
	assert_int_equal(text_find(text, TEXT("bc"), 7), TEXT_NONE);
	assert_int_equal(text_find(text, TEXT("x"), 0), TEXT_NONE);
	assert_int_equal(text_find(text, TEXT(""), 6), 6);
	assert_int_equal(text_find_char(text, 'c', 0), 2);
	assert_int_equal(text_find_char(text, 'c', 3), 5);
	assert_int_equal(text_find_char(text, 'c', 6), TEXT_NONE);
	assert_int_equal(
	    text_find_char((struct text){ "a\0b", 3 }, '\0', 0), 1);
}

static void trim_takes_ascii_blanks_only(void **state)
{
	(void)state;
	assert_text(text_trim(TEXT(" \t\r\na b\n ")), "a b");
	assert_text(text_trim(TEXT(" \t ")), "");
	assert_text(text_trim(TEXT("\xC2\xA0 ")), "\xC2\xA0");
	assert_text(text_trim(TEXT("a")), "a");
}

static void cut_gives_every_part(void **state)
{
	struct text rest = TEXT("a,,b,");
	struct text part;

	(void)state;
	assert_true(text_cut(&part, &rest, ','));
	assert_text(part, "a");
	assert_true(text_cut(&part, &rest, ','));
	assert_text(part, "");
	assert_text(rest, "b,");
	assert_true(text_cut(&part, &rest, ','));
	assert_text(part, "b");
	assert_false(text_cut(&part, &rest, ','));
	assert_text(part, "b");
	rest = TEXT("whole");
	assert_true(text_cut(&part, &rest, ','));
	assert_text(part, "whole");
	assert_text(rest, "");
}

static void words_are_split_at_blanks(void **state)
{
	struct text rest = TEXT("  one\ttwo\r\n three ");
	struct text word;

	(void)state;
	assert_true(text_word(&word, &rest));
	assert_text(word, "one");
	assert_true(text_word(&word, &rest));
	assert_text(word, "two");
	assert_true(text_word(&word, &rest));
	assert_text(word, "three");
	assert_false(text_word(&word, &rest));
	assert_text(word, "three");
	assert_text(rest, "");
	assert_false(text_word(&word, &rest));
}

static void copies_end_in_zero(void **state)
{
	struct arena arena = { 0 };
	struct text parts[] = { TEXT("a"), { 0 }, TEXT("bc") };
	struct text slice = text_slice(TEXT("abcdef"), 1, 2);

	(void)state;
	assert_string_equal(text_copy(&arena, slice).at, "bc");
	assert_string_equal(text_string(&arena, slice), "bc");
	assert_string_equal(text_string(&arena, (struct text){ 0 }), "");
	assert_string_equal(text_join(&arena, parts, 3).at, "abc");
	assert_int_equal(text_join(&arena, parts, 3).length, 3);
	assert_int_equal(text_join(&arena, parts, 0).length, 0);
	assert_string_equal(text_format(&arena, "%s-%d", "x", 7).at, "x-7");
	assert_int_equal(text_format(&arena, "%0300d", 7).length, 300);
	arena_release(&arena);
}

static void numbers_are_digits_only(void **state)
{
	unsigned number = 7;

	(void)state;
	assert_true(text_number(&number, TEXT("0")));
	assert_int_equal(number, 0);
	assert_true(text_number(&number, TEXT("007")));
	assert_int_equal(number, 7);
	assert_true(text_number(&number, TEXT("999999999")));
	assert_int_equal(number, 999999999);
	assert_false(text_number(&number, TEXT("1000000000")));
	assert_false(text_number(&number, TEXT("")));
	assert_false(text_number(&number, TEXT("-1")));
	assert_false(text_number(&number, TEXT("+1")));
	assert_false(text_number(&number, TEXT("1 ")));
	assert_false(text_number(&number, TEXT("12a")));
	assert_false(text_number(&number, TEXT("\xD9\xA3")));
	assert_int_equal(number, 999999999);
}

static void every_code_point_goes_round(void **state)
{
	char bytes[4];
	uint32_t code;

	(void)state;
	for (code = 0; code <= 0x10FFFF; code++) {
		struct text text = { bytes, 0 };
		size_t offset = 0;

		if (code == 0xD800)
			code = 0xE000;
		text.length = text_encode(bytes, code);
		if (text_decode(text, &offset) != code ||
		    offset != text.length)
			fail_msg("U+%04X is changed", (unsigned)code);
	}
}

static void malformed_bytes_are_skipped_one_by_one(void **state)
{
	static const char *const malformed[] = {
		"\x80", "\xBF",         /* nothing before them */
		"\xC0\x80", "\xC1\xBF", /* overlong */
		"\xE0\x80\x80", "\xE0\x9F\xBF", "\xF0\x80\x80\x80",
		"\xF0\x8F\xBF\xBF",
		"\xED\xA0\x80", "\xED\xBF\xBF",         /* surrogates */
		"\xF4\x90\x80\x80", "\xF5\x80\x80\x80", /* too high */
		"\xFE", "\xFF",
		"\xC3", "\xE2\x82", "\xF0\x9F\x98", /* cut short */
		"\xC3z", "\xE2\x82z", "\xF0\x9F\x98z",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(malformed) / sizeof(malformed[0]); i++) {
		struct text text = text_from(malformed[i]);
		size_t offset = 0;

		assert_true(text_decode(text, &offset) == TEXT_MALFORMED);
		assert_int_equal(offset, 1);
		assert_int_equal(text_malformed(text), 0);
		assert_int_equal(text_count(text), text.length);
	}
	assert_int_equal(text_malformed(TEXT("ab\xC3\xA4\xFFz")), 4);
}

/* Offset of the first byte that cannot be decoded. */
static size_t first_undecoded(struct text text)
{
	size_t offset = 0;

	while (offset < text.length) {
		size_t start = offset;

		if (text_decode(text, &offset) == TEXT_MALFORMED)
			return start;
	}
	return TEXT_NONE;
}

static void checking_finds_what_decoding_finds(void **state)
{
	static const char thirds[] = "a\x7F\x80\xBF\xC0\xE1";
	char bytes[] = "wwwwwwww....w";
	size_t length, third;
	unsigned pair;

	(void)state;
	for (pair = 0x8000; pair <= 0xFFFF; pair++) {
		bytes[8] = (char)(pair >> 8);
		bytes[9] = (char)(pair & 0xFF);
		for (third = 0; third < sizeof(thirds); third++) {
			bytes[10] = thirds[third];
			for (length = 9; length < sizeof(bytes); length++) {
				struct text text = { bytes, length };

				if (text_malformed(text) !=
				    first_undecoded(text))
					fail_msg("%04X %02X differ", pair,
					    (unsigned char)bytes[10]);
			}
		}
	}
}

static void truncation_ends_at_the_slice(void **state)
{
	/* The byte behind the slice would complete it. */
	struct text text = text_slice(TEXT("\xE2\x82\xAC"), 0, 2);
	size_t offset = 0;

	(void)state;
	assert_true(text_decode(text, &offset) == TEXT_MALFORMED);
	assert_int_equal(offset, 1);
}

static void count_is_of_code_points(void **state)
{
	(void)state;
	assert_int_equal(text_count(TEXT("a\xC3\xA4\xED\x95\x9C"
					 "\xF0\x9F\x98\x80")), 4);
}

static void encode_surrogate(void)
{
	char bytes[4];

	(void)text_encode(bytes, 0xD800);
}

static void surrogates_cannot_be_encoded(void **state)
{
	(void)state;
	assert_true(aborts(encode_surrogate));
}

static struct text nearest(const char *text)
{
	static const struct text candidates[] = { TEXT("listen"),
		TEXT("boundaries"), TEXT("de-escalate"), TEXT("listed"),
		TEXT("x"), TEXT("") };

	return text_nearest(text_from(text), candidates, 6);
}

static void nearest_finds_slips(void **state)
{
	(void)state;
	assert_text(nearest("lisen"), "listen");        /* deletion */
	assert_text(nearest("lissten"), "listen");      /* insertion */
	assert_text(nearest("lixten"), "listen");       /* replacement */
	assert_text(nearest("deescalate"), "de-escalate");
	assert_text(nearest("boundareis"), "boundaries");
}

static void neighbours_swapped_are_one_slip(void **state)
{
	struct text candidate = TEXT("abc");

	(void)state;
	/* The limit is 1 here; without swaps it would be 2 away. */
	assert_text(text_nearest(TEXT("acb"), &candidate, 1), "abc");
	assert_text(text_nearest(TEXT("bca"), &candidate, 1), "");
}

static void nearest_keeps_silent_about_the_rest(void **state)
{
	(void)state;
	assert_text(nearest("anger"), "");
	assert_text(nearest("lost"), "");
	assert_text(nearest(""), "");
	assert_text(text_nearest(TEXT("a"), NULL, 0), "");
}

static void nearest_of_equals_is_the_first(void **state)
{
	(void)state;
	assert_text(nearest("listex"), "listen");
	assert_text(nearest("listed"), "listed");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(null_is_the_empty_text),
		cmocka_unit_test(slices_borrow),
		cmocka_unit_test(slices_stay_inside),
		cmocka_unit_test(comparison_is_by_unsigned_bytes),
		cmocka_unit_test(texts_can_be_sorted),
		cmocka_unit_test(starts_and_ends_are_found),
		cmocka_unit_test(find_begins_where_told),
		cmocka_unit_test(trim_takes_ascii_blanks_only),
		cmocka_unit_test(cut_gives_every_part),
		cmocka_unit_test(words_are_split_at_blanks),
		cmocka_unit_test(copies_end_in_zero),
		cmocka_unit_test(numbers_are_digits_only),
		cmocka_unit_test(every_code_point_goes_round),
		cmocka_unit_test(malformed_bytes_are_skipped_one_by_one),
		cmocka_unit_test(checking_finds_what_decoding_finds),
		cmocka_unit_test(truncation_ends_at_the_slice),
		cmocka_unit_test(count_is_of_code_points),
		cmocka_unit_test(surrogates_cannot_be_encoded),
		cmocka_unit_test(nearest_finds_slips),
		cmocka_unit_test(neighbours_swapped_are_one_slip),
		cmocka_unit_test(nearest_keeps_silent_about_the_rest),
		cmocka_unit_test(nearest_of_equals_is_the_first),
	};

	return cmocka_run_group_tests_name("base/text", tests, NULL, NULL);
}
