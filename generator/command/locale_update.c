/*
 * opas locale update: writes the templates of the catalogs (POT) and brings
 * each locale's catalog (PO) up to them.
 */
#include "command/locale.h"

#include "base/file.h"
#include "base/list.h"
#include "command/checking.h"
#include "command/extract.h"
#include "command/extract_article.h"
#include "command/revision.h"
#include "command/source_hash.h"
#include "command/translating.h"

#include <string.h>

static bool is_english(const struct locale *locale)
{
	return text_equal(locale->tag, TEXT("en")) ||
	    text_starts(locale->tag, TEXT("en-"));
}

static bool write_template(struct translating *translating, const char *path,
    const char *component, struct text source,
    const struct catalog_messages *messages)
{
	struct buffer bytes = { 0 };
	bool written;

	catalog_write_template(&bytes, component, source, messages);
	written = translating_put(translating, path, buffer_text(&bytes));
	buffer_release(&bytes);
	return written;
}

/* A catalog of English messages: msgmerge alone pairs them. */
static bool catalog_update(struct translating *translating,
    const char *component, const char *template, const struct locale *locale)
{
	struct text name = text_from(component);
	const char *path =
	    translating_catalog_path(translating, name, locale->tag);

	if (!(file_exists(path)
		    ? translating_refresh(translating, path, template)
		    : translating_merge(translating, path, template,
			  translating_header(translating, name, locale->tag,
			      TEXT("")))))
		return false;
	return !is_english(locale) || translating_fill(translating, path);
}

static const char *template_path(struct translating *translating,
    const char *component)
{
	return translating_path(translating, text_from(component),
	    text_format(&translating->arena, "%s.pot", component));
}

/* What the program or the guide says in English. */
static bool component_update(struct translating *translating,
    const char *component, const struct catalog_messages *messages)
{
	const char *template = template_path(translating, component);
	size_t i;

	if (messages->count == 0)
		return true;
	if (!write_template(
		translating, template, component, TEXT(""), messages))
		return false;
	for (i = 0; i < translating->guide->locale_count; i++) {
		const struct locale *locale = translating->guide->locales[i];

		if (translating_takes(translating, locale) &&
		    !catalog_update(translating, component, template, locale))
			return false;
	}
	return true;
}

/* The program's interface, where a guide of others translates it into a
 * language that the program does not have. */
static bool interface_update(struct translating *translating)
{
	const char *template = template_path(translating, "ui");
	const struct guide *guide = translating->guide;
	struct text bytes;
	size_t i;

	if (!file_exists(template))
		return true;
	if (file_read(&bytes, &translating->arena,
		file_path(&translating->arena, translating->load.data,
		    TEXT("locales/ui/ui.pot"))) &&
	    !translating_put(translating, template, bytes))
		return false;
	for (i = 0; i < guide->locale_count; i++)
		if (translating_takes(translating, guide->locales[i]) &&
		    file_exists(translating_catalog_path(translating,
			TEXT("ui"), guide->locales[i]->tag)) &&
		    !catalog_update(
			translating, "ui", template, guide->locales[i]))
			return false;
	return true;
}

/* The program's own tree is the only one whose templates are the interface;
 * those of other guides are overrides, and belong to the guide. */
static bool is_program(struct translating *translating)
{
	const char *root = file_real_path(
	    &translating->arena, translating->options->root);

	return root != NULL && strcmp(translating->load.data, root) == 0;
}

static bool english_update(struct translating *translating)
{
	struct arena *arena = &translating->arena;
	struct catalog_messages guide = { 0 }, interface = { 0 };
	struct catalog_messages *templates = &guide;
	struct theme theme;

	if (is_program(translating)) {
		templates = &interface;
		extract_defaults(&interface, arena);
	}
	theme_open(&theme, arena, translating->options->root,
	    file_path(arena, translating->load.data, TEXT("templates")));
	extract_guide(&guide, arena, translating->guide);
	if (!extract_templates(templates, arena, &translating->report, &theme,
		theme.own_names, theme.own_count))
		return false;
	extract_scripts(templates, arena, &theme);
	return component_update(translating, "guide", &guide) &&
	    (templates == &interface
		    ? component_update(translating, "ui", &interface)
		    : interface_update(translating));
}

/* English of each message of the original, where that will be up to date;
 * NULL for an English original. */
static const struct text *find_pivot(struct translating *translating,
    const struct article *article, const struct memories *memories)
{
	static const struct locale english = { .tag = { "en", 2 } };

	return is_english(article->original->locale)
	    ? NULL
	    : revision_texts(translating, memories, article, &english);
}

/* Translations that are whole files remember what they translate. */
static bool hashes_update(struct translating *translating,
    const struct article *article)
{
	size_t i;

	for (i = 0; i < translating->guide->locale_count; i++) {
		const struct edition *edition = article->editions[i];

		if (edition != NULL && edition->origin == EDITION_TRANSLATED &&
		    edition->matter.source_hash.text.length == 0 &&
		    !source_hash_write(translating, edition))
			return false;
	}
	return true;
}

static bool article_update(struct translating *translating,
    const struct article *article, const struct glossary *glossary,
    const struct memories *memories)
{
	const char *id = text_string(&translating->arena, article->id);
	const char *template = template_path(translating, id);
	struct article_context context = { translating->options->root,
		translating->guide, article, glossary,
		find_pivot(translating, article, memories) };
	struct catalog_messages messages = { 0 };
	size_t i;

	if (!hashes_update(translating, article))
		return false;
	extract_article(&messages, &translating->arena, &context);
	if (messages.count == 0 ||
	    !write_template(translating, template, id,
		article->original->locale->tag, &messages))
		return messages.count == 0;
	for (i = 0; i < translating->guide->locale_count; i++) {
		const struct locale *locale = translating->guide->locales[i];

		if (translating_takes(translating, locale) &&
		    translating_is_wanted(translating, article, locale) &&
		    !revision_update(translating, memories, article, locale,
			template))
			return false;
	}
	return true;
}

void locale_update(struct translating *translating)
{
	const struct guide *guide = translating->guide;
	struct glossary glossary = { 0 };
	const struct memories *memories;
	size_t i;

	if (translating->load.data == NULL) {
		report_add(&translating->report, MESSAGE_DATA_MISSING,
		    place_nowhere());
		return;
	}
	if (!checking_glossary(&glossary, &translating->arena,
		&translating->report, translating->options->root) ||
	    !english_update(translating))
		return;
	memories = memories_open(translating);
	for (i = 0; memories != NULL && i < guide->article_count; i++)
		if (!article_update(translating, &guide->articles[i],
			&glossary, memories))
			return;
}
