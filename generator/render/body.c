#include "render/body.h"

#include "base/list.h"
#include "parse/pass.h"
#include "parse/walk.h"
#include "render/body_extension.h"
#include "render/body_mark.h"
#include "render/body_text.h"

#include <cmark.h>
#include <string.h>

struct renderer {
	struct body_writer *out;
	struct document_parser *parser;
	cmark_node *image; /* whose text is written without markup, or NULL */
	struct body_text text;
};

static void add(struct renderer *renderer, struct text html)
{
	buffer_add(&renderer->out->bytes, html);
}

/* Begins a new line unless one has just begun. */
static void add_line(struct renderer *renderer)
{
	const struct buffer *bytes = &renderer->out->bytes;

	if (bytes->length > 0 && bytes->bytes[bytes->length - 1] != '\n')
		buffer_add_char(&renderer->out->bytes, '\n');
}

static void add_escaped(struct renderer *renderer, struct text text)
{
	body_text_escape(&renderer->out->bytes, text);
}

static bool is_url(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z') ||
	    (c != '\0' && strchr("!#$%()*+,-./:;=?@_~", c) != NULL);
}

static void add_url(struct renderer *renderer, struct text url)
{
	struct buffer *bytes = &renderer->out->bytes;
	size_t i;

	for (i = 0; i < url.length; i++) {
		if (is_url(url.at[i]))
			buffer_add_char(bytes, url.at[i]);
		else if (url.at[i] == '&')
			buffer_add_string(bytes, "&amp;");
		else if (url.at[i] == '\'')
			buffer_add_string(bytes, "&#x27;");
		else
			buffer_format(bytes, "%%%02X",
			    (unsigned char)url.at[i]);
	}
}

static void add_literal(struct renderer *renderer, cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);
	struct text text = text_from(literal);

	/* Most text has nothing to escape; strcspn is quick to see it. */
	if (strcspn(literal, "&<>\"") == text.length)
		add(renderer, text);
	else
		add_escaped(renderer, text);
}

static void add_raw(struct renderer *renderer, cmark_node *node)
{
	if (document_allows_html(renderer->parser))
		add(renderer, text_from(cmark_node_get_literal(node)));
}

/* ' name="value"' */
static void add_attribute(struct renderer *renderer, struct text name,
    struct text value)
{
	add(renderer, TEXT(" "));
	add(renderer, name);
	add(renderer, TEXT("=\""));
	add_escaped(renderer, value);
	add(renderer, TEXT("\""));
}

static void add_address(struct renderer *renderer, cmark_node *node)
{
	struct text address = document_address(renderer->parser, node);

	if (!text_is_empty(address))
		add_attribute(renderer, TEXT("data-b"), address);
}

static void add_heading(struct renderer *renderer, cmark_node *node,
    bool entering)
{
	char tag[] = "h1";
	struct text anchor;

	tag[1] = (char)('0' + cmark_node_get_heading_level(node));
	if (!entering) {
		body_mark_end_inlines(renderer->out, renderer->parser, node);
		add(renderer, TEXT("</"));
		add(renderer, text_from(tag));
		add(renderer, TEXT(">\n"));
		return;
	}
	add_line(renderer);
	add(renderer, TEXT("<"));
	add(renderer, text_from(tag));
	anchor = document_anchor(renderer->parser, node);
	if (!text_is_empty(anchor)) /* the title has none */
		add_attribute(renderer, TEXT("id"), anchor);
	add_address(renderer, node);
	add(renderer, TEXT(">"));
	body_mark_begin_inlines(renderer->out, renderer->parser, node);
}

static void add_list(struct renderer *renderer, cmark_node *node,
    bool entering)
{
	bool is_ordered =
	    cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	int start = cmark_node_get_list_start(node);

	if (extension_is_definitions(node))
		return;
	if (!entering) {
		add(renderer, is_ordered ? TEXT("</ol>\n") : TEXT("</ul>\n"));
		return;
	}
	add_line(renderer);
	add(renderer, is_ordered ? TEXT("<ol") : TEXT("<ul"));
	if (is_ordered && start != 1)
		buffer_format(&renderer->out->bytes, " start=\"%d\"", start);
	if (extension_is_checklist(node))
		add(renderer, TEXT(" class=\"checklist\""));
	add(renderer, TEXT(">\n"));
}

static void add_item(struct renderer *renderer, cmark_node *node,
    bool entering)
{
	bool defines = extension_is_definitions(cmark_node_parent(node));

	if (!entering) {
		add(renderer, defines ? TEXT("</dd>\n") : TEXT("</li>\n"));
		return;
	}
	add_line(renderer);
	add(renderer, defines ? TEXT("<dd") : TEXT("<li"));
	add_address(renderer, node);
	add(renderer, TEXT(">"));
}

