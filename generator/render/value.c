#include "render/views.h"

#include "link/address.h"

void value_text(struct slot_value *value, struct text text)
{
	value->text = text;
	value->absent = text.length == 0;
}

void value_in(struct slot_value *value, const struct view *view,
    struct text text, const struct locale *locale)
{
	value_text(value, text);
	if (locale != view->locale)
		value->language = &view->site->languages[locale->index];
}

/* Messages are English; without a translation that is what one reads. */
static void message_in(struct slot_value *value, const struct view *view,
    struct text context, struct text id, const struct locale *locale)
{
	const struct catalog_entry *entry =
	    catalogs_find(NULL, &locale->catalogs, context, id);

	if (entry != NULL) {
		value_in(value, view, entry->strings[0], locale);
		return;
	}
	value_text(value, id);
	if (!text_equal(view->locale->tag, TEXT("en")))
		value->language = view->site->english;
}

void value_message(struct slot_value *value, const struct view *view,
    struct text context, struct text id)
{
	message_in(value, view, context, id, view->locale);
}

void value_message_in(struct slot_value *value, const struct view *view,
    struct text id, const struct locale *locale)
{
	message_in(value, view, TEXT(""), id, locale);
}

void value_flag(struct slot_value *value, bool flag)
{
	value->flag = flag;
	value->absent = !flag;
}

void value_number(struct slot_value *value, const struct view *view,
    size_t number)
{
	value->number = (long)number;
	value->text = locale_number(view->locale, view->arena, (long)number);
	value->absent = number == 0;
}

void value_date(struct slot_value *value, const struct view *view,
    struct date date)
{
	value->absent = !date.given;
	if (date.given)
		value->text = locale_date(view->locale, view->arena, date.year,
		    date.month, date.day);
}

void value_iso(struct slot_value *value, const struct view *view,
    struct date date, const char *suffix)
{
	value->absent = !date.given;
	if (date.given)
		value->text = text_format(view->arena, "%04d-%02d-%02d%s",
		    date.year, date.month, date.day, suffix);
}

void value_object(struct slot_value *value, const void *object)
{
	value->object = object;
	value->absent = object == NULL;
}

void value_list(struct slot_value *value, const void *const *items,
    size_t count)
{
	value->items = items;
	value->count = count;
	value->absent = count == 0;
}

void value_array(struct slot_value *value, const struct view *view,
    const void *items, size_t size, size_t count)
{
	const void **pointers = arena_array(view->arena, const void *, count);
	size_t i;

	for (i = 0; i < count; i++)
		pointers[i] = (const char *)items + i * size;
	value_list(value, pointers, count);
}

void value_file(struct slot_value *value, const struct view *view,
    struct text path)
{
	value_text(value,
	    address_relative(view->arena, view->page->path, path,
		(struct text){ 0 }));
}

/* A server shows a 404 page for addresses of any depth, so it leads on by
 * whole addresses.  A base would hold there, too, but for nobody who opens
 * the page from a disk. */
void value_link(struct slot_value *value, const struct view *view,
    struct text path, struct text fragment)
{
	if (view->page->kind == PAGE_LOST)
		value_absolute(value, view, path);
	if (view->page->kind != PAGE_LOST || value->absent)
		value_text(value,
		    address_relative(
			view->arena, view->page->path, path, fragment));
	else if (fragment.length > 0)
		value->text = text_join(view->arena,
		    (struct text[]){ value->text, TEXT("#"), fragment }, 3);
}

void value_path(struct slot_value *value, const struct view *view,
    struct text path)
{
	value_link(value, view, path, (struct text){ 0 });
}

void value_absolute(struct slot_value *value, const struct view *view,
    struct text path)
{
	struct text parts[2] = {
		view->site->guide->configuration.base_url.text, path
	};

	value->absent = parts[0].length == 0;
	if (!value->absent)
		value->text = text_join(view->arena, parts, 2);
}

void value_hreflang(struct slot_value *value, const struct view *view,
    const struct locale *locale)
{
	value->absent = locale == view->locale;
	value->text = locale->tag;
}

const struct edition *view_edition(const struct view *view,
    const struct article *article)
{
	return article_edition(view->site->guide, article, view->locale);
}

const struct section *view_section_for(const struct view *view,
    const struct section *section)
{
	const struct section *own = edition_section(
	    view_edition(view, section->edition->article), section);

	return own != NULL ? own : section;
}

const struct edition *view_source(const struct view *view,
    const struct edition *edition)
{
	const struct edition *source = edition;
	size_t i;

	/* Nothing keeps authors from translations of one another. */
	for (i = 0; i < view->site->guide->locale_count; i++)
		if (!edition_is_original(source) && source->source != NULL)
			source = source->source;
	return edition_is_original(source) ? source
					   : edition->article->original;
}

void value_articles(struct slot_value *value, const struct view *view,
    const struct article *const *articles, size_t count)
{
	const void **editions = arena_array(view->arena, const void *, count);
	size_t i;

	for (i = 0; i < count; i++)
		editions[i] = view_edition(view, articles[i]);
	value_list(value, editions, count);
}

void view_slice(const struct view *view, enum page_kind kind, size_t total,
    size_t *start, size_t *count)
{
	*start = view->page->kind == kind
	    ? (view->page->number - 1) * PAGE_ENTRIES
	    : 0;
	if (*start > total)
		*start = total;
	*count = total - *start < PAGE_ENTRIES ? total - *start : PAGE_ENTRIES;
}

size_t view_feed_count(const struct view *view)
{
	enum { FEED_ENTRIES = 30 };
	size_t count = view->site->newest_count;

	return count < FEED_ENTRIES ? count : FEED_ENTRIES;
}

const char *phase_name(enum principle_phase phase)
{
	switch (phase) {
	case PRINCIPLE_BEFORE:
		return "before";
	case PRINCIPLE_DURING:
		return "during";
	case PRINCIPLE_AFTER:
		return "after";
	case PRINCIPLE_NONE:
		break;
	}
	return "other";
}
