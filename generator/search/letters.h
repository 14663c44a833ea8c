/*
 * The letters of an index: common ones take a byte, rare ones two
 * (search/engine.h).
 */
#ifndef SEARCH_LETTERS_H
#define SEARCH_LETTERS_H

#include "base/text.h"

struct arena;

struct letters {
	uint32_t *counts; /* by code point of the BMP: how often it occurs */
	uint16_t *places; /* by code point: 0: none; its byte; 256 + its place
	                     among the rare ones */
	uint16_t *common, *rare; /* by code point */
	size_t common_count, rare_count;
};

void letters_begin(struct letters *letters, struct arena *arena);
void letters_count(struct letters *letters, const uint16_t *word,
    size_t length);
/* Gives places: the most frequent letters are common, the next ones rare; of
 * those beyond, which only a text with nearly all of Han has, words cannot be
 * in the index. */
void letters_settle(struct letters *letters, struct arena *arena);

/* The word in bytes, in arena; empty if a letter has no place. */
struct text letters_encode(const struct letters *letters,
    struct arena *arena, const uint16_t *word, size_t length);

#endif
