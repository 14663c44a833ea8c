#include "search/engine_match.h"

enum {
	LETTERS_LEAST = 3,
	SYLLABLES_LEAST = 2,
	INITIAL_FIRST = 0x1100,
	INITIAL_LAST = 0x1112
};

/* Where a word may be split: between letters, and between syllables if it is
 * Korean. */
struct letters {
	const struct engine_form *form;
	bool korean;
	/* Letters, or syllables, before each byte that one begins at; 0 where
	 * none does. */
	uint8_t before[INDEX_WORD_BYTES + 1];
	uint32_t count; /* of all */
	uint32_t least;
};

static bool is_initial(uint16_t letter)
{
	return letter >= INITIAL_FIRST && letter <= INITIAL_LAST;
}

static void count_letters(struct letters *letters,
    const struct engine_form *form, const struct fold_word *word)
{
	uint32_t byte = 0;
	size_t i;

	*letters = (struct letters){ .form = form,
		.korean = is_initial(word->letters[0]) };
	letters->least = letters->korean ? SYLLABLES_LEAST : LETTERS_LEAST;
	for (i = 0; i < word->count && byte < form->length; i++) {
		bool rare = form->at[byte] > INDEX_LETTERS &&
		    form->at[byte] != ENGINE_UNKNOWN;

		if (!letters->korean || is_initial(word->letters[i])) {
			letters->before[byte] = (uint8_t)letters->count;
			letters->count++;
		}
		byte += rare ? 2 : 1;
	}
}

/* Whether a part may end here, as long as two more are. */
static bool may_split(const struct letters *letters, uint32_t start,
    uint32_t place)
{
	uint32_t before = letters->before[place];

	return before >= letters->before[start] + letters->least &&
	    before + letters->least <= letters->count;
}

static bool add_part(struct engine *engine, struct engine_term *term,
    const struct letters *letters, uint32_t start, uint32_t end)
{
	struct engine_walk walk;

	if (!engine_form_find(&walk, engine, letters->form->at + start,
		end - start))
		return false;
	engine_known_add(engine, term, &walk, 0, true);
	engine_term_part(engine, term);
	return true;
}

static void drop_part(struct engine *engine, struct engine_term *term)
{
	engine->found_count = term->parts[--term->part_count];
}

/* The rest of the word as one known form or two, the first as long as it can
 * be. */
static bool split_rest(struct engine *engine, struct engine_term *term,
    const struct letters *letters, uint32_t start)
{
	uint32_t end = letters->form->length, place;

	if (add_part(engine, term, letters, start, end))
		return true;
	for (place = end - 1; place > start; place--) {
		if (!may_split(letters, start, place) ||
		    !add_part(engine, term, letters, start, place))
			continue;
		if (add_part(engine, term, letters, place, end))
			return true;
		drop_part(engine, term);
	}
	return false;
}

/* Sections that only have the first part. */
static void add_first(struct engine *engine, uint32_t place,
    const struct letters *letters, uint32_t end)
{
	struct engine_term *term = engine_term_start(engine, place, place);
	uint32_t i;

	term->spare = true;
	(void)add_part(engine, term, letters, 0, end);
	for (i = term->parts[0]; i < engine->found_count; i++) {
		engine->found[i].ordinal = 0;
		engine->found[i].match = MATCH_SIMILAR;
		engine->found[i].weight = ENGINE_WEAK_WEIGHT;
	}
	(void)engine_term_end(engine, term);
}

bool engine_split(struct engine *engine, uint32_t place)
{
	struct engine_term *term = engine_term_start(engine, place, place);
	struct letters letters;
	uint32_t at, longest = 0;

	count_letters(&letters, &engine->forms[place], &engine->folded[place]);
	for (at = letters.form->length; at-- > 1;) {
		if (!may_split(&letters, 0, at) ||
		    !add_part(engine, term, &letters, 0, at))
			continue;
		if (longest == 0)
			longest = at;
		if (split_rest(engine, term, &letters, at))
			break;
		drop_part(engine, term);
	}
	(void)engine_term_end(engine, term);
	if (longest > 0)
		add_first(engine, place, &letters, longest);
	return longest > 0;
}
