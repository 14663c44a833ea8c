#include "model/translation.h"

#include "model/message_kind.h"
#include "model/reading.h"
#include "model/words.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static const struct catalog *catalog(struct reading *reading,
    const char *bytes)
{
	struct catalog *made = arena_new(&reading->arena, struct catalog);
	struct source *source = arena_new(&reading->arena, struct source);
	struct text body = text_format(&reading->arena,
	    "msgid \"\"\nmsgstr \"Content-Type: text/plain; "
	    "charset=UTF-8\\n\"\n\n%s", bytes);

	*source = (struct source){ TEXT("x.po"), body, NULL };
	if (!catalog_read(made, &reading->arena, &reading->report, source))
		fail_msg("%s", reading_printed(reading));
	return made;
}

static void half_of_the_words_must_agree(void **state)
{
	static const struct {
		const char *a, *b;
		bool agree;
	} rows[] = {
		{ "", "", true },
		{ "one two", "one two", true },
		{ "One, TWO.", "one *two*", true },
		{ "one two three four", "one two", true },
		{ "one two three four", "two one", false },
		{ "one two three four five", "one two", false },
		{ "one two", "three four", false },
		{ "one", "", false },
		{ "고객의 말을 들으세요", "고객의 말을 듣지 마세요", true },
		{ "고객의 말을 들으세요", "먼저 사과하고 다시 들으세요",
		    false },
		{ "می‌شود گفت", "می شود گفت", false },
		{ "Käy läpi 7 kohtaa", "Käy läpi 8 kohtaa", true },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct text a = text_from(rows[i].a);
		struct text b = text_from(rows[i].b);

		if (translation_agrees(a, b) != rows[i].agree ||
		    translation_agrees(b, a) != rows[i].agree)
			fail_msg("'%s' and '%s'", rows[i].a, rows[i].b);
	}
}

static void words_are_counted_in_any_script(void **state)
{
	(void)state;
	assert_int_equal(words_count(TEXT("")), 0);
	assert_int_equal(words_count(TEXT(" -- ")), 0);
	assert_int_equal(words_count(TEXT("Ääni, 2 **sanaa**")), 3);
	assert_int_equal(words_count(TEXT("고객의 말을 들으세요.")), 3);
	assert_int_equal(words_count(TEXT("می‌شود گفت")), 2);
}

#define STATES                                                                 \
	"msgid \"now and ever\"\nmsgstr \"NOW\"\n\n"                           \
	"#, fuzzy\n#| msgid \"old text of it\"\n"                              \
	"msgid \"new text of it\"\nmsgstr \"OLD\"\n\n"                         \
	"#, fuzzy\n#| msgid \"now and ever\"\n"                                \
	"msgid \"now and never\"\nmsgstr \"NOW\"\n\n"                          \
	"#, fuzzy\n#| msgid \"some other words\"\n"                            \
	"msgid \"quite another thing\"\nmsgstr \"OTHER\"\n\n"                  \
	"#, fuzzy\nmsgid \"not sure\"\nmsgstr \"UNSURE\"\n\n"                  \
	"msgid \"empty\"\nmsgstr \"\"\n\n"                                     \
	"msgctxt \"menu\"\nmsgid \"file\"\nmsgstr \"FILE\"\n\n"                \
	"#~ msgid \"gone\"\n#~ msgstr \"GONE\"\n"

static void stale_is_only_what_was_this_block_before(void **state)
{
	struct reading *reading = *state;
	static const struct {
		const char *context, *id;
		enum translation_state state;
		const char *text, *previous;
	} rows[] = {
		{ NULL, "now and ever", TRANSLATION_CURRENT, "NOW", "" },
		{ NULL, "new text of it", TRANSLATION_STALE, "OLD",
		    "old text of it" },
		/* msgmerge's guess: what it was borrowed from is there. */
		{ NULL, "now and never", TRANSLATION_MISSING, "", "" },
		{ NULL, "quite another thing", TRANSLATION_MISSING, "", "" },
		{ NULL, "not sure", TRANSLATION_MISSING, "", "" },
		{ NULL, "empty", TRANSLATION_MISSING, "", "" },
		{ NULL, "file", TRANSLATION_MISSING, "", "" },
		{ "menu", "file", TRANSLATION_CURRENT, "FILE", "" },
		{ NULL, "gone", TRANSLATION_MISSING, "", "" },
		{ NULL, "unheard of", TRANSLATION_MISSING, "", "" },
	};
	struct table current = { 0 };
	struct catalog_translator translator =
	    translation_of(catalog(reading, STATES), &current);
	struct translation translation;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		(void)table_put(&current, &reading->arena,
		    text_from(rows[i].id), &rows[i]);
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct block_message message = {
			.id = text_from(rows[i].id),
			.context = text_from(rows[i].context)
		};

		translator.translator.translate(
		    &translation, &translator.translator, &message);
		if (translation.state != rows[i].state)
			fail_msg("'%s' is in state %d", rows[i].id,
			    (int)translation.state);
		assert_text(reading, translation.text, rows[i].text);
		assert_text(reading, translation.previous, rows[i].previous);
	}
	assert_int_equal(translator.translated, 2);
	assert_int_equal(translator.stale, 1);
	assert_int_equal(translator.missing, 7);
	assert_int_equal(translator.words_translated, 4);
	assert_int_equal(translator.words_stale, 4);
	assert_int_equal(translator.words_missing, 3 + 3 + 2 + 1 + 1 + 1 + 2);
}

static void a_translation_knows_its_place(void **state)
{
	struct reading *reading = *state;
	const struct catalog *made = catalog(reading, STATES);
	struct table current = { 0 };
	struct catalog_translator translator = translation_of(made, &current);
	const struct block_message message = { .id = TEXT("new text of it") };
	struct translation translation;

	translator.translator.translate(
	    &translation, &translator.translator, &message);
	assert_ptr_equal(translation.place.source, made->source);
	assert_int_equal(translation.place.offset,
	    text_find(made->source->bytes, TEXT("\"OLD\""), 0));
}

static void kinds_are_known_again_by_their_comments(void **state)
{
	enum message_kind kind, found;

	(void)state;
	for (kind = KIND_TITLE; kind <= KIND_CALLOUT; kind++) {
		struct reading *reading = *state;
		struct text comment = text_format(&reading->arena,
		    "%s listen.3\nPage: x", message_kind_name(kind));

		assert_true(message_kind_of(&found, comment));
		assert_int_equal(found, kind);
		assert_true(message_kind_of(
		    &found, text_from(message_kind_name(kind))));
		assert_int_equal(found, kind);
	}
	assert_false(message_kind_of(&found, TEXT("")));
	assert_false(message_kind_of(&found, TEXT("Headings.")));
	assert_false(message_kind_of(&found, TEXT("x\nParagraph a.1")));
}

#define TEST(function)                                                         \
	cmocka_unit_test_setup_teardown(function, reading_setup,               \
	    reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(half_of_the_words_must_agree),
		TEST(words_are_counted_in_any_script),
		TEST(stale_is_only_what_was_this_block_before),
		TEST(a_translation_knows_its_place),
		TEST(kinds_are_known_again_by_their_comments),
	};

	return cmocka_run_group_tests_name(
	    "model/translation", tests, NULL, NULL);
}
