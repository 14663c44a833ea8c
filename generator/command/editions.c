/* Editions that have no file of their own: of catalogs, and of other editions
 * in another script. */
#include "command/intake.h"

#include "base/file.h"
#include "base/list.h"
#include "base/workers.h"
#include "model/check.h"
#include "model/script.h"
#include "model/translation.h"

/* An article and what is to be made of it. */
struct work {
	const struct edition **files; /* by locale; NULL if there is none */
	const struct edition *original;
	struct edition *made; /* of catalogs, then derived ones */
	size_t count;
	bool checks_hash;
};

struct completing {
	struct intake *intake;
	struct text shown; /* before paths in the guide */
	struct arena paths; /* of files that are looked for */
	struct table ids;  /* -> struct work */
	struct work *works;
	size_t count;
};

/* One work at hand. */
struct task {
	struct completing *completing;
	size_t worker;
	struct work *work;
	struct arena held;      /* the source and catalogs */
	struct report unsaid;   /* what was said of the source before */
	struct document source; /* with its messages */
	struct table ids;       /* of these */
};

static const struct guide *guide_of(const struct completing *completing)
{
	return &completing->intake->load->guide;
}

struct text intake_base(const struct guide *guide, size_t locale)
{
	const struct configuration_locales *locales =
	    &guide->configuration.locales;

	return locale < locales->count
	    ? locales->items[locale].derived_from.text
	    : (struct text){ 0 };
}

static const struct locale *base_of(const struct guide *guide, size_t locale)
{
	return guide_locale(guide, intake_base(guide, locale));
}

static void works_find(struct completing *completing,
    const struct edition *editions, size_t count)
{
	struct arena *arena = &completing->intake->load->arena;
	size_t locales = guide_of(completing)->locale_count, i;

	completing->works = arena_array(arena, struct work, count);
	for (i = 0; i < count; i++) {
		const struct edition *edition = &editions[i];
		struct work *work =
		    table_get(&completing->ids, edition->file->id);

		if (work == NULL) {
			work = &completing->works[completing->count++];
			work->files = arena_array(
			    arena, const struct edition *, locales);
			(void)table_put(&completing->ids, arena,
			    edition->file->id, work);
		}
		work->files[edition->locale->index] = edition;
	}
}

/* As guide_assemble will choose it. */
static void original_find(struct work *work, size_t locale_count)
{
	size_t i;

	for (i = 0; i < locale_count; i++) {
		const struct edition *edition = work->files[i];

		if (edition == NULL)
			continue;
		if (edition->matter.source_hash.text.length > 0)
			work->checks_hash = true;
		if (work->original == NULL ||
		    (work->original->origin != EDITION_ORIGINAL &&
			edition->origin == EDITION_ORIGINAL))
			work->original = edition;
	}
}

static bool has_catalog(struct completing *completing,
    const struct work *work, size_t locale)
{
	struct arena *arena = &completing->paths;
	struct text id = work->original->file->id;

	return file_exists(file_path(arena, completing->intake->options->root,
	    text_format(arena, "locales/%.*s/%.*s.po", TEXT_ARGUMENTS(id),
		TEXT_ARGUMENTS(
		    guide_of(completing)->locales[locale]->tag))));
}

/* Most articles of a large guide have no catalog at all. */
static bool has_catalogs(struct completing *completing,
    const struct work *work)
{
	struct arena *arena = &completing->paths;

	return file_is_folder(file_path(arena,
	    completing->intake->options->root,
	    text_format(arena, "locales/%.*s",
		TEXT_ARGUMENTS(work->original->file->id))));
}

/* What of an article is to be made in each locale. */
struct plan {
	size_t *catalogs; /* by number; locales */
	size_t catalog_count;
	size_t *derived;
	size_t derived_count;
};

