#include "read/picture_formats.h"

#include <setjmp.h>
#include <stdio.h> /* jpeglib.h needs it before */

#include <jpeglib.h>

/* The manager comes first: libjpeg knows only that. */
struct failure {
	struct jpeg_error_mgr manager;
	jmp_buf out;
	struct arena *arena;
	struct text *reason;
};

static void leave(j_common_ptr jpeg)
{
	struct failure *failure = (struct failure *)jpeg->err;
	char message[JMSG_LENGTH_MAX];

	jpeg->err->format_message(jpeg, message);
	*failure->reason = text_format(failure->arena, "JPEG: %s", message);
	longjmp(failure->out, 1);
}

static void ignore(j_common_ptr jpeg, int level)
{
	(void)jpeg;
	(void)level;
}

/* The first segment that holds EXIF data. */
static void turn(struct picture *picture, jpeg_saved_marker_ptr segment)
{
	const struct text mark = TEXT("Exif\0\0");

	for (; segment != NULL; segment = segment->next) {
		struct text bytes = { (const char *)segment->data,
			segment->data_length };

		if (!text_starts(bytes, mark))
			continue;
		picture_turn(picture, text_after(bytes, mark.length));
		return;
	}
}

bool picture_jpeg(struct picture *picture, struct text *reason,
    struct arena *arena, struct text bytes)
{
	struct jpeg_decompress_struct jpeg = { 0 };
	struct failure failure = { .arena = arena, .reason = reason };

	jpeg.err = jpeg_std_error(&failure.manager);
	failure.manager.error_exit = leave;
	failure.manager.emit_message = ignore;
	if (setjmp(failure.out) != 0) {
		jpeg_destroy_decompress(&jpeg);
		return false;
	}
	jpeg_create_decompress(&jpeg);
	jpeg_mem_src(&jpeg, (const unsigned char *)bytes.at, bytes.length);
	jpeg_save_markers(&jpeg, JPEG_APP0 + 1, 0xFFFF);
	(void)jpeg_read_header(&jpeg, TRUE); /* an error jumps */
	picture->width = jpeg.image_width;
	picture->height = jpeg.image_height;
	turn(picture, jpeg.marker_list);
	jpeg_destroy_decompress(&jpeg);
	return true;
}
