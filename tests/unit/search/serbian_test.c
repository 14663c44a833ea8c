#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "search/language.h"

static struct analysis analyse(struct arena *arena, const char *word)
{
	struct analysis analysis = { 0 };

	language_serbian.analyse(&analysis, arena, NULL, text_from(word));
	assert_in_range(analysis.readings.count, 1, 4);
	return analysis;
}

static bool are_together(struct arena *arena, const char *a, const char *b)
{
	struct analysis first = analyse(arena, a);
	struct analysis second = analyse(arena, b);
	size_t i, j;

	for (i = 0; i < first.readings.count; i++)
		for (j = 0; j < second.readings.count; j++)
			if (text_equal(first.readings.items[i].key,
				second.readings.items[j].key))
				return true;
	return false;
}

static bool are_near(struct arena *arena, const char *a, const char *b)
{
	struct analysis first = analyse(arena, a);
	struct analysis second = analyse(arena, b);
	size_t i, j;

	for (i = 0; i < first.readings.count; i++)
		for (j = 0; j < second.readings.count; j++)
			if (text_equal(first.readings.items[i].loose,
				second.readings.items[j].loose))
				return true;
	return false;
}

static bool has_form(struct arena *arena, const char *word, const char *form)
{
	struct analysis analysis = analyse(arena, word);
	size_t i;

	for (i = 0; i < analysis.forms.count; i++) {
		assert_true(analysis.forms.items[i].reading <
			    analysis.readings.count);
		if (text_equal_string(analysis.forms.items[i].word, form))
			return true;
	}
	return false;
}

/* Pairs "a b", of which all must be so, or none. */
static void check(const char *const *pairs, size_t count,
    bool (*are)(struct arena *, const char *, const char *), bool wanted)
{
	size_t i;

	for (i = 0; i < count; i++) {
		struct arena arena = { 0 };
		struct text second = text_from(pairs[i]);
		struct text first;
		bool found;

		assert_true(text_word(&first, &second));
		found = are(&arena, text_string(&arena, first),
		    text_string(&arena, text_trim(second)));
		arena_release(&arena);
		if (found != wanted)
			fail_msg("%s", pairs[i]);
	}
}

#define CHECK(pairs, are, wanted)                                              \
	check((pairs), sizeof(pairs) / sizeof(*(pairs)), (are), (wanted))

static void forms_of_a_noun_are_together(void **state)
{
	static const char *const pairs[] = {
		"grad gradovima", "nož noževi", "žena ženama",
		"selo selom", "stvar stvarju", "radost radošću",
		"nedostatak nedostatka", "podatak podaci",
		"podatak podataka", "početak počeci", "vrabac vrapca",
		"otac oca", "otac očevi", "pas psi", "centar centra",
		"momenat momenta", "momenata momentu", "pisac pisci",
		"gledalac gledaoci", "vojnik vojnici", "vojnik vojniče",
		"ruka ruci", "knjiga knjizi", "uspeh uspesi",
		"svrha svrsi", "misao misli", "posao poslovi", "deo dela",
		"deo delovi", "ugao uglovima", "čovek ljudi",
		"čovjek ljudima", "dete deca", "dijete djeci",
		"ime imena", "vreme vremenu", "vrijeme vremena",
		"dugme dugmadi", "razlog razloga", "razvoj razvojem",
		"sistem sistemima", "program programa", "broj brojeva",
		"sestra sestara", "pismo pisama", "zemlja zemalja",
		"društvo društava", "karta karata", "uslov uslovima",
		"snijeg snijega", "more morem", "organizacija organizacije",
		"radio radija", "građanin građani", "realizam realizma",
		"pomoć pomoći",
		"minut minuta", "minut minuti", "pesma pesama",
		"prevodilac prevodiocima",
	};

	(void)state;
	CHECK(pairs, are_together, true);
}

static void forms_of_an_adjective_are_together(void **state)
{
	static const char *const pairs[] = {
		"dobar dobra", "dobar bolji", "težak teškog",
		"težak težim", "važan važnijeg", "važan najvažnije",
		"radostan radosnu", "topao topla", "ceo celih",
		"svetao svetlijom", "novi novog", "sledeći sledećeg",
		"velik najveće", "kratak kraćim", "blizak bliskoj",
		"poznat najpoznatiji", "opšti opštem", "srpski srpskog",
		"drugačiji drugačijim", "visok višem", "mlad mlađi",
	};

	(void)state;
	CHECK(pairs, are_together, true);
}

