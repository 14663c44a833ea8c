#include "command/options.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/reading.h"

enum { MOST = 12 };

/* Reads the words of a line, as a shell would give them. */
static bool read_line(struct reading *reading, struct options *options,
    const char *line)
{
	char *arguments[MOST];
	struct text rest = text_from(line), word;
	int count = 0;

	report_release(&reading->report);
	while (text_word(&word, &rest)) {
		assert_true(count < MOST);
		arguments[count++] = (char *)(uintptr_t)text_string(
		    &reading->arena, word);
	}
	return options_read(options, &reading->arena, &reading->report,
	    "build", count, arguments);
}

static void without_options_all_is_as_usual(void **state)
{
	struct reading *reading = *state;
	struct options options;

	assert_true(read_line(reading, &options, ""));
	assert_string_equal(options.root, ".");
	assert_null(options.output);
	assert_null(options.base_url);
	assert_int_equal(options.jobs, 0);
	assert_int_equal(options.limit, 20);
	assert_null(options.locale);
	assert_false(options.batch);
	assert_false(options.drafts);
	assert_false(options.help);
	assert_int_equal(options.argument_count, 0);
	assert_null(options.arguments[0]);
	assert_string_equal(
	    options_output(&options, &reading->arena), "site");
	assert_report(reading, "");
}

static void a_value_follows_or_stands_behind_an_equals_sign(void **state)
{
	struct reading *reading = *state;
	struct options options;

	assert_true(read_line(reading, &options,
	    "--root here --output=there --jobs 2 "
	    "--base-url=https://a.example/?b=c"));
	assert_string_equal(options.root, "here");
	assert_string_equal(options.output, "there");
	assert_string_equal(options.base_url, "https://a.example/?b=c");
	assert_int_equal(options.jobs, 2);
	assert_string_equal(
	    options_output(&options, &reading->arena), "there");
	assert_true(read_line(reading, &options, "--jobs=1024 --root=a=b"));
	assert_int_equal(options.jobs, 1024);
	assert_string_equal(options.root, "a=b");
	assert_true(read_line(
	    reading, &options, "--limit 0 --locale=sr-Latn --batch"));
	assert_int_equal(options.limit, 0);
	assert_string_equal(options.locale, "sr-Latn");
	assert_true(options.batch);
	/* What looks like an option is a value where one is awaited. */
	assert_true(read_line(reading, &options, "--output --odd"));
	assert_string_equal(options.output, "--odd");
	/* The last one counts. */
	assert_true(read_line(reading, &options, "--jobs 2 --jobs 3"));
	assert_int_equal(options.jobs, 3);
}

static void every_flag_sets_its_own(void **state)
{
	struct reading *reading = *state;
	struct options options;

	assert_true(read_line(reading, &options,
	    "--drafts --json --strict --quiet --help"));
	assert_true(options.drafts);
	assert_true(options.style.json);
	assert_true(options.style.strict);
	assert_true(options.style.quiet);
	assert_true(options.help);
	assert_true(read_line(reading, &options, "--strict"));
	assert_true(options.style.strict);
	assert_false(options.style.json || options.style.quiet ||
	    options.drafts || options.help);
}

static void choices_of_a_handout_keep_their_order(void **state)
{
	struct reading *reading = *state;
	struct options options;

	assert_true(read_line(reading, &options,
	    "--principle a --all -o f.pdf --article=b --with ko --large"));
	assert_int_equal(options.choices.count, 3);
	assert_int_equal(options.choices.items[0].kind, CHOICE_PRINCIPLE);
	assert_string_equal(options.choices.items[0].id, "a");
	assert_int_equal(options.choices.items[1].kind, CHOICE_ALL);
	assert_null(options.choices.items[1].id);
	assert_int_equal(options.choices.items[2].kind, CHOICE_ARTICLE);
	assert_string_equal(options.choices.items[2].id, "b");
	assert_string_equal(options.output, "f.pdf");
	assert_string_equal(options.with, "ko");
	assert_true(options.large && !options.no_lines &&
	    !options.no_exercises && !options.no_facilitator);
	assert_false(read_line(reading, &options, "--all=x"));
	assert_report(reading,
	    "error: the option --all takes no value; see 'opas help build' "
	    "[usage]\n");
	assert_false(read_line(reading, &options, "--article"));
	assert_report(reading,
	    "error: the option --article needs a value; see 'opas help "
	    "build' [usage]\n");
}

