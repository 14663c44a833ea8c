#include "render/body_mark.h"

#include "base/list.h"
#include "render/body_message.h"
#include "render/difference.h"
#include "render/escape.h"

/* What a block is if it is marked; false for most. */
static bool find_state(enum translation_state *state,
    const struct document_parser *parser, struct cmark_node *block)
{
	const struct shown *shown = document_shown(parser, block);

	if (shown == NULL || shown->state == TRANSLATION_CURRENT)
		return false;
	*state = shown->state;
	return true;
}

bool body_mark_is_missing(const struct document_parser *parser,
    struct cmark_node *block)
{
	enum translation_state state;

	return find_state(&state, parser, block) &&
	    state == TRANSLATION_MISSING;
}

static void add_message(struct body_writer *out,
    const struct document_parser *parser, enum body_message message)
{
	struct hole *hole = list_add(document_scratch(parser), &out->holes);

	hole->offset = out->bytes.length;
	hole->kind = HOLE_MESSAGE;
	hole->message = message;
}

/* The words are seen in a line of their own, else only heard. */
static void add_flag(struct body_writer *out,
    const struct document_parser *parser, enum translation_state state,
    bool is_line)
{
	bool is_stale = state == TRANSLATION_STALE;

	buffer_format(&out->bytes,
	    "<%s class=\"flag\"><svg class=\"glyph\" aria-hidden=\"true\">"
	    "<use href=\"#g-%s\" /></svg>%s",
	    is_line ? "p" : "span", is_stale ? "old" : "language",
	    is_line ? "" : "<span class=\"unseen\">");
	add_message(out, parser, is_stale ? BODY_STALE : BODY_MISSING);
	buffer_add_string(&out->bytes, is_line ? "</p>\n" : "</span></span> ");
}

static void add_language(struct body_writer *out,
    const struct document_parser *parser)
{
	const struct document_options *options = document_options(parser);

	buffer_add_string(&out->bytes, " lang=\"");
	escape_attribute(&out->bytes, options->locale);
	buffer_format(&out->bytes, "\" dir=\"%s\"",
	    options->rtl ? "rtl" : "ltr");
}

void body_mark_begin(struct body_writer *out, struct document_parser *parser,
    struct cmark_node *block)
{
	enum translation_state state;

	if (!find_state(&state, parser, block))
		return;
	buffer_format(&out->bytes, "<div class=\"%s\">\n",
	    state == TRANSLATION_STALE ? "stale" : "missing");
	add_flag(out, parser, state, true);
}

void body_mark_end(struct body_writer *out, struct document_parser *parser,
    struct cmark_node *block)
{
	const struct shown *shown = document_shown(parser, block);
	enum translation_state state;

	if (!find_state(&state, parser, block))
		return;
	if (state == TRANSLATION_STALE) {
		buffer_add_string(&out->bytes, "<details><summary>");
		add_message(out, parser, BODY_ORIGINAL);
		buffer_add_string(&out->bytes, "</summary>\n<p");
		add_language(out, parser);
		buffer_add_char(&out->bytes, '>');
		difference_add(&out->bytes, document_scratch(parser),
		    shown->previous.length > 0 ? shown->previous
					       : shown->present,
		    shown->present);
		buffer_add_string(&out->bytes, "</p>\n</details>\n");
	}
	buffer_add_string(&out->bytes, "</div>\n");
}

void body_mark_begin_inlines(struct body_writer *out,
    struct document_parser *parser, struct cmark_node *block)
{
	enum translation_state state;

	if (!find_state(&state, parser, block))
		return;
	add_flag(out, parser, state, false);
	if (state == TRANSLATION_STALE)
		return;
	buffer_add_string(&out->bytes, "<span");
	add_language(out, parser);
	buffer_add_char(&out->bytes, '>');
}

void body_mark_end_inlines(struct body_writer *out,
    struct document_parser *parser, struct cmark_node *block)
{
	if (body_mark_is_missing(parser, block))
		buffer_add_string(&out->bytes, "</span>");
}

void body_mark_language(struct body_writer *out,
    struct document_parser *parser, struct cmark_node *block)
{
	if (body_mark_is_missing(parser, block))
		add_language(out, parser);
}
