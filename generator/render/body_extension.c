#include "render/body_extension.h"

#include "base/list.h"
#include "parse/extension.h"
#include "render/body_mark.h"
#include "render/body_message.h"
#include "render/escape.h"

#include <cmark.h>

struct writer {
	struct body_writer *out;
	struct document_parser *parser;
	cmark_node *node;
	const struct extension *extension;
};

static void add(struct writer *writer, const char *html)
{
	buffer_add_string(&writer->out->bytes, html);
}

/* Begins a new line unless one has just begun. */
static void add_line(struct writer *writer)
{
	const struct buffer *bytes = &writer->out->bytes;

	if (bytes->length > 0 && bytes->bytes[bytes->length - 1] != '\n')
		buffer_add_char(&writer->out->bytes, '\n');
}

static void add_attribute(struct writer *writer, const char *name,
    struct text value)
{
	if (text_is_empty(value))
		return;
	buffer_format(&writer->out->bytes, " %s=\"", name);
	escape_attribute(&writer->out->bytes, value);
	add(writer, "\"");
}

static void add_address(struct writer *writer)
{
	add_attribute(writer, "data-b",
	    document_address(writer->parser, writer->node));
}

static struct hole *add_hole(struct writer *writer, enum hole_kind kind,
    size_t number)
{
	struct hole *hole = list_add(document_scratch(writer->parser),
	    &writer->out->holes);

	hole->offset = writer->out->bytes.length;
	hole->kind = kind;
	hole->number = number;
	return hole;
}

static void add_message(struct writer *writer, enum body_message message,
    size_t number)
{
	add_hole(writer, HOLE_MESSAGE, number)->message = message;
}

static void add_glyph(struct writer *writer, const char *name)
{
	buffer_format(&writer->out->bytes,
	    "<svg class=\"glyph\" aria-hidden=\"true\"><use href=\"#g-%s\" />"
	    "</svg>",
	    name);
}

static void begin_inlines(struct writer *writer)
{
	body_mark_begin_inlines(writer->out, writer->parser, writer->node);
}

static void end_inlines(struct writer *writer)
{
	body_mark_end_inlines(writer->out, writer->parser, writer->node);
}

static void add_definitions(struct writer *writer, bool entering)
{
	if (entering)
		add_line(writer);
	add(writer, entering ? "<dl>\n" : "</dl>\n");
}

static void add_term(struct writer *writer, bool entering)
{
	if (!entering) {
		end_inlines(writer);
		add(writer, "</dt>\n");
		return;
	}
	add_line(writer);
	add(writer, "<dt");
	add_address(writer);
	add(writer, ">");
	begin_inlines(writer);
}

/* Tables that are too wide, be it for their longest word only, scroll in a box
 * of their own, which the keyboard must reach. */
static void add_table(struct writer *writer, bool entering)
{
	const struct extension *table = writer->extension;
	bool has_caption = extension_if(cmark_node_first_child(writer->node),
			       EXTENSION_CAPTION) != NULL;

	if (!entering) {
		if (cmark_node_next(cmark_node_first_child(writer->node)) !=
			NULL &&
		    !extension_of(cmark_node_last_child(writer->node))->header)
			add(writer, "</tbody>\n");
		add(writer, "</table>\n</div>\n");
		return;
	}
	add_line(writer);
	add(writer, "<div class=\"table\"");
	add_attribute(writer, "id", table->anchor);
	add(writer, " tabindex=\"0\"");
	if (has_caption)
		buffer_format(&writer->out->bytes,
		    " role=\"region\" aria-labelledby=\"table.%zu\"",
		    table->number);
	add(writer, table->do_dont ? ">\n<table class=\"do-dont\">\n"
				   : ">\n<table>\n");
}

static void add_row(struct writer *writer, bool entering)
{
	cmark_node *before = cmark_node_previous(writer->node);

	if (!entering) {
		add(writer, "</tr>\n");
		if (writer->extension->header)
			add(writer, "</thead>\n");
		return;
	}
	add_line(writer);
	if (writer->extension->header)
		add(writer, "<thead>\n");
	else if (extension_of(before)->header)
		add(writer, "<tbody>\n");
	add(writer, "<tr>\n");
}

