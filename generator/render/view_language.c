/* The slots of the languages that a reader can switch to, and the alternates
 * of a page. */
#include "render/views.h"

#include "render/reading.h"

GETTER(language_language)
{
	const struct locale *locale = object;

	(void)context;
	value_text(value, locale->tag);
}

GETTER(language_direction)
{
	const struct locale *locale = object;

	(void)context;
	value_text(value, locale->rtl ? TEXT("rtl") : TEXT("ltr"));
}

/* Without a language of its own: the template sets lang on the link, which
 * holds nothing else. */
GETTER(language_endonym)
{
	const struct locale *locale = object;

	(void)context;
	value_text(value, locale->endonym);
}

/* Where an article has no edition, the way leads to its row in the list of
 * that language, which says so and links to the original. */
GETTER(language_url)
{
	const struct view *view = context;
	const struct locale *locale = object;
	const struct edition *edition = view->page->object;
	struct text path = address_translated(
	    view->arena, view->page, locale, view->site->index_counts);

	if (path.length > 0)
		value_path(value, view, path);
	else if (view->page->kind == PAGE_ARTICLE)
		value_link(value, view,
		    address_in_list(view->arena, edition->article, locale),
		    address_mark(view->arena, edition->article));
	else
		value_path(value, view, address_home(view->arena, locale));
}

GETTER(language_home)
{
	const struct view *view = context;

	value_path(value, view, address_home(view->arena, object));
}

GETTER(language_current)
{
	const struct view *view = context;

	if (view->locale == object)
		value_text(value, TEXT("true"));
	else
		value->absent = true;
}

static const struct edition *edition_in(const struct view *view,
    const struct locale *locale)
{
	const struct edition *edition = view->page->object;

	return view->page->kind == PAGE_ARTICLE
	    ? edition->article->editions[locale->index]
	    : NULL;
}

GETTER(language_original)
{
	const struct edition *edition = edition_in(context, object);

	value_flag(value, edition != NULL && view_written(edition));
}

GETTER(language_translation)
{
	value_translation(value, edition_in(context, object));
}

GETTER(language_absent)
{
	const struct view *view = context;

	value_flag(value,
	    view->page->kind == PAGE_ARTICLE &&
		edition_in(view, object) == NULL);
}

GETTER(language_compare)
{
	reading_compare(value, context, object);
}

/* A tag without its script: "sr" of "sr-Latn". */
static struct text unscripted(struct arena *arena, struct text tag)
{
	size_t hyphen = text_find_char(tag, '-', 0);
	size_t end = hyphen == TEXT_NONE ? TEXT_NONE
					 : text_find_char(tag, '-', hyphen + 1);

	if (end == TEXT_NONE)
		end = tag.length;
	if (hyphen == TEXT_NONE || end - hyphen != 5 ||
	    tag.at[hyphen + 1] <= '9')
		return tag;
	return text_join(arena,
	    (struct text[]){ text_slice(tag, 0, hyphen), text_after(tag, end) },
	    2);
}

/* The page's language but for its script. */
static bool is_twin(const struct view *view, const struct locale *locale)
{
	return text_equal(unscripted(view->arena, locale->tag),
	    unscripted(view->arena, view->locale->tag));
}

static bool is_derived(const struct view *view, const struct locale *locale)
{
	const struct configuration_locales *locales =
	    &view->site->guide->configuration.locales;

	return locale->index < locales->count &&
	    locales->items[locale->index].derived_from.text.length > 0;
}

/* Another script is not another language: it would say the same twice. */
GETTER(language_search_index)
{
	const struct view *view = context;
	const struct locale *locale = object;
	const struct text *paths = view->site->assets->search_indexes;

	if (!view->site->guide->configuration.search || paths == NULL ||
	    paths[locale->index].length == 0 ||
	    is_twin(view, locale) || is_derived(view, locale))
		value->absent = true;
	else
		value_path(value, view, paths[locale->index]);
}

GETTER(language_script)
{
	const struct view *view = context;
	const struct locale *locale = object;

	if (locale == view->locale || !is_twin(view, locale))
		value->absent = true;
	else
		value_text(value, locale_script(locale, view->arena));
}

GETTER(language_guide)
{
	const struct view *view = context;

	/* As the endonym: the template sets the language around it. */
	value_message_in(value, view,
	    view->site->guide->configuration.title.text, object);
	value->language = NULL;
}

