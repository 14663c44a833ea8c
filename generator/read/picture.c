#include "read/picture_formats.h"

#include <string.h>
#include <strings.h>

enum format { FORMAT_PNG, FORMAT_JPEG, FORMAT_GIF, FORMAT_WEBP, FORMAT_SVG };

/* How files of a format begin; '.' stands for any byte. */
static const struct {
	struct text start;
	enum format format;
} starts[] = {
	{ TEXT("\x89PNG\r\n\x1a\n"), FORMAT_PNG },
	{ TEXT("\xff\xd8\xff"), FORMAT_JPEG },
	{ TEXT("GIF8"), FORMAT_GIF },
	{ TEXT("RIFF....WEBP"), FORMAT_WEBP },
	{ TEXT("\xef\xbb\xbf<"), FORMAT_SVG },
	{ TEXT("\xff\xfe<"), FORMAT_SVG },     /* UTF-16 */
	{ TEXT("\xfe\xff\0<"), FORMAT_SVG },
};

static bool begins(struct text bytes, struct text start)
{
	size_t i;

	if (bytes.length < start.length)
		return false;
	for (i = 0; i < start.length; i++)
		if (start.at[i] != '.' && start.at[i] != bytes.at[i])
			return false;
	return true;
}

static bool find_format(enum format *format, struct text bytes)
{
	size_t i;

	if (text_starts(text_trim(bytes), TEXT("<"))) {
		*format = FORMAT_SVG;
		return true;
	}
	for (i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
		if (!begins(bytes, starts[i].start))
			continue;
		*format = starts[i].format;
		return true;
	}
	return false;
}

static bool is_named_svg(struct text name)
{
	return name.length > 4 &&
	    strncasecmp(name.at + name.length - 4, ".svg", 4) == 0;
}

static bool read_format(struct picture *picture, struct text *reason,
    struct arena *arena, struct text bytes, enum format format)
{
	switch (format) {
	case FORMAT_PNG:
		return picture_png(picture, reason, arena, bytes);
	case FORMAT_JPEG:
		return picture_jpeg(picture, reason, arena, bytes);
	case FORMAT_GIF:
		return picture_gif(picture, reason, arena, bytes);
	case FORMAT_WEBP:
		return picture_webp(picture, reason, arena, bytes);
	case FORMAT_SVG:
		return picture_svg(picture, reason, arena, bytes);
	}
	return false;
}

bool picture_read(struct picture *picture, struct text *reason,
    struct arena *arena, struct text bytes, struct text name)
{
	struct picture found = { 0, 0 };
	enum format format;

	if (bytes.length == 0) {
		*reason = TEXT("the file is empty");
		return false;
	}
	if (!find_format(&format, bytes)) {
		*reason =
		    TEXT("its content is not PNG, JPEG, GIF, WebP or SVG");
		return false;
	}
	if ((format == FORMAT_SVG) != is_named_svg(name)) {
		*reason = format == FORMAT_SVG
		    ? TEXT("it begins as SVG does, but its name does not end "
			   "in .svg")
		    : TEXT("its name ends in .svg, but its content is not "
			   "SVG");
		return false;
	}
	if (!read_format(&found, reason, arena, bytes, format))
		return false;
	if (found.width == 0 || found.height == 0) {
		*reason = TEXT("it has no width or no height");
		return false;
	}
	*picture = found;
	return true;
}

bool picture_is_huge(const struct picture *picture)
{
	return picture->width > PICTURE_SIDE_MOST ||
	    picture->height > PICTURE_SIDE_MOST ||
	    picture->width * picture->height > PICTURE_PIXELS_MOST;
}
