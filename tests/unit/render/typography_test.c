#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/typography.h"

/* Sets text and compares; what is in between stands for itself: '|' a soft
 * hyphen, '^' a word joiner, '~' a space at which no line ends. */
static void expect_in(const char *language, const char *text,
    const char *expected, bool is_heading)
{
	struct typographer *typographer = typographer_new();
	struct buffer out = { 0 };
	const struct typography_edit *edits;
	struct text whole = text_from(text);
	size_t count, i, at = 0;

	typographer_language(typographer, text_from(language));
	buffer_add(typographer_begin(typographer), whole);
	edits = typographer_set(typographer, &count, is_heading);
	for (i = 0; i < count; i++) {
		struct text before = text_from(edits[i].before);

		assert_true(edits[i].at >= at);
		buffer_add(&out, text_slice(whole, at, edits[i].at - at));
		at = edits[i].at + edits[i].length;
		assert_true(at <= whole.length);
		if (text_equal_string(before, "\u00AD"))
			before = TEXT("|");
		else if (text_equal_string(before, "\u2060"))
			before = TEXT("^");
		else if (text_equal_string(before, "\u00A0"))
			before = TEXT("~");
		buffer_add(&out, before);
		if (edits[i].after != NULL) {
			buffer_add(&out, text_slice(whole, edits[i].at,
			    edits[i].length));
			buffer_add_string(&out, edits[i].after);
		}
	}
	buffer_add(&out, text_after(whole, at));
	buffer_add_char(&out, '\0');
	assert_string_equal(out.bytes, expected);
	buffer_release(&out);
	typographer_release(typographer);
}

static void expect(const char *language, const char *text,
    const char *expected)
{
	expect_in(language, text, expected, false);
}

static void quotes_are_those_of_the_language(void **state)
{
	(void)state;
	expect("fi", "\"Hei\", sanoi hän.", "”Hei”, sanoi hän.");
	expect("sr", "Рекла је: \"Хвала.\"", "Рекла је: „Хвала.“");
	expect("sr-Latn", "\"Hvala\"", "„Hvala“");
	expect("fa", "گفت \"سلام\"!", "گفت «سلام»!");
	expect("tr", "(\"Buyurun\")", "(“Buyurun”)");
	expect("en", "\"I'm here,\" she said", "“I’m here,” she said");
	expect("en-GB", "\"Yes\"", "“Yes”");
}

static void quotes_of_unknown_languages_stay_straight(void **state)
{
	(void)state;
	expect("xx", "\"a\" it's -- b...", "\"a\" it's – b…");
	expect("fil", "\"a\"", "\"a\"");
}

static void quotes_may_be_nested(void **state)
{
	(void)state;
	expect("en", "\"He said 'no' to me\"", "“He said ‘no’ to me”");
	expect("fi", "\"Sanoi 'ei' minulle\"", "”Sanoi ’ei’ minulle”");
	expect("sr", "\"Каже 'не' мени\"", "„Каже ’не’ мени“");
	expect("en", "\"'No' is fine\"", "“‘No’ is fine”");
}

static void apostrophes_are_no_quotes(void **state)
{
	(void)state;
	expect("tr", "İstanbul'dan", "İstanbul’dan");
	expect("en", "the '90s, it's", "the ’90s, it’s");
	expect("en", "customers' wishes", "customers’ wishes");
}

static void inches_are_no_quotes(void **state)
{
	(void)state;
	expect("en", "a 15\" screen", "a 15\" screen");
	expect("en", "\"a 15\" screen", "“a 15” screen");
}

static void quotes_around_objects_open_and_close(void **state)
{
	(void)state;
	expect("en", "\"" TYPOGRAPHY_OBJECT "\"", "“" TYPOGRAPHY_OBJECT "”");
	expect("en", "-- \"\n\"", "– ”\n”");
}

static void dashes_and_dots_become_signs(void **state)
{
	(void)state;
	expect("en", "one -- two---three...", "one – two—three…");
	expect("fi", "yksi --- kaksi", "yksi – kaksi");
	expect("en", "9--17", "9–17");
	/* No text, and no such sign. */
	expect("en", "--drafts and ---- and ....", "--drafts and ---- and ....");
}

