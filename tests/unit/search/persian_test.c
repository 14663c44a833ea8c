#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "search/speaking.h"

/* Two words, and what holds of both. */
struct pair {
	const char *a, *b;
};

static int open_lexicon(void **state)
{
	return fixture_open(state, &language_persian);
}

static struct analysis analyse(struct fixture *fixture, const char *word)
{
	struct analysis analysis = fixture_analyse(fixture, text_from(word));

	assert_true(analysis.readings.items[0].key.length > 0);
	return analysis;
}

static bool share(struct fixture *fixture, const struct pair *pair, bool loose)
{
	struct analysis a = analyse(fixture, pair->a);
	struct analysis b = analyse(fixture, pair->b);
	size_t i, j;

	for (i = 0; i < a.readings.count; i++)
		for (j = 0; j < b.readings.count; j++) {
			struct reading *one = &a.readings.items[i];
			struct reading *two = &b.readings.items[j];

			if (loose ? text_equal(one->loose, two->loose)
				  : text_equal(one->key, two->key))
				return true;
		}
	return false;
}

static void check(void **state, const struct pair *pairs, bool together)
{
	for (; pairs->a != NULL; pairs++)
		if (share(*state, pairs, false) != together)
			fail_msg("%s and %s are %s", pairs->a, pairs->b,
			    together ? "apart" : "together");
}

static void endings_of_nouns_come_off(void **state)
{
	static const struct pair pairs[] = {
		{ "کتاب", "کتاب‌ها" },
		{ "کتاب", "کتابها" },
		{ "کتاب", "کتاب‌های" },
		{ "کتاب", "کتاب‌هایی" },
		{ "کتاب", "کتاب‌هایشان" },
		{ "کتاب", "کتاب‌های‌شان" },
		{ "کتاب", "کتابهایم" },
		{ "کتاب", "کتاب‌هاست" },
		{ "کتاب", "کتابی" },
		{ "خانه", "خانه‌ای" },
		{ "خانه", "خانه‌اش" },
		{ "خانه", "خانه‌ی" },
		{ "خانه", "خانه‌مان" },
		{ "خانه", "خانۀ" },
		{ "خانه", "خانه‌هایی" },
		{ "صدا", "صدای" },
		{ "نیرو", "نیروی" },
		{ "نیرو", "نیروهایش" },
		{ "پدر", "پدرم" },
		{ "پیام", "پیامش" },
		{ "دوست", "دوستان" },
		{ "درخت", "درختان" },
		{ "دانشجو", "دانشجویان" },
		{ "نویسنده", "نویسندگان" },
		{ "ایرانی", "ایرانیان" },
		{ "معلم", "معلمین" },
		{ "حاکم", "حاکمان" },
		{ "امام", "امامان" },
		{ "ستاره", "ستارگان" },
		{ "سفارش", "سفارشتان" },
		{ "مشتری", "مشتری‌ای" },
		{ "فرانسوی", "فرانسویان" },
		{ "بیماری", "بیماری‌های" },
		{ "بزرگ", "بزرگ‌ترین" },
		{ "بزرگ", "بزرگتری" },
		{ "بیش", "بیشترین" },
		{ "تصمیم‌گیری", "تصمیم‌گیری‌های" },
		{ NULL, NULL }
	};

	check(state, pairs, true);
}

static void plurals_from_arabic_belong_to_their_singular(void **state)
{
	static const struct pair pairs[] = {
		{ "کتاب", "کتب" },
		{ "مطالعه", "مطالعات" },
		{ "جلسه", "جلسات" },
		{ "حرکت", "حرکات" },
		{ "تصمیم", "تصمیمات" },
		{ "هدف", "اهدافی" },
		{ "قانون", "قوانین" },
		{ "فرد", "افراد" },
		{ "مسئله", "مسائل" },
		{ "مسأله", "مسایل" },
		{ "وزیر", "وزرای" },
		{ "حادثه", "حوادث" },
		{ "سؤال", "سوالات" },
		{ "کارخانه", "کارخانجات" },
		{ NULL, NULL }
	};

	check(state, pairs, true);
}

static void both_stems_of_a_verb_belong_to_it(void **state)
{
	static const struct pair pairs[] = {
		{ "رفتن", "می‌رود" },
		{ "رفتن", "نمی‌رفتند" },
		{ "گفتن", "بگوید" },
		{ "گفتن", "می‌گوییم" },
		{ "گفتن", "گفته‌اند" },
		{ "دیدن", "ببینید" },
		{ "کردن", "نکرده‌است" },
		{ "کردن", "کنند" },
		{ "آمدن", "بیاید" },
		{ "آمدن", "نیامده" },
		{ "افتادن", "بیفتد" },
		{ "انداختن", "نیندازید" },
		{ "خواستن", "می‌خواهم" },
		{ "خواندن", "میخواند" },
		{ "ساختن", "می‌سازد" },
		{ "ساختن", "بسازیم" },
		{ "رساندن", "می‌رساند" },
		{ "رساندن", "رسانید" },
		{ "برگشتن", "برمی‌گردد" },
		{ "فراگرفتن", "فرابگیرند" },
		{ "نوشتن", "ننوشت" },
		{ "دیدن", "می‌بینمش" },
		{ "نوشتن", "نوشتنش" },
		{ "بودن", "نباشد" },
		{ "دادن", "ندهم" },
		{ NULL, NULL }
	};

	check(state, pairs, true);
}

static void spellings_of_one_word_are_one(void **state)
{
	static const struct pair pairs[] = {
		{ "کیک", "كيك" },
		{ "رئیس", "رییس" },
		{ "مسئول", "مسوول" },
		{ "مؤسسه", "موسسه" },
		{ "قضائیه", "قضاییه" },
		{ "انشاء", "انشا" },
		{ "واقعاً", "واقعا" },
		{ "بهینه‌سازی", "بهینهسازی" },
		{ "۱۲", "12" },
		{ NULL, NULL }
	};

	check(state, pairs, true);
}

