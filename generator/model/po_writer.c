#include "model/po_writer.h"

#include <string.h>

/* With the escapes that msgcat writes; other control characters stay. */
static void add_escaped(struct buffer *out, struct text text)
{
	static const char escaped[] = "\n\t\r\"\\\a\b\f\v";
	static const char letters[] = "ntr\"\\abfv";
	size_t i;

	for (i = 0; i < text.length; i++) {
		const char *found = text.at[i] != '\0' ?
		    strchr(escaped, text.at[i]) :
		    NULL;

		if (found != NULL)
			buffer_add_char(out, '\\');
		buffer_add_char(out,
		    found != NULL ? letters[found - escaped] : text.at[i]);
	}
}

void po_write_string(struct buffer *out, const char *prefix,
    const char *keyword, struct text text)
{
	size_t end = text_find_char(text, '\n', 0);
	size_t start = 0;

	buffer_format(out, "%s%s ", prefix, keyword);
	if (end != TEXT_NONE && end + 1 < text.length)
		buffer_format(out, "\"\"\n%s", prefix);
	do {
		end = text_find_char(text, '\n', start);
		end = end != TEXT_NONE ? end + 1 : text.length;
		if (start > 0)
			buffer_add_string(out, prefix);
		buffer_add_char(out, '"');
		add_escaped(out, text_slice(text, start, end - start));
		buffer_add(out, TEXT("\"\n"));
		start = end;
	} while (start < text.length);
}

void po_write_comment(struct buffer *out, const char *mark,
    struct text comment)
{
	size_t start = 0, end;
	struct text line;

	while (comment.at != NULL && start <= comment.length) {
		end = text_find_char(comment, '\n', start);
		end = end != TEXT_NONE ? end : comment.length;
		line = text_slice(comment, start, end - start);
		buffer_format(out, "%s%s%.*s\n", mark,
		    line.length > 0 ? " " : "", TEXT_ARGUMENTS(line));
		start = end + 1;
	}
}
