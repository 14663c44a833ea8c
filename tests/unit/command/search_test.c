#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "command/running.h"

#include <stdlib.h>

/* Builds the small guide of running.h, with two languages. */
static int search_setup(void **state)
{
	struct scratch *scratch;
	struct options options = { .jobs = 1, .style.quiet = true };
	struct ran ran;

	if (scratch_setup(state) != 0)
		return -1;
	scratch = *state;
	running_guide(scratch);
	options.root = scratch_path(scratch, "guide");
	ran = running_run(scratch, command_build, &options);
	if (ran.status != 0)
		print_error("%s\n", ran.printed);
	return ran.status;
}

/* Runs opas search with these options and this one argument, or none. */
static struct ran search(struct scratch *scratch, struct options options,
    const char *query)
{
	const char *arguments[] = { query, NULL };

	options.root = scratch_path(scratch, "guide");
	options.arguments = arguments;
	options.argument_count = query != NULL;
	return running_run(scratch, command_search, &options);
}

/* The same with standard input. */
static struct ran batch(struct scratch *scratch, const char *input)
{
	const struct options options = { .batch = true };
	int saved = dup(STDIN_FILENO), file;
	struct ran ran;

	scratch_write(scratch, "input", input);
	file = open(scratch_path(scratch, "input"), O_RDONLY);
	if (saved < 0 || file < 0 || dup2(file, STDIN_FILENO) < 0)
		abort();
	clearerr(stdin);
	ran = search(scratch, options, NULL);
	clearerr(stdin);
	if (dup2(saved, STDIN_FILENO) < 0)
		abort();
	close(saved);
	close(file);
	return ran;
}

static void people_get_two_lines_a_result(void **state)
{
	struct ran ran =
	    search(*state, (struct options){ .locale = "fi" }, "alku");

	assert_int_equal(ran.status, 0);
	assert_string_equal(
	    ran.printed, "Hei  fi/hei.html\n    Alku ja loppu.\n");
	ran = search(*state, (struct options){ .locale = "fi" }, "kuva");
	assert_string_equal(ran.printed,
	    "Hei > Kuuntele  fi/hei.html#ears\n    Kuva\n");
}

static void tools_get_a_list_with_titles_and_text(void **state)
{
	struct ran ran = search(*state,
	    (struct options){ .locale = "en", .style.json = true }, "begin");

	assert_int_equal(ran.status, 0);
	assert_non_null(strstr(ran.printed,
	    "[{\"id\":\"hello\",\"anchor\":\"start\","
	    "\"url\":\"en/hello.html#start\",\"lang\":\"en\",\"score\":"));
	assert_non_null(strstr(ran.printed,
	    "\"match\":\"exact\",\"article\":\"Hello\",\"title\":\"Start\","
	    "\"text\":\"Begin.\"}]\n"));
}

static void nothing_found_is_no_error(void **state)
{
	struct ran ran =
	    search(*state, (struct options){ .locale = "fi" }, "zzzzzzzz");

	assert_int_equal(ran.status, 0);
	assert_string_equal(ran.printed, "");
	ran = search(*state,
	    (struct options){ .locale = "fi", .style.json = true }, "?");
	assert_int_equal(ran.status, 0);
	assert_string_equal(ran.printed, "[]\n");
}

static void results_are_no_more_than_the_limit(void **state)
{
	struct options options = { .locale = "en", .limit = 1 };
	struct ran ran = search(*state, options, "hear start");

	assert_non_null(strchr(ran.printed, '\n'));
	assert_string_equal(ran.printed,
	    search(*state, options, "hear start").printed);
	options.limit = 0;
	assert_true(strlen(search(*state, options, "listen").printed) >
	    strlen(ran.printed));
}

