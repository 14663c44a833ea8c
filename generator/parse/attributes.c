#include "parse/attributes.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_name(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == ':' ||
	    c == '.';
}

/* Length of the run up to a blank. */
static size_t bare_length(struct text text)
{
	size_t length = 0;

	while (length < text.length && !is_blank(text.at[length]))
		length++;
	return length;
}

static struct attribute broken(struct text at)
{
	return (struct attribute){ .kind = ATTRIBUTE_BROKEN, .name = at };
}

/* name=value; rest begins with the name. */
static struct attribute next_pair(struct text *rest)
{
	struct attribute pair = { .kind = ATTRIBUTE_PAIR };
	struct text value;
	size_t length = 0;

	while (length < rest->length && is_name(rest->at[length]))
		length++;
	if (length == 0 || length == rest->length || rest->at[length] != '=')
		return broken(*rest);
	pair.name = text_slice(*rest, 0, length);
	value = text_after(*rest, length + 1);
	if (value.length > 0 && (value.at[0] == '"' || value.at[0] == '\'')) {
		size_t end = text_find_char(value, value.at[0], 1);

		if (end == TEXT_NONE)
			return broken(value);
		pair.value = text_slice(value, 1, end - 1);
		*rest = text_after(value, end + 1);
		if (rest->length > 0 && !is_blank(rest->at[0]))
			return broken(*rest);
		return pair;
	}
	length = bare_length(value);
	if (length == 0)
		return broken(value);
	pair.value = text_slice(value, 0, length);
	*rest = text_after(value, length);
	return pair;
}

struct attribute attribute_next(struct text *rest)
{
	struct attribute attribute = { .kind = ATTRIBUTE_END };
	size_t length;

	while (rest->length > 0 && is_blank(rest->at[0]))
		*rest = text_after(*rest, 1);
	if (rest->length == 0)
		return attribute;
	if (rest->at[0] != '#' && rest->at[0] != '.')
		return next_pair(rest);
	length = bare_length(*rest);
	if (length == 1)
		return broken(*rest);
	attribute.kind =
	    rest->at[0] == '#' ? ATTRIBUTE_ANCHOR : ATTRIBUTE_CLASS;
	attribute.name = text_slice(*rest, 0, length);
	attribute.value = text_after(attribute.name, 1);
	*rest = text_after(*rest, length);
	return attribute;
}
