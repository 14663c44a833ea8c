#include "parse/plain.h"

#include "base/unicode.h"
#include "parse/extension.h"
#include "parse/walk.h"

#include <cmark.h>

static const struct text ELLIPSIS = { "\xE2\x80\xA6", 3 }; /* U+2026 */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Whether a byte begins a code point. */
static bool is_start(char c)
{
	return (c & 0xC0) != 0x80;
}

/* Text with room for so many code points. */
struct plain {
	struct buffer *buffer;
	size_t room;
};

static bool ends_blank(const struct buffer *buffer)
{
	return buffer->length > 0 && buffer->bytes[buffer->length - 1] == ' ';
}

/* One blank, unless the text begins or ends in one so far. */
static void add_blank(struct plain *plain)
{
	if (plain->room > 0 && plain->buffer->length > 0 &&
	    !ends_blank(plain->buffer)) {
		buffer_add_char(plain->buffer, ' ');
		plain->room--;
	}
}

/* Each run of blanks becomes one.  Where the room ends within a code point,
 * a part of that is added. */
static void add_text(struct plain *plain, struct text text)
{
	size_t start = 0;
	size_t i;

	for (i = 0; i < text.length && plain->room > 0; i++) {
		if (!is_blank(text.at[i])) {
			plain->room -= is_start(text.at[i]);
			continue;
		}
		buffer_add(plain->buffer, text_slice(text, start, i - start));
		add_blank(plain);
		start = i + 1;
	}
	if (i > start)
		buffer_add(plain->buffer, text_slice(text, start, i - start));
}

/* Adds what an inline node says by itself. */
static void add_inline(struct plain *plain, struct cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
		add_text(plain, text_from(cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		add_blank(plain);
		break;
	default:
		break;
	}
}

void plain_text(struct buffer *buffer, struct cmark_node *parent)
{
	struct plain plain = { buffer, SIZE_MAX };
	struct walk walk = walk_children(parent);

	buffer_clear(buffer);
	while (walk_next(&walk))
		if (walk.entering)
			add_inline(&plain, walk.node);
	if (ends_blank(buffer))
		buffer_cut(buffer, buffer->length - 1);
}

/* Takes count code points off the end, and what is then left of a word, but
 * for a first word that is longer than all the room. */
static void cut_words(struct buffer *buffer, size_t count)
{
	size_t end = buffer->length;
	size_t blank;

	while (count > 0)
		count -= is_start(buffer->bytes[--end]);
	blank = end;
	while (blank > 0 && buffer->bytes[blank] != ' ')
		blank--;
	buffer_cut(buffer, blank > 0 ? blank : end);
	buffer_add(buffer, ELLIPSIS);
}

/* Cells of tables say little in a row, and what not to do as much as what to
 * do; a caption says what they are about. */
static bool is_told(struct cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH ||
	    extension_if(node, EXTENSION_CAPTION) != NULL ||
	    extension_if(node, EXTENSION_TERM) != NULL;
}

void plain_excerpt(struct buffer *buffer, struct cmark_node *first,
    struct cmark_node *last, size_t limit)
{
	/* Two more than fit: a blank, and what shows that there is more. */
	struct plain plain = { buffer, limit + 2 };
	struct walk walk = walk_siblings(first, last);
	bool is_inside = false;
	size_t count;

	buffer_clear(buffer);
	while (plain.room > 0 && walk_next(&walk)) {
		if (is_told(walk.node)) {
			is_inside = walk.entering;
			add_blank(&plain);
		} else if (is_inside && walk.entering) {
			add_inline(&plain, walk.node);
		}
	}
	count = limit + 2 - plain.room;
	if (ends_blank(buffer)) {
		buffer_cut(buffer, buffer->length - 1);
		count--;
	}
	if (count > limit)
		cut_words(buffer, count - (limit - 1));
}

/* The letters and digits of ASCII, below 64 and above. */
static const uint64_t ascii_words[2] = {
	UINT64_C(0x03FF000000000000),
	UINT64_C(0x07FFFFFE07FFFFFE),
};

static void fill_page(struct tally *tally, uint32_t page)
{
	uint32_t i;

	for (i = 0; i < 64; i++)
		if (unicode_is_word(page * 64 + i))
			tally->pages[page] |= UINT64_C(1) << i;
	tally->filled |= UINT32_C(1) << page;
}

static bool is_word(struct tally *tally, uint32_t code)
{
	if (code >= 0xAC00 && code <= 0xD7A3) {
		tally->syllables++;
		return true;
	}
	return unicode_is_word(code);
}

/* Of two bytes; the pages spare asking ICU. */
static bool is_short_word(struct tally *tally, const char *at)
{
	uint32_t page = (unsigned char)at[0] & 31u;

	if ((tally->filled >> page & 1) == 0)
		fill_page(tally, page);
	return tally->pages[page] >> ((unsigned char)at[1] & 63u) & 1;
}

/* Moves behind one code point of three or more bytes, or what is malformed;
 * the latter only makes a wrong count. */
static bool long_is_word(struct tally *tally, struct text text,
    size_t *offset)
{
	const unsigned char *at = (const unsigned char *)text.at + *offset;

	if (*at >= 0xE0 && *at < 0xF0 && text.length - *offset >= 3) {
		*offset += 3;
		return is_word(tally,
		    (*at & 15u) << 12 | (at[1] & 63u) << 6 | (at[2] & 63u));
	}
	return is_word(tally, text_decode(text, offset));
}

/* This sees every letter of the guide.  Code points from U+00C0 to U+07FF are
 * asked for only where a word may begin: the few signs among them that end a
 * word have a blank behind them. */
void tally_add(struct tally *tally, struct text text)
{
	bool in_word = tally->in_word;
	size_t words = tally->words;
	size_t offset = 0;

	while (offset < text.length) {
		unsigned char first = (unsigned char)text.at[offset];
		bool continues;

		if (first < 0x80) {
			continues = ascii_words[first >> 6] >> (first & 63) & 1;
			offset++;
		} else if (first >= 0xC3 && first < 0xE0 && in_word) {
			offset += 2;
			continue;
		} else if (first >= 0xC0 && first < 0xE0 &&
		    text.length - offset >= 2) {
			continues = is_short_word(tally, text.at + offset);
			offset += 2;
		} else {
			continues = long_is_word(tally, text, &offset);
		}
		words += continues && !in_word;
		in_word = continues;
	}
	tally->words = words;
	tally->in_word = in_word;
}

void tally_break(struct tally *tally)
{
	tally->in_word = false;
}
