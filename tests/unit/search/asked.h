/*
 * Asks small indexes (indexed.h) for what the tests expect.
 */
#ifndef UNIT_SEARCH_ASKED_H
#define UNIT_SEARCH_ASKED_H

#include "search/indexed.h"

#include <stdio.h>

struct asked {
	struct indexed_index index;
	void *memory;
	struct engine *engine;
	uint32_t given; /* bits of files */
	unsigned rounds; /* of the last search */
};

static inline void asked_open(struct asked *asked,
    const struct indexed *source)
{
	const struct indexed_bytes *first = &asked->index.files[0];
	size_t room;

	*asked = (struct asked){ .memory = NULL };
	indexed_make(&asked->index, source);
	room = engine_room(first->at, first->length);
	assert_int_not_equal(room, 0);
	asked->memory = malloc(room);
	asked->engine = engine_open(asked->memory, room, first->at,
	    first->length);
	assert_non_null(asked->engine);
}

static inline void asked_close(struct asked *asked)
{
	free(asked->memory);
	indexed_free(&asked->index);
}

static inline void asked_give(struct asked *asked)
{
	const uint32_t *needs;
	size_t count = engine_needs(asked->engine, &needs), i;

	assert_int_not_equal(count, 0);
	for (i = 0; i < count; i++) {
		const struct indexed_bytes *file =
		    &asked->index.files[needs[i]];

		assert_int_equal(asked->given >> needs[i] & 1, 0);
		asked->given |= UINT32_C(1) << needs[i];
		assert_int_equal(engine_give(asked->engine, needs[i], file->at,
				     file->length),
		    ENGINE_DONE);
	}
}

static inline enum engine_status asked_search(struct asked *asked,
    const struct engine_query *query)
{
	enum engine_status status;

	asked->rounds = 1;
	while ((status = engine_search(asked->engine, query)) ==
	    ENGINE_NEEDS) {
		asked_give(asked);
		asked->rounds++;
	}
	return status;
}

/* "SECTION MATCH, ..." */
static inline void asked_hits(char *out, size_t size, struct asked *asked)
{
	static const char *const names[] = { "exact", "class", "prefix",
		"suffix", "similar", "typo" };
	const struct engine_hit *hits;
	size_t count = engine_hits(asked->engine, &hits), used = 0, i;

	out[0] = '\0';
	for (i = 0; i < count; i++) {
		used += (size_t)snprintf(out + used, size - used, "%s%u %s",
		    i > 0 ? ", " : "", hits[i].section,
		    names[hits[i].match]);
		assert_true(used < size);
		if (i > 0)
			assert_true(hits[i].score <= hits[i - 1].score);
	}
}

static inline void asked_query(const struct indexed *source,
    const struct engine_query *query, const char *expected)
{
	struct asked asked;
	char found[1000];

	asked_open(&asked, source);
	assert_int_equal(asked_search(&asked, query), ENGINE_DONE);
	asked_hits(found, sizeof(found), &asked);
	assert_string_equal(found, expected);
	asked_close(&asked);
}

static inline struct engine_query asked_for(const char *text)
{
	return (struct engine_query){ .text = text, .length = strlen(text) };
}

static inline void assert_found(const struct indexed *source,
    const char *text, const char *expected)
{
	struct engine_query query = asked_for(text);

	asked_query(source, &query, expected);
}

static inline void assert_typed(const struct indexed *source,
    const char *text, const char *expected)
{
	struct engine_query query = asked_for(text);

	query.typing = true;
	asked_query(source, &query, expected);
}

#endif
