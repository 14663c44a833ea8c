#include "read/picture_formats.h"

#include <libexif/exif-data.h>

/* Orientations from 5 on are those with rows and columns changed (EXIF 2.3,
 * 4.6.4). */
enum { TURNED_FIRST = 5, TURNED_LAST = 8 };

void picture_turn(struct picture *picture, struct text exif)
{
	struct arena scratch = { 0 };
	struct text whole = text_join(&scratch,
	    (struct text[]){ TEXT("Exif\0\0"), exif }, 2);
	ExifData *data = exif_data_new_from_data(
	    (const unsigned char *)whole.at, (unsigned)whole.length);
	const ExifEntry *entry = NULL;
	size_t width = picture->width;
	int orientation = 0;

	if (data != NULL)
		entry = exif_content_get_entry(
		    data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
	if (entry != NULL && entry->format == EXIF_FORMAT_SHORT &&
	    entry->components == 1)
		orientation = exif_get_short(
		    entry->data, exif_data_get_byte_order(data));
	if (orientation >= TURNED_FIRST && orientation <= TURNED_LAST) {
		picture->width = picture->height;
		picture->height = width;
	}
	if (data != NULL)
		exif_data_unref(data);
	arena_release(&scratch);
}
