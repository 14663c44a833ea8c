#include "command/intake.h"

#include "base/file.h"
#include "base/workers.h"
#include "model/script.h"
#include "command/checking.h"
#include "render/body.h"
#include "render/typography.h"
#include "search/terms.h"

#include <errno.h>
#include <string.h>

#ifndef OPAS_DATA
#define OPAS_DATA "/usr/local/share/opas"
#endif

const char *load_data_folder(struct arena *arena)
{
	/* Installed beside bin/; built in build/ or build/<variant>/, and
	 * below it in unit/<folder>/ if it is a test. */
	static const char *const places[] = { "../share/opas", "..",
		"../..", "../../..", "../../../.." };
	const char *program = file_program_folder(arena);
	const char *folder;
	size_t i;

	for (i = 0; program != NULL && i < sizeof(places) / sizeof(*places);
	     i++) {
		folder = file_path(arena, program, text_from(places[i]));
		if (file_exists(file_path(
			arena, folder, TEXT("templates/base.html"))))
			return file_real_path(arena, folder);
	}
	if (file_is_folder(OPAS_DATA))
		return OPAS_DATA;
	return NULL;
}

void intake_parse(struct intake *intake, size_t worker,
    struct edition *edition, struct text tag,
    struct document_options *options)
{
	struct load *load = intake->load;
	struct matter *matter = &edition->matter;
	struct document *document = &edition->document;
	struct terms *terms = NULL;

	options->raw_html = load->guide.configuration.raw_html;
	options->render_blocks = body_render_blocks;
	options->render_inlines = body_render_inlines;
	options->matter = matter;
	options->typographer = intake->typographers[worker];
	if (options->typographer != NULL)
		typographer_language(options->typographer, tag);
	if (load->terms != NULL) {
		terms = load->terms[worker];
		terms_begin(terms, tag);
		options->take_piece = terms_piece;
		options->reader = terms;
	}
	document_parse(document, &load->workers[worker],
	    &intake->scratch[worker], &intake->reports[worker],
	    &edition->file->source, matter->body, options);
	if (terms != NULL)
		edition->terms = terms_end(terms, document,
		    matter->title.text.length > 0 ? matter->title.text
						  : document->title);
}

static void article_read(void *context, size_t worker, size_t job)
{
	struct intake *intake = context;
	struct load *load = intake->load;
	struct parsed *parsed = &intake->parsed[job];
	struct source_file *file = parsed->file;
	struct arena *arena = &load->workers[worker];
	struct arena *scratch = &intake->scratch[worker];
	struct report *report = &intake->reports[worker];
	struct matter *matter = &parsed->edition.matter;
	struct document_options options = {
		.collect_messages = intake->options->messages,
	};

	if (!source_load(file, scratch, report)) {
		arena_reset(scratch);
		return;
	}
	matter_read(matter, arena, report, &file->source, locale_tag_valid);
	if (file->locale.length == 0)
		file->locale = matter->lang.text.length > 0
		    ? matter->lang.text
		    : TEXT("en");
	options.locale = file->locale;
	if (matter->translated_from.text.length > 0)
		options.collect_messages = true; /* to pair its blocks */
	parsed->edition.file = file;
	intake_parse(intake, worker, &parsed->edition, file->locale,
	    &options);
	parsed->usable = !matter->draft || intake->options->drafts;
	source_drop(file);
	arena_reset(scratch);
}

static void typographers_open(struct intake *intake)
{
	struct load *load = intake->load;
	size_t i;

	intake->typographers = arena_array(
	    &load->arena, struct typographer *, load->worker_count);
	if (load->guide.configuration.typography)
		for (i = 0; i < load->worker_count; i++)
			intake->typographers[i] = typographer_new();
}

static void typographers_close(struct intake *intake, struct report *report)
{
	bool lacks_dictionary = false;
	size_t i;

	for (i = 0; i < intake->load->worker_count; i++) {
		struct typographer *typographer = intake->typographers[i];

		lacks_dictionary |= typographer != NULL &&
		    typographer_lacks_dictionary(typographer);
		typographer_release(typographer);
	}
	if (lacks_dictionary)
		report_add(report, MESSAGE_DICTIONARY_MISSING,
		    place_nowhere());
}

