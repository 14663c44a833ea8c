/*
 * What the tests of views share: a guide out of strings, linked and prepared
 * as for a build, and a look at any slot of any page by its path.
 */
#ifndef UNIT_RENDER_VIEWING_H
#define UNIT_RENDER_VIEWING_H

#include "guiding.h"
#include "link/relation.h"
#include "render/body.h"
#include "render/view.h"

struct viewing {
	struct guiding *guiding;
	struct page_list pages;
	struct attachments attachments;
	struct assets assets;
	struct site site;
	struct buffer out;
};

static inline int viewing_setup(void **state)
{
	struct viewing *viewing = calloc(1, sizeof(*viewing));
	void *guiding;

	if (viewing == NULL || guiding_setup(&guiding) != 0)
		return -1;
	viewing->guiding = guiding;
	viewing->guiding->options.render_blocks = body_render_blocks;
	viewing->guiding->options.render_inlines = body_render_inlines;
	*state = viewing;
	return 0;
}

static inline int viewing_teardown(void **state)
{
	struct viewing *viewing = *state;
	void *guiding = viewing->guiding;

	buffer_release(&viewing->out);
	free(viewing);
	return guiding_teardown(&guiding);
}

static inline void viewing_again(struct viewing *viewing)
{
	struct guiding *guiding = viewing->guiding;

	buffer_release(&viewing->out);
	guiding_again(guiding);
	*viewing = (struct viewing){ .guiding = guiding };
}

/* Assets that are no files: a stylesheet of each locale and one glyph. */
static inline void viewing_assets(struct viewing *viewing)
{
	struct arena *arena = &viewing->guiding->arena;
	const struct guide *guide = &viewing->guiding->guide;
	struct text *symbol = arena_new(arena, struct text);
	size_t i;

	for (i = 0; i < STYLE_KIND_COUNT; i++)
		viewing->assets.stylesheets[i] =
		    arena_array(arena, struct text, guide->locale_count);
	for (i = 0; i < guide->locale_count; i++) {
		struct text tag = guide->locales[i]->tag;

		viewing->assets.stylesheets[STYLE_SITE][i] =
		    text_format(arena, "assets/%.*s.css", TEXT_ARGUMENTS(tag));
		viewing->assets.stylesheets[STYLE_WORKSHOP][i] = text_format(
		    arena, "assets/workshop.%.*s.css", TEXT_ARGUMENTS(tag));
	}
	viewing->assets.scripts[SCRIPT_SITE] = TEXT("assets/site.js");
	viewing->assets.scripts[SCRIPT_CHOOSER] = TEXT("assets/chooser.js");
	viewing->assets.scripts[SCRIPT_SEARCH] = TEXT("assets/search.js");
	viewing->assets.engine = TEXT("assets/engine.js");
	viewing->assets.words =
	    arena_array(arena, struct text, guide->locale_count);
	viewing->assets.search_indexes =
	    arena_array(arena, struct text, guide->locale_count);
	for (i = 0; i < guide->locale_count; i++) {
		viewing->assets.words[i] = text_format(arena, "%.*s/ui.js",
		    TEXT_ARGUMENTS(guide->locales[i]->tag));
		viewing->assets.search_indexes[i] =
		    text_format(arena, "%.*s/search/index.js",
			TEXT_ARGUMENTS(guide->locales[i]->tag));
	}
	viewing->assets.icon = TEXT("assets/favicon.svg");
	*symbol = TEXT("<symbol id=\"g-listen\"/>");
	(void)table_put(
	    &viewing->assets.glyphs, arena, TEXT("g-listen"), symbol);
}

/* Assembles, links and prepares. */
static inline void viewing_start(struct viewing *viewing)
{
	struct guiding *guiding = viewing->guiding;
	struct arena *arena = &guiding->arena;
	const struct guide *guide = &guiding->guide;
	struct site *site = &viewing->site;
	struct index *indexes;
	size_t *counts, i;

	guiding_assemble(guiding);
	reference_check(&viewing->attachments, arena, &guiding->report, guide,
	    &guiding->sources);
	for (i = 0; i < viewing->attachments.count; i++) {
		struct attachment *attachment = viewing->attachments.items[i];

		attachment->name = TEXT("kuva.00.png");
		attachment->picture.width = 4;
		attachment->picture.height = 3;
	}
	relation_link(guide, arena);
	indexes = arena_array(arena, struct index, guide->locale_count);
	counts = arena_array(arena, size_t, guide->locale_count);
	for (i = 0; i < guide->locale_count; i++) {
		index_make(&indexes[i], arena, guide, guide->locales[i]);
		counts[i] = indexes[i].count;
	}
	page_list_make(
	    &viewing->pages, arena, &guiding->report, guide, counts);
	viewing_assets(viewing);
	site->guide = guide;
	site->attachments = &viewing->attachments;
	site->pages = &viewing->pages;
	site->indexes = indexes;
	site->index_counts = counts;
	site->assets = &viewing->assets;
	view_prepare(site, arena);
}

static inline const struct page *viewing_page(const struct viewing *viewing,
    const char *path)
{
	size_t i;

	for (i = 0; i < viewing->pages.count; i++)
		if (text_equal_string(viewing->pages.items[i].path, path))
			return &viewing->pages.items[i];
	fail_msg("there is no page %s", path);
	return NULL;
}

/*
 * A guide in Finnish, Persian and English with a page of every kind:
 * - "hei", a Finnish original with everything that front matter can say, and
 *   its English translation without dates;
 * - "hello", an English original; "salam", a Persian one;
 * - three principles, of which the last is untranslated and has no phase.
 */
