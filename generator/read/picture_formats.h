/*
 * The readers of picture_read, one for each format.  Each takes bytes that
 * begin as its format does; false with a reason in the arena.
 */
#ifndef READ_PICTURE_FORMATS_H
#define READ_PICTURE_FORMATS_H

#include "base/arena.h"
#include "read/picture.h"

bool picture_png(struct picture *picture, struct text *reason,
    struct arena *arena, struct text bytes);
bool picture_jpeg(struct picture *picture, struct text *reason,
    struct arena *arena, struct text bytes);
bool picture_gif(struct picture *picture, struct text *reason,
    struct arena *arena, struct text bytes);
bool picture_webp(struct picture *picture, struct text *reason,
    struct arena *arena, struct text bytes);

/*
 * SVG is checked to the end, since browsers show nothing of a file that is
 * not well-formed.  Its size is what width and height say, in whatever unit;
 * else that of viewBox; else what CSS gives an image without one, 300 by 150.
 */
bool picture_svg(struct picture *picture, struct text *reason,
    struct arena *arena, struct text bytes);

/* Turns a picture as its EXIF data (TIFF, without "Exif\0\0" before it) say. */
void picture_turn(struct picture *picture, struct text exif);

#endif
