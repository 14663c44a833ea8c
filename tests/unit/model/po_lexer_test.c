#include "model/po_lexer.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

/* Tokens as "kind(text)@offset", with ~ for obsolete, | for previous, \ for
 * escaped and ! for unclosed before them. */
static const char *tokens(struct arena *arena, const char *bytes)
{
	static const char *const names[] = { "end", "comment", "context", "id",
		"plural", "str", "string", "open", "close", "number",
		"wrong" };
	struct po_lexer lexer = { .bytes = text_from(bytes) };
	struct buffer out = { 0 };
	struct po_token token;
	const char *result;

	do {
		token = po_lexer_next(&lexer);
		buffer_add_string(&out, token.obsolete ? "~" : "");
		buffer_add_string(&out, token.previous ? "|" : "");
		buffer_add_string(&out, token.escaped ? "\\" : "");
		buffer_add_string(&out, token.unclosed ? "!" : "");
		buffer_format(&out, "%s(%.*s)@%zu ", names[token.kind],
		    TEXT_ARGUMENTS(token.text), token.offset);
	} while (token.kind != PO_END);
	assert_int_equal(po_lexer_next(&lexer).kind, PO_END);
	result = text_string(arena, buffer_text(&out));
	buffer_release(&out);
	return result;
}

static void assert_tokens(const char *bytes, const char *expected)
{
	struct arena arena = { 0 };

	assert_string_equal(tokens(&arena, bytes), expected);
	arena_release(&arena);
}

static void nothing_is_the_end(void **state)
{
	(void)state;
	assert_tokens("", "end()@0 ");
	assert_tokens(" \t\r\n\v\f\n", "end()@7 ");
}

static void keywords_are_whole_words(void **state)
{
	(void)state;
	assert_tokens("msgid msgid_plural msgstr msgctxt",
	    "id(msgid)@0 plural(msgid_plural)@6 str(msgstr)@19 "
	    "context(msgctxt)@26 end()@33 ");
	assert_tokens("msgidx msgi msgstr2 domain",
	    "wrong(msgidx)@0 wrong(msgi)@7 wrong(msgstr2)@12 "
	    "wrong(domain)@20 end()@26 ");
	assert_tokens("msgstr[10]\"a\"",
	    "str(msgstr)@0 open([)@6 number(10)@7 close(])@9 "
	    "string(a)@10 end()@13 ");
}

static void strings_keep_their_escapes(void **state)
{
	(void)state;
	assert_tokens("\"\" \"a#b\"\"c\"",
	    "string()@0 string(a#b)@3 string(c)@8 end()@11 ");
	assert_tokens("\"a\\\"b\\\\\" \"c\"",
	    "\\string(a\\\"b\\\\)@0 string(c)@9 end()@12 ");
}

static void strings_end_with_their_line(void **state)
{
	(void)state;
	assert_tokens("\"a\nb\"", "!string(a)@0 wrong(b)@3 !string()@4 "
				  "end()@5 ");
	assert_tokens("\"", "!string()@0 end()@1 ");
	assert_tokens("\"a\\\"", "\\!string(a\\\")@0 end()@4 ");
	assert_tokens("\"a\\", "\\!string(a\\)@0 end()@3 ");
	assert_tokens("\"a\\\n\"b\"", "\\!string(a\\)@0 string(b)@4 "
				       "end()@7 ");
}

static void comments_end_before_the_line_end(void **state)
{
	(void)state;
	assert_tokens("# a \n#. b\r\n#\n#,", "comment( a )@0 comment(. b)@5 "
					    "comment()@11 comment(,)@13 "
					    "end()@15 ");
	assert_tokens("msgid # \"a\"", "id(msgid)@0 comment( \"a\")@6 "
				      "end()@11 ");
}

static void marks_hold_until_the_line_ends(void **state)
{
	(void)state;
	assert_tokens("#~ msgid \"a\"\n\"b\"",
	    "~id(msgid)@3 ~string(a)@9 string(b)@13 end()@16 ");
	assert_tokens("#|msgid\n#~|\"a\"\n#~ #. b\n#~",
	    "|id(msgid)@2 ~|string(a)@11 ~comment(. b)@18 ~end()@25 ");
	assert_tokens("# ~ a\n#", "comment( ~ a)@0 comment()@6 end()@7 ");
}

static void other_bytes_are_wrong_one_by_one(void **state)
{
	(void)state;
	assert_tokens(";;\\", "wrong(;)@0 wrong(;)@1 wrong(\\)@2 end()@3 ");
}

static void assert_escape(const char *text, char byte, bool numeric,
    size_t end)
{
	size_t at = 0;
	struct po_escape escape = po_escape(text_from(text), &at);

	assert_null(escape.problem);
	assert_int_equal(escape.byte, byte);
	assert_int_equal(escape.numeric, numeric);
	assert_int_equal(at, end);
}

static void escapes_of_c_are_known(void **state)
{
	(void)state;
	assert_escape("\\n", '\n', false, 2);
	assert_escape("\\t", '\t', false, 2);
	assert_escape("\\\"", '"', false, 2);
	assert_escape("\\\\n", '\\', false, 2);
	assert_escape("\\rr", '\r', false, 2);
	assert_escape("\\a", '\a', false, 2);
	assert_escape("\\b", '\b', false, 2);
	assert_escape("\\f", '\f', false, 2);
	assert_escape("\\v", '\v', false, 2);
	assert_escape("\\1018", 'A', true, 4);
	assert_escape("\\1011", 'A', true, 4);
	assert_escape("\\1", '\1', true, 2);
	assert_escape("\\78", '\7', true, 2);
	assert_escape("\\377", (char)0xFF, true, 4);
	assert_escape("\\x41g", 'A', true, 4);
	assert_escape("\\xe", '\x0e', true, 3);
	assert_escape("\\x00fF", (char)0xFF, true, 6);
}

static void assert_no_escape(const char *text, const char *problem,
    size_t end)
{
	size_t at = 0;
	struct po_escape escape = po_escape(text_from(text), &at);

	assert_non_null(escape.problem);
	assert_non_null(strstr(escape.problem, problem));
	assert_int_equal(at, end);
}

static void other_escapes_are_refused(void **state)
{
	(void)state;
	assert_no_escape("\\q", "not known", 2);
	assert_no_escape("\\", "not known", 1);
	assert_no_escape("\\8", "not known", 2);
	assert_no_escape("\\X41", "not known", 2);
	assert_no_escape("\\x", "digits", 2);
	assert_no_escape("\\xg", "digits", 2);
	assert_no_escape("\\400", "more than a byte", 4);
	assert_no_escape("\\x100", "more than a byte", 5);
	assert_no_escape("\\0", "byte 0", 2);
	assert_no_escape("\\x00", "byte 0", 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_the_end),
		cmocka_unit_test(keywords_are_whole_words),
		cmocka_unit_test(strings_keep_their_escapes),
		cmocka_unit_test(strings_end_with_their_line),
		cmocka_unit_test(comments_end_before_the_line_end),
		cmocka_unit_test(marks_hold_until_the_line_ends),
		cmocka_unit_test(other_bytes_are_wrong_one_by_one),
		cmocka_unit_test(escapes_of_c_are_known),
		cmocka_unit_test(other_escapes_are_refused),
	};

	return cmocka_run_group_tests_name("model/po_lexer", tests, NULL,
	    NULL);
}
