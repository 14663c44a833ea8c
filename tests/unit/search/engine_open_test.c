#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "search/asked.h"
#include "search/engine_state.h"

static const struct indexed_word words[] = { { "aalto", 0, 1, 1 },
	{ "aamu", 1, 1, 1 }, { "ilta", 2, 1, 1 }, { "illalla", 2, 2, 1 },
	{ "meri", 3, 1, 1 }, { "ilma", 4, 1, 1 }, { NULL, 0, 0, 0 } };
static const struct indexed_posting postings[] = { { 0, 0, 1, 50 },
	{ 1, 1, 1, 50 }, { 2, 2, 1, 50 }, { 2, 3, 2, 50 }, { 3, 3, 1, 50 },
	{ 4, 4, 1, 50 } };
static const char *const taught[] = { "\2", "\3", NULL };
static const char *const suffixes[] = { "a", "lla", "n", NULL };
static const char *const changes[][2] = { { "t", "d" }, { NULL, NULL } };

/* Each part is a file of its own. */
static const struct indexed many = { .sections = 5,
	.classes = 5,
	.stem = 3,
	.words = words,
	.postings = postings,
	.posting_count = 6,
	.taught = taught,
	.suffixes = suffixes,
	.prefixes = suffixes,
	.alternations = changes,
	.words_each = 2,
	.classes_each = 2,
	.records_each = 3,
	.many = true };

static void all_is_found_in_many_files_as_in_one(void **state)
{
	struct indexed one = many;

	(void)state;
	one.many = false;
	assert_found(&one, "ilta", "2 exact, 3 class");
	assert_found(&many, "ilta", "2 exact, 3 class");
	assert_found(&one, "illalla meri", "3 exact");
	assert_found(&many, "illalla meri", "3 exact");
	assert_found(&one, "merta", "3 typo");
	assert_found(&many, "merta", "3 typo");
	assert_typed(&one, "il", "2 prefix, 3 prefix, 4 prefix");
	assert_typed(&many, "il", "2 prefix, 3 prefix, 4 prefix");
}

static void only_what_a_query_needs_is_asked_for(void **state)
{
	struct engine_query query = asked_for("aamu");
	struct asked asked;

	(void)state;
	asked_open(&asked, &many);
	assert_int_equal(engine_file_count(asked.engine), 11);
	assert_int_equal(asked_search(&asked, &query), ENGINE_DONE);
	/* A block of words, then a shard of postings. */
	assert_int_equal(asked.rounds, 3);
	assert_int_equal(asked.given, 1 << 1 | 1 << 4);
	assert_int_equal(asked_search(&asked, &query), ENGINE_DONE);
	assert_int_equal(asked.rounds, 1);
	asked_close(&asked);
}

static void a_principle_needs_the_list_of_its_sections(void **state)
{
	struct engine_query query = asked_for("ilta");
	struct asked asked;
	char found[100];

	(void)state;
	asked_open(&asked, &many);
	query.principle = 2;
	assert_int_equal(asked_search(&asked, &query), ENGINE_DONE);
	asked_hits(found, sizeof(found), &asked);
	assert_string_equal(found, "3 class");
	assert_int_equal(asked.given >> 10, 1);
	asked_close(&asked);
}

static void files_have_the_names_of_the_header(void **state)
{
	struct asked asked;

	(void)state;
	asked_open(&asked, &many);
	assert_memory_equal(engine_file_name(asked.engine, 1), "file000001",
	    10);
	assert_memory_equal(engine_file_name(asked.engine, 10), "file000010",
	    10);
	assert_null(engine_file_name(asked.engine, 0));
	assert_null(engine_file_name(asked.engine, 11));
	asked_close(&asked);
}

