#include "read/configuration.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/reading.h"

static struct configuration configuration_of(struct reading *reading,
    const char *bytes)
{
	struct configuration configuration;
	const struct source *source = reading_of(reading, bytes);

	memset(&configuration, 0xAA, sizeof(configuration));
	configuration_read(&configuration, &reading->arena, &reading->report,
	    source, reading_tag_valid);
	return configuration;
}

static void assert_defaults(struct reading *reading,
    const struct configuration *configuration)
{
	assert_report(reading, "");
	assert_text(configuration->title.text, "Guide");
	assert_int_equal(configuration->tagline.text.length, 0);
	assert_int_equal(configuration->description.text.length, 0);
	assert_int_equal(configuration->base_url.text.length, 0);
	assert_int_equal(configuration->locales.count, 0);
	assert_int_equal(configuration->threshold, 80);
	assert_false(configuration->typography);
	assert_false(configuration->raw_html);
	assert_false(configuration->handouts);
	assert_true(configuration->search);
	assert_int_equal(configuration->edit_url.text.length, 0);
	assert_int_equal(configuration->feedback.text.length, 0);
	assert_int_equal(configuration->fonts.count, 0);
}

static void a_guide_needs_no_configuration(void **state)
{
	struct reading *reading = *state;
	struct configuration configuration;

	memset(&configuration, 0xAA, sizeof(configuration));
	configuration_read(&configuration, &reading->arena, &reading->report,
	    NULL, reading_tag_valid);
	assert_defaults(reading, &configuration);
	configuration = configuration_of(reading, "");
	assert_defaults(reading, &configuration);
	configuration = configuration_of(reading, "opas: 1\nlocales: []\n");
	assert_defaults(reading, &configuration);
}

static void every_key_is_read(void **state)
{
	struct reading *reading = *state;
	struct configuration configuration = configuration_of(reading,
	    "opas: 1\n"
	    "title: Serving people\n"
	    "tagline: What they know\n"
	    "description: Five articles\n"
	    "base_url: https://guide.example/sub\n"
	    "locales: [tr, fi]\n"
	    "threshold: 100\n"
	    "typography: true\n"
	    "raw_html: true\n"
	    "handouts: true\n"
	    "search: false\n"
	    "edit_url: https://git.example/{path}\n"
	    "feedback: mailto:team@guide.example\n"
	    "fonts:\n"
	    "  - {file: a.woff2, family: Aino}\n"
	    "  - {file: b.ttf, family: Aino, weight: 100 900, "
	    "style: italic, locales: [tr, fi]}\n");

	assert_report(reading, "");
	assert_text(configuration.title.text, "Serving people");
	assert_int_equal(configuration.title.place.offset, 15);
	assert_text(configuration.tagline.text, "What they know");
	assert_text(configuration.description.text, "Five articles");
	assert_text(configuration.base_url.text, "https://guide.example/sub/");
	assert_int_equal(configuration.locales.count, 2);
	assert_text(configuration.locales.items[0].tag.text, "tr");
	assert_text(configuration.locales.items[1].tag.text, "fi");
	assert_int_equal(configuration.threshold, 100);
	assert_true(configuration.typography);
	assert_true(configuration.raw_html);
	assert_true(configuration.handouts);
	assert_false(configuration.search);
	assert_text(configuration.edit_url.text,
	    "https://git.example/{path}");
	assert_text(configuration.feedback.text,
	    "mailto:team@guide.example");
	assert_int_equal(configuration.fonts.count, 2);
	assert_text(configuration.fonts.items[0].file.text, "a.woff2");
	assert_text(configuration.fonts.items[0].family.text, "Aino");
	assert_int_equal(configuration.fonts.items[0].locales.count, 0);
	assert_text(configuration.fonts.items[1].weight.text, "100 900");
	assert_text(configuration.fonts.items[1].style.text, "italic");
	assert_int_equal(configuration.fonts.items[1].locales.count, 2);
}

