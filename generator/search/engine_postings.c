#include "search/engine_postings.h"

/* How the file says that a section has a class. */
enum {
	HOW_FIRST,
	HOW_OTHER,
	HOW_PART
};

/* The classes of a group: their lengths and bits, and their postings. */
struct group {
	struct engine_cursor heads;
	uint32_t first, count;
	struct engine_cursor postings;
};

void engine_postings_want(struct engine *engine, uint32_t class)
{
	struct engine_cursor cursor;

	if (engine->part_counts[INDEX_POSTINGS] > 0)
		(void)engine_part_open(&cursor, engine, INDEX_POSTINGS,
		    engine_part_find(engine, INDEX_POSTINGS, class));
}

/* False if its shard is not there. */
static bool find_group(struct group *group, struct engine *engine,
    uint32_t class)
{
	struct engine_cursor cursor;
	uint32_t shard = engine_part_find(engine, INDEX_POSTINGS, class);
	uint32_t count, i;
	uint32_t wanted = class - engine->parts[INDEX_POSTINGS][shard].first;
	uint64_t length = 0, start = 0;

	if (!engine_part_open(&cursor, engine, INDEX_POSTINGS, shard))
		return false;
	count = engine_read_count(&cursor, 1);
	*group = (struct group){ .heads = cursor };
	for (i = 0; i < count && engine_step(engine, 1); i++) {
		struct engine_cursor before = cursor;
		uint32_t head = engine_read_number(&cursor);

		if ((head & 1) == 0 && i <= wanted) {
			*group = (struct group){ .heads = before, .first = i };
			start = length;
		}
		if (group->first + group->count == i &&
		    ((head & 1) != 0 || i == group->first))
			group->count++;
		length += head >> 1;
	}
	if (cursor.failed || wanted >= count ||
	    length > (uint64_t)(cursor.end - cursor.at)) {
		engine->damaged = true;
		return false;
	}
	group->first += engine->parts[INDEX_POSTINGS][shard].first;
	group->postings = cursor;
	group->postings.at += start;
	return true;
}

/* A way to weigh the postings of a class. */
struct weigher {
	uint32_t ordinal; /* of the form that is exact */
	unsigned exact, form, part; /* weights of postings */
	uint8_t match; /* of forms; of the exact one exact */
};

static struct weigher weigher_of(const struct engine_found *found,
    uint32_t class)
{
	unsigned weight = found->weight;
	struct weigher weigher = { 0, 0, weight, weight / 2, found->match };

	if (class != found->class) {
		weigher.form = weight * ENGINE_GROUP_WEIGHT / 16;
		weigher.part = weigher.form / 2;
		if (weigher.match < MATCH_SIMILAR)
			weigher.match = MATCH_SIMILAR;
	} else if (found->match <= MATCH_CLASS) {
		weigher.ordinal = found->ordinal;
		weigher.exact = weight;
		weigher.form = ENGINE_CLASS_WEIGHT;
		weigher.part = ENGINE_SUFFIX_WEIGHT;
		weigher.match = MATCH_CLASS;
	}
	return weigher;
}

static void give(struct engine *engine, uint32_t section, unsigned value,
    uint8_t match)
{
	struct engine_scores *scores = &engine->part;

	/* Of a hub's names the one that the word is in counts before one that
	 * has only a related word. */
	bool names = section < engine->principles &&
	    scores->values[section] > 0 &&
	    (match <= MATCH_CLASS) != (scores->matches[section] <= MATCH_CLASS);

	if (names ? match > MATCH_CLASS : value <= scores->values[section])
		return;
	scores->values[section] = (uint16_t)value;
	scores->matches[section] = match;
}

static void score_class(struct engine *engine, struct engine_cursor cursor,
    const struct weigher *weigher)
{
	uint32_t section = 0;

	while (cursor.at < cursor.end && engine_step(engine, 1)) {
		uint32_t head = engine_read_number(&cursor), ordinal = 1;
		unsigned how = head & 3, weight = weigher->form, impact;
		uint8_t match = weigher->match;

		section += head >> 2;
		if (how == HOW_OTHER)
			ordinal = engine_read_number(&cursor);
		impact = engine_read_byte(&cursor);
		if (cursor.failed || how > HOW_PART ||
		    section >= engine->sections) {
			engine->damaged = true;
			return;
		}
		if (how == HOW_PART) {
			weight = weigher->part;
			if (match < MATCH_SUFFIX)
				match = MATCH_SUFFIX;
		} else if (ordinal == weigher->ordinal) {
			weight = weigher->exact;
			match = MATCH_EXACT;
		}
		give(engine, section, weight * impact, match);
	}
}

static void note_seen(struct engine *engine, uint32_t class)
{
	uint32_t i;

	(void)engine_step(engine, engine->seen_count);
	for (i = 0; i < engine->seen_count; i++)
		if (engine->seen[i] == class)
			return;
	if (engine->seen_count < ENGINE_SEEN)
		engine->seen[engine->seen_count++] = class;
}

void engine_postings_score(struct engine *engine,
    const struct engine_found *found)
{
	struct group group;
	uint32_t i;

	if (engine->part_counts[INDEX_POSTINGS] == 0 ||
	    !find_group(&group, engine, found->class))
		return;
	for (i = 0; i < group.count; i++) {
		uint32_t class = group.first + i;
		uint32_t length = engine_read_number(&group.heads) >> 1;
		struct engine_cursor cursor = group.postings;
		struct weigher weigher = weigher_of(found, class);

		group.postings.at += length;
		cursor.end = group.postings.at;
		/* What begins alike says nothing of a group. */
		if (class != found->class && found->match == MATCH_PREFIX)
			continue;
		score_class(engine, cursor, &weigher);
		note_seen(engine, class);
	}
}
