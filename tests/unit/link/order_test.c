#include "link/order.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* Words in the order in which readers of the language look for them. */
static const struct {
	const char *tag, *words;
} orders[] = {
	{ "fi", "aalto vesi wau y ü zebra åland äiti öljy" },
	{ "tr", "cam çay ğ ılık Isparta ilk İzmir oda öz su şeker u ü" },
	{ "sr-Latn", "cvet čaj ćup dom džep đak luk ljubav njiva" },
	{ "sr", "дом ђак е ж лук љубав нос њива тон ћуп" },
	{ "ko", "가게 까치 나비 한국 漢字 힣 abc" },
	{ "fa", "آب انار بابا پدر abc" },
	{ "en", "2 10 a A á b résumé resumes Z" },
	{ "ltg", "cam çay dom i ı ılık" }, /* not known: the root's order */
};

struct word {
	struct text key, text;
};

static int word_order(const void *a, const void *b)
{
	const struct word *first = a;
	const struct word *second = b;

	return text_compare(first->key, second->key);
}

/* The words sorted by their keys, from any order. */
static const char *sorted(struct arena *arena, const char *tag,
    const char *words)
{
	struct order *order = order_open(text_from(tag));
	struct text rest = text_from(words);
	struct word list[32];
	struct text joined = { 0 };
	size_t count = 0;
	size_t i;

	while (text_word(&list[count].text, &rest)) {
		list[count].key = order_key(order, arena, list[count].text);
		count++;
	}
	/* Backwards, so that an order of chance would show. */
	for (i = 0; i < count / 2; i++) {
		struct word swapped = list[i];

		list[i] = list[count - 1 - i];
		list[count - 1 - i] = swapped;
	}
	qsort(list, count, sizeof(list[0]), word_order);
	for (i = 0; i < count; i++)
		joined = text_format(arena, "%.*s%s%.*s",
		    TEXT_ARGUMENTS(joined), i > 0 ? " " : "",
		    TEXT_ARGUMENTS(list[i].text));
	order_close(order);
	return text_string(arena, joined);
}

static void words_sort_as_readers_expect(void **state)
{
	struct arena arena = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
		assert_string_equal(
		    sorted(&arena, orders[i].tag, orders[i].words),
		    orders[i].words);
	arena_release(&arena);
}

static void keys_hold_no_zero_byte(void **state)
{
	struct arena arena = { 0 };
	struct order *order = order_open(TEXT("fi"));
	struct text key = order_key(order, &arena, TEXT("Äiti ja 2 lasta"));

	(void)state;
	assert_true(key.length > 5);
	assert_int_equal(text_find_char(key, '\0', 0), TEXT_NONE);
	order_close(order);
	arena_release(&arena);
}

static void any_bytes_have_a_key_and_an_initial(void **state)
{
	struct arena arena = { 0 };
	struct order *order = order_open(TEXT("fi"));
	char *bytes = memset(arena_alloc(&arena, 100000), 'x', 100000);
	struct text once, again;

	(void)state;
	once = order_key(order, &arena, (struct text){ bytes, 100000 });
	assert_true(once.length >= 100000);
	again = order_key(order, &arena, (struct text){ bytes, 99999 });
	assert_true(text_compare(again, once) < 0);
	assert_true(text_equal_string(order_initial(order, &arena,
	    (struct text){ bytes, 100000 }), "X"));
	assert_true(text_equal_string(
	    order_initial(order, &arena, TEXT("\xFF\xFE")), "#"));
	assert_int_equal(
	    order_key(order, &arena, (struct text){ 0 }).length,
	    order_key(order, &arena, TEXT("")).length);
	assert_true(text_equal_string(
	    order_initial(order, &arena, (struct text){ 0 }), "#"));
	order_close(order);
	order_close(NULL);
	arena_release(&arena);
}

/* Pairs of a text and its initial. */
static void assert_initials(const char *tag, const char *pairs)
{
	struct arena arena = { 0 };
	struct order *order = order_open(text_from(tag));
	struct text rest = text_from(pairs);
	struct text text, initial, found;

	while (text_word(&text, &rest)) {
		assert_true(text_word(&initial, &rest));
		found = order_initial(order, &arena, text);
		if (!text_equal(found, initial))
			fail_msg("%s: %.*s stands under %.*s", tag,
			    TEXT_ARGUMENTS(text), TEXT_ARGUMENTS(found));
	}
	order_close(order);
	arena_release(&arena);
}

