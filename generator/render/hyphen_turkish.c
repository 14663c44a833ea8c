#include "render/hyphen.h"

#include <uchar.h>

static bool is_vowel(uint32_t letter)
{
	const char32_t *vowel = U"aeıioöuüâîû";

	while (*vowel != 0 && *vowel != letter)
		vowel++;
	return *vowel != 0;
}

/* Each vowel is the heart of a syllable, which begins with the one consonant
 * before it, if there is one, also across the parts of compound words (Türk
 * Dil Kurumu, Yazım Kuralları, "Hece yapısı ve satır sonunda kelimelerin
 * bölünmesi": il-ko-kul, kont-rol, sa-at). */
void hyphen_turkish(struct hyphen_word *word)
{
	bool has_vowel = false;
	size_t i;

	for (i = 0; i < word->count; i++) {
		size_t begin;

		if (!is_vowel(word->letters[i]))
			continue;
		begin = i > 0 && !is_vowel(word->letters[i - 1]) ? i - 1 : i;
		if (has_vowel)
			word->marks[begin] = HYPHEN_SYLLABLE;
		has_vowel = true;
	}
}
