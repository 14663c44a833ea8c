#include "link/index.h"

#include "base/list.h"
#include "link/order.h"

#include <stdlib.h>

struct keyed {
	struct index_entry entry;
	struct text key;
};

struct keyed_list {
	struct keyed *items;
	size_t count, capacity;
};

struct indexing {
	struct arena *arena;
	struct arena scratch;
	const struct guide *guide;
	const struct locale *locale;
	struct order *order;
	struct keyed_list list;
};

struct text index_alias_message(struct arena *arena,
    const struct principle_entry *entry)
{
	struct text joined = { 0 };
	size_t i;

	for (i = 0; i < entry->aliases.count; i++)
		joined = text_format(arena, "%.*s%s%.*s",
		    TEXT_ARGUMENTS(joined), i > 0 ? ", " : "",
		    TEXT_ARGUMENTS(entry->aliases.items[i].text));
	return joined;
}

/* A message, and whether it is in another language than the locale's: English
 * without a translation. */
static struct text translated(bool *foreign, const struct locale *locale,
    struct text context, struct text id)
{
	const struct catalog_entry *entry =
	    catalogs_find(NULL, &locale->catalogs, context, id);

	*foreign = entry == NULL && !text_equal(locale->tag, TEXT("en"));
	return entry != NULL ? entry->strings[0] : id;
}

/* Cuts at the comma of Latin and Cyrillic, or at the Arabic one. */
static bool alias_cut(struct text *part, struct text *rest)
{
	const struct text arabic = TEXT("\xd8\x8c");
	size_t latin_at, arabic_at;

	if (rest->length == 0)
		return false;
	latin_at = text_find_char(*rest, ',', 0);
	arabic_at = text_find(*rest, arabic, 0);
	if (latin_at == TEXT_NONE && arabic_at == TEXT_NONE) {
		*part = text_trim(*rest);
		rest->length = 0;
	} else if (latin_at < arabic_at) {
		*part = text_trim(text_slice(*rest, 0, latin_at));
		*rest = text_after(*rest, latin_at + 1);
	} else {
		*part = text_trim(text_slice(*rest, 0, arabic_at));
		*rest = text_after(*rest, arabic_at + arabic.length);
	}
	return true;
}

size_t index_aliases_split(struct text **aliases, struct arena *arena,
    struct text message)
{
	struct {
		struct text *items;
		size_t count, capacity;
	} list = { 0 };
	struct text part;

	while (alias_cut(&part, &message))
		if (part.length > 0)
			*list_add(arena, &list) = part;
	*aliases = list.items;
	return list.count;
}

static size_t aliases_read(struct text **aliases, bool *foreign,
    struct arena *arena, const struct principle *principle,
    const struct locale *locale)
{
	return index_aliases_split(aliases, arena,
	    translated(foreign, locale, TEXT(""),
		index_alias_message(arena, principle->entry)));
}

size_t index_aliases(struct text **aliases, struct arena *arena,
    const struct principle *principle, const struct locale *locale)
{
	bool foreign;

	return aliases_read(aliases, &foreign, arena, principle, locale);
}

/* Digits and signs come first, in one group, and other languages last. */
static struct index_entry *entry_add(struct indexing *indexing,
    enum index_kind kind, struct text text, bool foreign)
{
	struct keyed *keyed = list_add(&indexing->scratch, &indexing->list);
	struct text parts[2] = { TEXT("\2"), { 0 } };

	keyed->entry.kind = kind;
	keyed->entry.text = text;
	keyed->entry.foreign = foreign;
	if (foreign)
		parts[0] = TEXT("\3");
	else
		keyed->entry.initial =
		    order_initial(indexing->order, indexing->arena, text);
	if (text_equal(keyed->entry.initial, TEXT("#")))
		parts[0] = TEXT("\1");
	parts[1] = order_key(indexing->order, &indexing->scratch, text);
	keyed->key = text_join(&indexing->scratch, parts, 2);
	return &keyed->entry;
}