static void locales_may_be_a_mapping(void **state)
{
	struct reading *reading = *state;
	struct configuration configuration = configuration_of(reading,
	    "locales:\n"
	    "  sr:\n"
	    "  sr-Latn: {derived_from: sr, fallback: sr}\n"
	    "  fi:\n"
	    "    fallback: [sr, sr-Latn]\n");
	const struct configuration_locale *items = configuration.locales.items;

	assert_report(reading, "");
	assert_int_equal(configuration.locales.count, 3);
	assert_text(items[0].tag.text, "sr");
	assert_int_equal(items[0].fallback.count, 0);
	assert_int_equal(items[0].derived_from.text.length, 0);
	assert_text(items[1].tag.text, "sr-Latn");
	assert_text(items[1].derived_from.text, "sr");
	assert_int_equal(items[1].fallback.count, 1);
	assert_int_equal(items[1].tag.place.offset, 17);
	assert_int_equal(items[2].fallback.count, 2);
	assert_text(items[2].fallback.items[1].text, "sr-Latn");
}

static void locales_must_be_languages_listed_once(void **state)
{
	struct reading *reading = *state;
	struct configuration configuration = configuration_of(reading,
	    "locales: [fi, suomi, pt-BR, fi, pt-br, [tr], '']\n");

	assert_int_equal(configuration.locales.count, 2);
	assert_text(configuration.locales.items[1].tag.text, "pt-BR");
	assert_report(reading,
	    "x.md:1:15: error: 'suomi' is no language tag; write it as fi, "
	    "sr or pt-BR [locale-tag]\n"
	    "x.md:1:29: error: the language 'fi' is listed twice; keep one "
	    "[locale-twice]\n"
	    "x.md:1:33: error: the language 'pt-br' is listed twice; keep "
	    "one [locale-twice]\n"
	    "x.md:1:40: error: 'locales' must be a text [yaml-kind]\n"
	    "x.md:1:46: error: '' is no language tag; write it as fi, sr or "
	    "pt-BR [locale-tag]\n");
}

static void locales_must_be_a_list_or_a_mapping(void **state)
{
	struct reading *reading = *state;

	(void)configuration_of(reading, "locales: fi\n");
	assert_report(reading,
	    "x.md:1:10: error: 'locales' must be a list such as [fi, sr], or "
	    "a mapping [yaml-kind]\n");
	(void)configuration_of(reading,
	    "locales:\n  fi: sr\n  sr: {endonym: x, falback: fi}\n");
	assert_report(reading,
	    "x.md:2:7: error: 'fi' must be empty, or a mapping of 'fallback' "
	    "and 'derived_from' [yaml-kind]\n"
	    "x.md:3:8: warning: the key 'endonym' is not known here and is "
	    "ignored [key-unknown]\n"
	    "x.md:3:20: warning: the key 'falback' is not known here and is "
	    "ignored; did you mean 'fallback'? [key-unknown]\n");
}

static void locales_refer_to_each_other(void **state)
{
	struct reading *reading = *state;
	struct configuration configuration = configuration_of(reading,
	    "locales:\n"
	    "  fi: {fallback: [fi, en, sr]}\n"
	    "  sr: {fallback: SR-latn}\n"
	    "  sr-Latn: {derived_from: tr}\n"
	    "  ko: {derived_from: ko}\n");
	const struct configuration_locale *items = configuration.locales.items;

	assert_int_equal(configuration.locales.count, 4);
	assert_int_equal(items[0].fallback.count, 1);
	assert_text(items[0].fallback.items[0].text, "sr");
	assert_int_equal(items[1].fallback.count, 0);
	assert_int_equal(items[2].derived_from.text.length, 0);
	assert_int_equal(items[3].derived_from.text.length, 0);
	assert_report(reading,
	    "x.md:2:19: error: 'fi' is no value for 'fallback'; it must be "
	    "another locale [yaml-value]\n"
	    "x.md:2:23: error: guide.yaml does not list 'en' under 'locales' "
	    "[locale-unknown]\n"
	    "x.md:3:18: error: guide.yaml does not list 'SR-latn' under "
	    "'locales'; did you mean 'sr-Latn'? [locale-unknown]\n"
	    "x.md:4:27: error: guide.yaml does not list 'tr' under 'locales'"
	    " [locale-unknown]\n"
	    "x.md:5:22: error: 'ko' is no value for 'derived_from'; it must "
	    "be another locale [yaml-value]\n");
}

