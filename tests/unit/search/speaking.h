/*
 * What the tests of languages share: a language, opened, and what it makes of
 * a word.
 */
#ifndef UNIT_SEARCH_SPEAKING_H
#define UNIT_SEARCH_SPEAKING_H

#include "base/arena.h"
#include "search/language.h"

#include <stdlib.h>

struct fixture {
	struct arena arena;
	const struct language *language;
	void *state;
};

static inline int fixture_open(void **state, const struct language *language)
{
	struct fixture *fixture = memory_new(sizeof(*fixture));

	*fixture = (struct fixture){ .language = language };
	fixture->state = language->open(language->tag);
	*state = fixture;
	return 0;
}

static inline int fixture_close(void **state)
{
	struct fixture *fixture = *state;

	fixture->language->close(fixture->state);
	arena_release(&fixture->arena);
	free(fixture);
	return 0;
}

/* Every word has one to four readings. */
static inline struct analysis fixture_analyse(struct fixture *fixture,
    struct text word)
{
	struct analysis analysis = { 0 };

	fixture->language->analyse(&analysis, &fixture->arena, fixture->state,
	    word);
	assert_in_range(analysis.readings.count, 1, 4);
	return analysis;
}

#endif
