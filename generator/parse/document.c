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

static void add_block(struct document_parser *parser, cmark_node *node)
{
	struct block *block = list_add(parser->scratch, &parser->blocks);

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

/* Comments are an author's notes: left out like all raw HTML, but without a
 * warning. */
static bool is_comment(cmark_node *html)
{
	struct text text = text_trim(text_from(cmark_node_get_literal(html)));

	return text_starts(text, TEXT("<!--")) &&
	    text_find(text, TEXT("-->"), 2) == text.length - 3;
}

static void check_html(struct document_parser *parser, cmark_node *html,
    size_t offset)
{
	if (!parser->options->raw_html && !is_comment(html))
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
	size_t offset = locate_link(&parser->locator, link);
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
	add_block(parser, node);
	locate_enter_lines(&parser->locator, extension->lines);
	tally_break(&parser->tally);
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
			*list_add(parser->scratch, &parser->hidden) = node;
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
		add_block(parser, node);
		locate_enter(&parser->locator, node);
		tally_break(&parser->tally);
		break;
	case CMARK_NODE_PARAGRAPH:
		add_block(parser, carrier(node));
		locate_enter(&parser->locator, node);
		tally_break(&parser->tally);
		break;
	case CMARK_NODE_CODE_BLOCK:
		add_block(parser, node);
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
	cmark_node *node = cmark_node_first_child(root);

	while (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK &&
	    is_comment(node))
		node = cmark_node_next(node);
	if (cmark_node_get_type(node) != CMARK_NODE_HEADING ||
	    cmark_node_get_heading_level(node) != 1)
		return;
	(void)outline_add(&parser->outline, node);
	parser->title = outline_take_title(&parser->outline);
	parser->title_next = cmark_node_next(node);
	parser->document->title = parser->title.title;
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
}

void document_parse(struct document *document, struct arena *arena,
    struct arena *scratch, struct report *report, const struct source *source,
    size_t start, const struct document_options *options)
{
	struct document_parser parser = {
		.document = document,
		.arena = arena,
		.scratch = scratch,
		.report = report,
		.options = options,
		.locator = locate_open(scratch, source, start),
		.outline = { .arena = arena,
		    .scratch = scratch,
		    .report = report,
		    .language = text_string(scratch, options->locale) },
		.pass = { .arena = arena,
		    .scratch = scratch,
		    .report = report,
		    .start = start },
	};
	struct masks *masks = &parser.pass.masks;
	cmark_node *root;

	*document = (struct document){ 0 };
	parser.outline.locator = &parser.locator;
	parser.pass.locator = &parser.locator;
	masks_apply(masks, scratch, source, start);
	root = tree_parse(scratch, text_after(masks->text, start));
	while (!masks_hold(masks, &parser.locator, root))
		root = tree_more(text_after(masks->text, start));
	passes_run(&parser.pass, root);
	take_title(&parser, root);
	collect(&parser, root);
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
	const struct block *found;
	struct text parts[2] = { { 0 } };
	char number[24];
	size_t at = sizeof(number);
	size_t rest;

	if (index == 0)
		return parts[0];
	found = &parser->blocks.items[index - 1];
	if (found->heading > 0)
		parts[0] = parser->outline.items[found->heading - 1].anchor;
	/* By hand: printf would be a third of the cost of rendering. */
	for (rest = found->ordinal; at == sizeof(number) || rest > 0;
	     rest /= 10)
		number[--at] = (char)('0' + rest % 10);
	number[--at] = '.';
	parts[1] = (struct text){ number + at, sizeof(number) - at };
	return text_join(parser->scratch, parts, 2);
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
