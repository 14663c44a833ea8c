#include "base/process.h"

#include "base/arena.h"
#include "base/list.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct variables {
	char **items;
	size_t count;
	size_t capacity;
};

/* Ours, but for what chooses the language of the other program's messages:
 * glibc heeds LANGUAGE even under C.UTF-8. */
static char *const *child_environment(struct arena *arena)
{
	static const char locale[] = "LC_ALL=C.UTF-8";
	struct variables variables = { 0 };
	char **at;

	for (at = environ; at != NULL && *at != NULL; at++) {
		struct text variable = text_from(*at);

		if (!text_starts(variable, TEXT("LC_ALL=")) &&
		    !text_starts(variable, TEXT("LANGUAGE=")))
			*list_add(arena, &variables) = *at;
	}
	*list_add(arena, &variables) =
	    arena_copy(arena, locale, sizeof(locale) - 1);
	*list_add(arena, &variables) = NULL;
	return variables.items;
}

/* What comes out of one stream of the child. */
struct stream {
	struct buffer *buffer; /* NULL: discarded */
	int child;             /* the descriptor that the child sees: 1 or 2 */
	int reader, writer;    /* ends of a pipe, or -1 */
};

static void stream_close(int *descriptor)
{
	if (*descriptor >= 0)
		(void)close(*descriptor); /* a pipe: nothing to lose */
	*descriptor = -1;
}

/* Opens the pipe, and adds to the actions that connect the child to it. */
static bool stream_open(struct stream *stream,
    posix_spawn_file_actions_t *actions)
{
	int ends[2];

	if (stream->buffer == NULL)
		return posix_spawn_file_actions_addopen(actions,
			   stream->child, "/dev/null", O_WRONLY, 0) == 0;
	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	stream->reader = ends[0];
	stream->writer = ends[1];
	return posix_spawn_file_actions_adddup2(actions, stream->writer,
		   stream->child) == 0;
}

/* Takes what is there; closes at the end of the stream. */
static void stream_read(struct stream *stream)
{
	char bytes[4096];
	ssize_t got = read(stream->reader, bytes, sizeof(bytes));

	if (got > 0)
		buffer_add(stream->buffer,
		    (struct text){ bytes, (size_t)got });
	else if (got == 0 || errno != EINTR)
		stream_close(&stream->reader);
}

/* Waits for what streams give, at most so many milliseconds (-1: as long as
 * it takes), and reads it.  False if nothing came. */
static bool streams_poll(struct stream streams[2], int patience)
{
	struct pollfd ready[2] = {
		{ .fd = streams[0].reader, .events = POLLIN },
		{ .fd = streams[1].reader, .events = POLLIN },
	};
	size_t i;

	if (poll(ready, 2, patience) <= 0)
		return false; /* interrupted, or nothing yet */
	for (i = 0; i < 2; i++)
		if (ready[i].revents != 0)
			stream_read(&streams[i]);
	return true;
}

/* Reads both at once: a child that fills one pipe would wait for ever for
 * somebody who is reading the other. */
static void streams_read(struct stream streams[2])
{
	while (streams[0].reader >= 0 || streams[1].reader >= 0)
		(void)streams_poll(streams, -1); /* interrupted: again */
}

static int status_plain(int status)
{
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status)
				   : WEXITSTATUS(status);
}

static int child_wait(pid_t child)
{
	int status = 0;

	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	return status_plain(status);
}

/* Milliseconds of a clock that nobody sets. */
static long long clock_read(void)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now); /* POSIX has this clock */
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads until the child itself has ended, however long its own children keep
 * the streams open; kills it when its time is up, and gives false. */
