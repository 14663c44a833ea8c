#include "search/turkish_endings.h"

/* Costs: what is usual costs 10, rare things more, so that a listed word
 * (0) or a shorter chain wins.  Pulls: 40 halve what it costs that the root
 * is not listed. */
/* clang-format off */
const struct ending turkish_endings[] = {
	{ WORD, "", NOUN_CASE, 0, 0, 0, 0 },
	/* I am, you are, it is, it was: of nouns. */
	{ WORD, "DIr", NOUN_CASE, 10, 20, 0, 0 },
	{ WORD, "DIrlAr", NOUN_CASE, 10, 20, 0, 0 },
	{ WORD, "(y)Im", NOUN_CASE, 18, 5, 0, 0 },
	{ WORD, "sIn", NOUN_CASE, 22, 5, 0, 0 },
	{ WORD, "(y)Iz", NOUN_CASE, 20, 5, 0, 0 },
	{ WORD, "sInIz", NOUN_CASE, 18, 10, 0, 0 },
	{ WORD, "(y)mIş", NOUN_CASE, 15, 10, 0, 0 },
	{ WORD, "(y)mIşlAr", NOUN_CASE, 15, 10, 0, 0 },
	{ WORD, "(y)sA", NOUN_CASE, 18, 0, 0, 0 },
	{ WORD, "(y)ken", NOUN_CASE, 12, 20, 0, 0 },
	{ WORD, "", NOUN_PAST, 2, 0, 0, 0 },
	{ WORD, "m", NOUN_PAST, 5, 0, 0, 0 },
	{ WORD, "n", NOUN_PAST, 5, 0, 0, 0 },
	{ WORD, "k", NOUN_PAST, 5, 0, 0, 0 },
	{ WORD, "nIz", NOUN_PAST, 5, 5, 0, 0 },
	{ WORD, "lAr", NOUN_PAST, 5, 5, 0, 0 },
	/* Persons of tenses. */
	{ WORD, "", VERB_PAST, 0, 0, 0, 0 },
	{ WORD, "m", VERB_PAST, 2, 0, 0, 0 },
	{ WORD, "n", VERB_PAST, 2, 0, 0, 0 },
	{ WORD, "k", VERB_PAST, 2, 0, 0, 0 },
	{ WORD, "nIz", VERB_PAST, 2, 10, 0, 0 },
	{ WORD, "lAr", VERB_PAST, 2, 10, 0, 0 },
	{ WORD, "", VERB_PERSON, 0, 0, 0, 0 },
	{ WORD, "(y)Im", VERB_PERSON, 3, 5, 0, 0 },
	{ WORD, "sIn", VERB_PERSON, 3, 5, 0, 0 },
	{ WORD, "(y)Iz", VERB_PERSON, 3, 5, 0, 0 },
	{ WORD, "sInIz", VERB_PERSON, 3, 15, 0, 0 },
	{ WORD, "lAr", VERB_PERSON, 3, 10, 0, 0 },
	{ WORD, "DIr", VERB_PERSON, 3, 10, 0, 0 },
	{ WORD, "DIrlAr", VERB_PERSON, 3, 20, 0, 0 },
	{ WORD, "lArDIr", VERB_PERSON, 3, 20, 0, 0 },
	{ WORD, "(y)ken", VERB_TENSE, 3, 20, 0, 0 },
	{ WORD, "CAsInA", VERB_TENSE, 3, 30, 0, 0 },
	/* Do!  Let me do, let him do. */
	{ WORD, "", VERB_NEGATED, 12, 0, 0, 0 },
	{ WORD, "sIn", VERB_NEGATED, 12, 0, 0, 0 },
	{ WORD, "sInlAr", VERB_NEGATED, 12, 10, 0, 0 },
	{ WORD, "(y)In", VERB_NEGATED, 15, 0, 0, 0 },
	{ WORD, "(y)InIz", VERB_NEGATED, 13, 5, 0, 0 },
	{ WORD, "(y)AyIm", VERB_NEGATED, 10, 20, 0, 0 },
	{ WORD, "(y)AlIm", VERB_NEGATED, 10, 15, 0, 0 },
	{ WORD, "(y)A", VERB_NEGATED, 18, 0, 0, 0 },
	{ WORD, "(y)AsIn", VERB_NEGATED, 18, 5, 0, 0 },
	/* I do not. */
	{ WORD, "mAm", VERB_ABLE, 10, 5, 0, 0 },
	{ WORD, "mAyIz", VERB_ABLE, 10, 20, 0, 0 },
	{ WORD, "(y)AmAm", VERB_MANNER, 10, 20, 0, 0 },
	{ WORD, "(y)AmAyIz", VERB_MANNER, 10, 25, 0, 0 },
	/* Doing so, without doing, when doing. */
	{ WORD, "(y)Ip", VERB_NEGATED, 10, 20, 0, 0 },
	{ WORD, "(y)ArAk", VERB_NEGATED, 10, 45, 0, 0 },
	{ WORD, "(y)ArAktAn", VERB_NEGATED, 10, 50, 0, 0 },
	{ WORD, "(y)IncA", VERB_NEGATED, 10, 30, 0, 0 },
	{ WORD, "(y)IncAyA", VERB_NEGATED, 10, 45, 0, 0 },
	{ WORD, "DIkçA", VERB_NEGATED, 10, 40, 0, 0 },
	{ WORD, "(y)AlI", VERB_NEGATED, 14, 10, 0, 0 },
	{ WORD, "mAdAn", VERB_ABLE, 10, 35, 0, 0 },
	{ WORD, "(y)AmAdAn", VERB_MANNER, 10, 45, 0, 0 },
	{ WORD, "mAksIzIn", VERB_ABLE, 10, 50, 0, 0 },

	{ VERB_PAST, "DI", VERB_NEGATED, 10, 25, 0, 0 },
	{ VERB_PAST, "sA", VERB_NEGATED, 10, 15, 0, 0 },
	{ VERB_PAST, "(y)DI", VERB_TENSE, 3, 15, 0, 0 },
	{ VERB_PAST, "lArDI", VERB_TENSE, 3, 25, 0, 0 },
	{ VERB_PAST, "(y)sA", VERB_TENSE, 3, 10, 0, 0 },
	{ VERB_PAST, "lArsA", VERB_TENSE, 3, 20, 0, 0 },

	{ VERB_PAST, "sAydI", VERB_NEGATED, 13, 30, 0, 0 },
	{ VERB_PAST, "DIydI", VERB_NEGATED, 13, 30, 0, 0 },

	{ VERB_PERSON, "", VERB_TENSE, 0, 0, 0, 0 },
	{ VERB_PERSON, "(y)mIş", VERB_TENSE, 3, 10, 0, 0 },
	{ VERB_PERSON, "lArmIş", VERB_TENSE, 3, 20, 0, 0 },

	{ VERB_TENSE, "Iyor", VERB_NEGATED, 10, 50, NEED_NARROW, 0 },
	{ VERB_TENSE, "yor", VERB_NEGATED, 10, 50, NEED_HIGH, 0 },
	{ VERB_TENSE, "(y)AcAK", VERB_NEGATED, 10, 35, 0, 0 },
	{ VERB_TENSE, "mIş", VERB_NEGATED, 10, 25, 0, 0 },
	{ VERB_TENSE, "mAlI", VERB_NEGATED, 10, 25, 0, 0 },
	{ VERB_TENSE, "mAktA", VERB_NEGATED, 10, 50, 0, 0 },
	{ VERB_TENSE, "mAz", VERB_ABLE, 10, 20, 0, 0 },
	{ VERB_TENSE, "(y)AmAz", VERB_MANNER, 10, 40, 0, 0 },
	{ VERB_TENSE, "r", VERB_ABLE, 10, 0, 0, 0 },
	{ VERB_TENSE, "Ir", VERB_ABLE, 10, 5, NEED_IR, 0 },
	{ VERB_TENSE, "Ar", VERB_MANNER, 10, 0, NEED_AR, 0 },

	{ VERB_NEGATED, "", VERB_ABLE, 0, 0, 0, 0 },
	{ VERB_NEGATED, "mA", VERB_ABLE, 4, 10, 0, 0 },
	{ VERB_NEGATED, "(y)AmA", VERB_MANNER, 4, 20, 0, 0 },

	{ VERB_ABLE, "", VERB_MANNER, 0, 0, 0, 0 },
	{ VERB_ABLE, "(y)Abil", VERB_MANNER, 4, 30, 0, 0 },
	{ VERB_ABLE, "mAyAbil", VERB_MANNER, 4, 40, 0, 0 },

	{ VERB_MANNER, "", VERB_STEM, 0, 0, 0, 0 },
	{ VERB_MANNER, "(y)Iver", VERB_STEM, 8, 20, 0, 0 },
	{ VERB_MANNER, "(y)Adur", VERB_STEM, 10, 20, 0, 0 },
	{ VERB_MANNER, "(y)Agel", VERB_STEM, 10, 20, 0, 0 },
	{ VERB_MANNER, "(y)Akal", VERB_STEM, 10, 20, 0, 0 },

	/* Voices; those that mean something else are listed as verbs. */
	{ VERB_STEM, "Il", VERB_STEM, 8, 0, NEED_NO_L, 0 },
	{ VERB_STEM, "(I)n", VERB_STEM, 8, 0, 0, 0 },
	{ VERB_STEM, "(I)ş", VERB_STEM, 10, 0, 0, ENDING_OWN },
	{ VERB_STEM, "DIr", VERB_STEM, 8, 10, 0, 0 },
	{ VERB_STEM, "t", VERB_STEM, 8, 0, NEED_LIQUID, 0 },
	/* Verbs made of nouns. */
	{ VERB_STEM, "lA", NOUN_STEM, 16, 25, 0, ENDING_OWN },
	{ VERB_STEM, "lAş", NOUN_STEM, 14, 30, 0, ENDING_OWN },
	{ VERB_STEM, "lAn", NOUN_STEM, 14, 25, 0, ENDING_OWN },

	{ NOUN_PAST, "(y)DI", NOUN_CASE, 12, 12, 0, 0 },

	{ NOUN_CASE, "", NOUN_POSSESSIVE, 0, 0, 0, 0 },
	{ NOUN_CASE, "(y)I", NOUN_POSSESSIVE, 10, 10, 0, 0 },
	{ NOUN_CASE, "nI", NOUN_THIRD, 10, 25, 0, 0 },
	{ NOUN_CASE, "(y)A", NOUN_POSSESSIVE, 10, 5, 0, 0 },
	{ NOUN_CASE, "nA", NOUN_THIRD, 10, 20, 0, 0 },
	{ NOUN_CASE, "DA", NOUN_POSSESSIVE, 10, 20, 0, 0 },
	{ NOUN_CASE, "nDA", NOUN_THIRD, 10, 30, 0, 0 },
	{ NOUN_CASE, "DAn", NOUN_POSSESSIVE, 10, 25, 0, 0 },
	{ NOUN_CASE, "nDAn", NOUN_THIRD, 10, 30, 0, 0 },
	{ NOUN_CASE, "(n)In", NOUN_POSSESSIVE, 10, 12, 0, 0 },
	{ NOUN_CASE, "(y)lA", NOUN_POSSESSIVE, 10, 18, 0, 0 },
	{ NOUN_CASE, "CA", NOUN_PLURAL, 14, 12, 0, 0 },
	{ NOUN_CASE, "ncA", NOUN_THIRD, 14, 10, 0, 0 },

	{ NOUN_POSSESSIVE, "", NOUN_PLURAL, 0, 0, 0, 0 },
	{ NOUN_POSSESSIVE, "", NOUN_THIRD, 0, 0, 0, 0 },
	{ NOUN_POSSESSIVE, "(I)m", NOUN_PLURAL, 10, 8, 0, 0 },
	{ NOUN_POSSESSIVE, "(I)n", NOUN_PLURAL, 14, 5, 0, 0 },
	{ NOUN_POSSESSIVE, "(I)mIz", NOUN_PLURAL, 10, 25, 0, 0 },
	{ NOUN_POSSESSIVE, "(I)nIz", NOUN_PLURAL, 10, 25, 0, 0 },
	/* Infinitives have cases, but neither number nor possessor. */
	{ NOUN_POSSESSIVE, "mAk", VERB_NEGATED, 8, 35, 0, 0 },

	{ NOUN_THIRD, "(s)I", NOUN_PLURAL, 10, 20, 0, 0 },
	{ NOUN_THIRD, "DAki", NOUN_POSSESSIVE, 10, 40, 0, 0 },
	{ NOUN_THIRD, "nDAki", NOUN_THIRD, 10, 40, 0, 0 },
	{ NOUN_THIRD, "(n)Inki", NOUN_POSSESSIVE, 10, 40, 0, 0 },

	{ NOUN_PLURAL, "", NOUN_STEM, 0, 0, 0, 0 },
	{ NOUN_PLURAL, "lAr", NOUN_STEM, 10, 30, 0, 0 },

	/* The one at, the one of. */
	{ NOUN_STEM, "DAki", NOUN_POSSESSIVE, 5, 40, 0, 0 },
	{ NOUN_STEM, "nDAki", NOUN_THIRD, 5, 40, 0, 0 },
	{ NOUN_STEM, "(n)Inki", NOUN_POSSESSIVE, 5, 40, 0, 0 },
	{ NOUN_STEM, "ki", NOUN_PLURAL, 10, 0, 0, ENDING_KNOWN },
	{ NOUN_STEM, "kü", NOUN_PLURAL, 10, 0, 0, ENDING_KNOWN },
	/* Nouns and participles of any verb. */
	{ NOUN_STEM, "mA", VERB_NEGATED, 10, 10, 0, 0 },
	{ NOUN_STEM, "DIK", VERB_NEGATED, 8, 25, 0, 0 },
	{ NOUN_STEM, "(y)AcAK", VERB_NEGATED, 10, 25, 0, 0 },
	{ NOUN_STEM, "(y)An", VERB_NEGATED, 10, 8, 0, 0 },
	{ NOUN_STEM, "mIş", VERB_NEGATED, 14, 10, 0, 0 },
	{ NOUN_STEM, "mAz", VERB_ABLE, 14, 10, 0, 0 },
	/* Nouns that are words of their own. */
	{ NOUN_STEM, "(y)Iş", VERB_NEGATED, 10, 5, 0, ENDING_OWN },
	{ NOUN_STEM, "(y)IcI", VERB_NEGATED, 10, 15, 0, ENDING_OWN },
	{ NOUN_STEM, "(I)m", VERB_STEM, 10, 0, 0,
	    ENDING_OWN | ENDING_KNOWN },
	{ NOUN_STEM, "GI", VERB_STEM, 10, 0, 0, ENDING_OWN | ENDING_KNOWN },
	{ NOUN_STEM, "GIn", VERB_STEM, 10, 0, 0,
	    ENDING_OWN | ENDING_KNOWN },
	{ NOUN_STEM, "IntI", VERB_STEM, 10, 0, 0,
	    ENDING_OWN | ENDING_KNOWN },
	{ NOUN_STEM, "(I)ncI", NOUN_STEM, 10, 15, 0,
	    ENDING_OWN | ENDING_KNOWN },
	{ NOUN_STEM, "lI", NOUN_STEM, 10, 15, 0, ENDING_APART },
	{ NOUN_STEM, "sIz", NOUN_STEM, 10, 25, 0, ENDING_APART },
	{ NOUN_STEM, "lIK", NOUN_STEM, 10, 20, 0, ENDING_OWN },
	{ NOUN_STEM, "CI", NOUN_STEM, 10, 15, 0, ENDING_OWN },
	{ NOUN_STEM, "sAl", NOUN_STEM, 10, 15, 0, ENDING_OWN },
	{ NOUN_STEM, "CIK", NOUN_STEM, 12, 10, 0, ENDING_OWN },
};
/* clang-format on */
const size_t turkish_endings_count =
    sizeof(turkish_endings) / sizeof(*turkish_endings);

