/*
 * What the tests of model, link, render and command share: a small guide out
 * of strings, in memory.  Nothing is read from the disk, and bodies are
 * rendered only if a test asks for that (guiding.options).
 *
 * Life of a guide: guiding_locales or guiding_configure, then principles,
 * catalogs and files in any order, then guiding_assemble.  guiding_again
 * forgets all.
 */
#ifndef UNIT_GUIDING_H
#define UNIT_GUIDING_H

#include "base/list.h"
#include "model/guide.h"
#include "read/reading.h"

#include <stdlib.h>
#include <string.h>

struct guiding_file {
	struct text path, bytes;
	bool attachment;
};

struct guiding {
	struct arena arena;
	struct report report;
	struct guide guide;
	struct source_list sources; /* sorted by path, as source_walk does */
	struct principle_entries principles;
	struct document_options options;
	struct {
		struct guiding_file *items;
		size_t count, capacity;
	} files;
};

static inline int guiding_setup(void **state)
{
	*state = calloc(1, sizeof(struct guiding));
	return *state == NULL;
}

/* Forgets the guide; what was taken from it is gone. */
static inline void guiding_again(struct guiding *guiding)
{
	struct document_options options = guiding->options;
	size_t i;

	for (i = 0; i < guiding->guide.locale_count; i++)
		locale_close(guiding->guide.locales[i]);
	report_release(&guiding->report);
	arena_release(&guiding->arena);
	*guiding = (struct guiding){ .options = options };
}

static inline int guiding_teardown(void **state)
{
	guiding_again(*state);
	free(*state);
	return 0;
}

/* A copy without a byte behind it: a sanitizer sees who goes on. */
static inline const struct source *guiding_source(struct guiding *guiding,
    const char *name, const char *bytes)
{
	struct source *source = arena_new(&guiding->arena, struct source);

	source->name = text_from(name);
	source->bytes = text_copy(&guiding->arena, text_from(bytes));
	return source;
}

static inline void guiding_locale_add(struct guiding *guiding,
    struct text tag)
{
	struct locale *locale = locale_open(&guiding->arena, tag);
	struct locale **grown = arena_array(&guiding->arena, struct locale *,
	    guiding->guide.locale_count + 1);
	size_t i;

	locale->index = guiding->guide.locale_count;
	for (i = 0; i < guiding->guide.locale_count; i++)
		grown[i] = guiding->guide.locales[i];
	grown[guiding->guide.locale_count++] = locale;
	guiding->guide.locales = grown;
}

/* guide.yaml; its locales, if it lists any, become those of the guide. */
static inline void guiding_configure(struct guiding *guiding,
    const char *yaml)
{
	struct configuration *configuration = &guiding->guide.configuration;
	size_t i;

	configuration_read(configuration, &guiding->arena, &guiding->report,
	    guiding_source(guiding, "content/guide.yaml", yaml),
	    reading_tag_valid);
	for (i = 0; i < configuration->locales.count; i++)
		guiding_locale_add(
		    guiding, configuration->locales.items[i].tag.text);
}

/* A guide without guide.yaml in these languages: "fi sr". */
static inline void guiding_locales(struct guiding *guiding, const char *tags)
{
	struct text rest = text_from(tags), tag;

	configuration_read(&guiding->guide.configuration, &guiding->arena,
	    &guiding->report, NULL, reading_tag_valid);
	while (text_word(&tag, &rest))
		guiding_locale_add(guiding, tag);
}

static inline void guiding_principles(struct guiding *guiding,
    const char *yaml)
{
	principles_read(&guiding->principles, &guiding->arena,
	    &guiding->report,
	    guiding_source(guiding, "content/principles.yaml", yaml));
}

static inline const struct locale *guiding_locale(
    const struct guiding *guiding, const char *tag)
{
	const struct locale *locale =
	    guide_locale(&guiding->guide, text_from(tag));

	assert_non_null(locale);
	return locale;
}

/* Gives a locale a catalog of its own for the guide: entries of a PO file
 * without the header. */
