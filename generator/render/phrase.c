#include "render/phrase.h"

#include "base/list.h"
#include "render/escape.h"
#include "render/statement.h"

/* ---- From an element to its message ---- */

struct children {
	struct phrase_child *items;
	size_t count;
	size_t capacity;
};

struct elements {
	struct phrase_element *items;
	size_t count;
	size_t capacity;
};

struct writer {
	struct arena *arena;
	struct report *report;
	struct buffer out;
	bool blank; /* a blank is due before what comes next */
	struct children children;
	struct elements elements;
	bool failed;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* True if a tag begins at this "<". */
static bool begins_tag(struct text text, size_t at)
{
	return text.at[at] == '<' && at + 1 < text.length &&
	    (is_letter(text.at[at + 1]) || text.at[at + 1] == '/');
}

static void add_raw(struct writer *writer, struct text text)
{
	if (writer->blank)
		buffer_add_char(&writer->out, ' ');
	writer->blank = false;
	buffer_add(&writer->out, text);
}

static void add_normalised(struct writer *writer, struct text text)
{
	size_t i;

	for (i = 0; i < text.length; i++) {
		if (!is_blank(text.at[i]))
			add_raw(writer, text_slice(text, i, 1));
		else if (writer->out.length > 0)
			writer->blank = true;
	}
}

struct text phrase_normalise(struct arena *arena, struct text text)
{
	struct writer writer = { 0 };
	struct text normalised;

	add_normalised(&writer, text);
	normalised = buffer_copy(&writer.out, arena);
	buffer_release(&writer.out);
	return normalised;
}

static void fail(struct writer *writer, struct place place, struct text reason)
{
	report_add(writer->report, MESSAGE_TEMPLATE_PHRASE, place, reason);
	writer->failed = true;
}

static void add_text(struct writer *writer, const struct markup_node *node)
{
	size_t i;

	for (i = 0; i < node->text.length; i++) {
		if (begins_tag(node->text, i)) {
			fail(writer, node->place,
			    TEXT("'<' before a letter cannot be told from a "
				 "tag; put it into a child with i18n:name"));
			return;
		}
	}
	add_normalised(writer, node->text);
}

static void add_child(struct writer *writer, const struct markup_node *node,
    struct snippet name)
{
	size_t i;

	for (i = 0; i < writer->children.count; i++) {
		if (!text_equal(writer->children.items[i].name, name.text))
			continue;
		fail(writer, name.place,
		    text_format(writer->arena,
			"the name '%.*s' is given to two children",
			TEXT_ARGUMENTS(name.text)));
		return;
	}
	*list_add(writer->arena, &writer->children) =
	    (struct phrase_child){ name.text, node };
	add_raw(writer, TEXT("{"));
	buffer_add(&writer->out, name.text);
	buffer_add_char(&writer->out, '}');
}

/* Statements that leave an element and its text as they are. */
static bool is_fixed(const struct markup_node *node)
{
	size_t i;

	for (i = 0; i < node->attribute_count; i++) {
		const struct markup_attribute *attribute =
		    &node->attributes[i];

		if (attribute->space >= MARKUP_TAL &&
		    attribute != statement_get(node, STATEMENT_ATTRIBUTES) &&
		    attribute != statement_get(node,
			STATEMENT_TRANSLATED_ATTRIBUTES) &&
		    attribute != statement_get(node, STATEMENT_COMMENT))
			return false;
	}
	return !markup_is_tagless(node);
}

/* True if tal:attributes sets it. */
static bool is_computed(const struct markup_node *node, struct text name,
    struct arena *arena)
{
	const struct markup_attribute *list = statement_get(node,
	    STATEMENT_ATTRIBUTES);
	struct snippet rest;
	struct snippet clause;
	struct snippet set;
	struct snippet value;

