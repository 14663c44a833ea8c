/* Links, loading, and what cannot be read. */
#include "read/sources.h"

static void links_stay_in_the_guide(void **state)
{
	struct guide *guide = *state;

	put(guide, "guide/content/fi/x.md", "");
	put(guide, "guide/shared/photo.png", "");
	put(guide, "guide/drafts/y.md", "");
	put(guide, "outside/z.md", "");
	put(guide, "guide-2/z.md", "");
	assert_int_equal(symlink("../../drafts/y.md", "guide/content/fi/y.md"),
	    0);
	assert_int_equal(symlink("../../shared", "guide/content/fi/images"), 0);
	assert_int_equal(symlink("../../../outside/z.md",
			     "guide/content/fi/z.md"),
	    0);
	assert_int_equal(symlink("../../outside", "guide/content/tr"), 0);
	assert_int_equal(symlink("../../guide-2", "guide/content/ko"), 0);
	assert_true(walk(guide, "guide"));
	assert_report(guide,
	    "guide/content/fi/z.md: error: this symbolic link leads out of "
	    "the guide; copy the file into it [link-leaves-guide]\n"
	    "guide/content/ko: error: this symbolic link leads out of the "
	    "guide; copy the file into it [link-leaves-guide]\n"
	    "guide/content/tr: error: this symbolic link leads out of the "
	    "guide; copy the file into it [link-leaves-guide]\n");
	assert_string_equal(listing(guide),
	    "attachment fi/images/photo.png\n"
	    "article fi/x fi/x.md\n"
	    "article fi/y fi/y.md\n"
	    "ignored fi/z.md\n"
	    "ignored ko\n"
	    "ignored tr\n");
}

static void content_itself_stays_in_the_guide(void **state)
{
	struct guide *guide = *state;

	put(guide, "elsewhere/fi/x.md", "");
	put(guide, "guide/text/fi/x.md", "");
	assert_int_equal(symlink("../elsewhere", "guide/content"), 0);
	assert_false(walk(guide, "guide"));
	assert_report(guide,
	    "guide/content: error: this symbolic link leads out of the guide; "
	    "copy the file into it [link-leaves-guide]\n");
	assert_int_equal(unlink("guide/content"), 0);
	assert_int_equal(symlink("text", "guide/content"), 0);
	assert_true(walk(guide, "guide"));
	/* The root may be reached through any link. */
	assert_int_equal(symlink("guide", "alias"), 0);
	assert_true(walk(guide, "alias"));
	assert_int_equal(guide->report.count, 1);
}

static void links_lead_somewhere(void **state)
{
	struct guide *guide = *state;

	put(guide, "content/fi/x.md", "");
	assert_int_equal(symlink("nowhere", "content/fi/y.md"), 0);
	assert_int_equal(symlink("nowhere", "content/photo.png"), 0);
	assert_int_equal(symlink("loop", "content/loop"), 0);
	assert_true(walk(guide, "."));
	assert_report(guide,
	    "content/fi/y.md: error: this symbolic link leads to nothing; "
	    "mend or remove it [link-broken]\n"
	    "content/loop: error: this symbolic link leads to nothing; mend "
	    "or remove it [link-broken]\n"
	    "content/photo.png: error: this symbolic link leads to nothing; "
	    "mend or remove it [link-broken]\n");
}

static void circles_of_folders_end(void **state)
{
	struct guide *guide = *state;

	put(guide, "content/fi/x.md", "");
	assert_int_equal(symlink("..", "content/fi/up"), 0);
	assert_true(walk(guide, "."));
	assert_report(guide, "");
	assert_string_equal(listing(guide), "article fi/x fi/x.md\n");
}

static void a_file_is_loaded_and_dropped(void **state)
{
	struct guide *guide = *state;
	struct arena scratch = { 0 };
	struct source_file *file;

	put(guide, "content/fi/x.md", "Näin\n");
	put(guide, "content/fi/empty.md", "");
	assert_true(walk(guide, "."));
	file = file_of(guide, "fi/x.md");
	assert_int_equal(file->source.bytes.length, 0);
	assert_true(source_load(file, &scratch, &guide->report));
	assert_true(text_equal(file->source.bytes, TEXT("Näin\n")));
	source_drop(file);
	assert_int_equal(file->source.bytes.length, 0);
	arena_release(&scratch);
	/* Its places are found again. */
	report_add(&guide->report, MESSAGE_TITLE_MISSING,
	    ((struct place){ &file->source, 3 }));
	assert_true(source_load(file_of(guide, "fi/empty.md"), &scratch,
	    &guide->report));
	arena_release(&scratch);
	assert_report(guide,
	    "content/fi/x.md:1:3: error: this article has no title; give "
	    "'title' in the front matter or begin with a '# heading' "
	    "[title-missing]\n");
}

