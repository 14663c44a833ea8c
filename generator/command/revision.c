#include "command/revision.h"

#include "base/file.h"
#include "base/list.h"
#include "model/translation.h"

#include <string.h>

/* One catalog in memory. */
struct memory {
	struct text component, tag;
	const struct catalog *catalog;
};

struct memories {
	struct memory *items;
	size_t count;
	size_t capacity;
};

/* "COMPONENT/TAG.po", of whatever language. */
static bool parts_of(struct memory *memory, struct text path)
{
	size_t slash = text_find_char(path, '/', 0);

	if (slash == TEXT_NONE || !text_ends(path, TEXT(".po")))
		return false;
	memory->component = text_slice(path, 0, slash);
	memory->tag = text_slice(path, slash + 1,
	    path.length - slash - 1 - strlen(".po"));
	return text_find_char(memory->tag, '/', 0) == TEXT_NONE &&
	    !text_equal(memory->component, TEXT("ui")) &&
	    !text_equal(memory->component, TEXT("guide"));
}

struct memories *memories_open(struct translating *translating)
{
	struct arena *arena = &translating->arena;
	struct memories *memories = arena_new(arena, struct memories);
	const char *folder = file_path(
	    arena, translating->options->root, TEXT("locales"));
	struct file_list files = { 0 };
	size_t i;

	if (!file_is_folder(folder) ||
	    !file_walk(&files, arena, folder, NULL))
		return memories;
	for (i = 0; i < files.count; i++) {
		struct memory memory = { 0 };

		if (files.items[i].kind != FILE_REGULAR ||
		    !parts_of(&memory, files.items[i].path))
			continue;
		if (!translating_read(&memory.catalog, translating,
			file_path(arena, folder, files.items[i].path)))
			return NULL;
		if (memory.catalog != NULL)
			*list_add(arena, memories) = memory;
	}
	return memories;
}

/* What the messages of a catalog are written in. */
static struct text source_of(const struct catalog *catalog)
{
	return catalog_field(catalog, TEXT("X-Source-Language"));
}

/* The catalog of an article and a locale; NULL if there was none. */
static const struct catalog *memory_of(const struct memories *memories,
    struct text component, struct text tag)
{
	size_t i;

	for (i = 0; i < memories->count; i++)
		if (text_equal(memories->items[i].tag, tag) &&
		    text_equal(memories->items[i].component, component))
			return memories->items[i].catalog;
	return NULL;
}

/* The others of the locale whose messages are in the same language. */
static size_t others_of(const struct catalog **others,
    const struct memories *memories, const struct catalog *own,
    struct text tag, struct text source)
{
	size_t count = 0, i;

	for (i = 0; i < memories->count; i++) {
		const struct memory *memory = &memories->items[i];

		if (memory->catalog != own && text_equal(memory->tag, tag) &&
		    text_equal(source_of(memory->catalog), source))
			others[count++] = memory->catalog;
	}
	return count;
}

/* The entry of a message that was another one before: its translation is one
 * of that, unless the change was taken back. */
static struct catalog_entry revised(const struct block_message *message,
    const struct catalog_entry *old)
{
	struct catalog_entry entry = *old;

	entry.context = message->context;
	entry.id = message->id;
	entry.obsolete = false;
	if (!old->fuzzy) {
		entry.fuzzy = true;
		entry.previous_id = old->id;
	} else if (old->previous_id.at != NULL &&
	    text_equal(old->previous_id, message->id)) {
		entry.fuzzy = false;
		entry.previous_id = (struct text){ 0 };
	}
	return entry;
}

/* What msgmerge is to start from. */
struct revision {
	struct catalog_entry *entries;
	size_t count;
	bool changed; /* it is not what the catalog was */
};

static bool belongs(const struct catalog *catalog,
    const struct catalog_entry *entry)
{
	return catalog != NULL && entry >= catalog->entries &&
	    entry < catalog->entries + catalog->count;
}

/* What is translated today, then what is left of yesterday: msgmerge sorts
 * that out. */
