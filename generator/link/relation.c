#include "link/relation.h"

#include "base/list.h"

#include <stdlib.h>

/* Sections with the same set of principles, by article.index. */
struct group {
	const uint64_t *set;
	size_t size; /* number of principles in the set */
	const struct section **items;
	size_t count, capacity;
};

struct groups {
	struct group **items;
	size_t count, capacity;
};

struct ranked {
	const struct group *group;
	uint64_t score;
};

/* How far a group has been gone through, from the article after the own one
 * on. */
struct cursor {
	const struct group *group;
	size_t start, step;
};

/* What has been found for one section. */
struct choice {
	const struct article *own;
	const struct section *items[RELATION_LIMIT];
	size_t count;
};

struct relation {
	const struct guide *guide;
	struct arena *arena;
	struct arena scratch;
	size_t words; /* of a set */
	uint64_t *rarity; /* by principle.index */
	struct groups groups;
	struct table by_set;
	struct ranked *ranked;
	size_t ranked_count;
	struct cursor *cursors; /* room for all groups */
};

static void rarity_count(struct relation *relation)
{
	const struct guide *guide = relation->guide;
	size_t i;

	relation->rarity = arena_array(
	    &relation->scratch, uint64_t, guide->principle_count);
	for (i = 0; i < guide->principle_count; i++) {
		size_t count = guide->principles[i].section_count;

		if (count > 0)
			relation->rarity[i] =
			    (uint64_t)guide->section_count * 1024 / count + 1;
	}
}

static void group_add(struct relation *relation, const struct section *section)
{
	uint64_t *set = arena_array(&relation->scratch, uint64_t,
	    relation->words);
	struct text key = { (const char *)set, relation->words * sizeof(*set) };
	struct group *group;
	size_t i;

	for (i = 0; i < section->principle_count; i++) {
		size_t bit = section->principles[i]->index;

		set[bit / 64] |= (uint64_t)1 << bit % 64;
	}
	group = table_get(&relation->by_set, key);
	if (group == NULL) {
		group = arena_new(&relation->scratch, struct group);
		group->set = set;
		group->size = section->principle_count;
		*list_add(&relation->scratch, &relation->groups) = group;
		(void)table_put(&relation->by_set, &relation->scratch, key,
		    group);
	}
	*list_add(&relation->scratch, group) = section;
}

/* Groups that are equal here are merged when sections are chosen, so their
 * order does not matter. */
static int ranked_order(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return (x->group->size > y->group->size) -
	    (x->group->size < y->group->size);
}

static uint64_t set_score(const struct relation *relation,
    const uint64_t *a, const uint64_t *b)
{
	uint64_t score = 0;
	size_t word;

	for (word = 0; word < relation->words; word++) {
		uint64_t shared = a[word] & b[word];

		for (; shared != 0; shared &= shared - 1)
			score += relation->rarity[word * 64 +
			    (size_t)__builtin_ctzll(shared)];
	}
	return score;
}

static void rank(struct relation *relation, const struct group *group)
{
	size_t i;

	relation->ranked_count = 0;
	for (i = 0; i < relation->groups.count; i++) {
		struct ranked *ranked =
		    &relation->ranked[relation->ranked_count];

		ranked->group = relation->groups.items[i];
		ranked->score =
		    set_score(relation, group->set, ranked->group->set);
		if (ranked->score > 0)
			relation->ranked_count++;
	}
	qsort(relation->ranked, relation->ranked_count,
	    sizeof(*relation->ranked), ranked_order);
}

