#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "search/asked.h"

/* Talo and talossa are one class, with a compound in section 3; taloton is
 * of its group. */
static const struct indexed_word houses[] = { { "talo", 0, 1, 3 },
	{ "talossa", 0, 2, 2 }, { "talona", 0, 0, 0 }, { "taloton", 1, 1, 1 },
	{ "kuusi", 2, 1, 2 }, { "kuu", 3, 1, 1 }, { NULL, 0, 0, 0 } };
static const struct indexed_posting house_postings[] = { { 0, 0, 1, 100 },
	{ 0, 1, 2, 100 }, { 0, 3, 0, 100 }, { 1, 2, 1, 100 },
	{ 2, 4, 1, 50 }, { 3, 5, 1, 50 } };
static const struct indexed house_index = { .sections = 6,
	.classes = 4,
	.stem = 3,
	.words = houses,
	.postings = house_postings,
	.posting_count = 6,
	.continues = "0100" };

static void the_form_itself_comes_first_then_its_class(void **state)
{
	(void)state;
	assert_found(&house_index, "talo", "0 exact, 1 class, 3 suffix, "
					   "2 similar");
	assert_found(&house_index, "TALOSSA", "1 exact, 0 class, 3 suffix, "
					      "2 similar");
}

static void a_form_that_no_text_has_finds_its_class(void **state)
{
	(void)state;
	assert_found(&house_index, "talona", "0 class, 1 class, 3 suffix, "
					     "2 similar");
}

static void other_words_are_not_found(void **state)
{
	(void)state;
	assert_found(&house_index, "kuusi", "4 exact");
	assert_found(&house_index, "kirja", "");
	assert_found(&house_index, "", "");
	assert_found(&house_index, " ... ", "");
}

static void the_weight_of_a_match_counts_with_its_impact(void **state)
{
	static const struct indexed_posting postings[] = { { 0, 0, 1, 10 },
		{ 0, 1, 2, 12 }, { 0, 2, 0, 18 }, { 0, 3, 0, 22 } };
	struct indexed index = house_index;

	(void)state;
	index.postings = postings;
	index.posting_count = 4;
	assert_found(&index, "talo", "1 class, 3 suffix, 0 exact, 2 suffix");
}

static void of_several_postings_of_a_section_the_best_counts(void **state)
{
	static const struct indexed_posting postings[] = { { 0, 0, 1, 10 },
		{ 0, 0, 2, 40 }, { 0, 0, 0, 40 }, { 0, 1, 1, 30 } };
	struct indexed index = house_index;

	(void)state;
	index.postings = postings;
	index.posting_count = 4;
	assert_found(&index, "talo", "0 class, 1 exact");
}

/* Saa gets, sää weather: they fold alike. */
static const struct indexed_word weathers[] = { { "saa", 0, 1, 2 },
	{ "sää", 1, 1, 2 }, { "vää", 2, 1, 1 }, { "säätalo", 3, 1, 1 },
	{ "saatalo", 4, 1, 1 }, { NULL, 0, 0, 0 } };
static const struct indexed_posting weather_postings[] = { { 0, 0, 1, 50 },
	{ 1, 1, 1, 90 }, { 2, 2, 1, 50 }, { 3, 3, 1, 50 }, { 4, 4, 1, 50 } };
static const struct indexed weather_index = { .sections = 5,
	.classes = 5,
	.stem = 3,
	.words = weathers,
	.postings = weather_postings,
	.posting_count = 5 };

static void marks_tell_apart_words_that_fold_alike(void **state)
{
	(void)state;
	assert_found(&weather_index, "sää", "1 exact");
	assert_found(&weather_index, "saa", "0 exact, 1 similar");
	/* Neither: both may be meant. */
	assert_found(&weather_index, "saä", "1 exact, 0 exact");
	assert_found(&weather_index, "vaa", "2 exact");
	/* Where the marks of two words are is not known of both together. */
	assert_found(&weather_index, "sää talo", "3 exact, 4 exact");
}

static const struct indexed_word prefixes[] = { { "kirja", 0, 1, 3 },
	{ "kirjasto", 1, 1, 2 }, { "kirjava", 2, 1, 2 }, { "kirkko", 3, 1, 2 },
	{ "한국", 4, 1, 2 }, { "하고", 5, 1, 2 }, { NULL, 0, 0, 0 } };
static const struct indexed_posting prefix_postings[] = { { 0, 0, 1, 50 },
	{ 1, 1, 1, 60 }, { 2, 2, 1, 50 }, { 3, 3, 1, 50 }, { 4, 4, 1, 50 },
	{ 5, 5, 1, 50 } };
static const struct indexed prefix_index = { .sections = 6,
	.classes = 6,
	.stem = 3,
	.words = prefixes,
	.postings = prefix_postings,
	.posting_count = 6 };

