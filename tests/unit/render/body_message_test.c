#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "model/catalog.h"
#include "render/body_message.h"

static const char SERBIAN[] =
    "msgid \"\"\n"
    "msgstr \"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
    "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n\"\n\n"
    "msgid \"Exercise\"\nmsgstr \"Ve<zba\"\n\n"
    "msgid \"{count} minute\"\nmsgid_plural \"{count} minutes\"\n"
    "msgstr[0] \"{count} minut\"\nmsgstr[1] \"{count} minuta\"\n"
    "msgstr[2] \"oko {count} minuta\"\n";

struct filling {
	struct arena arena;
	struct report report;
	struct source source;
	struct catalog catalog;
	struct locale *locale;
	struct buffer out;
};

static struct filling filling(const char *tag, const char *po)
{
	struct filling filling = { 0 };

	filling.locale = locale_open(&filling.arena, text_from(tag));
	if (po != NULL) {
		struct source *source =
		    arena_new(&filling.arena, struct source);

		source->bytes = text_from(po);
		assert_true(catalog_read(&filling.catalog, &filling.arena,
		    &filling.report, source));
	}
	return filling;
}

static void release(struct filling *filling)
{
	buffer_release(&filling->out);
	locale_close(filling->locale);
	report_release(&filling->report);
	arena_release(&filling->arena);
}

static void assert_filled(struct filling *filling, enum hole_kind kind,
    enum body_message message, size_t number, const char *expected)
{
	const struct hole hole = { .kind = kind, .message = message,
		.number = number };

	if (filling->catalog.entries != NULL) {
		filling->locale->catalogs.items[0] = &filling->catalog;
		filling->locale->catalogs.count = 1;
	}
	buffer_clear(&filling->out);
	body_message_fill(&filling->out, &filling->arena, filling->locale,
	    &hole);
	buffer_add_char(&filling->out, '\0');
	assert_string_equal(filling->out.bytes, expected);
}

static void plural_forms_are_those_of_the_catalog(void **state)
{
	struct filling sr = filling("sr", SERBIAN);

	(void)state;
	assert_filled(&sr, HOLE_MESSAGE, BODY_MINUTES, 1, "1 minut");
	assert_filled(&sr, HOLE_MESSAGE, BODY_MINUTES, 3, "3 minuta");
	assert_filled(&sr, HOLE_MESSAGE, BODY_MINUTES, 15, "oko 15 minuta");
	release(&sr);
}

static void translations_are_escaped(void **state)
{
	struct filling sr = filling("sr", SERBIAN);

	(void)state;
	assert_filled(&sr, HOLE_MESSAGE, BODY_EXERCISE, 0, "Ve&lt;zba");
	release(&sr);
}

static void what_is_not_translated_is_marked_english(void **state)
{
	struct filling sr = filling("sr", SERBIAN);
	struct filling en = filling("en", NULL);

	(void)state;
	assert_filled(&sr, HOLE_MESSAGE, BODY_TIP, 0,
	    "<span lang=\"en\" dir=\"ltr\">Tip</span>");
	assert_filled(&en, HOLE_MESSAGE, BODY_TIP, 0, "Tip");
	assert_filled(&en, HOLE_MESSAGE, BODY_MINUTES, 1, "1 minute");
	assert_filled(&en, HOLE_MESSAGE, BODY_MINUTES, 2, "2 minutes");
	release(&sr);
	release(&en);
}

static void numbers_are_in_the_digits_of_the_locale(void **state)
{
	struct filling fa = filling("fa", NULL);

	(void)state;
	assert_filled(&fa, HOLE_NUMBER, 0, 12, "\u06f1\u06f2");
	release(&fa);
}

static void all_holes_of_a_body_are_filled(void **state)
{
	struct hole holes[] = {
		{ .offset = 1, .kind = HOLE_NUMBER, .number = 7 },
		{ .offset = 2, .kind = HOLE_MESSAGE, .message = BODY_NOTE },
	};
	const struct body body = { TEXT("abc"), holes, 2 };
	struct buffer out = { 0 };
	struct arena arena = { 0 };

	(void)state;
	body_message_fill_all(&out, &arena, NULL, &body);
	assert_true(text_equal_string(buffer_text(&out), "a7bNotec"));
	buffer_release(&out);
	arena_release(&arena);
}

static void every_message_has_a_comment(void **state)
{
	int i;

	(void)state;
	for (i = 0; i < BODY_MESSAGE_COUNT; i++) {
		const struct body_message_row *row =
		    body_message_row((enum body_message)i);

		assert_true(row->id[0] != '\0' && row->comment[0] != '\0');
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plural_forms_are_those_of_the_catalog),
		cmocka_unit_test(translations_are_escaped),
		cmocka_unit_test(what_is_not_translated_is_marked_english),
		cmocka_unit_test(numbers_are_in_the_digits_of_the_locale),
		cmocka_unit_test(all_holes_of_a_body_are_filled),
		cmocka_unit_test(every_message_has_a_comment),
	};

	return cmocka_run_group_tests_name("render/body_message", tests, NULL,
	    NULL);
}
