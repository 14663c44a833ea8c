#include "model/translation.h"

#include "base/arena.h"
#include "base/unicode.h"
#include "model/po_reader.h"
#include "model/words.h"

bool translation_agrees(struct text a, struct text b)
{
	struct arena arena = { 0 };
	struct words ours = words_of(&arena, a);
	struct words theirs = words_of(&arena, b);
	size_t longer =
	    ours.count > theirs.count ? ours.count : theirs.count;
	bool agrees = 2 * words_common(&arena, &ours, &theirs) >= longer;

	arena_release(&arena);
	return agrees;
}

/* True if the translation of an entry is one of what the message was before
 * its last change. */
static bool is_stale(const struct catalog_translator *translator,
    const struct catalog_entry *entry, const struct block_message *message)
{
	return entry->fuzzy && entry->previous_id.at != NULL &&
	    table_get(translator->current, entry->previous_id) == NULL &&
	    translation_agrees(entry->previous_id, message->id);
}

static void translate(struct translation *translation,
    struct translator *base, const struct block_message *message)
{
	/* The translator is the first member. */
	struct catalog_translator *translator =
	    (struct catalog_translator *)(void *)base;
	const struct catalog_entry *entry = catalog_entry(
	    translator->catalog, message->context, message->id);
	size_t words = words_count(message->id);

	*translation =
	    (struct translation){ .state = TRANSLATION_MISSING };
	if (entry != NULL && !entry->obsolete &&
	    catalog_entry_translated(entry)) {
		if (!entry->fuzzy)
			translation->state = TRANSLATION_CURRENT;
		else if (is_stale(translator, entry, message))
			translation->state = TRANSLATION_STALE;
	}
	switch (translation->state) {
	case TRANSLATION_MISSING:
		translator->missing++;
		translator->words_missing += words;
		return;
	case TRANSLATION_STALE:
		translator->stale++;
		translator->words_stale += words;
		translation->previous = entry->previous_id;
		break;
	case TRANSLATION_CURRENT:
		translator->translated++;
		translator->words_translated += words;
		break;
	}
	translation->text = entry->strings[0];
	translation->place = (struct place){ translator->catalog->source,
		po_string_offset(translator->catalog->source, entry, 0) };
}

struct catalog_translator translation_of(const struct catalog *catalog,
    const struct table *current)
{
	return (struct catalog_translator){
		.translator = { .translate = translate },
		.catalog = catalog,
		.current = current,
	};
}
