/*
 * All distinct words of one locale's sections and of the principles in every
 * language, each understood once.  The order does not depend on how many
 * workers cut the texts.
 */
#ifndef SEARCH_LEXICON_H
#define SEARCH_LEXICON_H

#include "search/language.h"
#include "search/terms.h"

/* What is known of a word; texts as in struct analysis. */
struct lexicon_word {
	struct text text;
	uint32_t language; /* index in the languages of the lexicon */
	uint32_t reading_count, form_count, part_count;
	struct reading *readings;
	struct other_form *forms;
	struct text *parts;
};

struct lexicon_language {
	const struct language *language;
	struct text tag; /* primary subtag */
};

struct lexicon {
	struct text tag; /* of the locale, whose language is the first */
	struct lexicon_language *languages;
	size_t language_count;
	struct lexicon_word *items; /* by language, then text */
	size_t count;
	const struct vocabulary **vocabularies;
	uint32_t **maps; /* by vocabulary: its words -> items */
	size_t vocabulary_count;
};

/* Joins vocabularies, of any locales, to the lexicon of the locale tag. */
void lexicon_make(struct lexicon *lexicon, struct arena *arena,
    struct text tag, const struct vocabulary *const *vocabularies,
    size_t count);

/* Understands the words of several lexicons, on as many workers as there are
 * arenas, which keep what is found. */
void lexicons_analyse(struct lexicon *lexicons, size_t count,
    struct arena *arenas, size_t workers);

/* The map of a vocabulary; NULL if the lexicon was not made with it. */
const uint32_t *lexicon_map(const struct lexicon *lexicon,
    const struct vocabulary *vocabulary);

#endif
