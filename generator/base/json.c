#include "base/json.h"

#include "base/list.h"

void json_add_string(struct buffer *buffer, struct text text)
{
	size_t offset = 0;

	buffer_add_char(buffer, '"');
	while (offset < text.length) {
		uint32_t code = text_decode(text, &offset);

		if (code == TEXT_MALFORMED)
			code = 0xFFFD;
		if (code < 0x20) {
			buffer_format(buffer, "\\u%04x", (unsigned)code);
			continue;
		}
		if (code == '"' || code == '\\')
			buffer_add_char(buffer, '\\');
		buffer_add_code(buffer, code);
	}
	buffer_add_char(buffer, '"');
}

struct reader {
	struct text text;
	size_t at;
	struct arena *arena;
	const char *problem;
};

static bool fail(struct reader *reader, const char *problem)
{
	if (reader->problem == NULL)
		reader->problem = problem;
	return false;
}

static int peek(const struct reader *reader)
{
	return reader->at < reader->text.length
	    ? (unsigned char)reader->text.at[reader->at]
	    : -1;
}

static void skip_blanks(struct reader *reader)
{
	while (peek(reader) == ' ' || peek(reader) == '\t' ||
	    peek(reader) == '\n' || peek(reader) == '\r')
		reader->at++;
}

/* Moves behind c and blanks before it. */
static bool take(struct reader *reader, char c)
{
	skip_blanks(reader);
	if (peek(reader) != c)
		return false;
	reader->at++;
	return true;
}

static bool read_hex(struct reader *reader, uint32_t *code)
{
	int i;

	*code = 0;
	for (i = 0; i < 4; i++) {
		int c = peek(reader);

		if (c >= '0' && c <= '9')
			c -= '0';
		else if (c >= 'a' && c <= 'f')
			c -= 'a' - 10;
		else if (c >= 'A' && c <= 'F')
			c -= 'A' - 10;
		else
			return fail(reader, "\\u needs four hexadecimal digits");
		*code = *code * 16 + (uint32_t)c;
		reader->at++;
	}
	return true;
}

/* Behind "\u": a pair of surrogates is one code point. */
static bool read_code(struct reader *reader, struct buffer *buffer)
{
	uint32_t code, low;

	if (!read_hex(reader, &code))
		return false;
	if (code >= 0xDC00 && code <= 0xDFFF)
		return fail(reader, "a low surrogate stands alone");
	if (code >= 0xD800 && code <= 0xDBFF) {
		if (!text_starts(text_after(reader->text, reader->at),
			TEXT("\\u")))
			return fail(reader, "a high surrogate stands alone");
		reader->at += 2;
		if (!read_hex(reader, &low))
			return false;
		if (low < 0xDC00 || low > 0xDFFF)
			return fail(reader, "a high surrogate stands alone");
		code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
	}
	if (code == 0)
		return fail(reader, "a string holds a NUL");
	buffer_add_code(buffer, code);
	return true;
}

static bool read_escape(struct reader *reader, struct buffer *buffer)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	int c = peek(reader);
	size_t i;

	if (c == 'u') {
		reader->at++;
		return read_code(reader, buffer);
	}
	for (i = 0; from[i] != '\0'; i++)
		if (c == from[i]) {
			buffer_add_char(buffer, to[i]);
			reader->at++;
			return true;
		}
	return fail(reader, "there is no such escape");
}

static bool read_string(struct reader *reader, struct text *string)
{
	struct buffer buffer = { 0 };
	bool fine = true;

	if (!take(reader, '"'))
		return fail(reader, "a string in double quotes is missing");
	while (fine && peek(reader) != '"') {
		int c = peek(reader);

		if (c < ' ') {
			fine = fail(reader, c < 0
				? "a string has no end"
				: "a string holds a control character");
		} else {
			reader->at++;
			if (c == '\\')
				fine = read_escape(reader, &buffer);
			else
				buffer_add_char(&buffer, (char)c);
		}
	}
	reader->at++;
	*string = buffer_copy(&buffer, reader->arena);
	buffer_release(&buffer);
	return fine;
}

static bool read_digits(struct reader *reader)
{
	size_t start = reader->at;

	while (peek(reader) >= '0' && peek(reader) <= '9')
		reader->at++;
	return reader->at > start;
}

static bool read_number(struct reader *reader)
{
	bool fine;

	if (peek(reader) == '-')
		reader->at++;
	if (peek(reader) == '0') {
		reader->at++;
		fine = true;
	} else {
		fine = read_digits(reader);
	}
	if (fine && peek(reader) == '.') {
		reader->at++;
		fine = read_digits(reader);
	}
	if (fine && (peek(reader) == 'e' || peek(reader) == 'E')) {
		reader->at++;
		if (peek(reader) == '+' || peek(reader) == '-')
			reader->at++;
		fine = read_digits(reader);
	}
	return fine || fail(reader, "this is no number");
}

static bool read_literal(struct reader *reader)
{
	static const char *const literals[] = { "true", "false", "null" };
	struct text rest = text_after(reader->text, reader->at);
	size_t i;

	for (i = 0; i < sizeof(literals) / sizeof(*literals); i++)
		if (text_starts(rest, text_from(literals[i]))) {
			reader->at += text_from(literals[i]).length;
			return true;
		}
	return fail(reader, "this is no value");
}

static bool read_value(struct reader *reader, struct json_member *member)
{
	size_t start;
	bool fine;
	int c;

	skip_blanks(reader);
	start = reader->at;
	c = peek(reader);
	if (c == '"') {
		member->kind = JSON_STRING;
		return read_string(reader, &member->value);
	}
	if (c == '{' || c == '[')
		return fail(reader, "a value is an object or a list");
	member->kind = c == '-' || (c >= '0' && c <= '9') ? JSON_NUMBER
							  : JSON_LITERAL;
	fine = member->kind == JSON_NUMBER ? read_number(reader)
					   : read_literal(reader);
	member->value = text_copy(reader->arena,
	    text_slice(reader->text, start, reader->at - start));
	return fine;
}

static bool read_member(struct reader *reader, struct json_object *object)
{
	struct json_member member = { 0 };

	skip_blanks(reader);
	if (!read_string(reader, &member.name))
		return false;
	if (json_find(object, member.name.at) != NULL)
		return fail(reader, "a name is given twice");
	if (!take(reader, ':'))
		return fail(reader, "':' is missing behind a name");
	if (!read_value(reader, &member))
		return false;
	*list_add(reader->arena, object) = member;
	return true;
}

const char *json_read(struct json_object *object, struct arena *arena,
    struct text text)
{
	struct reader reader = { .text = text, .arena = arena };
	bool more;

	*object = (struct json_object){ 0 };
	if (text_malformed(text) != TEXT_NONE)
		return "this is no UTF-8";
	if (!take(&reader, '{'))
		return "this is no JSON object";
	more = !take(&reader, '}');
	while (more) {
		if (!read_member(&reader, object))
			return reader.problem;
		more = take(&reader, ',');
		if (!more && !take(&reader, '}'))
			return "',' or '}' is missing behind a value";
	}
	skip_blanks(&reader);
	return reader.at < text.length ? "there is something behind the object"
				       : NULL;
}

const struct json_member *json_find(const struct json_object *object,
    const char *name)
{
	size_t i;

	for (i = 0; i < object->count; i++)
		if (text_equal_string(object->items[i].name, name))
			return &object->items[i];
	return NULL;
}