static void add_quotation(struct renderer *renderer, bool entering)
{
	add_line(renderer);
	add(renderer,
	    entering ? TEXT("<blockquote>\n") : TEXT("</blockquote>\n"));
}

/* In a tight list a paragraph has no element, unless its language is another
 * or its original stands behind it. */
static void add_tight(struct renderer *renderer, cmark_node *node,
    bool entering)
{
	const struct shown *shown = document_shown(renderer->parser, node);

	if (shown == NULL || shown->state == TRANSLATION_CURRENT)
		return;
	if (!entering) {
		add(renderer, TEXT("</div>\n"));
		body_mark_end(renderer->out, renderer->parser, node);
		return;
	}
	body_mark_begin(renderer->out, renderer->parser, node);
	add(renderer, TEXT("<div"));
	body_mark_language(renderer->out, renderer->parser, node);
	add(renderer, TEXT(">"));
}

/* Behind the words of a footnote its ways back are in the page's language. */
static void add_paragraph(struct renderer *renderer, cmark_node *node,
    bool entering)
{
	cmark_node *list = cmark_node_parent(cmark_node_parent(node));
	bool in_span;

	if (cmark_node_get_list_tight(list)) {
		add_tight(renderer, node, entering);
		return;
	}
	in_span = extension_ends_note(node) &&
	    body_mark_is_missing(renderer->parser, node);
	if (!entering) {
		add(renderer, in_span ? TEXT("</span>") : TEXT(""));
		extension_end_paragraph(renderer->out, renderer->parser, node);
		add(renderer, TEXT("</p>\n"));
		body_mark_end(renderer->out, renderer->parser, node);
		return;
	}
	add_line(renderer);
	body_mark_begin(renderer->out, renderer->parser, node);
	add(renderer, TEXT("<p"));
	add_address(renderer, node);
	add(renderer, in_span ? TEXT("><span") : TEXT(""));
	body_mark_language(renderer->out, renderer->parser, node);
	add(renderer, TEXT(">"));
}

/* The language is the first word behind the fence. */
static void add_code_block(struct renderer *renderer, cmark_node *node)
{
	struct text info = text_from(cmark_node_get_fence_info(node));
	size_t length = 0;

	while (length < info.length && info.at[length] != ' ' &&
	    (info.at[length] < '\t' || info.at[length] > '\r'))
		length++;
	add_line(renderer);
	add(renderer, TEXT("<pre"));
	add_address(renderer, node);
	add(renderer, TEXT("><code"));
	if (info.length > 0) {
		add(renderer, TEXT(" class=\"language-"));
		add_escaped(renderer, text_slice(info, 0, length));
		add(renderer, TEXT("\""));
	}
	add(renderer, TEXT(">"));
	add_literal(renderer, node);
	add(renderer, TEXT("</code></pre>\n"));
}

static void add_address_of(struct renderer *renderer, struct text name,
    struct text url)
{
	add(renderer, TEXT(" "));
	add(renderer, name);
	add(renderer, TEXT("=\""));
	add_url(renderer, url);
	add(renderer, TEXT("\""));
}

/* The address of a link or image, or a hole in its place. */
static void add_target(struct renderer *renderer, struct text name,
    cmark_node *node)
{
	const struct reference *reference;
	size_t index;

	if (document_is_alone(renderer->parser)) {
		add_address_of(renderer, name,
		    text_from(cmark_node_get_url(node)));
		return;
	}
	reference = document_reference(renderer->parser, &index, node);
	if (reference->kind == REFERENCE_EXTERNAL) {
		add_address_of(renderer, name, reference->target);
	} else {
		*list_add(document_scratch(renderer->parser),
		    &renderer->out->holes) = (struct hole){
			.offset = renderer->out->bytes.length,
			.reference = index,
		};
	}
}

static void add_title(struct renderer *renderer, cmark_node *node)
{
	struct text title = text_from(cmark_node_get_title(node));

	if (!text_is_empty(title))
		add_attribute(renderer, TEXT("title"), title);
}

static void add_link(struct renderer *renderer, cmark_node *node,
    bool entering)
{
	if (!entering) {
		add(renderer, TEXT("</a>"));
		return;
	}
	add(renderer, TEXT("<a"));
	add_target(renderer, TEXT("href"), node);
	add_title(renderer, node);
	add(renderer, TEXT(">"));
}

