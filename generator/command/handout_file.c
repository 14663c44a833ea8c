#include "command/handout_file.h"

#include "base/file.h"

static int hexadecimal(char c)
{
	return c >= '0' && c <= '9' ? c - '0'
	    : c >= 'a' && c <= 'f'  ? c - 'a' + 10
	    : c >= 'A' && c <= 'F'  ? c - 'A' + 10
				    : -1;
}

static void percent_decode(struct buffer *out, struct text part)
{
	size_t i;

	for (i = 0; i < part.length; i++) {
		int high = -1, low = -1;

		if (part.at[i] == '%' && i + 2 < part.length) {
			high = hexadecimal(part.at[i + 1]);
			low = hexadecimal(part.at[i + 2]);
		}
		if (high < 0 || low < 0) {
			buffer_add_char(out, part.at[i]);
			continue;
		}
		buffer_add_char(out, (char)(high * 16 + low));
		i += 2;
	}
}

struct text handout_decode(struct arena *arena, struct text part)
{
	struct buffer decoded = { 0 };
	struct text copy;

	percent_decode(&decoded, part);
	copy = buffer_copy(&decoded, arena);
	buffer_release(&decoded);
	return copy;
}

/* Shortens a path to the folder above the one that it names. */
static void path_rise(struct buffer *path)
{
	size_t length = path->length;

	while (length > 0 && path->bytes[length - 1] != '/')
		length--;
	buffer_cut(path, length > 0 ? length - 1 : 0);
}

struct text handout_path(struct arena *arena, struct text from,
    struct text address)
{
	struct buffer path = { 0 };
	struct text part, result;
	size_t end;

	for (end = 0; end < address.length && address.at[end] != '?' &&
	     address.at[end] != '#';
	     end++)
		continue;
	address = text_slice(address, 0, end);
	if (address.length == 0 || address.at[0] == '/')
		return (struct text){ 0 };
	buffer_add(&path, from);
	path_rise(&path);
	while (text_cut(&part, &address, '/')) {
		if (text_equal(part, TEXT("..")))
			path_rise(&path);
		if (part.length == 0 || text_equal(part, TEXT("..")) ||
		    text_equal(part, TEXT(".")))
			continue;
		if (path.length > 0)
			buffer_add_char(&path, '/');
		percent_decode(&path, part);
	}
	result = buffer_copy(&path, arena);
	buffer_release(&path);
	return result;
}

bool handout_file(struct text *bytes, struct arena *arena,
    const struct publish *publish, struct text path)
{
	size_t i;

	for (i = 0; i < publish->assets.count; i++) {
		if (!text_equal(publish->assets.items[i].path, path))
			continue;
		*bytes = publish->assets.items[i].bytes;
		return true;
	}
	for (i = 0; i < publish->copy_count; i++)
		if (text_equal(publish->copies[i].path, path))
			return file_read(bytes, arena,
			    publish->copies[i].attachment->file->source.path);
	return false;
}

static const char *kind_of(struct text path)
{
	static const struct {
		const char *ending, *kind;
	} kinds[] = {
		{ ".svg", "image/svg+xml" },
		{ ".png", "image/png" },
		{ ".jpg", "image/jpeg" },
		{ ".jpeg", "image/jpeg" },
		{ ".gif", "image/gif" },
		{ ".webp", "image/webp" },
		{ ".woff2", "font/woff2" },
		{ ".woff", "font/woff" },
		{ ".ttf", "font/ttf" },
		{ ".otf", "font/otf" },
	};
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (text_ends(path, text_from(kinds[i].ending)))
			return kinds[i].kind;
	return "application/octet-stream";
}

/* RFC 4648, 4. */
static void base64_add(struct buffer *out, struct text bytes)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t i, j;

	for (i = 0; i < bytes.length; i += 3) {
		size_t count = bytes.length - i < 3 ? bytes.length - i : 3;
		unsigned long block = 0;

		for (j = 0; j < 3; j++)
			block = block << 8 |
			    (j < count ? (unsigned char)bytes.at[i + j] : 0u);
		for (j = 0; j < 4; j++)
			buffer_add_char(out,
			    j <= count ? digits[block >> (18 - 6 * j) & 63]
				       : '=');
	}
}

void handout_data(struct buffer *out, struct text path, struct text bytes)
{
	buffer_format(out, "data:%s;base64,", kind_of(path));
	base64_add(out, bytes);
}
