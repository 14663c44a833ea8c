#include "render/theme.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "scratch.h"

static int theme_setup(void **state)
{
	struct scratch *scratch;

	if (scratch_setup(state) != 0)
		return -1;
	scratch = *state;
	if (!file_make_folder(scratch_path(scratch, "root/templates/assets")) ||
	    !file_make_folder(scratch_path(scratch, "builtin/assets")))
		return -1;
	scratch_write(scratch, "root/templates/tag.html", "own tag");
	scratch_write(scratch, "root/templates/extra.xml", "own extra");
	scratch_write(scratch, "root/templates/notes.txt", "");
	scratch_write(scratch, "root/templates/assets/x.html", "");
	scratch_write(scratch, "builtin/tag.html", "tag");
	scratch_write(scratch, "builtin/base.html", "base");
	scratch_write(scratch, "builtin/assets/base.css", "css");
	return 0;
}

static void open_theme(struct scratch *scratch, struct theme *theme)
{
	theme_open(theme, &scratch->arena, scratch_path(scratch, "root"),
	    scratch_path(scratch, "builtin"));
}

static void the_file_of_the_guide_wins(void **state)
{
	struct scratch *scratch = *state;
	struct theme theme;
	const struct source *source;

	open_theme(scratch, &theme);
	source = theme_load(&theme, TEXT("tag.html"));
	assert_non_null(source);
	assert_true(text_equal_string(source->bytes, "own tag"));
	assert_string_equal(source->path,
	    scratch_path(scratch, "root/templates/tag.html"));
	assert_true(text_equal_string(source->name, source->path));
	source = theme_load(&theme, TEXT("base.html"));
	assert_true(text_equal_string(source->bytes, "base"));
	assert_string_equal(
	    source->path, scratch_path(scratch, "builtin/base.html"));
	source = theme_load(&theme, TEXT("assets/base.css"));
	assert_true(text_equal_string(source->bytes, "css"));
}

static void a_guide_owns_what_stands_in_for_ours(void **state)
{
	struct scratch *scratch = *state;
	struct theme theme;

	open_theme(scratch, &theme);
	assert_true(theme_owns(&theme, TEXT("tag.html")));
	assert_true(theme_owns(&theme, TEXT("assets/x.html")));
	assert_false(theme_owns(&theme, TEXT("base.html")));
	assert_false(theme_owns(&theme, TEXT("assets/none.js")));
}

/* Places point at sources, so there is one of each. */
static void a_file_is_read_once(void **state)
{
	struct scratch *scratch = *state;
	struct theme theme;
	const struct source *source;

	open_theme(scratch, &theme);
	source = theme_load(&theme, TEXT("tag.html"));
	scratch_write(scratch, "root/templates/tag.html", "changed");
	assert_ptr_equal(theme_load(&theme, TEXT("tag.html")), source);
	assert_true(text_equal_string(source->bytes, "own tag"));
}

static void what_is_in_neither_is_missing(void **state)
{
	struct scratch *scratch = *state;
	struct theme theme;

	open_theme(scratch, &theme);
	assert_null(theme_load(&theme, TEXT("none.html")));
	assert_null(theme_load(&theme, TEXT("assets")));
}

static void names_are_of_templates_only(void **state)
{
	struct scratch *scratch = *state;
	struct theme theme;

	open_theme(scratch, &theme);
	assert_int_equal(theme.own_count, 2);
	assert_true(text_equal_string(theme.own_names[0], "extra.xml"));
	assert_true(text_equal_string(theme.own_names[1], "tag.html"));
	assert_int_equal(theme.name_count, 4);
	assert_true(text_equal_string(theme.names[2], "base.html"));
}

static void a_guide_may_have_no_templates(void **state)
{
	struct scratch *scratch = *state;
	struct theme theme;

	theme_open(&theme, &scratch->arena, scratch_path(scratch, "none"),
	    scratch_path(scratch, "builtin"));
	assert_int_equal(theme.own_count, 0);
	assert_int_equal(theme.name_count, 2);
	assert_non_null(theme_load(&theme, TEXT("base.html")));
}

/* As users see it: from the folder they named, or from where they are. */
static void own_files_are_named_from_the_root_as_given(void **state)
{
	struct scratch *scratch = *state;
	const char *before = file_real_path(&scratch->arena, ".");
	struct theme theme;
	const struct source *source;

	assert_int_equal(chdir(scratch->folder), 0);
	theme_open(&theme, &scratch->arena, "root", "builtin");
	source = theme_load(&theme, TEXT("tag.html"));
	assert_true(
	    text_equal_string(source->name, "root/templates/tag.html"));
	assert_int_equal(chdir("root"), 0);
	theme_open(&theme, &scratch->arena, ".", "../builtin");
	source = theme_load(&theme, TEXT("tag.html"));
	assert_true(text_equal_string(source->name, "templates/tag.html"));
	assert_int_equal(chdir(before), 0);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, theme_setup, scratch_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_file_of_the_guide_wins),
		TEST(a_guide_owns_what_stands_in_for_ours),
		TEST(a_file_is_read_once),
		TEST(what_is_in_neither_is_missing),
		TEST(names_are_of_templates_only),
		TEST(a_guide_may_have_no_templates),
		TEST(own_files_are_named_from_the_root_as_given),
	};

	return cmocka_run_group_tests_name("render/theme", tests, NULL, NULL);
}
