/*
 * The template language: XHTML with TAL, METAL and i18n attributes, compiled
 * per locale to flat instructions and run over a view.  The only home of
 * libxml2.  templates/README.md is the manual of the language.
 */
#ifndef RENDER_TEMPLATE_H
#define RENDER_TEMPLATE_H

#include "base/buffer.h"
#include "base/report.h"
#include "model/catalog.h"
#include "render/slot.h"

struct template_set; /* parsed template files, shared by all locales */
struct program;      /* one template compiled for one locale */

/*
 * A set over template files. load gives the source of a file by name
 * ("article.html"), or NULL if there is none; names lists all that exist, for
 * suggestions. Each file is parsed once, on first use.
 */
struct template_set *template_set_new(struct arena *arena,
    const struct source *(*load)(void *context, struct text name),
    void *context, const struct text *names, size_t name_count);
void template_set_release(struct template_set *set);

/*
 * Compiles template `name` for a locale: translations from catalogs, paths
 * checked against root (the slots of its type are the names that a path may
 * begin with).  NULL after reporting every problem found.
 */
const struct program *template_compile(struct template_set *set,
    struct arena *arena, struct report *report, struct text name,
    const struct slot_type *root, const struct catalogs *catalogs,
    const struct slot_language *language);

/*
 * Runs the program over the root object and adds the page to out. Safe for
 * several threads with different contexts.  scratch holds what the run needs
 * and may be reset afterwards.
 */
void program_run(const struct program *program, struct buffer *out,
    struct arena *scratch, void *context, const void *root);

/* Adds the messages of a template (its own file, not of macros elsewhere) to
 * the list, for extraction; also needs root and report as template_compile. */
bool template_messages(struct template_set *set, struct arena *arena,
    struct report *report, struct text name,
    struct catalog_messages *messages);

#endif
