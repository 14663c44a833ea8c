#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "search/fold.h"

#include <stdlib.h>
#include <string.h>

static struct fold_word first_word(const char *text, unsigned flags)
{
	struct fold_word word;
	size_t offset = 0;

	assert_true(fold_next(&word, text, strlen(text), &offset, flags));
	return word;
}

static struct fold_word only_word(const char *text, unsigned flags)
{
	struct fold_word word = first_word(text, flags), none;
	size_t offset = word.end;

	assert_int_equal(word.start, 0);
	assert_false(fold_next(&none, text, strlen(text), &offset, flags));
	assert_int_equal(offset, strlen(text));
	return word;
}

static bool same_letters(const struct fold_word *a, const struct fold_word *b)
{
	return a->count == b->count &&
	    memcmp(a->letters, b->letters, a->count * sizeof(*a->letters)) == 0;
}

/* Both are one word of the same letters. */
static void assert_alike(const char *first, const char *second)
{
	struct fold_word a = only_word(first, 0), b = only_word(second, 0);

	if (!same_letters(&a, &b))
		fail_msg("%s and %s differ", first, second);
}

/* And it had the same marks. */
static void assert_equal(const char *first, const char *second, unsigned flags)
{
	struct fold_word a = only_word(first, flags);
	struct fold_word b = only_word(second, flags);

	if (!same_letters(&a, &b))
		fail_msg("%s and %s differ", first, second);
	if (a.signature != b.signature)
		fail_msg("the marks of %s and %s differ", first, second);
}

static void assert_told_apart(const char *first, const char *second)
{
	struct fold_word a = only_word(first, 0), b = only_word(second, 0);

	assert_alike(first, second);
	if (a.signature == b.signature)
		fail_msg("%s and %s have the same marks", first, second);
}

static void assert_letters(const char *text, const uint16_t *letters,
    size_t count)
{
	struct fold_word word = only_word(text, 0);

	assert_int_equal(word.count, count);
	assert_memory_equal(word.letters, letters, count * sizeof(*letters));
}