bool shape_read(struct shape *shape, const char *text)
{
	struct letters letters;
	size_t i = 0;

	*shape = (struct shape){ 0 };
	if (!letters_read(&letters, text_from(text)))
		return false;
	if (letters.count > 3 && letters.at[0] == '(') {
		shape->buffer = letters.at[1];
		i = 3;
	}
	for (; i < letters.count; i++) {
		if (shape->count == sizeof(shape->at))
			return false;
		shape->at[shape->count++] = letters.at[i];
	}
	return true;
}

static bool is_vowel_class(unsigned char sign)
{
	return sign == 'A' || sign == 'I';
}

/* The letter that a sign stands for after a consonant or vowel. */
static bool sign_fits(unsigned char sign, unsigned char letter)
{
	switch (sign) {
	case 'A':
		return letter == 'a' || letter == 'e';
	case 'I':
		return letter_is_high(letter);
	case 'D':
		return letter == 'd' || letter == 't';
	case 'C':
		return letter == 'c' || letter == LETTER_C_CEDILLA;
	case 'G':
		return letter == 'g' || letter == 'k';
	case 'K':
		return letter == 'k' || letter == LETTER_SOFT_G;
	default:
		return letter == sign;
	}
}

/* d c g after voiced letters, t ç k after voiceless ones. */
static bool is_assimilated(
    unsigned char sign, unsigned char letter, unsigned char before)
{
	if (sign != 'D' && sign != 'C' && sign != 'G')
		return true;
	return letter_is_voiceless(before) == letter_is_voiceless(letter);
}

