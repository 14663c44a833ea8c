#include "search/language.h"

#include "search/fold.h"
#include "search/turkish_forms.h"
#include "search/turkish_parser.h"

#include <stddef.h>
#include <string.h>

/* clang-format off */
/* Endings as the engine folds them, without harmony: it joins up to three. */
static const char *const suffixes[] = {
	/* Nouns: number, possessor, case. */
	"lar", "ler", "lari", "leri", "larin", "lerin", "larim", "lerim",
	"larimiz", "lerimiz", "lariniz", "leriniz",
	"i", "u", "si", "su", "yi", "yu", "ni", "nu", "in", "un", "nin", "nun",
	"a", "e", "ya", "ye", "na", "ne", "da", "de", "ta", "te", "dan",
	"den", "tan", "ten", "nda", "nde", "ndan", "nden", "la", "le", "yla",
	"yle", "m", "im", "um", "n", "miz", "muz", "imiz", "umuz", "niz",
	"nuz", "iniz", "unuz", "ca", "ce", "nca", "nce", "ki", "daki", "deki",
	"taki", "teki", "ndaki", "ndeki", "inki", "unki",
	/* To be. */
	"dir", "dur", "tir", "tur", "di", "du", "ti", "tu", "ydi", "ydu",
	"mis", "mus", "ymis", "ymus", "sa", "se", "ysa", "yse", "ken", "yken",
	"yim", "yum", "sin", "sun", "yiz", "yuz", "siniz", "sunuz",
	/* Tenses, with their persons. */
	"iyor", "uyor", "yor", "yorum", "yorsun", "yoruz", "yorlar", "yordu",
	"miyor", "muyor", "dim", "dum", "din", "dun", "dik", "duk", "tim",
	"tum", "tik", "tuk", "diler", "dular", "tiler", "tular", "misti",
	"mustu", "acak", "ecek", "yacak", "yecek", "acag", "eceg", "yacag",
	"yeceg", "ar", "er", "ir", "ur", "irdi", "urdu", "ardi", "erdi",
	"maz", "mez", "mazdi", "mezdi", "mam", "mem", "mayiz", "meyiz",
	"mali", "meli", "makta", "mekte", "sam", "sem", "sak", "sek", "ayim",
	"eyim", "alim", "elim", "yayim", "yeyim", "yalim", "yelim",
	/* Negation, ability, voice. */
	"ma", "me", "ama", "eme", "yama", "yeme", "abil", "ebil", "yabil",
	"yebil", "iver", "uver", "yiver", "yuver", "il", "ul", "t", "tir",
	/* Nouns, participles and adverbs of verbs. */
	"mak", "mek", "masi", "mesi", "maya", "meye", "diki", "dig", "dug",
	"tig", "tug", "digi", "dugu", "tigi", "tugu", "an", "en", "yan",
	"yen", "yis", "yus", "ip", "up", "yip", "yup", "arak", "erek",
	"yarak", "yerek", "inca", "ince", "unca", "unce", "yinca", "yince",
	"madan", "meden", "dikca", "dikce", "tikca", "tikce",
	/* Words made of words. */
	"li", "lu", "siz", "suz", "lik", "luk", "lig", "lug", NULL
};

/* The last consonant before a vowel; the last vowel of başla before -yor; the
 * vowel that ağız loses. */
static const char *const alternations[][2] = {
	{ "p", "b" }, { "ç", "c" }, { "t", "d" }, { "k", "ğ" }, { "k", "g" },
	{ "a", "ı" }, { "a", "u" }, { "e", "i" }, { "e", "ü" },
	{ "il", "l" }, { "ul", "l" }, { "im", "m" }, { "in", "n" },
	{ "un", "n" }, { "ir", "r" }, { "ur", "r" }, { "is", "s" },
	{ "us", "s" }, { "it", "t" }, { "it", "d" }, { "iz", "z" },
	{ "uz", "z" }, { NULL, NULL }
};
/* clang-format on */

static const char *const prefixes[] = { NULL };

static const struct language_rules rules = { .suffixes = suffixes,
	.prefixes = prefixes,
	.alternations = alternations,
	.stem = 3 };

/* The key of a verb is marked, so that yaz (summer) and yaz- (to write) stay
 * apart. */
static struct text key_of(struct arena *arena, const struct lemma *lemma)
{
	struct letters letters = lemma->letters;
	struct text text = letters_text(arena, &letters);

	if (!lemma->verb)
		return text;
	return text_format(arena, "%.*s-", TEXT_ARGUMENTS(text));
}

/* Readers look for verbs by the infinitive, and by the stem. */
static void add_forms(struct analysis *analysis, struct arena *arena,
    const struct lemma *lemma, struct text word, size_t reading)
{
	struct text stem = letters_text(arena, &lemma->letters);
	unsigned char vowel;

	if (!text_equal(stem, word))
		analysis_form(analysis, arena, stem, reading);
	if (!lemma->verb)
		return;
	vowel = letter_low_after(
	    letters_last_vowel(lemma->letters.at, lemma->letters.count));
	analysis_form(analysis, arena,
	    text_format(arena, "%.*sm%ck", TEXT_ARGUMENTS(stem), vowel),
	    reading);
}

/* Frequent forms, where the word is beyond doubt. */
static void add_frequent(struct analysis *analysis, struct arena *arena,
    const struct roots *roots, const struct lemma *lemma)
{
	struct letters forms[TURKISH_FORMS];
	size_t count = turkish_forms(forms, roots, lemma);
	size_t i;

	for (i = 0; i < count; i++)
		analysis_form(
		    analysis, arena, letters_text(arena, &forms[i]), 0);
}

/* What stands before the apostrophe of a name: Ankara'da, Ankara’da. */
static struct text name_of(struct text word)
{
	size_t at = text_find_char(word, '\'', 0);
	size_t curved = text_find(word, TEXT("\xE2\x80\x99"), 0);

	if (at == TEXT_NONE || (curved != TEXT_NONE && curved < at))
		at = curved;
	return at == TEXT_NONE || at == 0 ? word : text_slice(word, 0, at);
}

static void analyse(struct analysis *analysis, struct arena *arena, void *state,
    struct text word)
{
	struct text name = name_of(word);
	struct meanings meanings;
	struct letters letters;
	size_t i;

	if (name.length != word.length) {
		analysis_reading(analysis, arena, name, name);
		analysis_form(analysis, arena, name, 0);
		return;
	}
	if (!letters_read(&letters, word) || letters.count < 2 ||
	    letters_syllables(letters.at, letters.count) == 0) {
		analysis_reading(analysis, arena, word, word);
		return;
	}
	parser_read(&meanings, state, &letters);
	for (i = 0; i < meanings.count; i++) {
		const struct meaning *meaning = &meanings.items[i];

		analysis_reading(analysis, arena, key_of(arena, &meaning->word),
		    key_of(arena, &meaning->base));
		add_forms(analysis, arena, &meaning->word, word, i);
		if (i == 0 && (meaning->known || meanings.count == 1))
			add_frequent(analysis, arena, parser_roots(state),
			    &meaning->word);
	}
}

static void *open_state(const char *tag)
{
	(void)tag;
	return parser_new();
}

static void close_state(void *state)
{
	parser_free(state);
}

const struct language language_turkish = { .tag = "tr",
	.fold = FOLD_DOTLESS,
	.rules = &rules,
	.open = open_state,
	.close = close_state,
	.analyse = analyse };
