/* What a section says in plain words, block by block, for search. */
#include "parse/parser.h"

#include "base/list.h"
#include "parse/walk.h"

#include <cmark.h>

struct pieces {
	struct document_parser *parser;
	size_t section;
	enum piece_field field; /* of the block under way */
	struct buffer text;     /* of it, so far */
	struct nodes notes;     /* footnotes that the section refers to first */
};

/*
 * Bytes at the start of text that show nothing: a soft hyphen, a word joiner,
 * a byte order mark, marks of direction.  ZWNJ and ZWJ belong to words, and a
 * blank without width parts them.
 */
static size_t invisible(struct text text)
{
	const unsigned char *at = (const unsigned char *)text.at;

	if (text.length >= 2 && at[0] == 0xC2 && at[1] == 0xAD)
		return 2;
	if (text.length < 3)
		return 0;
	if (at[0] == 0xE2 && at[1] == 0x80 &&
	    (at[2] == 0x8E || at[2] == 0x8F || (at[2] >= 0xAA && at[2] <= 0xAE)))
		return 3;
	if (at[0] == 0xE2 && at[1] == 0x81 && at[2] >= 0xA0 && at[2] <= 0xAF)
		return 3;
	return at[0] == 0xEF && at[1] == 0xBB && at[2] == 0xBF ? 3 : 0;
}

static void add_visible(struct buffer *buffer, struct text text)
{
	size_t start = 0, at = 0;

	while (at < text.length) {
		unsigned char c = (unsigned char)text.at[at];
		size_t length = c == 0xC2 || c == 0xE2 || c == 0xEF
		    ? invisible(text_after(text, at))
		    : 0;

		if (length == 0) {
			at++;
			continue;
		}
		buffer_add(buffer, text_slice(text, start, at - start));
		at += length;
		start = at;
	}
	buffer_add(buffer, text_slice(text, start, at - start));
}

static void add_note(struct pieces *pieces, cmark_node *node)
{
	struct document_parser *parser = pieces->parser;
	const struct extension *extension =
	    extension_if(node, EXTENSION_NOTE_REFERENCE);

	if (extension != NULL && extension->number > 0 && extension->use == 1)
		*list_add(parser->scratch, &pieces->notes) =
		    parser->pass.numbered.items[extension->number - 1];
}

/* A border of a block ends what was said so far. */
static void flush(struct pieces *pieces)
{
	const struct document_options *options = pieces->parser->options;
	struct text text = text_trim(buffer_text(&pieces->text));

	if (text.length > 0)
		options->take_piece(options->reader, pieces->section,
		    pieces->field, text);
	buffer_clear(&pieces->text);
	pieces->field = PIECE_BODY;
}

static void enter(struct pieces *pieces, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
	case CMARK_NODE_CODE_BLOCK:
		add_visible(&pieces->text,
		    text_from(cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		buffer_add_char(&pieces->text, ' ');
		break;
	case CMARK_NODE_HEADING:
		pieces->field = PIECE_HEADING;
		break;
	case CMARK_NODE_CUSTOM_INLINE:
		add_note(pieces, node);
		break;
	default:
		break;
	}
}

static bool is_missing(const struct document_parser *parser, cmark_node *node)
{
	const struct shown *shown;

	if (parser->options->translator == NULL || !pass_holds_inlines(node))
		return false;
	shown = document_shown(parser, node);
	return shown != NULL && shown->state == TRANSLATION_MISSING;
}

static void add_blocks(struct pieces *pieces, struct walk walk)
{
	while (walk_next(&walk)) {
		bool is_block =
		    cmark_node_get_type(walk.node) <= CMARK_NODE_LAST_BLOCK;

		/* Of another language; its readers find it. */
		if (walk.entering && is_missing(pieces->parser, walk.node))
			walk.entering = false;
		/* Code blocks are entered and left like any other. */
		if (is_block)
			flush(pieces);
		if (walk.entering)
			enter(pieces, walk.node);
	}
	flush(pieces);
}

void parser_pieces(struct document_parser *parser, size_t section,
    struct cmark_node *heading, struct cmark_node *first,
    struct cmark_node *last)
{
	struct pieces pieces = { .parser = parser, .section = section };
	struct walk walk;
	size_t i;

	if (parser->options->take_piece == NULL)
		return;
	if (heading != NULL) {
		walk = walk_children(heading);
		while (walk_next(&walk))
			if (walk.entering)
				add_note(&pieces, walk.node);
	}
	if (first != NULL)
		add_blocks(&pieces, walk_siblings(first, last));
	/* A footnote may refer to others. */
	for (i = 0; i < pieces.notes.count; i++)
		add_blocks(&pieces, walk_children(pieces.notes.items[i]));
	buffer_release(&pieces.text);
}
