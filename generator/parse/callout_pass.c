/* Callouts and tasks. */
#include "parse/pass.h"

#include "base/arena.h"
#include "parse/braces.h"

#include <cmark.h>

static const struct text kinds[] = {
	[CALLOUT_NOTE] = { "NOTE", 4 },
	[CALLOUT_TIP] = { "TIP", 3 },
	[CALLOUT_WARNING] = { "WARNING", 7 },
	[CALLOUT_SCRIPT] = { "SCRIPT", 6 },
	[CALLOUT_EXERCISE] = { "EXERCISE", 8 },
	[CALLOUT_FACILITATOR] = { "FACILITATOR", 11 },
};

enum { KIND_COUNT = sizeof(kinds) / sizeof(kinds[0]) };

/* The name between "[!" and "]", in capitals; empty if it is none. */
static struct text read_name(struct pass *pass, struct text text)
{
	size_t end = text_find_char(text, ']', 0);
	struct text name = { 0 };
	char *at;
	size_t i;

	if (end == TEXT_NONE || end < 3 || !text_starts(text, TEXT("[!")))
		return name;
	name = text_copy(pass->scratch, text_slice(text, 2, end - 2));
	at = (char *)name.at;
	for (i = 0; i < name.length; i++) {
		if (at[i] >= 'a' && at[i] <= 'z')
			at[i] = (char)(at[i] - 'a' + 'A');
		else if (at[i] < 'A' || at[i] > 'Z')
			return (struct text){ 0 };
	}
	return name;
}

static bool find_kind(enum callout_kind *kind, struct text name)
{
	size_t i;

	for (i = 0; i < KIND_COUNT; i++)
		if (text_equal(kinds[i], name))
			break;
	*kind = (enum callout_kind)i;
	return i < KIND_COUNT;
}

static void read_attributes(struct pass *pass, struct extension *callout,
    struct text attributes)
{
	struct braces braces;

	braces_read(&braces, pass->arena, pass->report,
	    pass->locator->source, BRACES_CALLOUT, attributes);
	callout->anchor = braces.anchor;
	callout->anchor_offset = braces.anchor_offset;
	callout->minutes = braces.minutes;
}

/* What follows "[!KIND]" in the first text: attributes, the title. */
static void cut_mark(struct pass *pass, struct extension *callout,
    cmark_node *text, size_t length, struct text line)
{
	struct text rest =
	    text_after(text_from(cmark_node_get_literal(text)), length);
	size_t end;

	if (rest.length > 0 && rest.at[0] == '{') {
		end = text_find_char(rest, '}', 0);
		if (end != TEXT_NONE &&
		    text_starts(text_after(line, length),
			text_slice(rest, 0, end + 1))) {
			read_attributes(pass, callout,
			    text_slice(line, length + 1, end - 1));
			rest = text_after(rest, end + 1);
		}
	}
	while (rest.length > 0 && rest.at[0] == ' ')
		rest = text_after(rest, 1);
	if (rest.length > 0)
		(void)cmark_node_set_literal(text,
		    text_string(pass->scratch, rest)); /* it is a text */
	else
		cmark_node_free(text);
}

static bool is_break(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

/* The first line of the paragraph is the title; what is left of it stays in
 * the paragraph. */
static void take_title(struct pass *pass, cmark_node *callout,
    cmark_node *paragraph, size_t mark_length, struct text line)
{
	struct extension *of_callout = extension_of(callout);
	struct extension *extension;
	cmark_node *first = cmark_node_first_child(paragraph);
	cmark_node *title = extension_node(&extension, pass->scratch,
	    EXTENSION_CALLOUT_TITLE);
	cmark_node *end = first;
	struct text attributes;

	while (end != NULL && !is_break(end))
		end = cmark_node_next(end);
	extension->lines = line;
	extension_move(title, first, end);
	if (end != NULL)
		cmark_node_free(end);
	cut_mark(pass, of_callout, first, mark_length, line);
	if (braces_take(&attributes, pass->scratch,
		cmark_node_last_child(title), line))
		read_attributes(pass, of_callout, attributes);
	if (cmark_node_first_child(paragraph) == NULL)
		cmark_node_free(paragraph);
	if (cmark_node_first_child(title) != NULL)
		(void)cmark_node_prepend_child(callout, title);
}

static void find_callout(struct pass *pass, cmark_node *quote, size_t *count)
{
	cmark_node *paragraph = cmark_node_first_child(quote);
	cmark_node *callout;
	struct extension *extension;
	enum callout_kind kind;
	struct text line, rest, name = { 0 };

	if (paragraph == NULL ||
	    cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH ||
	    cmark_node_get_start_line(paragraph) == 0)
		return;
	rest = locate_lines(pass->locator, paragraph);
	(void)text_cut(&line, &rest, '\n');
	if (text_starts(line, TEXT("[!")))
		name = read_name(pass,
		    text_from(cmark_node_get_literal(
			cmark_node_first_child(paragraph))));
	if (name.length == 0)
		return;
	if (!find_kind(&kind, name)) {
		report_add(pass->report, MESSAGE_CALLOUT_UNKNOWN,
		    pass_place(pass, line.at),
		    text_slice(line, 2, name.length),
		    text_nearest(name, kinds, KIND_COUNT));
		return;
	}
	callout = extension_node(&extension, pass->scratch, EXTENSION_CALLOUT);
	extension->callout = kind;
	extension->number = ++*count;
	extension_move(callout, paragraph, NULL);
	(void)cmark_node_replace(quote, callout);
	take_title(pass, callout, paragraph, name.length + 3, line);
}

void callouts_find(struct pass *pass)
{
	size_t count = 0;
	size_t i;

	for (i = 0; i < pass->quotes.count; i++)
		find_callout(pass, pass->quotes.items[i], &count);
}

/* "[ ] " or "[x] " at the beginning of an item, with something behind it. */
static void find_task(struct pass *pass, cmark_node *item)
{
	cmark_node *paragraph = cmark_node_first_child(item);
	cmark_node *first, *task;
	struct extension *extension;
	struct text line, text;

	if (paragraph == NULL ||
	    cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH ||
	    cmark_node_get_start_line(paragraph) == 0)
		return;
	line = locate_lines(pass->locator, paragraph);
	first = cmark_node_first_child(paragraph);
	text = text_from(cmark_node_get_literal(first));
	if (line.length < 5 || line.at[0] != '[' || line.at[2] != ']' ||
	    (line.at[1] != ' ' && (line.at[1] | 0x20) != 'x') ||
	    (line.at[3] != ' ' && line.at[3] != '\t') ||
	    !text_starts(text, text_slice(line, 0, 3)))
		return;
	task = extension_node(&extension, pass->scratch, EXTENSION_TASK);
	extension->checked = line.at[1] != ' ';
	extension_move(task, first, NULL);
	(void)cmark_node_append_child(paragraph, task);
	text = text_after(text, 3);
	while (text.length > 0 && (text.at[0] == ' ' || text.at[0] == '\t'))
		text = text_after(text, 1);
	if (text.length > 0)
		(void)cmark_node_set_literal(first,
		    text_string(pass->scratch, text)); /* it is a text */
	else
		cmark_node_free(first);
}

void tasks_find(struct pass *pass)
{
	size_t i;

	for (i = 0; i < pass->lists.count; i++) {
		cmark_node *item =
		    cmark_node_first_child(pass->lists.items[i]);

		for (; item != NULL; item = cmark_node_next(item))
			find_task(pass, item);
	}
}