static void revise(struct revision *revision, struct arena *arena,
    const struct document *document, const struct pair *pairs,
    const struct catalog *before)
{
	size_t count = document->message_count, i;
	size_t most = 1 + count + (before != NULL ? before->count : 0);
	struct table done = { 0 };

	revision->entries = arena_array(arena, struct catalog_entry, most);
	if (before != NULL && before->top.strings != NULL)
		revision->entries[revision->count++] = before->top;
	for (i = 0; i < count; i++) {
		const struct block_message *message = &document->messages[i];
		const struct catalog_entry *entry = pairs[i].entry;

		if (entry == NULL ||
		    table_put(&done, arena,
			catalog_key(arena, message->context, message->id),
			entry) != NULL)
			continue;
		if (pairs[i].pairing == PAIRING_REVISION)
			(void)table_put(&done, arena,
			    catalog_key(arena, entry->context, entry->id),
			    entry); /* it cannot be there */
		revision->changed |= pairs[i].pairing == PAIRING_REVISION ||
		    !belongs(before, entry);
		revision->entries[revision->count++] =
		    pairs[i].pairing == PAIRING_REVISION
		    ? revised(message, entry)
		    : *entry;
	}
	for (i = 0; before != NULL && i < before->count; i++) {
		const struct catalog_entry *entry = &before->entries[i];

		if (table_get(&done,
			catalog_key(arena, entry->context, entry->id)) == NULL)
			revision->entries[revision->count++] = *entry;
	}
}

/* The bytes that msgmerge is to start from. */
static struct text written(struct translating *translating,
    const struct revision *revision, const struct article *article,
    const struct locale *locale)
{
	struct arena *arena = &translating->arena;
	struct buffer out = { 0 };
	struct text text;

	if (revision->count == 0 || revision->entries[0].id.length > 0) {
		buffer_add(&out,
		    translating_header(translating, article->id, locale->tag,
			article->original->locale->tag));
		buffer_add_char(&out, '\n');
	}
	catalog_write(&out, revision->entries, revision->count);
	text = buffer_copy(&out, arena);
	buffer_release(&out);
	return text;
}

/* The catalog as it was, and the pairs of all messages. */
static const struct pair *pair(const struct catalog **before,
    struct translating *translating, const struct memories *memories,
    const struct article *article, const struct locale *locale)
{
	struct arena *arena = &translating->arena;
	const struct document *document = &article->original->document;
	const struct catalog **others =
	    arena_array(arena, const struct catalog *, memories->count);
	struct pair *pairs =
	    arena_array(arena, struct pair, document->message_count);
	size_t count;

	*before = memory_of(memories, article->id, locale->tag);
	count = others_of(others, memories, *before, locale->tag,
	    article->original->locale->tag);
	translation_pair(pairs, arena, document->messages,
	    document->message_count, *before, others, count);
	return pairs;
}

const struct text *revision_texts(struct translating *translating,
    const struct memories *memories, const struct article *article,
    const struct locale *locale)
{
	const struct document *document = &article->original->document;
	struct text *texts = arena_array(
	    &translating->arena, struct text, document->message_count);
	const struct catalog *before;
	const struct pair *pairs =
	    pair(&before, translating, memories, article, locale);
	size_t i;

	for (i = 0; i < document->message_count; i++) {
		struct catalog_entry entry;

		if (pairs[i].pairing == PAIRING_NONE)
			continue;
		entry = pairs[i].pairing == PAIRING_REVISION
		    ? revised(&document->messages[i], pairs[i].entry)
		    : *pairs[i].entry;
		if (!entry.fuzzy)
			texts[i] = entry.strings[0];
	}
	return texts;
}

bool revision_update(struct translating *translating,
    const struct memories *memories, const struct article *article,
    const struct locale *locale, const char *template)
{
	const char *path = translating_catalog_path(
	    translating, article->id, locale->tag);
	struct revision revision = { 0 };
	const struct catalog *before;
	const struct pair *pairs =
	    pair(&before, translating, memories, article, locale);

	revise(&revision, &translating->arena, &article->original->document,
	    pairs, before);
	if (before != NULL && !revision.changed)
		return translating_refresh(translating, path, template);
	return translating_merge(translating, path, template,
	    written(translating, &revision, article, locale));
}
