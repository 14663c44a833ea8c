#include "search/korean.h"

#include <string.h>

/* Letters that decide, by name. */
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

/* Stems that a form may have; more than there ever are. */
struct stems {
	struct {
		struct jamo stem;
		bool known; /* only if it is in the list */
	} items[12];
	size_t count;
};

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

static void add_stem(struct stems *stems, bool known, const struct jamo *word,
    size_t length, size_t cut, const char *text)
{
	if (cut > length || length - cut + 3 > JAMO_MOST ||
	    stems->count == sizeof(stems->items) / sizeof(*stems->items))
		return;
	stems->items[stems->count].stem = jamo_with(word, length, cut, text);
	stems->items[stems->count++].known = known;
}

/* A stem that loses or changes its last consonant before vowels. */
static void add_changing(struct stems *stems, const struct korean *korean,
    const struct jamo *word, size_t length, size_t cut, const char *text)
{
	struct jamo stem = jamo_with(word, length, cut, text);

	if (korean_has(&korean->changing, &stem, stem.length))
		add_stem(stems, true, word, length, cut, text);
}

/* Before an ending that begins with n, l, b, s or o, stems lose l. */
static bool drops_l(uint16_t next)
{
	return next == LEADING_N || next == LEADING_S || next == LEADING_NONE ||
	    next == FINAL_N || next == FINAL_L || next == FINAL_B;
}

/* The stem with l: where there is one without it, only if both are frequent:
 * sa- "buy" and sal- "live", but ju- "give", not jul- "shrink". */
static void add_l(struct stems *stems, const struct korean *korean,
    const struct jamo *word, size_t length)
{
	if (korean_has(&korean->stems, word, length))
		add_changing(stems, korean, word, length, 0, "\u11af");
	else
		add_stem(stems, true, word, length, 0, "\u11af");
}

/* sa-neun from sal-. */
static void undo_bare(struct stems *stems, const struct korean *korean,
    const struct jamo *word, size_t length, uint16_t next)
{
	add_stem(stems, false, word, length, 0, "");
	if (next == LEADING_N && jamo_is_vowel(word->at[length - 1]))
		add_l(stems, korean, word, length);
}

/* Stems of one syllable in b that keep it are as many as those that do not;
 * the longer ones change it. */
static void add_b(struct stems *stems, const struct korean *korean,
    const struct jamo *word, size_t length)
{
	if (length < 4)
		add_changing(stems, korean, word, length, 0, "\u11b8");
	else
		add_stem(stems, false, word, length, 0, "\u11b8");
}

/* deou-myeon from deop-, sa-n from sal-, geureo-n from geureoh-. */
static void undo_open(struct stems *stems, const struct korean *korean,
    const struct jamo *word, size_t length, uint16_t next)
{
	uint16_t last = word->at[length - 1];

	if (last == FINAL_L ? drops_l(next) : !jamo_is_vowel(last))
		return;
	add_stem(stems, false, word, length, 0, "");
	if (last == FINAL_L)
		return;
	if (drops_l(next))
		add_l(stems, korean, word, length);
	if (jamo_ends(word, length, "우") && length > 3 &&
	    jamo_is_vowel(word->at[length - 3]))
		add_b(stems, korean, word, length - 2);
	add_changing(stems, korean, word, length, 0, "\u11c2");
}

/* deur-eumyeon from deut-, ji-eumyeon from jit-. */
static void undo_eu(struct stems *stems, const struct korean *korean,
    const struct jamo *word, size_t length)
{
	uint16_t last = word->at[length - 1];

	if (!jamo_is_vowel(last))
		add_stem(stems, false, word, length, 0, "");
	if (last == FINAL_L)
		add_changing(stems, korean, word, length, 1, "\u11ae");
	if (jamo_is_vowel(last))
		add_changing(stems, korean, word, length, 0, "\u11ba");
}

