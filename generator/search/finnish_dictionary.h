/*
 * What libvoikko says of a Finnish word, weighed: the likely readings only,
 * with the dictionary form, the word that it derives from and the parts of a
 * compound.
 */
#ifndef SEARCH_FINNISH_DICTIONARY_H
#define SEARCH_FINNISH_DICTIONARY_H

#include "base/text.h"

struct arena;
struct finnish_dictionary; /* for one thread */

enum {
	FINNISH_READINGS = 4, /* of one word */
	FINNISH_PARTS = 6     /* of one compound; what is behind is not cut */
};

struct finnish_word {
	struct text lemma;	/* lower case; of a participle its verb */
	struct text near;	/* the verb of a noun in -minen; else lemma:
				   other derivations cost more than they find */
	struct text participle; /* as a dictionary would have it, or empty */
	bool nominal;		/* a noun, adjective or numeral */
	/* Where parts of the lemma begin, as offsets of bytes; the first is
	 * 0.  One part: no compound. */
	size_t starts[FINNISH_PARTS];
	size_t part_count;
};

/* NULL if there is no dictionary on this machine. */
struct finnish_dictionary *finnish_dictionary_open(void);
void finnish_dictionary_close(struct finnish_dictionary *dictionary);

/* Fills words, the likeliest first, and returns how many; 0 if the word is
 * unknown. */
size_t finnish_dictionary_find(struct finnish_dictionary *dictionary,
    struct finnish_word words[FINNISH_READINGS], struct arena *arena,
    struct text word);

#endif
