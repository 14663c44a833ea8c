#include "model/locale.h"

#include "base/arena.h"
#include "base/workers.h"

#include <limits.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define assert_text(arena, text, expected)                                     \
	assert_string_equal(text_string((arena), (text)), (expected))

/* Every tag with what readers see of it. */
static const struct {
	const char *tag, *endonym;
	bool rtl;
	const char *date; /* 2026-11-03 */
	const char *number; /* 1234567 */
	const char *finnish, *serbian; /* their names */
} rows[] = {
	{ "tr", "Türkçe", false, "3 Kasım 2026", "1.234.567", "Fince",
	    "Sırpça" },
	{ "fi", "Suomi", false, "3. marraskuuta 2026",
	    "1\u00A0234\u00A0567", "suomi", "serbia" },
	{ "ko", "한국어", false, "2026년 11월 3일", "1,234,567", "핀란드어",
	    "세르비아어" },
	{ "fa", "فارسی", true, "۱۲ آبان ۱۴۰۵", "۱٬۲۳۴٬۵۶۷", "فنلاندی",
	    "صربی" },
	{ "sr", "Српски", false, "3. новембар 2026.", "1.234.567", "фински",
	    "српски" },
	{ "en", "English", false, "November 3, 2026", "1,234,567", "Finnish",
	    "Serbian" },
	{ "sr-Latn", "Srpski (latinica)", false, "3. novembar 2026.",
	    "1.234.567", "finski", "srpski" },
	{ "sr-Cyrl", "Српски (ћирилица)", false, "3. новембар 2026.",
	    "1.234.567", "фински", "српски" },
	{ "pt-BR", "Português (Brasil)", false, "3 de novembro de 2026",
	    "1.234.567", "finlandês", "sérvio" },
	{ "he", "עברית", true, "3 בנובמבר 2026", "1,234,567", "פינית",
	    "סרבית" },
	/* CLDR has no data for Latgalian but its name. */
	{ "ltg", "Latgalian", false, "November 3, 2026", "1,234,567",
	    "Finnish", "Serbian" },
};
enum { ROW_COUNT = sizeof(rows) / sizeof(rows[0]) };

static void locales_show_themselves(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < ROW_COUNT; i++) {
		struct arena arena = { 0 };
		struct locale *locale =
		    locale_open(&arena, text_from(rows[i].tag));

		assert_text(&arena, locale->tag, rows[i].tag);
		assert_text(&arena, locale->endonym, rows[i].endonym);
		assert_int_equal(locale->rtl, rows[i].rtl);
		assert_text(&arena, locale_date(locale, &arena, 2026, 11, 3),
		    rows[i].date);
		assert_text(&arena, locale_number(locale, &arena, 1234567),
		    rows[i].number);
		assert_text(&arena,
		    locale_language(locale, &arena, TEXT("fi")),
		    rows[i].finnish);
		assert_text(&arena,
		    locale_language(locale, &arena, TEXT("sr")),
		    rows[i].serbian);
		locale_close(locale);
		locale_close(locale);
		arena_release(&arena);
	}
}

static void tags_are_valid_if_canonical_and_of_a_language(void **state)
{
	static const char *const valid[] = { "tr", "fi", "ko", "fa", "sr",
		"en", "sr-Latn", "sr-Cyrl", "pt-BR", "zh-Hant-TW",
		"ca-valencia", "ckb", "ltg", "fa-u-nu-latn" };
	static const char *const invalid[] = { "", "-", "x", "e", "FI", "fi_FI",
		"sr-latn", "pt-br", "fi-", "fi--FI", "-fi", "fi FI", "finnish",
		"suomi", "images", "und", "mul", "root", "x-private", "zz",
		"fi-FI-x", "fi.UTF-8", "../fi", "ui", "guide" };
	char length[400];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(valid) / sizeof(valid[0]); i++)
		if (!locale_tag_valid(text_from(valid[i])))
			fail_msg("refused: %s", valid[i]);
	for (i = 0; i < sizeof(invalid) / sizeof(invalid[0]); i++)
		if (locale_tag_valid(text_from(invalid[i])))
			fail_msg("accepted: %s", invalid[i]);
	assert_false(locale_tag_valid((struct text){ 0 }));
	assert_false(locale_tag_valid((struct text){ "fi\0x", 4 }));
	memset(length, 'a', sizeof(length));
	memcpy(length, "fi-x-", 5);
	for (i = 5; i < sizeof(length); i += 9)
		length[i + 8 < sizeof(length) ? i + 8 : i] = '-';
	assert_false(
	    locale_tag_valid((struct text){ length, sizeof(length) }));
	/* Text is no C string. */
	assert_true(locale_tag_valid((struct text){ "fixed", 2 }));
}

