/*
 * The glossary of a guide, and the checks of its translations that need it.
 */
#ifndef COMMAND_CHECKING_H
#define COMMAND_CHECKING_H

#include "base/arena.h"
#include "model/check.h"

/* Reads ROOT/locales/glossary.yaml; a missing one is empty.  False after
 * reporting. */
bool checking_glossary(struct glossary *glossary, struct arena *arena,
    struct report *report, const char *root);

/* The checks for the languages of a guide. */
struct checks *checking_open(struct arena *arena, struct report *report,
    const char *root, const struct text *tags, size_t count);

#endif
