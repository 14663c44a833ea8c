#include "search/korean.h"

#include <string.h>

enum { FINAL_L = 0x11af, PARTICLE_SLOTS = 5, SLOT_STACKS = 2 };

void korean_guess_add(struct korean_guesses *guesses,
    const struct jamo *base, size_t length, bool verb, bool sure,
    const struct korean_tail *maker)
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
	while (length > 0 && !korean_has(&korean->wholes, word, length)) {
		const struct korean_tail *suffix =
		    korean_tail_of(&korean->suffixes, word, length);
		size_t rest = length;

		if (suffix == NULL)
			break;
		rest -= suffix->jamo.length;
		if (jamo_syllables(word, rest) < 2 &&
		    !korean_has(&korean->nouns, word, rest))
			break;
		length = rest;
	}
	korean_guess_add(guesses, word, length, false, sure, maker);
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

	for (i = korean_tails_first(particles, last); i < particles->count;
	     i++) {
		const struct korean_tail *particle = &particles->items[i];
		bool clear = (particle->flags & PARTICLE_CLEAR) != 0;
		size_t rest = length - particle->jamo.length;
		enum found before = FOUND_NONE;
		bool listed;

		if (korean_tail_last(particle) != last)
			break;
		if (!korean_tail_fits(particle, word, length) || rest == 0 ||
		    !may_precede(particle, word, rest) ||
		    particle->slot > slot ||
		    (particle->slot == slot && slot != SLOT_STACKS))
			continue;
		listed = korean_has(&korean->nouns, word, rest) ||
		    korean_has(&korean->wholes, word, rest);
		if (!verbs)
			korean_verbs(guesses, korean, word, rest, true);
		if (!listed && (verbs ||
			(jamo_syllables(word, rest) < 2 && !clear)))
			continue;
		if (!listed)
			before = strip(guesses, korean, word, rest,
			    particle->slot, verbs);
		if (before != FOUND_SURE)
			korean_noun(guesses, korean, word, rest, clear, NULL);
		if (result != FOUND_SURE)
			result = clear ? FOUND_SURE : FOUND_UNSURE;
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
