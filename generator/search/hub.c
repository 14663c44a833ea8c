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

/* The words of a message in a locale (NULL: English); none if it is not
 * translated. */
static struct term_counts message_words(struct terms *terms, struct text tag,
    const struct locale *locale, struct text message)
{
	const struct catalog_entry *entry = locale != NULL && message.length > 0
	    ? catalogs_find(NULL, &locale->catalogs, TEXT(""), message)
	    : NULL;

	if (entry != NULL)
		message = entry->strings[0];
	else if (!is_english(tag))
		message = (struct text){ 0 };
	return terms_of(terms, tag, message, 1);
}

/* Of names and of definitions, so that an index has no word of definitions in
 * other languages. */
struct cutting {
	struct terms *names, *definitions;
};

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

		hub->name = message_words(
		    cutting->names, tag, locale, entry->name.text);
		hub->aliases = message_words(cutting->names, tag, locale,
		    index_alias_message(arena, entry));
		hub->definition = message_words(cutting->definitions, tag,
		    locale, entry->definition.text);
	}
	language->names = terms_vocabulary(cutting->names, tag);
	language->definitions = terms_vocabulary(cutting->definitions, tag);
}

void hubs_make(struct hubs *hubs, struct arena *arena,
    const struct guide *guide)
{
	const struct cutting cutting = { terms_open(arena),
		terms_open(arena) };
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
