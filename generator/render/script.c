#include "render/script.h"

#include "base/list.h"

enum token {
	TOKEN_END,
	TOKEN_NAME,
	TOKEN_STRING,
	TOKEN_SIGN, /* one character */
	TOKEN_OTHER /* a number, a template, a regular expression */
};

struct scanner {
	struct arena *arena;
	struct text script;
	size_t at;
	size_t line;
	enum token token;
	struct text text; /* of a string what it means */
	size_t token_line;
	struct text comment; /* the last one for translators */
	size_t comment_line; /* on which it ends */
};

static char peek(const struct scanner *scanner, size_t ahead)
{
	size_t at = scanner->at + ahead;

	return at < scanner->script.length ? scanner->script.at[at] : '\0';
}

static void advance(struct scanner *scanner, size_t count)
{
	for (; count > 0 && scanner->at < scanner->script.length; count--)
		scanner->line += scanner->script.at[scanner->at++] == '\n';
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_' || c == '$' ||
	    (unsigned char)c >= 0x80;
}

/* Every run of blanks, and the stars that begin lines, as one blank. */
static struct text collapse(struct arena *arena, struct text text)
{
	struct buffer words = { 0 };
	struct text word;

	while (text_word(&word, &text)) {
		if (text_equal(word, TEXT("*")))
			continue;
		if (words.length > 0)
			buffer_add_char(&words, ' ');
		buffer_add(&words, word);
	}
	text = buffer_copy(&words, arena);
	buffer_release(&words);
	return text;
}

/* Behind a comment whose text ends with `end`. */
static void skip_comment(struct scanner *scanner, struct text end)
{
	const struct text prefix = TEXT("Translators:");
	struct text text;
	size_t to;

	advance(scanner, 2);
	to = text_find(scanner->script, end, scanner->at);
	if (to == TEXT_NONE)
		to = scanner->script.length;
	text = text_trim(
	    text_slice(scanner->script, scanner->at, to - scanner->at));
	advance(scanner, to - scanner->at);
	if (text_starts(text, prefix)) {
		scanner->comment = collapse(
		    scanner->arena, text_after(text, prefix.length));
		scanner->comment_line = scanner->line;
	}
	if (end.length == 2)
		advance(scanner, 2);
}

static void skip_blank(struct scanner *scanner)
{
	for (;;) {
		if (is_blank(peek(scanner, 0)))
			advance(scanner, 1);
		else if (peek(scanner, 0) == '/' && peek(scanner, 1) == '/')
			skip_comment(scanner, TEXT("\n"));
		else if (peek(scanner, 0) == '/' && peek(scanner, 1) == '*')
			skip_comment(scanner, TEXT("*/"));
		else
			return;
	}
}

/* The code of an escape of so many hexadecimal digits, at the first. */
static uint32_t hexadecimal(struct scanner *scanner, size_t digits)
{
	uint32_t code = 0;

	for (; digits > 0; digits--) {
		char c = peek(scanner, 0);

		if (c >= '0' && c <= '9')
			code = code * 16 + (uint32_t)(c - '0');
		else if ((c | 32) >= 'a' && (c | 32) <= 'f')
			code = code * 16 + (uint32_t)((c | 32) - 'a' + 10);
		else
			break;
		advance(scanner, 1);
	}
	return code;
}

static void scan_escape(struct scanner *scanner, struct buffer *string)
{
	char c = peek(scanner, 0);

	advance(scanner, 1);
	switch (c) {
	case 'n':
		buffer_add_char(string, '\n');
		break;
	case 't':
		buffer_add_char(string, '\t');
		break;
	case 'u':
		buffer_add_code(string, hexadecimal(scanner, 4));
		break;
	case 'x':
		buffer_add_code(string, hexadecimal(scanner, 2));
		break;
	case '\n': /* the string goes on on the next line */
		break;
	default:
		buffer_add_char(string, c);
		break;
	}
}

static void scan_string(struct scanner *scanner)
{
	char quote = peek(scanner, 0);
	struct buffer string = { 0 };

	advance(scanner, 1);
	while (scanner->at < scanner->script.length &&
	    peek(scanner, 0) != quote) {
		char c = peek(scanner, 0);

		advance(scanner, 1);
		if (c == '\\')
			scan_escape(scanner, &string);
		else
			buffer_add_char(&string, c);
	}
	advance(scanner, 1);
	scanner->text = buffer_copy(&string, scanner->arena);
	scanner->token = TOKEN_STRING;
	buffer_release(&string);
}

/* A slash begins a regular expression where no value stands before it. */
static bool begins_expression(const struct scanner *scanner)
{
	static const char *const words[] = { "return", "typeof", "case" };
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (scanner->token == TOKEN_NAME &&
		    text_equal_string(scanner->text, words[i]))
			return true;
	return scanner->token == TOKEN_SIGN &&
	    text_find(TEXT(")]}"), scanner->text, 0) == TEXT_NONE;
}