static void forms_of_a_verb_are_together(void **state)
{
	static const char *const pairs[] = {
		"raditi radim", "raditi radila", "raditi rade",
		"raditi radićemo", "videti vidim", "vidjeti vidio",
		"čitati čitaju", "čitati čitajte", "čitati čitao",
		"čekati čekaju", "čekati čeka", "pisati pišem",
		"pisati pišu", "pokazati pokažite", "kretati kreće",
		"organizovati organizujemo", "organizovati organizovala",
		"ostvarivati ostvaruje", "krenuti krenem",
		"kliknuti kliknite", "davati dajem", "držati držimo",
		"trebati treba", "ići išao", "ići idem", "doći došla",
		"doći dođite", "naći nađe", "reći rekla", "reći reci",
		"moći mogu", "uzeti uzmu", "uzeti uzećemo",
		"početi počne", "iskoristiti iskoriste", "platiti plati",
		"zvati zovu", "poslati pošalje", "izvesti izvedemo",
		"umirati umirem", "uzimati uzima", "dobiti dobije",
		"smanjiti smanji", "početi počevši", "zabraniti zabrani",
	};

	(void)state;
	CHECK(pairs, are_together, true);
}

static void participles_and_actions_are_near_their_verb(void **state)
{
	static const char *const pairs[] = {
		"utvrditi utvrđenog", "misliti mišljen", "misliti mišljenje",
		"prihvatiti prihvaćena", "ljubiti ljubljen",
		"koristiti korišćenje", "organizovati organizovani",
		"organizovati organizovanje", "planirati planirana",
		"odgovarati odgovarajući", "krenuti krenuta",
		"pronaći pronađenih", "uzeti uzetog", "rešiti rešenja",
	};

	(void)state;
	CHECK(pairs, are_near, true);
}

static void words_of_their_own_are_apart(void **state)
{
	static const char *const pairs[] = {
		"grad gradnja", "rad radnik", "radnik radnica", "stan stanje",
		"vlada vlast", "dan danas", "kosa kosov", "osnova osnivač",
		"program programer", "sistem sistematski",
		"uspeh uspešan", "broj brojan", "tražiti trag",
		"znak značiti", "svedok svedočiti", "vijeće veliki",
		"policija politika", "važan vaga",
		"naslov nasloniti", "uslov usluga", "razlog razlaz",
		"ulog uloviti", "prilog prilika", "komad komanda",
		"centar cent", "struja stručan", 
		"noga nož", "kuća kupovina", "most mostar",
		"bolnica bolnički", "kamen kamera", "moral more",
		"general generacija", "posao pošta", "mesto mesec",
	};

	(void)state;
	CHECK(pairs, are_together, false);
}

static void ekavian_and_ijekavian_are_together(void **state)
{
	static const char *const pairs[] = {
		"prosek prosjeka", "mleko mlijeka", "reka rijekom",
		"vera vjeru", "videti vidjela",
		"rešenje rješenja", "lep lijepoj", "dete dijete",
		"pobeći pobjegla", "doneti donijeli",
	};

	(void)state;
	CHECK(pairs, are_together, true);
}

static void cyrillic_and_latin_are_together(void **state)
{
	static const char *const pairs[] = {
		"недостатка nedostatak", "људи čovek", "џепови džep",
		"рађено рађених", "čitati читају", "њега njega",
	};

	(void)state;
	CHECK(pairs, are_together, true);
}

static void dictionary_forms_are_found(void **state)
{
	static const char *const pairs[] = {
		"nedostatka nedostatak", "važnog važan", "stranci stranac",
		"centra centar", "misli misao", "ljudi čovek",
		"deca dijete", "bolji dobar", "radio raditi",
		"organizuje organizovati", "krenula krenuti",
		"došao doći", "pronađenih pronaći", "doneli donijeti",
		"utvrđen utvrditi", "rešeno rešiti", "prosjek prosek",
	};

	(void)state;
	CHECK(pairs, has_form, true);
}

static void words_of_grammar_are_left_alone(void **state)
{
	static const char *const pairs[] = { "da dati", "po podne", "koji ko",
		"se sebi", "nad nada", "pre prelaz" };

	(void)state;
	CHECK(pairs, are_together, false);
}

static void odd_words_are_survived(void **state)
{
	static const char *const words[] = { "a", "n", "r", "ne", "ij", "naj",
		"ovi", "anj", "ć", "1990", "дѣло", "ѕ", "café", "nnn",
		"najnaj", "šću", "ošću" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(words) / sizeof(*words); i++) {
		struct arena arena = { 0 };
		struct analysis analysis = analyse(&arena, words[i]);
		size_t j;

		for (j = 0; j < analysis.readings.count; j++)
			assert_true(
			    analysis.readings.items[j].key.length > 0 &&
			    analysis.readings.items[j].loose.length > 0);
		arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forms_of_a_noun_are_together),
		cmocka_unit_test(forms_of_an_adjective_are_together),
		cmocka_unit_test(forms_of_a_verb_are_together),
		cmocka_unit_test(participles_and_actions_are_near_their_verb),
		cmocka_unit_test(words_of_their_own_are_apart),
		cmocka_unit_test(ekavian_and_ijekavian_are_together),
		cmocka_unit_test(cyrillic_and_latin_are_together),
		cmocka_unit_test(dictionary_forms_are_found),
		cmocka_unit_test(words_of_grammar_are_left_alone),
		cmocka_unit_test(odd_words_are_survived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
