#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "search/asked.h"

static const struct indexed_word words[] = { { "one", 0, 1, 1 },
	{ "two", 1, 1, 1 }, { "three", 2, 1, 1 }, { "four", 3, 1, 1 },
	{ NULL, 0, 0, 0 } };
static const struct indexed_posting postings[] = { { 0, 0, 1, 90 },
	{ 0, 1, 1, 50 }, { 0, 2, 1, 50 }, { 1, 1, 1, 50 }, { 1, 2, 1, 60 },
	{ 2, 2, 1, 50 }, { 3, 4, 1, 90 } };
static const struct indexed several = { .sections = 5,
	.classes = 4,
	.stem = 3,
	.words = words,
	.postings = postings,
	.posting_count = 7 };

static void sections_with_all_words_are_found(void **state)
{
	(void)state;
	assert_found(&several, "one two", "2 exact, 1 exact");
	assert_found(&several, "two one", "2 exact, 1 exact");
	assert_found(&several, "one two three", "2 exact, 1 exact");
	assert_found(&several, "one one", "0 exact, 1 exact, 2 exact");
}

static void if_none_has_all_words_those_with_most_are_found(void **state)
{
	(void)state;
	assert_found(&several, "three four", "4 exact, 2 exact");
	assert_found(&several, "one two four", "2 exact, 1 exact");
	assert_found(&several, "one zzzzzz", "0 exact, 1 exact, 2 exact");
}

static void more_than_sixteen_words_are_not_looked_at(void **state)
{
	(void)state;
	assert_found(&several,
	    "two two two two two two two two two two two two two two two two "
	    "four",
	    "2 exact, 1 exact");
}

/* Hub 0 is named one, hub 1 two three; hub 2 is defined by one and two. */
static const struct indexed_posting hub_postings[] = { { 0, 0, 1, 240 },
	{ 0, 2, 1, 16 }, { 0, 3, 1, 255 }, { 1, 1, 1, 130 }, { 1, 2, 1, 16 },
	{ 1, 3, 1, 255 }, { 2, 1, 1, 130 }, { 2, 3, 1, 255 } };
static const struct indexed hubs = { .sections = 5,
	.principles = 3,
	.classes = 4,
	.stem = 3,
	.words = words,
	.postings = hub_postings,
	.posting_count = 8,
	.taught = (const char *const[]){ "\3\4", "\4", NULL } };

static void hubs_come_first_if_all_words_are_in_their_name(void **state)
{
	(void)state;
	assert_found(&hubs, "one", "0 exact, 3 exact, 2 exact");
	assert_found(&hubs, "two three", "1 exact, 3 exact");
	assert_found(&hubs, "one two", "3 exact, 2 exact");
	assert_found(&hubs, "onne", "3 typo, 0 typo, 2 typo");
}

static void only_sections_of_a_principle_are_found_if_it_is_given(void **state)
{
	struct engine_query query = asked_for("one");

	(void)state;
	query.principle = 1;
	asked_query(&hubs, &query, "3 exact");
	query.principle = 2;
	asked_query(&hubs, &query, "");
	query.principle = 3;
	asked_query(&hubs, &query, "");
	query.principle = UINT32_MAX;
	asked_query(&hubs, &query, "");
}

static void equal_scores_keep_the_order_of_sections(void **state)
{
	struct indexed_posting many[40];
	struct indexed index = several;
	char expected[1000] = "";
	uint32_t i;

	(void)state;
	for (i = 0; i < 40; i++) {
		many[i] = (struct indexed_posting){ 0, i, 1,
			(uint8_t)(50 + i % 3) };
	}
	for (i = 2; i < 40; i += 3)
		(void)snprintf(expected + strlen(expected), 20, "%u exact, ",
		    i);
	for (i = 1; i < 40; i += 3)
		(void)snprintf(expected + strlen(expected), 20, "%u exact, ",
		    i);
	for (i = 0; i < 40; i += 3)
		(void)snprintf(expected + strlen(expected), 20, "%u exact%s",
		    i, i < 39 ? ", " : "");
	index.sections = 40;
	index.postings = many;
	index.posting_count = 40;
	assert_found(&index, "one", expected);
}

