#include "read/id.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/reading.h"

static const char eighty[] = "aaaaaaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbbbbb"
			     "ccccccccccccccccccccdddddddddddddddddddd";

static void small_letters_digits_and_hyphens_are_portable(void **state)
{
	(void)state;
	assert_true(id_portable(TEXT("seven-habits")));
	assert_true(id_portable(TEXT("404")));
	assert_true(id_portable(text_from(eighty)));
	assert_false(id_portable(TEXT("")));
	assert_false(id_portable(TEXT("Seven")));
	assert_false(id_portable(TEXT("a_b")));
	assert_false(id_portable(TEXT("a.b")));
	assert_false(id_portable(TEXT("a b")));
	assert_false(id_portable(TEXT("tä")));
	assert_false(id_portable(TEXT("a\0b")));
}

static void more_than_eighty_bytes_are_not_portable(void **state)
{
	struct reading *reading = *state;
	struct text long_id = text_format(&reading->arena, "%se", eighty);

	assert_false(id_portable(long_id));
	assert_text(id_suggestion(&reading->arena, long_id), eighty);
}

static void names_of_devices_are_not_portable(void **state)
{
	(void)state;
	assert_false(id_portable(TEXT("con")));
	assert_false(id_portable(TEXT("nul")));
	assert_false(id_portable(TEXT("com1")));
	assert_false(id_portable(TEXT("lpt9")));
	assert_true(id_portable(TEXT("com0")));
	assert_true(id_portable(TEXT("com10")));
	assert_true(id_portable(TEXT("com")));
	assert_true(id_portable(TEXT("contact")));
}

static void names_of_the_site_are_reserved(void **state)
{
	const char *const names[] = { "ui", "guide", "opas", "index", "search",
		"404", "principles", "handouts", "tags", "a-z",
		"translations" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		assert_true(id_reserved(text_from(names[i])));
	assert_false(id_reserved(TEXT("guides")));
	assert_false(id_reserved(TEXT("")));
}

static void a_suggestion_is_portable_or_empty(void **state)
{
	struct reading *reading = *state;
	struct arena *arena = &reading->arena;

	assert_text(id_suggestion(arena, TEXT("Seven Habits!")),
	    "seven-habits");
	assert_text(id_suggestion(arena, TEXT("_a__B_")), "a-b");
	assert_text(id_suggestion(arena, TEXT("kääntäjä")), "k-nt-j");
	assert_text(id_suggestion(arena, TEXT("навике")), "");
	assert_text(id_suggestion(arena, TEXT("CON")), "");
	assert_text(id_suggestion(arena, TEXT("")), "");
}

static void an_unportable_id_is_reported_with_a_suggestion(void **state)
{
	struct reading *reading = *state;
	const struct source *source = reading_of(reading, "id: A b\n");

	assert_true(id_check(&reading->report, (struct place){ source, 4 },
	    TEXT("a-b")));
	assert_report(reading, "");
	assert_false(id_check(&reading->report, (struct place){ source, 4 },
	    TEXT("A b")));
	assert_false(id_check(&reading->report,
	    (struct place){ source, PLACE_FILE }, TEXT("con")));
	assert_report(reading,
	    "x.md: error: 'con' cannot be an id: use at most 80 of a-z, 0-9 "
	    "and '-'; con, prn, aux, nul, com1-9 and lpt1-9 are barred too "
	    "[id-unportable]\n"
	    "x.md:1:5: error: 'A b' cannot be an id: use at most 80 of a-z, "
	    "0-9 and '-'; con, prn, aux, nul, com1-9 and lpt1-9 are barred "
	    "too; 'a-b' would do [id-unportable]\n");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, reading_setup, reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(small_letters_digits_and_hyphens_are_portable),
		TEST(more_than_eighty_bytes_are_not_portable),
		TEST(names_of_devices_are_not_portable),
		TEST(names_of_the_site_are_reserved),
		TEST(a_suggestion_is_portable_or_empty),
		TEST(an_unportable_id_is_reported_with_a_suggestion),
	};

	return cmocka_run_group_tests_name("read/id", tests, NULL, NULL);
}
