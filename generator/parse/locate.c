#include "parse/locate.h"

#include "base/arena.h"
#include "base/list.h"
#include "base/report.h"

#include <cmark.h>
#include <string.h>

/* An offset that was not yet looked for; TEXT_NONE: there is none. */
#define NOT_SEARCHED (TEXT_NONE - 1)

struct lines {
	size_t *items;
	size_t count;
	size_t capacity;
};

/* Lines end at LF, CR, or CR LF (CommonMark 0.30, 2.1). */
static void add_lines(struct lines *lines, struct arena *arena,
    struct text bytes, size_t start)
{
	size_t line = start;

	while (line < bytes.length) {
		const char *from = bytes.at + line;
		size_t length = bytes.length - line;
		const char *end = memchr(from, '\n', length);
		const char *cr;

		*list_add(arena, lines) = line;
		if (end != NULL)
			length = (size_t)(end - from);
		cr = memchr(from, '\r', length);
		if (cr != NULL && cr + 1 != end)
			line += (size_t)(cr - from) + 1;
		else
			line += length + 1;
	}
}

struct locator locate_open(struct arena *scratch, const struct source *source,
    size_t start)
{
	struct locator locator = { .source = source, .scratch = scratch };
	struct lines lines = { 0 };

	add_lines(&lines, scratch, source->bytes, start);
	locator.lines = lines.items;
	locator.line_count = lines.count;
	return locator;
}

/* Offset of a line, counted from 1; the end of the source for those behind
 * the last. */
static size_t line_offset(const struct locator *locator, int line)
{
	if (line < 1)
		line = 1;
	if ((size_t)line > locator->line_count)
		return locator->source->bytes.length;
	return locator->lines[line - 1];
}

size_t locate_block(const struct locator *locator, struct cmark_node *block)
{
	int column = cmark_node_get_start_column(block);
	size_t offset =
	    line_offset(locator, cmark_node_get_start_line(block));

	if (column > 1)
		offset += (size_t)column - 1;
	if (offset > locator->source->bytes.length)
		offset = locator->source->bytes.length;
	return offset;
}

struct text locate_lines(const struct locator *locator,
    struct cmark_node *block)
{
	size_t start = locate_block(locator, block);
	int first = cmark_node_get_start_line(block);
	int last = cmark_node_get_end_line(block);
	size_t end = line_offset(locator, (last > first ? last : first) + 1);

	return text_slice(locator->source->bytes, start,
	    end > start ? end - start : 0);
}

void locate_enter_lines(struct locator *locator, struct text lines)
{
	locator->block = (size_t)(lines.at - locator->source->bytes.at);
	locator->cursor = locator->block;
	locator->end = locator->block + lines.length;
	locator->bracket = NOT_SEARCHED;
	locator->angle = NOT_SEARCHED;
}

void locate_enter(struct locator *locator, struct cmark_node *block)
{
	locate_enter_lines(locator, locate_lines(locator, block));
}

/* What the block under way has from its first byte to its last; offsets are
 * those of the source. */
static struct text searched(const struct locator *locator)
{
	return text_slice(locator->source->bytes, 0, locator->end);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z');
}

/* What a backslash escapes (CommonMark 0.30, 2.4). */
static bool is_punctuation(char c)
{
	return c > ' ' && c < 0x7F && !is_alphanumeric(c);
}

static bool is_escaped(struct text bytes, size_t at)
{
	size_t slashes = 0;

	while (slashes < at && bytes.at[at - slashes - 1] == '\\')
		slashes++;
	return slashes % 2 != 0;
}

/* cmark turns line ends in code into blanks and takes one blank off both
 * ends, so only the bytes up to the first blank are compared. */
void locate_code(struct locator *locator, struct cmark_node *code)
{
	struct text literal = text_from(cmark_node_get_literal(code));
	struct text bytes = searched(locator);
	struct text word = { 0 };
	struct text rest = literal;
	size_t at = locator->cursor;

	(void)text_word(&word, &rest); /* none: any backtick will do */
	while ((at = text_find_char(bytes, '`', at)) != TEXT_NONE) {
		while (at < bytes.length && bytes.at[at] == '`')
			at++;
		while (at < bytes.length && is_blank(bytes.at[at]))
			at++;
		if (text_starts(text_after(bytes, at), word)) {
			at += literal.length;
			locator->cursor = at < bytes.length ? at : bytes.length;
			return;
		}
	}
}

size_t locate_html(struct locator *locator, struct cmark_node *html)
{
	struct text literal = text_from(cmark_node_get_literal(html));
	struct text rest = literal;
	struct text line;
	size_t at;

	/* In a quotation its later lines have a '>' that literal lacks. */
	if (!text_cut(&line, &rest, '\n'))
		return locator->block;
	at = text_find(searched(locator), line, locator->cursor);
	if (at == TEXT_NONE)
		return locator->block;
	locator->cursor = at + line.length;
	return at;
}

