#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "search/speaking.h"

#include <string.h>

static int open_context(void **state)
{
	return fixture_open(state, &language_turkish);
}

static struct analysis analysis_of(struct fixture *context, const char *word)
{
	return fixture_analyse(context, text_from(word));
}

static bool shares(
    struct fixture *context, const char *one, const char *two, bool loosely)
{
	struct analysis a = analysis_of(context, one);
	struct analysis b = analysis_of(context, two);
	size_t i, k;

	for (i = 0; i < a.readings.count; i++)
		for (k = 0; k < b.readings.count; k++) {
			const struct reading *first = &a.readings.items[i];
			const struct reading *second = &b.readings.items[k];

			if (text_equal(first->key, second->key))
				return true;
			if (loosely && text_equal(first->loose, second->loose))
				return true;
		}
	return false;
}

static size_t reading_count(struct fixture *context, const char *word)
{
	return analysis_of(context, word).readings.count;
}

/* Each row: words of one class, ended by NULL. */
static void expect_one_class(
    struct fixture *context, const char *const rows[][8], size_t count)
{
	size_t i, k;

	for (i = 0; i < count; i++)
		for (k = 1; k < 8 && rows[i][k] != NULL; k++)
			if (!shares(context, rows[i][0], rows[i][k], false))
				fail_msg("%s and %s are not one class",
				    rows[i][0], rows[i][k]);
}

static void expect_apart(struct fixture *context, const char *const pairs[][2],
    size_t count, bool loosely)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (shares(context, pairs[i][0], pairs[i][1], loosely))
			fail_msg("%s and %s are found together", pairs[i][0],
			    pairs[i][1]);
}

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static void forms_of_a_noun_are_one_class(void **state)
{
	static const char *const rows[][8] = {
		{ "ev", "evler", "evi", "evde", "evlerimizden", "evindeki",
		    "evdi" },
		{ "masa", "masanın", "masaya", "masalarında", "masamız" },
		{ "kapı", "kapının", "kapılardan", "kapısını", "kapıyla" },
		{ "öğretmen", "öğretmenlerimizin", "öğretmendir" },
		{ "bilgisayar", "bilgisayarınızda", "bilgisayarlar" },
		{ "su", "suyu", "suyun", "sular", "suya" },
		{ "düşünce", "düşüncelerini", "düşünceye" },
		/* Not listed. */
		{ "sarmaşık", "sarmaşığın", "sarmaşıklar" },
		{ "kolibri", "kolibrinin", "kolibriler" },
		{ "muşmula", "muşmulaya", "muşmulaların" },
	};

	expect_one_class(*state, rows, COUNT(rows));
}

static void changed_stems_are_the_same_word(void **state)
{
	static const char *const rows[][8] = {
		{ "kitap", "kitabı", "kitaplar", "kitabımızın" },
		{ "ağaç", "ağacın", "ağaçlardan", "ağaca" },
		{ "köpek", "köpeği", "köpeklerin", "köpeğimiz" },
		{ "renk", "rengi", "renkler" },
		{ "dip", "dibinde" },
		{ "kurt", "kurdun", "kurtlar" },
		{ "ağız", "ağzı", "ağızlar", "ağzından" },
		{ "şehir", "şehrin", "şehirlerde" },
		{ "oğul", "oğlum", "oğullar" },
		{ "vakit", "vaktinde", "vakitler" },
		{ "hak", "hakkı", "haklar" },
		{ "saat", "saati", "saatlerde", "saatin" },
		{ "rol", "rolü", "rollerin" },
		{ "hükümet", "hükümeti", "hükümetler" },
	};

	expect_one_class(*state, rows, COUNT(rows));
}

static void forms_of_a_verb_are_one_class(void **state)
{
	static const char *const rows[][8] = {
		{ "gelmek", "geliyorum", "gelecekler", "gelmişti", "gelir",
		    "gelmeyen", "gelemediğimiz" },
		{ "gitmek", "gidiyor", "gider", "gidince", "gittik",
		    "gidebilirsiniz" },
		{ "başlamak", "başlıyor", "başlar", "başladığında",
		    "başlayıp" },
		{ "okumak", "okuyor", "okuyan", "okursa", "okumadan" },
		{ "söylemek", "söylüyordu", "söylediklerini",
		    "söylemediklerini" },
		{ "demek", "diyor", "diyen", "dedi", "diyecek" },
		{ "yemek", "yiyor", "yiyerek", "yedik" },
		{ "yazmak", "yazar", "yazılmıştır", "yazdıkları" },
		{ "kaybetmek", "kaybediyor", "kaybetti", "kaybedilen" },
		{ "yönetmek", "yönetir", "yönetiyorlar" },
		{ "açmak", "açılıyor", "açtırdı", "açarken" },
		/* Not listed. */
		{ "fişteklemek", "fiştekliyor", "fişteklediler" },
	};

	expect_one_class(*state, rows, COUNT(rows));
}

