#include "render/escape.h"

#include <string.h>
#include <strings.h>

/* Sets of the bytes below 64, which hold all that is special in markup. */
#define ONE(c) ((uint64_t)1 << (c))
#define CONTROLS ((uint64_t)0xFFFFFFFF & ~(ONE('\t') | ONE('\n')))
#define MARKUP (CONTROLS | ONE('&') | ONE('<') | ONE('>'))
/* What an address must not hold as it is: bytes below 64, and from there on. */
#define URL_LOW                                                                \
	((uint64_t)0xFFFFFFFF | ONE(' ') | ONE('"') | ONE('%') | ONE('&') |    \
	    ONE('<') | ONE('>'))
#define HIGH(c) ONE((c) - 64)
#define URL_HIGH                                                               \
	(HIGH('\\') | HIGH('^') | HIGH('`') | HIGH('{') | HIGH('|') |          \
	    HIGH('}') | HIGH(0x7F))

static bool is_one_of(uint64_t set, unsigned char c)
{
	return c < 64 && (set >> c & 1) != 0;
}

static const char *reference(unsigned char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\t':
		return "&#9;";
	case '\n':
		return "&#10;";
	case '\r':
		return "&#13;";
	default:
		return "\xEF\xBF\xBD"; /* U+FFFD */
	}
}

static void escape(struct buffer *out, struct text text, uint64_t set)
{
	size_t from = 0;
	size_t at;

	for (at = 0; at < text.length; at++) {
		unsigned char c = (unsigned char)text.at[at];

		if (!is_one_of(set, c))
			continue;
		buffer_add(out, text_slice(text, from, at - from));
		buffer_add_string(out, reference(c));
		from = at + 1;
	}
	buffer_add(out, text_after(text, from));
}

void escape_text(struct buffer *out, struct text text)
{
	escape(out, text, MARKUP);
}

void escape_attribute(struct buffer *out, struct text text)
{
	escape(out, text, MARKUP | ONE('"') | ONE('\t') | ONE('\n'));
}

void escape_xml(struct buffer *out, struct text text)
{
	size_t barred;

	for (;;) {
		barred = text_find(text, TEXT("\xEF\xBF"), 0);
		while (barred != TEXT_NONE && barred + 2 < text.length &&
		    (unsigned char)text.at[barred + 2] < 0xBE)
			barred = text_find(text, TEXT("\xEF\xBF"), barred + 2);
		if (barred == TEXT_NONE || barred + 2 >= text.length)
			break;
		escape(out, text_slice(text, 0, barred), MARKUP);
		buffer_add_code(out, 0xFFFD);
		text = text_after(text, barred + 3);
	}
	escape(out, text, MARKUP);
}

static bool is_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

static bool is_hexadecimal(char c)
{
	return c != '\0' && strchr("0123456789abcdefABCDEF", c) != NULL;
}

static void percent(struct buffer *out, unsigned char c)
{
	static const char digits[] = "0123456789ABCDEF";

	buffer_add_char(out, '%');
	buffer_add_char(out, digits[c >> 4]);
	buffer_add_char(out, digits[c & 15]);
}

static bool is_escape(struct text url, size_t at)
{
	return at + 2 < url.length && is_hexadecimal(url.at[at + 1]) &&
	    is_hexadecimal(url.at[at + 2]);
}

void escape_url(struct buffer *out, struct text url)
{
	size_t from = 0;
	size_t at;

	for (at = 0; at < url.length; at++) {
		unsigned char c = (unsigned char)url.at[at];

		if (c >= 0x80 ||
		    ((c < 64 ? URL_LOW >> c : URL_HIGH >> (c - 64)) & 1) ==
			0 ||
		    (c == '%' && is_escape(url, at)))
			continue;
		buffer_add(out, text_slice(url, from, at - from));
		if (c == '&')
			buffer_add_string(out, "&amp;");
		else
			percent(out, c);
		from = at + 1;
	}
	buffer_add(out, text_after(url, from));
}

void escape_url_part(struct buffer *out, struct text text)
{
	size_t at;

	for (at = 0; at < text.length; at++) {
		unsigned char c = (unsigned char)text.at[at];

		if (c >= 0x80 || is_letter(c) || is_digit(c) ||
		    (c != '\0' && strchr("-._~", c) != NULL))
			buffer_add_char(out, (char)c);
		else
			percent(out, c);
	}
}

bool escape_url_safe(struct text url)
{
	static const char *const schemes[] = { "http", "https", "mailto",
		"tel" };
	size_t at;
	size_t i;

	for (at = 0; at < url.length; at++) {
		unsigned char c = (unsigned char)url.at[at];

		if (c == ':')
			break;
		if (!is_letter(c) &&
		    (at == 0 || (!is_digit(c) && c != '+' && c != '-' &&
				    c != '.')))
			return true;
	}
	if (at == url.length || at == 0)
		return true;
	for (i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		if (strlen(schemes[i]) == at &&
		    strncasecmp(url.at, schemes[i], at) == 0)
			return true;
	}
	return false;
}

/* U+2028 and U+2029 are E2 80 A8 and E2 80 A9. */
static bool is_line_end(struct text text, size_t at)
{
	return text.length - at >= 3 &&
	    memcmp(text.at + at, "\xE2\x80", 2) == 0 &&
	    ((unsigned char)text.at[at + 2] & 0xFE) == 0xA8;
}

void escape_json(struct buffer *out, struct text text)
{
	size_t at;

	for (at = 0; at < text.length; at++) {
		unsigned char c = (unsigned char)text.at[at];

		if (c == '"' || c == '\\') {
			buffer_add_char(out, '\\');
			buffer_add_char(out, (char)c);
		} else if (c == '\n') {
			buffer_add_string(out, "\\n");
		} else if (c < 0x20 || c == '<') {
			buffer_format(out, "\\u%04x", c);
		} else if (c == 0xE2 && is_line_end(text, at)) {
			buffer_format(out, "\\u%04x",
			    text.at[at + 2] == '\xA8' ? 0x2028u : 0x2029u);
			at += 2;
		} else {
			buffer_add_char(out, (char)c);
		}
	}
}
