#include "search/engine_match.h"

enum {
	SHORTEST = 3,      /* letters of a word that may have an error */
	TWO_ERRORS = 8,    /* of one that may have two */
	ERROR_COST = 24,
	UNFINISHED_COST = 6,
	TYPO_STEPS = 1 << 20 /* rows and forms of a query; then it must do */
};

struct typed {
	struct engine *engine;
	const uint8_t *at;
	uint32_t length;
	bool unfinished;
	uint32_t depth; /* rows that are those of the form at hand */
	uint8_t pieces[INDEX_WORD_BYTES + 1];
};

static uint32_t errors_in(uint32_t length)
{
	return length < SHORTEST ? 0 : length < TWO_ERRORS ? 1 : 2;
}

static uint8_t least(unsigned a, unsigned b)
{
	return (uint8_t)(a < b ? a : b);
}

/* The distances between all beginnings of the query's word and the first j
 * letters of the form; their least. */
static uint8_t fill_row(struct typed *typed, const uint8_t *form, uint32_t j)
{
	const uint8_t *alike = typed->engine->alike;
	uint8_t (*rows)[ENGINE_TYPED + 1] = typed->engine->rows;
	uint8_t letter = alike[form[j - 1]], lowest = (uint8_t)j;
	uint32_t i;

	rows[j][0] = (uint8_t)j;
	for (i = 1; i <= typed->length; i++) {
		uint8_t mine = alike[typed->at[i - 1]];
		unsigned other = mine == letter ? 0 : 1;
		uint8_t value = least(rows[j - 1][i - 1] + other,
		    least(rows[j - 1][i] + 1U, rows[j][i - 1] + 1U));

		if (i > 1 && j > 1 && mine == alike[form[j - 2]] &&
		    alike[typed->at[i - 2]] == letter)
			value = least(value, rows[j - 2][i - 2] + 1U);
		rows[j][i] = value;
		lowest = least(lowest, value);
	}
	return lowest;
}

/* The form and the query's word are alike but for errors, and endings behind
 * them. */
static uint32_t cost_of_endings(const struct typed *typed,
    const struct engine_walk *walk)
{
	struct engine *engine = typed->engine;
	uint8_t pieces[INDEX_WORD_BYTES + 1];
	uint32_t start = engine->stem + 1, best = UINT32_MAX, i, j;

	if (typed->depth < start)
		return best;
	engine->typo_steps += typed->depth;
	engine_endings(pieces, engine, walk->at, walk->length, start);
	for (j = start; j <= typed->depth; j++)
		for (i = start; i <= typed->length; i++) {
			uint32_t errors = engine->rows[j][i], cost;

			if (pieces[j] == ENGINE_NO_ENDING ||
			    typed->pieces[i] == ENGINE_NO_ENDING ||
			    errors == 0 || errors > errors_in(i))
				continue;
			cost = errors * ERROR_COST +
			    engine_near_cost(typed->length - i,
				walk->length - j,
				(uint32_t)pieces[j] + typed->pieces[i]);
			if (cost < best)
				best = cost;
		}
	return best;
}

static uint32_t cost_of(const struct typed *typed,
    const struct engine_walk *walk)
{
	uint32_t most = errors_in(typed->length), best = most + 1, j;
	uint8_t (*rows)[ENGINE_TYPED + 1] = typed->engine->rows;

	if (typed->depth == walk->length &&
	    rows[walk->length][typed->length] <= most)
		return rows[walk->length][typed->length] * ERROR_COST;
	for (j = 1; typed->unfinished && j <= typed->depth; j++)
		if (rows[j][typed->length] < best)
			best = rows[j][typed->length];
	if (best <= most)
		return best * ERROR_COST + UNFINISHED_COST;
	return cost_of_endings(typed, walk);
}

/* Fills the rows of a form, as far as it may still be near. */
static void fill_rows(struct typed *typed, const struct engine_walk *walk)
{
	uint32_t most = errors_in(typed->length);

	if (walk->shared < typed->depth)
		typed->depth = walk->shared;
	/* If a row was too far, those behind it are, too. */
	else if (walk->shared > typed->depth)
		return;
	while (typed->depth < walk->length) {
		typed->engine->typo_steps++;
		if (fill_row(typed, walk->at, typed->depth + 1) > most)
			return;
		typed->depth++;
	}
}

void engine_near_typos(struct engine_near *near, struct engine *engine,
    const struct engine_form *form, bool everywhere, bool unfinished)
{
	struct typed typed = { .engine = engine, .at = form->at,
		.length = form->length, .unfinished = unfinished };
	struct engine_walk walk;
	uint32_t i;

	if (errors_in(form->length) == 0 || form->length > ENGINE_TYPED)
		return;
	for (i = 0; i <= form->length; i++)
		engine->rows[0][i] = (uint8_t)i;
	engine_endings(typed.pieces, engine, form->at, form->length, 0);
	engine_walk_start(&walk, engine, form->at, everywhere ? 0 : 1);
	while (engine_walk_next(&walk) && engine->typo_steps < TYPO_STEPS) {
		uint32_t cost;

		engine->typo_steps++;
		fill_rows(&typed, &walk);
		cost = cost_of(&typed, &walk);
		if (cost != UINT32_MAX)
			engine_near_note(near, &walk, MATCH_TYPO, cost);
	}
}
