#include "render/hyphen.h"

#include "base/arena.h"
#include "base/table.h"
#include "render/compound.h"

#include <stdlib.h>
#include <string.h>
#include <uchar.h>

enum { EDGE = 3 }; /* letters that stay together at the ends of a word */

struct hyphenator {
	struct arena arena;
	struct compounds *compounds; /* opened for the first Finnish word */
	bool lacks_dictionary;
	struct table borders; /* of words seen: one mark a letter */
};

struct hyphenator *hyphenator_new(void)
{
	struct hyphenator *hyphenator = memory_new(sizeof(*hyphenator));

	*hyphenator = (struct hyphenator){ 0 };
	return hyphenator;
}

void hyphenator_release(struct hyphenator *hyphenator)
{
	if (hyphenator == NULL)
		return;
	compounds_close(hyphenator->compounds);
	arena_release(&hyphenator->arena);
	free(hyphenator);
}

bool hyphenator_lacks_dictionary(const struct hyphenator *hyphenator)
{
	return hyphenator->lacks_dictionary;
}

/* Lower case of the letters that the three languages write; of others the
 * letter itself, which is no vowel then. */
static uint32_t lower(uint32_t code)
{
	if ((code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE) ||
	    (code >= 0x410 && code <= 0x42F))
		return code + 32;
	if (code >= 0x400 && code <= 0x40F)
		return code + 80;
	if (code == 0x130) /* capital dotted i */
		return 'i';
	if (code == 0x179 || code == 0x17B || code == 0x17D)
		return code + 1;
	if (code >= 0x100 && code <= 0x177)
		return code | 1;
	return code;
}

/* False if the word is too long, or divided by its author. */
static bool take_letters(struct hyphen_word *word, struct text text)
{
	size_t at = 0;

	word->count = 0;
	while (at < text.length) {
		size_t i = word->count;

		if (i == HYPHEN_LETTERS)
			return false;
		word->offsets[i] = at;
		word->letters[i] = lower(text_decode(text, &at));
		if (word->letters[i] == 0xAD)
			return false;
		word->marks[i] = HYPHEN_NONE;
		word->count++;
	}
	return true;
}

/* The borders of a Finnish word, from the dictionary or from memory. */
static void take_borders(struct hyphen_word *word,
    struct hyphenator *hyphenator, struct text text)
{
	const unsigned char *known = table_get(&hyphenator->borders, text);

	if (known == NULL && hyphenator->compounds == NULL &&
	    !hyphenator->lacks_dictionary) {
		hyphenator->compounds = compounds_open();
		hyphenator->lacks_dictionary = hyphenator->compounds == NULL;
	}
	if (known == NULL) {
		if (hyphenator->compounds != NULL)
			compounds_mark(hyphenator->compounds, word, text);
		known = arena_copy(&hyphenator->arena, word->marks,
		    word->count);
		(void)table_put(&hyphenator->borders, &hyphenator->arena,
		    text_copy(&hyphenator->arena, text), known);
	}
	memcpy(word->marks, known, word->count);
}

static void clear_edges(struct hyphen_word *word)
{
	size_t i;

	for (i = 0; i < word->count; i++)
		if ((i < EDGE || i + EDGE > word->count) &&
		    word->marks[i] == HYPHEN_SYLLABLE)
			word->marks[i] = HYPHEN_NONE;
}

void hyphen_divide(struct hyphen_word *word, struct hyphenator *hyphenator,
    enum typography_syllables syllables, struct text text, size_t shortest)
{
	if (!take_letters(word, text) || word->count < shortest) {
		word->count = 0;
		return;
	}
	switch (syllables) {
	case SYLLABLES_NONE:
		break;
	case SYLLABLES_FINNISH:
		take_borders(word, hyphenator, text);
		hyphen_finnish(word, shortest);
		break;
	case SYLLABLES_SERBIAN:
		hyphen_serbian(word);
		break;
	case SYLLABLES_TURKISH:
		hyphen_turkish(word);
		break;
	}
	clear_edges(word);
}
