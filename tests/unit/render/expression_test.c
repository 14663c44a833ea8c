#include "render/expression.h"

#include "render/templating.h"

/* Reads an expression that stands at column 5, in a scope where x is an item
 * of a loop, list a list, and text a text. */
static const struct expression *read_with(struct templating *templating,
    const char *written, bool may_default)
{
	static const struct variable x = { .name = { "x", 1 },
		.start = 3,
		.kinds = KIND(SLOT_OBJECT),
		.of = &item_type,
		.repeats = true,
		.loop = 7 };
	static const struct variable list = { .outer = &x,
		.name = { "list", 4 },
		.start = 4,
		.kinds = KIND(SLOT_LIST),
		.of = &item_type };
	static const struct variable bad = { .outer = &list,
		.name = { "bad", 3 },
		.broken = true };
	const struct scope scope = { &page_type, &bad };
	struct snippet snippet = { .exact = true };

	templating_clear(templating);
	add_bytes(templating, "page.html",
	    text_format(&templating->arena, "    %s", written));
	snippet.text = text_after(templating->files[0].source.bytes, 4);
	snippet.place = (struct place){ &templating->files[0].source, 4 };
	return expression_read(&templating->arena, &templating->report, &scope,
	    snippet, may_default);
}

static const struct expression *read(struct templating *templating,
    const char *written)
{
	const struct expression *expression = read_with(templating, written,
	    true);

	if (expression == NULL)
		fail_msg("%s", said(templating));
	return expression;
}

static const char *wrong(struct templating *templating, const char *written)
{
	if (read_with(templating, written, false) != NULL)
		fail_msg("this was understood: %s", written);
	return said(templating);
}

static void path_begins_with_a_slot(void **state)
{
	const struct expression *path = read(*state, " item/parent / title ");

	assert_int_equal(path->source, EXPRESSION_PATH);
	assert_int_equal(path->start, 0);
	assert_int_equal(path->step_count, 3);
	assert_string_equal(path->steps[0]->name, "item");
	assert_string_equal(path->steps[2]->name, "title");
	assert_int_equal(path->kinds, KIND(SLOT_TEXT));
	assert_null(path->otherwise);
}

static void path_begins_with_a_variable(void **state)
{
	const struct expression *path = read(*state, "x/children");

	assert_int_equal(path->start, 3);
	assert_int_equal(path->step_count, 1);
	assert_int_equal(path->kinds, KIND(SLOT_LIST));
	assert_ptr_equal(path->of, &item_type);
	path = read(*state, "list");
	assert_int_equal(path->start, 4);
	assert_int_equal(path->step_count, 0);
	assert_int_equal(path->kinds, KIND(SLOT_LIST));
}

static void alternatives_are_a_chain(void **state)
{
	const struct expression *first = read(*state,
	    "missing|count | string:a | b");

	assert_int_equal(first->kinds, KIND(SLOT_TEXT));
	assert_int_equal(first->otherwise->kinds, KIND(SLOT_NUMBER));
	assert_int_equal(first->otherwise->otherwise->source,
	    EXPRESSION_STRING);
	assert_null(first->otherwise->otherwise->otherwise);
	assert_int_equal(expression_kinds(first),
	    KIND(SLOT_TEXT) | KIND(SLOT_NUMBER));
	first = read(*state, "title | nothing");
	assert_int_equal(first->otherwise->source, EXPRESSION_NOTHING);
	assert_false(expression_may_default(first));
	first = read(*state, "title | default");
	assert_true(expression_may_default(first));
}

static void string_is_literals_and_paths(void **state)
{
	const struct expression *string = read(*state,
	    "string:$$5 for ${item/title | title}!");

	assert_int_equal(string->part_count, 4);
	assert_true(text_equal_string(string->parts[0].text, "$"));
	assert_true(text_equal_string(string->parts[1].text, "5 for "));
	assert_non_null(string->parts[2].expression->otherwise);
	assert_true(text_equal_string(string->parts[3].text, "!"));
	assert_int_equal(read(*state, "string:")->part_count, 0);
}

static void not_takes_all_alternatives(void **state)
{
	const struct expression *not = read(*state, "not: missing | yes");

	assert_int_equal(not->source, EXPRESSION_NOT);
	assert_int_equal(not->kinds, KIND(SLOT_FLAG));
	assert_null(not->otherwise);
	assert_non_null(not->inner->otherwise);
	not = read(*state, "missing | not:yes");
	assert_int_equal(not->otherwise->source, EXPRESSION_NOT);
}

static void loop_knows_where_it_is(void **state)
{
	const struct expression *fact = read(*state, "repeat/x/last");

	assert_int_equal(fact->source, EXPRESSION_LOOP);
	assert_int_equal(fact->fact, LOOP_LAST);
	assert_int_equal(fact->start, 7);
	assert_int_equal(fact->kinds, KIND(SLOT_FLAG));
	assert_int_equal(read(*state, "repeat/x/number")->kinds,
	    KIND(SLOT_NUMBER));
}

static void default_is_found_without_reading(void **state)
{
	(void)state;
	assert_true(expression_says_default(TEXT("a | default")));
	assert_true(expression_says_default(TEXT("structure a|default")));
	assert_false(expression_says_default(TEXT("a/default")));
	assert_false(expression_says_default(TEXT("string:a | default")));
	assert_false(expression_says_default(TEXT("a | not:b | default")));
	assert_false(expression_says_default(TEXT("")));
}