static inline void viewing_guide(struct viewing *viewing)
{
	struct guiding *guiding = viewing->guiding;

	guiding_configure(guiding,
	    "title: Small\ntagline: Small words\ndescription: On words.\n"
	    "base_url: https://guide.example/sub/\nlocales: [fi, fa, en]\n");
	guiding_principles(guiding,
	    "- {id: listen, name: Listen, phase: during, definition: Hear.,"
	    " when_not: Fire., question: Who?, aliases: [hear]}\n"
	    "- {id: calm, name: Calm, phase: before}\n"
	    "- {id: thanks, name: Thanks}\n");
	guiding_catalog(guiding, "fi",
	    "msgid \"Small\"\nmsgstr \"Pieni\"\n\n"
	    "msgid \"Small words\"\nmsgstr \"Pieniä sanoja\"\n\n"
	    "msgid \"Listen\"\nmsgstr \"Kuuntele\"\n\n"
	    "msgid \"Calm\"\nmsgstr \"Rauhoitu\"\n\n"
	    "msgid \"Hear.\"\nmsgstr \"Kuule.\"\n\n"
	    "msgid \"Principles\"\nmsgstr \"Periaatteet\"\n\n"
	    "msgctxt \"tag\"\nmsgid \"calls\"\nmsgstr \"puhelut\"\n");
	guiding_catalog(guiding, "fa",
	    "msgid \"Listen\"\nmsgstr \"گوش کن\"\n");
	guiding_attachment(guiding, "fi/kuva.png");
	guiding_file(guiding, "fi/hei.md",
	    "---\ntitle: Hei & moi\ndescription: Kuvaus.\n"
	    "date: 2026-09-14\nupdated: 2026-11-03\n"
	    "review-by: 2027-05-03\nowner: tiimi\n"
	    "tags: [calls, calls, first contact]\naliases: [terve]\n---\n"
	    "Alku [x](hello.md#start) [y](salam.md) ![k](kuva.png)\n\n"
	    "## Kuuntele *aina* {#ears principles=\"listen calm\"}\n\n"
	    "Hiljaa [z](#deep) [p](principle:calm).\n\n"
	    "### Syvä {#deep principles=calm}\n\nTeksti.\n");
	guiding_file(guiding, "en/hei.md",
	    "---\ntitle: Hi\ntranslated-from: fi\ntags: [extra]\n---\n"
	    "## Ears {#ears}\n\nQuiet.\n");
	guiding_file(guiding, "en/hello.md",
	    "---\ntitle: Hello\ndate: 2026-12-01\n---\n"
	    "## Start {#start principles=\"listen thanks\"}\n\nBegin.\n");
	guiding_file(guiding, "fa/salam.md",
	    "---\ntitle: سلام\n---\n"
	    "## گوش {#gush principles=listen}\n\nمتن.\n");
	viewing_start(viewing);
	assert_string_equal(
	    report_string(&guiding->arena, &guiding->report), "");
}

/* A value as a string: "-" if absent, "yes" of a flag, "3 items" of a list,
 * else its text, and its language if that is not the page's: "Hei [fi]". */
static inline const char *viewing_string(struct viewing *viewing,
    const struct slot *slot, const struct slot_value *value)
{
	struct arena *arena = &viewing->guiding->arena;
	struct text text = value->text;

	if (slot->kind == SLOT_FLAG)
		return value->flag ? "yes" : "-";
	if (value->absent)
		return "-";
	if (slot->kind == SLOT_LIST)
		return text_format(arena, "%zu items", value->count).at;
	if (slot->kind == SLOT_OBJECT)
		return "object";
	if (value->language == NULL)
		return text_string(arena, text);
	return text_format(arena, "%.*s [%.*s%s]", TEXT_ARGUMENTS(text),
	    TEXT_ARGUMENTS(value->language->tag),
	    value->language->rtl ? " rtl" : "").at;
}

/*
 * The value of a slot on a page, found by names and numbers of list items:
 * viewing_look(v, "fi/index.html", "articles/0/title").
 */
static inline const char *viewing_look(struct viewing *viewing,
    const char *page, const char *path)
{
	struct view view = {
		.site = &viewing->site,
		.page = viewing_page(viewing, page),
		.arena = &viewing->guiding->arena,
		.out = &viewing->out,
	};
	const struct slot_type *type = view_root();
	const struct slot *slot = NULL;
	struct slot_value value = { 0 };
	const void *object = &view;
	struct text rest = text_from(path), name;
	unsigned number;
	size_t i;

	view.locale = view.page->locale;
	while (text_cut(&name, &rest, '/')) {
		if (text_number(&number, name)) {
			if (number >= value.count)
				return "(no such item)";
			object = value.items[number];
			continue;
		}
		for (i = 0; i < type->count; i++)
			if (text_equal_string(name, type->slots[i].name))
				break;
		if (i == type->count)
			fail_msg("there is no slot %s", path);
		slot = &type->slots[i];
		value = (struct slot_value){ 0 };
		slot->get(&value, &view, object);
		if (rest.length > 0 && value.absent)
			return "(absent on the way)";
		object = value.object;
		if (slot->of != NULL)
			type = slot->of;
	}
	return viewing_string(viewing, slot, &value);
}

/* The variable viewing must be in scope. */
#define assert_slot(page, path, expected)                                      \
	assert_string_equal(viewing_look(viewing, page, path), expected)

/* Rows of a table of such claims. */
struct viewing_row {
	const char *page, *path, *expected;
};
#define assert_slots(rows)                                                     \
	do {                                                                   \
		size_t row_;                                                   \
		for (row_ = 0; row_ < sizeof(rows) / sizeof((rows)[0]);        \
		     row_++)                                                   \
			assert_slot((rows)[row_].page, (rows)[row_].path,      \
			    (rows)[row_].expected);                            \
	} while (0)

#endif