static void article_add(struct indexing *indexing,
    const struct article *article)
{
	const struct edition *edition =
	    article_edition(indexing->guide, article, indexing->locale);
	bool foreign = edition->locale != indexing->locale;
	struct index_entry *entry;
	size_t i;

	entry = entry_add(indexing, INDEX_ARTICLE, edition->title, foreign);
	entry->edition = edition;
	if (foreign)
		return;
	for (i = 0; i < edition->section_count; i++) {
		const struct section *section = &edition->sections[i];

		/* Checklists and exercises are found through the article;
		 * what teaches something is worth an entry of its own. */
		if (section->text->title.length == 0 ||
		    section->principle_count == 0)
			continue;
		entry = entry_add(indexing, INDEX_SECTION,
		    section->text->title, false);
		entry->edition = edition;
		entry->section = section;
	}
}

static void principle_add(struct indexing *indexing,
    const struct principle *principle)
{
	struct text *aliases, text;
	size_t count, i;
	bool foreign;

	text = translated(&foreign, indexing->locale, TEXT(""),
	    principle->entry->name.text);
	entry_add(indexing, INDEX_PRINCIPLE, text, foreign)->principle =
	    principle;
	count = aliases_read(&aliases, &foreign, indexing->arena, principle,
	    indexing->locale);
	for (i = 0; i < count; i++)
		entry_add(indexing, INDEX_PRINCIPLE, aliases[i], foreign)
		    ->principle = principle;
}

static void tag_add(struct indexing *indexing, const struct tag *tag)
{
	bool foreign;
	struct text text =
	    translated(&foreign, indexing->locale, TEXT("tag"), tag->name);

	entry_add(indexing, INDEX_TAG, text, foreign)->tag = tag;
}

static int keyed_order(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	int order = text_compare(x->key, y->key);

	if (order == 0)
		order = text_compare(x->entry.text, y->entry.text);
	if (order == 0)
		order = (x->entry.kind > y->entry.kind) -
		    (x->entry.kind < y->entry.kind);
	if (order == 0 && x->entry.edition != NULL && y->entry.edition != NULL)
		order = text_compare(x->entry.edition->article->id,
		    y->entry.edition->article->id);
	if (order == 0 && x->entry.section != NULL && y->entry.section != NULL)
		order = (x->entry.section > y->entry.section) -
		    (x->entry.section < y->entry.section);
	if (order == 0 && x->entry.principle != NULL &&
	    y->entry.principle != NULL)
		order = (x->entry.principle > y->entry.principle) -
		    (x->entry.principle < y->entry.principle);
	return order;
}

static bool entry_equal(const struct index_entry *a,
    const struct index_entry *b)
{
	return a->kind == b->kind && text_equal(a->text, b->text) &&
	    a->edition == b->edition && a->section == b->section &&
	    a->principle == b->principle && a->tag == b->tag;
}

void index_make(struct index *index, struct arena *arena,
    const struct guide *guide, const struct locale *locale)
{
	struct indexing indexing = { arena, { 0 }, guide, locale,
		order_open(locale->tag), { 0 } };
	size_t i;

	for (i = 0; i < guide->article_count; i++)
		article_add(&indexing, &guide->articles[i]);
	for (i = 0; i < guide->principle_count; i++)
		principle_add(&indexing, &guide->principles[i]);
	for (i = 0; i < guide->tag_count; i++)
		tag_add(&indexing, &guide->tags[i]);
	if (indexing.list.count > 0)
		qsort(indexing.list.items, indexing.list.count,
		    sizeof(*indexing.list.items), keyed_order);
	for (i = 0; i < indexing.list.count; i++) {
		const struct index_entry *entry =
		    &indexing.list.items[i].entry;

		if (index->count == 0 ||
		    !entry_equal(entry, &index->items[index->count - 1]))
			*list_add(arena, index) = *entry;
	}
	order_close(indexing.order);
	arena_release(&indexing.scratch);
}