static void an_unfinished_word_finds_what_begins_so(void **state)
{
	(void)state;
	assert_typed(&prefix_index, "kirj", "1 prefix, 0 prefix, 2 prefix");
	assert_typed(&prefix_index, "kirk", "3 prefix");
	assert_typed(&prefix_index, "k", "");
	/* It does not hide the word itself. */
	assert_typed(&prefix_index, "kirja", "0 exact, 1 prefix, 2 prefix");
	assert_found(&prefix_index, "kirja", "0 exact");
}

static void only_the_last_word_is_unfinished(void **state)
{
	(void)state;
	assert_typed(&prefix_index, "kirkko kirj",
	    "3 exact, 1 prefix, 0 prefix, 2 prefix");
	assert_typed(&prefix_index, "kirja kirkko", "0 exact, 3 exact");
}

static void a_finished_word_that_is_unknown_finds_what_begins_so(void **state)
{
	(void)state;
	assert_found(&prefix_index, "kirkk", "3 prefix");
	assert_found(&prefix_index, "kirjas", "1 prefix, 0 typo");
}

static void a_syllable_that_is_typed_may_lose_its_last_consonant(void **state)
{
	(void)state;
	assert_typed(&prefix_index, "하", "4 prefix, 5 prefix");
	assert_typed(&prefix_index, "학", "5 prefix");
	assert_typed(&prefix_index, "한", "4 prefix");
	assert_typed(&prefix_index, "한구", "4 prefix");
}

static const char *const endings[] = { "a", "ssa", "ni", "n", "kin", "in",
	"lle", "i", NULL };
static const char *const negations[] = { "naj", "mi", NULL };
static const char *const changes[][2] = { { "k", "g" }, { "kka", "ka" },
	{ "t", "d" }, { NULL, NULL } };
static const struct indexed_word stems[] = { { "kirkossa", 0, 1, 1 },
	{ "helsinki", 1, 1, 1 }, { "lepsi", 2, 1, 1 }, { "mirava", 3, 1, 1 },
	{ "kukka", 4, 1, 1 }, { "katu", 5, 1, 1 }, { "sana", 6, 1, 1 },
	{ "sanani", 7, 1, 1 }, { NULL, 0, 0, 0 } };
static const struct indexed_posting stem_postings[] = { { 0, 0, 1, 50 },
	{ 1, 1, 1, 50 }, { 2, 2, 1, 50 }, { 3, 3, 1, 50 }, { 4, 4, 1, 50 },
	{ 5, 5, 1, 50 }, { 6, 6, 1, 50 }, { 7, 7, 1, 50 } };
static const struct indexed stem_index = { .sections = 8,
	.classes = 8,
	.stem = 3,
	.words = stems,
	.postings = stem_postings,
	.posting_count = 8,
	.suffixes = endings,
	.prefixes = negations,
	.alternations = changes };

static void an_unknown_form_is_found_by_its_endings(void **state)
{
	(void)state;
	assert_found(&stem_index, "kirkolle", "0 similar");
	assert_found(&stem_index, "kirkossanikin", "0 similar");
	assert_found(&stem_index, "kirkxxyy", "");
	assert_found(&stem_index, "sanassa", "6 similar");
}

static void stems_may_change_before_endings(void **state)
{
	(void)state;
	assert_found(&stem_index, "helsingin", "1 similar");
	assert_found(&stem_index, "kukassa", "4 similar");
}

static void prefixes_may_be_there_or_not(void **state)
{
	(void)state;
	assert_found(&stem_index, "najlepsi", "2 similar");
	assert_found(&stem_index, "najlepsin", "2 similar");
	assert_found(&stem_index, "ravan", "3 similar");
}

static void a_stem_must_have_some_letters(void **state)
{
	(void)state;
	assert_found(&stem_index, "san", "6 similar");
	assert_found(&stem_index, "sa", "");
}

static const struct indexed_word compounds[] = { { "juna", 0, 1, 1 },
	{ "matka", 1, 1, 1 }, { "lippu", 2, 1, 1 }, { "삼성", 3, 1, 1 },
	{ "왕국", 4, 1, 1 }, { "국가대표", 5, 1, 1 }, { "میخواند", 6, 1, 1 },
	{ "ab", 7, 1, 1 }, { NULL, 0, 0, 0 } };
static const struct indexed_posting compound_postings[] = { { 0, 0, 1, 50 },
	{ 0, 1, 1, 50 }, { 0, 2, 1, 50 }, { 1, 1, 1, 50 }, { 1, 2, 1, 50 },
	{ 2, 2, 1, 50 }, { 3, 3, 1, 50 }, { 4, 3, 1, 50 }, { 5, 4, 1, 50 },
	{ 6, 5, 1, 50 }, { 7, 6, 1, 50 } };
static const struct indexed compound_index = { .sections = 7,
	.classes = 8,
	.stem = 3,
	.words = compounds,
	.postings = compound_postings,
	.posting_count = 11 };