static void no_line_ends_before_a_unit(void **state)
{
	(void)state;
	expect("fi", "50 % ja 5 min, 3 kg.", "50~% ja 5~min, 3~kg.");
	expect("sr", "5 км (10 %)", "5~км (10~%)");
	expect("en", "5 kilometres, a kg", "5 kilometres, a kg");
	expect("fa", "۵ درصد", "۵~درصد");
}

static void no_line_ends_behind_a_short_abbreviation(void **state)
{
	(void)state;
	expect("fi", "esim. asiakas, ks. sivu", "esim.~asiakas, ks.~sivu");
	expect("fi", "klo 9", "klo~9");
	expect("sr", "нпр. овако, бр. 5", "нпр.~овако, бр.~5");
	expect("en", "no. 5", "no. 5");
}

static void long_words_are_divided(void **state)
{
	(void)state;
	expect("fi", "Asiakaspalvelu on palvelua.",
	    "Asiakas|palvelu on palvelua.");
	expect("tr", "müşterilerin", "müş|te|ri|le|rin");
	expect("sr", "најважнијима", "нај|важ|ни|јима");
	expect("en", "internationalization", "internationalization");
}

static void headings_divide_shorter_words(void **state)
{
	(void)state;
	expect_in("fi", "Kuuntele", "Kuun|tele", true);
	expect_in("fi", "Kuuntele", "Kuuntele", false);
}

static void addresses_are_left_alone(void **state)
{
	(void)state;
	expect("fi", "https://asiakaspalvelu.example/asiakaspalvelu",
	    "https://asiakaspalvelu.example/asiakaspalvelu");
	expect("fi", "asiakaspalvelu@yritys.fi", "asiakaspalvelu@yritys.fi");
	expect("fi", "(asiakaspalvelu.) Niin", "(asiakas|palvelu.) Niin");
}

static void korean_particles_keep_to_what_is_before(void **state)
{
	(void)state;
	expect("ko", "“네”라는 말", "“네”^라는 말");
	expect("ko", "\"네\"라는 말", "“네”^라는 말");
	expect("ko", "고객(방문)을", "고객^(방문)^을");
	expect("ko", "50%는", "50%^는");
	expect("ko", TYPOGRAPHY_OBJECT "를", TYPOGRAPHY_OBJECT "^를");
	expect("ko", "네. 그렇습니다", "네. 그렇습니다");
	expect("fi", "”네”라는", "”네”라는");
}

static void phone_numbers_stay_on_one_line(void **state)
{
	(void)state;
	expect("ko", "전화 1588-0000으로", "전화 <span class=\"number\">"
	    "1588-0000</span>으로");
	expect("fi", "09-123-45", "<span class=\"number\">09-123-45</span>");
	expect("en", "a 5- or 6-fold", "a 5- or 6-fold");
}

static void persian_isolates_what_runs_the_other_way(void **state)
{
	(void)state;
	expect("fa", "با CRM کار", "با <bdi dir=\"ltr\">CRM</bdi> کار");
	expect("fa", "شماره ۰۲۱-۸۸۹۹-۷۷ است",
	    "شماره <bdi dir=\"ltr\">۰۲۱-۸۸۹۹-۷۷</bdi> است");
	expect("fa", "۱۰ نفر", "۱۰ نفر");
}

static void nothing_comes_of_nothing(void **state)
{
	(void)state;
	expect("fi", "", "");
	expect("fa", "\n", "\n");
	expect("en", "'", "’");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotes_are_those_of_the_language),
		cmocka_unit_test(quotes_of_unknown_languages_stay_straight),
		cmocka_unit_test(quotes_may_be_nested),
		cmocka_unit_test(apostrophes_are_no_quotes),
		cmocka_unit_test(inches_are_no_quotes),
		cmocka_unit_test(quotes_around_objects_open_and_close),
		cmocka_unit_test(dashes_and_dots_become_signs),
		cmocka_unit_test(no_line_ends_before_a_unit),
		cmocka_unit_test(no_line_ends_behind_a_short_abbreviation),
		cmocka_unit_test(long_words_are_divided),
		cmocka_unit_test(headings_divide_shorter_words),
		cmocka_unit_test(addresses_are_left_alone),
		cmocka_unit_test(korean_particles_keep_to_what_is_before),
		cmocka_unit_test(phone_numbers_stay_on_one_line),
		cmocka_unit_test(persian_isolates_what_runs_the_other_way),
		cmocka_unit_test(nothing_comes_of_nothing),
	};

	return cmocka_run_group_tests_name(
	    "render/typography", tests, NULL, NULL);
}