static void names_of_languages_with_scripts(void **state)
{
	struct arena arena = { 0 };
	struct locale *fi = locale_open(&arena, TEXT("fi"));
	struct locale *sr = locale_open(&arena, TEXT("sr"));

	(void)state;
	assert_text(&arena, locale_language(fi, &arena, TEXT("sr-Latn")),
	    "serbia (latinalainen)");
	assert_text(&arena, locale_language(sr, &arena, TEXT("sr-Latn")),
	    "српски (латиница)");
	assert_text(&arena, locale_language(fi, &arena, TEXT("no tag")),
	    "no tag");
	locale_close(fi);
	locale_close(sr);
	arena_release(&arena);
}

static void a_script_is_called_in_itself(void **state)
{
	static const char *const names[][2] = { { "sr", "ћирилица" },
		{ "sr-Latn", "latinica" }, { "uz-Cyrl", "Кирил" },
		{ "zh-Hant", "繁體" }, { "fi", "latinalainen" } };
	struct arena arena = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct locale *locale =
		    locale_open(&arena, text_from(names[i][0]));

		assert_text(&arena, locale_script(locale, &arena), names[i][1]);
		locale_close(locale);
	}
	arena_release(&arena);
}

static void days_at_the_edges_are_themselves(void **state)
{
	struct arena arena = { 0 };
	struct locale *en = locale_open(&arena, TEXT("en"));
	struct locale *fa = locale_open(&arena, TEXT("fa"));

	(void)state;
	assert_text(&arena, locale_date(en, &arena, 1970, 1, 1),
	    "January 1, 1970");
	assert_text(&arena, locale_date(en, &arena, 1969, 12, 31),
	    "December 31, 1969");
	assert_text(&arena, locale_date(en, &arena, 2000, 2, 29),
	    "February 29, 2000");
	assert_text(&arena, locale_date(en, &arena, 2100, 3, 1),
	    "March 1, 2100");
	assert_text(&arena, locale_date(en, &arena, 2024, 12, 31),
	    "December 31, 2024");
	assert_text(&arena, locale_date(en, &arena, 1600, 2, 29),
	    "February 29, 1600");
	assert_text(&arena, locale_date(en, &arena, 9999, 12, 31),
	    "December 31, 9999");
	/* The Persian year begins with spring. */
	assert_text(&arena, locale_date(fa, &arena, 2024, 3, 14),
	    "۲۴ اسفند ۱۴۰۲");
	assert_text(&arena, locale_date(fa, &arena, 2026, 3, 20),
	    "۲۹ اسفند ۱۴۰۴");
	assert_text(&arena, locale_date(fa, &arena, 2026, 3, 21),
	    "۱ فروردین ۱۴۰۵");
	locale_close(en);
	locale_close(fa);
	arena_release(&arena);
}

static void numbers_have_signs_and_limits(void **state)
{
	struct arena arena = { 0 };
	struct locale *en = locale_open(&arena, TEXT("en"));
	struct locale *fa = locale_open(&arena, TEXT("fa"));

	(void)state;
	assert_text(&arena, locale_number(en, &arena, 0), "0");
	assert_text(&arena, locale_number(en, &arena, -5), "-5");
	assert_text(&arena, locale_number(en, &arena, LONG_MAX),
	    "9,223,372,036,854,775,807");
	assert_text(&arena, locale_number(fa, &arena, 999), "۹۹۹");
	locale_close(en);
	locale_close(fa);
	arena_release(&arena);
}

