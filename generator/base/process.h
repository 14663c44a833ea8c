/*
 * Runs another program and waits for it.
 */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include "base/buffer.h"

/*
 * Runs arguments[0] (looked up in PATH) with a NULL-terminated list of
 * arguments and the environment with LC_ALL=C.UTF-8.  Standard input is empty;
 * standard output is added to output, standard error to errors (either may be
 * NULL: discarded).  False if it can't be started (errno); status gets its
 * exit status, or 128 + the signal that ended it.
 */
bool process_run(int *status, struct buffer *output, struct buffer *errors,
    const char *const *arguments);

#endif
