/*
 * opas handout: chosen articles and principles as one document, of HTML that
 * needs nothing beside it, or printed.
 */
#include "command/options.h"

#include "base/file.h"
#include "base/workers.h"
#include "command/handout_choice.h"
#include "command/handout_print.h"

#include <errno.h>
#include <string.h>

static bool is_pdf(const char *path)
{
	return text_ends(text_from(path), TEXT(".pdf"));
}

static bool usage_check(struct report *report, const struct options *options)
{
	const char *path = options->output, *problem = NULL;

	if (path == NULL)
		problem = "say where it goes, with -o FILE.html or FILE.pdf";
	else if (!is_pdf(path) &&
	    !text_ends(text_from(path), TEXT(".html")))
		problem = "the name of the handout must end in .html or .pdf";
	if (problem != NULL)
		report_add(report, MESSAGE_USAGE, place_nowhere(),
		    text_from(problem), TEXT("handout"));
	return problem == NULL;
}

/* As which page of the site it is rendered: the one of its first part. */
static struct text path_of(struct arena *arena, const struct handout *handout)
{
	const struct handout_choice *first = &handout->choices[0];

	return first->principle != NULL
	    ? address_handout_principle(
		  arena, handout->locale, first->principle)
	    : address_handout_edition(arena,
		  first->article->editions[handout->locale->index]);
}

/* The old file stays as it is unless the new one is whole. */
static void handout_write(struct handout_job *job, const char *file)
{
	struct buffer bytes = { 0 };

	job->path = path_of(job->arena, &job->handout);
	if (is_pdf(file)) {
		if (!handout_write_pdf(&bytes, job))
			goto out;
	} else {
		handout_write_html(&bytes, job, (struct text){ 0 });
	}
	if (!file_replace(file, buffer_text(&bytes)))
		report_add(job->report, MESSAGE_OUTPUT_UNWRITABLE,
		    place_nowhere(), text_from(file),
		    text_from(strerror(errno)));
out:
	buffer_release(&bytes);
}

int command_handout(const struct options *options)
{
	struct report report = { 0 };
	struct load load = { 0 };
	struct publish publish = { 0 };
	struct handout_job job = {
		.report = &report,
		.publish = &publish,
		.browser = options->browser,
	};
	const struct load_options how = {
		.root = options->root,
		.base_url = options->base_url,
		.drafts = options->drafts,
		.hasty = true,
		.jobs = options->jobs > 0 ? options->jobs
					  : workers_available(),
	};
	int status;

	job.arena = &publish.arena;
	if (!usage_check(&report, options) ||
	    !load_guide(&load, &report, &how) ||
	    !handout_choose(&job.handout, &load.arena, &report, &load.guide,
		options))
		goto out;
	programs_restrict(&publish.programs, job.handout.locale,
	    PAGE_HANDOUT_ARTICLE, PAGE_HANDOUT_PRINCIPLE);
	if (!publish_prepare(&publish, &report, &load, how.root, how.jobs))
		goto out;
	if (report_status(&report, options->style) == 0)
		handout_write(&job, options->output);
out:
	/* The report points at sources that load and publish own. */
	status = options_finish(options, &report);
	publish_release(&publish);
	load_release(&load);
	return status;
}
