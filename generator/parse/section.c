#include "parse/parser.h"

#include <cmark.h>

enum { EXCERPT_LIMIT = 200 }; /* code points */

/* Moves what was written so far into the arena. */
static void take_body(struct document_parser *parser, struct body *body)
{
	struct body_writer *writer = &parser->writer;

	body->bytes = buffer_copy(&writer->bytes, parser->arena);
	body->hole_count = writer->holes.count;
	if (body->hole_count > 0)
		body->holes = arena_copy(parser->arena, writer->holes.items,
		    sizeof(struct hole) * body->hole_count);
	buffer_clear(&writer->bytes);
	writer->holes.count = 0;
}

/* False if there are none, or only raw HTML that is left out. */
static bool has_blocks(const struct document_parser *parser,
    cmark_node *first, const cmark_node *end)
{
	for (; first != end; first = cmark_node_next(first))
		if (parser->options->raw_html ||
		    cmark_node_get_type(first) != CMARK_NODE_HTML_BLOCK)
			return true;
	return false;
}

/* All annotations of count headings, and of the title for the introduction,
 * together. */
static void fill_annotations(struct document_parser *parser,
    struct section_text *section, const struct heading *headings,
    size_t count)
{
	const struct heading *title = &parser->title;
	size_t total = section->level == 0 ? title->annotation_count : 0;
	size_t i, j;

	for (i = 0; i < count; i++)
		total += headings[i].annotation_count;
	section->annotations =
	    arena_array(parser->arena, struct annotation, total);
	if (section->level == 0)
		for (j = 0; j < title->annotation_count; j++)
			section->annotations[section->annotation_count++] =
			    title->annotations[j];
	for (i = 0; i < count; i++)
		for (j = 0; j < headings[i].annotation_count; j++)
			section->annotations[section->annotation_count++] =
			    headings[i].annotations[j];
}

/* Counts what is to be told of a section's blocks, which are those under its
 * count headings from first on; blocks come in document order. */
static void fill_states(struct document_parser *parser,
    struct section_text *section, size_t first, size_t count)
{
	for (; parser->counted < parser->blocks.count; parser->counted++) {
		const struct block *block =
		    &parser->blocks.items[parser->counted];

		if (block->heading > first + count)
			break;
		if (block->shown == NULL)
			continue;
		section->stale_count +=
		    block->shown->state == TRANSLATION_STALE;
		section->missing_count +=
		    block->shown->state == TRANSLATION_MISSING;
		if (section->level > 0 && block->ordinal == 0 &&
		    block->heading == first + 1)
			section->title_state = block->shown->state;
	}
}

/* Renders a top-level block, and notes where it begins and what it is. */
static void add_body_block(struct document_parser *parser,
    struct body_blocks *blocks, cmark_node *node)
{
	struct body_block *block = &blocks->items[blocks->count];
	const struct extension *callout =
	    extension_if(node, EXTENSION_CALLOUT);

	*block = (struct body_block){ 0 };
	block->offset = (uint32_t)parser->writer.bytes.length;
	if (callout != NULL && callout->callout == CALLOUT_EXERCISE)
		block->kind = BODY_BLOCK_EXERCISE;
	if (callout != NULL && callout->callout == CALLOUT_FACILITATOR)
		block->kind = BODY_BLOCK_FACILITATOR;
	if (callout != NULL)
		block->minutes = callout->minutes < UINT16_MAX
		    ? (uint16_t)callout->minutes
		    : UINT16_MAX;
	parser->options->render_blocks(&parser->writer, parser, node, node);
	/* What is left out, such as raw HTML, is no block. */
	blocks->count += parser->writer.bytes.length > block->offset;
}

/* A heading goes where all that is under it goes. */
static void note_heading(struct body_block **heading,
    struct body_block *block, cmark_node *node)
{
	if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
		*heading = block;
	} else if (*heading != NULL && block->kind == BODY_BLOCK_EXERCISE) {
		(*heading)->kind = BODY_BLOCK_EXERCISE_HEADING;
	} else if (*heading != NULL) {
		(*heading)->kind = BODY_BLOCK_PLAIN;
		*heading = NULL;
	}
}

static void render_body(struct document_parser *parser,
    struct section_text *section, cmark_node *first, cmark_node *last)
{
	struct body_blocks *blocks = &section->blocks;
	struct body_block *heading = NULL;
	cmark_node *node, *end = cmark_node_next(last);
	size_t most = 0, count;

	for (node = first; node != end; node = cmark_node_next(node))
		most++;
	blocks->items = arena_array(parser->arena, struct body_block, most);
	for (node = first; node != end; node = cmark_node_next(node)) {
		count = blocks->count;
		add_body_block(parser, blocks, node);
		if (blocks->count > count)
			note_heading(&heading, &blocks->items[count], node);
	}
}

/* What trainers read of a section under the headings first to last. */
static void fill_trainer(struct document_parser *parser,
    struct section_text *section, size_t first, size_t last)
{
	struct body_blocks *blocks = &section->trainer_blocks;
	const struct trainer *trainers = parser->trainers.items;
	size_t i;

	if (parser->options->render_blocks == NULL ||
	    parser->trainers.count == 0)
		return;
	blocks->items = arena_array(
	    parser->arena, struct body_block, parser->trainers.count);
	for (i = 0; i < parser->trainers.count; i++)
		if (trainers[i].heading >= first &&
		    trainers[i].heading <= last)
			add_body_block(parser, blocks, trainers[i].node);
	take_body(parser, &section->trainer);
}

