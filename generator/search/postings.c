#include "search/postings.h"

#include "base/arena.h"
#include "search/leb.h"

#include <assert.h>
#include <stdlib.h>

/* Sections are short and a word or two of them say what they are about: with
 * the usual 1.2 and 0.75 the development sets come out worse. */
static const double K1 = 0.9, B = 0.4;

/* What a word counts in a section that has it as a part of another. */
static const double PART = 0.25;

/* The most that a word of a definition counts in a hub. */
enum { OTHER = 16 };

enum { WEIGHTS = UINT16_MAX, NAMES = UINT16_MAX };

/* Calls for each class of each word of each section: first to count, then to
 * fill in. */
static void postings_walk(struct postings *postings,
    void (*visit)(struct postings *postings, size_t *at, uint32_t class,
	const struct posting *posting),
    size_t *at)
{
	const struct collection *collection = postings->collection;
	const struct classes *classes = postings->classes;
	size_t names = 0, i, j;

	for (i = 0; i < collection->count; i++) {
		struct entry_walk walk = { 0 };
		struct posting posting = { .section = (uint32_t)i };

		while (entry_next(&walk, &collection->items[i])) {
			const struct word_classes *word =
			    &classes->words[walk.word];
			size_t name = names + walk.words + 1;

			posting.weight = walk.weight < WEIGHTS
			    ? walk.weight & WEIGHTS
			    : WEIGHTS;
			posting.name = walk.name && name < NAMES
			    ? name & NAMES
			    : 0;
			for (j = 0; j < word->form_count; j++) {
				posting.form = word->forms[j];
				visit(postings, at,
				    classes->forms.items[posting.form].class,
				    &posting);
			}
			posting.form = POSTING_PART;
			for (j = 0; j < word->part_count; j++)
				visit(postings, at, word->parts[j], &posting);
		}
		if (i < collection->hub_count)
			names += collection->items[i].words_count;
	}
	postings->name_count = names;
}

static void posting_count(struct postings *postings, size_t *at,
    uint32_t class, const struct posting *posting)
{
	(void)postings;
	(void)posting;
	at[class]++;
}

static void posting_fill(struct postings *postings, size_t *at,
    uint32_t class, const struct posting *posting)
{
	postings->items[at[class]++] = *posting;
}

static void lengths_find(struct postings *postings, struct arena *arena)
{
	const struct collection *collection = postings->collection;
	double total = 0;
	size_t i;

	postings->lengths = arena_array(arena, uint32_t, collection->count);
	for (i = 0; i < collection->count; i++) {
		struct entry_walk walk = { 0 };

		while (entry_next(&walk, &collection->items[i]))
			postings->lengths[i] += walk.weight;
		total += postings->lengths[i];
	}
	postings->mean =
	    total > 0 ? total / (double)collection->count : 1;
}

/* All postings of one section. */
struct run {
	const struct posting *first, *end;
	uint32_t weight; /* of words of the class */
	uint32_t parts;  /* of words that contain one */
	double name; /* how rare the words of a name of it are, together; of
	                the least; 0: it is in none */
};

static bool run_next(struct run *run, const struct postings *postings,
    const struct posting *end)
{
	const struct posting *at = run->end;
	double name;

	if (at == end)
		return false;
	*run = (struct run){ .first = at };
	for (; at < end && at->section == run->first->section; at++) {
		if (at->form == POSTING_PART) {
			run->parts += at->weight;
			continue;
		}
		run->weight += at->weight;
		name = at->name > 0 ? postings->names[at->name - 1] : 0;
		if (name > 0 && (run->name <= 0 || name < run->name))
			run->name = name;
	}
	run->end = at;
	return true;
}

/* The natural logarithm of x >= 1 by additions and multiplications only, so
 * that every machine gives the same bytes: libm's may differ by a bit. */
static double logarithm(double x)
{
	const double half = 0.69314718055994530942; /* of 2 */
	double sum = 0, y, power;
	int halvings = 0, i;

	for (; x >= 2; x /= 2)
		halvings++;
	/* The series of artanh converges quickly below a third. */
	y = (x - 1) / (x + 1);
	power = y;
	for (i = 1; i < 30; i += 2) {
		sum += power / i;
		power *= y * y;
	}
	return 2 * sum + halvings * half;
}

/* How rare a class is: 1 for one that a single section has, about 0 for one
 * that all have. */
static double rarity(const struct postings *postings, size_t sections)
{
	double all = (double)postings->collection->count;
	double count = (double)sections;

	return logarithm(1 + (all - count + 0.5) / (count + 0.5)) /
	    logarithm(1 + (all - 1 + 0.5) / (1 + 0.5));
}

/* The four highest bits: finer steps would change no order that a reader
 * could tell, and compress to half as much again. */
static unsigned quantised(unsigned impact)
{
	unsigned step = 1;

	while (impact / step >= 16)
		step *= 2;
	return impact / step * step;
}

