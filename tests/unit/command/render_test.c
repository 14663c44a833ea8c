#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "command/options.h"
#include "scratch.h"

/* What a run left behind. */
struct rendering {
	struct scratch *scratch;
	int status;
	const char *html;
	const char *messages;
};

/* Runs the command in a process of its own, whose streams are files. */
static void render_to(struct rendering *rendering, const char *output,
    const struct options *options)
{
	struct scratch *scratch = rendering->scratch;
	pid_t child = fork();
	int status = 0;

	if (child == 0) {
		if (freopen(scratch_path(scratch, "in"), "r", stdin) == NULL ||
		    freopen(output, "w", stdout) == NULL ||
		    freopen(scratch_path(scratch, "err"), "w", stderr) == NULL)
			_exit(99);
		status = command_render(options);
		(void)fflush(stderr);
		_exit(status);
	}
	assert_true(child > 0 && waitpid(child, &status, 0) == child);
	assert_true(WIFEXITED(status));
	rendering->status = WEXITSTATUS(status);
	rendering->messages = scratch_read(scratch, "err");
	assert_non_null(rendering->messages);
}

/* Renders what stands on standard input. */
static void render(struct rendering *rendering, void **state,
    const char *markdown, struct options options)
{
	const char *arguments[] = { "-", NULL };

	*rendering = (struct rendering){ .scratch = *state };
	scratch_write(*state, "in", markdown);
	options.arguments = arguments;
	options.argument_count = 1;
	render_to(rendering, scratch_path(*state, "out"), &options);
	rendering->html = scratch_read(*state, "out");
	assert_non_null(rendering->html);
}

static void title_and_headings_stand_in_document_order(void **state)
{
	struct rendering rendering;

	render(&rendering, state,
	    "<!-- note -->\n\n# The *title*\n\nfirst\n\n## Second {#two}\n\n"
	    "text\n\n### Third\n\n# Fourth\n", (struct options){ 0 });
	assert_int_equal(rendering.status, 0);
	assert_string_equal(rendering.messages, "");
	assert_string_equal(rendering.html,
	    "<h1>The <em>title</em></h1>\n<p data-b=\".1\">first</p>\n"
	    "<h2 id=\"two\" data-b=\"two.0\">Second</h2>\n"
	    "<p data-b=\"two.1\">text</p>\n"
	    "<h3 id=\"third\" data-b=\"third.0\">Third</h3>\n"
	    "<h1 id=\"fourth\" data-b=\"fourth.0\">Fourth</h1>\n");
}

static void title_alone_is_rendered(void **state)
{
	struct rendering rendering;

	render(&rendering, state, "# [Title](there.md \"t\")\n",
	    (struct options){ 0 });
	assert_int_equal(rendering.status, 0);
	assert_string_equal(rendering.html,
	    "<h1><a href=\"there.md\" title=\"t\">Title</a></h1>\n");
}

static void comment_before_the_title_stays_there(void **state)
{
	struct rendering rendering;

	render(&rendering, state, "<!-- a -->\n# T\n<!-- b -->\n",
	    (struct options){ .raw_html = true });
	assert_string_equal(rendering.html,
	    "<!-- a -->\n<h1>T</h1>\n<!-- b -->\n");
}

static void nothing_gives_nothing(void **state)
{
	struct rendering rendering;

	render(&rendering, state, "", (struct options){ 0 });
	assert_int_equal(rendering.status, 0);
	assert_string_equal(rendering.html, "");
	render(&rendering, state, "", (struct options){ .commonmark = true });
	assert_int_equal(rendering.status, 0);
	assert_string_equal(rendering.html, "");
}

static void links_lead_where_they_say(void **state)
{
	struct rendering rendering;

	render(&rendering, state,
	    "[a](../fi/a%20b.md#c) [b](principle:listen) [c](#d) "
	    "[d](<e f.pdf>) [e](https://a.example/) ![f](g.png) ![h]()\n",
	    (struct options){ 0 });
	assert_int_equal(rendering.status, 0);
	assert_string_equal(rendering.messages, "");
	assert_string_equal(rendering.html,
	    "<p data-b=\".1\"><a href=\"../fi/a%20b.md#c\">a</a> "
	    "<a href=\"principle:listen\">b</a> <a href=\"#d\">c</a> "
	    "<a href=\"e%20f.pdf\">d</a> "
	    "<a href=\"https://a.example/\">e</a> "
	    "<img src=\"g.png\" alt=\"f\"> <img src=\"\" alt=\"h\"></p>\n");
}

