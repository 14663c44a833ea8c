/*
 * What the sections reach in a search: the postings of all that its words may
 * mean, added up.
 */
#ifndef SEARCH_ENGINE_SCORE_H
#define SEARCH_ENGINE_SCORE_H

#include "search/engine_state.h"

/* Wants all postings that the terms need. */
void engine_score_want(struct engine *engine);
/* Fills the hits, best first.  principle: as in engine_query. */
void engine_score(struct engine *engine, uint32_t principle);

#endif