static void options_stand_before_and_after_arguments(void **state)
{
	struct reading *reading = *state;
	struct options options;

	assert_true(read_line(
	    reading, &options, "one --jobs 2 two - --drafts three"));
	assert_int_equal(options.jobs, 2);
	assert_true(options.drafts);
	assert_int_equal(options.argument_count, 4);
	assert_string_equal(options.arguments[0], "one");
	assert_string_equal(options.arguments[1], "two");
	assert_string_equal(options.arguments[2], "-");
	assert_string_equal(options.arguments[3], "three");
	assert_null(options.arguments[4]);
}

static void behind_two_hyphens_all_are_arguments(void **state)
{
	struct reading *reading = *state;
	struct options options;

	assert_true(
	    read_line(reading, &options, "--drafts -- --quiet -- -x"));
	assert_true(options.drafts);
	assert_false(options.style.quiet);
	assert_int_equal(options.argument_count, 3);
	assert_string_equal(options.arguments[0], "--quiet");
	assert_string_equal(options.arguments[1], "--");
	assert_string_equal(options.arguments[2], "-x");
}

static void unknown_options_are_refused_with_the_nearest(void **state)
{
	struct reading *reading = *state;
	struct options options;

	assert_false(read_line(reading, &options, "--job 2"));
	assert_report(reading,
	    "error: there is no option '--job', perhaps '--jobs'; "
	    "see 'opas help build' [usage]\n");
	assert_false(read_line(reading, &options, "--rooot=x"));
	assert_report(reading,
	    "error: there is no option '--rooot', perhaps '--root'; "
	    "see 'opas help build' [usage]\n");
	assert_false(read_line(reading, &options, "-x"));
	assert_report(reading,
	    "error: there is no option '-x'; see 'opas help build' "
	    "[usage]\n");
	assert_int_equal(
	    report_status(&reading->report, (struct report_style){ 0 }), 2);
}

static void values_that_are_missing_or_wrong_are_refused(void **state)
{
	static const struct {
		const char *line, *problem;
	} rows[] = {
		{ "--root", "--root needs a value" },
		{ "--root=", "--root needs a value" },
		{ "--output=", "--output needs a value" },
		{ "x --jobs", "--jobs needs a value" },
		{ "--jobs=", "--jobs needs a value" },
		{ "--jobs 0", "--jobs needs a number from 1 to 1024" },
		{ "--jobs 1025", "--jobs needs a number from 1 to 1024" },
		{ "--jobs -1", "--jobs needs a number from 1 to 1024" },
		{ "--jobs=many", "--jobs needs a number from 1 to 1024" },
		{ "--jobs 99999999999", "--jobs needs a number from 1 to 1024" },
		{ "--limit -1", "--limit needs a number, 0 for all" },
		{ "--limit all", "--limit needs a number, 0 for all" },
		{ "--locale=", "--locale needs a value" },
		{ "--batch=1", "--batch takes no value" },
		{ "--drafts=yes", "--drafts takes no value" },
		{ "--quiet=", "--quiet takes no value" },
	};
	struct reading *reading = *state;
	struct options options;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_false(read_line(reading, &options, rows[i].line));
		assert_report(reading,
		    text_format(&reading->arena,
			"error: the option %s; see 'opas help build' "
			"[usage]\n", rows[i].problem).at);
	}
}

static void slashes_behind_the_root_are_left_out(void **state)
{
	struct reading *reading = *state;
	struct options options;

	assert_true(read_line(reading, &options, "--root guide//"));
	assert_string_equal(options.root, "guide");
	assert_string_equal(
	    options_output(&options, &reading->arena), "guide/site");
	assert_true(read_line(reading, &options, "--root /"));
	assert_string_equal(options.root, "/");
	assert_true(read_line(reading, &options, "--root ./"));
	assert_string_equal(options.root, ".");
}

static void the_end_gives_the_status_and_the_memory_back(void **state)
{
	struct reading *reading = *state;
	struct options options = { .style = { .quiet = true } };

	report_add(&reading->report, MESSAGE_BASE_URL_MISSING,
	    place_nowhere());
	assert_int_equal(options_finish(&options, &reading->report), 0);
	assert_int_equal(reading->report.count, 0);
	assert_int_equal(options_finish(&options, &reading->report), 0);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, reading_setup, reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(without_options_all_is_as_usual),
		TEST(a_value_follows_or_stands_behind_an_equals_sign),
		TEST(every_flag_sets_its_own),
		TEST(choices_of_a_handout_keep_their_order),
		TEST(options_stand_before_and_after_arguments),
		TEST(behind_two_hyphens_all_are_arguments),
		TEST(unknown_options_are_refused_with_the_nearest),
		TEST(values_that_are_missing_or_wrong_are_refused),
		TEST(slashes_behind_the_root_are_left_out),
		TEST(the_end_gives_the_status_and_the_memory_back),
	};

	return cmocka_run_group_tests_name(
	    "command/options", tests, NULL, NULL);
}
