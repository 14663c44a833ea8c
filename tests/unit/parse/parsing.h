/*
 * One parsed document for a test, with what was reported about it as lines
 * "code line:column value,value".
 */
#ifndef UNIT_PARSING_H
#define UNIT_PARSING_H

#include "base/buffer.h"
#include "parse/document.h"

#include <string.h>

struct parsing {
	struct arena arena;
	struct arena scratch;
	struct report report;
	struct source source;
	struct document document;
	struct buffer messages;
};

static inline const char *parsing_messages(struct parsing *parsing)
{
	size_t i, j;

	buffer_clear(&parsing->messages);
	for (i = 0; i < parsing->report.count; i++) {
		const struct report_item *item = &parsing->report.items[i];
		size_t line, column;

		place_locate(item->place, &line, &column);
		buffer_format(&parsing->messages, "%s %zu:%zu",
		    message_row(item->message)->code, line, column);
		for (j = 0; j < item->value_count; j++)
			buffer_format(&parsing->messages, "%c%.*s",
			    j > 0 ? ',' : ' ',
			    TEXT_ARGUMENTS(item->values[j]));
		buffer_add_char(&parsing->messages, '\n');
	}
	buffer_add_char(&parsing->messages, '\0');
	return parsing->messages.bytes;
}

/* markdown must outlive the parsing. */
static inline void parse_bytes(struct parsing *parsing, struct text markdown,
    const struct document_options *options)
{
	*parsing = (struct parsing){ 0 };
	parsing->source.name = TEXT("test.md");
	parsing->source.bytes = markdown;
	document_parse(&parsing->document, &parsing->arena, &parsing->scratch,
	    &parsing->report, &parsing->source, 0, options);
	/* Nothing that is kept may depend on it. */
	arena_release(&parsing->scratch);
}

static inline void parse(struct parsing *parsing, const char *markdown)
{
	const struct document_options options = { .locale = TEXT("tr") };

	parse_bytes(parsing, text_from(markdown), &options);
}

static inline void parsing_release(struct parsing *parsing)
{
	buffer_release(&parsing->messages);
	arena_release(&parsing->report.arena);
	arena_release(&parsing->arena);
}

#define assert_messages(parsing, expected)                                     \
	assert_string_equal(parsing_messages(parsing), expected)

#define assert_text(text, expected)                                            \
	assert_text_at((text), (expected), __FILE__, __LINE__)

static inline void assert_text_at(struct text text, const char *expected,
    const char *file, int line)
{
	if (text_equal_string(text, expected))
		return;
	print_error("\"%.*s\" is not \"%s\"\n", TEXT_ARGUMENTS(text), expected);
	_fail(file, line);
}

#endif
