#include "search/engine_match.h"

enum {
	PREFIX_LEAST = 2,      /* letters of an unfinished word */
	FULL_PREFIX_LEAST = 4, /* of a finished one that is unknown */
	JOINED_PREFIX_LEAST = 6, /* of two that may be one */
	PREFIX_BLOCKS = 6,     /* that are looked at */
	/* Classes that an unknown form may mean, and how much less likely
	 * than the best. */
	NEAR_CLASSES = 4,
	NEAR_SLACK = 7
};

struct engine_term *engine_term_start(struct engine *engine, uint32_t first,
    uint32_t last)
{
	/* The last place is for the term that finds no room. */
	struct engine_term *term = &engine->terms[engine->term_count];

	*term = (struct engine_term){ .first = first, .last = last };
	term->parts[0] = engine->found_count;
	return term;
}

void engine_term_part(struct engine *engine, struct engine_term *term)
{
	term->parts[++term->part_count] = engine->found_count;
}

bool engine_term_end(struct engine *engine, struct engine_term *term)
{
	bool whole = term->part_count > 0;
	uint32_t i;

	for (i = 0; i < term->part_count; i++)
		whole = whole && term->parts[i + 1] > term->parts[i];
	if (!whole)
		engine->found_count = term->parts[0];
	else if (engine->term_count + 1 < ENGINE_TERMS)
		engine->term_count++;
	return whole;
}

void engine_found_add(struct engine *engine, const struct engine_term *term,
    const struct engine_found *found)
{
	uint32_t i;

	if (found->class >= engine->classes) {
		engine->damaged = true;
		return;
	}
	for (i = term->parts[term->part_count]; i < engine->found_count; i++) {
		struct engine_found *other = &engine->found[i];

		if (other->class != found->class)
			continue;
		if (other->ordinal == found->ordinal) {
			if (other->weight < found->weight)
				*other = *found;
			return;
		}
		if (found->ordinal == 0 && other->weight >= found->weight)
			return;
	}
	if (engine->found_count < ENGINE_FOUND)
		engine->found[engine->found_count++] = *found;
}

void engine_known_add(struct engine *engine, const struct engine_term *term,
    const struct engine_walk *walk, uint8_t signature, bool any_marks)
{
	bool equal = false;
	uint32_t i;

	for (i = 0; i < walk->count; i++)
		if (walk->references[i].signature == signature)
			equal = !any_marks;
	for (i = 0; i < walk->count; i++) {
		const struct engine_reference *reference =
		    &walk->references[i];
		struct engine_found found = { reference->class,
			reference->ordinal, ENGINE_EXACT_WEIGHT, MATCH_EXACT };

		if (equal && reference->signature != signature) {
			if (signature != 0)
				continue;
			found.weight = ENGINE_MARKS_WEIGHT;
			found.match = MATCH_SIMILAR;
		}
		engine_found_add(engine, term, &found);
	}
}

void engine_near_note(struct engine_near *near, const struct engine_walk *walk,
    uint8_t match, uint32_t cost)
{
	uint32_t i, j;

	for (i = 0; i < walk->count; i++) {
		struct engine_candidate candidate = {
			walk->references[i].class, walk->level, cost, match
		};
		uint32_t place = near->count, worst = 0;

		(void)engine_step(walk->engine, near->count);
		for (j = 0; j < near->count; j++) {
			if (near->items[j].class == candidate.class)
				place = j;
			if (near->items[j].cost > near->items[worst].cost)
				worst = j;
		}
		if (place == near->count) {
			if (near->count < ENGINE_NEAR)
				near->count++;
			else
				place = worst;
			near->items[place].cost = UINT32_MAX;
		}
		if (cost < near->items[place].cost)
			near->items[place] = candidate;
	}
}

static bool likelier(const struct engine_candidate *a,
    const struct engine_candidate *b)
{
	if (a->cost != b->cost)
		return a->cost < b->cost;
	if (a->level != b->level)
		return a->level > b->level;
	return a->class < b->class;
}

/* Moves the likeliest of the candidates from `first` on to that place. */
static const struct engine_candidate *pull_best(struct engine_near *near,
    uint32_t first)
{
	struct engine_candidate *best = &near->items[first], other;
	uint32_t i;

	for (i = first + 1; i < near->count; i++)
		if (likelier(&near->items[i], best)) {
			other = near->items[i];
			near->items[i] = *best;
			*best = other;
		}
	return best;
}

void engine_near_add(struct engine *engine, const struct engine_term *term,
    struct engine_near *near)
{
	uint32_t i, least = 0, weight = 0;

	for (i = 0; i < near->count && i < NEAR_CLASSES; i++) {
		const struct engine_candidate *best = pull_best(near, i);
		struct engine_found found = { best->class, 0, 0, best->match };

		if (i == 0) {
			least = best->cost;
			weight = best->match == MATCH_TYPO
			    ? ENGINE_TYPO_WEIGHT
			    : ENGINE_SIMILAR_WEIGHT;
		}
		if (best->cost > least + NEAR_SLACK)
			return;
		/* Half of the weight where all of the slack is used. */
		found.weight = (uint8_t)(weight -
		    weight * (best->cost - least) / (2 * NEAR_SLACK));
		engine_found_add(engine, term, &found);
	}
}

/* Adds the classes of forms that begin with the letters, the commonest where
 * there are too many. */
