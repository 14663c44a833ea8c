#include "search/turkish_meanings.h"

#include <stdlib.h>
#include <string.h>

enum {
	KEPT = 4,
	/* How much worse another meaning may be: of the other kind, noun or
	 * verb, which is true ambiguity; of the same kind; in percents, of a
	 * word that nobody listed. */
	MARGIN_KIND = 11,
	MARGIN_SAME = 3,
	MARGIN_UNKNOWN = 30
};

static int order(const void *a, const void *b)
{
	const struct meaning *first = a, *second = b;
	const struct letters *one = &first->word.letters;
	const struct letters *two = &second->word.letters;

	if (first->known != second->known)
		return first->known ? -1 : 1;
	if (first->cost != second->cost)
		return first->cost < second->cost ? -1 : 1;
	if (first->word.verb != second->word.verb)
		return first->word.verb ? 1 : -1;
	/* Of listed ones the longer (kapı, not kap), of others the shorter. */
	if (one->count != two->count)
		return (one->count < two->count) == first->known ? 1 : -1;
	return memcmp(one->at, two->at, one->count);
}

void meanings_add(struct meanings *meanings, const struct meaning *meaning)
{
	struct meaning *worst;
	size_t i;

	for (i = 0; i < meanings->count; i++) {
		struct meaning *other = &meanings->items[i];

		if (other->word.verb != meaning->word.verb ||
		    other->word.letters.count != meaning->word.letters.count ||
		    memcmp(other->word.letters.at, meaning->word.letters.at,
			meaning->word.letters.count) != 0)
			continue;
		if (order(meaning, other) < 0)
			*other = *meaning;
		return;
	}
	if (meanings->count < MEANINGS_MOST) {
		meanings->items[meanings->count++] = *meaning;
		return;
	}
	/* The worst makes room. */
	worst = &meanings->items[0];
	for (i = 1; i < meanings->count; i++)
		if (order(worst, &meanings->items[i]) < 0)
			worst = &meanings->items[i];
	if (order(meaning, worst) < 0)
		*worst = *meaning;
}

static bool same_letters(const struct meaning *one, const struct meaning *two)
{
	const struct letters *first = &one->word.letters;
	const struct letters *second = &two->word.letters;

	return first->count == second->count &&
	       memcmp(first->at, second->at, first->count) == 0;
}

static bool is_close(const struct meaning *best, const struct meaning *other)
{
	bool same_kind = best->word.verb == other->word.verb;

	if (!best->known)
		return other->cost * 100 <= best->cost * (100 + MARGIN_UNKNOWN);
	if (!other->known)
		return false;
	/* al-dı, not al-dı (it was red); yüz-e, not yüz-e (may he swim). */
	if (!same_kind && !best->whole && same_letters(best, other))
		return false;
	/* kapı-m, not kap-ım. */
	if (same_kind && !best->word.verb &&
	    other->word.letters.count < best->word.letters.count)
		return false;
	return other->cost <=
	       best->cost + (same_kind ? MARGIN_SAME : MARGIN_KIND);
}

void meanings_choose(struct meanings *meanings)
{
	struct meaning *items = meanings->items;
	size_t kept = 0;
	size_t i;

	qsort(items, meanings->count, sizeof(*items), order);
	for (i = 0; i < meanings->count && kept < KEPT; i++)
		if (is_close(&items[0], &items[i]))
			items[kept++] = items[i];
	meanings->count = kept;
}
