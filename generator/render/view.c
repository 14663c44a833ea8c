/* The root of what a template may name, lists of the A-Z index and of the
 * sitemap, and the table of all types. */
#include "render/view_handout.h"

GETTER(initial_letter)
{
	const struct initial *initial = object;

	(void)context;
	value_text(value, initial->letter);
}

GETTER(initial_foreign)
{
	const struct initial *initial = object;

	(void)context;
	value_flag(value, initial->letter.length == 0);
}

GETTER(initial_anchor)
{
	const struct view *view = context;
	const struct initial *initial = object;

	value_text(value,
	    text_format(view->arena, "letter-%zu", initial->number));
}

GETTER(initial_link)
{
	const struct view *view = context;
	const struct initial *initial = object;

	value_text(value,
	    text_format(view->arena, "#letter-%zu", initial->number));
}

GETTER(initial_entries)
{
	const struct initial *initial = object;

	value_array(value, context, initial->entries,
	    sizeof(*initial->entries), initial->count);
}

SLOT_TYPE(initial,
    { "letter", SLOT_TEXT, NULL, initial_letter,
	"the letter; absent for other languages" },
    { "foreign", SLOT_FLAG, NULL, initial_foreign,
	"these entries are in other languages" },
    { "anchor", SLOT_TEXT, NULL, initial_anchor, "id of the heading" },
    { "link", SLOT_URL, NULL, initial_link, "link to it" },
    { "entries", SLOT_LIST, &view_entry, initial_entries,
	"its entries on this page" });

GETTER(entry_text)
{
	const struct view *view = context;
	const struct index_entry *entry = object;

	if (entry->edition != NULL)
		value_in(value, context, entry->text, entry->edition->locale);
	else
		value_text(value, entry->text);
	/* Messages that are not translated are in English. */
	if (entry->edition == NULL && entry->foreign)
		value->language = view->site->english;
}

GETTER(entry_url)
{
	const struct view *view = context;
	const struct index_entry *entry = object;

	switch (entry->kind) {
	case INDEX_ARTICLE:
		value_path(value, view,
		    address_edition(view->arena, entry->edition));
		break;
	case INDEX_SECTION:
		value_link(value, view,
		    address_edition(view->arena, entry->edition),
		    entry->section->text->anchor);
		break;
	case INDEX_PRINCIPLE:
		value_path(value, view,
		    address_principle(
			view->arena, view->locale, entry->principle));
		break;
	case INDEX_TAG:
		value_path(value, view,
		    address_tag(view->arena, view->locale, entry->tag));
		break;
	}
}

GETTER(entry_hreflang)
{
	const struct index_entry *entry = object;

	if (entry->edition != NULL)
		value_hreflang(value, context, entry->edition->locale);
	else
		value->absent = true;
}

GETTER(entry_article)
{
	const struct index_entry *entry = object;

	(void)context;
	value_flag(value, entry->kind == INDEX_ARTICLE);
}

GETTER(entry_principle)
{
	const struct index_entry *entry = object;

	(void)context;
	value_flag(value, entry->kind == INDEX_PRINCIPLE);
}

GETTER(entry_tag)
{
	const struct index_entry *entry = object;

	(void)context;
	value_flag(value, entry->kind == INDEX_TAG);
}

GETTER(entry_outdated)
{
	const struct index_entry *entry = object;

	(void)context;
	value_flag(value,
	    entry->kind == INDEX_SECTION
		? view_section_outdated(entry->section)
		: entry->kind == INDEX_ARTICLE &&
		    view_outdated(entry->edition));
}

GETTER(entry_incomplete)
{
	const struct index_entry *entry = object;

	(void)context;
	value_flag(value,
	    entry->kind == INDEX_SECTION
		? view_section_incomplete(entry->section)
		: entry->kind == INDEX_ARTICLE &&
		    view_incomplete(entry->edition));
}

GETTER(entry_within)
{
	const struct index_entry *entry = object;

	if (entry->kind == INDEX_SECTION)
		value_in(value, context, entry->edition->title,
		    entry->edition->locale);
	else
		value->absent = true;
}

