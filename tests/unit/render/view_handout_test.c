/* The slots of handouts. */
#include "render/view_handout.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/handout_viewing.h"

#define ITEM "handout/item/"

static void a_handout_leads_to_the_page_it_is_made_of(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/handouts/hei.html", "handout/class", "sheet" },
		{ "fi/handouts/hei.html", "handout/several", "-" },
		{ "fi/handouts/hei.html", "handout/paired", "-" },
		{ "fi/handouts/hei.html", "handout/linked", "yes" },
		{ "fi/handouts/hei.html", "handout/online",
		    "https://guide.example/fi/hei.html" },
		{ "fi/handouts/principles/listen.html", "handout/online",
		    "https://guide.example/fi/principles/listen.html" },
		{ "fi/handouts/principles/listen.html", "handout/linked",
		    "-" },
		{ "fi/hei.html", "handout", "-" },
	};
	struct viewing *viewing = *state;

	handout_guide(viewing);
	assert_slots(rows);
}

static void contents_name_every_part(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/handouts/hei.html", "handout/entries", "3 items" },
		{ "fi/handouts/hei.html", "handout/entries/0/title",
		    "Kuule" },
		{ "fi/handouts/hei.html", "handout/entries/0/link", "#ears" },
		{ "fi/handouts/hei.html", "handout/entries/0/number", "1" },
		{ "fi/handouts/hei.html", "handout/entries/0/page", "-" },
		{ "fi/handouts/hei.html", "handout/entries/1/exercises",
		    "yes" },
		{ "fi/handouts/hei.html", "handout/entries/2/facilitator",
		    "yes" },
	};
	struct viewing *viewing = *state;

	handout_guide(viewing);
	assert_slots(rows);
}

/* A heading goes where what is under it goes. */
static void the_text_is_without_exercises_and_notes_for_trainers(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/handouts/hei.html", ITEM "title", "Hei" },
		{ "fi/handouts/hei.html", ITEM "goals/0/text", "Osaa" },
		{ "fi/handouts/hei.html", ITEM "parts/0/topics", "2 items" },
		{ "fi/handouts/hei.html", ITEM "parts/0/topics/0/heading",
		    "-" },
		{ "fi/handouts/hei.html", ITEM "parts/0/topics/0/body",
		    "<p data-b=\".1\">Alku <a href=\"#ears\">x</a> "
		    "<a href=\"../toinen.html\">y</a>.</p>\n" },
		{ "fi/handouts/hei.html", ITEM "parts/0/topics/1/heading/own",
		    "<h2 id=\"ears\" data-b=\"ears.0\">"
		    "<span class=\"ordinal\">1.</span> Kuule</h2>" },
		{ "fi/handouts/hei.html", ITEM "parts/0/topics/1/body",
		    "<p data-b=\"ears.1\">Hiljaa.<sup><a id=\"back.1\" "
		    "href=\"#note.1\" role=\"doc-noteref\">1</a></sup></p>\n" },
		{ "fi/handouts/hei.html", ITEM "exercises_rows", "4 items" },
		{ "fi/handouts/hei.html", ITEM "exercises_rows/0/own",
		    "<h3 id=\"koe\" data-b=\"koe.0\">Koe</h3>\n" },
		{ "fi/handouts/hei.html", ITEM "exercises_rows/2/own",
		    "<h3 id=\"drill\" data-b=\"drill.0\">Harjoitus</h3>\n" },
		{ "fi/handouts/hei.html", ITEM "facilitator_rows/0/own",
		    "<h3>Kuule</h3>\n" },
		{ "fi/handouts/hei.html", ITEM "facilitator_rows",
		    "2 items" },
	};
	struct viewing *viewing = *state;

	handout_guide(viewing);
	assert_slots(rows);
}

