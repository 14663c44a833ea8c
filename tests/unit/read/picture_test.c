#include "read/picture.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gif_lib.h>
#include <jpeglib.h>
#include <png.h>
#include <webp/encode.h>

/* Images are made by the libraries: what they write they must read. */

static int setup(void **state)
{
	*state = calloc(1, sizeof(struct arena));
	return *state == NULL;
}

static int teardown(void **state)
{
	arena_release(*state);
	free(*state);
	return 0;
}

static struct text make_png(struct arena *arena, unsigned width,
    unsigned height)
{
	png_image image = { .version = PNG_IMAGE_VERSION, .width = width,
		.height = height, .format = PNG_FORMAT_GRAY };
	unsigned char *pixels = arena_alloc(arena, width * height);
	png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
	char *bytes = arena_alloc(arena, size);

	memset(pixels, 0x80, width * height);
	assert_true(png_image_write_to_memory(
	    &image, bytes, &size, 0, pixels, 0, NULL));
	return (struct text){ bytes, size };
}

static struct text make_jpeg(struct arena *arena, unsigned width,
    unsigned height)
{
	struct jpeg_compress_struct jpeg;
	struct jpeg_error_mgr manager;
	unsigned char *bytes = NULL, *row = arena_alloc(arena, width);
	unsigned long size = 0;
	struct text copy;

	memset(row, 0x80, width);
	jpeg.err = jpeg_std_error(&manager);
	jpeg_create_compress(&jpeg);
	jpeg_mem_dest(&jpeg, &bytes, &size);
	jpeg.image_width = width;
	jpeg.image_height = height;
	jpeg.input_components = 1;
	jpeg.in_color_space = JCS_GRAYSCALE;
	jpeg_set_defaults(&jpeg);
	jpeg_start_compress(&jpeg, TRUE);
	while (jpeg.next_scanline < height)
		(void)jpeg_write_scanlines(&jpeg, &row, 1);
	jpeg_finish_compress(&jpeg);
	jpeg_destroy_compress(&jpeg);
	copy = text_copy(arena, (struct text){ (char *)bytes, size });
	free(bytes);
	return copy;
}

static int buffer_put(GifFileType *gif, const GifByteType *bytes, int count)
{
	buffer_add(gif->UserData,
	    (struct text){ (const char *)bytes, (size_t)count });
	return count;
}

static struct text make_gif(struct arena *arena, int width, int height,
    int frames)
{
	struct buffer out = { 0 };
	GifColorType colors[2] = { { 0, 0, 0 }, { 255, 255, 255 } };
	ColorMapObject *map = GifMakeMapObject(2, colors);
	unsigned char *row = arena_alloc(arena, (size_t)width);
	GifFileType *gif = EGifOpen(&out, buffer_put, NULL);
	struct text bytes;
	int i, y;

	memset(row, 0, (size_t)width);
	assert_int_equal(
	    EGifPutScreenDesc(gif, width, height, 1, 0, map), GIF_OK);
	/* Frames may be smaller than the picture. */
	for (i = 0; i < frames; i++) {
		assert_int_equal(EGifPutImageDesc(gif, 0, 0, width - i,
				     height - i, false, NULL),
		    GIF_OK);
		for (y = 0; y < height - i; y++)
			assert_int_equal(
			    EGifPutLine(gif, row, width - i), GIF_OK);
	}
	assert_int_equal(EGifCloseFile(gif, NULL), GIF_OK);
	GifFreeMapObject(map);
	bytes = buffer_copy(&out, arena);
	buffer_release(&out);
	return bytes;
}

static struct text make_webp(struct arena *arena, int width, int height,
    bool lossless)
{
	uint8_t *pixels = arena_alloc(arena, (size_t)(width * height * 3));
	uint8_t *bytes = NULL;
	size_t size;
	struct text copy;

	memset(pixels, 0x80, (size_t)(width * height * 3));
	size = lossless
	    ? WebPEncodeLosslessRGB(pixels, width, height, width * 3, &bytes)
	    : WebPEncodeRGB(pixels, width, height, width * 3, 50, &bytes);
	assert_true(size > 0);
	copy = text_copy(arena, (struct text){ (char *)bytes, size });
	WebPFree(bytes);
	return copy;
}

/* EXIF data with nothing but an orientation, as TIFF with either order of
 * bytes. */
static struct text make_exif(struct arena *arena, int orientation, bool big)
{
	static const char big_endian[] =
	    "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0?\0\0\0\0\0\0";
	static const char little_endian[] =
	    "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0?\0\0\0\0\0\0\0";
	char *bytes = arena_copy(arena, big ? big_endian : little_endian, 26);

