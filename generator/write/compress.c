#include "write/compress.h"

#include "base/arena.h"
#include "base/hash.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static const char digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* zlib's usual effort: the highest takes three times as long to make an index
 * smaller by some thousandths. */
static struct text deflated(struct arena *arena, struct text bytes)
{
	z_stream stream = { 0 };
	struct text out;
	int status;

	/* These fail for want of memory only, and deflateBound is enough. */
	status = deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED,
	    -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
	assert(status == Z_OK);
	out.length = deflateBound(&stream, (uLong)bytes.length);
	out.at = arena_alloc(arena, out.length);
	stream.next_in = (z_const Bytef *)(uintptr_t)bytes.at;
	stream.avail_in = (uInt)bytes.length;
	stream.next_out = (Bytef *)(uintptr_t)out.at;
	stream.avail_out = (uInt)out.length;
	status = deflate(&stream, Z_FINISH);
	assert(status == Z_STREAM_END);
	out.length = stream.total_out;
	(void)deflateEnd(&stream);
	return out;
}

static bool inflated(struct text *bytes, struct arena *arena,
    struct text deflated, size_t limit)
{
	z_stream stream = { 0 };
	char *out = memory_new(limit);
	int status = inflateInit2(&stream, -MAX_WBITS);

	if (status == Z_OK) {
		stream.next_in = (z_const Bytef *)(uintptr_t)deflated.at;
		stream.avail_in = (uInt)deflated.length;
		stream.next_out = (Bytef *)out;
		stream.avail_out = (uInt)limit;
		status = inflate(&stream, Z_FINISH);
		(void)inflateEnd(&stream);
	}
	if (status == Z_STREAM_END && stream.avail_in == 0)
		*bytes = text_copy(
		    arena, (struct text){ out, stream.total_out });
	free(out);
	return status == Z_STREAM_END && stream.avail_in == 0;
}

static void base64_add(char *out, struct text bytes)
{
	const unsigned char *at = (const unsigned char *)bytes.at;
	size_t i;

	for (i = 0; i < bytes.length; i += 3) {
		size_t left = bytes.length - i;
		unsigned group = (unsigned)at[i] << 16 |
		    (left > 1 ? (unsigned)at[i + 1] << 8 : 0) |
		    (left > 2 ? at[i + 2] : 0);

		*out++ = digits[group >> 18];
		*out++ = digits[group >> 12 & 63];
		*out++ = left > 1 ? digits[group >> 6 & 63] : '=';
		*out++ = left > 2 ? digits[group & 63] : '=';
	}
}

/* Strict: whole groups, padding at the end only, no bits behind the last. */
static bool base64_read(struct text *bytes, struct arena *arena,
    struct text text)
{
	unsigned char *out = arena_alloc(arena, text.length / 4 * 3 + 1);
	size_t length = 0, padding = 0, i;
	unsigned group = 0;

	if (text.length % 4 != 0)
		return false;
	while (padding < 2 && padding < text.length &&
	    text.at[text.length - 1 - padding] == '=')
		padding++;
	for (i = 0; i < text.length; i++) {
		char c = i < text.length - padding ? text.at[i] : 'A';
		const char *digit = c != '\0' ? strchr(digits, c) : NULL;

		if (digit == NULL)
			return false;
		group = group << 6 | (unsigned)(digit - digits);
		if (i % 4 != 3)
			continue;
		out[length++] = (unsigned char)(group >> 16);
		out[length++] = (unsigned char)(group >> 8);
		out[length++] = (unsigned char)group;
		group = 0;
	}
	for (i = 0; i < padding; i++)
		if (out[--length] != 0)
			return false;
	*bytes = (struct text){ (const char *)out, length };
	return true;
}

struct text compress_script(struct arena *arena, struct text hash,
    struct text bytes)
{
	const struct text call = TEXT("opasFile(\""), comma = TEXT("\",\"");
	const struct text end = TEXT("\");\n");
	struct arena scratch = { 0 };
	struct text packed = deflated(&scratch, bytes);
	size_t before = call.length + hash.length + comma.length;
	size_t length = (packed.length + 2) / 3 * 4;
	char *out = arena_alloc(arena, before + length + end.length);
	char *at = out;

	memcpy(at, call.at, call.length);
	memcpy(at + call.length, hash.at, hash.length);
	memcpy(at + call.length + hash.length, comma.at, comma.length);
	base64_add(at + before, packed);
	memcpy(at + before + length, end.at, end.length);
	arena_release(&scratch);
	return (struct text){ out, before + length + end.length };
}

bool compress_read(struct text *bytes, struct arena *arena,
    struct text script, size_t limit)
{
	const struct text call = TEXT("opasFile(\""), comma = TEXT("\",\"");
	const struct text end = TEXT("\");\n");
	struct arena scratch = { 0 };
	struct text hash, packed, found;
	size_t at = text_find(script, comma, 0);
	bool fine;

	if (!text_starts(script, call) || !text_ends(script, end) ||
	    at == TEXT_NONE || at + comma.length + end.length > script.length)
		return false;
	hash = text_slice(script, call.length, at - call.length);
	at += comma.length;
	packed = text_slice(script, at, script.length - end.length - at);
	fine = base64_read(&packed, &scratch, packed) &&
	    inflated(&found, &scratch, packed, limit) &&
	    text_equal(hash_name(&scratch, hash_bytes(found)), hash);
	if (fine)
		*bytes = text_copy(arena, found);
	arena_release(&scratch);
	return fine;
}
