/*
 * Words of Persian that a rule does not reach: verbs, whose two stems differ,
 * plurals taken from Arabic, and words that only look as if they had endings.
 * Lists of words are separated by blanks and end in NULL.
 */
#ifndef SEARCH_PERSIAN_WORDS_H
#define SEARCH_PERSIAN_WORDS_H

/* The past stem is the infinitive without its n. */
struct persian_verb {
	const char *infinitive;
	/* Present stems; endings are joined to each, the last one is that
	 * of the third person: gu guy.  Empty if all its forms look like
	 * those of a verb that is far more frequent. */
	const char *present;
};

/* Verbs with something before the stem, which mi-, be- and na- follow:
 * bar mi gardad. */
struct persian_preverb {
	const char *preverb;
	const char *infinitives;
};

/* A word and forms of it. */
struct persian_forms {
	const char *word;
	const char *forms;
};

/* All end in an entry of NULLs. */
extern const struct persian_verb persian_verbs[];
extern const struct persian_preverb persian_preverbs[];
/* Broken plurals, other spellings, and other forms no rule gives. */
extern const struct persian_forms persian_forms[];

/* Words in -e whose plural in -at takes the place of the e. */
extern const char *const persian_plural_e[];
/* Words that are nouns too, besides being forms of verbs. */
extern const char *const persian_also_nouns[];
/* Function words, which have no forms and are no forms. */
extern const char *const persian_function_words[];
/* Words that end like a form of another word but are not. */
extern const char *const persian_whole[];
/* Words in -i that have little to do with the word without it. */
extern const char *const persian_whole_i[];
/* Words to which -i adds "a, some" and that have no adjective in -i: the
 * form belongs to the word. */
extern const char *const persian_indefinite[];
/* Words that people have: my hand, your father. */
extern const char *const persian_possessed[];

#endif