	if (list == NULL)
		return false;
	rest = list->value;
	while (snippet_clause(&clause, &rest, arena)) {
		snippet_split(&set, &value, clause);
		if (text_equal(set.text, name))
			return true;
	}
	return false;
}

static struct text start_tag(struct arena *arena,
    const struct markup_node *node)
{
	struct buffer tag = { 0 };
	struct text copy;
	size_t i;

	buffer_add_char(&tag, '<');
	buffer_add(&tag, node->name);
	for (i = 0; i < node->attribute_count; i++) {
		const struct markup_attribute *attribute =
		    &node->attributes[i];

		if (attribute->space >= MARKUP_TAL ||
		    statement_translates(node, attribute->name) ||
		    is_computed(node, attribute->name, arena))
			continue;
		buffer_add_char(&tag, ' ');
		buffer_add(&tag, attribute->name);
		buffer_add_string(&tag, "=\"");
		escape_attribute(&tag, attribute->value.text);
		buffer_add_char(&tag, '"');
	}
	buffer_add_string(&tag, node->first != NULL ? ">" : "/>");
	copy = buffer_copy(&tag, arena);
	buffer_release(&tag);
	return copy;
}

/* Recursion is as deep as the file, which markup_read bounds. */
static void add_content(struct writer *writer, const struct markup_node *node)
{
	const struct markup_node *child;

	for (child = node->first; child != NULL; child = child->next) {
		const struct markup_attribute *name;
		struct text tag;

		if (markup_is_text(child)) {
			add_text(writer, child);
			continue;
		}
		name = statement_get(child, STATEMENT_NAME);
		if (name != NULL) {
			add_child(writer, child, name->value);
			continue;
		}
		if (!is_fixed(child)) {
			fail(writer, child->place,
			    text_format(writer->arena,
				"the element '%.*s' needs an i18n:name, since "
				"what it holds is not fixed",
				TEXT_ARGUMENTS(child->name)));
			continue;
		}
		tag = start_tag(writer->arena, child);
		*list_add(writer->arena, &writer->elements) =
		    (struct phrase_element){ tag, child };
		add_raw(writer, tag);
		if (child->first == NULL)
			continue;
		add_content(writer, child);
		add_raw(writer, text_format(writer->arena, "</%.*s>",
				    TEXT_ARGUMENTS(child->name)));
	}
}

bool phrase_read(struct phrase *phrase, struct arena *arena,
    struct report *report, const struct markup_node *node)
{
	struct writer writer = { .arena = arena, .report = report };

	add_content(&writer, node);
	if (writer.out.length == 0 && !writer.failed)
		fail(&writer, node->place, TEXT("there is no text"));
	*phrase = (struct phrase){
		.node = node,
		.id = buffer_copy(&writer.out, arena),
		.children = writer.children.items,
		.child_count = writer.children.count,
		.elements = writer.elements.items,
		.element_count = writer.elements.count,
	};
	buffer_release(&writer.out);
	return !writer.failed;
}

bool phrase_read_plural(struct phrase *one, struct phrase *other,
    struct arena *arena, struct report *report, const struct markup_node *node)
{
	const struct markup_node *forms[2] = { NULL, NULL };
	const struct markup_node *child;
	bool alone = true;
	bool fine;

	for (child = node->first; child != NULL; child = child->next) {
		if (markup_is_text(child))
			alone &= markup_is_blank(child->text);
		else if (statement_is_form(child, STATEMENT_ONE) &&
		    forms[0] == NULL)
			forms[0] = child;
		else if (statement_is_form(child, STATEMENT_OTHER) &&
		    forms[1] == NULL)
			forms[1] = child;
		else
			alone = false;
	}
	if (!alone || forms[0] == NULL || forms[1] == NULL) {
		report_add(report, MESSAGE_TEMPLATE_PHRASE, node->place,
		    TEXT("i18n:plural needs a child with i18n:one and a child "
			 "with i18n:other, and nothing else"));
		return false;
	}
	fine = phrase_read(one, arena, report, forms[0]);
	return phrase_read(other, arena, report, forms[1]) && fine;
}

const struct phrase_child *phrase_child(const struct phrase *phrase,
    struct text name)
{
	size_t i;

	for (i = 0; i < phrase->child_count; i++) {
		if (text_equal(phrase->children[i].name, name))
			return &phrase->children[i];
	}
	return NULL;
}

/* ---- From a translation to tokens ---- */

struct text phrase_placeholder(struct text text, size_t at)
{
	size_t end;

