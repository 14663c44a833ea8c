#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "search/speaking.h"

static int open_dictionary(void **state)
{
	return fixture_open(state, &language_finnish);
}

static struct analysis analyse(struct fixture *fixture, const char *word)
{
	return fixture_analyse(fixture, text_from(word));
}

static bool has_key(const struct analysis *analysis, struct text key)
{
	size_t i;

	for (i = 0; i < analysis->readings.count; i++)
		if (text_equal(analysis->readings.items[i].key, key))
			return true;
	return false;
}

static bool are_together(struct fixture *fixture, const char *a, const char *b)
{
	struct analysis first = analyse(fixture, a);
	struct analysis second = analyse(fixture, b);
	size_t i;

	for (i = 0; i < second.readings.count; i++)
		if (has_key(&first, second.readings.items[i].key))
			return true;
	return false;
}

static bool are_near(struct fixture *fixture, const char *a, const char *b)
{
	struct analysis first = analyse(fixture, a);
	struct analysis second = analyse(fixture, b);

	return text_equal(first.readings.items[0].loose,
	    second.readings.items[0].loose);
}

static bool has_part(struct fixture *fixture, const char *word,
    const char *part)
{
	struct analysis analysis = analyse(fixture, word);
	struct analysis of_part = analyse(fixture, part);
	size_t i;

	for (i = 0; i < analysis.parts.count; i++)
		if (has_key(&of_part, analysis.parts.items[i]))
			return true;
	return false;
}

static bool has_form(struct fixture *fixture, const char *word,
    const char *form)
{
	struct analysis analysis = analyse(fixture, word);
	size_t i;

	for (i = 0; i < analysis.forms.count; i++)
		if (text_equal_string(analysis.forms.items[i].word, form))
			return true;
	return false;
}

/* Words in pairs, of which all must be so, or none. */
static void check_pairs(struct fixture *fixture, const char *const (*pairs)[2],
    size_t count, bool (*are)(struct fixture *, const char *, const char *),
    bool wanted)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (are(fixture, pairs[i][0], pairs[i][1]) != wanted)
			fail_msg("%s and %s", pairs[i][0], pairs[i][1]);
}

#define CHECK_PAIRS(state, pairs, are, wanted)                                 \
	check_pairs(*(state), (pairs), sizeof(pairs) / sizeof(*(pairs)),       \
	    (are), (wanted))

static void forms_of_a_noun_are_together(void **state)
{
	static const char *const pairs[][2] = {
		{ "helsinki", "helsingin" },
		{ "kaupunki", "kaupungeissa" },
		{ "tampere", "tampereella" },
		{ "ihminen", "ihmisten" },
		{ "kysymys", "kysymyksiä" },
		{ "mahdollisuus", "mahdollisuudet" },
		{ "avaruus", "avaruutta" },
		{ "puhelin", "puhelimen" },
		{ "vesi", "vettä" },
		{ "lumi", "lunta" },
		{ "käsi", "käsiin" },
		{ "mies", "miehille" },
		{ "lapsi", "lasten" },
		{ "tytär", "tyttärelle" },
		{ "sydän", "sydämissä" },
		{ "tehdas", "tehtaan" },
		{ "sade", "sateita" },
		{ "aika", "ajan" },
		{ "puku", "puvut" },
		{ "reikä", "reiät" },
		{ "kylki", "kyljen" },
		{ "talo", "taloissammekin" },
		{ "kirja", "kirjojensa" },
		{ "sivu", "sivuilta" },
		{ "kevät", "keväällä" },
		{ "yö", "öitä" },
		{ "työ", "töitä" },
		{ "eu", "eu:n" },
		{ "vaaka", "vaa’an" },
		{ "linux", "linux:n" },
	};

	CHECK_PAIRS(state, pairs, are_together, true);
}

