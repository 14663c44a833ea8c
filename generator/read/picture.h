/*
 * How large an image is on a page, from the header of its file: PNG, JPEG,
 * GIF and WebP by the library that is the reference for each, SVG by libxml2.
 * Nothing is decoded.
 */
#ifndef READ_PICTURE_H
#define READ_PICTURE_H

#include "base/text.h"

struct arena;

/* In CSS pixels, as browsers show it: a photograph whose EXIF data say that
 * the camera was held sideways is turned already. */
struct picture {
	size_t width, height;
};

/* What is larger is not shown by every device: graphics processors bar longer
 * sides, phones more pixels. */
enum { PICTURE_SIDE_MOST = 16384, PICTURE_PIXELS_MOST = 64000000 };

bool picture_is_huge(const struct picture *picture);

/*
 * Reads the size from the bytes of a file.  False if it is no image that
 * browsers show, or is damaged so early that they cannot: reason says which,
 * in words or the library's (in the arena).  Damage behind the header is not
 * found.  The name's ending only matters for SVG: servers go by it, and
 * browsers know no SVG by its content.  Safe for use by several threads.
 */
bool picture_read(struct picture *picture, struct text *reason,
    struct arena *arena, struct text bytes, struct text name);

#endif
