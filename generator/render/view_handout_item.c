/* The slots of what a handout is made of: items, parts, topics, rows. */
#include "render/view_handout.h"

#include "render/handout_rows.h"
#include "render/handout_timing.h"

/* HTML in the language of a locale; absent if there is none. */
static void html_in(struct slot_value *value, const struct view *view,
    struct text html, const struct locale *locale)
{
	if (locale != NULL)
		value_in(value, view, html, locale);
	else
		value->absent = true;
}

static void value_rows(struct slot_value *value, const struct view *view,
    const struct handout_rows *rows)
{
	value_array(
	    value, view, rows->items, sizeof(*rows->items), rows->count);
}

static void value_html(struct slot_value *value, const struct view *view,
    const struct handout_rows *rows)
{
	html_in(value, view, handout_rows_html(view, rows),
	    rows->count > 0 ? rows->items[0].own_locale : NULL);
}

void item_title_of(struct slot_value *value, const struct view *view,
    const struct handout_item *item)
{
	if (item->principle != NULL)
		value_message(value, view, TEXT(""),
		    item->principle->entry->name.text);
	else
		value_in(value, view, item->edition->title,
		    view_locale_of(item->edition,
			item->edition->document.title_state));
}

GETTER(item_title)
{
	item_title_of(value, context, object);
}

/* In the second language. */
GETTER(item_other_title)
{
	const struct view *view = context;
	const struct handout_item *item = object;
	const struct locale *with = item->plan->handout->with;

	if (item->principle != NULL && with != NULL)
		value_message_in(
		    value, view, item->principle->entry->name.text, with);
	else if (item->other != NULL)
		value_in(value, view, item->other->title,
		    view_locale_of(item->other,
			item->other->document.title_state));
	else
		value->absent = true;
}

GETTER(item_number)
{
	const struct handout_item *item = object;

	(void)context;
	value_text(value, item->number);
}

GETTER(item_id)
{
	const struct handout_item *item = object;

	(void)context;
	value_text(value, item->id);
}

GETTER(item_article)
{
	const struct handout_item *item = object;

	(void)context;
	value_object(value, item->edition);
}

GETTER(item_principle)
{
	const struct handout_item *item = object;

	(void)context;
	value_object(value, item->principle);
}

static void goals_of(struct slot_value *value, const struct view *view,
    const struct edition *edition)
{
	const struct field_texts *goals;

	if (edition == NULL) {
		value->absent = true;
		return;
	}
	goals = &edition->matter.goals;
	value_array(value, view, goals->items, sizeof(*goals->items),
	    goals->count);
}

GETTER(item_goals)
{
	const struct handout_item *item = object;

	goals_of(value, context, item->edition);
}

GETTER(item_other_goals)
{
	const struct handout_item *item = object;

	goals_of(value, context, item->other);
}

GETTER(item_parts)
{
	const struct handout_item *item = object;

	value_array(value, context, item->parts, sizeof(*item->parts),
	    item->part_count);
}

GETTER(item_other_language)
{
	const struct handout_item *item = object;

	(void)context;
	value_text(value, item->other != NULL ? item->other->locale->tag
					      : TEXT(""));
}

GETTER(item_other_direction)
{
	const struct handout_item *item = object;

	(void)context;
	value_text(value,
	    item->other != NULL && item->other->locale->rtl ? TEXT("rtl")
							    : TEXT("ltr"));
}

static struct handout_rows rows_of(const struct view *view,
    const struct handout_item *item, enum body_block_kind kind)
{
	struct handout_rows rows = { 0 };
	size_t i, j;

	for (i = 0; i < item->part_count; i++)
		for (j = 0; j < item->parts[i].topic_count; j++)
			handout_rows_add(&rows, view,
			    &item->parts[i].topics[j], kind);
	return rows;
}

GETTER(item_exercises)
{
	const struct handout_item *item = object;

	(void)context;
	value_flag(value, item->exercises_number.length > 0);
}

GETTER(item_exercises_number)
{
	const struct handout_item *item = object;

	(void)context;
	value_text(value, item->exercises_number);
}

GETTER(item_exercises_rows)
{
	struct handout_rows rows =
	    rows_of(context, object, BODY_BLOCK_EXERCISE);

	value_rows(value, context, &rows);
}

GETTER(item_facilitator)
{
	const struct handout_item *item = object;

	(void)context;
	value_flag(value, item->facilitator_number.length > 0);
}

GETTER(item_facilitator_number)
{
	const struct handout_item *item = object;

	(void)context;
	value_text(value, item->facilitator_number);
}

GETTER(item_facilitator_rows)
{
	struct handout_rows rows =
	    rows_of(context, object, BODY_BLOCK_FACILITATOR);

	value_rows(value, context, &rows);
}

GETTER(item_timings)
{
	const struct view *view = context;
	struct handout_timings timings = handout_timings_of(view, object);

	value_array(value, view, timings.items, sizeof(*timings.items),
	    timings.count);
}

GETTER(item_minutes)
{
	const struct view *view = context;
	struct handout_timings timings = handout_timings_of(view, object);

	value_number(value, view, timings.total);
}

