#include "command/options.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "command/running.h"

/* Options of a build of guide/ into site/. */
static struct options options_of(struct scratch *scratch)
{
	return (struct options){ .root = scratch_path(scratch, "guide"),
		.output = scratch_path(scratch, "site"), .jobs = 2 };
}

static struct ran build(struct scratch *scratch)
{
	struct options options = options_of(scratch);

	return running_run(scratch, command_build, &options);
}

static void a_build_writes_the_site_and_says_so(void **state)
{
	struct scratch *scratch = *state;
	struct ran ran;

	running_guide(scratch);
	ran = build(scratch);
	assert_int_equal(ran.status, 0);
	assert_string_equal(ran.printed,
	    text_format(&scratch->arena,
		"%s: articles 2, languages 2; files written 45, unchanged 0, "
		"removed 0\n", scratch_path(scratch, "site")).at);
	assert_non_null(strstr(scratch_read(scratch, "site/fi/hei.html"),
	    "<title>Hei – Pieni</title>"));
	assert_non_null(strstr(running_tree(scratch, "site"),
	    "=== fi/kuva."));
	assert_null(scratch_read(scratch, "site/en/hei.html"));
}

static void building_again_in_one_process_changes_nothing(void **state)
{
	struct scratch *scratch = *state;
	const char *first;
	struct ran ran;
	int i;

	running_guide(scratch);
	assert_int_equal(build(scratch).status, 0);
	first = running_tree(scratch, "site");
	for (i = 0; i < 3; i++) {
		ran = build(scratch);
		assert_int_equal(ran.status, 0);
		assert_non_null(strstr(ran.printed,
		    "files written 0, unchanged 45, removed 0"));
		assert_string_equal(running_tree(scratch, "site"), first);
	}
}

static void a_fault_leaves_the_site_and_the_next_build_as_they_were(
    void **state)
{
	struct scratch *scratch = *state;
	const char *first, *article;
	struct ran ran;

	running_guide(scratch);
	assert_int_equal(build(scratch).status, 0);
	first = running_tree(scratch, "site");
	article = scratch_read(scratch, "guide/content/fi/hei.md");
	scratch_write(scratch, "guide/content/fi/hei.md",
	    "---\ntitle: Hei\n---\n[x](none.md) {\n\n## A {#a b=\"\n");
	running_write(scratch, "guide/templates/tag.html",
	    "<p xmlns:tal=\"http://xml.zope.org/namespaces/tal\" "
	    "tal:content=\"page/titel\"/>");
	ran = build(scratch);
	assert_int_equal(ran.status, 1);
	assert_non_null(strstr(ran.printed, "[article-unknown]\n"));
	assert_non_null(strstr(ran.printed, "[template-slot]\n"));
	/* With the line of the template, which is the guide's own. */
	assert_non_null(strstr(ran.printed, "tal:content=\"page/titel\""));
	assert_string_equal(running_tree(scratch, "site"), first);
	scratch_write(scratch, "guide/content/fi/hei.md", article);
	assert_true(file_remove(
	    scratch_path(scratch, "guide/templates/tag.html")));
	assert_int_equal(build(scratch).status, 0);
	assert_string_equal(running_tree(scratch, "site"), first);
}

static void any_number_of_jobs_gives_the_same_bytes(void **state)
{
	static const size_t jobs[] = { 0, 1, 3, 64 };
	struct scratch *scratch = *state;
	const char *first = NULL, *tree;
	size_t i;

	running_guide(scratch);
	for (i = 0; i < sizeof(jobs) / sizeof(jobs[0]); i++) {
		struct options options = options_of(scratch);

		options.jobs = jobs[i];
		options.output = scratch_path(scratch,
		    text_format(&scratch->arena, "site%zu", i).at);
		assert_int_equal(
		    running_run(scratch, command_build, &options).status, 0);
		tree = running_tree(scratch,
		    text_format(&scratch->arena, "site%zu", i).at);
		if (i == 0)
			first = tree;
		assert_string_equal(tree, first);
	}
}

