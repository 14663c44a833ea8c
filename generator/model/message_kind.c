#include "model/message_kind.h"

static const char *const names[] = {
	[KIND_TITLE] = "Title",
	[KIND_DESCRIPTION] = "Description",
	[KIND_GOAL] = "Goal",
	[KIND_HEADING] = "Heading",
	[KIND_PARAGRAPH] = "Paragraph",
	[KIND_ITEM] = "List item",
	[KIND_CELL] = "Cell",
	[KIND_CAPTION] = "Caption",
	[KIND_TERM] = "Term",
	[KIND_CALLOUT] = "Callout title",
};
enum { NAME_COUNT = sizeof(names) / sizeof(names[0]) };

const char *message_kind_name(enum message_kind kind)
{
	return names[kind];
}

bool message_kind_of(enum message_kind *kind, struct text extracted)
{
	size_t end = text_find_char(extracted, '\n', 0);
	struct text line = end == TEXT_NONE
	    ? extracted
	    : text_slice(extracted, 0, end);
	size_t i;

	for (i = 0; i < NAME_COUNT; i++) {
		struct text name = text_from(names[i]);

		if (text_starts(line, name) &&
		    (line.length == name.length ||
			line.at[name.length] == ' ')) {
			*kind = (enum message_kind)i;
			return true;
		}
	}
	return false;
}
