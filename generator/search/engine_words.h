/*
 * The dictionary of an index: forms in the order of their letters, and the
 * classes that each may belong to.
 */
#ifndef SEARCH_ENGINE_WORDS_H
#define SEARCH_ENGINE_WORDS_H

#include "search/engine_state.h"

struct engine_reference {
	uint32_t class, ordinal;
	uint8_t signature; /* 0 where it is the only one */
};

/* Goes through the forms that begin with some letters. */
struct engine_walk {
	struct engine *engine;
	const uint8_t *prefix;
	uint32_t prefix_length;
	uint32_t block, last_block;
	struct engine_cursor cursor; /* in the block */
	uint32_t class; /* of the reference before, in the block */

	uint8_t at[INDEX_WORD_BYTES];
	uint32_t length;
	uint32_t shared; /* letters that are still those of the form that
	                    was given before */
	uint32_t level;
	struct engine_reference references[ENGINE_REFERENCES];
	uint32_t count; /* of them */
};

/* A folded word in the letters of the index. */
void engine_form_of(struct engine_form *form, const struct engine *engine,
    const struct fold_word *word);
/* Puts letters behind a form; what is too long is left out. */
void engine_form_add(struct engine_form *form, const uint8_t *at,
    uint32_t length);

/* The letters must stay. */
void engine_walk_start(struct engine_walk *walk, struct engine *engine,
    const uint8_t *prefix, uint32_t length);
/* False at the end.  Blocks that are not there are wanted, and left out. */
bool engine_walk_next(struct engine_walk *walk);

/* Whether a form is in the dictionary; then walk holds what is known of
 * it. */
bool engine_form_find(struct engine_walk *walk, struct engine *engine,
    const uint8_t *at, uint32_t length);

/* How many letters two words have in common at the start. */
uint32_t engine_common(const uint8_t *a, uint32_t a_length, const uint8_t *b,
    uint32_t b_length);

/* For each place from `least` to the word's end of how many pieces the ending
 * that begins there consists: 0 at the end, ENGINE_NO_ENDING if it is none. */
void engine_endings(uint8_t *pieces, struct engine *engine,
    const uint8_t *at, uint32_t length, uint32_t least);

#endif
