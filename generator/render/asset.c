#include "render/asset.h"

#include "base/hash.h"
#include "base/list.h"
#include "render/script.h"
#include "render/stylesheet.h"
#include "render/theme.h"

#include <stdlib.h>
#include <string.h>

/* What a script is made of, in parts for those who read it. */
struct bundle {
	const char *name;
	const char *parts[8];
};

static const struct bundle bundles[SCRIPT_KIND_COUNT] = {
	[SCRIPT_SITE] = { "assets/site", { "assets/site.js" } },
	[SCRIPT_CHOOSER] = { "assets/chooser", { "assets/chooser.js" } },
	[SCRIPT_SEARCH] = { "assets/search",
	    { "assets/search-index.js", "assets/search-results.js",
		"assets/search-box.js", "assets/search-page.js" } },
	[SCRIPT_SHORTCUTS] = { "assets/shortcuts", { "assets/shortcuts.js" } },
	[SCRIPT_FRAMES] = { "assets/frames", { "assets/frames.js" } },
	[SCRIPT_COMPARE] = { "assets/compare",
	    { "assets/pairs.js", "assets/compare.js" } },
	[SCRIPT_BUILDER] = { "assets/builder",
	    { "assets/pairs.js", "assets/builder-words.js",
		"assets/builder-choice.js", "assets/builder-address.js",
		"assets/builder-order.js", "assets/builder-units.js",
		"assets/builder-sheet.js", "assets/builder.js" } },
};

/* Those that speak. */
static const char *const speaking[] = { "assets/search-index.js",
	"assets/search-results.js", "assets/search-box.js",
	"assets/search-page.js", "assets/shortcuts.js", "assets/pairs.js",
	"assets/compare.js", "assets/builder-order.js", "assets/builder.js" };

size_t asset_scripts(const char *const **names)
{
	*names = speaking;
	return sizeof(speaking) / sizeof(*speaking);
}

/* False for what the guide has no use for. */
static bool is_wanted(enum script_kind kind, const struct guide *guide)
{
	switch (kind) {
	case SCRIPT_SEARCH:
		return guide->configuration.search;
	case SCRIPT_COMPARE:
		return guide->locale_count > 1;
	case SCRIPT_BUILDER:
		return guide->configuration.handouts;
	case SCRIPT_FRAMES:
		return guide->locale_count > 1 ||
		    guide->configuration.handouts;
	case SCRIPT_SITE:
	case SCRIPT_CHOOSER:
	case SCRIPT_SHORTCUTS:
	case SCRIPT_KIND_COUNT:
		break;
	}
	return true;
}

static struct text asset_add(struct assets *assets, struct arena *arena,
    const char *name, struct text bytes, const char *ending)
{
	struct asset *asset = list_add(arena, assets);

	asset->path = text_format(arena, "%s.%.*s.%s", name,
	    TEXT_ARGUMENTS(hash_name(arena, hash_bytes(bytes))), ending);
	asset->bytes = bytes;
	return asset->path;
}

static bool script_make(struct assets *assets, struct arena *arena,
    struct report *report, struct theme *theme, enum script_kind kind)
{
	const struct bundle *bundle = &bundles[kind];
	struct buffer script = { 0 };
	bool made = true;
	size_t i;

	for (i = 0; i < sizeof(bundle->parts) / sizeof(*bundle->parts) &&
	     bundle->parts[i] != NULL;
	     i++) {
		struct text part = { 0 };

		made = theme_part(&part, report, theme, bundle->parts[i]) &&
		    made;
		script_shorten(&script, part);
	}
	assets->scripts[kind] = asset_add(assets, arena, bundle->name,
	    buffer_copy(&script, arena), "js");
	buffer_release(&script);
	return made;
}

static bool scripts_make(struct assets *assets, struct arena *arena,
    struct report *report, struct theme *theme, const struct guide *guide)
{
	bool made = true;
	unsigned kind;

	for (kind = 0; kind < SCRIPT_KIND_COUNT; kind++)
		if (is_wanted(kind, guide))
			made = script_make(assets, arena, report, theme,
				   kind) &&
			    made;
	return made;
}

/* What all scripts say, for each locale. */
static bool words_make(struct assets *assets, struct arena *arena,
    struct report *report, struct theme *theme, const struct guide *guide)
{
	struct catalog_messages messages = { 0 };
	const char *const *names;
	size_t count = asset_scripts(&names), i;
	bool made = true;

	for (i = 0; i < count; i++) {
		struct text part = { 0 };

		made = theme_part(&part, report, theme, names[i]) && made;
		script_messages(&messages, arena, part, text_from(names[i]));
	}
	assets->words = arena_array(arena, struct text, guide->locale_count);
	for (i = 0; i < guide->locale_count; i++) {
		const struct locale *locale = guide->locales[i];
		struct buffer script = { 0 };

		script_words(&script, arena, &messages, &locale->catalogs);
		assets->words[i] = asset_add(assets, arena,
		    text_format(arena, "%.*s/ui", TEXT_ARGUMENTS(locale->tag))
			.at,
		    buffer_copy(&script, arena), "js");
		buffer_release(&script);
	}
	return made;
}

