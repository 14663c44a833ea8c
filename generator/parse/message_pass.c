/* Messages for translators, and translations in their places. */
#include "parse/message_put.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/list.h"
#include "base/unicode.h"
#include "parse/attributes.h"
#include "parse/braces.h"
#include "parse/inlines.h"
#include "parse/message.h"
#include "parse/plain.h"
#include "parse/walk.h"
#include "read/matter.h"

#include <cmark.h>

struct units {
	struct unit *items;
	size_t count;
	size_t capacity;
};

static struct leaf *leaf_of(struct pass *pass, cmark_node *node)
{
	struct leaf *leaf = cmark_node_get_user_data(node);

	if (leaf != NULL)
		return leaf;
	leaf = arena_new(pass->scratch, struct leaf);
	/* It fails only without a node. */
	(void)cmark_node_set_user_data(node, leaf);
	return leaf;
}

static cmark_node *holder_of(cmark_node *block)
{
	cmark_node *first = cmark_node_first_child(block);

	return extension_if(first, EXTENSION_TASK) != NULL ? first : block;
}

/* The value of "ctx" among attributes; at NULL if it is not there. */
static struct text context_in(struct text attributes)
{
	struct attribute attribute;

	do {
		attribute = attribute_next(&attributes);
		if (attribute.kind == ATTRIBUTE_PAIR &&
		    text_equal_string(attribute.name, "ctx"))
			return attribute.value;
	} while (attribute.kind != ATTRIBUTE_END &&
	    attribute.kind != ATTRIBUTE_BROKEN);
	return (struct text){ 0 };
}

/* Braces behind prose are prose, unless they begin with "ctx=". */
static bool ends_in_context(cmark_node *text)
{
	struct text literal = { 0 };
	size_t at = 0, brace = TEXT_NONE;

	if (cmark_node_get_type(text) == CMARK_NODE_TEXT)
		literal = text_from(cmark_node_get_literal(text));
	if (!text_ends(literal, TEXT("}")))
		return false;
	while ((at = text_find_char(literal, '{', at)) != TEXT_NONE)
		brace = at++;
	return brace != TEXT_NONE &&
	    text_starts(text_after(literal, brace), TEXT("{ctx="));
}

void contexts_find(struct pass *pass)
{
	size_t i;

	for (i = 0; i < pass->leaves.count; i++) {
		cmark_node *block = pass->leaves.items[i];
		cmark_node *last = cmark_node_last_child(holder_of(block));
		struct text attributes;

		if (cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH &&
		    ends_in_context(last) &&
		    braces_take(&attributes, pass->scratch, last,
			locate_lines(pass->locator, block)))
			leaf_of(pass, block)->context =
			    context_in(attributes);
	}
}

static struct block_message *add_message(struct pass *pass,
    enum message_kind kind, struct text id, struct place place)
{
	struct block_message *message =
	    list_add(pass->scratch, &pass->messages);

	message->kind = kind;
	message->id = id;
	message->place = place;
	return message;
}

static struct translation ask(struct pass *pass,
    const struct block_message *message)
{
	struct translator *translator = pass->options->translator;
	struct translation translation = { .state = TRANSLATION_MISSING };

	if (translator != NULL)
		translator->translate(&translation, translator, message);
	return translation;
}

static void count_state(struct pass *pass, enum translation_state state)
{
	pass->document->stale_count += state == TRANSLATION_STALE;
	pass->document->missing_count += state == TRANSLATION_MISSING;
}

static enum translation_state translate_field(struct pass *pass,
    enum message_kind kind, struct field_text *field)
{
	struct translation translation;

	if (field->text.length == 0)
		return TRANSLATION_CURRENT;
	translation = ask(pass,
	    add_message(pass, kind, field->text, field->place));
	if (pass->options->translator == NULL)
		return TRANSLATION_CURRENT;
	if (translation.state != TRANSLATION_MISSING)
		field->text = text_copy(pass->arena, translation.text);
	count_state(pass, translation.state);
	return translation.state;
}

static void translate_matter(struct pass *pass)
{
	struct document *document = pass->document;
	struct matter *matter = pass->options->matter;
	size_t i;

	if (matter == NULL)
		return;
	document->title_state =
	    translate_field(pass, KIND_TITLE, &matter->title);
	document->description_state =
	    translate_field(pass, KIND_DESCRIPTION, &matter->description);
	for (i = 0; i < matter->goals.count; i++)
		(void)translate_field(pass, KIND_GOAL,
		    &matter->goals.items[i]);
}

