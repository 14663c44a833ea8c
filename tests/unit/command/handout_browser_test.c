#include "command/handout_browser.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/reading.h"
#include "scratch.h"

struct browsing {
	struct scratch *scratch;
	struct report report;
	struct handout_browser browser;
};

static int browsing_setup(void **state)
{
	struct browsing *browsing = calloc(1, sizeof(*browsing));
	void *scratch;

	if (browsing == NULL || scratch_setup(&scratch) != 0)
		return -1;
	browsing->scratch = scratch;
	(void)setenv("TMPDIR", browsing->scratch->folder, 1);
	*state = browsing;
	return 0;
}

static int browsing_teardown(void **state)
{
	struct browsing *browsing = *state;
	void *scratch = browsing->scratch;

	handout_browser_close(&browsing->browser);
	handout_browser_close(&browsing->browser);
	report_release(&browsing->report);
	free(browsing);
	(void)unsetenv("TMPDIR");
	return scratch_teardown(&scratch);
}

/* A browser that runs these lines of sh, with $file and $page. */
static const char *fake(struct browsing *browsing, const char *lines)
{
	const char *path = scratch_path(browsing->scratch, "chromium");

	scratch_write(browsing->scratch, "chromium",
	    text_format(&browsing->scratch->arena,
		"#!/bin/sh\nfor word; do case $word in\n"
		"--print-to-pdf=*) file=${word#*=};;\n"
		"file://*) page=${word#file://};;\nesac; done\n%s\n",
		lines)
		.at);
	assert_int_equal(chmod(path, 0700), 0);
	return path;
}

static bool print(struct browsing *browsing, struct text *pdf,
    const char *lines)
{
	assert_true(handout_browser_open(&browsing->browser,
	    &browsing->scratch->arena, &browsing->report,
	    fake(browsing, lines)));
	return handout_browser_print(pdf, &browsing->scratch->arena,
	    &browsing->report, &browsing->browser, TEXT("the page"));
}

static const char *messages(struct browsing *browsing)
{
	return report_string(
	    &browsing->scratch->arena, &browsing->report);
}

static void the_page_goes_in_and_the_sheets_come_out(void **state)
{
	struct browsing *browsing = *state;
	struct text pdf;

	assert_true(print(browsing, &pdf,
	    "{ echo sheets of; cat \"$page\"; } >\"$file\"; echo noise >&2"));
	assert_true(text_equal_string(pdf, "sheets of\nthe page"));
	assert_string_equal(messages(browsing), "");
	assert_true(file_is_folder(browsing->browser.folder));
}

static void nothing_is_left_behind(void **state)
{
	struct browsing *browsing = *state;
	const char *folder;
	struct text pdf;

	assert_true(print(browsing, &pdf, "echo x >\"$file\""));
	folder = browsing->browser.folder;
	handout_browser_close(&browsing->browser);
	assert_false(file_exists(folder));
}

static void no_network_is_used_and_root_has_no_sandbox(void **state)
{
	struct browsing *browsing = *state;
	struct text pdf;

	assert_true(print(browsing, &pdf, "echo \"$@\" >\"$file\""));
	assert_int_not_equal(
	    text_find(pdf, TEXT("--host-resolver-rules=MAP * ~NOTFOUND"), 0),
	    TEXT_NONE);
	assert_int_equal(
	    text_find(pdf, TEXT("--no-sandbox"), 0) != TEXT_NONE,
	    geteuid() == 0);
}

static void a_browser_that_fails_is_quoted(void **state)
{
	struct browsing *browsing = *state;
	struct text pdf;

	assert_false(print(browsing, &pdf,
	    "echo first >&2; echo no display >&2; exit 7"));
	assert_non_null(strstr(messages(browsing),
	    "/chromium printed no PDF: it stopped with status 7 and said: no "
	    "display [browser-failed]\n"));
}

static void a_browser_that_hangs_is_stopped(void **state)
{
	struct browsing *browsing = *state;
	struct text pdf;

	assert_true(handout_browser_open(&browsing->browser,
	    &browsing->scratch->arena, &browsing->report,
	    fake(browsing, "exec sleep 60")));
	browsing->browser.seconds = 1;
	assert_false(handout_browser_print(&pdf, &browsing->scratch->arena,
	    &browsing->report, &browsing->browser, TEXT("the page")));
	assert_non_null(strstr(messages(browsing),
	    "/chromium had printed nothing after 1 seconds and was stopped "
	    "[browser-slow]\n"));
}

static void old_sheets_are_not_taken_for_new_ones(void **state)
{
	struct browsing *browsing = *state;
	struct text pdf;

	assert_true(print(browsing, &pdf, "echo x >\"$file\""));
	(void)fake(browsing, "exit 0");
	assert_false(handout_browser_print(&pdf, &browsing->scratch->arena,
	    &browsing->report, &browsing->browser, TEXT("the page")));
}

static void without_a_browser_it_is_said_what_would_do(void **state)
{
	struct browsing *browsing = *state;
	const char *path = text_string(
	    &browsing->scratch->arena, text_from(getenv("PATH")));

	assert_false(handout_browser_open(&browsing->browser,
	    &browsing->scratch->arena, &browsing->report, "/no/browser"));
	assert_non_null(strstr(messages(browsing),
	    "there is no /no/browser; install Chromium"));
	(void)setenv("PATH", browsing->scratch->folder, 1);
	assert_false(handout_browser_open(&browsing->browser,
	    &browsing->scratch->arena, &browsing->report, NULL));
	assert_non_null(strstr(messages(browsing),
	    "there is no chromium, chromium-browser, google-chrome, "
	    "google-chrome-stable, microsoft-edge or brave-browser; install "
	    "Chromium, name one with --browser PATH, or make FILE.html and "
	    "print that [browser-missing]\n"));
	(void)fake(browsing, "exit 0");
	assert_true(handout_browser_open(&browsing->browser,
	    &browsing->scratch->arena, &browsing->report, NULL));
	(void)setenv("PATH", path, 1);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(                                       \
	    name, browsing_setup, browsing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_page_goes_in_and_the_sheets_come_out),
		TEST(nothing_is_left_behind),
		TEST(no_network_is_used_and_root_has_no_sandbox),
		TEST(a_browser_that_fails_is_quoted),
		TEST(a_browser_that_hangs_is_stopped),
		TEST(old_sheets_are_not_taken_for_new_ones),
		TEST(without_a_browser_it_is_said_what_would_do),
	};

	return cmocka_run_group_tests_name(
	    "command/handout_browser", tests, NULL, NULL);
}
