/* The slots of articles.  The object is an edition: what the reader of the
 * page gets of an article, or the one that a section belongs to. */
#include "render/views.h"

#include "render/reading.h"

GETTER(article_title)
{
	const struct edition *edition = object;

	value_in(value, context, edition->title,
	    view_locale_of(edition, edition->document.title_state));
}

GETTER(article_description)
{
	const struct edition *edition = object;

	value_in(value, context, edition->matter.description.text,
	    view_locale_of(edition, edition->document.description_state));
}

GETTER(article_url)
{
	const struct view *view = context;

	value_path(value, view, address_edition(view->arena, object));
}

GETTER(article_canonical)
{
	const struct view *view = context;

	value_absolute(value, view, address_edition(view->arena, object));
}

GETTER(article_handout)
{
	const struct view *view = context;

	if (view->site->guide->configuration.handouts)
		value_path(value, view,
		    address_handout_edition(view->arena, object));
	else
		value->absent = true;
}

GETTER(article_language)
{
	const struct edition *edition = object;

	(void)context;
	value_text(value, edition->locale->tag);
}

GETTER(article_hreflang)
{
	const struct edition *edition = object;

	value_hreflang(value, context, edition->locale);
}

GETTER(article_code)
{
	value_text(value, view_source(context, object)->locale->tag);
}

GETTER(article_original_language)
{
	const struct view *view = context;

	value_text(value, locale_language(view->locale, view->arena,
			      view_source(view, object)->locale->tag));
}

/* The article in the page's language, whichever edition is shown. */
static const struct edition *own(const struct view *view, const void *object)
{
	const struct edition *edition = object;

	return edition->article->editions[view->locale->index];
}

GETTER(article_own)
{
	const struct edition *edition = own(context, object);

	value_flag(value, edition != NULL && view_written(edition));
}

GETTER(article_available)
{
	value_flag(value, own(context, object) != NULL);
}

GETTER(article_endonym)
{
	const struct edition *edition = object;

	value_in(value, context, edition->locale->endonym, edition->locale);
}

GETTER(article_translation)
{
	(void)context;
	value_translation(value, object);
}

GETTER(article_mark)
{
	const struct view *view = context;
	const struct edition *edition = object;

	value_text(value, address_mark(view->arena, edition->article));
}

GETTER(article_count)
{
	const struct edition *edition = object;

	value_number(value, context, edition->article->lesson_count);
}

GETTER(article_principles)
{
	const struct view *view = context;
	const struct edition *edition = object;
	const struct article *article = edition->article;
	const void **items =
	    arena_array(view->arena, const void *, article->lesson_count);
	size_t i;

	for (i = 0; i < article->lesson_count; i++)
		items[i] = article->lessons[i].principle;
	value_list(value, items, article->lesson_count);
}

/* Whoever cannot see the picture of threads hears the names. */
GETTER(article_taught)
{
	const struct view *view = context;
	const struct edition *edition = object;
	const struct article *article = edition->article;
	struct text *names =
	    arena_array(view->arena, struct text, article->lesson_count);
	size_t i;

	for (i = 0; i < article->lesson_count; i++) {
		struct slot_value name = { 0 };

		value_message(&name, view, TEXT(""),
		    article->lessons[i].principle->entry->name.text);
		names[i] = name.text;
	}
	value_text(value,
	    locale_list(
		view->locale, view->arena, names, article->lesson_count));
}

GETTER(article_threads)
{
	const struct view *view = context;
	const struct edition *edition = object;
	const struct article *article = edition->article;
	const struct thread_plan *plan = view->site->threads;
	struct thread *threads =
	    arena_array(view->arena, struct thread, PRINCIPLE_AFTER + 1);
	size_t count = 0, i;
	int phase;

	for (phase = PRINCIPLE_NONE; phase <= PRINCIPLE_AFTER; phase++) {
		struct buffer path = { 0 };

		for (i = 0; i < article->lesson_count; i++) {
			const struct principle *principle =
			    article->lessons[i].principle;

			if ((int)principle->entry->phase == phase)
				buffer_format(&path, "M%zu 6v28",
				    plan->x[principle->index]);
		}
		if (path.length > 0) {
			threads[count].phase = (enum principle_phase)phase;
			threads[count++].path =
			    buffer_copy(&path, view->arena);
		}
		buffer_release(&path);
	}
	value_array(value, view, threads, sizeof(*threads), count);
}