static enum message_kind kind_of(cmark_node *block)
{
	const struct extension *extension = extension_of(block);
	cmark_node *parent = cmark_node_parent(block);

	if (extension != NULL) {
		switch (extension->kind) {
		case EXTENSION_CELL:
			return KIND_CELL;
		case EXTENSION_CAPTION:
			return KIND_CAPTION;
		case EXTENSION_TERM:
			return KIND_TERM;
		case EXTENSION_CALLOUT_TITLE:
			return KIND_CALLOUT;
		default:
			return KIND_PARAGRAPH; /* a figure's image */
		}
	}
	if (cmark_node_get_type(block) == CMARK_NODE_HEADING)
		return KIND_HEADING;
	return cmark_node_get_type(parent) == CMARK_NODE_ITEM &&
		cmark_node_first_child(parent) == block
	    ? KIND_ITEM
	    : KIND_PARAGRAPH;
}

static void take_attributes(struct pass *pass, cmark_node *heading)
{
	struct leaf *leaf = leaf_of(pass, heading);

	leaf->took_attributes = braces_take(&leaf->attributes, pass->scratch,
	    cmark_node_last_child(heading),
	    locate_lines(pass->locator, heading));
	if (leaf->took_attributes)
		leaf->context = context_in(leaf->attributes);
}

/* Adds a block, with its message. */
static void add_unit(struct pass *pass, struct units *units,
    cmark_node *block, bool is_title)
{
	const struct extension *extension = extension_of(block);
	struct unit unit = { .block = block, .holder = holder_of(block) };
	cmark_node *first = cmark_node_first_child(unit.holder);
	struct block_message *message;

	unit.is_figure = extension_if(block, EXTENSION_FIGURE) != NULL;
	canonical_write(&unit.canonical, &pass->masks, first,
	    unit.is_figure ? first : cmark_node_last_child(unit.holder));
	unit.canonical.text = text_trim(unit.canonical.text);
	if (unit.canonical.text.length == 0)
		return;
	unit.lines = extension != NULL
	    ? extension->lines
	    : locate_lines(pass->locator, block);
	message = add_message(pass, is_title ? KIND_TITLE : kind_of(block),
	    unit.canonical.text, pass_place(pass, unit.lines.at));
	if (extension == NULL)
		message->context = leaf_of(pass, block)->context;
	unit.translation = ask(pass, message);
	*list_add(pass->scratch, &pass->message_nodes) = block;
	*list_add(pass->scratch, units) = unit;
}

static void find_units(struct pass *pass, struct units *units,
    cmark_node *root)
{
	const struct matter *matter = pass->options->matter;
	cmark_node *title = pass_title(root);
	struct walk walk = walk_children(root);
	bool shows_title = matter == NULL || matter->title.text.length == 0;

	while (walk_next(&walk)) {
		bool is_heading =
		    cmark_node_get_type(walk.node) == CMARK_NODE_HEADING;

		if (!walk.entering)
			continue;
		if (is_heading)
			take_attributes(pass, walk.node);
		if (pass_holds_inlines(walk.node))
			walk.entering = false;
		else if (extension_if(walk.node, EXTENSION_FIGURE) == NULL)
			continue;
		if (cmark_node_first_child(walk.node) != NULL &&
		    (walk.node != title || shows_title))
			add_unit(pass, units, walk.node, walk.node == title);
	}
}

/* Links and images remember where they are in the source, since their
 * translations stand elsewhere. */
static void find_places(struct locator *locator, struct unit *unit)
{
	struct walk walk = walk_children(unit->holder);

	locate_enter_lines(locator, unit->lines);
	while (walk_next(&walk)) {
		cmark_node_type type = cmark_node_get_type(walk.node);

		if (walk.entering && type == CMARK_NODE_CODE)
			locate_code(locator, walk.node);
		else if (walk.entering && type == CMARK_NODE_HTML_INLINE)
			(void)locate_html(locator, walk.node);
		else if (!walk.entering &&
		    (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE))
			(void)cmark_node_set_user_data(walk.node,
			    (void *)(uintptr_t)(locate_link(locator,
				walk.node) + 1));
	}
}

