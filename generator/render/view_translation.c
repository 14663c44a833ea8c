/* The slots of translations: what they come from, and how far they can be
 * relied on. */
#include "render/views.h"

#include "model/words.h"

bool view_outdated(const struct edition *edition)
{
	if (edition->origin == EDITION_DERIVED && edition->source != NULL)
		return edition->document.stale_count > 0 ||
		    view_outdated(edition->source);
	return edition->source_changed || edition->document.stale_count > 0;
}

bool view_incomplete(const struct edition *edition)
{
	return edition->document.missing_count > 0;
}

/* A whole file cannot say which of its sections is out of date. */
bool view_section_outdated(const struct section *section)
{
	return section->text->stale_count > 0 ||
	    (section->edition->document.stale_count == 0 &&
		view_outdated(section->edition));
}

bool view_section_incomplete(const struct section *section)
{
	return section->text->missing_count > 0;
}

bool view_written(const struct edition *edition)
{
	return edition->origin == EDITION_ORIGINAL ||
	    (edition->origin == EDITION_DERIVED && edition->source != NULL &&
		view_written(edition->source));
}

const struct locale *view_locale_of(const struct edition *edition,
    enum translation_state state)
{
	if (edition->origin == EDITION_DERIVED && edition->source != NULL &&
	    edition->source->origin == EDITION_CATALOG)
		return state == TRANSLATION_MISSING
		    ? view_locale_of(edition->source, state)
		    : edition->locale;
	return edition->origin == EDITION_CATALOG &&
		state == TRANSLATION_MISSING
	    ? edition->source->locale
	    : edition->locale;
}

void value_translation(struct slot_value *value, const struct edition *edition)
{
	value_object(value,
	    edition != NULL && !view_written(edition) ? edition : NULL);
}

GETTER(translation_language)
{
	const struct view *view = context;

	value_text(value, locale_language(view->locale, view->arena,
			      view_source(view, object)->locale->tag));
}

GETTER(translation_source)
{
	value_object(value, view_source(context, object));
}

GETTER(translation_doubtful)
{
	(void)context;
	value_flag(value, view_outdated(object) || view_incomplete(object));
}

GETTER(translation_outdated)
{
	(void)context;
	value_flag(value, view_outdated(object));
}

GETTER(translation_incomplete)
{
	(void)context;
	value_flag(value, view_incomplete(object));
}

GETTER(translation_stale)
{
	const struct edition *edition = object;

	value_number(value, context, edition->document.stale_count);
}

GETTER(translation_missing)
{
	const struct edition *edition = object;

	value_number(value, context, edition->document.missing_count);
}

SLOT_TYPE(translation,
    { "language", SLOT_TEXT, NULL, translation_language,
	"name of the language that it comes from" },
    { "source", SLOT_OBJECT, &view_article, translation_source,
	"the original" },
    { "doubtful", SLOT_FLAG, NULL, translation_doubtful,
	"it is outdated or incomplete" },
    { "outdated", SLOT_FLAG, NULL, translation_outdated,
	"some of it may be out of date" },
    { "incomplete", SLOT_FLAG, NULL, translation_incomplete,
	"some of it is not translated yet" },
    { "stale", SLOT_NUMBER, NULL, translation_stale,
	"how many passages may be out of date; 0: nobody knows which" },
    { "missing", SLOT_NUMBER, NULL, translation_missing,
	"how many passages are not translated yet" });

/* What a catalog of English messages has of them. */
static void catalog_count(struct edition_counts *counts,
    const struct catalog *catalog)
{
	size_t i;

	for (i = 0; i < catalog->count; i++) {
		const struct catalog_entry *entry = &catalog->entries[i];
		enum translation_state state = TRANSLATION_MISSING;

		if (entry->obsolete)
			continue;
		if (catalog_entry_translated(entry) && !entry->fuzzy)
			state = TRANSLATION_CURRENT;
		else if (catalog_entry_translated(entry) &&
		    entry->previous_id.at != NULL)
			state = TRANSLATION_STALE;
		counts->messages[state]++;
		counts->words[state] += words_count(entry->id);
	}
}

