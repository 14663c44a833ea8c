#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/hash.h"
#include "search/made.h"

/* So many articles of one section, each with words of its own, so that an
 * index has several files of each kind. */
static void large_guide(struct made *made, size_t count)
{
	struct guiding *guiding = &made->guiding;
	size_t i, j;

	guiding_locales(guiding, "en");
	guiding_principles(guiding,
	    "- id: a\n  name: One\n- id: b\n  name: Two\n- id: c\n"
	    "  name: Three\n");
	for (i = 0; i < count; i++) {
		struct buffer text = { 0 };

		/* Articles reach over the borders of chunks. */
		buffer_format(&text,
		    "---\ntitle: Title t%zu\nprinciples: [%s]\n---\n\n", i,
		    i % 2 > 0 ? "a" : "b");
		for (j = 0; j < 40; j++)
			buffer_format(&text, "w%zux%zu common ", i, j);
		for (j = 0; j < 3; j++)
			buffer_format(&text,
			    "\n\n## Part {#p%zu}\n\nv%zux%zu\n", j, i, j);
		buffer_add_char(&text, '\0');
		guiding_file(guiding,
		    text_format(&guiding->arena, "en/d%04zu.md", i).at,
		    text.bytes);
		buffer_release(&text);
	}
	made_indexes(made, 2);
}

static void a_large_index_is_found_in_through_its_files(void **state)
{
	struct made *made = *state;
	size_t i;

	large_guide(made, 400);
	assert_true(made_pack(made, "en")->file_count > 10);
	assert_true(made_pack(made, "en")->file_count < 300);
	assert_finds("en", "w0x0", "d0000 exact");
	assert_finds("en", "w399x39", "d0399 exact");
	assert_finds("en", "w217x5 w217x6", "d0217 exact");
	assert_finds("en", "t399",
	    "d0399 exact, d0399#p0 exact, d0399#p1 exact, d0399#p2 exact");
	for (i = 0; i < 400; i++)
		assert_finds("en",
		    text_format(&made->arena, "v%zux2", i).at,
		    text_format(&made->arena, "d%04zu#p2 exact", i).at);
	made_again(made);
}

static void a_small_index_is_one_file(void **state)
{
	struct made *made = *state;

	large_guide(made, 5);
	assert_int_equal(made_pack(made, "en")->file_count, 1);
	assert_finds("en", "w4x1", "d0004 exact");
	made_again(made);
}

/* What a query finds among what teaches a principle. */
static size_t count_taught(struct made *made, const char *words,
    uint32_t principle)
{
	const struct engine_query query = { .text = words,
		.length = strlen(words), .principle = principle + 1 };
	const struct engine_hit *hits;
	struct ask ask;
	size_t count;

	made_ask(made, &ask, "en");
	assert_true(ask_search(&ask, &query));
	count = engine_hits(ask.engine, &hits);
	ask_close(&ask);
	return count;
}

static void sections_of_a_principle_are_known(void **state)
{
	struct made *made = *state;

	large_guide(made, 401);
	assert_int_equal(count_taught(made, "common", 0), 200);
	assert_int_equal(count_taught(made, "common", 1), 201);
	assert_int_equal(count_taught(made, "common", 2), 0);
	made_again(made);
}

static struct engine_record record_of(struct made *made, struct ask *ask,
    const char *words)
{
	const struct engine_query query = { .text = words,
		.length = strlen(words) };
	const struct engine_hit *hits;
	struct engine_record record;

	made_ask(made, ask, "en");
	assert_true(ask_search(ask, &query));
	assert_true(engine_hits(ask->engine, &hits) > 0);
	assert_true(ask_record(ask, hits[0].section, &record));
	return record;
}

static void text_is_cut_at_a_word_if_there_is_much(void **state)
{
	struct made *made = *state;
	struct engine_record record;
	struct buffer whole = { 0 };
	struct ask ask;
	size_t i, end;

	large_guide(made, 400);
	record = record_of(made, &ask, "w7x0");
	for (i = 0; i < 40; i++)
		buffer_format(&whole, "w7x%zu common ", i);
	end = record.text.length - 3;
	assert_true(record.text.length <= TERMS_TEXT);
	assert_true(record.text.length > TERMS_TEXT - 20);
	assert_memory_equal(record.text.at, whole.bytes, end);
	assert_int_equal(whole.bytes[end], ' ');
	assert_memory_equal(record.text.at + end, "\xE2\x80\xA6", 3);
	buffer_release(&whole);
	ask_close(&ask);
	made_again(made);
}

static void text_is_longer_if_there_is_little(void **state)
{
	struct made *made = *state;
	struct engine_record record;
	struct ask ask;

	large_guide(made, 5);
	record = record_of(made, &ask, "w3x0");
	assert_true(record.text.length > TERMS_TEXT);
	assert_true(text_ends(
	    (struct text){ record.text.at, record.text.length },
	    TEXT("w3x39 common")));
	ask_close(&ask);
	made_again(made);
}

static void files_have_the_hash_of_their_bytes(void **state)
{
	struct made *made = *state;
	const struct pack *pack;
	size_t i;

	large_guide(made, 100);
	pack = made_pack(made, "en");
	for (i = 0; i < pack->file_count; i++)
		assert_true(text_equal(pack->files[i].hash,
		    hash_name(&made->arena,
			hash_bytes(pack->files[i].bytes))));
	made_again(made);
}

static void parts_grow_where_they_would_be_too_many(void **state)
{
	(void)state;
	assert_int_equal(pack_target(1000, 100, 20), 100);
	assert_int_equal(pack_target(10000, 100, 20), 500);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_large_index_is_found_in_through_its_files),
		cmocka_unit_test(a_small_index_is_one_file),
		cmocka_unit_test(sections_of_a_principle_are_known),
		cmocka_unit_test(text_is_cut_at_a_word_if_there_is_much),
		cmocka_unit_test(text_is_longer_if_there_is_little),
		cmocka_unit_test(files_have_the_hash_of_their_bytes),
		cmocka_unit_test(parts_grow_where_they_would_be_too_many),
	};

	return cmocka_run_group_tests(tests, made_setup, made_teardown);
}
