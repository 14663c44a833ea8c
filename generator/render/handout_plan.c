#include "render/handout_plan.h"


/* The section of an edition that shows the same as one of another. */
static const struct section *same_section(const struct edition *edition,
    const struct section *section)
{
	size_t i;

	for (i = 0; i < edition->section_count; i++)
		if (text_equal(edition->sections[i].text->address,
			section->text->address))
			return &edition->sections[i];
	return NULL;
}

static bool is_in(const struct handout_part *part,
    const struct section *section)
{
	size_t i;

	for (i = 0; i < part->topic_count; i++)
		if (part->topics[i].own == section ||
		    part->topics[i].other == section)
			return true;
	return false;
}

static bool has_blocks(const struct section *section,
    enum body_block_kind kind)
{
	const struct body_blocks *blocks;
	size_t i;

	if (section == NULL)
		return false;
	if (kind == BODY_BLOCK_FACILITATOR)
		return section->text->trainer_blocks.count > 0;
	blocks = &section->text->blocks;
	for (i = 0; i < blocks->count; i++)
		if (blocks->items[i].kind == kind)
			return true;
	return false;
}

/* All that it has is for exercises or trainers. */
static bool is_moved(const struct section *section)
{
	return section != NULL && !has_blocks(section, BODY_BLOCK_PLAIN) &&
	    (has_blocks(section, BODY_BLOCK_EXERCISE) ||
		has_blocks(section, BODY_BLOCK_FACILITATOR));
}

static void topic_add(struct handout_part *part, const struct section *own,
    const struct section *other)
{
	part->topics[part->topic_count] = (struct handout_topic){
		.part = part,
		.own = own,
		.other = other,
		.moved = is_moved(own != NULL ? own : other),
	};
	part->topic_count++;
}

/* The edition beside the reader's; NULL if both languages get the same. */
static const struct edition *edition_beside(const struct view *view,
    const struct handout *handout, const struct article *article)
{
	const struct edition *other;

	if (handout->with == NULL)
		return NULL;
	other = article_edition(view->site->guide, article, handout->with);
	return other != view_edition(view, article) ? other : NULL;
}

/* All of an article. What only the other language has comes last. */
static void part_of_article(struct handout_part *part,
    const struct view *view, const struct handout *handout,
    const struct article *article)
{
	const struct edition *own = view_edition(view, article);
	const struct edition *other = edition_beside(view, handout, article);
	size_t i;

	part->own = (struct handout_side){ .edition = own, .whole = true };
	part->other = (struct handout_side){ .edition = other, .whole = true };
	part->topics = arena_array(view->arena, struct handout_topic,
	    own->section_count + (other != NULL ? other->section_count : 0));
	for (i = 0; i < own->section_count; i++)
		topic_add(part, &own->sections[i],
		    other != NULL ? same_section(other, &own->sections[i])
				  : NULL);
	for (i = 0; other != NULL && i < other->section_count; i++)
		if (!is_in(part, &other->sections[i]))
			topic_add(part, NULL, &other->sections[i]);
}

/* Sections that teach a principle, of one article. */
static void part_add_section(struct handout_part *part,
    const struct view *view, const struct handout *handout,
    const struct section *taught)
{
	const struct section *own = view_section_for(view, taught);
	const struct edition *other =
	    edition_beside(view, handout, taught->edition->article);

	part->own.edition = own->edition;
	part->other.edition = other;
	topic_add(part, own, other != NULL ? same_section(other, own) : NULL);
}

static void parts_of_principle(struct handout_item *item,
    const struct view *view, const struct handout *handout)
{
	const struct principle *principle = item->principle;
	const struct edition *last = NULL;
	size_t i;

	item->parts = arena_array(
	    view->arena, struct handout_part, principle->section_count);
	for (i = 0; i < principle->section_count; i++) {
		const struct section *section = principle->sections[i];
		struct handout_part *part;

		if (section->edition != last) {
			part = &item->parts[item->part_count++];
			part->item = item;
			part->topics = arena_array(view->arena,
			    struct handout_topic,
			    principle->section_count - i);
			last = section->edition;
		}
		part_add_section(&item->parts[item->part_count - 1], view,
		    handout, section);
	}
}

/* Exercises make a facilitator's page, too: it tells how long they take. */
static bool item_has(const struct handout_item *item,
    enum body_block_kind kind)
{
	size_t i, j;

	for (i = 0; i < item->part_count; i++)
		for (j = 0; j < item->parts[i].topic_count; j++) {
			const struct handout_topic *topic =
			    &item->parts[i].topics[j];

			if (has_blocks(topic->own, kind) ||
			    has_blocks(topic->other, kind))
				return true;
		}
	return false;
}

/* "2", or "1.2" in the first of several items. */
static struct text number_in(const struct locale *locale,
    struct arena *arena, const struct handout_item *item, size_t count)
{
	struct text number = locale_number(locale, arena, (long)count);
	size_t index = (size_t)(item - item->plan->items);

	if (item->number.length == 0)
		return number;
	return text_format(arena, "%.*s.%.*s",
	    TEXT_ARGUMENTS(locale_number(locale, arena, (long)index + 1)),
	    TEXT_ARGUMENTS(number));
}

static struct text next_number(const struct view *view,
    const struct handout_item *item, size_t *count)
{
	return number_in(view->locale, view->arena, item, ++*count);
}

static void topic_number(struct handout_topic *topic, const struct view *view,
    const struct handout_item *item, size_t *count)
{
	const struct locale *with = item->plan->handout->with;

	topic->number = next_number(view, item, count);
	topic->other_number = with != NULL
	    ? number_in(with, view->arena, item, *count)
	    : topic->number;
}