static void names_end_at_the_apostrophe(void **state)
{
	static const char *const rows[][8] = {
		{ "berlin", "berlin'e", "berlin’den", "berlin'deki" },
		{ "türkiye", "türkiye'nin", "türkiye’de" },
		{ "1990", "1990'larda" },
	};

	expect_one_class(*state, rows, COUNT(rows));
}

static void words_that_look_inflected_are_left_whole(void **state)
{
	static const char *const pairs[][2] = {
		{ "masa", "mas" },
		{ "kadın", "kad" },
		{ "altın", "alt" },
		{ "insan", "insa" },
		{ "kalem", "kale" },
		{ "adam", "ada" },
		{ "baba", "bab" },
		{ "moda", "mo" },
		{ "vatan", "va" },
		{ "meydan", "mey" },
		{ "kapının", "kap" },
		{ "konuda", "konut" },
		{ "sanatçı", "sanat" },
		{ "bahçe", "bah" },
		{ "karınca", "karın" },
		{ "ama", "am" },
		{ "için", "iç" },
		{ "arada", "ada" },
		{ "arı", "ar" },
		{ "kale", "kal" },
		{ "yaya", "yay" },
		{ "fare", "far" },
		{ "tarla", "tar" },
		{ "şimdi", "şim" },
	};

	expect_apart(*state, pairs, COUNT(pairs), false);
}

static void words_of_the_same_beginning_stay_apart(void **state)
{
	static const char *const pairs[][2] = {
		{ "kara", "karar" },
		{ "yaz", "yazı" },
		{ "gül", "güzel" },
		{ "baş", "başka" },
		{ "sarı", "sarmak" },
		{ "gelin", "gelmek" },
		{ "görev", "görmek" },
		{ "bilgi", "bilmek" },
		{ "deniz", "denemek" },
		{ "kol", "kolay" },
		{ "anlamak", "anmak" },
		{ "okul", "okumak" },
		{ "ölçü", "ölmek" },
		{ "yürek", "yürümek" },
		{ "sokak", "sokmak" },
		{ "değeri", "değmek" },
		{ "söz", "sözlük" },
		{ "göz", "gözlük" },
		{ "bakışmak", "bakmak" },
		{ "çözüm", "çözmek" },
		{ "yasalaştı", "yasa" },
		{ "bakıcı", "bakmak" },
	};

	expect_apart(*state, pairs, COUNT(pairs), true);
}

static void nouns_and_verbs_of_one_shape_stay_apart(void **state)
{
	static const char *const pairs[][2] = {
		{ "yazı", "yazmak" },
		{ "yüzler", "yüzmek" },
		{ "atımız", "atmak" },
		{ "kızlar", "kızmak" },
		{ "güller", "gülmek" },
		{ "yüze", "yüzmek" },
		{ "yolun", "yolmak" },
		{ "aldı", "allar" },
		{ "düştü", "düşler" },
		{ "vardı", "varmak" },
		{ "içinde", "için" },
		{ "yemekler", "yedi" },
	};

	expect_apart(*state, pairs, COUNT(pairs), false);
	/* But what can be both is found as both. */
	assert_true(shares(*state, "gelir", "gelirleri", false));
	assert_true(shares(*state, "gelir", "geldi", false));
	assert_true(shares(*state, "yazar", "yazarlarımız", false));
	assert_true(shares(*state, "yazar", "yazdı", false));
	assert_true(shares(*state, "yemek", "yedi", false));
}

static void derived_words_are_found_loosely(void **state)
{
	static const char *const pairs[][2] = {
		{ "kuvvetli", "kuvvet" },
		{ "elektriksiz", "elektrik" },
		{ "bembeyaz", "beyaz" },
		{ "dosdoğru", "doğru" },
	};
	size_t i;

	expect_apart(*state, pairs + 0, 2, false);
	for (i = 0; i < COUNT(pairs); i++)
		if (!shares(*state, pairs[i][0], pairs[i][1], true))
			fail_msg(
			    "%s is not found by %s", pairs[i][0], pairs[i][1]);
}

