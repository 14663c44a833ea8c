#include "base/report.h"

#include "base/buffer.h"
#include "base/excerpt.h"
#include "base/json.h"
#include "base/list.h"

#include <assert.h>
#include <stdlib.h>

static const struct message_row rows[] = {
#define MESSAGE(name, level, code, text, hint) { level, code, text, hint },
#include "base/messages.h"
#undef MESSAGE
};

const struct message_row *message_row(enum message message)
{
	assert((size_t)message < MESSAGE_COUNT);
	return &rows[message];
}

/* The one road from a row's English to the words that are printed. */
static struct text message_words(const char *english)
{
	return text_from(english);
}

/* Finds the next {placeholder} (a-z and '_' only; other braces are words) at
 * or after *offset; *offset moves behind it, name is what is in between. */
static bool next_placeholder(struct text *name, size_t *offset,
    struct text words)
{
	size_t open = text_find_char(words, '{', *offset);

	while (open != TEXT_NONE) {
		size_t end = open + 1;

		while (end < words.length &&
		    ((words.at[end] >= 'a' && words.at[end] <= 'z') ||
			words.at[end] == '_'))
			end++;
		if (end > open + 1 && end < words.length &&
		    words.at[end] == '}') {
			*name = text_slice(words, open + 1, end - open - 1);
			*offset = end + 1;
			return true;
		}
		open = text_find_char(words, '{', end);
	}
	return false;
}

enum { NAMES_MOST = 8 };

struct names {
	struct text items[NAMES_MOST];
	size_t count;
};

/* The index of a name, which is also that of its value. */
static size_t name_index(const struct names *names, struct text name)
{
	size_t i = 0;

	while (i < names->count && !text_equal(names->items[i], name))
		i++;
	return i;
}

static void add_names(struct names *names, struct text words)
{
	struct text name;
	size_t offset = 0;

	while (next_placeholder(&name, &offset, words)) {
		if (name_index(names, name) < names->count)
			continue;
		assert(names->count < NAMES_MOST);
		names->items[names->count++] = name;
	}
}

/* The order of values is that of the English row, whatever a translation
 * makes of it. */
static struct names message_names(enum message message)
{
	const struct message_row *row = message_row(message);
	struct names names = { 0 };

	add_names(&names, text_from(row->text));
	add_names(&names, text_from(row->hint));
	return names;
}

void report_add_values(struct report *report, enum message message,
    struct place place, const struct text *values, size_t value_count)
{
	struct report_item *item = list_add(&report->arena, report);
	size_t i;

	assert(message_names(message).count == value_count);
	item->place = place;
	item->message = message;
	item->values = arena_array(&report->arena, struct text, value_count);
	item->value_count = value_count;
	for (i = 0; i < value_count; i++)
		item->values[i] = text_copy(&report->arena, values[i]);
	report->counts[message_row(message)->level]++;
}

void report_join(struct report *report, struct report *from)
{
	size_t i;

	for (i = 0; i < from->count; i++)
		*list_add(&report->arena, report) = from->items[i];
	for (i = 0; i <= REPORT_FATAL; i++)
		report->counts[i] += from->counts[i];
	arena_take(&report->arena, &from->arena);
	*from = (struct report){ 0 };
}

int report_status(const struct report *report, struct report_style style)
{
	if (report->counts[REPORT_FATAL] > 0)
		return 2;
	return report->counts[REPORT_ERROR] > 0 ||
	    (style.strict && report->counts[REPORT_WARNING] > 0);
}

void place_locate(struct place place, size_t *line, size_t *column)
{
	struct excerpt excerpt = { 0 };

	assert(place.source != NULL && place.offset != PLACE_FILE);
	(void)excerpt_move(&excerpt, place); /* unreadable: 0 and 0 */
	*line = excerpt.column > 0 ? excerpt.line : 0;
	*column = excerpt.column;
	arena_release(&excerpt.arena);
}

