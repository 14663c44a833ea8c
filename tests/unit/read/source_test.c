#include "read/source.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/reading.h"
#include "scratch.h"

#include <fcntl.h>

/* A guide in a folder of its own, which is the working folder meanwhile, so
 * that names are short and the same everywhere. */
struct guide {
	struct arena arena;
	struct report report;
	struct source_list list;
	struct scratch *scratch;
	int before; /* the working folder */
};

static int guide_setup(void **state)
{
	struct guide *guide = calloc(1, sizeof(*guide));
	void *scratch = NULL;

	if (guide == NULL || scratch_setup(&scratch) != 0)
		return -1;
	guide->scratch = scratch;
	guide->before = open(".", O_RDONLY | O_DIRECTORY);
	*state = guide;
	return guide->before < 0 || chdir(guide->scratch->folder) != 0;
}

static int guide_teardown(void **state)
{
	struct guide *guide = *state;
	void *scratch = guide->scratch;
	int failed = fchdir(guide->before) != 0;

	(void)close(guide->before);
	arena_release(&guide->report.arena);
	arena_release(&guide->arena);
	free(guide);
	return scratch_teardown(&scratch) != 0 || failed;
}

/* Writes a file, with its folders. */
static void put(struct guide *guide, const char *name, const char *bytes)
{
	const char *slash = strrchr(name, '/');

	if (slash != NULL)
		assert_true(file_make_folder(text_string(&guide->arena,
		    (struct text){ name, (size_t)(slash - name) })));
	scratch_write(guide->scratch, name, bytes);
}

static bool walk(struct guide *guide, const char *root)
{
	return source_walk(&guide->list, &guide->arena, &guide->report, root,
	    reading_tag_valid);
}

/* The list as one text: kind, locale, id and relative path of each. */
static const char *listing(struct guide *guide)
{
	static const char *const kinds[] = { "ignored", "article",
		"configuration", "principles", "attachment" };
	struct buffer out = { 0 };
	const char *string;
	size_t i;

	for (i = 0; i < guide->list.count; i++) {
		const struct source_file *file = &guide->list.items[i];

		buffer_format(&out, "%s", kinds[file->kind]);
		if (file->kind == SOURCE_ARTICLE)
			buffer_format(&out, " %.*s/%.*s",
			    TEXT_ARGUMENTS(file->locale),
			    TEXT_ARGUMENTS(file->id));
		buffer_format(&out, " %.*s\n", TEXT_ARGUMENTS(file->relative));
	}
	string = text_string(&guide->arena, buffer_text(&out));
	buffer_release(&out);
	return string;
}

static struct source_file *file_of(struct guide *guide, const char *relative)
{
	size_t i;

	for (i = 0; i < guide->list.count; i++)
		if (text_equal_string(guide->list.items[i].relative, relative))
			return &guide->list.items[i];
	fail_msg("%s is not in the list", relative);
	return NULL;
}

static void files_are_classified_and_sorted(void **state)
{
	struct guide *guide = *state;

	put(guide, "content/guide.yaml", "");
	put(guide, "content/principles.yaml", "");
	put(guide, "content/README.md", "");
	put(guide, "content/intro.md", "");
	put(guide, "content/logo.svg", "");
	put(guide, "content/fi/seven-habits.md", "");
	put(guide, "content/fi/README.md", "");
	put(guide, "content/fi/form.pdf", "");
	put(guide, "content/fi/sub/deep/calm.md", "");
	put(guide, "content/fi/sub/guide.yaml", "");
	put(guide, "content/fi/.hidden.md", "");
	put(guide, "content/.git/x.md", "");
	put(guide, "content/sr-Latn/calm.md", "");
	put(guide, "content/images/photo.png", "");
	put(guide, "README.md", "");
	assert_true(walk(guide, "."));
	assert_report(guide, "");
	assert_string_equal(listing(guide),
	    "ignored README.md\n"
	    "ignored fi/README.md\n"
	    "attachment fi/form.pdf\n"
	    "article fi/seven-habits fi/seven-habits.md\n"
	    "article fi/calm fi/sub/deep/calm.md\n"
	    "attachment fi/sub/guide.yaml\n"
	    "configuration guide.yaml\n"
	    "attachment images/photo.png\n"
	    "article /intro intro.md\n"
	    "attachment logo.svg\n"
	    "principles principles.yaml\n"
	    "article sr-Latn/calm sr-Latn/calm.md\n");
	assert_ptr_equal(guide->list.configuration,
	    file_of(guide, "guide.yaml"));
	assert_ptr_equal(guide->list.principles,
	    file_of(guide, "principles.yaml"));
}

