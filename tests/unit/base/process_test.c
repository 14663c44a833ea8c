#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/process.h"
#include "scratch.h"

#include <errno.h>
#include <time.h>

struct result {
	int status;
	struct buffer output;
	struct buffer errors;
};

/* Runs a line of sh. */
static void run(struct result *result, const char *line)
{
	const char *const arguments[] = { "sh", "-c", line, NULL };

	assert_true(process_run(&result->status, &result->output,
	    &result->errors, arguments));
}

static void release(struct result *result)
{
	buffer_release(&result->output);
	buffer_release(&result->errors);
}

static void output_and_errors_are_kept_apart(void **state)
{
	struct result result = { 0 };

	(void)state;
	run(&result, "echo out; echo err >&2; echo out2");
	assert_int_equal(result.status, 0);
	assert_true(
	    text_equal_string(buffer_text(&result.output), "out\nout2\n"));
	assert_true(text_equal_string(buffer_text(&result.errors), "err\n"));
	release(&result);
}

static void output_is_added_to_what_is_there(void **state)
{
	struct result result = { 0 };

	(void)state;
	buffer_add_string(&result.output, "before ");
	run(&result, "printf after");
	assert_true(
	    text_equal_string(buffer_text(&result.output), "before after"));
	release(&result);
}

static void exit_status_is_given(void **state)
{
	struct result result = { 0 };

	(void)state;
	run(&result, "exit 3");
	assert_int_equal(result.status, 3);
	run(&result, "kill -TERM $$");
	assert_int_equal(result.status, 128 + SIGTERM);
	release(&result);
}

static void missing_program_is_a_failure(void **state)
{
	const char *const arguments[] = { "opas-no-such-program", NULL };
	struct buffer output = { 0 };
	int status = 42;

	(void)state;
	assert_false(process_run(&status, &output, NULL, arguments));
	assert_int_equal(errno, ENOENT);
	assert_int_equal(status, 42);
	assert_int_equal(output.length, 0);
	buffer_release(&output);
}

static void unwanted_streams_are_discarded(void **state)
{
	const char *const arguments[] = { "sh", "-c", "echo out; echo err >&2",
		NULL };
	int status = 42;

	(void)state;
	assert_true(process_run(&status, NULL, NULL, arguments));
	assert_int_equal(status, 0);
}

/* More than a pipe holds, in both, each waiting for the other to be read. */
static void full_pipes_do_not_hang(void **state)
{
	struct result result = { 0 };

	(void)state;
	run(&result, "head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero;"
		     "head -c 300000 /dev/zero >&2");
	assert_int_equal(result.status, 0);
	assert_int_equal(result.output.length, 300000);
	assert_int_equal(result.errors.length, 600000);
	release(&result);
}

static void input_is_empty(void **state)
{
	struct result result = { 0 };

	(void)state;
	run(&result, "cat; echo end");
	assert_true(text_equal_string(buffer_text(&result.output), "end\n"));
	release(&result);
}

static void messages_are_in_english_and_utf8(void **state)
{
	struct result result = { 0 };

	(void)state;
	(void)setenv("LC_ALL", "fi_FI.UTF-8", 1);
	(void)setenv("LANGUAGE", "fi", 1);
	(void)setenv("OPAS_TEST", "kept", 1);
	run(&result, "echo $LC_ALL ${LANGUAGE-none} $OPAS_TEST");
	(void)unsetenv("LC_ALL");
	(void)unsetenv("LANGUAGE");
	assert_true(text_equal_string(buffer_text(&result.output),
	    "C.UTF-8 none kept\n"));
	release(&result);
}

static void ignored_signals_are_not_passed_on(void **state)
{
	struct result result = { 0 };

	(void)state;
	(void)signal(SIGPIPE, SIG_IGN);
	run(&result, "kill -PIPE $$; echo alive");
	(void)signal(SIGPIPE, SIG_DFL);
	assert_int_equal(result.status, 128 + SIGPIPE);
	release(&result);
}

static void no_descriptors_are_left_open(void **state)
{
	struct result result = { 0 };
	int before = dup(0), after;

	(void)state;
	(void)close(before);
	run(&result, "true");
	after = dup(0);
	(void)close(after);
	assert_int_equal(before, after);
	release(&result);
}

/* The same with a limit of time; false if it was exceeded. */
static bool run_within(struct result *result, unsigned seconds,
    const char *script)
{
	const char *const arguments[] = { "sh", "-c", script, NULL };
	bool done = process_run_within(seconds, &result->status,
	    &result->output, &result->errors, arguments);

	assert_true(done || errno == ETIMEDOUT);
	return done;
}

static void what_takes_too_long_is_killed(void **state)
{
	struct result result = { 0 };
	time_t start = time(NULL);

	(void)state;
	assert_false(run_within(&result, 1, "echo begun; exec sleep 60"));
	assert_true(time(NULL) - start < 30);
	assert_true(
	    text_equal_string(buffer_text(&result.output), "begun\n"));
	release(&result);
}

static void what_ends_in_time_gives_all_it_wrote(void **state)
{
	struct result result = { 0 };

	(void)state;
	assert_true(run_within(&result, 60,
	    "head -c 200000 /dev/zero; echo wrong >&2; exit 3"));
	assert_int_equal(result.status, 3);
	assert_int_equal(result.output.length, 200000);
	assert_true(
	    text_equal_string(buffer_text(&result.errors), "wrong\n"));
	release(&result);
}

static void children_of_the_program_are_not_waited_for(void **state)
{
	struct result result = { 0 };
	time_t start = time(NULL);

	(void)state;
	assert_true(run_within(&result, 50, "sleep 20 & echo done"));
	assert_true(time(NULL) - start < 15);
	assert_true(
	    text_equal_string(buffer_text(&result.output), "done\n"));
	release(&result);
}

static void programs_are_found_on_the_path_or_where_they_are(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	assert_true(text_ends(
	    text_from(process_find(&arena, "sh")), TEXT("/sh")));
	assert_string_equal(process_find(&arena, "/bin/sh"), "/bin/sh");
	assert_null(process_find(&arena, "no-such-program-anywhere"));
	assert_null(process_find(&arena, "/etc/passwd"));
	arena_release(&arena);
}

static void all_rights_are_those_of_root(void **state)
{
	(void)state;
	assert_int_equal(process_is_root(), geteuid() == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(output_and_errors_are_kept_apart),
		cmocka_unit_test(output_is_added_to_what_is_there),
		cmocka_unit_test(exit_status_is_given),
		cmocka_unit_test(missing_program_is_a_failure),
		cmocka_unit_test(unwanted_streams_are_discarded),
		cmocka_unit_test(full_pipes_do_not_hang),
		cmocka_unit_test(input_is_empty),
		cmocka_unit_test(messages_are_in_english_and_utf8),
		cmocka_unit_test(ignored_signals_are_not_passed_on),
		cmocka_unit_test(no_descriptors_are_left_open),
		cmocka_unit_test(what_takes_too_long_is_killed),
		cmocka_unit_test(what_ends_in_time_gives_all_it_wrote),
		cmocka_unit_test(children_of_the_program_are_not_waited_for),
		cmocka_unit_test(
		    programs_are_found_on_the_path_or_where_they_are),
		cmocka_unit_test(all_rights_are_those_of_root),
	};

	return cmocka_run_group_tests_name("base/process", tests, NULL, NULL);
}