static int number_order(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* Items without a source come first, and whole files before their lines. */
static int item_order(const void *a, const void *b)
{
	const struct report_item *first = a;
	const struct report_item *second = b;
	const struct source *from = first->place.source;
	const struct source *to = second->place.source;
	int order = (from != NULL) - (to != NULL);
	size_t i;

	if (order == 0 && from != NULL)
		order = text_compare(from->name, to->name);
	if (order == 0 && from != NULL) /* PLACE_FILE + 1 is 0 */
		order = number_order(first->place.offset + 1,
		    second->place.offset + 1);
	if (order == 0)
		order = number_order(message_row(second->message)->level,
		    message_row(first->message)->level);
	if (order == 0)
		order = text_compare(
		    text_from(message_row(first->message)->code),
		    text_from(message_row(second->message)->code));
	if (order == 0)
		order = number_order(first->value_count, second->value_count);
	for (i = 0; order == 0 && i < first->value_count; i++)
		order = text_compare(first->values[i], second->values[i]);
	return order;
}

/* Characters that would disturb a terminal or the reading of the line:
 * controls, line and paragraph separators, bidirectional overrides. */
static bool is_disturbing(uint32_t code)
{
	return code < 0x20 || (code >= 0x7F && code < 0xA0) ||
	    (code >= 0x2028 && code <= 0x202E) ||
	    (code >= 0x2066 && code <= 0x2069);
}

static void add_escaped(struct buffer *buffer, struct text value)
{
	size_t offset = 0;

	while (offset < value.length) {
		size_t start = offset;
		uint32_t code = text_decode(value, &offset);

		if (code == TEXT_MALFORMED)
			buffer_format(buffer, "\\x%02X",
			    (unsigned)(unsigned char)value.at[start]);
		else if (code == '\n')
			buffer_add_string(buffer, "\\n");
		else if (code == '\t')
			buffer_add_string(buffer, "\\t");
		else if (is_disturbing(code))
			buffer_format(buffer, "\\u%04X", (unsigned)code);
		else
			buffer_add(buffer,
			    text_slice(value, start, offset - start));
	}
}

/* Adds words with their placeholders filled; false, and nothing added, if
 * they are a hint of which a value is empty. */
static bool add_filled(struct buffer *buffer, const struct report_item *item,
    struct text words, bool is_hint)
{
	struct names names = message_names(item->message);
	size_t before = buffer->length;
	struct text name;
	size_t end = 0, at = 0;

	while (next_placeholder(&name, &end, words)) {
		size_t index = name_index(&names, name);

		assert(index < item->value_count);
		if (is_hint && item->values[index].length == 0) {
			buffer_cut(buffer, before);
			return false;
		}
		buffer_add(buffer,
		    text_slice(words, at, end - name.length - 2 - at));
		add_escaped(buffer, item->values[index]);
		at = end;
	}
	buffer_add(buffer, text_after(words, at));
	return true;
}

static void add_message(struct buffer *buffer, const struct report_item *item)
{
	const struct message_row *row = message_row(item->message);
	size_t end;

	(void)add_filled(buffer, item, message_words(row->text), false);
	if (row->hint == NULL)
		return;
	end = buffer->length;
	buffer_add_string(buffer, "; ");
	if (!add_filled(buffer, item, message_words(row->hint), true))
		buffer_cut(buffer, end);
}

static void add_text_item(struct buffer *buffer, struct excerpt *excerpt,
    const struct report_item *item)
{
	static const char *const levels[] = { "note", "warning", "error",
		"error" };
	const struct message_row *row = message_row(item->message);
	const struct source *source = item->place.source;
	bool has_line = source != NULL && item->place.offset != PLACE_FILE &&
	    excerpt_move(excerpt, item->place);

	if (source != NULL) {
		add_escaped(buffer, source->name);
		buffer_add_char(buffer, ':');
		if (has_line)
			buffer_format(buffer, "%zu:%zu:", excerpt->line,
			    excerpt->column);
		buffer_add_char(buffer, ' ');
	}
	buffer_format(buffer, "%s: ", levels[row->level]);
	add_message(buffer, item);
	buffer_format(buffer, " [%s]\n", row->code);
	if (has_line)
		excerpt_add(buffer, excerpt);
}

static void add_json_item(struct buffer *buffer, struct excerpt *excerpt,
    const struct report_item *item)
{
	static const char *const levels[] = { "note", "warning", "error",
		"fatal" };
	const struct message_row *row = message_row(item->message);
	const struct source *source = item->place.source;
	struct buffer words = { 0 };

	buffer_add_string(buffer, "{\"file\":");
	if (source != NULL)
		json_add_string(buffer, source->name);
	else
		buffer_add_string(buffer, "null");
	if (source != NULL && item->place.offset != PLACE_FILE &&
	    excerpt_move(excerpt, item->place))
		buffer_format(buffer, ",\"line\":%zu,\"column\":%zu",
		    excerpt->line, excerpt->column);
	else
		buffer_add_string(buffer, ",\"line\":null,\"column\":null");
	buffer_format(buffer, ",\"level\":\"%s\",\"code\":\"%s\",\"message\":",
	    levels[row->level], row->code);
	add_message(&words, item);
	json_add_string(buffer, buffer_text(&words));
	buffer_add_string(buffer, "}\n");
	buffer_release(&words);
}

void report_release(struct report *report)
{
	arena_release(&report->arena);
	*report = (struct report){ 0 };
}

void report_print(const struct report *report, FILE *stream,
    struct report_style style)
{
	struct excerpt excerpt = { 0 };
	struct buffer buffer = { 0 };
	struct arena arena = { 0 };
	struct report_item *items;
	size_t i;

	items = arena_array(&arena, struct report_item, report->count);
	for (i = 0; i < report->count; i++)
		items[i] = report->items[i];
	qsort(items, report->count, sizeof(*items), item_order);
	for (i = 0; i < report->count; i++) {
		if (i > 0 && item_order(&items[i - 1], &items[i]) == 0)
			continue;
		if (style.quiet &&
		    message_row(items[i].message)->level < REPORT_ERROR)
			continue;
		if (style.json)
			add_json_item(&buffer, &excerpt, &items[i]);
		else
			add_text_item(&buffer, &excerpt, &items[i]);
	}
	/* Who cannot be told by the stream cannot be told at all. */
	if (buffer.length > 0)
		(void)fwrite(buffer.bytes, 1, buffer.length, stream);
	arena_release(&arena);
	arena_release(&excerpt.arena);
	buffer_release(&buffer);
}
