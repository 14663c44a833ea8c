#include "search/finnish_dictionary.h"

#include "base/arena.h"
#include "base/unicode.h"

#include <libvoikko/voikko.h>
#include <wchar.h>

enum {
	CANDIDATES = 16, /* readings of voikko that are looked at */
	BORDER = 4,	 /* doubt for a border that another reading lacks */
	ARCHAIC = 3,
	DOUBT = 2	 /* that a reading may have more than the likeliest */
};

/* What makes a reading less likely than another one of the same word; an
 * empty value stands for any.  Words that grammar needs are negative: they
 * are more frequent than all that looks like them (siitä is of se, seldom of
 * siittää). */
static const struct {
	const char *key;
	const wchar_t *value;
	int doubt;
} doubts[] = {
	{ "CLASS", L"asemosana", -3 },	  /* pronoun */
	{ "CLASS", L"sidesana", -3 },	  /* conjunction */
	{ "CLASS", L"kieltosana", -3 },	  /* ei, älä */
	{ "CLASS", L"seikkasana", -2 },	  /* adverb */
	{ "CLASS", L"suhdesana", -2 },	  /* postposition */
	{ "CLASS", L"etunimi", 2 },	  /* given name */
	{ "CLASS", L"sukunimi", 2 },	  /* surname */
	{ "CLASS", L"paikannimi", 1 },	  /* place */
	{ "CLASS", L"nimi", 2 },	  /* other name */
	{ "CLASS", L"lyhenne", 2 },	  /* abbreviation */
	{ "CLASS", L"huudahdussana", 2 }, /* interjection */
	{ "SIJAMUOTO", L"keinonto", 3 },  /* instructive: käsin */
	{ "SIJAMUOTO", L"seuranto", 1 },  /* comitative: lapsineen */
	{ "POSSESSIVE", L"1s", 1 },
	{ "POSSESSIVE", L"2s", 3 }, /* kuusi as kuu + si */
	{ "MOOD", L"imperative", 1 },
	{ "MOOD", L"potential", 2 },
	{ "PARTICIPLE", L"", 1 },
	{ "PARTICIPLE", L"agent", 1 },
	{ "FOCUS", L"", 3 },
	{ "KYSYMYSLIITE", L"", 3 },
};

/* Participles that are forms of their verb.  The one in -maton is not: it
 * says the opposite. */
static const wchar_t *const participles[] = { L"present_active",
	L"present_passive", L"past_active", L"past_passive", L"agent" };

/* Participles that have become adjectives: who looks for them does not want
 * all forms of the verb. */
static const char *const adjectives[] = { "arvostettu", "elävä", "haastava",
	"harkittu", "huomattava", "hämmästyttävä", "jatkuva", "järkyttävä",
	"kattava", "kestävä", "kiehtova", "kiinnostava", "kiitettävä",
	"kokenut", "kuollut", "luotettava", "merkittävä", "onnistunut",
	"oppinut", "poikkeava", "pätevä", "rakastettu", "rajoitettu",
	"riittävä", "seuraava", "sopiva", "suositeltava", "tarvittava",
	"toimiva", "tuleva", "tunnettu", "tyydyttävä", "uskottava", "vaativa",
	"vakuuttava", "vastaava", "ymmärrettävä" };

/* What voikko has by another dictionary form than readers. */
static const struct {
	const char *start; /* of the word; its dictionary form is */
	const char *from, *to;
} corrections[] = {
	{ "parem", "hyvä", "parempi" },
	{ "parh", "hyvä", "paras" },
	{ "para", "hyvä", "paras" },
	{ "koto", "koto", "koti" },
};

struct finnish_dictionary *finnish_dictionary_open(void)
{
	const char *error = NULL;

	return (struct finnish_dictionary *)voikkoInit(&error, "fi", NULL);
}

static struct VoikkoHandle *handle_of(struct finnish_dictionary *dictionary)
{
	return (struct VoikkoHandle *)dictionary;
}

void finnish_dictionary_close(struct finnish_dictionary *dictionary)
{
	if (dictionary != NULL)
		voikkoTerminate(handle_of(dictionary));
}

static const wchar_t *value_of(
    const struct voikko_mor_analysis *reading, const char *key)
{
	const wchar_t *value = voikko_mor_analysis_value_ucs4(reading, key);

	return value != NULL ? value : L"";
}

static struct text text_of(struct arena *arena, const wchar_t *wide)
{
	char *bytes = arena_array(arena, char, wcslen(wide) * 4 + 1);
	size_t length = 0;

