#include "command/handout_font.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "scratch.h"

/* Of the package fonts-noto-core, which tests of printing need anyway. */
static const char font_path[] =
    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf";

static unsigned number_at(struct text font, size_t at, size_t size)
{
	unsigned number = 0;

	assert_true(at + size <= font.length);
	for (; size > 0; size--, at++)
		number = number << 8 | (unsigned char)font.at[at];
	return number;
}

/* Empty if there is no such table. OpenType 1.9, "Table Directory". */
static struct text table_of(struct text font, const char *tag)
{
	unsigned count = number_at(font, 4, 2), i;

	for (i = 0; i < count; i++) {
		size_t entry = 12 + 16 * (size_t)i;

		if (text_equal_string(text_slice(font, entry, 4), tag))
			return text_slice(font, number_at(font, entry + 8, 4),
			    number_at(font, entry + 12, 4));
	}
	return (struct text){ 0 };
}

static struct text shrunk(struct scratch *scratch, struct text *font)
{
	struct buffer small = { 0 };
	struct text text;

	assert_true(file_read(font, &scratch->arena, font_path));
	assert_true(handout_font_shrink(&small, *font));
	text = buffer_copy(&small, &scratch->arena);
	buffer_release(&small);
	return text;
}

static void glyphs_keep_their_numbers(void **state)
{
	struct text font, small = shrunk(*state, &font);

	assert_int_equal(number_at(table_of(small, "maxp"), 4, 2),
	    number_at(table_of(font, "maxp"), 4, 2));
	assert_true(table_of(small, "glyf").length > 0);
	assert_true(table_of(small, "hmtx").length > 0);
}

static void hints_are_gone(void **state)
{
	static const char *const tags[] = { "fpgm", "prep", "cvt " };
	struct text font, small = shrunk(*state, &font);
	size_t i;

	for (i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
		assert_true(table_of(font, tags[i]).length > 0);
		assert_int_equal(table_of(small, tags[i]).length, 0);
	}
	assert_true(table_of(small, "glyf").length <
	    table_of(font, "glyf").length);
}

static void tables_that_set_text_are_gone(void **state)
{
	static const char *const tags[] = { "cmap", "GSUB", "GPOS", "GDEF",
		"name", "OS/2", "post" };
	struct text font, small = shrunk(*state, &font);
	size_t i;

	for (i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
		assert_true(table_of(font, tags[i]).length > 0);
		assert_int_equal(table_of(small, tags[i]).length, 0);
	}
}

static void what_is_no_font_stays_as_it_is(void **state)
{
	struct buffer out = { 0 };
	struct text font, small = shrunk(*state, &font);

	buffer_add_string(&out, "kept");
	assert_false(handout_font_shrink(&out, (struct text){ 0 }));
	assert_false(handout_font_shrink(&out, TEXT("no font")));
	assert_false(handout_font_shrink(&out, text_slice(font, 0, 400)));
	assert_false(handout_font_shrink(&out, small));
	assert_true(text_equal(buffer_text(&out), TEXT("kept")));
	buffer_release(&out);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(glyphs_keep_their_numbers),
		TEST(hints_are_gone),
		TEST(tables_that_set_text_are_gone),
		TEST(what_is_no_font_stays_as_it_is),
	};

	return cmocka_run_group_tests_name(
	    "command/handout_font", tests, NULL, NULL);
}
