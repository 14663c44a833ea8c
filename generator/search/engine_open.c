#include "search/engine_state.h"

enum {
	HASH_LENGTH = 10,
	FINAL_FIRST = 0x11A8,
	FINAL_LAST = 0x11C2,
	INITIAL_FIRST = 0x1100
};

/* What the items of each list of the header consist of, and how many may
 * be. */
static const struct {
	uint8_t strings, numbers;
	uint32_t limit;
} shapes[] = { [ENGINE_LIST_COMMON] = { 0, 1, INDEX_LETTERS },
	[ENGINE_LIST_RARE] = { 0, 1, INDEX_RARE },
	[ENGINE_LIST_SUFFIXES] = { 1, 0, 4096 },
	[ENGINE_LIST_PREFIXES] = { 1, 0, 64 },
	[ENGINE_LIST_ALTERNATIONS] = { 2, 0, 256 },
	[ENGINE_LIST_WORDS] = { 1, 1, UINT32_MAX },
	[ENGINE_LIST_POSTINGS] = { 0, 2, UINT32_MAX },
	[ENGINE_LIST_RESULTS] = { 0, 2, UINT32_MAX },
	[ENGINE_LIST_PRINCIPLES] = { 0, 1, UINT32_MAX },
	[ENGINE_LIST_FILES] = { 0, 0, UINT32_MAX } };

/* The initial consonant of each final one; clusters have none. */
static const uint8_t initials[FINAL_LAST - FINAL_FIRST + 1] = { 1, 2, 0, 3, 0,
	0, 4, 6, 0, 0, 0, 0, 0, 0, 0, 7, 8, 0, 10, 11, 12, 13, 15, 16, 17, 18,
	19 };

static bool read_list(struct engine_cursor *cursor, struct engine *engine,
    enum engine_list_name name)
{
	uint32_t strings = shapes[name].strings, numbers = shapes[name].numbers;
	uint32_t least = strings + numbers, count, i;

	if (name == ENGINE_LIST_FILES)
		least = HASH_LENGTH;
	count = engine_read_count(cursor, least);
	engine->lists[name] = (struct engine_list){ cursor->at, count };
	if (name == ENGINE_LIST_FILES)
		(void)engine_read_bytes(cursor, (size_t)count * HASH_LENGTH);
	for (i = 0; i < count * strings && numbers == 0; i++)
		(void)engine_read_string(cursor);
	for (i = 0; i < count && numbers > 0; i++) {
		if (strings > 0)
			(void)engine_read_string(cursor);
		(void)engine_read_number(cursor);
		if (numbers > 1)
			(void)engine_read_number(cursor);
	}
	return !cursor->failed && count <= shapes[name].limit;
}

/* The header, which is the first part of file 0. */
static bool read_header(struct engine *engine, const uint8_t *file,
    size_t length)
{
	struct engine_cursor cursor = { file, file + length, false };
	bool right = engine_read_byte(&cursor) == INDEX_HEADER &&
	    engine_read_number(&cursor) == 0;
	struct engine_bytes header = engine_read_string(&cursor);
	uint32_t name;

	*engine = (struct engine){ .header = header.at,
		.header_length = header.length };
	if (!right || header.length < 5 || header.at[0] != 'o' ||
	    header.at[1] != 'p' || header.at[2] != 'a' || header.at[3] != 's' ||
	    header.at[4] != INDEX_VERSION)
		return false;
	cursor = (struct engine_cursor){ header.at, header.at + header.length,
		false };
	cursor.at += 5;
	engine->fold = engine_read_number(&cursor);
	engine->stem = engine_read_number(&cursor);
	engine->sections = engine_read_number(&cursor);
	engine->principles = engine_read_number(&cursor);
	engine->classes = engine_read_number(&cursor);
	if (cursor.failed || engine->sections > ENGINE_SECTIONS ||
	    engine->principles > engine->sections)
		return false;
	for (name = 0; name <= ENGINE_LIST_FILES; name++)
		if (!read_list(&cursor, engine, name))
			return false;
	engine->file_count = engine->lists[ENGINE_LIST_FILES].count + 1;
	engine->part_counts[INDEX_WORDS] =
	    engine->lists[ENGINE_LIST_WORDS].count;
	engine->part_counts[INDEX_POSTINGS] =
	    engine->lists[ENGINE_LIST_POSTINGS].count;
	engine->part_counts[INDEX_RESULTS] =
	    engine->lists[ENGINE_LIST_RESULTS].count;
	engine->part_counts[INDEX_PRINCIPLE] =
	    engine->lists[ENGINE_LIST_PRINCIPLES].count;
	return true;
}

/* Memory is handed out one thing after the other. */
struct room {
	unsigned char *memory; /* NULL: only measured */
	size_t used;
};

static void *take(struct room *room, size_t count, size_t size)
{
	const size_t align = sizeof(uint64_t);
	void *at = room->memory == NULL ? NULL : room->memory + room->used;

	room->used += (count * size + align - 1) / align * align;
	return at;
}