static void catalog_progress(struct progress *progress,
    const struct catalogs *catalogs, size_t index, enum progress_kind kind)
{
	progress->kind = kind;
	if (catalogs->items[index] == NULL)
		return;
	progress->is_counted = true;
	catalog_count(&progress->counts, catalogs->items[index]);
}

static void article_progress(struct progress *progress,
    const struct view *view, const struct article *article)
{
	const struct edition *edition =
	    article->editions[view->locale->index];

	progress->kind = PROGRESS_ARTICLE;
	progress->shown = view_edition(view, article);
	progress->is_shown = edition != NULL;
	if (edition == NULL)
		edition = article->withheld[view->locale->index];
	progress->edition = edition;
	if (edition == NULL)
		return;
	progress->counts = edition->counts;
	progress->is_counted = edition->counts.messages[0] +
		edition->counts.messages[1] + edition->counts.messages[2] >
	    0;
}

/* English is what the other two are translated from. */
static size_t catalogs_progress(struct progress *rows,
    const struct view *view)
{
	const struct catalogs *catalogs = &view->locale->catalogs;

	if (view->page->number > 1 ||
	    text_equal(view->locale->tag, TEXT("en")))
		return 0;
	catalog_progress(&rows[0], catalogs, 1, PROGRESS_INTERFACE);
	catalog_progress(&rows[1], catalogs, 0, PROGRESS_PRINCIPLES);
	return 2;
}

void value_progress(struct slot_value *value, const struct view *view)
{
	const struct guide *guide = view->site->guide;
	size_t start, count, used, i;
	struct progress *rows;

	if (view->page->kind != PAGE_TRANSLATIONS) {
		value->absent = true;
		return;
	}
	view_slice(view, PAGE_TRANSLATIONS, guide->article_count, &start,
	    &count);
	rows = arena_array(view->arena, struct progress, count + 2);
	used = catalogs_progress(rows, view);
	for (i = 0; i < count; i++)
		article_progress(
		    &rows[used++], view, &guide->articles[start + i]);
	value_array(value, view, rows, sizeof(*rows), used);
}

GETTER(progress_article)
{
	const struct progress *progress = object;

	(void)context;
	value_object(value, progress->shown);
}

static void kind_flag(struct slot_value *value,
    const struct progress *progress, enum progress_kind kind)
{
	value_flag(value, progress->kind == kind);
}

GETTER(progress_interface)
{
	(void)context;
	kind_flag(value, object, PROGRESS_INTERFACE);
}

GETTER(progress_principles)
{
	(void)context;
	kind_flag(value, object, PROGRESS_PRINCIPLES);
}

GETTER(progress_original)
{
	const struct progress *progress = object;

	(void)context;
	value_flag(value,
	    progress->edition != NULL && view_written(progress->edition));
}

GETTER(progress_whole)
{
	const struct progress *progress = object;

	(void)context;
	value_flag(value,
	    progress->edition != NULL && !progress->is_counted &&
		!view_written(progress->edition));
}

GETTER(progress_outdated)
{
	const struct progress *progress = object;

	(void)context;
	value_flag(value,
	    progress->edition != NULL && view_outdated(progress->edition));
}

GETTER(progress_counted)
{
	const struct progress *progress = object;

	(void)context;
	value_flag(value, progress->is_counted);
}

GETTER(progress_absent)
{
	const struct progress *progress = object;

	(void)context;
	value_flag(value, progress->edition == NULL && !progress->is_counted);
}

GETTER(progress_withheld)
{
	const struct progress *progress = object;

	(void)context;
	value_flag(value,
	    progress->kind == PROGRESS_ARTICLE && !progress->is_shown &&
		progress->is_counted);
}

