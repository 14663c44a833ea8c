#include "command/handout_choice.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "command/load.h"
#include "command/running.h"
#include "read/reading.h"

struct choosing {
	struct scratch *scratch;
	struct report report;
	struct load load;
	struct handout handout;
};

static int choosing_setup(void **state)
{
	struct choosing *choosing = calloc(1, sizeof(*choosing));
	struct load_options options = { .jobs = 1, .hasty = true };
	void *scratch;

	if (choosing == NULL || scratch_setup(&scratch) != 0)
		return -1;
	choosing->scratch = scratch;
	running_guide(scratch);
	options.root = scratch_path(scratch, "guide");
	*state = choosing;
	return load_guide(&choosing->load, &choosing->report, &options) ? 0
									: -1;
}

static int choosing_teardown(void **state)
{
	struct choosing *choosing = *state;
	void *scratch = choosing->scratch;
	int result = scratch_teardown(&scratch);

	report_release(&choosing->report);
	load_release(&choosing->load);
	free(choosing);
	return result;
}

/* Chooses by the words of a command line; what is wrong, if anything. */
static const char *choose(struct choosing *choosing, const char *line)
{
	char *arguments[16];
	struct text rest = text_from(line), word;
	struct arena *arena = &choosing->scratch->arena;
	struct options options;
	int count = 0;
	bool chosen;

	report_release(&choosing->report);
	while (count < 16 && text_word(&word, &rest))
		arguments[count++] =
		    (char *)(uintptr_t)text_string(arena, word);
	assert_true(options_read(&options, arena, &choosing->report,
	    "handout", count, arguments));
	chosen = handout_choose(&choosing->handout, arena, &choosing->report,
	    &choosing->load.guide, &options);
	assert_int_equal(chosen, choosing->report.count == 0);
	return report_string(arena, &choosing->report);
}

static void choices_stand_in_the_order_of_the_options(void **state)
{
	struct choosing *choosing = *state;
	const struct handout *handout = &choosing->handout;

	assert_string_equal(
	    choose(choosing, "--locale fi --principle listen --article hei"),
	    "");
	assert_int_equal(handout->choice_count, 2);
	assert_non_null(handout->choices[0].principle);
	assert_true(text_equal_string(
	    handout->choices[1].article->id, "hei"));
	assert_true(text_equal_string(handout->locale->tag, "fi"));
	assert_null(handout->with);
	assert_true(handout->exercises && handout->lines &&
	    handout->facilitator && !handout->large);
}

static void options_leave_parts_out(void **state)
{
	struct choosing *choosing = *state;
	const struct handout *handout = &choosing->handout;

	assert_string_equal(
	    choose(choosing, "--locale fi --with en --principle listen "
			     "--no-exercises --no-lines --no-facilitator "
			     "--large"),
	    "");
	assert_false(handout->exercises || handout->lines ||
	    handout->facilitator);
	assert_true(handout->large);
	assert_true(text_equal_string(handout->with->tag, "en"));
}

static void what_is_chosen_twice_stands_once(void **state)
{
	struct choosing *choosing = *state;

	assert_string_equal(
	    choose(choosing, "--locale fi --article hei --all --all "
			     "--article hei --principle listen"),
	    "");
	assert_int_equal(choosing->handout.choice_count, 2);
}

static void all_are_those_in_the_languages_wanted(void **state)
{
	struct choosing *choosing = *state;

	assert_string_equal(choose(choosing, "--locale fi --all"), "");
	assert_int_equal(choosing->handout.choice_count, 1);
	assert_string_equal(choose(choosing, "--locale fi --with en --all"),
	    "error: say what the handout holds, with --article ID, "
	    "--principle ID or --all; see 'opas help handout' [usage]\n");
}

static void what_the_guide_lacks_is_named_with_the_nearest(void **state)
{
	assert_string_equal(
	    choose(*state, "--locale fi --article he --principle lisen"),
	    "error: the guide has no article 'he'; did you mean 'hei'? "
	    "[handout-article]\n"
	    "error: the guide has no principle 'lisen'; did you mean "
	    "'listen'? [handout-principle]\n");
	assert_string_equal(
	    choose(*state, "--locale sv --principle listen"),
	    "error: the guide has no language 'sv'; it has fi, en "
	    "[handout-locale]\n");
	assert_string_equal(
	    choose(*state, "--locale fi --article hello"),
	    "error: the article 'hello' has no edition in 'fi'; it has en "
	    "[handout-edition]\n");
}

static void languages_must_be_said_and_differ(void **state)
{
	assert_string_equal(choose(*state, "--principle listen"),
	    "error: say in which language, with --locale and one of fi, en; "
	    "see 'opas help handout' [usage]\n");
	assert_string_equal(
	    choose(*state, "--locale fi --with fi --principle listen"),
	    "error: --with needs another language than --locale; see 'opas "
	    "help handout' [usage]\n");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(                                       \
	    name, choosing_setup, choosing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(choices_stand_in_the_order_of_the_options),
		TEST(options_leave_parts_out),
		TEST(what_is_chosen_twice_stands_once),
		TEST(all_are_those_in_the_languages_wanted),
		TEST(what_the_guide_lacks_is_named_with_the_nearest),
		TEST(languages_must_be_said_and_differ),
	};

	return cmocka_run_group_tests_name(
	    "command/handout_choice", tests, NULL, NULL);
}
