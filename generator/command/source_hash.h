/*
 * "source-hash:" in the front matter of a translation that is a whole file:
 * what its source said when it was right.
 */
#ifndef COMMAND_SOURCE_HASH_H
#define COMMAND_SOURCE_HASH_H

#include "command/translating.h"

/* The hash of the source of a translation as it is now; empty if the guide
 * does not have the source. */
struct text source_hash_of(struct translating *translating,
    const struct edition *edition);

/* Writes it into the translation's file, of which every other byte stays.
 * False after reporting. */
bool source_hash_write(struct translating *translating,
    const struct edition *edition);

#endif