static void problems_are_reported_and_the_html_printed(void **state)
{
	struct rendering rendering;

	render(&rendering, state, "---\ntilte: x\n---\n[a](script:b)\n",
	    (struct options){ 0 });
	assert_int_equal(rendering.status, 1);
	assert_non_null(strstr(rendering.messages, "-:2:1: warning: "));
	assert_non_null(strstr(rendering.messages, "-:4:5: error: "));
	assert_non_null(strstr(rendering.messages, "4 | [a](script:b)\n"));
	assert_string_equal(rendering.html,
	    "<p data-b=\".1\"><a href=\"script:b\">a</a></p>\n");
}

static void raw_html_is_left_out_unless_asked_for(void **state)
{
	struct rendering rendering;

	render(&rendering, state, "a <b>c</b>\n\n<div>\n",
	    (struct options){ 0 });
	assert_int_equal(rendering.status, 0);
	assert_non_null(strstr(rendering.messages, "[raw-html]"));
	assert_string_equal(rendering.html, "<p data-b=\".1\">a c</p>\n");
	render(&rendering, state, "a <b>c</b>\n\n<div>\n",
	    (struct options){ .raw_html = true });
	assert_string_equal(rendering.messages, "");
	assert_string_equal(rendering.html,
	    "<p data-b=\".1\">a <b>c</b></p>\n<div>\n");
}

static void front_matter_names_the_language_of_anchors(void **state)
{
	struct rendering rendering;

	render(&rendering, state, "---\nlang: tr\n---\n## ILIK\n",
	    (struct options){ 0 });
	assert_int_equal(rendering.status, 0);
	assert_string_equal(rendering.html,
	    "<h2 id=\"ılık\" data-b=\"ılık.0\">ILIK</h2>\n");
}

static void commonmark_knows_nothing_of_ours(void **state)
{
	struct rendering rendering;

	render(&rendering, state,
	    "---\ntitle: x\n---\n## H {#h}\n\n[a](script:b) <b>\n",
	    (struct options){ .commonmark = true });
	assert_int_equal(rendering.status, 0);
	assert_string_equal(rendering.messages, "");
	assert_string_equal(rendering.html,
	    "<hr />\n<h2>title: x</h2>\n<h2>H {#h}</h2>\n"
	    "<p><a href=\"script:b\">a</a> <b></p>\n");
}

static void what_is_no_utf8_is_an_error_but_for_commonmark(void **state)
{
	struct rendering rendering;

	render(&rendering, state, "a \xff\n", (struct options){ 0 });
	assert_int_equal(rendering.status, 1);
	assert_non_null(strstr(rendering.messages, "-:1:3: error: "));
	assert_string_equal(rendering.html, "");
	render(&rendering, state, "a \xff\n",
	    (struct options){ .commonmark = true });
	assert_int_equal(rendering.status, 0);
	assert_string_equal(rendering.html, "<p>a \xff</p>\n");
}

static void file_is_read_by_its_name(void **state)
{
	struct rendering rendering = { .scratch = *state };
	const char *arguments[] = { scratch_path(*state, "a.md"), NULL };
	const struct options options = { .arguments = arguments,
		.argument_count = 1 };

	scratch_write(*state, "in", "not this\n");
	render_to(&rendering, scratch_path(*state, "out"), &options);
	assert_int_equal(rendering.status, 1);
	assert_non_null(strstr(rendering.messages, "[file-unreadable]"));
	scratch_write(*state, "a.md", "this\n");
	render_to(&rendering, scratch_path(*state, "out"), &options);
	assert_int_equal(rendering.status, 0);
	assert_string_equal(scratch_read(*state, "out"),
	    "<p data-b=\".1\">this</p>\n");
}

static void output_that_cannot_be_written_is_fatal(void **state)
{
	struct rendering rendering = { .scratch = *state };
	const char *arguments[] = { "-", NULL };
	const struct options options = { .arguments = arguments,
		.argument_count = 1 };

	scratch_write(*state, "in", "text\n");
	render_to(&rendering, "/dev/full", &options);
	assert_int_equal(rendering.status, 2);
	assert_non_null(strstr(rendering.messages, "[output-unwritable]"));
}

#define CASE(function)                                                         \
	cmocka_unit_test_setup_teardown(function, scratch_setup,               \
	    scratch_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(title_and_headings_stand_in_document_order),
		CASE(title_alone_is_rendered),
		CASE(comment_before_the_title_stays_there),
		CASE(nothing_gives_nothing),
		CASE(links_lead_where_they_say),
		CASE(problems_are_reported_and_the_html_printed),
		CASE(raw_html_is_left_out_unless_asked_for),
		CASE(front_matter_names_the_language_of_anchors),
		CASE(commonmark_knows_nothing_of_ours),
		CASE(what_is_no_utf8_is_an_error_but_for_commonmark),
		CASE(file_is_read_by_its_name),
		CASE(output_that_cannot_be_written_is_fatal),
	};

	return cmocka_run_group_tests_name("command/render", tests, NULL, NULL);
}
