/*
 * What a document becomes when it stands alone, without addresses of blocks,
 * with messages of the program as [number] and footnotes behind "--".
 */
#ifndef UNIT_RENDERING_H
#define UNIT_RENDERING_H

#include "../parse/parsing.h"
#include "render/body.h"

static inline void rendering_add(struct buffer *out, const struct body *body)
{
	size_t at = 0, i;

	for (i = 0; i < body->hole_count; i++) {
		const struct hole *hole = &body->holes[i];

		buffer_add(out,
		    text_slice(body->bytes, at, hole->offset - at));
		if (hole->kind == HOLE_NUMBER)
			buffer_format(out, "%zu", hole->number);
		else
			buffer_format(out, "[%zu]", hole->number);
		at = hole->offset;
	}
	buffer_add(out, text_after(body->bytes, at));
}

static inline void rendering_strip(struct buffer *html)
{
	struct text text = buffer_text(html);
	struct buffer out = { 0 };
	size_t from = 0, at;

	while ((at = text_find(text, TEXT(" data-b=\""), from)) != TEXT_NONE) {
		buffer_add(&out, text_slice(text, from, at - from));
		from = text_find_char(text, '"', at + 9) + 1;
	}
	buffer_add(&out, text_after(text, from));
	buffer_release(html);
	*html = out;
}

static inline void assert_html_at(const char *markdown, const char *expected,
    const char *messages, const char *file, int line)
{
	const struct document_options options = {
		.locale = TEXT("en"),
		.alone = true,
		.raw_html = true,
		.render_blocks = body_render_blocks,
		.render_inlines = body_render_inlines,
	};
	struct parsing parsing;
	struct buffer html = { 0 };
	bool same;

	parse_bytes(&parsing, text_from(markdown), &options);
	rendering_add(&html, &parsing.document.whole);
	if (parsing.document.notes.bytes.length > 0) {
		buffer_add_string(&html, "--\n");
		rendering_add(&html, &parsing.document.notes);
	}
	rendering_strip(&html);
	same = text_equal_string(buffer_text(&html), expected);
	if (!same)
		print_error("%s\nis:\n%.*s\nshould be:\n%s\n", markdown,
		    TEXT_ARGUMENTS(buffer_text(&html)), expected);
	if (strcmp(parsing_messages(&parsing), messages) != 0) {
		print_error("%s\nmessages are:\n%s\nshould be:\n%s\n",
		    markdown, parsing_messages(&parsing), messages);
		same = false;
	}
	buffer_release(&html);
	parsing_release(&parsing);
	if (!same)
		_fail(file, line);
}

#define assert_html(markdown, html)                                            \
	assert_html_at((markdown), (html), "", __FILE__, __LINE__)
#define assert_html_and(markdown, html, messages)                              \
	assert_html_at((markdown), (html), (messages), __FILE__, __LINE__)

#endif
