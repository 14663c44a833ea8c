#include "search/language.h"

#include "search/finnish_dictionary.h"
#include "search/fold.h"
#include "search/stemmer.h"

#include <stdlib.h>

#include "base/arena.h"

enum {
	ROUNDS = 3,       /* of the stemmer */
	PART_READINGS = 2 /* of a part of a compound */
};

struct finnish {
	struct finnish_dictionary *dictionary; /* or NULL */
	struct stemmer *stemmer;
};

static void *finnish_open(const char *tag)
{
	struct finnish *finnish = memory_new(sizeof(*finnish));

	finnish->dictionary = finnish_dictionary_open();
	finnish->stemmer = stemmer_open(tag);
	return finnish;
}

static void finnish_close(void *state)
{
	struct finnish *finnish = state;

	finnish_dictionary_close(finnish->dictionary);
	stemmer_close(finnish->stemmer);
	free(finnish);
}

/* Adds the words that a part of a compound can be. */
static void add_part(struct analysis *analysis, struct arena *arena,
    struct finnish *finnish, struct text part)
{
	struct finnish_word words[FINNISH_READINGS];
	size_t count = finnish_dictionary_find(finnish->dictionary, words,
	    arena, part);
	size_t i;

	for (i = 0; i < count && i < PART_READINGS; i++)
		if (!words[i].verb)
			analysis_part(analysis, arena, words[i].lemma);
}

static void add_parts(struct analysis *analysis, struct arena *arena,
    struct finnish *finnish, const struct finnish_word *word)
{
	size_t i;

	if (word->part_count == 1)
		return;
	for (i = 0; i + 1 < word->part_count; i++)
		add_part(analysis, arena, finnish, text_slice(word->lemma,
		    word->starts[i], word->starts[i + 1] - word->starts[i]));
	for (i = 1; i < word->part_count; i++)
		analysis_part(analysis, arena,
		    text_after(word->lemma, word->starts[i]));
}

static void analyse(struct analysis *analysis, struct arena *arena,
    void *state, struct text word)
{
	struct finnish *finnish = state;
	struct finnish_word words[FINNISH_READINGS];
	size_t count = 0;
	size_t i;

	if (finnish->dictionary != NULL)
		count = finnish_dictionary_find(finnish->dictionary, words,
		    arena, word);
	for (i = 0; i < count; i++) {
		analysis_reading(analysis, arena, words[i].lemma,
		    words[i].near);
		analysis_form(analysis, arena, words[i].lemma, i);
		if (words[i].participle.length > 0)
			analysis_form(analysis, arena, words[i].participle, i);
		add_parts(analysis, arena, finnish, &words[i]);
	}
	if (count == 0) {
		struct text stem = stemmer_stem(finnish->stemmer, arena, word,
		    ROUNDS);

		analysis_reading(analysis, arena, stem, stem);
	}
}

const struct language language_finnish = { .tag = "fi",
	.fold = 0,
	.open = finnish_open,
	.close = finnish_close,
	.analyse = analyse };
