#include "parse/document.h"

#include "base/list.h"
#include "parse/locate.h"
#include "parse/outline.h"
#include "parse/pass.h"
#include "parse/plain.h"
#include "parse/target.h"
#include "parse/tree.h"
#include "parse/walk.h"

#include <cmark.h>

enum { EXCERPT_LIMIT = 200 }; /* code points */

/* An address: its heading by index + 1, 0 before any; and the number. */
struct block {
	size_t heading;
	size_t ordinal;
};

/* cmark's nodes carry, as user data, the index + 1 of their block (headings,
 * paragraphs, items, code blocks) or of their reference (links, images); ours
 * a struct extension. */
struct document_parser {
	struct document *document;
	struct arena *arena;
	struct arena *scratch;
	struct report *report;
	const struct document_options *options;
	struct locator locator;
	struct outline outline;
	struct pass pass;
	struct nodes hidden; /* what is not rendered where it stands */
	struct heading title; /* no node: there is none */
	cmark_node *title_next; /* the block behind it, or NULL */
	struct {
		struct reference *items;
		size_t count;
		size_t capacity;
	} references;
	struct {
		struct block *items;
		size_t count;
		size_t capacity;
	} blocks;
	size_t ordinal; /* of the block added last */
	struct tally tally;
	struct body_writer writer;
};

static struct place place_at(const struct document_parser *parser,
    size_t offset)
{
	return (struct place){ parser->locator.source, offset };
}

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
		    place_at(parser, offset));
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
	reference->place = place_at(parser, offset);
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

/* A section of the blocks from first up to, not including, end. */
static void fill_section(struct document_parser *parser,
    struct section_text *section, cmark_node *first, cmark_node *end)
{
	const struct document_options *options = parser->options;
	cmark_node *last = end != NULL
	    ? cmark_node_previous(end)
	    : cmark_node_last_child(cmark_node_parent(first));

	if (options->render_blocks != NULL && !options->alone)
		options->render_blocks(&parser->writer, parser, first, last);
	take_body(parser, &section->body);
	plain_excerpt(&parser->writer.bytes, first, last, EXCERPT_LIMIT);
	section->excerpt = buffer_copy(&parser->writer.bytes, parser->arena);
	buffer_clear(&parser->writer.bytes);
}

static void fill_heading(struct document_parser *parser,
    struct section_text *section, const struct heading *heading)
{
	section->anchor = heading->anchor;
	section->title = heading->title;
	section->level = heading->level;
	section->place = place_at(parser, heading->offset);
	if (parser->options->render_inlines != NULL &&
	    !parser->options->alone)
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
		section->place = place_at(parser,
		    locate_block(&parser->locator, block));
	}
	fill_annotations(parser, section, headings, count);
	if (block != end)
		fill_section(parser, section, block, end);
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

static void add_sections(struct document_parser *parser, cmark_node *root)
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

static void fill_notes(struct document_parser *parser)
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
static void fill_whole(struct document_parser *parser, cmark_node *root)
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
	cmark_node *root;

	*document = (struct document){ 0 };
	parser.outline.locator = &parser.locator;
	parser.pass.locator = &parser.locator;
	masks_apply(&parser.pass.masks, scratch, source, start);
	root = tree_parse(scratch, text_after(parser.pass.masks.text, start));
	passes_run(&parser.pass, root);
	take_title(&parser, root);
	collect(&parser, root);
	hide_blocks(&parser);
	add_sections(&parser, root);
	fill_notes(&parser);
	if (options->alone)
		fill_whole(&parser, root);
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