static void a_derived_locale_is_no_origin(void **state)
{
	struct reading *reading = *state;

	(void)configuration_of(reading,
	    "locales:\n"
	    "  fi: {derived_from: sr-Latn}\n"
	    "  sr-Latn: {derived_from: sr}\n"
	    "  sr:\n");
	assert_report(reading,
	    "x.md:2:22: error: 'sr-Latn' is no value for 'derived_from'; it "
	    "must be a locale that is not derived itself [yaml-value]\n");
}

static void another_version_is_an_error(void **state)
{
	struct reading *reading = *state;

	(void)configuration_of(reading, "# new\nopas: 2\ntitle: x\n");
	assert_report(reading,
	    "x.md:2:7: error: this guide is written for version 2 of the "
	    "format; this program knows version 1 [configuration-version]\n");
}

static void values_are_checked(void **state)
{
	struct reading *reading = *state;
	struct configuration configuration = configuration_of(reading,
	    "threshold: 101\nsearch: off\ntitel: x\nfonts: a\n"
	    "base_url: guide.example\ntitle: [x]\n");

	assert_int_equal(configuration.threshold, 80);
	assert_true(configuration.search);
	assert_text(configuration.title.text, "Guide");
	assert_int_equal(configuration.base_url.text.length, 0);
	assert_report(reading,
	    "x.md:1:12: error: '101' is no value for 'threshold'; it must be "
	    "a whole number from 0 to 100 [yaml-value]\n"
	    "x.md:2:9: error: 'off' is no value for 'search'; it must be true "
	    "or false [yaml-value]\n"
	    "x.md:3:1: warning: the key 'titel' is not known here and is "
	    "ignored; did you mean 'title'? [key-unknown]\n"
	    "x.md:4:8: error: 'fonts' must be a list of entries "
	    "'- {file: ..., family: ...}' [yaml-kind]\n"
	    "x.md:5:11: error: 'guide.example' cannot be base_url; write it "
	    "as https://guide.example/ [base-url-invalid]\n"
	    "x.md:6:8: error: 'title' must be a text [yaml-kind]\n");
}

static void fonts_are_checked(void **state)
{
	struct reading *reading = *state;
	struct configuration configuration = configuration_of(reading,
	    "locales: [fi]\nfonts:\n"
	    "- {file: ../a.woff2, family: A}\n"
	    "- {file: a.woff2}\n"
	    "- {family: A}\n"
	    "- {file: .ttf, family: A}\n"
	    "- {file: a.svg, family: A}\n"
	    "- {file: a.otf, family: A, weight: bold}\n"
	    "- {file: a.otf, family: A, weight: 1 2 3}\n"
	    "- {file: a.otf, family: A, weight: 1001}\n"
	    "- {file: a.otf, family: A, style: slanted}\n"
	    "- {file: a.otf, family: A, locales: tr}\n"
	    "- {file: a.otf, family: A, locale: fi}\n");

	assert_int_equal(configuration.fonts.count, 1);
	assert_report(reading,
	    "x.md:3:10: error: '../a.woff2' is no value for 'file'; it must "
	    "be the name of a .woff2, .woff, .ttf or .otf file in "
	    "templates/assets [yaml-value]\n"
	    "x.md:4:3: error: the key 'family' is missing [key-missing]\n"
	    "x.md:5:3: error: the key 'file' is missing [key-missing]\n"
	    "x.md:6:10: error: '.ttf' is no value for 'file'; it must be the "
	    "name of a .woff2, .woff, .ttf or .otf file in templates/assets "
	    "[yaml-value]\n"
	    "x.md:7:10: error: 'a.svg' is no value for 'file'; it must be the "
	    "name of a .woff2, .woff, .ttf or .otf file in templates/assets "
	    "[yaml-value]\n"
	    "x.md:8:36: error: 'bold' is no value for 'weight'; it must be a "
	    "number such as 400, or two such as 100 900 [yaml-value]\n"
	    "x.md:9:36: error: '1 2 3' is no value for 'weight'; it must be a "
	    "number such as 400, or two such as 100 900 [yaml-value]\n"
	    "x.md:10:36: error: '1001' is no value for 'weight'; it must be a "
	    "number such as 400, or two such as 100 900 [yaml-value]\n"
	    "x.md:11:35: error: 'slanted' is no value for 'style'; it must be "
	    "normal or italic [yaml-value]\n"
	    "x.md:12:37: error: guide.yaml does not list 'tr' under 'locales' "
	    "[locale-unknown]\n"
	    "x.md:13:28: warning: the key 'locale' is not known here and is "
	    "ignored; did you mean 'locales'? [key-unknown]\n");
}

