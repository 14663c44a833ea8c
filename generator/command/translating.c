#include "command/translating.h"

#include "base/file.h"
#include "base/process.h"
#include "model/plural_forms.h"

#include <errno.h>
#include <string.h>

/* What a catalog is called while msgmerge reads it. */
#define MERGED ".opas-merge"

bool translating_open(struct translating *translating)
{
	const struct load_options how = {
		.root = translating->options->root,
		.drafts = true,
		.messages = true,
		.jobs = 1,
	};

	if (!load_guide(&translating->load, &translating->report, &how) ||
	    report_status(
		&translating->report, (struct report_style){ 0 }) != 0)
		return false;
	translating->guide = &translating->load.guide;
	return true;
}

void translating_close(struct translating *translating)
{
	report_release(&translating->report);
	load_release(&translating->load);
	translating->guide = NULL;
}

const char *translating_path(struct translating *translating,
    struct text component, struct text name)
{
	const char *root = translating->options->root;

	return file_path(&translating->arena,
	    text_equal_string(TEXT("."), root) ? "" : root,
	    text_format(&translating->arena, "locales/%.*s/%.*s",
		TEXT_ARGUMENTS(component), TEXT_ARGUMENTS(name)));
}

const char *translating_catalog_path(struct translating *translating,
    struct text component, struct text tag)
{
	return translating_path(translating, component,
	    text_format(
		&translating->arena, "%.*s.po", TEXT_ARGUMENTS(tag)));
}

static bool is_derived(const struct translating *translating,
    const struct locale *locale)
{
	const struct configuration_locales *locales =
	    &translating->guide->configuration.locales;
	size_t i;

	for (i = 0; i < locales->count; i++)
		if (text_equal(locales->items[i].tag.text, locale->tag))
			return locales->items[i].derived_from.text.length > 0;
	return false;
}

bool translating_takes(const struct translating *translating,
    const struct locale *locale)
{
	return (translating->only.length == 0 ||
		   text_equal(translating->only, locale->tag)) &&
	    !is_derived(translating, locale);
}

bool translating_is_wanted(const struct translating *translating,
    const struct article *article, const struct locale *locale)
{
	const struct edition *edition = article->editions[locale->index];

	return !is_derived(translating, locale) &&
	    (edition == NULL || (edition->origin != EDITION_ORIGINAL &&
				    edition->origin != EDITION_TRANSLATED));
}

bool translating_read(const struct catalog **catalog,
    struct translating *translating, const char *path)
{
	struct arena *arena = &translating->arena;
	struct source *source = arena_new(arena, struct source);
	struct catalog *read = arena_new(arena, struct catalog);

	*catalog = NULL;
	if (!file_exists(path))
		return true;
	source->path = path;
	source->name = text_from(path);
	if (!file_read(&source->bytes, arena, path)) {
		report_add(&translating->report, MESSAGE_FILE_UNREADABLE,
		    place_file(source), text_from(strerror(errno)));
		return false;
	}
	if (!catalog_read(read, arena, &translating->report, source))
		return false;
	*catalog = read;
	return true;
}

static bool refuse(struct translating *translating, const char *path)
{
	report_add(&translating->report, MESSAGE_OUTPUT_UNWRITABLE,
	    place_nowhere(), text_from(path), text_from(strerror(errno)));
	return false;
}

bool translating_put(struct translating *translating, const char *path,
    struct text bytes)
{
	const char *slash = strrchr(path, '/');
	const char *folder = slash == NULL
	    ? "."
	    : text_string(&translating->arena,
		  text_slice(text_from(path), 0, (size_t)(slash - path)));

	if (file_holds(path, bytes))
		return true;
	if (!file_make_folder(folder))
		return refuse(translating, folder);
	return file_replace(path, bytes) || refuse(translating, path);
}

/* Runs a program of gettext and puts what it prints into a file. */
static bool filter(struct translating *translating, const char *path,
    const char *const *arguments)
{
	struct buffer output = { 0 }, errors = { 0 };
	int status = 0;
	bool done = false;

	if (!process_run(&status, &output, &errors, arguments))
		report_add(&translating->report, MESSAGE_PROGRAM_MISSING,
		    place_nowhere(), text_from(arguments[0]),
		    text_from(strerror(errno)));
	else if (status != 0)
		report_add(&translating->report, MESSAGE_PROGRAM_FAILED,
		    place_nowhere(), text_from(arguments[0]),
		    text_format(&translating->arena, "%d", status),
		    text_trim(buffer_copy(&errors, &translating->arena)));
	else
		done = translating_put(
		    translating, path, buffer_text(&output));
	buffer_release(&output);
	buffer_release(&errors);
	return done;
}

static bool merge_from(struct translating *translating, const char *path,
    const char *template, const char *from)
{
	const char *const arguments[] = { "msgmerge", "--quiet", "-N",
		"--previous", "--no-wrap", "--add-location=file", "-o", "-",
		from, template, NULL };

	return filter(translating, path, arguments);
}

/* A catalog that reads without a complaint; false if it does not. */
static bool read_quietly(struct catalog *catalog, struct arena *arena,
    const char *path)
{
	struct source *source = arena_new(arena, struct source);
	struct report report = { 0 };
	bool read = file_read(&source->bytes, arena, path) &&
	    catalog_read(catalog, arena, &report, source);

	report_release(&report);
	return read;
}