static void words_of_the_query_say_how_they_were_found(void **state)
{
	const struct engine_word *found;
	struct engine_query query = asked_for("one, twoo zzzzzz");
	struct asked asked;

	(void)state;
	asked_open(&asked, &several);
	assert_int_equal(asked_search(&asked, &query), ENGINE_DONE);
	assert_int_equal(engine_words(asked.engine, &found), 3);
	assert_int_equal(found[0].start, 0);
	assert_int_equal(found[0].end, 3);
	assert_true(found[0].found);
	assert_int_equal(found[0].match, MATCH_EXACT);
	assert_int_equal(found[1].start, 5);
	assert_int_equal(found[1].end, 9);
	assert_true(found[1].found);
	assert_int_equal(found[1].match, MATCH_TYPO);
	assert_false(found[2].found);
	asked_close(&asked);
}

/* The words of a text that a search found, in brackets. */
static void assert_marked(const struct indexed *source, const char *query,
    const char *text, const char *expected)
{
	struct engine_query asked_query = asked_for(query);
	struct asked asked;
	uint32_t marks[8][2];
	char out[200] = "";
	size_t count, i;

	asked_open(&asked, source);
	assert_int_equal(asked_search(&asked, &asked_query), ENGINE_DONE);
	count = engine_marks(asked.engine, text, strlen(text), marks, 8);
	for (i = 0; i < count; i++)
		(void)snprintf(out + strlen(out), 40, "[%.*s]",
		    (int)(marks[i][1] - marks[i][0]), text + marks[i][0]);
	assert_string_equal(out, expected);
	asked_close(&asked);
}

static const struct indexed_word marked[] = { { "talo", 0, 1, 1 },
	{ "talossa", 0, 2, 1 }, { "taloton", 1, 1, 1 }, { "kuu", 2, 1, 1 },
	{ NULL, 0, 0, 0 } };
static const struct indexed_posting marked_postings[] = { { 0, 0, 1, 9 },
	{ 1, 0, 1, 9 }, { 2, 0, 1, 9 } };
static const struct indexed marked_index = { .sections = 1,
	.classes = 3,
	.stem = 3,
	.words = marked,
	.postings = marked_postings,
	.posting_count = 3,
	.continues = "010" };

static void words_that_were_found_are_marked(void **state)
{
	(void)state;
	assert_marked(&marked_index, "talo",
	    "Talo on talossa, ei taloton kuu.", "[Talo][talossa][taloton]");
	/* A compound that the query's word is in. */
	assert_marked(&marked_index, "talo", "Kuutalo", "[Kuutalo]");
	assert_marked(&marked_index, "kuu", "Kuutalo kuu", "[kuu]");
	assert_marked(&marked_index, "talp", "Talossa, kuu", "[Talossa]");
	assert_marked(&marked_index, "zzzzz", "Talossa, kuu", "");
}

static void there_are_no_more_marks_than_room(void **state)
{
	(void)state;
	assert_marked(&marked_index, "kuu", "kuu kuu kuu kuu kuu kuu kuu kuu "
					    "kuu kuu",
	    "[kuu][kuu][kuu][kuu][kuu][kuu][kuu][kuu]");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sections_with_all_words_are_found),
		cmocka_unit_test(
		    if_none_has_all_words_those_with_most_are_found),
		cmocka_unit_test(more_than_sixteen_words_are_not_looked_at),
		cmocka_unit_test(
		    hubs_come_first_if_all_words_are_in_their_name),
		cmocka_unit_test(
		    only_sections_of_a_principle_are_found_if_it_is_given),
		cmocka_unit_test(equal_scores_keep_the_order_of_sections),
		cmocka_unit_test(words_of_the_query_say_how_they_were_found),
		cmocka_unit_test(words_that_were_found_are_marked),
		cmocka_unit_test(there_are_no_more_marks_than_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
