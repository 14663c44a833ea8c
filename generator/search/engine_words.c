#include "search/engine_words.h"

enum { MOST_PIECES = 3 };

/* The place of a code point in one of the two lists of letters; their count
 * if it is in neither. */
static uint32_t letter_find(const struct engine *engine,
    enum engine_list_name name, uint16_t code)
{
	const uint16_t *letters = engine->letters[name];
	uint32_t count = engine->lists[name].count;
	uint32_t low = 0, high = count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (letters[middle] < code)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && letters[low] == code ? low : count;
}

void engine_form_add(struct engine_form *form, const uint8_t *at,
    uint32_t length)
{
	uint32_t i;

	for (i = 0; i < length && form->length < INDEX_WORD_BYTES; i++)
		form->at[form->length++] = at[i];
}

void engine_form_of(struct engine_form *form, const struct engine *engine,
    const struct fold_word *word)
{
	uint32_t common = engine->lists[ENGINE_LIST_COMMON].count;
	uint32_t rare = engine->lists[ENGINE_LIST_RARE].count;
	size_t i;

	form->length = 0;
	form->signature = word->signature;
	for (i = 0; i < word->count; i++) {
		uint8_t bytes[2] = { ENGINE_UNKNOWN };
		uint32_t place = letter_find(engine, ENGINE_LIST_COMMON,
		    word->letters[i]);
		uint32_t length = 1;

		if (place < common) {
			bytes[0] = (uint8_t)(place + 1);
		} else {
			place = letter_find(engine, ENGINE_LIST_RARE,
			    word->letters[i]);
			if (place < rare) {
				bytes[0] = (uint8_t)(INDEX_LETTERS + 1 +
				    place / 256);
				bytes[1] = (uint8_t)(place % 256);
				length = 2;
			}
		}
		engine_form_add(form, bytes, length);
	}
}

uint32_t engine_common(const uint8_t *a, uint32_t a_length, const uint8_t *b,
    uint32_t b_length)
{
	uint32_t i = 0;

	while (i < a_length && i < b_length && a[i] == b[i])
		i++;
	return i;
}

/* Whether a string comes before, in or behind the words that begin with a
 * prefix. */
static int compare(const uint8_t *at, uint32_t length, const uint8_t *prefix,
    uint32_t prefix_length)
{
	uint32_t common = engine_common(at, length, prefix, prefix_length);

	if (common == prefix_length)
		return 0;
	return common == length || at[common] < prefix[common] ? -1 : 1;
}

static struct engine_bytes first_word(const struct engine *engine,
    uint32_t block)
{
	struct engine_cursor cursor = {
		engine->header + engine->parts[INDEX_WORDS][block].first,
		engine->header + engine->header_length, false
	};

	return engine_read_string(&cursor);
}

/* The last block that begins before all words with the prefix, or with the
 * prefix itself. */
static uint32_t find_block(const struct engine *engine, const uint8_t *prefix,
    uint32_t length)
{
	uint32_t low = 0, high = engine->part_counts[INDEX_WORDS];

	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		struct engine_bytes first = first_word(engine, middle);
		int order = compare(first.at, first.length, prefix, length);

		if (order < 0 || (order == 0 && first.length == length))
			low = middle;
		else
			high = middle;
	}
	return low;
}

void engine_walk_start(struct engine_walk *walk, struct engine *engine,
    const uint8_t *prefix, uint32_t length)
{
	walk->engine = engine;
	walk->prefix = prefix;
	walk->prefix_length = length;
	walk->block = 0;
	walk->last_block = engine->part_counts[INDEX_WORDS];
	if (walk->last_block > 0)
		walk->block = find_block(engine, prefix, length);
	walk->cursor = (struct engine_cursor){ NULL, NULL, false };
	walk->length = 0;
	walk->shared = 0;
}