/* Each vowel of the ending goes with the one before it. */
static bool is_harmonic(const unsigned char *signs, const unsigned char *at,
    size_t count, unsigned char vowel)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (signs[i] == 'A' && at[i] != letter_low_after(vowel))
			return false;
		if (signs[i] == 'I' && at[i] != letter_high_after(vowel))
			return false;
		if (letter_is_vowel(at[i]))
			vowel = at[i];
	}
	return true;
}

/* Whether the buffer stands there where it must, and does not elsewhere. */
static bool buffer_fits(const struct shape *shape, bool buffered,
    const unsigned char *at, size_t start)
{
	bool after_vowel;

	if (shape->buffer == 0)
		return !buffered;
	if (!buffered) {
		after_vowel = letter_is_vowel(at[start - 1]);
		return after_vowel == is_vowel_class(shape->buffer);
	}
	if (start < 2 || !sign_fits(shape->buffer, at[start - 1]))
		return false;
	after_vowel = letter_is_vowel(at[start - 2]);
	return after_vowel != is_vowel_class(shape->buffer);
}

enum fit shape_fit(size_t *rest, const struct shape *shape, bool buffered,
    const unsigned char *at, size_t count)
{
	unsigned char signs[sizeof(shape->at) + 1];
	size_t signs_count = 0;
	size_t start, i;
	unsigned char vowel;

	if (count <= shape->count)
		return FIT_NOT;
	start = count - shape->count;
	for (i = shape->count; i-- > 0;)
		if (!sign_fits(shape->at[i], at[start + i]))
			return FIT_NOT;
	if (!buffer_fits(shape, buffered, at, start))
		return FIT_NOT;
	if (buffered) {
		start--;
		signs[signs_count++] = shape->buffer;
	}
	for (i = 0; i < shape->count; i++)
		signs[signs_count++] = shape->at[i];
	vowel = letters_last_vowel(at, start);
	if (start == 0)
		return FIT_NOT;
	if (vowel == 0) /* d-iyor, y-iyor */
		vowel = at[start];
	/* A vowel does not follow a vowel. */
	if (letter_is_vowel(at[start]) && letter_is_vowel(at[start - 1]))
		return FIT_NOT;
	if (signs_count > 0 &&
	    !is_assimilated(signs[0], at[start], at[start - 1]))
		return FIT_NOT;
	*rest = start;
	if (is_harmonic(signs, at + start, signs_count, vowel))
		return FIT_WELL;
	if (is_harmonic(signs, at + start, signs_count, letter_fronted(vowel)))
		return FIT_FRONTED;
	return FIT_NOT;
}
