/* Whole folders for a time; the rest of base/file.h is in file.c. */
#include "base/file.h"

#include "base/arena.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool is_itself_or_above(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static bool tree_remove(struct arena *arena, const char *path)
{
	struct stat status;
	struct dirent *found;
	DIR *folder;
	bool done = true;

	if (lstat(path, &status) != 0)
		return errno == ENOENT;
	if (!S_ISDIR(status.st_mode))
		return file_remove(path);
	folder = opendir(path);
	if (folder == NULL)
		return false;
	while ((found = readdir(folder)) != NULL)
		if (!is_itself_or_above(found->d_name))
			done = tree_remove(arena, file_path(arena, path,
				   text_from(found->d_name))) &&
			    done;
	(void)closedir(folder); /* was only read */
	return file_remove_folder(path) && done;
}

bool file_remove_tree(const char *path)
{
	struct arena arena = { 0 };
	bool done = tree_remove(&arena, path);

	arena_release(&arena);
	return done;
}

const char *file_make_temporary(struct arena *arena)
{
	const char *parent = getenv("TMPDIR");
	const char *path = file_path(arena,
	    parent != NULL && *parent != '\0' ? parent : "/tmp",
	    TEXT("opas-XXXXXX"));
	char *name = arena_copy(arena, path, strlen(path));

	return mkdtemp(name);
}
