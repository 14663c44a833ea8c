#include "read/front.h"

#include "base/list.h"

#include <yaml.h>

static const struct text byte_order_mark = { "\xEF\xBB\xBF", 3 };

static size_t text_start(struct text bytes)
{
	return text_starts(bytes, byte_order_mark) ? byte_order_mark.length : 0;
}

/* The line at *offset without what ends it; *offset moves to the next one. */
static struct text line_at(size_t *offset, struct text bytes)
{
	size_t start = *offset;
	size_t end = text_find_char(bytes, '\n', start);

	*offset = end == TEXT_NONE ? bytes.length : end + 1;
	return text_slice(bytes, start, *offset - start);
}

/* Blanks, tabs and a carriage return may follow the three characters. */
static bool is_mark(struct text line, struct text mark)
{
	return text_starts(line, mark) &&
	    text_is_empty(text_trim(text_after(line, mark.length)));
}

bool front_locate(struct front_extent *extent, struct report *report,
    const struct source *source)
{
	struct text bytes = source->bytes;
	size_t start = text_start(bytes);
	size_t offset = start;

	*extent = (struct front_extent){ .body = start };
	if (!is_mark(line_at(&offset, bytes), TEXT("---")))
		return true;
	extent->at = offset;
	while (offset < bytes.length) {
		size_t line_start = offset;
		struct text line = line_at(&offset, bytes);

		if (is_mark(line, TEXT("---")) || is_mark(line, TEXT("..."))) {
			extent->given = true;
			extent->length = line_start - extent->at;
			extent->body = offset;
			return true;
		}
	}
	*extent = (struct front_extent){ .body = bytes.length };
	report_add(report, MESSAGE_FRONT_UNCLOSED,
	    ((struct place){ source, start }));
	return false;
}

struct front_parser {
	yaml_parser_t yaml;
	yaml_event_t event; /* the current one */
	struct arena *arena;
	struct report *report;
	const struct source *source;
	struct text text; /* what libyaml was given */
	size_t at;        /* its offset in the source */
	/* libyaml's marks count characters. This pair is the last one that
	 * was converted to bytes; marks mostly go forward. */
	size_t known_index;
	size_t known_offset;
};

/* The offset in the source of the character with that index. */
static size_t source_offset(struct front_parser *parser, size_t index)
{
	if (index < parser->known_index)
		parser->known_index = parser->known_offset = 0;
	while (parser->known_index < index &&
	    parser->known_offset < parser->text.length) {
		(void)text_decode(parser->text, &parser->known_offset);
		parser->known_index++;
	}
	return parser->at + parser->known_offset;
}

static bool refuse(struct front_parser *parser, size_t offset,
    const char *problem)
{
	report_add(parser->report, MESSAGE_YAML_SYNTAX,
	    ((struct place){ parser->source, offset }), text_from(problem));
	return false;
}

/* Which of the two places that libyaml names shows the author the fault. */
enum blame {
	BLAME_PROBLEM, /* where it noticed */
	BLAME_CONTEXT, /* where began what it was reading */
	BLAME_UPPER    /* the same, but only if that is a line above */
};

/* What libyaml says, and the same for people who do not know YAML's grammar.
 * Whatever is not listed is rare and shown in libyaml's words. */
static const struct explanation {
	const char *problem, *words;
	enum blame blame;
} explanations[] = {
	{ "mapping values are not allowed in this context",
	    N_("a ':' may not stand here; put a value that holds ': ' in "
	       "quotes, and check the indentation and the line above"),
	    BLAME_PROBLEM },
	{ "could not find expected ':'",
	    N_("here a ':' and a value must follow the key"), BLAME_CONTEXT },
	{ "found character that cannot start any token",
	    N_("a value may not begin with this character; put it in quotes, "
	       "and indent with blanks, not with tabs"),
	    BLAME_PROBLEM },
	{ "found a tab character that violates indentation",
	    N_("indent with blanks, not with tabs"), BLAME_PROBLEM },
	{ "found a tab character where an indentation space is expected",
	    N_("indent with blanks, not with tabs"), BLAME_PROBLEM },
	{ "block sequence entries are not allowed in this context",
	    N_("a list of '- ' must begin on a line of its own, below its "
	       "key; put a value that begins with '- ' in quotes"),
	    BLAME_PROBLEM },
	{ "did not find expected key",
	    N_("a line 'key: value' was expected here; check the indentation "
	       "and the quotes before it"),
	    BLAME_PROBLEM },
	{ "did not find expected '-' indicator",
	    N_("a list item '- ...' was expected here; check the "
	       "indentation"),
	    BLAME_PROBLEM },
	{ "did not find expected ',' or ']'",
	    N_("a ',' or the ']' that ends the list is missing here"),
	    BLAME_UPPER },
	{ "did not find expected ',' or '}'",
	    N_("a ',' or the '}' that ends the mapping is missing here"),
	    BLAME_UPPER },
	{ "found unexpected end of stream",
	    N_("the quotation that begins here does not end"), BLAME_CONTEXT },
	{ "found unexpected document indicator",
	    N_("the quotation that begins here does not end"), BLAME_CONTEXT },
	{ "found unknown escape character",
	    N_("a '\\' in double quotes begins an escape, and there is none "
	       "of this name; write '\\\\', or use single quotes"),
	    BLAME_PROBLEM },
	{ "did not find expected alphabetic or numeric character",
	    N_("put a value that begins with '*' or '&' in quotes"),
	    BLAME_CONTEXT },
	{ "did not find expected comment or line break",
	    N_("put a value that begins with '|' or '>' in quotes"),
	    BLAME_CONTEXT },
	{ "found unknown directive name",
	    N_("a line may not begin with '%'"), BLAME_CONTEXT },
	{ "did not find expected <document start>",
	    N_("this does not belong to what stands above; check the "
	       "indentation"),
	    BLAME_PROBLEM },
};

