#include "search/lexicon.h"

#include "base/arena.h"
#include "base/workers.h"

#include <stdlib.h>

enum { CHUNK = 256 }; /* words that a worker takes at once */

/* A word of one vocabulary on its way into the lexicon. */
struct candidate {
	struct text text;
	uint32_t language;
	uint32_t vocabulary;
	uint32_t word;
};

static int candidate_order(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->language != y->language)
		return x->language < y->language ? -1 : 1;
	return text_compare(x->text, y->text);
}

static struct text primary_of(struct text tag)
{
	struct text primary = { 0 };

	(void)text_cut(&primary, &tag, '-');
	return primary;
}

/* The index of the language of a tag, which is added if it is new. */
static uint32_t language_add(struct lexicon *lexicon, struct text tag)
{
	struct text primary = primary_of(tag);
	size_t i;

	for (i = 0; i < lexicon->language_count; i++)
		if (text_equal(lexicon->languages[i].tag, primary))
			return (uint32_t)i;
	lexicon->languages[i].tag = primary;
	lexicon->languages[i].language = language_find(tag);
	lexicon->language_count++;
	return (uint32_t)i;
}

static size_t candidates_list(struct candidate **candidates,
    struct arena *arena, struct lexicon *lexicon)
{
	size_t total = 0, count = 0, i, j;

	for (i = 0; i < lexicon->vocabulary_count; i++)
		total += lexicon->vocabularies[i]->count;
	*candidates = arena_array(arena, struct candidate, total);
	for (i = 0; i < lexicon->vocabulary_count; i++) {
		const struct vocabulary *vocabulary = lexicon->vocabularies[i];
		uint32_t language = language_add(lexicon, vocabulary->tag);

		for (j = 0; j < vocabulary->count; j++)
			(*candidates)[count++] = (struct candidate){
				vocabulary->items[j], language, (uint32_t)i,
				(uint32_t)j
			};
	}
	return count;
}

void lexicon_make(struct lexicon *lexicon, struct arena *arena,
    struct text tag, const struct vocabulary *const *vocabularies,
    size_t count)
{
	struct arena scratch = { 0 };
	struct candidate *candidates;
	size_t total, i;

	*lexicon = (struct lexicon){ .tag = tag, .vocabulary_count = count };
	lexicon->languages =
	    arena_array(arena, struct lexicon_language, count + 1);
	(void)language_add(lexicon, tag);
	lexicon->vocabularies =
	    arena_array(arena, const struct vocabulary *, count);
	lexicon->maps = arena_array(arena, uint32_t *, count);
	for (i = 0; i < count; i++) {
		lexicon->vocabularies[i] = vocabularies[i];
		lexicon->maps[i] =
		    arena_array(arena, uint32_t, vocabularies[i]->count);
	}
	total = candidates_list(&candidates, &scratch, lexicon);
	if (total > 0)
		qsort(candidates, total, sizeof(*candidates), candidate_order);
	lexicon->items = arena_array(arena, struct lexicon_word, total);
	for (i = 0; i < total; i++) {
		const struct candidate *candidate = &candidates[i];

		if (i == 0 ||
		    candidate_order(candidate, &candidates[i - 1]) != 0) {
			struct lexicon_word *word =
			    &lexicon->items[lexicon->count++];

			word->text = candidate->text;
			word->language = candidate->language;
		}
		lexicon->maps[candidate->vocabulary][candidate->word] =
		    (uint32_t)(lexicon->count - 1);
	}
	arena_release(&scratch);
}

const uint32_t *lexicon_map(const struct lexicon *lexicon,
    const struct vocabulary *vocabulary)
{
	size_t i;

	for (i = 0; i < lexicon->vocabulary_count; i++)
		if (lexicon->vocabularies[i] == vocabulary)
			return lexicon->maps[i];
	return NULL;
}

/* A run of words of one language. */
struct chunk {
	struct lexicon_word *words;
	size_t count;
	size_t language; /* index in the states of a worker */
};

struct analysing {
	struct arena *arenas;  /* by worker */
	struct arena *scratch; /* by worker */
	struct {
		struct lexicon_language *items;
		size_t count;
	} languages; /* of all lexicons, each once */
	struct state {
		bool opened;
		void *state;
	} **states; /* by worker and language */
	struct chunk *chunks;
	size_t chunk_count;
};

static void reading_keep(struct arena *arena, struct reading *to,
    const struct reading *from)
{
	to->key = text_copy(arena, from->key);
	to->loose = text_equal(from->key, from->loose)
	    ? to->key
	    : text_copy(arena, from->loose);
}