/* The same text without what the passes to come make of it. */
static struct text plain_of(struct pass *pass, cmark_node *parent)
{
	struct buffer buffer = { 0 };
	struct buffer plain = { 0 };
	struct text text;
	size_t at = 0;

	plain_text(&buffer, parent);
	text = buffer_text(&buffer);
	while (at < text.length) {
		struct text rest = text_after(text, at);
		size_t end = text_find_char(rest, ']', 0);

		if (text_starts(rest, TEXT("~~"))) {
			at += 2;
		} else if (text_starts(rest, TEXT("[^")) &&
		    end != TEXT_NONE) {
			at += end + 1;
		} else {
			buffer_add_char(&plain, text.at[at++]);
		}
	}
	text = masks_plain(&pass->masks, buffer_text(&plain));
	buffer_release(&buffer);
	buffer_release(&plain);
	return text;
}

static struct shown *new_shown(struct pass *pass, const struct unit *unit)
{
	struct shown *shown = arena_new(pass->scratch, struct shown);
	struct extension *extension = extension_of(unit->block);

	if (extension != NULL)
		extension->shown = shown;
	else
		leaf_of(pass, unit->block)->shown = shown;
	return shown;
}

/* What is to be parsed: what is translated, and what stale ones translate. */
struct texts {
	struct text *items;
	size_t count;
	size_t capacity;
	cmark_node **paragraphs; /* of each */
};

/* A translation that says what the message does has it already. */
static bool is_wanted(const struct unit *unit)
{
	return unit->translation.state != TRANSLATION_MISSING &&
	    !text_equal(unit->translation.text, unit->canonical.text);
}

static void parse_texts(struct pass *pass, struct texts *texts,
    const struct units *units)
{
	size_t i;

	for (i = 0; i < units->count; i++) {
		const struct unit *unit = &units->items[i];

		if (is_wanted(unit))
			*list_add(pass->scratch, texts) =
			    unit->translation.text;
		if (unit->translation.state == TRANSLATION_STALE)
			*list_add(pass->scratch, texts) =
			    unit->translation.previous;
	}
	texts->paragraphs =
	    arena_array(pass->scratch, cmark_node *, texts->count);
	inlines_parse(texts->paragraphs, &pass->masks, texts->items,
	    texts->count);
}

static void translate_unit(struct pass *pass, struct unit *unit,
    struct locator *locator, cmark_node ***next)
{
	struct shown *shown = new_shown(pass, unit);
	bool is_stale = unit->translation.state == TRANSLATION_STALE;
	cmark_node *paragraph = is_wanted(unit) ? *(*next)++ : NULL;

	if (is_stale) {
		cmark_node *previous = *(*next)++;

		if (previous != NULL)
			shown->previous = plain_of(pass, previous);
		shown->present = plain_of(pass, unit->holder);
	}
	if (is_wanted(unit)) {
		if (unit->canonical.links.count +
			unit->canonical.images.count > 0)
			find_places(locator, unit);
		if (!message_put(pass, unit, paragraph))
			unit->translation.state = TRANSLATION_MISSING;
	}
	shown->state = unit->translation.state;
	count_state(pass, shown->state);
}

void messages_find(struct pass *pass, struct cmark_node *root)
{
	struct locator locator = *pass->locator;
	struct units units = { 0 };
	struct texts texts = { 0 };
	cmark_node *title = pass_title(root);
	cmark_node **next;
	size_t i;

	translate_matter(pass);
	find_units(pass, &units, root);
	if (pass->options->translator == NULL)
		return;
	parse_texts(pass, &texts, &units);
	next = texts.paragraphs;
	for (i = 0; i < units.count; i++) {
		struct unit *unit = &units.items[i];

		translate_unit(pass, unit, &locator, &next);
		if (unit->block == title)
			pass->document->title_state = unit->translation.state;
	}
}

struct text message_hash(struct arena *arena,
    const struct block_message *messages, size_t count)
{
	struct buffer all = { 0 };
	struct text name;
	size_t i;

	for (i = 0; i < count; i++) {
		buffer_format(&all, "%d ", (int)messages[i].kind);
		buffer_add(&all, messages[i].context);
		buffer_add_char(&all, '\4');
		buffer_add(&all, messages[i].id);
		buffer_add_char(&all, '\0');
	}
	name = hash_name(arena, hash_bytes(buffer_text(&all)));
	buffer_release(&all);
	return name;
}