static void searches_go_on_without_a_file(void **state)
{
	struct engine_query query = asked_for("aamu meri");
	struct asked asked;
	char found[100];

	(void)state;
	asked_open(&asked, &many);
	assert_int_equal(engine_give(asked.engine, 1, NULL, 0), ENGINE_DONE);
	assert_int_equal(asked_search(&asked, &query), ENGINE_DONE);
	assert_true(engine_incomplete(asked.engine));
	asked_hits(found, sizeof(found), &asked);
	assert_string_equal(found, "3 exact");
	/* It may come after all. */
	assert_int_equal(engine_give(asked.engine, 1, asked.index.files[1].at,
			     asked.index.files[1].length),
	    ENGINE_DONE);
	assert_int_equal(asked_search(&asked, &query), ENGINE_DONE);
	assert_false(engine_incomplete(asked.engine));
	asked_hits(found, sizeof(found), &asked);
	assert_string_equal(found, "1 exact, 3 exact");
	asked_close(&asked);
}

static void a_file_of_another_place_is_damage(void **state)
{
	struct asked asked;

	(void)state;
	asked_open(&asked, &many);
	assert_int_equal(engine_give(asked.engine, 1, asked.index.files[2].at,
			     asked.index.files[2].length),
	    ENGINE_DAMAGED);
	assert_int_equal(engine_give(asked.engine, 11,
			     asked.index.files[2].at, 1),
	    ENGINE_DAMAGED);
	assert_int_equal(engine_give(asked.engine, 1, asked.index.files[1].at,
			     asked.index.files[1].length - 1),
	    ENGINE_DAMAGED);
	asked_close(&asked);
}

static void a_file_without_its_part_is_damage_when_it_is_needed(void **state)
{
	struct engine_query query = asked_for("aamu");
	struct asked asked;

	(void)state;
	asked_open(&asked, &many);
	assert_int_equal(engine_give(asked.engine, 1, asked.index.files[1].at,
			     0),
	    ENGINE_DONE);
	assert_int_equal(engine_search(asked.engine, &query), ENGINE_DAMAGED);
	asked_close(&asked);
}

/* Of the section: id, anchor. */
static void assert_record(struct asked *asked, uint32_t section,
    const char *expected)
{
	struct engine_record record;
	enum engine_status status;
	char text[100];

	while ((status = engine_record(asked->engine, section, &record)) ==
	    ENGINE_NEEDS)
		asked_give(asked);
	assert_int_equal(status, ENGINE_DONE);
	(void)snprintf(text, sizeof(text), "%.*s %.*s %.*s %.*s %.*s",
	    (int)record.id.length, record.id.at, (int)record.path.length,
	    record.path.at, (int)record.title.length, record.title.at,
	    (int)record.anchor.length, record.anchor.at,
	    (int)record.text.length, record.text.at);
	assert_string_equal(text, expected);
	assert_int_equal(record.principles_length, 2);
	assert_memory_equal(record.principles, "\1\2", 2);
}

static void records_share_what_is_of_the_article(void **state)
{
	struct engine_record record;
	struct asked asked;

	(void)state;
	asked_open(&asked, &many);
	assert_record(&asked, 0, "a Path Title s0 Text.");
	assert_record(&asked, 1, "a Path Title s1 Text.");
	assert_record(&asked, 3, "b Path Title s3 Text.");
	assert_record(&asked, 4, "c Path Title s4 Text.");
	assert_int_equal(engine_record(asked.engine, 5, &record),
	    ENGINE_DAMAGED);
	assert_int_equal(engine_record(asked.engine, UINT32_MAX, &record),
	    ENGINE_DAMAGED);
	asked_close(&asked);
}

static void letters_may_be_rare(void **state)
{
	struct indexed index = many;

	(void)state;
	index.common = 2;
	index.stem = 6;
	assert_found(&index, "meri", "3 exact");
	assert_found(&index, "ilta", "2 exact, 3 class");
	assert_found(&index, "maalto", "0 typo");
}

static void memory_must_suffice(void **state)
{
	struct asked asked;
	const struct indexed_bytes *first;
	size_t room;

	(void)state;
	asked_open(&asked, &many);
	first = &asked.index.files[0];
	room = engine_room(first->at, first->length);
	assert_null(engine_open(asked.memory, room - 1, first->at,
	    first->length));
	assert_non_null(engine_open(asked.memory, room, first->at,
	    first->length));
	asked_close(&asked);
}

/* What does not reach beyond the bytes, for the sanitizer: any answer will
 * do. */
