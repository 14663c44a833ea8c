#include "search/hub.h"

#include "base/arena.h"
#include "link/index.h"

static bool is_english(struct text tag)
{
	return text_equal(tag, TEXT("en")) || text_starts(tag, TEXT("en-"));
}

struct text hub_text(const struct locale *locale, struct text message)
{
	return catalogs_translate(&locale->catalogs, TEXT(""), message);
}

/* A message in a locale (NULL: English); empty if it is not translated. */
static struct text message_text(struct text tag, const struct locale *locale,
    struct text message)
{
	const struct catalog_entry *entry = locale != NULL && message.length > 0
	    ? catalogs_find(NULL, &locale->catalogs, TEXT(""), message)
	    : NULL;

	if (entry != NULL)
		return entry->strings[0];
	return is_english(tag) ? message : (struct text){ 0 };
}

/* Of names and of definitions, so that an index has no word of definitions in
 * other languages. */
struct cutting {
	struct terms *names, *definitions;
	struct arena *arena;
};

/* Each name by itself: how much of it a reader has typed counts. */
static void names_cut(struct hub *hub, const struct cutting *cutting,
    struct text tag, struct text name, struct text aliases)
{
	struct text *items;
	size_t count = index_aliases_split(&items, cutting->arena, aliases);
	size_t i;

	hub->names =
	    arena_array(cutting->arena, struct term_counts, count + 1);
	if (name.length > 0)
		hub->names[hub->name_count++] =
		    terms_of(cutting->names, tag, name, 1);
	for (i = 0; i < count; i++)
		hub->names[hub->name_count++] =
		    terms_of(cutting->names, tag, items[i], 1);
}

static void language_make(struct hubs *hubs, struct arena *arena,
    const struct cutting *cutting, const struct guide *guide, struct text tag,
    const struct locale *locale)
{
	struct hub_language *language = &hubs->items[hubs->count++];
	size_t i;

	language->tag = tag;
	language->items =
	    arena_array(arena, struct hub, guide->principle_count);
	for (i = 0; i < guide->principle_count; i++) {
		const struct principle_entry *entry =
		    guide->principles[i].entry;
		struct hub *hub = &language->items[i];

		names_cut(hub, cutting, tag,
		    message_text(tag, locale, entry->name.text),
		    message_text(tag, locale,
			index_alias_message(arena, entry)));
		hub->definition = terms_of(cutting->definitions, tag,
		    message_text(tag, locale, entry->definition.text), 1);
	}
	language->names = terms_vocabulary(cutting->names, tag);
	language->definitions = terms_vocabulary(cutting->definitions, tag);
}

void hubs_make(struct hubs *hubs, struct arena *arena,
    const struct guide *guide)
{
	const struct cutting cutting = { terms_open(arena),
		terms_open(arena), arena };
	size_t i;

	*hubs = (struct hubs){ .english = guide->locale_count };
	hubs->items = arena_array(
	    arena, struct hub_language, guide->locale_count + 1);
	for (i = 0; i < guide->locale_count; i++) {
		if (is_english(guide->locales[i]->tag) &&
		    hubs->english == guide->locale_count)
			hubs->english = i;
		language_make(hubs, arena, &cutting, guide,
		    guide->locales[i]->tag, guide->locales[i]);
	}
	if (hubs->english == guide->locale_count)
		language_make(hubs, arena, &cutting, guide, TEXT("en"), NULL);
	terms_close(cutting.names);
	terms_close(cutting.definitions);
}
