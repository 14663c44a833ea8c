#include "render/asset.h"

#include "base/hash.h"
#include "base/list.h"
#include "render/script.h"
#include "render/theme.h"

#include <stdlib.h>

static const char *const stylesheet_parts[] = { "assets/tokens.css",
	"assets/base.css", "assets/components.css", NULL, "assets/print.css" };

/* One script, in parts for those who read it. */
static const char *const search_parts[] = { "assets/search-index.js",
	"assets/search-results.js", "assets/search-box.js",
	"assets/search-page.js" };

size_t asset_scripts(const char *const **names)
{
	*names = search_parts;
	return sizeof(search_parts) / sizeof(*search_parts);
}

static bool part_load(struct text *bytes, struct report *report,
    struct theme *theme, const char *name)
{
	const struct source *source = theme_load(theme, text_from(name));

	if (source == NULL) {
		report_add(report, MESSAGE_TEMPLATE_MISSING, place_nowhere(),
		    text_from(name), (struct text){ 0 });
		return false;
	}
	*bytes = source->bytes;
	return true;
}

/* As a CSS string in double quotes (CSS Syntax 3, "Consume a string token"):
 * control characters end it or vanish, so they are escaped as numbers. */
static void css_string(struct buffer *css, struct text text)
{
	size_t i;

	buffer_add_char(css, '"');
	for (i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if (c < ' ' || c == 0x7F) {
			buffer_format(css, "\\%x ", c);
			continue;
		}
		if (c == '"' || c == '\\')
			buffer_add_char(css, '\\');
		buffer_add_char(css, text.at[i]);
	}
	buffer_add_char(css, '"');
}

/* The words of "Page {number} of {count}" around the counters. */
static void css_page_number(struct buffer *css, struct arena *arena,
    const struct locale *locale)
{
	struct text words = catalogs_translate(&locale->catalogs, TEXT(""),
	    TEXT("Page {number} of {count}"));
	bool persian = text_equal(locale_number(locale, arena, 1),
	    TEXT("\xdb\xb1"));
	size_t open, close;

	for (;;) {
		open = text_find_char(words, '{', 0);
		close = text_find_char(words, '}', 0);
		if (open == TEXT_NONE || close == TEXT_NONE || close < open)
			break;
		css_string(css, text_slice(words, 0, open));
		buffer_format(css, " counter(%s%s) ",
		    text_equal(text_slice(words, open, close + 1 - open),
			TEXT("{number}"))
			? "page"
			: "pages",
		    persian ? ", persian" : "");
		words = text_after(words, close + 1);
	}
	css_string(css, words);
}

static void css_sheet(struct buffer *css, struct arena *arena,
    const struct guide *guide, const struct locale *locale)
{
	const char *head = locale->rtl ? "@top-right" : "@top-left";
	const char *foot = locale->rtl ? "@bottom-left" : "@bottom-right";
	const char *font = "font: 9pt var(--font, sans-serif); color: #333";

	buffer_format(css, "@page { margin: 22mm 20mm 20mm; %s { content: ",
	    head);
	css_string(css, catalogs_translate(&locale->catalogs, TEXT(""),
	    guide->configuration.title.text));
	buffer_format(css, "; %s; } %s { content: ", font, foot);
	css_page_number(css, arena, locale);
	buffer_format(css, "; %s;%s } }\n", font,
	    locale->rtl ? " direction: rtl;" : "");
}

/* The key above the threads repeats their proportions: a phase takes as much
 * room as it has principles, and .7 for the gap (templates/assets). */
