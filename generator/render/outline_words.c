#include "render/outline_words.h"

#include "render/html_tag.h"

/* What a piece of a heading is. */
enum piece { PIECE_GAP, PIECE_WORD, PIECE_MARK };

static bool is_alphanumeric(uint32_t code)
{
	return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
	    (code >= 'A' && code <= 'Z');
}

/* Blanks and the zero width non-joiner part words; signs without a direction
 * of their own, such as full stops and quotation marks, would go to the wrong
 * side of the word that they stand beside. */
static enum piece piece_of(uint32_t code)
{
	if (code == ' ' || (code >= '\t' && code <= '\r') || code == 0x200C)
		return PIECE_GAP;
	if (code < 0x80)
		return is_alphanumeric(code) ? PIECE_WORD : PIECE_MARK;
	if (code == 0xAB || code == 0xBB ||
	    (code >= 0x2010 && code <= 0x2027) ||
	    (code >= 0x2030 && code <= 0x205E))
		return PIECE_MARK;
	return PIECE_WORD;
}

static bool is_digit(uint32_t code)
{
	return (code >= '0' && code <= '9') ||
	    (code >= 0x660 && code <= 0x669) ||
	    (code >= 0x6F0 && code <= 0x6F9);
}

/* The next character or reference of text, and what it is. A sign between
 * digits is a part of their number. */
static enum piece next_piece(struct text text, size_t *at, uint32_t *before)
{
	uint32_t code = text_decode(text, at), behind = 0;
	size_t next = *at;
	enum piece piece = piece_of(code);

	if (code == '&' && text_find_char(text, ';', *at) != TEXT_NONE) {
		*at = text_find_char(text, ';', *at) + 1;
		code = ';';
	}
	if (next < text.length)
		behind = text_decode(text, &next);
	if (piece == PIECE_MARK && is_digit(*before) && is_digit(behind))
		piece = PIECE_WORD;
	*before = code;
	return piece;
}

static void add_words(struct buffer *out, struct text text)
{
	bool within = false;
	uint32_t before = 0;
	size_t at = 0, from;

	while (at < text.length) {
		enum piece piece;

		from = at;
		piece = next_piece(text, &at, &before);
		if (within && piece != PIECE_WORD)
			buffer_add_string(out, "</span>");
		if (piece == PIECE_MARK || (piece == PIECE_WORD && !within))
			buffer_add_string(out, "<span>");
		within = piece == PIECE_WORD;
		buffer_add(out, text_slice(text, from, at - from));
		if (piece == PIECE_MARK)
			buffer_add_string(out, "</span>");
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
