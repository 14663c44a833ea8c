#include "parse/parser.h"

#include "base/list.h"
#include "parse/target.h"
#include "parse/tree.h"
#include "parse/walk.h"

#include <cmark.h>

static void set_index(cmark_node *node, size_t index)
{
	struct extension *extension = extension_of(node);

	if (extension != NULL) {
		extension->block = index + 1;
		return;
	}
	/* It fails only without a node. */
	(void)cmark_node_set_user_data(node, (void *)(uintptr_t)(index + 1));
}

/* The index that was set plus 1; 0 if none was. */
static size_t index_of(cmark_node *node)
{
	const struct extension *extension = extension_of(node);

	if (extension != NULL)
		return extension->block;
	return (size_t)(uintptr_t)cmark_node_get_user_data(node);
}

/* Of a paragraph or heading of cmark's, from the passes. */
static const struct shown *shown_of(cmark_node *node)
{
	const struct leaf *leaf = cmark_node_get_user_data(node);

	return leaf != NULL ? leaf->shown : NULL;
}

static void add_block(struct document_parser *parser, cmark_node *node,
    const struct shown *shown)
{
	struct block *block = list_add(parser->scratch, &parser->blocks);

	block->shown = shown;

	block->heading = parser->outline.count;
	block->ordinal = parser->ordinal++;
	set_index(node, parser->blocks.count - 1);
}

/* The node whose element shows the address of a paragraph. */
static cmark_node *carrier(cmark_node *paragraph)
{
	cmark_node *item = cmark_node_parent(paragraph);

	if (cmark_node_get_type(item) == CMARK_NODE_ITEM &&
	    cmark_node_get_list_tight(cmark_node_parent(item)) &&
	    index_of(item) == 0)
		return item;
	return paragraph;
}

static void add_paragraph(struct document_parser *parser,
    cmark_node *paragraph)
{
	const struct shown *shown = shown_of(paragraph);

	(void)cmark_node_set_user_data(paragraph, NULL);
	add_block(parser, carrier(paragraph), shown);
}

static void check_html(struct document_parser *parser, cmark_node *html,
    size_t offset)
{
	if (!parser->options->raw_html && !pass_is_comment(html))
		report_add(parser->report, MESSAGE_RAW_HTML,
		    parser_place(parser, offset));
}

/* A document that stands alone is a test of its Markdown, no page. */
static void check_image(struct document_parser *parser, cmark_node *image,
    struct place place)
{
	struct buffer words = { 0 };

	plain_text(&words, image);
	if (words.length == 0 && !parser->options->alone)
		report_add(parser->report, MESSAGE_IMAGE_ALT, place);
	buffer_release(&words);
}

static void add_reference(struct document_parser *parser, cmark_node *link)
{
	struct reference *reference =
	    list_add(parser->scratch, &parser->references);
	/* In a translation they know where they come from. */
	size_t known = index_of(link);
	size_t offset = known > 0 ? known - 1
				  : locate_link(&parser->locator, link);
	struct text scheme;

	reference->is_image = cmark_node_get_type(link) == CMARK_NODE_IMAGE;
	reference->place = parser_place(parser, offset);
	set_index(link, parser->references.count - 1);
	if (reference->is_image)
		check_image(parser, link, reference->place);
	switch (target_read(reference, parser->arena, &scheme,
	    cmark_node_get_url(link))) {
	case TARGET_FINE:
		break;
	case TARGET_SCHEME:
		report_add(parser->report, MESSAGE_URL_SCHEME,
		    reference->place, scheme);
		break;
	case TARGET_IMAGE:
		report_add(parser->report, MESSAGE_IMAGE_EXTERNAL,
		    reference->place);
		break;
	}
}

/* A block of ours that has inlines has an address, unless it is empty. */
static void enter_inlines(struct document_parser *parser, cmark_node *node,
    const struct extension *extension)
{
	if (cmark_node_first_child(node) == NULL)
		return;
	add_block(parser, node, extension->shown);
	locate_enter_lines(&parser->locator, extension->lines);
	tally_break(&parser->tally);
}

static void hide_for_trainers(struct document_parser *parser,
    cmark_node *node)
{
	*list_add(parser->scratch, &parser->hidden) = node;
	*list_add(parser->scratch, &parser->trainers) = (struct trainer){
		node, parser->outline.count
	};
}

static void enter_extension(struct document_parser *parser, cmark_node *node,
    struct extension *extension)
{
	const struct outline *outline = &parser->outline;