static void assert_names(struct guide *guide, const char *root,
    const char *folder, const char *name)
{
	const struct source *source;

	assert_true(walk(guide, root));
	source = &file_of(guide, "fi/x.md")->source;
	assert_string_equal(
	    text_string(&guide->arena, guide->list.folder), folder);
	assert_string_equal(text_string(&guide->arena, source->name), name);
	assert_string_equal(source->path, name);
}

static void names_begin_as_the_user_wrote_the_root(void **state)
{
	struct guide *guide = *state;
	const char *absolute;

	put(guide, "content/fi/x.md", "");
	put(guide, "other/content/fi/x.md", "");
	assert_names(guide, ".", "content", "content/fi/x.md");
	assert_names(guide, "./", "content", "content/fi/x.md");
	assert_names(guide, "other", "other/content",
	    "other/content/fi/x.md");
	assert_names(guide, "other//", "other/content",
	    "other/content/fi/x.md");
	absolute = scratch_path(guide->scratch, "content");
	assert_names(guide, guide->scratch->folder, absolute,
	    file_path(&guide->arena, absolute, TEXT("fi/x.md")));
}

static void one_markdown_file_is_a_guide(void **state)
{
	struct guide *guide = *state;

	put(guide, "note.md", "# Note\n");
	put(guide, "README.md", "");
	put(guide, "photo.png", "");
	put(guide, "site/fi/x.md", "");
	put(guide, "templates/x.md", "");
	put(guide, "locales/fi/x.md", "");
	put(guide, "docs/Other Text.md", "");
	assert_true(walk(guide, "."));
	assert_report(guide, "");
	assert_string_equal(listing(guide),
	    "ignored README.md\n"
	    "ignored docs/Other Text.md\n"
	    "article /note note.md\n"
	    "attachment photo.png\n");
	assert_string_equal(file_of(guide, "note.md")->source.path, "note.md");
	assert_true(walk(guide, guide->scratch->folder));
	assert_string_equal(file_of(guide, "note.md")->source.path,
	    scratch_path(guide->scratch, "note.md"));
}

static void readme_alone_is_a_guide_too(void **state)
{
	struct guide *guide = *state;

	put(guide, "README.md", "# Read\n");
	put(guide, "src/main.c", "");
	assert_true(walk(guide, "."));
	assert_report(guide, "");
	assert_string_equal(listing(guide),
	    "article /readme README.md\n"
	    "attachment src/main.c\n");
}

static void a_folder_without_markdown_is_no_guide(void **state)
{
	struct guide *guide = *state;

	put(guide, "fi/x.md", "");
	put(guide, "x.txt", "");
	assert_false(walk(guide, "."));
	assert_int_equal(guide->list.count, 0);
	assert_report(guide,
	    "error: there is no folder content and no Markdown file to build; "
	    "'opas init DIR' writes a small guide to start from "
	    "[content-missing]\n");
	assert_int_equal(report_status(&guide->report,
			     (struct report_style){ 0 }),
	    2);
}

static void a_root_that_is_not_there_is_no_guide(void **state)
{
	struct guide *guide = *state;

	assert_false(walk(guide, "none"));
	assert_report(guide,
	    "error: there is no folder none/content and no Markdown file to "
	    "build; 'opas init DIR' writes a small guide to start from "
	    "[content-missing]\n");
}