static void take_all(struct engine *engine, struct room *room)
{
	const struct engine_list *lists = engine->lists;
	uint32_t sections = engine->sections;
	struct engine_scores *scores[] = { &engine->part, &engine->term,
		&engine->word };
	size_t i;

	(void)take(room, 1, sizeof(*engine));
	for (i = 0; i < 2; i++)
		engine->letters[i] = take(room, lists[i].count,
		    sizeof(uint16_t));
	engine->suffixes = take(room, lists[ENGINE_LIST_SUFFIXES].count,
	    sizeof(struct engine_bytes));
	engine->prefixes = take(room, lists[ENGINE_LIST_PREFIXES].count,
	    sizeof(struct engine_bytes));
	engine->alternations = take(room,
	    (size_t)lists[ENGINE_LIST_ALTERNATIONS].count * 2,
	    sizeof(struct engine_bytes));
	for (i = INDEX_WORDS; i <= INDEX_PRINCIPLE; i++)
		engine->parts[i] = take(room, engine->part_counts[i],
		    sizeof(struct engine_part));
	engine->files = take(room, engine->file_count, 1);
	engine->needs = take(room, engine->file_count, sizeof(uint32_t));
	for (i = 0; i < 3; i++) {
		scores[i]->values = take(room, sections, sizeof(uint16_t));
		scores[i]->matches = take(room, sections, 1);
	}
	engine->totals = take(room, sections, sizeof(uint32_t));
	engine->reached = take(room, sections, 1);
	engine->worst = take(room, sections, 1);
	engine->strong = take(room, sections, 1);
	engine->allowed = take(room, sections, 1);
	engine->hits = take(room, sections, sizeof(struct engine_hit));
}

size_t engine_room(const uint8_t *file, size_t length)
{
	struct engine engine;
	struct room room = { NULL, 0 };

	if (!read_header(&engine, file, length))
		return 0;
	take_all(&engine, &room);
	return room.used;
}

static struct engine_cursor cursor_of(const struct engine *engine,
    enum engine_list_name name)
{
	return (struct engine_cursor){ engine->lists[name].at,
		engine->header + engine->header_length, false };
}

static bool fill_letters(struct engine *engine, enum engine_list_name name)
{
	struct engine_cursor cursor = cursor_of(engine, name);
	uint32_t code = 0, i;

	for (i = 0; i < engine->lists[name].count; i++) {
		uint32_t delta = engine_read_number(&cursor);

		if (delta > 0xFFFF - code)
			return false;
		code += delta;
		engine->letters[name][i] = (uint16_t)code;
	}
	return true;
}

static void fill_affixes(struct engine *engine, enum engine_list_name name,
    struct engine_bytes *affixes, uint32_t each)
{
	struct engine_cursor cursor = cursor_of(engine, name);
	uint32_t i;

	for (i = 0; i < engine->lists[name].count * each; i++)
		affixes[i] = engine_read_string(&cursor);
}

static void find_suffixes(struct engine *engine)
{
	uint32_t count = engine->lists[ENGINE_LIST_SUFFIXES].count, i;

	for (i = 0; i < 256; i++)
		engine->suffix_starts[i] = count;
	for (i = count; i-- > 0;)
		if (engine->suffixes[i].length > 0)
			engine->suffix_starts[engine->suffixes[i].at[0]] = i;
}

static void find_alike(struct engine *engine)
{
	uint32_t count = engine->lists[ENGINE_LIST_COMMON].count, i, j;
	const uint16_t *letters = engine->letters[0];

	for (i = 0; i < 256; i++)
		engine->alike[i] = (uint8_t)i;
	for (i = 0; i < count; i++) {
		uint32_t initial = 0;

		if (letters[i] >= FINAL_FIRST && letters[i] <= FINAL_LAST)
			initial = initials[letters[i] - FINAL_FIRST];
		for (j = 0; initial > 0 && j < count; j++)
			if (letters[j] == INITIAL_FIRST + initial - 1)
				engine->alike[i + 1] = (uint8_t)(j + 1);
	}
}

static bool fill_parts(struct engine *engine, enum engine_list_name name,
    enum index_part kind)
{
	struct engine_cursor cursor = cursor_of(engine, name);
	uint32_t number = 0, i;

	for (i = 0; i < engine->part_counts[kind]; i++) {
		struct engine_part *part = &engine->parts[kind][i];

		*part = (struct engine_part){ .at = NULL };
		if (shapes[name].strings > 0) {
			part->first = (uint32_t)(cursor.at - engine->header);
			(void)engine_read_string(&cursor);
		} else if (shapes[name].numbers > 1) {
			number += engine_read_number(&cursor);
			part->first = number;
		}
		part->file = engine_read_number(&cursor);
		if (part->file >= engine->file_count)
			return false;
	}
	return true;
}

