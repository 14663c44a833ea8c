/* Editions that have no file of their own: of catalogs, and of other editions
 * in another script. */
#include "command/plan.h"

#include "base/workers.h"
#include "model/block_pairing.h"
#include "model/check.h"
#include "model/script.h"
#include "model/translation.h"

/* One work at hand. */
struct task {
	struct plan *plan;
	size_t worker;
	struct work *work;
	struct arena held;      /* the source and catalogs */
	struct report unsaid;   /* what was said of the source before */
	struct document source; /* with its messages */
	struct table ids;       /* of these */
};

static const struct guide *guide_of(const struct plan *plan)
{
	return &plan->intake->load->guide;
}

/* Its bytes, and its messages. */
static bool source_read(struct task *task, struct document *document,
    const struct edition *edition)
{
	struct intake *intake = task->plan->intake;
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
	struct intake *intake = task->plan->intake;
	struct document_options options = {
		.locale = text->locale->tag,
		.language = edition->locale->tag,
		.rtl = text->locale->rtl,
		.translator = translator,
		.anchors = text->document.anchor_names,
		.anchor_count = text->document.anchor_count,
		.address_anchors = text->document.address_anchors,
		.address_count = text->document.address_count,
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
	    &guide_of(task->plan)->configuration;
	size_t there = counts->words[TRANSLATION_CURRENT] +
	    counts->words[TRANSLATION_STALE];
	size_t all = there + counts->words[TRANSLATION_MISSING];

	return there * 100 >= all * (size_t)configuration->threshold;
}

static const struct catalog *catalog_for(struct task *task,
    const struct edition *edition)
{
	struct intake *intake = task->plan->intake;

	return intake_catalog(&intake->reports[task->worker],
	    &intake->load->workers[task->worker], &task->held,
	    intake->options->root, task->plan->shown,
	    edition->file->id, edition->locale->tag);
}

static void catalog_check(struct task *task, const struct edition *edition,
    const struct catalog *catalog)
{
	const struct intake *intake = task->plan->intake;

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
	    &task->plan->intake->load->workers[task->worker],
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

/* Parses a translation's file again, since its blocks have the addresses of
 * others. All that is wrong with it was reported the first time. */
static void readdress(struct task *task, struct edition *edition,
    const struct text *anchors, size_t count)
{
	struct intake *intake = task->plan->intake;
	struct report *report = &intake->reports[task->worker];
	struct report said = *report;
	struct document_options options = {
		.locale = edition->locale->tag,
		.collect_messages = true,
		.address_anchors = anchors,
		.address_count = count,
	};

	if (!source_load((struct source_file *)edition->file, &task->held,
		&task->unsaid))
		return;
	*report = (struct report){ 0 };
	intake_parse(intake, task->worker, edition, edition->locale->tag,
	    &options);
	arena_reset(&intake->scratch[task->worker]);
	report_release(report);
	*report = said;
}

/* Holds a translation that is a whole file against its source. */
static void file_compare(struct task *task, struct edition *edition)
{
	const struct guide *guide = guide_of(task->plan);
	struct intake *intake = task->plan->intake;
	const struct locale *from =
	    guide_locale(guide, edition->matter.translated_from.text);
	const struct edition *source =
	    from != NULL ? task->work->files[from->index] : NULL;
	struct text hash = edition->matter.source_hash.text;
	struct document document = task->source;
	const struct text *anchors;
	size_t count;

	if (source == NULL || source == edition ||
	    (source != task->work->original &&
		!source_read(task, &document, source)))
		return;
	edition->source_changed = hash.length > 0 &&
	    !text_equal(hash,
		message_hash(&task->held, document.messages,
		    document.message_count));
	blocks_check(&intake->reports[task->worker], &edition->document,
	    &edition->file->source, &document);
	anchors = blocks_anchors(&count,
	    &intake->load->workers[task->worker], &edition->document,
	    &document);
	if (anchors != NULL)
		readdress(task, edition, anchors, count);
}

static void work_do(void *context, size_t worker, size_t job)
{
	struct plan *plan = context;
	struct task task = { .plan = plan,
		.worker = worker,
		.work = &plan->works[job] };
	struct work *work = task.work;
	size_t i;

	if ((work->count == 0 && !work->is_compared) ||
	    !source_read(&task, &task.source, work->original))
		goto out;
	for (i = 0; i < task.source.message_count; i++)
		(void)table_put(&task.ids, &task.held,
		    task.source.messages[i].id, work);
	for (i = 0; i < guide_of(plan)->locale_count; i++)
		if (work->files[i] != NULL)
			file_compare(
			    &task, (struct edition *)work->files[i]);
	for (i = 0; i < work->count; i++)
		if (work->made[i].origin == EDITION_CATALOG)
			catalog_make(&task, &work->made[i]);
		else
			derived_make(&task, &work->made[i]);
	for (i = 0; i < guide_of(plan)->locale_count; i++)
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
	struct plan plan = {
		.intake = intake,
		.shown = intake_shown(&load->arena, intake->options->root),
	};
	struct edition *all = plan_make(&plan, editions, count);

	workers_run(load->worker_count, plan.count, work_do, &plan);
	return all;
}
