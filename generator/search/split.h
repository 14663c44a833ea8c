/*
 * Compounds by the words of the guide: a key that consists of known keys is a
 * compound of them.
 */
#ifndef SEARCH_SPLIT_H
#define SEARCH_SPLIT_H

#include "search/classes.h"

enum { SPLIT_PIECES = 4 };

/* Fills pieces with classes and returns how many; 0 if key is no compound.
 * Each piece has at least `least` code points; longest pieces come first. */
size_t split_key(uint32_t pieces[SPLIT_PIECES], const struct classes *classes,
    struct text key, unsigned least);

#endif
