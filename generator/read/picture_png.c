#include "read/picture_formats.h"

#include <png.h>
#include <setjmp.h>
#include <string.h>

struct input {
	struct text rest;
	struct arena *arena;
	struct text *reason;
};

static void input_read(png_structp png, png_bytep to, size_t count)
{
	struct input *input = png_get_io_ptr(png);

	if (count > input->rest.length)
		png_error(png, "it ends too early");
	memcpy(to, input->rest.at, count);
	input->rest = text_after(input->rest, count);
}

static void keep_error(png_structp png, png_const_charp message)
{
	struct input *input = png_get_error_ptr(png);

	*input->reason =
	    text_format(input->arena, "PNG: %s", message);
	png_longjmp(png, 1);
}

static void ignore_warning(png_structp png, png_const_charp message)
{
	(void)png;
	(void)message;
}

/* What may be left by a jump is here; the caller frees. */
static bool read_header(struct picture *picture, png_structp png,
    png_infop info, struct input *input)
{
	png_bytep exif = NULL;
	png_uint_32 length = 0;

	if (setjmp(png_jmpbuf(png)) != 0)
		return false;
	png_set_read_fn(png, input, input_read);
	png_read_info(png, info);
	picture->width = png_get_image_width(png, info);
	picture->height = png_get_image_height(png, info);
	if (png_get_eXIf_1(png, info, &length, &exif) != 0)
		picture_turn(picture,
		    (struct text){ (const char *)exif, length });
	return true;
}

bool picture_png(struct picture *picture, struct text *reason,
    struct arena *arena, struct text bytes)
{
	struct input input = { bytes, arena, reason };
	png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING,
	    &input, keep_error, ignore_warning);
	png_infop info = NULL;
	bool done = false;

	*reason = TEXT("PNG");
	if (png != NULL)
		info = png_create_info_struct(png);
	if (info != NULL)
		done = read_header(picture, png, info, &input);
	png_destroy_read_struct(&png, &info, NULL);
	return done;
}
