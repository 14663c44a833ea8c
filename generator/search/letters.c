#include "search/letters.h"

#include "base/arena.h"
#include "search/engine.h"

#include <stdlib.h>

enum { CODES = 0x10000 };

void letters_begin(struct letters *letters, struct arena *arena)
{
	*letters = (struct letters){ 0 };
	letters->counts = arena_array(arena, uint32_t, CODES);
	letters->places = arena_array(arena, uint16_t, CODES);
}

void letters_count(struct letters *letters, const uint16_t *word,
    size_t length)
{
	size_t i;

	for (i = 0; i < length; i++)
		letters->counts[word[i]]++;
}

struct counted {
	uint32_t count;
	uint16_t code;
};

static int counted_order(const void *a, const void *b)
{
	const struct counted *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return (int)x->code - (int)y->code;
}

static int code_order(const void *a, const void *b)
{
	return (int)*(const uint16_t *)a - (int)*(const uint16_t *)b;
}

void letters_settle(struct letters *letters, struct arena *arena)
{
	struct arena scratch = { 0 };
	struct counted *counted =
	    arena_array(&scratch, struct counted, CODES);
	size_t count = 0, i;

	for (i = 0; i < CODES; i++)
		if (letters->counts[i] > 0)
			counted[count++] = (struct counted){
				letters->counts[i], (uint16_t)i
			};
	letters->common = arena_array(arena, uint16_t, INDEX_LETTERS);
	letters->rare = arena_array(arena, uint16_t, INDEX_RARE);
	qsort(counted, count, sizeof(*counted), counted_order);
	for (i = 0; i < count && i < INDEX_LETTERS + INDEX_RARE; i++)
		if (i < INDEX_LETTERS)
			letters->common[letters->common_count++] =
			    counted[i].code;
		else
			letters->rare[letters->rare_count++] = counted[i].code;
	qsort(letters->common, letters->common_count, sizeof(uint16_t),
	    code_order);
	qsort(letters->rare, letters->rare_count, sizeof(uint16_t),
	    code_order);
	for (i = 0; i < letters->common_count; i++)
		letters->places[letters->common[i]] = (uint16_t)(i + 1);
	for (i = 0; i < letters->rare_count; i++)
		letters->places[letters->rare[i]] = (uint16_t)(256 + i);
	arena_release(&scratch);
}

struct text letters_encode(const struct letters *letters,
    struct arena *arena, const uint16_t *word, size_t length)
{
	char *bytes = arena_alloc(arena, length * 2);
	size_t count = 0, i;

	for (i = 0; i < length; i++) {
		unsigned place = letters->places[word[i]];

		if (place == 0)
			return (struct text){ 0 };
		if (place >= 256) {
			place -= 256;
			bytes[count++] = (char)(INDEX_LETTERS + 1 + place / 256);
			place %= 256;
		}
		bytes[count++] = (char)place;
	}
	return (struct text){ bytes, count };
}
