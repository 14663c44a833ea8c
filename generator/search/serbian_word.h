/*
 * Serbian, inside: letters, nouns and adjectives, verbs.  Everything here
 * works on lower-case Latin UTF-8 with diacritics; a "stem" is a slice of
 * such a word, a "key" a stem made equal for all forms of a word.
 */
#ifndef SEARCH_SERBIAN_WORD_H
#define SEARCH_SERBIAN_WORD_H

#include "base/text.h"

struct arena;

/* Cyrillic becomes Latin; Latin stays as it is. */
struct text serbian_latin(struct arena *arena, struct text word);

/* ije and je of jat become e: prosjek and prosek. */
struct text serbian_ekavian(struct arena *arena, struct text word);

/* Lists of words are one string, parted by blanks. */
bool serbian_listed(const char *list, struct text word);
/* The same for ends of words; ^ stands before a whole word. */
bool serbian_ends(const char *list, struct text word);
/* The longest of the list that the word begins with, or the empty text. */
struct text serbian_begins(const char *list, struct text word);

/* lj, nj and dž count as two. */
size_t serbian_vowels(struct text word);
bool serbian_syllable(struct text word); /* a vowel, or r as one: trg */
bool serbian_palatal(struct text stem);	 /* ends in č ć š ž đ lj nj j c */

/* The word without the last letters, and with others in their place. */
struct text serbian_cut(struct text word, size_t bytes);
struct text serbian_change(
    struct arena *arena, struct text word, size_t bytes, const char *end);

/* Ways to understand a word as a noun or adjective, or as a verb. */
struct serbian_readings {
	struct text key[3];
	size_t count;
	struct text form[3]; /* dictionary form of the first; or empty */
	size_t form_count;
	struct text stem; /* of a noun: the word without its ending */
	bool sure;	  /* it can be nothing else */
};

void serbian_noun(
    struct serbian_readings *noun, struct arena *arena, struct text word);
/* stem is the one found by serbian_noun: participles are declined. */
void serbian_verb(struct serbian_readings *verb, struct arena *arena,
    struct text word, struct text stem);

struct language_rules;
extern const struct language_rules serbian_rules;

#endif