static void what_only_looks_like_an_ending_stays(void **state)
{
	static const struct pair pairs[] = {
		{ "زمین", "زم" },
		{ "تهران", "تهر" },
		{ "درمان", "در" },
		{ "درمان", "درم" },
		{ "سازمان", "ساز" },
		{ "باران", "بار" },
		{ "دندان", "دند" },
		{ "میدان", "دانستن" },
		{ "میدان", "مید" },
		{ "زمستان", "زمست" },
		{ "جریان", "جری" },
		{ "دختر", "دخ" },
		{ "متر", "م" },
		{ "خاکستری", "خاکس" },
		{ "حیات", "حی" },
		{ "نجات", "نج" },
		{ "انتخابات", "انتخاب" },
		{ "آتش", "آت" },
		{ "آموزش", "آموز" },
		{ "نمایش", "نما" },
		{ "نهایت", "نها" },
		{ "حالت", "حال" },
		{ "شرکت", "شرک" },
		{ "سیاست", "سیا" },
		{ "اتهام", "اته" },
		{ "چای", "چا" },
		{ "بازی", "باز" },
		{ "کشتی", "کشتن" },
		{ "مردم", "مردن" },
		{ "مرد", "مردن" },
		{ "شدید", "شدن" },
		{ "نیاز", "یازیدن" },
		{ "درد", "دریدن" },
		{ "گذشته", "گذشتن" },
		{ "نهادهای", "نهادن" },
		{ "نشستی", "نشستن" },
		{ "نامه", "نام" },
		{ "دسته", "دست" },
		{ "زمینه", "زمین" },
		{ "میلیون", "میلی" },
		{ "تلویزیون", "تلویزی" },
		{ "تنها", "تن" },
		{ "فرهنگی", "فرهنه" },
		{ "خرید", "خر" },
		{ "می‌برد", "بریدن" },
		{ "می‌کند", "کندن" },
		{ "فروش", "فرو" },
		{ "پرتنش", "پرتن" },
		{ "نافرمان", "نافرم" },
		{ "درخواست", "درخوا" },
		{ "دانشگاهی", "دانشگاه" },
		{ "فرانسویان", "فرانسو" },
		{ NULL, NULL }
	};

	check(state, pairs, false);
}

static void adjectives_in_i_are_only_related(void **state)
{
	static const struct pair pairs[] = {
		{ "ایران", "ایرانی" },
		{ "آسیا", "آسیایی" },
		{ "خسته", "خستگی" },
		{ "فرهنگ", "فرهنگی" },
		{ "مذاکره", "مذاکراتی" },
		{ "شرط", "شرایط" },
		{ NULL, NULL }
	};
	const struct pair *pair;

	check(state, pairs, false);
	for (pair = pairs; pair->a != NULL; pair++)
		assert_true(share(*state, pair, true));
}

static bool has_form(struct fixture *fixture, const char *word,
    const char *form)
{
	struct analysis analysis = analyse(fixture, word);
	size_t i;

	for (i = 0; i < analysis.forms.count; i++) {
		assert_true(analysis.forms.items[i].reading <
			    analysis.readings.count);
		if (text_equal_string(analysis.forms.items[i].word, form))
			return true;
	}
	return false;
}

static void forms_that_a_text_lacks_are_given(void **state)
{
	assert_true(has_form(*state, "رفتند", "رفتن"));
	assert_true(has_form(*state, "رفتند", "می‌رود"));
	assert_true(has_form(*state, "می‌آیند", "بیاید"));
	assert_true(has_form(*state, "می‌دهد", "دهند"));
	assert_true(has_form(*state, "برمی‌گردد", "برگشت"));
	assert_true(has_form(*state, "قانون", "قوانین"));
	assert_true(has_form(*state, "کتاب‌هایی", "کتاب"));
	/* dast-e dovom: the second, not "I run" */
	assert_false(has_form(*state, "می‌دوید", "دوم"));
}

static void parts_around_a_joiner_are_given(void **state)
{
	struct analysis analysis = analyse(*state, "سرمایه‌گذاری‌هایشان");

	assert_int_equal(analysis.parts.count, 2);
	assert_true(text_equal_string(analysis.parts.items[0], "سرمایه"));
	analysis = analyse(*state, "کتاب‌هایشان");
	assert_int_equal(analysis.parts.count, 0);
}

static void other_scripts_and_broken_bytes_are_left_alone(void **state)
{
	struct analysis analysis = analyse(*state, "linux");

	assert_true(text_equal_string(analysis.readings.items[0].key, "linux"));
	(void)analyse(*state, "\xe2\x80\x8c");
	(void)analyse(*state, "\xd9");
	(void)analyse(*state, "ی");
	(void)analyse(*state, "aی");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(endings_of_nouns_come_off),
		cmocka_unit_test(plurals_from_arabic_belong_to_their_singular),
		cmocka_unit_test(both_stems_of_a_verb_belong_to_it),
		cmocka_unit_test(spellings_of_one_word_are_one),
		cmocka_unit_test(what_only_looks_like_an_ending_stays),
		cmocka_unit_test(adjectives_in_i_are_only_related),
		cmocka_unit_test(forms_that_a_text_lacks_are_given),
		cmocka_unit_test(parts_around_a_joiner_are_given),
		cmocka_unit_test(other_scripts_and_broken_bytes_are_left_alone),
	};

	return cmocka_run_group_tests(tests, open_lexicon, fixture_close);
}
