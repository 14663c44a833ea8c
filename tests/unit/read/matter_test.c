#include "read/matter.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "read/reading.h"

static struct matter matter_of(struct reading *reading, const char *bytes)
{
	struct matter matter;
	const struct source *source = reading_of(reading, bytes);

	memset(&matter, 0xAA, sizeof(matter));
	matter_read(&matter, &reading->arena, &reading->report, source,
	    reading_tag_valid);
	return matter;
}

static void a_colon_in_a_value_is_explained(void **state)
{
	struct reading *reading = *state;
	struct matter matter = matter_of(reading,
	    "---\n"
	    "title: Kun asiakas solvaa\n"
	    "description: Näin asetat rajat: rauhallisesti.\n"
	    "---\n");

	/* A ': ' is the commonest slip in a description. */
	assert_report(reading,
	    "x.md:3:31: error: YAML: a ':' may not stand here; put a value "
	    "that holds ': ' in quotes, and check the indentation and the "
	    "line above [yaml-syntax]\n");
	assert_true(matter.broken);
}

static void every_key_of_an_article_is_read(void **state)
{
	struct reading *reading = *state;
	struct matter matter;

	matter = matter_of(reading,
	    "---\n"
	    "title: Kun asiakas solvaa\n"
	    "description: 'Näin asetat rajat: rauhallisesti.'\n"
	    "date: 2026-09-14\n"
	    "updated: 2026-11-03\n"
	    "review-by: 2027-05-03\n"
	    "draft: true\n"
	    "weight: -3\n"
	    "aliases: [vanha, kansio/vanha]\n"
	    "tags: [difficult customers, complaints]\n"
	    "owner: tiimi\n"
	    "goals:\n  - Yksi.\n  - Kaksi.\n"
	    "principles: [listen]\n"
	    "lang: fi\n"
	    "translated-from: sr-Latn\n"
	    "source-hash: 0a1b\n"
	    "---\n"
	    "Teksti\n");
	assert_report(reading, "");
	assert_true(matter.given);
	assert_false(matter.broken);
	assert_text(matter.title.text, "Kun asiakas solvaa");
	assert_int_equal(matter.title.place.offset, 11);
	assert_text(matter.description.text,
	    "Näin asetat rajat: rauhallisesti.");
	assert_int_equal(matter.date.month, 9);
	assert_int_equal(matter.updated.day, 3);
	assert_int_equal(matter.review_by.year, 2027);
	assert_true(matter.draft);
	assert_int_equal(matter.weight, -3);
	assert_int_equal(matter.aliases.count, 2);
	assert_text(matter.aliases.items[1].text, "kansio/vanha");
	assert_int_equal(matter.tags.count, 2);
	assert_text(matter.tags.items[0].text, "difficult customers");
	assert_text(matter.owner.text, "tiimi");
	assert_int_equal(matter.goals.count, 2);
	assert_text(matter.goals.items[1].text, "Kaksi.");
	assert_int_equal(matter.principles.count, 1);
	assert_text(matter.principles.items[0].text, "listen");
	assert_text(matter.lang.text, "fi");
	assert_text(matter.translated_from.text, "sr-Latn");
	assert_text(matter.source_hash.text, "0a1b");
	assert_string_equal(reading->source.bytes.at + matter.body - 4,
	    "---\nTeksti\n\x01");
}

static void an_article_needs_no_front_matter(void **state)
{
	struct reading *reading = *state;
	struct matter matter = matter_of(reading, "# Title\n");

	assert_report(reading, "");
	assert_false(matter.given);
	assert_false(matter.broken);
	assert_int_equal(matter.body, 0);
	assert_int_equal(matter.title.text.length, 0);
	assert_int_equal(matter.weight, 0);
	assert_false(matter.draft);
	assert_false(matter.date.given);
	assert_int_equal(matter.tags.count, 0);
}

static void empty_front_matter_is_fine(void **state)
{
	struct reading *reading = *state;
	struct matter matter = matter_of(reading, "---\n---\nText\n");

	assert_report(reading, "");
	assert_true(matter.given);
	assert_false(matter.broken);
	assert_int_equal(matter.body, 8);
	matter = matter_of(reading, "---\n~\n---\nText\n");
	assert_report(reading, "");
	assert_false(matter.broken);
}

