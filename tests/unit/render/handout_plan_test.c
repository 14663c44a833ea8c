/* What a handout holds, and how it is numbered. */
#include "render/handout_plan.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/handout_viewing.h"

/* The contents of a plan: "1 ears,2 drill". */
static const char *contents(struct viewing *viewing,
    const struct handout_plan *plan)
{
	struct buffer out = { 0 };
	struct text text;
	size_t i;

	for (i = 0; i < plan->entry_count; i++)
		buffer_format(&out, "%s%.*s %.*s", i > 0 ? "," : "",
		    TEXT_ARGUMENTS(plan->entries[i].number),
		    TEXT_ARGUMENTS(plan->entries[i].id));
	text = buffer_copy(&out, &viewing->guiding->arena);
	buffer_release(&out);
	return text_string(&viewing->guiding->arena, text);
}

static struct handout handout_of(struct viewing *viewing, const char *tag,
    const struct handout_choice *choices, size_t count)
{
	return (struct handout){
		.locale = guide_locale(
		    &viewing->guiding->guide, text_from(tag)),
		.choices = choices,
		.choice_count = count,
		.exercises = true,
		.lines = true,
		.facilitator = true,
	};
}

/* A section that is nothing but an exercise is no part of the text. */
static void an_article_is_numbered_by_its_sections(void **state)
{
	struct viewing *viewing = *state;
	struct view view;

	handout_guide(viewing);
	view = handout_view(viewing, "fi/handouts/hei.html");
	assert_string_equal(
	    contents(viewing,
		handout_plan_make(&view, handout_of_page(&view))),
	    "1 ears,2 1.hei.exercises,3 1.hei.facilitator");
}

static void what_is_left_out_has_no_number(void **state)
{
	struct viewing *viewing = *state;
	struct handout_choice choice = { 0 };
	struct handout handout;
	struct view view;

	handout_guide(viewing);
	view = handout_view(viewing, "fi/handouts/hei.html");
	choice.article =
	    guide_article(&viewing->guiding->guide, TEXT("hei"));
	handout = handout_of(viewing, "fi", &choice, 1);
	handout.exercises = false;
	assert_string_equal(
	    contents(viewing, handout_plan_make(&view, &handout)),
	    "1 ears,2 1.hei.facilitator");
	handout.facilitator = false;
	assert_string_equal(
	    contents(viewing, handout_plan_make(&view, &handout)), "1 ears");
}

static void several_choices_have_ids_and_numbers_of_their_own(void **state)
{
	struct viewing *viewing = *state;
	const struct guide *guide;
	struct handout_choice choices[2] = { 0 };
	struct handout handout;
	struct view view;

	handout_guide(viewing);
	guide = &viewing->guiding->guide;
	view = handout_view(viewing, "fa/handouts.html");
	choices[0].article = guide_article(guide, TEXT("toinen"));
	choices[1].principle = guide_principle(guide, TEXT("listen"));
	handout = handout_of(viewing, "fa", choices, 2);
	assert_string_equal(
	    contents(viewing, handout_plan_make(&view, &handout)),
	    "۱ 1.toinen,۱.۱ 1.1.ears,۱.۲ 1.1.end,"
	    "۲ 2.listen,۲.۱ 2.1.ears,۲.۲ 2.2.ears,"
	    "۲.۳ 2.listen.exercises,۲.۴ 2.listen.facilitator");
}

static void the_second_language_stands_beside_the_first(void **state)
{
	struct viewing *viewing = *state;
	const struct guide *guide;
	const struct handout_plan *plan;
	struct handout_choice choice = { 0 };
	struct handout handout;
	struct view view;

	handout_guide(viewing);
	guide = &viewing->guiding->guide;
	view = handout_view(viewing, "fi/handouts/hei.html");
	choice.article = guide_article(guide, TEXT("hei"));
	handout = handout_of(viewing, "fi", &choice, 1);
	handout.with = guide_locale(guide, TEXT("en"));
	plan = handout_plan_make(&view, &handout);
	assert_ptr_equal(plan->items[0].other,
	    choice.article->editions[handout.with->index]);
	assert_non_null(plan->items[0].parts[0].topics[1].other);
	assert_null(plan->items[0].parts[0].topics[2].other);
	/* An article without an edition there stands alone. */
	choice.article = guide_article(guide, TEXT("toinen"));
	plan = handout_plan_make(&view, &handout);
	assert_null(plan->items[0].other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    an_article_is_numbered_by_its_sections, viewing_setup,
		    viewing_teardown),
		cmocka_unit_test_setup_teardown(what_is_left_out_has_no_number,
		    viewing_setup, viewing_teardown),
		cmocka_unit_test_setup_teardown(
		    several_choices_have_ids_and_numbers_of_their_own,
		    viewing_setup, viewing_teardown),
		cmocka_unit_test_setup_teardown(
		    the_second_language_stands_beside_the_first, viewing_setup,
		    viewing_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
