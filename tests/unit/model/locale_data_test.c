#include "model/locale.h"

#include "model/reading.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void the_tag_that_was_meant_is_found(void **state)
{
	struct reading *reading = *state;
	static const struct {
		const char *written, *meant;
	} rows[] = {
		{ "pt_BR", "pt-BR" }, { "PT-br", "pt-BR" }, { "DE", "de" },
		{ "german", "de" }, { "Deutsch", "de" }, { "TÜRKÇE", "tr" },
		{ "한국어", "ko" }, { "sr-latn", "sr-Latn" },
		{ "xyzzy plugh", "" }, { "", "" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_text(reading,
		    locale_tag_near(&reading->arena,
			text_from(rows[i].written)), rows[i].meant);
}

static void plurals_are_told_apart_as_cldr_does(void **state)
{
	static const unsigned long numbers[] = { 0, 1, 2, 5, 21, 22 };
	unsigned char forms[6];

	(void)state;
	locale_plurals(forms, TEXT("sr"), numbers, 6);
	assert_int_equal(forms[1], forms[4]);
	assert_int_equal(forms[2], forms[5]);
	assert_int_equal(forms[0], forms[3]);
	assert_int_not_equal(forms[0], forms[1]);
	assert_int_not_equal(forms[1], forms[2]);
	locale_plurals(forms, TEXT("ko"), numbers, 6);
	assert_int_equal(forms[0], forms[1]);
}

static void quotes_are_those_of_the_language(void **state)
{
	static const struct {
		const char *tag;
		uint32_t open, close;
	} rows[] = {
		{ "fi", 0x201D, 0x201D }, { "en", 0x201C, 0x201D },
		{ "fa", 0xAB, 0xBB }, { "sr", 0x201E, 0x201C },
		{ "de", 0x201E, 0x201C }, { "ko", 0x201C, 0x201D },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct locale_quotes quotes =
		    locale_quotes(text_from(rows[i].tag));

		if (quotes.marks[0] != rows[i].open ||
		    quotes.marks[1] != rows[i].close)
			fail_msg("%s: U+%04X U+%04X", rows[i].tag,
			    quotes.marks[0], quotes.marks[1]);
	}
}

#define TEST(function)                                                         \
	cmocka_unit_test_setup_teardown(function, reading_setup,               \
	    reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_tag_that_was_meant_is_found),
		TEST(plurals_are_told_apart_as_cldr_does),
		TEST(quotes_are_those_of_the_language),
	};

	return cmocka_run_group_tests_name(
	    "model/locale_data", tests, NULL, NULL);
}
