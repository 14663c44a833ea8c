#include "search/korean_stem.h"

#include <string.h>

/* What is known of the ending that was taken off. */
struct context {
	struct korean_guesses *guesses;
	const struct korean *korean;
	bool copula; /* the ending may follow the copula */
	bool sure;   /* no noun ends like that: unknown stems are welcome */
	bool past;   /* even less so */
	const struct jamo *word; /* with the ending: */
	size_t length;
	size_t ending; /* letters of it */
};

/* Whether the word has the stem as it is, with nothing fused to it. */
static bool stands_free(const struct context *context, const struct jamo *stem)
{
	return stem->length < context->length &&
	       memcmp(context->word->at, stem->at,
		   stem->length * sizeof(*stem->at)) == 0 &&
	       !jamo_is_final(context->word->at[stem->length]);
}

/* A noun that became a verb: chinjeol-ha-. */
static bool guess_made(const struct context *context, const struct jamo *stem)
{
	const struct korean *korean = context->korean;
	const struct korean_tail *maker =
	    korean_tail_of(&korean->makers, stem, stem->length);
	bool noun = context->ending == 1 &&
		    context->word->at[context->length - 1] == FINAL_M;
	size_t rest;

	if (maker == NULL)
		return false;
	rest = stem->length - maker->jamo.length;
	if (jamo_syllables(stem, rest) > 1 ||
	    (maker->flags != MAKER_SHORT &&
		korean_has(&korean->nouns, stem, rest)))
		korean_noun(context->guesses, korean, stem, rest, !noun, maker);
	else if (maker->flags == MAKER_SHORT)
		korean_guess_add(context->guesses, stem, stem->length, true,
		    context->sure || stands_free(context, stem), NULL);
	else
		return false;
	return true;
}

/* A noun with the copula.  -in, -il, -im may be parts of nouns. */
static bool guess_copula(const struct context *context, const struct jamo *stem)
{
	size_t rest = stem->length;
	bool sure = context->sure || context->ending != 1;

	if (!context->copula || rest < 3 || !jamo_ends(stem, rest, "이"))
		return false;
	rest -= 2;
	if (!sure && (!jamo_is_hangul(stem->at[rest - 1]) ||
			 (context->word->at[context->length - 1] != FINAL_N &&
			     korean_ends_whole(context->korean, context->word,
				 context->length))))
		return true; /* the 26-il and to-yo-il are days */
	if (jamo_syllables(stem, rest) > 1 || context->sure ||
	    korean_has(&context->korean->nouns, stem, rest))
		korean_noun(
		    context->guesses, context->korean, stem, rest, sure, NULL);
	return true;
}

/* A verb before an auxiliary one; false if it is not known. */
static bool guess_first(
    const struct context *context, const struct jamo *stem, bool known)
{
	const struct korean *korean = context->korean;

	if (korean_has(&korean->stems, stem, stem->length)) {
		korean_guess_add(
		    context->guesses, stem, stem->length, true, true, NULL);
		return true;
	}
	return !known && jamo_syllables(stem, stem->length) > 2 &&
	       guess_made(context, stem);
}

/* The verb before an auxiliary one: mogeo-bo-. */
static bool guess_auxiliary(
    const struct context *context, const struct jamo *stem)
{
	const struct korean_tails *tails = &context->korean->auxiliaries;
	uint16_t last = stem->at[stem->length - 1];
	bool found = false;
	size_t i, j;

	for (i = korean_tails_first(tails, last); i < tails->count; i++) {
		const struct korean_tail *tail = &tails->items[i];
		struct korean_stem_list stems;

		if (korean_tail_last(tail) != last)
			break;
		if (!korean_tail_fits(tail, stem, stem->length))
			continue;
		korean_stems_of(&stems, context->korean, stem,
		    stem->length - tail->jamo.length,
		    (enum korean_shape)tail->kind, tail->jamo.at[0]);
		for (j = 0; j < stems.count; j++)
			found |= guess_first(context, &stems.items[j].stem,
			    stems.items[j].known);
		if (found)
			break;
	}
	return found;
}

/* A verb that nobody has listed, behind an ending that only verbs have. */
static void guess_unknown(
    const struct context *context, const struct jamo *stem)
{
	const struct korean *korean = context->korean;
	const struct korean_tail *end =
	    korean_tail_of(&korean->formatives, stem, stem->length);

	if (end == NULL || !context->sure ||
	    (end->flags == FORMATIVE_PAST && !context->past) ||
	    jamo_syllables(stem, stem->length) < 2 ||
	    korean_listed(korean, stem, stem->length))
		return;
	korean_guess_add(
	    context->guesses, stem, stem->length, true, context->past, NULL);
}

