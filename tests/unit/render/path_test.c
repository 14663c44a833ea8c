#include "render/path.h"

#include "render/templating.h"

static bool read_path(struct templating *templating,
    struct expression *expression, const char *written)
{
	const struct scope scope = { &page_type, NULL };
	struct reading reading = { &templating->arena, &templating->report,
		&scope };

	templating_clear(templating);
	add_file(templating, "page.html", written);
	*expression = (struct expression){ 0 };
	expression->written.text = templating->files[0].source.bytes;
	expression->written.place.source = &templating->files[0].source;
	expression->written.exact = true;
	return path_read(&reading, expression);
}

static void steps_are_slots(void **state)
{
	struct expression path;

	assert_true(read_path(*state, &path, "item/parent/parent/count"));
	assert_int_equal(path.step_count, 4);
	assert_string_equal(path.steps[3]->name, "count");
	assert_int_equal(path.kinds, KIND(SLOT_NUMBER));
	assert_null(path.of);
}

static void path_can_end_at_an_object(void **state)
{
	struct expression path;

	assert_true(read_path(*state, &path, "item"));
	assert_int_equal(path.kinds, KIND(SLOT_OBJECT));
	assert_ptr_equal(path.of, &item_type);
}

static void step_from_a_value_is_no_step(void **state)
{
	struct expression path;

	assert_false(read_path(*state, &path, "item/count/title"));
	assert_string_equal(said(*state),
	    "templates/page.html:1:1: error: 'item/count' is a number, and an "
	    "object is needed here [template-kind]\n");
}

static void loops_have_to_be_there(void **state)
{
	struct expression path;

	assert_false(read_path(*state, &path, "repeat/x/index"));
	assert_string_equal(said(*state),
	    "templates/page.html:1:8: error: 'x' is no slot of repeat "
	    "[template-slot]\n");
}

static void every_kind_has_a_name(void **state)
{
	static const char *const names[] = { "text", "a number", "a date",
		"an address", "true or false", "a list", "markup",
		"an object" };
	struct templating *templating = *state;
	struct snippet snippet = { .text = TEXT("x") };
	unsigned kind;

	for (kind = SLOT_TEXT; kind <= SLOT_OBJECT; kind++) {
		templating_clear(templating);
		path_report_kind(&templating->report, snippet, KIND(kind),
		    "more");
		assert_true(text_equal_string(
		    templating->report.items[0].values[1], names[kind]));
	}
	path_report_kind(&templating->report, snippet, 0, "more");
	assert_true(text_equal_string(templating->report.items[1].values[1],
	    "nothing"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(steps_are_slots),
		cmocka_unit_test(path_can_end_at_an_object),
		cmocka_unit_test(step_from_a_value_is_no_step),
		cmocka_unit_test(loops_have_to_be_there),
		cmocka_unit_test(every_kind_has_a_name),
	};

	return cmocka_run_group_tests_name("render/path", tests,
	    templating_setup, templating_teardown);
}
