/*
 * A handout as one file that needs nothing beside it: stylesheets, images and
 * fonts inside, no scripts, nothing that leads about the site, and links that
 * lead to where the site will be.
 */
#ifndef COMMAND_HANDOUT_PACK_H
#define COMMAND_HANDOUT_PACK_H

#include "command/publish.h"

/* Adds the page that was rendered as that of a path of the site.  rules are
 * further ones of CSS, for the sheets. */
void handout_pack(struct buffer *out, struct arena *arena,
    const struct publish *publish, const struct locale *locale,
    struct text path, struct text html, struct text rules);

#endif
