#include "base/file.h"

#include "base/arena.h"
#include "base/list.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Closes without losing the errno of what went wrong before. */
static void close_quietly(int descriptor)
{
	int reason = errno;

	(void)close(descriptor); /* nothing was written through it */
	errno = reason;
}

/* Opens a regular file for reading; a pipe in its place does not block. */
static int open_regular(struct stat *status, const char *path)
{
	int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (descriptor < 0)
		return -1;
	if (fstat(descriptor, status) == 0) {
		if (S_ISREG(status->st_mode))
			return descriptor;
		errno = S_ISDIR(status->st_mode) ? EISDIR : EINVAL;
	}
	close_quietly(descriptor);
	return -1;
}

/* Reads until size bytes are there or the file ends; -1 with errno. */
static ssize_t read_fully(int descriptor, char *bytes, size_t size)
{
	size_t length = 0;

	while (length < size) {
		ssize_t got = read(descriptor, bytes + length, size - length);

		if (got == 0)
			break;
		if (got > 0)
			length += (size_t)got;
		else if (errno != EINTR)
			return -1;
	}
	return (ssize_t)length;
}

bool file_read(struct text *bytes, struct arena *arena, const char *path)
{
	struct stat status;
	int descriptor = open_regular(&status, path);
	size_t capacity, length = 0;
	char *content;
	bool done = false;

	if (descriptor < 0)
		return false;
	/* The size is a guess that files of /proc and growing files belie:
	 * only a read that comes short shows the end. */
	capacity = (size_t)status.st_size + 1;
	content = arena_alloc(arena, capacity);
	for (;;) {
		ssize_t got = read_fully(descriptor, content + length,
		    capacity - length);
		char *grown;

		if (got < 0)
			goto out;
		length += (size_t)got;
		if (length < capacity)
			break;
		grown = arena_alloc(arena, capacity * 2 + BUFSIZ);
		memcpy(grown, content, length);
		content = grown;
		capacity = capacity * 2 + BUFSIZ;
	}
	*bytes = (struct text){ content, length };
	done = true;
out:
	close_quietly(descriptor);
	return done;
}

bool file_holds(const char *path, struct text bytes)
{
	struct stat status;
	int descriptor = open_regular(&status, path);
	char block[16 * 1024];
	size_t at = 0;
	bool same;

	if (descriptor < 0)
		return false;
	same = (size_t)status.st_size == bytes.length;
	while (same && at < bytes.length) {
		size_t size = bytes.length - at;

		if (size > sizeof(block))
			size = sizeof(block);
		same = read_fully(descriptor, block, size) == (ssize_t)size &&
		    memcmp(block, bytes.at + at, size) == 0;
		at += size;
	}
	close_quietly(descriptor);
	return same;
}

static bool write_fully(int descriptor, struct text bytes)
{
	size_t at = 0;

	while (at < bytes.length) {
		ssize_t put =
		    write(descriptor, bytes.at + at, bytes.length - at);

		if (put >= 0)
			at += (size_t)put;
		else if (errno != EINTR)
			return false;
	}
	return true;
}

/* Creates path, which nobody else can have open: what is there under that
 * name (a dead build's, or a link that must not be followed) goes first. */
static bool write_new(const char *path, struct text bytes)
{
	const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
	int descriptor = open(path, flags, 0644);
	bool done;

	if (descriptor < 0 && errno == EEXIST && unlink(path) == 0)
		descriptor = open(path, flags, 0644);
	if (descriptor < 0)
		return false;
	done = write_fully(descriptor, bytes);
	if (!done)
		close_quietly(descriptor);
	else
		done = close(descriptor) == 0; /* a quota may show only now */
	return done;
}

bool file_replace(const char *path, struct text bytes)
{
	struct buffer temporary = { 0 };
	bool done;

	buffer_format(&temporary, "%s%s", path, FILE_TEMPORARY);
	buffer_add_char(&temporary, '\0');
	done = write_new(temporary.bytes, bytes) &&
	    rename(temporary.bytes, path) == 0;
	if (!done) {
		int reason = errno;

		(void)unlink(temporary.bytes); /* it may not be there */
		errno = reason;
	}
	buffer_release(&temporary);
	return done;
}

bool file_make_folder(const char *path)
{
	struct text parent = text_from(path);
	struct buffer copy = { 0 };
	bool done;

	if (mkdir(path, 0777) == 0)
		return true;
	if (errno == EEXIST) {
		if (file_is_folder(path))
			return true;
		errno = ENOTDIR;
	}
	if (errno != ENOENT)
		return false;
	while (text_ends(parent, TEXT("/")))
		parent.length--;
	while (parent.length > 0 && !text_ends(parent, TEXT("/")))
		parent.length--;
	if (parent.length == 0)
		return false; /* errno is mkdir's ENOENT still */
	parent.length--;
	buffer_add(&copy, parent);
	buffer_add_char(&copy, '\0');
	done = file_make_folder(copy.bytes) &&
	    (mkdir(path, 0777) == 0 || file_is_folder(path));
	buffer_release(&copy);
	return done;
}

bool file_remove(const char *path)
{
	return unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR;
}

bool file_remove_folder(const char *path)
{
	return rmdir(path) == 0;
}

bool file_exists(const char *path)
{
	struct stat status;

	return lstat(path, &status) == 0;
}

bool file_is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

const char *file_real_path(struct arena *arena, const char *path)
{
	char *real = realpath(path, NULL);
	const char *copy = NULL;

	if (real != NULL)
		copy = text_string(arena, text_from(real));
	free(real);
	return copy;
}

bool file_lock(int *lock, const char *folder)
{
	int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (descriptor < 0)
		return false;
	if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
		close_quietly(descriptor);
		if (errno == EWOULDBLOCK)
			return false;
		descriptor = -1;
	}
	*lock = descriptor;
	return true;
}

void file_unlock(int lock)
{
	if (lock >= 0)
		close_quietly(lock);
}

const char *file_path(struct arena *arena, const char *folder,
    struct text name)
{
	struct text start = text_from(folder);
	bool slash = start.length > 0 && !text_ends(start, TEXT("/"));

	return text_format(arena, "%s%s%.*s", folder, slash ? "/" : "",
	    TEXT_ARGUMENTS(name)).at;
}

const char *file_program_folder(struct arena *arena)
{
	const char *program = file_real_path(arena, "/proc/self/exe");
	const char *slash = program != NULL ? strrchr(program, '/') : NULL;

	if (slash == NULL)
		return NULL;
	if (slash == program)
		return "/";
	return text_string(arena,
	    (struct text){ program, (size_t)(slash - program) });
}

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
	struct folder *last; /* of the queue */
};

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
	if (S_ISREG(status.st_mode))
		entry->kind = FILE_REGULAR;
	if (!S_ISDIR(status.st_mode))
		return;
	entry->kind = FILE_FOLDER;
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
    const char *folder)
{
	struct walk walk = { .arena = arena, .root = folder };
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