static void plan_work(struct plan *plan, struct completing *completing,
    const struct work *work)
{
	const struct guide *guide = guide_of(completing);
	bool searched = has_catalogs(completing, work);
	size_t i, j;

	plan->catalog_count = 0;
	plan->derived_count = 0;
	for (i = 0; searched && i < guide->locale_count; i++)
		if (work->files[i] == NULL && base_of(guide, i) == NULL &&
		    has_catalog(completing, work, i))
			plan->catalogs[plan->catalog_count++] = i;
	for (i = 0; i < guide->locale_count; i++) {
		const struct locale *base = base_of(guide, i);
		bool is_there;

		if (base == NULL || work->files[i] != NULL)
			continue;
		is_there = work->files[base->index] != NULL;
		for (j = 0; j < plan->catalog_count; j++)
			is_there = is_there || plan->catalogs[j] == base->index;
		if (is_there)
			plan->derived[plan->derived_count++] = i;
	}
	arena_reset(&completing->paths);
}

/* The edition in a locale: with a file, or to be made. */
static const struct edition *edition_in(const struct work *work,
    const struct locale *locale)
{
	size_t i;

	for (i = 0; i < work->count; i++)
		if (work->made[i].locale == locale)
			return &work->made[i];
	return work->files[locale->index];
}

static void begin(struct work *work, const struct locale *locale,
    const struct edition *source)
{
	struct edition *edition = &work->made[work->count++];

	edition->locale = locale;
	edition->source = source;
	edition->file = source->file;
	edition->withheld = true; /* until it is done */
	edition->origin = EDITION_CATALOG;
}

static struct edition *plan_all(struct completing *completing,
    const struct edition *editions, size_t *count)
{
	struct arena *arena = &completing->intake->load->arena;
	const struct guide *guide = guide_of(completing);
	struct plan plan = {
		.catalogs = arena_array(arena, size_t, guide->locale_count),
		.derived = arena_array(arena, size_t, guide->locale_count),
	};
	struct edition *all;
	size_t total = *count, i, j;

	for (i = 0; i < completing->count; i++) {
		original_find(&completing->works[i], guide->locale_count);
		plan_work(&plan, completing, &completing->works[i]);
		completing->works[i].count =
		    plan.catalog_count + plan.derived_count;
		total += completing->works[i].count;
	}
	all = arena_array(arena, struct edition, total);
	for (i = 0; i < *count; i++)
		all[i] = editions[i];
	total = *count;
	for (i = 0; i < completing->count; i++) {
		struct work *work = &completing->works[i];

		/* The files' editions have moved. */
		work->original = &all[work->original - editions];
		for (j = 0; j < guide->locale_count; j++)
			if (work->files[j] != NULL)
				work->files[j] =
				    &all[work->files[j] - editions];
		work->made = &all[total];
		total += work->count;
		work->count = 0;
		plan_work(&plan, completing, work);
		for (j = 0; j < plan.catalog_count; j++)
			begin(work, guide->locales[plan.catalogs[j]],
			    work->original);
		for (j = 0; j < plan.derived_count; j++) {
			begin(work, guide->locales[plan.derived[j]],
			    edition_in(work,
				base_of(guide, plan.derived[j])));
			work->made[work->count - 1].origin = EDITION_DERIVED;
		}
	}
	*count = total;
	return all;
}

/* Its bytes, and its messages. */
static bool source_read(struct task *task, struct document *document,
    const struct edition *edition)
{
	struct intake *intake = task->completing->intake;
	struct source_file *file = (struct source_file *)edition->file;
	struct matter matter = edition->matter;
	const struct document_options options = {
		.locale = edition->locale->tag,
		.raw_html = intake->load->guide.configuration.raw_html,
		.collect_messages = true,
		.matter = &matter,
	};

	if (!source_load(file, &task->held, &task->unsaid))
		return false;
	document_parse(document, &task->held,
	    &intake->scratch[task->worker], &task->unsaid, &file->source,
	    matter.body, &options);
	arena_reset(&intake->scratch[task->worker]);
	return true;
}

