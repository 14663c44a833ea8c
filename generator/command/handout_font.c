#include "command/handout_font.h"

#include <hb-subset.h>
#include <hb.h>
#include <limits.h>

/* What names a font, finds glyphs by characters, and places them.  Hints go
 * with their own tables (cvt, fpgm, prep). */
static const hb_tag_t dropped[] = {
	HB_TAG('n', 'a', 'm', 'e'),
	HB_TAG('O', 'S', '/', '2'),
	HB_TAG('p', 'o', 's', 't'),
	HB_TAG('c', 'm', 'a', 'p'),
	HB_TAG('g', 'a', 's', 'p'),
	HB_TAG('G', 'D', 'E', 'F'),
	HB_TAG('G', 'P', 'O', 'S'),
	HB_TAG('G', 'S', 'U', 'B'),
};
enum { DROPPED_COUNT = sizeof(dropped) / sizeof(dropped[0]) };

/* All glyphs that there are, under their numbers. */
static hb_face_t *subset_make(hb_face_t *face)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	unsigned count = hb_face_get_glyph_count(face);
	hb_face_t *subset = NULL;
	hb_set_t *tables;
	size_t i;

	if (input == NULL || count == 0)
		goto out;
	hb_subset_input_set_flags(input,
	    HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING |
		HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	hb_set_add_range(hb_subset_input_glyph_set(input), 0, count - 1);
	tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (i = 0; i < DROPPED_COUNT; i++)
		hb_set_add(tables, dropped[i]);
	subset = hb_subset_or_fail(face, input);
out:
	hb_subset_input_destroy(input);
	return subset;
}

bool handout_font_shrink(struct buffer *out, struct text font)
{
	hb_blob_t *whole, *small = NULL;
	hb_face_t *face, *subset;
	unsigned length = 0;
	const char *bytes = NULL;

	if (font.length > UINT_MAX)
		return false;
	whole = hb_blob_create(font.at, (unsigned)font.length,
	    HB_MEMORY_MODE_READONLY, NULL, NULL);
	face = hb_face_create(whole, 0);
	subset = subset_make(face);
	if (subset != NULL) {
		small = hb_face_reference_blob(subset);
		bytes = hb_blob_get_data(small, &length);
	}
	if (length >= font.length)
		length = 0;
	if (length > 0)
		buffer_add(out, (struct text){ bytes, length });
	hb_blob_destroy(small); /* of NULL does nothing, here and below */
	hb_face_destroy(subset);
	hb_face_destroy(face);
	hb_blob_destroy(whole);
	return length > 0;
}