/* A translation without dates has those of its original. */
static const struct matter *dated(const struct view *view,
    const struct edition *edition)
{
	const struct matter *matter = &edition->matter;

	return matter->updated.given || matter->date.given
	    ? matter
	    : &view_source(view, edition)->matter;
}

/* An update on the day of publication is none. */
GETTER(article_updated)
{
	const struct matter *matter = dated(context, object);

	if (date_compare(matter->updated, matter->date) > 0)
		value_date(value, context, matter->updated);
	else
		value->absent = true;
}

struct date view_updated(const struct view *view,
    const struct edition *edition)
{
	const struct matter *matter = dated(view, edition);

	return matter->updated.given ? matter->updated : matter->date;
}

GETTER(article_updated_iso)
{
	value_iso(value, context, view_updated(context, object), "");
}

GETTER(article_updated_time)
{
	value_iso(value, context, view_updated(context, object), "T00:00:00Z");
}

GETTER(article_date)
{
	value_date(value, context, dated(context, object)->date);
}

GETTER(article_date_iso)
{
	value_iso(value, context, dated(context, object)->date, "");
}

GETTER(article_date_time)
{
	value_iso(value, context, dated(context, object)->date, "T00:00:00Z");
}

GETTER(article_review)
{
	const struct edition *edition = object;

	value_date(value, context, edition->matter.review_by);
}

GETTER(article_review_iso)
{
	const struct edition *edition = object;

	value_iso(value, context, edition->matter.review_by, "");
}

GETTER(article_owner)
{
	const struct edition *edition = object;

	/* No message of the article. */
	value_in(value, context, edition->matter.owner.text,
	    view_locale_of(edition, TRANSLATION_MISSING));
}

/* Adds the tags of an edition that are not there yet. */
static size_t tags_add(const void **items, size_t count,
    const struct view *view, const struct edition *edition)
{
	const struct field_texts *tags = &edition->matter.tags;
	size_t i, j;

	for (i = 0; i < tags->count; i++) {
		const struct tag *tag =
		    guide_tag(view->site->guide, tags->items[i].text);

		for (j = 0; j < count && items[j] != tag; j++)
			;
		if (j == count)
			items[count++] = tag;
	}
	return count;
}

/* The pages of tags list the article for any of its editions, so it shows the
 * tags of all, its own first. */
GETTER(article_tags)
{
	const struct view *view = context;
	const struct guide *guide = view->site->guide;
	const struct edition *edition = object;
	const void **items =
	    arena_array(view->arena, const void *, guide->tag_count);
	size_t count = tags_add(items, 0, view, edition), i;

	for (i = 0; i < guide->locale_count; i++)
		if (edition->article->editions[i] != NULL)
			count = tags_add(items, count, view,
			    edition->article->editions[i]);
	value_list(value, items, count);
}

GETTER(article_minutes)
{
	const struct edition *edition = object;
	size_t minutes = reading_minutes(edition->locale->tag,
	    edition->document.word_count, edition->document.syllable_count);

	value_number(value, context, minutes);
	value->absent = minutes == 0;
}

/* A translation beside its original, an original beside the first other
 * edition. */
GETTER(article_compare)
{
	const struct view *view = context;
	const struct guide *guide = view->site->guide;
	const struct edition *edition = object;
	const struct locale *other = view_source(view, edition)->locale;
	size_t i;

	for (i = 0; i < guide->locale_count && other == view->locale; i++)
		if (edition->article->editions[i] != NULL)
			other = guide->locales[i];
	reading_compare(value, view, other);
}

GETTER(article_related)
{
	const void **sections;
	size_t count = reading_related(&sections, context, object);

	value_list(value, sections, count);
}

GETTER(article_sections)
{
	const struct edition *edition = object;

	value_array(value, context, edition->sections,
	    sizeof(*edition->sections), edition->section_count);
}

GETTER(article_notes)
{
	const struct edition *edition = object;

	value_in(value, context,
	    view_body(context, edition, &edition->document.notes, true),
	    edition->locale);
}

GETTER(article_contents)
{
	const struct edition *edition = object;
	const struct section *sections = edition->sections;
	size_t skip = edition->section_count > 0 &&
	    sections[0].text->title.length == 0;

	value_array(value, context, sections + skip, sizeof(*sections),
	    edition->section_count - skip);
}

