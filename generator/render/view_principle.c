/* The slots of principles and their phases, of threads and cells. */
#include "render/views.h"

#include "render/reading.h"

GETTER(principle_name)
{
	const struct principle *principle = object;

	value_message(
	    value, context, TEXT(""), principle->entry->name.text);
}

GETTER(principle_definition)
{
	const struct principle *principle = object;

	value_message(
	    value, context, TEXT(""), principle->entry->definition.text);
}

GETTER(principle_when_not)
{
	const struct principle *principle = object;

	value_message(
	    value, context, TEXT(""), principle->entry->when_not.text);
}

GETTER(principle_question)
{
	const struct principle *principle = object;

	value_message(
	    value, context, TEXT(""), principle->entry->question.text);
}

GETTER(principle_url)
{
	const struct view *view = context;

	value_path(
	    value, view, address_principle(view->arena, view->locale, object));
}

GETTER(principle_handout)
{
	const struct view *view = context;

	if (view->site->guide->configuration.handouts)
		value_path(value, view,
		    address_handout_principle(
			view->arena, view->locale, object));
	else
		value->absent = true;
}

/* A principle without a glyph of its own gets the common one. */
GETTER(principle_glyph)
{
	const struct view *view = context;
	const struct principle *principle = object;
	struct text name = text_format(view->arena, "g-%.*s",
	    TEXT_ARGUMENTS(principle->entry->id.text));

	if (table_get(&view->site->assets->glyphs, name) == NULL)
		name = TEXT("g-principle");
	value_text(value, text_format(view->arena, "#%.*s",
			      TEXT_ARGUMENTS(name)));
}

/* Beside the first other language. */
GETTER(principle_compare)
{
	const struct view *view = context;
	const struct guide *guide = view->site->guide;

	(void)object;
	if (guide->locale_count > 1)
		reading_compare(value, view,
		    guide->locales[view->locale->index == 0 ? 1 : 0]);
	else
		value->absent = true;
}

static void class_of(struct slot_value *value, const struct view *view,
    const char *name, const void *object)
{
	const struct principle *principle = object;

	value_text(value, text_format(view->arena, "%s %s", name,
			      phase_name(principle->entry->phase)));
}

GETTER(principle_chip_class)
{
	class_of(value, context, "chip", object);
}

GETTER(principle_hub_class)
{
	class_of(value, context, "hub", object);
}

GETTER(principle_emblem_class)
{
	class_of(value, context, "emblem", object);
}

GETTER(principle_phase)
{
	const struct view *view = context;
	const struct principle *principle = object;
	size_t i = 0;

	while (view->site->phases[i].kind != principle->entry->phase)
		i++;
	value_object(value, &view->site->phases[i]);
}

GETTER(principle_taught)
{
	const struct view *view = context;
	const struct principle *principle = object;
	size_t start, count, i;
	const void **items;

	view_slice(view, PAGE_PRINCIPLE, principle->section_count, &start,
	    &count);
	items = arena_array(view->arena, const void *, count);
	for (i = 0; i < count; i++)
		items[i] = view_section_for(view, principle->sections[start + i]);
	value_list(value, items, count);
}

GETTER(principle_article_count)
{
	const struct principle *principle = object;

	value_number(value, context, principle->article_count);
}

GETTER(principle_names)
{
	const struct view *view = context;
	const struct guide *guide = view->site->guide;
	struct name *names =
	    arena_array(view->arena, struct name, guide->locale_count);
	size_t count = 0, i;

	for (i = 0; i < guide->locale_count; i++)
		if (guide->locales[i] != view->locale)
			names[count++] =
			    (struct name){ object, guide->locales[i] };
	value_array(value, view, names, sizeof(*names), count);
}

