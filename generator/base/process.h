/*
 * Runs another program and waits for it.
 */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include "base/buffer.h"

struct arena;

/*
 * Runs arguments[0] (looked up in PATH) with a NULL-terminated list of
 * arguments and the environment with LC_ALL=C.UTF-8.  Standard input is empty;
 * standard output is added to output, standard error to errors (either may be
 * NULL: discarded).  False if it can't be started (errno); status gets its
 * exit status, or 128 + the signal that ended it.
 */
bool process_run(int *status, struct buffer *output, struct buffer *errors,
    const char *const *arguments);

/* The same, but a program that is not done after so many seconds is killed:
 * false with errno ETIMEDOUT.  Its own children are not waited for, even if
 * they keep its streams open. */
bool process_run_within(unsigned seconds, int *status, struct buffer *output,
    struct buffer *errors, const char *const *arguments);

/* The path of a program: name itself if it holds a slash, else as found in
 * PATH; NULL if nothing there can be run. */
const char *process_find(struct arena *arena, const char *name);

/* True if the program runs with all rights. */
bool process_is_root(void);

#endif
