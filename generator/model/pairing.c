/* The pairing half of model/translation.h. */
#include "model/translation.h"

#include "base/arena.h"
#include "model/message_kind.h"
#include "model/words.h"

#include <string.h>

/* More comparisons than that in one gap are not worth their time: so much has
 * changed that nothing is a revision. */
enum { COMPARISONS_MOST = 250000 };

#define NONE ((size_t)-1)

/* A message of today, each id once. */
struct today {
	size_t message; /* index of the first with this id */
	size_t exact;   /* index of the entry of yesterday, or NONE */
	bool settled;   /* it is paired: here or elsewhere */
};

/* An entry of yesterday, the obsolete ones left out. */
struct yesterday {
	const struct catalog_entry *entry;
	bool settled; /* it is still wanted, or a revision has it */
};

struct pairing_work {
	struct arena *arena;
	struct arena scratch; /* of one gap */
	const struct block_message *messages;
	struct pair *pairs;
	struct today *today;
	size_t today_count;
	struct yesterday *yesterday;
	size_t yesterday_count;
};

/* What may be revisions of each other: unsettled ones between two exact
 * matches. */
struct gap {
	size_t *new, *old; /* indexes of today and of yesterday */
	size_t new_count, old_count;
	struct words *new_words, *old_words;
};

static void list_yesterday(struct pairing_work *work,
    const struct catalog *before)
{
	size_t i;

	if (before == NULL)
		return;
	work->yesterday =
	    arena_array(work->arena, struct yesterday, before->count);
	for (i = 0; i < before->count; i++)
		if (!before->entries[i].obsolete)
			work->yesterday[work->yesterday_count++].entry =
			    &before->entries[i];
}

/* The place of an entry among those of yesterday, by halves: they are in the
 * order of the file. */
