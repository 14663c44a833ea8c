#include "render/body_text.h"

#include "parse/walk.h"

#include <cmark.h>
#include <string.h>

static const char *reference_of(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	default:
		return "&quot;";
	}
}

/* cmark's two escapers differ from ours (render/escape.h) in bytes but not in
 * safety: text and attribute values are escaped alike. */
void body_text_escape(struct buffer *out, struct text text)
{
	/* A set of bytes below 64. */
	const uint64_t escaped = UINT64_C(1) << '&' | UINT64_C(1) << '<' |
	    UINT64_C(1) << '>' | UINT64_C(1) << '"';
	size_t start = 0;
	size_t i;

	for (i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if (c >= 64 || (escaped >> c & 1) == 0)
			continue;
		buffer_add(out, text_slice(text, start, i - start));
		buffer_add_string(out, reference_of(text.at[i]));
		start = i + 1;
	}
	buffer_add(out, text_after(text, start));
}

static bool is_inline(cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG:
	case CMARK_NODE_LINK:
	case CMARK_NODE_CUSTOM_INLINE:
		return true;
	default:
		return false;
	}
}

static void collect_node(struct body_text *text, struct buffer *bytes,
    cmark_node *node)
{
	struct body_piece *piece;

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		piece = list_add(text->scratch, &text->pieces);
		piece->node = node;
		piece->begin = bytes->length;
		buffer_add_string(bytes, cmark_node_get_literal(node));
		piece->end = bytes->length;
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		buffer_add_char(bytes, '\n');
		break;
	case CMARK_NODE_CODE:
	case CMARK_NODE_IMAGE:
		buffer_add_string(bytes, TYPOGRAPHY_OBJECT);
		break;
	default:
		break;
	}
}

/* Collects the text of the whole block that node is in. */
static void prepare(struct body_text *text, cmark_node *node)
{
	struct buffer *bytes = typographer_begin(text->typographer);
	cmark_node *block = cmark_node_parent(node);
	cmark_node *image = NULL;
	struct walk walk;

	while (is_inline(block))
		block = cmark_node_parent(block);
	text->pieces.count = 0;
	text->next_piece = 0;
	text->next_edit = 0;
	walk = walk_children(block);
	while (walk_next(&walk)) {
		if (image == NULL && walk.entering)
			collect_node(text, bytes, walk.node);
		if (cmark_node_get_type(walk.node) != CMARK_NODE_IMAGE)
			continue;
		/* What is in an image is an attribute. */
		if (image == NULL)
			image = walk.node;
		else if (image == walk.node)
			image = NULL;
	}
	text->edits = typographer_set(text->typographer, &text->edit_count,
	    cmark_node_get_type(block) == CMARK_NODE_HEADING);
}

/* The piece of a node. */
static const struct body_piece *piece_of(struct body_text *text,
    cmark_node *node)
{
	size_t i = text->next_piece;

	if (i == text->pieces.count || text->pieces.items[i].node != node) {
		prepare(text, node);
		for (i = 0; text->pieces.items[i].node != node; i++)
			continue;
	}
	text->next_piece = i + 1;
	return &text->pieces.items[i];
}

static void add_piece(struct body_text *text, struct buffer *out,
    const struct body_piece *piece, struct text literal)
{
	size_t at = piece->begin;
	size_t i = text->next_edit;

	for (; i < text->edit_count && text->edits[i].at < piece->end; i++) {
		const struct typography_edit *edit = &text->edits[i];

		/* What reaches over two nodes is left alone. */
		if (edit->at < at || edit->at + edit->length > piece->end)
			continue;
		body_text_escape(out, text_slice(literal, at - piece->begin,
		    edit->at - at));
		buffer_add_string(out, edit->before);
		at = edit->at + edit->length;
		if (edit->after == NULL)
			continue;
		body_text_escape(out, text_slice(literal,
		    edit->at - piece->begin, edit->length));
		buffer_add_string(out, edit->after);
	}
	body_text_escape(out, text_after(literal, at - piece->begin));
	text->next_edit = i;
}

void body_text_add(struct body_text *text, struct buffer *out,
    cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);

	if (text->typographer != NULL)
		add_piece(text, out, piece_of(text, node), text_from(literal));
	/* Most text has nothing to escape; strcspn is quick to see it. */
	else if (literal[strcspn(literal, "&<>\"")] == '\0')
		buffer_add_string(out, literal);
	else
		body_text_escape(out, text_from(literal));
}
