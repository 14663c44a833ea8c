#include "render/outline_words.h"

#include "render/html_tag.h"

/* The length of what parts words at an offset: blanks, the zero width
 * non-joiner. */
static size_t gap(struct text text, size_t at)
{
	const struct text joiner = TEXT("\xe2\x80\x8c");
	char c = text.at[at];

	if (c == ' ' || (c >= '\t' && c <= '\r'))
		return 1;
	return text_starts(text_after(text, at), joiner) ? joiner.length : 0;
}

static void add_words(struct buffer *out, struct text text)
{
	bool within = false;
	size_t at = 0, length;

	for (; at < text.length; at += length) {
		length = gap(text, at);
		if ((length == 0) != within)
			buffer_add_string(out, within ? "</span>" : "<span>");
		within = length == 0;
		length = length > 0 ? length : 1;
		buffer_add(out, text_slice(text, at, length));
	}
	if (within)
		buffer_add_string(out, "</span>");
}

void outline_words_add(struct buffer *out, struct text page)
{
	struct html_tag tag;
	bool within = false;
	size_t at = 0;

	while (html_tag_next(&tag, page, at)) {
		struct text before = text_slice(
		    page, at, (size_t)(tag.all.at - page.at) - at);

		if (within)
			add_words(out, before);
		else
			buffer_add(out, before);
		buffer_add(out, tag.all);
		if (html_tag_heading(&tag) > 0)
			within = !tag.closing;
		at = html_tag_end(&tag, page);
	}
	buffer_add(out, text_after(page, at));
}