	bytes[big ? 19 : 18] = (char)orientation;
	return (struct text){ bytes, 26 };
}

/* A JPEG file with an EXIF segment put in behind its first marker. */
static struct text jpeg_with(struct arena *arena, struct text jpeg,
    struct text exif)
{
	size_t length = exif.length + 8;
	char *head = arena_copy(arena, "\xff\xe1\0\0Exif\0\0", 10);

	head[2] = (char)(length >> 8);
	head[3] = (char)length;
	return text_join(arena,
	    (struct text[]){ text_slice(jpeg, 0, 2), { head, 10 }, exif,
		text_after(jpeg, 2) },
	    4);
}

/* A PNG file with a chunk put in behind the first one. libpng takes chunks of
 * no importance with a wrong sum, so it must be right. */
static struct text png_with(struct arena *arena, struct text png,
    struct text exif)
{
	struct text body =
	    text_join(arena, (struct text[]){ TEXT("eXIf"), exif }, 2);
	uint32_t sum = 0xFFFFFFFF;
	char length[4] = { 0, 0, 0, (char)exif.length }, ends[4];
	size_t i, bit;

	for (i = 0; i < body.length; i++) {
		sum ^= (unsigned char)body.at[i];
		for (bit = 0; bit < 8; bit++)
			sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
	}
	sum = ~sum;
	for (i = 0; i < 4; i++)
		ends[i] = (char)(sum >> (24 - 8 * i));
	return text_join(arena,
	    (struct text[]){ text_slice(png, 0, 33), { length, 4 }, body,
		{ ends, 4 }, text_after(png, 33) },
	    5);
}

static void assert_size(struct arena *arena, struct text bytes,
    const char *name, size_t width, size_t height)
{
	struct picture picture = { 0, 0 };
	struct text reason = { 0 };

	if (!picture_read(&picture, &reason, arena, bytes, text_from(name)))
		fail_msg("%s: %.*s", name, TEXT_ARGUMENTS(reason));
	assert_int_equal(picture.width, width);
	assert_int_equal(picture.height, height);
}

static void assert_refused(struct arena *arena, struct text bytes,
    const char *name, const char *expected)
{
	struct picture picture = { 42, 42 };
	struct text reason = { 0 };

	assert_false(picture_read(
	    &picture, &reason, arena, bytes, text_from(name)));
	assert_string_equal(text_string(arena, reason), expected);
	assert_int_equal(picture.width, 42);
	assert_int_equal(picture.height, 42);
}

static void every_format_tells_its_size(void **state)
{
	struct arena *arena = *state;

	assert_size(arena, make_png(arena, 6, 4), "a.png", 6, 4);
	assert_size(arena, make_jpeg(arena, 300, 1), "a.jpg", 300, 1);
	assert_size(arena, make_gif(arena, 7, 9, 1), "a.gif", 7, 9);
	assert_size(arena, make_webp(arena, 17, 33, false), "a.webp", 17, 33);
	assert_size(arena, make_webp(arena, 5, 3, true), "a.webp", 5, 3);
}

static void an_animation_has_the_size_of_its_screen(void **state)
{
	struct arena *arena = *state;

	assert_size(arena, make_gif(arena, 8, 6, 3), "a.gif", 8, 6);
}

static void content_counts_not_the_name(void **state)
{
	struct arena *arena = *state;

	assert_size(arena, make_png(arena, 6, 4), "a.jpg", 6, 4);
	assert_size(arena, make_jpeg(arena, 6, 4), "a", 6, 4);
	assert_size(arena,
	    TEXT("\n <svg xmlns='http://www.w3.org/2000/svg' width='6' "
		 "height='4'/>"),
	    "a.svg", 6, 4);
}

static void photographs_are_turned(void **state)
{
	struct arena *arena = *state;
	struct text jpeg = make_jpeg(arena, 6, 4);
	struct text png = make_png(arena, 6, 4);
	int i;

	for (i = 0; i <= 9; i++) {
		bool turned = i >= 5 && i <= 8;
		size_t width = turned ? 4 : 6, height = turned ? 6 : 4;
		struct text big = make_exif(arena, i, true);
		struct text little = make_exif(arena, i, false);

		assert_size(arena, jpeg_with(arena, jpeg, big), "a.jpg",
		    width, height);
		assert_size(arena, jpeg_with(arena, jpeg, little), "a.jpg",
		    width, height);
		assert_size(arena, png_with(arena, png, big), "a.png", width,
		    height);
	}
}

