/*
 * Searches a sound index for whatever bytes there are.  The first byte of the
 * input says how, the others are the query.
 */
#include "fuzz/engine_use.h"
#include "search/indexed.h"

static const char *const suffixes[] = { "a", "ssa", "sta", "lla", "n", "kin",
	"ni", "en", "t", "을", "를", "에서", NULL };
static const char *const prefixes[] = { "naj", "mi", "می", NULL };
static const char *const changes[][2] = { { "k", "g" }, { "k", "" },
	{ "nt", "nn" }, { NULL, NULL } };
static const struct indexed_word words[] = { { "kirja", 0, 1, 3 },
	{ "kirjan", 0, 2, 2 }, { "kirjasto", 1, 1, 2 },
	{ "kirjastossa", 1, 2, 1 }, { "kirjallinen", 2, 1, 1 },
	{ "saa", 3, 1, 3 }, { "sää", 4, 1, 3 }, { "talo", 5, 1, 2 },
	{ "taloton", 6, 1, 1 }, { "kukka", 7, 1, 1 }, { "삼성", 8, 1, 1 },
	{ "왕국", 9, 1, 1 }, { "한국", 10, 1, 1 }, { "می‌خواند", 11, 1, 1 },
	{ "خواند", 11, 2, 1 }, { "ljubav", 12, 1, 1 }, { "lepši", 13, 1, 1 },
	{ "2024", 14, 1, 1 }, { "Türkiye'de", 15, 1, 1 }, { NULL, 0, 0, 0 } };
static const char *const taught[] = { "\2\3\5", "\3", NULL };

enum { CLASSES = 16, SECTIONS = 12 };

static void fill(struct indexed_posting *postings)
{
	uint32_t i;

	for (i = 0; i < CLASSES * 3; i++)
		postings[i] = (struct indexed_posting){ i / 3,
			(i / 3 * 5 % 7 + i % 3) % SECTIONS,
			i % 3, (uint8_t)(i * 37 % 200 + 1) };
}

static struct engine *make(struct indexed_index *index, void **memory,
    unsigned how)
{
	struct indexed_posting postings[CLASSES * 3];
	struct indexed source = { .fold = how & 1,
		.stem = 3,
		.sections = SECTIONS,
		.principles = 2,
		.classes = CLASSES,
		.words = words,
		.postings = postings,
		.posting_count = CLASSES * 3,
		.suffixes = suffixes,
		.prefixes = prefixes,
		.alternations = changes,
		.continues = "0000001000010000",
		.taught = taught,
		.common = how & 2 ? 20 : 0,
		.words_each = 4 };
	size_t room;

	fill(postings);
	indexed_make(index, &source);
	room = engine_room(index->files[0].at, index->files[0].length);
	*memory = malloc(room);
	return engine_open(*memory, room, index->files[0].at,
	    index->files[0].length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	unsigned how = size > 0 ? data[0] : 0;
	struct engine_query query = { .typing = (how & 4) != 0,
		.principle = how >> 3 & 3 };
	struct indexed_index index;
	struct engine_hit kept[SECTIONS];
	const struct engine_hit *hits;
	struct engine *engine;
	void *memory;
	char *text;
	size_t count;

	query.length = size > 0 ? size - 1 : 0;
	text = malloc(query.length + 1);
	if (query.length > 0)
		memcpy(text + 1, data + 1, query.length);
	query.text = text + 1;
	engine = make(&index, &memory, how);
	must(engine != NULL);
	must(engine_search(engine, &query) == ENGINE_DONE);
	check_hits(engine, SECTIONS);
	count = engine_hits(engine, &hits);
	memcpy(kept, hits, count * sizeof(*hits));
	check_search(engine, &query, how % SECTIONS);
	/* The same again. */
	must(engine_search(engine, &query) == ENGINE_DONE);
	must(engine_hits(engine, &hits) == count);
	must(memcmp(kept, hits, count * sizeof(*hits)) == 0);
	free(text);
	free(memory);
	indexed_free(&index);
	return 0;
}