static void a_file_must_be_utf8(void **state)
{
	struct guide *guide = *state;
	struct arena scratch = { 0 };
	struct source_file *file;

	put(guide, "content/fi/x.md", "Näin\nN\xE4in\n");
	assert_true(walk(guide, "."));
	file = file_of(guide, "fi/x.md");
	assert_false(source_load(file, &scratch, &guide->report));
	assert_int_equal(file->source.bytes.length, 0);
	arena_release(&scratch);
	assert_report(guide,
	    "content/fi/x.md:2:2: error: the byte 0xE4 is not UTF-8 here; "
	    "save the file as UTF-8 [utf8-invalid]\n");
}

static void bytes_from_elsewhere_must_be_utf8_too(void **state)
{
	struct guide *guide = *state;
	struct source source = { .name = TEXT("-") };

	assert_true(source_take(&source, TEXT("Näin"), &guide->report));
	assert_true(text_equal(source.bytes, TEXT("Näin")));
	assert_false(source_take(&source, TEXT("Näin\n\xE4"),
	    &guide->report));
	assert_report(guide,
	    "-:2:1: error: the byte 0xE4 is not UTF-8 here; "
	    "save the file as UTF-8 [utf8-invalid]\n");
}

static void what_cannot_be_read_is_named(void **state)
{
	struct guide *guide = *state;
	struct arena scratch = { 0 };
	size_t i, failed = 0;

	put(guide, "content/guide.yaml/x.png", "");
	put(guide, "content/fi/x.md/y.md", "");
	put(guide, "content/fi/gone.md", "");
	assert_int_equal(mkfifo("content/fi/pipe.md", 0600), 0);
	assert_int_equal(mkfifo("content/fi/pipe.png", 0600), 0);
	assert_true(walk(guide, "."));
	assert_report(guide, "");
	assert_int_equal(unlink("content/fi/gone.md"), 0);
	for (i = 0; i < guide->list.count; i++)
		if (guide->list.items[i].kind != SOURCE_ATTACHMENT)
			failed += !source_load(&guide->list.items[i], &scratch,
			    &guide->report);
	assert_int_equal(failed, 4);
	arena_release(&scratch);
	assert_report(guide,
	    "content/fi/gone.md: error: this file cannot be read: No such "
	    "file or directory [file-unreadable]\n"
	    "content/fi/pipe.md: error: this file cannot be read: Invalid "
	    "argument [file-unreadable]\n"
	    "content/fi/x.md: error: this file cannot be read: Is a directory "
	    "[file-unreadable]\n"
	    "content/guide.yaml: error: this file cannot be read: Is a "
	    "directory [file-unreadable]\n");
}

static void what_may_not_be_read_is_named(void **state)
{
	struct guide *guide = *state;
	struct arena scratch = { 0 };
	const uid_t user = geteuid(), nobody = 65534;

	put(guide, "content/fi/x.md", "");
	put(guide, "content/sr/x.md", "");
	assert_int_equal(chmod(".", 0755), 0);
	assert_int_equal(chmod("content/fi/x.md", 0), 0);
	assert_int_equal(chmod("content/sr", 0), 0);
	/* To root everything is open. */
	assert_int_equal(user == 0 ? seteuid(nobody) : 0, 0);
	assert_true(walk(guide, "."));
	assert_false(source_load(file_of(guide, "fi/x.md"), &scratch,
	    &guide->report));
	assert_int_equal(user == 0 ? seteuid(user) : 0, 0);
	assert_int_equal(chmod("content/sr", 0755), 0);
	assert_string_equal(listing(guide),
	    "article fi/x fi/x.md\n"
	    "ignored sr\n");
	assert_report(guide,
	    "content/fi/x.md: error: this file cannot be read: Permission "
	    "denied [file-unreadable]\n"
	    "content/sr: error: this file cannot be read: Permission denied "
	    "[file-unreadable]\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(links_stay_in_the_guide),
		TEST(content_itself_stays_in_the_guide),
		TEST(links_lead_somewhere),
		TEST(circles_of_folders_end),
		TEST(a_file_is_loaded_and_dropped),
		TEST(a_file_must_be_utf8),
		TEST(bytes_from_elsewhere_must_be_utf8_too),
		TEST(what_cannot_be_read_is_named),
		TEST(what_may_not_be_read_is_named),
	};

	return cmocka_run_group_tests_name("read/source: links and loading", tests, NULL, NULL);
}