	if (text.at[at] != '{')
		return (struct text){ 0 };
	for (end = at + 1; end < text.length; end++) {
		char c = text.at[end];

		if (!is_letter(c) && c != '_' &&
		    (end == at + 1 || c < '0' || c > '9'))
			break;
	}
	if (end == text.length || text.at[end] != '}')
		return (struct text){ 0 };
	return text_slice(text, at + 1, end - at - 1);
}

bool phrase_has_placeholder(struct text text)
{
	size_t at;

	for (at = 0; at < text.length; at++) {
		if (phrase_placeholder(text, at).length > 0)
			return true;
	}
	return false;
}

struct parser {
	struct phrase_tokens *tokens;
	struct arena *arena;
	const struct phrase *phrase;
	struct text text;
	size_t at;
	bool *used;   /* by element */
	size_t *open; /* a stack of elements */
	size_t open_count;
};

static void add_token(struct parser *parser, enum phrase_token_kind kind,
    struct text text, size_t element)
{
	*list_add(parser->arena, parser->tokens) =
	    (struct phrase_token){ kind, text, element };
}

static struct text end_tag(struct parser *parser, size_t element)
{
	return text_format(parser->arena, "</%.*s>",
	    TEXT_ARGUMENTS(parser->phrase->elements[element].node->name));
}

static bool parse_tag(struct parser *parser)
{
	struct text rest = text_after(parser->text, parser->at);
	size_t i;

	if (parser->open_count > 0) {
		size_t innermost = parser->open[parser->open_count - 1];
		struct text tag = end_tag(parser, innermost);

		if (text_starts(rest, tag)) {
			add_token(parser, PHRASE_CLOSE, tag, innermost);
			parser->at += tag.length;
			parser->open_count--;
			return true;
		}
	}
	for (i = 0; i < parser->phrase->element_count; i++) {
		const struct phrase_element *element =
		    &parser->phrase->elements[i];

		if (parser->used[i] || !text_starts(rest, element->start))
			continue;
		add_token(parser, PHRASE_OPEN, element->start, i);
		parser->used[i] = true;
		parser->at += element->start.length;
		if (element->node->first != NULL)
			parser->open[parser->open_count++] = i;
		return true;
	}
	return false;
}

static bool parse_place(struct parser *parser, struct text name)
{
	struct text whole = text_slice(parser->text, parser->at,
	    name.length + 2);

	if (text_find(parser->phrase->id, whole, 0) == TEXT_NONE)
		return false;
	add_token(parser, PHRASE_PLACE, name, 0);
	parser->at += whole.length;
	return true;
}

/* Reads the next token; false if it is none of the message's. */
static bool parse_token(struct parser *parser)
{
	struct text name = phrase_placeholder(parser->text, parser->at);
	size_t start = parser->at;

	if (name.length > 0)
		return parse_place(parser, name);
	if (begins_tag(parser->text, start))
		return parse_tag(parser);
	do {
		parser->at++;
	} while (parser->at < parser->text.length &&
	    !begins_tag(parser->text, parser->at) &&
	    phrase_placeholder(parser->text, parser->at).length == 0);
	add_token(parser, PHRASE_TEXT,
	    text_slice(parser->text, start, parser->at - start), 0);
	return true;
}

/* The tag or placeholder at the start of text, for a message. */
static struct text strange(struct text text)
{
	size_t end = text_find_char(text, text.at[0] == '{' ? '}' : '>', 0);

	return end == TEXT_NONE ? text : text_slice(text, 0, end + 1);
}

bool phrase_parse(struct phrase_tokens *tokens, struct text *problem,
    struct arena *arena, const struct phrase *phrase, struct text translation)
{
	struct parser parser = { .tokens = tokens, .arena = arena,
		.phrase = phrase, .text = translation };
	struct text found;
	size_t i;

	*tokens = (struct phrase_tokens){ 0 };
	parser.used = arena_array(arena, bool, phrase->element_count);
	parser.open = arena_array(arena, size_t, phrase->element_count);
	while (parser.at < translation.length) {
		if (parse_token(&parser))
			continue;
		found = strange(text_after(translation, parser.at));
		*problem = text_format(arena,
		    "'%.*s' is not in the message, or not at this place",
		    TEXT_ARGUMENTS(found));
		return false;
	}
	if (parser.open_count > 0) {
		found = end_tag(&parser, parser.open[parser.open_count - 1]);
		*problem = text_format(arena, "'%.*s' is missing",
		    TEXT_ARGUMENTS(found));
		return false;
	}
	for (i = 0; i < phrase->element_count; i++) {
		if (parser.used[i])
			continue;
		*problem = text_format(arena, "'%.*s' is missing",
		    TEXT_ARGUMENTS(phrase->elements[i].start));
		return false;
	}
	return true;
}
