/*
 * The engine for browsers.  Built only as WebAssembly, without a C library;
 * one instance serves the indexes of several locales.
 *
 * All arguments and results are 32-bit numbers; an address is one into the
 * exported `memory`, which grows: make views of it (Uint8Array, Uint32Array)
 * anew after each call of opas_allocate and opas_open.  Nothing is ever
 * freed.
 *
 *   opas_allocate(size)           the address of so many bytes, 0 if there is
 *                                 no memory; a multiple of 16
 *   opas_open(bytes, length)      an index: the bytes of its file 0, which
 *                                 must stay; 0 if they are damaged
 *   opas_file_count(index)
 *   opas_file_name(index, file)   ten characters: the hash in its name; not
 *                                 of file 0
 *   opas_give(index, file, bytes, length)
 *                                 a status; the bytes must stay.  bytes 0: the
 *                                 file can't be had, searches go on without it
 *   opas_search(index, text, length, typing, principle)
 *                                 a status.  text: UTF-8; typing: 1 if the last
 *                                 word may be unfinished; principle: number +
 *                                 1 of the one that sections must teach, or 0
 *   opas_incomplete(index)        1 if the last search lacked a file
 *   opas_need_count(index)        after status 1 of search or record:
 *   opas_needs(index)             the files, a uint32 each
 *   opas_hit_count(index)
 *   opas_hits(index)              three uint32 each: section, score, match
 *   opas_word_count(index)        words of the query
 *   opas_words(index)             four uint32 each: start and end in bytes,
 *                                 match, found (1 or 0)
 *   opas_record(index, section)   a status; then
 *   opas_record_fields(index)     uint32: flags; address and length of id,
 *                                 path, title, anchor and text (UTF-8); count
 *                                 of principles, and their numbers
 *   opas_marks(index, text, length)
 *                                 how many words of the text were found, at
 *                                 most 256
 *   opas_marks_list(index)        two uint32 each: start and end in bytes
 *
 * A status is 0 done, 1 files are needed: give them and ask again, 2 damaged
 * (of a record: or its file can't be had).  A match is 0 exact, 1 another form, 2 begins so, 3 in
 * a compound, 4 similar, 5 spelled nearly so.  Flags: 1 a principle (id is
 * its id), 4 a translation that may be out of date.
 */
#include "search/engine.h"
#include "search/engine_read.h"

enum {
	PAGE = 65536,
	ALIGN = 16,
	MARKS = 256,
	PRINCIPLES = 64,
	FIELDS = 11
};

struct index {
	struct engine *engine;
	uint32_t fields[FIELDS + 1 + PRINCIPLES];
	uint32_t marks[MARKS][2];
};

#define EXPORT(type, name, parameters) \
	__attribute__((export_name(#name))) type name parameters; \
	type name parameters

extern unsigned char __heap_base; /* of the linker: what is behind all data */

/* Where free memory begins is kept in its first bytes, which are 0 before. */
EXPORT(void *, opas_allocate, (uint32_t size))
{
	uint32_t *kept = (uint32_t *)(void *)&__heap_base;
	uint32_t start = *kept, have, end;

	if (start == 0)
		start = (uint32_t)(uintptr_t)(kept + 1);
	start = (start + ALIGN - 1) / ALIGN * ALIGN;
	end = start + size;
	have = (uint32_t)__builtin_wasm_memory_size(0) * PAGE;
	if (end < start ||
	    (end > have &&
		__builtin_wasm_memory_grow(0, (end - have - 1) / PAGE + 1) ==
		    (size_t)-1))
		return NULL;
	*kept = end;
	return (void *)(uintptr_t)start;
}

EXPORT(struct index *, opas_open, (const uint8_t *bytes, uint32_t length))
{
	size_t size = engine_room(bytes, length);
	struct index *index;
	void *memory;

	if (size == 0)
		return NULL;
	index = opas_allocate(sizeof(*index));
	memory = opas_allocate((uint32_t)size);
	if (index == NULL || memory == NULL)
		return NULL;
	index->engine = engine_open(memory, size, bytes, length);
	return index->engine == NULL ? NULL : index;
}

EXPORT(uint32_t, opas_file_count, (const struct index *index))
{
	return (uint32_t)engine_file_count(index->engine);
}

EXPORT(const char *, opas_file_name,
    (const struct index *index, uint32_t file))
{
	return engine_file_name(index->engine, file);
}

EXPORT(uint32_t, opas_give,
    (struct index *index, uint32_t file, const uint8_t *bytes,
	uint32_t length))
{
	return engine_give(index->engine, file, bytes, length);
}

EXPORT(uint32_t, opas_search,
    (struct index *index, const char *text, uint32_t length, uint32_t typing,
	uint32_t principle))
{
	struct engine_query query = { text, length, typing != 0, principle };

	return engine_search(index->engine, &query);
}

EXPORT(uint32_t, opas_incomplete, (const struct index *index))
{
	return engine_incomplete(index->engine);
}

EXPORT(uint32_t, opas_need_count, (const struct index *index))
{
	const uint32_t *files;

	return (uint32_t)engine_needs(index->engine, &files);
}

EXPORT(const uint32_t *, opas_needs, (const struct index *index))
{
	const uint32_t *files;

	(void)engine_needs(index->engine, &files);
	return files;
}

EXPORT(uint32_t, opas_hit_count, (const struct index *index))
{
	const struct engine_hit *hits;

	return (uint32_t)engine_hits(index->engine, &hits);
}

EXPORT(const struct engine_hit *, opas_hits, (const struct index *index))
{
	const struct engine_hit *hits;

	(void)engine_hits(index->engine, &hits);
	return hits;
}

EXPORT(uint32_t, opas_word_count, (const struct index *index))
{
	const struct engine_word *words;

	return (uint32_t)engine_words(index->engine, &words);
}

EXPORT(const struct engine_word *, opas_words, (const struct index *index))
{
	const struct engine_word *words;

	(void)engine_words(index->engine, &words);
	return words;
}

static void set_field(uint32_t *field, struct engine_string string)
{
	field[0] = (uint32_t)(uintptr_t)string.at;
	field[1] = (uint32_t)string.length;
}

/* Decodes the numbers of principles: their count, then they. */
static void set_principles(uint32_t *field, const struct engine_record *record)
{
	struct engine_cursor cursor = { record->principles,
		record->principles + record->principles_length, false };
	uint32_t count = engine_read_count(&cursor, 1), number = 0, i;

	field[0] = count < PRINCIPLES ? count : PRINCIPLES;
	for (i = 0; i < field[0]; i++) {
		number += engine_read_number(&cursor);
		field[i + 1] = number;
	}
}

EXPORT(uint32_t, opas_record, (struct index *index, uint32_t section))
{
	struct engine_record record;
	uint32_t status = engine_record(index->engine, section, &record);
	uint32_t *fields = index->fields;

	if (status != ENGINE_DONE)
		return status;
	fields[0] = record.flags;
	set_field(fields + 1, record.id);
	set_field(fields + 3, record.path);
	set_field(fields + 5, record.title);
	set_field(fields + 7, record.anchor);
	set_field(fields + 9, record.text);
	set_principles(fields + FIELDS, &record);
	return status;
}

EXPORT(const uint32_t *, opas_record_fields, (const struct index *index))
{
	return index->fields;
}

EXPORT(uint32_t, opas_marks,
    (struct index *index, const char *text, uint32_t length))
{
	return (uint32_t)engine_marks(index->engine, text, length,
	    index->marks, MARKS);
}

EXPORT(const uint32_t *, opas_marks_list, (const struct index *index))
{
	return index->marks[0];
}
