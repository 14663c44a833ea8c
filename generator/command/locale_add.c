/*
 * opas locale add TAG: from nothing to a language that can be translated into
 * and is published.
 */
#include "command/locale.h"

#include "base/file.h"
#include "command/translating.h"
#include "model/plural_forms.h"
#include "read/configuration_edit.h"

#include <errno.h>
#include <string.h>

/* False after reporting, unless the tag is one that the guide lacks. */
static bool check_tag(struct translating *translating, struct text tag)
{
	if (!locale_tag_valid(tag)) {
		report_add(&translating->report, MESSAGE_LOCALE_REFUSED,
		    place_nowhere(), tag,
		    locale_tag_near(&translating->arena, tag));
		return false;
	}
	if (guide_locale(translating->guide, tag) != NULL) {
		report_add(&translating->report, MESSAGE_LOCALE_EXISTS,
		    place_nowhere(), tag);
		return false;
	}
	return true;
}

/* Whether guide.yaml, edited, still says what it said, and the tag. */
static bool says(struct translating *translating, struct text bytes,
    struct text tag)
{
	const struct source source = { TEXT("guide.yaml"), bytes, NULL };
	struct configuration configuration;
	struct report report = { 0 };
	const struct configuration_locales *locales = &configuration.locales;
	const struct guide *guide = translating->guide;
	bool right;
	size_t i;

	configuration_read(&configuration, &translating->arena, &report,
	    &source, locale_tag_valid);
	right = report_status(&report, (struct report_style){ 0 }) == 0 &&
	    locales->count == guide->locale_count + 1 &&
	    text_equal(locales->items[guide->locale_count].tag.text, tag);
	for (i = 0; right && i < guide->locale_count; i++)
		right = text_equal(
		    locales->items[i].tag.text, guide->locales[i]->tag);
	report_release(&report);
	return right;
}

/* Lists the tag in guide.yaml, which is made if there is none. */
static bool edit_guide(struct translating *translating, struct text tag)
{
	struct arena *arena = &translating->arena;
	const struct source_list *sources = &translating->load.sources;
	const struct guide *guide = translating->guide;
	struct text *tags =
	    arena_array(arena, struct text, guide->locale_count);
	struct source source = { TEXT("guide.yaml"), { "", 0 }, NULL };
	struct text edited;
	size_t i;

	source.path = sources->configuration != NULL
	    ? sources->configuration->source.path
	    : file_path(arena, text_string(arena, sources->folder),
		  source.name);
	if (sources->configuration != NULL &&
	    !file_read(&source.bytes, arena, source.path)) {
		report_add(&translating->report, MESSAGE_FILE_UNREADABLE,
		    place_file(&sources->configuration->source),
		    text_from(strerror(errno)));
		return false;
	}
	for (i = 0; i < guide->locale_count; i++)
		tags[i] = guide->locales[i]->tag;
	if (!configuration_add_locale(&edited, arena, &source, tag, tags,
		guide->locale_count) ||
	    !says(translating, edited, tag)) {
		report_add(&translating->report, MESSAGE_GUIDE_UNEDITABLE,
		    place_nowhere(), text_from(source.path), tag);
		return false;
	}
	return translating_put(translating, source.path, edited);
}

/* The guide translates the interface itself if the program does not have the
 * language. */
static bool add_interface(struct translating *translating, struct text tag)
{
	struct arena *arena = &translating->arena;
	const char *data = translating->load.data;
	const char *path =
	    translating_catalog_path(translating, TEXT("ui"), tag);
	const char *template =
	    translating_path(translating, TEXT("ui"), TEXT("ui.pot"));
	struct text bytes;

	if (file_exists(path) ||
	    file_exists(file_path(arena, data,
		text_format(arena, "locales/ui/%.*s.po",
		    TEXT_ARGUMENTS(tag)))) ||
	    !file_read(&bytes, arena,
		file_path(arena, data, TEXT("locales/ui/ui.pot"))))
		return true;
	return translating_put(translating, template, bytes) &&
	    translating_merge(translating, path, template,
		translating_header(
		    translating, TEXT("ui"), tag, TEXT("")));
}

/* What ICU knows of the language, for a look whether it is the right one. */
static void print(struct translating *translating, struct text tag)
{
	static const struct text items[] = { { "A", 1 }, { "B", 1 },
		{ "C", 1 } };
	struct arena *arena = &translating->arena;
	const struct locale *locale =
	    guide_locale(translating->guide, tag);
	struct locale_quotes quotes = locale_quotes(tag);
	struct text forms = plural_forms(tag);
	struct buffer marks = { 0 };
	size_t i;

	for (i = 0; i < 4; i++)
		buffer_add_code(&marks, quotes.marks[i]);
	printf("%.*s: %.*s, written from %s\n"
	       "  dates    %.*s\n"
	       "  numbers  %.*s\n"
	       "  lists    %.*s\n"
	       "  quotes   %.*s\n"
	       "  plurals  %.*s\n"
	       "Its catalogs are in locales/; 'opas locale status' says what "
	       "is to be translated.\n",
	    TEXT_ARGUMENTS(tag), TEXT_ARGUMENTS(locale->endonym),
	    locale->rtl ? "right to left" : "left to right",
	    TEXT_ARGUMENTS(locale_date(locale, arena, 2026, 11, 22)),
	    TEXT_ARGUMENTS(locale_number(locale, arena, 1234567)),
	    TEXT_ARGUMENTS(locale_list(locale, arena, items, 3)),
	    TEXT_ARGUMENTS(buffer_text(&marks)), TEXT_ARGUMENTS(forms));
	buffer_release(&marks);
}

void locale_add(struct translating *translating)
{
	const struct options *options = translating->options;
	struct text tag = text_from(options->arguments[1]);

	if (!translating_open(translating) || !check_tag(translating, tag))
		return;
	if (translating->load.data == NULL) {
		report_add(&translating->report, MESSAGE_DATA_MISSING,
		    place_nowhere());
		return;
	}
	if (!edit_guide(translating, tag))
		return;
	translating_close(translating);
	if (!translating_open(translating) ||
	    !add_interface(translating, tag))
		return;
	translating->only = tag;
	locale_update(translating);
	if (!options->style.quiet &&
	    report_status(&translating->report, options->style) == 0)
		print(translating, tag);
}
