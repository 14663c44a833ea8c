/* The slots of what every page links to. */
#include "render/views.h"

static void fixed(struct slot_value *value, const struct view *view,
    const char *name)
{
	value_path(
	    value, view, address_fixed(view->arena, view->locale, name));
}

GETTER(links_home)
{
	(void)object;
	fixed(value, context, "index");
}

/* The dot keeps it apart from anchors that headings make. */
GETTER(links_content)
{
	(void)context;
	(void)object;
	value_text(value, TEXT("#opas.content"));
}

GETTER(links_articles)
{
	const struct view *view = context;

	(void)object;
	value_link(value, view, address_home(view->arena, view->locale),
	    TEXT("articles"));
}

GETTER(links_principles)
{
	(void)object;
	fixed(value, context, "principles");
}

GETTER(links_tags)
{
	(void)object;
	fixed(value, context, "tags");
}

GETTER(links_index)
{
	(void)object;
	fixed(value, context, "a-z");
}

/* Where there is one language only, nothing is translated. */
GETTER(links_translations)
{
	const struct view *view = context;

	(void)object;
	if (view->site->guide->locale_count > 1)
		fixed(value, view, "translations");
	else
		value->absent = true;
}

GETTER(links_feed)
{
	const struct view *view = context;

	(void)object;
	if (view->site->guide->configuration.base_url.text.length > 0)
		value_path(value, view,
		    text_format(view->arena, "%.*s/feed.xml",
			TEXT_ARGUMENTS(view->locale->tag)));
	else
		value->absent = true;
}

GETTER(links_chooser)
{
	const struct view *view = context;

	(void)object;
	value_path(value, context, TEXT("index.html"));
	/* Else it goes to the language chosen last. */
	value->text = text_join(view->arena,
	    (struct text[]){ value->text, TEXT("?choose") }, 2);
}

/* A file of the search; absent if there is no search. */
static void search_file(struct slot_value *value, const struct view *view,
    struct text path)
{
	if (view->site->guide->configuration.search && path.length > 0)
		value_file(value, view, path);
	else
		value->absent = true;
}

static void stylesheet(struct slot_value *value, const struct view *view,
    enum style_kind kind)
{
	value_file(value, view,
	    view->site->assets->stylesheets[kind][view->locale->index]);
}

GETTER(links_stylesheet)
{
	(void)object;
	stylesheet(value, context, STYLE_SITE);
}

GETTER(links_workshop)
{
	(void)object;
	stylesheet(value, context, STYLE_WORKSHOP);
}

/* Absent if the guide has no use for it. */
static void script(struct slot_value *value, const struct view *view,
    enum script_kind kind)
{
	struct text path = view->site->assets->scripts[kind];

	if (path.length > 0)
		value_file(value, view, path);
	else
		value->absent = true;
}

GETTER(links_script)
{
	(void)object;
	script(value, context, SCRIPT_SITE);
}

GETTER(links_chooser_script)
{
	(void)object;
	script(value, context, SCRIPT_CHOOSER);
}

GETTER(links_shortcuts_script)
{
	(void)object;
	script(value, context, SCRIPT_SHORTCUTS);
}

GETTER(links_frames_script)
{
	(void)object;
	script(value, context, SCRIPT_FRAMES);
}

GETTER(links_compare_script)
{
	(void)object;
	script(value, context, SCRIPT_COMPARE);
}

GETTER(links_builder_script)
{
	(void)object;
	script(value, context, SCRIPT_BUILDER);
}

GETTER(links_search_script)
{
	const struct view *view = context;

	(void)object;
	search_file(value, view, view->site->assets->scripts[SCRIPT_SEARCH]);
}

GETTER(links_words)
{
	const struct view *view = context;

	(void)object;
	value_file(
	    value, view, view->site->assets->words[view->locale->index]);
}

GETTER(links_compare)
{
	const struct view *view = context;

	(void)object;
	if (view->site->guide->locale_count > 1)
		fixed(value, view, "compare");
	else
		value->absent = true;
}

GETTER(links_handouts)
{
	const struct view *view = context;

	(void)object;
	if (view->site->guide->configuration.handouts)
		fixed(value, view, "handouts");
	else
		value->absent = true;
}

GETTER(links_search)
{
	const struct view *view = context;

	(void)object;
	if (view->site->guide->configuration.search)
		fixed(value, view, "search");
	else
		value->absent = true;
}

GETTER(links_search_engine)
{
	const struct view *view = context;

	(void)object;
	search_file(value, view, view->site->assets->engine);
}

/* One of the files that each locale has. */
static void locale_file(struct slot_value *value, const struct view *view,
    const struct text *paths)
{
	search_file(value, view,
	    paths != NULL ? paths[view->locale->index] : (struct text){ 0 });
}

