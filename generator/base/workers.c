#include "base/workers.h"

#include "base/arena.h"

#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>

struct work {
	void (*run)(void *context, size_t worker, size_t job);
	void *context;
	size_t job_count;
	atomic_size_t next_job;
};

struct worker {
	struct work *work;
	size_t number;
	pthread_t thread;
	bool runs; /* has a thread of its own */
};

static void *work_on(void *argument)
{
	struct worker *worker = argument;
	struct work *work = worker->work;

	for (;;) {
		size_t job = atomic_fetch_add(&work->next_job, 1);

		if (job >= work->job_count)
			return NULL;
		work->run(work->context, worker->number, job);
	}
}

void workers_run(size_t worker_count, size_t job_count,
    void (*run)(void *context, size_t worker, size_t job), void *context)
{
	struct work work = { .run = run, .context = context,
		.job_count = job_count };
	struct arena arena = { 0 };
	struct worker *workers;
	size_t i;

	assert(worker_count > 0);
	if (worker_count > job_count)
		worker_count = job_count > 0 ? job_count : 1;
	workers = arena_array(&arena, struct worker, worker_count);
	for (i = 0; i < worker_count; i++) {
		workers[i].work = &work;
		workers[i].number = i;
		/* Without a thread, the others do its share. */
		if (i > 0)
			workers[i].runs = pthread_create(&workers[i].thread,
			    NULL, work_on, &workers[i]) == 0;
	}
	(void)work_on(&workers[0]); /* always NULL */
	for (i = 1; i < worker_count; i++)
		if (workers[i].runs)
			(void)pthread_join(workers[i].thread, NULL);
	arena_release(&arena);
}

size_t workers_available(void)
{
	cpu_set_t processors;
	int count;

	if (sched_getaffinity(0, sizeof(processors), &processors) != 0)
		return 1;
	count = CPU_COUNT(&processors);
	return count > 0 ? (size_t)count : 1;
}
