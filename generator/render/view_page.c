/* The slots of the page itself, of its languages and alternates. */
#include "render/views.h"

#include <string.h>

GETTER(page_kind)
{
	static const char *const names[PAGE_KIND_COUNT] = { "chooser", "home",
		"article-page", "principles-page", "principle-page",
		"tags-page", "tag-page", "index-page",
		"translations-page", "search-page", "compare-page",
		"handouts-page", "handout-page", "handout-page", "lost-page",
		"redirect", "feed", "sitemap", "robots" };
	const struct view *view = context;

	(void)object;
	value_text(value, text_from(names[view->page->kind]));
}

GETTER(page_og_type)
{
	const struct view *view = context;

	(void)object;
	value_text(value, view->page->kind == PAGE_ARTICLE ? TEXT("article")
							   : TEXT("website"));
}

GETTER(page_og_locale)
{
	const struct view *view = context;
	struct text tag = view->locale->tag;
	char *name = arena_copy(view->arena, tag.at, tag.length);
	char *hyphen = strchr(name, '-');

	(void)object;
	if (hyphen != NULL)
		*hyphen = '_';
	value_text(value, text_from(name));
}

GETTER(page_language)
{
	const struct view *view = context;

	(void)object;
	value_text(value, view->locale->tag);
}

GETTER(page_direction)
{
	const struct view *view = context;

	(void)object;
	value_text(value, view->locale->rtl ? TEXT("rtl") : TEXT("ltr"));
}

GETTER(page_endonym)
{
	const struct view *view = context;

	(void)object;
	value_text(value, view->locale->endonym);
}

/* What only repeats other pages, or is none. */
static bool is_hidden(const struct page *page)
{
	switch (page->kind) {
	case PAGE_LOST:
	case PAGE_COMPARE:
	case PAGE_HANDOUT_ARTICLE:
	case PAGE_HANDOUT_PRINCIPLE:
		return true;
	default:
		return false;
	}
}

GETTER(page_hidden)
{
	const struct view *view = context;

	(void)object;
	value_flag(value, is_hidden(view->page));
}

GETTER(page_canonical)
{
	const struct view *view = context;

	(void)object;
	value->absent = is_hidden(view->page);
	if (!value->absent)
		value_absolute(value, view, view->page->path);
}

GETTER(page_home_canonical)
{
	const struct view *view = context;

	(void)object;
	value_absolute(
	    value, view, address_home(view->arena, view->locale));
}

GETTER(page_target)
{
	const struct view *view = context;

	(void)object;
	if (view->page->kind == PAGE_REDIRECT)
		value_path(value, view,
		    address_edition(view->arena, view->page->object));
	else
		value->absent = true;
}

GETTER(page_target_canonical)
{
	const struct view *view = context;

	(void)object;
	if (view->page->kind == PAGE_REDIRECT)
		value_absolute(value, view,
		    address_edition(view->arena, view->page->object));
	else
		value->absent = true;
}

GETTER(page_refresh)
{
	const struct view *view = context;

	page_target(value, context, object);
	if (!value->absent)
		value->text = text_format(view->arena, "0; url=%.*s",
		    TEXT_ARGUMENTS(value->text));
}

static void within(struct slot_value *value, const struct view *view,
    enum page_kind kind)
{
	value_flag(value, view->page->kind == kind);
}

GETTER(page_in_articles)
{
	(void)object;
	within(value, context, PAGE_ARTICLE);
}

GETTER(page_in_principles)
{
	(void)object;
	within(value, context, PAGE_PRINCIPLE);
}

GETTER(page_in_tags)
{
	(void)object;
	within(value, context, PAGE_TAG);
}

GETTER(page_in_handouts)
{
	const struct view *view = context;

	(void)object;
	value_flag(value, view->page->kind == PAGE_HANDOUT_ARTICLE ||
		view->page->kind == PAGE_HANDOUT_PRINCIPLE);
}

GETTER(page_is_search)
{
	(void)object;
	within(value, context, PAGE_SEARCH);
}

GETTER(page_first)
{
	const struct view *view = context;

	(void)object;
	value_flag(value, view->page->number <= 1);
}

GETTER(page_numbered)
{
	const struct view *view = context;

	(void)object;
	value_flag(value, view->page->count > 1);
}

GETTER(page_number)
{
	const struct view *view = context;

	(void)object;
	value_number(value, view, view->page->number);
}

GETTER(page_count)
{
	const struct view *view = context;

	(void)object;
	value_number(value, view, view->page->count);
}

/* The parts of a list differ in their number only: "index.2.html". */
static void part(struct slot_value *value, const struct view *view,
    size_t number)
{
	struct page first = *view->page;

	value->absent = number < 1 || number > view->page->count;
	if (value->absent)
		return;
	first.number = number;
	value_path(value, view,
	    address_translated(view->arena, &first, view->locale,
		view->site->index_counts));
}

GETTER(page_previous)
{
	const struct view *view = context;

	(void)object;
	part(value, view, view->page->number - 1);
}

