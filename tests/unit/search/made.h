/*
 * What the tests of the indexes share: those of a small guide out of strings
 * (guiding.h), in memory, and what is found in them.
 */
#ifndef UNIT_SEARCH_MADE_H
#define UNIT_SEARCH_MADE_H

/* The tests of read/ and the languages both have a struct reading. */
#define reading test_reading
#include "guiding.h"
#undef reading

#include "search/ask.h"
#include "search/indexing.h"

struct made {
	struct guiding guiding;
	struct arena arena;
	struct terms **terms;
	size_t worker_count;
	struct indexing indexing;
};

static inline int made_setup(void **state)
{
	*state = calloc(1, sizeof(struct made));
	return *state == NULL;
}

static inline void made_again(struct made *made)
{
	size_t i;

	indexing_release(&made->indexing);
	for (i = 0; i < made->worker_count; i++)
		terms_close(made->terms[i]);
	made->worker_count = 0;
	arena_release(&made->arena);
	guiding_again(&made->guiding);
}

static inline int made_teardown(void **state)
{
	made_again(*state);
	free(*state);
	return 0;
}

/* The edition that a file became. */
static inline struct edition *edition_of(struct made *made,
    const struct source_file *file)
{
	const struct article *article =
	    guide_article(&made->guiding.guide, file->id);
	const struct locale *locale =
	    guide_locale(&made->guiding.guide, file->locale);

	return (struct edition *)article->editions[locale->index];
}

/* Reads the words of an article, which guiding.h does not. */
static inline void made_read(struct made *made, size_t worker,
    const struct source_file *file)
{
	struct document_options options = { .locale = file->locale,
		.take_piece = terms_piece,
		.reader = made->terms[worker] };
	struct arena arena = { 0 }, scratch = { 0 };
	struct report report = { 0 };
	struct document document;
	struct matter matter;

	matter_read(&matter, &arena, &report, &file->source,
	    reading_tag_valid);
	terms_begin(made->terms[worker], file->locale);
	document_parse(&document, &arena, &scratch, &report, &file->source,
	    matter.body, &options);
	edition_of(made, file)->terms = terms_end(made->terms[worker],
	    &document, matter.title.text.length > 0 ? matter.title.text
						    : document.title);
	report_release(&report);
	arena_release(&scratch);
	arena_release(&arena);
}

/* Assembles the guide, and reads it as so many workers would, in turn. */
static inline void made_texts(struct made *made, size_t workers)
{
	struct source_list *sources = &made->guiding.sources;
	size_t i;

	guiding_assemble(&made->guiding);
	made->worker_count = workers;
	made->terms = arena_array(&made->arena, struct terms *, workers);
	for (i = 0; i < workers; i++)
		made->terms[i] = terms_open(&made->arena);
	for (i = 0; i < sources->count; i++)
		if (sources->items[i].kind == SOURCE_ARTICLE)
			made_read(made, i % workers, &sources->items[i]);
}

static inline void made_indexes(struct made *made, size_t workers)
{
	struct collection_texts texts;

	made_texts(made, workers);
	texts = (struct collection_texts){ made->terms, workers };
	indexing_make(
	    &made->indexing, &made->guiding.guide, &texts, workers);
}

static inline bool made_file(void *context, struct text *bytes,
    uint32_t number, struct text name)
{
	const struct pack *pack = context;

	assert_true(number < pack->file_count);
	assert_true(text_equal(name, pack->files[number].hash));
	*bytes = pack->files[number].bytes;
	return true;
}

static inline struct pack *made_pack(struct made *made, const char *tag)
{
	return &made->indexing
		    .packs[guiding_locale(&made->guiding, tag)->index];
}

static inline void made_ask(struct made *made, struct ask *ask,
    const char *tag)
{
	struct pack *pack = made_pack(made, tag);

	assert_true(
	    ask_open(ask, pack->files[0].bytes, made_file, pack));
}

/* What a query finds, best first: "id#anchor class", a hub "*id exact", with
 * ", " between. */
static inline const char *made_find(struct made *made, const char *tag,
    const char *words)
{
	static const char *const matches[] = { "exact", "class", "prefix",
		"suffix", "similar", "typo" };
	const struct engine_query query = { .text = words,
		.length = strlen(words) };
	const struct engine_hit *hits;
	struct engine_record record;
	struct buffer out = { 0 };
	const char *found;
	struct ask ask;
	size_t count, i;

	made_ask(made, &ask, tag);
	assert_true(ask_search(&ask, &query));
	count = engine_hits(ask.engine, &hits);
	for (i = 0; i < count; i++) {
		assert_true(ask_record(&ask, hits[i].section, &record));
		buffer_format(&out, "%s%s%.*s%s%.*s %s", i > 0 ? ", " : "",
		    record.flags & RECORD_PRINCIPLE ? "*" : "",
		    (int)record.id.length, record.id.at,
		    record.anchor.length > 0 ? "#" : "",
		    (int)record.anchor.length, record.anchor.at,
		    matches[hits[i].match]);
	}
	ask_close(&ask);
	found = text_string(&made->arena, buffer_text(&out));
	buffer_release(&out);
	return found;
}

#define assert_finds(tag, words, expected)                                     \
	assert_string_equal(made_find(made, (tag), (words)), (expected))

#endif
