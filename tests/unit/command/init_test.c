#include "command/options.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "command/running.h"

static struct ran init(struct scratch *scratch, const char *folder)
{
	const char *arguments[] = { scratch_path(scratch, folder), NULL };
	const struct options options = { .root = ".", .arguments = arguments,
		.argument_count = 1 };

	return running_run(scratch, command_init, &options);
}

static void a_guide_is_written_and_can_be_built(void **state)
{
	struct scratch *scratch = *state;
	const struct options options = { .root = scratch_path(scratch, "new"),
		.style = { .strict = true } };
	struct ran ran = init(scratch, "new");
	const char *folder = scratch_path(scratch, "new");

	assert_int_equal(ran.status, 0);
	assert_string_equal(ran.printed,
	    text_format(&scratch->arena,
		"%s: written; 'opas build --root %s' makes its site\n",
		folder, folder).at);
	ran = running_run(scratch, command_build, &options);
	assert_int_equal(ran.status, 0);
	/* There is no address yet of which one could say that it is wrong. */
	assert_string_equal(ran.printed,
	    text_format(&scratch->arena,
		"note: base_url is not set in guide.yaml: sitemap and feeds "
		"are left out [base-url-missing]\n"
		"%s/site: articles 2, languages 1; files written 23, "
		"unchanged 0, removed 0\n", folder).at);
	assert_non_null(strstr(scratch_read(scratch, "new/site/en/welcome.html"),
	    "first-call.html#ask"));
	/* What is made is not committed. */
	assert_string_equal(
	    scratch_read(scratch, "new/.gitignore"), "/site/\n/.cache/\n");
}

static void with_an_address_there_is_nothing_to_say(void **state)
{
	struct scratch *scratch = *state;
	const struct options options = { .root = scratch_path(scratch, "new"),
		.base_url = "https://guide.example/", };

	assert_int_equal(init(scratch, "new").status, 0);
	assert_null(strstr(
	    running_run(scratch, command_build, &options).printed, "["));
}

static void folders_above_are_made_and_empty_ones_used(void **state)
{
	struct scratch *scratch = *state;

	assert_int_equal(init(scratch, "a/b/c").status, 0);
	assert_true(file_exists(
	    scratch_path(scratch, "a/b/c/content/guide.yaml")));
	assert_true(file_make_folder(scratch_path(scratch, "empty")));
	assert_int_equal(init(scratch, "empty").status, 0);
	/* A fresh repository is empty. */
	running_write(scratch, "fresh/.git/config", "x");
	assert_int_equal(init(scratch, "fresh").status, 0);
}

static void what_is_there_is_left_alone(void **state)
{
	struct scratch *scratch = *state;
	const char *before;
	struct ran ran;

	running_guide(scratch);
	before = running_tree(scratch, "guide");
	ran = init(scratch, "guide");
	assert_int_equal(ran.status, 2);
	assert_string_equal(ran.printed,
	    text_format(&scratch->arena,
		"error: %s exists already; choose another name "
		"[target-exists]\n", scratch_path(scratch, "guide")).at);
	assert_string_equal(running_tree(scratch, "guide"), before);
	scratch_write(scratch, "file", "x");
	assert_int_equal(init(scratch, "file").status, 2);
	assert_string_equal(scratch_read(scratch, "file"), "x");
}

static void an_own_list_of_ignored_files_is_kept(void **state)
{
	struct scratch *scratch = *state;

	running_write(scratch, "fresh/.gitignore", "mine\n");
	assert_int_equal(init(scratch, "fresh").status, 0);
	assert_string_equal(scratch_read(scratch, "fresh/.gitignore"),
	    "mine\n");
}

static void a_folder_that_cannot_be_made_is_reported(void **state)
{
	struct scratch *scratch = *state;
	struct ran ran;

	scratch_write(scratch, "file", "x");
	ran = init(scratch, "file/new");
	assert_int_equal(ran.status, 2);
	assert_non_null(strstr(ran.printed, "[output-unwritable]\n"));
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_guide_is_written_and_can_be_built),
		TEST(with_an_address_there_is_nothing_to_say),
		TEST(folders_above_are_made_and_empty_ones_used),
		TEST(what_is_there_is_left_alone),
		TEST(an_own_list_of_ignored_files_is_kept),
		TEST(a_folder_that_cannot_be_made_is_reported),
	};

	return cmocka_run_group_tests_name("command/init", tests, NULL, NULL);
}