static const struct explanation *explanation_of(const char *problem)
{
	struct text wanted = text_from(problem);
	size_t i;

	for (i = 0; i < sizeof(explanations) / sizeof(explanations[0]); i++)
		if (text_equal_string(wanted, explanations[i].problem))
			return &explanations[i];
	return NULL;
}

/* Reports the error on which libyaml stopped. */
static bool refuse_syntax(struct front_parser *parser)
{
	const yaml_parser_t *yaml = &parser->yaml;
	const struct explanation *known = explanation_of(yaml->problem);
	size_t offset, context;

	/* Its reader counts bytes, and refuses only what is no text (that
	 * the source is UTF-8 was seen when it was loaded). */
	if (yaml->error == YAML_READER_ERROR)
		return refuse(parser, parser->at + yaml->problem_offset,
		    N_("this character may not stand in YAML; remove it"));
	offset = source_offset(parser, yaml->problem_mark.index);
	if (known == NULL)
		return refuse(parser, offset, yaml->problem);
	if (known->blame == BLAME_PROBLEM || yaml->context == NULL)
		return refuse(parser, offset, known->words);
	context = source_offset(parser, yaml->context_mark.index);
	if (known->blame == BLAME_CONTEXT ||
	    text_find_char(parser->source->bytes, '\n', context) < offset)
		offset = context;
	return refuse(parser, offset, known->words);
}

static bool next_event(struct front_parser *parser)
{
	yaml_event_delete(&parser->event);
	if (yaml_parser_parse(&parser->yaml, &parser->event) != 0)
		return true;
	return refuse_syntax(parser);
}

/* Line ends that YAML knows and HTML does not, controls and noncharacters:
 * they can be written as escapes, and no page may hold them. */
static bool is_text(struct text text)
{
	size_t offset = 0;

	while (offset < text.length) {
		uint32_t code = text_decode(text, &offset);

		if (code < 0x20 && code != '\t' && code != '\n')
			return false;
		if ((code >= 0x7F && code < 0xA0) ||
		    (code >= 0xFDD0 && code <= 0xFDEF) ||
		    (code & 0xFFFE) == 0xFFFE)
			return false;
	}
	return true;
}

/* Anchors and tags of the current event. */
static bool is_bare(struct front_parser *parser, size_t offset,
    const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor != NULL)
		return refuse(parser, offset,
		    N_("anchors ('&name') are not known here; put a value "
		       "that begins with '&' in quotes"));
	if (tag != NULL)
		return refuse(parser, offset,
		    N_("tags ('!name') are not known here; put a value that "
		       "begins with '!' in quotes"));
	return true;
}

/* Takes the scalar of the current event. */
static bool take_scalar(struct text *value, struct front_parser *parser)
{
	size_t offset =
	    source_offset(parser, parser->event.start_mark.index);
	const char *at = (const char *)parser->event.data.scalar.value;
	struct text text = { at, parser->event.data.scalar.length };

	if (!is_bare(parser, offset, parser->event.data.scalar.anchor,
		parser->event.data.scalar.tag))
		return false;
	if (!is_text(text))
		return refuse(parser, offset,
		    N_("this text holds a control character; remove it"));
	*value = text_copy(parser->arena, text);
	return true;
}

/* The key of an item, and the step to the event of its value. */
static bool take_key(struct front_node *item, struct front_parser *parser)
{
	item->key_offset =
	    source_offset(parser, parser->event.start_mark.index);
	if (parser->event.type == YAML_ALIAS_EVENT)
		return refuse(parser, item->key_offset,
		    N_("a key may not begin with '*'"));
	if (parser->event.type != YAML_SCALAR_EVENT)
		return refuse(parser, item->key_offset,
		    N_("a key must be a word, not a list or a mapping"));
	return take_scalar(&item->key, parser) && next_event(parser);
}

