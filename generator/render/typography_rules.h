/*
 * What readers of a language expect of running text: one row per language.
 */
#ifndef RENDER_TYPOGRAPHY_RULES_H
#define RENDER_TYPOGRAPHY_RULES_H

#include "base/text.h"

enum typography_script {
	SCRIPT_PLAIN,
	SCRIPT_KOREAN, /* particles are joined to what is before them */
	SCRIPT_RTL     /* numbers, codes, Latin words are isolated */
};

enum typography_syllables {
	SYLLABLES_NONE, /* words are not divided */
	SYLLABLES_FINNISH,
	SYLLABLES_SERBIAN, /* in both scripts */
	SYLLABLES_TURKISH
};

struct typography_rules {
	const char *language; /* tag, or what a tag begins with before '-' */
	enum typography_script script;
	enum typography_syllables syllables;
	/* In place of straight quotes; NULL leaves them straight. */
	const char *opening, *closing;
	const char *inner_opening, *inner_closing;
	const char *apostrophe;
	const char *dash;      /* for -- */
	const char *long_dash; /* for --- */
	/* Words between blanks: those before which, after a number, and behind
	 * which no line ends. */
	const char *units;
	const char *abbreviations; /* with their full stops */
};

/* The row of a language tag; of a language that has none the last row, which
 * leaves quotes as they are. */
const struct typography_rules *typography_rules_find(struct text tag);

/* True if word is one of words, which are separated by blanks. */
bool typography_rules_list(const char *words, struct text word);

#endif
