/*
 * What goes into a handout: options of the command line as articles and
 * principles of the guide.
 */
#ifndef COMMAND_HANDOUT_CHOICE_H
#define COMMAND_HANDOUT_CHOICE_H

#include "base/report.h"
#include "render/handout.h"

struct options;

/*
 * Fills in the languages, the choices, each once, in the order of the options,
 * and what else is wanted.  What is new lives in arena.  False after reporting
 * everything that the guide does not have.
 */
bool handout_choose(struct handout *handout, struct arena *arena,
    struct report *report, const struct guide *guide,
    const struct options *options);

#endif
