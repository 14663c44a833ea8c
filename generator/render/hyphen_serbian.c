#include "render/hyphen.h"

#include <stdlib.h>
#include <uchar.h>

/* A word as the Cyrillic alphabet writes it, one letter for each sound: lj,
 * nj and dž of the Latin one are one unit here. */
struct sounds {
	uint32_t units[HYPHEN_LETTERS];
	size_t letters[HYPHEN_LETTERS]; /* the first letter of each */
	size_t count;
};

static bool among(const char32_t *set, uint32_t unit)
{
	while (*set != 0 && *set != unit)
		set++;
	return *set != 0;
}

static uint32_t cyrillic(uint32_t letter)
{
	static const char32_t latin[] = U"abcčćdđefghijklmnoprsštuvzž";
	static const char32_t same[] = U"абцчћдђефгхијклмнопрсштувзж";
	size_t i;

	for (i = 0; latin[i] != 0; i++)
		if (latin[i] == letter)
			return same[i];
	return letter;
}

/* What the letters at i are together, or 0. */
static uint32_t digraph(const struct hyphen_word *word, size_t i)
{
	uint32_t second;

	if (i + 1 == word->count)
		return 0;
	second = word->letters[i + 1];
	switch (word->letters[i]) {
	case U'l':
		return second == U'j' ? U'љ' : 0;
	case U'n':
		return second == U'j' ? U'њ' : 0;
	case U'd':
		return second == U'ž' ? U'џ' : 0;
	default:
		return 0;
	}
}

static bool starts(const uint32_t *units, size_t count, const char32_t *with)
{
	size_t i;

	for (i = 0; with[i] != 0; i++)
		if (i == count || units[i] != with[i])
			return false;
	return true;
}

/* Words in which n and j, d and ž meet at the border of a prefix. */
static bool is_parted(const struct hyphen_word *word, size_t i)
{
	static const char32_t *const words[] = { U"injekc", U"konjunk",
		U"konjug", U"nadživ", U"nadžnj", U"odžal", U"odživ",
		U"vanjez" };
	size_t j, back;

	for (j = 0; j < sizeof(words) / sizeof(words[0]); j++)
		for (back = 1; back <= 2 && back <= i; back++)
			if (starts(word->letters + i - back,
				word->count - i + back, words[j]))
				return true;
	return false;
}

static void take_sounds(struct sounds *sounds, const struct hyphen_word *word)
{
	size_t i = 0;

	sounds->count = 0;
	while (i < word->count) {
		uint32_t both = digraph(word, i);

		if (both != 0 && is_parted(word, i))
			both = 0;
		sounds->letters[sounds->count] = i;
		sounds->units[sounds->count++] =
		    both != 0 ? both : cyrillic(word->letters[i]);
		i += both != 0 ? 2 : 1;
	}
}

static bool is_vowel(uint32_t unit)
{
	return among(U"аеиоу", unit);
}

/* A vowel, or r between consonants. */
static bool is_heart(const struct sounds *sounds, size_t i)
{
	const uint32_t *units = sounds->units;

	return is_vowel(units[i]) ||
	    (units[i] == U'р' && (i == 0 || !is_vowel(units[i - 1])) &&
		i + 1 < sounds->count && !is_vowel(units[i + 1]));
}

/* Two consonants with which a syllable readily begins. */
static bool is_pair(uint32_t first, uint32_t second)
{
	switch (second) {
	case U'р':
		return among(U"бпдтгкфхвмсж", first);
	case U'л':
		return among(U"бпгкфхвмсш", first);
	case U'љ':
		return among(U"бпгкмсш", first);
	case U'в':
		return among(U"ктсшхц", first);
	case U'т':
		return among(U"сшх", first);
	case U'к':
		return among(U"сш", first);
	case U'п':
		return among(U"сш", first);
	case U'н':
		return among(U"с", first);
	case U'м':
		return among(U"с", first);
	case U'ц':
		return among(U"с", first);
	case U'ћ':
		return among(U"ш", first);
	default:
		return false;
	}
}

/* Three: sibilant, stop and liquid. */
static bool is_triple(const uint32_t *units)
{
	return (among(U"сш", units[0]) && among(U"ткпх", units[1]) &&
		   among(U"рлљв", units[2]) && is_pair(units[1], units[2])) ||
	    starts(units, 3, U"здр");
}

/* Where in the consonants from begin to end (the next vowel) a syllable
 * begins; 0 if that is better left open.  z before a sonorant is: iz-, raz-
 * and bez- end in it, but roots begin with it too (na-zvati). */
static size_t onset(const struct sounds *sounds, size_t begin, size_t end)
{
	const uint32_t *units = sounds->units;
	size_t count = end - begin;

	if (count >= 3 && is_triple(units + end - 3))
		return units[end - 3] == U'з' && units[end - 4] == U'и'
		    ? 0
		    : end - 3;
	if (count >= 2 && units[end - 2] == U'з' &&
	    among(U"врлљјмњ", units[end - 1]))
		return 0;
	if (count >= 2 && units[end - 2] == U'з' && units[end - 1] == U'н')
		return units[begin - 1] == U'и' ? 0 : end - 2;
	if (count >= 2 && (is_pair(units[end - 2], units[end - 1]) ||
		starts(units + end - 2, sounds->count - end + 2, U"днев")))
		return end - 2;
	return end - 1;
}

