/*
 * The words of a collection by what they mean: words with one key are a
 * class, classes with one loose key a group; and the folded forms by which
 * readers find them.
 */
#ifndef SEARCH_CLASSES_H
#define SEARCH_CLASSES_H

#include "base/table.h"
#include "search/collection.h"

struct form {
	uint32_t class;
	uint32_t sections; /* that have it */
	uint32_t ordinal;  /* in its class by commonness, from 1; 0: no section
	                      has it */
	uint8_t signature;
	uint8_t count;
	bool is_virtual; /* readers may look for it, though no section has
	                    it */
	const uint16_t *letters; /* folded */
	struct text bytes; /* the same in the letters of the index; empty if
	                      one of them has no place there */
};

struct class {
	struct text key; /* of another language: its tag, 1, the key */
	struct text loose;
	uint32_t language; /* of the lexicon */
	bool has_words;    /* not only parts of words */
	uint32_t number;   /* in the index */
	bool continues;    /* it is of the same group as the one before */
};

/* What a word of the lexicon is found by. */
struct word_classes {
	uint32_t *forms; /* one for each reading */
	uint32_t form_count;
	uint32_t *parts; /* classes whose word it contains */
	uint32_t part_count;
};

struct classes {
	struct {
		struct class *items;
		size_t count, capacity;
	} classes;
	struct {
		struct form *items;
		size_t count, capacity;
	} forms;
	struct word_classes *words; /* by word of the lexicon */
	struct table keys;        /* -> index + 1 of the class */
	struct table form_keys;   /* letters, class, signature -> form */
	struct table plain_forms; /* letters, class */
	struct arena *arena;
	const struct lexicon *lexicon;
};

/* From an analysed lexicon. */
void classes_make(struct classes *classes, struct arena *arena,
    const struct collection *collection);

/* For search/split: the class of a key of the locale's own language that is
 * the key of a word by itself, or TEXT_NONE. */
size_t classes_known(const struct classes *classes, struct text key);
/* The class of a key, which is made if there is none. */
uint32_t classes_add(struct classes *classes, uint32_t language,
    struct text key, struct text loose);

#endif
