#include "model/check.h"

#include "base/buffer.h"
#include "model/reading.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define GLOSSARY                                                               \
	"concepts:\n"                                                          \
	"- id: customer\n  en: customer\n  fi: asiakas\n  ko: 고객\n"           \
	"  tr: müşteri\n  fa: مشتری\n  sr: корисник\n"                         \
	"- id: complaint\n  en: complaint\n  fi: valitus\n  ko: 불만\n"         \
	"  tr: şikâyet\n  fa: شکایت\n  sr: притужба\n"                         \
	"- id: interrupt\n  en: interrupt (someone)\n  ko: 말을 끊다\n"         \
	"  fi: keskeyttää\n"

#define JOINER "\xE2\x80\x8C"

/* One translation; found: the codes of what is to be found, and no other. */
struct row {
	const char *source, *target, *comment, *id, *string, *found;
};

static const struct row faults[] = {
	/* Markup. */
	{ "fi", "en", "", "Sano **ei**.", "Say no.", "spans" },
	{ "fi", "en", "", "Sano *ei* nyt.", "Say no now.", "spans" },
	{ "fi", "en", "", "Sano ei.", "Say *no*.", "spans" },
	{ "fi", "en", "", "Sano *ei*.", "Say *no.", "spans" },
	{ "fi", "en", "", "Paina `x`.", "Press x.", "spans" },
	{ "fi", "en", "", "Paina `x` nyt.", "Press `x now.", "spans" },
	{ "fi", "en", "", "~~Vanha~~ uusi", "Old new", "spans" },
	{ "fi", "en", "", "Katso [tätä]({link}).", "See this {link}.",
	    "spans" },
	{ "fi", "en", "", "Näin.[^1]", "Like this.", "spans" },
	{ "fi", "en", "", "*a* ja *b*", "*a* and b", "spans" },
	/* Directions. */
	{ "fi", "fa", "", "Hei", "\xE2\x80\x8Fسلام", "bidi" },
	{ "fi", "fa", "", "Hei", "\xE2\x80\xABسلام\xE2\x80\xAC", "bidi" },
	{ "fi", "en", "", "Hei", "Hi\xE2\x81\xA9", "bidi" },
	{ "fi", "en", "", "Hei", "Hi\xE2\x80\x8E", "bidi" },
	/* Letters of Arabic. */
	{ "fi", "fa", "", "Hei", "يک سلام", "letter" },
	{ "fi", "fa", "", "Hei", "كار خوب", "letter" },
	{ "fi", "fa", "", "Hei", "حتى سلام", "letter" },
	/* Digits. */
	{ "fi", "fa", "", "Odota 5 minuuttia", "5 دقیقه صبر کنید", "digit" },
	{ "fi", "fa", "", "Vaihe 12", "مرحلهٔ 12", "digit" },
	{ "fi", "fa", "", "Vuonna 2026", "در سال ۲۰2۶", "digit" },
	/* Quotation marks. */
	{ "fi", "en", "", "”Hei”", "\\\"Hi\\\"", "quote" },
	{ "en", "fi", "", "“Hi”", "\\\"Hei\\\"", "quote" },
	{ "fi", "sr", "", "”Hei”", "\\\"Здраво\\\"", "quote" },
	{ "fi", "tr", "", "”Hei”", "'Merhaba' dedi", "quote" },
	{ "fi", "fa", "", "”Hei”", "گفت \\\"سلام\\\"", "quote" },
	/* Joiners. */
	{ "fi", "fa", "", "Hän sanoo", "او می گوید", "joiner" },
	{ "fi", "fa", "", "Hän sanoo", "او میگوید", "joiner" },
	{ "fi", "fa", "", "Ei käy", "نمی شود", "joiner" },
	{ "fi", "fa", "", "Ei käy", "نمیشود", "joiner" },
	{ "fi", "fa", "", "Kirjat", "کتاب ها", "joiner" },
	{ "fi", "fa", "", "Kirjani", "کتاب های من", "joiner" },
	/* Terms. */
	{ "fi", "en", "", "Asiakas odottaa", "The client waits", "term" },
	{ "fi", "ko", "", "Valitus on lahja", "항의는 선물입니다", "term" },
	{ "tr", "en", "", "Şikâyet armağandır", "Moaning is a gift", "term" },
	{ "sr", "fi", "", "Притужба је дар", "Moite on lahja", "term" },
	{ "en", "fa", "", "A complaint", "یک گلایه", "term" },
	{ "en", "ko", "", "Never interrupt", "방해하지 마세요", "term" },
	{ "en", "sr", "", "Customers wait", "Муштерије чекају", "term" },
	/* Left as it was. */
	{ "fi", "en", "", "Kuuntele ensin ja puhu sitten",
	    "Kuuntele ensin ja puhu sitten", "same" },
	{ "en", "tr", "", "Listen first and speak *then*",
	    "Listen first and speak *then*", "same" },
	/* Buttons. */
	{ "en", "fi", "#. On a button.\n", "Search",
	    "Etsi hakusanalla kaikkea", "length" },
	{ "en", "ko", "#. Button of the form.\n", "OK",
	    "이 양식을 지금 바로 보내기", "length" },
};

