/*
 * One catalog of an article after its source has changed: what is kept, what
 * is a revision, what is new.
 */
#ifndef COMMAND_REVISION_H
#define COMMAND_REVISION_H

#include "command/translating.h"

/* All catalogs of articles, also of those that are gone, as they were: what is
 * translated in one may stand in another now. */
struct memories;

/* Reads them; NULL after reporting what is wrong with one. */
struct memories *memories_open(struct translating *translating);

/* For each message of the original its translation into a locale, as it will
 * be once the catalog is updated; empty where that is missing or stale. */
const struct text *revision_texts(struct translating *translating,
    const struct memories *memories, const struct article *article,
    const struct locale *locale);

/* Pairs the catalog with the messages of today (model/translation.h) and
 * merges it with the template. False after reporting. */
bool revision_update(struct translating *translating,
    const struct memories *memories, const struct article *article,
    const struct locale *locale, const char *template);

#endif
