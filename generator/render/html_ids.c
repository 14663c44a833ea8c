#include "render/html_ids.h"

#include "render/html_tag.h"

/* Attributes that hold ids, with blanks between them. */
static const char *const attributes[] = { "id", "for", "aria-labelledby",
	"aria-describedby", "headers" };

static int level_of(int level, const struct html_ids *ids)
{
	if (ids->level > 0)
		level = ids->level;
	level += ids->shift;
	return level > 6 ? 6 : level;
}

/* Where the ids of an attribute's value begin get the prefix. */
static void add_ids(struct buffer *out, struct text value, struct text prefix)
{
	size_t i;

	for (i = 0; i < value.length; i++) {
		if (value.at[i] != ' ' && (i == 0 || value.at[i - 1] == ' '))
			buffer_add(out, prefix);
		buffer_add_char(out, value.at[i]);
	}
}

/* Adds a start tag with all of its ids changed.  What is replaced comes in
 * the order of the tag. */
static void add_tag(struct buffer *out, const struct html_tag *tag,
    struct text prefix)
{
	const char *all = tag->all.at, *end = all + tag->all.length;
	const char *at = all;

	while (at < end) {
		struct text value = { 0 }, next = { 0 };
		bool is_link = false;
		size_t i;

		for (i = 0; i < sizeof(attributes) / sizeof(*attributes); i++)
			if (html_tag_value(&value, tag,
				text_from(attributes[i])) &&
			    value.at >= at &&
			    (next.at == NULL || value.at < next.at))
				next = value;
		if (text_equal(tag->name, TEXT("a")) &&
		    html_tag_value(&value, tag, TEXT("href")) &&
		    value.at >= at && value.length > 1 &&
		    value.at[0] == '#' &&
		    (next.at == NULL || value.at < next.at)) {
			next = text_after(value, 1);
			is_link = true;
		}
		if (next.at == NULL)
			break;
		buffer_add(out, (struct text){ at, (size_t)(next.at - at) });
		if (is_link) {
			buffer_add(out, prefix);
			buffer_add(out, next);
		} else {
			add_ids(out, next, prefix);
		}
		at = next.at + next.length + 1;
		buffer_add_char(out, '"');
	}
	if (at < end)
		buffer_add(out, (struct text){ at, (size_t)(end - at) });
}

void html_ids_add(struct buffer *out, struct text html,
    const struct html_ids *ids)
{
	struct html_tag tag;
	size_t at = 0;

	while (html_tag_next(&tag, html, at)) {
		size_t begin = (size_t)(tag.all.at - html.at);
		size_t from;
		int level = html_tag_heading(&tag);

		buffer_add(out, text_slice(html, at, begin - at));
		from = out->length;
		if (tag.closing || ids->prefix.length == 0)
			buffer_add(out, tag.all);
		else
			add_tag(out, &tag, ids->prefix);
		if (level > 0)
			out->bytes[from + 2 + tag.closing] =
			    (char)('0' + level_of(level, ids));
		at = html_tag_end(&tag, html);
	}
	buffer_add(out, text_after(html, at));
}