static void glyphs_read(struct assets *assets, struct arena *arena,
    struct text svg)
{
	const struct text begin = TEXT("<symbol id=\""), end = TEXT("</symbol>");
	size_t at = 0;

	while ((at = text_find(svg, begin, at)) != TEXT_NONE) {
		size_t id = at + begin.length;
		size_t quote = text_find_char(svg, '"', id);
		size_t to = text_find(svg, end, at);
		struct text *symbol;

		if (to == TEXT_NONE || quote > to)
			return;
		symbol = arena_new(arena, struct text);
		*symbol = text_slice(svg, at, to + end.length - at);
		(void)table_put(&assets->glyphs, arena,
		    text_slice(svg, id, quote - id), symbol);
		at = to;
	}
}

/* The files of the guide's own fonts; paths are relative to stylesheets. */
static bool fonts_make(struct text **paths, struct assets *assets,
    struct arena *arena, struct report *report, struct theme *theme,
    const struct guide *guide)
{
	const struct configuration_fonts *fonts = &guide->configuration.fonts;
	bool made = true;
	size_t i;

	*paths = arena_array(arena, struct text, fonts->count);
	for (i = 0; i < fonts->count; i++) {
		const struct field_text *file = &fonts->items[i].file;
		size_t dot = text_find_char(file->text, '.', 0);
		struct text name = text_format(
		    arena, "assets/%.*s", TEXT_ARGUMENTS(file->text));
		const struct source *source = theme_load(theme, name);

		if (source == NULL) {
			report_add(report, MESSAGE_FONT_MISSING, file->place,
			    name);
			made = false;
			continue;
		}
		(*paths)[i] = text_after(
		    asset_add(assets, arena,
			text_format(arena, "assets/%.*s", (int)dot,
			    file->text.at)
			    .at,
			source->bytes,
			text_string(arena, text_after(file->text, dot + 1))),
		    strlen("assets/"));
	}
	return made;
}

static bool stylesheets_make(struct assets *assets, struct arena *arena,
    struct report *report, struct theme *theme, const struct guide *guide)
{
	static const char *const names[STYLE_KIND_COUNT] = { "assets/%.*s",
		"assets/workshop.%.*s" };
	struct text *fonts;
	bool made =
	    fonts_make(&fonts, assets, arena, report, theme, guide);
	size_t i;
	unsigned kind;

	for (kind = 0; kind < STYLE_KIND_COUNT; kind++) {
		assets->stylesheets[kind] =
		    arena_array(arena, struct text, guide->locale_count);
		for (i = 0; i < guide->locale_count; i++) {
			const struct locale *locale = guide->locales[i];
			struct buffer css = { 0 };

			made = stylesheet_make(&css, arena, report, theme,
				   guide, locale, kind, fonts) &&
			    made;
			assets->stylesheets[kind][i] = asset_add(assets, arena,
			    text_format(arena, names[kind],
				TEXT_ARGUMENTS(locale->tag))
				.at,
			    buffer_copy(&css, arena), "css");
			buffer_release(&css);
		}
	}
	return made;
}

bool assets_make(struct assets *assets, struct arena *arena,
    struct report *report, struct theme *theme, const struct guide *guide)
{
	struct text icon = { 0 }, glyphs = { 0 };
	bool made;

	assets->search_indexes =
	    arena_array(arena, struct text, guide->locale_count);
	made = stylesheets_make(assets, arena, report, theme, guide);
	made = scripts_make(assets, arena, report, theme, guide) && made;
	made = words_make(assets, arena, report, theme, guide) && made;
	made = theme_part(&icon, report, theme, "assets/favicon.svg") && made;
	made = theme_part(&glyphs, report, theme, "assets/glyphs.svg") && made;
	assets->icon = asset_add(assets, arena, "assets/favicon", icon, "svg");
	glyphs_read(assets, arena, glyphs);
	return made;
}

struct text assets_symbols(const struct assets *assets, struct arena *arena,
    struct text html)
{
	const struct text begin = TEXT("href=\"#");
	struct {
		struct text *items;
		size_t count, capacity;
	} used = { 0 };
	struct buffer symbols = { 0 };
	struct text text;
	size_t at = 0, i;

	while ((at = text_find(html, begin, at)) != TEXT_NONE) {
		size_t end;

		at += begin.length;
		end = text_find_char(html, '"', at);
		if (end == TEXT_NONE)
			break;
		text = text_slice(html, at, end - at);
		if (table_get(&assets->glyphs, text) != NULL)
			*list_add(arena, &used) = text;
	}
	if (used.count > 0)
		qsort(used.items, used.count, sizeof(*used.items), text_order);
	for (i = 0; i < used.count; i++)
		if (i == 0 || !text_equal(used.items[i], used.items[i - 1]))
			buffer_add(&symbols, *(struct text *)table_get(
						 &assets->glyphs,
						 used.items[i]));
	text = buffer_copy(&symbols, arena);
	buffer_release(&symbols);
	return text;
}