static void use(const uint8_t *bytes, size_t length)
{
	static const char *const queries[] = { "illalla meri", "ilalla",
		"aalloilla" };
	size_t room, i;
	uint8_t *copy = malloc(length > 0 ? length : 1);
	void *memory;
	struct engine *engine;
	struct engine_record record;

	memcpy(copy, bytes, length);
	room = engine_room(copy, length);
	assert_true(room < 1 << 28);
	memory = malloc(room > 0 ? room : 1);
	engine = engine_open(memory, room, copy, length);
	for (i = 0; i < 3 && engine != NULL; i++) {
		struct engine_query query = asked_for(queries[i]);
		const struct engine_hit *hits;
		uint32_t marks[4][2];
		size_t count;

		query.typing = i == 1;
		if (engine_search(engine, &query) != ENGINE_DONE)
			continue;
		count = engine_hits(engine, &hits);
		if (count > 0)
			(void)engine_record(engine, hits[0].section, &record);
		(void)engine_marks(engine, queries[i], query.length, marks, 4);
	}
	free(memory);
	free(copy);
}

static void an_index_may_be_cut_anywhere(void **state)
{
	struct indexed one = many;
	struct indexed_index index;
	size_t length;

	(void)state;
	one.many = false;
	indexed_make(&index, &one);
	for (length = 0; length <= index.files[0].length; length++)
		use(index.files[0].at, length);
	indexed_free(&index);
}

static void any_byte_of_an_index_may_be_damaged(void **state)
{
	static const uint8_t values[] = { 0, 1, 0x7F, 0x80, 0xFF };
	struct indexed one = many;
	struct indexed_index index;
	size_t i, j;

	(void)state;
	one.many = false;
	indexed_make(&index, &one);
	for (i = 0; i < index.files[0].length; i++) {
		uint8_t kept = index.files[0].at[i];

		for (j = 0; j < sizeof(values); j++) {
			index.files[0].at[i] = values[j];
			use(index.files[0].at, index.files[0].length);
		}
		index.files[0].at[i] = kept;
	}
	indexed_free(&index);
}

static void too_much_work_is_damage(void **state)
{
	struct engine_query query = asked_for("aamu");
	struct asked asked;

	(void)state;
	asked_open(&asked, &many);
	assert_int_equal(asked_search(&asked, &query), ENGINE_DONE);
	assert_true(asked.engine->steps < 1000);
	assert_true(engine_step(asked.engine,
	    ENGINE_STEPS - asked.engine->steps));
	assert_int_equal(engine_status_of(asked.engine), ENGINE_DONE);
	assert_false(engine_step(asked.engine, 1));
	assert_int_equal(engine_status_of(asked.engine), ENGINE_DAMAGED);
	asked_close(&asked);
}

static void other_versions_are_not_opened(void **state)
{
	struct indexed_index index;

	(void)state;
	indexed_make(&index, &many);
	/* Kind, number, length of two bytes, "opas", version. */
	assert_int_equal(index.files[0].at[8], INDEX_VERSION);
	assert_int_not_equal(engine_room(index.files[0].at,
				 index.files[0].length),
	    0);
	index.files[0].at[8] = INDEX_VERSION + 1;
	assert_int_equal(engine_room(index.files[0].at,
			     index.files[0].length),
	    0);
	indexed_free(&index);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_is_found_in_many_files_as_in_one),
		cmocka_unit_test(only_what_a_query_needs_is_asked_for),
		cmocka_unit_test(a_principle_needs_the_list_of_its_sections),
		cmocka_unit_test(files_have_the_names_of_the_header),
		cmocka_unit_test(searches_go_on_without_a_file),
		cmocka_unit_test(a_file_of_another_place_is_damage),
		cmocka_unit_test(
		    a_file_without_its_part_is_damage_when_it_is_needed),
		cmocka_unit_test(records_share_what_is_of_the_article),
		cmocka_unit_test(letters_may_be_rare),
		cmocka_unit_test(memory_must_suffice),
		cmocka_unit_test(an_index_may_be_cut_anywhere),
		cmocka_unit_test(any_byte_of_an_index_may_be_damaged),
		cmocka_unit_test(too_much_work_is_damage),
		cmocka_unit_test(other_versions_are_not_opened),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
