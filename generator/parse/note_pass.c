/* References to footnotes, "[^label]", and the numbers of footnotes. */
#include "parse/pass.h"

#include "base/list.h"
#include "parse/tree.h"
#include "parse/walk.h"

#include <cmark.h>
#include <string.h>

static struct note *note_find(const struct pass *pass, struct text label)
{
	size_t index = (size_t)(uintptr_t)table_get(&pass->labels, label);

	return index > 0 ? &pass->notes.items[index - 1] : NULL;
}

/* The nearest block around an inline that knows where it is written. */
static struct text lines_around(const struct pass *pass, cmark_node *node)
{
	for (; node != NULL; node = cmark_node_parent(node)) {
		const struct extension *extension = extension_of(node);

		if (extension != NULL && extension->lines.length > 0)
			return extension->lines;
		if (extension == NULL && pass_holds_inlines(node) &&
		    cmark_node_get_start_line(node) > 0)
			return locate_lines(pass->locator, node);
	}
	return text_after(pass->locator->source->bytes, pass->start);
}

static void report_unknown(struct pass *pass, cmark_node *node,
    struct text written, struct text label)
{
	struct text lines = lines_around(pass, node);
	size_t at = text_find(lines, written, 0);
	struct text *labels =
	    arena_array(pass->scratch, struct text, pass->notes.count);
	size_t i;

	for (i = 0; i < pass->notes.count; i++)
		labels[i] = pass->notes.items[i].label;
	report_add(pass->report, MESSAGE_FOOTNOTE_UNKNOWN,
	    pass_place(pass, lines.at + (at == TEXT_NONE ? 0 : at)), label,
	    text_nearest(label, labels, pass->notes.count));
}

static void add_text(struct pass *pass, cmark_node *before, struct text text)
{
	cmark_node *node;

	if (text.length == 0)
		return;
	node = tree_node(CMARK_NODE_TEXT);
	(void)cmark_node_set_literal(node, text_string(pass->scratch, text));
	(void)cmark_node_insert_before(before, node);
}

/* Whether pages leave out what the node is in. */
static bool is_hidden(cmark_node *node)
{
	for (; node != NULL; node = cmark_node_parent(node)) {
		const struct extension *callout =
		    extension_if(node, EXTENSION_CALLOUT);

		if (callout != NULL &&
		    callout->callout == CALLOUT_FACILITATOR)
			return true;
	}
	return false;
}

static void add_reference(struct pass *pass, cmark_node *before,
    struct note *note)
{
	struct extension *extension;
	cmark_node *node = extension_node(&extension, pass->scratch,
	    EXTENSION_NOTE_REFERENCE);

	(void)cmark_node_insert_before(before, node);
	note->used = true;
	if (is_hidden(node))
		return;
	if (note->extension->number == 0) {
		*list_add(pass->scratch, &pass->numbered) = note->node;
		note->extension->number = pass->numbered.count;
	}
	extension->number = note->extension->number;
	extension->use = ++note->extension->use_count;
}

/* The label that begins at an offset, up to ']'; empty if it is none. */
static struct text read_label(struct text text, size_t at)
{
	size_t end = at;

	while (end < text.length &&
	    strchr("[] \t\n\r", text.at[end]) == NULL)
		end++;
	if (end == text.length || text.at[end] != ']')
		return (struct text){ 0 };
	return text_slice(text, at, end - at);
}

/* Makes nodes of the references in a text. */
static void find_in_text(struct pass *pass, cmark_node *node)
{
	struct text text = text_copy(pass->scratch,
	    text_from(cmark_node_get_literal(node)));
	size_t from = 0, at = 0;

	while ((at = text_find(text, TEXT("[^"), at)) != TEXT_NONE) {
		struct text label = read_label(text, at + 2);
		struct note *note =
		    label.length > 0 ? note_find(pass, label) : NULL;
		size_t end = at + 2 + label.length + 1;

		if (note != NULL) {
			add_text(pass, node,
			    text_slice(text, from, at - from));
			add_reference(pass, node, note);
			from = end;
		} else if (label.length > 0) {
			report_unknown(pass, node,
			    text_slice(text, at, end - at), label);
		}
		at += 2;
	}
	if (from == 0)
		return;
	add_text(pass, node, text_after(text, from));
	cmark_node_free(node);
}

/* In the texts below a node, but for those of footnotes, which come after
 * all others.  A link in a link cannot be, nor one in an image's text. */
static void find_below(struct pass *pass, cmark_node *parent)
{
	struct walk walk = walk_children(parent);
	cmark_node *text = NULL;

	while (walk_next(&walk)) {
		cmark_node_type type = cmark_node_get_type(walk.node);

		/* A text is replaced only when the walk is past it. */
		if (text != NULL)
			find_in_text(pass, text);
		text = NULL;
		if (!walk.entering)
			continue;
		if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE ||
		    extension_if(walk.node, EXTENSION_NOTE) != NULL)
			walk.entering = false;
		else if (type == CMARK_NODE_TEXT) {
			text = walk.node;
			walk.entering = false;
		}
	}
	if (text != NULL)
		find_in_text(pass, text);
}

void references_find(struct pass *pass, struct cmark_node *root)
{
	size_t i;

	find_below(pass, root);
	for (i = 0; i < pass->numbered.count; i++)
		find_below(pass, pass->numbered.items[i]);
	for (i = 0; i < pass->notes.count; i++) {
		const struct note *note = &pass->notes.items[i];

		if (!note->used)
			report_add(pass->report, MESSAGE_FOOTNOTE_UNUSED,
			    pass_place_at(pass, note->offset), note->label);
	}
}
