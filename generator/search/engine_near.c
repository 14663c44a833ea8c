#include "search/engine_match.h"

enum {
	LETTER_COST = 4, /* of the query's word, outside of the stem */
	TAIL_COST = 2,	 /* the same of the form */
	PIECE_COST = 5,	 /* of an ending */
	ALTERNATION_COST = 10,
	PREFIX_COST = 12,
	WEAK_TAIL = 4, /* letters of an end that is no ending */
	LONGEST_TAIL = 24,
	STEM_SHARE = 6, /* of a word that its stem is, in sixteenths */
	STRONG_STEM = 5
};

/* The unknown word, as the search for forms near it goes on. */
struct unknown {
	const uint8_t *at;
	uint32_t length;
	uint32_t least; /* letters that must be those of the form */
	uint32_t range; /* of them, those that forms are found by */
	uint8_t pieces[INDEX_WORD_BYTES + 1];
};

uint32_t engine_near_cost(uint32_t outside, uint32_t tail, uint32_t pieces)
{
	return outside * LETTER_COST + tail * TAIL_COST + pieces * PIECE_COST;
}

/* With the stem as long as it can be: the same at its start. */
static uint32_t cost_of_endings(const struct unknown *unknown,
    const struct engine_walk *walk, const uint8_t *pieces, uint32_t common)
{
	uint32_t i;

	for (i = common; i >= unknown->least && i > 0; i--)
		if (unknown->pieces[i] != ENGINE_NO_ENDING &&
		    pieces[i] != ENGINE_NO_ENDING)
			return engine_near_cost(unknown->length - i,
			    walk->length - i,
			    (uint32_t)unknown->pieces[i] + pieces[i]);
	return UINT32_MAX;
}

static bool stands_at(const struct engine_bytes *bytes, const uint8_t *at,
    uint32_t length, uint32_t place)
{
	return engine_common(bytes->at, bytes->length, at + place,
		   length - place) == bytes->length;
}

/* With `mine` at the end of the query's stem where the form has `theirs`. */
static uint32_t cost_of_change(const struct unknown *unknown,
    const struct engine_walk *walk, const uint8_t *pieces, uint32_t place,
    const struct engine_bytes *mine, const struct engine_bytes *theirs)
{
	uint32_t i = place + mine->length, j = place + theirs->length;

	if (!stands_at(mine, unknown->at, unknown->length, place) ||
	    !stands_at(theirs, walk->at, walk->length, place) ||
	    (i < unknown->least && j < unknown->least) ||
	    unknown->pieces[i] == ENGINE_NO_ENDING ||
	    pieces[j] == ENGINE_NO_ENDING)
		return UINT32_MAX;
	return ALTERNATION_COST + engine_near_cost(unknown->length - i,
				      walk->length - j,
				      (uint32_t)unknown->pieces[i] + pieces[j]);
}

static uint32_t cost_of_alternations(const struct engine *engine,
    const struct unknown *unknown, const struct engine_walk *walk,
    const uint8_t *pieces, uint32_t common)
{
	uint32_t count = engine->lists[ENGINE_LIST_ALTERNATIONS].count;
	uint32_t best = UINT32_MAX, back, k;

	for (back = 0; back < 3 && back <= common - unknown->range; back++)
		for (k = 0; k < count * 2; k++) {
			uint32_t cost = cost_of_change(unknown, walk, pieces,
			    common - back, &engine->alternations[k],
			    &engine->alternations[k ^ 1]);

			if (cost < best)
				best = cost;
		}
	return best;
}

/* Notes the forms near a word whose first `before` letters are a prefix. */
static void near_word(struct engine_near *near, struct engine *engine,
    const uint8_t *at, uint32_t length, uint32_t before, uint32_t penalty)
{
	struct unknown unknown = { .at = at, .length = length };
	uint32_t share = ((length - before) * STEM_SHARE + 15) / 16;
	struct engine_walk walk;

	unknown.least = before + (share > engine->stem ? share : engine->stem);
	if (unknown.least > length)
		return;
	unknown.range = unknown.least;
	if (engine->lists[ENGINE_LIST_ALTERNATIONS].count > 0 &&
	    unknown.least > 2)
		unknown.range--;
	engine_endings(unknown.pieces, engine, at, length, unknown.range);
	engine_walk_start(&walk, engine, at, unknown.range);
	while (engine_walk_next(&walk)) {
		uint8_t pieces[INDEX_WORD_BYTES + 1];
		uint32_t common =
		    engine_common(at, length, walk.at, walk.length);
		uint32_t cost, other;

		if (walk.length - common > LONGEST_TAIL)
			continue;
		engine_endings(
		    pieces, engine, walk.at, walk.length, unknown.range);
		cost = cost_of_endings(&unknown, &walk, pieces, common);
		other = cost_of_alternations(
		    engine, &unknown, &walk, pieces, common);
		if (other < cost)
			cost = other;
		if (cost == UINT32_MAX)
			continue;
		if ((length - before) * LETTER_COST >=
		    cost + STRONG_STEM * LETTER_COST)
			near->strong = true;
		engine_near_note(near, &walk, MATCH_SIMILAR, cost + penalty);
	}
}

void engine_near_endings(struct engine_near *near, struct engine *engine,
    const struct engine_form *form)
{
	uint32_t count = engine->lists[ENGINE_LIST_PREFIXES].count, i;

	near_word(near, engine, form->at, form->length, 0, 0);
	for (i = 0; i < count; i++) {
		const struct engine_bytes *prefix = &engine->prefixes[i];
		struct engine_form longer = { .length = 0 };

		if (prefix->length == 0)
			continue;
		if (prefix->length < form->length &&
		    stands_at(prefix, form->at, form->length, 0))
			near_word(near, engine, form->at + prefix->length,
			    form->length - prefix->length, 0, PREFIX_COST);
		engine_form_add(&longer, prefix->at, prefix->length);
		engine_form_add(&longer, form->at, form->length);
		near_word(near, engine, longer.at, longer.length,
		    prefix->length < longer.length ? prefix->length : 0,
		    PREFIX_COST);
	}
}

void engine_near_beginnings(struct engine_near *near, struct engine *engine,
    const struct engine_form *form)
{
	uint32_t least = (form->length * 3 + 4) / 5;
	struct engine_walk walk;

	if (least < engine->stem)
		least = engine->stem;
	if (form->length > least + WEAK_TAIL)
		least = form->length - WEAK_TAIL;
	if (least > form->length)
		return;
	engine_walk_start(&walk, engine, form->at, least);
	while (engine_walk_next(&walk)) {
		uint32_t common =
		    engine_common(form->at, form->length, walk.at, walk.length);

		if (walk.length - common <= WEAK_TAIL)
			engine_near_note(near, &walk, MATCH_SIMILAR,
			    engine_near_cost(form->length - common,
				walk.length - common, 0));
	}
}