/* Between entering and leaving, add_plain writes the alternative text. */
static void add_image(struct renderer *renderer, cmark_node *node,
    bool entering)
{
	if (!entering) {
		add(renderer, TEXT("\""));
		add_title(renderer, node);
		if (extension_is_figure(cmark_node_parent(node)))
			body_mark_language(renderer->out, renderer->parser,
			    cmark_node_parent(node));
		add(renderer, TEXT(">"));
		renderer->image = NULL;
		return;
	}
	add(renderer, TEXT("<img"));
	add_target(renderer, TEXT("src"), node);
	add(renderer, TEXT(" alt=\""));
	renderer->image = node;
}

static void add_plain(struct renderer *renderer, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
	case CMARK_NODE_HTML_INLINE:
		add_literal(renderer, node);
		break;
	case CMARK_NODE_LINEBREAK:
	case CMARK_NODE_SOFTBREAK:
		add(renderer, TEXT(" "));
		break;
	default:
		break;
	}
}

/* Nodes without children; they are written on entering. */
static void add_leaf(struct renderer *renderer, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_CODE_BLOCK:
		add_code_block(renderer, node);
		break;
	case CMARK_NODE_HTML_BLOCK:
		add_line(renderer);
		add_raw(renderer, node);
		add_line(renderer);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		add_line(renderer);
		add(renderer, TEXT("<hr>\n"));
		break;
	case CMARK_NODE_TEXT:
		body_text_add(&renderer->text, &renderer->out->bytes, node);
		break;
	case CMARK_NODE_SOFTBREAK:
		add(renderer, TEXT("\n"));
		break;
	case CMARK_NODE_LINEBREAK:
		add(renderer, TEXT("<br>\n"));
		break;
	case CMARK_NODE_CODE:
		add(renderer, TEXT("<code>"));
		add_literal(renderer, node);
		add(renderer, TEXT("</code>"));
		break;
	case CMARK_NODE_HTML_INLINE:
		add_raw(renderer, node);
		break;
	default:
		break;
	}
}

/* Nodes that may have children are written on entering and on leaving. */
static void add_node(struct renderer *renderer, cmark_node *node,
    bool entering)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
		add_quotation(renderer, entering);
		break;
	case CMARK_NODE_LIST:
		add_list(renderer, node, entering);
		break;
	case CMARK_NODE_ITEM:
		add_item(renderer, node, entering);
		break;
	case CMARK_NODE_HEADING:
		add_heading(renderer, node, entering);
		break;
	case CMARK_NODE_PARAGRAPH:
		add_paragraph(renderer, node, entering);
		break;
	case CMARK_NODE_EMPH:
		add(renderer, entering ? TEXT("<em>") : TEXT("</em>"));
		break;
	case CMARK_NODE_STRONG:
		add(renderer, entering ? TEXT("<strong>") : TEXT("</strong>"));
		break;
	case CMARK_NODE_LINK:
		add_link(renderer, node, entering);
		break;
	case CMARK_NODE_IMAGE:
		add_image(renderer, node, entering);
		break;
	case CMARK_NODE_CUSTOM_BLOCK:
	case CMARK_NODE_CUSTOM_INLINE:
		extension_render(renderer->out, renderer->parser, node,
		    entering);
		break;
	default:
		if (entering)
			add_leaf(renderer, node);
		break;
	}
}

/* What is missing is set as its own language wants. */
static void set_language(struct renderer *renderer, cmark_node *block)
{
	const struct document_options *options =
	    document_options(renderer->parser);

	if (options->translator == NULL || options->typographer == NULL)
		return;
	typographer_language(options->typographer,
	    body_mark_is_missing(renderer->parser, block) ? options->locale
							  : options->language);
}

/* block: what the inlines are of; NULL if there are blocks. */
static void render(struct body_writer *out, struct document_parser *parser,
    cmark_node *block, struct walk walk)
{
	struct renderer renderer = {
		.out = out,
		.parser = parser,
		.text = { .typographer = document_typographer(parser),
		    .scratch = document_scratch(parser) },
	};

	if (block != NULL)
		set_language(&renderer, block);
	while (walk_next(&walk)) {
		if (walk.entering && pass_holds_inlines(walk.node))
			set_language(&renderer, walk.node);
		if (renderer.image == NULL || renderer.image == walk.node)
			add_node(&renderer, walk.node, walk.entering);
		else if (walk.entering)
			add_plain(&renderer, walk.node);
	}
}

void body_render_blocks(struct body_writer *out,
    struct document_parser *parser, struct cmark_node *first,
    struct cmark_node *last)
{
	render(out, parser, NULL, walk_siblings(first, last));
}

void body_render_inlines(struct body_writer *out,
    struct document_parser *parser, struct cmark_node *parent)
{
	body_mark_begin_inlines(out, parser, parent);
	render(out, parser, parent, walk_children(parent));
	body_mark_end_inlines(out, parser, parent);
}