/* The entries of a catalog in the order of its template, with the template's
 * comments, obsolete ones last; 0 if the template has others. */
static size_t merged(struct catalog_entry *entries,
    const struct catalog *catalog, const struct catalog *template)
{
	size_t count = 0, active = 0, i;

	entries[count++] = catalog->top;
	for (i = 0; i < template->count; i++) {
		const struct catalog_entry *new = &template->entries[i];
		const struct catalog_entry *old = catalog_entry(
		    catalog, new->context, new->id);

		if (old == NULL || old->obsolete ||
		    (old->plural_id.at == NULL) !=
			(new->plural_id.at == NULL) ||
		    !text_equal(old->plural_id, new->plural_id))
			return 0;
		entries[count] = *old;
		entries[count].extracted = new->extracted;
		entries[count].references = new->references;
		entries[count].flags = new->flags;
		count++;
	}
	for (i = 0; i < catalog->count; i++) {
		active += !catalog->entries[i].obsolete;
		if (catalog->entries[i].obsolete)
			entries[count++] = catalog->entries[i];
	}
	return active == template->count ? count : 0;
}

/* Whether msgmerge would write the catalog as it is: it does if our writer,
 * which spells as it does, gives the same bytes. */
static bool is_current(const char *path, const char *template_path)
{
	struct arena arena = { 0 };
	struct catalog catalog, template;
	struct catalog_entry *entries;
	struct buffer bytes = { 0 };
	bool current = false;
	size_t count;

	if (read_quietly(&catalog, &arena, path) &&
	    read_quietly(&template, &arena, template_path) &&
	    catalog.top.strings != NULL) {
		entries = arena_array(&arena, struct catalog_entry,
		    1 + catalog.count + template.count);
		count = merged(entries, &catalog, &template);
		catalog_write(&bytes, entries, count);
		current = count > 0 &&
		    text_equal(buffer_text(&bytes), catalog.source->bytes);
	}
	buffer_release(&bytes);
	arena_release(&arena);
	return current;
}

bool translating_refresh(struct translating *translating, const char *path,
    const char *template)
{
	return is_current(path, template) ||
	    merge_from(translating, path, template, path);
}

bool translating_merge(struct translating *translating, const char *path,
    const char *template, struct text before)
{
	const char *from =
	    text_format(&translating->arena, "%s" MERGED, path).at;
	bool merged = translating_put(translating, from, before) &&
	    merge_from(translating, path, template, from);

	(void)file_remove(from); /* it does no harm */
	return merged;
}

bool translating_fill(struct translating *translating, const char *path)
{
	const char *const arguments[] = { "msgen", "--no-wrap",
		"--add-location=file", "-o", "-", path, NULL };

	return filter(translating, path, arguments);
}

/* A language as gettext spells it: pt_BR, sr@latin. */
static struct text gettext_name(struct arena *arena, struct text tag)
{
	static const struct {
		const char *tag, *name;
	} scripts[] = { { "Latn", "latin" }, { "Cyrl", "cyrillic" } };
	size_t hyphen = text_find_char(tag, '-', 0), i;
	struct text language, rest;

	if (hyphen == TEXT_NONE)
		return tag;
	language = text_slice(tag, 0, hyphen);
	rest = text_after(tag, hyphen + 1);
	for (i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++)
		if (text_equal_string(rest, scripts[i].tag))
			return text_format(arena, "%.*s@%s",
			    TEXT_ARGUMENTS(language), scripts[i].name);
	return text_format(arena, "%.*s_%.*s", TEXT_ARGUMENTS(language),
	    TEXT_ARGUMENTS(rest));
}

struct text translating_header(struct translating *translating,
    struct text component, struct text tag, struct text source)
{
	struct arena *arena = &translating->arena;
	struct text language = gettext_name(arena, tag);
	struct text forms = plural_forms(tag);
	struct text origin = { 0 };

	if (source.length > 0)
		origin = text_format(arena,
		    "\"X-Source-Language: %.*s\\n\"\n",
		    TEXT_ARGUMENTS(source));
	/* The fields that msgfmt --check misses are there to be filled in;
	 * dates would depend on the clock. */
	return text_format(arena,
	    "msgid \"\"\nmsgstr \"\"\n"
	    "\"Project-Id-Version: %.*s\\n\"\n"
	    "\"Report-Msgid-Bugs-To: \\n\"\n"
	    "\"PO-Revision-Date: \\n\"\n"
	    "\"Last-Translator: \\n\"\n"
	    "\"Language-Team: \\n\"\n"
	    "\"Language: %.*s\\n\"\n"
	    "\"MIME-Version: 1.0\\n\"\n"
	    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
	    "\"Content-Transfer-Encoding: 8bit\\n\"\n"
	    "\"Plural-Forms: %.*s\\n\"\n%.*s",
	    TEXT_ARGUMENTS(component), TEXT_ARGUMENTS(language),
	    TEXT_ARGUMENTS(forms), TEXT_ARGUMENTS(origin));
}