/* Texts that a translator replaces must be an edition's own. */
static struct matter matter_for(struct arena *arena,
    const struct edition *source)
{
	struct matter matter = source->matter;

	matter.goals.items = arena_copy(arena, matter.goals.items,
	    matter.goals.count * sizeof(*matter.goals.items));
	matter.translated_from = (struct field_text){ 0 };
	matter.source_hash = (struct field_text){ 0 };
	return matter;
}

/* The text of the source as a translator has it. */
static void make(struct task *task, struct edition *edition,
    const struct edition *text, struct translator *translator)
{
	struct intake *intake = task->completing->intake;
	struct document_options options = {
		.locale = text->locale->tag,
		.language = edition->locale->tag,
		.rtl = text->locale->rtl,
		.translator = translator,
		.anchors = text->document.anchor_names,
		.anchor_count = text->document.anchor_count,
	};

	edition->matter =
	    matter_for(&intake->load->workers[task->worker], text);
	intake_parse(
	    intake, task->worker, edition, edition->locale->tag, &options);
	arena_reset(&intake->scratch[task->worker]);
	edition->withheld = false;
}

static void count_all(struct edition_counts *counts, struct task *task,
    const struct catalog *catalog)
{
	struct catalog_translator all = translation_of(catalog, &task->ids);
	const struct document *source = &task->source;
	size_t i;

	for (i = 0; i < source->message_count; i++) {
		struct translation translation;

		all.translator.translate(
		    &translation, &all.translator, &source->messages[i]);
	}
	counts->messages[TRANSLATION_CURRENT] = all.translated;
	counts->messages[TRANSLATION_STALE] = all.stale;
	counts->messages[TRANSLATION_MISSING] = all.missing;
	counts->words[TRANSLATION_CURRENT] = all.words_translated;
	counts->words[TRANSLATION_STALE] = all.words_stale;
	counts->words[TRANSLATION_MISSING] = all.words_missing;
}

static bool is_enough(const struct task *task,
    const struct edition_counts *counts)
{
	const struct configuration *configuration =
	    &guide_of(task->completing)->configuration;
	size_t there = counts->words[TRANSLATION_CURRENT] +
	    counts->words[TRANSLATION_STALE];
	size_t all = there + counts->words[TRANSLATION_MISSING];

	return there * 100 >= all * (size_t)configuration->threshold;
}

static const struct catalog *catalog_for(struct task *task,
    const struct edition *edition)
{
	struct intake *intake = task->completing->intake;

	return intake_catalog(&intake->reports[task->worker],
	    &intake->load->workers[task->worker], &task->held,
	    intake->options->root, task->completing->shown,
	    edition->file->id, edition->locale->tag);
}

static void catalog_check(struct task *task, const struct edition *edition,
    const struct catalog *catalog)
{
	const struct intake *intake = task->completing->intake;

	if (intake->load->checks != NULL)
		checks_catalog(intake->load->checks,
		    &intake->reports[task->worker], catalog,
		    task->work->original->locale->tag, edition->locale->tag,
		    true);
}

static void catalog_make(struct task *task, struct edition *edition)
{
	const struct catalog *catalog = catalog_for(task, edition);
	struct catalog_translator translator;

	if (catalog == NULL)
		return;
	catalog_check(task, edition, catalog);
	count_all(&edition->counts, task, catalog);
	if (is_enough(task, &edition->counts)) {
		translator = translation_of(catalog, &task->ids);
		make(task, edition, edition->source, &translator.translator);
	}
	/* Places outlive the bytes, which are read again to be shown. */
	((struct source *)catalog->source)->bytes = (struct text){ 0 };
}

/* A translator's words, or the author's, in another script. */
struct deriving {
	struct translator translator;
	struct translator *inner; /* or NULL */
	struct arena *arena;
	bool plain_title; /* it is front matter, as other fields are */
};

static bool is_plain(const struct deriving *deriving,
    const struct block_message *message)
{
	return message->kind == KIND_DESCRIPTION ||
	    message->kind == KIND_GOAL ||
	    (message->kind == KIND_TITLE && deriving->plain_title);
}