static void scan_expression(struct scanner *scanner)
{
	bool in_class = false;

	do {
		char c;

		advance(scanner, peek(scanner, 0) == '\\' ? 2 : 1);
		c = peek(scanner, 0);
		if (c == '[' || c == ']')
			in_class = c == '[';
	} while (scanner->at < scanner->script.length &&
	    peek(scanner, 0) != '\n' &&
	    (in_class || peek(scanner, 0) != '/'));
	advance(scanner, 1);
	scanner->token = TOKEN_OTHER;
}

/* The token that begins here, which is no template. */
static void next_simple(struct scanner *scanner)
{
	size_t from = scanner->at;
	char c = peek(scanner, 0);

	if (from >= scanner->script.length) {
		scanner->token = TOKEN_END;
	} else if (is_name(c)) {
		while (is_name(peek(scanner, 0)))
			advance(scanner, 1);
		scanner->token = c >= '0' && c <= '9' ? TOKEN_OTHER
						      : TOKEN_NAME;
		scanner->text = text_slice(
		    scanner->script, from, scanner->at - from);
	} else if (c == '"' || c == '\'') {
		scan_string(scanner);
	} else if (c == '/' && begins_expression(scanner)) {
		scan_expression(scanner);
	} else {
		advance(scanner, 1);
		scanner->token = TOKEN_SIGN;
		scanner->text = text_slice(scanner->script, from, 1);
	}
}

static bool is_sign(const struct scanner *scanner, char sign)
{
	return scanner->token == TOKEN_SIGN && scanner->text.at[0] == sign;
}

/* In the text of a template; at `${` in the code that it holds. */
static void scan_template_text(struct scanner *scanner, size_t *braces)
{
	if (peek(scanner, 0) == '$' && peek(scanner, 1) == '{') {
		*braces = 1;
		scanner->token = TOKEN_SIGN;
		scanner->text = TEXT("{");
		advance(scanner, 2);
	} else {
		advance(scanner, peek(scanner, 0) == '\\' ? 2 : 1);
	}
}

/* Templates hold code, which may hold templates: of each that is open, how
 * many braces of its code are; none in its text. */
static void scan_template(struct scanner *scanner)
{
	struct {
		size_t *items;
		size_t count, capacity;
	} open = { 0 };

	advance(scanner, 1);
	*list_add(scanner->arena, &open) = 0;
	while (open.count > 0 && scanner->at < scanner->script.length) {
		size_t *braces = &open.items[open.count - 1];

		if (*braces > 0)
			skip_blank(scanner);
		if (peek(scanner, 0) == '`') {
			if (*braces > 0)
				*list_add(scanner->arena, &open) = 0;
			else
				open.count--;
			advance(scanner, 1);
			scanner->token = TOKEN_OTHER;
		} else if (*braces == 0) {
			scan_template_text(scanner, braces);
		} else {
			next_simple(scanner);
			*braces += is_sign(scanner, '{');
			*braces -= is_sign(scanner, '}');
		}
	}
	scanner->token = TOKEN_OTHER;
}

static void next(struct scanner *scanner)
{
	size_t line;

	skip_blank(scanner);
	line = scanner->line;
	if (peek(scanner, 0) == '`')
		scan_template(scanner);
	else
		next_simple(scanner);
	scanner->token_line = line;
}

/* A literal, or several with plus signs between them, at this token. */
static bool read_literal(struct text *literal, struct scanner *scanner)
{
	if (scanner->token != TOKEN_STRING)
		return false;
	*literal = scanner->text;
	next(scanner);
	while (is_sign(scanner, '+')) {
		next(scanner);
		if (scanner->token != TOKEN_STRING)
			return false;
		*literal = text_join(scanner->arena,
		    (struct text[]){ *literal, scanner->text }, 2);
		next(scanner);
	}
	return true;
}

/* The arguments of a call at its opening parenthesis. */
static bool read_call(struct catalog_message *message,
    struct scanner *scanner, bool plural)
{
	next(scanner);
	if (!read_literal(&message->id, scanner) || message->id.length == 0)
		return false;
	if (!plural)
		return is_sign(scanner, ')');
	if (!is_sign(scanner, ','))
		return false;
	next(scanner);
	return read_literal(&message->plural_id, scanner) &&
	    is_sign(scanner, ',');
}

/* What is left of blanks and comments: a line end, a blank between words,
 * nothing. */
static void add_gap(struct buffer *out, struct text gap, char next)
{
	char last = out->length > 0 ? out->bytes[out->length - 1] : '\n';

	if (gap.length == 0 || last == '\n')
		return;
	if (text_find_char(gap, '\n', 0) != TEXT_NONE)
		buffer_add_char(out, '\n');
	else if ((is_name(last) && is_name(next)) || last == '/' ||
	    next == '/' || ((last == '+' || last == '-') && last == next))
		buffer_add_char(out, ' ');
}