static void a_check_reports_and_writes_nothing(void **state)
{
	struct scratch *scratch = *state;
	struct options options = options_of(scratch);
	struct ran ran;

	running_guide(scratch);
	ran = running_run(scratch, command_check, &options);
	assert_int_equal(ran.status, 0);
	assert_string_equal(ran.printed, "");
	running_write(scratch, "guide/content/en/hello.md",
	    "---\ntitle: Hello\nprinciples: [lisen]\n---\nText.\n");
	ran = running_run(scratch, command_check, &options);
	assert_int_equal(ran.status, 1);
	assert_non_null(strstr(ran.printed, "[principle-unknown]\n"));
	assert_false(file_exists(scratch_path(scratch, "site")));
}

static void quiet_and_json_print_no_summary(void **state)
{
	struct scratch *scratch = *state;
	struct options options = options_of(scratch);

	running_guide(scratch);
	options.style.quiet = true;
	assert_string_equal(
	    running_run(scratch, command_build, &options).printed, "");
	options.style = (struct report_style){ .json = true };
	assert_string_equal(
	    running_run(scratch, command_build, &options).printed, "");
}

static void strict_takes_warnings_for_errors(void **state)
{
	struct scratch *scratch = *state;
	struct options options = options_of(scratch);
	struct ran ran;

	running_guide(scratch);
	running_write(scratch, "guide/content/en/hello.md",
	    "---\ntitle: Hello\ncolour: red\n---\n## S {#start}\n");
	options.style.strict = options.style.quiet = true;
	ran = running_run(scratch, command_build, &options);
	assert_int_equal(ran.status, 1);
	/* What decides must be seen. */
	assert_non_null(strstr(ran.printed, "[key-unknown]\n"));
	assert_false(file_exists(scratch_path(scratch, "site")));
}

static void base_url_of_the_command_line_wins(void **state)
{
	struct scratch *scratch = *state;
	struct options options = options_of(scratch);
	struct ran ran;

	running_guide(scratch);
	options.base_url = "https://other.example/x";
	assert_int_equal(
	    running_run(scratch, command_build, &options).status, 0);
	assert_non_null(strstr(scratch_read(scratch, "site/robots.txt"),
	    "Sitemap: https://other.example/x/sitemap.xml\n"));
	options.base_url = "other.example";
	ran = running_run(scratch, command_build, &options);
	assert_int_equal(ran.status, 1);
	assert_non_null(strstr(ran.printed, "[base-url-invalid]\n"));
}

static void drafts_are_built_when_asked_for(void **state)
{
	struct scratch *scratch = *state;
	struct options options = options_of(scratch);

	running_guide(scratch);
	running_write(scratch, "guide/content/en/later.md",
	    "---\ntitle: Later\ndraft: true\n---\n");
	assert_int_equal(
	    running_run(scratch, command_build, &options).status, 0);
	assert_null(scratch_read(scratch, "site/en/later.html"));
	options.drafts = true;
	assert_int_equal(
	    running_run(scratch, command_build, &options).status, 0);
	assert_non_null(scratch_read(scratch, "site/en/later.html"));
	options.drafts = false;
	assert_int_equal(
	    running_run(scratch, command_build, &options).status, 0);
	assert_null(scratch_read(scratch, "site/en/later.html"));
}

static void a_folder_without_content_is_no_guide(void **state)
{
	struct scratch *scratch = *state;
	struct ran ran = build(scratch);

	assert_int_equal(ran.status, 2);
	assert_non_null(strstr(ran.printed, "[content-missing]\n"));
	assert_false(file_exists(scratch_path(scratch, "site")));
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_build_writes_the_site_and_says_so),
		TEST(building_again_in_one_process_changes_nothing),
		TEST(a_fault_leaves_the_site_and_the_next_build_as_they_were),
		TEST(any_number_of_jobs_gives_the_same_bytes),
		TEST(a_check_reports_and_writes_nothing),
		TEST(quiet_and_json_print_no_summary),
		TEST(strict_takes_warnings_for_errors),
		TEST(base_url_of_the_command_line_wins),
		TEST(drafts_are_built_when_asked_for),
		TEST(a_folder_without_content_is_no_guide),
	};

	return cmocka_run_group_tests_name("command/build", tests, NULL, NULL);
}