SLOT_TYPE(item,
    { "title", SLOT_TEXT, NULL, item_title,
	"title of the article, name of the principle" },
    { "other_title", SLOT_TEXT, NULL, item_other_title,
	"the same in the second language" },
    { "number", SLOT_TEXT, NULL, item_number,
	"its number; absent if it is the only one" },
    { "id", SLOT_TEXT, NULL, item_id, "id for its element" },
    { "article", SLOT_OBJECT, &view_article, item_article,
	"the article, if it is one" },
    { "principle", SLOT_OBJECT, &view_principle, item_principle,
	"the principle, if it is one" },
    { "goals", SLOT_LIST, &view_goal, item_goals,
	"what one learns from the article" },
    { "other_goals", SLOT_LIST, &view_goal, item_other_goals,
	"the same in the second language" },
    { "other_language", SLOT_TEXT, NULL, item_other_language,
	"tag of the article's second language; absent if it has none" },
    { "other_direction", SLOT_TEXT, NULL, item_other_direction,
	"ltr or rtl" },
    { "parts", SLOT_LIST, &view_part, item_parts,
	"the article, or each that teaches the principle" },
    { "exercises", SLOT_FLAG, NULL, item_exercises, "it has exercises" },
    { "exercises_number", SLOT_TEXT, NULL, item_exercises_number,
	"number of that part" },
    { "exercises_rows", SLOT_LIST, &view_row, item_exercises_rows,
	"the exercises" },
    { "facilitator", SLOT_FLAG, NULL, item_facilitator,
	"there is something for trainers" },
    { "facilitator_number", SLOT_TEXT, NULL, item_facilitator_number,
	"number of that part" },
    { "facilitator_rows", SLOT_LIST, &view_row, item_facilitator_rows,
	"notes for trainers" },
    { "timings", SLOT_LIST, &view_timing, item_timings,
	"how long reading and each exercise takes" },
    { "minutes", SLOT_NUMBER, NULL, item_minutes,
	"how long all of it takes" });

GETTER(goal_text)
{
	const struct field_text *goal = object;

	(void)context;
	value_text(value, goal->text);
}

SLOT_TYPE(goal, { "text", SLOT_TEXT, NULL, goal_text, "what one learns" });

GETTER(timing_title)
{
	const struct handout_timing *timing = object;

	html_in(value, context, timing->title, timing->locale);
}

GETTER(timing_reading)
{
	const struct handout_timing *timing = object;

	(void)context;
	value_flag(value, timing->reading);
}

GETTER(timing_plain)
{
	const struct handout_timing *timing = object;

	(void)context;
	value_flag(value, !timing->reading && timing->title.length == 0);
}

GETTER(timing_minutes)
{
	const struct handout_timing *timing = object;

	value_number(value, context, timing->minutes);
}

SLOT_TYPE(timing,
    { "title", SLOT_HTML, NULL, timing_title,
	"title of the exercise; absent if it has none" },
    { "reading", SLOT_FLAG, NULL, timing_reading, "it is the reading" },
    { "plain", SLOT_FLAG, NULL, timing_plain,
	"it is an exercise without a title" },
    { "minutes", SLOT_NUMBER, NULL, timing_minutes,
	"how long it takes; absent if nobody says" });

GETTER(part_article)
{
	const struct handout_part *part = object;

	(void)context;
	value_object(value, part->own.edition);
}

GETTER(part_topics)
{
	const struct view *view = context;
	const struct handout_part *part = object;
	const void **topics =
	    arena_array(view->arena, const void *, part->topic_count);
	size_t count = 0, i;

	for (i = 0; i < part->topic_count; i++)
		if (!part->topics[i].moved)
			topics[count++] = &part->topics[i];
	value_list(value, topics, count);
}

GETTER(part_notes)
{
	struct handout_row *row = arena_new(
	    ((const struct view *)context)->arena, struct handout_row);

	*row = handout_row_notes(context, object);
	value_object(value,
	    row->own.length + row->other.length > 0 ? row : NULL);
}

SLOT_TYPE(part,
    { "article", SLOT_OBJECT, &view_article, part_article, "the article" },
    { "topics", SLOT_LIST, &view_topic, part_topics, "its sections" },
    { "notes", SLOT_OBJECT, &view_row, part_notes,
	"the footnotes that they refer to" });

GETTER(topic_heading)
{
	const struct view *view = context;
	struct handout_row *row = arena_new(view->arena, struct handout_row);

	*row = handout_row_heading(view, object);
	value_object(value,
	    row->own.length + row->other.length > 0 ? row : NULL);
}

GETTER(topic_body)
{
	struct handout_rows rows = { 0 };

	handout_rows_add(&rows, context, object, BODY_BLOCK_PLAIN);
	value_html(value, context, &rows);
}

GETTER(topic_rows)
{
	struct handout_rows rows = { 0 };

	handout_rows_add(&rows, context, object, BODY_BLOCK_PLAIN);
	value_rows(value, context, &rows);
}

GETTER(topic_principles)
{
	const struct handout_topic *topic = object;
	const struct section *section =
	    topic->own != NULL ? topic->own : topic->other;

	(void)context;
	value_list(value, (const void *const *)section->principles,
	    section->principle_count);
}

SLOT_TYPE(topic,
    { "heading", SLOT_OBJECT, &view_row, topic_heading,
	"its heading, numbered; absent for an introduction" },
    { "body", SLOT_HTML, NULL, topic_body,
	"what follows, without exercises, in the first language" },
    { "rows", SLOT_LIST, &view_row, topic_rows,
	"the same block by block, in both" },
    { "principles", SLOT_LIST, &view_principle, topic_principles,
	"the principles it teaches" });

GETTER(row_own)
{
	const struct handout_row *row = object;

	html_in(value, context, row->own, row->own_locale);
}

GETTER(row_other)
{
	const struct handout_row *row = object;

	html_in(value, context, row->other, row->other_locale);
}

GETTER(row_class)
{
	const struct handout_row *row = object;

	(void)context;
	value_text(value, row->head ? TEXT("pair part") : TEXT("pair"));
}

SLOT_TYPE(row,
    { "own", SLOT_HTML, NULL, row_own, "in the first language" },
    { "other", SLOT_HTML, NULL, row_other, "in the second" },
    { "class", SLOT_TEXT, NULL, row_class,
	"pair, or pair part for a heading" });
