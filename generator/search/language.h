/*
 * What the program knows of the words of a language, when an index is made:
 * which forms belong to one word, what compounds consist of, and the endings
 * by which the engine recognizes a form that the guide does not contain.
 * Nothing of this runs in the browser: it gets classes, and endings as data.
 */
#ifndef SEARCH_LANGUAGE_H
#define SEARCH_LANGUAGE_H

#include "base/text.h"

struct arena;

/* One way to understand a word. */
struct reading {
	struct text key;   /* words with equal keys are one class: found alike.
	                      Any bytes; never empty */
	struct text loose; /* classes with equal loose keys form a group, whose
	                      members are found at a lower weight */
};

/* Another form by which readers may look for the word: its dictionary form,
 * the other stem of an irregular verb. */
struct other_form {
	struct text word; /* as it would be written, lower case */
	size_t reading;   /* index of the reading that it belongs to */
};

struct analysis {
	struct {
		struct reading *items;
		size_t count, capacity;
	} readings; /* at least one; the likeliest first, four at most */
	struct {
		struct other_form *items;
		size_t count, capacity;
	} forms;
	struct {
		struct text *items;
		size_t count, capacity;
	} parts; /* keys of the parts of a compound, which finds them too */
};

/* What the engine gets as data.  Strings are UTF-8 as the language writes
 * them and are folded when packed; Hangul endings may begin with a final
 * consonant (U+11A8 to U+11C2).  Lists end in NULL. */
struct language_rules {
	/* Endings, each a whole one or a piece: the engine takes a tail of up
	 * to three pieces for an ending. */
	const char *const *suffixes;
	/* What stands before the stem: Persian mi-, Serbian naj-. */
	const char *const *prefixes;
	/* Ends of stems that change into each other: { "k", "ğ" }. */
	const char *const (*alternations)[2];
	unsigned stem;  /* folded letters (jamo) a stem has at least */
	unsigned part;  /* code points of a key that a part of a compound has
	                   at least, when compounds are split by the words of
	                   the guide; 0: they are not */
};

struct language {
	const char *tag; /* primary subtag */
	unsigned fold;   /* enum fold_flag */
	const struct language_rules *rules; /* NULL: none */
	/* State of one thread (a stemmer, a dictionary): may give NULL.  open
	 * and close are both NULL if there is none. */
	void *(*open)(const char *tag);
	void (*close)(void *state);
	/* Fills analysis ({0}) for a word: NFC, lower case by the language's
	 * rules, with its ZWNJ and apostrophes.  Memory is the arena's. */
	void (*analyse)(struct analysis *analysis, struct arena *arena,
	    void *state, struct text word);
};

/* The language of a locale tag; of one without knowledge of its own a
 * libstemmer stemmer where there is one, else each word is a class.  Never
 * NULL. */
const struct language *language_find(struct text tag);

/* For languages: adds to an analysis. key == loose is fine. */
void analysis_reading(struct analysis *analysis, struct arena *arena,
    struct text key, struct text loose);
void analysis_form(struct analysis *analysis, struct arena *arena,
    struct text word, size_t reading);
void analysis_part(struct analysis *analysis, struct arena *arena,
    struct text key);

extern const struct language language_turkish, language_finnish,
    language_korean, language_persian, language_serbian;

#endif