static bool child_watch(int *status, struct stream streams[2], pid_t child,
    unsigned seconds)
{
	enum { PATIENCE = 20 };
	long long end = clock_read() + (long long)seconds * 1000;
	int raw = 0;

	while (waitpid(child, &raw, WNOHANG) == 0) {
		if (clock_read() >= end) {
			(void)kill(child, SIGKILL); /* it may just have ended */
			(void)child_wait(child);
			return false;
		}
		(void)streams_poll(streams, PATIENCE); /* till it ends */
	}
	while (streams_poll(streams, 0) &&
	    (streams[0].reader >= 0 || streams[1].reader >= 0))
		continue;
	*status = status_plain(raw);
	return true;
}

/* The child gets SIGPIPE and a signal mask as a shell would give them. */
static int child_start(pid_t *child, const char *const *arguments,
    const posix_spawn_file_actions_t *actions, char *const *environment)
{
	posix_spawnattr_t attributes;
	sigset_t none, pipe_broken;
	int reason;

	(void)sigemptyset(&none); /* these three only fail on bad sets */
	(void)sigemptyset(&pipe_broken);
	(void)sigaddset(&pipe_broken, SIGPIPE);
	reason = posix_spawnattr_init(&attributes);
	if (reason != 0)
		return reason;
	reason = posix_spawnattr_setflags(&attributes,
	    POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	if (reason == 0)
		reason = posix_spawnattr_setsigmask(&attributes, &none);
	if (reason == 0)
		reason =
		    posix_spawnattr_setsigdefault(&attributes, &pipe_broken);
	if (reason == 0) /* POSIX: the strings are not changed */
		reason = posix_spawnp(child, arguments[0], actions,
		    &attributes, (char *const *)(uintptr_t)arguments,
		    environment);
	(void)posix_spawnattr_destroy(&attributes); /* cannot fail */
	return reason;
}

/* seconds 0: as long as it takes. */
static bool run(unsigned seconds, int *status, struct buffer *output,
    struct buffer *errors, const char *const *arguments)
{
	struct stream streams[2] = {
		{ output, STDOUT_FILENO, -1, -1 },
		{ errors, STDERR_FILENO, -1, -1 },
	};
	struct arena arena = { 0 };
	posix_spawn_file_actions_t actions;
	pid_t child;
	int reason = posix_spawn_file_actions_init(&actions);

	if (reason != 0) {
		errno = reason;
		return false;
	}
	reason = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO,
	    "/dev/null", O_RDONLY, 0);
	if (reason == 0 && (!stream_open(&streams[0], &actions) ||
			       !stream_open(&streams[1], &actions)))
		reason = errno;
	if (reason == 0)
		reason = child_start(&child, arguments, &actions,
		    child_environment(&arena));
	stream_close(&streams[0].writer);
	stream_close(&streams[1].writer);
	if (reason == 0 && seconds == 0) {
		streams_read(streams);
		*status = child_wait(child);
	} else if (reason == 0 &&
	    !child_watch(status, streams, child, seconds)) {
		reason = ETIMEDOUT;
	}
	stream_close(&streams[0].reader);
	stream_close(&streams[1].reader);
	(void)posix_spawn_file_actions_destroy(&actions); /* cannot fail */
	arena_release(&arena);
	errno = reason;
	return reason == 0;
}

bool process_run(int *status, struct buffer *output, struct buffer *errors,
    const char *const *arguments)
{
	return run(0, status, output, errors, arguments);
}

bool process_run_within(unsigned seconds, int *status, struct buffer *output,
    struct buffer *errors, const char *const *arguments)
{
	return run(seconds, status, output, errors, arguments);
}

const char *process_find(struct arena *arena, const char *name)
{
	struct text rest = text_from(getenv("PATH")), folder;

	if (strchr(name, '/') != NULL)
		return access(name, X_OK) == 0 ? name : NULL;
	while (text_cut(&folder, &rest, ':')) {
		const char *path = text_format(arena, "%.*s/%s",
		    TEXT_ARGUMENTS(folder), name).at;

		if (folder.length > 0 && access(path, X_OK) == 0)
			return path;
	}
	return NULL;
}

bool process_is_root(void)
{
	return geteuid() == 0;
}
