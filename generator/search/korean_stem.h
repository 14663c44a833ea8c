/*
 * Stems of Korean verbs, before what endings make of them is known: the way
 * back from geollyeo to geolli-, from bulleo to bureu-.
 */
#ifndef SEARCH_KOREAN_STEM_H
#define SEARCH_KOREAN_STEM_H

#include "search/korean.h"

/* Stems that a form may have; more than there ever are. */
struct korean_stem_list {
	struct {
		struct jamo stem;
		bool known; /* only if it is in the list */
	} items[12];
	size_t count;
};

/* Gives the stems that may have become the first length letters of word
 * before an ending that begins with next. */
void korean_stems_of(struct korean_stem_list *stems,
    const struct korean *korean, const struct jamo *word, size_t length,
    enum korean_shape shape, uint16_t next);

#endif