static void read_references(struct engine_walk *walk, uint32_t count)
{
	struct engine_cursor *cursor = &walk->cursor;
	uint32_t i;

	walk->count = 0;
	for (i = 0; i < count && !cursor->failed &&
	     engine_step(walk->engine, 1);
	     i++) {
		uint32_t delta = engine_read_number(cursor);
		struct engine_reference *reference =
		    &walk->references[walk->count];

		walk->class += (delta >> 1) ^ (0 - (delta & 1));
		reference->class = walk->class;
		reference->ordinal = engine_read_number(cursor);
		reference->signature = 0;
		if (count > 1)
			reference->signature = engine_read_byte(cursor);
		if (walk->count + 1 < ENGINE_REFERENCES)
			walk->count++;
	}
}

/* The next word of the block, whether it begins with the prefix or not. */
static bool read_word(struct engine_walk *walk)
{
	struct engine_cursor *cursor = &walk->cursor;
	uint32_t shared = engine_read_number(cursor), head, i;
	struct engine_bytes rest = engine_read_string(cursor);

	if (cursor->failed || shared > walk->length ||
	    rest.length > INDEX_WORD_BYTES - shared ||
	    !engine_step(walk->engine, 1)) {
		walk->engine->damaged = true;
		return false;
	}
	if (shared < walk->shared)
		walk->shared = shared;
	for (i = 0; i < rest.length; i++)
		walk->at[shared + i] = rest.at[i];
	walk->length = shared + rest.length;
	head = engine_read_number(cursor);
	walk->level = head & 15;
	read_references(walk, head >> 4);
	if (cursor->failed)
		walk->engine->damaged = true;
	return !cursor->failed;
}

/* Goes on to the next block that is there and may have words with the
 * prefix. */
static bool next_block(struct engine_walk *walk)
{
	while (walk->block < walk->last_block) {
		uint32_t block = walk->block++;
		struct engine_bytes first = first_word(walk->engine, block);

		if (compare(first.at, first.length, walk->prefix,
			walk->prefix_length) > 0)
			return false;
		walk->length = 0;
		walk->shared = 0;
		walk->class = 0;
		if (engine_part_open(&walk->cursor, walk->engine, INDEX_WORDS,
			block))
			return true;
	}
	return false;
}

bool engine_walk_next(struct engine_walk *walk)
{
	int order;

	walk->shared = walk->length;
	do {
		while (walk->cursor.at == walk->cursor.end)
			if (!next_block(walk))
				return false;
		if (!read_word(walk))
			return false;
		order = compare(walk->at, walk->length, walk->prefix,
		    walk->prefix_length);
	} while (order < 0);
	return order == 0;
}

bool engine_form_find(struct engine_walk *walk, struct engine *engine,
    const uint8_t *at, uint32_t length)
{
	engine_walk_start(walk, engine, at, length);
	if (walk->last_block > walk->block + 1)
		walk->last_block = walk->block + 1;
	return engine_walk_next(walk) && walk->length == length;
}

/* The least pieces of an ending that begins at a place, whose remainders are
 * known. */
static uint8_t count_pieces(const uint8_t *pieces, struct engine *engine,
    const uint8_t *at, uint32_t length, uint32_t place)
{
	uint32_t count = engine->lists[ENGINE_LIST_SUFFIXES].count;
	uint32_t i = engine->suffix_starts[at[place]];
	uint8_t best = ENGINE_NO_ENDING;

	for (; i < count; i++) {
		const struct engine_bytes *suffix = &engine->suffixes[i];
		uint8_t rest;

		if (suffix->length == 0 || suffix->at[0] != at[place] ||
		    !engine_step(engine, 1))
			break;
		if (suffix->length > length - place ||
		    engine_common(suffix->at, suffix->length, at + place,
			length - place) < suffix->length)
			continue;
		rest = pieces[place + suffix->length];
		if (rest < MOST_PIECES && rest + 1 < best)
			best = (uint8_t)(rest + 1);
	}
	return best;
}

void engine_endings(uint8_t *pieces, struct engine *engine,
    const uint8_t *at, uint32_t length, uint32_t least)
{
	uint32_t place = length;

	pieces[place] = 0;
	while (place > least) {
		place--;
		pieces[place] = count_pieces(pieces, engine, at, length,
		    place);
	}
}
