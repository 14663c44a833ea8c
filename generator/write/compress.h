/*
 * The form of file in which browsers get the search index and its engine: a
 * classic script, which pages may load from a folder as from a server,
 *   opasFile("HASH","BASE64");
 * whose second string is raw deflate.  The home of zlib.
 */
#ifndef WRITE_COMPRESS_H
#define WRITE_COMPRESS_H

#include "base/text.h"

struct arena;

/* The script for bytes; hash is their hash_name. */
struct text compress_script(struct arena *arena, struct text hash,
    struct text bytes);

/* The bytes in a script, in arena; false if it is none, if it is damaged, or
 * if they would be more than limit. */
bool compress_read(struct text *bytes, struct arena *arena,
    struct text script, size_t limit);

#endif
