#include "link/address.h"

#include "base/list.h"
#include "read/id.h"

struct text address_fixed(
    struct arena *arena, const struct locale *locale, const char *name)
{
	return text_format(arena, "%.*s/%s.html", TEXT_ARGUMENTS(locale->tag),
	    name);
}

struct text address_home(struct arena *arena, const struct locale *locale)
{
	return address_fixed(arena, locale, "index");
}

struct text address_edition(struct arena *arena, const struct edition *edition)
{
	return text_format(arena, "%.*s/%.*s.html",
	    TEXT_ARGUMENTS(edition->locale->tag),
	    TEXT_ARGUMENTS(edition->article->id));
}

struct text address_principle(struct arena *arena,
    const struct locale *locale, const struct principle *principle)
{
	return text_format(arena, "%.*s/principles/%.*s.html",
	    TEXT_ARGUMENTS(locale->tag),
	    TEXT_ARGUMENTS(principle->entry->id.text));
}

struct text address_tag(struct arena *arena, const struct locale *locale,
    const struct tag *tag)
{
	return text_format(arena, "%.*s/tags/%.*s.html",
	    TEXT_ARGUMENTS(locale->tag), TEXT_ARGUMENTS(tag->slug));
}

struct text address_handout_edition(struct arena *arena,
    const struct edition *edition)
{
	return text_format(arena, "%.*s/handouts/%.*s.html",
	    TEXT_ARGUMENTS(edition->locale->tag),
	    TEXT_ARGUMENTS(edition->article->id));
}

struct text address_handout_principle(struct arena *arena,
    const struct locale *locale, const struct principle *principle)
{
	return text_format(arena, "%.*s/handouts/principles/%.*s.html",
	    TEXT_ARGUMENTS(locale->tag),
	    TEXT_ARGUMENTS(principle->entry->id.text));
}

struct text address_part(struct arena *arena, struct text path, size_t number)
{
	if (number <= 1 || path.length == 0)
		return path;
	return text_format(arena, "%.*s.%zu.html", (int)path.length - 5,
	    path.at, number);
}

struct text address_relative(struct arena *arena, struct text from,
    struct text to, struct text fragment)
{
	struct buffer url = { 0 };
	struct text relative;
	size_t shared = 0, i;

	if (text_equal(from, to) && fragment.length > 0) {
		/* A link within the page holds in any copy of it. */
		to.length = 0;
		from.length = 0;
	}
	for (i = 0; i < from.length && i < to.length; i++) {
		if (from.at[i] != to.at[i])
			break;
		if (from.at[i] == '/')
			shared = i + 1;
	}
	for (i = shared; i < from.length; i++)
		if (from.at[i] == '/')
			buffer_add(&url, TEXT("../"));
	buffer_add(&url, text_after(to, shared));
	if (fragment.length > 0) {
		buffer_add_char(&url, '#');
		buffer_add(&url, fragment);
	}
	relative = buffer_copy(&url, arena);
	buffer_release(&url);
	return relative;
}

struct text address_mark(struct arena *arena, const struct article *article)
{
	return text_format(arena, "article-%.*s", TEXT_ARGUMENTS(article->id));
}

struct text address_in_list(struct arena *arena, const struct article *article,
    const struct locale *locale)
{
	return address_part(arena, address_home(arena, locale),
	    article->index / PAGE_ENTRIES + 1);
}

/* The edition in another locale of the article that a page is about, or
 * NULL. */
static const struct edition *edition_in(const struct page *page,
    const struct locale *locale)
{
	const struct edition *edition = page->object;

	return edition->article->editions[locale->index];
}

