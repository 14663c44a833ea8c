/* opas init: a small guide to start from, in a folder that is not there yet
 * or empty. */
#include "command/options.h"

#include "base/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *path, *text;
} files[] = {
	{ "content/guide.yaml",
	    "# What opas cannot see from the files in content/.\n"
	    "opas: 1\n"
	    "title: Our guide\n"
	    "# Where the site will be: needed for sitemap and news feeds.\n"
	    "# base_url: https://guide.example/\n"
	    "locales: [en]\n" },
	{ "content/principles.yaml",
	    "# What the articles share, whatever their language.\n"
	    "- id: listen\n"
	    "  name: Listen first\n"
	    "  phase: during\n"
	    "  definition: Let people finish. Hear what they expect as well "
	    "as what went wrong.\n" },
	{ "content/en/welcome.md",
	    "---\n"
	    "title: Welcome\n"
	    "description: A first article, to be replaced.\n"
	    "tags: [basics]\n"
	    "---\n\n"
	    "An article is a Markdown file in a folder of its language.\n\n"
	    "## Let people finish {#finish principles=\"listen\"}\n\n"
	    "A heading can say which principles its section teaches. See\n"
	    "also [the next article](first-call.md#ask).\n" },
	{ "content/en/first-call.md",
	    "---\n"
	    "title: The first call\n"
	    "description: A second article, so that there is something to "
	    "link to.\n"
	    "tags: [basics]\n"
	    "---\n\n"
	    "## Ask what happened {#ask principles=\"listen\"}\n\n"
	    "Sections that teach the same principle find each other.\n" },
	{ ".gitignore", "/site/\n/.cache/\n" },
};

static bool is_free(const char *folder)
{
	return !file_exists(folder) || file_is_empty_folder(folder);
}

static bool write_files(struct arena *arena, const char *folder,
    const char **failed)
{
	size_t i;

	for (i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		const char *path =
		    file_path(arena, folder, text_from(files[i].path));
		const char *slash = strrchr(path, '/');
		const char *parent = text_string(arena,
		    (struct text){ path, (size_t)(slash - path) });

		/* A new repository may have its own .gitignore. */
		if (file_exists(path))
			continue;
		*failed = path;
		/* A repository without files may have a .gitignore. */
		if (file_exists(path))
			continue;
		if (!file_make_folder(parent) ||
		    !file_replace(path, text_from(files[i].text)))
			return false;
	}
	return true;
}

int command_init(const struct options *options)
{
	const char *folder = options->arguments[0], *failed = folder;
	struct report report = { 0 };
	struct arena arena = { 0 };

	if (!is_free(folder))
		report_add(&report, MESSAGE_TARGET_EXISTS, place_nowhere(),
		    text_from(folder));
	else if (!write_files(&arena, folder, &failed))
		report_add(&report, MESSAGE_OUTPUT_UNWRITABLE,
		    place_nowhere(), text_from(failed),
		    text_from(strerror(errno)));
	else if (!options->style.quiet)
		printf("%s: written; 'opas build --root %s' makes its site\n",
		    folder, folder);
	arena_release(&arena);
	return options_finish(options, &report);
}
