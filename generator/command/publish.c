#include "command/publish.h"

#include "base/file.h"
#include "base/workers.h"
#include "link/relation.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static void indexes_make(struct publish *publish, const struct guide *guide)
{
	struct index *indexes =
	    arena_array(&publish->arena, struct index, guide->locale_count);
	size_t *counts =
	    arena_array(&publish->arena, size_t, guide->locale_count);
	size_t i;

	for (i = 0; i < guide->locale_count; i++) {
		index_make(
		    &indexes[i], &publish->arena, guide, guide->locales[i]);
		counts[i] = indexes[i].count;
	}
	publish->site.indexes = indexes;
	publish->site.index_counts = counts;
}

static void attachment_report(struct report *report,
    const struct source *source)
{
	report_add(report, MESSAGE_FILE_UNREADABLE, place_file(source),
	    text_from(strerror(errno)));
}

/* Attachments are read twice, for their names and for the copy: they may be
 * large, and there may be many. */
static void attachments_name(struct publish *publish, struct report *report)
{
	struct arena scratch = { 0 };
	size_t i;

	for (i = 0; i < publish->attachments.count; i++) {
		struct attachment *attachment =
		    &publish->attachments.items[i];
		const struct source *source = &attachment->file->source;
		struct text bytes = { 0 };

		if (!file_read(&bytes, &scratch, source->path))
			attachment_report(report, source);
		attachment->hash = asset_hash(&publish->arena, bytes);
		arena_reset(&scratch);
	}
	arena_release(&scratch);
}

bool publish_prepare(struct publish *publish, struct report *report,
    struct load *load, const char *root)
{
	const struct guide *guide = &load->guide;
	struct site *site = &publish->site;

	if (load->data == NULL) {
		report_add(report, MESSAGE_DATA_MISSING, place_nowhere());
		return false;
	}
	theme_open(&publish->theme, &publish->arena, root,
	    file_path(&publish->arena, load->data, TEXT("templates")));
	reference_check(&publish->attachments, &publish->arena, report, guide,
	    &load->sources);
	attachments_name(publish, report);
	relation_link(guide, &load->arena);
	indexes_make(publish, guide);
	page_list_make(&publish->pages, &publish->arena, report, guide,
	    site->index_counts);
	if (!assets_make(&publish->assets, &publish->arena, report,
		&publish->theme, guide) ||
	    !programs_compile(&publish->programs, &publish->arena, report,
		&publish->theme, guide))
		return false;
	site->guide = guide;
	site->attachments = &publish->attachments;
	site->pages = &publish->pages;
	site->assets = &publish->assets;
	view_prepare(site, &publish->arena);
	return true;
}

struct writing {
	struct publish *publish;
	struct output *output;
	const struct page **pages;
	size_t page_count;
	struct buffer *buffers; /* by worker */
	struct arena *scratch;  /* by worker */
};

static void page_write(void *context, size_t worker, size_t job)
{
	struct writing *writing = context;
	const struct page *page = writing->pages[job];
	struct buffer *buffer = &writing->buffers[worker];

	buffer_clear(buffer);
	page_render(buffer, &writing->scratch[worker],
	    &writing->publish->site, &writing->publish->programs, page);
	/* A failure is kept by the output and reported when it is closed. */
	(void)output_write(writing->output, page->path, buffer_text(buffer));
}

/* New pages come before changed ones, so that no changed page links to a new
 * one that is not there yet. */
static void pages_write(struct writing *writing, size_t jobs, bool new)
{
	const struct page_list *pages = &writing->publish->pages;
	size_t i;

	writing->page_count = 0;
	for (i = 0; i < pages->count; i++)
		if (output_is_new(writing->output, pages->items[i].path) == new)
			writing->pages[writing->page_count++] =
			    &pages->items[i];
	workers_run(jobs, writing->page_count, page_write, writing);
}

/* A file that has gone since it got its name would leave an empty copy. */
static bool files_write(struct writing *writing, struct report *report)
{
	struct publish *publish = writing->publish;
	struct arena scratch = { 0 };
	struct table written = { 0 };
	bool complete = true;
	size_t i;

	for (i = 0; i < publish->assets.count; i++)
		(void)output_write(writing->output,
		    publish->assets.items[i].path,
		    publish->assets.items[i].bytes);
	for (i = 0; i < publish->attachments.count; i++) {
		const struct attachment *attachment =
		    &publish->attachments.items[i];
		const struct source *source = &attachment->file->source;
		struct text path =
		    attachment_path(&publish->arena, attachment);
		struct text bytes = { 0 };

		if (table_put(&written, &publish->arena, path, attachment) !=
		    NULL)
			continue;
		if (file_read(&bytes, &scratch, source->path)) {
			(void)output_write(writing->output, path, bytes);
		} else {
			attachment_report(report, source);
			complete = false;
		}
		arena_reset(&scratch);
	}
	arena_release(&scratch);
	return complete;
}

/* Every path of the site, each once. */
static size_t paths_list(struct text **paths, struct publish *publish)
{
	struct table seen = { 0 };
	size_t count = 0, i;

	*paths = arena_array(&publish->arena, struct text,
	    publish->assets.count + publish->attachments.count +
		publish->pages.count);
	for (i = 0; i < publish->assets.count; i++)
		(*paths)[count++] = publish->assets.items[i].path;
	for (i = 0; i < publish->attachments.count; i++) {
		struct text path = attachment_path(
		    &publish->arena, &publish->attachments.items[i]);

		if (table_put(&seen, &publish->arena, path, publish) == NULL)
			(*paths)[count++] = path;
	}
	for (i = 0; i < publish->pages.count; i++)
		(*paths)[count++] = publish->pages.items[i].path;
	return count;
}

bool publish_write(struct publish *publish, struct report *report,
    const char *folder, size_t jobs)
{
	struct writing writing = { .publish = publish };
	struct text *paths;
	size_t count = paths_list(&paths, publish), i;
	bool complete;

	writing.output = output_open(report, folder, paths, count);
	if (writing.output == NULL)
		return false;
	writing.pages = arena_array(
	    &publish->arena, const struct page *, publish->pages.count);
	writing.buffers = arena_array(&publish->arena, struct buffer, jobs);
	writing.scratch = arena_array(&publish->arena, struct arena, jobs);
	complete = files_write(&writing, report);
	if (complete) {
		pages_write(&writing, jobs, true);
		pages_write(&writing, jobs, false);
	}
	for (i = 0; i < jobs; i++) {
		buffer_release(&writing.buffers[i]);
		arena_release(&writing.scratch[i]);
	}
	if (!complete) {
		output_abandon(writing.output);
		return false;
	}
	return output_close(&publish->counts, writing.output, report);
}

void publish_print(const struct publish *publish, const struct guide *guide,
    const char *folder)
{
	printf("%s: articles %zu, languages %zu; "
	       "files written %zu, unchanged %zu, removed %zu\n",
	    folder, guide->article_count, guide->locale_count,
	    publish->counts.written, publish->counts.unchanged,
	    publish->counts.removed);
}

void publish_release(struct publish *publish)
{
	programs_release(&publish->programs);
	arena_release(&publish->arena);
	*publish = (struct publish){ 0 };
}