static void case_is_lost(void **state)
{
	(void)state;
	assert_equal("ISPARTA", "isparta", 0);
	assert_equal("ÄÄNI", "ääni", 0);
	assert_equal("ΣΊΣΥΦΟΣ", "σίσυφος", 0);
	assert_equal("ՀԱՅ", "հայ", 0);
	assert_equal("ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "საქართველო", 0);
	assert_alike("STRASSE", "straße");
	assert_alike("ﬁnal", "final");
	assert_equal("ＡＢＣ１", "abc1", 0);
}

static void turkish_letters_meet(void **state)
{
	(void)state;
	assert_alike("ISPARTA", "ısparta");
	assert_alike("ısparta", "isparta");
	assert_equal("ISPARTA", "ısparta", FOLD_DOTLESS);
	assert_equal("İSTANBUL", "istanbul", 0);
	assert_equal("İSTANBUL", "istanbul", FOLD_DOTLESS);
	assert_equal("i\u0307stanbul", "istanbul", 0);
	assert_alike("çığ", "CIG");
	assert_told_apart("ısı", "isi");
	assert_told_apart("aci", "acı");
}

static void scripts_of_serbian_meet(void **state)
{
	(void)state;
	assert_equal("Љубав", "ljubav", 0);
	assert_equal("ЉУБАВ", "ljubav", 0);
	assert_equal("Ђорђе", "đorđe", 0);
	assert_alike("đorđe", "djordje");
	assert_told_apart("đorđe", "djordje");
	assert_equal("саслушајте", "saslušajte", 0);
	assert_alike("saslušajte", "saslusajte");
	assert_equal("џеп", "džep", 0);
	assert_equal("Његошћу", "njegošću", 0);
	assert_equal("ѐ", "è", 0);
}

static void other_cyrillic_has_letters(void **state)
{
	(void)state;
	assert_alike("щука", "scuka");
	assert_alike("объезд", "обезд");
	assert_alike("ЁЛКА", "елка");
	assert_alike("київ", "kiiv");
}

static void letters_of_persian_meet(void **state)
{
	(void)state;
	assert_equal("كتاب", "کتاب", 0);
	assert_equal("علي", "علی", 0);
	assert_equal("على", "علی", 0);
	assert_equal("مسئله", "مسيله", 0);
	assert_equal("مكاتبة", "مکاتبه", 0);
	assert_equal("خانۀ", "خانه", 0);
	assert_equal("خانهٔ", "خانه", 0);
	assert_equal("می\u200cروم", "میروم", 0);
	assert_equal("کتـــاب", "کتاب", 0);
	assert_equal("مُحَمَّد", "محمد", 0);
	assert_alike("آب", "اب");
	assert_told_apart("آب", "اب");
	assert_equal("ﻻ", "لا", 0);
	assert_equal("ﻛﺘﺎﺏ", "کتاب", 0);
}

static void digits_meet(void **state)
{
	(void)state;
	assert_equal("۱۲۳", "123", 0);
	assert_equal("١٢٣", "123", 0);
	assert_equal("१२३", "123", 0);
	assert_equal("m²", "m2", 0);
}

static void hangul_is_taken_apart(void **state)
{
	static const uint16_t korea[] = { 0x1112, 0x1161, 0x11AB, 0x1100,
		0x116E, 0x11A8 };
	static const uint16_t last[] = { 0x1112, 0x1175, 0x11C2 };
	static const uint16_t first[] = { 0x1100, 0x1161 };

	(void)state;
	assert_letters("한국", korea, 6);
	assert_letters("힣", last, 3);
	assert_letters("가", first, 2);
	assert_letters("ㅎ", last, 1);
	assert_letters("ㄱㅏ", first, 2);
	assert_letters("ﾡￂ", first, 2);
	assert_letters("\u1112\u1161\u11AB국", korea, 6);
}

static void marks_tell_apart_what_folds_alike(void **state)
{
	struct fold_word plain = first_word("saa", 0);

	(void)state;
	assert_int_equal(plain.signature, 0);
	assert_told_apart("saa", "sää");
	assert_told_apart("sää", "saä");
	assert_told_apart("saä", "säa");
	assert_told_apart("å", "ä");
	assert_told_apart("ćup", "čup");
	assert_told_apart("Maße", "Masse");
	assert_told_apart("o", "ø");
	assert_told_apart("ost", "öst");
}

static void it_does_not_matter_how_marks_are_composed(void **state)
{
	(void)state;
	assert_equal("sa\u0308a\u0308", "sää", 0);
	assert_equal("c\u030Cup", "čup", 0);
	assert_equal("ǖ", "u\u0308\u0304", 0);
	assert_equal("ǖ", "ü\u0304", 0);
	assert_equal("آب", "ا\u0653ب", 0);
	assert_equal("ậ", "a\u0302\u0323", 0);
}

static void other_letters_stay(void **state)
{
	static const uint16_t hindi[] = { 0x0939, 0x093F, 0x0928, 0x094D,
		0x0926, 0x0940 };
	static const uint16_t kana[] = { 0x304C, 0x304D };

	(void)state;
	assert_letters("हिन्दी", hindi, 6);
	assert_letters("がき", kana, 2);
}

static void latin_letters_of_their_own_have_others(void **state)
{
	(void)state;
	assert_alike("smørrebrød", "smorrebrod");
	assert_alike("Ærø", "aero");
	assert_alike("łódź", "lodz");
	assert_alike("þing", "thing");
	assert_alike("Œuvre", "oeuvre");
}

/* The words of text, each in brackets. */
static void assert_words(const char *text, const char *expected)
{
	struct fold_word word;
	size_t offset = 0, length = 0;
	char words[256];

	while (fold_next(&word, text, strlen(text), &offset, 0)) {
		words[length++] = '[';
		memcpy(words + length, text + word.start,
		    word.end - word.start);
		length += word.end - word.start;
		words[length++] = ']';
		assert_true(offset >= word.end);
	}
	words[length] = '\0';
	assert_string_equal(words, expected);
}

static void words_end_at_signs(void **state)
{
	(void)state;
	assert_words("Yes, (we) can-do_it!", "[Yes][we][can][do][it]");
	assert_words("klo 12:30, 3.5 €/m²", "[klo][12][30][3][5][m²]");
	assert_words("", "");
	assert_words(" … ", "");
	assert_words("안녕, 세계。好", "[안녕][세계][好]");
}

static void apostrophes_and_colons_vanish_between_letters(void **state)
{
	(void)state;
	assert_words("'Türkiye'de' EU:n: 1990'larda 12:n",
	    "[Türkiye'de][EU:n][1990'larda][12:n]");
	assert_equal("Türkiye'de", "türkiyede", 0);
	assert_equal("Türkiye’de", "türkiyede", 0);
	assert_equal("Türkiyeʼde", "türkiyede", 0);
	assert_equal("Türkiye‘de", "türkiyede", 0);
	assert_equal("EU:n", "eun", 0);
	assert_words("‘so’ a''b a:'b rock 'n' roll",
	    "[so][a][b][a][b][rock][n][roll]");
}

static void joiners_belong_to_words_but_not_to_their_ends(void **state)
{
	(void)state;
	assert_words("\u200Cمی\u200Cروم\u200C.", "[می\u200Cروم]");
	assert_equal("ta\u00ADlo", "talo", 0);
	assert_equal("ta\uFEFF\u2060lo", "talo", 0);
	assert_words("a\u200Bb", "[a][b]");
}

static void marks_alone_are_no_word(void **state)
{
	(void)state;
	assert_words("\u0308 a\u0308", "[a\u0308]");
}

static void letters_beyond_the_bmp_separate(void **state)
{
	(void)state;
	assert_words("a😀b\U00020000c", "[a][b][c]");
}

static void malformed_bytes_separate(void **state)
{
	(void)state;
	assert_words("a\xFF""b\x80""c", "[a][b][c]");
	assert_words("a\xC0\x80""b", "[a][b]");
	assert_words("a\xE0\x80\x80""b", "[a][b]");
	assert_words("a\xED\xA0\x80""b", "[a][b]");
	assert_words("a\xF0\x80\x80\x80""b\xF5\x80\x80\x80""c", "[a][b][c]");
}

/* A copy without room behind, for the sanitizer, cut at every place. */
static void any_cut_of_a_text_can_be_read(void **state)
{
	static const char text[] = "aä한می\u200C'é:ﻻ😀\u0308Љß";
	size_t length, offset;
	struct fold_word word;

	(void)state;
	for (length = 0; length < sizeof(text); length++) {
		char *copy = malloc(length + 1);
		size_t count = 0;

		assert_non_null(copy);
		memcpy(copy + 1, text, length);
		offset = 0;
		while (fold_next(&word, copy + 1, length, &offset, 0)) {
			assert_true(word.start < word.end);
			assert_true(word.end <= length);
			count++;
		}
		assert_true(count <= length);
		assert_int_equal(offset, length);
		free(copy);
	}
}

static void of_long_words_64_letters_count(void **state)
{
	char text[200];
	struct fold_word plain, marked;

	(void)state;
	memset(text, 'a', sizeof(text));
	text[150] = '\0';
	plain = only_word(text, 0);
	assert_int_equal(plain.count, FOLD_LETTERS);
	assert_int_equal(plain.end, 150);
	memcpy(text + 140, "ä", 2);
	marked = only_word(text, 0);
	assert_int_equal(marked.signature, plain.signature);
	memcpy(text + 63, "한", 3);
	marked = only_word(text, 0);
	assert_int_equal(marked.count, FOLD_LETTERS);
}

static void search_goes_on_from_the_offset(void **state)
{
	struct fold_word word;
	size_t offset = 4;

	(void)state;
	assert_true(fold_next(&word, "one two", 7, &offset, 0));
	assert_int_equal(word.start, 4);
	assert_int_equal(offset, 7);
	offset = 100;
	assert_false(fold_next(&word, "one two", 7, &offset, 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_is_lost),
		cmocka_unit_test(turkish_letters_meet),
		cmocka_unit_test(scripts_of_serbian_meet),
		cmocka_unit_test(other_cyrillic_has_letters),
		cmocka_unit_test(letters_of_persian_meet),
		cmocka_unit_test(digits_meet),
		cmocka_unit_test(hangul_is_taken_apart),
		cmocka_unit_test(marks_tell_apart_what_folds_alike),
		cmocka_unit_test(it_does_not_matter_how_marks_are_composed),
		cmocka_unit_test(other_letters_stay),
		cmocka_unit_test(latin_letters_of_their_own_have_others),
		cmocka_unit_test(words_end_at_signs),
		cmocka_unit_test(apostrophes_and_colons_vanish_between_letters),
		cmocka_unit_test(joiners_belong_to_words_but_not_to_their_ends),
		cmocka_unit_test(marks_alone_are_no_word),
		cmocka_unit_test(letters_beyond_the_bmp_separate),
		cmocka_unit_test(malformed_bytes_separate),
		cmocka_unit_test(any_cut_of_a_text_can_be_read),
		cmocka_unit_test(of_long_words_64_letters_count),
		cmocka_unit_test(search_goes_on_from_the_offset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
