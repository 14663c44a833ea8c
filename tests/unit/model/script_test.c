#include "model/script.h"

#include "base/file.h"
#include "model/po_reader.h"
#include "model/reading.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

struct row {
	const char *cyrillic, *latin;
};

static void assert_rows(struct reading *reading, const struct row *rows,
    size_t count, bool plain)
{
	size_t i;

	for (i = 0; i < count; i++) {
		struct text text = text_from(rows[i].cyrillic);

		assert_text(reading,
		    plain ? script_latin_plain(&reading->arena, text)
			  : script_latin(&reading->arena, text),
		    rows[i].latin);
	}
}

#define ASSERT_ROWS(state, rows, plain)                                        \
	assert_rows(                                                           \
	    *(state), (rows), sizeof(rows) / sizeof((rows)[0]), (plain))

static void every_letter_has_its_latin_one(void **state)
{
	static const struct row rows[] = {
		{ "абвгдђежзијклљмнњопрстћуфхцчџш",
		    "abvgdđežzijklljmnnjoprstćufhcčdžš" },
		{ "АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ",
		    "ABVGDĐEŽZIJKLLJMNNJOPRSTĆUFHCČDŽŠ" },
		{ "Фијуче ветар у шибљу, леди пасаже и куће иза њих и гунђа "
		  "у оџацима.",
		    "Fijuče vetar u šiblju, ledi pasaže i kuće iza njih i "
		    "gunđa u odžacima." },
		{ "ЂАЧКИ ЋУМЕЗ", "ĐAČKI ĆUMEZ" },
		{ "Ђак Ћира Џо Шаље", "Đak Ćira Džo Šalje" },
		/* Two letters in Cyrillic, the same two in Latin. */
		{ "инјекција, надживети, конјункција, подјармити",
		    "injekcija, nadživeti, konjunkcija, podjarmiti" },
		{ "предјело и предео", "predjelo i predeo" },
	};

	ASSERT_ROWS(state, rows, false);
	ASSERT_ROWS(state, rows, true);
}

static void digraphs_are_capitals_as_what_is_beside_them(void **state)
{
	static const struct row rows[] = {
		{ "љубав", "ljubav" },
		{ "Љубав", "Ljubav" },
		{ "ЉУБАВ", "LJUBAV" },
		{ "Његош", "Njegoš" },
		{ "ЊЕГОШ", "NJEGOŠ" },
		{ "џеп", "džep" },
		{ "Џеп", "Džep" },
		{ "ЏЕП", "DŽEP" },
		{ "НАЉ", "NALJ" },
		{ "НАЉ-а", "NALJ-a" },
		{ "ЉП", "LJP" },
		{ "УЏ-у", "UDŽ-u" },
		{ "Љ-а", "Lj-a" },
		{ "КОЊ", "KONJ" },
		{ "КОЊИЦ", "KONJIC" },
		{ "Коњ", "Konj" },
		{ "„ЊУЈОРКЕР“", "„NJUJORKER“" },
		{ "„Њ“", "„Nj“" },
		{ "слово Њ је", "slovo Nj je" },
		{ "СЛОВО Њ", "SLOVO NJ" },
		{ "Њ, СЛОВО", "NJ, SLOVO" },
		{ "Њ", "Nj" },
		{ "Љ. Ненадовић", "Lj. Nenadović" },
		{ "у СФРЈ Љ. Ненадовић", "u SFRJ Lj. Nenadović" },
		{ "Њ. К. В.", "Nj. K. V." },
		{ "Њ.К.В.", "Nj.K.V." },
		{ "А, Љ, Њ", "A, Lj, Nj" },
		{ "Љ2 и 2Љ", "Lj2 i 2Lj" },
		{ "ТЉ2", "TLJ2" },
		{ "ЉуБАв", "LjuBAv" },
		{ "ЉЉ", "LJLJ" },
		{ "ЉЊ", "LJNJ" },
		{ "ЉУ́БАВ", "LJÚBAV" },
		{ "Љ**убав**", "Lj**ubav**" },
		{ "**Љ**УБАВ", "**LJ**UBAV" },
		{ "**Љ**убав", "**Lj**ubav" },
		{ "Љ\u00ADУБАВ", "LJ\u00ADUBAV" },
		{ "*НАЉ*", "*NALJ*" },
		{ "РЈ-Љ ПЛУС", "RJ-LJ PLUS" },
	};

	ASSERT_ROWS(state, rows, false);
}