static void forms_of_a_verb_are_together(void **state)
{
	static const char *const pairs[][2] = {
		{ "tehdä", "teki" },
		{ "tehdä", "tehtiin" },
		{ "nähdä", "näkevät" },
		{ "juosta", "juoksi" },
		{ "kirjoittaa", "kirjoitetaan" },
		{ "kirjoittaa", "kirjoitin" },
		{ "kirjoittaa", "kirjoittanut" },
		{ "lukea", "luetaan" },
		{ "lukea", "lukemaan" },
		{ "lukea", "lukiessaan" },
		{ "haluta", "haluaisimme" },
		{ "tavata", "tapasin" },
		{ "tarvita", "tarvitsevat" },
		{ "olla", "ovat" },
		{ "olla", "lienee" },
		{ "mennä", "menkää" },
		{ "asentaa", "asennettu" },
		{ "asentaa", "asentava" },
		{ "avata", "avatessa" },
		{ "käydä", "kävivät" },
	};

	CHECK_PAIRS(state, pairs, are_together, true);
}

static void degrees_of_an_adjective_are_together(void **state)
{
	static const char *const pairs[][2] = {
		{ "suuri", "suurempi" },
		{ "suuri", "suurimmat" },
		{ "kaunis", "kauniimman" },
		{ "uusi", "uusinta" },
		{ "nopea", "nopeasti" },
		{ "sininen", "sinisiä" },
		{ "paras", "parhaan" },
		{ "parempi", "paremmat" },
		{ "lyhyt", "lyhyempiä" },
		{ "työtön", "työttömien" },
	};

	CHECK_PAIRS(state, pairs, are_together, true);
}

static void words_that_look_alike_are_apart(void **state)
{
	static const char *const pairs[][2] = {
		{ "kuu", "kuusi" },
		{ "tuli", "tuuli" },
		{ "tapa", "tapaus" },
		{ "talo", "talous" },
		{ "kala", "kallo" },
		{ "kansa", "kanssa" },
		{ "kansi", "kansa" },
		{ "sää", "saa" },
		{ "väri", "vaara" },
		{ "kirja", "kirjain" },
		{ "kirja", "kirjoittaa" },
		{ "oikea", "oikeus" },
		{ "hyvä", "paras" },
		{ "hyvä", "parempi" },
		{ "maa", "mato" },
		{ "maali", "malli" },
		{ "pää", "pääsy" },
		{ "tieto", "tietysti" },
		{ "valo", "valita" },
		{ "varas", "varasto" },
		{ "kone", "koneisto" },
		{ "lasi", "lapsi" },
		{ "uni", "uuni" },
		{ "lahti", "lähti" },
		{ "laki", "lakki" },
		{ "rata", "raita" },
		{ "pula", "pulla" },
		{ "tutkia", "tukka" },
		{ "kuulua", "kuu" },
		{ "tehtävä", "tehdä" },
		{ "merkittävä", "merkitä" },
		{ "kuin", "kuu" },
		{ "siitä", "siittää" },
		{ "ainakin", "ainainen" },
		{ "sivu", "sivistys" },
	};

	CHECK_PAIRS(state, pairs, are_together, false);
}

static void nouns_of_action_are_near_their_verb(void **state)
{
	static const char *const pairs[][2] = {
		{ "rakentaa", "rakentamisessa" },
		{ "kuunnella", "kuunteleminen" },
		{ "kuuntele", "kuuntelemisesta" },
	};

	CHECK_PAIRS(state, pairs, are_near, true);
	CHECK_PAIRS(state, pairs, are_together, false);
}

static void other_derivations_are_not_near(void **state)
{
	static const char *const pairs[][2] = {
		{ "palauttaa", "palautuksen" },
		{ "opiskella", "opiskelijoille" },
		{ "tampere", "tamperelainen" },
		{ "pääsy", "päästä" },
		{ "tapaus", "tavata" },
		{ "valmistua", "valmistaa" },
		{ "oikeus", "oikea" },
	};

	CHECK_PAIRS(state, pairs, are_near, false);
}

