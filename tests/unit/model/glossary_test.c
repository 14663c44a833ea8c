#include "model/glossary.h"

#include "base/buffer.h"
#include "model/reading.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define GLOSSARY                                                               \
	"concepts:\n"                                                          \
	"# People\n"                                                           \
	"- id: customer\n  en: customer\n  fi: asiakas\n  ko: 고객\n"           \
	"  tr: müşteri\n"                                                      \
	"- id: customer-service\n  en: customer service\n"                     \
	"  fi: asiakaspalvelu\n  ko: 고객 서비스\n  note: \"fi: x\"\n"          \
	"- id: vent\n  en: vent, let off steam\n"                              \
	"- id: steam\n  en: steam\n"                                          \
	"- id: prejudice\n  en: prejudice\n  fa: پیش‌داوری\n"

static const struct glossary *glossary(struct reading *reading)
{
	struct glossary *made = arena_new(&reading->arena, struct glossary);

	if (!glossary_read(made, &reading->arena, &reading->report,
		reading_of(reading, TEXT(GLOSSARY))))
		fail_msg("%s", reading_printed(reading));
	return made;
}

static void terms_are_read_by_language(void **state)
{
	struct reading *reading = *state;
	const struct glossary *read = glossary(reading);

	assert_int_equal(read->count, 5);
	assert_text(reading, read->items[1].id, "customer-service");
	assert_text(reading, glossary_term(&read->items[1], TEXT("ko")),
	    "고객 서비스");
	assert_text(reading, glossary_term(&read->items[1], TEXT("sr")), "");
	assert_text(reading, glossary_term(&read->items[1], TEXT("note")), "");
}

static const char *found(struct reading *reading, const char *tag,
    const char *text)
{
	const struct glossary *read = glossary(reading);
	size_t found[8], i;
	size_t count = glossary_find(found,
	    glossary_language(&reading->arena, read, text_from(tag)),
	    text_from(text));
	struct buffer out = { 0 };
	const char *string;

	for (i = 0; i < count; i++)
		buffer_format(&out, "%.*s ",
		    TEXT_ARGUMENTS(read->items[found[i]].id));
	string = text_string(&reading->arena, buffer_text(&out));
	buffer_release(&out);
	return string;
}

static void concepts_are_found_in_inflected_words(void **state)
{
	static const struct {
		const char *tag, *text, *found;
	} rows[] = {
		{ "en", "Customers wait.", "customer " },
		{ "en", "Our Customer Service is here", "customer-service " },
		{ "en", "customer service and a customer",
		    "customer customer-service " },
		{ "en", "Let them **let off** steam", "vent " },
		{ "en", "full of steam", "steam " },
		{ "en", "the custom of the house", "" },
		{ "fi", "Asiakasta ei jätetä", "customer " },
		{ "fi", "Asiakaspalvelussa", "customer-service " },
		{ "ko", "고객에게 묻습니다", "customer " },
		{ "ko", "고객 서비스를", "customer-service " },
		{ "tr", "MÜŞTERİLER", "customer " },
		{ "fa", "پیشداوری نکنید", "prejudice " },
		{ "sr", "корисник", "" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_string_equal(
		    found(*state, rows[i].tag, rows[i].text), rows[i].found);
}

static void a_term_is_used_in_any_form(void **state)
{
	struct reading *reading = *state;
	const struct glossary *read = glossary(reading);
	const struct glossary_language *finnish =
	    glossary_language(&reading->arena, read, TEXT("fi"));
	const struct glossary_language *english =
	    glossary_language(&reading->arena, read, TEXT("en"));

	assert_true(glossary_uses(finnish, 0, TEXT("Verkkoasiakas")));
	assert_true(glossary_uses(finnish, 0, TEXT("asiakkaan")));
	assert_false(glossary_uses(finnish, 0, TEXT("asiaton")));
	assert_true(glossary_uses(english, 0, TEXT("the customers'")));
	assert_false(glossary_uses(english, 0, TEXT("the client")));
	assert_true(glossary_uses(english, 2, TEXT("venting helps")));
	assert_true(glossary_uses(english, 2, TEXT("steam is let off")));
	/* What has no term cannot be wanting. */
	assert_true(glossary_uses(finnish, 2, TEXT("")));
}

static void another_shape_is_refused(void **state)
{
	struct reading *reading = *state;
	struct glossary read = { 0 };

	assert_false(glossary_read(&read, &reading->arena, &reading->report,
	    reading_of(reading, TEXT("terms:\n- id: a\n"))));
	assert_int_equal(reading->report.count, 1);
}

#define TEST(function)                                                         \
	cmocka_unit_test_setup_teardown(function, reading_setup,               \
	    reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(terms_are_read_by_language),
		TEST(concepts_are_found_in_inflected_words),
		TEST(a_term_is_used_in_any_form),
		TEST(another_shape_is_refused),
	};

	return cmocka_run_group_tests_name(
	    "model/glossary", tests, NULL, NULL);
}
