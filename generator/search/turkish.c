#include "search/language.h"

#include "search/fold.h"
#include "search/turkish_parser.h"

#include <stddef.h>
#include <string.h>

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
	vowel = letter_low_after(letters_last_vowel(
	    lemma->letters.at, lemma->letters.count));
	analysis_form(analysis, arena,
	    text_format(arena, "%.*sm%ck", TEXT_ARGUMENTS(stem), vowel),
	    reading);
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

static void analyse(struct analysis *analysis, struct arena *arena,
    void *state, struct text word)
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

		analysis_reading(analysis, arena,
		    key_of(arena, &meaning->word),
		    key_of(arena, &meaning->base));
		add_forms(analysis, arena, &meaning->word, word, i);
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
	.open = open_state,
	.close = close_state,
	.analyse = analyse };
