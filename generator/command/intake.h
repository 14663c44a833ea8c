/*
 * Editions while they are read: what the files that load a guide share.
 */
#ifndef COMMAND_INTAKE_H
#define COMMAND_INTAKE_H

#include "command/load.h"

struct typographer;

/* One article on its way from file to edition. */
struct parsed {
	struct source_file *file;
	struct edition edition;
	bool usable;
};

struct intake {
	struct load *load;
	const struct load_options *options;
	struct parsed *parsed;
	size_t count;
	struct arena *scratch;  /* by worker */
	struct report *reports; /* by worker */
	struct typographer **typographers; /* by worker; NULL: not wanted */
};

/*
 * Parses the article of an edition, whose file is loaded, into the worker's
 * arena, with what its matter says.  options has what is particular; the rest
 * is filled in.  The edition's words are in the language of the tag.
 */
void intake_parse(struct intake *intake, size_t worker,
    struct edition *edition, struct text tag,
    struct document_options *options);

/* A catalog of the folder, shown to users as such; NULL if there is none or
 * it was reported.  Places last as long as kept, all else as long as held. */
struct catalog *intake_catalog(struct report *report,
    struct arena *kept, struct arena *held, const char *folder,
    struct text shown, struct text component, struct text tag);
/* How the folder of the guide is shown before paths in it: "guide/". */
struct text intake_shown(struct arena *arena, const char *root);

/* The tag of the locale that another, by its index, is derived from; empty if
 * it is a plain one. */
struct text intake_base(const struct guide *guide, size_t locale);

/*
 * Adds what catalogs and scripts give to the editions that have files: an
 * array in the arena, with their number in *count.
 */
struct edition *editions_complete(struct intake *intake,
    struct edition *editions, size_t *count);

#endif
