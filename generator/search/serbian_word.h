/*
 * Serbian, inside: letters, nouns and adjectives, verbs.  Everything here
 * works on lower-case Latin UTF-8 with diacritics; a "stem" is a slice of
 * such a word, a "key" a stem made equal for all forms of a word.
 */
#ifndef SEARCH_SERBIAN_WORD_H
#define SEARCH_SERBIAN_WORD_H

#include "search/language.h"

struct arena;

/* Cyrillic becomes Latin; Latin stays as it is. */
struct text serbian_latin(struct arena *arena, struct text word);

/* ije and je of jat become e: prosjek and prosek. */
struct text serbian_ekavian(struct arena *arena, struct text word);

/* Lists of words are one string, parted by blanks.  Gives the next and moves
 * list behind it; they are read so often that text_word would be felt. */
bool serbian_next(struct text *item, const char **list);
bool serbian_listed(const char *list, struct text word);
/* The same for ends of words; ^ stands before a whole word. */
bool serbian_ends(const char *list, struct text word);

/* Vowels of the word; r is none. */
size_t serbian_vowels(struct text word);
bool serbian_syllable(struct text word); /* a vowel, or r as one: trg */
bool serbian_palatal(struct text stem);	 /* ends in č ć š ž đ lj nj j c */

/* The word without the last bytes, and with others in their place. */
struct text serbian_cut(struct text word, size_t bytes);
struct text serbian_change(
    struct arena *arena, struct text word, size_t bytes, const char *end);

/* Ways to understand a word as a noun or adjective, or as a verb. */
struct serbian_readings {
	struct reading items[4];
	size_t count;
	struct other_form forms[6]; /* infinitives */
	size_t form_count;
	struct text stem; /* of a noun: the word without its ending, and of a
			     comparative without its suffix */
	bool bare;	  /* of a noun: it had no ending */
	bool sure;	  /* it can be nothing else */
};

/* Unless it is there, or there is no room; false then. */
bool serbian_add(
    struct serbian_readings *readings, struct text key, struct text loose);
/* A dictionary form of the reading added last. */
void serbian_add_form(struct serbian_readings *readings, struct text form);

void serbian_noun(
    struct serbian_readings *noun, struct arena *arena, struct text word);
/* Participles are declined, so that they need the stem of the noun. */
void serbian_verb(struct serbian_readings *verb, struct arena *arena,
    struct text word, const struct serbian_readings *noun);
/* The key of the verb that a noun is the action of (planiranje, rešenje), or
 * empty. */
struct text serbian_action(struct arena *arena, struct text stem);
/* Verbs with principal parts of their own: doći, reći, uzeti.  False if the
 * word is no form of one. */
bool serbian_strong_verb(
    struct serbian_readings *verb, struct arena *arena, struct text word);

/* What no rule finds: the stem of a whole word, or empty; the stem that
 * stands for another (bolj- for dobr-), or that stem itself; the forms that
 * dictionaries have of it, parted by blanks, or NULL. */
struct text serbian_stem_of(struct text word);
struct text serbian_main_stem(struct text stem);
const char *serbian_dictionary_forms(struct text stem);

extern const struct language_rules serbian_rules;

#endif
