#include "search/proof.h"

#include "base/workers.h"
#include "search/ask.h"

enum {
	WORDS = 2, /* of a section */
	SLICE = 200 /* sections that one engine is asked for */
};

/* Some sections of one locale: every step-th from first on. */
struct slice {
	size_t locale;
	size_t first, end;
};

struct proving {
	const struct indexing *indexing;
	struct report *reports; /* by worker */
	struct slice *slices;
	size_t slice_count;
	size_t step;
};

static bool file_take(void *context, struct text *bytes, uint32_t number,
    struct text name)
{
	const struct pack *pack = context;

	(void)name; /* by which browsers find it */
	if (number >= pack->file_count)
		return false;
	*bytes = pack->files[number].bytes;
	return true;
}

/* Which of the section's words is tried: that of the smallest hash, since
 * their order depends on who read the section. */
static struct text word_choose(const struct collection *collection,
    const struct entry *entry, uint64_t seed)
{
	struct entry_walk walk = { 0 };
	struct text chosen = { 0 };
	uint64_t smallest = UINT64_MAX;

	while (entry_next(&walk, entry)) {
		struct text word = collection->lexicon.items[walk.word].text;
		uint64_t hash = table_hash(word) *
		    (seed * 2 + UINT64_C(0x9E3779B97F4A7C15));

		if (hash < smallest || chosen.length == 0) {
			smallest = hash;
			chosen = word;
		}
	}
	return chosen;
}

static bool is_found(struct ask *ask, struct text word, uint32_t section)
{
	const struct engine_query query = { .text = word.at,
		.length = word.length };
	const struct engine_hit *hits;
	size_t count, i;

	if (!ask_search(ask, &query))
		return false;
	count = engine_hits(ask->engine, &hits);
	for (i = 0; i < count; i++)
		if (hits[i].section == section)
			return true;
	return false;
}

static bool is_string(struct engine_string string, struct text text)
{
	return text_equal((struct text){ string.at, string.length }, text);
}

/* What a result shows is the section, so it leads to a page that is built. */
static bool is_shown(struct ask *ask, const struct entry *entry,
    uint32_t number)
{
	const struct section *section = entry->section;
	struct engine_record record;

	if (!ask_record(ask, number, &record))
		return false;
	if (section == NULL)
		return (record.flags & RECORD_PRINCIPLE) != 0 &&
		    is_string(record.id, entry->principle->entry->id.text);
	return (record.flags & RECORD_PRINCIPLE) == 0 &&
	    is_string(record.id, section->edition->article->id) &&
	    is_string(record.anchor, section->text->anchor);
}

static void entry_prove(struct ask *ask, struct report *report,
    const struct collection *collection, size_t number)
{
	const struct entry *entry = &collection->items[number];
	struct place place = entry->section != NULL
	    ? entry->section->text->place
	    : entry->principle->entry->place;
	uint64_t i;

	for (i = 0; i < WORDS; i++) {
		struct text word =
		    word_choose(collection, entry, number * WORDS + i);

		if (word.length > 0 &&
		    (!is_found(ask, word, (uint32_t)number) ||
			!is_shown(ask, entry, (uint32_t)number))) {
			report_add(report, MESSAGE_SEARCH_UNFOUND, place,
			    collection->locale->tag, word);
			return;
		}
	}
}

static void slice_prove(void *context, size_t worker, size_t job)
{
	const struct proving *proving = context;
	const struct slice *slice = &proving->slices[job];
	const struct collection *collection =
	    &proving->indexing->collections[slice->locale];
	struct pack *pack = &proving->indexing->packs[slice->locale];
	struct ask ask;
	size_t i;

	if (!ask_open(&ask, pack->files[0].bytes, file_take, pack)) {
		report_add(&proving->reports[worker], MESSAGE_SEARCH_EMPTY,
		    place_nowhere(), collection->locale->tag);
		return;
	}
	for (i = slice->first; i < slice->end; i += proving->step)
		entry_prove(&ask, &proving->reports[worker], collection, i);
	ask_close(&ask);
}

/* Counted when the documents were parsed, by other means. */
static bool has_text(const struct collection *collection)
{
	size_t i;

	for (i = 0; i < collection->count; i++) {
		const struct section *section = collection->items[i].section;

		if (section != NULL &&
		    section->edition->document.word_count > 0)
			return true;
	}
	return false;
}

static bool has_words(const struct collection *collection)
{
	size_t i;

	for (i = collection->hub_count; i < collection->count; i++)
		if (collection->items[i].words_count > 0 &&
		    collection->items[i].terms->words.count > 0)
			return true;
	return false;
}

static void slices_list(struct proving *proving, struct arena *arena,
    size_t most)
{
	const struct indexing *indexing = proving->indexing;
	size_t total = 0, span, i, at;

	for (i = 0; i < indexing->count; i++)
		total += indexing->collections[i].count;
	proving->step =
	    most > 0 && total > most ? (total + most - 1) / most : 1;
	span = SLICE * proving->step;
	proving->slices = arena_array(
	    arena, struct slice, total / span + indexing->count);
	for (i = 0; i < indexing->count; i++) {
		size_t count = indexing->collections[i].count;

		for (at = 0; at < count; at += span)
			proving->slices[proving->slice_count++] =
			    (struct slice){ i, at,
				    at + span < count ? at + span : count };
	}
}

void proof_run(const struct indexing *indexing, struct report *report,
    size_t most, size_t workers)
{
	struct proving proving = { .indexing = indexing };
	struct arena arena = { 0 };
	size_t i;

	proving.reports = arena_array(&arena, struct report, workers);
	slices_list(&proving, &arena, most);
	workers_run(workers, proving.slice_count, slice_prove, &proving);
	for (i = 0; i < workers; i++)
		report_join(report, &proving.reports[i]);
	for (i = 0; i < indexing->count; i++)
		if (has_text(&indexing->collections[i]) &&
		    !has_words(&indexing->collections[i]))
			report_add(report, MESSAGE_SEARCH_EMPTY,
			    place_nowhere(),
			    indexing->collections[i].locale->tag);
	arena_release(&arena);
}