static void content_without_articles_is_warned_of(void **state)
{
	struct guide *guide = *state;

	put(guide, "content/README.md", "");
	put(guide, "x.md", "");
	assert_true(walk(guide, "."));
	assert_string_equal(listing(guide), "ignored README.md\n");
	assert_report(guide,
	    "content: warning: there is no article in this folder; write one "
	    "as content/en/first.md [content-empty]\n");
}

static void content_must_be_a_folder(void **state)
{
	struct guide *guide = *state;

	put(guide, "content", "");
	assert_false(walk(guide, "."));
	assert_report(guide,
	    "content: error: this file cannot be read: Not a directory "
	    "[file-unreadable]\n");
}

static void ids_must_be_portable_and_free(void **state)
{
	struct guide *guide = *state;

	put(guide, "content/fi/Seven Habits.md", "");
	put(guide, "content/fi/con.md", "");
	put(guide, "content/fi/sub/index.md", "");
	put(guide, "content/fi/навике.md", "");
	put(guide, "content/tags.md", "");
	assert_true(walk(guide, "."));
	assert_report(guide,
	    "content/fi/Seven Habits.md: error: 'Seven Habits' cannot be an "
	    "id: use at most 80 of a-z, 0-9 and '-'; con, prn, aux, nul, "
	    "com1-9 and lpt1-9 are barred too; 'seven-habits' would do "
	    "[id-unportable]\n"
	    "content/fi/con.md: error: 'con' cannot be an id: use at most 80 "
	    "of a-z, 0-9 and '-'; con, prn, aux, nul, com1-9 and lpt1-9 are "
	    "barred too [id-unportable]\n"
	    "content/fi/sub/index.md: error: the id 'index' is reserved for "
	    "the site itself; rename the file [id-reserved]\n"
	    "content/fi/навике.md: error: 'навике' cannot be an id: use at "
	    "most 80 of a-z, 0-9 and '-'; con, prn, aux, nul, com1-9 and "
	    "lpt1-9 are barred too [id-unportable]\n"
	    "content/tags.md: error: the id 'tags' is reserved for the site "
	    "itself; rename the file [id-reserved]\n");
}

static void an_id_is_given_once_in_a_locale(void **state)
{
	struct guide *guide = *state;

	put(guide, "content/fi/calm.md", "");
	put(guide, "content/fi/sub/calm.md", "");
	put(guide, "content/sr/calm.md", "");
	put(guide, "content/calm.md", "");
	assert_true(walk(guide, "."));
	file_of(guide, "calm.md")->locale = TEXT("sr");
	source_settle(&guide->list, &guide->report, NULL, 0);
	assert_report(guide,
	    "content/fi/sub/calm.md: error: 'calm' is already the id of "
	    "content/fi/calm.md; rename one of them [id-twice]\n"
	    "content/sr/calm.md: error: 'calm' is already the id of "
	    "content/calm.md; rename one of them [id-twice]\n");
	assert_string_equal(listing(guide),
	    "article sr/calm calm.md\n"
	    "article fi/calm fi/calm.md\n"
	    "ignored fi/sub/calm.md\n"
	    "ignored sr/calm.md\n");
}

static void an_id_may_be_given_in_each_locale(void **state)
{
	struct guide *guide = *state;

	put(guide, "content/fi/calm.md", "");
	put(guide, "content/sr/calm.md", "");
	assert_true(walk(guide, "."));
	source_settle(&guide->list, &guide->report, NULL, 0);
	assert_report(guide, "");
}