static void compounds_have_their_parts(void **state)
{
	static const char *const pairs[][2] = {
		{ "tuotepalautuksessa", "palautus" },
		{ "tuotepalautuksessa", "palautuksen" },
		{ "tuotepalautuksessa", "tuote" },
		{ "asiakaspalvelukeskus", "asiakkaat" },
		{ "asiakaspalvelukeskus", "palvelu" },
		{ "asiakaspalvelukeskus", "palvelukeskus" },
		{ "elämäntapojen", "elämä" },
		{ "ihmissuhteita", "ihminen" },
		{ "työntekijöille", "työ" },
		{ "allekirjoittaa", "kirjoittaa" },
	};

	CHECK_PAIRS(state, pairs, has_part, true);
}

static void what_is_no_part_finds_nothing(void **state)
{
	static const char *const pairs[][2] = {
		{ "jääkiekko", "jäädä" },
		{ "aggressiivisuutta", "gressiivisuus" },
		{ "palautuksia", "palau" },
		{ "talossa", "ossa" },
	};

	CHECK_PAIRS(state, pairs, has_part, false);
}

static void dictionary_forms_lead_to_the_word(void **state)
{
	static const char *const pairs[][2] = {
		{ "helsingissä", "helsinki" },
		{ "juoksevat", "juosta" },
		{ "asennettua", "asennettu" },
		{ "rakentamisen", "rakentaminen" },
		{ "lumet", "lunta" },
		{ "näki", "näen" },
	};

	CHECK_PAIRS(state, pairs, has_form, true);
}

static void names_without_a_dictionary_form_are_together(void **state)
{
	static const char *const pairs[][2] = {
		{ "boudicca", "boudiccasta" },
		{ "kubernetes", "kubernetesin" },
		{ "grafana", "grafanaan" },
		{ "grafana", "grafanassakin" },
	};

	CHECK_PAIRS(state, pairs, are_together, true);
}

/* As on a machine where voikko-fi is not installed. */
static void endings_are_known_without_a_dictionary(void **state)
{
	static const char *const same[][2] = {
		{ "talo", "talossamme" },
		{ "helsinki", "helsingissä" },
		{ "kirjoitus", "kirjoitukseen" },
		{ "nainen", "naisille" },
		{ "kauppa", "kaupoissa" },
		{ "avaruus", "avaruuden" },
		{ "ohjelma", "ohjelmistakin" },
		{ "puhuminen", "puhumisen" },
		{ "matka", "matkalle" },
	};
	static const char *const other[][2] = {
		{ "talo", "talvi" },
		{ "kauppa", "kaupunki" },
		{ "ohjelma", "ohje" },
		{ "matka", "matto" },
		{ "1995", "1996" },
	};
	struct fixture none = { .language = &language_finnish };

	(void)state;
	check_pairs(&none, same, sizeof(same) / sizeof(*same), are_together,
	    true);
	check_pairs(&none, other, sizeof(other) / sizeof(*other), are_together,
	    false);
	arena_release(&none.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forms_of_a_noun_are_together),
		cmocka_unit_test(forms_of_a_verb_are_together),
		cmocka_unit_test(degrees_of_an_adjective_are_together),
		cmocka_unit_test(words_that_look_alike_are_apart),
		cmocka_unit_test(nouns_of_action_are_near_their_verb),
		cmocka_unit_test(other_derivations_are_not_near),
		cmocka_unit_test(compounds_have_their_parts),
		cmocka_unit_test(what_is_no_part_finds_nothing),
		cmocka_unit_test(dictionary_forms_lead_to_the_word),
		cmocka_unit_test(names_without_a_dictionary_form_are_together),
		cmocka_unit_test(endings_are_known_without_a_dictionary),
	};

	return cmocka_run_group_tests(tests, open_dictionary,
	    fixture_close);
}
