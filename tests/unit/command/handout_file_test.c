#include "command/handout_file.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "scratch.h"

static void assert_path(struct scratch *scratch, const char *from,
    const char *address, const char *expected)
{
	assert_string_equal(
	    text_string(&scratch->arena,
		handout_path(&scratch->arena, text_from(from),
		    text_from(address))),
	    expected);
}

static void addresses_lead_to_paths_of_the_site(void **state)
{
	const char *page = "fi/handouts/x.html";

	assert_path(*state, page, "y.html", "fi/handouts/y.html");
	assert_path(*state, page, "../y.html#z", "fi/y.html");
	assert_path(*state, page, "../../assets/a.css?b", "assets/a.css");
	assert_path(*state, page, "./p/../q.png", "fi/handouts/q.png");
	assert_path(*state, page, "k%C3%A4.png", "fi/handouts/k\xc3\xa4.png");
	assert_path(*state, page, "100%", "fi/handouts/100%");
	assert_path(*state, "index.html", "fi/", "fi");
	assert_path(*state, page, "#z", "");
	assert_path(*state, page, "/rooted", "");
	assert_path(*state, "a.html", "../../b", "b");
}

static void assert_data(const char *path, struct text bytes,
    const char *expected)
{
	struct buffer out = { 0 };

	handout_data(&out, text_from(path), bytes);
	assert_true(text_equal_string(buffer_text(&out), expected));
	buffer_release(&out);
}

static void data_are_written_as_rfc_4648_has_it(void **state)
{
	(void)state;
	assert_data("a", TEXT(""), "data:application/octet-stream;base64,");
	assert_data("a.png", TEXT("f"), "data:image/png;base64,Zg==");
	assert_data("a.svg", TEXT("fo"), "data:image/svg+xml;base64,Zm8=");
	assert_data("a.jpg", TEXT("foo"), "data:image/jpeg;base64,Zm9v");
	assert_data("a.woff2", TEXT("foob"), "data:font/woff2;base64,Zm9vYg==");
	assert_data("a.gif", TEXT("\xff\x00\xfe"), "data:image/gif;base64,/wD+");
}

static void files_are_assets_and_copies(void **state)
{
	struct scratch *scratch = *state;
	struct asset asset = { TEXT("assets/a.css"), TEXT("css") };
	struct source_file file = { 0 };
	struct attachment attachment = { .file = &file };
	struct attachment_copy copies[] = { { TEXT("fi/k.png"),
	    &attachment } };
	struct publish publish = { 0 };
	struct text bytes;

	scratch_write(scratch, "k.png", "png");
	file.source.path = scratch_path(scratch, "k.png");
	publish.assets.items = &asset;
	publish.assets.count = 1;
	publish.copies = copies;
	publish.copy_count = 1;
	assert_true(handout_file(&bytes, &scratch->arena, &publish,
	    TEXT("assets/a.css")));
	assert_true(text_equal_string(bytes, "css"));
	assert_true(handout_file(
	    &bytes, &scratch->arena, &publish, TEXT("fi/k.png")));
	assert_true(text_equal_string(bytes, "png"));
	assert_false(handout_file(
	    &bytes, &scratch->arena, &publish, TEXT("fi/x.html")));
	assert_true(file_remove(file.source.path));
	assert_false(handout_file(
	    &bytes, &scratch->arena, &publish, TEXT("fi/k.png")));
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(addresses_lead_to_paths_of_the_site),
		TEST(data_are_written_as_rfc_4648_has_it),
		TEST(files_are_assets_and_copies),
	};

	return cmocka_run_group_tests_name(
	    "command/handout_file", tests, NULL, NULL);
}
