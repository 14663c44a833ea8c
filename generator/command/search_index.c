#include "command/search_index.h"

#include "base/file.h"
#include "base/list.h"
#include "model/locale.h"
#include "write/compress.h"

/* No file of an index comes near to it: what claims more is a bomb. */
enum { FILE_LIMIT = 64 * 1024 * 1024 };

/* "index.0a1b2c3d4e.js" */
static bool is_index(struct text name)
{
	return text_starts(name, TEXT("index.")) &&
	    text_ends(name, TEXT(".js"));
}

size_t search_index_locales(struct text **tags,
    struct search_indexes *indexes)
{
	struct {
		struct text *items;
		size_t count, capacity;
	} found = { 0 };
	struct file_list files = { 0 };
	size_t i;

	if (!file_walk(&files, &indexes->arena, indexes->folder, NULL))
		return 0;
	for (i = 0; i < files.count; i++) {
		struct text path = files.items[i].path, tag = { 0 }, part;

		if (files.items[i].kind != FILE_REGULAR ||
		    !text_cut(&tag, &path, '/') ||
		    !text_cut(&part, &path, '/') ||
		    !text_equal(part, TEXT("search")) || !is_index(path) ||
		    !locale_tag_valid(tag))
			continue;
		if (found.count == 0 ||
		    !text_equal(found.items[found.count - 1], tag))
			*list_add(&indexes->arena, &found) = tag;
	}
	*tags = found.items;
	return found.count;
}

static bool script_read(struct search_index *index, struct text *bytes,
    struct text name)
{
	const char *path = file_path(&index->arena, index->folder, name);
	struct arena scratch = { 0 };
	struct text script;
	bool fine;

	fine = file_read(&script, &scratch, path) &&
	    compress_read(bytes, &index->arena, script, FILE_LIMIT);
	if (!fine) {
		index->state = SEARCH_DAMAGED;
		index->damaged = path;
	}
	arena_release(&scratch);
	return fine;
}

static bool file_give(void *context, struct text *bytes, uint32_t number,
    struct text hash)
{
	struct search_index *index = context;

	return script_read(index, bytes,
	    text_format(&index->arena, "%u.%.*s.js", (unsigned)number,
		TEXT_ARGUMENTS(hash)));
}

/* If a build was interrupted there may be an old one, too: either is whole. */
static bool index_find(struct search_index *index, struct text *name)
{
	struct file_list files = { 0 };
	size_t i;

	if (!file_is_folder(index->folder) ||
	    !file_walk(&files, &index->arena, index->folder, NULL))
		return false;
	for (i = 0; i < files.count; i++)
		if (files.items[i].kind == FILE_REGULAR &&
		    is_index(files.items[i].path)) {
			*name = files.items[i].path;
			return true;
		}
	return false;
}

static void index_read(struct search_index *index)
{
	struct text name, bytes;

	index->state = SEARCH_MISSING;
	if (!locale_tag_valid(index->tag) || !index_find(index, &name))
		return;
	index->state = SEARCH_READY;
	if (!script_read(index, &bytes, name) ||
	    ask_open(&index->ask, bytes, file_give, index))
		return;
	index->state = SEARCH_DAMAGED;
	index->damaged = file_path(&index->arena, index->folder, name);
}

struct search_index *search_index_open(struct search_indexes *indexes,
    struct text tag)
{
	struct search_index *index;
	size_t i;

	for (i = 0; i < indexes->opened.count; i++)
		if (text_equal(indexes->opened.items[i]->tag, tag))
			return indexes->opened.items[i];
	index = arena_new(&indexes->arena, struct search_index);
	*list_add(&indexes->arena, &indexes->opened) = index;
	index->tag = text_copy(&indexes->arena, tag);
	index->folder = text_format(&indexes->arena, "%s/%.*s/search",
	    indexes->folder, TEXT_ARGUMENTS(tag))
			    .at;
	index_read(index);
	return index;
}

/* A damage that no file was found guilty of is the first one's. */
static bool finish(struct search_index *index, bool fine)
{
	if (!fine && index->state == SEARCH_READY) {
		index->state = SEARCH_DAMAGED;
		index->damaged = index->folder;
	}
	return index->state == SEARCH_READY;
}

bool search_index_ask(struct search_index *index,
    const struct engine_query *query)
{
	return index->state == SEARCH_READY &&
	    finish(index, ask_search(&index->ask, query));
}

bool search_index_record(struct search_index *index, uint32_t section,
    struct engine_record *record)
{
	return index->state == SEARCH_READY &&
	    finish(index, ask_record(&index->ask, section, record));
}

void search_indexes_release(struct search_indexes *indexes)
{
	size_t i;

	for (i = 0; i < indexes->opened.count; i++) {
		ask_close(&indexes->opened.items[i]->ask);
		arena_release(&indexes->opened.items[i]->arena);
	}
	arena_release(&indexes->arena);
	*indexes = (struct search_indexes){ 0 };
}