static void lists_are_joined_as_the_language_does(void **state)
{
	static const struct {
		const char *tag, *two, *three;
	} lists[] = {
		{ "en", "a and b", "a, b, and c" },
		{ "tr", "a ve b", "a, b ve c" },
		{ "fi", "a ja b", "a, b ja c" },
		{ "ko", "a 및 b", "a, b 및 c" },
		{ "fa", "a و b", "a،\u200F b، و c" },
		{ "sr", "a и b", "a, b и c" },
	};
	const struct text items[] = { TEXT("a"), TEXT("b"), TEXT("c") };
	struct arena arena = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		struct locale *locale =
		    locale_open(&arena, text_from(lists[i].tag));

		assert_text(&arena, locale_list(locale, &arena, NULL, 0),
		    "");
		assert_text(&arena, locale_list(locale, &arena, items, 1),
		    "a");
		assert_text(&arena, locale_list(locale, &arena, items, 2),
		    lists[i].two);
		assert_text(&arena, locale_list(locale, &arena, items, 3),
		    lists[i].three);
		locale_close(locale);
	}
	arena_release(&arena);
}

static void lists_may_be_long_and_odd(void **state)
{
	struct text items[300];
	struct arena arena = { 0 };
	struct locale *en = locale_open(&arena, TEXT("en"));
	struct text list;
	size_t i;

	(void)state;
	for (i = 0; i < 300; i++)
		items[i] = i % 2 == 0 ? TEXT("{0} 한국어 𝄞") : TEXT("\xFF");
	list = locale_list(en, &arena, items, 300);
	assert_true(text_starts(list,
	    TEXT("{0} 한국어 𝄞, \uFFFD, {0} 한국어 𝄞, ")));
	assert_true(text_ends(list, TEXT("{0} 한국어 𝄞, and \uFFFD")));
	assert_int_equal(text_malformed(list), TEXT_NONE);
	locale_close(en);
	arena_release(&arena);
}

enum { WORKERS = 4, JOBS = 2000 };
struct crowd {
	struct locale *locale;
	struct arena arenas[WORKERS];
	struct text dates[JOBS];
};

static void format_one(void *context, size_t worker, size_t job)
{
	struct crowd *crowd = context;
	struct arena *arena = &crowd->arenas[worker];

	(void)locale_number(crowd->locale, arena, (long)job);
	(void)locale_language(crowd->locale, arena, TEXT("ko"));
	crowd->dates[job] = locale_date(crowd->locale, arena,
	    1900 + (int)job, 1 + (int)job % 12, 1 + (int)job % 28);
}

static void several_threads_get_their_own_dates(void **state)
{
	struct arena arena = { 0 };
	struct crowd *crowd = arena_new(&arena, struct crowd);
	size_t job, worker;

	(void)state;
	crowd->locale = locale_open(&arena, TEXT("fa"));
	workers_run(WORKERS, JOBS, format_one, crowd);
	for (job = 0; job < JOBS; job++)
		assert_text(&arena, crowd->dates[job],
		    text_string(&arena,
			locale_date(crowd->locale, &arena, 1900 + (int)job,
			    1 + (int)job % 12, 1 + (int)job % 28)));
	for (worker = 0; worker < WORKERS; worker++)
		arena_release(&crowd->arenas[worker]);
	locale_close(crowd->locale);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(locales_show_themselves),
		cmocka_unit_test(
		    tags_are_valid_if_canonical_and_of_a_language),
		cmocka_unit_test(names_of_languages_with_scripts),
		cmocka_unit_test(a_script_is_called_in_itself),
		cmocka_unit_test(days_at_the_edges_are_themselves),
		cmocka_unit_test(numbers_have_signs_and_limits),
		cmocka_unit_test(lists_are_joined_as_the_language_does),
		cmocka_unit_test(lists_may_be_long_and_odd),
		cmocka_unit_test(several_threads_get_their_own_dates),
	};

	/* Nothing may depend on the machine's language and time zone. */
	(void)setenv("LC_ALL", "tr_TR.UTF-8", 1);
	(void)setenv("LANG", "tr_TR.UTF-8", 1);
	(void)setenv("TZ", "Pacific/Kiritimati", 1);
	return cmocka_run_group_tests_name("model/locale", tests, NULL, NULL);
}
