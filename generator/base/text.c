#include "base/text.h"

#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct text text_from(const char *string)
{
	if (string == NULL)
		return (struct text){ 0 };
	return (struct text){ string, strlen(string) };
}

struct text text_slice(struct text text, size_t at, size_t length)
{
	assert(at <= text.length && length <= text.length - at);
	if (text.at == NULL)
		return text;
	return (struct text){ text.at + at, length };
}

struct text text_after(struct text text, size_t at)
{
	assert(at <= text.length);
	return text_slice(text, at, text.length - at);
}

bool text_is_empty(struct text text)
{
	return text.length == 0;
}

bool text_equal(struct text a, struct text b)
{
	return a.length == b.length &&
	    (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

bool text_equal_string(struct text a, const char *b)
{
	return text_equal(a, text_from(b));
}

int text_compare(struct text a, struct text b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	int order = shorter > 0 ? memcmp(a.at, b.at, shorter) : 0;

	if (order != 0)
		return order;
	return (a.length > b.length) - (a.length < b.length);
}

int text_order(const void *a, const void *b)
{
	const struct text *first = a;
	const struct text *second = b;

	return text_compare(*first, *second);
}

bool text_starts(struct text text, struct text prefix)
{
	return text.length >= prefix.length &&
	    text_equal(text_slice(text, 0, prefix.length), prefix);
}

bool text_ends(struct text text, struct text suffix)
{
	return text.length >= suffix.length &&
	    text_equal(text_after(text, text.length - suffix.length), suffix);
}

/* Two bytes, by the first of them: memchr takes a fraction of an instruction
 * for a byte, memmem about six. */
static size_t pair_find(struct text text, const char *pair, size_t from)
{
	const char *at = text.at + from;
	const char *end = text.at + text.length - 1;

	while (at < end) {
		at = memchr(at, pair[0], (size_t)(end - at));
		if (at == NULL)
			break;
		if (at[1] == pair[1])
			return (size_t)(at - text.at);
		at++;
	}
	return TEXT_NONE;
}

size_t text_find(struct text text, struct text part, size_t from)
{
	const char *found;

	if (from > text.length || part.length > text.length - from)
		return TEXT_NONE;
	if (part.length == 0)
		return from;
	if (part.length == 2)
		return pair_find(text, part.at, from);
	found = memmem(text.at + from, text.length - from, part.at,
	    part.length);
	return found != NULL ? (size_t)(found - text.at) : TEXT_NONE;
}

size_t text_find_char(struct text text, char c, size_t from)
{
	return text_find(text, (struct text){ &c, 1 }, from);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct text text_trim(struct text text)
{
	size_t start = 0;
	size_t end = text.length;

	while (start < end && is_blank(text.at[start]))
		start++;
	while (end > start && is_blank(text.at[end - 1]))
		end--;
	return text_slice(text, start, end - start);
}

bool text_cut(struct text *part, struct text *rest, char separator)
{
	size_t end;

	if (rest->length == 0)
		return false;
	end = text_find_char(*rest, separator, 0);
	if (end == TEXT_NONE) {
		*part = *rest;
		*rest = text_after(*rest, rest->length);
	} else {
		*part = text_slice(*rest, 0, end);
		*rest = text_after(*rest, end + 1);
	}
	return true;
}

bool text_word(struct text *word, struct text *rest)
{
	size_t start = 0;
	size_t end;

	while (start < rest->length && is_blank(rest->at[start]))
		start++;
	end = start;
	while (end < rest->length && !is_blank(rest->at[end]))
		end++;
	if (end > start)
		*word = text_slice(*rest, start, end - start);
	*rest = text_after(*rest, end);
	return end > start;
}

struct text text_copy(struct arena *arena, struct text text)
{
	return (struct text){ arena_copy(arena, text.at, text.length),
		text.length };
}

const char *text_string(struct arena *arena, struct text text)
{
	return arena_copy(arena, text.at, text.length);
}

struct text text_join(struct arena *arena, const struct text *parts,
    size_t count)
{
	size_t length = 0;
	char *joined, *end;
	size_t i;

	for (i = 0; i < count; i++)
		length += parts[i].length;
	joined = end = arena_alloc(arena, length + 1);
	for (i = 0; i < count; i++) {
		if (parts[i].length > 0)
			memcpy(end, parts[i].at, parts[i].length);
		end += parts[i].length;
	}
	return (struct text){ joined, length };
}

struct text text_format(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	char *formatted;
	int length;

	assert(format != NULL);
	va_start(arguments, format);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	assert(length >= 0);
	formatted = arena_alloc(arena, (size_t)length + 1);
	va_start(arguments, format);
	(void)vsnprintf(formatted, (size_t)length + 1, format, arguments);
	va_end(arguments);
	return (struct text){ formatted, (size_t)length };
}

bool text_number(unsigned *number, struct text text)
{
	unsigned sum = 0;
	size_t i;

	if (text.length < 1 || text.length > 9)
		return false;
	for (i = 0; i < text.length; i++) {
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
		sum = sum * 10 + (unsigned)(text.at[i] - '0');
	}
	*number = sum;
	return true;
}

/* What table 3-7 says of a first byte: how many bytes follow it, and between
 * which bounds the second one lies (the others: 80 to BF). */
static size_t lead_byte(unsigned char *low, unsigned char *high,
    unsigned char lead)
{
	*low = 0x80;
	*high = 0xBF;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 1;
	if (lead >= 0xE0 && lead <= 0xEF) {
		if (lead == 0xE0)
			*low = 0xA0;
		if (lead == 0xED)
			*high = 0x9F;
		return 2;
	}
	if (lead >= 0xF0 && lead <= 0xF4) {
		if (lead == 0xF0)
			*low = 0x90;
		if (lead == 0xF4)
			*high = 0x8F;
		return 3;
	}
	return 0;
}

uint32_t text_decode(struct text text, size_t *offset)
{
	const unsigned char *at = (const unsigned char *)text.at + *offset;
	size_t left = text.length - *offset;
	unsigned char low, high;
	size_t follow, i;
	uint32_t code;

	assert(*offset < text.length);
	*offset += 1;
	if (at[0] < 0x80)
		return at[0];
	follow = lead_byte(&low, &high, at[0]);
	if (follow == 0 || follow >= left || at[1] < low || at[1] > high)
		return TEXT_MALFORMED;
	code = at[0] & (0x3FU >> follow);
	for (i = 1; i <= follow; i++) {
		if ((at[i] & 0xC0) != 0x80)
			return TEXT_MALFORMED;
		code = code << 6 | (at[i] & 0x3FU);
	}
	*offset += follow;
	return code;
}

size_t text_encode(char bytes[4], uint32_t code)
{
	static const unsigned char leads[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
	size_t length = 1;
	size_t i;

	assert(code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF));
	if (code >= 0x80)
		length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	for (i = length - 1; i > 0; i--) {
		bytes[i] = (char)(0x80 | (code & 0x3F));
		code >>= 6;
	}
	bytes[0] = (char)(leads[length] | code);
	return length;
}

static bool is_continuation(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

/* Whether the next eight bytes are ASCII. */
static bool is_ascii_word(struct text text, size_t offset)
{
	uint64_t word;

	if (text.length - offset < sizeof(word))
		return false;
	memcpy(&word, text.at + offset, sizeof(word));
	return (word & UINT64_C(0x8080808080808080)) == 0;
}

/* Skips what almost all text consists of: ASCII, eight bytes at a time, and
 * code points of two or three bytes, but for the first bytes that limit the
 * second. */
static size_t common_skip(struct text text, size_t offset)
{
	const unsigned char *at = (const unsigned char *)text.at;

	while (offset < text.length) {
		size_t left = text.length - offset;
		unsigned char lead = at[offset];

		if (lead < 0x80)
			offset += is_ascii_word(text, offset) ? 8 : 1;
		else if (lead >= 0xC2 && lead <= 0xDF && left >= 2 &&
		    is_continuation(at[offset + 1]))
			offset += 2;
		else if (lead > 0xE0 && lead <= 0xEF && lead != 0xED &&
		    left >= 3 && is_continuation(at[offset + 1]) &&
		    is_continuation(at[offset + 2]))
			offset += 3;
		else
			break;
	}
	return offset;
}

size_t text_malformed(struct text text)
{
	size_t offset = 0;

	for (;;) {
		size_t start = common_skip(text, offset);

		if (start == text.length)
			return TEXT_NONE;
		offset = start;
		if (text_decode(text, &offset) == TEXT_MALFORMED)
			return start;
	}
}

size_t text_count(struct text text)
{
	size_t offset = 0;
	size_t count = 0;

	while (offset < text.length) {
		(void)text_decode(text, &offset); /* only its length counts */
		count++;
	}
	return count;
}

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Optimal string alignment distance; rows has room for 3 * (b.length + 1)
 * numbers: the row being filled and the two before it. */
static size_t edit_distance(struct text a, struct text b, size_t *rows)
{
	size_t width = b.length + 1;
	size_t *before = rows;
	size_t *above = rows + width;
	size_t *row = rows + 2 * width;
	size_t i, j;

	for (j = 0; j < width; j++)
		row[j] = j;
	for (i = 1; i <= a.length; i++) {
		size_t *oldest = before;

		before = above;
		above = row;
		row = oldest;
		row[0] = i;
		for (j = 1; j < width; j++) {
			bool differs = a.at[i - 1] != b.at[j - 1];

			row[j] = smaller(above[j - 1] + differs,
			    smaller(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] &&
			    a.at[i - 2] == b.at[j - 1])
				row[j] = smaller(row[j], before[j - 2] + 1);
		}
	}
	return row[b.length];
}

struct text text_nearest(struct text text, const struct text *candidates,
    size_t count)
{
	struct arena arena = { 0 };
	struct text nearest = { 0 };
	size_t nearest_distance = SIZE_MAX;
	size_t *rows = arena_array(&arena, size_t, 3 * (text.length + 1));
	size_t i;

	for (i = 0; text.length > 0 && i < count; i++) {
		struct text candidate = candidates[i];
		size_t shorter = smaller(text.length, candidate.length);
		size_t longer = text.length + candidate.length - shorter;
		size_t limit = longer >= 3 ? longer / 3 : 1;
		size_t distance;

		/* The difference in length is a lower bound. */
		if (shorter == 0 || longer - shorter > limit)
			continue;
		distance = edit_distance(candidate, text, rows);
		if (distance <= limit && distance < nearest_distance) {
			nearest = candidate;
			nearest_distance = distance;
		}
	}
	arena_release(&arena);
	return nearest;
}