static size_t place_of(const struct pairing_work *work,
    const struct catalog_entry *entry)
{
	size_t low = 0, high = work->yesterday_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (work->yesterday[middle].entry->offset < entry->offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The translation of the same message in other catalogs of the locale. */
static const struct catalog_entry *find_known(
    const struct block_message *message, const struct catalog *const *known,
    size_t known_count)
{
	size_t i;

	for (i = 0; i < known_count; i++) {
		const struct catalog_entry *entry =
		    catalog_entry(known[i], message->context, message->id);

		if (entry != NULL && !entry->fuzzy &&
		    entry->plural_id.at == NULL &&
		    catalog_entry_translated(entry))
			return entry;
	}
	return NULL;
}

/* Rule (a), for a message that stands here for the first time. */
static void pair_same(struct pairing_work *work, struct today *today,
    const struct catalog *before, const struct catalog *const *known,
    size_t known_count)
{
	const struct block_message *message = &work->messages[today->message];
	const struct catalog_entry *entry = before != NULL
	    ? catalog_entry(before, message->context, message->id)
	    : NULL;

	today->exact = NONE;
	if (entry != NULL && !entry->obsolete) {
		today->exact = place_of(work, entry);
		work->yesterday[today->exact].settled = true;
		today->settled = true;
	}
	if (entry == NULL || entry->plural_id.at != NULL ||
	    !catalog_entry_translated(entry))
		entry = find_known(message, known, known_count);
	if (entry == NULL)
		return;
	today->settled = true;
	work->pairs[today->message] =
	    (struct pair){ PAIRING_SAME, entry };
}

/* True if an entry was of this kind, or nobody knows of which it was. */
static bool kind_agrees(const struct catalog_entry *entry,
    enum message_kind kind)
{
	enum message_kind was;

	return !message_kind_of(&was, entry->extracted) || was == kind;
}

/* How good a pair is: 0 for none, else the words in common of a thousand, and
 * more than any pair for being one at all. */
static size_t score(struct pairing_work *work, const struct gap *gap,
    size_t new, size_t old)
{
	const struct words *a = &gap->new_words[new];
	const struct words *b = &gap->old_words[old];
	size_t longer = a->count > b->count ? a->count : b->count;
	size_t shorter = a->count < b->count ? a->count : b->count;
	size_t common;

	if (2 * shorter < longer)
		return 0;
	common = words_common(&work->scratch, a, b);
	if (2 * common < longer)
		return 0;
	return 1000 + (longer > 0 ? 1000 * common / longer : 1000);
}

static bool may_pair(const struct pairing_work *work, const struct gap *gap,
    size_t new, size_t old)
{
	const struct block_message *message =
	    &work->messages[work->today[gap->new[new]].message];
	const struct catalog_entry *entry =
	    work->yesterday[gap->old[old]].entry;

	return entry->plural_id.at == NULL &&
	    text_equal(entry->context, message->context) &&
	    kind_agrees(entry, message->kind);
}

static void pair_revision(struct pairing_work *work, const struct gap *gap,
    size_t new, size_t old)
{
	struct today *today = &work->today[gap->new[new]];
	struct yesterday *yesterday = &work->yesterday[gap->old[old]];

	today->settled = yesterday->settled = true;
	if (catalog_entry_translated(yesterday->entry))
		work->pairs[today->message] = (struct pair){
			PAIRING_REVISION, yesterday->entry
		};
}

/*
 * The best pairs of a gap, in order on both sides: best[i][j] is the score of
 * what is left from the i-th new and the j-th old one on.
 */
static void align(struct pairing_work *work, const struct gap *gap)
{
	size_t width = gap->old_count + 1, i, j;
	size_t *scores = arena_array(
	    &work->scratch, size_t, (gap->new_count + 1) * width);
	size_t *best = arena_array(
	    &work->scratch, size_t, (gap->new_count + 1) * width);

	for (i = gap->new_count; i-- > 0;) {
		for (j = gap->old_count; j-- > 0;) {
			size_t at = i * width + j, with;

			if (may_pair(work, gap, i, j))
				scores[at] = score(work, gap, i, j);
			with = scores[at] > 0
			    ? scores[at] + best[at + width + 1]
			    : 0;
			best[at] = best[at + width] > best[at + 1]
			    ? best[at + width]
			    : best[at + 1];
			if (with > best[at])
				best[at] = with;
		}
	}
	i = j = 0;
	while (i < gap->new_count && j < gap->old_count) {
		size_t at = i * width + j;

		if (scores[at] > 0 &&
		    best[at] == scores[at] + best[at + width + 1])
			pair_revision(work, gap, i++, j++);
		else if (best[at] == best[at + width])
			i++;
		else
			j++;
	}
}

static struct words *gap_words(struct pairing_work *work, size_t count)
{
	return arena_array(&work->scratch, struct words, count);
}

/* Rule (b) in one gap. */
static void pair_gap(struct pairing_work *work, struct gap *gap)
{
	size_t i;

	if (gap->new_count == 0 || gap->old_count == 0)
		return;
	if (gap->new_count == 1 && gap->old_count == 1) {
		if (may_pair(work, gap, 0, 0))
			pair_revision(work, gap, 0, 0);
		return;
	}
	if (gap->new_count > COMPARISONS_MOST / gap->old_count)
		return;
	gap->new_words = gap_words(work, gap->new_count);
	gap->old_words = gap_words(work, gap->old_count);
	for (i = 0; i < gap->new_count; i++)
		gap->new_words[i] = words_of(&work->scratch,
		    work->messages[work->today[gap->new[i]].message].id);
	for (i = 0; i < gap->old_count; i++)
		gap->old_words[i] = words_of(&work->scratch,
		    work->yesterday[gap->old[i]].entry->id);
	align(work, gap);
}

/* Adds the unsettled entries from `from` on. */
static void gap_forward(const struct pairing_work *work, struct gap *gap,
    size_t from)
{
	for (; from < work->yesterday_count && !work->yesterday[from].settled;
	     from++)
		gap->old[gap->old_count++] = from;
}

/* Adds the unsettled entries that end before `to`, unless the first of them
 * is in the gap already. */
static void gap_backward(const struct pairing_work *work, struct gap *gap,
    size_t to)
{
	size_t from = to;

	while (from > 0 && !work->yesterday[from - 1].settled)
		from--;
	if (gap->old_count == 0 || gap->old[0] != from)
		gap_forward(work, gap, from);
}

/*
 * What is new between two messages that were there before, from `begin` on,
 * beside what is gone behind the first and before the second of them: the
 * same, unless one of them moved.  Gives the index behind it.
 */
static size_t pair_run(struct pairing_work *work, size_t begin)
{
	size_t end = begin, i;
	struct gap gap = { 0 };

	while (end < work->today_count && work->today[end].exact == NONE)
		end++;
	gap.new = arena_array(&work->scratch, size_t, end - begin);
	for (i = begin; i < end; i++)
		if (!work->today[i].settled)
			gap.new[gap.new_count++] = i;
	if (gap.new_count == 0)
		return end;
	gap.old = arena_array(
	    &work->scratch, size_t, 2 * work->yesterday_count);
	gap_forward(work, &gap,
	    begin > 0 ? work->today[begin - 1].exact + 1 : 0);
	gap_backward(work, &gap,
	    end < work->today_count ? work->today[end].exact
				    : work->yesterday_count);
	pair_gap(work, &gap);
	return end;
}

/* Messages that stand twice have one translation. */
static void list_today(struct pairing_work *work, size_t *first, size_t count)
{
	struct table seen = { 0 };
	size_t i;

	work->today = arena_array(work->arena, struct today, count);
	for (i = 0; i < count; i++) {
		const struct block_message *message = &work->messages[i];
		struct text key = catalog_key(
		    work->arena, message->context, message->id);
		const size_t *at = table_get(&seen, key);

		first[i] = at != NULL ? *at : i;
		if (at != NULL)
			continue;
		(void)table_put(&seen, work->arena, key, &first[i]);
		work->today[work->today_count++].message = i;
	}
}

void translation_pair(struct pair *pairs, struct arena *arena,
    const struct block_message *messages, size_t count,
    const struct catalog *before, const struct catalog *const *known,
    size_t known_count)
{
	struct pairing_work work = { .arena = arena,
		.messages = messages,
		.pairs = pairs };
	size_t *first = arena_array(arena, size_t, count);
	size_t i;

	memset(pairs, 0, count * sizeof(*pairs));
	list_yesterday(&work, before);
	list_today(&work, first, count);
	for (i = 0; i < work.today_count; i++)
		pair_same(&work, &work.today[i], before, known, known_count);
	for (i = 0; i < work.today_count; i++) {
		i = pair_run(&work, i); /* behind it stands what is settled */
		arena_reset(&work.scratch);
	}
	for (i = 0; i < count; i++)
		pairs[i] = pairs[first[i]];
	arena_release(&work.scratch);
}
