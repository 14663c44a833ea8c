#include "search/engine_score.h"

#include "search/engine_postings.h"

static void clear(struct engine *engine, struct engine_scores *scores)
{
	uint32_t i;

	for (i = 0; i < engine->sections; i++) {
		scores->values[i] = 0;
		scores->matches[i] = 0;
	}
}

static void score_part(struct engine *engine, const struct engine_term *term,
    uint32_t part)
{
	uint32_t i;

	(void)engine_step(engine, engine->sections / 4);
	clear(engine, &engine->part);
	for (i = term->parts[part]; i < term->parts[part + 1]; i++)
		if (!engine->damaged)
			engine_postings_score(engine, &engine->found[i]);
}

/* Sections that have all parts of a term reach the mean of them. */
static void score_term(struct engine *engine, const struct engine_term *term)
{
	struct engine_scores *sum = &engine->term, *one = &engine->part;
	uint32_t part, i;

	for (part = 0; part < term->part_count; part++) {
		score_part(engine, term, part);
		for (i = 0; i < engine->sections; i++) {
			if (part > 0 &&
			    (sum->values[i] == 0 || one->values[i] == 0)) {
				sum->values[i] = 0;
				continue;
			}
			if (part == 0)
				sum->values[i] = sum->matches[i] = 0;
			sum->values[i] =
			    (uint16_t)(sum->values[i] + one->values[i]);
			if (one->matches[i] > sum->matches[i])
				sum->matches[i] = one->matches[i];
		}
	}
	for (i = 0; i < engine->sections && term->part_count > 1; i++)
		sum->values[i] = (uint16_t)(sum->values[i] / term->part_count);
}

/* Keeps the better of what terms give to each section: true if there is
 * anything. */
static bool keep_better(struct engine *engine)
{
	struct engine_scores *best = &engine->word, *one = &engine->term;
	bool found = false;
	uint32_t i;

	for (i = 0; i < engine->sections; i++) {
		if (one->values[i] > best->values[i]) {
			best->values[i] = one->values[i];
			best->matches[i] = one->matches[i];
		}
		found |= best->values[i] > 0;
	}
	return found;
}

static void score_word(struct engine *engine, uint32_t place)
{
	bool found = false;
	uint32_t i, spare;

	clear(engine, &engine->word);
	for (spare = 0; spare < 2 && !found; spare++)
		for (i = 0; i < engine->term_count; i++) {
			const struct engine_term *term = &engine->terms[i];

			if (place < term->first || place > term->last ||
			    term->spare != (spare != 0))
				continue;
			score_term(engine, term);
			found |= keep_better(engine);
		}
}

static uint8_t add_bounded(uint8_t sum, unsigned more)
{
	return (uint8_t)(sum + more < UINT8_MAX ? sum + more : UINT8_MAX);
}

static void add_word(struct engine *engine, uint32_t place)
{
	const struct engine_scores *scores = &engine->word;
	struct engine_word *word = &engine->words[place];
	uint32_t i;

	for (i = 0; i < engine->sections; i++) {
		uint16_t value = scores->values[i];
		uint8_t match = scores->matches[i];

		if (value == 0)
			continue;
		engine->totals[i] += value;
		engine->reached[i]++;
		if (match > engine->worst[i])
			engine->worst[i] = match;
		if (match <= MATCH_CLASS)
			engine->strong[i] = add_bounded(engine->strong[i],
			    value / ENGINE_EXACT_WEIGHT);
		if (!word->found || match < word->match)
			word->match = match;
		word->found = true;
	}
}

static void allow(struct engine *engine, uint32_t principle)
{
	struct engine_cursor cursor;
	uint32_t section = 0, count, i;

	for (i = 0; i < engine->sections; i++)
		engine->allowed[i] = principle == 0;
	if (principle == 0 ||
	    principle > engine->part_counts[INDEX_PRINCIPLE] ||
	    !engine_part_open(&cursor, engine, INDEX_PRINCIPLE, principle - 1))
		return;
	count = engine_read_count(&cursor, 1);
	for (i = 0; i < count; i++) {
		section += engine_read_number(&cursor);
		if (section >= engine->sections)
			cursor.failed = true;
		else
			engine->allowed[section] = 1;
	}
	if (cursor.failed)
		engine->damaged = true;
}

static bool comes_before(const struct engine_hit *a, const struct engine_hit *b)
{
	return a->score != b->score ? a->score > b->score
				    : a->section < b->section;
}

/* Lets the hit at a place sink below those that come after it. */
static void sink(struct engine_hit *hits, uint32_t place, uint32_t count)
{
	struct engine_hit hit = hits[place];

	while (place * 2 + 1 < count) {
		uint32_t child = place * 2 + 1;

		if (child + 1 < count &&
		    comes_before(&hits[child], &hits[child + 1]))
			child++;
		if (comes_before(&hits[child], &hit))
			break;
		hits[place] = hits[child];
		place = child;
	}
	hits[place] = hit;
}

/* Heapsort: no recursion, and no order takes long. */
static void sort(struct engine_hit *hits, uint32_t count)
{
	uint32_t i;

	for (i = count / 2; i-- > 0;)
		sink(hits, i, count);
	while (count > 1) {
		struct engine_hit last = hits[--count];

		hits[count] = hits[0];
		hits[0] = last;
		sink(hits, 0, count);
	}
}

/* A word of a name has an impact that no section's words have: it is for
 * those who type what matters of the name. */
static uint32_t score_of_hub(const struct engine *engine, uint32_t hub)
{
	if (engine->reached[hub] == engine->word_count &&
	    engine->strong[hub] >= ENGINE_HUB_IMPACT)
		return engine->totals[hub] + ENGINE_STEP;
	return engine->totals[hub] / 4;
}

/* Sections that have all words come before those that lack one, and hubs that
 * have them in their names before all. */
static void collect(struct engine *engine)
{
	uint32_t count = engine->word_count, most = 0, least, i;

	for (i = 0; i < engine->sections; i++)
		if (engine->allowed[i] && engine->reached[i] > most)
			most = engine->reached[i];
	least = most == count && count >= 3 ? most - 1 : most;
	for (i = 0; i < engine->sections && most > 0; i++) {
		struct engine_hit hit = { i, engine->totals[i],
			engine->worst[i] };

		if (!engine->allowed[i] || engine->reached[i] < least)
			continue;
		if (i < engine->principles)
			hit.score = score_of_hub(engine, i);
		if (engine->reached[i] == most)
			hit.score += ENGINE_STEP;
		engine->hits[engine->hit_count++] = hit;
	}
	sort(engine->hits, engine->hit_count);
}

void engine_score_want(struct engine *engine)
{
	uint32_t i;

	for (i = 0; i < engine->found_count; i++)
		engine_postings_want(engine, engine->found[i].class);
}

void engine_score(struct engine *engine, uint32_t principle)
{
	uint32_t i;

	engine->hit_count = engine->seen_count = 0;
	allow(engine, principle);
	for (i = 0; i < engine->sections; i++) {
		engine->totals[i] = 0;
		engine->reached[i] = engine->worst[i] = engine->strong[i] = 0;
	}
	for (i = 0; i < engine->word_count && !engine->damaged; i++) {
		score_word(engine, i);
		add_word(engine, i);
	}
	if (!engine->damaged && engine->need_count == 0)
		collect(engine);
}