static void add_prefix(struct engine *engine, const struct engine_term *term,
    const struct engine_form *form)
{
	struct engine_near near = { .count = 0 };
	struct engine_walk walk;
	uint32_t i;

	engine_walk_start(&walk, engine, form->at, form->length);
	if (walk.last_block > walk.block + PREFIX_BLOCKS)
		walk.last_block = walk.block + PREFIX_BLOCKS;
	while (engine_walk_next(&walk))
		if (walk.length > form->length)
			engine_near_note(&near, &walk, MATCH_PREFIX,
			    15 - walk.level);
	for (i = 0; i < near.count; i++) {
		struct engine_found found = { near.items[i].class, 0,
			ENGINE_PREFIX_WEIGHT, MATCH_PREFIX };

		engine_found_add(engine, term, &found);
	}
}

/* A Korean syllable that is being typed may take its last consonant to the
 * next one. */
static void add_unfinished(struct engine *engine,
    const struct engine_term *term, const struct engine_form *form)
{
	uint8_t last = form->at[form->length - 1];
	struct engine_form other;

	if (form->length < PREFIX_LEAST)
		return;
	add_prefix(engine, term, form);
	if (engine->alike[last] == last)
		return;
	other = *form;
	other.at[other.length - 1] = engine->alike[last];
	add_prefix(engine, term, &other);
}

/* What the dictionary has: the word, and if it is unfinished what begins so.
 */
static bool understand_known(struct engine *engine, uint32_t place,
    bool unfinished)
{
	const struct engine_form *form = &engine->forms[place];
	struct engine_term *term = engine_term_start(engine, place, place);
	struct engine_walk walk;

	if (engine_form_find(&walk, engine, form->at, form->length))
		engine_known_add(engine, term, &walk, form->signature, false);
	if (unfinished)
		add_unfinished(engine, term, form);
	engine_term_part(engine, term);
	return engine_term_end(engine, term);
}

/* Few mistype the first letter: all words are looked at only if there is
 * nothing else. */
static void add_typos(struct engine *engine, struct engine_near *near,
    const struct engine_form *form, bool unfinished, bool composed)
{
	engine_near_typos(near, engine, form, false, unfinished);
	if (near->count == 0 && !composed && engine->blocked == 0)
		engine_near_typos(near, engine, form, true, unfinished);
}

static void understand_unknown(struct engine *engine, uint32_t place,
    bool unfinished)
{
	const struct engine_form *form = &engine->forms[place];
	struct engine_near near = { .count = 0 };
	struct engine_term *term;

	engine_near_endings(&near, engine, form);
	if (!near.strong && engine->blocked == 0) {
		bool composed = engine_split(engine, place);

		add_typos(engine, &near, form, unfinished, composed);
		if (near.count == 0)
			engine_near_beginnings(&near, engine, form);
	}
	if (engine->blocked > 0)
		return;
	term = engine_term_start(engine, place, place);
	engine_near_add(engine, term, &near);
	if (!near.strong && !unfinished && form->length >= FULL_PREFIX_LEAST)
		add_prefix(engine, term, form);
	engine_term_part(engine, term);
	(void)engine_term_end(engine, term);
}

/* Whether a word is nothing but endings or a prefix: it may belong to the one
 * beside it. */
static bool is_affix(struct engine *engine,
    const struct engine_form *form)
{
	uint8_t pieces[INDEX_WORD_BYTES + 1];
	uint32_t count = engine->lists[ENGINE_LIST_PREFIXES].count, i;

	engine_endings(pieces, engine, form->at, form->length, 0);
	if (pieces[0] != ENGINE_NO_ENDING)
		return true;
	for (i = 0; i < count; i++) {
		const struct engine_bytes *prefix = &engine->prefixes[i];

		if (prefix->length == form->length &&
		    engine_common(prefix->at, prefix->length, form->at,
			form->length) == form->length)
			return true;
	}
	return false;
}

/* Two words that may be written as one. */
static void understand_joined(struct engine *engine, uint32_t place,
    bool known)
{
	struct engine_form form = engine->forms[place];
	const struct engine_form *next = &engine->forms[place + 1];
	bool affix = is_affix(engine, &form) || is_affix(engine, next);
	struct engine_near near = { .count = 0 };
	struct engine_walk walk;
	struct engine_term *term;

	engine_form_add(&form, next->at, next->length);
	term = engine_term_start(engine, place, place + 1);
	if (engine_form_find(&walk, engine, form.at, form.length))
		engine_known_add(engine, term, &walk, 0, true);
	else if (engine->blocked == 0 && (affix || !known))
		engine_near_endings(&near, engine, &form);
	if (near.strong)
		engine_near_add(engine, term, &near);
	if (engine->found_count == term->parts[0] &&
	    form.length >= JOINED_PREFIX_LEAST)
		add_prefix(engine, term, &form);
	engine_term_part(engine, term);
	(void)engine_term_end(engine, term);
}

void engine_understand(struct engine *engine, bool typing)
{
	uint32_t i, blocked = 0;
	bool known[ENGINE_WORDS + 1] = { false };

	for (i = 0; i < engine->word_count && !engine->damaged; i++) {
		bool unfinished = typing && i + 1 == engine->word_count;

		engine->blocked = 0;
		known[i] = understand_known(engine, i, unfinished);
		if (!known[i] && engine->blocked == 0)
			understand_unknown(engine, i, unfinished);
		known[i] = known[i] || engine->blocked > 0;
		blocked += engine->blocked;
	}
	for (i = 0; i + 1 < engine->word_count && !engine->damaged; i++) {
		engine->blocked = 0;
		understand_joined(engine, i, known[i] && known[i + 1]);
		blocked += engine->blocked;
	}
	engine->blocked = blocked;
}
