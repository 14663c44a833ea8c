#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "parse/mask.h"

#include "base/arena.h"

static void assert_masked(const char *markdown, const char *expected,
    size_t count)
{
	struct source source = { .bytes = text_from(markdown) };
	struct arena scratch = { 0 };
	struct masks masks;
	struct text text;

	masks_apply(&masks, &scratch, &source, 0);
	assert_int_equal(masks.count, count);
	assert_int_equal(masks.text.length, source.bytes.length);
	text = text_copy(&scratch, masks.text);
	assert_string_equal(text.at, expected);
	arena_release(&scratch);
}

static void footnotes_and_definitions_become_items(void **state)
{
	(void)state;
	assert_masked("[^a]: b", "1)  \001 b", 1);
	assert_masked("[^long]: b", "1)  \001\001\001\001 b", 1);
	assert_masked("a\n: b\n> : c\n  [^d]:e", "a\n+ b\n> + c\n  1)  \001e",
	    3);
}

static void what_is_none_stays(void **state)
{
	static const char *const none[] = { "", "a [^b]: c", "a: b", ":a",
		": \n", ":", "[^]: a", "[^a b]: c", "[^a]", "[^a] :", "[^a",
		"[^a[]: b" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		assert_masked(none[i], none[i], 0);
}

static void the_bullet_is_none_of_the_authors(void **state)
{
	(void)state;
	assert_masked("+ a\n\n: b", "+ a\n\n* b", 1);
	assert_masked("+ a\n* b\n\n: c", "+ a\n* b\n\n- c", 1);
	assert_masked("- + a\n\n: b", "- + a\n\n* b", 1);
	assert_masked("1 + 2, +a\n: b", "1 + 2, +a\n* b", 1);
	assert_masked("a + b\n: c", "a + b\n+ c", 1);
}

static void the_filler_is_none_of_the_authors(void **state)
{
	(void)state;
	assert_masked("\001\n\n[^a]: b", "\001\n\n1)  \002 b", 1);
}

static void escapes_become_punctuation_that_is_not_there(void **state)
{
	(void)state;
	assert_masked("a\\~b \\[^c]", "a\xDC\x80" "b \xDC\x81^c]", 0);
	assert_masked("\xDC\x80\\~", "\xDC\x80\xDC\x82", 0);
	assert_masked("\\\\~", "\\\\~", 0);
	assert_masked("\\\\\\~", "\\\\\xDC\x80", 0);
	assert_masked("\\[a]", "\\[a]", 0);
}

static void masks_are_found_by_their_offset(void **state)
{
	struct source source = { .bytes = TEXT("a\n: b\n: c\n\n[^d]: e") };
	struct arena scratch = { 0 };
	struct masks masks;

	(void)state;
	masks_apply(&masks, &scratch, &source, 0);
	assert_ptr_equal(masks_at(&masks, 2), &masks.items[0]);
	assert_ptr_equal(masks_at(&masks, 6), &masks.items[1]);
	assert_ptr_equal(masks_at(&masks, 11), &masks.items[2]);
	assert_true(text_equal_string(masks.items[2].label, "d"));
	assert_null(masks_at(&masks, 0));
	assert_null(masks_at(&masks, 7));
	assert_null(masks_at(&masks, 99));
	arena_release(&scratch);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(footnotes_and_definitions_become_items),
		cmocka_unit_test(what_is_none_stays),
		cmocka_unit_test(the_bullet_is_none_of_the_authors),
		cmocka_unit_test(the_filler_is_none_of_the_authors),
		cmocka_unit_test(escapes_become_punctuation_that_is_not_there),
		cmocka_unit_test(masks_are_found_by_their_offset),
	};

	return cmocka_run_group_tests_name("parse/mask", tests, NULL, NULL);
}