static unsigned impact_of(const struct postings *postings,
    const struct run *run, double rare)
{
	uint32_t section = run->first->section;
	double length = postings->lengths[section] / postings->mean;
	double weight = run->weight > 0 ? run->weight : PART * run->parts;
	double value = rare * weight / (weight + K1 * (1 - B + B * length));
	unsigned impact;

	if (section >= postings->collection->hub_count)
		impact = quantised((unsigned)(255 * value));
	else if (run->name > 0)
		impact = (unsigned)(POSTING_NAME * rare / run->name +
		    (255 - POSTING_NAME) * value);
	else
		impact = (unsigned)(OTHER * value);
	return impact > 255 ? 255 : impact > 0 ? impact : 1;
}

static int ordinal_order(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

/* The ordinals of the forms in a run, each once, in order. */
static size_t ordinals_list(uint32_t **ordinals, struct arena *arena,
    const struct postings *postings, const struct run *run)
{
	size_t count = 0, kept = 0, i;
	const struct posting *at;

	*ordinals =
	    arena_array(arena, uint32_t, (size_t)(run->end - run->first));
	for (at = run->first; at < run->end; at++)
		if (at->form != POSTING_PART)
			(*ordinals)[count++] =
			    postings->classes->forms.items[at->form].ordinal;
	qsort(*ordinals, count, sizeof(**ordinals), ordinal_order);
	for (i = 0; i < count; i++)
		if (i == 0 || (*ordinals)[i] != (*ordinals)[i - 1])
			(*ordinals)[kept++] = (*ordinals)[i];
	return kept;
}

/* Several postings of a section have deltas of 0. A part is not worth one
 * where the word itself is there. */
static void run_pack(struct buffer *buffer, struct arena *arena,
    const struct postings *postings, const struct run *run, uint32_t delta,
    double rare)
{
	unsigned impact = impact_of(postings, run, rare);
	uint32_t *ordinals;
	size_t count = ordinals_list(&ordinals, arena, postings, run), i;

	for (i = 0; i < count; i++) {
		assert(ordinals[i] > 0);
		leb_add(buffer, delta * 4 + (ordinals[i] > 1));
		if (ordinals[i] > 1)
			leb_add(buffer, ordinals[i]);
		buffer_add_char(buffer, (char)impact);
		delta = 0;
	}
	if (count == 0) {
		leb_add(buffer, delta * 4 + 2);
		buffer_add_char(buffer, (char)impact);
	}
}

/* Of the class: of its sections that have it as a word, if there are any. */
static double rarity_of(const struct postings *postings, uint32_t class)
{
	const struct posting *end =
	    postings->items + postings->starts[class + 1];
	struct run run = { .end =
		postings->items + postings->starts[class] };
	size_t whole = 0, all = 0;

	while (run_next(&run, postings, end)) {
		whole += run.weight > 0;
		all++;
	}
	return rarity(postings, whole > 0 ? whole : all);
}

static void names_weigh(struct postings *postings, struct arena *arena)
{
	const struct classes *classes = postings->classes;
	const struct collection *collection = postings->collection;
	size_t names = 0, i;

	postings->names = arena_array(arena, double, postings->name_count);
	for (i = 0; i < collection->hub_count; i++) {
		struct entry_walk walk = { 0 };

		while (entry_next(&walk, &collection->items[i])) {
			const struct word_classes *word =
			    &classes->words[walk.word];

			if (walk.name && word->form_count > 0)
				postings->names[names + walk.words] +=
				    rarity_of(postings,
					classes->forms.items[word->forms[0]]
					    .class);
		}
		names += collection->items[i].words_count;
	}
}

void postings_make(struct postings *postings, struct arena *arena,
    const struct collection *collection, const struct classes *classes)
{
	size_t count = classes->classes.count, total = 0, i;
	size_t *at = arena_array(arena, size_t, count);

	*postings = (struct postings){ .collection = collection,
		.classes = classes };
	lengths_find(postings, arena);
	postings_walk(postings, posting_count, at);
	postings->starts = arena_array(arena, size_t, count + 1);
	for (i = 0; i < count; i++) {
		postings->starts[i] = total;
		total += at[i];
		at[i] = postings->starts[i];
	}
	postings->starts[count] = total;
	postings->items = arena_array(arena, struct posting, total);
	postings_walk(postings, posting_fill, at);
	names_weigh(postings, arena);
}

void postings_pack(struct buffer *buffer, const struct postings *postings,
    uint32_t class)
{
	const struct posting *first =
	    postings->items + postings->starts[class];
	const struct posting *end =
	    postings->items + postings->starts[class + 1];
	struct run run = { .end = first };
	struct arena scratch = { 0 };
	uint32_t last = 0;
	double rare;

	rare = rarity_of(postings, class);
	while (run_next(&run, postings, end)) {
		run_pack(buffer, &scratch, postings, &run,
		    run.first->section - last, rare);
		last = run.first->section;
	}
	arena_release(&scratch);
}