static void terms_prepare(struct intake *intake)
{
	struct load *load = intake->load;
	size_t i;

	if (!load->guide.configuration.search || intake->options->hasty)
		return;
	load->terms =
	    arena_array(&load->arena, struct terms *, load->worker_count);
	for (i = 0; i < load->worker_count; i++)
		load->terms[i] = terms_open(&load->workers[i]);
}

static void articles_read(struct intake *intake)
{
	struct load *load = intake->load;
	size_t i;

	load->worker_count = intake->options->jobs;
	load->workers =
	    arena_array(&load->arena, struct arena, load->worker_count);
	intake->scratch =
	    arena_array(&load->arena, struct arena, load->worker_count);
	intake->reports =
	    arena_array(&load->arena, struct report, load->worker_count);
	intake->parsed =
	    arena_array(&load->arena, struct parsed, load->sources.count);
	for (i = 0; i < load->sources.count; i++)
		if (load->sources.items[i].kind == SOURCE_ARTICLE)
			intake->parsed[intake->count++].file =
			    &load->sources.items[i];
	typographers_open(intake);
	terms_prepare(intake);
	workers_run(
	    load->worker_count, intake->count, article_read, intake);
}

static void intake_close(struct intake *intake, struct report *report)
{
	struct load *load = intake->load;
	size_t i;

	typographers_close(intake, report);
	for (i = 0; i < load->worker_count; i++) {
		arena_release(&intake->scratch[i]);
		if (load->terms != NULL)
			terms_close(load->terms[i]);
		report_join(report, &intake->reports[i]);
	}
}

static void settings_read(struct load *load, struct report *report,
    const struct load_options *options)
{
	struct configuration *configuration = &load->guide.configuration;
	struct source_file *file = load->sources.configuration;
	bool loaded;

	loaded = file != NULL && source_load(file, &load->arena, report);
	configuration_read(configuration, &load->arena, report,
	    loaded ? &file->source : NULL, locale_tag_valid);
	if (options->base_url != NULL &&
	    !configuration_base_url(&configuration->base_url.text,
		&load->arena, text_from(options->base_url)))
		report_add(report, MESSAGE_BASE_URL_INVALID,
		    place_nowhere(), text_from(options->base_url));
	file = load->sources.principles;
	loaded = file != NULL && source_load(file, &load->arena, report);
	principles_read(&load->principles, &load->arena, report,
	    loaded ? &file->source : NULL);
}

/* The locales of guide.yaml, else those that articles are in. */
static size_t tags_choose(struct text **tags, struct load *load)
{
	const struct configuration_locales *locales =
	    &load->guide.configuration.locales;
	size_t i;

	if (locales->count == 0)
		return source_locales(tags, &load->arena, &load->sources);
	*tags = arena_array(&load->arena, struct text, locales->count);
	for (i = 0; i < locales->count; i++)
		(*tags)[i] = locales->items[i].tag.text;
	return locales->count;
}

struct catalog *intake_catalog(struct report *report,
    struct arena *kept, struct arena *held, const char *folder,
    struct text shown, struct text component, struct text tag)
{
	struct text relative = text_format(held, "locales/%.*s/%.*s.po",
	    TEXT_ARGUMENTS(component), TEXT_ARGUMENTS(tag));
	const char *path = file_path(held, folder, relative);
	struct catalog *catalog = arena_new(held, struct catalog);
	struct source *source;

	if (!file_exists(path))
		return NULL;
	source = arena_new(kept, struct source);
	source->path = text_string(kept, text_from(path));
	source->name = text_join(kept, (struct text[]){ shown, relative }, 2);
	if (!file_read(&source->bytes, held, source->path)) {
		report_add(report, MESSAGE_FILE_UNREADABLE,
		    place_file(source), text_from(strerror(errno)));
		return NULL;
	}
	if (catalog_read(catalog, held, report, source))
		return catalog;
	/* The places of what was reported may outlive the bytes. */
	source->bytes = (struct text){ 0 };
	return NULL;
}

struct text intake_shown(struct arena *arena, const char *root)
{
	return text_equal(TEXT("."), text_from(root))
	    ? (struct text){ 0 }
	    : text_format(arena, "%s/", root);
}

/* Where the catalogs of a locale come from. */
struct origin {
	struct load *load;
	struct report *report;
	struct text tag;
	bool derives; /* they are another locale's */
};

