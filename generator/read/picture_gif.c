#include "read/picture_formats.h"

#include <gif_lib.h>
#include <string.h>

static int input_read(GifFileType *gif, GifByteType *to, int count)
{
	struct text *rest = gif->UserData;
	size_t length = (size_t)count;

	if (length > rest->length)
		length = rest->length;
	if (length > 0)
		memcpy(to, rest->at, length);
	*rest = text_after(*rest, length);
	return (int)length;
}

bool picture_gif(struct picture *picture, struct text *reason,
    struct arena *arena, struct text bytes)
{
	struct text rest = bytes;
	int error = 0;
	GifFileType *gif = DGifOpen(&rest, input_read, &error);

	if (gif == NULL) {
		const char *message = GifErrorString(error);

		*reason = text_format(arena, "GIF: %s",
		    message != NULL ? message : "its beginning is damaged");
		return false;
	}
	picture->width = gif->SWidth > 0 ? (size_t)gif->SWidth : 0;
	picture->height = gif->SHeight > 0 ? (size_t)gif->SHeight : 0;
	(void)DGifCloseFile(gif, &error); /* it was only read */
	return true;
}
