#include "search/korean_forms.h"

/* Last consonants that become another one, or none, before vowels; and what
 * is then between them and an ending where others have -eu-, -eo- and -a-. */
static const struct {
	const char *last, *soft, *open, *dark, *bright;
} changes[] = {
	{ "\u11b8", "", "우", "워", "와" },	  /* dop-, dou-, dowa */
	{ "\u11ae", "\u11af", "으", "어", "아" }, /* deut-, deureu-, deureo */
	{ "\u11ba", "", "으", "어", "아" }	  /* jit-, jieu-, jieo */
};

/* Vowels at the end of a stem and the same with -eo- or -a-; the others stay
 * as they are. */
static const struct {
	const char *stem, *fused;
} fusions[] = {
	{ "하", "해" }, { "푸", "퍼" }, { "\u1169", "\u116a" }, /* o, wa */
	{ "\u116e", "\u116f" },					/* u, wo */
	{ "\u1173", "\u1165" },					/* eu, eo */
	{ "\u1175", "\u1167" },					/* i, yeo */
	{ "\u116c", "\u116b" },					/* oe, wae */
	{ "\u1171", "\u1171\uc5b4" },				/* wi, wi-eo */
	{ "\u1174", "\u1174\uc5b4" }				/* ui, ui-eo */
};

static bool is_bright(const struct jamo *stem)
{
	return jamo_ends(stem, 2, "\u1161") || jamo_ends(stem, 2, "\u1169");
}

static struct jamo with(const struct jamo *stem, const char *text)
{
	return jamo_with(stem, stem->length, 0, text);
}

/* The stem as it stands before -eu- and with -eo-. */
static void shape(struct jamo *open, struct jamo *fused,
    const struct korean *korean, const struct jamo *stem)
{
	size_t i;

	for (i = 0; i < sizeof(fusions) / sizeof(*fusions); i++)
		if (jamo_ends(stem, stem->length, fusions[i].stem)) {
			struct jamo cut;

			(void)jamo_from(&cut, text_from(fusions[i].stem));
			*open = with(stem, "");
			*fused = jamo_with(
			    stem, stem->length, cut.length, fusions[i].fused);
			return;
		}
	for (i = 0; i < sizeof(changes) / sizeof(*changes); i++)
		if (jamo_ends(stem, stem->length, changes[i].last) &&
		    korean_has(&korean->changing, stem, stem->length)) {
			struct jamo soft =
			    jamo_with(stem, stem->length, 1, changes[i].soft);

			/* Of b only dop- and gop- are bright. */
			*open = with(&soft, changes[i].open);
			*fused = with(&soft,
			    is_bright(stem) &&
				    (i > 0 || jamo_ends(stem, 2, "\u1169"))
				? changes[i].bright
				: changes[i].dark);
			return;
		}
	*open = *fused = with(stem, "");
	if (!jamo_is_final(stem->at[stem->length - 1]))
		return;
	*fused = with(stem, is_bright(stem) ? "아" : "어");
	*open = jamo_ends(stem, stem->length, "\u11af")
		    ? jamo_with(stem, stem->length, 1, "")
		    : with(stem, "으");
}

size_t korean_forms(struct jamo forms[KOREAN_FORMS],
    const struct korean *korean, const struct jamo *stem)
{
	static const char *const bare[] = { "고", "기", "지" };
	static const char *const opened[] = { "\u11ab", "\u11af", "시다" };
	static const char *const fusing[] = { "", "서", "\u11bb다" };
	bool l = jamo_ends(stem, stem->length, "\u11af");
	struct jamo open, fused;
	size_t count = 0;
	size_t i;

	if (jamo_syllables(stem, stem->length) != 1 || stem->length > 3)
		return 0;
	shape(&open, &fused, korean, stem);
	for (i = 0; i < 3; i++) {
		forms[count++] = with(stem, bare[i]);
		forms[count++] = with(&open, opened[i]);
		forms[count++] = with(&fused, fusing[i]);
	}
	forms[count++] = with(l ? &open : stem, "는");
	forms[count++] = jamo_is_final(stem->at[stem->length - 1]) && !l
			     ? with(stem, "습니다")
			     : with(&open, "\u11b8니다");
	return count;
}