static void a_principle_has_no_id(void **state)
{
	struct ran ran =
	    batch(*state, "{\"lang\":\"fi\",\"query\":\"listen\"}\n");

	assert_int_equal(ran.status, 0);
	assert_memory_equal(ran.printed,
	    "[{\"principle\":\"listen\",\"url\":"
	    "\"fi/principles/listen.html\",\"lang\":\"fi\",\"score\":",
	    strlen("[{\"principle\":\"listen\",\"url\":"
		   "\"fi/principles/listen.html\",\"lang\":\"fi\","
		   "\"score\":"));
	assert_null(strstr(ran.printed, "\"title\""));
}

static void each_line_of_a_batch_has_an_answer(void **state)
{
	struct ran ran = batch(*state,
	    "{\"lang\":\"fi\",\"query\":\"zzzzzzzz\"}\n"
	    "nonsense\n"
	    "\n"
	    "{\"lang\":\"fi\"}\n"
	    "{\"query\":\"a\"}\n"
	    "{\"lang\":5,\"query\":\"a\"}\n"
	    "{\"lang\":\"ko\",\"query\":\"a\"}\n"
	    "{\"lang\":\"../fi\",\"query\":\"a\"}\n"
	    "{\"lang\":\"en\",\"query\":\"zzzzzzzz\"}");

	assert_int_equal(ran.status, 0);
	assert_string_equal(ran.printed,
	    "[]\n"
	    "{\"error\":\"this is no JSON object\"}\n"
	    "{\"error\":\"this is no JSON object\"}\n"
	    "{\"error\":\"\\\"query\\\" must be a string\"}\n"
	    "{\"error\":\"\\\"lang\\\" is missing\"}\n"
	    "{\"error\":\"\\\"lang\\\" must be a string\"}\n"
	    "{\"error\":\"the site has no search index for 'ko'\"}\n"
	    "{\"error\":\"the site has no search index for '../fi'\"}\n"
	    "[]\n");
}

/* As a tool does that asks, and asks again when it has the answer. */
static void each_answer_comes_before_the_next_question(void **state)
{
	static const char question[] =
	    "{\"lang\":\"fi\",\"query\":\"zzzzzzzz\"}\n";
	int questions[2], answers[2], i;
	char answer[8];
	pid_t child;

	fflush(NULL);
	assert_int_equal(pipe(questions), 0);
	assert_int_equal(pipe(answers), 0);
	child = fork();
	if (child == 0) {
		struct options options = { .batch = true,
			.root = scratch_path(*state, "guide") };

		if (dup2(questions[0], STDIN_FILENO) < 0 ||
		    dup2(answers[1], STDOUT_FILENO) < 0)
			_exit(9);
		close(questions[1]);
		clearerr(stdin);
		_exit(command_search(&options));
	}
	close(questions[0]);
	close(answers[1]);
	alarm(20); /* rather than wait for ever */
	for (i = 0; i < 3; i++) {
		assert_int_equal(write(questions[1], question,
				     sizeof(question) - 1),
		    sizeof(question) - 1);
		assert_int_equal(read(answers[0], answer, 8), 3);
		assert_memory_equal(answer, "[]\n", 3);
	}
	alarm(0);
	close(questions[1]);
	close(answers[0]);
	assert_int_equal(waitpid(child, &i, 0), child);
	assert_int_equal(i, 0);
}

static void the_language_is_the_users_if_none_is_given(void **state)
{
	struct ran ran;

	setenv("LC_ALL", "fi_FI.UTF-8", 1);
	ran = search(*state, (struct options){ 0 }, "alku");
	assert_int_equal(ran.status, 0);
	assert_memory_equal(ran.printed, "Hei  fi/hei.html", 16);
	setenv("LC_ALL", "C", 1);
	ran = search(*state, (struct options){ 0 }, "alku");
	assert_int_equal(ran.status, 2);
	assert_string_equal(ran.printed,
	    "error: say in which language to search, with --locale and one "
	    "of en, fi; see 'opas help search' [usage]\n");
}

