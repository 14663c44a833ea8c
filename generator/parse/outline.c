#include "parse/outline.h"

#include "base/list.h"
#include "base/unicode.h"
#include "parse/attributes.h"
#include "parse/braces.h"
#include "parse/pass.h"
#include "parse/plain.h"
#include "parse/slug.h"

#include <cmark.h>
#include <string.h>

static struct place place_at(const struct outline *outline, size_t offset)
{
	return (struct place){ outline->locator->source, offset };
}

/* The place of a byte of the source. */
static struct place place_of(const struct outline *outline, const char *at)
{
	const char *start = outline->locator->source->bytes.at;

	return place_at(outline, (size_t)(at - start));
}

static void report_syntax(struct outline *outline, const char *at)
{
	report_add(outline->report, MESSAGE_ATTRIBUTES_SYNTAX,
	    place_of(outline, at),
	    TEXT("{#anchor principles=\"id id\"}"));
}

/* "{#word" that is left in the text of a heading is an author's slip, unless
 * it is escaped in the lines before the attributes. */
static void report_stray(struct outline *outline, struct cmark_node *node,
    struct text lines)
{
	cmark_node *child;

	for (child = cmark_node_first_child(node); child != NULL;
	     child = cmark_node_next(child)) {
		struct text text = text_from(cmark_node_get_literal(child));
		const char *at = NULL;
		size_t brace = text_find(text, TEXT("{#"), 0);

		if (brace != TEXT_NONE &&
		    cmark_node_get_type(child) == CMARK_NODE_TEXT) {
			text = text_after(text, brace);
			text.length = strcspn(text.at, " \t}");
			at = braces_find(lines, text, false);
		}
		if (at == NULL)
			continue;
		report_syntax(outline, at);
		return;
	}
}

static void read_anchor(struct outline *outline, struct heading *heading,
    struct text value)
{
	struct place place = place_of(outline, value.at);

	if (!braces_is_anchor(value)) {
		report_add(outline->report, MESSAGE_ANCHOR_INVALID, place,
		    value);
		return;
	}
	heading->anchor = text_copy(outline->arena,
	    unicode_nfc(outline->scratch, value));
	heading->anchor_offset = place.offset;
}

static void read_principles(struct outline *outline, struct heading *heading,
    struct text value)
{
	struct text rest = value;
	struct text id;
	size_t count = 0;

	while (text_word(&id, &rest))
		count++;
	heading->annotations =
	    arena_array(outline->arena, struct annotation, count);
	heading->annotation_count = count;
	for (count = 0; text_word(&id, &value); count++)
		heading->annotations[count] = (struct annotation){
			.id = text_copy(outline->arena, id),
			.place = place_of(outline, id.at),
		};
}

static void report_unknown(struct outline *outline, struct place place,
    struct text name)
{
	static const struct text known[] = { { "principles", 10 },
		{ "ctx", 3 } };

	report_add(outline->report, MESSAGE_ATTRIBUTE_UNKNOWN, place, name,
	    text_nearest(name, known, 2));
}

/* The same attribute twice is as little understood as a broken one. */
static void read_attributes(struct outline *outline, struct heading *heading,
    struct text rest)
{
	bool has_anchor = false;
	struct attribute attribute;

	while ((attribute = attribute_next(&rest)).kind != ATTRIBUTE_END) {
		bool is_pair = attribute.kind == ATTRIBUTE_PAIR;
		bool is_principles = is_pair &&
		    text_equal_string(attribute.name, "principles");
		bool is_context = is_pair &&
		    text_equal_string(attribute.name, "ctx");

		if (attribute.kind == ATTRIBUTE_BROKEN ||
		    (attribute.kind == ATTRIBUTE_ANCHOR && has_anchor) ||
		    (is_principles && heading->annotations != NULL)) {
			report_syntax(outline, attribute.name.at);
			return;
		}
		if (attribute.kind == ATTRIBUTE_ANCHOR)
			read_anchor(outline, heading, attribute.value);
		else if (is_principles)
			read_principles(outline, heading, attribute.value);
		else if (!is_context) /* that is for messages */
			report_unknown(outline,
			    place_of(outline, attribute.name.at),
			    attribute.name);
		has_anchor = has_anchor || attribute.kind == ATTRIBUTE_ANCHOR;
	}
}

static struct text title_of(struct outline *outline, struct cmark_node *node)
{
	struct buffer buffer = { 0 };
	struct text title;

	plain_text(&buffer, node);
	title = text_copy(outline->arena,
	    unicode_nfc(outline->scratch, buffer_text(&buffer)));
	buffer_release(&buffer);
	return title;
}

/* Only headings of the document itself begin sections, not those in lists and
 * quotations. */
