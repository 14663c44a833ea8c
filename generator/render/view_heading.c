/* What a page is called, on it and in the head of printed sheets. */
#include "render/views.h"

static void message(struct slot_value *value, const struct view *view,
    const char *id)
{
	value_message(value, view, TEXT(""), text_from(id));
}

static void guide_title(struct slot_value *value, const struct view *view)
{
	value_message(value, view, TEXT(""),
	    view->site->guide->configuration.title.text);
}

static void heading(struct slot_value *value, const struct view *view)
{
	const struct edition *edition = view->page->object;
	const struct principle *principle = view->page->object;
	const struct tag *tag = view->page->object;

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
	case PAGE_PRINCIPLES:
		message(value, view, "Principles");
		break;
	case PAGE_TAGS:
		message(value, view, "Topics");
		break;
	case PAGE_INDEX:
		message(value, view, "A–Z index");
		break;
	case PAGE_TRANSLATIONS:
		message(value, view, "Translations");
		break;
	case PAGE_SEARCH:
		message(value, view, "Search the guide");
		break;
	case PAGE_COMPARE:
		message(value, view, "Compare languages");
		break;
	case PAGE_HANDOUTS:
		message(value, view, "Handouts");
		break;
	case PAGE_LOST:
		message(value, view, "There is no such page.");
		break;
	case PAGE_CHOOSER:
	case PAGE_HOME:
	case PAGE_FEED:
	case PAGE_SITEMAP:
	case PAGE_ROBOTS:
	case PAGE_KIND_COUNT:
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

void page_title(
    struct slot_value *value, void *context, const void *object)
{
	const struct view *view = context;
	struct slot_value title = { 0 }, own = { 0 };

	(void)object;
	guide_title(&title, view);
	heading(&own, view);
	if (text_equal(own.text, title.text))
		value_text(value, title.text);
	else
		value_text(value, text_format(view->arena, "%.*s – %.*s",
				      TEXT_ARGUMENTS(own.text),
				      TEXT_ARGUMENTS(title.text)));
}

/* What stands in the head of printed sheets. */
void page_running(
    struct slot_value *value, void *context, const void *object)
{
	const struct view *view = context;
	struct slot_value title = { 0 }, own = { 0 };

	(void)object;
	guide_title(&title, view);
	heading(&own, view);
	if (text_equal(own.text, title.text))
		value_text(value, title.text);
	else
		value_text(value, text_format(view->arena,
				      "%.*s \302\267 %.*s",
				      TEXT_ARGUMENTS(title.text),
				      TEXT_ARGUMENTS(own.text)));
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