static void item_number(struct handout_item *item, const struct view *view,
    const struct handout *handout)
{
	size_t count = 0, i, j;

	for (i = 0; i < item->part_count; i++)
		for (j = 0; j < item->parts[i].topic_count; j++) {
			struct handout_topic *topic =
			    &item->parts[i].topics[j];
			const struct section *section =
			    topic->own != NULL ? topic->own : topic->other;

			if (section->text->title.length > 0 && !topic->moved)
				topic_number(topic, view, item, &count);
		}
	if (handout->exercises && item_has(item, BODY_BLOCK_EXERCISE))
		item->exercises_number = next_number(view, item, &count);
	if (handout->facilitator &&
	    (item_has(item, BODY_BLOCK_FACILITATOR) ||
		item_has(item, BODY_BLOCK_EXERCISE)))
		item->facilitator_number = next_number(view, item, &count);
}

/* Ids are those of the article's own page if it is alone; else each part has
 * a prefix of its own. A dot ends it, so that no two ids become one. */
static void item_prefixes(struct handout_item *item, const struct view *view,
    bool alone, size_t number)
{
	size_t i;

	item->id = item->principle != NULL
	    ? item->principle->entry->id.text
	    : item->edition->article->id;
	item->id = text_format(view->arena, "%zu.%.*s", number,
	    TEXT_ARGUMENTS(item->id));
	for (i = 0; i < item->part_count; i++) {
		struct handout_part *part = &item->parts[i];

		if (!alone || item->part_count > 1)
			part->own.prefix = text_format(
			    view->arena, "%zu.%zu.", number, i + 1);
		part->other.prefix = text_format(
		    view->arena, "%zu.%zu.b.", number, i + 1);
	}
}

static void item_make(struct handout_item *item, const struct view *view,
    const struct handout *handout, size_t index)
{
	const struct handout_choice *choice = &handout->choices[index];
	bool alone = handout->choice_count == 1;

	if (!alone)
		item->number = locale_number(
		    view->locale, view->arena, (long)index + 1);
	item->principle = choice->principle;
	if (choice->article != NULL) {
		item->edition = view_edition(view, choice->article);
		item->other = edition_beside(view, handout, choice->article);
		item->parts = arena_new(view->arena, struct handout_part);
		item->part_count = 1;
		item->parts[0].item = item;
		part_of_article(
		    &item->parts[0], view, handout, choice->article);
	} else {
		parts_of_principle(item, view, handout);
	}
	item_number(item, view, handout);
	item_prefixes(item, view, alone, index + 1);
}

static struct handout_entry *entry_add(struct handout_plan *plan,
    const struct handout_item *item, struct text number, struct text id)
{
	struct handout_entry *entry = &plan->entries[plan->entry_count++];

	*entry = (struct handout_entry){
		.plan = plan, .item = item, .number = number, .id = id
	};
	return entry;
}

static void entries_of_item(struct handout_plan *plan, struct arena *arena,
    const struct handout_item *item)
{
	size_t i, j;

	if (item->number.length > 0)
		entry_add(plan, item, item->number, item->id);
	for (i = 0; i < item->part_count; i++)
		for (j = 0; j < item->parts[i].topic_count; j++) {
			const struct handout_topic *topic =
			    &item->parts[i].topics[j];

			if (topic->number.length > 0)
				entry_add(plan, item, topic->number,
				    handout_topic_id(arena, topic))
				    ->topic = topic;
		}
	if (item->exercises_number.length > 0)
		entry_add(plan, item, item->exercises_number,
		    text_format(arena, "%.*s.exercises",
			TEXT_ARGUMENTS(item->id)))
		    ->exercises = true;
	if (item->facilitator_number.length > 0)
		entry_add(plan, item, item->facilitator_number,
		    text_format(arena, "%.*s.facilitator",
			TEXT_ARGUMENTS(item->id)))
		    ->facilitator = true;
}

struct text handout_topic_id(struct arena *arena,
    const struct handout_topic *topic)
{
	const struct handout_side *side =
	    topic->own != NULL ? &topic->part->own : &topic->part->other;
	const struct section *section =
	    topic->own != NULL ? topic->own : topic->other;

	return text_join(arena,
	    (struct text[]){ side->prefix, section->text->anchor }, 2);
}

const struct handout_plan *handout_plan_make(const struct view *view,
    const struct handout *handout)
{
	struct handout_plan *plan =
	    arena_new(view->arena, struct handout_plan);
	size_t most = 0, i, j;

	plan->handout = handout;
	plan->item_count = handout->choice_count;
	plan->items =
	    arena_array(view->arena, struct handout_item, plan->item_count);
	for (i = 0; i < plan->item_count; i++) {
		struct handout_item *item = &plan->items[i];

		item->plan = plan;
		item_make(item, view, handout, i);
		most += 3;
		for (j = 0; j < item->part_count; j++)
			most += item->parts[j].topic_count;
	}
	plan->entries = arena_array(view->arena, struct handout_entry, most);
	for (i = 0; i < plan->item_count; i++)
		entries_of_item(plan, view->arena, &plan->items[i]);
	return plan;
}

const struct handout *handout_of_page(const struct view *view)
{
	struct handout_choice *choice =
	    arena_new(view->arena, struct handout_choice);
	struct handout *handout = arena_new(view->arena, struct handout);
	const struct edition *edition = view->page->object;

	if (view->page->kind == PAGE_HANDOUT_ARTICLE)
		choice->article = edition->article;
	else
		choice->principle = view->page->object;
	*handout = (struct handout){
		.locale = view->locale,
		.choices = choice,
		.choice_count = 1,
		.exercises = true,
		.lines = true,
		.facilitator = true,
	};
	return handout;
}