static void accents_stay_on_their_letters(void **state)
{
	static const struct row rows[] = {
		{ "гра̏д", "grȁd" },
		{ "гра̑д", "grȃd" },
		{ "во̀да", "vòda" },
		{ "зи́ма", "zíma" },
		{ "р̏т", "ȑt" },
		{ "сѐло", "sèlo" },
		{ "сѝто", "sìto" },
		{ "жѐнӣ", "žènī" },
		{ "слу̀шајӯ", "slùšajū" },
		{ "СЀЛО", "SÈLO" },
		{ "љу́бав", "ljúbav" },
	};

	ASSERT_ROWS(state, rows, false);
}

static void what_is_not_serbian_cyrillic_stays(void **state)
{
	static const struct row rows[] = {
		{ "", "" },
		{ "Ljubav, Đorđe, ǆ", "Ljubav, Đorđe, ǆ" },
		{ "12. 3. 2026. у 15:30 ч", "12. 3. 2026. u 15:30 č" },
		{ "HTML-ом, PDF-у, e-mail", "HTML-om, PDF-u, e-mail" },
		{ "SMSом и web-страница", "SMSom i web-stranica" },
		{ "ISO 9001:2015 – „квалитет“", "ISO 9001:2015 – „kvalitet“" },
		{ "Достоевский и Чехов", "Достоевский i Čehov" },
		{ "Ѓорѓи, Київ и щит", "Ѓорѓи, Київ i щит" },
		{ "σοφία значи мудрост", "σοφία znači mudrost" },
		{ "سلام, 안녕", "سلام, 안녕" },
		{ "види https://пример.срб/љ?а=б, па", "vidi "
		  "https://пример.срб/љ?а=б, pa" },
		{ "(http://срб.срб)на", "(http://срб.срб)na" },
		{ "www.њ.срб је", "www.њ.срб je" },
		{ "{count} порука од {name}", "{count} poruka od {name}" },
		{ "{language}: још {count}", "{language}: još {count}" },
		{ "\xD0 и \xFFж", "\xD0 i \xFFž" },
	};

	ASSERT_ROWS(state, rows, false);
	ASSERT_ROWS(state, rows, true);
}

static void markup_stays_and_its_words_change(void **state)
{
	static const struct row rows[] = {
		{ "*љуто* и **добро** и ~~лоше~~",
		    "*ljuto* i **dobro** i ~~loše~~" },
		{ "[правила]({link}) и [још]({link2} \"наслов\")",
		    "[pravila]({link}) i [još]({link2} \"naslov\")" },
		{ "![слика]({image})", "![slika]({image})" },
		{ "<{link}> па", "<{link}> pa" },
		{ "напомена[^1] и [^белешка]", "napomena[^1] i [^белешка]" },
		{ "код `а љ б` овде", "kod `а љ б` ovde" },
		{ "``а ` љ`` б", "``а ` љ`` b" },
		{ "```а`` ` б``` в", "```а`` ` б``` v" },
		{ "`` није код `", "`` nije kod `" },
		{ "\\`није код\\`", "\\`nije kod\\`" },
		{ "`а\\` б", "`а\\` b" },
		{ "<b class=\"љ\">добро</b> <!-- тајно -->да",
		    "<b class=\"љ\">dobro</b> <!-- тајно -->da" },
		{ "<i title='а > б'>в</i>", "<i title='а > б'>v</i>" },
		{ "а < б, \\<б>", "a < b, \\<b>" },
		{ "<б и <a није", "<b i <a nije" },
		{ "ред\\\nдруги", "red\\\ndrugi" },
		{ "[^није", "[^nije" },
		{ "> љ\n\n- а\n- [ ] б", "> lj\n\n- a\n- [ ] b" },
	};
	static const struct row plain[] = {
		{ "Знак ` и <b> у `наслову`", "Znak ` i <b> u `naslovu`" },
		{ "[реч]{.keep}", "[reč]{.keep}" },
		{ "[^а] и \\љ", "[^a] i \\lj" },
	};

	ASSERT_ROWS(state, rows, false);
	ASSERT_ROWS(state, plain, true);
}