static void an_unknown_compound_finds_what_has_all_its_parts(void **state)
{
	(void)state;
	assert_found(&compound_index, "junamatka", "1 exact, 2 exact");
	assert_found(&compound_index, "junamatkalippu", "2 exact");
	assert_found(&compound_index, "삼성왕국", "3 exact");
	/* Parts must be long enough. */
	assert_found(&compound_index, "abjuna", "");
}

static void if_nothing_has_all_parts_the_first_will_do(void **state)
{
	(void)state;
	assert_found(&compound_index, "lippu왕국", "2 similar");
	assert_found(&compound_index, "lippumatkakortti", "2 similar");
}

static void words_may_be_written_as_one(void **state)
{
	(void)state;
	assert_found(&compound_index, "국가 대표", "4 exact");
	assert_found(&compound_index, "می خواند", "5 exact");
	assert_found(&compound_index, "juna matka", "1 exact, 2 exact");
}

static const struct indexed_word typos[] = { { "kirjasto", 0, 1, 1 },
	{ "opettaja", 1, 1, 2 }, { "sana", 2, 1, 1 }, { "한국", 3, 1, 1 },
	{ "ja", 4, 1, 1 }, { "나라", 5, 1, 1 }, { NULL, 0, 0, 0 } };
static const struct indexed_posting typo_postings[] = { { 0, 0, 1, 50 },
	{ 1, 1, 1, 50 }, { 2, 2, 1, 50 }, { 3, 3, 1, 50 }, { 4, 4, 1, 50 } };
static const struct indexed typo_index = { .sections = 5,
	.classes = 5,
	.stem = 3,
	.words = typos,
	.postings = typo_postings,
	.posting_count = 5,
	.suffixes = endings };

static void one_error_is_forgiven_two_in_long_words(void **state)
{
	(void)state;
	assert_found(&typo_index, "kirjastp", "0 typo");
	assert_found(&typo_index, "kijrasto", "0 typo");
	assert_found(&typo_index, "kirjjasto", "0 typo");
	assert_found(&typo_index, "kirasto", "0 typo");
	assert_found(&typo_index, "pettaja", "1 typo");
	assert_found(&typo_index, "opettjaa", "1 typo");
	assert_found(&typo_index, "opttajja", "1 typo");
	assert_found(&typo_index, "snaa", "2 typo");
	assert_found(&typo_index, "snna", "2 typo");
	assert_found(&typo_index, "sxxa", "");
	assert_found(&typo_index, "je", "");
}

static void what_begins_alike_is_found_if_nothing_else_is(void **state)
{
	(void)state;
	assert_found(&typo_index, "kirjasxyz", "0 similar");
	assert_found(&typo_index, "kirjaxyzx", "");
}

static void an_error_is_forgiven_before_an_ending(void **state)
{
	(void)state;
	assert_found(&typo_index, "kirjstolle", "0 typo");
	assert_found(&typo_index, "opetajallekin", "1 typo");
}

static void a_final_consonant_is_as_good_as_an_initial_one(void **state)
{
	(void)state;
	/* h-n-gug: without its vowel the syllable falls apart. */
	assert_found(&typo_index, "ㅎㄴ국", "3 typo");
	assert_found(&typo_index, "한ㄱㅜㄱ", "3 typo");
}

static void an_error_is_forgiven_while_one_types(void **state)
{
	(void)state;
	assert_typed(&typo_index, "kijra", "0 typo");
	assert_typed(&typo_index, "opte", "1 typo");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_form_itself_comes_first_then_its_class),
		cmocka_unit_test(a_form_that_no_text_has_finds_its_class),
		cmocka_unit_test(other_words_are_not_found),
		cmocka_unit_test(the_weight_of_a_match_counts_with_its_impact),
		cmocka_unit_test(
		    of_several_postings_of_a_section_the_best_counts),
		cmocka_unit_test(marks_tell_apart_words_that_fold_alike),
		cmocka_unit_test(an_unfinished_word_finds_what_begins_so),
		cmocka_unit_test(only_the_last_word_is_unfinished),
		cmocka_unit_test(
		    a_finished_word_that_is_unknown_finds_what_begins_so),
		cmocka_unit_test(
		    a_syllable_that_is_typed_may_lose_its_last_consonant),
		cmocka_unit_test(an_unknown_form_is_found_by_its_endings),
		cmocka_unit_test(stems_may_change_before_endings),
		cmocka_unit_test(prefixes_may_be_there_or_not),
		cmocka_unit_test(a_stem_must_have_some_letters),
		cmocka_unit_test(
		    an_unknown_compound_finds_what_has_all_its_parts),
		cmocka_unit_test(if_nothing_has_all_parts_the_first_will_do),
		cmocka_unit_test(words_may_be_written_as_one),
		cmocka_unit_test(one_error_is_forgiven_two_in_long_words),
		cmocka_unit_test(what_begins_alike_is_found_if_nothing_else_is),
		cmocka_unit_test(an_error_is_forgiven_before_an_ending),
		cmocka_unit_test(
		    a_final_consonant_is_as_good_as_an_initial_one),
		cmocka_unit_test(an_error_is_forgiven_while_one_types),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
