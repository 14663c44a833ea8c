#include "search/finnish_stem.h"

#include "base/arena.h"

#include <string.h>

enum { LETTERS = 64 /* of a word; longer ones are no words */ };

/* A slot of the word, from its end: at most one of its endings goes. */
struct ending {
	const char *letters; /* a, o, u also stand for ä, ö, y; V for the
				vowel before it */
	unsigned stem;	     /* letters that have to stay */
};

/* kirjassakin, tuleeko, onhan */
static const struct ending clitics[] = { { "kaan", 5 }, { "kohan", 4 },
	{ "kin", 5 }, { "han", 6 }, { "ko", 5 }, { "pa", 6 }, { NULL, 0 } };

/* kirjani; -an only behind a case: kirjassaan */
static const struct ending possessives[] = { { "ssaan", 3 }, { "staan", 3 },
	{ "llaan", 3 }, { "ltaan", 3 }, { "lleen", 3 }, { "kseen", 3 },
	{ "nsa", 4 }, { "mme", 4 }, { "nne", 4 }, { "ni", 5 }, { "si", 6 },
	{ NULL, 0 } };

/* Longest first: what the plural has before its case goes with it. */
static const struct ending cases[] = {
	/* infinitives, moods and participles of verbs */
	{ "taisiin", 3 }, { "isimme", 3 }, { "isivat", 3 }, { "isitte", 3 },
	{ "massa", 3 }, { "masta", 3 }, { "matta", 3 }, { "malla", 3 },
	{ "maan", 3 }, { "ttiin", 3 }, { "etaan", 3 }, { "taan", 3 },
	{ "tiin", 4 }, { "isin", 4 }, { "isit", 4 }, { "isi", 4 },
	{ "ivat", 3 }, { "vat", 3 }, { "neet", 3 }, { "neen", 4 }, { "nut", 3 },
	{ "ettu", 3 }, { "ttu", 4 }, { "itte", 4 }, { "imme", 4 },
	/* nominatives that look like cases */
	{ "inen", 3 }, { "nen", 3 },
	/* cases */
	{ "eissa", 3 }, { "oissa", 3 }, { "issa", 3 }, { "ssa", 3 },
	{ "eista", 3 }, { "oista", 3 }, { "ista", 3 }, { "sta", 3 },
	{ "eilla", 3 }, { "oilla", 3 }, { "illa", 3 }, { "lla", 3 },
	{ "eilta", 3 }, { "oilta", 3 }, { "ilta", 3 }, { "lta", 3 },
	{ "eille", 3 }, { "oille", 3 }, { "ille", 3 }, { "lle", 3 },
	{ "eiksi", 3 }, { "oiksi", 3 }, { "iksi", 3 }, { "ksi", 3 },
	{ "eihin", 3 }, { "oihin", 3 }, { "ihin", 3 }, { "isiin", 3 },
	{ "eiden", 3 }, { "oiden", 3 }, { "iden", 3 }, { "itten", 3 },
	{ "eina", 3 }, { "oina", 3 }, { "ina", 4 }, { "na", 6 }, { "eita", 3 },
	{ "oita", 3 }, { "ita", 3 }, { "tta", 3 }, { "ojen", 3 }, { "ejen", 3 },
	{ "ien", 3 }, { "jen", 3 }, { "oja", 3 }, { "eja", 3 }, { "ja", 5 },
	{ "ia", 4 }, { "seen", 3 }, { "hVn", 3 }, { "VVn", 3 }, { "ta", 5 },
	{ "n", 3 }, { "t", 3 }, { NULL, 0 }
};

/* What is left of words in -nen, -us, -is and the like. */
static const struct ending stems[] = { { "ukse", 3 }, { "uude", 3 },
	{ "uute", 3 }, { "uks", 3 }, { "uus", 3 }, { "us", 3 }, { "ise", 3 },
	{ "inen", 3 }, { "is", 3 }, { "nen", 3 }, { "kse", 3 }, { "se", 3 },
	{ "s", 3 }, { NULL, 0 } };

/* Strong and weak grade, which one stem has both of. */
static const struct {
	const char *grade, *as;
} grades[] = { { "kk", "k" }, { "pp", "p" }, { "tt", "t" }, { "ng", "nk" },
	{ "nn", "nt" }, { "ll", "lt" }, { "rr", "rt" }, { "mm", "mp" },
	{ "d", "t" }, { "v", "p" } };

struct letters {
	char folded[LETTERS]; /* a for ä; 0 for what is not a to z */
	size_t ends[LETTERS]; /* bytes of the word up to and with it */
	size_t count;
};

static char fold_letter(uint32_t code)
{
	switch (code) {
	case 0xE4: /* ä */
	case 0xE5: /* å */
		return 'a';
	case 0xF6: /* ö */
		return 'o';
	case 'y':
		return 'u';
	default:
		return code >= 'a' && code <= 'z' ? (char)code : '\0';
	}
}

static bool is_vowel(char letter)
{
	return letter != '\0' && strchr("aeiou", letter) != NULL;
}

/* Does the word end so?  V is a vowel: the same as the one before it, or
 * before h. */
static bool has_ending(const struct letters *word, const char *ending)
{
	size_t length = strlen(ending);
	size_t at = word->count - length;
	size_t i;

	if (length >= word->count)
		return false;
	for (i = 0; i < length; i++) {
		char letter = word->folded[at + i];
		char before = word->folded[at + i - 1];

		if (ending[i] != 'V' && ending[i] != letter)
			return false;
		if (ending[i] == 'V' &&
		    (!is_vowel(letter) ||
			(i > 0 && (before == 'h' ? word->folded[at - 1]
						 : before) != letter)))
			return false;
	}
	return true;
}

static void strip(struct letters *word, const struct ending *slot)
{
	for (; slot->letters != NULL; slot++) {
		size_t length = strlen(slot->letters);

		if (word->count < slot->stem + length ||
		    !has_ending(word, slot->letters))
			continue;
		word->count -= length;
		return;
	}
}

static void strip_stem(struct letters *word)
{
	strip(word, stems);
	while (word->count > 3 && is_vowel(word->folded[word->count - 1]))
		word->count--;
}

static void read_letters(struct letters *letters, struct text word)
{
	size_t offset = 0;

	letters->count = 0;
	while (offset < word.length) {
		letters->folded[letters->count] =
		    fold_letter(text_decode(word, &offset));
		letters->ends[letters->count++] = offset;
	}
}

struct text finnish_stem(struct arena *arena, struct text word)
{
	size_t colon = text_find_char(word, ':', 0);
	struct letters letters;
	const char *as = "";
	size_t i;

	if (colon != TEXT_NONE && colon > 0)
		return text_slice(word, 0, colon);
	if (text_count(word) >= LETTERS || word.length == 0)
		return word;
	read_letters(&letters, word);
	strip(&letters, clitics);
	strip(&letters, possessives);
	strip(&letters, cases);
	strip_stem(&letters);
	strip_stem(&letters); /* a loan: kubernetes, kubernetesi-n */
	for (i = 0; i < sizeof(grades) / sizeof(*grades); i++) {
		if (letters.count <= 2 ||
		    !has_ending(&letters, grades[i].grade))
			continue;
		letters.count -= strlen(grades[i].grade);
		as = grades[i].as;
		break;
	}
	return text_format(
	    arena, "%.*s%s", (int)letters.ends[letters.count - 1], word.at, as);
}