struct engine *engine_open(void *memory, size_t size, const uint8_t *file,
    size_t length)
{
	struct engine *engine = memory;
	struct room room = { memory, 0 };
	size_t needed = engine_room(file, length);
	uint32_t i;

	if (needed == 0 || needed > size)
		return NULL;
	(void)read_header(engine, file, length);
	take_all(engine, &room);
	fill_affixes(engine, ENGINE_LIST_SUFFIXES, engine->suffixes, 1);
	fill_affixes(engine, ENGINE_LIST_PREFIXES, engine->prefixes, 1);
	fill_affixes(engine, ENGINE_LIST_ALTERNATIONS, engine->alternations,
	    2);
	if (!fill_letters(engine, ENGINE_LIST_COMMON) ||
	    !fill_letters(engine, ENGINE_LIST_RARE) ||
	    !fill_parts(engine, ENGINE_LIST_WORDS, INDEX_WORDS) ||
	    !fill_parts(engine, ENGINE_LIST_POSTINGS, INDEX_POSTINGS) ||
	    !fill_parts(engine, ENGINE_LIST_RESULTS, INDEX_RESULTS) ||
	    !fill_parts(engine, ENGINE_LIST_PRINCIPLES, INDEX_PRINCIPLE))
		return NULL;
	find_suffixes(engine);
	find_alike(engine);
	for (i = 0; i < engine->file_count; i++)
		engine->files[i] = ENGINE_FILE_AWAY;
	return engine_give(engine, 0, file, length) == ENGINE_DONE ? engine
								   : NULL;
}

/* The parts of a file, each of which the header must know of. */
static bool find_parts(struct engine *engine, uint32_t file,
    struct engine_cursor cursor)
{
	while (cursor.at < cursor.end) {
		uint8_t kind = engine_read_byte(&cursor);
		uint32_t number = engine_read_number(&cursor);
		struct engine_bytes bytes = engine_read_string(&cursor);
		struct engine_part *part;

		if (cursor.failed)
			return false;
		if (kind == INDEX_HEADER && file == 0)
			continue;
		if (kind == INDEX_HEADER || kind > INDEX_PRINCIPLE ||
		    number >= engine->part_counts[kind])
			return false;
		part = &engine->parts[kind][number];
		if (part->file != file)
			return false;
		part->at = bytes.at;
		part->length = bytes.length;
	}
	return true;
}

static void forget_parts(struct engine *engine, uint32_t file)
{
	uint32_t kind, i;

	for (kind = INDEX_WORDS; kind <= INDEX_PRINCIPLE; kind++)
		for (i = 0; i < engine->part_counts[kind]; i++)
			if (engine->parts[kind][i].file == file)
				engine->parts[kind][i].at = NULL;
	engine->files[file] = ENGINE_FILE_AWAY;
}

enum engine_status engine_give(struct engine *engine, uint32_t file,
    const uint8_t *bytes, size_t length)
{
	if (file >= engine->file_count)
		return ENGINE_DAMAGED;
	if (bytes == NULL) {
		if (engine->files[file] != ENGINE_FILE_HERE)
			engine->files[file] = ENGINE_FILE_LOST;
		return ENGINE_DONE;
	}
	forget_parts(engine, file);
	if (!find_parts(engine, file,
		(struct engine_cursor){ bytes, bytes + length, false })) {
		forget_parts(engine, file);
		return ENGINE_DAMAGED;
	}
	engine->files[file] = ENGINE_FILE_HERE;
	return ENGINE_DONE;
}

void engine_begin(struct engine *engine)
{
	uint32_t i;

	for (i = 0; i < engine->file_count; i++)
		if (engine->files[i] == ENGINE_FILE_WANTED)
			engine->files[i] = ENGINE_FILE_AWAY;
	engine->need_count = 0;
	engine->blocked = 0;
	engine->steps = engine->typo_steps = 0;
	engine->damaged = false;
}

enum engine_status engine_status_of(const struct engine *engine)
{
	if (engine->damaged)
		return ENGINE_DAMAGED;
	return engine->need_count > 0 ? ENGINE_NEEDS : ENGINE_DONE;
}

bool engine_part_open(struct engine_cursor *cursor, struct engine *engine,
    enum index_part kind, uint32_t number)
{
	const struct engine_part *part = &engine->parts[kind][number];
	uint8_t *state = &engine->files[part->file];

	*cursor = (struct engine_cursor){ part->at, part->at, false };
	switch ((enum engine_file)*state) {
	case ENGINE_FILE_HERE:
		if (part->at == NULL) {
			engine->damaged = true;
			return false;
		}
		cursor->end += part->length;
		return true;
	case ENGINE_FILE_AWAY:
		*state = ENGINE_FILE_WANTED;
		engine->needs[engine->need_count++] = part->file;
		engine->blocked++;
		return false;
	case ENGINE_FILE_LOST:
		engine->incomplete = true;
		return false;
	case ENGINE_FILE_WANTED:
		engine->blocked++;
		return false;
	}
	return false;
}

bool engine_step(struct engine *engine, uint32_t steps)
{
	engine->steps += steps;
	if (engine->steps > ENGINE_STEPS)
		engine->damaged = true;
	return !engine->damaged;
}

uint32_t engine_part_find(const struct engine *engine, enum index_part kind,
    uint32_t first)
{
	uint32_t low = 0, high = engine->part_counts[kind];

	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;

		if (engine->parts[kind][middle].first <= first)
			low = middle;
		else
			high = middle;
	}
	return low;
}
