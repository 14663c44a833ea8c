#include "render/handout_rows.h"

#include "base/list.h"
#include "render/escape.h"
#include "render/html_ids.h"
#include "render/html_tag.h"
#include "render/link_targets.h"
#include "render/view_body.h"

/* Blocks of one side. */
struct blocks {
	struct text *html, *keys;
	size_t count;
};

/* The level of the headings under that of an item. */
static int base_level(const struct handout_item *item)
{
	return item->number.length > 0 ? 3 : 2;
}

/* HTML as this page wants it: ids, levels, numbers of links. */
static struct text fit(const struct view *view, struct text html,
    const struct html_ids *ids)
{
	struct buffer out = { 0 }, marked = { 0 };
	struct text text;

	html_ids_add(&out, html, ids);
	if (view->targets != NULL)
		link_targets_mark(&marked, view->targets, buffer_text(&out));
	text = buffer_copy(
	    view->targets != NULL ? &marked : &out, view->arena);
	buffer_release(&marked);
	buffer_release(&out);
	return text;
}

static struct text part_html(const struct view *view,
    const struct handout_side *side, const struct section *section,
    const struct body *body, size_t begin, size_t end,
    const struct html_ids *ids)
{
	struct body_part part = {
		.edition = section != NULL ? section->edition : side->edition,
		.body = body,
		.begin = begin,
		.end = end,
		.inside = side->whole,
	};
	struct buffer out = { 0 };
	struct text html;

	body_part_add(&out, view, &part);
	html = fit(view, buffer_text(&out), ids);
	buffer_release(&out);
	return html;
}

/* The address of the first block in html that has one. */
static struct text key_of(struct text html)
{
	struct html_tag tag;
	struct text key = { 0 };
	size_t at = 0;

	while (html_tag_next(&tag, html, at) &&
	    (tag.closing || !html_tag_value(&key, &tag, TEXT("data-b"))))
		at = html_tag_end(&tag, html);
	return key;
}

/* Headings in running text keep their order; those in an exercise or for
 * trainers are under the one of their part. */
static struct html_ids ids_for(const struct handout_item *item,
    const struct handout_side *side, enum body_block_kind kind)
{
	struct html_ids ids = { .prefix = side->prefix };

	if (kind == BODY_BLOCK_PLAIN)
		ids.shift = base_level(item) - 2;
	else
		ids.level = base_level(item) + 1;
	return ids;
}

static bool is_of(const struct body_block *block, enum body_block_kind kind)
{
	return block->kind == kind ||
	    (kind == BODY_BLOCK_EXERCISE &&
		block->kind == BODY_BLOCK_EXERCISE_HEADING);
}

static struct blocks blocks_of(const struct view *view,
    const struct handout_topic *topic, const struct handout_side *side,
    const struct section *section, enum body_block_kind kind)
{
	struct html_ids ids = ids_for(topic->part->item, side, kind);
	struct blocks found = { 0 };
	const struct body_blocks *blocks;
	const struct body *body;
	size_t i;

	if (section == NULL)
		return found;
	blocks = kind == BODY_BLOCK_FACILITATOR
	    ? &section->text->trainer_blocks
	    : &section->text->blocks;
	body = kind == BODY_BLOCK_FACILITATOR ? &section->text->trainer
					      : &section->text->body;
	found.html = arena_array(view->arena, struct text, blocks->count);
	found.keys = arena_array(view->arena, struct text, blocks->count);
	for (i = 0; i < blocks->count; i++) {
		struct text html;

		if (!is_of(&blocks->items[i], kind))
			continue;
		html = part_html(view, side, section, body,
		    blocks->items[i].offset,
		    i + 1 < blocks->count ? blocks->items[i + 1].offset
					  : body->bytes.length,
		    &ids);
		found.html[found.count] = html;
		found.keys[found.count++] = key_of(html);
	}
	return found;
}

static size_t find_key(const struct text *keys, size_t count, size_t from,
    struct text key)
{
	for (; from < count; from++)
		if (text_equal(keys[from], key))
			return from;
	return TEXT_NONE;
}