/* The first item of the group whose article comes after the given one. */
static size_t group_after(const struct group *group, size_t article)
{
	size_t low = 0, high = group->count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (group->items[middle]->edition->article->index <= article)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_chosen(const struct choice *choice,
    const struct article *article)
{
	size_t i;

	for (i = 0; i < choice->count; i++)
		if (choice->items[i]->edition->article == article)
			return true;
	return false;
}

/* The next section of a group whose article is not chosen yet, or NULL.  The
 * own article comes last of all. */
static const struct section *cursor_section(struct cursor *cursor,
    const struct choice *choice)
{
	const struct group *group = cursor->group;

	for (; cursor->step < group->count; cursor->step++) {
		const struct section *section = group->items[
		    (cursor->start + cursor->step) % group->count];

		if (section->edition->article == choice->own)
			return NULL;
		if (!is_chosen(choice, section->edition->article))
			return section;
	}
	return NULL;
}

/* Which of two sections is the next one after the own article: by article,
 * then by locale, then by place. */
static bool is_before(const struct relation *relation,
    const struct article *own, const struct section *a,
    const struct section *b)
{
	size_t count = relation->guide->article_count;
	size_t a_way = (a->edition->article->index + count - own->index) %
	    count;
	size_t b_way = (b->edition->article->index + count - own->index) %
	    count;

	if (a_way != b_way)
		return a_way < b_way;
	if (a->edition != b->edition)
		return a->edition->locale->index < b->edition->locale->index;
	return a < b;
}

/* Chooses from the groups first to last (exclusive), which rank alike. */
static void choose(struct relation *relation, struct choice *choice,
    size_t first, size_t last)
{
	size_t i;

	for (i = first; i < last; i++)
		relation->cursors[i] = (struct cursor){
			relation->ranked[i].group,
			group_after(
			    relation->ranked[i].group, choice->own->index),
			0
		};
	while (choice->count < RELATION_LIMIT) {
		const struct section *best = NULL;

		for (i = first; i < last; i++) {
			const struct section *next = cursor_section(
			    &relation->cursors[i], choice);

			if (next != NULL &&
			    (best == NULL ||
				is_before(relation, choice->own, next, best)))
				best = next;
		}
		if (best == NULL)
			return;
		choice->items[choice->count++] = best;
	}
}

static void relate(struct relation *relation, struct section *section)
{
	struct choice choice = { section->edition->article, { NULL }, 0 };
	size_t first, last = 0;

	for (first = 0; first < relation->ranked_count &&
	     choice.count < RELATION_LIMIT; first = last) {
		while (last < relation->ranked_count &&
		    ranked_order(&relation->ranked[first],
			&relation->ranked[last]) == 0)
			last++;
		choose(relation, &choice, first, last);
	}
	section->related = arena_copy(relation->arena, choice.items,
	    choice.count * sizeof(*choice.items));
	section->related_count = choice.count;
}

static void groups_make(struct relation *relation)
{
	const struct guide *guide = relation->guide;
	size_t i, j, k;

	for (i = 0; i < guide->article_count; i++)
		for (j = 0; j < guide->locale_count; j++) {
			const struct edition *edition =
			    guide->articles[i].editions[j];

			if (edition == NULL || !edition_is_original(edition))
				continue;
			for (k = 0; k < edition->section_count; k++)
				if (edition->sections[k].principle_count > 0)
					group_add(relation,
					    &edition->sections[k]);
		}
}

void relation_link(const struct guide *guide, struct arena *arena)
{
	struct relation relation = { .guide = guide, .arena = arena };
	size_t i, j;

	relation.words = (guide->principle_count + 63) / 64;
	rarity_count(&relation);
	groups_make(&relation);
	relation.ranked = arena_array(
	    &relation.scratch, struct ranked, relation.groups.count + 1);
	relation.cursors = arena_array(
	    &relation.scratch, struct cursor, relation.groups.count);
	for (i = 0; i < relation.groups.count; i++) {
		const struct group *group = relation.groups.items[i];

		rank(&relation, group);
		for (j = 0; j < group->count; j++) {
			/* The guide is still being linked: its own section is
			 * reached through the edition that holds it. */
			const struct section *section = group->items[j];
			struct section *own = section->edition->sections +
			    (section - section->edition->sections);

			relate(&relation, own);
		}
	}
	arena_release(&relation.scratch);
}
