#include "model/po_reader.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/list.h"
#include "model/po_lexer.h"

enum { ERROR_LIMIT = 20 };

/* Texts that are joined only if there are several of them. */
struct pieces {
	struct text first;
	struct buffer joined; /* all of them, from the second on */
	size_t count;
};

struct strings {
	struct text *items;
	size_t count;
	size_t capacity;
};

struct reader {
	struct arena *arena;
	struct report *report;
	const struct source *source;
	struct po_lexer lexer;
	struct po_token token; /* the next one, not yet taken */
	struct buffer string;

	/* What was said before a message and belongs to it. */
	struct pieces comments, extracted, references, flags;
	bool fuzzy;

	bool obsolete; /* the marks that every line of the message has */
	bool previous;
	bool mixed;      /* "some lines have #~" was reported of it */
	bool recovering; /* what follows belongs to a message in error */
	size_t error_count;
};

static void pieces_add(struct pieces *pieces, struct text piece,
    const char *separator)
{
	pieces->count++;
	if (pieces->count == 1) {
		pieces->first = piece;
		return;
	}
	if (pieces->count == 2)
		buffer_add(&pieces->joined, pieces->first);
	buffer_add_string(&pieces->joined, separator);
	buffer_add(&pieces->joined, piece);
}

/* All pieces as one text; then there are none. */
static struct text pieces_take(struct pieces *pieces, struct arena *arena)
{
	struct text text = pieces->first;

	if (pieces->count > 1)
		text = buffer_copy(&pieces->joined, arena);
	buffer_clear(&pieces->joined);
	pieces->first = (struct text){ 0 };
	pieces->count = 0;
	return text;
}

static void add_error(struct reader *reader, size_t offset,
    struct text problem)
{
	reader->error_count++;
	if (reader->error_count <= ERROR_LIMIT)
		report_add(reader->report, MESSAGE_PO_SYNTAX,
		    ((struct place){ reader->source, offset }), problem);
}

/* Reports that something else must stand here; always false. */
static bool refuse(struct reader *reader, struct text problem)
{
	const struct po_token *token = &reader->token;

	/* Likely a slip of the pen, and then that is what is wrong. */
	if (token->kind == PO_WRONG && token->text.length > 1)
		problem = text_format(reader->arena,
		    "'%.*s' is no keyword of a catalog",
		    TEXT_ARGUMENTS(token->text));
	add_error(reader, token->offset, problem);
	reader->recovering = true;
	return false;
}

static void advance(struct reader *reader)
{
	reader->token = po_lexer_next(&reader->lexer);
	if (reader->token.unclosed)
		add_error(reader, reader->token.offset,
		    TEXT("the string that begins here has no closing quote "
			 "on its line"));
}

/* True if the next token is of this kind and marked #| as the ones before. */
static bool stands(const struct reader *reader, enum po_kind kind)
{
	return reader->token.kind == kind &&
	    reader->token.previous == reader->previous;
}

/* Goes behind a token that belongs to the current message. */
static void take(struct reader *reader)
{
	if (reader->token.obsolete != reader->obsolete && !reader->mixed) {
		add_error(reader, reader->token.offset,
		    reader->obsolete ?
			TEXT("this line of an obsolete message must begin "
			     "with '#~'") :
			TEXT("only some lines of this message begin with "
			     "'#~'; all or none must"));
		reader->mixed = true;
	}
	advance(reader);
}

/* Adds what the next string token stands for; true if it has escapes that
 * give any byte. */
static bool add_unescaped(struct reader *reader)
{
	struct text text = reader->token.text;
	size_t start = (size_t)(text.at - reader->source->bytes.at);
	bool numeric = false;
	size_t at = 0;

	while (at < text.length) {
		size_t end = text_find_char(text, '\\', at);
		struct po_escape escape;

		if (end == TEXT_NONE)
			end = text.length;
		buffer_add(&reader->string, text_slice(text, at, end - at));
		at = end;
		if (at == text.length)
			break;
		escape = po_escape(text, &at);
		if (escape.problem != NULL)
			add_error(reader, start + end,
			    text_from(escape.problem));
		buffer_add_char(&reader->string, escape.byte);
		numeric = numeric || escape.numeric;
	}
	return numeric;
}