/* The first part of the page, wherever its list is long. */
static struct text address_first(struct arena *arena,
    const struct page *page, const struct locale *locale)
{
	const struct edition *edition;

	switch (page->kind) {
	case PAGE_HOME:
		return address_home(arena, locale);
	case PAGE_ARTICLE:
		edition = edition_in(page, locale);
		return edition != NULL ? address_edition(arena, edition)
				       : (struct text){ 0 };
	case PAGE_HANDOUT_ARTICLE:
		edition = edition_in(page, locale);
		return edition != NULL
		    ? address_handout_edition(arena, edition)
		    : (struct text){ 0 };
	case PAGE_HANDOUT_PRINCIPLE:
		return address_handout_principle(arena, locale, page->object);
	case PAGE_PRINCIPLES:
		return address_fixed(arena, locale, "principles");
	case PAGE_PRINCIPLE:
		return address_principle(arena, locale, page->object);
	case PAGE_TAGS:
		return address_fixed(arena, locale, "tags");
	case PAGE_TAG:
		return address_tag(arena, locale, page->object);
	case PAGE_INDEX:
		return address_fixed(arena, locale, "a-z");
	case PAGE_TRANSLATIONS:
		return address_fixed(arena, locale, "translations");
	case PAGE_SEARCH:
		return address_fixed(arena, locale, "search");
	case PAGE_COMPARE:
		return address_fixed(arena, locale, "compare");
	case PAGE_HANDOUTS:
		return address_fixed(arena, locale, "handouts");
	case PAGE_LOST:
		return address_fixed(arena, locale, "404");
	case PAGE_CHOOSER:
		return address_home(arena, locale);
	case PAGE_REDIRECT:
	case PAGE_FEED:
	case PAGE_SITEMAP:
	case PAGE_ROBOTS:
	case PAGE_KIND_COUNT:
		break;
	}
	return (struct text){ 0 };
}

/* Only the A-Z index is of another length in every locale. */
struct text address_translated(struct arena *arena, const struct page *page,
    const struct locale *locale, const size_t *index_counts)
{
	struct text first = address_first(arena, page, locale);

	if (page->kind == PAGE_INDEX &&
	    (page->number - 1) * PAGE_ENTRIES >= index_counts[locale->index])
		return first;
	return address_part(arena, first, page->number);
}

const struct locale *address_site_locale(const struct guide *guide)
{
	const struct locale *english = guide_locale(guide, TEXT("en"));

	return english != NULL ? english : guide->locales[0];
}

bool page_is_public(const struct page *page)
{
	switch (page->kind) {
	case PAGE_CHOOSER:
	case PAGE_HOME:
	case PAGE_ARTICLE:
	case PAGE_PRINCIPLES:
	case PAGE_PRINCIPLE:
	case PAGE_TAGS:
	case PAGE_TAG:
	case PAGE_INDEX:
	case PAGE_TRANSLATIONS:
	case PAGE_SEARCH:
	case PAGE_HANDOUTS:
		return true;
	case PAGE_COMPARE:
	case PAGE_HANDOUT_ARTICLE:
	case PAGE_HANDOUT_PRINCIPLE:
	case PAGE_LOST:
	case PAGE_REDIRECT:
	case PAGE_FEED:
	case PAGE_SITEMAP:
	case PAGE_ROBOTS:
	case PAGE_KIND_COUNT:
		return false;
	}
	return false;
}

bool page_has_alternates(const struct page *page)
{
	switch (page->kind) {
	case PAGE_COMPARE:
	case PAGE_HANDOUT_ARTICLE:
	case PAGE_HANDOUT_PRINCIPLE:
	case PAGE_LOST:
		return true;
	default:
		return page_is_public(page);
	}
}

/* What the listing of pages needs at every step. */
struct listing {
	struct page_list *pages;
	struct arena *arena;
	struct report *report;
	const struct guide *guide;
};

static struct page *page_add(struct listing *listing, enum page_kind kind,
    const struct locale *locale, const void *object, struct text path)
{
	struct page *page = list_add(listing->arena, listing->pages);

	page->kind = kind;
	page->locale = locale;
	page->object = object;
	page->number = page->count = 1;
	page->path = path;
	return page;
}

/* Adds the page at path in as many parts as its entries need. */
static void parts_add(struct listing *listing, enum page_kind kind,
    const struct locale *locale, const void *object, struct text path,
    size_t entries)
{
	size_t count = (entries + PAGE_ENTRIES - 1) / PAGE_ENTRIES;
	size_t number;

	if (count == 0)
		count = 1;
	for (number = 1; number <= count; number++) {
		struct page *page = page_add(listing, kind, locale, object,
		    address_part(listing->arena, path, number));

		page->number = number;
		page->count = count;
	}
}

