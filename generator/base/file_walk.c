/* Listing what is below a folder; the rest of base/file.h is in file.c. */
#include "base/file.h"

#include "base/arena.h"
#include "base/list.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The folders entered, so that a link back to one of them is noticed. */
struct folder {
	dev_t device;
	ino_t number;
	struct text path;     /* relative to the folder walked */
	size_t entry;         /* its index in the list */
	struct folder *above; /* NULL for the folder walked itself */
	struct folder *next;  /* in the queue of those still to be read */
};

struct walk {
	struct file_list list;
	struct arena *arena;  /* of the list */
	struct arena scratch; /* of the folders and of full paths */
	const char *root;
	const char *bounds;  /* what links may not leave, or NULL */
	struct folder *last; /* of the queue */
};

bool file_is_below(struct text path, struct text folder)
{
	if (text_ends(folder, TEXT("/")))
		folder.length--;
	return text_starts(path, folder) &&
	    (path.length == folder.length || path.at[folder.length] == '/');
}

/* Whether a link leads to where the walk may not go. */
static bool leaves_bounds(struct walk *walk, const char *path)
{
	const char *real;

	if (walk->bounds == NULL)
		return false;
	real = file_real_path(&walk->scratch, path);
	return real != NULL &&
	    !file_is_below(text_from(real), text_from(walk->bounds));
}

static bool is_below_itself(const struct folder *folder)
{
	const struct folder *above;

	for (above = folder->above; above != NULL; above = above->above)
		if (above->device == folder->device &&
		    above->number == folder->number)
			return true;
	return false;
}

/* Adds one entry to the list, and to the queue if it is to be entered. */
static void walk_entry(struct walk *walk, struct folder *parent,
    const struct dirent *found)
{
	struct file_entry *entry = list_add(walk->arena, &walk->list);
	struct folder *folder;
	struct stat status;
	const char *path;

	entry->path = text_format(walk->arena, "%.*s%s%s",
	    TEXT_ARGUMENTS(parent->path), parent->path.length > 0 ? "/" : "",
	    found->d_name);
	entry->kind = FILE_REGULAR;
	if (found->d_type == DT_REG)
		return; /* most entries: no need to ask the system again */
	path = file_path(&walk->scratch, walk->root, entry->path);
	entry->kind = FILE_OTHER;
	if (lstat(path, &status) == 0 && S_ISLNK(status.st_mode))
		entry->is_link = true;
	if (stat(path, &status) != 0) {
		entry->is_broken = true;
		return;
	}
	entry->leaves = entry->is_link && leaves_bounds(walk, path);
	if (S_ISREG(status.st_mode))
		entry->kind = FILE_REGULAR;
	if (!S_ISDIR(status.st_mode))
		return;
	entry->kind = FILE_FOLDER;
	if (entry->leaves)
		return;
	folder = arena_new(&walk->scratch, struct folder);
	folder->device = status.st_dev;
	folder->number = status.st_ino;
	folder->path = entry->path;
	folder->entry = walk->list.count - 1;
	folder->above = parent;
	if (!is_below_itself(folder))
		walk->last = walk->last->next = folder;
}

/* Lists what is directly in one folder. */
static bool walk_folder(struct walk *walk, struct folder *folder)
{
	const char *path =
	    file_path(&walk->scratch, walk->root, folder->path);
	DIR *stream = opendir(path);
	const struct dirent *found;
	int reason;

	if (stream == NULL && folder->above != NULL) {
		walk->list.items[folder->entry].is_broken = true;
		return true;
	}
	if (stream == NULL)
		return false;
	for (;;) {
		errno = 0;
		found = readdir(stream);
		if (found == NULL)
			break;
		if (found->d_name[0] != '.')
			walk_entry(walk, folder, found);
	}
	reason = errno;
	(void)closedir(stream); /* it was only read */
	errno = reason;
	return reason == 0;
}

static int entry_order(const void *a, const void *b)
{
	const struct file_entry *first = a;
	const struct file_entry *second = b;

	return text_compare(first->path, second->path);
}

bool file_walk(struct file_list *list, struct arena *arena,
    const char *folder, const char *bounds)
{
	struct walk walk = { .arena = arena, .root = folder,
		.bounds = bounds };
	struct folder *at = arena_new(&walk.scratch, struct folder);
	struct stat status = { 0 };
	bool done = stat(folder, &status) == 0;

	at->device = status.st_dev;
	at->number = status.st_ino;
	walk.last = at;
	for (; done && at != NULL; at = at->next)
		done = walk_folder(&walk, at);
	if (done) {
		if (walk.list.count > 0)
			qsort(walk.list.items, walk.list.count,
			    sizeof(*walk.list.items), entry_order);
		*list = walk.list;
	}
	arena_release(&walk.scratch);
	return done;
}

bool file_is_empty_folder(const char *path)
{
	DIR *stream = opendir(path);
	const struct dirent *found;
	bool is_empty;

	if (stream == NULL)
		return false;
	do {
		errno = 0;
		found = readdir(stream);
	} while (found != NULL && found->d_name[0] == '.');
	is_empty = found == NULL && errno == 0;
	(void)closedir(stream); /* it was only read */
	return is_empty;
}
