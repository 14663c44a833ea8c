/*
 * Stylesheets of a locale: the theme's, and the rules that need its words and
 * digits, since stylesheets hold no translations.
 */
#ifndef RENDER_STYLESHEET_H
#define RENDER_STYLESHEET_H

#include "base/buffer.h"
#include "base/report.h"
#include "model/guide.h"

struct theme;

enum style_kind {
	STYLE_SITE,     /* of every page */
	STYLE_WORKSHOP, /* also of tables, lists and handouts, of what makes
	                   them, of two languages side by side */
	STYLE_KIND_COUNT
};

/* Adds the stylesheet of a locale. fonts: render/font.h. False after reporting
 * a file that is missing. */
bool stylesheet_make(struct buffer *css, struct arena *arena,
    struct report *report, struct theme *theme, const struct guide *guide,
    const struct locale *locale, enum style_kind kind,
    const struct text *fonts);

/* Adds text as a string in double quotes (CSS Syntax 3, "Consume a string
 * token"). */
void stylesheet_string(struct buffer *css, struct text text);

/* Adds CSS without its comments and the blanks that count for nothing, strings
 * as they are. */
void stylesheet_shorten(struct buffer *out, struct text css);

#endif
