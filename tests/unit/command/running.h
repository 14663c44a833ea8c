/*
 * What the tests of commands share: a small guide on the disk, a run of a
 * command with what it prints, and a folder as one string.
 */
#ifndef UNIT_COMMAND_RUNNING_H
#define UNIT_COMMAND_RUNNING_H

#include "base/buffer.h"
#include "command/options.h"
#include "scratch.h"

#include <fcntl.h>

/* Writes a file and the folders above it. */
static inline void running_write(struct scratch *scratch, const char *path,
    const char *bytes)
{
	const char *slash = strrchr(path, '/');
	struct text folder = { path, slash != NULL ? (size_t)(slash - path)
						   : 0 };

	if (!file_make_folder(scratch_path(scratch,
		text_string(&scratch->arena, folder))))
		abort();
	scratch_write(scratch, path, bytes);
}

/* In guide/: two articles that link to each other, a principle with a catalog,
 * a tag and a picture. */
static inline void running_guide(struct scratch *scratch)
{
	running_write(scratch, "guide/content/guide.yaml",
	    "title: Small\nbase_url: https://guide.example/\n"
	    "locales: [fi, en]\n");
	running_write(scratch, "guide/content/principles.yaml",
	    "- id: listen\n  name: Listen\n  definition: Hear people out.\n"
	    "  aliases: [hear, heed]\n");
	running_write(scratch, "guide/content/fi/hei.md",
	    "---\ntitle: Hei\ntags: [calls]\ndate: 2026-11-21\n---\n"
	    "Alku ja [loppu](hello.md#start).\n\n"
	    "## Kuuntele {#ears principles=listen}\n\n![Kuva](kuva.svg)\n");
	running_write(scratch, "guide/content/fi/kuva.svg",
	    "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
	running_write(scratch, "guide/content/en/hello.md",
	    "---\ntitle: Hello\n---\n"
	    "## Start {#start principles=listen}\n\nBegin.\n");
	running_write(scratch, "guide/locales/guide/fi.po",
	    "msgid \"\"\nmsgstr \"\"\n"
	    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
	    "msgid \"Small\"\nmsgstr \"Pieni\"\n");
}

/* What a command printed on both streams, and its status. */
struct ran {
	int status;
	const char *printed;
};

static inline struct ran running_run(struct scratch *scratch,
    int (*command)(const struct options *options),
    const struct options *options)
{
	const char *path = scratch_path(scratch, "printed");
	int out, err, file;
	struct ran ran;

	fflush(NULL);
	out = dup(STDOUT_FILENO);
	err = dup(STDERR_FILENO);
	file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (out < 0 || err < 0 || file < 0 || dup2(file, STDOUT_FILENO) < 0 ||
	    dup2(file, STDERR_FILENO) < 0)
		abort();
	ran.status = command(options);
	fflush(NULL);
	if (dup2(out, STDOUT_FILENO) < 0 || dup2(err, STDERR_FILENO) < 0)
		abort();
	close(out);
	close(err);
	close(file);
	ran.printed = scratch_read(scratch, "printed");
	return ran;
}

/* Names and bytes of all files below a folder, also of hidden ones at its
 * top. */
static inline const char *running_tree(struct scratch *scratch,
    const char *folder)
{
	static const char *const hidden[] = { ".opas", ".gitignore" };
	struct file_list files = { 0 };
	struct buffer tree = { 0 };
	const char *root = scratch_path(scratch, folder), *bytes;
	struct text file;
	size_t i;

	if (file_is_folder(root) &&
	    !file_walk(&files, &scratch->arena, root, NULL))
		abort();
	for (i = 0; i < files.count; i++) {
		if (files.items[i].kind != FILE_REGULAR)
			continue;
		if (!file_read(&file, &scratch->arena,
			file_path(&scratch->arena, root,
			    files.items[i].path)))
			abort();
		buffer_format(&tree, "=== %.*s\n%.*s\n",
		    TEXT_ARGUMENTS(files.items[i].path),
		    TEXT_ARGUMENTS(file));
	}
	for (i = 0; i < sizeof(hidden) / sizeof(hidden[0]); i++)
		if (file_read(&file, &scratch->arena,
			file_path(&scratch->arena, root,
			    text_from(hidden[i]))))
			buffer_format(&tree, "=== %s\n%.*s\n", hidden[i],
			    TEXT_ARGUMENTS(file));
	bytes = text_string(&scratch->arena, buffer_text(&tree));
	buffer_release(&tree);
	return bytes;
}

#endif
