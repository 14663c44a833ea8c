#include "command/handout_tag.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Behind the '>' that ends a tag; quoted ones do not. */
static size_t tag_close(struct text html, size_t at)
{
	char quote = '\0';

	for (; at < html.length; at++) {
		char c = html.at[at];

		if (quote != '\0') {
			if (c == quote)
				quote = '\0';
		} else if (c == '"' || c == '\'') {
			quote = c;
		} else if (c == '>') {
			return at + 1;
		}
	}
	return html.length;
}

bool handout_tag_next(struct handout_tag *tag, struct text html, size_t from)
{
	size_t at = from, name;

	for (;; at++) {
		at = text_find_char(html, '<', at);
		if (at == TEXT_NONE || at + 1 >= html.length)
			return false;
		if (text_starts(text_after(html, at), TEXT("<!--"))) {
			at = text_find(html, TEXT("-->"), at);
			if (at == TEXT_NONE)
				return false;
			continue;
		}
		name = at + 1 + (html.at[at + 1] == '/');
		if (name < html.length && is_letter(html.at[name]))
			break;
	}
	tag->start = at;
	tag->closing = name == at + 2;
	for (at = name; at < html.length && !is_blank(html.at[at]) &&
	     html.at[at] != '>' && html.at[at] != '/';
	     at++)
		continue;
	tag->name = text_slice(html, name, at - name);
	tag->end = tag_close(html, at);
	tag->attributes = text_slice(html, at,
	    tag->end - at - (html.at[tag->end - 1] == '>' && tag->end > at));
	return true;
}

bool handout_tag_end(struct handout_tag *end, struct text html,
    const struct handout_tag *tag)
{
	size_t depth = 1, at = tag->end;

	while (handout_tag_next(end, html, at)) {
		at = end->end;
		if (!text_equal(end->name, tag->name))
			continue;
		depth = end->closing ? depth - 1 : depth + 1;
		if (depth == 0)
			return true;
	}
	return false;
}

bool handout_attribute_cut(struct text *name, struct text *value,
    struct text *rest)
{
	size_t at = 0, start;
	char quote;

	while (at < rest->length &&
	    (is_blank(rest->at[at]) || rest->at[at] == '/'))
		at++;
	if (at == rest->length)
		return false;
	for (start = at; at < rest->length && !is_blank(rest->at[at]) &&
	     rest->at[at] != '=' && rest->at[at] != '/';
	     at++)
		continue;
	if (at == start)
		at++; /* a stray '=' is a name, so that this ends */
	*name = text_slice(*rest, start, at - start);
	*value = (struct text){ 0 };
	while (at < rest->length && is_blank(rest->at[at]))
		at++;
	if (at == rest->length || rest->at[at] != '=') {
		*rest = text_after(*rest, at);
		return true;
	}
	for (at++; at < rest->length && is_blank(rest->at[at]); at++)
		continue;
	quote = at < rest->length ? rest->at[at] : '\0';
	if (quote == '"' || quote == '\'') {
		start = at + 1;
		at = text_find_char(*rest, quote, start);
		if (at == TEXT_NONE)
			at = rest->length;
		*value = text_slice(*rest, start, at - start);
		*rest = text_after(*rest, at < rest->length ? at + 1 : at);
		return true;
	}
	for (start = at; at < rest->length && !is_blank(rest->at[at]); at++)
		continue;
	*value = text_slice(*rest, start, at - start);
	*rest = text_after(*rest, at);
	return true;
}

struct text handout_attribute(const struct handout_tag *tag, const char *name)
{
	struct text rest = tag->attributes, found, value;

	while (handout_attribute_cut(&found, &value, &rest))
		if (text_equal_string(found, name))
			return value;
	return (struct text){ 0 };
}

bool handout_tag_has_class(const struct handout_tag *tag, const char *name)
{
	struct text rest = handout_attribute(tag, "class"), word;

	while (text_word(&word, &rest))
		if (text_equal_string(word, name))
			return true;
	return false;
}

/* The character of a numbered reference, or TEXT_MALFORMED. */
static uint32_t reference_code(struct text name)
{
	uint32_t code = 0, base = 10;
	size_t i = 1;

	if (name.length > 1 && (name.at[1] == 'x' || name.at[1] == 'X')) {
		base = 16;
		i = 2;
	}
	if (name.length <= i || name.length > i + 6)
		return TEXT_MALFORMED;
	for (; i < name.length; i++) {
		char c = name.at[i];
		uint32_t digit = c >= '0' && c <= '9' ? (uint32_t)(c - '0')
		    : c >= 'a' && c <= 'f'            ? (uint32_t)(c - 'a') + 10
		    : c >= 'A' && c <= 'F'            ? (uint32_t)(c - 'A') + 10
						      : 16;

		if (digit >= base)
			return TEXT_MALFORMED;
		code = code * base + digit;
	}
	return code > 0 && code <= 0x10FFFF ? code : TEXT_MALFORMED;
}

static uint32_t reference_decode(struct text name)
{
	static const struct {
		const char *name;
		uint32_t code;
	} names[] = { { "amp", '&' }, { "lt", '<' }, { "gt", '>' },
		{ "quot", '"' }, { "apos", '\'' }, { "nbsp", 0xA0 } };
	size_t i;

	if (name.length > 0 && name.at[0] == '#')
		return reference_code(name);
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (text_equal_string(name, names[i].name))
			return names[i].code;
	return TEXT_MALFORMED;
}

void handout_value_decode(struct buffer *out, struct text value)
{
	size_t i = 0;

	while (i < value.length) {
		size_t end = value.at[i] == '&'
		    ? text_find_char(value, ';', i)
		    : TEXT_NONE;
		uint32_t code = end == TEXT_NONE
		    ? TEXT_MALFORMED
		    : reference_decode(
			  text_slice(value, i + 1, end - i - 1));

		if (code == TEXT_MALFORMED) {
			buffer_add_char(out, value.at[i++]);
			continue;
		}
		buffer_add_code(out, code);
		i = end + 1;
	}
}
