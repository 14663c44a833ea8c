#include "search/collection.h"

#include "base/arena.h"

struct collecting {
	struct collection *collection;
	struct arena *arena;
	const struct hubs *hubs;
	const struct collection_texts *texts;
};

static void words_add(struct collecting *collecting, struct entry *entry,
    const struct term_counts *counts, const struct vocabulary *vocabulary,
    uint32_t weight, bool name)
{
	if (counts->count == 0)
		return;
	entry->words[entry->words_count++] = (struct entry_words){ counts,
		lexicon_map(&collecting->collection->lexicon, vocabulary),
		weight, name };
}

/* Names in other languages weigh less; English counts as the locale's own
 * where that has none. */
static void hub_add(struct collecting *collecting, size_t number)
{
	struct collection *collection = collecting->collection;
	const struct hubs *hubs = collecting->hubs;
	size_t own = collection->locale->index, names = 0, i, j;
	const struct hub *mine = &hubs->items[own].items[number];
	struct entry *entry = &collection->items[collection->count++];

	entry->principle = &collection->guide->principles[number];
	for (i = 0; i < hubs->count; i++)
		names += hubs->items[i].items[number].name_count;
	entry->words = arena_array(
	    collecting->arena, struct entry_words, names + 2);
	for (i = 0; i < hubs->count; i++) {
		const struct hub_language *language = &hubs->items[i];
		const struct hub *hub = &language->items[number];
		bool stands_in = i == hubs->english && mine->name_count == 0;
		uint32_t weight =
		    i == own || stands_in ? TERM_TITLE : TERM_HEADING;

		for (j = 0; j < hub->name_count; j++)
			words_add(collecting, entry, &hub->names[j],
			    language->names, weight, true);
		if (i == own ||
		    (i == hubs->english && mine->definition.count == 0))
			words_add(collecting, entry, &hub->definition,
			    language->definitions, TERM_BODY, false);
	}
}

static void principle_words_add(struct collecting *collecting,
    struct entry *entry, const struct principle *principle)
{
	const struct hubs *hubs = collecting->hubs;
	const struct hub_language *language =
	    &hubs->items[collecting->collection->locale->index];

	if (language->items[principle->index].name_count == 0)
		language = &hubs->items[hubs->english];
	words_add(collecting, entry, language->items[principle->index].names,
	    language->names, TERM_PRINCIPLE, false);
}

static void section_add(struct collecting *collecting,
    const struct section *section, const struct terms_document *document)
{
	struct collection *collection = collecting->collection;
	struct entry *entry = &collection->items[collection->count++];
	size_t i;

	entry->section = section;
	entry->terms =
	    &document->sections[section - section->edition->sections];
	entry->words = arena_array(collecting->arena, struct entry_words,
	    section->principle_count + 1);
	words_add(collecting, entry, &entry->terms->words,
	    document->vocabulary, 1, false);
	for (i = 0; i < section->principle_count; i++)
		principle_words_add(
		    collecting, entry, section->principles[i]);
	collection->text_size += entry->terms->size;
}

static void lexicon_collect(struct collecting *collecting)
{
	const struct collection_texts *texts = collecting->texts;
	const struct hubs *hubs = collecting->hubs;
	struct text tag = collecting->collection->locale->tag;
	const struct vocabulary **all = arena_array(collecting->arena,
	    const struct vocabulary *, texts->worker_count + hubs->count + 2);
	const struct vocabulary *const *items;
	size_t own = collecting->collection->locale->index;
	size_t count = 0, i, j, known;

	for (i = 0; i < texts->worker_count; i++) {
		known = terms_vocabularies(&items, texts->terms[i]);
		for (j = 0; j < known; j++)
			if (text_equal(items[j]->tag, tag))
				all[count++] = items[j];
	}
	for (i = 0; i < hubs->count; i++)
		all[count++] = hubs->items[i].names;
	all[count++] = hubs->items[own].definitions;
	if (hubs->english != own)
		all[count++] = hubs->items[hubs->english].definitions;
	lexicon_make(&collecting->collection->lexicon, collecting->arena, tag,
	    all, count);
}

void collection_make(struct collection *collection, struct arena *arena,
    const struct guide *guide, const struct locale *locale,
    const struct hubs *hubs, const struct collection_texts *texts)
{
	struct collecting collecting = { collection, arena, hubs, texts };
	size_t count = guide->principle_count, i, j;

	*collection = (struct collection){ .guide = guide, .locale = locale };
	lexicon_collect(&collecting);
	for (i = 0; i < guide->article_count; i++)
		if (guide->articles[i].editions[locale->index] != NULL)
			count += guide->articles[i]
				     .editions[locale->index]
				     ->section_count;
	collection->items = arena_array(arena, struct entry, count);
	for (i = 0; i < guide->principle_count; i++)
		hub_add(&collecting, i);
	collection->hub_count = collection->count;
	for (i = 0; i < guide->article_count; i++) {
		const struct edition *edition =
		    guide->articles[i].editions[locale->index];

		for (j = 0; edition != NULL && j < edition->section_count; j++)
			section_add(&collecting, &edition->sections[j],
			    edition->terms);
	}
}

bool entry_next(struct entry_walk *walk, const struct entry *entry)
{
	uint32_t weight;

	for (; walk->words < entry->words_count; walk->words++) {
		const struct entry_words *words = &entry->words[walk->words];

		if (walk->at == 0)
			walk->last = UINT32_MAX;
		if (term_next(words->counts, &walk->at, &walk->last,
			&weight)) {
			walk->word = words->map[walk->last];
			walk->weight = weight * words->weight;
			walk->name = words->name;
			return true;
		}
		walk->at = 0;
	}
	return false;
}
