/* How the view sets values, whatever slot they are for. */
#include "render/views.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/viewing.h"

static struct view view_of(struct viewing *viewing, const char *path)
{
	struct view view = {
		.site = &viewing->site,
		.page = viewing_page(viewing, path),
		.arena = &viewing->guiding->arena,
		.out = &viewing->out,
	};

	view.locale = view.page->locale;
	return view;
}

static void what_is_nothing_is_absent(void **state)
{
	struct viewing *viewing = *state;
	struct slot_value value = { 0 };
	struct view view;

	viewing_guide(viewing);
	view = view_of(viewing, "fi/hei.html");
	value_text(&value, TEXT(""));
	assert_true(value.absent);
	value_text(&value, TEXT("x"));
	assert_false(value.absent);
	value_flag(&value, false);
	assert_true(value.absent);
	value_number(&value, &view, 0);
	assert_true(value.absent);
	value_date(&value, &view, (struct date){ 0 });
	assert_true(value.absent);
	value_iso(&value, &view, (struct date){ 0 }, "");
	assert_true(value.absent);
	value_object(&value, NULL);
	assert_true(value.absent);
	value_list(&value, NULL, 0);
	assert_true(value.absent);
	value_array(&value, &view, NULL, 8, 0);
	assert_true(value.absent);
	value_message(&value, &view, TEXT("tag"), TEXT(""));
	assert_true(value.absent);
	value_hreflang(&value, &view, view.locale);
	assert_true(value.absent);
}

static void numbers_and_dates_are_written_as_the_language_does(void **state)
{
	struct viewing *viewing = *state;
	struct guiding *guiding = viewing->guiding;
	const struct date day = { 2026, 3, 1, true };
	struct slot_value value = { 0 };
	struct view fi, fa;

	viewing_guide(viewing);
	fi = view_of(viewing, "fi/hei.html");
	fa = view_of(viewing, "fa/salam.html");
	value_number(&value, &fi, 12345);
	assert_int_equal(value.number, 12345);
	assert_is(value.text, "12\xC2\xA0""345");
	value_number(&value, &fa, 12345);
	assert_is(value.text, "۱۲٬۳۴۵");
	value_date(&value, &fi, day);
	assert_is(value.text, "1. maaliskuuta 2026");
	value_date(&value, &fa, day);
	assert_is(value.text, "۱۰ اسفند ۱۴۰۴");
	/* For machines it is the same everywhere. */
	value_iso(&value, &fa, day, "T00:00:00Z");
	assert_is(value.text, "2026-03-01T00:00:00Z");
	value_iso(&value, &fa, (struct date){ 33, 1, 2, true }, "");
	assert_is(value.text, "0033-01-02");
}

static void arrays_become_lists_of_pointers(void **state)
{
	struct viewing *viewing = *state;
	const struct cell cells[3] = { { 0 } };
	struct slot_value value = { 0 };
	struct view view;

	viewing_guide(viewing);
	view = view_of(viewing, "fi/hei.html");
	value_array(&value, &view, cells, sizeof(cells[0]), 3);
	assert_int_equal(value.count, 3);
	assert_ptr_equal(value.items[0], &cells[0]);
	assert_ptr_equal(value.items[2], &cells[2]);
}

static void every_phase_has_a_name(void **state)
{
	(void)state;
	assert_string_equal(phase_name(PRINCIPLE_BEFORE), "before");
	assert_string_equal(phase_name(PRINCIPLE_DURING), "during");
	assert_string_equal(phase_name(PRINCIPLE_AFTER), "after");
	assert_string_equal(phase_name(PRINCIPLE_NONE), "other");
}

static void a_translation_has_the_source_that_it_names(void **state)
{
	struct viewing *viewing = *state;
	struct guiding *guiding = viewing->guiding;
	struct view view;

	guiding_locales(guiding, "fi tr sr ko");
	guiding_file(guiding, "fi/a.md", "---\ntitle: A\n---\n");
	guiding_file(guiding, "tr/a.md", "---\ntitle: A\n---\n");
	guiding_file(guiding, "sr/a.md",
	    "---\ntitle: A\ntranslated-from: tr\n---\n");
	/* From a translation, which has an original in turn. */
	guiding_file(guiding, "ko/a.md",
	    "---\ntitle: A\ntranslated-from: sr\n---\n");
	guiding_file(guiding, "sr/b.md",
	    "---\ntitle: A\ntranslated-from: tr\n---\n");
	viewing_start(viewing);
	view = view_of(viewing, "fi/a.html");
	assert_ptr_equal(
	    view_source(&view, guiding_edition(guiding, "a", "fi")),
	    guiding_edition(guiding, "a", "fi"));
	assert_ptr_equal(
	    view_source(&view, guiding_edition(guiding, "a", "tr")),
	    guiding_edition(guiding, "a", "tr"));
	assert_ptr_equal(
	    view_source(&view, guiding_edition(guiding, "a", "sr")),
	    guiding_edition(guiding, "a", "tr"));
	assert_ptr_equal(
	    view_source(&view, guiding_edition(guiding, "a", "ko")),
	    guiding_edition(guiding, "a", "tr"));
	assert_ptr_equal(
	    view_source(&view, guiding_edition(guiding, "b", "sr")),
	    guiding_edition(guiding, "b", "sr"));
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, viewing_setup, viewing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_nothing_is_absent),
		TEST(numbers_and_dates_are_written_as_the_language_does),
		TEST(arrays_become_lists_of_pointers),
		TEST(every_phase_has_a_name),
		TEST(a_translation_has_the_source_that_it_names),
	};

	return cmocka_run_group_tests_name("render/value", tests, NULL, NULL);
}
