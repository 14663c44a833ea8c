#include "parse/plain.h"

#include "base/unicode.h"
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

void plain_excerpt(struct buffer *buffer, struct cmark_node *first,
    struct cmark_node *last, size_t limit)
{
	/* Two more than fit: a blank, and what shows that there is more. */
	struct plain plain = { buffer, limit + 2 };
	struct walk walk = walk_siblings(first, last);
	bool in_paragraph = false;
	size_t count;

	buffer_clear(buffer);
	while (plain.room > 0 && walk_next(&walk)) {
		if (cmark_node_get_type(walk.node) == CMARK_NODE_PARAGRAPH) {
			in_paragraph = walk.entering;
			add_blank(&plain);
		} else if (in_paragraph && walk.entering) {
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

static bool is_ascii_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z');
}

static void fill_page(struct tally *tally, uint32_t page)
{
	uint32_t i;

	for (i = 0; i < 64; i++)
		if (unicode_is_word(page * 64 + i))
			tally->pages[page] |= UINT64_C(1) << i;
	tally->filled |= UINT32_C(1) << page;
}

static uint32_t continuation(struct text text, size_t at)
{
	return (unsigned char)text.at[at] & 63u;
}

/* Decodes by hand what almost all text consists of: this runs for every
 * letter of the guide.  What is malformed only makes a wrong count. */
static bool next_is_word(struct tally *tally, struct text text,
    size_t *offset)
{
	size_t at = *offset;
	size_t left = text.length - at;
	unsigned char first = (unsigned char)text.at[at];
	uint32_t code;

	if (first < 0x80) {
		*offset = at + 1;
		return is_ascii_word(text.at[at]);
	}
	if (first >= 0xC0 && first < 0xE0 && left >= 2) {
		uint32_t page = first & 31u;

		*offset = at + 2;
		if ((tally->filled >> page & 1) == 0)
			fill_page(tally, page);
		return tally->pages[page] >> continuation(text, at + 1) & 1;
	}
	if (first >= 0xE0 && first < 0xF0 && left >= 3) {
		*offset = at + 3;
		code = (first & 15u) << 12 | continuation(text, at + 1) << 6 |
		    continuation(text, at + 2);
	} else {
		code = text_decode(text, offset);
	}
	if (code < 0xAC00 || code > 0xD7A3)
		return unicode_is_word(code);
	tally->syllables++;
	return true;
}

void tally_add(struct tally *tally, struct text text)
{
	size_t offset = 0;

	while (offset < text.length) {
		bool is_word = next_is_word(tally, text, &offset);

		tally->words += is_word && !tally->in_word;
		tally->in_word = is_word;
	}
}

void tally_break(struct tally *tally)
{
	tally->in_word = false;
}
