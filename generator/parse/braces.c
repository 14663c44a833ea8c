#include "parse/braces.h"

#include "base/arena.h"
#include "base/unicode.h"
#include "parse/attributes.h"

#include <cmark.h>
#include <string.h>

enum { MINUTES_LIMIT = 600 };

static bool is_escaped(struct text bytes, size_t at)
{
	size_t slashes = 0;

	while (slashes < at && bytes.at[at - slashes - 1] == '\\')
		slashes++;
	return slashes % 2 != 0;
}

const char *braces_find(struct text text, struct text part, bool last)
{
	const char *found = NULL;
	size_t at = 0;

	while ((last || found == NULL) &&
	    (at = text_find(text, part, at)) != TEXT_NONE) {
		if (!is_escaped(text, at))
			found = text.at + at;
		at++;
	}
	return found;
}

void braces_cut(struct arena *scratch, struct cmark_node *node, size_t length)
{
	const char *literal = cmark_node_get_literal(node);
	cmark_node *before = cmark_node_previous(node);

	while (length > 0 &&
	    (literal[length - 1] == ' ' || literal[length - 1] == '\t'))
		length--;
	if (length > 0) {
		struct text text = { literal, length };

		(void)cmark_node_set_literal(node,
		    text_string(scratch, text)); /* it is a text */
		return;
	}
	cmark_node_free(node);
	if (before != NULL &&
	    (cmark_node_get_type(before) == CMARK_NODE_SOFTBREAK ||
		cmark_node_get_type(before) == CMARK_NODE_LINEBREAK))
		cmark_node_free(before);
}

bool braces_take(struct text *attributes, struct arena *scratch,
    struct cmark_node *node, struct text lines)
{
	struct text text = { 0 };
	const char *brace = NULL;
	const char *written;
	struct text part;

	if (node != NULL && cmark_node_get_type(node) == CMARK_NODE_TEXT)
		text = text_from(cmark_node_get_literal(node));
	if (text.length >= 2 && text.at[text.length - 1] == '}')
		brace = memrchr(text.at, '{', text.length);
	if (brace == NULL)
		return false;
	part = text_after(text, (size_t)(brace - text.at));
	written = braces_find(lines, part, true);
	if (written == NULL)
		return false;
	*attributes = (struct text){ written + 1, part.length - 2 };
	braces_cut(scratch, node, text.length - part.length);
	return true;
}

bool braces_is_anchor(struct text text)
{
	size_t i;

	for (i = 0; i < text.length; i++)
		if ((unsigned char)text.at[i] < ' ' ||
		    strchr("\"'<>&", text.at[i]) != NULL)
			return false;
	return true;
}

static bool read_minutes(unsigned *minutes, struct text value)
{
	unsigned number;

	if (*minutes != 0 || !text_number(&number, value) || number == 0 ||
	    number > MINUTES_LIMIT)
		return false;
	*minutes = number;
	return true;
}

/* One attribute; false if it is not understood. */
static bool read_one(struct braces *braces, struct arena *arena,
    struct report *report, struct place place, enum braces_kind kind,
    const struct attribute *attribute)
{
	static const struct text known[][1] = {
		[BRACES_TABLE] = { { ".do-dont", 8 } },
		[BRACES_CALLOUT] = { { "minutes", 7 } },
	};

	if (attribute->kind == ATTRIBUTE_ANCHOR) {
		if (braces->anchor_offset != 0)
			return false;
		braces->anchor_offset = place.offset + 1;
		if (braces_is_anchor(attribute->value))
			braces->anchor = text_copy(arena,
			    unicode_nfc(arena, attribute->value));
		else
			report_add(report, MESSAGE_ANCHOR_INVALID, place,
			    attribute->value);
	} else if (!text_equal(attribute->name, known[kind][0])) {
		report_add(report, MESSAGE_ATTRIBUTE_UNKNOWN, place,
		    attribute->name,
		    text_nearest(attribute->name, known[kind], 1));
	} else if (kind == BRACES_TABLE) {
		braces->do_dont = true;
	} else {
		return read_minutes(&braces->minutes, attribute->value);
	}
	return true;
}

void braces_read(struct braces *braces, struct arena *arena,
    struct report *report, const struct source *source,
    enum braces_kind kind, struct text attributes)
{
	static const struct text examples[] = {
		[BRACES_TABLE] = { "{#anchor .do-dont}", 18 },
		[BRACES_CALLOUT] = { "{#anchor minutes=15}", 20 },
	};
	struct attribute attribute;

	*braces = (struct braces){ 0 };
	while ((attribute = attribute_next(&attributes)).kind !=
	    ATTRIBUTE_END) {
		struct place place = { source,
			(size_t)(attribute.name.at - source->bytes.at) };

		if (attribute.kind != ATTRIBUTE_BROKEN &&
		    read_one(braces, arena, report, place, kind, &attribute))
			continue;
		report_add(report, MESSAGE_ATTRIBUTES_SYNTAX, place,
		    examples[kind]);
		return;
	}
}
