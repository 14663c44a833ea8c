#include "parse/canonical_text.h"

#include <cmark.h>

/* What is beside a run of text. */
enum edge {
	EDGE_BLOCK,    /* the end of the whole text */
	EDGE_BREAK,    /* a hard line break */
	EDGE_BLANK,    /* a line end */
	EDGE_EMPHASIS, /* the mark of emphasis that the run is in */
	EDGE_LINK,     /* a link */
	EDGE_OTHER
};

/* A run of text, perhaps of several nodes. */
struct run {
	struct text text;
	enum edge before, behind;
	bool in_brackets;
	size_t ordinal; /* at a line's start: offset behind digits; or
	                   TEXT_NONE */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_alphanumeric(char c)
{
	return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static bool is_punctuation(char c)
{
	return c > ' ' && c < 0x7F && !is_alphanumeric(c);
}

bool canonical_is_emphasis(struct cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_EMPH ||
	    cmark_node_get_type(node) == CMARK_NODE_STRONG;
}

/* What stands in for an escape, at the start of text; 0: nothing does. */
static size_t stand_in_length(const char **escape, const struct masks *masks,
    struct text text)
{
	if (masks->tilde.length > 0 && text_starts(text, masks->tilde)) {
		*escape = "\\~";
		return masks->tilde.length;
	}
	if (masks->bracket.length > 0 && text_starts(text, masks->bracket)) {
		*escape = "\\[";
		return masks->bracket.length;
	}
	return 0;
}

void canonical_add_literal(struct buffer *out, const struct masks *masks,
    struct text text)
{
	size_t at = 0;

	while (at < text.length) {
		const char *escape = NULL;
		size_t length = stand_in_length(&escape, masks,
		    text_after(text, at));

		if (length > 0)
			buffer_add_string(out, escape);
		else
			buffer_add_char(out,
			    text.at[at] == '\n' ? ' ' : text.at[at]);
		at += length > 0 ? length : 1;
	}
}

/* "&name;" or "&#38;" */
static bool is_entity(struct text text)
{
	size_t at = 1;

	if (text.length > 1 && text.at[1] == '#')
		at++;
	while (at < text.length && is_alphanumeric(text.at[at]))
		at++;
	return at > 1 && at < text.length && text.at[at] == ';' &&
	    is_alphanumeric(text.at[at - 1]);
}

/* Whether blanks, or what counts as such in Markdown, are on both sides. */
static bool is_lone(const struct run *run, size_t at)
{
	struct text text = run->text;
	bool before = at > 0 ? text.at[at - 1] == ' '
			     : run->before <= EDGE_BLANK;
	bool behind = at + 1 < text.length ? text.at[at + 1] == ' '
					   : run->behind <= EDGE_BLANK;

	return before && behind;
}

static bool is_in_word(const struct run *run, size_t at)
{
	return at > 0 && at + 1 < run->text.length &&
	    is_alphanumeric(run->text.at[at - 1]) &&
	    is_alphanumeric(run->text.at[at + 1]);
}

/* Whether a backslash would escape what follows it. */
static bool would_escape(const struct masks *masks, struct text rest)
{
	const char *escape;

	return rest.length == 0 || rest.at[0] == '\n' ||
	    is_punctuation(rest.at[0]) ||
	    stand_in_length(&escape, masks, rest) > 0;
}

/* Whether a byte of text has to be escaped. */
static bool is_markup(const struct masks *masks, const struct run *run,
    size_t at)
{
	struct text rest = text_after(run->text, at + 1);
	char next = rest.length > 0 ? rest.at[0] : '\0';
	bool begins_line = at == 0 && run->before == EDGE_BREAK;

	switch (run->text.at[at]) {
	case '\\':
		return would_escape(masks, rest);
	case '`':
		return true;
	case '*':
		return begins_line || !is_lone(run, at);
	case '_':
		return !is_lone(run, at) && !is_in_word(run, at);
	case '[':
		return run->in_brackets;
	case ']':
		return run->in_brackets || next == '(';
	case '!':
		return rest.length == 0 && run->behind == EDGE_LINK;
	case '<':
		return (next | 0x20) >= 'a'
		    ? (next | 0x20) <= 'z' || next == '{'
		    : next == '/' || next == '!' || next == '?';
	case '&':
		return is_entity(text_after(run->text, at));
	case '-':
	case '+':
	case '=':
	case '#':
	case '>':
		return begins_line;
	case '.':
	case ')':
		return at == run->ordinal;
	default:
		return false;
	}
}

/* A blank that Markdown would not see where it is, or a line end that is none
 * of the author's lines; 0 if it is no such thing. */
static uint32_t lost_code(const struct run *run, size_t at, size_t *length)
{
	enum edge before = at == 0 ? run->before : EDGE_OTHER;
	enum edge behind = EDGE_OTHER;
	size_t next = at;
	uint32_t code;
	bool is_ascii;

	if (run->text.at[at] == '\n') {
		*length = 1;
		return '\n';
	}
	code = text_decode(run->text, &next);
	is_ascii = code == ' ' || code == '\t';
	if (!is_ascii && code != 0xA0 && code != 0x1680 && code != 0x202F &&
	    code != 0x205F && code != 0x3000 &&
	    !(code >= 0x2000 && code <= 0x200A))
		return 0;
	*length = next - at;
	if (next == run->text.length)
		behind = run->behind;
	if (before == EDGE_EMPHASIS || behind == EDGE_EMPHASIS)
		return code;
	return is_ascii && (before <= EDGE_BREAK || behind == EDGE_BLOCK)
	    ? code
	    : 0;
}

static void add_run(struct buffer *out, const struct masks *masks,
    const struct run *run)
{
	struct text text = run->text;
	size_t at = 0;

	while (at < text.length) {
		const char *escape = NULL;
		size_t length = stand_in_length(&escape, masks,
		    text_after(text, at));
		uint32_t code;

		if (length > 0) {
			buffer_add_string(out, escape);
			at += length;
			continue;
		}
		code = lost_code(run, at, &length);
		if (code != 0) {
			buffer_format(out, "&#%u;", (unsigned)code);
			at += length;
			continue;
		}
		if (is_markup(masks, run, at))
			buffer_add_char(out, '\\');
		buffer_add_char(out, text.at[at++]);
	}
}

/* Of the sibling beside a run, NULL if there is none. */
static enum edge edge_of(cmark_node *sibling, cmark_node *parent)
{
	if (sibling == NULL)
		return canonical_is_emphasis(parent) ? EDGE_EMPHASIS
		    : cmark_node_get_type(parent) == CMARK_NODE_LINK ||
			cmark_node_get_type(parent) == CMARK_NODE_IMAGE
		    ? EDGE_OTHER
		    : EDGE_BLOCK;
	switch (cmark_node_get_type(sibling)) {
	case CMARK_NODE_LINEBREAK:
		return EDGE_BREAK;
	case CMARK_NODE_SOFTBREAK:
		return EDGE_BLANK;
	case CMARK_NODE_LINK:
		return EDGE_LINK;
	default:
		return EDGE_OTHER;
	}
}

static bool is_in_brackets(cmark_node *node)
{
	cmark_node_type type;

	do {
		node = cmark_node_parent(node);
		type = cmark_node_get_type(node);
		if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
			return true;
	} while (canonical_is_emphasis(node));
	return false;
}

static bool is_text(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_TEXT;
}

void canonical_add_text(struct buffer *out, const struct masks *masks,
    struct cmark_node *node)
{
	cmark_node *parent = cmark_node_parent(node);
	struct buffer joined = { 0 };
	struct run run = {
		.before = edge_of(cmark_node_previous(node), parent),
		.in_brackets = is_in_brackets(node),
		.ordinal = TEXT_NONE,
	};
	size_t digits = 0;

	if (is_text(cmark_node_previous(node)))
		return;
	for (; is_text(node); node = cmark_node_next(node))
		buffer_add_string(&joined, cmark_node_get_literal(node));
	run.text = buffer_text(&joined);
	run.behind = edge_of(node, parent);
	while (digits < run.text.length && is_digit(run.text.at[digits]))
		digits++;
	if (run.before == EDGE_BREAK && digits > 0)
		run.ordinal = digits;
	add_run(out, masks, &run);
	buffer_release(&joined);
}

void canonical_add_title(struct buffer *out, const struct masks *masks,
    struct text title)
{
	size_t at = 0;

	if (title.length == 0)
		return;
	buffer_add_string(out, " \"");
	while (at < title.length) {
		struct text rest = text_after(title, at);
		const char *escape;
		size_t length = stand_in_length(&escape, masks, rest);

		if (length == 0) {
			length = 1;
			if (rest.at[0] == '"' || is_entity(rest) ||
			    (rest.at[0] == '\\' &&
				would_escape(masks, text_after(rest, 1))))
				buffer_add_char(out, '\\');
		}
		canonical_add_literal(out, masks,
		    text_slice(rest, 0, length));
		at += length;
	}
	buffer_add_char(out, '"');
}
