/*
 * What the words of a query may mean: classes of the dictionary, found in the
 * order of how sure they are.
 */
#ifndef SEARCH_ENGINE_MATCH_H
#define SEARCH_ENGINE_MATCH_H

#include "search/engine_words.h"

/* A form near an unknown one; several of one class count once. */
struct engine_candidate {
	uint32_t class;
	uint32_t level;
	uint32_t cost; /* the less the likelier */
	uint8_t match;
};
struct engine_near {
	struct engine_candidate items[ENGINE_NEAR];
	uint32_t count;
	bool strong; /* typing errors need not be looked for */
};

/* Understands the words of the query: fills the terms.  What is needed for it
 * is wanted. */
void engine_understand(struct engine *engine, bool typing);

/* Begins a term, ends one of its parts, ends it; a term with an empty part is
 * forgotten, which engine_term_end tells. */
struct engine_term *engine_term_start(struct engine *engine, uint32_t first,
    uint32_t last);
void engine_term_part(struct engine *engine, struct engine_term *term);
bool engine_term_end(struct engine *engine, struct engine_term *term);

/* Adds a class to the part under way; a class with the same ordinal is there
 * once, with the higher weight. */
void engine_found_add(struct engine *engine, const struct engine_term *term,
    const struct engine_found *found);
/* Adds what a known form means; with any_marks its signature says nothing. */
void engine_known_add(struct engine *engine, const struct engine_term *term,
    const struct engine_walk *walk, uint8_t signature, bool any_marks);
/* Adds the best of the candidates. */
void engine_near_add(struct engine *engine, const struct engine_term *term,
    struct engine_near *near);

/* Notes a form with its classes. */
void engine_near_note(struct engine_near *near,
    const struct engine_walk *walk, uint8_t match, uint32_t cost);
/* The cost of a form that differs in so many letters of the query's word, and
 * so many of its own, that are endings of so many pieces. */
uint32_t engine_near_cost(uint32_t outside, uint32_t tail, uint32_t pieces);

/* Forms that differ by endings, alternations and prefixes. */
void engine_near_endings(struct engine_near *near, struct engine *engine,
    const struct engine_form *form);
/* Forms that begin alike, whatever short ends they have. */
void engine_near_beginnings(struct engine_near *near, struct engine *engine,
    const struct engine_form *form);
/* Forms that are spelled nearly so, but for endings; unfinished: that begin
 * so. */
void engine_near_typos(struct engine_near *near, struct engine *engine,
    const struct engine_form *form, bool everywhere, bool unfinished);
/* Known forms that the word number `place` is composed of: makes a term, and
 * one of the first of them alone, which is weak.  False if it does not even
 * begin with one. */
bool engine_split(struct engine *engine, uint32_t place);

#endif
