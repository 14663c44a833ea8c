/*
 * Every page of the site with its address, and the way from one address to
 * another.  A path is relative to the output folder: "fi/principles/x.html".
 */
#ifndef LINK_ADDRESS_H
#define LINK_ADDRESS_H

#include "model/guide.h"

enum page_kind {
	PAGE_CHOOSER,    /* index.html of the site */
	PAGE_HOME,       /* index.html of a locale */
	PAGE_ARTICLE,    /* object: edition */
	PAGE_PRINCIPLES, /* the matrix */
	PAGE_PRINCIPLE,  /* object: principle */
	PAGE_TAGS,
	PAGE_TAG,        /* object: tag */
	PAGE_INDEX,      /* A-Z */
	PAGE_TRANSLATIONS, /* how far they are; unless there is one locale */
	PAGE_SEARCH,     /* results; unless the guide turns search off */
	PAGE_COMPARE,    /* two languages side by side; unless there is one */
	PAGE_HANDOUTS,   /* where one is put together; if the guide wants
	                    handouts, as the next two */
	PAGE_HANDOUT_ARTICLE,   /* object: edition */
	PAGE_HANDOUT_PRINCIPLE, /* object: principle */
	PAGE_LOST,       /* 404.html, also of the site */
	PAGE_REDIRECT,   /* object: edition; for one of its aliases */
	PAGE_FEED,
	PAGE_SITEMAP,    /* number 0 of several: their index */
	PAGE_ROBOTS,
	PAGE_KIND_COUNT
};

struct page {
	enum page_kind kind;
	const struct locale *locale; /* of the site's own pages: the first,
	                                English if the guide has it */
	const void *object;
	size_t number, count; /* part of a long list: from 1, of count */
	struct text path;
	struct place place; /* what asks for the address, for messages */
};

struct page_list {
	struct page *items;
	size_t count;
	size_t capacity;
};

/* Entries of one numbered page of a long list. */
enum { PAGE_ENTRIES = 200 };
/* Addresses in one sitemap (the protocol's limit). */
enum { SITEMAP_ADDRESSES = 50000 };

/*
 * Lists every page of the guide. index_counts holds the number of A-Z entries
 * by locale.index.  Reports aliases that can be no address, two pages with one
 * address, and that there is no base_url for sitemap and feeds.
 */
void page_list_make(struct page_list *pages, struct arena *arena,
    struct report *report, const struct guide *guide,
    const size_t *index_counts);

/* True for pages that a sitemap lists. */
bool page_is_public(const struct page *page);

/* True for pages that exist in other locales for readers. */
bool page_has_alternates(const struct page *page);

/* The locale of the site's own pages. */
const struct locale *address_site_locale(const struct guide *guide);

struct text address_home(struct arena *arena, const struct locale *locale);
struct text address_edition(struct arena *arena,
    const struct edition *edition);
struct text address_principle(struct arena *arena,
    const struct locale *locale, const struct principle *principle);
struct text address_tag(struct arena *arena, const struct locale *locale,
    const struct tag *tag);
/* The handout of one. */
struct text address_handout_edition(struct arena *arena,
    const struct edition *edition);
struct text address_handout_principle(struct arena *arena,
    const struct locale *locale, const struct principle *principle);
/* One of the fixed pages: "principles", "tags", "a-z", "translations",
 * "search", "compare", "handouts", "404". */
struct text address_fixed(struct arena *arena, const struct locale *locale,
    const char *name);
/* The address of part number of a list whose first part is at path:
 * "fi/index.html" gives "fi/index.2.html". */
struct text address_part(struct arena *arena, struct text path,
    size_t number);

/* The path of the same page in another locale; empty if it has none (an
 * article without an edition there). Parts beyond its last give the first. */
struct text address_translated(struct arena *arena, const struct page *page,
    const struct locale *locale, const size_t *index_counts);

/* The part of the list of all articles on which an article stands. */
struct text address_in_list(struct arena *arena, const struct article *article,
    const struct locale *locale);

/* The id of an article's row in that list: "article-x". */
struct text address_mark(struct arena *arena, const struct article *article);

/* The relative URL from the page at `from` to `to`, with #fragment unless
 * that is empty. */
struct text address_relative(struct arena *arena, struct text from,
    struct text to, struct text fragment);

#endif