/* The header of an empty column, such as that above row headings, is none. */
static void add_cell(struct writer *writer, bool entering)
{
	static const char *const classes[] = {
		[COLUMN_PLAIN] = "",
		[COLUMN_START] = " class=\"align-start\"",
		[COLUMN_CENTER] = " class=\"align-center\"",
		[COLUMN_END] = " class=\"align-end\"",
	};
	const struct extension *cell = writer->extension;
	const struct extension *table = extension_of(
	    cmark_node_parent(cmark_node_parent(writer->node)));
	bool is_header =
	    cell->header && cmark_node_first_child(writer->node) != NULL;
	bool has_glyph = is_header && table->do_dont && cell->column < 2;

	if (!entering) {
		end_inlines(writer);
		add(writer, has_glyph ? "</span>" : "");
		add(writer, is_header ? "</th>\n" : "</td>\n");
		return;
	}
	add(writer, is_header ? "<th scope=\"col\"" : "<td");
	add(writer, classes[table->columns[cell->column]]);
	add_address(writer);
	add(writer, ">");
	if (has_glyph) {
		add(writer, "<span>");
		add_glyph(writer, cell->column == 0 ? "check" : "cross");
	}
	begin_inlines(writer);
}

static void add_caption(struct writer *writer, bool entering)
{
	const struct extension *parent =
	    extension_of(cmark_node_parent(writer->node));
	bool is_table = parent->kind == EXTENSION_TABLE;

	if (!entering) {
		end_inlines(writer);
		add(writer, is_table ? "</caption>\n" : "</figcaption>\n");
		return;
	}
	add_line(writer);
	add(writer, is_table ? "<caption" : "<figcaption");
	if (is_table)
		buffer_format(&writer->out->bytes, " id=\"table.%zu\"",
		    parent->number);
	add_address(writer);
	add(writer, ">");
	begin_inlines(writer);
}

static void add_figure(struct writer *writer, bool entering)
{
	if (!entering) {
		add(writer, "</figure>\n");
		return;
	}
	add_line(writer);
	add(writer, "<figure");
	add_address(writer);
	add(writer, ">\n");
}

/* The kind stands above the box; it is also its name, unless the author gave
 * it a title. */
static void add_callout(struct writer *writer, bool entering)
{
	static const struct {
		const char *name, *glyph;
	} looks[] = {
		[CALLOUT_NOTE] = { "note", "note" },
		[CALLOUT_TIP] = { "tip", "tip" },
		[CALLOUT_WARNING] = { "warning", "warning" },
		[CALLOUT_SCRIPT] = { "script", "script" },
		[CALLOUT_EXERCISE] = { "exercise", "people" },
		[CALLOUT_FACILITATOR] = { "facilitator", "sheet" },
	};
	const struct extension *callout = writer->extension;
	struct buffer *bytes = &writer->out->bytes;

	if (!entering) {
		add_line(writer);
		add(writer, "</div>\n");
		return;
	}
	add_line(writer);
	buffer_format(bytes, "<div class=\"callout %s\"",
	    looks[callout->callout].name);
	add_attribute(writer, "id", callout->anchor);
	buffer_format(bytes,
	    " role=\"note\" aria-labelledby=\"callout.%zu\">\n<header>",
	    callout->number);
	add_glyph(writer, looks[callout->callout].glyph);
	if (extension_if(cmark_node_first_child(writer->node),
		EXTENSION_CALLOUT_TITLE) != NULL)
		add(writer, "<b>");
	else
		buffer_format(bytes, "<b id=\"callout.%zu\">",
		    callout->number);
	add_message(writer,
	    (enum body_message)(BODY_NOTE + (int)callout->callout), 0);
	add(writer, "</b>");
	if (callout->minutes > 0) {
		add(writer, "<span class=\"time\">");
		add_message(writer, BODY_MINUTES, callout->minutes);
		add(writer, "</span>");
	}
	add(writer, "</header>\n");
}

static void add_callout_title(struct writer *writer, bool entering)
{
	const struct extension *callout =
	    extension_of(cmark_node_parent(writer->node));
	int level = callout->level < 6 ? callout->level + 1 : 6;
	struct buffer *bytes = &writer->out->bytes;

	if (!entering) {
		end_inlines(writer);
		buffer_format(bytes, "</h%d>\n", level);
		return;
	}
	add_line(writer);
	buffer_format(bytes, "<h%d id=\"callout.%zu\"", level,
	    callout->number);
	add_address(writer);
	add(writer, ">");
	begin_inlines(writer);
}

static void add_back(struct writer *writer, const struct extension *note)
{
	struct buffer *bytes = &writer->out->bytes;
	size_t use;

	for (use = 1; use <= note->use_count; use++) {
		buffer_format(bytes, " <a href=\"#back.%zu", note->number);
		if (use > 1)
			buffer_format(bytes, ".%zu", use);
		add(writer, "\" role=\"doc-backlink\">\u2191"
			    "<span class=\"unseen\">");
		add_message(writer, BODY_BACK, 0);
		add(writer, "</span>");
		if (use > 1) {
			add(writer, " ");
			(void)add_hole(writer, HOLE_NUMBER, use);
		}
		add(writer, "</a>");
	}
}

