/* What a page is called, on it and in the head of printed sheets. */
#include "render/views.h"

static void guide_title(struct slot_value *value, const struct view *view)
{
	value_message(value, view, TEXT(""),
	    view->site->guide->configuration.title.text);
}

/* Of pages that are about no object of the guide; those without a name of
 * their own bear its title. */
static const char *const names[PAGE_KIND_COUNT] = {
	[PAGE_PRINCIPLES] = "Principles",
	[PAGE_TAGS] = "Topics",
	[PAGE_INDEX] = "A–Z index",
	[PAGE_TRANSLATIONS] = "Translations",
	[PAGE_SEARCH] = "Search the guide",
	[PAGE_COMPARE] = "Compare languages",
	[PAGE_HANDOUTS] = "Handouts",
	[PAGE_LOST] = "There is no such page.",
};

static void heading(struct slot_value *value, const struct view *view)
{
	const struct edition *edition = view->page->object;
	const struct principle *principle = view->page->object;
	const struct tag *tag = view->page->object;
	const char *name = names[view->page->kind];

	switch (view->page->kind) {
	case PAGE_ARTICLE:
	case PAGE_HANDOUT_ARTICLE:
	case PAGE_REDIRECT:
		value_text(value, edition->title);
		break;
	case PAGE_PRINCIPLE:
	case PAGE_HANDOUT_PRINCIPLE:
		value_message(
		    value, view, TEXT(""), principle->entry->name.text);
		break;
	case PAGE_TAG:
		value_message(value, view, TEXT("tag"), tag->name);
		break;
	default:
		if (name != NULL)
			value_message(
			    value, view, TEXT(""), text_from(name));
		else
			guide_title(value, view);
		break;
	}
}

void page_heading(
    struct slot_value *value, void *context, const void *object)
{
	(void)object;
	heading(value, context);
}

/* The heading and the guide's title, in that order or the other; once if they
 * are the same. */
static void titles(struct slot_value *value, const struct view *view,
    const char *separator, bool heading_first)
{
	struct slot_value guide = { 0 }, own = { 0 };
	struct text first, second;

	guide_title(&guide, view);
	heading(&own, view);
	first = heading_first ? own.text : guide.text;
	second = heading_first ? guide.text : own.text;
	value_text(value, text_equal(first, second)
		? first
		: text_format(view->arena, "%.*s%s%.*s",
		      TEXT_ARGUMENTS(first), separator,
		      TEXT_ARGUMENTS(second)));
}

void page_title(
    struct slot_value *value, void *context, const void *object)
{
	(void)object;
	titles(value, context, " – ", true);
}

/* What stands in the head of printed sheets. */
void page_running(
    struct slot_value *value, void *context, const void *object)
{
	(void)object;
	titles(value, context, " · ", false);
}

void page_description(
    struct slot_value *value, void *context, const void *object)
{
	const struct view *view = context;
	const struct edition *edition = view->page->object;
	const struct principle *principle = view->page->object;

	(void)object;
	switch (view->page->kind) {
	case PAGE_ARTICLE:
	case PAGE_HANDOUT_ARTICLE:
		value_text(value, edition->matter.description.text);
		break;
	case PAGE_PRINCIPLE:
	case PAGE_HANDOUT_PRINCIPLE:
		value_message(value, view, TEXT(""),
		    principle->entry->definition.text);
		break;
	case PAGE_CHOOSER:
	case PAGE_HOME:
	case PAGE_SEARCH:
		value_message(value, view, TEXT(""),
		    view->site->guide->configuration.description.text);
		break;
	default:
		value->absent = true;
		break;
	}
}