/* A section of the blocks from first up to, not including, end. */
static void fill_section(struct document_parser *parser,
    struct section_text *section, cmark_node *first, cmark_node *end)
{
	const struct document_options *options = parser->options;
	cmark_node *last = end != NULL
	    ? cmark_node_previous(end)
	    : cmark_node_last_child(cmark_node_parent(first));

	if (options->render_blocks != NULL)
		render_body(parser, section, first, last);
	take_body(parser, &section->body);
	plain_excerpt(&parser->writer.bytes, first, last, EXCERPT_LIMIT);
	section->excerpt = buffer_copy(&parser->writer.bytes, parser->arena);
	buffer_clear(&parser->writer.bytes);
}

static void fill_heading(struct document_parser *parser,
    struct section_text *section, const struct heading *heading)
{
	section->anchor = heading->anchor;
	section->address = parser_address(
	    parser, (size_t)(heading - parser->outline.items));
	section->title = heading->title;
	section->level = heading->level;
	section->place = parser_place(parser, heading->offset);
	if (parser->options->render_inlines != NULL)
		parser->options->render_inlines(&parser->writer, parser,
		    heading->node);
	take_body(parser, &section->title_body);
}

/* How many of the headings from the first on are of one section: those up to
 * the next that begins one. */
static size_t count_headings(const struct outline *outline, size_t first,
    size_t at)
{
	while (at < outline->count && !outline->items[at].begins_section)
		at++;
	return at - first;
}

/* Adds the section of count headings from first on; all but the introduction
 * (begin NULL) begin with the first of them. */
static void add_section(struct document_parser *parser, cmark_node *begin,
    cmark_node *root, size_t first, size_t count)
{
	struct document *document = parser->document;
	struct heading *headings = parser->outline.count > 0
	    ? parser->outline.items + first
	    : NULL;
	struct section_text *section =
	    &document->sections[document->section_count];
	cmark_node *end = NULL;
	cmark_node *block;
	size_t i;

	if (first + count < parser->outline.count)
		end = headings[count].node;
	if (begin != NULL) {
		block = cmark_node_next(begin);
		fill_heading(parser, section, headings);
	} else {
		block = cmark_node_first_child(root);
		if (!has_blocks(parser, block, end) &&
		    parser->title.annotation_count == 0)
			return;
		section->place = parser_place(parser,
		    locate_block(&parser->locator, block));
	}
	fill_annotations(parser, section, headings, count);
	fill_states(parser, section, first, count);
	if (block != end)
		fill_section(parser, section, block, end);
	fill_trainer(parser, section, first + (begin != NULL), first + count);
	parser_pieces(parser, document->section_count, begin,
	    block != end ? block : NULL,
	    end != NULL ? cmark_node_previous(end) : cmark_node_last_child(root));
	for (i = 0; i < count; i++)
		table_put(&document->anchors, parser->arena,
		    headings[i].anchor, section);
	for (i = 0; i < parser->outline.reserved.count; i++) {
		const struct reserved *reserved =
		    &parser->outline.reserved.items[i];

		if (reserved->heading >= first + (begin != NULL) &&
		    reserved->heading <= first + count &&
		    reserved->anchor->length > 0)
			table_put(&document->anchors, parser->arena,
			    *reserved->anchor, section);
	}
	document->section_count++;
}

void parser_sections(struct document_parser *parser, cmark_node *root)
{
	const struct outline *outline = &parser->outline;
	struct document *document = parser->document;
	size_t count = count_headings(outline, 0, 0);
	size_t most = 1;
	size_t i;

	for (i = 0; i < outline->count; i++)
		most += outline->items[i].begins_section;
	document->sections =
	    arena_array(parser->arena, struct section_text, most);
	add_section(parser, NULL, root, 0, count);
	for (i = count; i < outline->count; i += count) {
		count = count_headings(outline, i, i + 1);
		add_section(parser, outline->items[i].node, root, i, count);
	}
}

/* The footnotes that the text refers to. */
static cmark_node *notes_node(struct document_parser *parser)
{
	struct extension *extension;
	cmark_node *notes =
	    extension_node(&extension, parser->scratch, EXTENSION_NOTES);
	size_t i;

	for (i = 0; i < parser->pass.numbered.count; i++)
		(void)cmark_node_append_child(notes,
		    parser->pass.numbered.items[i]);
	return notes;
}

void parser_notes(struct document_parser *parser)
{
	const struct document_options *options = parser->options;
	cmark_node *notes;

	if (parser->pass.numbered.count == 0)
		return;
	notes = notes_node(parser);
	if (options->render_blocks != NULL)
		options->render_blocks(&parser->writer, parser, notes, notes);
	take_body(parser, &parser->document->notes);
}

/* All of a document that stands alone, with its title where it was. */
void parser_whole(struct document_parser *parser, cmark_node *root)
{
	const struct document_options *options = parser->options;
	cmark_node *title = parser->title.node;
	cmark_node *first;

	/* Both fail only where a heading cannot stand. */
	if (title != NULL && parser->title_next != NULL)
		(void)cmark_node_insert_before(parser->title_next, title);
	else if (title != NULL)
		(void)cmark_node_append_child(root, title);
	first = cmark_node_first_child(root);
	if (options->render_blocks != NULL && first != NULL)
		options->render_blocks(&parser->writer, parser, first,
		    cmark_node_last_child(root));
	take_body(parser, &parser->document->whole);
}
