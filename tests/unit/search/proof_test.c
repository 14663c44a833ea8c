#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "search/made.h"
#include "search/proof.h"

enum { ARTICLES = 40 };

static void guide_make(struct made *made)
{
	struct guiding *guiding = &made->guiding;
	size_t i;

	guiding_locales(guiding, "en fi");
	guiding_principles(guiding, "- id: listen\n  name: Listen first\n");
	for (i = 0; i < ARTICLES; i++)
		guiding_file(guiding,
		    text_format(&guiding->arena, "en/a%02zu.md", i).at,
		    text_format(&guiding->arena,
			"---\ntitle: Number n%zu\n---\n\n## First {#first "
			"principles=listen}\n\nA word w%zu of this one, and "
			"some of all.\n",
			i, i)
			.at);
	made_indexes(made, 2);
}

/* Packs the index of en again with something done to it, and then undone. */
static void pack_again(struct made *made)
{
	struct classes classes;
	struct arrangement arrangement;
	struct endings endings;
	struct postings postings;
	struct pack_source source = { &made->indexing.collections[0],
		&classes, &arrangement, &endings, &postings };

	classes_make(&classes, &made->arena, source.collection);
	arrange(&arrangement, &made->arena, &classes);
	endings_make(&endings, &made->arena, &classes, &arrangement);
	postings_make(
	    &postings, &made->arena, source.collection, &classes);
	pack_make(&made->indexing.packs[0], &made->arena, &source);
}

static const char *prove(struct made *made, size_t most)
{
	struct report report = { 0 };
	const char *messages;

	proof_run(&made->indexing, &report, most, 2);
	messages = report_string(&made->arena, &report);
	report_release(&report);
	return messages;
}

static void what_is_found_is_not_reported(void **state)
{
	struct made *made = *state;

	guide_make(made);
	assert_string_equal(prove(made, 0), "");
	assert_string_equal(prove(made, 7), "");
	made_again(made);
}

static void a_section_without_postings_is_reported_at_its_place(void **state)
{
	struct made *made = *state;
	struct entry *entry;
	size_t count;

	guide_make(made);
	entry = &made->indexing.collections[0].items[ARTICLES / 2];
	count = entry->words_count;
	entry->words_count = 0;
	pack_again(made);
	entry->words_count = count;
	assert_non_null(strstr(prove(made, 0),
	    "content/en/a19.md:5:1: error: search in 'en' does not find this "
	    "by its word '"));
	assert_null(strstr(prove(made, 0), "a18.md"));
	made_again(made);
}

static void a_hub_that_is_not_found_is_reported(void **state)
{
	struct made *made = *state;
	struct entry *entry;
	size_t count;

	guide_make(made);
	entry = &made->indexing.collections[0].items[0];
	count = entry->words_count;
	entry->words_count = 0;
	pack_again(made);
	entry->words_count = count;
	assert_non_null(strstr(prove(made, 0), "content/principles.yaml:1:3:"));
	made_again(made);
}

static void a_result_that_leads_elsewhere_is_reported(void **state)
{
	struct made *made = *state;
	struct entry *entries, swapped;

	guide_make(made);
	entries = made->indexing.collections[0].items;
	swapped = entries[3];
	entries[3].section = entries[4].section;
	pack_again(made);
	entries[3].section = swapped.section;
	assert_non_null(strstr(prove(made, 0), "a02.md"));
	made_again(made);
}

static void a_few_samples_see_what_is_missing_everywhere(void **state)
{
	struct made *made = *state;
	struct collection *collection;
	size_t count, i;

	guide_make(made);
	collection = &made->indexing.collections[0];
	count = collection->count;
	for (i = 0; i < count; i++)
		collection->items[i].words_count = 0;
	pack_again(made);
	for (i = 0; i < count; i++)
		collection->items[i].words_count =
		    collection->items[i].section != NULL ? 2 : 1;
	assert_non_null(strstr(prove(made, 5), "[search-unfound]"));
	made_again(made);
}

static void a_language_with_text_and_an_empty_index_is_reported(void **state)
{
	struct made *made = *state;
	struct collection *collection;
	size_t i;

	guide_make(made);
	collection = &made->indexing.collections[0];
	for (i = 0; i < collection->count; i++)
		collection->items[i].words_count = 0;
	pack_again(made);
	assert_string_equal(prove(made, 0),
	    "error: the search index of 'en' is empty, though its articles "
	    "are not; that is a fault of opas, please report it "
	    "[search-empty]\n");
	made_again(made);
}

static void an_index_that_cannot_be_opened_is_reported(void **state)
{
	struct made *made = *state;

	guide_make(made);
	made->indexing.packs[0].files[0].bytes.length = 9;
	assert_non_null(strstr(prove(made, 0), "'en' is empty"));
	made_again(made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_found_is_not_reported),
		cmocka_unit_test(
		    a_section_without_postings_is_reported_at_its_place),
		cmocka_unit_test(a_hub_that_is_not_found_is_reported),
		cmocka_unit_test(a_result_that_leads_elsewhere_is_reported),
		cmocka_unit_test(a_few_samples_see_what_is_missing_everywhere),
		cmocka_unit_test(
		    a_language_with_text_and_an_empty_index_is_reported),
		cmocka_unit_test(an_index_that_cannot_be_opened_is_reported),
	};

	return cmocka_run_group_tests(tests, made_setup, made_teardown);
}
