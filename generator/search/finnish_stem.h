/*
 * Stems of Finnish words that no dictionary knows: names, new words, all
 * words where the dictionary is not installed.
 */
#ifndef SEARCH_FINNISH_STEM_H
#define SEARCH_FINNISH_STEM_H

#include "base/text.h"

struct arena;

/* The word without clitic, possessive suffix, case or verb ending, its last
 * consonants as gradation leaves them; in the arena.  What is no longer
 * lower-case letters (20:n) keeps what stands before the colon. */
struct text finnish_stem(struct arena *arena, struct text word);

#endif