static void a_broken_file_gives_defaults(void **state)
{
	struct reading *reading = *state;
	struct configuration configuration =
	    configuration_of(reading, "title: x\nlocales: [fi\n");

	assert_text(configuration.title.text, "Guide");
	assert_int_equal(configuration.locales.count, 0);
	assert_report(reading,
	    "x.md:2:10: error: YAML: a ',' or the ']' that ends the list is "
	    "missing here [yaml-syntax]\n");
	configuration = configuration_of(reading, "- title\n");
	assert_int_equal(configuration.threshold, 80);
	assert_report(reading,
	    "x.md:1:1: error: YAML: this file must be lines 'key: value' "
	    "[yaml-syntax]\n");
}

static const char *base_url_of(struct reading *reading, const char *string)
{
	struct text url = TEXT("untouched");

	if (!configuration_base_url(&url, &reading->arena, text_from(string)))
		assert_text(url, "untouched");
	return text_string(&reading->arena, url);
}

static void a_base_url_gets_its_slash(void **state)
{
	struct reading *reading = *state;
	const char *const good[][2] = {
		{ "https://guide.example", "https://guide.example/" },
		{ "http://guide.example/", "http://guide.example/" },
		{ "http://localhost:8000/a/b", "http://localhost:8000/a/b/" },
		{ "https://user.github.io/~x/%20", "https://user.github.io/"
						    "~x/%20/" },
		{ "http://[::1]:80", "http://[::1]:80/" },
		{ "https://192.0.2.1/a@b", "https://192.0.2.1/a@b/" },
	};
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_string_equal(base_url_of(reading, good[i][0]),
		    good[i][1]);
}

static void other_addresses_are_no_base_url(void **state)
{
	struct reading *reading = *state;
	const char *const bad[] = { "", "guide.example", "/guide/",
		"ftp://guide.example/", "https://", "https:///a",
		"HTTPS://guide.example", "https://guide.example/?a",
		"https://guide.example/#a", "https://a b/", "https://a/b c",
		"https://user@guide.example/", "https://guide.example:/",
		"https://guide.example:80a/", "https://guide.example:123456/",
		"https://опас.example/", "https://a/\"x", "https://a/<x>",
		"https://-a/", "https://.a/", "https://[::1", "http://[x]/",
		"javascript:alert(1)" };
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_string_equal(base_url_of(reading, bad[i]), "untouched");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, reading_setup, reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_guide_needs_no_configuration),
		TEST(every_key_is_read),
		TEST(locales_may_be_a_mapping),
		TEST(locales_must_be_languages_listed_once),
		TEST(locales_must_be_a_list_or_a_mapping),
		TEST(locales_refer_to_each_other),
		TEST(a_derived_locale_is_no_origin),
		TEST(another_version_is_an_error),
		TEST(values_are_checked),
		TEST(fonts_are_checked),
		TEST(a_broken_file_gives_defaults),
		TEST(a_base_url_gets_its_slash),
		TEST(other_addresses_are_no_base_url),
	};

	return cmocka_run_group_tests_name("read/configuration", tests, NULL,
	    NULL);
}