static void what_authors_keep_stays_without_the_mark(void **state)
{
	static const struct row rows[] = {
		{ "Слово [љ]{.keep} је љ.", "Slovo љ je lj." },
		{ "[Љубав]{.keep}", "Љубав" },
		{ "[а]{.keep}[б]{.keep}в", "абv" },
		{ "[*Његош* и `а`]{.keep} и", "*Његош* и `а` i" },
		{ "[а \\[б\\] в]{.keep}", "[a \\[b\\] v]{.keep}" },
		{ "[на \\[љ\\]{.keep} овде]({link})", "[na љ ovde]({link})" },
		{ "[[љ]{.keep} а", "[љ a" },
		{ "[љ] {.keep}", "[lj] {.keep}" },
		{ "[љ]{.kept}", "[lj]{.kept}" },
		{ "[љ](a){.keep}", "[lj](a){.keep}" },
		{ "`[љ]{.keep}`", "`[љ]{.keep}`" },
		{ "[љ\\]{.keep}", "[lj\\]{.keep}" },
		{ "[latin]{.keep}", "latin" },
		{ "[]{.keep}", "" },
		{ "[љ]{.kee", "[lj]{.kee" },
	};

	ASSERT_ROWS(state, rows, false);
}

/* Letters of U+0400 to U+04FF, which UTF-8 begins with 0xD0 to 0xD3. */
static void assert_none_left(struct text text, const char *path)
{
	size_t at, code = 0;

	for (at = 0; at < text.length; at++) {
		if (text.at[at] == '`')
			code ^= 1;
		if (code == 0 && ((unsigned char)text.at[at] & 0xFC) == 0xD0)
			fail_msg("%s: %.*s", path,
			    TEXT_ARGUMENTS(text_slice(text, at, 80)));
	}
}

static void the_serbian_article_has_no_cyrillic_left(void **state)
{
	struct reading *reading = *state;
	const char *path = "content/sr/seven-habits.md";
	struct text bytes, latin;

	assert_true(file_read(&bytes, &reading->arena, path));
	latin = script_latin(&reading->arena, bytes);
	assert_none_left(latin, path);
	assert_int_not_equal(TEXT_NONE,
	    text_find(latin, TEXT("## Budite ljubazni {#be-kind "), 0));
	assert_int_equal(latin.at[latin.length - 1], '\n');
	/* It is idempotent. */
	assert_ptr_equal(
	    script_latin(&reading->arena, latin).at, latin.at);
}

static void assert_converted(struct reading *reading,
    const struct catalog_entry *entry, const char *path)
{
	size_t i;

	for (i = 0; i < entry->string_count; i++)
		if (text_find(entry->strings[i], TEXT("]{.keep}"), 0) ==
		    TEXT_NONE)
			assert_none_left(script_latin(&reading->arena,
					     entry->strings[i]),
			    path);
}

static void the_serbian_catalogs_have_no_cyrillic_left(void **state)
{
	struct reading *reading = *state;
	struct file_list files = { 0 };
	struct text bytes;
	size_t i, k, count = 0;

	assert_true(file_walk(&files, &reading->arena, "locales", NULL));
	for (i = 0; i < files.count; i++) {
		struct po_entries entries = { 0 };
		const char *path = file_path(&reading->arena, "locales",
		    files.items[i].path);

		if (!text_ends(files.items[i].path, TEXT("/sr.po")))
			continue;
		assert_true(file_read(&bytes, &reading->arena, path));
		assert_true(po_read(&entries, &reading->arena,
		    &reading->report, reading_of(reading, bytes), 0));
		for (k = 0; k < entries.count; k++)
			assert_converted(reading, &entries.items[k], path);
		count += entries.count;
	}
	assert_true(count > 300);
}

#define TEST(function)                                                         \
	cmocka_unit_test_setup_teardown(function, reading_setup,               \
	    reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_letter_has_its_latin_one),
		TEST(digraphs_are_capitals_as_what_is_beside_them),
		TEST(accents_stay_on_their_letters),
		TEST(what_is_not_serbian_cyrillic_stays),
		TEST(markup_stays_and_its_words_change),
		TEST(what_authors_keep_stays_without_the_mark),
		TEST(the_serbian_article_has_no_cyrillic_left),
		TEST(the_serbian_catalogs_have_no_cyrillic_left),
	};

	return cmocka_run_group_tests_name("model/script", tests, NULL, NULL);
}