	for (; *wide != L'\0'; wide++)
		length += text_encode(bytes + length, (uint32_t)*wide);
	return (struct text){ bytes, length };
}

/* Kirjain as an old genitive of kirjat, which are kirjojen. */
static bool is_archaic(const struct voikko_mor_analysis *reading,
    struct text word)
{
	return wcscmp(value_of(reading, "SIJAMUOTO"), L"omanto") == 0 &&
	    wcscmp(value_of(reading, "NUMBER"), L"plural") == 0 &&
	    text_ends(word, TEXT("in"));
}

static int doubt_of(const struct voikko_mor_analysis *reading,
    struct text word)
{
	int doubt = is_archaic(reading, word) ? ARCHAIC : 0;
	size_t i;

	for (i = 0; i < sizeof(doubts) / sizeof(*doubts); i++) {
		const wchar_t *value = value_of(reading, doubts[i].key);

		if (*value != L'\0' && (*doubts[i].value == L'\0' ||
					   wcscmp(value, doubts[i].value) == 0))
			doubt += doubts[i].doubt;
	}
	return doubt;
}

static bool is_class(
    const struct voikko_mor_analysis *reading, const wchar_t *class)
{
	return wcscmp(value_of(reading, "CLASS"), class) == 0;
}

static bool is_name(const struct voikko_mor_analysis *reading)
{
	return is_class(reading, L"nimi") || is_class(reading, L"etunimi") ||
	       is_class(reading, L"sukunimi") ||
	       is_class(reading, L"paikannimi");
}

/* Nouns, adjectives and numerals: what compounds are made of. */
static bool is_nominal(const struct voikko_mor_analysis *reading)
{
	return is_name(reading) || is_class(reading, L"nimisana") ||
	       is_class(reading, L"laatusana") ||
	       is_class(reading, L"nimisana_laatusana") ||
	       is_class(reading, L"lukusana");
}

static bool is_among(struct text word, const char *const *list, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (text_equal_string(word, list[i]))
			return true;
	return false;
}

static bool is_participle(
    const struct voikko_mor_analysis *reading, struct text lemma)
{
	const wchar_t *value = value_of(reading, "PARTICIPLE");
	size_t i;

	for (i = 0; i < sizeof(participles) / sizeof(*participles); i++)
		if (wcscmp(value, participles[i]) == 0)
			return !is_among(lemma, adjectives,
			    sizeof(adjectives) / sizeof(*adjectives));
	return false;
}

/* Where parts begin, from a structure as voikko writes it: '=' before each
 * part, and one character for each letter.  A border counts where the word
 * and its dictionary form are still the same. */
static void read_structure(
    struct finnish_word *found, struct text word, const wchar_t *structure)
{
	size_t offset = 0;

	found->part_count = 1;
	for (; *structure != L'\0' && offset < word.length; structure++) {
		if (*structure != L'=') {
			(void)text_decode(word, &offset);
			continue;
		}
		if (offset == 0)
			continue;
		if (found->part_count == FINNISH_PARTS ||
		    !text_starts(found->lemma, text_slice(word, 0, offset)))
			break;
		found->starts[found->part_count++] = offset;
	}
}

/* The word that the last part derives from, as voikko writes it:
 * +tuote(tuote)+palaut(palauttaa)+us(+us).  Empty if that is itself. */
static struct text read_base(struct text bases)
{
	struct text base = { 0 };
	bool derives = false;
	size_t open = text_find_char(bases, '(', 0);

	while (open != TEXT_NONE) {
		size_t end = text_find_char(bases, ')', open);
		struct text inside;

		if (end == TEXT_NONE)
			break;
		inside = text_slice(bases, open + 1, end - open - 1);
		derives = text_starts(inside, TEXT("+"));
		if (!derives)
			base = inside;
		open = text_find_char(bases, '(', end);
	}
	return derives ? base : (struct text){ 0 };
}

static struct text correct(struct text lemma, struct text word)
{
	size_t i;

	for (i = 0; i < sizeof(corrections) / sizeof(*corrections); i++)
		if (text_equal_string(lemma, corrections[i].from) &&
		    text_starts(word, text_from(corrections[i].start)))
			return text_from(corrections[i].to);
	return lemma;
}

/* Rakentaminen of rakentamisessa: for voikko a form of the verb. */
static struct text noun_of_action(
    struct arena *arena, struct text lemma, struct text word)
{
	static const char *const ends[] = { "minen", "mis" };
	size_t i;

	for (i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t at = text_find(word, text_from(ends[i]), 2);

		if (at != TEXT_NONE)
			return text_format(
			    arena, "%.*sminen", (int)at, word.at);
	}
	return lemma;
}