static void css_phase_key(struct buffer *css, const struct guide *guide)
{
	size_t counts[PRINCIPLE_AFTER + 1] = { 0 }, i;
	int phase;

	for (i = 0; i < guide->principle_count; i++)
		counts[guide->principles[i].entry->phase]++;
	if (counts[PRINCIPLE_NONE] == guide->principle_count)
		return;
	buffer_add(css, TEXT("@media (width >= 64em) { .phase-key { "
			     "grid-template-columns:"));
	for (phase = PRINCIPLE_BEFORE; phase <= PRINCIPLE_AFTER; phase++)
		if (counts[phase] > 0)
			buffer_format(css, " %zu.7fr", counts[phase]);
	buffer_add(css, TEXT("; } }\n"));
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

static bool stylesheet_make(struct assets *assets, struct arena *arena,
    struct report *report, struct theme *theme, const struct guide *guide,
    const struct locale *locale)
{
	struct buffer css = { 0 };
	bool made = true;
	size_t i;

	for (i = 0; i < sizeof(stylesheet_parts) / sizeof(*stylesheet_parts);
	     i++) {
		struct text part = { 0 };

		if (stylesheet_parts[i] == NULL) {
			css_phase_key(&css, guide);
			css_sheet(&css, arena, guide, locale);
			continue;
		}
		made = part_load(&part, report, theme, stylesheet_parts[i]) &&
		    made;
		buffer_add(&css, part);
	}
	assets->stylesheets[locale->index] = asset_add(assets, arena,
	    text_format(arena, "assets/%.*s", TEXT_ARGUMENTS(locale->tag)).at,
	    buffer_copy(&css, arena), "css");
	buffer_release(&css);
	return made;
}

static void words_make(struct assets *assets, struct arena *arena,
    const struct guide *guide, const struct catalog_messages *messages)
{
	size_t i;

	assets->words = arena_array(arena, struct text, guide->locale_count);
	for (i = 0; i < guide->locale_count; i++) {
		const struct locale *locale = guide->locales[i];
		struct buffer script = { 0 };

		script_words(&script, arena, messages, &locale->catalogs);
		assets->words[i] = asset_add(assets, arena,
		    text_format(arena, "%.*s/ui", TEXT_ARGUMENTS(locale->tag))
			.at,
		    buffer_copy(&script, arena), "js");
		buffer_release(&script);
	}
}

static struct text script_add(struct assets *assets, struct arena *arena,
    const char *name, struct text script)
{
	struct buffer bytes = { 0 };
	struct text path;

	script_shorten(&bytes, script);
	path = asset_add(assets, arena, name, buffer_copy(&bytes, arena), "js");
	buffer_release(&bytes);
	return path;
}

static bool search_make(struct assets *assets, struct arena *arena,
    struct report *report, struct theme *theme, const struct guide *guide)
{
	struct catalog_messages messages = { 0 };
	struct buffer script = { 0 };
	const char *const *names;
	size_t count = asset_scripts(&names), i;
	bool made = true;

	for (i = 0; i < count; i++) {
		struct text part = { 0 };

		made = part_load(&part, report, theme, names[i]) && made;
		script_messages(&messages, arena, part, text_from(names[i]));
		script_shorten(&script, part);
	}
	assets->search_script = asset_add(assets, arena, "assets/search",
	    buffer_copy(&script, arena), "js");
	buffer_release(&script);
	words_make(assets, arena, guide, &messages);
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

bool assets_make(struct assets *assets, struct arena *arena,
    struct report *report, struct theme *theme, const struct guide *guide)
{
	struct text script = { 0 }, chooser = { 0 }, icon = { 0 };
	struct text glyphs = { 0 };
	bool made = true;
	size_t i;

	assets->stylesheets =
	    arena_array(arena, struct text, guide->locale_count);
	assets->search_indexes =
	    arena_array(arena, struct text, guide->locale_count);
	for (i = 0; i < guide->locale_count; i++)
		made = stylesheet_make(assets, arena, report, theme, guide,
			   guide->locales[i]) &&
		    made;
	made = part_load(&script, report, theme, "assets/site.js") && made;
	made = part_load(&chooser, report, theme, "assets/chooser.js") && made;
	made = part_load(&icon, report, theme, "assets/favicon.svg") && made;
	made = part_load(&glyphs, report, theme, "assets/glyphs.svg") && made;
	assets->script = script_add(assets, arena, "assets/site", script);
	assets->chooser_script =
	    script_add(assets, arena, "assets/chooser", chooser);
	assets->icon = asset_add(assets, arena, "assets/favicon", icon, "svg");
	glyphs_read(assets, arena, glyphs);
	if (guide->configuration.search)
		made = search_make(assets, arena, report, theme, guide) && made;
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
