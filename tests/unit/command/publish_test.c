#include "command/publish.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "command/running.h"
#include "read/reading.h"

struct publishing {
	struct scratch *scratch;
	struct report report;
	struct load load;
	struct publish publish;
};

static int publishing_setup(void **state)
{
	struct publishing *publishing = calloc(1, sizeof(*publishing));
	void *scratch;

	if (publishing == NULL || scratch_setup(&scratch) != 0)
		return -1;
	publishing->scratch = scratch;
	running_guide(scratch);
	*state = publishing;
	return 0;
}

/* Releases twice, which must do no harm. */
static void forget(struct publishing *publishing)
{
	int i;

	for (i = 0; i < 2; i++) {
		report_release(&publishing->report);
		publish_release(&publishing->publish);
		load_release(&publishing->load);
	}
}

static int publishing_teardown(void **state)
{
	struct publishing *publishing = *state;
	void *scratch = publishing->scratch;
	int result = scratch_teardown(&scratch);

	forget(publishing);
	free(publishing);
	return result;
}

static bool prepare(struct publishing *publishing)
{
	const char *root = scratch_path(publishing->scratch, "guide");
	const struct load_options options = { .root = root, .jobs = 1 };

	forget(publishing);
	return load_guide(
		   &publishing->load, &publishing->report, &options) &&
	    publish_prepare(&publishing->publish, &publishing->report,
		&publishing->load, root, 2);
}

static bool write_site(struct publishing *publishing)
{
	return publish_write(&publishing->publish, &publishing->report,
	    scratch_path(publishing->scratch, "site"), 2);
}

static const char *messages(struct publishing *publishing)
{
	return report_string(
	    &publishing->scratch->arena, &publishing->report);
}

static size_t count(const char *text, const char *part)
{
	size_t found = 0;

	for (; (text = strstr(text, part)) != NULL; text++)
		found++;
	return found;
}

static void files_with_equal_bytes_are_copied_once(void **state)
{
	struct publishing *publishing = *state;
	struct scratch *scratch = publishing->scratch;

	/* The same file in two folders, and another of that name. */
	running_write(scratch, "guide/content/en/kuva.svg",
	    scratch_read(scratch, "guide/content/fi/kuva.svg"));
	running_write(scratch, "guide/content/en/deep/kuva.svg",
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" "
	    "height=\"1\"/>");
	running_write(scratch, "guide/content/en/hello.md",
	    "---\ntitle: Hello\n---\n## Start {#start}\n\n"
	    "![k](kuva.svg) ![k](../fi/kuva.svg) ![k](deep/kuva.svg)\n");
	assert_true(prepare(publishing));
	assert_string_equal(messages(publishing), "");
	assert_int_equal(publishing->publish.attachments.count, 3);
	assert_true(write_site(publishing));
	assert_int_equal(
	    count(running_tree(scratch, "site"), "=== en/kuva."), 2);
}

static void a_file_that_vanishes_ends_the_build(void **state)
{
	struct publishing *publishing = *state;
	struct scratch *scratch = publishing->scratch;
	static const char changed[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" "
				      "width=\"4\" height=\"3\"/>";
	const char *before;

	assert_true(prepare(publishing));
	assert_true(write_site(publishing));
	before = running_tree(scratch, "site");
	running_write(scratch, "guide/content/fi/kuva.svg", changed);
	running_write(scratch, "guide/content/en/hello.md",
	    "---\ntitle: Changed\n---\n## Start {#start}\n\n");
	assert_true(prepare(publishing));
	assert_true(file_remove(
	    scratch_path(scratch, "guide/content/fi/kuva.svg")));
	assert_false(write_site(publishing));
	assert_non_null(strstr(messages(publishing),
	    "cannot be written: No such file or directory "
	    "[output-unwritable]\n"));
	assert_null(strstr(scratch_read(scratch, "site/en/hello.html"),
	    "Changed"));
	running_write(scratch, "guide/content/fi/kuva.svg", changed);
	assert_true(prepare(publishing));
	assert_true(write_site(publishing));
	assert_int_equal(
	    count(running_tree(scratch, "site"), "=== fi/kuva."), 1);
	assert_string_not_equal(running_tree(scratch, "site"), before);
}

static void a_file_that_cannot_be_read_is_reported_before_writing(
    void **state)
{
	struct publishing *publishing = *state;
	struct scratch *scratch = publishing->scratch;

	assert_true(prepare(publishing));
	/* Loaded, but not linked yet. */
	forget(publishing);
	{
		const char *root = scratch_path(scratch, "guide");
		const struct load_options options = { .root = root, .jobs = 1 };

		assert_true(load_guide(&publishing->load,
		    &publishing->report, &options));
		assert_true(file_remove(scratch_path(
		    scratch, "guide/content/fi/kuva.svg")));
		(void)publish_prepare(&publishing->publish,
		    &publishing->report, &publishing->load, root, 2);
	}
	assert_int_equal(count(messages(publishing), "[file-unreadable]"), 1);
}

static void a_program_without_its_templates_says_so(void **state)
{
	struct publishing *publishing = *state;
	const char *root = scratch_path(publishing->scratch, "guide");
	const struct load_options options = { .root = root, .jobs = 1 };

	assert_true(load_guide(
	    &publishing->load, &publishing->report, &options));
	publishing->load.data = NULL;
	assert_false(publish_prepare(&publishing->publish,
	    &publishing->report, &publishing->load, root, 2));
	assert_string_equal(messages(publishing),
	    "error: the program's templates are not beside it; install it "
	    "again [data-missing]\n");
}

static void what_is_no_longer_wanted_is_removed(void **state)
{
	struct publishing *publishing = *state;
	struct scratch *scratch = publishing->scratch;

	assert_true(prepare(publishing));
	assert_true(write_site(publishing));
	assert_true(file_remove(
	    scratch_path(scratch, "guide/content/fi/hei.md")));
	assert_true(prepare(publishing));
	assert_true(write_site(publishing));
	/* The article, its picture, and in two languages the list of tags
	 * with its only one. */
	assert_true(publishing->publish.counts.removed >= 6);
	assert_null(scratch_read(scratch, "site/fi/hei.html"));
	assert_null(scratch_read(scratch, "site/en/tags.html"));
	assert_false(file_exists(scratch_path(scratch, "site/files")));
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(                                       \
	    name, publishing_setup, publishing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(files_with_equal_bytes_are_copied_once),
		TEST(a_file_that_vanishes_ends_the_build),
		TEST(a_file_that_cannot_be_read_is_reported_before_writing),
		TEST(a_program_without_its_templates_says_so),
		TEST(what_is_no_longer_wanted_is_removed),
	};

	return cmocka_run_group_tests_name(
	    "command/publish", tests, NULL, NULL);
}
