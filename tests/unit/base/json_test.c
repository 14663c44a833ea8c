#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/json.h"

#include <stdlib.h>
#include <string.h>

/* The members as "name:kind:value;", or what is wrong. */
static void assert_read_at(struct text text, const char *expected,
    const char *file, int line)
{
	static const char *const kinds[] = { "string", "number", "literal" };
	struct arena arena = { 0 };
	struct json_object object;
	struct buffer out = { 0 };
	const char *problem = json_read(&object, &arena, text);
	size_t i;

	if (problem != NULL)
		buffer_add_string(&out, problem);
	else
		for (i = 0; i < object.count; i++)
			buffer_format(&out, "%.*s:%s:%.*s;",
			    TEXT_ARGUMENTS(object.items[i].name),
			    kinds[object.items[i].kind],
			    TEXT_ARGUMENTS(object.items[i].value));
	if (!text_equal_string(buffer_text(&out), expected)) {
		print_error("%.*s is not %s\n",
		    TEXT_ARGUMENTS(buffer_text(&out)), expected);
		_fail(file, line);
	}
	buffer_release(&out);
	arena_release(&arena);
}

#define assert_read(string, expected)                                          \
	assert_read_at(text_from(string), (expected), __FILE__, __LINE__)

static void flat_objects_are_read(void **state)
{
	(void)state;
	assert_read("{}", "");
	assert_read(" { } \r\n", "");
	assert_read("{\"lang\":\"fi\",\"query\":\"a b\"}",
	    "lang:string:fi;query:string:a b;");
	assert_read("{ \"a\" : 0 , \"b\" : -1.5e+10 }",
	    "a:number:0;b:number:-1.5e+10;");
	assert_read("{\"a\":true,\"b\":false,\"c\":null}",
	    "a:literal:true;b:literal:false;c:literal:null;");
}

static void escapes_are_read(void **state)
{
	(void)state;
	assert_read("{\"\\u0061\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}",
	    "a:string:\"\\/\b\f\n\r\t;");
	assert_read("{\"a\":\"\\u00e4\\u00E4\"}",
	    "a:string:\xC3\xA4\xC3\xA4;");
	assert_read("{\"a\":\"\\ud83d\\ude00\"}",
	    "a:string:\xF0\x9F\x98\x80;");
}

static void what_is_no_flat_object_is_named(void **state)
{
	(void)state;
	assert_read("", "this is no JSON object");
	assert_read("[]", "this is no JSON object");
	assert_read("\"a\"", "this is no JSON object");
	assert_read("{\"a\":1}x", "there is something behind the object");
	assert_read("{\"a\":1", "',' or '}' is missing behind a value");
	assert_read("{\"a\":1,}", "a string in double quotes is missing");
	assert_read("{a:1}", "a string in double quotes is missing");
	assert_read("{\"a\" 1}", "':' is missing behind a name");
	assert_read("{\"a\":[1]}", "a value is an object or a list");
	assert_read("{\"a\":{}}", "a value is an object or a list");
	assert_read("{\"a\":1,\"a\":2}", "a name is given twice");
	assert_read("{\"a\":}", "this is no value");
	assert_read("{\"a\":True}", "this is no value");
	assert_read("{\"a\":01}", "',' or '}' is missing behind a value");
	assert_read("{\"a\":1.}", "this is no number");
	assert_read("{\"a\":-}", "this is no number");
	assert_read("{\"a\":1e}", "this is no number");
}

static void broken_strings_are_named(void **state)
{
	(void)state;
	assert_read("{\"a", "a string has no end");
	assert_read("{\"a\\", "there is no such escape");
	assert_read("{\"a\tb\":1}", "a string holds a control character");
	assert_read("{\"\\x41\":1}", "there is no such escape");
	assert_read(
	    "{\"\\u00g0\":1}", "\\u needs four hexadecimal digits");
	assert_read("{\"\\u00", "\\u needs four hexadecimal digits");
	assert_read("{\"\\udc00\":1}", "a low surrogate stands alone");
	assert_read("{\"\\ud800\":1}", "a high surrogate stands alone");
	assert_read(
	    "{\"\\ud800\\u0041\":1}", "a high surrogate stands alone");
	assert_read("{\"\\u0000\":1}", "a string holds a NUL");
	assert_read("{\"\xFF\":1}", "this is no UTF-8");
	assert_read_at((struct text){ "{\"a\0\":1}", 8 },
	    "a string holds a control character", __FILE__, __LINE__);
}

/* No input is read beyond its end. */
static void every_cut_of_an_object_is_refused(void **state)
{
	static const char whole[] =
	    "{\"a\\u00e4\\n\":\"b\",\"c\":-1.5e3,\"d\":true}";
	struct arena arena = { 0 };
	struct json_object object;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(whole) - 1; i++) {
		/* A copy without a byte behind it: a sanitizer sees who goes
		 * on. */
		char *copy = memory_new(i);

		memcpy(copy, whole, i);
		assert_non_null(json_read(
		    &object, &arena, (struct text){ copy, i }));
		free(copy);
	}
	assert_null(json_read(&object, &arena, text_from(whole)));
	arena_release(&arena);
}

static void strings_are_written_so_that_they_are_read_again(void **state)
{
	struct buffer out = { 0 };
	struct arena arena = { 0 };
	struct json_object object;

	(void)state;
	buffer_add_string(&out, "{\"a\":");
	json_add_string(&out, TEXT("\"\\/\n\x01\xC3\xA4\x7F"));
	buffer_add_char(&out, '}');
	assert_null(json_read(&object, &arena, buffer_text(&out)));
	assert_true(text_equal_string(json_find(&object, "a")->value,
	    "\"\\/\n\x01\xC3\xA4\x7F"));
	buffer_clear(&out);
	json_add_string(&out, TEXT("a\xFF"));
	assert_true(
	    text_equal_string(buffer_text(&out), "\"a\xEF\xBF\xBD\""));
	assert_null(json_find(&object, "b"));
	buffer_release(&out);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(flat_objects_are_read),
		cmocka_unit_test(escapes_are_read),
		cmocka_unit_test(what_is_no_flat_object_is_named),
		cmocka_unit_test(broken_strings_are_named),
		cmocka_unit_test(every_cut_of_an_object_is_refused),
		cmocka_unit_test(
		    strings_are_written_so_that_they_are_read_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