/* What analysis found, in as little memory as it needs. */
static void word_keep(struct arena *arena, struct lexicon_word *word,
    const struct analysis *analysis)
{
	size_t i;

	word->reading_count = (uint32_t)analysis->readings.count;
	word->readings =
	    arena_array(arena, struct reading, word->reading_count);
	for (i = 0; i < word->reading_count; i++)
		reading_keep(arena, &word->readings[i],
		    &analysis->readings.items[i]);
	word->form_count = (uint32_t)analysis->forms.count;
	if (word->form_count > 0)
		word->forms =
		    arena_array(arena, struct other_form, word->form_count);
	for (i = 0; i < word->form_count; i++) {
		word->forms[i] = analysis->forms.items[i];
		word->forms[i].word = text_copy(arena, word->forms[i].word);
	}
	word->part_count = (uint32_t)analysis->parts.count;
	if (word->part_count > 0)
		word->parts =
		    arena_array(arena, struct text, word->part_count);
	for (i = 0; i < word->part_count; i++)
		word->parts[i] = text_copy(arena, analysis->parts.items[i]);
}

static void chunk_analyse(void *context, size_t worker, size_t job)
{
	struct analysing *analysing = context;
	const struct chunk *chunk = &analysing->chunks[job];
	const struct lexicon_language *language =
	    &analysing->languages.items[chunk->language];
	struct state *state = &analysing->states[worker][chunk->language];
	struct arena *scratch = &analysing->scratch[worker];
	size_t i;

	if (!state->opened && language->language->open != NULL)
		state->state = language->language->open(
		    text_string(&analysing->arenas[worker], language->tag));
	state->opened = true;
	for (i = 0; i < chunk->count; i++) {
		struct analysis analysis = { 0 };

		language->language->analyse(&analysis, scratch, state->state,
		    chunk->words[i].text);
		word_keep(&analysing->arenas[worker], &chunk->words[i],
		    &analysis);
		arena_reset(scratch);
	}
}

static size_t analysing_language(struct analysing *analysing,
    const struct lexicon_language *language)
{
	size_t i;

	for (i = 0; i < analysing->languages.count; i++)
		if (text_equal(
			analysing->languages.items[i].tag, language->tag))
			return i;
	analysing->languages.items[analysing->languages.count++] = *language;
	return i;
}

static void chunks_list(struct analysing *analysing, struct lexicon *lexicon)
{
	size_t at = 0;

	while (at < lexicon->count) {
		struct chunk *chunk =
		    &analysing->chunks[analysing->chunk_count++];
		uint32_t language = lexicon->items[at].language;

		chunk->words = &lexicon->items[at];
		chunk->language = analysing_language(
		    analysing, &lexicon->languages[language]);
		while (at < lexicon->count && chunk->count < CHUNK &&
		    lexicon->items[at].language == language) {
			chunk->count++;
			at++;
		}
	}
}

static void states_close(struct analysing *analysing, size_t workers)
{
	size_t i, j;

	for (i = 0; i < workers; i++)
		for (j = 0; j < analysing->languages.count; j++) {
			const struct state *state = &analysing->states[i][j];
			const struct language *language =
			    analysing->languages.items[j].language;

			if (state->opened && language->close != NULL)
				language->close(state->state);
		}
}

void lexicons_analyse(struct lexicon *lexicons, size_t count,
    struct arena *arenas, size_t workers)
{
	struct analysing analysing = { .arenas = arenas };
	struct arena scratch = { 0 };
	size_t chunks = 0, languages = 0, i;

	for (i = 0; i < count; i++) {
		chunks += lexicons[i].count / CHUNK +
		    lexicons[i].language_count;
		languages += lexicons[i].language_count;
	}
	analysing.chunks = arena_array(&scratch, struct chunk, chunks);
	analysing.languages.items =
	    arena_array(&scratch, struct lexicon_language, languages);
	for (i = 0; i < count; i++)
		chunks_list(&analysing, &lexicons[i]);
	analysing.scratch = arena_array(&scratch, struct arena, workers);
	analysing.states = arena_array(&scratch, struct state *, workers);
	for (i = 0; i < workers; i++)
		analysing.states[i] = arena_array(
		    &scratch, struct state, analysing.languages.count);
	workers_run(workers, analysing.chunk_count, chunk_analyse, &analysing);
	states_close(&analysing, workers);
	for (i = 0; i < workers; i++)
		arena_release(&analysing.scratch[i]);
	arena_release(&scratch);
}
