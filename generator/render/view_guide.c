/* The slots of the guide and its tags, and what all pages share. */
#include "render/views.h"

#include <stdlib.h>

GETTER(guide_title)
{
	const struct guide *guide = object;

	value_message(
	    value, context, TEXT(""), guide->configuration.title.text);
}

GETTER(guide_tagline)
{
	const struct guide *guide = object;

	value_message(value, context, TEXT(""),
	    guide->configuration.tagline.text.length > 0
		? guide->configuration.tagline.text
		: guide->configuration.title.text);
}

GETTER(guide_description)
{
	const struct guide *guide = object;

	value_message(
	    value, context, TEXT(""), guide->configuration.description.text);
}

GETTER(guide_principles)
{
	const struct guide *guide = object;

	(void)context;
	value_flag(value, guide->principle_count > 0);
}

GETTER(guide_tags)
{
	const struct guide *guide = object;

	(void)context;
	value_flag(value, guide->tag_count > 0);
}

GETTER(guide_search)
{
	const struct guide *guide = object;

	(void)context;
	value_flag(value, guide->configuration.search);
}

GETTER(guide_threshold)
{
	const struct guide *guide = object;

	value_number(
	    value, context, (size_t)guide->configuration.threshold);
}

GETTER(guide_phases)
{
	const struct view *view = context;

	(void)object;
	value_array(value, view, view->site->phases,
	    sizeof(*view->site->phases), view->site->phase_count);
}

GETTER(guide_phased)
{
	const struct view *view = context;

	(void)object;
	value_flag(value,
	    view->site->phase_count > 0 &&
		view->site->phases[0].kind != PRINCIPLE_NONE);
}

GETTER(guide_threads)
{
	const struct view *view = context;

	(void)object;
	value_text(value, view->site->threads->lines);
}

GETTER(guide_threads_box)
{
	const struct view *view = context;

	(void)object;
	value_text(value, text_format(view->arena, "0 0 %zu 40",
			      view->site->threads->width));
}

SLOT_TYPE(guide,
    { "title", SLOT_TEXT, NULL, guide_title, "its title" },
    { "tagline", SLOT_TEXT, NULL, guide_tagline,
	"heading of the home page" },
    { "description", SLOT_TEXT, NULL, guide_description,
	"text of the home page" },
    { "principles", SLOT_FLAG, NULL, guide_principles,
	"it has principles" },
    { "tags", SLOT_FLAG, NULL, guide_tags, "it has tags" },
    { "search", SLOT_FLAG, NULL, guide_search, "it can be searched" },
    { "threshold", SLOT_NUMBER, NULL, guide_threshold,
	"per cent of an article that must be translated for an edition" },
    { "phases", SLOT_LIST, &view_phase, guide_phases,
	"phases that have principles" },
    { "phased", SLOT_FLAG, NULL, guide_phased,
	"principles belong to phases" },
    { "threads", SLOT_TEXT, NULL, guide_threads,
	"path data: a line for each principle" },
    { "threads_box", SLOT_TEXT, NULL, guide_threads_box,
	"viewBox of the thread picture" });

GETTER(tag_name)
{
	const struct tag *tag = object;

	value_message(value, context, TEXT("tag"), tag->name);
}

GETTER(tag_url)
{
	const struct view *view = context;

	value_path(
	    value, view, address_tag(view->arena, view->locale, object));
}

GETTER(tag_count)
{
	const struct tag *tag = object;

	value_number(value, context, tag->article_count);
}

SLOT_TYPE(tag, { "name", SLOT_TEXT, NULL, tag_name, "its name" },
    { "url", SLOT_URL, NULL, tag_url, "its page" },
    { "count", SLOT_NUMBER, NULL, tag_count,
	"how many articles have it" });

/* 20 units a principle, 14 more between phases: the beads of neighbouring
 * phases must not look like one row. */
static struct thread_plan *threads_plan(const struct site *site,
    struct arena *arena)
{
	const struct guide *guide = site->guide;
	struct thread_plan *plan = arena_new(arena, struct thread_plan);
	struct buffer lines = { 0 };
	size_t x = 10, i, j;

	plan->x = arena_array(arena, size_t, guide->principle_count);
	for (i = 0; i < site->phase_count; i++) {
		for (j = 0; j < site->phases[i].principle_count; j++) {
			plan->x[site->phases[i].principles[j]->index] = x;
			buffer_format(&lines, "M%zu 0v40", x);
			x += 20;
		}
		x += 14;
	}
	plan->width = site->phase_count > 0 ? x - 24 : 20;
	plan->lines = buffer_copy(&lines, arena);
	buffer_release(&lines);
	return plan;
}

static void phases_prepare(struct site *site, struct arena *arena)
{
	static const enum principle_phase order[] = { PRINCIPLE_BEFORE,
		PRINCIPLE_DURING, PRINCIPLE_AFTER, PRINCIPLE_NONE };
	const struct guide *guide = site->guide;
	size_t i, j;

	site->phases = arena_array(arena, struct phase, 4);
	for (i = 0; i < 4; i++) {
		struct phase *phase = &site->phases[site->phase_count];

		phase->kind = order[i];
		phase->principle_count = 0;
		phase->principles = arena_array(
		    arena, const struct principle *, guide->principle_count);
		for (j = 0; j < guide->principle_count; j++)
			if (guide->principles[j].entry->phase == order[i])
				phase->principles[phase->principle_count++] =
				    &guide->principles[j];
		site->phase_count += phase->principle_count > 0;
	}
}

static struct date newest_date(const struct article *article)
{
	const struct matter *matter = &article->original->matter;

	return matter->updated.given ? matter->updated : matter->date;
}

static int newest_order(const void *a, const void *b)
{
	const struct article *const *x = a, *const *y = b;
	int order = date_compare(newest_date(*y), newest_date(*x));

	return order != 0 ? order : text_compare((*x)->id, (*y)->id);
}

static void newest_prepare(struct site *site, struct arena *arena)
{
	const struct guide *guide = site->guide;
	size_t i;

	site->newest = arena_array(
	    arena, const struct article *, guide->article_count);
	for (i = 0; i < guide->article_count; i++)
		if (newest_date(&guide->articles[i]).given)
			site->newest[site->newest_count++] =
			    &guide->articles[i];
	if (site->newest_count > 0)
		qsort(site->newest, site->newest_count,
		    sizeof(*site->newest), newest_order);
}

void view_prepare(struct site *site, struct arena *arena)
{
	const struct guide *guide = site->guide;
	struct slot_language *languages, *english;
	size_t i;

	languages =
	    arena_array(arena, struct slot_language, guide->locale_count);
	for (i = 0; i < guide->locale_count; i++)
		languages[i] = (struct slot_language){ guide->locales[i]->tag,
			guide->locales[i]->rtl };
	english = arena_new(arena, struct slot_language);
	english->tag = TEXT("en");
	site->languages = languages;
	site->english = english;
	phases_prepare(site, arena);
	site->threads = threads_plan(site, arena);
	newest_prepare(site, arena);
}