static const struct row right[] = {
	{ "fi", "en", "", "Sano **ei** ja *kyllä*: `x`", "Say **no** and "
	    "_yes_: `x`", "" },
	{ "fi", "en", "", "2 * 3 on kuusi", "2 × 3 is six", "" },
	{ "fi", "en", "", "2 \\\\* 3", "2 \\\\* 3", "" },
	{ "fi", "en", "", "[a]({link}) ja [^n]", "[^n] and [a]({link})", "" },
	{ "fi", "fa", "", "Paina `5` tai HTML5", "`5` یا HTML5", "" },
	{ "fi", "fa", "", "[a]({link2}) {count}[^1]",
	    "[ب]({link2}) {count}[^1]", "" },
	{ "fi", "fa", "", "Näin", "می" JOINER "گوید و کتاب" JOINER "ها", "" },
	{ "fi", "fa", "", "Kala", "ماهی و میز و میدان و میوه", "" },
	{ "fi", "en", "", "[a]({link} \\\"b\\\")", "[c]({link} \\\"d\\\")", "" },
	{ "fi", "en", "", "Näin", "it's the customers' day, isn't it", "" },
	{ "fi", "tr", "", "Näin", "Türkiye'de ve Ankara'da", "" },
	{ "fi", "en", "", "Asiakkaan valitus", "The customer's complaint",
	    "" },
	{ "fi", "ko", "", "Asiakas keskeyttää", "고객의 말 끊기", "" },
	{ "fi", "ko", "", "Asiakas odottaa", "고객은 기다립니다", "" },
	/* The English says something else. */
	{ "fi", "ko", "#. English: The guest waits\n", "Asiakas odottaa",
	    "손님은 기다립니다", "" },
	{ "fi", "ko", "#. English: The customer waits\n", "Asiakas odottaa",
	    "손님은 기다립니다", "term" },
	{ "fi", "en", "", "Microsoft Office", "Microsoft Office", "" },
	{ "fi", "en", "", "`make && make check now`",
	    "`make && make check now`", "" },
	{ "en", "fi", "#. On a button.\n", "Search", "Etsi sivustolta", "" },
	{ "en", "fi", "", "Search", "Etsi koko sivustolta nyt heti", "" },
	{ "en", "en", "", "Listen first and speak then",
	    "Listen first and speak then", "" },
	/* Silenced. */
	{ "fi", "en", "# opas: ignore term\n", "Asiakas", "Client", "" },
	{ "fi", "en", "# A note.\n# opas: ignore quote, term\n", "Asiakas",
	    "Client", "" },
	{ "fi", "en", "# opas: ignore spans\n", "Asiakas", "Client", "term" },
	{ "fi", "en", "#, fuzzy\n", "Asiakas", "Client", "" },
};