/* The articles of this page of the matrix, with how often each teaches it. */
GETTER(principle_cells)
{
	const struct view *view = context;
	const struct guide *guide = view->site->guide;
	struct cell *cells;
	size_t start, count, i, j;

	view_slice(view, PAGE_PRINCIPLES, guide->article_count, &start,
	    &count);
	cells = arena_array(view->arena, struct cell, count);
	for (i = 0; i < count; i++) {
		const struct article *article = &guide->articles[start + i];

		cells[i].article = article;
		for (j = 0; j < article->lesson_count; j++)
			if (article->lessons[j].principle == object)
				cells[i].lesson = &article->lessons[j];
	}
	value_array(value, view, cells, sizeof(*cells), count);
}

static void neighbour(struct slot_value *value, const struct view *view,
    const struct principle *principle, bool next)
{
	const struct guide *guide = view->site->guide;
	size_t index = principle->index + (next ? 1 : (size_t)-1);

	value_object(value,
	    index < guide->principle_count ? &guide->principles[index]
					   : NULL);
}

GETTER(principle_previous)
{
	neighbour(value, context, object, false);
}

GETTER(principle_next)
{
	neighbour(value, context, object, true);
}

SLOT_TYPE(principle,
    { "name", SLOT_TEXT, NULL, principle_name, "its name" },
    { "definition", SLOT_TEXT, NULL, principle_definition,
	"what it says" },
    { "when_not", SLOT_TEXT, NULL, principle_when_not,
	"when it does not apply" },
    { "question", SLOT_TEXT, NULL, principle_question,
	"a question to practise with" },
    { "url", SLOT_URL, NULL, principle_url, "its page" },
    { "handout", SLOT_URL, NULL, principle_handout,
	"its handout; absent without handouts" },
    { "compare", SLOT_URL, NULL, principle_compare,
	"on its page: the same beside another language; absent if there is "
	"none" },
    { "glyph", SLOT_URL, NULL, principle_glyph,
	"reference to its glyph, for use" },
    { "chip_class", SLOT_TEXT, NULL, principle_chip_class,
	"chip and its phase" },
    { "hub_class", SLOT_TEXT, NULL, principle_hub_class,
	"hub and its phase" },
    { "emblem_class", SLOT_TEXT, NULL, principle_emblem_class,
	"emblem and its phase" },
    { "phase", SLOT_OBJECT, &view_phase, principle_phase,
	"when in a contact it is for" },
    { "taught", SLOT_LIST, &view_section, principle_taught,
	"sections of all languages that teach it, on this page" },
    { "article_count", SLOT_NUMBER, NULL, principle_article_count,
	"how many articles teach it" },
    { "names", SLOT_LIST, &view_name, principle_names,
	"its names in the other languages" },
    { "cells", SLOT_LIST, &view_cell, principle_cells,
	"its row of the matrix" },
    { "previous", SLOT_OBJECT, &view_principle, principle_previous,
	"the principle before it" },
    { "next", SLOT_OBJECT, &view_principle, principle_next,
	"the principle after it" });

GETTER(name_name)
{
	const struct name *name = object;

	value_message_in(
	    value, context, name->principle->entry->name.text, name->locale);
}

GETTER(name_language)
{
	const struct view *view = context;
	const struct name *name = object;

	value_text(value,
	    locale_language(view->locale, view->arena, name->locale->tag));
}

GETTER(name_url)
{
	const struct view *view = context;
	const struct name *name = object;

	value_path(value, view,
	    address_principle(view->arena, name->locale, name->principle));
}

GETTER(name_tag)
{
	const struct name *name = object;

	(void)context;
	value_text(value, name->locale->tag);
}

SLOT_TYPE(name,
    { "name", SLOT_TEXT, NULL, name_name,
	"the principle's name in that language" },
    { "language", SLOT_TEXT, NULL, name_language,
	"name of the language in the page's" },
    { "tag", SLOT_TEXT, NULL, name_tag, "tag of the language" },
    { "url", SLOT_URL, NULL, name_url,
	"the principle's page in that language" });

