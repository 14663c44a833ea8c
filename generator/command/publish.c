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

bool publish_prepare(struct publish *publish, struct report *report,
    struct load *load, const char *root, size_t jobs)
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
	attachments_read(
	    &publish->attachments, &publish->arena, report, jobs);
	relation_link(guide, &load->arena);
	indexes_make(publish, guide);
	page_list_make(&publish->pages, &publish->arena, report, guide,
	    site->index_counts);
	if (!assets_make(&publish->assets, &publish->arena, report,
		&publish->theme, guide) ||
	    !programs_compile(&publish->programs, &publish->arena, report,
		&publish->theme, guide))
		return false;
	searching_make(&publish->searching, &publish->arena, &publish->assets,
	    load, jobs);
	publish->copy_count = attachment_copies(&publish->copies,
	    &publish->arena, &publish->attachments, guide);
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

static void copy_write(void *context, size_t worker, size_t job)
{
	struct writing *writing = context;
	const struct attachment_copy *copy = &writing->publish->copies[job];

	(void)worker;
	/* A failure is kept by the output, as for pages. */
	(void)output_copy(writing->output, copy->path,
	    copy->attachment->file->source.path);
}

static void files_write(struct writing *writing, size_t jobs)
{
	struct publish *publish = writing->publish;
	size_t i;

	for (i = 0; i < publish->assets.count; i++)
		(void)output_write(writing->output,
		    publish->assets.items[i].path,
		    publish->assets.items[i].bytes);
	workers_run(jobs, publish->copy_count, copy_write, writing);
	searching_write(&publish->searching, writing->output, jobs);
}

/* Every path of the site, each once. */
static size_t paths_list(struct text **paths, struct publish *publish)
{
	size_t count = 0, i;

	*paths = arena_array(&publish->arena, struct text,
	    publish->assets.count + publish->copy_count +
		publish->searching.file_count + publish->pages.count);
	for (i = 0; i < publish->assets.count; i++)
		(*paths)[count++] = publish->assets.items[i].path;
	for (i = 0; i < publish->copy_count; i++)
		(*paths)[count++] = publish->copies[i].path;
	for (i = 0; i < publish->searching.file_count; i++)
		(*paths)[count++] = publish->searching.files[i].path;
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

	writing.output = output_open(report, folder, paths, count);
	if (writing.output == NULL)
		return false;
	writing.pages = arena_array(
	    &publish->arena, const struct page *, publish->pages.count);
	writing.buffers = arena_array(&publish->arena, struct buffer, jobs);
	writing.scratch = arena_array(&publish->arena, struct arena, jobs);
	files_write(&writing, jobs);
	pages_write(&writing, jobs, true);
	pages_write(&writing, jobs, false);
	for (i = 0; i < jobs; i++) {
		buffer_release(&writing.buffers[i]);
		arena_release(&writing.scratch[i]);
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
	searching_release(&publish->searching);
	programs_release(&publish->programs);
	arena_release(&publish->arena);
	*publish = (struct publish){ 0 };
}
