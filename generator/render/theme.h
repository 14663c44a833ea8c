/*
 * Where templates and their assets are found: first in the guide, file by
 * file, then in what opas came with.
 */
#ifndef RENDER_THEME_H
#define RENDER_THEME_H

#include "base/report.h"
#include "base/table.h"

struct theme {
	struct arena *arena;
	const char *own;     /* ROOT/templates; may not exist */
	struct text prefix;  /* how messages name the guide's root: "" or
	                        "DIR/" */
	const char *builtin; /* the program's templates */
	struct table sources; /* name -> struct source */
	struct text *names;   /* of all templates, for suggestions */
	size_t name_count;
	struct text *own_names; /* of those that the guide overrides */
	size_t own_count;
};

/* Sets up a theme; everything lives in arena. */
void theme_open(struct theme *theme, struct arena *arena, const char *root,
    const char *builtin);

/* True if the guide has a file of this name that takes the place of ours. */
bool theme_owns(const struct theme *theme, struct text name);

/* The source of "article.html" or "assets/base.css", or NULL. Keeps it. Not
 * for several threads. */
const struct source *theme_load(void *theme, struct text name);

/* The bytes of a file of the theme, borrowed. False after reporting that it is
 * missing. */
bool theme_part(struct text *bytes, struct report *report,
    struct theme *theme, const char *name);

#endif
