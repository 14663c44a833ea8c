#include "model/words.h"

#include "base/arena.h"
#include "base/table.h"
#include "base/unicode.h"

#include <string.h>

bool words_next(struct text *word, struct text text, size_t *at)
{
	size_t start, end;

	do {
		if (*at >= text.length)
			return false;
		start = *at;
	} while (!unicode_is_word(text_decode(text, at)));
	end = *at;
	while (*at < text.length && unicode_is_word(text_decode(text, at)))
		end = *at;
	*word = text_slice(text, start, end - start);
	return true;
}

size_t words_count(struct text text)
{
	size_t count = 0, at = 0;
	struct text word;

	while (words_next(&word, text, &at))
		count++;
	return count;
}

struct words words_of(struct arena *arena, struct text text)
{
	struct text lower = unicode_lower(arena, text, ""), word;
	struct words words = { .items = arena_array(arena, uint64_t,
				   words_count(lower)) };
	size_t at = 0;

	while (words_next(&word, lower, &at))
		words.items[words.count++] = table_hash(word);
	return words;
}

size_t words_common(struct arena *arena, const struct words *a,
    const struct words *b)
{
	/* Two rows of the table, turned about: Wagner and Fischer. */
	size_t *above = arena_array(arena, size_t, b->count + 1);
	size_t *row = arena_array(arena, size_t, b->count + 1), *swap;
	size_t i, j;

	for (i = 0; i < a->count; i++) {
		for (j = 0; j < b->count; j++) {
			if (a->items[i] == b->items[j])
				row[j + 1] = above[j] + 1;
			else
				row[j + 1] = above[j + 1] > row[j]
				    ? above[j + 1]
				    : row[j];
		}
		swap = above;
		above = row;
		row = swap;
	}
	return above[b->count];
}