GETTER(language_lost)
{
	value_message_in(
	    value, context, TEXT("There is no such page."), object);
}

SLOT_TYPE(language,
    { "language", SLOT_TEXT, NULL, language_language, "its tag" },
    { "direction", SLOT_TEXT, NULL, language_direction, "ltr or rtl" },
    { "endonym", SLOT_TEXT, NULL, language_endonym, "its own name" },
    { "url", SLOT_URL, NULL, language_url,
	"this page in that language, or what comes nearest" },
    { "home", SLOT_URL, NULL, language_home, "its home page" },
    { "current", SLOT_TEXT, NULL, language_current,
	"true if it is the page's, for aria-current" },
    { "original", SLOT_FLAG, NULL, language_original,
	"the page's article was written in it" },
    { "translation", SLOT_OBJECT, &view_translation, language_translation,
	"the page's article in it, if that is a translation" },
    { "absent", SLOT_FLAG, NULL, language_absent,
	"the page's article has no edition in it" },
    { "compare", SLOT_URL, NULL, language_compare,
	"the page's article or principle in both languages; absent for the "
	"page's own, and if there is no edition" },
    { "script", SLOT_TEXT, NULL, language_script,
	"name of its script; absent unless it is the page's language in "
	"another" },
    { "search_index", SLOT_URL, NULL, language_search_index,
	"its search index; absent for the page's language, and for what only differs from a "
	"language in its script" },
    { "guide", SLOT_TEXT, NULL, language_guide,
	"title of the guide in it" },
    { "lost", SLOT_TEXT, NULL, language_lost,
	"that a page does not exist, in it" });

static struct text absolute(const struct view *view, struct text path)
{
	struct slot_value value = { 0 };

	value_absolute(&value, view, path);
	if (value.absent)
		value_path(&value, view, path);
	return value.text;
}

/* x-default: the choice of language for pages that every locale has, the
 * original for an article. */
static struct text default_path(const struct view *view,
    const struct page *page)
{
	const struct edition *edition = page->object;

	switch (page->kind) {
	case PAGE_CHOOSER:
	case PAGE_HOME:
		return page->number <= 1 ? TEXT("index.html")
					 : (struct text){ 0 };
	case PAGE_ARTICLE:
		return address_edition(
		    view->arena, edition->article->original);
	default:
		return (struct text){ 0 };
	}
}

struct alternate *alternates_of(size_t *count, const struct view *view,
    const struct page *page)
{
	const struct guide *guide = view->site->guide;
	struct alternate *alternates = arena_array(
	    view->arena, struct alternate, guide->locale_count + 1);
	struct text path;
	size_t i;

	*count = 0;
	if (!page_has_alternates(page))
		return alternates;
	for (i = 0; i < guide->locale_count; i++) {
		const struct locale *locale = guide->locales[i];

		/* An index that is shorter there has no such part. */
		if (page->kind == PAGE_INDEX && page->number > 1 &&
		    (page->number - 1) * PAGE_ENTRIES >=
			view->site->index_counts[i])
			continue;
		path = address_translated(
		    view->arena, page, locale, view->site->index_counts);
		if (path.length > 0)
			alternates[(*count)++] = (struct alternate){
				locale->tag, absolute(view, path)
			};
	}
	path = default_path(view, page);
	if (path.length > 0)
		alternates[(*count)++] = (struct alternate){ TEXT("x-default"),
			absolute(view, path) };
	return alternates;
}

void page_alternates(
    struct slot_value *value, void *context, const void *object)
{
	const struct view *view = context;
	size_t count;
	struct alternate *alternates =
	    alternates_of(&count, view, view->page);

	(void)object;
	value_array(value, view, alternates, sizeof(*alternates), count);
}

GETTER(alternate_language)
{
	const struct alternate *alternate = object;

	(void)context;
	value_text(value, alternate->language);
}

GETTER(alternate_url)
{
	const struct alternate *alternate = object;

	(void)context;
	value_text(value, alternate->url);
}

SLOT_TYPE(alternate,
    { "language", SLOT_TEXT, NULL, alternate_language,
	"its tag, or x-default" },
    { "url", SLOT_URL, NULL, alternate_url,
	"the address; absolute with base_url" });
