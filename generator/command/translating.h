/*
 * What the commands of 'opas locale' share: the guide with its messages, its
 * catalogs, and gettext's programs.
 */
#ifndef COMMAND_TRANSLATING_H
#define COMMAND_TRANSLATING_H

#include "command/load.h"
#include "command/options.h"

struct translating {
	struct arena arena;
	struct report report;
	const struct options *options;
	struct load load;
	const struct guide *guide;
	struct text only; /* the one locale to work on; empty: all */
};

/* Loads the guide. False after reporting what must be mended first. */
bool translating_open(struct translating *translating);

/* Gives the guide back, with what was reported of it. */
void translating_close(struct translating *translating);

/* Whether a locale is to be worked on: it is the only one, or all are, and its
 * texts are not made from those of another. */
bool translating_takes(const struct translating *translating,
    const struct locale *locale);

/* ROOT/locales/COMPONENT/NAME. */
const char *translating_path(struct translating *translating,
    struct text component, struct text name);
/* ROOT/locales/COMPONENT/TAG.po. */
const char *translating_catalog_path(struct translating *translating,
    struct text component, struct text tag);

/* Whether an article is to be translated into a locale: it has no file of its
 * own there. */
bool translating_is_wanted(const struct translating *translating,
    const struct article *article, const struct locale *locale);

/* Reads a catalog; *catalog is NULL if there is no file. False after
 * reporting. */
bool translating_read(const struct catalog **catalog,
    struct translating *translating, const char *path);

/* Replaces a file unless it holds the bytes already; makes its folder.  False
 * after reporting. */
bool translating_put(struct translating *translating, const char *path,
    struct text bytes);

/* Brings a catalog up to its template: before are the bytes to start from. */
bool translating_merge(struct translating *translating, const char *path,
    const char *template, struct text before);
/* The same from the file as it is; nothing is run if it is what msgmerge would
 * write. */
bool translating_refresh(struct translating *translating, const char *path,
    const char *template);
/* Fills in an English catalog of English messages. */
bool translating_fill(struct translating *translating, const char *path);

/* The header of a new catalog as a PO of its own.  source: the language of
 * the messages, empty if that is English. */
struct text translating_header(struct translating *translating,
    struct text component, struct text tag, struct text source);

#endif