	switch (extension->kind) {
	case EXTENSION_TERM:
	case EXTENSION_CELL:
	case EXTENSION_CAPTION:
	case EXTENSION_CALLOUT_TITLE:
	case EXTENSION_FIGURE:
		enter_inlines(parser, node, extension);
		break;
	case EXTENSION_CALLOUT:
		extension->level = outline->count > 0
		    ? outline->items[outline->count - 1].level
		    : 1;
		if (extension->callout == CALLOUT_FACILITATOR)
			hide_for_trainers(parser, node);
		/* fallthrough */
	case EXTENSION_TABLE:
		if (!text_is_empty(extension->anchor))
			outline_reserve(&parser->outline, &extension->anchor,
			    extension->anchor_offset);
		break;
	case EXTENSION_NOTE:
		*list_add(parser->scratch, &parser->hidden) = node;
		break;
	case EXTENSION_DEFINITIONS:
	case EXTENSION_ROW:
	case EXTENSION_NOTES:
	case EXTENSION_TASK:
	case EXTENSION_STRIKE:
	case EXTENSION_NOTE_REFERENCE:
		break;
	}
}

static void enter_node(struct document_parser *parser, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_HEADING:
		(void)outline_add(&parser->outline, node);
		parser->ordinal = 0;
		add_block(parser, node, shown_of(node));
		locate_enter(&parser->locator, node);
		tally_break(&parser->tally);
		break;
	case CMARK_NODE_PARAGRAPH:
		add_paragraph(parser, node);
		locate_enter(&parser->locator, node);
		tally_break(&parser->tally);
		break;
	case CMARK_NODE_CODE_BLOCK:
		add_block(parser, node, NULL);
		break;
	case CMARK_NODE_HTML_BLOCK:
		check_html(parser, node, locate_block(&parser->locator, node));
		break;
	case CMARK_NODE_CODE:
		locate_code(&parser->locator, node);
		tally_add(&parser->tally,
		    text_from(cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_TEXT:
		tally_add(&parser->tally,
		    text_from(cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		tally_break(&parser->tally);
		break;
	case CMARK_NODE_HTML_INLINE:
		check_html(parser, node, locate_html(&parser->locator, node));
		break;
	case CMARK_NODE_CUSTOM_BLOCK:
	case CMARK_NODE_CUSTOM_INLINE:
		enter_extension(parser, node, extension_of(node));
		break;
	default:
		break;
	}
}

/* The one walk over the whole tree: headings, addresses, references, counts;
 * in document order, on which all of them rest. */
static void collect(struct document_parser *parser, cmark_node *root)
{
	struct walk walk = walk_children(root);

	parser->ordinal = 1;
	while (walk_next(&walk)) {
		cmark_node_type type = cmark_node_get_type(walk.node);

		if (walk.entering)
			enter_node(parser, walk.node);
		else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
			add_reference(parser, walk.node);
	}
	outline_finish(&parser->outline);
	if (parser->options->address_count == parser->outline.count) {
		parser->document->address_anchors =
		    parser->options->address_anchors;
		parser->document->address_count = parser->outline.count;
	}
}

/* Footnotes are rendered at the end, what is for trainers not at all. */
static void hide_blocks(struct document_parser *parser)
{
	size_t i;

	for (i = 0; i < parser->hidden.count; i++)
		cmark_node_unlink(parser->hidden.items[i]);
}

/* Takes a level-1 heading that no block is before out of the tree. */
static void take_title(struct document_parser *parser, cmark_node *root)
{
	cmark_node *node = pass_title(root);

	if (node == NULL)
		return;
	(void)outline_add(&parser->outline, node);
	parser->title = outline_take_title(&parser->outline);
	parser->title_next = cmark_node_next(node);
	parser->document->title = parser->title.title;
	(void)cmark_node_set_user_data(node, NULL);
	cmark_node_unlink(node);
}

/* Copies what was collected in scratch memory. */
static void finish(struct document_parser *parser)
{
	struct document *document = parser->document;
	const struct outline *outline = &parser->outline;
	size_t count = outline->count;
	struct text *names = arena_array(parser->arena, struct text,
	    count + outline->reserved.count);
	size_t i;

	for (i = 0; i < count; i++)
		names[i] = outline->items[i].anchor;
	for (i = 0; i < outline->reserved.count; i++)
		if (outline->reserved.items[i].anchor->length > 0)
			names[count++] = *outline->reserved.items[i].anchor;
	document->anchor_names = names;
	document->anchor_count = count;
	document->reference_count = parser->references.count;
	document->references = arena_copy(parser->arena,
	    parser->references.items,
	    sizeof(struct reference) * parser->references.count);
	document->word_count = parser->tally.words;
	document->syllable_count = parser->tally.syllables;
	document->block_count = parser->blocks.count;
	buffer_release(&parser->writer.bytes);
	report_release(&parser->unsaid);
}

/* The block of a node, or NULL: of a paragraph without an element that of
 * its item. */
static const struct block *block_of(const struct document_parser *parser,
    cmark_node *node)
{
	size_t index = index_of(node);

	if (index == 0 && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH)
		index = index_of(cmark_node_parent(node));
	return index > 0 ? &parser->blocks.items[index - 1] : NULL;
}

/* The anchor of the section that a heading, by index + 1, is in. */
static struct text section_anchor(const struct outline *outline,
    size_t heading)
{
	while (heading > 0 && !outline->items[heading - 1].begins_section)
		heading--;
	return heading > 0 ? outline->items[heading - 1].anchor
			   : (struct text){ 0 };
}

struct text parser_address(const struct document_parser *parser,
    size_t heading)
{
	const struct document *document = parser->document;

	return document->address_anchors != NULL
	    ? document->address_anchors[heading]
	    : parser->outline.items[heading].anchor;
}

static struct text address_of(const struct document_parser *parser,
    struct arena *arena, const struct block *block)
{
	struct text parts[2] = { { 0 } };
	char number[24];
	size_t at = sizeof(number);
	size_t rest;

	if (block->heading > 0)
		parts[0] = parser_address(parser, block->heading - 1);
	/* By hand: printf would be a third of the cost of rendering. */
	for (rest = block->ordinal; at == sizeof(number) || rest > 0;
	     rest /= 10)
		number[--at] = (char)('0' + rest % 10);
	number[--at] = '.';
	parts[1] = (struct text){ number + at, sizeof(number) - at };
	return text_join(arena, parts, 2);
}

/* Copies the messages, now that their addresses are known. */
static void keep_messages(struct document_parser *parser)
{
	struct pass *pass = &parser->pass;
	struct document *document = parser->document;
	size_t first = pass->messages.count - pass->message_nodes.count;
	struct block_message *kept = arena_array(parser->arena,
	    struct block_message, pass->messages.count);
	size_t i;

	for (i = 0; i < pass->messages.count; i++) {
		const struct block *block = NULL;

		kept[i] = pass->messages.items[i];
		kept[i].id = text_copy(parser->arena, kept[i].id);
		if (kept[i].context.at != NULL)
			kept[i].context =
			    text_copy(parser->arena, kept[i].context);
		if (i >= first)
			block = block_of(parser,
			    pass->message_nodes.items[i - first]);
		if (block == NULL)
			continue;
		kept[i].address = address_of(parser, parser->arena, block);
		kept[i].anchor =
		    section_anchor(&parser->outline, block->heading);
	}
	document->messages = kept;
	document->message_count = pass->messages.count;
}

void document_parse(struct document *document, struct arena *arena,
    struct arena *scratch, struct report *report, const struct source *source,
    size_t start, const struct document_options *options)
{
	struct document_parser parser = {
		.document = document,
		.arena = arena,
		.scratch = scratch,
		.options = options,
		.locator = locate_open(scratch, source, start),
		.outline = { .arena = arena,
		    .scratch = scratch,
		    .anchors = options->anchors,
		    .anchor_count = options->anchor_count,
		    .language = text_string(scratch, options->locale) },
		.pass = { .arena = arena,
		    .scratch = scratch,
		    .options = options,
		    .document = document,
		    .faults = report,
		    .start = start },
	};
	struct masks *masks = &parser.pass.masks;
	cmark_node *root;

	*document = (struct document){ 0 };
	parser.report = options->translator != NULL ? &parser.unsaid : report;
	parser.outline.report = parser.report;
	parser.pass.report = parser.report;
	parser.outline.locator = &parser.locator;
	parser.pass.locator = &parser.locator;
	masks_apply(masks, scratch, source, start);
	root = tree_parse(scratch, text_after(masks->text, start));
	while (!masks_hold(masks, &parser.locator, root))
		root = tree_more(text_after(masks->text, start));
	passes_run(&parser.pass, root);
	take_title(&parser, root);
	collect(&parser, root);
	if (options->collect_messages)
		keep_messages(&parser);
	hide_blocks(&parser);
	if (options->alone)
		parser_whole(&parser, root);
	else
		parser_sections(&parser, root);
	parser_notes(&parser);
	tree_done();
	finish(&parser);
}

const struct reference *document_reference(
    const struct document_parser *parser, size_t *index,
    struct cmark_node *link)
{
	size_t at = index_of(link) - 1;

	if (index != NULL)
		*index = at;
	return &parser->references.items[at];
}

struct text document_anchor(const struct document_parser *parser,
    struct cmark_node *heading)
{
	size_t block = index_of(heading);

	if (block == 0)
		return (struct text){ 0 };
	return parser->outline
	    .items[parser->blocks.items[block - 1].heading - 1]
	    .anchor;
}

struct text document_address(const struct document_parser *parser,
    struct cmark_node *block)
{
	size_t index = index_of(block);

	if (index == 0)
		return (struct text){ 0 };
	return address_of(parser, parser->scratch,
	    &parser->blocks.items[index - 1]);
}

const struct shown *document_shown(const struct document_parser *parser,
    struct cmark_node *block)
{
	const struct block *found = block_of(parser, block);

	return found != NULL ? found->shown : NULL;
}

const struct document_options *document_options(
    const struct document_parser *parser)
{
	return parser->options;
}

struct arena *document_scratch(const struct document_parser *parser)
{
	return parser->scratch;
}

bool document_allows_html(const struct document_parser *parser)
{
	return parser->options->raw_html;
}

bool document_is_alone(const struct document_parser *parser)
{
	return parser->options->alone;
}

struct typographer *document_typographer(const struct document_parser *parser)
{
	return parser->options->typographer;
}
