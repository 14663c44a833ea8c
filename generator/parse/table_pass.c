/* Pipe tables.  cmark took each for a paragraph (or, above "---", for a
 * heading); its lines are taken from the source.  The cells of all tables are
 * parsed together as paragraphs of one text. */
#include "parse/pass.h"

#include "base/list.h"
#include "parse/braces.h"
#include "parse/pipe.h"
#include "parse/tree.h"

#include <cmark.h>
#include <string.h>

/* What goes before a cell, so that it begins no block of another kind. */
static const char GUARD[] = "x ";

/* A text that is to be parsed, and the node that gets its inlines. */
struct entry {
	cmark_node *node;
	int line; /* in the text of all entries */
	bool guarded;
};

struct batch {
	struct buffer text;
	int line;
	bool has_brackets;
	struct {
		struct entry *items;
		size_t count;
		size_t capacity;
	} entries;
};

struct lines {
	struct text *items; /* of the masked text, without marks of containers
	                       and blanks around */
	size_t count;
	size_t capacity;
};

static size_t quotation_depth(cmark_node *node)
{
	size_t depth = 0;

	for (; node != NULL; node = cmark_node_parent(node))
		depth += cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
	return depth;
}

/* The lines that a paragraph or heading consists of. */
static struct lines lines_of(struct pass *pass, cmark_node *node,
    struct text written)
{
	size_t start = (size_t)(written.at - pass->locator->source->bytes.at);
	struct text rest =
	    text_slice(pass->masks.text, start, written.length);
	size_t depth = quotation_depth(node);
	struct lines lines = { 0 };
	struct text line;

	while (text_cut(&line, &rest, '\n')) {
		size_t marks;

		line = text_trim(line);
		for (marks = lines.count > 0 ? depth : 0;
		     marks > 0 && line.length > 0 && line.at[0] == '>';
		     marks--)
			line = text_trim(text_after(line, 1));
		*list_add(pass->scratch, &lines) = line;
	}
	return lines;
}

/* The same bytes of the source. */
static struct text source_of(const struct pass *pass, struct text masked)
{
	return text_slice(pass->locator->source->bytes,
	    (size_t)(masked.at - pass->masks.text.at), masked.length);
}

static void batch_begin(struct pass *pass, struct batch *batch,
    cmark_node *node, bool guarded)
{
	struct entry *entry = list_add(pass->scratch, &batch->entries);

	entry->node = node;
	entry->line = batch->line + 1;
	entry->guarded = guarded;
	if (guarded)
		buffer_add_string(&batch->text, GUARD);
}

static void batch_end(struct batch *batch, int lines)
{
	buffer_add_string(&batch->text, "\n\n");
	batch->line += lines + 1;
}

/* "\|" is a pipe in a cell, also in code. */
static void batch_cell(struct pass *pass, struct batch *batch,
    cmark_node *node, struct text cell)
{
	size_t at;

	batch_begin(pass, batch, node, true);
	if (text_find_char(cell, '[', 0) != TEXT_NONE)
		batch->has_brackets = true;
	while ((at = text_find(cell, TEXT("\\|"), 0)) != TEXT_NONE) {
		buffer_add(&batch->text, text_slice(cell, 0, at));
		buffer_add_char(&batch->text, '|');
		cell = text_after(cell, at + 2);
	}
	buffer_add(&batch->text, cell);
	batch_end(batch, 1);
}

static cmark_node *add_cell(struct pass *pass, cmark_node *row,
    size_t column, bool header, struct text written)
{
	struct extension *extension;
	cmark_node *cell =
	    extension_node(&extension, pass->scratch, EXTENSION_CELL);

	extension->column = column;
	extension->header = header;
	extension->lines = written;
	(void)cmark_node_append_child(row, cell);
	return cell;
}

