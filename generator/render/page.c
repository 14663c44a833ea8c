#include "render/page.h"

#include "render/handout_plan.h"
#include "render/link_targets.h"
#include "render/outline_words.h"

/* The templates of pages; robots.txt is too small to have one. */
static const char *const templates[PAGE_KIND_COUNT] = {
	[PAGE_CHOOSER] = "chooser.html",
	[PAGE_HOME] = "home.html",
	[PAGE_ARTICLE] = "article.html",
	[PAGE_PRINCIPLES] = "principles.html",
	[PAGE_PRINCIPLE] = "principle.html",
	[PAGE_TAGS] = "tags.html",
	[PAGE_TAG] = "tag.html",
	[PAGE_INDEX] = "index.html",
	[PAGE_TRANSLATIONS] = "translations.html",
	[PAGE_SEARCH] = "search.html",
	[PAGE_COMPARE] = "compare.html",
	[PAGE_HANDOUTS] = "handouts.html",
	[PAGE_HANDOUT_ARTICLE] = "handout.html",
	[PAGE_HANDOUT_PRINCIPLE] = "handout.html",
	[PAGE_LOST] = "404.html",
	[PAGE_REDIRECT] = "redirect.html",
	[PAGE_FEED] = "feed.xml",
	[PAGE_SITEMAP] = "sitemap.xml",
};

/* Number 0 of a long sitemap is the index of its parts. */
enum { SITEMAP_INDEX = PAGE_KIND_COUNT, PROGRAM_COUNT };
static const char sitemap_index[] = "sitemap-index.xml";

static const struct program **program_at(const struct programs *programs,
    const struct locale *locale, size_t kind)
{
	return &programs->items[locale->index * PROGRAM_COUNT + kind];
}

void programs_restrict(struct programs *programs, const struct locale *locale,
    enum page_kind first, enum page_kind last)
{
	programs->only = locale;
	programs->first = first;
	programs->last = last;
}

/* A guide that has its own base.html need not mind the templates of pages that
 * it has none of. */
static bool is_used(const struct guide *guide, size_t kind)
{
	switch (kind) {
	case PAGE_TRANSLATIONS:
	case PAGE_COMPARE:
		return guide->locale_count > 1;
	case PAGE_SEARCH:
		return guide->configuration.search;
	case PAGE_HANDOUTS:
	case PAGE_HANDOUT_ARTICLE:
	case PAGE_HANDOUT_PRINCIPLE:
		return guide->configuration.handouts;
	default:
		return true;
	}
}

static bool is_wanted(const struct programs *programs,
    const struct guide *guide, const struct locale *locale, size_t kind)
{
	return programs->only == NULL
	    ? is_used(guide, kind)
	    : locale == programs->only && kind >= programs->first &&
		kind <= programs->last;
}

bool programs_compile(struct programs *programs, struct arena *arena,
    struct report *report, struct theme *theme, const struct guide *guide)
{
	bool compiled = true;
	size_t i, kind;

	programs->set = template_set_new(
	    arena, theme_load, theme, theme->names, theme->name_count);
	programs->items = arena_array(arena, const struct program *,
	    guide->locale_count * PROGRAM_COUNT);
	for (i = 0; i < guide->locale_count; i++) {
		const struct locale *locale = guide->locales[i];
		struct slot_language *language =
		    arena_new(arena, struct slot_language);

		*language = (struct slot_language){ locale->tag, locale->rtl };
		for (kind = 0; kind < PROGRAM_COUNT; kind++) {
			const char *name = kind == SITEMAP_INDEX
			    ? sitemap_index
			    : templates[kind];
			const struct program *program;

			if (name == NULL ||
			    !is_wanted(programs, guide, locale, kind))
				continue;
			program = template_compile(programs->set, arena,
			    report, text_from(name), view_root(),
			    &locale->catalogs, language);
			*program_at(programs, locale, kind) = program;
			compiled = compiled && program != NULL;
		}
	}
	return compiled;
}

void programs_release(struct programs *programs)
{
	if (programs->set != NULL)
		template_set_release(programs->set);
	programs->set = NULL;
}

static void robots_write(struct buffer *out, const struct guide *guide)
{
	struct text url = guide->configuration.base_url.text;

	buffer_add(out, TEXT("User-agent: *\nAllow: /\n"));
	if (url.length > 0)
		buffer_format(out, "Sitemap: %.*ssitemap.xml\n",
		    TEXT_ARGUMENTS(url));
}

static bool is_handout(enum page_kind kind)
{
	return kind == PAGE_HANDOUT_ARTICLE || kind == PAGE_HANDOUT_PRINCIPLE;
}

/* Runs a program that may number the links in running text; all: also those
 * within the site. */
static void run(const struct program *program, struct buffer *out,
    struct view *view, bool all)
{
	struct slot_value address = { 0 };
	struct link_targets targets = {
		.arena = view->arena, .locale = view->locale, .all = all
	};

	value_absolute(&address, view, view->page->path);
	if (!address.absent)
		targets.base = address.text;
	view->targets = &targets;
	program_run(program, out, view->arena, view, view);
}

void page_render_handout(struct buffer *out, const struct programs *programs,
    struct view *view, const struct handout *handout)
{
	size_t start = out->length;
	struct buffer page = { 0 };

	view->plan = handout_plan_make(view, handout);
	run(*program_at(programs, view->locale, PAGE_HANDOUT_ARTICLE), out,
	    view, true);
	if (!view->locale->rtl &&
	    (handout->with == NULL || !handout->with->rtl))
		return;
	buffer_add(&page, text_after(buffer_text(out), start));
	buffer_cut(out, start);
	outline_words_add(out, buffer_text(&page));
	buffer_release(&page);
}

void page_render(struct buffer *out, struct arena *scratch,
    const struct site *site, const struct programs *programs,
    const struct page *page)
{
	struct view view = { .site = site,
		.page = page,
		.locale = page->locale,
		.arena = scratch,
		.out = out };
	size_t kind = page->kind;

	arena_reset(scratch);
	if (page->kind == PAGE_ROBOTS) {
		robots_write(out, site->guide);
		return;
	}
	if (is_handout(page->kind)) {
		page_render_handout(
		    out, programs, &view, handout_of_page(&view));
		return;
	}
	if (page->kind == PAGE_SITEMAP && page->number == 0)
		kind = SITEMAP_INDEX;
	run(*program_at(programs, page->locale, kind), out, &view, false);
}