static inline void guiding_catalog(struct guiding *guiding, const char *tag,
    const char *entries)
{
	struct catalog *catalog = arena_new(&guiding->arena, struct catalog);
	struct locale *locale =
	    guiding->guide.locales[guiding_locale(guiding, tag)->index];
	struct text bytes = text_format(&guiding->arena,
	    "msgid \"\"\nmsgstr \"\"\n"
	    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n%s", entries);

	assert_true(catalog_read(catalog, &guiding->arena, &guiding->report,
	    guiding_source(guiding, "locales/guide/x.po", bytes.at)));
	locale->catalogs.items[0] = catalog;
	locale->catalogs.count = 2;
}

/* An article at "fi/hello.md". */
static inline void guiding_file(struct guiding *guiding, const char *path,
    const char *bytes)
{
	*list_add(&guiding->arena, &guiding->files) = (struct guiding_file){
		text_copy(&guiding->arena, text_from(path)),
		text_copy(&guiding->arena, text_from(bytes)), false
	};
}

/* Any other file at "fi/form.pdf". */
static inline void guiding_attachment(struct guiding *guiding,
    const char *path)
{
	*list_add(&guiding->arena, &guiding->files) = (struct guiding_file){
		text_copy(&guiding->arena, text_from(path)), { 0 }, true
	};
}

static inline int guiding_file_order(const void *a, const void *b)
{
	const struct guiding_file *x = a, *y = b;

	return text_compare(x->path, y->path);
}

static inline struct source_file *guiding_source_add(struct guiding *guiding,
    const struct guiding_file *from)
{
	struct source_file *file =
	    &guiding->sources.items[guiding->sources.count++];
	size_t slash = text_find_char(from->path, '/', 0), at, end;

	file->source.name = text_format(&guiding->arena, "content/%.*s",
	    TEXT_ARGUMENTS(from->path));
	file->source.bytes = from->bytes;
	file->relative = from->path;
	file->kind = from->attachment ? SOURCE_ATTACHMENT : SOURCE_ARTICLE;
	if (from->attachment)
		return file;
	file->locale = text_slice(from->path, 0, slash);
	for (at = end = from->path.length - 3; from->path.at[at - 1] != '/';)
		at--;
	file->id = text_slice(from->path, at, end - at);
	return file;
}

static inline void guiding_parse(struct guiding *guiding,
    struct edition *edition, const struct source_file *file)
{
	struct arena scratch = { 0 };
	struct document_options options = guiding->options;

	edition->file = file;
	edition->locale = guide_locale(&guiding->guide, file->locale);
	assert_non_null(edition->locale);
	matter_read(&edition->matter, &guiding->arena, &guiding->report,
	    &file->source, reading_tag_valid);
	edition->origin = edition->matter.translated_from.text.length > 0
	    ? EDITION_TRANSLATED
	    : EDITION_ORIGINAL;
	options.locale = file->locale;
	document_parse(&edition->document, &guiding->arena, &scratch,
	    &guiding->report, &file->source, edition->matter.body, &options);
	arena_release(&scratch);
}

static inline void guiding_assemble(struct guiding *guiding)
{
	size_t count = guiding->files.count, editions = 0, i;
	struct edition *parsed =
	    arena_array(&guiding->arena, struct edition, count);

	if (count > 0)
		qsort(guiding->files.items, count,
		    sizeof(*guiding->files.items), guiding_file_order);
	guiding->sources.items =
	    arena_array(&guiding->arena, struct source_file, count);
	for (i = 0; i < count; i++) {
		const struct source_file *file = guiding_source_add(
		    guiding, &guiding->files.items[i]);

		if (file->kind == SOURCE_ARTICLE)
			guiding_parse(guiding, &parsed[editions++], file);
	}
	guide_assemble(&guiding->guide, &guiding->arena, &guiding->report,
	    parsed, editions, guiding->principles.items,
	    guiding->principles.count);
}

static inline const struct article *guiding_article(
    const struct guiding *guiding, const char *id)
{
	const struct article *article =
	    guide_article(&guiding->guide, text_from(id));

	assert_non_null(article);
	return article;
}

static inline const struct edition *guiding_edition(
    const struct guiding *guiding, const char *id, const char *tag)
{
	const struct edition *edition = guiding_article(guiding, id)
	    ->editions[guiding_locale(guiding, tag)->index];

	assert_non_null(edition);
	return edition;
}

/* Ids of the articles in their order, with blanks between. */
static inline const char *guiding_order(struct guiding *guiding)
{
	struct text order = { 0 };
	size_t i;

	for (i = 0; i < guiding->guide.article_count; i++)
		order = text_format(&guiding->arena, "%.*s%s%.*s",
		    TEXT_ARGUMENTS(order), i > 0 ? " " : "",
		    TEXT_ARGUMENTS(guiding->guide.articles[i].id));
	return text_string(&guiding->arena, order);
}

/* Ids of the principles of a section, with blanks between. */
static inline const char *guiding_taught(struct guiding *guiding,
    const struct section *section)
{
	struct text ids = { 0 };
	size_t i;

	for (i = 0; i < section->principle_count; i++)
		ids = text_format(&guiding->arena, "%.*s%s%.*s",
		    TEXT_ARGUMENTS(ids), i > 0 ? " " : "",
		    TEXT_ARGUMENTS(section->principles[i]->entry->id.text));
	return text_string(&guiding->arena, ids);
}

/* The variable guiding must be in scope for these. */
#define assert_is(text, expected)                                              \
	assert_string_equal(text_string(&guiding->arena, (text)), (expected))
#define assert_reported(expected)                                              \
	assert_string_equal(                                                   \
	    report_string(&guiding->arena, &guiding->report), (expected))

#endif
