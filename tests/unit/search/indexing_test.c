#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "search/made.h"

/* Two languages that no rules are known of make claims easy to follow, two
 * that have some show what they do. */
static void small_guide(struct made *made)
{
	struct guiding *guiding = &made->guiding;

	guiding_locales(guiding, "fi en");
	guiding_principles(guiding,
	    "- id: listen\n  name: Listen first\n"
	    "  definition: Hear people out.\n  aliases: [attention]\n"
	    "- id: respect\n  name: Respect\n");
	guiding_catalog(guiding, "fi",
	    "msgid \"Listen first\"\nmsgstr \"Kuuntele ensin\"\n\n"
	    "msgid \"Hear people out.\"\nmsgstr \"Anna puhua.\"\n");
	guiding_file(guiding, "fi/hei.md",
	    "---\ntitle: Huono asiakas\n---\n\nAlku.\n\n"
	    "## Kuuntele {#ears principles=listen}\n\n"
	    "Tuotepalautuksista kysytään.\n\n### Kohta {#inner}\n\n"
	    "Sisus[^1].\n\n[^1]: Alaviite.\n\n"
	    "> [!FACILITATOR]\n> Salaisuus.\n");
	guiding_file(guiding, "en/hello.md",
	    "---\ntitle: Hello\n---\n\n"
	    "## Start {#start principles=respect}\n\nBegin with a smile.\n\n"
	    "| Do | Don't |\n|---|---|\n| nod | shrug |\n\n"
	    "```\nlisting\n```\n\n![Two desks](desk.png)\n");
	guiding_attachment(guiding, "en/desk.png");
}

static void sections_are_found_by_every_kind_of_text(void **state)
{
	struct made *made = *state;

	small_guide(made);
	made_indexes(made, 1);
	assert_finds("en", "smile", "hello#start exact");
	assert_finds("en", "shrug", "hello#start exact");
	assert_finds("en", "listing", "hello#start exact");
	assert_finds("en", "desks", "hello#start exact");
	assert_finds("en", "hello", "hello#start exact");
	assert_finds("en", "start", "hello#start exact");
	assert_finds("fi", "alaviite", "hei#ears exact");
	assert_finds("fi", "kohta", "hei#ears exact");
	assert_finds("fi", "alku", "hei exact");
	made_again(made);
}

static void what_is_for_trainers_is_not_found(void **state)
{
	struct made *made = *state;

	small_guide(made);
	made_indexes(made, 1);
	assert_finds("fi", "salaisuus", "");
	made_again(made);
}

static void an_index_has_its_own_language_only(void **state)
{
	struct made *made = *state;

	small_guide(made);
	made_indexes(made, 1);
	assert_finds("fi", "smile", "");
	assert_finds("en", "sisus", "");
	made_again(made);
}

static void a_form_is_found_by_another_and_a_compound_by_its_part(
    void **state)
{
	struct made *made = *state;

	small_guide(made);
	made_indexes(made, 1);
	assert_finds("fi", "tuotepalautus", "hei#ears class");
	assert_finds("fi", "palautus", "hei#ears suffix");
	made_again(made);
}

static void the_title_comes_first_and_counts_everywhere(void **state)
{
	struct made *made = *state;

	small_guide(made);
	made_indexes(made, 1);
	assert_finds("fi", "huono", "hei exact, hei#ears exact");
	made_again(made);
}

static void principles_are_found_by_names_of_any_language_first(void **state)
{
	struct made *made = *state;

	small_guide(made);
	made_indexes(made, 1);
	assert_finds("fi", "kuuntele ensin", "*listen exact, hei#ears exact");
	assert_finds("fi", "listen first", "*listen exact");
	assert_finds("fi", "ensin", "*listen exact, hei#ears exact");
	assert_finds("fi", "attention", "*listen exact");
	assert_finds("en", "kuuntele ensin", "*listen exact");
	assert_finds("en", "respect", "*respect exact, hello#start exact");
	/* Definitions only in the language of the index. */
	assert_finds("fi", "puhua", "*listen exact");
	assert_finds("en", "puhua", "");
	made_again(made);
}

static void a_name_without_translation_is_found_as_it_is_shown(void **state)
{
	struct made *made = *state;

	small_guide(made);
	guiding_file(&made->guiding, "fi/moi.md",
	    "---\ntitle: Moi\n---\n\n"
	    "## Osa {#osa principles=respect}\n\nTeksti.\n");
	made_indexes(made, 1);
	assert_finds("fi", "respect", "*respect exact, moi#osa exact");
	made_again(made);
}

/* All bytes of an index, in order. */
static struct text bytes_of(struct made *made, struct arena *arena,
    const char *tag)
{
	const struct pack *pack = made_pack(made, tag);
	struct buffer all = { 0 };
	struct text bytes;
	size_t i;

	for (i = 0; i < pack->file_count; i++)
		buffer_add(&all, pack->files[i].bytes);
	bytes = buffer_copy(&all, arena);
	buffer_release(&all);
	return bytes;
}

static void bytes_do_not_depend_on_the_number_of_workers(void **state)
{
	struct made *made = *state;
	struct arena arena = { 0 };
	struct text one, three;

	small_guide(made);
	guiding_file(&made->guiding, "fi/moi.md",
	    "---\ntitle: Moi\n---\n\nAsiakas kysyi: kuka kuuntelee?\n");
	made_indexes(made, 1);
	one = bytes_of(made, &arena, "fi");
	made_again(made);
	small_guide(made);
	guiding_file(&made->guiding, "fi/moi.md",
	    "---\ntitle: Moi\n---\n\nAsiakas kysyi: kuka kuuntelee?\n");
	made_indexes(made, 3);
	three = bytes_of(made, &arena, "fi");
	assert_true(text_equal(one, three));
	made_again(made);
	arena_release(&arena);
}

static void a_guide_without_text_has_indexes_that_find_nothing(void **state)
{
	struct made *made = *state;

	guiding_locales(&made->guiding, "ko");
	made_indexes(made, 1);
	assert_finds("ko", "무엇", "");
	made_again(made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sections_are_found_by_every_kind_of_text),
		cmocka_unit_test(what_is_for_trainers_is_not_found),
		cmocka_unit_test(an_index_has_its_own_language_only),
		cmocka_unit_test(
		    a_form_is_found_by_another_and_a_compound_by_its_part),
		cmocka_unit_test(the_title_comes_first_and_counts_everywhere),
		cmocka_unit_test(
		    principles_are_found_by_names_of_any_language_first),
		cmocka_unit_test(
		    a_name_without_translation_is_found_as_it_is_shown),
		cmocka_unit_test(bytes_do_not_depend_on_the_number_of_workers),
		cmocka_unit_test(
		    a_guide_without_text_has_indexes_that_find_nothing),
	};

	return cmocka_run_group_tests(tests, made_setup, made_teardown);
}
