/*
 * Messages in scripts: the literals of _("...") and ngettext("...", "...", n)
 * are found as xgettext finds them, and a script of words gives each locale
 * its translations and the plural rule that goes with them.
 */
#ifndef RENDER_SCRIPT_H
#define RENDER_SCRIPT_H

#include "base/buffer.h"
#include "model/catalog.h"

/*
 * Adds the messages of a script, with the translators' comments that stand on
 * their line or the line before.  file is their reference.  All lives in
 * arena, but for script and file.
 */
void script_messages(struct catalog_messages *messages, struct arena *arena,
    struct text script, struct text file);

/*
 * Adds a script as browsers need it: without its comments and indentation,
 * its lines as they are.  Templates (`...`) stay whole.
 */
void script_shorten(struct buffer *out, struct text script);

/*
 * Adds a script that hands the translations to whoever loads it:
 * opasWords({"Close": "Sulje", "{count} result": function (n) {...}}).
 * Messages without a translation are left out.
 */
void script_words(struct buffer *out, struct arena *arena,
    const struct catalog_messages *messages, const struct catalogs *catalogs);

#endif
