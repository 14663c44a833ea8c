#include "model/plural_forms.h"

#include "model/locale.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <unicode/uloc.h>

static void known_languages_get_gettexts_formula(void **state)
{
	static const struct {
		const char *tag, *forms;
	} rows[] = {
		{ "ko", "nplurals=1; plural=0;" },
		{ "de", "nplurals=2; plural=(n != 1);" },
		{ "tr", "nplurals=2; plural=(n != 1);" },
		{ "fi", "nplurals=2; plural=(n != 1);" },
		{ "fa", "nplurals=2; plural=(n > 1);" },
		{ "fr", "nplurals=2; plural=(n > 1);" },
		{ "pt-BR", "nplurals=2; plural=(n > 1);" },
		{ "pt-PT", "nplurals=2; plural=(n != 1);" },
		{ "sr", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
			"n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 "
			": 2);" },
		{ "sr-Latn", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
			     "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) "
			     "? 1 : 2);" },
		{ "cs", "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : "
			"2);" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (!text_equal(plural_forms(text_from(rows[i].tag)),
			text_from(rows[i].forms)))
			fail_msg("%s: %s", rows[i].tag,
			    plural_forms(text_from(rows[i].tag)).at);
}

static void every_language_of_icu_has_a_formula_that_fits(void **state)
{
	const char *const *languages = uloc_getISOLanguages();
	size_t found = 0;

	(void)state;
	for (; *languages != NULL; languages++) {
		struct text tag = text_from(*languages);

		if (!locale_tag_valid(tag))
			continue;
		/* Cornish and Breton have rules of many pages. */
		if (text_equal(tag, TEXT("kw")) ||
		    text_equal(tag, TEXT("br")))
			continue;
		found++;
		if (plural_forms_misfit(tag, plural_forms(tag)) > 0)
			fail_msg("%s: %zu misfits", *languages,
			    plural_forms_misfit(tag, plural_forms(tag)));
	}
	assert_true(found > 300);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_languages_get_gettexts_formula),
		cmocka_unit_test(
		    every_language_of_icu_has_a_formula_that_fits),
	};

	return cmocka_run_group_tests_name(
	    "model/plural_forms", tests, NULL, NULL);
}
