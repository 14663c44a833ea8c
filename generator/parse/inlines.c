#include "parse/inlines.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "parse/tree.h"
#include "parse/walk.h"

#include <cmark.h>

/* What goes before a text, so that it begins no block of another kind and
 * defines no link. */
static const char GUARD[] = "x ";

/* Length of "<{link2}>" at the start of text, or 0. */
static size_t link_length(struct text text)
{
	size_t at = 2;

	if (!text_starts(text, TEXT("<{")))
		return 0;
	while (at < text.length &&
	    ((text.at[at] >= 'a' && text.at[at] <= 'z') ||
		(text.at[at] >= '0' && text.at[at] <= '9')))
		at++;
	return at > 2 && text_starts(text_after(text, at), TEXT("}>"))
	    ? at + 2
	    : 0;
}

/* Length of an escape of ours at the start of text, and what stands in for
 * it; 0 if there is none. */
static size_t escape_length(struct text *stand_in, struct masks *masks,
    struct text text)
{
	bool is_tilde = text_starts(text, TEXT("\\~"));

	if (!is_tilde && !text_starts(text, TEXT("\\[^")))
		return 0;
	masks_prepare(masks);
	*stand_in = is_tilde ? masks->tilde : masks->bracket;
	return stand_in->length;
}

/* A line end is a blank, unless a backslash makes it a break; true if one
 * does. */
static bool add_text(struct buffer *out, struct masks *masks,
    struct text text)
{
	bool breaks = false;
	size_t at = 0;

	while (at < text.length) {
		struct text rest = text_after(text, at);
		struct text stand_in;
		size_t length = escape_length(&stand_in, masks, rest);
		size_t link = link_length(rest);

		if (length > 0) {
			buffer_add(out, stand_in);
		} else if (rest.at[0] == '\\' && rest.length > 1) {
			length = 2;
			breaks = breaks || rest.at[1] == '\n';
			buffer_add(out, text_slice(rest, 0, length));
		} else if (link > 0) {
			length = link;
			buffer_add_string(out, "<" INLINES_LINK);
			buffer_add(out, text_slice(rest, 2, length - 4));
			buffer_add_char(out, '>');
		} else {
			length = 1;
			buffer_add_char(out,
			    rest.at[0] == '\n' ? ' ' : rest.at[0]);
		}
		at += length;
	}
	return breaks;
}

static bool has_blank_line(struct text text)
{
	size_t at = 0;

	while ((at = text_find_char(text, '\n', at)) != TEXT_NONE) {
		at++;
		while (at < text.length &&
		    (text.at[at] == ' ' || text.at[at] == '\t' ||
			text.at[at] == '\r'))
			at++;
		if (at < text.length && text.at[at] == '\n')
			return true;
	}
	return false;
}

/* Code and raw HTML have no links, whatever stands there. */
static void restore_literal(struct masks *masks, cmark_node *node)
{
	struct text rest = text_from(cmark_node_get_literal(node));
	const struct text stand_in = TEXT("<" INLINES_LINK);
	struct buffer out = { 0 };
	size_t at = text_find(rest, stand_in, 0);

	if (at == TEXT_NONE)
		return;
	for (; at != TEXT_NONE; at = text_find(rest, stand_in, 0)) {
		size_t end = text_find_char(rest, '>', at);

		buffer_add(&out, text_slice(rest, 0, at));
		rest = text_after(rest, at + stand_in.length);
		buffer_add_string(&out, "<{");
		if (end == TEXT_NONE)
			continue;
		end -= at + stand_in.length;
		buffer_add(&out, text_slice(rest, 0, end));
		buffer_add_string(&out, "}>");
		rest = text_after(rest, end + 1);
	}
	buffer_add(&out, rest);
	(void)cmark_node_set_literal(node,
	    text_string(masks->scratch, buffer_text(&out)));
	buffer_release(&out);
}

static void restore_literals(struct masks *masks, cmark_node *paragraph)
{
	struct walk walk = walk_children(paragraph);

	while (walk_next(&walk)) {
		cmark_node_type type = cmark_node_get_type(walk.node);

		if (walk.entering && (type == CMARK_NODE_CODE ||
			type == CMARK_NODE_HTML_INLINE))
			restore_literal(masks, walk.node);
	}
}

/* Takes the guard off. */
static cmark_node *unguarded(struct masks *masks, cmark_node *paragraph)
{
	cmark_node *first = cmark_node_first_child(paragraph);
	struct text text = text_from(cmark_node_get_literal(first));

	if (text.length > sizeof(GUARD) - 1)
		(void)cmark_node_set_literal(first,
		    text_string(masks->scratch,
			text_after(text, sizeof(GUARD) - 1)));
	else
		cmark_node_free(first);
	restore_literals(masks, paragraph);
	return paragraph;
}

/* One whose lines may begin other blocks. */
static cmark_node *parse_alone(struct masks *masks, struct text text)
{
	cmark_node *node = cmark_node_first_child(tree_more(text));

	if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH ||
	    cmark_node_next(node) != NULL)
		return NULL;
	return unguarded(masks, node);
}

/* A text on one line behind a guard cannot be but a paragraph, so those that
 * were added are as many paragraphs. */
void inlines_parse(struct cmark_node **paragraphs, struct masks *masks,
    const struct text *texts, size_t count)
{
	bool *together = arena_array(masks->scratch, bool, count);
	struct buffer batch = { 0 };
	cmark_node *node;
	size_t i;

	for (i = 0; i < count; i++) {
		size_t start = batch.length;
		struct text text = text_trim(texts[i]);

		paragraphs[i] = NULL;
		if (text.length == 0 || has_blank_line(text))
			continue;
		buffer_add_string(&batch, GUARD);
		if (add_text(&batch, masks, text)) {
			paragraphs[i] = parse_alone(masks,
			    text_after(buffer_text(&batch), start));
			buffer_cut(&batch, start);
			continue;
		}
		buffer_add_string(&batch, "\n\n");
		together[i] = true;
	}
	node = batch.length > 0
	    ? cmark_node_first_child(tree_more(buffer_text(&batch)))
	    : NULL;
	for (i = 0; i < count; i++) {
		if (!together[i])
			continue;
		paragraphs[i] = node;
		node = cmark_node_next(node);
		(void)unguarded(masks, paragraphs[i]);
	}
	buffer_release(&batch);
}