static void what_cannot_be_searched_is_reported(void **state)
{
	struct scratch *scratch = *state;
	struct options options = { .locale = "ko" };
	struct ran ran = search(*state, options, "alku");

	assert_int_equal(ran.status, 2);
	assert_string_equal(ran.printed,
	    "error: the site has no search index for 'ko'; it has en, fi "
	    "[search-locale]\n");
	options.output = scratch_path(scratch, "nowhere");
	ran = search(*state, options, "alku");
	assert_int_equal(ran.status, 2);
	assert_non_null(strstr(ran.printed, "[search-missing]"));
	options.locale = NULL;
	ran = search(*state, options, "alku");
	assert_int_equal(ran.status, 2);
	assert_non_null(strstr(ran.printed, "[search-missing]"));
}

static void a_query_is_needed_and_a_batch_takes_none(void **state)
{
	struct options options = { .locale = "fi" };
	struct ran ran = search(*state, options, NULL);

	assert_int_equal(ran.status, 2);
	assert_non_null(strstr(ran.printed, "say what to search for"));
	options.batch = true;
	ran = search(*state, options, "alku");
	assert_int_equal(ran.status, 2);
	assert_non_null(strstr(ran.printed, "from standard input"));
}

/* The path of the one file of the index of fi. */
static const char *index_path(struct scratch *scratch)
{
	struct file_list files = { 0 };
	const char *folder = scratch_path(scratch, "guide/site/fi/search");

	assert_true(file_walk(&files, &scratch->arena, folder, NULL));
	assert_int_equal(files.count, 1);
	return file_path(&scratch->arena, folder, files.items[0].path);
}

static void a_damaged_index_is_named(void **state)
{
	struct scratch *scratch = *state;
	const char *path = index_path(scratch);
	struct text bytes;
	struct ran ran;

	assert_true(file_read(&bytes, &scratch->arena, path));
	assert_true(file_replace(
	    path, text_slice(bytes, 0, bytes.length / 2)));
	ran = search(scratch, (struct options){ .locale = "fi" }, "alku");
	assert_int_equal(ran.status, 2);
	assert_non_null(strstr(ran.printed, path));
	assert_non_null(strstr(ran.printed, "[search-damaged]"));
	ran = batch(scratch, "{\"lang\":\"fi\",\"query\":\"alku\"}\n");
	assert_int_equal(ran.status, 0);
	assert_non_null(strstr(ran.printed, "is damaged\"}\n"));
	assert_true(file_replace(path, bytes));
}

static void a_guide_may_have_no_search(void **state)
{
	struct scratch *scratch = *state;
	struct options options = { .jobs = 1, .style.quiet = true };
	struct ran ran;

	running_write(scratch, "other/content/guide.yaml",
	    "search: false\nlocales: [fi]\n");
	running_write(scratch, "other/content/fi/a.md", "# Alku\n\nAlku.\n");
	options.root = scratch_path(scratch, "other");
	ran = running_run(scratch, command_build, &options);
	assert_int_equal(ran.status, 0);
	assert_false(
	    file_exists(scratch_path(scratch, "other/site/fi/search")));
	assert_null(
	    strstr(running_tree(scratch, "other/site"), "assets/engine."));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(people_get_two_lines_a_result),
		cmocka_unit_test(tools_get_a_list_with_titles_and_text),
		cmocka_unit_test(nothing_found_is_no_error),
		cmocka_unit_test(results_are_no_more_than_the_limit),
		cmocka_unit_test(a_principle_has_no_id),
		cmocka_unit_test(each_line_of_a_batch_has_an_answer),
		cmocka_unit_test(each_answer_comes_before_the_next_question),
		cmocka_unit_test(the_language_is_the_users_if_none_is_given),
		cmocka_unit_test(what_cannot_be_searched_is_reported),
		cmocka_unit_test(a_query_is_needed_and_a_batch_takes_none),
		cmocka_unit_test(a_damaged_index_is_named),
		cmocka_unit_test(a_guide_may_have_no_search),
	};

	return cmocka_run_group_tests(tests, search_setup, scratch_teardown);
}