/* The last item goes if it has the key of an earlier one. */
static void drop_double(struct front_node *mapping,
    struct front_parser *parser)
{
	struct front_node *last = &mapping->items[mapping->count - 1];
	size_t i;

	for (i = 0; i + 1 < mapping->count; i++)
		if (text_equal(mapping->items[i].key, last->key))
			break;
	if (i + 1 == mapping->count)
		return;
	report_add(parser->report, MESSAGE_KEY_TWICE,
	    ((struct place){ parser->source, last->key_offset }), last->key);
	*last = (struct front_node){ 0 }; /* list_add gives it again */
	mapping->count--;
}

/* Takes the value that begins with the current event, and ends on the last
 * event of it.  item.key, if there is one, is set already. */
static bool take_node(struct front_node *node, struct front_parser *parser,
    int depth)
{
	const yaml_event_t *event = &parser->event;
	yaml_event_type_t type = event->type;
	bool is_mapping = type == YAML_MAPPING_START_EVENT;

	node->offset = source_offset(parser, event->start_mark.index);
	if (type == YAML_ALIAS_EVENT)
		return refuse(parser, node->offset,
		    N_("aliases ('*name') are not known here; put a value "
		       "that begins with '*' in quotes"));
	if (type == YAML_SCALAR_EVENT) {
		node->plain =
		    event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
		return take_scalar(&node->value, parser);
	}
	node->kind = is_mapping ? FRONT_MAPPING : FRONT_SEQUENCE;
	if (is_mapping
		? !is_bare(parser, node->offset,
		      event->data.mapping_start.anchor,
		      event->data.mapping_start.tag)
		: !is_bare(parser, node->offset,
		      event->data.sequence_start.anchor,
		      event->data.sequence_start.tag))
		return false;
	if (depth > FRONT_DEEPEST)
		return refuse(parser, node->offset,
		    N_("this is nested too deeply"));
	for (;;) {
		struct front_node *item;

		if (!next_event(parser))
			return false;
		if (event->type == YAML_MAPPING_END_EVENT ||
		    event->type == YAML_SEQUENCE_END_EVENT)
			return true;
		item = list_add(parser->arena, node);
		if ((is_mapping && !take_key(item, parser)) ||
		    !take_node(item, parser, depth + 1))
			return false;
		if (is_mapping)
			drop_double(node, parser);
	}
}

/* Stream start, one document or none, stream end. */
static bool take_stream(struct front_node *root, struct front_parser *parser)
{
	if (!next_event(parser) || !next_event(parser))
		return false;
	if (parser->event.type == YAML_STREAM_END_EVENT) {
		root->kind = FRONT_MAPPING;
		root->offset = parser->at;
		return true;
	}
	if (!next_event(parser) || !take_node(root, parser, 1) ||
	    !next_event(parser) || !next_event(parser))
		return false;
	if (parser->event.type == YAML_STREAM_END_EVENT)
		return true;
	return refuse(parser,
	    source_offset(parser, parser->event.start_mark.index),
	    N_("a second document begins here; only one is read"));
}

bool front_parse(struct front_node *root, struct arena *arena,
    struct report *report, const struct source *source, size_t at,
    size_t length)
{
	struct front_parser parser = {
		.arena = arena,
		.report = report,
		.source = source,
		.text = text_slice(source->bytes, at, length),
		.at = at,
	};
	struct front_node tree = { 0 };
	bool done;

	if (yaml_parser_initialize(&parser.yaml) == 0)
		return refuse(&parser, at, N_("there is not enough memory"));
	yaml_parser_set_encoding(&parser.yaml, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser.yaml,
	    (const unsigned char *)(length > 0 ? parser.text.at : ""), length);
	done = take_stream(&tree, &parser);
	yaml_event_delete(&parser.event);
	yaml_parser_delete(&parser.yaml);
	if (done)
		*root = tree;
	return done;
}

bool front_parse_file(struct front_node *root, struct arena *arena,
    struct report *report, const struct source *source)
{
	size_t start = text_start(source->bytes);

	return front_parse(root, arena, report, source, start,
	    source->bytes.length - start);
}

bool front_is_null(const struct front_node *node)
{
	static const char *const nothing[] = { "", "~", "null", "Null",
		"NULL" };
	size_t i;

	if (node->kind != FRONT_SCALAR || !node->plain)
		return false;
	for (i = 0; i < sizeof(nothing) / sizeof(nothing[0]); i++)
		if (text_equal_string(node->value, nothing[i]))
			return true;
	return false;
}
