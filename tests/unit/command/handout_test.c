#include "command/options.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "command/running.h"

/* Runs opas handout for the one article in Finnish. */
static struct ran handout(struct scratch *scratch, const char *file,
    const char *browser)
{
	struct option_choice choice = { CHOICE_ARTICLE, "hei" };
	struct options options = {
		.root = scratch_path(scratch, "guide"),
		.output = file,
		.locale = "fi",
		.browser = browser,
		.jobs = 1,
		.style.quiet = true,
	};

	options.choices.items = &choice;
	options.choices.count = 1;
	return running_run(scratch, command_handout, &options);
}

static int handout_setup(void **state)
{
	if (scratch_setup(state) != 0)
		return -1;
	running_guide(*state);
	return 0;
}

/* A browser that numbers its runs, keeps its pages, and prints a sheet on
 * which the article is: the first one, and the second from the second run. */
static const char *fake(struct scratch *scratch)
{
	static const char lines[] =
	    "#!/bin/sh\ncd %s\nfor word; do case $word in\n"
	    "--print-to-pdf=*) file=${word#*=};;\n"
	    "file://*) page=${word#file://};;\nesac; done\n"
	    "echo run >>runs; cp \"$page\" page.$(wc -l <runs).html\n"
	    "at=3; [ $(wc -l <runs) -gt 1 ] && at=4\n"
	    "cat >\"$file\" <<END\n%%PDF-1.4\n"
	    "1 0 obj << /Type /Catalog /Pages 2 0 R /Dests 5 0 R >> endobj\n"
	    "2 0 obj << /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >> endobj\n"
	    "3 0 obj << /Type /Page /Parent 2 0 R >> endobj\n"
	    "4 0 obj << /Type /Page /Parent 2 0 R >> endobj\n"
	    "5 0 obj << /ears [$at 0 R /XYZ 0 0 0] >> endobj\n"
	    "trailer << /Root 1 0 R /Size 6 >>\nEND\n";
	const char *path = scratch_path(scratch, "browser");

	scratch_write(scratch, "browser",
	    text_format(&scratch->arena, lines, scratch->folder).at);
	if (chmod(path, 0700) != 0)
		abort();
	return path;
}

static void html_is_one_file(void **state)
{
	struct scratch *scratch = *state;
	const char *file = scratch_path(scratch, "h.html"), *html;
	struct ran ran = handout(scratch, file, NULL);

	assert_string_equal(ran.printed, "");
	assert_int_equal(ran.status, 0);
	html = scratch_read(scratch, "h.html");
	assert_non_null(strstr(html, "<html lang=\"fi\""));
	assert_non_null(strstr(html, "Alku ja"));
	assert_non_null(strstr(html, "src=\"data:image/svg+xml;base64,"));
	assert_null(strstr(html, "<script"));
	assert_null(strstr(html, "masthead\""));
	assert_false(file_exists(scratch_path(scratch, "guide/site")));
}

static void sheets_are_printed_until_their_numbers_rest(void **state)
{
	struct scratch *scratch = *state;
	struct ran ran = handout(
	    scratch, scratch_path(scratch, "h.pdf"), fake(scratch));

	assert_string_equal(ran.printed, "");
	assert_int_equal(ran.status, 0);
	assert_string_equal(scratch_read(scratch, "runs"), "run\nrun\nrun\n");
	assert_non_null(
	    strstr(scratch_read(scratch, "page.1.html"), "size: A4"));
	assert_string_not_equal(scratch_read(scratch, "page.1.html"),
	    scratch_read(scratch, "page.3.html"));
	assert_true(text_starts(text_from(scratch_read(scratch, "h.pdf")),
	    TEXT("%PDF-")));
}

static void what_cannot_be_written_is_said_and_the_old_file_stays(
    void **state)
{
	struct scratch *scratch = *state;
	struct ran ran =
	    handout(scratch, scratch_path(scratch, "none/h.html"), NULL);

	assert_int_equal(ran.status, 2);
	assert_non_null(strstr(ran.printed, "[output-unwritable]"));
	scratch_write(scratch, "h.pdf", "old");
	ran = handout(scratch, scratch_path(scratch, "h.pdf"), "/bin/false");
	assert_int_equal(ran.status, 2);
	assert_non_null(strstr(ran.printed, "[browser-failed]"));
	assert_string_equal(scratch_read(scratch, "h.pdf"), "old");
	scratch_write(scratch, "browser", "#!/bin/sh\n"
	    "for word; do case $word in\n"
	    "--print-to-pdf=*) echo damaged >${word#*=};;\nesac; done\n");
	assert_int_equal(chmod(scratch_path(scratch, "browser"), 0700), 0);
	ran = handout(scratch, scratch_path(scratch, "h.pdf"),
	    scratch_path(scratch, "browser"));
	assert_int_equal(ran.status, 2);
	assert_non_null(strstr(ran.printed, "[browser-failed]"));
	assert_string_equal(scratch_read(scratch, "h.pdf"), "old");
}

static void a_file_must_be_named_by_its_kind(void **state)
{
	struct ran ran = handout(*state, NULL, NULL);

	assert_int_equal(ran.status, 2);
	assert_non_null(strstr(ran.printed, "say where it goes"));
	ran = handout(*state, "handout.doc", NULL);
	assert_int_equal(ran.status, 2);
	assert_non_null(
	    strstr(ran.printed, "must end in .html or .pdf"));
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, handout_setup, scratch_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(html_is_one_file),
		TEST(sheets_are_printed_until_their_numbers_rest),
		TEST(what_cannot_be_written_is_said_and_the_old_file_stays),
		TEST(a_file_must_be_named_by_its_kind),
	};

	return cmocka_run_group_tests_name(
	    "command/handout", tests, NULL, NULL);
}
