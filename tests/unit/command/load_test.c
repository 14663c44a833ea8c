#include "command/load.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "command/running.h"
#include "read/reading.h"

struct loading {
	struct scratch *scratch;
	struct report report;
	struct load load;
	struct load_options options;
};

static int loading_setup(void **state)
{
	struct loading *loading = calloc(1, sizeof(*loading));
	void *scratch;

	if (loading == NULL || scratch_setup(&scratch) != 0)
		return -1;
	loading->scratch = scratch;
	loading->options = (struct load_options){
		.root = scratch_path(scratch, "guide"),
		.jobs = 2,
	};
	*state = loading;
	return 0;
}

static int loading_teardown(void **state)
{
	struct loading *loading = *state;
	void *scratch = loading->scratch;
	int result = scratch_teardown(&scratch);

	report_release(&loading->report);
	load_release(&loading->load);
	load_release(&loading->load);
	free(loading);
	return result;
}

static bool load(struct loading *loading)
{
	report_release(&loading->report);
	load_release(&loading->load);
	return load_guide(
	    &loading->load, &loading->report, &loading->options);
}

/* The messages, with "guide/" for the folder. */
static const char *messages(struct loading *loading)
{
	struct text printed = text_from(report_string(
	    &loading->scratch->arena, &loading->report));
	struct text folder = text_from(loading->options.root);
	struct buffer out = { 0 };
	const char *string;
	size_t at = 0, found;

	while ((found = text_find(printed, folder, at)) != TEXT_NONE) {
		buffer_add(&out, text_slice(printed, at, found - at));
		buffer_add_string(&out, "guide");
		at = found + folder.length;
	}
	buffer_add(&out, text_after(printed, at));
	string = text_string(&loading->scratch->arena, buffer_text(&out));
	buffer_release(&out);
	return string;
}

static const char *tags(struct loading *loading)
{
	struct text joined = { 0 };
	size_t i;

	for (i = 0; i < loading->load.guide.locale_count; i++)
		joined = text_format(&loading->scratch->arena, "%.*s%.*s ",
		    TEXT_ARGUMENTS(joined),
		    TEXT_ARGUMENTS(loading->load.guide.locales[i]->tag));
	return text_string(&loading->scratch->arena, joined);
}

static const struct edition *edition(struct loading *loading,
    const char *id, const char *tag)
{
	const struct guide *guide = &loading->load.guide;
	const struct article *article = guide_article(guide, text_from(id));
	const struct locale *locale = guide_locale(guide, text_from(tag));

	assert_non_null(article);
	assert_non_null(locale);
	return article->editions[locale->index];
}

static void a_guide_is_read_whole(void **state)
{
	struct loading *loading = *state;
	const struct edition *hei;

	running_guide(loading->scratch);
	assert_true(load(loading));
	assert_string_equal(messages(loading), "");
	assert_string_equal(tags(loading), "fi en ");
	assert_int_equal(loading->load.guide.article_count, 2);
	hei = edition(loading, "hei", "fi");
	assert_non_null(hei);
	assert_int_equal(hei->origin, EDITION_ORIGINAL);
	assert_true(text_equal(hei->title, TEXT("Hei")));
	assert_int_equal(hei->section_count, 2);
	/* The bytes of files are given up, the bodies stay. */
	assert_null(hei->file->source.bytes.at);
	assert_true(hei->sections[1].text->body.bytes.length > 20);
	assert_int_equal(hei->sections[1].text->body.hole_count, 1);
}

static void languages_are_the_folders_if_none_are_listed(void **state)
{
	struct loading *loading = *state;

	running_guide(loading->scratch);
	scratch_write(loading->scratch, "guide/content/guide.yaml",
	    "title: Small\n");
	running_write(loading->scratch, "guide/content/sr/a.md",
	    "---\ntitle: A\n---\n");
	assert_true(load(loading));
	assert_string_equal(messages(loading), "");
	assert_string_equal(tags(loading), "en fi sr ");
}

static void the_order_of_guide_yaml_counts(void **state)
{
	struct loading *loading = *state;

	running_guide(loading->scratch);
	scratch_write(loading->scratch, "guide/content/guide.yaml",
	    "locales: [fa, fi]\n");
	assert_true(load(loading));
	assert_string_equal(tags(loading), "fa fi ");
	assert_true(loading->load.guide.locales[0]->rtl);
	assert_string_equal(messages(loading),
	    "guide/content/en: warning: the folder 'en' is a language that "
	    "guide.yaml does not list under 'locales'; its articles are not "
	    "built [locale-unlisted]\n");
	assert_null(guide_article(&loading->load.guide, TEXT("hello")));
}

static void a_lone_file_says_its_language_or_is_english(void **state)
{
	struct loading *loading = *state;

	running_write(loading->scratch, "guide/moi.md",
	    "---\ntitle: Moi\nlang: fi\n---\n");
	assert_true(load(loading));
	assert_string_equal(messages(loading), "");
	assert_string_equal(tags(loading), "fi ");
	assert_non_null(edition(loading, "moi", "fi"));
	running_write(loading->scratch, "guide/hey.md", "# Hey\n");
	assert_true(load(loading));
	assert_string_equal(tags(loading), "en fi ");
	assert_non_null(edition(loading, "hey", "en"));
}

