/* What an index shows of sections, and which of them teach a principle. */
#include "search/pack.h"

#include "base/arena.h"
#include "search/engine.h"
#include "search/leb.h"

enum {
	RESULTS = 6 * 1024, /* bytes of a chunk, and how many at most */
	RESULTS_MOST = 182,
	RECORD = 64 /* of what a record has besides its text, about */
};

static void string_add(struct buffer *buffer, struct text text)
{
	leb_add(buffer, (uint32_t)text.length);
	buffer_add(buffer, text);
}

static void hub_add(struct buffer *buffer, struct arena *arena,
    const struct collection *collection, const struct principle *principle,
    size_t limit)
{
	const struct principle_entry *entry = principle->entry;

	leb_add(buffer, RECORD_PRINCIPLE);
	string_add(buffer, entry->id.text);
	string_add(buffer, (struct text){ 0 });
	string_add(buffer, hub_text(collection->locale, entry->name.text));
	string_add(buffer, (struct text){ 0 });
	string_add(buffer,
	    terms_cut(arena,
		hub_text(collection->locale, entry->definition.text), limit));
	leb_add(buffer, 0);
}

static void principles_add(struct buffer *buffer,
    const struct collection *collection, const struct section *section)
{
	uint32_t last = 0;
	size_t i, j;

	leb_add(buffer, (uint32_t)section->principle_count);
	for (i = 0; i < collection->guide->principle_count; i++)
		for (j = 0; j < section->principle_count; j++)
			if (section->principles[j]->index == i) {
				leb_add(buffer, (uint32_t)i - last);
				last = (uint32_t)i;
			}
}

/* How far what a reader finds can be relied on. */
static unsigned reliance(const struct section *section)
{
	const struct edition *edition = section->edition;
	unsigned flags = 0;

	while (edition->origin == EDITION_DERIVED && edition->source != NULL)
		edition = edition->source;
	if (section->text->stale_count > 0 || edition->source_changed)
		flags |= RECORD_STALE;
	if (section->text->missing_count > 0)
		flags |= RECORD_PARTIAL;
	return flags;
}

static void section_add(struct buffer *buffer, struct arena *arena,
    const struct collection *collection, const struct entry *entry, bool same,
    size_t limit)
{
	const struct section *section = entry->section;

	leb_add(buffer, (same ? RECORD_SAME : 0U) | reliance(section));
	if (!same) {
		string_add(buffer, section->edition->article->id);
		string_add(buffer, section->edition->title);
	}
	string_add(buffer, section->text->title);
	string_add(buffer, section->text->anchor);
	string_add(buffer, terms_cut(arena, entry->terms->text, limit));
	principles_add(buffer, collection, section);
}

/* A chunk under way. */
struct chunk {
	struct buffer records, lengths;
	uint32_t count;
};

static void chunk_end(struct chunk *chunk, struct pack_parts *parts,
    struct arena *arena, size_t next)
{
	struct buffer part = { 0 };

	leb_add(&part, chunk->count);
	buffer_add(&part, buffer_text(&chunk->lengths));
	buffer_add(&part, buffer_text(&chunk->records));
	pack_part_add(parts, arena, INDEX_RESULTS, &part)->first =
	    (uint32_t)next - chunk->count;
	buffer_release(&part);
	buffer_clear(&chunk->records);
	buffer_clear(&chunk->lengths);
	chunk->count = 0;
}

static size_t results_size(const struct collection *collection, size_t limit)
{
	size_t size = 0, i;

	for (i = 0; i < collection->count; i++) {
		const struct entry *entry = &collection->items[i];
		size_t length =
		    entry->terms != NULL ? entry->terms->text.length : limit;

		size += RECORD + (length < limit ? length : limit);
	}
	return size;
}

static bool is_same(const struct collection *collection, size_t number)
{
	const struct entry *entry = &collection->items[number];

	return number > 0 && entry->section != NULL &&
	    entry[-1].section != NULL &&
	    entry[-1].section->edition == entry->section->edition;
}

void pack_results(struct pack_parts *parts, struct arena *arena,
    const struct pack_source *source)
{
	const struct collection *collection = source->collection;
	size_t limit = collection->text_size < TERMS_SMALL ? TERMS_TEXT_LONG
							   : TERMS_TEXT;
	size_t target = pack_target(
	    results_size(collection, limit), RESULTS, RESULTS_MOST);
	struct chunk chunk = { 0 };
	size_t i;

	for (i = 0; i < collection->count; i++) {
		const struct entry *entry = &collection->items[i];
		size_t before = chunk.records.length;

		if (entry->principle != NULL)
			hub_add(&chunk.records, arena, collection,
			    entry->principle, limit);
		else
			section_add(&chunk.records, arena, collection, entry,
			    chunk.count > 0 && is_same(collection, i), limit);
		leb_add(&chunk.lengths,
		    (uint32_t)(chunk.records.length - before));
		chunk.count++;
		if (chunk.records.length >= target ||
		    i + 1 == collection->count)
			chunk_end(&chunk, parts, arena, i + 1);
	}
	buffer_release(&chunk.records);
	buffer_release(&chunk.lengths);
}

void pack_principles(struct pack_parts *parts, struct arena *arena,
    const struct pack_source *source)
{
	const struct collection *collection = source->collection;
	size_t count = collection->guide->principle_count, i, j;
	struct buffer *lists = arena_array(arena, struct buffer, count);
	uint32_t *counts = arena_array(arena, uint32_t, count);
	uint32_t *lasts = arena_array(arena, uint32_t, count);

	for (i = 0; i < collection->count; i++) {
		const struct section *section = collection->items[i].section;

		for (j = 0; section != NULL && j < section->principle_count;
		     j++) {
			size_t at = section->principles[j]->index;

			leb_add(&lists[at], (uint32_t)i - lasts[at]);
			lasts[at] = (uint32_t)i;
			counts[at]++;
		}
	}
	for (i = 0; i < count; i++) {
		struct buffer part = { 0 };

		leb_add(&part, counts[i]);
		buffer_add(&part, buffer_text(&lists[i]));
		pack_part_add(parts, arena, INDEX_PRINCIPLE, &part);
		buffer_release(&part);
		buffer_release(&lists[i]);
	}
}
