#include "search/korean.h"

#include <string.h>

enum { PARTICLE_SLOTS = 5, SLOT_STACKS = 2 };

void korean_guess_add(struct korean_guesses *guesses, const struct jamo *base,
    size_t length, bool verb, bool sure, const struct korean_tail *maker)
{
	struct korean_guess *guess;
	size_t i;

	for (i = 0; i < guesses->count; i++) {
		guess = &guesses->items[i];
		if (guess->verb != verb || guess->base.length != length ||
		    memcmp(guess->base.at, base->at,
			length * sizeof(*base->at)) != 0)
			continue;
		guess->sure |= sure;
		if (guess->maker == NULL)
			guess->maker = maker;
		return;
	}
	if (guesses->count == sizeof(guesses->items) / sizeof(*guesses->items))
		return;
	guess = &guesses->items[guesses->count++];
	guess->base = jamo_with(base, length, 0, "");
	guess->verb = verb;
	guess->sure = sure;
	guess->maker = maker;
}

void korean_noun(struct korean_guesses *guesses, const struct korean *korean,
    const struct jamo *word, size_t length, bool sure,
    const struct korean_tail *maker)
{
	while (length > 0 && !korean_listed(korean, word, length)) {
		const struct korean_tail *suffix =
		    korean_tail_of(&korean->suffixes, word, length);
		size_t rest = length;

		if (suffix == NULL)
			break;
		rest -= suffix->jamo.length;
		if (jamo_syllables(word, rest) < 2 &&
		    !(jamo_ends(word, length, "들") &&
			korean_has(&korean->nouns, word, rest)))
			break;
		length = rest;
	}
	korean_guess_add(guesses, word, length, false, sure, maker);
}

bool korean_listed(
    const struct korean *korean, const struct jamo *word, size_t length)
{
	return korean_has(&korean->nouns, word, length) ||
	       korean_has(&korean->wholes, word, length);
}

bool korean_ends_whole(
    const struct korean *korean, const struct jamo *word, size_t length)
{
	size_t syllables = 0;
	size_t i;

	for (i = length; i-- > 1 && syllables < 3;) {
		struct jamo end = { 0 };

		if (!jamo_is_vowel(word->at[i]))
			continue;
		syllables++;
		end.length = length - (i - 1);
		memcpy(end.at, word->at + i - 1, end.length * sizeof(*end.at));
		if (syllables > 1 &&
		    korean_has(&korean->wholes, &end, end.length))
			return true;
	}
	return false;
}

static bool may_precede(
    const struct korean_tail *particle, const struct jamo *word, size_t length)
{
	uint16_t last = word->at[length - 1];

	if (!jamo_is_hangul(last))
		return true;
	switch ((enum korean_before)particle->kind) {
	case BEFORE_VOWEL:
		return jamo_is_vowel(last);
	case BEFORE_FINAL:
		return !jamo_is_vowel(last);
	case BEFORE_SMOOTH:
		return jamo_is_vowel(last) || last == FINAL_L;
	case BEFORE_ANY:
		break;
	}
	return true;
}

/* Whether a word may be something with a particle; before one of slot. */
static bool may_strip(const struct korean *korean,
    const struct korean_tail *particle, const struct jamo *word, size_t length,
    unsigned slot)
{
	size_t rest = length - particle->jamo.length;

	if (!korean_tail_fits(particle, word, length) || rest == 0 ||
	    !may_precede(particle, word, rest) || particle->slot > slot ||
	    (particle->slot == slot && slot != SLOT_STACKS))
		return false;
	/* The copula is -i-da, not -da, wherever it may be. */
	return particle->slot < PARTICLE_SLOTS - 1 ||
	       particle->kind != BEFORE_VOWEL || !jamo_ends(word, rest, "이") ||
	       korean_ends_whole(korean, word, rest);
}

/* Adds verbs with endings that make nouns; false if there is no sure one. */
static bool is_verb(struct korean_guesses *guesses, const struct korean *korean,
    const struct jamo *word, size_t length)
{
	size_t i = guesses->count;

	korean_verbs(guesses, korean, word, length, true);
	for (; i < guesses->count; i++)
		if (guesses->items[i].sure)
			return true;
	return false;
}

/* What is left of a word without its particles. */
enum found { FOUND_NONE, FOUND_UNSURE, FOUND_SURE };

/* Takes off particles of slots below one, and those before them. */
static enum found strip(struct korean_guesses *guesses,
    const struct korean *korean, const struct jamo *word, size_t length,
    unsigned slot, bool verbs)
{
	const struct korean_tails *particles = &korean->particles;
	uint16_t last = word->at[length - 1];
	enum found result = FOUND_NONE;
	size_t i;

	for (i = korean_tails_first(particles, last);
	     i < particles->count && result != FOUND_SURE; i++) {
		const struct korean_tail *particle = &particles->items[i];
		size_t rest = length - particle->jamo.length;
		enum found before = FOUND_NONE;
		size_t syllables;
		bool listed;

		if (korean_tail_last(particle) != last)
			break;
		if (!may_strip(korean, particle, word, length, slot))
			continue;
		listed = korean_listed(korean, word, rest);
		syllables = jamo_syllables(word, rest);
		if (!verbs && !listed && is_verb(guesses, korean, word, rest)) {
			result = FOUND_SURE;
			continue;
		}
		if (!listed &&
		    (verbs || (syllables < 2 && particle->flags != 1 &&
				  jamo_is_hangul(word->at[rest - 1]))))
			continue;
		if (!listed)
			before = strip(
			    guesses, korean, word, rest, particle->slot, verbs);
		if (before != FOUND_SURE)
			korean_noun(guesses, korean, word, rest, true, NULL);
		result = listed || before == FOUND_SURE ||
				 (particle->flags > 0 &&
				     particle->flags <= syllables)
			     ? FOUND_SURE
			     : FOUND_UNSURE;
	}
	return result;
}

bool korean_particles(struct korean_guesses *guesses,
    const struct korean *korean, const struct jamo *word, size_t length,
    bool verbs)
{
	return strip(guesses, korean, word, length, PARTICLE_SLOTS, verbs) ==
	       FOUND_SURE;
}

bool korean_whole(struct korean_guesses *guesses, const struct korean *korean,
    const struct jamo *word)
{
	const struct korean_tails *particles = &korean->particles;
	uint16_t last = word->at[word->length - 1];
	size_t i;

	if (korean_has(&korean->wholes, word, word->length)) {
		korean_guess_add(
		    guesses, word, word->length, false, true, NULL);
		return true;
	}
	for (i = korean_tails_first(particles, last); i < particles->count;
	     i++) {
		const struct korean_tail *particle = &particles->items[i];
		size_t rest = word->length - particle->jamo.length;

		if (korean_tail_last(particle) != last)
			break;
		if (!may_strip(
			korean, particle, word, word->length, PARTICLE_SLOTS) ||
		    !korean_has(&korean->wholes, word, rest))
			continue;
		korean_guess_add(guesses, word, rest, false, true, NULL);
		return true;
	}
	return false;
}
