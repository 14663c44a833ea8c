/*
 * The borders between the parts of Finnish compound words: the only home of
 * libvoikko, whose dictionary knows how such words are built.
 */
#ifndef RENDER_COMPOUND_H
#define RENDER_COMPOUND_H

#include "render/hyphen.h"

struct compounds; /* for one thread */

/* NULL if the dictionary is not there. */
struct compounds *compounds_open(void);
void compounds_close(struct compounds *compounds); /* NULL is fine */

/* Marks the borders of a word, of which text has the spelling.  Of several
 * readings those of the fewest parts count, and of these what they agree
 * upon. */
void compounds_mark(struct compounds *compounds, struct hyphen_word *word,
    struct text text);

#endif
