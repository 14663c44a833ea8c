#include "search/engine.h"

#include "search/engine_match.h"
#include "search/engine_score.h"

/* Letters of a word that also marks words that contain it. */
enum { MARK_LEAST = 4 };

/* The words of a query: folded, in the index's letters. */
static void cut_query(struct engine *engine, const struct engine_query *query)
{
	size_t offset = 0;
	uint32_t count = 0;

	while (count < ENGINE_WORDS &&
	    fold_next(&engine->folded[count], query->text, query->length,
		&offset, engine->fold)) {
		engine_form_of(&engine->forms[count], engine,
		    &engine->folded[count]);
		engine->words[count] = (struct engine_word){
			(uint32_t)engine->folded[count].start,
			(uint32_t)engine->folded[count].end, MATCH_TYPO, false
		};
		count++;
	}
	engine->word_count = count;
}

enum engine_status engine_search(struct engine *engine,
    const struct engine_query *query)
{
	engine_begin(engine);
	engine->incomplete = false;
	engine->term_count = engine->found_count = engine->hit_count = 0;
	cut_query(engine, query);
	engine_understand(engine, query->typing);
	/* What some words need is wanted at once, whether others are
	 * understood or not. */
	engine_score_want(engine);
	if (engine_status_of(engine) == ENGINE_DONE)
		engine_score(engine, query->principle);
	return engine_status_of(engine);
}

size_t engine_needs(const struct engine *engine, const uint32_t **files)
{
	*files = engine->needs;
	return engine->need_count;
}

bool engine_incomplete(const struct engine *engine)
{
	return engine->incomplete;
}

const char *engine_file_name(const struct engine *engine, uint32_t file)
{
	const uint8_t *names = engine->lists[ENGINE_LIST_FILES].at;

	if (file == 0 || file >= engine->file_count)
		return NULL;
	return (const char *)names + (size_t)(file - 1) * 10;
}

size_t engine_file_count(const struct engine *engine)
{
	return engine->file_count;
}

size_t engine_hits(const struct engine *engine, const struct engine_hit **hits)
{
	*hits = engine->hits;
	return engine->hit_count;
}

size_t engine_words(const struct engine *engine,
    const struct engine_word **words)
{
	*words = engine->words;
	return engine->word_count;
}

static struct engine_string read_text(struct engine_cursor *cursor)
{
	struct engine_bytes bytes = engine_read_string(cursor);

	return (struct engine_string){ (const char *)bytes.at, bytes.length };
}

/* What follows what a record may share with the one before. */
static void read_record(struct engine_cursor *cursor,
    struct engine_record *record)
{
	record->flags = engine_read_number(cursor);
	if ((record->flags & RECORD_SAME) != 0)
		return;
	record->id = read_text(cursor);
	record->path = read_text(cursor);
}

enum engine_status engine_record(struct engine *engine, uint32_t section,
    struct engine_record *record)
{
	struct engine_cursor heads, cursor, one;
	struct engine_record found = { 0 };
	uint32_t chunk, count, i;

	engine_begin(engine);
	if (section >= engine->sections ||
	    engine->part_counts[INDEX_RESULTS] == 0)
		return ENGINE_DAMAGED;
	chunk = engine_part_find(engine, INDEX_RESULTS, section);
	if (!engine_part_open(&heads, engine, INDEX_RESULTS, chunk))
		return engine->need_count > 0 ? ENGINE_NEEDS : ENGINE_DAMAGED;
	section -= engine->parts[INDEX_RESULTS][chunk].first;
	count = engine_read_count(&heads, 1);
	cursor = heads;
	for (i = 0; i < count; i++)
		(void)engine_read_number(&cursor);
	if (cursor.failed || section >= count)
		return ENGINE_DAMAGED;
	for (i = 0; i <= section; i++) {
		uint32_t length = engine_read_number(&heads);

		one = cursor;
		if (engine_read_bytes(&cursor, length) == NULL)
			return ENGINE_DAMAGED;
		one.end = cursor.at;
		read_record(&one, &found);
	}
	found.title = read_text(&one);
	found.anchor = read_text(&one);
	found.text = read_text(&one);
	found.principles = one.at;
	found.principles_length = (size_t)(one.end - one.at);
	if (one.failed)
		return ENGINE_DAMAGED;
	*record = found;
	return ENGINE_DONE;
}

/* Whether one of the forms contains another, as compounds do. */
static bool contains(const struct engine_form *form,
    const struct engine_form *part)
{
	uint32_t place;

	for (place = 0; place + part->length <= form->length; place++)
		if (engine_common(form->at + place, part->length, part->at,
			part->length) == part->length)
			return true;
	return false;
}

static bool is_seen(struct engine *engine, const struct engine_form *form)
{
	struct engine_walk walk;
	uint32_t i, j;

	for (i = 0; i < engine->word_count; i++)
		if (form->length == engine->forms[i].length
			? contains(form, &engine->forms[i])
			: engine->forms[i].length >= MARK_LEAST &&
			    contains(form, &engine->forms[i]))
			return true;
	if (!engine_form_find(&walk, engine, form->at, form->length))
		return false;
	for (i = 0; i < walk.count; i++)
		for (j = 0; j < engine->seen_count; j++)
			if (engine->seen[j] == walk.references[i].class)
				return true;
	return false;
}

size_t engine_marks(struct engine *engine, const char *text, size_t length,
    uint32_t (*marks)[2], size_t room)
{
	struct fold_word word;
	size_t offset = 0, count = 0;

	engine_begin(engine);
	while (count < room && !engine->damaged &&
	    fold_next(&word, text, length, &offset, engine->fold)) {
		struct engine_form form;

		engine_form_of(&form, engine, &word);
		if (!is_seen(engine, &form))
			continue;
		marks[count][0] = (uint32_t)word.start;
		marks[count][1] = (uint32_t)word.end;
		count++;
	}
	engine_begin(engine);
	return count;
}
