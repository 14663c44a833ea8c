/*
 * Finds Turkish roots by how they look in a word: as the lexicon has them, or
 * changed before a vowel.
 */
#ifndef SEARCH_TURKISH_ROOTS_H
#define SEARCH_TURKISH_ROOTS_H

#include "search/turkish_letters.h"

#include <stdbool.h>

enum root_flag {
	ROOT_CHANGED = 1, /* how a root looks before a vowel: kitab, ağz */
	ROOT_FRONT = 2,   /* takes front vowels all the same: saat, rol */
	ROOT_HIGH = 4,    /* its aorist has a high vowel: gel-ir */
	ROOT_CLOSED = 8   /* of a function word: nothing is taken off */
};

struct root {
	struct letters surface;
	struct letters dictionary; /* the same, unless it is changed */
	unsigned flags;
};

struct roots;

struct roots *roots_new(void);
void roots_free(struct roots *roots); /* NULL is fine */

/* NULL if there is none.  A surface that is a root of its own and a changed
 * one (ad, at) is the former. */
const struct root *roots_noun(const struct roots *roots,
    const unsigned char *at, size_t count);
const struct root *roots_verb(const struct roots *roots,
    const unsigned char *at, size_t count);

#endif