/* Where the destination begins if one may begin at `at`, behind "](" or
 * "]:"; quotation marks of a next line are passed over. */
static size_t destination_start(struct text bytes, size_t at)
{
	bool next_line = false;

	while (at < bytes.length &&
	    (is_blank(bytes.at[at]) || (next_line && bytes.at[at] == '>'))) {
		next_line = next_line || bytes.at[at] == '\n';
		at++;
	}
	if (at < bytes.length && bytes.at[at] == '<')
		at++;
	return at;
}

/* True if the destination that begins at `at` is url, which cmark has freed
 * of escapes.  An entity is taken for whatever it may stand for. */
static bool destination_is(struct text bytes, size_t at, const char *url)
{
	bool is_bracketed = at > 0 && bytes.at[at - 1] == '<';

	for (; *url != '\0' && at < bytes.length; url++, at++) {
		char next = at + 1 < bytes.length ? bytes.at[at + 1] : '\0';

		if (bytes.at[at] == '\\' && is_punctuation(next))
			at++;
		else if (bytes.at[at] == '&' && next != url[1] &&
		    (next == '#' || is_alphanumeric(next)))
			return true;
		if (bytes.at[at] != *url)
			return false;
	}
	if (*url != '\0')
		return false;
	if (at == bytes.length)
		return true;
	return is_bracketed ? bytes.at[at] == '>'
			    : is_blank(bytes.at[at]) || bytes.at[at] == ')';
}

/* The next place of part at the cursor or later; next keeps it, so that a
 * block without any is not searched for each of a thousand links. */
static size_t find_next(const struct locator *locator, size_t *next,
    struct text part)
{
	if (*next == NOT_SEARCHED || *next < locator->cursor)
		*next = text_find(searched(locator), part, locator->cursor);
	return *next;
}

static size_t find_inline(struct locator *locator, const char *url)
{
	struct text bytes = searched(locator);
	size_t at = find_next(locator, &locator->bracket, TEXT("]("));

	for (; at != TEXT_NONE; at = text_find(bytes, TEXT("]("), at + 2)) {
		size_t start = destination_start(bytes, at + 2);

		if (!is_escaped(bytes, at) && destination_is(bytes, start, url))
			return start;
	}
	return TEXT_NONE;
}

/* <https://example.org> or <somebody@example.org>: the text is the end of
 * the destination, which may begin with "mailto:".  Only what is before end
 * is searched. */
static size_t find_automatic(struct locator *locator, struct cmark_node *link,
    struct text url, size_t end)
{
	cmark_node *child = cmark_node_first_child(link);
	struct text bytes = searched(locator);
	size_t at = find_next(locator, &locator->angle, TEXT("<"));
	struct text written;

	if (child == NULL || cmark_node_next(child) != NULL ||
	    cmark_node_get_type(child) != CMARK_NODE_TEXT)
		return TEXT_NONE;
	written = text_from(cmark_node_get_literal(child));
	if (text_is_empty(written) || !text_ends(url, written))
		return TEXT_NONE;
	if (end < bytes.length)
		bytes.length = end;
	for (; at < bytes.length; at = text_find(bytes, TEXT("<"), at + 1)) {
		struct text rest = text_after(bytes, at + 1);

		if (text_starts(rest, written) &&
		    rest.length > written.length &&
		    rest.at[written.length] == '>')
			return at + 1;
	}
	return TEXT_NONE;
}

/* Whatever looks like "]: destination" counts; of equal ones the first. */
static void find_definitions(struct locator *locator)
{
	struct text bytes = locator->source->bytes;
	size_t at = locator->line_count > 0 ? locator->lines[0] : 0;

	locator->has_definitions = true;
	while ((at = text_find(bytes, TEXT("]:"), at)) != TEXT_NONE) {
		struct text word, rest;
		size_t start = destination_start(bytes, at + 2);

		rest = text_after(bytes, start);
		if (bytes.at[start - 1] == '<' ? !text_cut(&word, &rest, '>')
					       : !text_word(&word, &rest))
			break;
		if (table_get(&locator->definitions, word) == NULL)
			table_put(&locator->definitions, locator->scratch,
			    word, word.at);
		at += 2;
	}
}

size_t locate_link(struct locator *locator, struct cmark_node *link)
{
	const char *url = cmark_node_get_url(link);
	struct text text = text_from(url);
	size_t at = find_inline(locator, url);
	size_t automatic = find_automatic(locator, link, text, at);
	const char *definition;

	if (automatic < at)
		at = automatic; /* TEXT_NONE is the greatest */
	if (at != TEXT_NONE) {
		locator->cursor = at;
		return at;
	}
	if (!locator->has_definitions)
		find_definitions(locator);
	definition = table_get(&locator->definitions, text);
	if (definition == NULL)
		return locator->block;
	return (size_t)(definition - locator->source->bytes.at);
}
