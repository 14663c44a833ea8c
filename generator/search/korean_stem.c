#include "search/korean_stem.h"

#include <string.h>

static void add_stem(struct korean_stem_list *stems, bool known,
    const struct jamo *word, size_t length, size_t cut, const char *text)
{
	if (cut > length || length - cut + 3 > JAMO_MOST ||
	    stems->count == sizeof(stems->items) / sizeof(*stems->items))
		return;
	stems->items[stems->count].stem = jamo_with(word, length, cut, text);
	stems->items[stems->count++].known = known;
}

/* A stem that loses or changes its last consonant before vowels. */
static void add_changing(struct korean_stem_list *stems,
    const struct korean *korean, const struct jamo *word, size_t length,
    size_t cut, const char *text)
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
static void add_l(struct korean_stem_list *stems, const struct korean *korean,
    const struct jamo *word, size_t length)
{
	if (korean_has(&korean->stems, word, length))
		add_changing(stems, korean, word, length, 0, "\u11af");
	else
		add_stem(stems, true, word, length, 0, "\u11af");
}

/* sa-neun from sal-. */
static void undo_bare(struct korean_stem_list *stems,
    const struct korean *korean, const struct jamo *word, size_t length,
    uint16_t next)
{
	add_stem(stems, false, word, length, 0, "");
	if (next == LEADING_N && jamo_is_vowel(word->at[length - 1]))
		add_l(stems, korean, word, length);
}

/* Stems of one syllable in b that keep it are as many as those that do not;
 * the longer ones change it. */
static void add_b(struct korean_stem_list *stems, const struct korean *korean,
    const struct jamo *word, size_t length)
{
	if (length < 4)
		add_changing(stems, korean, word, length, 0, "\u11b8");
	else
		add_stem(stems, false, word, length, 0, "\u11b8");
}

/* deou-myeon from deop-, sa-n from sal-, geureo-n from geureoh-. */
static void undo_open(struct korean_stem_list *stems,
    const struct korean *korean, const struct jamo *word, size_t length,
    uint16_t next)
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
static void undo_eu(struct korean_stem_list *stems, const struct korean *korean,
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
static void undo_syllable(struct korean_stem_list *stems,
    const struct korean *korean, const struct jamo *word, size_t length)
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
	{ VOWEL_YEO, "\u1175", STEM_ANY },	      /* i, eo: deullyeo */
	{ VOWEL_WO, "\u116e", STEM_ANY },	      /* u, eo: baewo */
	{ VOWEL_WA, "\u1169", STEM_ANY },	      /* o, a: bwa */
	{ VOWEL_WAE, "\u116c", STEM_ANY },	      /* oe, eo: dwae */
	{ VOWEL_A, "\u1173", STEM_KNOWN },	      /* eu, a: bappa */
	{ VOWEL_EO, "\u1173", STEM_KNOWN },	      /* eu, eo: keo */
	{ VOWEL_AE, "\u1165\u11c2", STEM_CHANGING },  /* eoh, eo: geurae */
	{ VOWEL_AE, "\u1161\u11c2", STEM_CHANGING },  /* ah, a: ppalgae */
	{ VOWEL_YAE, "\u1163\u11c2", STEM_CHANGING }, /* yah, a: hayae */
};

static void undo_vowel(struct korean_stem_list *stems,
    const struct korean *korean, const struct jamo *word, size_t length)
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

static void undo_fused(struct korean_stem_list *stems,
    const struct korean *korean, const struct jamo *word, size_t length)
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

void korean_stems_of(struct korean_stem_list *stems,
    const struct korean *korean, const struct jamo *word, size_t length,
    enum korean_shape shape, uint16_t next)
{
	stems->count = 0;
	if (length < 2)
		return;
	switch (shape) {
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
