#include "link/relation.h"

#include "base/list.h"

#include <stdlib.h>

/* Sections with the same set of principles, by article.index. */
struct group {
	const uint64_t *set;
	size_t size;  /* number of principles in the set */
	size_t index; /* by first appearance: breaks ties the same everywhere */
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
		group->index = relation->groups.count;
		*list_add(&relation->scratch, &relation->groups) = group;
		(void)table_put(&relation->by_set, &relation->scratch, key,
		    group);
	}
	*list_add(&relation->scratch, group) = section;
}

static int ranked_order(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	if (x->group->size != y->group->size)
		return x->group->size < y->group->size ? -1 : 1;
	return x->group->index < y->group->index ? -1 : 1;
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

static bool is_chosen(const struct section *const *chosen, size_t count,
    const struct article *article)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (chosen[i]->edition->article == article)
			return true;
	return false;
}

static void relate(struct relation *relation, struct section *section)
{
	const struct article *own = section->edition->article;
	const struct section *chosen[RELATION_LIMIT];
	size_t count = 0, i, j;

	for (i = 0; i < relation->ranked_count && count < RELATION_LIMIT; i++) {
		const struct group *group = relation->ranked[i].group;
		size_t start = group_after(group, own->index);

		for (j = 0; j < group->count && count < RELATION_LIMIT; j++) {
			const struct section *other =
			    group->items[(start + j) % group->count];

			if (other->edition->article != own &&
			    !is_chosen(chosen, count, other->edition->article))
				chosen[count++] = other;
		}
	}
	section->related = arena_copy(
	    relation->arena, chosen, count * sizeof(*chosen));
	section->related_count = count;
}

static void groups_make(struct relation *relation)
{
	const struct guide *guide = relation->guide;
	size_t i, j;

	for (i = 0; i < guide->article_count; i++) {
		const struct edition *edition = guide->articles[i].original;

		for (j = 0; j < edition->section_count; j++)
			if (edition->sections[j].principle_count > 0)
				group_add(relation, &edition->sections[j]);
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
