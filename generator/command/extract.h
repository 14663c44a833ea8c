/*
 * The messages that translators get: of the program's interface (component
 * ui), and of one guide (component guide: its title, principles, tags and the
 * templates that it overrides).
 */
#ifndef COMMAND_EXTRACT_H
#define COMMAND_EXTRACT_H

#include "command/load.h"
#include "render/theme.h"

/* Adds the messages of the named templates. False after reporting. */
bool extract_templates(struct catalog_messages *messages, struct arena *arena,
    struct report *report, struct theme *theme, const struct text *names,
    size_t name_count);

/* Adds the messages of those scripts that the guide has in its templates. */
void extract_scripts(struct catalog_messages *messages, struct arena *arena,
    struct theme *theme);

/* Adds the messages of guide.yaml, principles.yaml and the tags. */
void extract_guide(struct catalog_messages *messages, struct arena *arena,
    const struct guide *guide);

/* Adds what readers see of guides that leave something out. */
void extract_defaults(struct catalog_messages *messages, struct arena *arena);

#endif
