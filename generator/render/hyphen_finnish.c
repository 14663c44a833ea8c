#include "render/hyphen.h"

#include <uchar.h>

enum { EDGE = 3 }; /* letters that stay together beside a border */

static bool is_vowel(uint32_t letter)
{
	const char32_t *vowel = U"aeiouyåäöéüáàèëêíóôúøæ";

	while (*vowel != 0 && *vowel != letter)
		vowel++;
	return *vowel != 0;
}

/* Marks a part of a word: a syllable begins with the last consonant before
 * each vowel but the first one's (the consonant rule of Finnish grammars; Iso
 * suomen kielioppi, 11).  Two vowels are never divided: many pairs are
 * diphthongs, and the rest looks poor. */
static void mark_part(struct hyphen_word *word, size_t begin, size_t end)
{
	bool has_vowel = false;
	size_t i;

	for (i = begin; i + 1 < end; i++) {
		if (is_vowel(word->letters[i]))
			has_vowel = true;
		else if (has_vowel && is_vowel(word->letters[i + 1]) &&
		    i >= begin + EDGE && i + EDGE <= end)
			word->marks[i] = HYPHEN_SYLLABLE;
	}
}

void hyphen_finnish(struct hyphen_word *word, size_t shortest)
{
	size_t begin = 0;
	size_t i;

	for (i = 1; i <= word->count; i++) {
		if (i < word->count && word->marks[i] != HYPHEN_BORDER)
			continue;
		if (i - begin >= shortest)
			mark_part(word, begin, i);
		begin = i;
	}
}
