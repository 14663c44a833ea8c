/*
 * Korean words taken apart: verbs and adjectives with their endings, nouns
 * with their particles, without a dictionary of nouns.
 */
#ifndef SEARCH_KOREAN_H
#define SEARCH_KOREAN_H

#include "base/arena.h"
#include "base/table.h"
#include "search/korean_jamo.h"

/* Letters by which stems change and particles are chosen. */
enum {
	LEADING_N = 0x1102,
	LEADING_R = 0x1105,
	LEADING_S = 0x1109,
	LEADING_NONE = 0x110b,
	LEADING_P = 0x1111,
	LEADING_H = 0x1112,
	VOWEL_A = 0x1161,
	VOWEL_AE = 0x1162,
	VOWEL_YAE = 0x1164,
	VOWEL_EO = 0x1165,
	VOWEL_E = 0x1166,
	VOWEL_YEO = 0x1167,
	VOWEL_WA = 0x116a,
	VOWEL_WAE = 0x116b,
	VOWEL_OE = 0x116c,
	VOWEL_WO = 0x116f,
	VOWEL_WE = 0x1170,
	FINAL_N = 0x11ab,
	FINAL_L = 0x11af,
	FINAL_M = 0x11b7,
	FINAL_B = 0x11b8,
	FINAL_S = 0x11ba,
	FINAL_SS = 0x11bb
};

/* What a stem becomes in front of an ending. */
enum korean_shape {
	SHAPE_BARE, /* nothing: meok-go, deop-da */
	SHAPE_SHUT, /* nothing, and it ends in a consonant: meok-neunda */
	SHAPE_OPEN, /* -eu- that vowels and l swallow: ga-myeon, deou-myeon */
	SHAPE_EU,   /* -eu- after a consonant: meog-eumyeon */
	SHAPE_FUSED /* with -eo- or -a- of the ending: meog-eo, deow-eo */
};

enum korean_ending_flag {
	ENDING_VERB = 1,    /* never behind the copula */
	ENDING_NOMINAL = 2, /* makes a noun: particles may follow */
	ENDING_LONG = 4,    /* too long to be a part of a noun */
	ENDING_HIDDEN = 8   /* not where -eo- behind -i- looks like that */
};

/* Of the verbs that make verbs of nouns: -ha-, -doe-. */
enum { MAKER_SHORT = 1 /* behind one syllable it is a verb of its own */ };

/* Of ends of stems: as many nouns end like that, only in the past. */
enum { FORMATIVE_PAST = 1 };

/* What must precede a particle. */
enum korean_before { BEFORE_ANY, BEFORE_VOWEL, BEFORE_FINAL, BEFORE_SMOOTH };

struct korean_tail {
	struct jamo jamo;
	unsigned kind;	/* enum korean_shape of endings and auxiliary verbs;
			   enum korean_before of particles */
	unsigned flags; /* enum korean_ending_flag; of particles: how many
			   syllables before it are surely a noun; 0: never */
	unsigned slot;	/* of particles: each stands before one of its own
			   or a higher slot */
};

/* By their last letter, 0 if they have none; the longest first. */
struct korean_tails {
	struct korean_tail *items;
	size_t count, capacity;
};

/* The tables of a thread; never changed after they are made. */
struct korean {
	struct arena arena;
	struct korean_tails endings, auxiliaries, makers, formatives;
	struct korean_tails particles, suffixes;
	struct table stems, changing, nouns, verbal_nouns, wholes;
	struct table contractions;
};

struct korean *korean_open(void);
void korean_close(struct korean *korean);

/* Index of the first of the tails that end in a letter; they end where
 * korean_tail_last() is another one. */
size_t korean_tails_first(const struct korean_tails *tails, uint16_t letter);
uint16_t korean_tail_last(const struct korean_tail *tail);
/* Whether the first length letters of a word end in the tail. */
bool korean_tail_fits(
    const struct korean_tail *tail, const struct jamo *word, size_t length);

/* The longest of the tails that the first length letters of a word, which
 * are not none, end in behind something; or NULL. */
const struct korean_tail *korean_tail_of(
    const struct korean_tails *tails, const struct jamo *word, size_t length);

/* Whether letters are in one of the tables. */
bool korean_has(
    const struct table *table, const struct jamo *jamo, size_t length);

/* Whether a noun is known, or ends in one whose end is no particle. */
bool korean_listed(
    const struct korean *korean, const struct jamo *word, size_t length);
bool korean_ends_whole(
    const struct korean *korean, const struct jamo *word, size_t length);

/* Something that a word may be. */
struct korean_guess {
	struct jamo base; /* stem of a verb, or noun */
	bool verb;	  /* a verb or an adjective: base + da */
	bool sure;	  /* by a known stem, or by a long ending */
	const struct korean_tail *maker; /* of a verb made of this noun */
};

struct korean_guesses {
	struct korean_guess items[12];
	size_t count;
};

/* Adds what the first length letters may be as a form of a verb, or of a
 * noun with the copula.  nominal: only with endings that make nouns. */
void korean_verbs(struct korean_guesses *guesses, const struct korean *korean,
    const struct jamo *word, size_t length, bool nominal);

/* Adds a noun without suffixes like -deul, -nim, -jeok. */
void korean_noun(struct korean_guesses *guesses, const struct korean *korean,
    const struct jamo *word, size_t length, bool sure,
    const struct korean_tail *maker);

/* If a word is one that is never taken apart, perhaps with one particle: adds
 * it and gives true. */
bool korean_whole(struct korean_guesses *guesses, const struct korean *korean,
    const struct jamo *word);

/* Adds the nouns that the letters before particles may be; if `verbs` is true
 * the word is surely a verb, and only nouns that are known count.  What it
 * gives is false if the word may as well be a noun without particles. */
bool korean_particles(struct korean_guesses *guesses,
    const struct korean *korean, const struct jamo *word, size_t length,
    bool verbs);

void korean_guess_add(struct korean_guesses *guesses, const struct jamo *base,
    size_t length, bool verb, bool sure, const struct korean_tail *maker);

#endif
