#include "read/configuration_edit.h"

#include "read/configuration.h"
#include "read/reading.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static bool any(struct text tag)
{
	return tag.length == 2 || tag.length == 7;
}

static const struct {
	const char *before, *after;
} rows[] = {
	{ "", "locales: [fi, en, de]\n" },
	{ "title: X\n", "title: X\nlocales: [fi, en, de]\n" },
	{ "title: X", "title: X\nlocales: [fi, en, de]\n" },
	{ "title: X\r\n", "title: X\r\nlocales: [fi, en, de]\r\n" },
	{ "# only\n", "# only\nlocales: [fi, en, de]\n" },
	{ "locales:\ntitle: X\n",
	    "locales: [fi, en, de]\ntitle: X\n" },
	{ "locales: # none yet\n",
	    "locales: [fi, en, de] # none yet\n" },
	{ "search: true\nlocales: [fi, en] # two\ntitle: T\n",
	    "search: true\nlocales: [fi, en, de] # two\ntitle: T\n" },
	{ "locales: [ fi, \"en\" ]\n",
	    "locales: [ fi, \"en\", de ]\n" },
	{ "locales: [fi,]\n", "locales: [fi, de,]\n" },
	{ "locales: []\n", "locales: [de]\n" },
	{ "locales: [\n  fi,\n  en\n]\n",
	    "locales: [\n  fi,\n  en,\n  de\n]\n" },
	{ "locales: [\n  fi,\n  en,\n]\n",
	    "locales: [\n  fi,\n  en,\n  de,\n]\n" },
	{ "locales:\n  - fi # suomi\n  - en # English\ntitle: T\n",
	    "locales:\n  - fi # suomi\n  - en # English\n  - de\n"
	    "title: T\n" },
	{ "locales:\n- fi\n- \"en\"", "locales:\n- fi\n- \"en\"\n- de\n" },
	{ "locales:\r\n- fi\r\n", "locales:\r\n- fi\r\n- de\r\n" },
	{ "locales:\n  fi:\n  en: # English\ntitle: X\n",
	    "locales:\n  fi:\n  en: # English\n  de:\ntitle: X\n" },
	{ "locales:\n  sr:\n  sr-Latn:\n    derived_from: sr\n# e\n",
	    "locales:\n  sr:\n  sr-Latn:\n    derived_from: sr\n"
	    "  de:\n# e\n" },
	{ "locales:\n  en:\n  fi:\n    fallback: [en]\n",
	    "locales:\n  en:\n  fi:\n    fallback: [en]\n  de:\n" },
	{ "locales: {fi: {}, en: {fallback: fi}}\n",
	    "locales: {fi: {}, en: {fallback: fi}, de: {}}\n" },
	{ "locales: {fi: , en: }\n",
	    "locales: {fi: , en: , de: {}}\n" },
};

static void a_language_is_added_in_the_authors_style(void **state)
{
	static const struct text present[] = { { "fi", 2 }, { "en", 2 } };
	struct reading *reading = *state;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct configuration configuration;
		struct report report = { 0 };
		struct text edited;

		if (!configuration_add_locale(&edited, &reading->arena,
			reading_of(reading, rows[i].before),
			TEXT("de"), present, 2))
			fail_msg("row %zu", i);
		assert_string_equal(text_string(&reading->arena, edited),
		    rows[i].after);
		configuration_read(&configuration, &reading->arena, &report,
		    reading_of(reading,
		text_string(&reading->arena, edited)), any);
		if (report.count > 0 || configuration.locales.count == 0 ||
		    !text_equal(configuration.locales
				    .items[configuration.locales.count - 1]
				    .tag.text,
			TEXT("de")))
			fail_msg("%s", rows[i].after);
		report_release(&report);
	}
}

static void what_is_no_list_is_left_to_its_author(void **state)
{
	struct reading *reading = *state;
	struct text edited;

	assert_false(configuration_add_locale(&edited, &reading->arena,
	    reading_of(reading, "locales: fi\n"), TEXT("de"), NULL,
	    0));
	assert_false(configuration_add_locale(&edited, &reading->arena,
	    reading_of(reading, "locales: [fi\n"), TEXT("de"), NULL,
	    0));
}

#define TEST(function)                                                         \
	cmocka_unit_test_setup_teardown(function, reading_setup,               \
	    reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_language_is_added_in_the_authors_style),
		TEST(what_is_no_list_is_left_to_its_author),
	};

	return cmocka_run_group_tests_name(
	    "read/configuration_edit", tests, NULL, NULL);
}
