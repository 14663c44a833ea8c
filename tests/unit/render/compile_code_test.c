#include "render/compile.h"

#include "render/templating.h"

static const struct program *program_of(struct templating *templating,
    const char *content)
{
	const struct program *program;

	templating_clear(templating);
	add_file(templating, "page.html", content);
	program = compile(templating, "page.html");
	assert_non_null(program);
	return program;
}

static void assert_operations(const struct program *program,
    const enum operation *expected)
{
	size_t i;

	for (i = 0; expected[i] != OPERATION_END; i++)
		assert_int_equal(program->instructions[i].operation,
		    expected[i]);
	assert_int_equal(program->instructions[i].operation, OPERATION_END);
}

static void static_bytes_are_one_instruction(void **state)
{
	static const enum operation expected[] = { OPERATION_STATIC,
		OPERATION_END };
	const struct program *program = program_of(*state,
	    BLOCK("<p class=\"a\">b<br/>&amp;<metal:block><i>c</i>"
		  "</metal:block></p>"));

	assert_operations(program, expected);
	assert_true(text_equal_string(program->instructions[0].text,
	    "<p class=\"a\">b<br>&amp;<i>c</i></p>\n"));
}

static void jumps_lead_behind_their_element(void **state)
{
	static const enum operation expected[] = { OPERATION_UNLESS,
		OPERATION_REPEAT, OPERATION_STATIC, OPERATION_WRITE,
		OPERATION_STATIC, OPERATION_NEXT, OPERATION_STATIC,
		OPERATION_END };
	const struct program *program = program_of(*state,
	    BLOCK("<p tal:condition=\"yes\" tal:repeat=\"x items\" "
		  "tal:content=\"x/count\"/>a"));

	assert_operations(program, expected);
	assert_int_equal(program->instructions[0].target, 6);
	assert_int_equal(program->instructions[1].target, 6);
	assert_int_equal(program->instructions[5].target, 2);
	assert_int_equal(program->register_count, 2);
	assert_int_equal(program->loop_count, 1);
}

static void value_that_has_no_language_is_not_kept(void **state)
{
	static const enum operation expected[] = { OPERATION_STATIC,
		OPERATION_WRITE, OPERATION_STATIC, OPERATION_LOAD,
		OPERATION_STATIC, OPERATION_LANGUAGE, OPERATION_STATIC,
		OPERATION_WRITE, OPERATION_STATIC, OPERATION_END };

	assert_operations(program_of(*state,
			      BLOCK("<b tal:content=\"date\"/>"
				    "<b tal:content=\"title\"/>")),
	    expected);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(static_bytes_are_one_instruction),
		cmocka_unit_test(jumps_lead_behind_their_element),
		cmocka_unit_test(value_that_has_no_language_is_not_kept),
	};

	return cmocka_run_group_tests_name("render/compile_code", tests,
	    templating_setup, templating_teardown);
}