static void neighbour(struct slot_value *value, const struct view *view,
    const struct edition *edition, bool next)
{
	const struct guide *guide = view->site->guide;
	size_t index = edition->article->index + (next ? 1 : (size_t)-1);

	value_object(value,
	    index < guide->article_count
		? view_edition(view, &guide->articles[index])
		: NULL);
}

GETTER(article_previous)
{
	neighbour(value, context, object, false);
}

GETTER(article_next)
{
	neighbour(value, context, object, true);
}

GETTER(article_neighbours)
{
	const struct view *view = context;

	(void)object;
	value_flag(value, view->site->guide->article_count > 1);
}

SLOT_TYPE(article,
    { "title", SLOT_TEXT, NULL, article_title,
	"title of the edition that the reader gets" },
    { "description", SLOT_TEXT, NULL, article_description,
	"description from the front matter" },
    { "url", SLOT_URL, NULL, article_url, "the article's page" },
    { "handout", SLOT_URL, NULL, article_handout,
	"its handout; absent without handouts" },
    { "canonical", SLOT_URL, NULL, article_canonical,
	"the page's absolute address; absent without base_url" },
    { "language", SLOT_TEXT, NULL, article_language,
	"tag of the edition that the reader gets" },
    { "hreflang", SLOT_TEXT, NULL, article_hreflang,
	"that tag, if it is not the page's language" },
    { "code", SLOT_TEXT, NULL, article_code, "tag of the original" },
    { "original_language", SLOT_TEXT, NULL, article_original_language,
	"name of the original's language" },
    { "own", SLOT_FLAG, NULL, article_own,
	"the article was written in the page's language" },
    { "available", SLOT_FLAG, NULL, article_available,
	"there is an edition in the page's language" },
    { "endonym", SLOT_TEXT, NULL, article_endonym,
	"own name of the language that the reader gets" },
    { "translation", SLOT_OBJECT, &view_translation, article_translation,
	"the edition that the reader gets, if it is a translation" },
    { "mark", SLOT_TEXT, NULL, article_mark, "id of its row in lists" },
    { "count", SLOT_NUMBER, NULL, article_count,
	"how many principles it teaches" },
    { "principles", SLOT_LIST, &view_principle, article_principles,
	"the principles it teaches" },
    { "threads", SLOT_LIST, &view_thread, article_threads,
	"beads of the thread picture, by phase" },
    { "taught", SLOT_TEXT, NULL, article_taught,
	"their names in one line" },
    { "minutes", SLOT_NUMBER, NULL, article_minutes,
	"how long it takes to read; absent where words cannot be counted" },
    { "compare", SLOT_URL, NULL, article_compare,
	"on its page: the same beside another language; absent if there is "
	"none" },
    { "updated", SLOT_DATE, NULL, article_updated,
	"date of the last change, if after publication" },
    { "updated_iso", SLOT_TEXT, NULL, article_updated_iso,
	"the same as 2026-11-03" },
    { "updated_time", SLOT_TEXT, NULL, article_updated_time,
	"last change or publication, for feeds" },
    { "date", SLOT_DATE, NULL, article_date, "date of publication" },
    { "date_iso", SLOT_TEXT, NULL, article_date_iso,
	"the same as 2026-11-03" },
    { "date_time", SLOT_TEXT, NULL, article_date_time,
	"the same for feeds" },
    { "review", SLOT_DATE, NULL, article_review, "date of the next review" },
    { "review_iso", SLOT_TEXT, NULL, article_review_iso,
	"the same as 2026-11-03" },
    { "owner", SLOT_TEXT, NULL, article_owner, "who keeps the text" },
    { "tags", SLOT_LIST, &view_tag, article_tags, "its tags" },
    { "sections", SLOT_LIST, &view_section, article_sections,
	"all sections, an introduction without title first" },
    { "notes", SLOT_HTML, NULL, article_notes,
	"the footnotes as a list" },
    { "contents", SLOT_LIST, &view_section, article_contents,
	"the sections that have a title" },
    { "related", SLOT_LIST, &view_section, article_related,
	"sections of other articles that share most with its own, best "
	"first" },
    { "previous", SLOT_OBJECT, &view_article, article_previous,
	"the article before it" },
    { "next", SLOT_OBJECT, &view_article, article_next,
	"the article after it" },
    { "neighbours", SLOT_FLAG, NULL, article_neighbours,
	"there is an article before or after it" });
