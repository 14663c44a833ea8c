#include "search/korean_jamo.h"

#include "base/arena.h"

#include <string.h>

enum {
	SYLLABLE = 0xac00,
	LEADINGS = 19,
	VOWELS = 21,
	FINALS = 28, /* "none" included */
	SYLLABLES = LEADINGS * VOWELS * FINALS
};

bool jamo_is_vowel(uint16_t letter)
{
	return letter >= JAMO_VOWEL && letter < JAMO_VOWEL + VOWELS;
}

bool jamo_is_final(uint16_t letter)
{
	return letter >= JAMO_FINAL && letter < JAMO_FINAL + FINALS - 1;
}

static bool is_leading(uint16_t letter)
{
	return letter >= JAMO_LEADING && letter < JAMO_LEADING + LEADINGS;
}

bool jamo_is_hangul(uint16_t letter)
{
	return is_leading(letter) || jamo_is_vowel(letter) ||
	       jamo_is_final(letter);
}

static void append_syllable(struct jamo *jamo, uint32_t code)
{
	uint32_t index = code - SYLLABLE;
	uint32_t final = index % FINALS;

	jamo->at[jamo->length++] =
	    (uint16_t)(JAMO_LEADING + index / (VOWELS * FINALS));
	jamo->at[jamo->length++] =
	    (uint16_t)(JAMO_VOWEL + index / FINALS % VOWELS);
	if (final > 0)
		jamo->at[jamo->length++] = (uint16_t)(JAMO_FINAL + final - 1);
}

/* Apostrophes and joiners are not there for whoever searches. */
static bool vanishes(uint32_t code)
{
	return code == '\'' || code == 0x2019 || code == 0x200c ||
	       code == 0x200d;
}

static bool append(struct jamo *jamo, struct text text)
{
	size_t offset = 0;

	while (offset < text.length) {
		uint32_t code = text_decode(text, &offset);

		if (code > UINT16_MAX || jamo->length + 3 > JAMO_MOST)
			return false;
		if (code >= SYLLABLE && code < SYLLABLE + SYLLABLES)
			append_syllable(jamo, code);
		else if (!vanishes(code))
			jamo->at[jamo->length++] = (uint16_t)code;
	}
	return true;
}

bool jamo_from(struct jamo *jamo, struct text word)
{
	jamo->length = 0;
	return append(jamo, word);
}

struct text jamo_text(
    struct arena *arena, const struct jamo *jamo, size_t length)
{
	char bytes[4 * JAMO_MOST];
	size_t size = 0;
	size_t i = 0;

	while (i < length) {
		uint32_t code = jamo->at[i++];

		if (is_leading((uint16_t)code) && i < length &&
		    jamo_is_vowel(jamo->at[i])) {
			code = SYLLABLE +
			       ((code - JAMO_LEADING) * VOWELS +
				   (uint32_t)(jamo->at[i++] - JAMO_VOWEL)) *
				   FINALS;
			if (i < length && jamo_is_final(jamo->at[i]))
				code +=
				    (uint32_t)(jamo->at[i++] - JAMO_FINAL + 1);
		}
		size += text_encode(bytes + size, code);
	}
	return text_copy(arena, (struct text){ bytes, size });
}

size_t jamo_syllables(const struct jamo *jamo, size_t length)
{
	size_t count = 0;
	size_t i;

	for (i = 0; i < length; i++)
		if (jamo_is_vowel(jamo->at[i]) || !jamo_is_hangul(jamo->at[i]))
			count++;
	return count;
}

bool jamo_ends(const struct jamo *jamo, size_t length, const char *text)
{
	struct jamo tail;

	return jamo_from(&tail, text_from(text)) && tail.length <= length &&
	       memcmp(jamo->at + length - tail.length, tail.at,
		   tail.length * sizeof(*tail.at)) == 0;
}

struct jamo jamo_with(
    const struct jamo *jamo, size_t length, size_t cut, const char *text)
{
	struct jamo result = *jamo;

	result.length = length - cut;
	(void)append(&result, text_from(text)); /* too long: as far as it is */
	return result;
}
