/* Captions of tables, and figures. */
#include "parse/pass.h"

#include "parse/braces.h"
#include "parse/tree.h"

#include <cmark.h>

static const struct text MARK = { "Table: ", 7 };

/* Takes count bytes off the front of a text, and the blanks behind them. */
static void cut_front(struct pass *pass, cmark_node *node, size_t count)
{
	struct text rest =
	    text_after(text_from(cmark_node_get_literal(node)), count);

	while (rest.length > 0 && rest.at[0] == ' ')
		rest = text_after(rest, 1);
	if (rest.length > 0)
		(void)cmark_node_set_literal(node,
		    text_string(pass->scratch, rest)); /* it is a text */
	else
		cmark_node_free(node);
}

void caption_take(struct pass *pass, struct cmark_node *table,
    struct cmark_node *block, struct text lines)
{
	struct extension *of_table = extension_of(table);
	struct extension *extension;
	cmark_node *caption =
	    extension_node(&extension, pass->arena, EXTENSION_CAPTION);
	struct text attributes;
	struct braces braces;

	of_table->captioned = true;
	extension->lines = lines;
	extension_move(caption, cmark_node_first_child(block), NULL);
	cmark_node_unlink(block);
	if (braces_take(&attributes, pass->scratch,
		cmark_node_last_child(caption), lines)) {
		braces_read(&braces, pass->arena, pass->report,
		    pass->locator->source, BRACES_TABLE, attributes);
		of_table->anchor = braces.anchor;
		of_table->anchor_offset = braces.anchor_offset;
		of_table->do_dont = braces.do_dont;
	}
	if (cmark_node_first_child(caption) != NULL)
		(void)cmark_node_prepend_child(table, caption);
}

/* The lines of a block behind a table that begins with "Table: ", else the
 * empty text. */
static struct text caption_lines(struct pass *pass, cmark_node *block)
{
	struct extension *extension = extension_if(block, EXTENSION_CAPTION);
	struct text lines = { 0 };

	if (extension != NULL)
		return extension->lines;
	if (block != NULL &&
	    cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH &&
	    cmark_node_get_start_line(block) > 0)
		lines = locate_lines(pass->locator, block);
	return text_starts(lines, MARK) ? lines : (struct text){ 0 };
}

void captions_find(struct pass *pass)
{
	size_t i;

	for (i = 0; i < pass->tables.count; i++) {
		cmark_node *table = pass->tables.items[i];
		cmark_node *block = cmark_node_next(table);
		struct text lines = caption_lines(pass, block);
		cmark_node *first = cmark_node_first_child(block);

		if (extension_of(table)->captioned || lines.length == 0 ||
		    first == NULL ||
		    !text_starts(text_from(cmark_node_get_literal(first)),
			TEXT("Table:")))
			continue;
		cut_front(pass, first, MARK.length - 1);
		caption_take(pass, table, block, lines);
	}
}

void figures_find(struct pass *pass)
{
	size_t i;

	for (i = 0; i < pass->leaves.count; i++) {
		cmark_node *block = pass->leaves.items[i];
		cmark_node *image = cmark_node_first_child(block);
		struct extension *of_figure, *of_caption;
		cmark_node *figure, *caption, *text;

		if (cmark_node_get_type(block) != CMARK_NODE_PARAGRAPH ||
		    image == NULL || cmark_node_next(image) != NULL ||
		    cmark_node_get_type(image) != CMARK_NODE_IMAGE ||
		    cmark_node_get_title(image)[0] == '\0')
			continue;
		figure = extension_node(&of_figure, pass->scratch,
		    EXTENSION_FIGURE);
		of_figure->lines = locate_lines(pass->locator, block);
		caption = extension_node(&of_caption, pass->scratch,
		    EXTENSION_CAPTION);
		of_caption->lines = of_figure->lines;
		text = tree_node(CMARK_NODE_TEXT);
		(void)cmark_node_set_literal(text,
		    cmark_node_get_title(image));
		(void)cmark_node_set_title(image, "");
		(void)cmark_node_append_child(caption, text);
		(void)cmark_node_append_child(figure, image);
		(void)cmark_node_append_child(figure, caption);
		(void)cmark_node_replace(block, figure);
	}
}