/* A syllable of its own: meog-eo, deur-eo, ji-eo, deow-o, ha-yeo. */
static void undo_syllable(struct stems *stems, const struct korean *korean,
    const struct jamo *word, size_t length)
{
	uint16_t vowel = word->at[length - 1];
	size_t rest = length - 2;
	uint16_t before = word->at[rest - 1];

	if (vowel == VOWEL_A || vowel == VOWEL_EO) {
		add_stem(stems, false, word, rest, 0, "");
		if (before == FINAL_L)
			add_changing(stems, korean, word, rest, 1, "\u11ae");
		if (jamo_is_vowel(before))
			add_changing(stems, korean, word, rest, 0, "\u11ba");
	}
	if ((vowel == VOWEL_WA || vowel == VOWEL_WO) && jamo_is_vowel(before))
		add_b(stems, korean, word, rest);
	if (vowel == VOWEL_YEO) {
		if (jamo_ends(word, rest, "하") || jamo_ends(word, rest, "이"))
			add_stem(stems, false, word, rest, 0, "");
		else
			add_stem(stems, false, word, rest, 0, "이");
	}
}

/* Vowels of a stem and of -eo- or -a- in one. */
static const struct {
	uint16_t fused;
	const char *stem;
	enum { STEM_ANY, STEM_KNOWN, STEM_CHANGING } which;
} fused_vowels[] = {
	{ VOWEL_YEO, "\u1175", STEM_ANY },             /* i, eo: deullyeo */
	{ VOWEL_WO, "\u116e", STEM_ANY },              /* u, eo: baewo */
	{ VOWEL_WA, "\u1169", STEM_ANY },              /* o, a: bwa */
	{ VOWEL_WAE, "\u116c", STEM_ANY },             /* oe, eo: dwae */
	{ VOWEL_A, "\u1173", STEM_KNOWN },             /* eu, a: bappa */
	{ VOWEL_EO, "\u1173", STEM_KNOWN },            /* eu, eo: keo */
	{ VOWEL_AE, "\u1165\u11c2", STEM_CHANGING },   /* eoh, eo: geurae */
	{ VOWEL_AE, "\u1161\u11c2", STEM_CHANGING },   /* ah, a: ppalgae */
	{ VOWEL_YAE, "\u1163\u11c2", STEM_CHANGING },  /* yah, a: hayae */
};

static void undo_vowel(struct stems *stems, const struct korean *korean,
    const struct jamo *word, size_t length)
{
	uint16_t leading = word->at[length - 2];
	uint16_t vowel = word->at[length - 1];
	size_t i;

	for (i = 0; i < sizeof(fused_vowels) / sizeof(*fused_vowels); i++) {
		if (fused_vowels[i].fused != vowel ||
		    (vowel == VOWEL_YEO && leading == LEADING_NONE) ||
		    (vowel == VOWEL_A && length < 4))
			continue;
		if (fused_vowels[i].which == STEM_CHANGING)
			add_changing(stems, korean, word, length, 1,
			    fused_vowels[i].stem);
		else
			add_stem(stems, fused_vowels[i].which == STEM_KNOWN,
			    word, length, 1, fused_vowels[i].stem);
	}
	if (vowel == VOWEL_AE && leading == LEADING_H)
		add_stem(stems, false, word, length, 1, "\u1161");
	if (vowel == VOWEL_EO && leading == LEADING_P)
		add_stem(stems, true, word, length, 1, "\u116e");
	if (leading == LEADING_H && vowel == VOWEL_A)
		return; /* ha- is hae or hayeo */
	if (vowel == VOWEL_EO || vowel == VOWEL_A || vowel == VOWEL_AE ||
	    vowel == VOWEL_E || vowel == VOWEL_YEO)
		add_stem(stems, false, word, length, 0, "");
	else if (vowel == VOWEL_OE || vowel == VOWEL_WE)
		add_stem(stems, true, word, length, 0, "");
}

static void undo_fused(struct stems *stems, const struct korean *korean,
    const struct jamo *word, size_t length)
{
	uint16_t leading;

	if (length < 2 || !jamo_is_vowel(word->at[length - 1]))
		return;
	leading = word->at[length - 2];
	if (leading == LEADING_NONE && length > 2)
		undo_syllable(stems, korean, word, length);
	undo_vowel(stems, korean, word, length);
	if (leading != LEADING_R || length < 4 ||
	    (word->at[length - 1] != VOWEL_A &&
		word->at[length - 1] != VOWEL_EO))
		return;
	/* bulleo from bureu-, ireureo from ireu- */
	if (word->at[length - 3] == FINAL_L)
		add_stem(stems, true, word, length, 3, "르");
	else if (jamo_ends(word, length, "르러"))
		add_stem(stems, true, word, length, 2, "");
}

/* The stems that may have become the first length letters of word before an
 * ending that begins with next. */
