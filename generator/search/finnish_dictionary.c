#include "search/finnish_dictionary.h"

#include "base/arena.h"
#include "base/unicode.h"

#include <libvoikko/voikko.h>
#include <wchar.h>

enum {
	BORDER = 3, /* doubt for a border that another reading lacks */
	DOUBT = 2   /* that a reading may have more than the likeliest */
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
	{ "CLASS", L"asemosana", -3 },    /* pronoun */
	{ "CLASS", L"sidesana", -3 },     /* conjunction */
	{ "CLASS", L"kieltosana", -3 },   /* ei, älä */
	{ "CLASS", L"etunimi", 2 },       /* given name */
	{ "CLASS", L"sukunimi", 2 },      /* surname */
	{ "CLASS", L"paikannimi", 1 },    /* place */
	{ "CLASS", L"nimi", 2 },          /* other name */
	{ "CLASS", L"lyhenne", 2 },       /* abbreviation */
	{ "CLASS", L"huudahdussana", 2 }, /* interjection */
	{ "SIJAMUOTO", L"keinonto", 3 },  /* instructive: käsin */
	{ "SIJAMUOTO", L"seuranto", 1 },  /* comitative: lapsineen */
	{ "POSSESSIVE", L"1s", 1 },
	{ "POSSESSIVE", L"2s", 3 }, /* kuusi as kuu + si */
	{ "MOOD", L"imperative", 1 },
	{ "MOOD", L"potential", 2 },
	{ "PARTICIPLE", L"agent", 1 },
	{ "FOCUS", L"", 1 },
	{ "KYSYMYSLIITE", L"", 1 },
};

/* Participles that are forms of their verb.  The one in -maton is not: it
 * says the opposite. */
static const wchar_t *const participles[] = { L"present_active",
	L"present_passive", L"past_active", L"past_passive", L"agent" };

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

static const wchar_t *value_of(const struct voikko_mor_analysis *reading,
    const char *key)
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

static int doubt_of(const struct voikko_mor_analysis *reading)
{
	int doubt = 0;
	size_t i;

	for (i = 0; i < sizeof(doubts) / sizeof(*doubts); i++) {
		const wchar_t *value = value_of(reading, doubts[i].key);

		if (*value != L'\0' && (*doubts[i].value == L'\0' ||
		    wcscmp(value, doubts[i].value) == 0))
			doubt += doubts[i].doubt;
	}
	return doubt;
}

static bool is_participle(const struct voikko_mor_analysis *reading)
{
	const wchar_t *value = value_of(reading, "PARTICIPLE");
	size_t i;

	for (i = 0; i < sizeof(participles) / sizeof(*participles); i++)
		if (wcscmp(value, participles[i]) == 0)
			return true;
	return false;
}

/* Where parts begin, from a structure as voikko writes it: '=' before each
 * part, and one character for each letter.  A border counts where the word
 * and its dictionary form are still the same. */
static void read_structure(struct finnish_word *found, struct text word,
    const wchar_t *structure)
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
	bool derived = false;
	size_t open = text_find_char(bases, '(', 0);

	while (open != TEXT_NONE) {
		size_t end = text_find_char(bases, ')', open);
		struct text inside;

		if (end == TEXT_NONE)
			break;
		inside = text_slice(bases, open + 1, end - open - 1);
		derived = text_starts(inside, TEXT("+"));
		if (!derived)
			base = inside;
		open = text_find_char(bases, '(', end);
	}
	return derived ? base : (struct text){ 0 };
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

static struct text noun_of_action(struct arena *arena, struct text word)
{
	static const char *const ends[] = { "minen", "mis" };
	size_t i;

	for (i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t at = text_find(word, text_from(ends[i]), 2);

		if (at != TEXT_NONE)
			return text_format(arena, "%.*sminen", (int)at,
			    word.at);
	}
	return (struct text){ 0 };
}

static void read_word(struct finnish_word *found, struct arena *arena,
    struct text word, const struct voikko_mor_analysis *reading)
{
	struct text lemma = unicode_lower(arena,
	    text_of(arena, value_of(reading, "BASEFORM")), "fi");
	struct text base = read_base(unicode_lower(arena,
	    text_of(arena, value_of(reading, "WORDBASES")), "fi"));

	*found = (struct finnish_word){ .lemma = lemma };
	read_structure(found, word, value_of(reading, "STRUCTURE"));
	found->base = lemma;
	if (base.length > 0)
		found->base = text_format(arena, "%.*s%.*s",
		    (int)found->starts[found->part_count - 1], lemma.at,
		    TEXT_ARGUMENTS(base));
	if (base.length > 0 && is_participle(reading)) {
		found->form = lemma;
		found->lemma = found->base;
	} else if (wcscmp(value_of(reading, "MOOD"), L"MINEN-infinitive") == 0) {
		found->form = noun_of_action(arena, word);
	} else {
		found->lemma = correct(lemma, word);
	}
}

/* Puts a word among those found, of which each dictionary form is there once;
 * the less doubtful go first.  Returns how many there are. */
static size_t insert(struct finnish_word *words, int *weights, size_t count,
    const struct finnish_word *found, int weight)
{
	size_t i, at;

	for (i = 0; i < count; i++)
		if (text_equal(words[i].lemma, found->lemma))
			break;
	if (i < count && weights[i] <= weight)
		return count;
	if (i == count && count < FINNISH_READINGS)
		count++;
	else if (i == count && weights[--i] <= weight)
		return count;
	for (at = i; at > 0 && weights[at - 1] > weight; at--) {
		words[at] = words[at - 1];
		weights[at] = weights[at - 1];
	}
	words[at] = *found;
	weights[at] = weight;
	return count;
}

size_t finnish_dictionary_find(struct finnish_dictionary *dictionary,
    struct finnish_word words[FINNISH_READINGS], struct arena *arena,
    struct text word)
{
	struct voikko_mor_analysis **readings = voikkoAnalyzeWordCstr(
	    handle_of(dictionary), text_string(arena, word));
	int weights[FINNISH_READINGS];
	size_t count = 0;
	size_t i;

	if (readings == NULL)
		return 0;
	for (i = 0; readings[i] != NULL; i++) {
		struct finnish_word found;

		read_word(&found, arena, word, readings[i]);
		if (found.lemma.length > 0)
			count = insert(words, weights, count, &found,
			    doubt_of(readings[i]) +
			    BORDER * (int)found.part_count);
	}
	voikko_free_mor_analysis(readings);
	while (count > 1 && weights[count - 1] > weights[0] + DOUBT)
		count--;
	return count;
}