SLOT_TYPE(entry,
    { "text", SLOT_TEXT, NULL, entry_text, "the entry" },
    { "url", SLOT_URL, NULL, entry_url, "where it leads" },
    { "hreflang", SLOT_TEXT, NULL, entry_hreflang,
	"tag of its language, if it is not the page's" },
    { "article", SLOT_FLAG, NULL, entry_article, "it is an article" },
    { "principle", SLOT_FLAG, NULL, entry_principle,
	"it is a principle, or another name of one" },
    { "tag", SLOT_FLAG, NULL, entry_tag, "it is a tag" },
    { "outdated", SLOT_FLAG, NULL, entry_outdated,
	"some of its translation may be out of date" },
    { "incomplete", SLOT_FLAG, NULL, entry_incomplete,
	"some of it is not translated yet" },
    { "within", SLOT_TEXT, NULL, entry_within,
	"title of a section's article; else absent" });

GETTER(address_canonical)
{
	const struct page *page = object;

	value_absolute(value, context, page->path);
}

GETTER(address_updated)
{
	const struct page *page = object;

	if (page->kind == PAGE_ARTICLE)
		value_iso(
		    value, context, view_updated(context, page->object), "");
	else
		value->absent = true;
}

GETTER(address_alternates)
{
	size_t count;
	struct alternate *alternates = alternates_of(&count, context, object);

	value_array(
	    value, context, alternates, sizeof(*alternates), count);
}

SLOT_TYPE(address,
    { "canonical", SLOT_URL, NULL, address_canonical,
	"absolute address of a page" },
    { "updated", SLOT_TEXT, NULL, address_updated,
	"date of an article's last change" },
    { "alternates", SLOT_LIST, &view_alternate, address_alternates,
	"the page in all languages" });

GETTER(root_guide)
{
	const struct view *view = object;

	(void)context;
	value_object(value, view->site->guide);
}

GETTER(root_page)
{
	const struct view *view = object;

	(void)context;
	value_object(value, view->page);
}

static void object_of(struct slot_value *value, const struct view *view,
    enum page_kind kind)
{
	value_object(value,
	    view->page->kind == kind ? view->page->object : NULL);
}

GETTER(root_article)
{
	(void)context;
	object_of(value, object, PAGE_ARTICLE);
}

GETTER(root_principle)
{
	(void)context;
	object_of(value, object, PAGE_PRINCIPLE);
}

GETTER(root_tag)
{
	(void)context;
	object_of(value, object, PAGE_TAG);
}

/* Those of the whole guide. */
static void all_articles(struct slot_value *value, const struct view *view)
{
	const struct guide *guide = view->site->guide;
	const struct article **articles;
	size_t start, count, i;

	view_slice(view, PAGE_HOME, guide->article_count, &start, &count);
	articles = arena_array(view->arena, const struct article *, count);
	for (i = 0; i < count; i++)
		articles[i] = &guide->articles[start + i];
	value_articles(value, view, articles, count);
}

/* The articles of this page: of the guide, of a tag, or the newest. */
GETTER(root_articles)
{
	const struct view *view = object;
	const struct tag *tag = view->page->object;
	size_t start, count;

	(void)context;
	if (view->page->kind == PAGE_TAG) {
		view_slice(view, PAGE_TAG, tag->article_count, &start, &count);
		value_articles(value, view, tag->articles + start, count);
	} else if (view->page->kind == PAGE_FEED) {
		value_articles(value, view, view->site->newest,
		    view_feed_count(view));
	} else {
		all_articles(value, view);
	}
}

GETTER(root_tags)
{
	const struct view *view = object;
	const struct guide *guide = view->site->guide;
	size_t start, count;

	(void)context;
	if (view->page->kind == PAGE_TAGS) {
		view_slice(view, PAGE_TAGS, guide->tag_count, &start, &count);
		value_array(value, view, guide->tags + start,
		    sizeof(*guide->tags), count);
	} else {
		value->absent = true;
	}
}