static void undo(struct stems *stems, const struct korean *korean,
    const struct jamo *word, size_t length, unsigned shape, uint16_t next)
{
	stems->count = 0;
	if (length < 2)
		return;
	switch ((enum korean_shape)shape) {
	case SHAPE_SHUT:
		if (jamo_is_final(word->at[length - 1]))
			undo_bare(stems, korean, word, length, next);
		break;
	case SHAPE_BARE:
		undo_bare(stems, korean, word, length, next);
		break;
	case SHAPE_OPEN:
		undo_open(stems, korean, word, length, next);
		break;
	case SHAPE_EU:
		undo_eu(stems, korean, word, length);
		break;
	case SHAPE_FUSED:
		undo_fused(stems, korean, word, length);
		break;
	}
}

/* Whether the word has the stem as it is, with nothing fused to it. */
static bool stands_free(
    const struct context *context, const struct jamo *stem)
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
static bool guess_copula(const struct context *context,
    const struct jamo *stem)
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
		korean_noun(context->guesses, context->korean, stem, rest,
		    sure, NULL);
	return true;
}

/* A verb before an auxiliary one; false if it is not known. */
static bool guess_first(const struct context *context,
    const struct jamo *stem, bool known)
{
	const struct korean *korean = context->korean;

	if (korean_has(&korean->stems, stem, stem->length)) {
		korean_guess_add(context->guesses, stem, stem->length, true,
		    true, NULL);
		return true;
	}
	return !known && jamo_syllables(stem, stem->length) > 2 &&
	    guess_made(context, stem);
}

/* The verb before an auxiliary one: mogeo-bo-. */
static bool guess_auxiliary(const struct context *context,
    const struct jamo *stem)
{
	const struct korean_tails *tails = &context->korean->auxiliaries;
	uint16_t last = stem->at[stem->length - 1];
	bool found = false;
	size_t i, j;

	for (i = korean_tails_first(tails, last); i < tails->count; i++) {
		const struct korean_tail *tail = &tails->items[i];
		struct stems stems;

		if (korean_tail_last(tail) != last)
			break;
		if (!korean_tail_fits(tail, stem, stem->length))
			continue;
		undo(&stems, context->korean, stem,
		    stem->length - tail->jamo.length, tail->kind,
		    tail->jamo.at[0]);
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
	korean_guess_add(context->guesses, stem, stem->length, true,
	    context->past, NULL);
}

static void guess_stems(const struct context *context,
    const struct jamo *word, size_t length, unsigned shape, uint16_t next)
{
	const struct korean *korean = context->korean;
	struct stems stems;
	size_t i;

	undo(&stems, korean, word, length, shape, next);
	for (i = 0; i < stems.count; i++) {
		const struct jamo *stem = &stems.items[i].stem;

		if (stem->length < 2)
			continue;
		if (korean_has(&korean->stems, stem, stem->length))
			korean_guess_add(context->guesses, stem, stem->length,
			    true, true, NULL);
		else if (stems.items[i].known ||
		    guess_auxiliary(context, stem) ||
		    guess_made(context, stem) || guess_copula(context, stem))
			continue;
		else
			guess_unknown(context, stem);
	}
}

/* -si- between the stem and the ending. */
static void guess_honorific(const struct context *context,
    const struct jamo *word, size_t length, unsigned shape)
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
    size_t length, unsigned shape, uint16_t next)
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
			(ending->flags & ENDING_LONG) != 0, false, word,
			length, ending->jamo.length };

		if (korean_tail_last(ending) != last)
			break;
		if ((nominal && (ending->flags & ENDING_NOMINAL) == 0) ||
		    ((ending->flags & ENDING_HIDDEN) != 0 &&
			is_fused_i(korean, word, length)) ||
		    !korean_tail_fits(ending, word, length))
			continue;
		guess_front(context, word, length - ending->jamo.length,
		    ending->kind, ending->jamo.at[0]);
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
	guess_by_endings(guesses, korean, &right, length,
	    right.at[length - 1], false);
}

void korean_verbs(struct korean_guesses *guesses, const struct korean *korean,
    const struct jamo *word, size_t length, bool nominal)
{
	if (length < 2)
		return;
	guess_by_endings(guesses, korean, word, length, word->at[length - 1],
	    nominal);
	guess_by_endings(guesses, korean, word, length, 0, nominal);
	if (guesses->count == 0 && !nominal)
		guess_sloppy(guesses, korean, word, length);
}
