#include "render/page.h"

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

			if (name == NULL)
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

void page_render(struct buffer *out, struct arena *scratch,
    const struct site *site, const struct programs *programs,
    const struct page *page)
{
	struct view view = { site, page, page->locale, scratch, out };
	size_t kind = page->kind;

	arena_reset(scratch);
	if (page->kind == PAGE_ROBOTS) {
		robots_write(out, site->guide);
		return;
	}
	if (page->kind == PAGE_SITEMAP && page->number == 0)
		kind = SITEMAP_INDEX;
	program_run(*program_at(programs, page->locale, kind), out, scratch,
	    &view, &view);
}
