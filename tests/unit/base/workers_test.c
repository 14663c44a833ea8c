#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/workers.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>

enum { JOBS = 2000, WORKERS = 5 };

struct log {
	atomic_int runs[JOBS];
	atomic_int busy[WORKERS]; /* calls under way of each worker */
	atomic_bool wrong;
	size_t last[WORKERS]; /* no lock: belongs to the worker */
	size_t worker_count;
};

static void note(void *context, size_t worker, size_t job)
{
	struct log *log = context;

	if (worker >= log->worker_count ||
	    atomic_fetch_add(&log->busy[worker], 1) != 0 ||
	    job < log->last[worker])
		log->wrong = true;
	log->last[worker] = job;
	atomic_fetch_add(&log->runs[job], 1);
	atomic_fetch_sub(&log->busy[worker], 1);
}

static void assert_each_once(size_t worker_count, size_t job_count)
{
	static struct log log;
	size_t i;

	memset(&log, 0, sizeof(log));
	log.worker_count = worker_count;
	workers_run(worker_count, job_count, note, &log);
	assert_false(log.wrong);
	for (i = 0; i < JOBS; i++)
		assert_int_equal(log.runs[i], i < job_count ? 1 : 0);
}

static void every_job_runs_once(void **state)
{
	(void)state;
	assert_each_once(1, JOBS);
	assert_each_once(2, JOBS);
	assert_each_once(WORKERS, JOBS);
}

static void fewer_jobs_than_workers_are_fine(void **state)
{
	(void)state;
	assert_each_once(WORKERS, 0);
	assert_each_once(WORKERS, 1);
	assert_each_once(WORKERS, 3);
	assert_each_once(1, 0);
}

struct order {
	size_t jobs[JOBS];
	size_t count;
	pthread_t thread;
};

static void follow(void *context, size_t worker, size_t job)
{
	struct order *order = context;

	(void)worker;
	order->jobs[order->count++] = job;
	order->thread = pthread_self();
}

static void one_worker_is_the_caller_and_keeps_order(void **state)
{
	static struct order order;
	size_t i;

	(void)state;
	workers_run(1, 100, follow, &order);
	assert_int_equal(order.count, 100);
	for (i = 0; i < 100; i++)
		assert_int_equal(order.jobs[i], i);
	assert_true(pthread_equal(order.thread, pthread_self()));
}

struct meeting {
	pthread_barrier_t barrier;
	atomic_int met;
};

static void meet(void *context, size_t worker, size_t job)
{
	struct meeting *meeting = context;

	(void)worker;
	(void)job;
	(void)pthread_barrier_wait(&meeting->barrier);
	atomic_fetch_add(&meeting->met, 1);
}

/* With fewer threads this would wait for ever. */
static void workers_run_at_the_same_time(void **state)
{
	struct meeting meeting = { .met = 0 };

	(void)state;
	assert_int_equal(pthread_barrier_init(&meeting.barrier, NULL, 3), 0);
	workers_run(3, 3, meet, &meeting);
	assert_int_equal(meeting.met, 3);
	(void)pthread_barrier_destroy(&meeting.barrier);
}

static void there_is_a_processor(void **state)
{
	(void)state;
	assert_in_range(workers_available(), 1, 100000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_job_runs_once),
		cmocka_unit_test(fewer_jobs_than_workers_are_fine),
		cmocka_unit_test(one_worker_is_the_caller_and_keeps_order),
		cmocka_unit_test(workers_run_at_the_same_time),
		cmocka_unit_test(there_is_a_processor),
	};

	return cmocka_run_group_tests_name("base/workers", tests, NULL, NULL);
}