static void add_row(struct pass *pass, struct batch *batch,
    cmark_node *table, size_t columns, struct text line, bool header)
{
	struct extension *extension;
	cmark_node *row =
	    extension_node(&extension, pass->scratch, EXTENSION_ROW);
	struct cells cells = { 0 };
	size_t i;

	extension->header = header;
	(void)cmark_node_append_child(table, row);
	pipe_split(&cells, pass->scratch, line);
	for (i = 0; i < columns; i++) {
		struct text text = { 0 };
		cmark_node *cell;

		if (i < cells.count)
			text = cells.items[i];
		cell = add_cell(pass, row, i, header,
		    text.length > 0 ? source_of(pass, text) : text);
		if (text.length > 0)
			batch_cell(pass, batch, cell, text);
	}
	if (cells.count > columns)
		report_add(pass->report, MESSAGE_TABLE_ROW,
		    pass_place(pass,
			source_of(pass, cells.items[columns]).at),
		    text_format(pass->scratch, "%zu", cells.count),
		    text_format(pass->scratch, "%zu", columns));
}

/* The line of delimiters that has as many cells as the one before it, from 1;
 * 0: there is no table. */
static size_t find_delimiters(struct pass *pass, struct extension *table,
    const struct lines *lines)
{
	struct cells cells = { 0 };
	size_t i;

	for (i = 1; i < lines->count; i++) {
		if (!pipe_delimiters(&table->columns, &table->column_count,
			pass->scratch, lines->items[i]))
			continue;
		pipe_split(&cells, pass->scratch, lines->items[i - 1]);
		if (cells.count == table->column_count)
			return i;
	}
	return 0;
}

/* The last lines, from first on, are the caption: until captions_find they
 * are a block behind the table. */
static void add_caption(struct pass *pass, struct batch *batch,
    cmark_node *table, const struct lines *lines, size_t first)
{
	struct text last = lines->items[lines->count - 1];
	struct text text = lines->items[first];
	struct extension *extension;
	cmark_node *caption =
	    extension_node(&extension, pass->scratch, EXTENSION_CAPTION);
	size_t i;

	text.length = (size_t)(last.at + last.length - text.at);
	extension->lines = source_of(pass, text);
	(void)cmark_node_insert_after(table, caption);
	batch_begin(pass, batch, caption, true);
	for (i = first; i < lines->count; i++) {
		if (i > first)
			buffer_add_char(&batch->text, '\n');
		buffer_add(&batch->text, lines->items[i]);
	}
	batch_end(batch, (int)(lines->count - first));
	batch->has_brackets = true;
}

/* The lines before the header stay a paragraph, or are definitions of links,
 * which leave nothing. */
static void keep_before(struct pass *pass, struct batch *batch,
    cmark_node *paragraph, const struct lines *lines, size_t count)
{
	cmark_node *child;
	size_t i;

	while ((child = cmark_node_first_child(paragraph)) != NULL)
		cmark_node_free(child);
	batch_begin(pass, batch, paragraph, false);
	for (i = 0; i < count; i++) {
		if (i > 0)
			buffer_add_char(&batch->text, '\n');
		buffer_add(&batch->text, lines->items[i]);
	}
	batch_end(batch, (int)count);
	batch->has_brackets = true;
}

/* A heading whose first lines are a table was one only for the "---" below
 * it, which is a thematic break then. */
static cmark_node *replace(cmark_node *block, cmark_node *table,
    bool has_before)
{
	cmark_node *paragraph = block;

	(void)cmark_node_insert_after(block, table);
	if (cmark_node_get_type(block) == CMARK_NODE_HEADING) {
		(void)cmark_node_insert_after(table,
		    tree_node(CMARK_NODE_THEMATIC_BREAK));
		paragraph = tree_node(CMARK_NODE_PARAGRAPH);
		(void)cmark_node_replace(block, paragraph);
	}
	if (!has_before)
		cmark_node_unlink(paragraph);
	return paragraph;
}

/* How many lines of a heading are above the one of '-' that underlines
 * it; 0 if none does.  The last line that cmark counts may be beyond. */
