/*
 * Runs many independent jobs on a fixed number of threads.
 */
#ifndef BASE_WORKERS_H
#define BASE_WORKERS_H

#include <stddef.h>

/*
 * Calls run(context, worker, job) for each job from 0 to job_count - 1, each
 * exactly once, on worker_count threads (the caller's is one of them), and
 * returns when all are done.  worker is 0 to worker_count - 1: what belongs
 * to a worker (arena, buffer, report) needs no lock.  Jobs are handed out in
 * order, so results must be stored by job, never by time of arrival.
 */
void workers_run(size_t worker_count, size_t job_count,
    void (*run)(void *context, size_t worker, size_t job), void *context);

/* Processors available to this process, at least 1. */
size_t workers_available(void);

#endif
