#include "parse/pipe.h"

#include "base/arena.h"
#include "base/list.h"

void pipe_split(struct cells *cells, struct arena *arena, struct text line)
{
	size_t from = 0, at;

	cells->count = 0;
	line = text_trim(line);
	if (line.length > 0 && line.at[0] == '|')
		from = 1;
	for (at = from; at <= line.length; at++) {
		struct text cell;

		if (at < line.length && line.at[at] == '\\') {
			at += at + 1 < line.length;
			continue;
		}
		if (at < line.length && line.at[at] != '|')
			continue;
		cell = text_trim(text_slice(line, from, at - from));
		/* Behind the last pipe there is none. */
		if (at < line.length || cell.length > 0 || cells->count == 0)
			*list_add(arena, cells) = cell;
		from = at + 1;
	}
}

static bool read_delimiter(enum column_alignment *column, struct text cell)
{
	bool starts = cell.length > 0 && cell.at[0] == ':';
	bool ends = cell.length > 1 && cell.at[cell.length - 1] == ':';
	size_t i;

	if (cell.length <= (size_t)starts + (size_t)ends)
		return false;
	for (i = starts; i + ends < cell.length; i++)
		if (cell.at[i] != '-')
			return false;
	if (starts)
		*column = ends ? COLUMN_CENTER : COLUMN_START;
	else
		*column = ends ? COLUMN_END : COLUMN_PLAIN;
	return true;
}

bool pipe_delimiters(const enum column_alignment **columns, size_t *count,
    struct arena *arena, struct text line)
{
	struct cells cells = { 0 };
	enum column_alignment *found;
	size_t i;

	for (i = 0; i < line.length; i++)
		if (line.at[i] != '|' && line.at[i] != '-' &&
		    line.at[i] != ':' && line.at[i] != ' ' &&
		    line.at[i] != '\t')
			return false;
	if (text_find_char(line, '|', 0) == TEXT_NONE)
		return false;
	pipe_split(&cells, arena, line);
	found = arena_array(arena, enum column_alignment, cells.count);
	for (i = 0; i < cells.count; i++)
		if (!read_delimiter(&found[i], cells.items[i]))
			return false;
	*columns = found;
	*count = cells.count;
	return true;
}