GETTER(page_next)
{
	const struct view *view = context;

	(void)object;
	part(value, view, view->page->number + 1);
}

/* The columns of the matrix: the principle, and each article. */
GETTER(page_columns)
{
	const struct view *view = context;
	size_t start, count;

	(void)object;
	view_slice(view, PAGE_PRINCIPLES, view->site->guide->article_count,
	    &start, &count);
	value_text(value, text_format(view->arena, "%zu", count + 1));
}

GETTER(page_symbols)
{
	const struct view *view = context;

	(void)object;
	value_text(value, assets_symbols(view->site->assets, view->arena,
			      buffer_text(view->out)));
}

GETTER(page_languages)
{
	const struct view *view = context;
	const struct guide *guide = view->site->guide;

	(void)object;
	value_list(value, (const void *const *)guide->locales,
	    guide->locale_count);
}

GETTER(page_others)
{
	const struct view *view = context;
	const struct guide *guide = view->site->guide;
	const void **items =
	    arena_array(view->arena, const void *, guide->locale_count);
	size_t count = 0, i;

	(void)object;
	for (i = 0; i < guide->locale_count; i++)
		if (guide->locales[i] != view->locale)
			items[count++] = guide->locales[i];
	value_list(value, items, count);
}

GETTER(page_feed_updated)
{
	const struct view *view = context;
	struct date newest = { 0 };
	size_t i;

	(void)object;
	for (i = 0; i < view_feed_count(view); i++) {
		struct date date = view_updated(view,
		    view_edition(view, view->site->newest[i]));

		if (date_compare(date, newest) > 0)
			newest = date;
	}
	value_iso(value, view, newest, "T00:00:00Z");
	/* Atom wants a date even of an empty feed. */
	if (value->absent)
		value_text(value, TEXT("1970-01-01T00:00:00Z"));
}

SLOT_TYPE(page,
    { "kind", SLOT_TEXT, NULL, page_kind, "class of the body" },
    { "title", SLOT_TEXT, NULL, page_title,
	"heading and title of the guide" },
    { "heading", SLOT_TEXT, NULL, page_heading, "what the page is called" },
    { "running", SLOT_TEXT, NULL, page_running,
	"title of the guide and heading, for the head of printed sheets" },
    { "description", SLOT_TEXT, NULL, page_description,
	"what it is about" },
    { "og_type", SLOT_TEXT, NULL, page_og_type, "article or website" },
    { "og_locale", SLOT_TEXT, NULL, page_og_locale,
	"the language as OpenGraph writes it" },
    { "language", SLOT_TEXT, NULL, page_language, "tag of its language" },
    { "direction", SLOT_TEXT, NULL, page_direction, "ltr or rtl" },
    { "endonym", SLOT_TEXT, NULL, page_endonym,
	"own name of its language" },
    { "hidden", SLOT_FLAG, NULL, page_hidden,
	"search engines should not list it" },
    { "canonical", SLOT_URL, NULL, page_canonical,
	"its absolute address; absent without base_url" },
    { "home_canonical", SLOT_URL, NULL, page_home_canonical,
	"the same of the home page" },
    { "target", SLOT_URL, NULL, page_target, "where a redirect leads" },
    { "target_canonical", SLOT_URL, NULL, page_target_canonical,
	"the same as an absolute address" },
    { "refresh", SLOT_TEXT, NULL, page_refresh,
	"the same for meta http-equiv=refresh" },
    { "in_articles", SLOT_FLAG, NULL, page_in_articles,
	"it is an article" },
    { "in_principles", SLOT_FLAG, NULL, page_in_principles,
	"it is a principle" },
    { "in_tags", SLOT_FLAG, NULL, page_in_tags, "it is a tag" },
    { "in_handouts", SLOT_FLAG, NULL, page_in_handouts,
	"it is a handout" },
    { "is_search", SLOT_FLAG, NULL, page_is_search,
	"it is the page of search results" },
    { "first", SLOT_FLAG, NULL, page_first,
	"it is the first part of its list" },
    { "numbered", SLOT_FLAG, NULL, page_numbered,
	"its list has several parts" },
    { "number", SLOT_NUMBER, NULL, page_number, "which part it is" },
    { "count", SLOT_NUMBER, NULL, page_count, "of how many" },
    { "previous", SLOT_URL, NULL, page_previous, "the part before" },
    { "next", SLOT_URL, NULL, page_next, "the part after" },
    { "columns", SLOT_TEXT, NULL, page_columns,
	"columns of the table of principles" },
    { "symbols", SLOT_HTML, NULL, page_symbols,
	"glyphs that the page uses so far" },
    { "languages", SLOT_LIST, &view_language, page_languages,
	"all languages of the guide" },
    { "others", SLOT_LIST, &view_language, page_others,
	"all but the page's" },
    { "alternates", SLOT_LIST, &view_alternate, page_alternates,
	"the page in all languages, for hreflang" },
    { "feed_updated", SLOT_TEXT, NULL, page_feed_updated,
	"when the newest article changed" });
