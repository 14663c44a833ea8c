#include "base/file.h"

#include "base/arena.h"
#include "base/hash.h"

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

/* What files are read in that need not fit into memory. */
enum { BLOCK = 64 * 1024 };

bool file_hash(uint64_t *hash, size_t *length, const char *path)
{
	struct stat status;
	int descriptor = open_regular(&status, path);
	char block[BLOCK];
	uint64_t state;
	size_t at = 0;
	ssize_t got;

	if (descriptor < 0)
		return false;
	state = hash_begin((size_t)status.st_size);
	do {
		got = read_fully(descriptor, block, sizeof(block));
		if (got > 0) {
			state = hash_add(state,
			    (struct text){ block, (size_t)got });
			at += (size_t)got;
		}
	} while (got == (ssize_t)sizeof(block));
	close_quietly(descriptor);
	if (got >= 0 && at != (size_t)status.st_size) {
		errno = EAGAIN; /* somebody is writing to it */
		got = -1;
	}
	if (got < 0)
		return false;
	*hash = hash_end(state);
	*length = at;
	return true;
}

bool file_same(const char *a, const char *b)
{
	struct stat first, second;
	int left = open_regular(&first, a);
	int right = left < 0 ? -1 : open_regular(&second, b);
	char blocks[2][BLOCK / 2];
	bool same = right >= 0 && first.st_size == second.st_size;
	ssize_t got = same;

	while (same && got > 0) {
		got = read_fully(left, blocks[0], sizeof(blocks[0]));
		same = got >= 0 &&
		    read_fully(right, blocks[1], sizeof(blocks[1])) == got &&
		    memcmp(blocks[0], blocks[1], (size_t)got) == 0;
	}
	if (left >= 0)
		close_quietly(left);
	if (right >= 0)
		close_quietly(right);
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

/* What a new file gets: bytes, or what can be read from a descriptor. */
struct content {
	struct text bytes;
	int from; /* -1: bytes */
};

static bool write_content(int descriptor, struct content content)
{
	char block[BLOCK];
	ssize_t got = 0;

	if (content.from < 0)
		return write_fully(descriptor, content.bytes);
	do {
		got = read_fully(content.from, block, sizeof(block));
	} while (got > 0 &&
	    write_fully(descriptor, (struct text){ block, (size_t)got }));
	return got == 0;
}

/* Creates path, which nobody else can have open: what is there under that
 * name (a dead build's, or a link that must not be followed) goes first. */
static bool write_new(const char *path, struct content content)
{
	const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
	int descriptor = open(path, flags, 0644);
	bool done;

	if (descriptor < 0 && errno == EEXIST && unlink(path) == 0)
		descriptor = open(path, flags, 0644);
	if (descriptor < 0)
		return false;
	done = write_content(descriptor, content);
	if (!done)
		close_quietly(descriptor);
	else
		done = close(descriptor) == 0; /* a quota may show only now */
	return done;
}

static bool replace(const char *path, struct content content)
{
	struct buffer temporary = { 0 };
	bool done;

	buffer_format(&temporary, "%s%s", path, FILE_TEMPORARY);
	buffer_add_char(&temporary, '\0');
	done = write_new(temporary.bytes, content) &&
	    rename(temporary.bytes, path) == 0;
	if (!done) {
		int reason = errno;

		(void)unlink(temporary.bytes); /* it may not be there */
		errno = reason;
	}
	buffer_release(&temporary);
	return done;
}

bool file_replace(const char *path, struct text bytes)
{
	return replace(path, (struct content){ bytes, -1 });
}

bool file_copy(const char *path, const char *from)
{
	struct stat status;
	struct content content = { { 0 }, open_regular(&status, from) };
	bool done;

	if (content.from < 0)
		return false;
	done = replace(path, content);
	close_quietly(content.from);
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