void script_shorten(struct buffer *out, struct text script)
{
	struct arena scratch = { 0 };
	struct scanner scanner = { .arena = &scratch, .script = script,
		.token = TOKEN_SIGN, .text = TEXT(";") };
	size_t end = 0, start;

	for (;;) {
		skip_blank(&scanner);
		start = scanner.at;
		add_gap(out, text_slice(script, end, start - end),
		    peek(&scanner, 0));
		next(&scanner);
		if (scanner.token == TOKEN_END)
			break;
		end = scanner.at;
		buffer_add(out, text_slice(script, start, end - start));
	}
	if (out->length > 0 && out->bytes[out->length - 1] != '\n')
		buffer_add_char(out, '\n');
	arena_release(&scratch);
}

void script_messages(struct catalog_messages *messages, struct arena *arena,
    struct text script, struct text file)
{
	struct scanner scanner = { .arena = arena, .script = script,
		.token = TOKEN_SIGN, .text = TEXT(";") };

	next(&scanner);
	while (scanner.token != TOKEN_END) {
		struct catalog_message message = { .reference = file };
		struct text name = scanner.text;
		bool named = scanner.token == TOKEN_NAME;
		bool plural = named && text_equal(name, TEXT("ngettext"));
		size_t line = scanner.token_line;

		next(&scanner);
		if (!(plural || (named && text_equal(name, TEXT("_")))) ||
		    !is_sign(&scanner, '('))
			continue;
		if (scanner.comment_line + 1 >= line)
			message.comment = scanner.comment;
		if (!read_call(&message, &scanner, plural))
			continue;
		if (text_find_char(message.id, '{', 0) != TEXT_NONE ||
		    text_find_char(message.plural_id, '{', 0) != TEXT_NONE)
			message.flag = "python-brace-format";
		*list_add(arena, messages) = message;
	}
}

static void add_string(struct buffer *out, struct text text)
{
	size_t i;

	buffer_add_char(out, '"');
	for (i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if (c == '"' || c == '\\')
			buffer_format(out, "\\%c", c);
		else if (c < ' ')
			buffer_format(out, "\\u%04x", c);
		else
			buffer_add_char(out, text.at[i]);
	}
	buffer_add_char(out, '"');
}

/* The rule of a catalog, which has been parsed and tried when the catalog was
 * read: C and JavaScript read it the same but for the type of a comparison
 * and divisions, which no language needs. */
static struct text rule_of(const struct catalog *catalog)
{
	const struct text field = TEXT("Plural-Forms:");
	const struct text rule = TEXT("plural=");
	struct text header = catalog->header, line = { 0 }, part;

	while (!text_starts(line, field))
		if (!text_cut(&line, &header, '\n'))
			break;
	while (text_cut(&part, &line, ';')) {
		part = text_trim(part);
		if (text_starts(part, rule) &&
		    !text_equal(part, TEXT("plural=EXPRESSION")))
			return text_after(part, rule.length);
	}
	return TEXT("n != 1");
}

static void add_plural(struct buffer *out, const struct catalog *catalog,
    const struct catalog_entry *entry)
{
	size_t i;

	buffer_add(out, TEXT("function (n) { return ["));
	for (i = 0; i < entry->string_count; i++) {
		if (i > 0)
			buffer_add(out, TEXT(", "));
		add_string(out, entry->strings[i]);
	}
	buffer_format(out, "][Number(%.*s)]; }",
	    TEXT_ARGUMENTS(rule_of(catalog)));
}

void script_words(struct buffer *out, struct arena *arena,
    const struct catalog_messages *messages, const struct catalogs *catalogs)
{
	struct table seen = { 0 };
	const char *before = "\n";
	size_t i;

	buffer_add(out, TEXT("opasWords({"));
	for (i = 0; i < messages->count; i++) {
		const struct catalog_message *message = &messages->items[i];
		const struct catalog *holder = NULL;
		const struct catalog_entry *entry = catalogs_find(
		    &holder, catalogs, TEXT(""), message->id);
		bool plural = message->plural_id.length > 0;

		if (entry == NULL || plural != (entry->plural_id.at != NULL) ||
		    table_get(&seen, message->id) != NULL)
			continue;
		(void)table_put(&seen, arena, message->id, entry);
		buffer_add_string(out, before);
		add_string(out, message->id);
		buffer_add(out, TEXT(": "));
		if (plural)
			add_plural(out, holder, entry);
		else
			add_string(out, entry->strings[0]);
		before = ",\n";
	}
	buffer_add(out, TEXT("\n});\n"));
}