static void add_note(struct writer *writer, bool entering)
{
	cmark_node *last = cmark_node_last_child(writer->node);

	if (entering) {
		add_line(writer);
		buffer_format(&writer->out->bytes, "<li id=\"note.%zu\">\n",
		    writer->extension->number);
		return;
	}
	if (cmark_node_get_type(last) != CMARK_NODE_PARAGRAPH) {
		add_line(writer);
		add(writer, "<p>");
		add_back(writer, writer->extension);
		add(writer, "</p>\n");
	}
	add(writer, "</li>\n");
}

static void add_note_reference(struct writer *writer, bool entering)
{
	const struct extension *reference = writer->extension;
	struct buffer *bytes = &writer->out->bytes;

	if (!entering || reference->number == 0)
		return;
	buffer_format(bytes, "<sup><a id=\"back.%zu", reference->number);
	if (reference->use > 1)
		buffer_format(bytes, ".%zu", reference->use);
	buffer_format(bytes, "\" href=\"#note.%zu\" role=\"doc-noteref\">",
	    reference->number);
	(void)add_hole(writer, HOLE_NUMBER, reference->number);
	add(writer, "</a></sup>");
}

static void add_task(struct writer *writer, bool entering)
{
	if (!entering)
		add(writer, "</label>");
	else if (writer->extension->checked)
		add(writer,
		    "<label class=\"task\"><input type=\"checkbox\" checked=\"\"> ");
	else
		add(writer, "<label class=\"task\"><input type=\"checkbox\"> ");
}

void extension_render(struct body_writer *out, struct document_parser *parser,
    struct cmark_node *node, bool entering)
{
	struct writer writer = { out, parser, node, extension_of(node) };

	switch (writer.extension->kind) {
	case EXTENSION_DEFINITIONS:
		add_definitions(&writer, entering);
		break;
	case EXTENSION_TERM:
		add_term(&writer, entering);
		break;
	case EXTENSION_TABLE:
		add_table(&writer, entering);
		break;
	case EXTENSION_ROW:
		add_row(&writer, entering);
		break;
	case EXTENSION_CELL:
		add_cell(&writer, entering);
		break;
	case EXTENSION_CAPTION:
		add_caption(&writer, entering);
		break;
	case EXTENSION_CALLOUT:
		add_callout(&writer, entering);
		break;
	case EXTENSION_CALLOUT_TITLE:
		add_callout_title(&writer, entering);
		break;
	case EXTENSION_FIGURE:
		add_figure(&writer, entering);
		break;
	case EXTENSION_NOTE:
		add_note(&writer, entering);
		break;
	case EXTENSION_NOTES:
		add(&writer, entering ? "<ol>\n" : "</ol>\n");
		break;
	case EXTENSION_TASK:
		add_task(&writer, entering);
		break;
	case EXTENSION_STRIKE:
		add(&writer, entering ? "<del>" : "</del>");
		break;
	case EXTENSION_NOTE_REFERENCE:
		add_note_reference(&writer, entering);
		break;
	}
}

bool extension_is_checklist(struct cmark_node *list)
{
	cmark_node *item = cmark_node_first_child(list);

	while (item != NULL &&
	    extension_if(cmark_node_first_child(cmark_node_first_child(item)),
		EXTENSION_TASK) != NULL)
		item = cmark_node_next(item);
	return item == NULL;
}

bool extension_is_definitions(struct cmark_node *list)
{
	return extension_if(cmark_node_parent(list), EXTENSION_DEFINITIONS) !=
	    NULL;
}

bool extension_is_figure(struct cmark_node *block)
{
	return extension_if(block, EXTENSION_FIGURE) != NULL;
}

bool extension_ends_note(struct cmark_node *paragraph)
{
	cmark_node *parent = cmark_node_parent(paragraph);

	return extension_if(parent, EXTENSION_NOTE) != NULL &&
	    cmark_node_last_child(parent) == paragraph;
}

void extension_end_paragraph(struct body_writer *out,
    struct document_parser *parser, struct cmark_node *paragraph)
{
	cmark_node *parent = cmark_node_parent(paragraph);
	struct writer writer = { out, parser, parent, extension_of(parent) };

	if (extension_ends_note(paragraph))
		add_back(&writer, writer.extension);
}
