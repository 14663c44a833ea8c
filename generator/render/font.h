/*
 * Fonts that a guide brings itself: their files, and the rules that put them
 * before the theme's.
 */
#ifndef RENDER_FONT_H
#define RENDER_FONT_H

#include "base/buffer.h"
#include "model/guide.h"

/*
 * Adds the rules for the fonts of a locale.  paths are those of the files, by
 * position in the configuration, relative to the folder of stylesheets; a font
 * whose path is empty is left out.
 */
void font_rules(struct buffer *css, const struct guide *guide,
    const struct locale *locale, const struct text *paths);

#endif