static void damaged_exif_turns_nothing(void **state)
{
	struct arena *arena = *state;
	struct text jpeg = make_jpeg(arena, 6, 4);
	struct text exif = make_exif(arena, 6, true);
	size_t i;

	for (i = 0; i < 20; i++)
		assert_size(arena,
		    jpeg_with(arena, jpeg, text_slice(exif, 0, i)), "a.jpg",
		    6, 4);
}

/* Whatever is cut off is refused or has no influence, and never read. */
static void cut_files_are_refused_or_whole(void **state)
{
	struct arena *arena = *state;
	const struct text files[] = { make_png(arena, 6, 4),
		make_jpeg(arena, 6, 4), make_gif(arena, 6, 4, 1),
		make_webp(arena, 6, 4, false), make_webp(arena, 6, 4, true),
		png_with(arena, make_png(arena, 4, 6),
		    make_exif(arena, 6, true)),
		TEXT("<svg xmlns='http://www.w3.org/2000/svg' width='6' "
		     "height='4'/>") };
	const char *const names[] = { "a.png", "a.jpg", "a.gif", "a.webp",
		"a.webp", "a.png", "a.svg" };
	size_t i, length;

	for (i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		for (length = 0; length <= files[i].length; length++) {
			/* A block of its own, so that sanitizers see its end. */
			char *bytes = malloc(length + (length == 0));
			struct picture picture = { 6, 4 };
			struct text reason = { 0 };

			memcpy(bytes, files[i].at, length);
			if (!picture_read(&picture, &reason, arena,
				(struct text){ bytes, length },
				text_from(names[i])))
				assert_true(reason.length > 0);
			assert_int_equal(picture.width, 6);
			assert_int_equal(picture.height, 4);
			free(bytes);
		}
}

static void what_is_no_image_is_refused(void **state)
{
	struct arena *arena = *state;
	struct text png = make_png(arena, 6, 4), damaged;
	char *bytes = arena_copy(arena, png.at, png.length);

	assert_refused(arena, (struct text){ 0 }, "a.png",
	    "the file is empty");
	assert_refused(arena, TEXT("Hello\n"), "a.png",
	    "its content is not PNG, JPEG, GIF, WebP or SVG");
	assert_refused(arena, TEXT("BM\0\0\0\0"), "a.bmp",
	    "its content is not PNG, JPEG, GIF, WebP or SVG");
	assert_refused(arena, png, "a.svg",
	    "its name ends in .svg, but its content is not SVG");
	assert_refused(arena, TEXT("<svg/>"), "a.png",
	    "it begins as SVG does, but its name does not end in .svg");
	bytes[19] ^= 1; /* the width, so that the sum is wrong */
	damaged = (struct text){ bytes, png.length };
	assert_refused(arena, damaged, "a.png", "PNG: IHDR: CRC error");
	assert_refused(arena, text_slice(png, 0, 20), "a.png",
	    "PNG: it ends too early");
	assert_refused(arena, TEXT("\xff\xd8\xff\xd9"), "a.jpg",
	    "JPEG: JPEG datastream contains no image");
	assert_refused(arena, TEXT("GIF89a"), "a.gif",
	    "GIF: No screen descriptor detected");
	assert_refused(arena, TEXT("RIFF\0\0\0\0WEBPVP8 "), "a.webp",
	    "WebP: its beginning is damaged");
	assert_refused(arena,
	    TEXT("GIF89a\0\0\x04\0\0\0\0,\0\0\0\0\x01\0\x01\0\0"), "a.gif",
	    "it has no width or no height");
}

static void huge_images_are_known(void **state)
{
	(void)state;
	assert_false(picture_is_huge(&(struct picture){ 8000, 8000 }));
	assert_true(picture_is_huge(&(struct picture){ 8001, 8000 }));
	assert_false(picture_is_huge(&(struct picture){ 16384, 1 }));
	assert_true(picture_is_huge(&(struct picture){ 1, 16385 }));
	assert_true(picture_is_huge(&(struct picture){ 16385, 1 }));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_format_tells_its_size),
		cmocka_unit_test(an_animation_has_the_size_of_its_screen),
		cmocka_unit_test(content_counts_not_the_name),
		cmocka_unit_test(photographs_are_turned),
		cmocka_unit_test(damaged_exif_turns_nothing),
		cmocka_unit_test(cut_files_are_refused_or_whole),
		cmocka_unit_test(what_is_no_image_is_refused),
		cmocka_unit_test(huge_images_are_known),
	};

	return cmocka_run_group_tests_name(
	    "read/picture", tests, setup, teardown);
}
