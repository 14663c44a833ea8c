/*
 * The files that a page refers to, put into it: where an address leads, and
 * what is there as an address that holds it all (RFC 2397).
 */
#ifndef COMMAND_HANDOUT_FILE_H
#define COMMAND_HANDOUT_FILE_H

#include "command/publish.h"

/* The path in the site to which a relative address leads from the page at
 * `from`; an address that leads nowhere gives the empty text. What follows
 * '?' or '#' is left out. */
struct text handout_path(struct arena *arena, struct text from,
    struct text address);

/* An address, or a part of one, with percent-encoded bytes as they are. */
struct text handout_decode(struct arena *arena, struct text part);

/* The bytes of a file of the site that is no page; false if it is none, or
 * cannot be read. */
bool handout_file(struct text *bytes, struct arena *arena,
    const struct publish *publish, struct text path);

/* Adds "data:image/png;base64,..."; the kind is that of the path. */
void handout_data(struct buffer *out, struct text path, struct text bytes);

#endif
