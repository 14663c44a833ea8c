#include "search/serbian_word.h"

#include "base/arena.h"

#include <string.h>

enum { CYRILLIC_FIRST = 0x430, CYRILLIC_LAST = 0x45F };

/* U+0430 to U+045F; NULL for letters that Serbian does not have. */
static const char *const latin[CYRILLIC_LAST - CYRILLIC_FIRST + 1] = { "a", "b",
	"v", "g", "d", "e", "ž", "z", "i", NULL, "k", "l", "m", "n", "o", "p",
	"r", "s", "t", "u", "f", "h", "c", "č", "š", NULL, NULL, NULL, NULL,
	NULL, NULL, NULL, NULL, NULL, "đ", NULL, NULL, NULL, NULL, NULL, "j",
	"lj", "nj", "ć", NULL, NULL, NULL, "dž" };

static const char *latin_of(uint32_t code)
{
	return code < CYRILLIC_FIRST || code > CYRILLIC_LAST
		   ? NULL
		   : latin[code - CYRILLIC_FIRST];
}

struct text serbian_latin(struct arena *arena, struct text word)
{
	char *bytes = arena_array(arena, char, word.length + 1);
	size_t length = 0;
	size_t offset = 0;

	while (offset < word.length) {
		size_t start = offset;
		const char *letter = latin_of(text_decode(word, &offset));
		struct text part =
		    letter != NULL ? text_from(letter)
				   : text_slice(word, start, offset - start);

		/* A Cyrillic letter has two bytes, and so has its Latin at
		 * most. */
		memcpy(bytes + length, part.at, part.length);
		length += part.length;
	}
	return (struct text){ bytes, length };
}

static bool is_vowel(char c)
{
	return c != '\0' && strchr("aeiou", c) != NULL;
}

/* The je of a jat stands behind a consonant; that of objekt does too, but
 * becomes e in all its forms alike.  polje and pitanje have letters of their
 * own. */
static size_t jat(struct text word, size_t i)
{
	struct text rest = text_after(word, i);

	if (i == 0 || is_vowel(word.at[i - 1]))
		return 0;
	if (text_starts(rest, TEXT("ije")))
		return 3;
	if (text_starts(rest, TEXT("je")) && word.at[i - 1] != 'l' &&
	    word.at[i - 1] != 'n')
		return 2;
	return 0;
}

struct text serbian_ekavian(struct arena *arena, struct text word)
{
	char *bytes = arena_array(arena, char, word.length + 1);
	size_t length = 0;
	size_t i = 0;

	/* veće is more often bigger than a council */
	if (text_starts(word, TEXT("vijeć")))
		return word;
	while (i < word.length) {
		size_t of_jat = jat(word, i);

		bytes[length++] = of_jat > 0 ? 'e' : word.at[i];
		i += of_jat > 0 ? of_jat : 1;
	}
	return (struct text){ bytes, length };
}

bool serbian_next(struct text *item, const char **list)
{
	const char *end = *list;

	while (*end != '\0' && *end != ' ')
		end++;
	*item = (struct text){ *list, (size_t)(end - *list) };
	*list = *end == ' ' ? end + 1 : end;
	return item->length > 0;
}

bool serbian_listed(const char *list, struct text word)
{
	struct text item;

	while (serbian_next(&item, &list))
		if (text_equal(item, word))
			return true;
	return false;
}

bool serbian_ends(const char *list, struct text word)
{
	struct text item;

	if (word.length == 0)
		return false;
	while (serbian_next(&item, &list)) {
		if (item.at[item.length - 1] != word.at[word.length - 1])
			continue;
		if (item.at[0] == '^' ? text_equal(text_after(item, 1), word)
				      : text_ends(word, item))
			return true;
	}
	return false;
}

size_t serbian_vowels(struct text word)
{
	size_t count = 0;
	size_t i;

	for (i = 0; i < word.length; i++)
		count += is_vowel(word.at[i]);
	return count;
}

bool serbian_syllable(struct text word)
{
	size_t r = text_find_char(word, 'r', 0);

	return serbian_vowels(word) > 0 ||
	       (r != TEXT_NONE && r > 0 && r + 1 < word.length);
}

bool serbian_palatal(struct text stem)
{
	return serbian_ends("č ć š ž đ lj nj j c št šć", stem);
}

struct text serbian_cut(struct text word, size_t bytes)
{
	return text_slice(word, 0, word.length - bytes);
}

struct text serbian_change(
    struct arena *arena, struct text word, size_t bytes, const char *end)
{
	struct text parts[2] = { serbian_cut(word, bytes), text_from(end) };

	return text_join(arena, parts, 2);
}

bool serbian_add(
    struct serbian_readings *readings, struct text key, struct text loose)
{
	size_t i;

	for (i = 0; i < readings->count; i++)
		if (text_equal(readings->items[i].key, key))
			return false;
	if (readings->count == sizeof(readings->items) / sizeof(struct reading))
		return false;
	readings->items[readings->count++] = (struct reading){ key, loose };
	return true;
}

void serbian_add_form(struct serbian_readings *readings, struct text form)
{
	size_t room = sizeof(readings->forms) / sizeof(struct other_form);

	if (readings->form_count < room)
		readings->forms[readings->form_count++] =
		    (struct other_form){ form, readings->count - 1 };
}