/* One or more strings, joined. */
static bool read_strings(struct text *strings, struct reader *reader)
{
	struct po_token first = reader->token;
	bool numeric = false;

	if (!stands(reader, PO_STRING))
		return refuse(reader,
		    TEXT("a string in double quotes must stand here"));
	buffer_clear(&reader->string);
	if (!first.escaped) {
		take(reader);
		if (!stands(reader, PO_STRING)) {
			*strings = first.text;
			return true;
		}
		buffer_add(&reader->string, first.text);
	}
	while (stands(reader, PO_STRING)) {
		numeric = add_unescaped(reader) || numeric;
		take(reader);
	}
	*strings = buffer_copy(&reader->string, reader->arena);
	if (numeric && text_malformed(*strings) != TEXT_NONE)
		add_error(reader, first.offset,
		    TEXT("the escapes in this string do not make UTF-8"));
	return true;
}

/* [msgctxt] msgid [msgid_plural]: of a message, or of what it was before. */
static bool read_ids(struct catalog_entry *entry, struct reader *reader)
{
	if (stands(reader, PO_CONTEXT)) {
		take(reader);
		if (!read_strings(&entry->context, reader))
			return false;
		if (!stands(reader, PO_ID))
			return refuse(reader,
			    TEXT("msgid must follow its msgctxt here"));
	}
	entry->offset = reader->token.offset;
	take(reader);
	if (!read_strings(&entry->id, reader))
		return false;
	if (stands(reader, PO_PLURAL_ID)) {
		take(reader);
		return read_strings(&entry->plural_id, reader);
	}
	return true;
}

/* [0], [1], ...; form is the one whose turn it is. */
static bool read_form(struct reader *reader, size_t form)
{
	unsigned number;

	if (!stands(reader, PO_OPEN))
		return refuse(reader,
		    text_format(reader->arena,
			"a message with msgid_plural must have msgstr[%zu] "
			"here", form));
	take(reader);
	if (!stands(reader, PO_NUMBER) ||
	    !text_number(&number, reader->token.text) || number != form)
		return refuse(reader,
		    text_format(reader->arena,
			"plural forms are counted from 0; [%zu] must stand "
			"here", form));
	take(reader);
	if (!stands(reader, PO_CLOSE))
		return refuse(reader, TEXT("']' must stand here"));
	take(reader);
	return true;
}

/* msgstr, or msgstr[0] and so on. */
static bool read_translation(struct catalog_entry *entry,
    struct reader *reader)
{
	struct strings strings = { 0 };
	bool plural = entry->plural_id.at != NULL;

	if (reader->token.kind == PO_WRONG)
		return refuse(reader, TEXT("msgstr must stand here"));
	if (!stands(reader, PO_STR)) {
		add_error(reader, entry->offset,
		    plural ? TEXT("this message has no msgstr[0]") :
			     TEXT("this message has no msgstr"));
		reader->recovering = true;
		return false;
	}
	while (stands(reader, PO_STR)) {
		if (!plural && strings.count > 0)
			return refuse(reader,
			    TEXT("this message has a msgstr already"));
		take(reader);
		if (!plural && stands(reader, PO_OPEN))
			return refuse(reader,
			    TEXT("a message with msgstr[] must have a "
				 "msgid_plural"));
		if (plural && !read_form(reader, strings.count))
			return false;
		if (!read_strings(list_add(reader->arena, &strings), reader))
			return false;
	}
	entry->strings = strings.items;
	entry->string_count = strings.count;
	return true;
}

/* Gives the comments so far to the message that follows them. */
static void take_comments(struct catalog_entry *entry, struct reader *reader)
{
	entry->comments = pieces_take(&reader->comments, reader->arena);
	entry->extracted = pieces_take(&reader->extracted, reader->arena);
	entry->references = pieces_take(&reader->references, reader->arena);
	entry->flags = pieces_take(&reader->flags, reader->arena);
	entry->fuzzy = reader->fuzzy;
	reader->fuzzy = false;
}

static bool begins_message(const struct reader *reader)
{
	return reader->token.kind == PO_CONTEXT ||
	    reader->token.kind == PO_ID;
}