/* The word that a reading derives from, with the parts before it.  It may
 * consist of several parts itself: alle=kirjoittaa. */
static struct text join_base(
    struct arena *arena, const struct finnish_word *found, struct text base)
{
	size_t part = found->part_count - 1;
	struct text joined, piece;
	size_t i;

	for (i = 0; i < base.length; i++)
		if (base.at[i] == '=' && part > 0)
			part--;
	joined = text_slice(found->lemma, 0, found->starts[part]);
	while (text_cut(&piece, &base, '='))
		joined = text_format(arena, "%.*s%.*s", TEXT_ARGUMENTS(joined),
		    TEXT_ARGUMENTS(piece));
	return joined;
}

static void read_word(struct finnish_word *found, struct arena *arena,
    struct text word, const struct voikko_mor_analysis *reading)
{
	struct text lemma = unicode_lower(
	    arena, text_of(arena, value_of(reading, "BASEFORM")), "fi");
	struct text base = read_base(unicode_lower(
	    arena, text_of(arena, value_of(reading, "WORDBASES")), "fi"));
	struct text whole = lemma;

	*found = (struct finnish_word){ .lemma = lemma, .near = lemma };
	read_structure(found, word, value_of(reading, "STRUCTURE"));
	found->nominal = is_nominal(reading);
	if (base.length > 0)
		whole = join_base(arena, found, base);
	if (base.length > 0 && is_participle(reading, lemma)) {
		found->participle = lemma;
		found->lemma = found->near = whole;
	} else if (wcscmp(value_of(reading, "MOOD"), L"MINEN-infinitive") ==
		   0) {
		found->lemma = noun_of_action(arena, lemma, word);
	} else {
		found->lemma = found->near = correct(lemma, word);
	}
}

/* Is the same word there already, or as a noun what would be a participle
 * here (tehtävä)?  A word that is one of its own is near nothing else. */
static bool is_known(
    struct finnish_word *words, size_t count, const struct finnish_word *found)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (found->participle.length > 0 &&
		    text_equal(words[i].lemma, found->participle))
			return true;
		if (!text_equal(words[i].lemma, found->lemma))
			continue;
		if (text_equal(found->lemma, found->near))
			words[i].near = found->near;
		return true;
	}
	return false;
}

struct candidate {
	struct finnish_word word;
	int doubt;
};

/* All that voikko knows of a word, the least doubtful first. */
static size_t read_all(struct candidate candidates[CANDIDATES],
    struct arena *arena, struct text word,
    struct voikko_mor_analysis **readings)
{
	size_t count = 0;
	size_t i, at;

	for (i = 0; readings[i] != NULL && count < CANDIDATES; i++) {
		struct candidate candidate;

		read_word(&candidate.word, arena, word, readings[i]);
		if (candidate.word.lemma.length == 0)
			continue;
		candidate.doubt = doubt_of(readings[i], word) +
				  BORDER * (int)candidate.word.part_count;
		if (is_name(readings[i]))
			candidate.word.part_count = 1;
		for (at = count++;
		     at > 0 && candidates[at - 1].doubt > candidate.doubt; at--)
			candidates[at] = candidates[at - 1];
		candidates[at] = candidate;
	}
	return count;
}

/* As voikko spells it: vaa'an, not vaa’an. */
static const char *spell(struct arena *arena, struct text word)
{
	struct text apostrophe = TEXT("\xE2\x80\x99");
	size_t at = text_find(word, apostrophe, 0);

	if (at == TEXT_NONE)
		return text_string(arena, word);
	return text_string(arena,
	    text_format(arena, "%.*s'%.*s", (int)at, word.at,
		TEXT_ARGUMENTS(text_after(word, at + apostrophe.length))));
}

size_t finnish_dictionary_find(struct finnish_dictionary *dictionary,
    struct finnish_word words[FINNISH_READINGS], struct arena *arena,
    struct text word)
{
	struct voikko_mor_analysis **readings = voikkoAnalyzeWordCstr(
	    handle_of(dictionary), spell(arena, word));
	struct candidate candidates[CANDIDATES];
	size_t candidate_count;
	size_t count = 0;
	size_t i;

	if (readings == NULL)
		return 0;
	candidate_count = read_all(candidates, arena, word, readings);
	voikko_free_mor_analysis(readings);
	for (i = 0; i < candidate_count && count < FINNISH_READINGS &&
		    candidates[i].doubt <= candidates[0].doubt + DOUBT;
	     i++)
		if (!is_known(words, count, &candidates[i].word))
			words[count++] = candidates[i].word;
	return count;
}