/* An alias is a former id, or a former path of such names below the locale's
 * folder. */
static bool is_alias(struct text alias)
{
	struct text part;

	if (text_ends(alias, TEXT("/")))
		return false;
	while (text_cut(&part, &alias, '/'))
		if (!id_portable(part))
			return false;
	return true;
}

static void edition_add(struct listing *listing, const struct edition *edition)
{
	const struct field_texts *aliases = &edition->matter.aliases;
	struct page *page;
	size_t i;

	page = page_add(listing, PAGE_ARTICLE, edition->locale, edition,
	    address_edition(listing->arena, edition));
	page->place = place_file(&edition->file->source);
	for (i = 0; i < aliases->count; i++) {
		const struct field_text *alias = &aliases->items[i];

		if (!is_alias(alias->text)) {
			report_add(listing->report, MESSAGE_ALIAS_INVALID,
			    alias->place, alias->text);
			continue;
		}
		page = page_add(listing, PAGE_REDIRECT, edition->locale,
		    edition,
		    text_format(listing->arena, "%.*s/%.*s.html",
			TEXT_ARGUMENTS(edition->locale->tag),
			TEXT_ARGUMENTS(alias->text)));
		page->place = alias->place;
	}
}

static void tag_add(struct listing *listing, const struct locale *locale,
    const struct tag *tag)
{
	size_t first = listing->pages->count;

	parts_add(listing, PAGE_TAG, locale, tag,
	    address_tag(listing->arena, locale, tag), tag->article_count);
	listing->pages->items[first].place = tag->place;
}

/* Of every edition and principle, and the page that puts them together. */
static void handouts_add(struct listing *listing, const struct locale *locale)
{
	const struct guide *guide = listing->guide;
	struct arena *arena = listing->arena;
	size_t i;

	if (!guide->configuration.handouts)
		return;
	(void)page_add(listing, PAGE_HANDOUTS, locale, NULL,
	    address_fixed(arena, locale, "handouts"));
	for (i = 0; i < guide->article_count; i++) {
		const struct edition *edition =
		    guide->articles[i].editions[locale->index];

		if (edition != NULL)
			(void)page_add(listing, PAGE_HANDOUT_ARTICLE, locale,
			    edition, address_handout_edition(arena, edition));
	}
	for (i = 0; i < guide->principle_count; i++)
		(void)page_add(listing, PAGE_HANDOUT_PRINCIPLE, locale,
		    &guide->principles[i],
		    address_handout_principle(
			arena, locale, &guide->principles[i]));
}

static void locale_add(struct listing *listing, const struct locale *locale,
    size_t index_count)
{
	const struct guide *guide = listing->guide;
	struct arena *arena = listing->arena;
	size_t i;

	parts_add(listing, PAGE_HOME, locale, NULL, address_home(arena, locale),
	    guide->article_count);
	for (i = 0; i < guide->article_count; i++)
		if (guide->articles[i].editions[locale->index] != NULL)
			edition_add(listing,
			    guide->articles[i].editions[locale->index]);
	if (guide->principle_count > 0)
		parts_add(listing, PAGE_PRINCIPLES, locale, NULL,
		    address_fixed(arena, locale, "principles"),
		    guide->article_count);
	for (i = 0; i < guide->principle_count; i++)
		parts_add(listing, PAGE_PRINCIPLE, locale,
		    &guide->principles[i],
		    address_principle(arena, locale, &guide->principles[i]),
		    guide->principles[i].section_count);
	if (guide->tag_count > 0)
		parts_add(listing, PAGE_TAGS, locale, NULL,
		    address_fixed(arena, locale, "tags"), guide->tag_count);
	for (i = 0; i < guide->tag_count; i++)
		tag_add(listing, locale, &guide->tags[i]);
	parts_add(listing, PAGE_INDEX, locale, NULL,
	    address_fixed(arena, locale, "a-z"), index_count);
	if (guide->locale_count > 1)
		parts_add(listing, PAGE_TRANSLATIONS, locale, NULL,
		    address_fixed(arena, locale, "translations"),
		    guide->article_count);
	if (guide->configuration.search)
		(void)page_add(listing, PAGE_SEARCH, locale, NULL,
		    address_fixed(arena, locale, "search"));
	if (guide->locale_count > 1)
		(void)page_add(listing, PAGE_COMPARE, locale, NULL,
		    address_fixed(arena, locale, "compare"));
	handouts_add(listing, locale);
	(void)page_add(listing, PAGE_LOST, locale, NULL,
	    address_fixed(arena, locale, "404"));
	if (guide->configuration.base_url.text.length > 0)
		(void)page_add(listing, PAGE_FEED, locale, NULL,
		    text_format(arena, "%.*s/feed.xml",
			TEXT_ARGUMENTS(locale->tag)));
}