GETTER(root_initials)
{
	const struct view *view = object;
	const struct index *index;
	struct initial *initials;
	size_t start, count, used = 0, i;

	(void)context;
	if (view->page->kind != PAGE_INDEX) {
		value->absent = true;
		return;
	}
	index = &view->site->indexes[view->locale->index];
	view_slice(view, PAGE_INDEX, index->count, &start, &count);
	initials = arena_array(view->arena, struct initial, count);
	for (i = start; i < start + count; i++) {
		const struct index_entry *entry = &index->items[i];

		if (used == 0 ||
		    !text_equal(entry->initial, initials[used - 1].letter)) {
			initials[used].letter = entry->initial;
			initials[used].entries = entry;
			initials[used].number = used + 1;
			used++;
		}
		initials[used - 1].count++;
	}
	value_array(value, view, initials, sizeof(*initials), used);
}

GETTER(root_progress)
{
	(void)context;
	value_progress(value, object);
}

GETTER(root_addresses)
{
	const struct view *view = object;
	const struct page_list *pages = view->site->pages;
	const void **items =
	    arena_array(view->arena, const void *, pages->count);
	size_t first, count = 0, i;

	(void)context;
	for (i = 0; i < pages->count; i++)
		if (page_is_public(&pages->items[i]))
			items[count++] = &pages->items[i];
	first = view->page->number > 0
	    ? (view->page->number - 1) * SITEMAP_ADDRESSES
	    : count;
	if (first > count)
		first = count;
	count -= first;
	value_list(value, items + first,
	    count < SITEMAP_ADDRESSES ? count : SITEMAP_ADDRESSES);
}

GETTER(root_sitemaps)
{
	const struct view *view = object;
	const struct page_list *pages = view->site->pages;
	const void **items = arena_array(
	    view->arena, const void *, view->page->count + 1);
	size_t count = 0, i;

	(void)context;
	for (i = 0; i < pages->count; i++)
		if (pages->items[i].kind == PAGE_SITEMAP &&
		    pages->items[i].number > 0 && view->page->number == 0)
			items[count++] = &pages->items[i];
	value_list(value, items, count);
}

static const struct slot root_slots[] = {
	{ "guide", SLOT_OBJECT, &view_guide, root_guide, "the guide" },
	{ "page", SLOT_OBJECT, &view_page, root_page, "this page" },
	{ "links", SLOT_OBJECT, &view_links, root_page,
	    "what every page links to" },
	{ "article", SLOT_OBJECT, &view_article, root_article,
	    "on the page of an article: the article" },
	{ "principle", SLOT_OBJECT, &view_principle, root_principle,
	    "on the page of a principle: the principle" },
	{ "tag", SLOT_OBJECT, &view_tag, root_tag,
	    "on the page of a tag: the tag" },
	{ "handout", SLOT_OBJECT, &view_handout, root_handout,
	    "on a handout: what it holds" },
	{ "targets", SLOT_LIST, &view_target, root_targets,
	    "where links of running text lead that have a number; behind "
	    "that text" },
	{ "articles", SLOT_LIST, &view_article, root_articles,
	    "the articles that this page lists" },
	{ "tags", SLOT_LIST, &view_tag, root_tags,
	    "the tags that this page lists" },
	{ "initials", SLOT_LIST, &view_initial, root_initials,
	    "letters of the A-Z index on this page" },
	{ "progress", SLOT_LIST, &view_progress, root_progress,
	    "how far the translations are that this page tells of" },
	{ "addresses", SLOT_LIST, &view_address, root_addresses,
	    "pages that this sitemap lists" },
	{ "sitemaps", SLOT_LIST, &view_address, root_sitemaps,
	    "sitemaps that this index of them lists" },
};
static const struct slot_type root_type = { "the page", root_slots,
	sizeof(root_slots) / sizeof(root_slots[0]) };

const struct slot_type *view_root(void)
{
	return &root_type;
}

void view_types(void (*visit)(void *context, const struct slot_type *type),
    void *context)
{
	static const struct slot_type *const types[] = { &root_type,
		&view_guide, &view_page, &view_links, &view_language, &view_alternate,
		&view_article, &view_translation, &view_section, &view_thread,
		&view_principle, &view_phase, &view_name, &view_cell,
		&view_tag, &view_initial, &view_entry, &view_progress,
		&view_address, &view_handout, &view_item, &view_part,
		&view_topic, &view_row, &view_outline, &view_goal,
		&view_timing, &view_target };
	size_t i;

	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		visit(context, types[i]);
}