/* A message with what it was before (#|), from its first keyword on. */
static void read_message(struct po_entries *entries, struct reader *reader)
{
	struct catalog_entry entry = { 0 };
	struct catalog_entry previous = { 0 };

	reader->recovering = false;
	reader->mixed = false;
	reader->obsolete = reader->token.obsolete;
	reader->previous = reader->token.previous;
	take_comments(&entry, reader);
	if (reader->previous) {
		if (!read_ids(&previous, reader))
			return;
		if (!begins_message(reader) || reader->token.previous) {
			(void)refuse(reader, /* recovering is all it takes */
			    TEXT("the message itself must follow its '#|' "
				 "lines here"));
			return;
		}
		reader->previous = false;
		entry.previous_id = previous.id;
		entry.previous_context = previous.context;
		entry.previous_plural_id = previous.plural_id;
	}
	entry.obsolete = reader->obsolete;
	if (read_ids(&entry, reader) && read_translation(&entry, reader))
		*list_add(reader->arena, entries) = entry;
}

/* "fuzzy, c-format, range: 0..5"; blanks separate flags as commas do. */
static void read_flags(struct reader *reader, struct text line)
{
	bool range = false;
	struct text part, word;

	while (text_cut(&part, &line, ',')) {
		while (text_word(&word, &part)) {
			if (text_equal(word, TEXT("fuzzy")))
				reader->fuzzy = true;
			else
				pieces_add(&reader->flags, word,
				    range ? " " : ", ");
			range = text_equal(word, TEXT("range:"));
		}
	}
}

static struct text without_blank(struct text line)
{
	return text_starts(line, TEXT(" ")) ? text_after(line, 1) : line;
}

static void read_comment(struct reader *reader, struct text line)
{
	char kind = line.length > 0 ? line.at[0] : ' ';
	struct text rest = line.length > 0 ? text_after(line, 1) : line;
	struct text word;

	switch (kind) {
	case '.':
		pieces_add(&reader->extracted, without_blank(rest), "\n");
		break;
	case ':':
		while (text_word(&word, &rest))
			pieces_add(&reader->references, word, " ");
		break;
	case ',':
	case '!': /* gettext reads it as the same */
		read_flags(reader, rest);
		break;
	default:
		pieces_add(&reader->comments, without_blank(line), "\n");
	}
}

/* Passes a token that belongs to no message. */
static void skip_token(struct reader *reader)
{
	/* One error is enough of a message, but a keyword in error is the
	 * next message's. */
	if (!reader->recovering ||
	    (reader->token.kind == PO_WRONG &&
		text_starts(reader->token.text, TEXT("msg"))))
		(void)refuse(reader, /* and goes on behind it */
		    TEXT("a message must begin here, with msgid or "
			 "msgctxt"));
	advance(reader);
}

bool po_read(struct po_entries *entries, struct arena *arena,
    struct report *report, const struct source *source, size_t start)
{
	struct reader reader = { .arena = arena,
		.report = report,
		.source = source,
		.lexer = { .bytes = source->bytes, .at = start } };

	advance(&reader);
	while (reader.token.kind != PO_END &&
	    reader.error_count < ERROR_LIMIT) {
		if (reader.token.kind == PO_COMMENT) {
			read_comment(&reader, reader.token.text);
			advance(&reader);
		} else if (begins_message(&reader)) {
			read_message(entries, &reader);
		} else {
			skip_token(&reader);
		}
	}
	buffer_release(&reader.string);
	buffer_release(&reader.comments.joined);
	buffer_release(&reader.extracted.joined);
	buffer_release(&reader.references.joined);
	buffer_release(&reader.flags.joined);
	return reader.error_count == 0;
}

size_t po_string_offset(const struct source *source,
    const struct catalog_entry *entry, size_t form)
{
	struct po_lexer lexer = { .bytes = source->bytes,
		.at = entry->offset };
	struct po_token token = po_lexer_next(&lexer);
	size_t seen = 0;

	for (; token.kind != PO_END; token = po_lexer_next(&lexer)) {
		if (token.kind == PO_STR)
			seen++;
		else if (token.kind == PO_STRING && seen == form + 1)
			return token.offset;
	}
	return entry->offset;
}