static const struct catalog *catalog_load(const struct origin *origin,
    const char *folder, const char *component)
{
	struct arena *arena = &origin->load->arena;
	struct catalog *catalog =
	    intake_catalog(origin->report, arena, arena, folder,
		intake_shown(arena, folder), text_from(component), origin->tag);
	size_t i, j;

	/* What comes with the program is for others to mend. */
	if (catalog != NULL && !origin->derives &&
	    origin->load->checks != NULL && folder != origin->load->data)
		checks_catalog(origin->load->checks, origin->report, catalog,
		    TEXT("en"), origin->tag, false);
	if (catalog == NULL || !origin->derives)
		return catalog;
	for (i = 0; i < catalog->count; i++)
		for (j = 0; j < catalog->entries[i].string_count; j++) {
			struct text *string = &catalog->entries[i].strings[j];

			*string = script_latin_plain(arena, *string);
		}
	return catalog;
}

/* The guide's own catalog first; then the interface's, of the guide if it has
 * one, else the program's. */
static void catalogs_load(struct load *load, struct report *report,
    const char *root, struct locale *locale)
{
	struct catalogs *catalogs = &locale->catalogs;
	struct origin origin = { load, report,
		intake_base(&load->guide, locale->index), true };

	if (origin.tag.length == 0) {
		origin.tag = locale->tag;
		origin.derives = false;
	}
	catalogs->items[0] = catalog_load(&origin, root, "guide");
	catalogs->items[1] = catalog_load(&origin, root, "ui");
	if (catalogs->items[1] == NULL && load->data != NULL)
		catalogs->items[1] = catalog_load(&origin, load->data, "ui");
	catalogs->count = 2;
}

static void locales_open(struct load *load, struct report *report,
    const char *root, const struct text *tags, size_t count)
{
	struct guide *guide = &load->guide;
	static const struct text english = { "en", 2 };
	size_t i;

	if (count == 0) {
		tags = &english;
		count = 1;
	}
	guide->locales = arena_array(&load->arena, struct locale *, count);
	guide->locale_count = count;
	for (i = 0; i < count; i++) {
		guide->locales[i] = locale_open(&load->arena, tags[i]);
		guide->locales[i]->index = i;
		catalogs_load(load, report, root, guide->locales[i]);
	}
}

/* Editions that are to be built, with their locales. */
static size_t editions_choose(struct edition **editions, struct load *load,
    const struct intake *intake)
{
	size_t count = 0, i;

	*editions = arena_array(&load->arena, struct edition, intake->count);
	for (i = 0; i < intake->count; i++) {
		const struct parsed *parsed = &intake->parsed[i];
		struct edition *edition = &(*editions)[count];

		if (!parsed->usable || parsed->file->kind != SOURCE_ARTICLE)
			continue;
		*edition = parsed->edition;
		edition->locale =
		    guide_locale(&load->guide, parsed->file->locale);
		edition->origin =
		    edition->matter.translated_from.text.length > 0
		    ? EDITION_TRANSLATED
		    : EDITION_ORIGINAL;
		if (edition->locale != NULL)
			count++;
	}
	return count;
}

bool load_guide(struct load *load, struct report *report,
    const struct load_options *options)
{
	struct intake intake = { .load = load, .options = options };
	struct edition *editions;
	struct text *tags;
	size_t count;

	load->data = load_data_folder(&load->arena);
	if (!source_walk(&load->sources, &load->arena, report, options->root,
		locale_tag_valid))
		return false;
	settings_read(load, report, options);
	count = load->guide.configuration.locales.count;
	if (count > 0) {
		count = tags_choose(&tags, load);
		source_select(
		    &load->sources, &load->arena, report, tags, count);
	}
	articles_read(&intake);
	count = tags_choose(&tags, load);
	source_settle(&load->sources, report, tags, count);
	if (!options->messages && !options->hasty)
		load->checks = checking_open(
		    &load->arena, report, options->root, tags, count);
	locales_open(load, report, options->root, tags, count);
	count = editions_choose(&editions, load, &intake);
	if (!options->messages)
		editions = editions_complete(&intake, editions, &count);
	intake_close(&intake, report);
	guide_assemble(&load->guide, &load->arena, report, editions, count,
	    load->principles.items, load->principles.count);
	return true;
}

void load_release(struct load *load)
{
	size_t i;

	for (i = 0; i < load->guide.locale_count; i++)
		locale_close(load->guide.locales[i]);
	for (i = 0; i < load->worker_count; i++)
		arena_release(&load->workers[i]);
	arena_release(&load->arena);
	*load = (struct load){ 0 };
}
