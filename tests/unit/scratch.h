/*
 * What several test programs need: a folder of their own that is gone
 * afterwards, quick files in it, and a look at functions that must abort.
 * Header only, since every test program is linked from one file.
 */
#ifndef UNIT_SCRATCH_H
#define UNIT_SCRATCH_H

#include "base/arena.h"
#include "base/file.h"

#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct scratch {
	struct arena arena;
	const char *folder; /* absolute, without links */
};

static inline int scratch_setup(void **state)
{
	struct scratch *scratch = calloc(1, sizeof(*scratch));
	char name[] = "/tmp/opas-test-XXXXXX";

	if (scratch == NULL || mkdtemp(name) == NULL)
		return -1;
	scratch->folder = file_real_path(&scratch->arena, name);
	*state = scratch;
	return 0;
}

static inline int scratch_remove(const char *path, const struct stat *status,
    int kind, struct FTW *place)
{
	(void)status;
	(void)kind;
	(void)place;
	return remove(path);
}

static inline int scratch_teardown(void **state)
{
	struct scratch *scratch = *state;
	int result = nftw(scratch->folder, scratch_remove, 16,
	    FTW_DEPTH | FTW_PHYS);

	arena_release(&scratch->arena);
	free(scratch);
	return result;
}

/* The path of something in the folder. */
static inline const char *scratch_path(struct scratch *scratch,
    const char *name)
{
	return file_path(&scratch->arena, scratch->folder, text_from(name));
}

/* Writes a file by other means than file_replace. */
static inline void scratch_write(struct scratch *scratch, const char *name,
    const char *bytes)
{
	FILE *stream = fopen(scratch_path(scratch, name), "w");

	if (stream == NULL || fputs(bytes, stream) < 0 || fclose(stream) != 0)
		abort();
}

/* What a file holds, or NULL. */
static inline const char *scratch_read(struct scratch *scratch,
    const char *name)
{
	struct text bytes;

	if (!file_read(&bytes, &scratch->arena, scratch_path(scratch, name)))
		return NULL;
	return text_string(&scratch->arena, bytes);
}

/* True if the function aborts, as a failed assertion does. */
static inline bool aborts(void (*function)(void))
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		/* What assert prints is no news here. */
		(void)!freopen("/dev/null", "w", stderr);
		(void)signal(SIGABRT, SIG_DFL); /* cmocka catches it */
		function();
		_exit(0);
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		return false;
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

#endif
