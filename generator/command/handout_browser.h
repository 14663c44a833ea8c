/*
 * The browser that prints handouts: any Chromium, without a window, without a
 * network, and with a profile that lasts as long as the printing.
 */
#ifndef COMMAND_HANDOUT_BROWSER_H
#define COMMAND_HANDOUT_BROWSER_H

#include "base/report.h"

struct handout_browser {
	const char *program;
	const char *folder; /* of what it needs for a time */
	unsigned seconds;   /* in which it must be done */
};

/* Finds the browser: the one that is named, else the first on the PATH, and
 * makes the folder.  False after reporting why not. */
bool handout_browser_open(struct handout_browser *browser,
    struct arena *arena, struct report *report, const char *name);

/* Prints a whole page to a PDF, whose bytes live in arena. False after
 * reporting why not. */
bool handout_browser_print(struct text *pdf, struct arena *arena,
    struct report *report, const struct handout_browser *browser,
    struct text html);

/* Removes the folder; of {0}, too. */
void handout_browser_close(struct handout_browser *browser);

#endif