static void kinds_are_held_to(void **state)
{
	struct templating *templating = *state;
	const struct expression *mixed = read(templating,
	    "title | item/count | list");

	assert_true(expression_accept(mixed, &templating->report,
	    KIND_PROSE | KIND(SLOT_LIST), "text"));
	assert_int_equal(templating->report.count, 0);
	assert_false(expression_accept(mixed, &templating->report,
	    KIND_PROSE, "text"));
	assert_string_equal(said(templating),
	    "templates/page.html:1:26: error: 'list' is a list, and text is "
	    "needed here [template-kind]\n");
}

static const struct {
	const char *written, *expected;
} bad[] = {
	{ "", "1:5: error: '' is not understood: a path is missing "
	      "[template-syntax]" },
	{ "title |", "1:12: error: '' is not understood: a path is missing "
		     "[template-syntax]" },
	{ "titel", "1:5: error: 'titel' is no slot of page; did you mean "
		   "'title'? [template-slot]" },
	{ "lists", "1:5: error: 'lists' is no slot of page; did you mean "
		   "'list'? [template-slot]" },
	{ "quux", "1:5: error: 'quux' is no slot of page [template-slot]" },
	{ "item/ titel", "1:11: error: 'titel' is no slot of item; did you "
			 "mean 'title'? [template-slot]" },
	{ "item//title", "1:5: error: 'item//title' is not understood: a path "
			 "is names joined by '/', such as article/title "
			 "[template-syntax]" },
	{ "item title", "1:5: error: 'item title' is not understood: a path "
			"is names joined by '/', such as article/title "
			"[template-syntax]" },
	{ "/title", "1:5: error: '/title' is not understood: a path is names "
		    "joined by '/', such as article/title [template-syntax]" },
	{ "title/x", "1:5: error: 'title' is text, and an object is needed "
		     "here [template-kind]" },
	{ "item/children/title",
	    "1:5: error: 'item/children' is a list, and an object is needed "
	    "here [template-kind]" },
	{ "python:1", "1:5: error: 'python:1' is not understood: only 'not:' "
		      "and 'string:' may stand before an expression "
		      "[template-syntax]" },
	{ "not:not:yes", "1:9: error: 'not:yes' is not understood: one 'not:' "
			 "is enough [template-syntax]" },
	{ "not:yes | not:no",
	    "1:15: error: 'not:no' is not understood: one 'not:' is enough "
	    "[template-syntax]" },
	{ "title | default", "1:13: error: 'default' is not understood: there "
			     "is no default here [template-syntax]" },
	{ "string:a$b", "1:13: error: '$b' is not understood: write ${path} "
			"for a value and $$ for a dollar sign "
			"[template-syntax]" },
	{ "string:${title", "1:12: error: '${title' is not understood: write "
			    "${path} for a value and $$ for a dollar sign "
			    "[template-syntax]" },
	{ "string:${list}", "1:14: error: 'list' is a list, and text is "
			    "needed here [template-kind]" },
	{ "repeat/x/frist", "1:14: error: 'frist' is no slot of repeat; did "
			    "you mean 'first'? [template-slot]" },
	{ "repeat/y/first", "1:12: error: 'y' is no slot of repeat; did you "
			    "mean 'x'? [template-slot]" },
	{ "repeat/x", "1:5: error: 'repeat/x' is not understood: write "
		      "repeat/x/index, where x is the name that tal:repeat "
		      "gives [template-syntax]" },
};

static void faults_are_told(void **state)
{
	char expected[400];
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		(void)snprintf(expected, sizeof(expected),
		    "templates/page.html:%s\n", bad[i].expected);
		assert_string_equal(wrong(*state, bad[i].written), expected);
	}
}

static void every_alternative_is_checked(void **state)
{
	assert_string_equal(wrong(*state, "titel | string:${nope} ${nada}"),
	    "templates/page.html:1:5: error: 'titel' is no slot of page; did "
	    "you mean 'title'? [template-slot]\n"
	    "templates/page.html:1:22: error: 'nope' is no slot of page; did "
	    "you mean 'none'? [template-slot]\n"
	    "templates/page.html:1:30: error: 'nada' is no slot of page "
	    "[template-slot]\n");
}

static void uses_of_what_was_reported_are_not(void **state)
{
	struct templating *templating = *state;

	assert_null(read_with(templating, "bad/title", false));
	assert_int_equal(templating->report.count, 0);
}

static void long_chains_are_no_danger(void **state)
{
	struct templating *templating = *state;
	struct buffer bytes = { 0 };
	size_t i;

	for (i = 0; i < 50000; i++)
		buffer_add_string(&bytes, "title|");
	buffer_add_string(&bytes, "title");
	buffer_add_char(&bytes, '\0');
	assert_non_null(read(templating, bytes.bytes));
	buffer_release(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(path_begins_with_a_slot),
		cmocka_unit_test(path_begins_with_a_variable),
		cmocka_unit_test(alternatives_are_a_chain),
		cmocka_unit_test(string_is_literals_and_paths),
		cmocka_unit_test(not_takes_all_alternatives),
		cmocka_unit_test(loop_knows_where_it_is),
		cmocka_unit_test(default_is_found_without_reading),
		cmocka_unit_test(kinds_are_held_to),
		cmocka_unit_test(faults_are_told),
		cmocka_unit_test(every_alternative_is_checked),
		cmocka_unit_test(uses_of_what_was_reported_are_not),
		cmocka_unit_test(long_chains_are_no_danger),
	};

	return cmocka_run_group_tests_name("render/expression", tests,
	    templating_setup, templating_teardown);
}
