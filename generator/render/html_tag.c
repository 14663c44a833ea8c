#include "render/html_tag.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The offset behind the ">" of a tag at `at`; quotes hide others. */
static size_t tag_end(struct text html, size_t at)
{
	char quote = '\0';

	for (; at < html.length; at++) {
		char c = html.at[at];

		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '>')
			return at + 1;
	}
	return html.length;
}

bool html_tag_next(struct html_tag *tag, struct text html, size_t from)
{
	size_t at = text_find_char(html, '<', from), name, end;

	if (at == TEXT_NONE)
		return false;
	*tag = (struct html_tag){ 0 };
	name = at + 1;
	tag->closing = name < html.length && html.at[name] == '/';
	name += tag->closing;
	for (end = name; end < html.length &&
	     (is_letter(html.at[end]) ||
		 (end > name && html.at[end] >= '0' && html.at[end] <= '9'));
	     end++)
		;
	tag->name = text_slice(html, name, end - name);
	tag->all = text_slice(html, at, tag_end(html, end) - at);
	return true;
}

size_t html_tag_end(const struct html_tag *tag, struct text html)
{
	return (size_t)(tag->all.at - html.at) + tag->all.length;
}

bool html_tag_value(struct text *value, const struct html_tag *tag,
    struct text name)
{
	struct text all = tag->all;
	size_t at = text_find(all, name, 1), begin, end;

	for (; at != TEXT_NONE; at = text_find(all, name, at + 1)) {
		begin = at + name.length;
		if (!is_blank(all.at[at - 1]) || begin + 2 > all.length ||
		    all.at[begin] != '=' || all.at[begin + 1] != '"')
			continue;
		begin += 2;
		end = text_find_char(all, '"', begin);
		if (end == TEXT_NONE)
			return false;
		*value = text_slice(all, begin, end - begin);
		return true;
	}
	return false;
}

int html_tag_heading(const struct html_tag *tag)
{
	if (tag->name.length != 2 || tag->name.at[0] != 'h' ||
	    tag->name.at[1] < '1' || tag->name.at[1] > '6')
		return 0;
	return tag->name.at[1] - '0';
}
