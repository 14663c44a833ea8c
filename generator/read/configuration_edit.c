#include "read/configuration_edit.h"

#include "base/buffer.h"
#include "read/front.h"

#include <string.h>

struct editing {
	struct arena *arena;
	struct text bytes;
	struct text tag;
	const char *line_end; /* as the file has them */
};

/* The bytes with something put in. */
static struct text insert(const struct editing *editing, size_t at,
    struct text what)
{
	const struct text parts[] = { text_slice(editing->bytes, 0, at), what,
		text_after(editing->bytes, at) };

	return text_join(editing->arena, parts, 3);
}

static size_t line_start(struct text bytes, size_t at)
{
	while (at > 0 && bytes.at[at - 1] != '\n')
		at--;
	return at;
}

/* Behind the line end, or the end of all. */
static size_t line_end(struct text bytes, size_t at)
{
	size_t end = text_find_char(bytes, '\n', at);

	return end == TEXT_NONE ? bytes.length : end + 1;
}

static bool is_blank(struct text text, struct text allowed)
{
	size_t i;

	for (i = 0; i < text.length; i++)
		if (text_find_char(allowed, text.at[i], 0) == TEXT_NONE)
			return false;
	return true;
}

/* Where the bracket stands that closes the one at `open`; TEXT_NONE if there
 * is none.  Quoted texts and comments are passed over. */
static size_t closing(struct text bytes, size_t open)
{
	size_t depth = 0, at;

	for (at = open; at < bytes.length; at++) {
		char c = bytes.at[at];

		if (c == '[' || c == '{') {
			depth++;
		} else if (c == ']' || c == '}') {
			if (--depth == 0)
				return at;
		} else if (c == '"' || c == '\'') {
			at = text_find_char(bytes, c, at + 1);
			if (at == TEXT_NONE)
				return TEXT_NONE;
		} else if (c == '#' && strchr(" \t\n", bytes.at[at - 1])) {
			at = line_end(bytes, at) - 1;
		}
	}
	return TEXT_NONE;
}

/* Into [a, b] or {a: , b: }, on one line or on several. */
static bool add_to_flow(struct text *edited, const struct editing *editing,
    const struct front_node *node)
{
	struct text bytes = editing->bytes, indent = { 0 };
	size_t close = closing(bytes, node->offset), at = close, start;
	bool comma, lines;

	if (close == TEXT_NONE)
		return false;
	start = line_start(bytes, close);
	/* The bracket stands alone: the new one gets a line, too. */
	lines = start > node->offset &&
	    is_blank(text_slice(bytes, start, close - start), TEXT(" \t"));
	while (at > 0 && strchr(" \t\r\n", bytes.at[at - 1]) != NULL)
		at--;
	if (bytes.at[at - 1] == ':' && at < close)
		at++; /* "en:," would be one word */
	comma = bytes.at[at - 1] == ',';
	if (lines) {
		start = line_start(bytes, at);
		indent = text_slice(bytes, start, at - start);
		indent.length = 0;
		while (strchr(" \t", indent.at[indent.length]) != NULL)
			indent.length++;
	}
	*edited = insert(editing, at,
	    text_format(editing->arena, "%s%s%.*s%.*s%s%s",
		comma || node->count == 0 ? "" : ",",
		lines                  ? editing->line_end
		    : node->count == 0 ? ""
				       : " ",
		TEXT_ARGUMENTS(indent), TEXT_ARGUMENTS(editing->tag),
		node->kind == FRONT_MAPPING ? ": {}" : "",
		comma ? "," : ""));
	return true;
}

/* The last byte that belongs to a node, or the line that it ends on. */
static size_t last_offset(const struct front_node *node)
{
	size_t last = node->key.length > 0 ? node->key_offset : 0, i;

	if (!front_is_null(node) && node->offset > last)
		last = node->offset;
	for (i = 0; i < node->count; i++)
		if (last_offset(&node->items[i]) > last)
			last = last_offset(&node->items[i]);
	return last;
}

/* A line below the last one of a block. */
static bool add_line(struct text *edited, const struct editing *editing,
    const struct front_node *node)
{
	const struct front_node *item = &node->items[node->count - 1];
	bool mapping = node->kind == FRONT_MAPPING;
	struct text bytes = editing->bytes, prefix;
	size_t start, end;

	start = mapping ? item->key_offset : item->offset;
	prefix = text_slice(bytes, line_start(bytes, start),
	    start - line_start(bytes, start));
	if (!is_blank(prefix, mapping ? TEXT(" ") : TEXT(" -")))
		return false;
	end = line_end(bytes, last_offset(item));
	*edited = insert(editing, end,
	    text_format(editing->arena, "%s%.*s%.*s%s%s",
		end > 0 && bytes.at[end - 1] == '\n' ? ""
						     : editing->line_end,
		TEXT_ARGUMENTS(prefix), TEXT_ARGUMENTS(editing->tag),
		mapping ? ":" : "", editing->line_end));
	return true;
}

/* "[fi, en, de]" */
static struct text list_of(const struct editing *editing,
    const struct text *present, size_t present_count)
{
	struct buffer list = { 0 };
	struct text text;
	size_t i;

	buffer_add_char(&list, '[');
	for (i = 0; i < present_count; i++)
		buffer_format(
		    &list, "%.*s, ", TEXT_ARGUMENTS(present[i]));
	buffer_format(&list, "%.*s]", TEXT_ARGUMENTS(editing->tag));
	text = buffer_copy(&list, editing->arena);
	buffer_release(&list);
	return text;
}

/* The key was not there: it comes last. */
static struct text add_key(const struct editing *editing, struct text list)
{
	struct text bytes = editing->bytes;

	return insert(editing, bytes.length,
	    text_format(editing->arena, "%slocales: %.*s%s",
		bytes.length == 0 || text_ends(bytes, TEXT("\n"))
		    ? ""
		    : editing->line_end,
		TEXT_ARGUMENTS(list), editing->line_end));
}

static const struct front_node *find(const struct front_node *root)
{
	size_t i;

	for (i = 0; i < root->count; i++)
		if (text_equal(root->items[i].key, TEXT("locales")))
			return &root->items[i];
	return NULL;
}

bool configuration_add_locale(struct text *edited, struct arena *arena,
    const struct source *source, struct text tag, const struct text *present,
    size_t present_count)
{
	struct editing editing = { arena, source->bytes, tag, "\n" };
	struct report report = { 0 };
	struct front_node root = { 0 };
	const struct front_node *node;
	struct text list = list_of(&editing, present, present_count);
	bool read = front_parse_file(&root, arena, &report, source);

	report_release(&report);
	if (text_find(source->bytes, TEXT("\r\n"), 0) != TEXT_NONE)
		editing.line_end = "\r\n";
	if (!read)
		return false;
	node = find(&root);
	if (node == NULL) {
		*edited = add_key(&editing, list);
		return true;
	}
	if (node->kind == FRONT_SCALAR) {
		*edited = insert(&editing,
		    node->key_offset + strlen("locales:"),
		    text_format(arena, " %.*s", TEXT_ARGUMENTS(list)));
		return front_is_null(node);
	}
	if (source->bytes.at[node->offset] == '[' ||
	    source->bytes.at[node->offset] == '{')
		return add_to_flow(edited, &editing, node);
	return add_line(edited, &editing, node);
}