static const char *found(struct reading *reading, const struct row *row)
{
	static const struct text tags[] = { { "fi", 2 }, { "tr", 2 },
		{ "ko", 2 }, { "fa", 2 }, { "sr", 2 }, { "en", 2 } };
	struct arena *arena = &reading->arena;
	struct glossary *glossary = arena_new(arena, struct glossary);
	struct report report = { 0 };
	struct catalog catalog;
	struct buffer codes = { 0 };
	const char *string;
	const struct source *source = arena_new(arena, struct source);
	size_t i;

	if (!glossary_read(glossary, arena, &report,
		reading_of(reading, TEXT(GLOSSARY))))
		abort();
	*(struct source *)source = (struct source){ TEXT("x.po"),
		text_format(arena,
		    "msgid \"\"\nmsgstr \"Content-Type: text/plain; "
		    "charset=UTF-8\\n\"\n\n%smsgid \"%s\"\nmsgstr \"%s\"\n",
		    row->comment, row->id, row->string), NULL };
	if (!catalog_read(&catalog, arena, &report, source))
		fail_msg("%s", row->id);
	checks_catalog(checks_open(arena, glossary, tags, 6), &report,
	    &catalog, text_from(row->source), text_from(row->target), true);
	for (i = 0; i < report.count; i++)
		buffer_format(&codes, "%s%s", i > 0 ? " " : "",
		    message_row(report.items[i].message)->code + 3);
	string = text_string(arena, buffer_text(&codes));
	buffer_release(&codes);
	report_release(&report);
	return string;
}

static void assert_rows(struct reading *reading, const struct row *rows,
    size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcmp(found(reading, &rows[i]), rows[i].found) != 0)
			fail_msg("'%s' -> '%s': '%s', not '%s'", rows[i].id,
			    rows[i].string, found(reading, &rows[i]),
			    rows[i].found);
}

static void forty_faults_are_found(void **state)
{
	size_t count = sizeof(faults) / sizeof(faults[0]);

	assert_true(count >= 40);
	assert_rows(*state, faults, count);
}

static void what_is_right_is_left_alone(void **state)
{
	assert_rows(*state, right, sizeof(right) / sizeof(right[0]));
}

static void a_fault_is_shown_where_it_is(void **state)
{
	struct reading *reading = *state;
	struct text tag = TEXT("fa");
	struct catalog catalog;

	assert_true(catalog_read(&catalog, &reading->arena, &reading->report,
	    reading_of(reading,
		TEXT("msgid \"\"\nmsgstr \"Content-Type: text/plain; "
		     "charset=UTF-8\\n\"\n\nmsgid \"a\"\nmsgstr \"سلام 5\"\n"))));
	checks_catalog(checks_open(&reading->arena, NULL, &tag, 1),
	    &reading->report, &catalog, TEXT("en"), tag, false);
	assert_string_equal(reading_printed(reading),
	    "x.po:5:14: warning: the digit '5' is not this language's; write "
	    "'۵'; '# opas: ignore digit' above it says that it is right "
	    "[po-digit]\n"
	    " 5 | msgstr \"سلام 5\"\n"
	    "   |              ^\n");
}

static void plural_forms_are_checked_each(void **state)
{
	struct reading *reading = *state;
	struct text tag = TEXT("fi");
	struct catalog catalog;

	assert_true(catalog_read(&catalog, &reading->arena, &reading->report,
	    reading_of(reading,
		TEXT("msgid \"\"\nmsgstr \"Content-Type: text/plain; "
		     "charset=UTF-8\\n\"\n\nmsgid \"one\"\nmsgid_plural "
		     "\"all of these are here\"\nmsgstr[0] \"yksi\"\n"
		     "msgstr[1] \"all of these are here\"\n"))));
	checks_catalog(checks_open(&reading->arena, NULL, &tag, 1),
	    &reading->report, &catalog, TEXT("en"), tag, false);
	assert_int_equal(reading->report.count, 1);
	assert_int_equal(
	    reading->report.items[0].message, MESSAGE_PO_SAME);
}

#define TEST(function)                                                         \
	cmocka_unit_test_setup_teardown(function, reading_setup,               \
	    reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(forty_faults_are_found),
		TEST(what_is_right_is_left_alone),
		TEST(a_fault_is_shown_where_it_is),
		TEST(plural_forms_are_checked_each),
	};

	return cmocka_run_group_tests_name("model/check", tests, NULL, NULL);
}