/* Rounded down: 100 means that nothing is left to do. */
GETTER(progress_per_cent)
{
	const struct progress *progress = object;
	const size_t *words = progress->counts.words;
	size_t all = words[TRANSLATION_CURRENT] + words[TRANSLATION_STALE] +
	    words[TRANSLATION_MISSING];

	value_number(value, context,
	    all > 0 ? words[TRANSLATION_CURRENT] * 100 / all : 100);
	value->absent = false;
}

static void number_of(struct slot_value *value, const struct view *view,
    const size_t *counts, enum translation_state state)
{
	value_number(value, view, counts[state]);
	value->absent = false;
}

GETTER(progress_translated)
{
	const struct progress *progress = object;

	number_of(value, context, progress->counts.messages,
	    TRANSLATION_CURRENT);
}

GETTER(progress_stale)
{
	const struct progress *progress = object;

	number_of(
	    value, context, progress->counts.messages, TRANSLATION_STALE);
}

GETTER(progress_missing)
{
	const struct progress *progress = object;

	number_of(
	    value, context, progress->counts.messages, TRANSLATION_MISSING);
}

GETTER(progress_words_translated)
{
	const struct progress *progress = object;

	number_of(
	    value, context, progress->counts.words, TRANSLATION_CURRENT);
}

GETTER(progress_words_stale)
{
	const struct progress *progress = object;

	number_of(value, context, progress->counts.words, TRANSLATION_STALE);
}

GETTER(progress_words_missing)
{
	const struct progress *progress = object;

	number_of(
	    value, context, progress->counts.words, TRANSLATION_MISSING);
}

static struct date source_date(const struct view *view,
    const struct progress *progress)
{
	if (progress->shown == NULL)
		return (struct date){ 0 };
	return view_updated(view, view_source(view, progress->shown));
}

GETTER(progress_updated)
{
	value_date(value, context, source_date(context, object));
}

GETTER(progress_updated_iso)
{
	value_iso(value, context, source_date(context, object), "");
}

SLOT_TYPE(progress,
    { "article", SLOT_OBJECT, &view_article, progress_article,
	"the article; absent for the other two" },
    { "interface", SLOT_FLAG, NULL, progress_interface,
	"it is about the words of the pages around the articles" },
    { "principles", SLOT_FLAG, NULL, progress_principles,
	"it is about the guide's title, principles and tags" },
    { "original", SLOT_FLAG, NULL, progress_original,
	"the article was written in the page's language" },
    { "counted", SLOT_FLAG, NULL, progress_counted,
	"there are the numbers below" },
    { "whole", SLOT_FLAG, NULL, progress_whole,
	"the article was translated as a whole, nothing is counted" },
    { "outdated", SLOT_FLAG, NULL, progress_outdated,
	"some of the translation may be out of date" },
    { "absent", SLOT_FLAG, NULL, progress_absent,
	"there is no translation" },
    { "withheld", SLOT_FLAG, NULL, progress_withheld,
	"too little is translated for an edition" },
    { "per_cent", SLOT_NUMBER, NULL, progress_per_cent,
	"how much of the words is translated and not out of date" },
    { "translated", SLOT_NUMBER, NULL, progress_translated,
	"messages that are" },
    { "stale", SLOT_NUMBER, NULL, progress_stale,
	"messages that may be out of date" },
    { "missing", SLOT_NUMBER, NULL, progress_missing,
	"messages that are not translated" },
    { "words_translated", SLOT_NUMBER, NULL, progress_words_translated,
	"the same in words of the original" },
    { "words_stale", SLOT_NUMBER, NULL, progress_words_stale,
	"the same" },
    { "words_missing", SLOT_NUMBER, NULL, progress_words_missing,
	"the same" },
    { "updated", SLOT_DATE, NULL, progress_updated,
	"date of the original's last change, or its publication" },
    { "updated_iso", SLOT_TEXT, NULL, progress_updated_iso,
	"the same as 2026-11-03" });