static void derive(struct translation *translation,
    struct translator *translator, const struct block_message *message)
{
	struct deriving *deriving = translator->context;

	*translation = (struct translation){ .state = TRANSLATION_CURRENT,
		.text = message->id,
		.place = message->place };
	if (deriving->inner != NULL)
		deriving->inner->translate(
		    translation, deriving->inner, message);
	translation->text = is_plain(deriving, message)
	    ? script_latin_plain(deriving->arena, translation->text)
	    : script_latin(deriving->arena, translation->text);
}

/* What is no message is in the source's words. */
static void matter_derive(struct task *task, struct edition *edition)
{
	struct field_text *owner = &edition->matter.owner;

	owner->text = script_latin_plain(
	    &task->completing->intake->load->workers[task->worker],
	    owner->text);
}

/* From a file, which is read again, unless it is the one that was. */
static void derived_make(struct task *task, struct edition *edition)
{
	const struct edition *base = edition->source;
	struct deriving deriving = {
		.arena = &task->held,
		.plain_title = base->matter.title.text.length > 0,
	};
	struct catalog_translator inner;
	struct document unused;

	deriving.translator.translate = derive;
	deriving.translator.context = &deriving;
	if (base->origin != EDITION_CATALOG) {
		if (base == task->work->original ||
		    source_read(task, &unused, base))
			make(task, edition, base, &deriving.translator);
		matter_derive(task, edition);
		return;
	}
	edition->counts = base->counts;
	if (base->withheld)
		return;
	inner = translation_of(catalog_for(task, base), &task->ids);
	deriving.inner = &inner.translator;
	make(task, edition, base->source, &deriving.translator);
	((struct source *)inner.catalog->source)->bytes = (struct text){ 0 };
}

static void hash_check(struct task *task, struct edition *edition)
{
	const struct guide *guide = guide_of(task->completing);
	const struct locale *from =
	    guide_locale(guide, edition->matter.translated_from.text);
	const struct edition *source =
	    from != NULL ? task->work->files[from->index] : NULL;
	struct document document = task->source;

	if (source == NULL || source == edition ||
	    edition->matter.source_hash.text.length == 0 ||
	    (source != task->work->original &&
		!source_read(task, &document, source)))
		return;
	edition->source_changed = !text_equal(
	    edition->matter.source_hash.text,
	    message_hash(&task->held, document.messages,
		document.message_count));
}

static void work_do(void *context, size_t worker, size_t job)
{
	struct completing *completing = context;
	struct task task = { .completing = completing,
		.worker = worker,
		.work = &completing->works[job] };
	struct work *work = task.work;
	size_t i;

	if ((work->count == 0 && !work->checks_hash) ||
	    !source_read(&task, &task.source, work->original))
		goto out;
	for (i = 0; i < task.source.message_count; i++)
		(void)table_put(&task.ids, &task.held,
		    task.source.messages[i].id, work);
	for (i = 0; i < work->count; i++)
		if (work->made[i].origin == EDITION_CATALOG)
			catalog_make(&task, &work->made[i]);
		else
			derived_make(&task, &work->made[i]);
	for (i = 0; i < guide_of(completing)->locale_count; i++)
		if (work->files[i] != NULL)
			hash_check(&task, (struct edition *)work->files[i]);
	for (i = 0; i < guide_of(completing)->locale_count; i++)
		if (work->files[i] != NULL)
			source_drop((struct source_file *)
					work->files[i]->file);
out:
	arena_release(&task.held);
	report_release(&task.unsaid);
}

struct edition *editions_complete(struct intake *intake,
    struct edition *editions, size_t *count)
{
	struct load *load = intake->load;
	struct completing completing = {
		.intake = intake,
		.shown = intake_shown(&load->arena, intake->options->root),
	};
	struct edition *all;

	works_find(&completing, editions, *count);
	all = plan_all(&completing, editions, count);
	workers_run(
	    load->worker_count, completing.count, work_do, &completing);
	arena_release(&completing.paths);
	return all;
}
