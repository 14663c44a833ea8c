/* The counting half of command/locale_status.h. */
#include "command/locale_status.h"

#include "base/file.h"
#include "base/list.h"
#include "command/source_hash.h"
#include "model/block_pairing.h"
#include "model/translation.h"
#include "model/words.h"

#include <stdlib.h>

static void count(struct status_row *row, enum translation_state state,
    size_t words)
{
	switch (state) {
	case TRANSLATION_CURRENT:
		row->messages.translated++;
		row->words.translated += words;
		break;
	case TRANSLATION_STALE:
		row->messages.stale++;
		row->words.stale += words;
		break;
	case TRANSLATION_MISSING:
		row->messages.missing++;
		row->words.missing += words;
		break;
	}
}

/* Notes what is to be done with an entry (NULL: it is not in the catalog),
 * unless something else comes first: what is stale misleads readers. */
static void note_next(struct status_row *row, enum translation_state state,
    struct text id, const struct catalog *catalog,
    const struct catalog_entry *entry)
{
	size_t column;

	if (state == TRANSLATION_CURRENT ||
	    (row->next.at != NULL &&
		(row->next_is_stale || state != TRANSLATION_STALE)))
		return;
	row->next = id;
	row->next_is_stale = state == TRANSLATION_STALE;
	row->line = 0;
	if (entry != NULL)
		place_locate(
		    (struct place){ catalog->source, entry->offset },
		    &row->line, &column);
}

/* A catalog of English messages: what it holds is what there is. */
static void count_entries(struct status_row *row,
    const struct catalog *catalog, bool is_template)
{
	size_t i;

	for (i = 0; i < catalog->count; i++) {
		const struct catalog_entry *entry = &catalog->entries[i];
		enum translation_state state = TRANSLATION_MISSING;

		if (entry->obsolete)
			continue;
		if (!is_template && catalog_entry_translated(entry))
			state = !entry->fuzzy ? TRANSLATION_CURRENT
			    : entry->previous_id.at != NULL
			    ? TRANSLATION_STALE
			    : TRANSLATION_MISSING;
		count(row, state, words_count(entry->id));
		note_next(row, state, entry->id, catalog,
		    is_template ? NULL : entry);
	}
}

/* The interface or the guide's own texts; no row without a template. */
static bool collect_component(struct status_rows *rows,
    struct translating *translating, const struct locale *locale,
    const char *name)
{
	struct arena *arena = &translating->arena;
	struct text component = text_from(name);
	const char *path =
	    translating_catalog_path(translating, component, locale->tag);
	const char *template = translating_path(translating, component,
	    text_format(arena, "%s.pot", name));
	const struct catalog *catalog;
	struct status_row *row;
	bool is_template = !file_exists(path);

	if (!file_exists(template))
		return true;
	if (!translating_read(
		&catalog, translating, is_template ? template : path))
		return false;
	row = list_add(arena, rows);
	*row = (struct status_row){ .locale = locale,
		.component = component,
		.origin = "catalog",
		.days = -1,
		.path = text_from(path) };
	count_entries(row, catalog, is_template);
	return true;
}

/* Counts each id once. */
static void count_messages(struct status_row *row, struct arena *arena,
    const struct document *document, const struct catalog *catalog)
{
	static const struct catalog none = { 0 };
	const struct catalog *asked = catalog != NULL ? catalog : &none;
	struct table current = { 0 }, seen = { 0 };
	struct catalog_translator translator =
	    translation_of(asked, &current);
	size_t i;

	for (i = 0; i < document->message_count; i++)
		(void)table_put(&current, arena, document->messages[i].id,
		    document); /* twice is as good as once */
	for (i = 0; i < document->message_count; i++) {
		const struct block_message *message = &document->messages[i];
		struct translation translation;

		if (table_put(&seen, arena,
			catalog_key(arena, message->context, message->id),
			message) != NULL)
			continue;
		translator.translator.translate(
		    &translation, &translator.translator, message);
		if (translation.state != TRANSLATION_CURRENT)
			note_next(row, translation.state, message->id,
			    asked,
			    catalog_entry(
				asked, message->context, message->id));
	}
	row->messages = (struct status_counts){ translator.translated,
		translator.stale, translator.missing };
	row->words = (struct status_counts){ translator.words_translated,
		translator.words_stale, translator.words_missing };
}

static long days_since(const struct edition *original, long today)
{
	struct date date = original->matter.updated.given
	    ? original->matter.updated
	    : original->matter.date;
	long day;

	if (!date.given)
		return -1;
	day = date_days(date.year, date.month, date.day);
	return day < today ? today - day : 0;
}

/* A translation that is a whole file is right or out of date as a whole. */
static void count_file(struct status_row *row,
    struct translating *translating, const struct edition *edition)
{
	struct text hash = source_hash_of(translating, edition);
	bool stale = hash.length > 0 &&
	    !text_equal(hash, edition->matter.source_hash.text);
	const struct document *document = &edition->document;
	size_t i;

	for (i = 0; i < document->message_count; i++)
		count(row, stale ? TRANSLATION_STALE : TRANSLATION_CURRENT,
		    words_count(document->messages[i].id));
	if (edition->source != NULL)
		blocks_check(&translating->report, document,
		    &edition->file->source, &edition->source->document);
	row->origin = "file";
	row->path = edition->file->source.name;
	row->line = 1;
	row->next = stale ? edition->title : (struct text){ 0 };
	row->next_is_stale = stale;
}

static bool collect_article(struct status_rows *rows,
    struct translating *translating, const struct locale *locale,
    const struct article *article, long today)
{
	const struct edition *edition = article->editions[locale->index];
	struct status_row row = { .locale = locale,
		.component = article->id,
		.origin = "catalog",
		.days = -1 };
	const struct catalog *catalog = NULL;
	const char *path;

	if (translating_is_wanted(translating, article, locale)) {
		path = translating_catalog_path(
		    translating, article->id, locale->tag);
		row.path = text_from(path);
		if (!translating_read(&catalog, translating, path))
			return false;
		count_messages(&row, &translating->arena,
		    &article->original->document, catalog);
	} else if (edition != NULL && edition->origin == EDITION_TRANSLATED) {
		count_file(&row, translating, edition);
	} else {
		row.origin = "original";
	}
	if (row.next.at != NULL)
		row.days = days_since(article->original, today);
	*list_add(&translating->arena, rows) = row;
	return true;
}

static int by_id(const void *a, const void *b)
{
	const struct article *const *left = a, *const *right = b;

	return text_compare((*left)->id, (*right)->id);
}

bool status_collect(struct status_rows *rows,
    struct translating *translating, long today)
{
	const struct guide *guide = translating->guide;
	const struct article **articles = arena_array(&translating->arena,
	    const struct article *, guide->article_count);
	size_t i, j;

	for (i = 0; i < guide->article_count; i++)
		articles[i] = &guide->articles[i];
	if (guide->article_count > 0)
		qsort(articles, guide->article_count, sizeof(*articles),
		    by_id);
	for (i = 0; i < guide->locale_count; i++) {
		const struct locale *locale = guide->locales[i];

		if (!translating_takes(translating, locale))
			continue;
		if (!collect_component(rows, translating, locale, "ui") ||
		    !collect_component(rows, translating, locale, "guide"))
			return false;
		for (j = 0; j < guide->article_count; j++)
			if (!collect_article(rows, translating, locale,
				articles[j], today))
				return false;
	}
	return true;
}