struct prefix {
	const char32_t *letters;
	enum {
		BEFORE_ANY,
		BEFORE_VOICELESS, /* it has another form before others */
		ALWAYS            /* also before vowels */
	} where;
};

/* Those in a consonant; the division of others follows from the sounds.  The
 * longer of two comes first. */
static const struct prefix first_prefixes[] = { { U"нај", ALWAYS },
	{ U"против", BEFORE_ANY }, { U"пред", BEFORE_ANY },
	{ U"прет", BEFORE_VOICELESS }, { U"раз", BEFORE_ANY },
	{ U"рас", BEFORE_VOICELESS }, { U"под", BEFORE_ANY },
	{ U"пот", BEFORE_VOICELESS }, { U"над", BEFORE_ANY },
	{ U"нат", BEFORE_VOICELESS }, { U"без", BEFORE_ANY },
	{ U"бес", BEFORE_VOICELESS }, { NULL, BEFORE_ANY } };

/* Those that matter only behind another one. */
static const struct prefix second_prefixes[] = { { U"из", BEFORE_ANY },
	{ U"ис", BEFORE_VOICELESS }, { U"од", BEFORE_ANY },
	{ U"от", BEFORE_VOICELESS }, { U"об", BEFORE_ANY },
	{ U"уз", BEFORE_ANY }, { NULL, BEFORE_ANY } };

/* Words that begin like a prefix and are none. */
static bool is_root(const uint32_t *units, size_t count)
{
	return starts(units, count, U"најам") ||
	    starts(units, count, U"најав") ||
	    starts(units, count, U"најез") ||
	    starts(units, count, U"подрум");
}

static const struct prefix *find_prefix(const struct prefix *prefixes,
    size_t *end, const struct sounds *sounds, size_t at)
{
	for (; prefixes->letters != NULL; prefixes++) {
		size_t length = 0;

		while (prefixes->letters[length] != 0)
			length++;
		if (starts(sounds->units + at, sounds->count - at,
			prefixes->letters) &&
		    at + length < sounds->count) {
			*end = at + length;
			return prefixes;
		}
	}
	return NULL;
}

/* Divides behind a prefix at `at`: marks is set for its end, or cleared
 * around it where nobody can tell without knowing the word (raz-um, ra-zum).
 * Returns where the prefix ends, or at if there is none. */
static size_t divide_prefix(unsigned char *marks,
    const struct prefix *prefixes, const struct sounds *sounds, size_t at)
{
	size_t end;
	const struct prefix *prefix = find_prefix(prefixes, &end, sounds, at);
	size_t i;

	if (prefix == NULL ||
	    is_root(sounds->units + at, sounds->count - at) ||
	    (prefix->where == BEFORE_VOICELESS &&
		!among(U"птксшцчћхф", sounds->units[end])))
		return at;
	for (i = end - 1; i < sounds->count && !is_heart(sounds, i); i++)
		marks[i] = HYPHEN_NONE;
	marks[i < sounds->count ? i : end] = HYPHEN_NONE;
	if (prefix->where == ALWAYS || !is_heart(sounds, end))
		marks[end] = HYPHEN_SYLLABLE;
	return end;
}

static void divide_prefixes(unsigned char *marks, const struct sounds *sounds)
{
	size_t at = divide_prefix(marks, first_prefixes, sounds, 0);

	if (at == 0 && starts(sounds->units, sounds->count, U"не"))
		at = 2;
	if (at == 0)
		return;
	if (divide_prefix(marks, first_prefixes, sounds, at) == at)
		(void)divide_prefix(marks, second_prefixes, sounds, at);
}

/* By the sounds (Pravopis srpskoga jezika, Matica srpska, on dividing words):
 * a consonant begins the next syllable, of several as many as readily begin
 * one.  Vowels are not divided from each other. */
static void divide_sounds(unsigned char *marks, const struct sounds *sounds)
{
	size_t heart = SIZE_MAX;
	size_t i;

	for (i = 0; i < sounds->count; i++) {
		size_t at = 0;

		if (!is_heart(sounds, i))
			continue;
		if (heart != SIZE_MAX && i - heart > 1)
			at = onset(sounds, heart + 1, i);
		if (at > 0)
			marks[at] = HYPHEN_SYLLABLE;
		heart = i;
	}
}

void hyphen_serbian(struct hyphen_word *word)
{
	unsigned char marks[HYPHEN_LETTERS] = { HYPHEN_NONE };
	struct sounds sounds;
	size_t i;

	take_sounds(&sounds, word);
	divide_sounds(marks, &sounds);
	divide_prefixes(marks, &sounds);
	for (i = 1; i < sounds.count; i++)
		if (marks[i] != HYPHEN_NONE)
			word->marks[sounds.letters[i]] = marks[i];
}