static void times_add_up(void **state)
{
	static const struct viewing_row rows[] = {
		{ "fi/handouts/hei.html", ITEM "timings", "3 items" },
		{ "fi/handouts/hei.html", ITEM "timings/0/reading", "yes" },
		{ "fi/handouts/hei.html", ITEM "timings/0/minutes", "1" },
		{ "fi/handouts/hei.html", ITEM "timings/1/title", "Koe" },
		{ "fi/handouts/hei.html", ITEM "timings/1/minutes", "5" },
		{ "fi/handouts/hei.html", ITEM "timings/2/title",
		    "Puhu &amp; kuule" },
		{ "fi/handouts/hei.html", ITEM "minutes", "16" },
	};
	struct viewing *viewing = *state;

	handout_guide(viewing);
	assert_slots(rows);
}

/* Two articles have a note 1 each. */
static void notes_are_those_that_the_sections_refer_to(void **state)
{
	static const char page[] = "fi/handouts/principles/listen.html";
	static const struct viewing_row rows[] = {
		{ page, ITEM "parts", "2 items" },
		{ page, ITEM "parts/1/notes/own",
		    "<ol>\n<li value=\"1\" id=\"1.2.note.1\">\n"
		    "<p data-b=\"end.2\">Yksi. <a href=\"#1.2.back.1\" "
		    "role=\"doc-backlink\">\u2191<span class=\"unseen\">"
		    "<span lang=\"en\" dir=\"ltr\">Back to the text</span>"
		    "</span></a></p>\n</li>\n"
		    "<li value=\"2\" id=\"1.2.note.2\">\n"
		    "<p data-b=\"end.3\">Kaksi. <a href=\"#1.2.back.2\" "
		    "role=\"doc-backlink\">\u2191<span class=\"unseen\">"
		    "<span lang=\"en\" dir=\"ltr\">Back to the text</span>"
		    "</span></a></p>\n</li>\n</ol>\n" },
	};
	struct viewing *viewing = *state;

	handout_guide(viewing);
	assert_slots(rows);
}

static void two_languages_share_rows(void **state)
{
	struct viewing *viewing = *state;
	struct handout_choice choice = { 0 };
	struct slot_value rows = { 0 }, cell = { 0 };
	const struct slot_type *topic = &view_topic;
	const struct handout_plan *plan;
	struct handout handout;
	struct view view;
	const struct handout_topic *topics;

	handout_guide(viewing);
	view = handout_view(viewing, "fi/handouts/hei.html");
	handout = *handout_of_page(&view);
	choice = handout.choices[0];
	handout.choices = &choice;
	handout.with =
	    guide_locale(&viewing->guiding->guide, TEXT("en"));
	plan = handout_plan_make(&view, &handout);
	topics = plan->items[0].parts[0].topics;
	topic->slots[2].get(&rows, &view, &topics[0]);
	assert_int_equal(rows.count, 1);
	view_row.slots[1].get(&cell, &view, rows.items[0]);
	assert_string_equal(
	    text_string(&viewing->guiding->arena, cell.text),
	    "<p data-b=\".1\">Start <a href=\"#1.1.b.ears\">x</a>.</p>\n");
	assert_string_equal(
	    text_string(&viewing->guiding->arena, cell.language->tag), "en");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    a_handout_leads_to_the_page_it_is_made_of, viewing_setup,
		    viewing_teardown),
		cmocka_unit_test_setup_teardown(contents_name_every_part,
		    viewing_setup, viewing_teardown),
		cmocka_unit_test_setup_teardown(
		    the_text_is_without_exercises_and_notes_for_trainers,
		    viewing_setup, viewing_teardown),
		cmocka_unit_test_setup_teardown(
		    times_add_up, viewing_setup, viewing_teardown),
		cmocka_unit_test_setup_teardown(
		    notes_are_those_that_the_sections_refer_to, viewing_setup,
		    viewing_teardown),
		cmocka_unit_test_setup_teardown(two_languages_share_rows,
		    viewing_setup, viewing_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
