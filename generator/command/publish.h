/*
 * From a guide in memory to a site on disk: links it, makes what pages share,
 * and renders and writes every page in parallel.
 */
#ifndef COMMAND_PUBLISH_H
#define COMMAND_PUBLISH_H

#include "command/load.h"
#include "command/searching.h"
#include "render/page.h"
#include "write/output.h"

struct publish {
	struct arena arena;
	struct theme theme;
	struct programs programs;
	struct assets assets;
	struct attachments attachments;
	struct attachment_copy *copies;
	size_t copy_count;
	struct searching searching;
	struct page_list pages;
	struct site site;
	struct output_counts counts;
};

/* Links, reads attachments and compiles.  False if that cannot be done at all; what is wrong
 * with the content is in the report. */
bool publish_prepare(struct publish *publish, struct report *report,
    struct load *load, const char *root, size_t jobs);

/* Writes the site. False after reporting what could not be written. */
bool publish_write(struct publish *publish, struct report *report,
    const char *folder, size_t jobs);

/* Says on standard output what was done. */
void publish_print(const struct publish *publish, const struct guide *guide,
    const char *folder);

void publish_release(struct publish *publish);

#endif