GETTER(links_search_index)
{
	const struct view *view = context;

	(void)object;
	locale_file(value, view, view->site->assets->search_indexes);
}

GETTER(links_icon)
{
	const struct view *view = context;

	(void)object;
	value_file(value, view, view->site->assets->icon);
}

/* "page" on the page that a link of the navigation leads to, "true" on the
 * pages below it. */
static void current(struct slot_value *value, const struct view *view,
    enum page_kind page, enum page_kind below)
{
	if (view->page->kind == page)
		value_text(value, TEXT("page"));
	else if (view->page->kind == below)
		value_text(value, TEXT("true"));
	else
		value->absent = true;
}

/* The list of articles is a part of the home page, which stands for more. */
GETTER(links_at_articles)
{
	const struct view *view = context;

	(void)object;
	if (view->page->kind == PAGE_ARTICLE)
		value_text(value, TEXT("true"));
	else
		value->absent = true;
}

GETTER(links_at_principles)
{
	(void)object;
	current(value, context, PAGE_PRINCIPLES, PAGE_PRINCIPLE);
}

GETTER(links_at_tags)
{
	(void)object;
	current(value, context, PAGE_TAGS, PAGE_TAG);
}

GETTER(links_at_index)
{
	(void)object;
	current(value, context, PAGE_INDEX, PAGE_INDEX);
}

GETTER(links_at_handouts)
{
	(void)object;
	current(value, context, PAGE_HANDOUTS, PAGE_HANDOUT_ARTICLE);
	if (value->absent)
		current(value, context, PAGE_HANDOUTS,
		    PAGE_HANDOUT_PRINCIPLE);
}

SLOT_TYPE(links,
    { "home", SLOT_URL, NULL, links_home, "home page of the language" },
    { "content", SLOT_URL, NULL, links_content,
	"what the page is about, on the page itself" },
    { "articles", SLOT_URL, NULL, links_articles, "list of articles" },
    { "principles", SLOT_URL, NULL, links_principles,
	"principles and articles in a table" },
    { "tags", SLOT_URL, NULL, links_tags, "list of tags" },
    { "index", SLOT_URL, NULL, links_index, "A-Z index" },
    { "translations", SLOT_URL, NULL, links_translations,
	"how far the translations are; absent if there is one language" },
    { "feed", SLOT_URL, NULL, links_feed,
	"Atom feed; absent without base_url" },
    { "chooser", SLOT_URL, NULL, links_chooser, "choice of language" },
    { "stylesheet", SLOT_URL, NULL, links_stylesheet, "the stylesheet" },
    { "workshop", SLOT_URL, NULL, links_workshop,
	"the stylesheet that tables, lists, handouts and comparisons need besides" },
    { "script", SLOT_URL, NULL, links_script, "the script of all pages" },
    { "words", SLOT_URL, NULL, links_words,
	"what the scripts say, in the page's language" },
    { "shortcuts_script", SLOT_URL, NULL, links_shortcuts_script,
	"the script that explains the keys" },
    { "frames_script", SLOT_URL, NULL, links_frames_script,
	"the script of a page that another one reads" },
    { "compare", SLOT_URL, NULL, links_compare,
	"page of two languages side by side; absent if there is one" },
    { "compare_script", SLOT_URL, NULL, links_compare_script,
	"its script" },
    { "handouts", SLOT_URL, NULL, links_handouts,
	"page that puts handouts together; absent without handouts" },
    { "builder_script", SLOT_URL, NULL, links_builder_script,
	"its script" },
    { "chooser_script", SLOT_URL, NULL, links_chooser_script,
	"the script of the choice of language" },
    { "search", SLOT_URL, NULL, links_search,
	"page of search results; absent without search, as all that follow" },
    { "search_script", SLOT_URL, NULL, links_search_script,
	"the script that searches" },
    { "search_engine", SLOT_URL, NULL, links_search_engine,
	"the engine it runs" },
    { "search_index", SLOT_URL, NULL, links_search_index,
	"the index of the page's language" },
    { "icon", SLOT_URL, NULL, links_icon, "the icon" },
    { "at_articles", SLOT_TEXT, NULL, links_at_articles,
	"aria-current of the link to the articles" },
    { "at_principles", SLOT_TEXT, NULL, links_at_principles,
	"the same for principles" },
    { "at_tags", SLOT_TEXT, NULL, links_at_tags, "the same for tags" },
    { "at_index", SLOT_TEXT, NULL, links_at_index,
	"the same for the A-Z index" },
    { "at_handouts", SLOT_TEXT, NULL, links_at_handouts,
	"the same for handouts" });