static void guess_stems(const struct context *context, const struct jamo *word,
    size_t length, enum korean_shape shape, uint16_t next)
{
	const struct korean *korean = context->korean;
	struct korean_stem_list stems;
	size_t i;

	korean_stems_of(&stems, korean, word, length, shape, next);
	for (i = 0; i < stems.count; i++) {
		const struct jamo *stem = &stems.items[i].stem;

		if (stem->length < 2)
			continue;
		if (korean_has(&korean->stems, stem, stem->length))
			korean_guess_add(context->guesses, stem, stem->length,
			    true, true, NULL);
		else if (stems.items[i].known ||
			 guess_auxiliary(context, stem) ||
			 guess_made(context, stem) ||
			 guess_copula(context, stem))
			continue;
		else
			guess_unknown(context, stem);
	}
}

/* -si- between the stem and the ending. */
static void guess_honorific(const struct context *context,
    const struct jamo *word, size_t length, enum korean_shape shape)
{
	const char *honorific = shape == SHAPE_FUSED ? "셔" : "시";
	const char *with_eu = shape == SHAPE_FUSED ? "으셔" : "으시";

	if (shape == SHAPE_EU || length < 4)
		return;
	if (shape != SHAPE_FUSED &&
	    korean_has(&context->korean->stems, word, length))
		return; /* masi- is no honorific of mal- */
	if (jamo_ends(word, length, honorific))
		guess_stems(context, word, length - 2, SHAPE_OPEN, LEADING_S);
	if (jamo_ends(word, length, with_eu) && length > 4)
		guess_stems(context, word, length - 4, SHAPE_EU, LEADING_S);
}

/* The stem, or the stem with -si-, -ss- or -gess-. */
static void guess_front(struct context context, const struct jamo *word,
    size_t length, enum korean_shape shape, uint16_t next)
{
	guess_stems(&context, word, length, shape, next);
	guess_honorific(&context, word, length, shape);
	/* -sseo- */
	if (shape == SHAPE_FUSED && length > 4 &&
	    word->at[length - 1] == VOWEL_EO &&
	    word->at[length - 2] == LEADING_NONE) {
		shape = SHAPE_EU;
		length -= 2;
	}
	if (shape == SHAPE_FUSED || shape == SHAPE_OPEN || length < 3 ||
	    word->at[length - 1] != FINAL_SS)
		return;
	context.copula = context.sure = context.past = true;
	if (jamo_ends(word, length, "겠") && length > 4) {
		guess_front(context, word, length - 3, SHAPE_BARE, 0);
		return;
	}
	guess_stems(&context, word, length - 1, SHAPE_FUSED, FINAL_SS);
	guess_honorific(&context, word, length - 1, SHAPE_FUSED);
}

/* geollyeo is geolli-eo, not geol-lyeo. */
static bool is_fused_i(
    const struct korean *korean, const struct jamo *word, size_t length)
{
	struct jamo stem = jamo_with(word, length, 1, "\u1175");

	return korean_has(&korean->stems, &stem, stem.length);
}

static void guess_by_endings(struct korean_guesses *guesses,
    const struct korean *korean, const struct jamo *word, size_t length,
    uint16_t last, bool nominal)
{
	const struct korean_tails *endings = &korean->endings;
	size_t i;

	for (i = korean_tails_first(endings, last); i < endings->count; i++) {
		const struct korean_tail *ending = &endings->items[i];
		struct context context = { guesses, korean,
			(ending->flags & ENDING_VERB) == 0,
			(ending->flags & ENDING_LONG) != 0, false, word, length,
			ending->jamo.length };

		if (korean_tail_last(ending) != last)
			break;
		if ((nominal && (ending->flags & ENDING_NOMINAL) == 0) ||
		    ((ending->flags & ENDING_HIDDEN) != 0 &&
			is_fused_i(korean, word, length)) ||
		    !korean_tail_fits(ending, word, length))
			continue;
		guess_front(context, word, length - ending->jamo.length,
		    (enum korean_shape)ending->kind, ending->jamo.at[0]);
	}
}

/* Many type the past with one s: alat-neunde. */
static void guess_sloppy(struct korean_guesses *guesses,
    const struct korean *korean, const struct jamo *word, size_t length)
{
	struct jamo right = jamo_with(word, length, 0, "");
	size_t i = length - 1;

	while (i > 3 && right.at[i] != FINAL_S)
		i--;
	if (i <= 3 || i == length - 1)
		return;
	right.at[i] = FINAL_SS;
	guess_by_endings(
	    guesses, korean, &right, length, right.at[length - 1], false);
}

void korean_verbs(struct korean_guesses *guesses, const struct korean *korean,
    const struct jamo *word, size_t length, bool nominal)
{
	if (length < 2)
		return;
	guess_by_endings(
	    guesses, korean, word, length, word->at[length - 1], nominal);
	guess_by_endings(guesses, korean, word, length, 0, nominal);
	if (guesses->count == 0 && !nominal)
		guess_sloppy(guesses, korean, word, length);
}
