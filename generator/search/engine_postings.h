/*
 * The postings of classes: in which sections they are, how, and with what
 * impact.
 */
#ifndef SEARCH_ENGINE_POSTINGS_H
#define SEARCH_ENGINE_POSTINGS_H

#include "search/engine_state.h"

/* Wants the file that the postings of a class are in. */
void engine_postings_want(struct engine *engine, uint32_t class);

/* Gives the sections of a class, and those of its group, their values for
 * the part of a term at hand. */
void engine_postings_score(struct engine *engine,
    const struct engine_found *found);

#endif