static bool begins_section(const struct outline *outline,
    const struct heading *heading)
{
	cmark_node *parent = cmark_node_parent(heading->node);

	if (cmark_node_get_type(parent) != CMARK_NODE_DOCUMENT)
		return false;
	return heading->level <= 2 || heading->annotation_count > 0 ||
	    heading->level <= outline->section_level;
}

struct heading *outline_add(struct outline *outline, struct cmark_node *node)
{
	struct heading *heading = list_add(outline->scratch, outline);
	cmark_node *last = cmark_node_last_child(node);
	const struct leaf *leaf = cmark_node_get_user_data(node);
	struct text lines = locate_lines(outline->locator, node);
	struct text attributes;
	bool has_attributes;

	heading->node = node;
	heading->level = cmark_node_get_heading_level(node);
	heading->offset = locate_block(outline->locator, node);
	if (leaf != NULL) {
		has_attributes = leaf->took_attributes;
		attributes = leaf->attributes;
	} else {
		has_attributes = braces_take(&attributes, outline->scratch,
		    last, lines);
	}
	if (has_attributes) {
		read_attributes(outline, heading, attributes);
		lines.length = (size_t)(attributes.at - lines.at) - 1;
	}
	report_stray(outline, node, lines);
	heading->title = title_of(outline, node);
	heading->begins_section = begins_section(outline, heading);
	if (heading->begins_section)
		outline->section_level = heading->level;
	return heading;
}

void outline_reserve(struct outline *outline, struct text *anchor,
    size_t offset)
{
	*list_add(outline->scratch, &outline->reserved) = (struct reserved){
		.anchor = anchor,
		.offset = offset,
		.heading = outline->count,
	};
}

struct heading outline_take_title(struct outline *outline)
{
	struct heading *last = &outline->items[--outline->count];
	struct heading heading = *last;

	*last = (struct heading){ 0 }; /* as list_add expects it */
	outline->section_level = 0;
	if (heading.anchor_offset > 0)
		report_unknown(outline,
		    place_at(outline, heading.anchor_offset - 1),
		    text_format(outline->scratch, "#%.*s",
			TEXT_ARGUMENTS(heading.anchor)));
	return heading;
}

/* The next free one of slug, slug-2, slug-3; counters has for each slug the
 * last number given, so that thousands of equal headings take no longer. */
static struct text automatic(struct outline *outline, struct table *used,
    struct table *counters, struct text slug)
{
	size_t *counter = table_get(counters, slug);
	struct text anchor = slug;

	if (counter == NULL) {
		counter = arena_new(outline->scratch, size_t);
		*counter = 1;
		table_put(counters, outline->scratch, slug, counter);
	}
	while (table_get(used, anchor) != NULL)
		anchor = text_format(outline->scratch, "%.*s-%zu",
		    TEXT_ARGUMENTS(slug), ++*counter);
	return text_copy(outline->arena, anchor);
}

/* Of equal ones written by the author the first is kept, those of headings
 * before all others. */
static void report_twice(struct outline *outline, struct table *used)
{
	size_t i;

	for (i = 0; i < outline->count; i++) {
		struct heading *heading = &outline->items[i];

		if (heading->anchor_offset == 0 ||
		    table_put(used, outline->scratch, heading->anchor,
			heading) == NULL)
			continue;
		report_add(outline->report, MESSAGE_ANCHOR_TWICE,
		    place_at(outline, heading->anchor_offset),
		    heading->anchor);
		heading->anchor_offset = 0;
	}
	for (i = 0; i < outline->reserved.count; i++) {
		struct reserved *reserved = &outline->reserved.items[i];

		if (table_put(used, outline->scratch, *reserved->anchor,
			reserved) == NULL)
			continue;
		report_add(outline->report, MESSAGE_ANCHOR_TWICE,
		    place_at(outline, reserved->offset), *reserved->anchor);
		*reserved->anchor = (struct text){ 0 };
	}
}

void outline_finish(struct outline *outline)
{
	struct table used = { 0 };
	struct table counters = { 0 };
	size_t i;

	report_twice(outline, &used);
	for (i = 0; i < outline->count; i++) {
		struct heading *heading = &outline->items[i];

		if (heading->anchor_offset > 0)
			continue;
		if (i < outline->anchor_count) {
			heading->anchor =
			    text_copy(outline->arena, outline->anchors[i]);
			continue;
		}
		heading->anchor = automatic(outline, &used, &counters,
		    text_is_empty(heading->anchor)
			? slug_from(outline->scratch, heading->title,
			      outline->language)
			: heading->anchor);
		table_put(&used, outline->scratch, heading->anchor, heading);
	}
}
