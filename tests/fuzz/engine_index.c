/*
 * Searches in whatever bytes there are.  The input is the files of an index
 * (behind each but the last 16 bits of its length stand before it), with
 * their count in the first byte.
 */
#include "fuzz/engine_use.h"

enum { FILES = 16, ROOM = 1 << 24 };

struct files {
	const uint8_t *at[FILES];
	size_t lengths[FILES];
	size_t count;
};

static void cut(struct files *files, const uint8_t *data, size_t size)
{
	size_t count, i;

	count = size > 0 ? (size_t)(*data % FILES) + 1 : 1;
	data += size > 0;
	size -= size > 0;
	for (i = 0; i < count; i++) {
		size_t length = size;

		if (i + 1 < count) {
			length = size < 2 ? 0
					  : (size_t)(data[0] | data[1] << 8);
			data += size < 2 ? size : 2;
			size -= size < 2 ? size : 2;
		}
		if (length > size)
			length = size;
		files->at[i] = data;
		files->lengths[i] = length;
		data += length;
		size -= length;
	}
	files->count = count;
}

/* Copies, so that what reaches beyond an end is seen. */
static void copy(struct files *files)
{
	size_t i;

	for (i = 0; i < files->count; i++) {
		uint8_t *bytes = malloc(files->lengths[i] + 1);

		memcpy(bytes + 1, files->at[i], files->lengths[i]);
		files->at[i] = bytes + 1;
	}
}

static void release(struct files *files)
{
	size_t i;

	for (i = 0; i < files->count; i++)
		free((void *)(uintptr_t)(files->at[i] - 1));
}

static void search(struct engine *engine, const struct files *files,
    const char *text, bool typing, uint32_t principle)
{
	struct engine_query query = { .text = text,
		.length = strlen(text),
		.typing = typing,
		.principle = principle };
	const uint32_t *needs;
	enum engine_status status;
	size_t round, count, i;

	for (round = 0; round < 2 * FILES; round++) {
		status = engine_search(engine, &query);
		if (status != ENGINE_NEEDS)
			break;
		count = engine_needs(engine, &needs);
		must(count > 0);
		for (i = 0; i < count; i++) {
			uint32_t file = needs[i];

			must(file < engine_file_count(engine));
			must(file == 0 ||
			    engine_file_name(engine, file) != NULL);
			if (file >= files->count ||
			    engine_give(engine, file, files->at[file],
				files->lengths[file]) != ENGINE_DONE)
				(void)engine_give(engine, file, NULL, 0);
		}
	}
	must(status == ENGINE_DONE || status == ENGINE_DAMAGED ||
	    status == ENGINE_NEEDS);
	if (status == ENGINE_DONE)
		check_search(engine, &query, (uint32_t)round);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const queries[] = { "kirja", "kirjastossakin",
		"talo kirjsato", "saa", "삼성왕국", "한국ㅇ", "می خواند",
		"najlepši ljubav", "one two three four" };
	struct files files;
	void *memory;
	size_t room, i;

	cut(&files, data, size);
	copy(&files);
	room = engine_room(files.at[0], files.lengths[0]);
	if (room > 0 && room < ROOM) {
		struct engine *engine;

		memory = malloc(room);
		engine = engine_open(memory, room, files.at[0],
		    files.lengths[0]);
		for (i = 0; i < sizeof(queries) / sizeof(*queries) &&
		     engine != NULL;
		     i++)
			search(engine, &files, queries[i], i % 3 == 1,
			    (uint32_t)(i % 4 == 3));
		free(memory);
	}
	release(&files);
	return 0;
}