size_t handout_pairs(struct handout_pair *pairs, const struct text *own,
    size_t own_count, const struct text *other, size_t other_count)
{
	size_t count = 0, at = 0, i;

	for (i = 0; i < own_count; i++) {
		size_t beside = TEXT_NONE;

		if (own[i].length > 0)
			beside = find_key(other, other_count, at, own[i]);
		else if (at < other_count && other[at].length == 0)
			beside = at;
		for (; beside != TEXT_NONE && at < beside; at++)
			pairs[count++] =
			    (struct handout_pair){ TEXT_NONE, at };
		pairs[count++] = (struct handout_pair){ i, beside };
		if (beside != TEXT_NONE)
			at = beside + 1;
	}
	for (; at < other_count; at++)
		pairs[count++] = (struct handout_pair){ TEXT_NONE, at };
	return count;
}

static const struct locale *locale_of(const struct section *section)
{
	return section != NULL ? section->edition->locale : NULL;
}

static struct text escaped(struct arena *arena, struct text text)
{
	struct buffer out = { 0 };
	struct text copy;

	escape_text(&out, text);
	copy = buffer_copy(&out, arena);
	buffer_release(&out);
	return copy;
}

/* A heading below that of the exercises or of the facilitator's page; with
 * the section's id if it stands nowhere else. */
static struct text heading_below(const struct view *view,
    const struct handout_topic *topic, bool own, bool with_id)
{
	const struct handout_side *side =
	    own ? &topic->part->own : &topic->part->other;
	const struct section *section = own ? topic->own : topic->other;
	struct html_ids ids = { .prefix = side->prefix };
	const struct section_text *text;
	int level = base_level(topic->part->item) + 1;
	struct text id;

	if (section == NULL || section->text->title.length == 0)
		return (struct text){ 0 };
	text = section->text;
	if (!with_id)
		return text_format(view->arena, "<h%d>%.*s</h%d>\n", level,
		    TEXT_ARGUMENTS(escaped(view->arena, text->title)), level);
	id = text_format(view->arena, " id=\"%.*s%.*s\" data-b=\"%.*s.0\"",
	    TEXT_ARGUMENTS(side->prefix), TEXT_ARGUMENTS(text->anchor),
	    TEXT_ARGUMENTS(text->address));
	return text_format(view->arena, "<h%d%.*s>%.*s</h%d>\n", level,
	    TEXT_ARGUMENTS(id),
	    TEXT_ARGUMENTS(part_html(view, side, section, &text->title_body, 0,
		text->title_body.bytes.length, &ids)),
	    level);
}

static struct text heading_html(const struct view *view,
    const struct handout_topic *topic, const struct handout_side *side,
    const struct section *section)
{
	struct html_ids ids = { .prefix = side->prefix };
	const struct section_text *text;
	struct text number = side == &topic->part->own ? topic->number
						       : topic->other_number;
	int level;

	if (section == NULL || section->text->title.length == 0)
		return (struct text){ 0 };
	text = section->text;
	level = (text->level < 2 ? 2 : text->level) +
	    base_level(topic->part->item) - 2;
	level = level > 6 ? 6 : level;
	return text_format(view->arena,
	    "<h%d id=\"%.*s%.*s\" data-b=\"%.*s.0\">"
	    "<span class=\"ordinal\">%.*s.</span> %.*s</h%d>",
	    level, TEXT_ARGUMENTS(side->prefix), TEXT_ARGUMENTS(text->anchor),
	    TEXT_ARGUMENTS(text->address), TEXT_ARGUMENTS(number),
	    TEXT_ARGUMENTS(part_html(view, side, section, &text->title_body, 0,
		text->title_body.bytes.length, &ids)),
	    level);
}

/* The heading above what a topic has of a kind: of exercises if it stands
 * nowhere else, of notes for trainers always. */
static void add_heading(struct handout_rows *rows, const struct view *view,
    const struct handout_topic *topic, enum body_block_kind kind)
{
	if (kind == BODY_BLOCK_PLAIN ||
	    (kind == BODY_BLOCK_EXERCISE && !topic->moved))
		return;
	*list_add(view->arena, rows) = (struct handout_row){
		.own_locale = locale_of(topic->own),
		.other_locale = locale_of(topic->other),
		.own = heading_below(view, topic, true,
		    kind == BODY_BLOCK_EXERCISE),
		.other = heading_below(view, topic, false,
		    kind == BODY_BLOCK_EXERCISE),
		.head = true,
	};
}

