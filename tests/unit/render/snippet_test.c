#include "render/snippet.h"

#include "base/arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static struct snippet snippet(const char *text)
{
	return (struct snippet){ text_from(text), { NULL, 100 }, true };
}

static void assert_snippet(struct snippet got, const char *text,
    size_t offset)
{
	assert_int_equal(got.text.length, text_from(text).length);
	assert_true(text_equal_string(got.text, text));
	assert_int_equal(got.place.offset, offset);
}

static void part_knows_its_place(void **state)
{
	struct snippet whole = snippet("  a b  ");

	(void)state;
	assert_snippet(snippet_slice(whole, 2, 1), "a", 102);
	assert_snippet(snippet_trim(whole), "a b", 102);
	assert_snippet(snippet_after(whole, 4), "b  ", 104);
	whole.exact = false;
	assert_snippet(snippet_trim(whole), "a b", 100);
	assert_snippet(snippet_trim(snippet("\n\t ")), "", 103);
}

static void clauses_end_at_single_semicolons(void **state)
{
	struct arena arena = { 0 };
	struct snippet rest = snippet(" a b ;; c;;d;\n;x y;");
	struct snippet clause;

	(void)state;
	assert_true(snippet_clause(&clause, &rest, &arena));
	assert_snippet(clause, "a b ; c;d", 101);
	assert_false(clause.exact);
	assert_true(snippet_clause(&clause, &rest, &arena));
	assert_snippet(clause, "x y", 115);
	assert_true(clause.exact);
	assert_false(snippet_clause(&clause, &rest, &arena));
	rest = snippet(" ; ");
	assert_false(snippet_clause(&clause, &rest, &arena));
	rest = snippet("");
	assert_false(snippet_clause(&clause, &rest, &arena));
	arena_release(&arena);
}

static void clause_is_a_name_and_a_value(void **state)
{
	struct snippet name;
	struct snippet value;

	(void)state;
	snippet_split(&name, &value, snippet("x\n a | b "));
	assert_snippet(name, "x", 100);
	assert_snippet(value, "a | b", 103);
	snippet_split(&name, &value, snippet("x"));
	assert_snippet(name, "x", 100);
	assert_snippet(value, "", 101);
}

static void words_stand_between_blanks_and_semicolons(void **state)
{
	struct snippet rest = snippet(" title;alt; aria-label ");
	struct snippet word;

	(void)state;
	assert_true(snippet_word(&word, &rest));
	assert_snippet(word, "title", 101);
	assert_true(snippet_word(&word, &rest));
	assert_snippet(word, "alt", 107);
	assert_true(snippet_word(&word, &rest));
	assert_snippet(word, "aria-label", 112);
	assert_false(snippet_word(&word, &rest));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(part_knows_its_place),
		cmocka_unit_test(clauses_end_at_single_semicolons),
		cmocka_unit_test(clause_is_a_name_and_a_value),
		cmocka_unit_test(words_stand_between_blanks_and_semicolons),
	};

	return cmocka_run_group_tests_name("render/snippet", tests, NULL,
	    NULL);
}
