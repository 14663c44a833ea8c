#include "base/excerpt.h"

#include "base/file.h"
#include "base/report.h"

/* Columns of a long line that are shown, and of them before the place. */
enum { WIDTH = 100, WIDTH_BEFORE = 60 };

static const struct text MARK = { "\xEF\xBB\xBF", 3 };   /* U+FEFF */
static const struct text ELLIPSIS = { "\xE2\x80\xA6", 3 }; /* U+2026 */

static bool excerpt_open(struct excerpt *excerpt, const struct source *source)
{
	arena_reset(&excerpt->arena);
	excerpt->source = source;
	excerpt->bytes = source->bytes;
	excerpt->is_readable = source->bytes.length > 0 ||
	    (source->path != NULL &&
		file_read(&excerpt->bytes, &excerpt->arena, source->path));
	excerpt->line = 1;
	/* Editors do not count a byte order mark as a column. */
	excerpt->line_start =
	    text_starts(excerpt->bytes, MARK) ? MARK.length : 0;
	return excerpt->is_readable;
}

bool excerpt_move(struct excerpt *excerpt, struct place place)
{
	struct text bytes;
	size_t offset = place.offset;

	if (excerpt->source != place.source || offset < excerpt->line_start)
		(void)excerpt_open(excerpt, place.source); /* kept in it */
	if (!excerpt->is_readable)
		return false;
	bytes = excerpt->bytes;
	if (offset > bytes.length)
		offset = bytes.length;
	if (offset < excerpt->line_start)
		offset = excerpt->line_start;
	for (;;) {
		size_t end = text_find_char(bytes, '\n', excerpt->line_start);

		if (end == TEXT_NONE || end >= offset)
			break;
		excerpt->line++;
		excerpt->line_start = end + 1;
	}
	excerpt->offset = offset;
	excerpt->column = 1 + text_count(text_slice(bytes,
	    excerpt->line_start, offset - excerpt->line_start));
	return true;
}

/* Columns that a terminal needs for a code point, by blocks: enough to put a
 * caret below it.  Unicode 15, EastAsianWidth.txt and general category Mn. */
static size_t code_width(uint32_t code)
{
	static const struct {
		uint32_t first, last;
		size_t width;
	} blocks[] = {
		{ 0x0300, 0x036F, 0 },   /* combining marks */
		{ 0x0610, 0x061A, 0 },   /* Arabic marks */
		{ 0x064B, 0x065F, 0 },
		{ 0x1100, 0x115F, 2 },   /* Hangul initial jamo */
		{ 0x1160, 0x11FF, 0 },   /* medial and final, joined to them */
		{ 0x200B, 0x200F, 0 },   /* ZWNJ, ZWJ, direction marks */
		{ 0x202A, 0x202E, 0 },   /* embeddings */
		{ 0x2060, 0x2069, 0 },   /* isolates */
		{ 0x2E80, 0x303E, 2 },   /* CJK radicals, punctuation */
		{ 0x3041, 0xA4CF, 2 },   /* kana, ideographs, Yi */
		{ 0xA960, 0xA97F, 2 },   /* Hangul */
		{ 0xAC00, 0xD7A3, 2 },
		{ 0xF900, 0xFAFF, 2 },   /* CJK compatibility */
		{ 0xFE00, 0xFE0F, 0 },   /* variation selectors */
		{ 0xFE30, 0xFE6F, 2 },
		{ 0xFF00, 0xFF60, 2 },   /* full width forms */
		{ 0xFFE0, 0xFFE6, 2 },
		{ 0x1F300, 0x1F64F, 2 }, /* pictographs */
		{ 0x1F900, 0x1F9FF, 2 },
		{ 0x20000, 0x3FFFD, 2 }, /* rare ideographs */
	};
	size_t i;

	for (i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++)
		if (code >= blocks[i].first && code <= blocks[i].last)
			return blocks[i].width;
	return 1;
}

/* Moves *offset forward over count code points, but not over the end. */
static void skip_codes(struct text line, size_t *offset, size_t count)
{
	while (count-- > 0 && *offset < line.length)
		(void)text_decode(line, offset); /* only its length counts */
}

static void add_visible(struct buffer *buffer, struct text line)
{
	size_t offset = 0;

	while (offset < line.length) {
		uint32_t code = text_decode(line, &offset);

		if (code == TEXT_MALFORMED || (code < 0x20 && code != '\t') ||
		    (code >= 0x7F && code < 0xA0))
			code = 0xFFFD;
		buffer_add_code(buffer, code);
	}
}

/* As many blanks as text is wide, but its tabs. */
static void add_padding(struct buffer *buffer, struct text text)
{
	size_t offset = 0;

	while (offset < text.length) {
		uint32_t code = text_decode(text, &offset);
		size_t width = code_width(code);

		if (code == '\t')
			buffer_add_char(buffer, '\t');
		else
			while (width-- > 0)
				buffer_add_char(buffer, ' ');
	}
}

void excerpt_add(struct buffer *buffer, const struct excerpt *excerpt)
{
	struct text line = text_after(excerpt->bytes, excerpt->line_start);
	size_t at = excerpt->offset - excerpt->line_start;
	size_t end = text_find_char(line, '\n', 0);
	size_t first = 0, last;
	size_t margin = buffer->length;

	if (end != TEXT_NONE)
		line.length = end;
	while (line.length > 0 && line.at[line.length - 1] == '\r')
		line.length--;
	if (text_trim(line).length == 0)
		return;
	if (at > line.length)
		at = line.length;
	if (excerpt->column > WIDTH_BEFORE && text_count(line) > WIDTH)
		skip_codes(line, &first, excerpt->column - WIDTH_BEFORE);
	last = first;
	skip_codes(line, &last, WIDTH);

	buffer_format(buffer, " %zu | ", excerpt->line);
	margin = buffer->length - margin;
	if (first > 0)
		buffer_add(buffer, ELLIPSIS);
	add_visible(buffer, text_slice(line, first, last - first));
	if (last < line.length)
		buffer_add(buffer, ELLIPSIS);
	buffer_format(buffer, "\n%*s", (int)margin, "| ");
	if (first > 0)
		buffer_add_char(buffer, ' ');
	add_padding(buffer, text_slice(line, first, at - first));
	buffer_add_string(buffer, "^\n");
}
