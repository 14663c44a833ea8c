#include "write/record.h"

#include "base/arena.h"
#include "base/list.h"

#include <inttypes.h>
#include <stdlib.h>

static const struct text FINISHED = TEXT("opas 1 finished");
static const struct text UNFINISHED = TEXT("opas 1 unfinished");

bool record_allows(struct text path)
{
	bool starts = true; /* at the first byte of a part */
	size_t i;

	for (i = 0; i < path.length; i++) {
		char c = path.at[i];

		if (c == '\0' || (starts && (c == '/' || c == '.')))
			return false;
		starts = c == '/';
	}
	return !starts;
}

static bool parse_path(struct text *path, struct arena *arena,
    struct text escaped)
{
	char *end = arena_alloc(arena, escaped.length + 1);
	struct text plain = { end, 0 };
	size_t i;

	for (i = 0; i < escaped.length; i++) {
		char c = escaped.at[i];

		if (c == '\\') {
			i++;
			if (i == escaped.length || (escaped.at[i] != '\\' &&
						       escaped.at[i] != 'n'))
				return false;
			c = escaped.at[i] == 'n' ? '\n' : '\\';
		}
		*end++ = c;
		plain.length++;
	}
	*path = plain;
	return record_allows(plain);
}

/* Reads a number in base 10 or 16, of digits only. */
static bool parse_digits(uint64_t *number, struct text digits, unsigned base)
{
	uint64_t sum = 0;
	size_t i;

	if (digits.length < 1 || digits.length > 16)
		return false;
	for (i = 0; i < digits.length; i++) {
		char c = digits.at[i];
		unsigned value = base;

		if (c >= '0' && c <= '9')
			value = (unsigned)(c - '0');
		else if (c >= 'a' && c <= 'f')
			value = (unsigned)(c - 'a') + 10;
		if (value >= base)
			return false;
		sum = sum * base + value;
	}
	*number = sum;
	return true;
}

/* The part of line behind its last tab, which is cut off with it. */
static bool cut_last(struct text *field, struct text *line)
{
	size_t i = line->length;

	while (i > 0 && line->at[i - 1] != '\t')
		i--;
	if (i == 0)
		return false;
	*field = text_after(*line, i);
	line->length = i - 1;
	return true;
}

static bool parse_line(struct record_entry *entry, struct arena *arena,
    struct text line)
{
	struct text size, hash;
	uint64_t number;

	if (!cut_last(&hash, &line) || !cut_last(&size, &line) ||
	    !parse_path(&entry->path, arena, line))
		return false;
	entry->is_known = !text_equal(hash, TEXT("-"));
	if (!entry->is_known)
		return text_equal(size, TEXT("-"));
	if (hash.length != 16 || !parse_digits(&entry->hash, hash, 16) ||
	    !parse_digits(&number, size, 10))
		return false;
	entry->size = (size_t)number;
	return true;
}

size_t record_parse(struct record *record, struct arena *arena,
    struct text bytes)
{
	size_t at = 0;

	while (at < bytes.length) {
		size_t end = text_find_char(bytes, '\n', at);
		struct record_entry entry = { 0 };
		struct text line;

		if (end == TEXT_NONE)
			break;
		line = text_slice(bytes, at, end - at);
		if (at == 0) {
			record->is_unfinished = text_equal(line, UNFINISHED);
			if (!record->is_unfinished &&
			    !text_equal(line, FINISHED))
				break;
		} else {
			if (!parse_line(&entry, arena, line))
				break;
			*list_add(arena, record) = entry;
		}
		at = end + 1;
	}
	if (at == bytes.length && at > 0)
		return TEXT_NONE;
	record->is_unfinished = true;
	return at;
}

static int entry_order(const void *a, const void *b)
{
	const struct record_entry *first = a;
	const struct record_entry *second = b;

	return text_compare(first->path, second->path);
}

static void add_path(struct buffer *buffer, struct text path)
{
	size_t i;

	for (i = 0; i < path.length; i++) {
		char c = path.at[i];

		if (c == '\n' || c == '\\')
			buffer_add_char(buffer, '\\');
		buffer_add_char(buffer, c == '\n' ? 'n' : c);
	}
}

void record_format(struct buffer *buffer, struct record *record)
{
	size_t i;

	if (record->count > 0)
		qsort(record->items, record->count, sizeof(*record->items),
		    entry_order);
	buffer_add(buffer, record->is_unfinished ? UNFINISHED : FINISHED);
	buffer_add_char(buffer, '\n');
	for (i = 0; i < record->count; i++) {
		const struct record_entry *entry = &record->items[i];

		add_path(buffer, entry->path);
		if (entry->is_known)
			buffer_format(buffer, "\t%zu\t%016" PRIx64 "\n",
			    entry->size, entry->hash);
		else
			buffer_add_string(buffer, "\t-\t-\n");
	}
}
