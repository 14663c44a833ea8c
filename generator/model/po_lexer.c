#include "model/po_lexer.h"

#include <string.h>

static const struct keyword {
	struct text word;
	enum po_kind kind;
} keywords[] = {
	{ { "msgctxt", 7 }, PO_CONTEXT },
	{ { "msgid", 5 }, PO_ID },
	{ { "msgid_plural", 12 }, PO_PLURAL_ID },
	{ { "msgstr", 6 }, PO_STR },
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	    c == '$' || is_digit(c);
}

/* Skips blanks, line ends and the marks #~ #| #~|, which hold until the end
 * of their line. */
static void skip_to_token(struct po_lexer *lexer)
{
	const char *bytes = lexer->bytes.at;
	size_t length = lexer->bytes.length;

	for (; lexer->at < length; lexer->at++) {
		char c = bytes[lexer->at];
		char next =
		    lexer->at + 1 < length ? bytes[lexer->at + 1] : '\n';

		if (c == '\n') {
			lexer->obsolete = false;
			lexer->previous = false;
		} else if (c == '#' && next == '|') {
			lexer->previous = true;
			lexer->at++;
		} else if (c == '#' && next == '~') {
			lexer->obsolete = true;
			lexer->at++;
			if (lexer->at + 1 < length &&
			    bytes[lexer->at + 1] == '|') {
				lexer->previous = true;
				lexer->at++;
			}
		} else if (c != ' ' && (c < '\t' || c > '\r')) {
			return;
		}
	}
}

/* What is left of the line, without its end. */
static struct text rest_of_line(struct text bytes, size_t from)
{
	struct text rest = text_after(bytes, from);
	size_t end = text_find_char(rest, '\n', 0);

	if (end != TEXT_NONE)
		rest = text_slice(rest, 0, end);
	if (rest.length > 0 && rest.at[rest.length - 1] == '\r')
		rest.length--;
	return rest;
}

/* text begins behind the opening quote. */
static void read_string(struct po_token *token, struct text text)
{
	const char *quote = memchr(text.at, '"', text.length);
	size_t end = quote != NULL ? (size_t)(quote - text.at) : text.length;

	/* Most strings hold neither: three fast searches instead of a loop. */
	token->escaped = memchr(text.at, '\\', end) != NULL;
	if (token->escaped || quote == NULL ||
	    memchr(text.at, '\n', end) != NULL) {
		end = 0;
		while (end < text.length && text.at[end] != '"' &&
		    text.at[end] != '\n')
			end += text.at[end] == '\\' &&
				end + 1 < text.length &&
				text.at[end + 1] != '\n' ?
			    2 :
			    1;
	}
	token->unclosed = end >= text.length || text.at[end] != '"';
	token->text = text_slice(text, 0, end);
}

static void read_word(struct po_token *token, struct text text)
{
	size_t length = 0;
	size_t i;

	while (length < text.length && is_name(text.at[length]))
		length++;
	token->text = text_slice(text, 0, length);
	for (i = 0; i < sizeof(keywords) / sizeof(keywords[0]); i++)
		if (text_equal(keywords[i].word, token->text))
			token->kind = keywords[i].kind;
}

static void read_number(struct po_token *token, struct text text)
{
	size_t length = 1;

	while (length < text.length && is_digit(text.at[length]))
		length++;
	token->kind = PO_NUMBER;
	token->text = text_slice(text, 0, length);
}

struct po_token po_lexer_next(struct po_lexer *lexer)
{
	struct po_token token = { .kind = PO_WRONG };
	struct text rest;

	skip_to_token(lexer);
	token.obsolete = lexer->obsolete;
	token.previous = lexer->previous;
	token.offset = lexer->at;
	rest = text_after(lexer->bytes, lexer->at);
	if (rest.length == 0) {
		token.kind = PO_END;
		return token;
	}
	token.text = text_slice(rest, 0, 1);
	if (rest.at[0] == '#') {
		token.kind = PO_COMMENT;
		token.text = rest_of_line(rest, 1);
	} else if (rest.at[0] == '"') {
		token.kind = PO_STRING;
		read_string(&token, text_after(rest, 1));
	} else if (is_digit(rest.at[0])) {
		read_number(&token, rest);
	} else if (is_name(rest.at[0])) {
		read_word(&token, rest);
	} else if (rest.at[0] == '[') {
		token.kind = PO_OPEN;
	} else if (rest.at[0] == ']') {
		token.kind = PO_CLOSE;
	}
	lexer->at = (size_t)(token.text.at - lexer->bytes.at) +
	    token.text.length;
	if (token.kind == PO_STRING && !token.unclosed)
		lexer->at++; /* the closing quote */
	return token;
}

static unsigned digit_value(char c)
{
	if (is_digit(c))
		return (unsigned)(c - '0');
	if (c >= 'a' && c <= 'f')
		return (unsigned)(c - 'a') + 10;
	if (c >= 'A' && c <= 'F')
		return (unsigned)(c - 'A') + 10;
	return 16;
}

/* At most digits digits of base at *at; moves *at behind them. */
static struct po_escape numeric_escape(struct text text, size_t *at,
    unsigned base, size_t digits)
{
	struct po_escape escape = { .numeric = true };
	unsigned value = 0;
	size_t end = *at;

	while (end < text.length && end - *at < digits &&
	    digit_value(text.at[end]) < base) {
		value = value * base + digit_value(text.at[end]);
		if (value > 0xFF)
			escape.problem = "this escape is more than a byte";
		value &= 0xFF;
		end++;
	}
	if (end == *at)
		escape.problem = "hexadecimal digits must follow '\\x'";
	else if (value == 0 && escape.problem == NULL)
		escape.problem = "a text may not hold the byte 0";
	*at = end;
	escape.byte = (char)value;
	return escape;
}

struct po_escape po_escape(struct text text, size_t *at)
{
	static const char letters[] = "ntr\"\\abfv";
	static const char meanings[] = "\n\t\r\"\\\a\b\f\v";
	struct po_escape escape = { 0 };
	const char *letter;
	char c;

	*at += 1;
	if (*at < text.length && digit_value(text.at[*at]) < 8)
		return numeric_escape(text, at, 8, 3);
	c = '\0';
	if (*at < text.length) {
		c = text.at[*at];
		*at += 1;
	}
	if (c == 'x')
		return numeric_escape(text, at, 16, text.length);
	letter = c != '\0' ? strchr(letters, c) : NULL;
	if (letter != NULL)
		escape.byte = meanings[letter - letters];
	else
		escape.problem = "this escape is not known; a backslash "
				 "itself is written '\\\\'";
	return escape;
}
