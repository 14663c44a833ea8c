#include "search/language.h"

#include "search/fold.h"
#include "search/stemmer.h"

static void *open_state(const char *tag)
{
	return stemmer_open(tag);
}

static void close_state(void *state)
{
	stemmer_close(state);
}

static void analyse(struct analysis *analysis, struct arena *arena,
    void *state, struct text word)
{
	struct text stem = stemmer_stem(state, arena, word, 3);

	analysis_reading(analysis, arena, stem, stem);
}

const struct language language_finnish = { .tag = "fi",
	.fold = 0,
	.open = open_state,
	.close = close_state,
	.analyse = analyse };