GETTER(phase_id)
{
	const struct phase *phase = object;

	(void)context;
	value_text(value, text_from(phase_name(phase->kind)));
}

GETTER(phase_before)
{
	const struct phase *phase = object;

	(void)context;
	value_flag(value, phase->kind == PRINCIPLE_BEFORE);
}

GETTER(phase_during)
{
	const struct phase *phase = object;

	(void)context;
	value_flag(value, phase->kind == PRINCIPLE_DURING);
}

GETTER(phase_after)
{
	const struct phase *phase = object;

	(void)context;
	value_flag(value, phase->kind == PRINCIPLE_AFTER);
}

GETTER(phase_other)
{
	const struct phase *phase = object;

	(void)context;
	value_flag(value, phase->kind == PRINCIPLE_NONE);
}

GETTER(phase_glyph)
{
	const struct view *view = context;
	const struct phase *phase = object;

	value_text(value, text_format(view->arena, "#phase-%s",
			      phase_name(phase->kind)));
}

GETTER(phase_principles)
{
	const struct phase *phase = object;

	(void)context;
	value_list(value, (const void *const *)phase->principles,
	    phase->principle_count);
}

SLOT_TYPE(phase,
    { "id", SLOT_TEXT, NULL, phase_id, "before, during, after or other" },
    { "before", SLOT_FLAG, NULL, phase_before, "it is before a contact" },
    { "during", SLOT_FLAG, NULL, phase_during, "it is during a contact" },
    { "after", SLOT_FLAG, NULL, phase_after, "it is after a contact" },
    { "other", SLOT_FLAG, NULL, phase_other, "it is none of them" },
    { "glyph", SLOT_URL, NULL, phase_glyph,
	"reference to its mark, for use" },
    { "principles", SLOT_LIST, &view_principle, phase_principles,
	"its principles" });

GETTER(thread_phase)
{
	const struct thread *thread = object;

	(void)context;
	value_text(value, text_from(phase_name(thread->phase)));
}

GETTER(thread_path)
{
	const struct thread *thread = object;

	(void)context;
	value_text(value, thread->path);
}

SLOT_TYPE(thread,
    { "phase", SLOT_TEXT, NULL, thread_phase, "its phase, for the colour" },
    { "path", SLOT_TEXT, NULL, thread_path, "path data of the beads" });

GETTER(cell_taught)
{
	const struct cell *cell = object;

	(void)context;
	value_flag(value, cell->lesson != NULL);
}

GETTER(cell_many)
{
	const struct cell *cell = object;

	(void)context;
	value_flag(value, cell->lesson != NULL && cell->lesson->count > 1);
}

GETTER(cell_count)
{
	const struct cell *cell = object;

	value_number(
	    value, context, cell->lesson != NULL ? cell->lesson->count : 0);
}

static const struct section *cell_section(
    const struct view *view, const struct cell *cell)
{
	return cell->lesson != NULL ? view_section_for(view, cell->lesson->first)
				    : NULL;
}

GETTER(cell_url)
{
	const struct view *view = context;
	const struct section *section = cell_section(view, object);

	if (section == NULL)
		value->absent = true;
	else
		value_link(value, view,
		    address_edition(view->arena, section->edition),
		    section->text->anchor);
}

GETTER(cell_hreflang)
{
	const struct section *section = cell_section(context, object);

	if (section == NULL)
		value->absent = true;
	else
		value_hreflang(value, context, section->edition->locale);
}

SLOT_TYPE(cell,
    { "taught", SLOT_FLAG, NULL, cell_taught,
	"the article teaches the principle" },
    { "many", SLOT_FLAG, NULL, cell_many, "in several sections" },
    { "count", SLOT_NUMBER, NULL, cell_count, "in how many sections" },
    { "url", SLOT_URL, NULL, cell_url, "the first of them" },
    { "hreflang", SLOT_TEXT, NULL, cell_hreflang,
	"tag of its language, if it is not the page's" });