static void readers_may_type_infinitive_and_stem(void **state)
{
	struct analysis analysis = analysis_of(*state, "gidiyordu");

	assert_true(analysis.forms.count > 1);
	assert_true(text_equal_string(analysis.forms.items[0].word, "git"));
	assert_true(text_equal_string(analysis.forms.items[1].word, "gitmek"));
	analysis = analysis_of(*state, "ağzından");
	assert_true(analysis.forms.count > 0);
	assert_true(text_equal_string(analysis.forms.items[0].word, "ağız"));
}

static bool has_form(struct fixture *context, const char *word,
    const char *form)
{
	struct analysis analysis = analysis_of(context, word);
	size_t i;

	for (i = 0; i < analysis.forms.count; i++)
		if (text_equal_string(analysis.forms.items[i].word, form))
			return true;
	return false;
}

static void readers_may_type_frequent_forms(void **state)
{
	static const char *const pairs[][2] = {
		{ "kıyı", "kıyısı" },
		{ "kıyı", "kıyının" },
		{ "kitaplarda", "kitabı" },
		{ "ağızlar", "ağzı" },
		{ "renkler", "rengi" },
		{ "haklar", "hakkı" },
		{ "saatlerce", "saati" },
		{ "rol", "rolü" },
		{ "sarmaşık", "sarmaşığı" },
		{ "okuyan", "okuyor" },
		{ "başlayan", "başlıyor" },
		{ "gitti", "gidecek" },
		{ "affetti", "affedilen" },
		{ "almış", "alınan" },
		{ "okudu", "okunan" },
		{ "seçti", "seçilmiş" },
	};
	static const char *const others[][2] = {
		{ "kaplar", "kapı" },       /* door */
		{ "bulmuş", "bulunan" },    /* that is */
		{ "saatler", "saadi" },
		{ "için", "içinler" },
	};
	size_t i;

	for (i = 0; i < COUNT(pairs); i++)
		if (!has_form(*state, pairs[i][0], pairs[i][1]))
			fail_msg("%s does not lead to %s", pairs[i][1],
			    pairs[i][0]);
	for (i = 0; i < COUNT(others); i++)
		if (has_form(*state, others[i][0], others[i][1]))
			fail_msg(
			    "%s leads to %s", others[i][1], others[i][0]);
}

static void plain_words_have_one_reading(void **state)
{
	static const char *const words[] = { "ve", "kitaplarımızdan", "okul",
		"geliyorlardı", "türkiye", "bana", "çünkü", "masanın", "xyz",
		"b2b", "rhythm", "ş", "naïf", "göremeyeceklerinden" };
	size_t i;

	for (i = 0; i < COUNT(words); i++)
		if (reading_count(*state, words[i]) != 1)
			fail_msg("%s has more than one reading", words[i]);
}

/* As long as the letters that are looked at, and longer. */
static void long_words_are_bounded(void **state)
{
	char word[81];
	size_t i;

	for (i = 0; i + 2 <= sizeof(word); i += 2) {
		memcpy(word + i, "la", 2);
		word[i + 2] = '\0';
		assert_true(reading_count(*state, word) >= 1);
	}
	assert_true(reading_count(*state,
			"çekoslovakyalılaştıramadıklarımızdanmışsınız") >= 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forms_of_a_noun_are_one_class),
		cmocka_unit_test(changed_stems_are_the_same_word),
		cmocka_unit_test(forms_of_a_verb_are_one_class),
		cmocka_unit_test(names_end_at_the_apostrophe),
		cmocka_unit_test(words_that_look_inflected_are_left_whole),
		cmocka_unit_test(words_of_the_same_beginning_stay_apart),
		cmocka_unit_test(nouns_and_verbs_of_one_shape_stay_apart),
		cmocka_unit_test(derived_words_are_found_loosely),
		cmocka_unit_test(readers_may_type_infinitive_and_stem),
		cmocka_unit_test(readers_may_type_frequent_forms),
		cmocka_unit_test(plain_words_have_one_reading),
		cmocka_unit_test(long_words_are_bounded),
	};

	return cmocka_run_group_tests_name(
	    "search/turkish", tests, open_context, fixture_close);
}