static void letters_of_the_language_are_labels(void **state)
{
	(void)state;
	assert_initials("fi", "äiti Ä Åland Å öljy Ö aalto A web W üb Y "
			      "škoda S zebra Z");
	assert_initials("tr", "ılık I Isparta I ilk İ İzmir İ şeker Ş ğ Ğ "
			      "çay Ç üç Ü ağaç A web W");
	assert_initials("ko", "가게 ㄱ 까치 ㄱ 한국 ㅎ 힣 ㅎ 漢字 ㅎ ㄴ ㄴ "
			      "똥 ㄷ");
	assert_initials("fa", "آب آ انار ا بابا ب پدر پ یک ی يك ی كتاب ک "
			      "گل گ هوا ه");
	assert_initials("sr", "љубав Љ Љубав Љ ђак Ђ џеп Џ жена Ж шума Ш "
			      "ћуп Ћ");
	assert_initials("sr-Latn", "džep DŽ ljubav LJ Njegoš NJ đak Đ dom D "
				   "lopta L čaj Č šuma Š žena Ž");
	assert_initials("en", "Über U école E zz Z");
	assert_initials("ru", "ёлка Е елка Е йод Й");
	assert_initials("el", "άλφα Α Ωμέγα Ω");
	assert_initials("ckb", "باران ب"); /* CLDR has no index for it */
}

static void latin_letters_are_labels_everywhere(void **state)
{
	(void)state;
	assert_initials("ko", "abc A École E zoo Z");
	assert_initials("fa", "abc A zoo Z");
	assert_initials("sr", "Žena Z đak D");
	assert_initials("ltg", "cam C ūdens U");
}

static void digits_signs_and_other_scripts_have_none(void **state)
{
	(void)state;
	assert_initials("fi", "7 # (x) # € # 한국 # жена # Ωμ # آب # あ #");
	assert_initials("ko", "7 # жена # あ # „가“ #");
	assert_initials("fa", "۱۲ # 12 # жена # 한국 # אב #");
	assert_initials("sr", "2. # ωμ # 한국 # აბ #");
	assert_initials("en", "жена # 😀 #");
	assert_initials("ltg", "가 #");
}

/* In the order of the keys, no label may come twice: a list with headings
 * would have two headings for one letter. */
static void each_label_holds_one_run_of_the_order(void **state)
{
	static const char texts[] =
	    "zoo žaba ž đak Đ d dž džep ć č c š s lj ljubav l nj n "
	    "ж жена ш ђ џ е ё ї а я 가 까 하 漢 字 ㄱ آ ا أ ب ی ي ۀ "
	    "þorn ʒ ß æ ø å ä ö ü ı i İ I ğ Ğ ω Ω א ა あ カ ก 中";
	static const char *const tags[] = { "fi", "tr", "ko", "fa", "sr",
		"sr-Latn", "en" };
	struct arena arena = { 0 };
	size_t i, j, k;

	(void)state;
	for (i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
		struct order *order = order_open(text_from(tags[i]));
		struct text rest = text_from(texts);
		struct word list[128];
		size_t count = 0;

		while (text_word(&list[count].text, &rest)) {
			list[count].key =
			    order_key(order, &arena, list[count].text);
			count++;
		}
		qsort(list, count, sizeof(list[0]), word_order);
		for (j = 0; j < count; j++)
			list[j].text =
			    order_initial(order, &arena, list[j].text);
		for (j = 1; j < count; j++)
			for (k = 0; k + 1 < j; k++)
				if (text_equal(list[j].text, list[k].text) &&
				    !text_equal(list[j].text,
					list[j - 1].text) &&
				    !text_equal_string(list[j].text, "#"))
					fail_msg("%s: %.*s comes twice",
					    tags[i],
					    TEXT_ARGUMENTS(list[j].text));
		order_close(order);
	}
	arena_release(&arena);
}

static void numbers_sort_by_value(void **state)
{
	struct arena arena = { 0 };
	struct order *order = order_open(TEXT("ko"));
	struct text two = order_key(order, &arena, TEXT("2단계"));
	struct text ten = order_key(order, &arena, TEXT("10단계"));

	(void)state;
	assert_true(text_compare(two, ten) < 0);
	order_close(order);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_sort_as_readers_expect),
		cmocka_unit_test(numbers_sort_by_value),
		cmocka_unit_test(keys_hold_no_zero_byte),
		cmocka_unit_test(any_bytes_have_a_key_and_an_initial),
		cmocka_unit_test(letters_of_the_language_are_labels),
		cmocka_unit_test(latin_letters_are_labels_everywhere),
		cmocka_unit_test(digits_signs_and_other_scripts_have_none),
		cmocka_unit_test(each_label_holds_one_run_of_the_order),
	};

	/* Nothing may depend on the machine's language. */
	(void)setenv("LC_ALL", "ko_KR.UTF-8", 1);
	(void)setenv("LANG", "ko_KR.UTF-8", 1);
	return cmocka_run_group_tests_name("link/order", tests, NULL, NULL);
}
