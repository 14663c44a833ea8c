/*
 * opas build and opas check: the pipeline from a folder of Markdown to a
 * site.  check is the same without writing.
 */
#include "command/load.h"
#include "command/options.h"
#include "command/publish.h"

#include "base/workers.h"

/* Everything that can be wrong is found before the first byte is written, so
 * a guide with errors leaves the previous site as it was. */
static int build(const struct options *options, bool write)
{
	struct report report = { 0 };
	struct load load = { 0 };
	struct publish publish = { 0 };
	const struct load_options how = {
		.root = options->root,
		.base_url = options->base_url,
		.drafts = options->drafts,
		.jobs = options->jobs > 0 ? options->jobs
					  : workers_available(),
	};
	const char *output;
	int status;

	if (!load_guide(&load, &report, &how))
		goto out;
	if (!publish_prepare(&publish, &report, &load, how.root, how.jobs))
		goto out;
	searching_prove(&publish.searching, &report, !write, how.jobs);
	if (report_status(&report, options->style) != 0 || !write)
		goto out;
	output = options_output(options, &load.arena);
	if (publish_write(&publish, &report, output, how.jobs) &&
	    !options->style.quiet && !options->style.json)
		publish_print(&publish, &load.guide, output);
out:
	/* The report points at sources that load and publish own. */
	status = options_finish(options, &report);
	publish_release(&publish);
	load_release(&load);
	return status;
}

int command_build(const struct options *options)
{
	return build(options, true);
}

int command_check(const struct options *options)
{
	return build(options, false);
}