static void markdown_outside_of_languages_is_warned_of_once(void **state)
{
	struct guide *guide = *state;

	put(guide, "content/suomi/a.md", "");
	put(guide, "content/suomi/b/c.md", "");
	put(guide, "content/images/README.md", "");
	put(guide, "content/fi/a.md", "");
	assert_true(walk(guide, "."));
	assert_report(guide,
	    "content/suomi: warning: the Markdown files below this folder are "
	    "not built, since 'suomi' is no language tag; name it as fi, sr "
	    "or pt-BR [locale-folder]\n");
	assert_int_equal(guide->report.count, 1);
	assert_string_equal(listing(guide),
	    "article fi/a fi/a.md\n"
	    "ignored images/README.md\n"
	    "ignored suomi/a.md\n"
	    "ignored suomi/b/c.md\n");
}

static void locales_are_language_folders_with_articles(void **state)
{
	struct guide *guide = *state;
	struct text *tags = NULL;

	put(guide, "content/tr/x.md", "");
	put(guide, "content/fi/x.md", "");
	put(guide, "content/fi/y.md", "");
	put(guide, "content/ko/photo.png", "");
	put(guide, "content/lone.md", "");
	assert_true(walk(guide, "."));
	assert_int_equal(source_locales(&tags, &guide->arena, &guide->list),
	    2);
	assert_true(text_equal(tags[0], TEXT("fi")));
	assert_true(text_equal(tags[1], TEXT("tr")));
	file_of(guide, "lone.md")->locale = TEXT("en");
	assert_int_equal(source_locales(&tags, &guide->arena, &guide->list),
	    3);
	assert_true(text_equal(tags[0], TEXT("en")));
}

static void languages_that_are_not_listed_are_left_out(void **state)
{
	struct guide *guide = *state;
	const struct text tags[] = { TEXT("fi"), TEXT("en") };

	put(guide, "content/fi/x.md", "");
	put(guide, "content/tr/x.md", "");
	put(guide, "content/tr/y.md", "");
	put(guide, "content/tr/photo.png", "");
	put(guide, "content/ko/photo.png", "");
	put(guide, "content/lone.md", "");
	assert_true(walk(guide, "./"));
	source_select(&guide->list, &guide->arena, &guide->report, NULL, 0);
	assert_report(guide, "");
	source_select(&guide->list, &guide->arena, &guide->report, tags, 2);
	assert_report(guide,
	    "content/tr: warning: the folder 'tr' is a language that "
	    "guide.yaml does not list under 'locales'; its articles are not "
	    "built [locale-unlisted]\n");
	assert_string_equal(listing(guide),
	    "article fi/x fi/x.md\n"
	    "attachment ko/photo.png\n"
	    "article /lone lone.md\n"
	    "attachment tr/photo.png\n"
	    "ignored tr/x.md\n"
	    "ignored tr/y.md\n");
	file_of(guide, "lone.md")->locale = TEXT("ko");
	source_settle(&guide->list, &guide->report, tags, 2);
	assert_int_equal(file_of(guide, "lone.md")->kind, SOURCE_IGNORED);
	assert_report(guide,
	    "content/lone.md: error: guide.yaml does not list 'ko' under "
	    "'locales' [locale-unknown]\n"
	    "content/tr: warning: the folder 'tr' is a language that "
	    "guide.yaml does not list under 'locales'; its articles are not "
	    "built [locale-unlisted]\n");
}

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

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, guide_setup, guide_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(files_are_classified_and_sorted),
		TEST(names_begin_as_the_user_wrote_the_root),
		TEST(one_markdown_file_is_a_guide),
		TEST(readme_alone_is_a_guide_too),
		TEST(a_folder_without_markdown_is_no_guide),
		TEST(a_root_that_is_not_there_is_no_guide),
		TEST(content_without_articles_is_warned_of),
		TEST(content_must_be_a_folder),
		TEST(ids_must_be_portable_and_free),
		TEST(an_id_is_given_once_in_a_locale),
		TEST(an_id_may_be_given_in_each_locale),
		TEST(markdown_outside_of_languages_is_warned_of_once),
		TEST(locales_are_language_folders_with_articles),
		TEST(languages_that_are_not_listed_are_left_out),
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

	return cmocka_run_group_tests_name("read/source", tests, NULL, NULL);
}