static void what_cannot_be_read_is_marked_broken(void **state)
{
	struct reading *reading = *state;
	struct matter matter = matter_of(reading, "---\ntitle: x\n");

	assert_true(matter.broken);
	assert_false(matter.given);
	assert_int_equal(matter.body, 13);
	assert_report(reading,
	    "x.md:1:1: error: the front matter that begins here has no "
	    "closing line '---' [front-unclosed]\n");
	matter = matter_of(reading, "---\n- a\n---\nText\n");
	assert_true(matter.broken);
	assert_int_equal(matter.body, 12);
	assert_report(reading,
	    "x.md:2:1: error: YAML: front matter must be lines 'key: value' "
	    "[yaml-syntax]\n");
	matter = matter_of(reading, "---\ntitle\n---\nText\n");
	assert_true(matter.broken);
	assert_report(reading,
	    "x.md:2:1: error: YAML: front matter must be lines 'key: value' "
	    "[yaml-syntax]\n");
}

static void unknown_keys_get_the_nearest_name(void **state)
{
	struct reading *reading = *state;

	(void)matter_of(reading,
	    "---\nTitle: a\nreview_by: 2026-11-21\ntag: [b]\nslug: c\n---\n");
	assert_report(reading,
	    "x.md:2:1: warning: the key 'Title' is not known here and is "
	    "ignored; did you mean 'title'? [key-unknown]\n"
	    "x.md:3:1: warning: the key 'review_by' is not known here and is "
	    "ignored; did you mean 'review-by'? [key-unknown]\n"
	    "x.md:4:1: warning: the key 'tag' is not known here and is "
	    "ignored; did you mean 'tags'? [key-unknown]\n"
	    "x.md:5:1: warning: the key 'slug' is not known here and is "
	    "ignored [key-unknown]\n");
}

static void dates_must_be_days(void **state)
{
	struct reading *reading = *state;
	struct matter matter = matter_of(reading,
	    "---\ndate: 2026-02-30\nupdated: 3.11.2026\n"
	    "review-by: \"2026-11-21\"\n---\n");

	assert_false(matter.date.given);
	assert_false(matter.updated.given);
	assert_true(matter.review_by.given);
	assert_report(reading,
	    "x.md:2:7: error: '2026-02-30' is no date; write it as "
	    "2026-11-21 [date-invalid]\n"
	    "x.md:3:10: error: '3.11.2026' is no date; write it as "
	    "2026-11-21 [date-invalid]\n");
}

static void languages_must_be_tags(void **state)
{
	struct reading *reading = *state;
	struct matter matter = matter_of(reading,
	    "---\nlang: suomi\ntranslated-from: fi_FI\n---\n");

	assert_int_equal(matter.lang.text.length, 0);
	assert_int_equal(matter.translated_from.text.length, 0);
	assert_report(reading,
	    "x.md:2:7: error: 'suomi' is no language tag; write it as fi, sr "
	    "or pt-BR [locale-tag]\n"
	    "x.md:3:18: error: 'fi_FI' is no language tag; write it as fi, "
	    "sr or pt-BR [locale-tag]\n");
}

static void places_are_exact_behind_other_scripts(void **state)
{
	struct reading *reading = *state;
	struct matter matter = matter_of(reading,
	    "\xEF\xBB\xBF---\r\n"
	    "title: وقتی پاسخ\r\n"
	    "owner: 고객\r\n"
	    "tags: [навика, tägi]\r\n"
	    "goals: x\r\n"
	    "---\r\n");

	assert_report(reading,
	    "x.md:5:8: error: 'goals' must be a list of texts "
	    "[yaml-kind]\n");
	assert_int_equal(matter.tags.items[1].place.offset,
	    strstr(reading->source.bytes.at, "tägi") -
		reading->source.bytes.at);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, reading_setup, reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_colon_in_a_value_is_explained),
		TEST(every_key_of_an_article_is_read),
		TEST(an_article_needs_no_front_matter),
		TEST(empty_front_matter_is_fine),
		TEST(what_cannot_be_read_is_marked_broken),
		TEST(unknown_keys_get_the_nearest_name),
		TEST(dates_must_be_days),
		TEST(languages_must_be_tags),
		TEST(places_are_exact_behind_other_scripts),
	};

	return cmocka_run_group_tests_name("read/matter", tests, NULL, NULL);
}