static void sitemaps_add(struct listing *listing)
{
	const struct locale *locale = address_site_locale(listing->guide);
	size_t public = 0, count, i;
	struct page *page;

	for (i = 0; i < listing->pages->count; i++)
		public += page_is_public(&listing->pages->items[i]);
	count = (public + SITEMAP_ADDRESSES - 1) / SITEMAP_ADDRESSES;
	page = page_add(listing, PAGE_SITEMAP, locale, NULL,
	    TEXT("sitemap.xml"));
	if (count <= 1)
		return;
	page->number = 0;
	page->count = count;
	for (i = 1; i <= count; i++) {
		page = page_add(listing, PAGE_SITEMAP, locale, NULL,
		    text_format(listing->arena, "sitemap.%zu.xml", i));
		page->number = i;
		page->count = count;
	}
}

/* Which of two pages at one address is to be mended. */
static int blame(const struct page *page)
{
	if (page->kind == PAGE_REDIRECT)
		return 2;
	return page->place.source != NULL;
}

/* What has been reported already, or will be once for all. */
static bool is_known(const struct guide *guide, const struct page *page,
    const struct page *other)
{
	const struct edition *edition = page->object;

	if (page->kind == PAGE_ARTICLE && id_reserved(edition->article->id))
		return true;
	return page->kind == PAGE_TAG && other->kind == PAGE_TAG &&
	    (page->locale != guide->locales[0] || page->number > 1);
}

/* Whose page it is, beside another.  A tag's is somebody's only if the two
 * are tags. */
static struct text page_owner(const struct page *page,
    const struct page *other)
{
	bool own = page->place.source == NULL ||
	    (page->kind == PAGE_TAG && other->kind != PAGE_TAG);

	return own ? TEXT("the site's own page") : page->place.source->name;
}

static void clashes_report(struct listing *listing)
{
	struct page_list *pages = listing->pages;
	struct table paths = { 0 };
	size_t i;

	for (i = 0; i < pages->count; i++) {
		const struct page *page = &pages->items[i];
		const struct page *other =
		    table_get(&paths, page->path);

		if (other == NULL) {
			(void)table_put(
			    &paths, listing->arena, page->path, page);
			continue;
		}
		if (blame(other) > blame(page)) {
			const struct page *swap = page;

			page = other;
			other = swap;
		}
		if (!is_known(listing->guide, page, other))
			report_add(listing->report, MESSAGE_ADDRESS_TWICE,
			    page->place, page_owner(other, page),
			    page_owner(page, other), page->path);
	}
}

void page_list_make(struct page_list *pages, struct arena *arena,
    struct report *report, const struct guide *guide,
    const size_t *index_counts)
{
	struct listing listing = { pages, arena, report, guide };
	const struct locale *site = address_site_locale(guide);
	size_t i;

	(void)page_add(&listing, PAGE_CHOOSER, site, NULL, TEXT("index.html"));
	(void)page_add(&listing, PAGE_LOST, site, NULL, TEXT("404.html"));
	(void)page_add(&listing, PAGE_ROBOTS, site, NULL, TEXT("robots.txt"));
	for (i = 0; i < guide->locale_count; i++)
		locale_add(&listing, guide->locales[i], index_counts[i]);
	if (guide->configuration.base_url.text.length > 0)
		sitemaps_add(&listing);
	clashes_report(&listing);
	/* In a guide with errors base_url may be what cannot be read. */
	if (guide->configuration.base_url.text.length == 0 &&
	    report->counts[REPORT_ERROR] == 0)
		report_add(report, MESSAGE_BASE_URL_MISSING, place_nowhere());
}
