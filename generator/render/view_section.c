/* The slots of sections. */
#include "render/views.h"

GETTER(section_title)
{
	const struct section *section = object;

	value_in(value, context, section->text->title,
	    view_locale_of(section->edition, section->text->title_state));
}

GETTER(section_excerpt)
{
	const struct section *section = object;

	value_in(value, context, section->text->excerpt,
	    section->edition->locale);
}

GETTER(section_anchor)
{
	const struct section *section = object;

	(void)context;
	value_text(value, section->text->anchor);
}

GETTER(section_url)
{
	const struct view *view = context;
	const struct section *section = object;

	value_link(value, view,
	    address_edition(view->arena, section->edition),
	    section->text->anchor);
}

GETTER(section_link)
{
	const struct view *view = context;
	const struct section *section = object;

	value_text(value, address_relative(view->arena, view->page->path,
			      view->page->path, section->text->anchor));
}

GETTER(section_hreflang)
{
	const struct section *section = object;

	value_hreflang(value, context, section->edition->locale);
}

GETTER(section_own)
{
	const struct view *view = context;
	const struct section *section = object;

	value_flag(value, section->edition->locale == view->locale);
}

GETTER(section_outdated)
{
	(void)context;
	value_flag(value, view_section_outdated(object));
}

GETTER(section_incomplete)
{
	(void)context;
	value_flag(value, view_section_incomplete(object));
}

GETTER(section_endonym)
{
	const struct section *section = object;

	value_in(value, context, section->edition->locale->endonym,
	    section->edition->locale);
}

GETTER(section_article)
{
	const struct section *section = object;

	(void)context;
	value_object(value, section->edition);
}

GETTER(section_article_title)
{
	const struct section *section = object;

	value_in(value, context, section->edition->title,
	    view_locale_of(section->edition,
		section->edition->document.title_state));
}

/* The bytes of a section's body or heading.  What comes below the first
 * section is not seen at first. */
static struct text body_fill(const struct view *view,
    const struct section *section, const struct body *body)
{
	const struct section_text *sections =
	    section->edition->document.sections;

	return view_body(view, section->edition, body,
	    section->text > sections + (sections[0].level == 0));
}

static void html_in(struct slot_value *value, const struct view *view,
    struct text html, const struct edition *edition)
{
	value_in(value, view, html, edition->locale);
}

GETTER(section_body)
{
	const struct section *section = object;

	html_in(value, context,
	    body_fill(context, section, &section->text->body),
	    section->edition);
}

GETTER(section_heading)
{
	const struct view *view = context;
	const struct section *section = object;
	struct text inlines =
	    body_fill(view, section, &section->text->title_body);
	int level = section->text->level < 2 ? 2 : section->text->level;

	html_in(value, view,
	    text_format(view->arena,
		"<h%d id=\"%.*s\" data-b=\"%.*s.0\">%.*s</h%d>", level,
		TEXT_ARGUMENTS(section->text->anchor),
		TEXT_ARGUMENTS(section->text->address), TEXT_ARGUMENTS(inlines),
		level),
	    section->edition);
}

static void section_class(struct slot_value *value, const void *object,
    const char *top, const char *below)
{
	const struct section *section = object;

	value_text(value, text_from(section->text->level > 2 ? below : top));
}

GETTER(section_topic_class)
{
	(void)context;
	section_class(value, object, "topic", "topic sub");
}

GETTER(section_depth)
{
	(void)context;
	section_class(value, object, "", "deep");
}

GETTER(section_principles)
{
	const struct section *section = object;

	(void)context;
	value_list(value, (const void *const *)section->principles,
	    section->principle_count);
}

/* Relations are kept at originals; translations show the same. */
GETTER(section_related)
{
	const struct view *view = context;
	const struct section *section = object;
	const struct section *origin = edition_section(
	    view_source(view, section->edition), section);
	const void **items;
	size_t i;

	if (origin == NULL) {
		value->absent = true;
		return;
	}
	items = arena_array(view->arena, const void *, origin->related_count);
	for (i = 0; i < origin->related_count; i++)
		items[i] = view_section_for(view, origin->related[i]);
	value_list(value, items, origin->related_count);
}

SLOT_TYPE(section,
    { "title", SLOT_TEXT, NULL, section_title,
	"plain text of the heading; absent for an introduction" },
    { "heading", SLOT_HTML, NULL, section_heading,
	"the heading element with its id" },
    { "body", SLOT_HTML, NULL, section_body, "what follows the heading" },
    { "excerpt", SLOT_TEXT, NULL, section_excerpt,
	"the beginning of the text" },
    { "anchor", SLOT_TEXT, NULL, section_anchor, "id of the heading" },
    { "url", SLOT_URL, NULL, section_url, "the section on its page" },
    { "link", SLOT_URL, NULL, section_link, "the section on this page" },
    { "hreflang", SLOT_TEXT, NULL, section_hreflang,
	"tag of its language, if it is not the page's" },
    { "own", SLOT_FLAG, NULL, section_own, "it is in the page's language" },
    { "outdated", SLOT_FLAG, NULL, section_outdated,
	"some of its translation may be out of date" },
    { "incomplete", SLOT_FLAG, NULL, section_incomplete,
	"some of it is not translated yet" },
    { "endonym", SLOT_TEXT, NULL, section_endonym,
	"own name of its language" },
    { "article", SLOT_OBJECT, &view_article, section_article,
	"the article it belongs to" },
    { "article_title", SLOT_TEXT, NULL, section_article_title,
	"title of the edition it belongs to" },
    { "topic_class", SLOT_TEXT, NULL, section_topic_class,
	"topic, or topic sub below level 2" },
    { "depth", SLOT_TEXT, NULL, section_depth,
	"deep below level 2, else absent" },
    { "principles", SLOT_LIST, &view_principle, section_principles,
	"the principles it teaches" },
    { "related", SLOT_LIST, &view_section, section_related,
	"sections of other articles that share them, best first" });
