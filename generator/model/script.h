/*
 * Serbian in two scripts: what is written in Cyrillic, in Gaj's Latin.  Only
 * letters of the Serbian Cyrillic alphabet change; a word with a letter of
 * another Cyrillic alphabet is foreign and stays whole.
 *
 * Lj, Nj and Dž are one letter each in Cyrillic, so capitals follow what is
 * beside them: Љубав is Ljubav, ЉУБАВ is LJUBAV, a lone Њ is NJ only among
 * words in capitals.  Accents stay on their letters; the result is NFC if
 * the text is.
 */
#ifndef MODEL_SCRIPT_H
#define MODEL_SCRIPT_H

#include "base/text.h"

struct arena;

/*
 * Of a message in canonical Markdown (parse/message.h).  Left as they are:
 * code, raw HTML tags, labels of notes, addresses that begin with http://,
 * https:// or www., and what an author marks by [words]{.keep}, of which
 * only the words remain.  The words hold no brackets; within a link the
 * mark's own are escaped, \[words\]{.keep}.
 * The text itself if nothing changes, else a new one in the arena.
 */
struct text script_latin(struct arena *arena, struct text cyrillic);

/* Of plain text, in which nothing but addresses is left as it is: titles,
 * descriptions, messages of the interface. */
struct text script_latin_plain(struct arena *arena, struct text cyrillic);

#endif