static size_t lines_above(const struct lines *lines)
{
	size_t i, at;

	for (i = 0; i < lines->count; i++) {
		struct text line = lines->items[i];

		for (at = 0; at < line.length && line.at[at] == '-'; at++)
			;
		if (at > 0 && at == line.length)
			return i;
	}
	return 0;
}

/* A footnote may begin with the header. */
static struct text without_filler(const struct pass *pass, struct text line)
{
	while (line.length > 0 && line.at[0] == pass->masks.filler)
		line = text_after(line, 1);
	return text_trim(line);
}

static void find_table(struct pass *pass, struct batch *batch,
    cmark_node *block)
{
	bool is_heading = cmark_node_get_type(block) == CMARK_NODE_HEADING;
	struct text written = locate_lines(pass->locator, block);
	struct extension *extension;
	struct lines lines;
	struct text first;
	cmark_node *table, *before;
	size_t delimiters, i;

	if (text_find_char(written, '|', 0) == TEXT_NONE)
		return;
	lines = lines_of(pass, block, written);
	if (is_heading)
		lines.count = lines_above(&lines);
	if (lines.count < 2)
		return;
	first = lines.items[0];
	lines.items[0] = without_filler(pass, first);
	table = extension_node(&extension, pass->scratch, EXTENSION_TABLE);
	delimiters = find_delimiters(pass, extension, &lines);
	if (delimiters == 0)
		return;
	*list_add(pass->scratch, &pass->tables) = table;
	extension->number = pass->tables.count;
	before = replace(block, table, delimiters > 1);
	lines.items[0] = delimiters > 1 ? first : lines.items[0];
	if (delimiters > 1)
		keep_before(pass, batch, before, &lines, delimiters - 1);
	add_row(pass, batch, table, extension->column_count,
	    lines.items[delimiters - 1], true);
	for (i = delimiters + 1; i < lines.count; i++) {
		if (text_starts(lines.items[i], TEXT("Table: "))) {
			add_caption(pass, batch, table, &lines, i);
			break;
		}
		add_row(pass, batch, table, extension->column_count,
		    lines.items[i], false);
	}
}

/* The parsed inlines of an entry, without the guard. */
static void fill(struct pass *pass, const struct entry *entry,
    cmark_node *paragraph)
{
	cmark_node *first = cmark_node_first_child(paragraph);
	struct text text = text_from(cmark_node_get_literal(first));

	if (entry->guarded && text.length > sizeof(GUARD) - 1)
		(void)cmark_node_set_literal(first,
		    text_string(pass->scratch,
			text_after(text, sizeof(GUARD) - 1)));
	else if (entry->guarded)
		cmark_node_free(first);
	extension_move(entry->node, cmark_node_first_child(paragraph), NULL);
}

/* Without definitions of links the cells alone are parsed; else the document
 * follows them, so that they find its definitions as it does itself. */
static void parse_batch(struct pass *pass, struct batch *batch)
{
	struct text document = text_after(pass->masks.text, pass->start);
	cmark_node *node, *next;
	size_t i;

	if (batch->has_brackets &&
	    text_find(document, TEXT("]:"), 0) != TEXT_NONE)
		buffer_add(&batch->text, document);
	node = cmark_node_first_child(tree_more(buffer_text(&batch->text)));
	for (i = 0; i < batch->entries.count; i++) {
		const struct entry *entry = &batch->entries.items[i];

		if (node == NULL ||
		    cmark_node_get_start_line(node) != entry->line) {
			/* Nothing but definitions of links. */
			cmark_node_unlink(entry->node);
			continue;
		}
		next = cmark_node_next(node);
		fill(pass, entry, node);
		node = next;
	}
}

void tables_find(struct pass *pass)
{
	struct batch batch = { 0 };
	size_t i;

	for (i = 0; i < pass->leaves.count; i++)
		find_table(pass, &batch, pass->leaves.items[i]);
	if (batch.entries.count > 0)
		parse_batch(pass, &batch);
	buffer_release(&batch.text);
}
