/*
 * A language added to guide.yaml as its author would: everything else stays as
 * it is, comments too.
 */
#ifndef READ_CONFIGURATION_EDIT_H
#define READ_CONFIGURATION_EDIT_H

#include "base/report.h"

/*
 * The bytes of guide.yaml with a tag at the end of 'locales', in arena.
 * present are the languages that the guide has: without 'locales' they are
 * listed before the new one.  False if that cannot be done to what its author
 * wrote; a caller has to read the result again to be sure of it.
 */
bool configuration_add_locale(struct text *edited, struct arena *arena,
    const struct source *source, struct text tag, const struct text *present,
    size_t present_count);

#endif
