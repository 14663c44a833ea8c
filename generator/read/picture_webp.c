#include "read/picture_formats.h"

#include <webp/decode.h>

/* Browsers do not turn WebP by EXIF data (measured in Chromium). */
bool picture_webp(struct picture *picture, struct text *reason,
    struct arena *arena, struct text bytes)
{
	int width = 0, height = 0;

	(void)arena; /* the library has no words for what is wrong */
	if (WebPGetInfo((const uint8_t *)bytes.at, bytes.length, &width,
		&height) == 0) {
		*reason = TEXT("WebP: its beginning is damaged");
		return false;
	}
	picture->width = (size_t)width;
	picture->height = (size_t)height;
	return true;
}
