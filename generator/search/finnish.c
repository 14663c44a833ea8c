#include "search/language.h"

#include "search/finnish_dictionary.h"
#include "search/finnish_forms.h"
#include "search/finnish_rules.h"
#include "search/finnish_stem.h"

enum { PART_READINGS = 2 /* of a part of a compound */ };

static void *finnish_open(const char *tag)
{
	(void)tag; /* there is one dictionary */
	return finnish_dictionary_open();
}

static void finnish_close(void *state)
{
	finnish_dictionary_close(state);
}

static void add_key(
    struct analysis *analysis, struct arena *arena, struct text key)
{
	size_t i;

	for (i = 0; i < analysis->parts.count; i++)
		if (text_equal(analysis->parts.items[i], key))
			return;
	analysis_part(analysis, arena, key);
}

/* The dictionary form of a first part that is the stem of a word in -nen:
 * ihmis- of ihminen.  Empty if it can't be. */
static struct text nen_form(struct arena *arena, struct text part)
{
	if (!text_ends(part, TEXT("is")))
		return (struct text){ 0 };
	return text_format(arena, "%.*snen", (int)part.length - 1, part.at);
}

/* Adds the words that a part before the last can be: nouns and the like. */
static void add_first(struct analysis *analysis, struct arena *arena,
    struct finnish_dictionary *dictionary, struct text part)
{
	struct finnish_word words[FINNISH_READINGS];
	size_t count = finnish_dictionary_find(dictionary, words, arena, part);
	size_t i;

	if (count == 0)
		count = finnish_dictionary_find(dictionary, words, arena,
		    nen_form(arena, part));
	for (i = 0; i < count && i < PART_READINGS; i++)
		if (words[i].nominal)
			add_key(analysis, arena, words[i].lemma);
}

/* Adds the end of a compound, a dictionary form already, if it is a word:
 * voikko marks borders in foreign words too (ag=gressiivinen). */
static void add_last(struct analysis *analysis, struct arena *arena,
    struct finnish_dictionary *dictionary, struct text part)
{
	struct finnish_word words[FINNISH_READINGS];
	size_t count = finnish_dictionary_find(dictionary, words, arena, part);
	size_t i;

	for (i = 0; i < count; i++)
		if (text_equal(words[i].lemma, part))
			add_key(analysis, arena, part);
}

/* Each part, and what ends like the compound: of asiakaspalvelukeskus
 * asiakas, palvelu, palvelukeskus and keskus. */
static void add_parts(struct analysis *analysis, struct arena *arena,
    struct finnish_dictionary *dictionary, const struct finnish_word *word)
{
	size_t i;

	for (i = 0; i + 1 < word->part_count; i++)
		add_first(analysis, arena, dictionary,
		    text_slice(word->lemma, word->starts[i],
			word->starts[i + 1] - word->starts[i]));
	for (i = 1; i < word->part_count; i++)
		add_last(analysis, arena, dictionary,
		    text_after(word->lemma, word->starts[i]));
}

/* What readers may type of a word: its dictionary form, the participle, and
 * forms that no ending leads to. */
static void add_forms(struct analysis *analysis, struct arena *arena,
    const struct finnish_word *word, size_t reading)
{
	const char *const *forms = finnish_forms(word->lemma);

	analysis_form(analysis, arena, word->lemma, reading);
	if (word->participle.length > 0)
		analysis_form(analysis, arena, word->participle, reading);
	for (; forms != NULL && *forms != NULL; forms++)
		analysis_form(analysis, arena, text_from(*forms), reading);
}

static void analyse(struct analysis *analysis, struct arena *arena, void *state,
    struct text word)
{
	struct finnish_dictionary *dictionary = state;
	struct finnish_word words[FINNISH_READINGS];
	size_t count = dictionary != NULL ? finnish_dictionary_find(
						dictionary, words, arena, word)
					  : 0;
	size_t i;

	for (i = 0; i < count; i++) {
		analysis_reading(
		    analysis, arena, words[i].lemma, words[i].near);
		add_forms(analysis, arena, &words[i], i);
		add_parts(analysis, arena, dictionary, &words[i]);
	}
	if (count == 0) {
		struct text stem = finnish_stem(arena, word);

		analysis_reading(analysis, arena, stem, stem);
	}
}

const struct language language_finnish = { .tag = "fi",
	.rules = &finnish_rules,
	.open = finnish_open,
	.close = finnish_close,
	.analyse = analyse };
