/*
 * Which verbs a Persian word may be a form of: mi-, na- and be- are taken off,
 * endings of person and participle, and the stem is looked up.
 */
#ifndef SEARCH_PERSIAN_VERB_H
#define SEARCH_PERSIAN_VERB_H

#include "search/persian_lexicon.h"

struct persian_verbs_found {
	struct {
		const struct persian_verb *verb;
		struct text preverb; /* bar, dar; or empty */
	} items[PERSIAN_READINGS];
	size_t count;
	/* More often a noun with that ending: neshast-i, nahad-hay, though
	 * they might be "you sat" and "you have put". */
	bool weak;
};

/* False if there is none.  word: plain, without joiners. */
bool persian_verbs_find(struct persian_verbs_found *found,
    const struct persian_lexicon *lexicon, struct arena *arena,
    struct text word);

/* The infinitive, which is the key. */
struct text persian_verb_key(struct arena *arena,
    const struct persian_verb *verb, struct text preverb);

/* The forms that readers know a verb by, number 0 first, and of stems that are
 * too short to be recognized all persons; false if there is none of that
 * number. */
bool persian_verb_form(struct text *form, struct arena *arena,
    const struct persian_verb *verb, struct text preverb, size_t number);

#endif
