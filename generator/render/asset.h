/*
 * The files that pages need besides themselves: stylesheets of each locale,
 * scripts, the icon; under names with content hashes.  And the glyphs, of
 * which each page gets those that it uses.
 */
#ifndef RENDER_ASSET_H
#define RENDER_ASSET_H

#include "base/buffer.h"
#include "base/report.h"
#include "base/table.h"
#include "model/guide.h"
#include "render/stylesheet.h"

struct theme;

enum script_kind {
	SCRIPT_SITE,      /* of every page */
	SCRIPT_CHOOSER,   /* of the choice of language */
	SCRIPT_SEARCH,    /* loaded when a reader searches */
	SCRIPT_SHORTCUTS, /* loaded when a reader asks for the keys */
	SCRIPT_FRAMES,    /* loaded by pages that another one reads */
	SCRIPT_COMPARE,   /* of two languages side by side */
	SCRIPT_BUILDER,   /* of what puts handouts together */
	SCRIPT_KIND_COUNT
};

struct asset {
	struct text path; /* "assets/fi.0a1b2c3d4e.css" */
	struct text bytes;
};

struct assets {
	struct asset *items;
	size_t count;
	size_t capacity;
	struct text *stylesheets[STYLE_KIND_COUNT]; /* paths, by locale.index */
	struct text scripts[SCRIPT_KIND_COUNT]; /* paths; empty if the guide
	                                           has no use for one */
	struct text icon;   /* path */
	struct text *words; /* paths, by locale.index: what the scripts say;
	                       "fi/ui.0a1b2c3d4e.js" */
	/* Of the search, put in from outside; without it all are empty. */
	struct text *search_indexes; /* "fi/search/index.0a1b2c3d4e.js", by
	                                locale.index */
	struct text engine; /* "assets/engine.0a1b2c3d4e.js" */
	struct table glyphs; /* id -> struct text of the <symbol> */
};

/* Makes all assets for the guide from the files of the theme. False after
 * reporting a file that is missing. */
bool assets_make(struct assets *assets, struct arena *arena,
    struct report *report, struct theme *theme, const struct guide *guide);

/* The parts of scripts whose messages translators get. */
size_t asset_scripts(const char *const **names);

/* The symbols that html refers to by href="#ID", each once, in order of id. */
struct text assets_symbols(const struct assets *assets, struct arena *arena,
    struct text html);

#endif
