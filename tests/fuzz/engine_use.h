/*
 * What the fuzzers do with an engine, and what must hold whatever they feed
 * it with.
 */
#ifndef FUZZ_ENGINE_USE_H
#define FUZZ_ENGINE_USE_H

#include "search/engine.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { MARKS = 16 };

static inline void must(bool holds)
{
	if (!holds)
		abort();
}

static inline void check_hits(const struct engine *engine, size_t most)
{
	const struct engine_hit *hits;
	size_t count = engine_hits(engine, &hits), i;

	must(count <= most);
	for (i = 0; i < count; i++) {
		must(hits[i].section < most && hits[i].score > 0);
		must(hits[i].match <= MATCH_TYPO);
		must(i == 0 || hits[i].score < hits[i - 1].score ||
		    (hits[i].score == hits[i - 1].score &&
			hits[i].section > hits[i - 1].section));
	}
}

static inline void check_words(const struct engine *engine, size_t length)
{
	const struct engine_word *words;
	size_t count = engine_words(engine, &words), end = 0, i;

	for (i = 0; i < count; i++) {
		must(words[i].start >= end && words[i].end > words[i].start);
		must(words[i].end <= length && words[i].match <= MATCH_TYPO);
		end = words[i].end;
	}
}

static inline void check_marks(struct engine *engine, const char *text,
    size_t length)
{
	uint32_t marks[MARKS][2];
	size_t count = engine_marks(engine, text, length, marks, MARKS);
	size_t end = 0, i;

	must(count <= MARKS);
	for (i = 0; i < count; i++) {
		must(marks[i][0] >= end && marks[i][1] > marks[i][0]);
		end = marks[i][1];
		must(end <= length);
	}
}

static inline void check_record(struct engine *engine, uint32_t section)
{
	struct engine_record record;

	if (engine_record(engine, section, &record) != ENGINE_DONE)
		return;
	/* Read every byte of it. */
	check_marks(engine, record.id.at, record.id.length);
	check_marks(engine, record.path.at, record.path.length);
	check_marks(engine, record.title.at, record.title.length);
	check_marks(engine, record.anchor.at, record.anchor.length);
	check_marks(engine, record.text.at, record.text.length);
	check_marks(engine, (const char *)record.principles,
	    record.principles_length);
}

/* After a search; section: of a record that is looked at, too. */
static inline void check_search(struct engine *engine,
    const struct engine_query *query, uint32_t section)
{
	const struct engine_hit *hits;
	size_t count = engine_hits(engine, &hits);

	check_hits(engine, SIZE_MAX);
	check_words(engine, query->length);
	check_marks(engine, query->text, query->length);
	if (count > 0)
		section = hits[count - 1].section;
	check_record(engine, section);
}

#endif
