#include "command/options.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "command/running.h"

static const struct command commands[] = {
	{ "build", "[--root DIR]", "build the site", 0, 0, command_build },
	{ "init", "DIR", "write a small guide", 1, 1, command_init },
	{ NULL, NULL, NULL, 0, 0, NULL },
};

static struct ran help(struct scratch *scratch, const char *command)
{
	const char *arguments[] = { command, NULL };
	const struct options options = { .commands = commands,
		.arguments = arguments,
		.argument_count = command != NULL ? 1 : 0 };

	return running_run(scratch, command_help, &options);
}

static void all_commands_and_options_are_listed(void **state)
{
	static const char *const options[] = { "--root DIR", "--output DIR",
		"--base-url URL", "--jobs N", "--drafts", "--strict",
		"--quiet", "--json" };
	struct ran ran = help(*state, NULL);
	size_t i;

	assert_int_equal(ran.status, 0);
	assert_non_null(strstr(ran.printed, "  build    build the site\n"));
	assert_non_null(
	    strstr(ran.printed, "  init     write a small guide\n"));
	for (i = 0; i < sizeof(options) / sizeof(options[0]); i++)
		assert_non_null(strstr(ran.printed, options[i]));
	assert_non_null(strstr(ran.printed, "exit status: 0 "));
}

static void one_command_says_how_it_is_used(void **state)
{
	struct ran ran = help(*state, "init");

	assert_int_equal(ran.status, 0);
	assert_string_equal(
	    ran.printed, "usage: opas init DIR\nwrite a small guide\n");
}

static void an_unknown_command_gets_the_list(void **state)
{
	struct ran ran = help(*state, "innit");

	assert_int_equal(ran.status, 2);
	assert_non_null(strstr(ran.printed, "  build    "));
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(all_commands_and_options_are_listed),
		TEST(one_command_says_how_it_is_used),
		TEST(an_unknown_command_gets_the_list),
	};

	return cmocka_run_group_tests_name("command/help", tests, NULL, NULL);
}
