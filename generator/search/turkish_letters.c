#include "search/turkish_letters.h"

#include "base/arena.h"

#include <string.h>

enum { FRONT = 1, ROUND = 2, HIGH = 4 };

static const struct {
	unsigned char letter, features;
} vowels[] = {
	{ 'a', 0 },
	{ 'e', FRONT },
	{ LETTER_DOTLESS_I, HIGH },
	{ 'i', HIGH | FRONT },
	{ 'o', ROUND },
	{ LETTER_O_UMLAUT, ROUND | FRONT },
	{ 'u', HIGH | ROUND },
	{ LETTER_U_UMLAUT, HIGH | ROUND | FRONT },
	{ LETTER_A_HAT, 0 },
	{ LETTER_I_HAT, FRONT },
	{ LETTER_U_HAT, ROUND },
};

enum { VOWELS = sizeof(vowels) / sizeof(*vowels) };

/* By enum turkish_letter. */
static const char *const special[] = { "", "ç", "ğ", "ı", "ö", "ş", "ü", "â",
	"î", "û" };

enum { SPECIALS = sizeof(special) / sizeof(*special) };

static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '(' ||
	       c == ')';
}

bool letters_read(struct letters *letters, struct text text)
{
	size_t at = 0;
	unsigned char i;

	letters->count = 0;
	while (at < text.length) {
		if (letters->count == LETTERS_MOST)
			return false;
		if (is_plain(text.at[at])) {
			letters->at[letters->count++] =
			    (unsigned char)text.at[at++];
			continue;
		}
		for (i = 1; i < SPECIALS; i++)
			if (text_starts(
				text_after(text, at), text_from(special[i])))
				break;
		if (i == SPECIALS)
			return false;
		letters->at[letters->count++] = i;
		at += strlen(special[i]);
	}
	return true;
}

struct text letters_text(struct arena *arena, const struct letters *letters)
{
	char *bytes = arena_array(arena, char, 2 * letters->count + 1);
	size_t length = 0;
	size_t i;

	for (i = 0; i < letters->count; i++) {
		unsigned char letter = letters->at[i];

		if (letter >= SPECIALS) {
			bytes[length++] = (char)letter;
			continue;
		}
		memcpy(
		    bytes + length, special[letter], strlen(special[letter]));
		length += strlen(special[letter]);
	}
	return (struct text){ bytes, length };
}

static int features_of(unsigned char letter)
{
	size_t i;

	for (i = 0; i < VOWELS; i++)
		if (vowels[i].letter == letter)
			return vowels[i].features;
	return -1;
}

bool letter_is_vowel(unsigned char letter)
{
	switch (letter) {
	case 'a':
	case 'e':
	case 'i':
	case 'o':
	case 'u':
	case LETTER_DOTLESS_I:
	case LETTER_O_UMLAUT:
	case LETTER_U_UMLAUT:
	case LETTER_A_HAT:
	case LETTER_I_HAT:
	case LETTER_U_HAT:
		return true;
	default:
		return false;
	}
}

bool letter_is_high(unsigned char letter)
{
	return letter == 'i' || letter == 'u' || letter == LETTER_DOTLESS_I ||
	       letter == LETTER_U_UMLAUT;
}

bool letter_is_voiceless(unsigned char letter)
{
	return letter == LETTER_C_CEDILLA || letter == LETTER_S_CEDILLA ||
	       (letter >= 'a' && strchr("fstkhp", letter) != NULL);
}

unsigned char letters_last_vowel(const unsigned char *at, size_t count)
{
	while (count-- > 0)
		if (letter_is_vowel(at[count]))
			return at[count];
	return 0;
}

size_t letters_syllables(const unsigned char *at, size_t count)
{
	size_t syllables = 0;
	size_t i;

	for (i = 0; i < count; i++)
		syllables += letter_is_vowel(at[i]);
	return syllables;
}

unsigned char letter_low_after(unsigned char vowel)
{
	return (features_of(vowel) & FRONT) != 0 ? 'e' : 'a';
}

unsigned char letter_high_after(unsigned char vowel)
{
	switch (features_of(vowel) & (FRONT | ROUND)) {
	case FRONT:
		return 'i';
	case ROUND:
		return 'u';
	case FRONT | ROUND:
		return LETTER_U_UMLAUT;
	default:
		return LETTER_DOTLESS_I;
	}
}

unsigned char letter_fronted(unsigned char vowel)
{
	switch (vowel) {
	case 'a':
	case LETTER_A_HAT:
		return 'e';
	case LETTER_DOTLESS_I:
		return 'i';
	case 'o':
		return LETTER_O_UMLAUT;
	case 'u':
	case LETTER_U_HAT:
		return LETTER_U_UMLAUT;
	default:
		return vowel;
	}
}

static const unsigned char hard_soft[][2] = {
	{ 'p', 'b' },
	{ LETTER_C_CEDILLA, 'c' },
	{ 't', 'd' },
	{ 'k', LETTER_SOFT_G },
};

unsigned char letter_softened(unsigned char letter)
{
	size_t i;

	for (i = 0; i < sizeof(hard_soft) / sizeof(*hard_soft); i++)
		if (hard_soft[i][0] == letter)
			return hard_soft[i][1];
	return letter;
}

unsigned char letter_hardened(unsigned char letter)
{
	size_t i;

	for (i = 0; i < sizeof(hard_soft) / sizeof(*hard_soft); i++)
		if (hard_soft[i][1] == letter)
			return hard_soft[i][0];
	return letter;
}

bool letters_end_well(unsigned char first, unsigned char second)
{
	if (letter_is_vowel(first) || letter_is_vowel(second))
		return true;
	/* form, modern, film: nothing else ends in a sonorant. */
	if (second == 'm' || second == 'n')
		return first == 'r' || (first == 'l' && second == 'm');
	if (second == 'l' || second == 'r' || second == 'y' || second == 'v' ||
	    second == LETTER_SOFT_G)
		return false;
	if (strchr("lrnmy", first) != NULL)
		return true;
	if (second == 't')
		return letter_is_voiceless(first) && first != 't';
	if (second == 's')
		return first == 'k' || first == 'p';
	return (second == 'k' || second == LETTER_C_CEDILLA) &&
	       (first == 's' || first == LETTER_S_CEDILLA || first == 'v');
}