void handout_rows_add(struct handout_rows *rows, const struct view *view,
    const struct handout_topic *topic, enum body_block_kind kind)
{
	struct blocks own = blocks_of(
	    view, topic, &topic->part->own, topic->own, kind);
	struct blocks other = blocks_of(
	    view, topic, &topic->part->other, topic->other, kind);
	struct handout_pair *pairs = arena_array(
	    view->arena, struct handout_pair, own.count + other.count);
	size_t count = handout_pairs(
	    pairs, own.keys, own.count, other.keys, other.count);
	size_t i;

	if (count > 0)
		add_heading(rows, view, topic, kind);
	for (i = 0; i < count; i++) {
		struct handout_row *row = list_add(view->arena, rows);
		struct html_tag tag;

		row->own_locale = locale_of(topic->own);
		row->other_locale = locale_of(topic->other);
		if (pairs[i].own != TEXT_NONE)
			row->own = own.html[pairs[i].own];
		if (pairs[i].other != TEXT_NONE)
			row->other = other.html[pairs[i].other];
		row->head = html_tag_next(&tag, row->own, 0) &&
		    html_tag_heading(&tag) > 0;
	}
}

struct handout_row handout_row_heading(const struct view *view,
    const struct handout_topic *topic)
{
	return (struct handout_row){
		.own_locale = locale_of(topic->own),
		.other_locale = locale_of(topic->other),
		.own = heading_html(
		    view, topic, &topic->part->own, topic->own),
		.other = heading_html(
		    view, topic, &topic->part->other, topic->other),
		.head = true,
	};
}

/* Whether a part's sections refer to a note. */
static bool is_referred(const struct handout_part *part, bool own,
    const char *reference)
{
	size_t i;

	for (i = 0; i < part->topic_count; i++) {
		const struct section *section =
		    own ? part->topics[i].own : part->topics[i].other;

		if (section != NULL &&
		    (text_find(section->text->body.bytes,
			 text_from(reference), 0) != TEXT_NONE ||
			text_find(section->text->title_body.bytes,
			    text_from(reference), 0) != TEXT_NONE))
			return true;
	}
	return false;
}

/* The notes are a list; each item of it is one, however deep it goes. */
static struct text notes_html(const struct view *view,
    const struct handout_part *part, bool own)
{
	const struct handout_side *side = own ? &part->own : &part->other;
	struct html_ids ids = { .prefix = side->prefix };
	struct buffer out = { 0 };
	const struct body *notes;
	struct text html;
	size_t at, number;

	if (side->edition == NULL)
		return (struct text){ 0 };
	notes = &side->edition->document.notes;
	at = text_find(notes->bytes, TEXT("<li id=\"note."), 0);
	for (number = 1; at != TEXT_NONE; number++) {
		struct text call = text_format(
		    view->arena, "href=\"#note.%zu\"", number);
		struct text mark = text_format(
		    view->arena, "<li id=\"note.%zu\"", number + 1);
		size_t next = text_find(notes->bytes, mark, at);
		size_t end = next != TEXT_NONE
		    ? next
		    : notes->bytes.length - sizeof("</ol>\n") + 1;

		if (side->whole || is_referred(part, own, call.at))
			buffer_format(&out, "<li value=\"%zu\"%.*s", number,
			    TEXT_ARGUMENTS(text_after(
				part_html(view, side, NULL, notes, at, end,
				    &ids),
				sizeof("<li") - 1)));
		at = next;
	}
	html = out.length > 0
	    ? text_format(view->arena, "<ol>\n%.*s</ol>\n",
		  TEXT_ARGUMENTS(buffer_text(&out)))
	    : (struct text){ 0 };
	buffer_release(&out);
	return html;
}

struct handout_row handout_row_notes(const struct view *view,
    const struct handout_part *part)
{
	return (struct handout_row){
		.own_locale = part->own.edition->locale,
		.other_locale = part->other.edition != NULL
		    ? part->other.edition->locale
		    : NULL,
		.own = notes_html(view, part, true),
		.other = notes_html(view, part, false),
	};
}

struct text handout_rows_html(const struct view *view,
    const struct handout_rows *rows)
{
	struct buffer out = { 0 };
	struct text html;
	size_t i;

	for (i = 0; i < rows->count; i++)
		buffer_add(&out, rows->items[i].own);
	html = buffer_copy(&out, view->arena);
	buffer_release(&out);
	return html;
}