static void a_guide_without_articles_is_english(void **state)
{
	struct loading *loading = *state;

	running_write(loading->scratch, "guide/content/guide.yaml", "");
	assert_true(load(loading));
	assert_string_equal(tags(loading), "en ");
	assert_int_equal(loading->load.guide.article_count, 0);
}

static void translations_and_drafts_are_told_from_originals(void **state)
{
	struct loading *loading = *state;

	running_guide(loading->scratch);
	running_write(loading->scratch, "guide/content/en/hei.md",
	    "---\ntitle: Hi\ntranslated-from: fi\n---\n");
	running_write(loading->scratch, "guide/content/en/later.md",
	    "---\ntitle: Later\ndraft: true\n---\n");
	assert_true(load(loading));
	assert_int_equal(
	    edition(loading, "hei", "en")->origin, EDITION_TRANSLATED);
	assert_null(guide_article(&loading->load.guide, TEXT("later")));
	loading->options.drafts = true;
	assert_true(load(loading));
	assert_non_null(guide_article(&loading->load.guide, TEXT("later")));
}

static const char *translated(struct loading *loading, const char *tag,
    const char *id)
{
	return text_string(&loading->scratch->arena,
	    catalogs_translate(
		&guide_locale(&loading->load.guide, text_from(tag))->catalogs,
		TEXT(""), text_from(id)));
}

#define PO(id, string)                                                         \
	"msgid \"\"\nmsgstr \"\"\n"                                            \
	"\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"                   \
	"msgid \"" id "\"\nmsgstr \"" string "\"\n"

static void catalogs_of_the_guide_come_before_the_programs(void **state)
{
	struct loading *loading = *state;

	running_guide(loading->scratch);
	assert_true(load(loading));
	assert_string_equal(translated(loading, "fi", "Small"), "Pieni");
	assert_string_equal(
	    translated(loading, "fi", "Principles"), "Periaatteet");
	/* In either of the guide's own. */
	scratch_write(loading->scratch, "guide/locales/guide/fi.po",
	    PO("Principles", "Opit"));
	assert_true(load(loading));
	assert_string_equal(translated(loading, "fi", "Principles"), "Opit");
	assert_string_equal(translated(loading, "fi", "Articles"),
	    "Artikkelit");
	running_write(loading->scratch, "guide/locales/ui/fi.po",
	    PO("Articles", "Jutut"));
	assert_true(load(loading));
	assert_string_equal(translated(loading, "fi", "Articles"), "Jutut");
	assert_string_equal(messages(loading), "");
}

static void faults_of_all_files_are_reported(void **state)
{
	struct loading *loading = *state;

	running_guide(loading->scratch);
	scratch_write(loading->scratch, "guide/locales/guide/fi.po",
	    "msgid \"a\"\n");
	running_write(loading->scratch, "guide/content/en/broken.md", "\xff");
	running_write(loading->scratch, "guide/content/fi/hei.md", "Text.\n");
	loading->options.base_url = "x";
	assert_true(load(loading));
	assert_string_equal(messages(loading),
	    "error: 'x' cannot be base_url; write it as "
	    "https://guide.example/ [base-url-invalid]\n"
	    "guide/content/en/broken.md:1:1: error: the byte 0xFF is not "
	    "UTF-8 here; save the file as UTF-8 [utf8-invalid]\n"
	    "guide/content/fi/hei.md: error: this article has no title; give "
	    "'title' in the front matter or begin with a '# heading' "
	    "[title-missing]\n"
	    "guide/locales/guide/fi.po:1:1: error: PO: this message has no "
	    "msgstr [po-syntax]\n");
}

static void more_workers_than_files_do_no_harm(void **state)
{
	struct loading *loading = *state;

	running_guide(loading->scratch);
	loading->options.jobs = 40;
	assert_true(load(loading));
	assert_int_equal(loading->load.guide.article_count, 2);
}

static void nothing_to_build_is_said(void **state)
{
	struct loading *loading = *state;

	assert_false(load(loading));
	assert_non_null(strstr(messages(loading), "[content-missing]\n"));
}

static void the_program_finds_its_own_files(void **state)
{
	struct loading *loading = *state;
	struct arena *arena = &loading->scratch->arena;
	const char *folder = load_data_folder(arena);

	assert_non_null(folder);
	assert_true(file_exists(
	    file_path(arena, folder, TEXT("templates/article.html"))));
	assert_true(
	    file_exists(file_path(arena, folder, TEXT("locales/ui/fi.po"))));
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, loading_setup, loading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_guide_is_read_whole),
		TEST(languages_are_the_folders_if_none_are_listed),
		TEST(the_order_of_guide_yaml_counts),
		TEST(a_lone_file_says_its_language_or_is_english),
		TEST(a_guide_without_articles_is_english),
		TEST(translations_and_drafts_are_told_from_originals),
		TEST(catalogs_of_the_guide_come_before_the_programs),
		TEST(faults_of_all_files_are_reported),
		TEST(more_workers_than_files_do_no_harm),
		TEST(nothing_to_build_is_said),
		TEST(the_program_finds_its_own_files),
	};

	return cmocka_run_group_tests_name("command/load", tests, NULL, NULL);
}
