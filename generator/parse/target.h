/*
 * What the address of a link means: another article, a principle, a place on
 * the same page, a file, or something outside of the guide.
 */
#ifndef PARSE_TARGET_H
#define PARSE_TARGET_H

#include "parse/document.h"

/* Which rule of the guide an address breaks. */
enum target_fault { TARGET_FINE, TARGET_SCHEME, TARGET_IMAGE };

/*
 * Fills in kind, target and fragment from url as cmark gives it; is_image is
 * set already.  The texts are new ones in the arena.
 * TARGET_SCHEME: its scheme is barred; scheme (in url) names it, and the
 * reference is an external one to the empty address.  TARGET_IMAGE: an image
 * that is not a file of the guide, which pages may not load.
 */
enum target_fault target_read(struct reference *reference,
    struct arena *arena, struct text *scheme, const char *url);

#endif
