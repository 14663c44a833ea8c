#include "read/sources.h"

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
	};

	return cmocka_run_group_tests_name("read/source", tests, NULL, NULL);
}
