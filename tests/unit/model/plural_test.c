#include "model/plural.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <limits.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

/* The formulas of the gettext manual and of the languages' teams. Each is
 * compiled by the C compiler and given to the parser as text. */
#define RULES                                                                  \
	RULE(korean, 1, 0)                                                     \
	RULE(turkish_old, 1, 0)                                                \
	RULE(finnish, 2, n != 1)                                               \
	RULE(persian, 2, n > 1)                                                \
	RULE(latvian, 3, n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2)            \
	RULE(irish, 5, n==1 ? 0 : n==2 ? 1 : (n>2 && n<7) ? 2 :                \
		(n>6 && n<11) ? 3 : 4)                                         \
	RULE(gaelic, 4, (n==1 || n==11) ? 0 : (n==2 || n==12) ? 1 :            \
		(n>2 && n<20) ? 2 : 3)                                         \
	RULE(romanian, 3, n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20))       \
		? 1 : 2)                                                       \
	RULE(lithuanian, 3, n%10==1 && n%100!=11 ? 0 : n%10>=2 &&              \
		(n%100<10 || n%100>=20) ? 1 : 2)                               \
	RULE(serbian, 3, n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 &&      \
		(n%100<10 || n%100>=20) ? 1 : 2)                               \
	RULE(serbian_four, 4, n==1 ? 3 : n%10==1 && n%100!=11 ? 0 :            \
		n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)         \
	RULE(czech, 3, (n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2)                    \
	RULE(polish, 3, n==1 ? 0 : n%10>=2 && n%10<=4 &&                       \
		(n%100<10 || n%100>=20) ? 1 : 2)                               \
	RULE(slovenian, 4, n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 ||           \
		n%100==4 ? 2 : 3)                                              \
	RULE(arabic, 6, n==0 ? 0 : n==1 ? 1 : n==2 ? 2 :                       \
		n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)                 \
	RULE(welsh, 4, (n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3)  \
	RULE(icelandic, 2, (n%10!=1 || n%100==11))                             \
	RULE(macedonian, 3, n%10==1 ? 0 : n%10==2 ? 1 : 2)                     \
	RULE(maltese, 4, n==1 ? 0 : n==0 || ( n%100>1 && n%100<11) ? 1 :       \
		(n%100>10 && n%100<20 ) ? 2 : 3)                               \
	RULE(breton, 5, n%10==1 && n%100!=11 && n%100!=71 && n%100!=91 ? 0 :   \
		n%10==2 && n%100!=12 && n%100!=72 && n%100!=92 ? 1 :           \
		(n%10==3 || n%10==4 || n%10==9) && (n%100 < 10 || n%100 > 19)  \
		&& (n%100 < 70 || n%100 > 79) && (n%100 < 90 || n%100 > 99)    \
		? 2 : (n != 0 && n%1000000 == 0) ? 3 : 4)                      \
	/* no language's: every operator, and how tightly each binds */        \
	RULE(signs, 2,  n*3+4/2-1%5 < n+7 == !n || n-n <= 3 && n >= 2)         \
	RULE(wrapped, 4, (0-n-1) % 4)                                          \
	RULE(nested, 9, !!((((n)))) ? n > 5 ? n > 7 ? 1 : 2 : 3 : 4)           \
	RULE(left, 200, 100 - n%10 - 3 - 2 + 64/4/2 + 9%5*2)                   \
	RULE(lazy_or, 2, n == 0 || 5/n > 1)                                    \
	RULE(lazy_and, 2, n != 0 && 5%n > 1)                                   \
	RULE(lazy_choice, 1000, n ? 999/n : 0)

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wparentheses"
#pragma GCC diagnostic ignored "-Wextra"
#define RULE(name, count, rule)                                                \
	static unsigned long name(unsigned long n)                             \
	{                                                                      \
		(void)n; /* not every rule heeds it */                         \
		return (unsigned long)(rule);                                  \
	}
RULES
#undef RULE
#pragma GCC diagnostic pop

static const struct {
	const char *name, *header;
	size_t count;
	unsigned long (*expected)(unsigned long n);
} rules[] = {
#define RULE(name, count, rule)                                                \
	{ #name, "nplurals=" #count "; plural=" #rule ";", count, name },
	RULES
#undef RULE
};

static const struct plural *parsed(struct arena *arena, const char *header)
{
	const struct plural *plural = NULL;
	struct plural_fault fault = { 0 };

	if (!plural_parse(&plural, &fault, arena, text_from(header)))
		fail_msg("%s: %.*s at %zu", header,
		    TEXT_ARGUMENTS(fault.problem), fault.at);
	return plural;
}

static void known_formulas_count_as_in_c(void **state)
{
	struct arena arena = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
		const struct plural *plural = parsed(&arena, rules[i].header);
		unsigned long n;

		assert_int_equal(plural_count(plural), rules[i].count);
		for (n = 0; n <= 3000; n++)
			if (plural_index(plural, n) != rules[i].expected(n))
				fail_msg("%s: %lu is form %zu, not %lu",
				    rules[i].name, n, plural_index(plural, n),
				    rules[i].expected(n));
	}
	arena_release(&arena);
}

/* Writes the forms of 0 to 12, 21, 22, 25, 100, 101, 102 as digits. */
static void assert_forms(const char *header, const char *expected)
{
	static const unsigned long numbers[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
		10, 11, 12, 21, 22, 25, 100, 101, 102 };
	struct arena arena = { 0 };
	const struct plural *plural = parsed(&arena, header);
	char forms[sizeof(numbers) / sizeof(numbers[0]) + 1] = "";
	size_t i;

	for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		forms[i] = (char)('0' + plural_index(plural, numbers[i]));
	assert_string_equal(forms, expected);
	arena_release(&arena);
}

static void languages_get_their_forms(void **state)
{
	(void)state;
	assert_forms("nplurals=1; plural=0;", "0000000000000000000");
	assert_forms("nplurals=2; plural=n != 1;", "1011111111111111111");
	assert_forms("nplurals=2; plural=(n > 1);", "0011111111111111111");
	assert_forms("nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 "
		     "&& n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
	    "2011122222222012201");
	assert_forms("nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
		     "n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
	    "0123333333344444555");
	assert_forms("nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : "
		     "n%100==3 || n%100==4 ? 2 : 3);",
	    "3012233333333333301");
}

static void blanks_and_last_semicolon_are_free(void **state)
{
	(void)state;
	assert_forms("nplurals=2;plural=n!=1", "1011111111111111111");
	assert_forms(" nplurals= 2 ;\tplural=\tn != 1 ; ",
	    "1011111111111111111");
}

static void assert_refused(const char *header, const char *problem, size_t at)
{
	struct arena arena = { 0 };
	const struct plural *plural = NULL;
	struct plural_fault fault = { 0 };

	if (plural_parse(&plural, &fault, &arena, text_from(header)))
		fail_msg("accepted: %s", header);
	assert_null(plural);
	assert_string_equal(text_string(&arena, fault.problem), problem);
	assert_int_equal(fault.at, at);
	arena_release(&arena);
}

static void malformed_rules_are_refused_where_they_go_wrong(void **state)
{
	static const char operand[] = "n, a number of at most 9 digits, '!' "
				      "or '(' is missing";
	static const char rest[] = "this does not belong to the rule";

	(void)state;
	assert_refused("", "'nplurals=' is missing", 0);
	assert_refused("plural=n", "'nplurals=' is missing", 0);
	assert_refused("nplurals=x; plural=n;",
	    "nplurals must be a number from 1 to 1000", 9);
	assert_refused("nplurals=0; plural=n;",
	    "nplurals must be a number from 1 to 1000", 10);
	assert_refused("nplurals=1001; plural=n;",
	    "nplurals must be a number from 1 to 1000", 13);
	assert_refused("nplurals=-1; plural=n;",
	    "nplurals must be a number from 1 to 1000", 9);
	assert_refused("nplurals=2 plural=n;", "';' is missing", 11);
	assert_refused("nplurals=2; n;", "'plural=' is missing", 12);
	assert_refused("nplurals=2; plural=;", operand, 19);
	assert_refused("nplurals=2; plural=n = 1;", rest, 21);
	assert_refused("nplurals=2; plural=n != 1; 2", rest, 27);
	assert_refused("nplurals=2; plural=n n;", rest, 21);
	assert_refused("nplurals=2; plural=n != 1)", rest, 25);
	assert_refused("nplurals=2; plural=(n != 1;", "')' is missing", 26);
	assert_refused("nplurals=2; plural=n ? 1;", "':' is missing", 24);
	assert_refused("nplurals=2; plural=n ? 1 : ;", operand, 27);
	assert_refused("nplurals=2; plural=n & 1;", rest, 21);
	assert_refused("nplurals=2; plural=n < ;", operand, 23);
	assert_refused("nplurals=2; plural=-1;", operand, 19);
	assert_refused("nplurals=2; plural=system(n);", operand, 19);
	assert_refused("nplurals=2; plural=n == 1234567890;", operand, 24);
	assert_refused("nplurals=INTEGER; plural=EXPRESSION;",
	    "nplurals must be a number from 1 to 1000", 9);
}

static void impossible_forms_are_refused(void **state)
{
	(void)state;
	assert_refused("nplurals=2; plural=n;",
	    "for n = 2 it gives the form 2, but nplurals is 2", 0);
	assert_refused("nplurals=1; plural=n == 1000;",
	    "for n = 1000 it gives the form 1, but nplurals is 1", 0);
	assert_refused("nplurals=2; plural=0-n;",
	    "for n = 1 it gives the form 18446744073709551615, but nplurals "
	    "is 2", 0);
}

static void division_by_zero_is_refused(void **state)
{
	(void)state;
	assert_refused("nplurals=2; plural=n%0;",
	    "for n = 0 it divides by zero", 0);
	assert_refused("nplurals=2; plural=1/(n-1000) > 1;",
	    "for n = 1000 it divides by zero", 0);
	assert_refused("nplurals=2; plural=n && 5/(n-7);",
	    "for n = 7 it divides by zero", 0);
}

static void failures_beyond_the_tested_range_give_the_last_form(void **state)
{
	struct arena arena = { 0 };
	const struct plural *plural;

	(void)state;
	plural = parsed(&arena, "nplurals=3; plural=5/(n-5000) > 1;");
	assert_int_equal(plural_index(plural, 4999), 0);
	assert_int_equal(plural_index(plural, 5000), 2);
	assert_int_equal(plural_index(plural, 5001), 1);
	plural = parsed(&arena, "nplurals=3; plural=n/1001;");
	assert_int_equal(plural_index(plural, 1001), 1);
	assert_int_equal(plural_index(plural, 9999), 2);
	assert_int_equal(plural_index(plural, ULONG_MAX), 2);
	arena_release(&arena);
}

/* head, then part count times, then tail. */
static const char *repeated(struct arena *arena, const char *head,
    const char *part, size_t count, const char *tail)
{
	struct buffer buffer = { 0 };
	const char *string;
	size_t i;

	buffer_add_string(&buffer, head);
	for (i = 0; i < count; i++)
		buffer_add_string(&buffer, part);
	buffer_add_string(&buffer, tail);
	string = text_string(arena, buffer_text(&buffer));
	buffer_release(&buffer);
	return string;
}

static void depth_is_limited(void **state)
{
	static const char head[] = "nplurals=2; plural=";
	struct arena arena = { 0 };

	(void)state;
	(void)parsed(&arena, repeated(&arena, head, "!", 90, "n"));
	(void)parsed(&arena, repeated(&arena, head, "n+", 400, "n < 1"));
	assert_refused(repeated(&arena, head, "!", 100, "n"),
	    "the rule is nested too deeply", 19 + 100);
	assert_refused(repeated(&arena, head, "(", 1000000, "n"),
	    "the rule is nested too deeply", 19 + 100);
	assert_refused(repeated(&arena, head, "n ? 1 : ", 1000000, "n"),
	    "the rule is nested too deeply", 19 + 795);
	assert_refused(repeated(&arena, head, "1+", 1000000, "n"),
	    "the rule is too long", 19 + 1001);
	arena_release(&arena);
}

static void default_is_one_and_other(void **state)
{
	(void)state;
	assert_int_equal(plural_count(plural_default()), 2);
	assert_int_equal(plural_index(plural_default(), 0), 1);
	assert_int_equal(plural_index(plural_default(), 1), 0);
	assert_int_equal(plural_index(plural_default(), 2), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_formulas_count_as_in_c),
		cmocka_unit_test(languages_get_their_forms),
		cmocka_unit_test(blanks_and_last_semicolon_are_free),
		cmocka_unit_test(
		    malformed_rules_are_refused_where_they_go_wrong),
		cmocka_unit_test(impossible_forms_are_refused),
		cmocka_unit_test(division_by_zero_is_refused),
		cmocka_unit_test(
		    failures_beyond_the_tested_range_give_the_last_form),
		cmocka_unit_test(depth_is_limited),
		cmocka_unit_test(default_is_one_and_other),
	};

	return cmocka_run_group_tests_name("model/plural", tests, NULL, NULL);
}
