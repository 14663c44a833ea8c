#include "search/korean.h"

#include "search/korean_forms.h"
#include "search/korean_rules.h"
#include "search/language.h"

#include <string.h>

enum { READINGS_MOST = 4 };

/* Ends that words of two syllables have as forms of a verb only: others may
 * be a noun that looks like one, sa-go from sa- or "accident". */
static const char *const verbal_ends[] = { "다", "는", "던", "며", "서", "요",
	"네", "죠", "든", "니", NULL };

static void *open_state(const char *tag)
{
	(void)tag; /* there is one kind of Korean */
	return korean_open();
}

static void close_state(void *state)
{
	korean_close(state);
}

static struct text join(struct arena *arena, struct text a, const char *b)
{
	struct text parts[] = { a, text_from(b) };

	return text_join(arena, parts, 2);
}

static void add_form(struct analysis *analysis, struct arena *arena,
    struct text word, struct text form, size_t reading)
{
	if (!text_equal(word, form))
		analysis_form(analysis, arena, form, reading);
}

/* Foreign letters and numbers are words by themselves: IT-gieop, 2011-nyeon. */
static void add_parts(struct analysis *analysis, struct arena *arena,
    const struct jamo *jamo, size_t length)
{
	size_t start = 0;
	size_t i;

	for (i = 1; i < length; i++) {
		struct jamo rest = { 0 };

		if (jamo_is_hangul(jamo->at[i]) ==
		    jamo_is_hangul(jamo->at[i - 1]))
			continue;
		memcpy(
		    rest.at, jamo->at + start, (i - start) * sizeof(*rest.at));
		rest.length = i - start;
		if (jamo_syllables(&rest, rest.length) > 1)
			analysis_part(analysis, arena,
			    jamo_text(arena, &rest, rest.length));
		start = i;
	}
}

/* Nouns made of verbs are near to them: neukkim from neukki-. */
static struct text loose_of(struct arena *arena, const struct korean *korean,
    const struct korean_guess *guess, struct text key)
{
	struct korean_guesses verbs = { .count = 0 };
	size_t i;

	if (guess->verb || !korean_has(&korean->verbal_nouns, &guess->base,
			       guess->base.length))
		return key;
	korean_verbs(&verbs, korean, &guess->base, guess->base.length, true);
	for (i = 0; i < verbs.count; i++)
		if (verbs.items[i].verb)
			return join(arena,
			    jamo_text(arena, &verbs.items[i].base,
				verbs.items[i].base.length),
			    "다");
	return key;
}

static void add_frequent_forms(struct analysis *analysis, struct arena *arena,
    const struct korean *korean, struct text word, const struct jamo *stem,
    size_t reading)
{
	struct jamo forms[KOREAN_FORMS];
	size_t count = korean_forms(forms, korean, stem);
	size_t i;

	for (i = 0; i < count; i++)
		add_form(analysis, arena, word,
		    jamo_text(arena, &forms[i], forms[i].length), reading);
}

static void add_guess(struct analysis *analysis, struct arena *arena,
    const struct korean *korean, struct text word,
    const struct korean_guess *guess)
{
	struct text base = jamo_text(arena, &guess->base, guess->base.length);
	size_t count = analysis->readings.count;

	if (guess->verb)
		base = join(arena, base, "다");
	if (count < READINGS_MOST)
		analysis_reading(analysis, arena, base,
		    loose_of(arena, korean, guess, base));
	if (analysis->readings.count == count)
		return;
	add_form(analysis, arena, word, base, count);
	if (guess->maker != NULL) {
		struct jamo verb =
		    jamo_with(&guess->base, guess->base.length, 0, "");
		size_t i;

		for (i = 0; i < guess->maker->jamo.length; i++)
			verb.at[verb.length++] = guess->maker->jamo.at[i];
		add_form(analysis, arena, word,
		    join(arena, jamo_text(arena, &verb, verb.length), "다"),
		    count);
	}
	if (guess->verb)
		add_frequent_forms(
		    analysis, arena, korean, word, &guess->base, count);
	if (!guess->verb && analysis->parts.count == 0)
		add_parts(analysis, arena, &guess->base, guess->base.length);
}

static bool starts_with(const struct jamo *word, const struct jamo *start)
{
	return start->length <= word->length &&
	       memcmp(word->at, start->at, start->length * sizeof(*word->at)) ==
		   0;
}

/* Whether a stem says more of the word than another: naeri- of naeryeo, not
 * nae-.  But gal- is no better than ga-, and neomeoseo- than neom-. */
static bool explains_more(
    const struct korean_guess *guess, const struct korean_guess *other)
{
	const struct jamo *base = &guess->base;

	return guess->verb && guess->sure && other->verb &&
	       starts_with(base, &other->base) &&
	       jamo_syllables(base, base->length) >
		   jamo_syllables(&other->base, other->base.length) &&
	       !jamo_ends(base, base->length, "서");
}

static void drop_shorter(struct korean_guesses *guesses)
{
	size_t i, j, kept = 0;

	for (i = 0; i < guesses->count; i++) {
		bool shorter = false;

		for (j = 0; j < guesses->count; j++)
			shorter |= explains_more(
			    &guesses->items[j], &guesses->items[i]);
		if (!shorter)
			guesses->items[kept++] = guesses->items[i];
	}
	guesses->count = kept;
}

static bool has_sure(const struct korean_guesses *guesses)
{
	size_t i;

	for (i = 0; i < guesses->count; i++)
		if (guesses->items[i].sure)
			return true;
	return false;
}

/* Whether a word that is a form of a verb may also be a noun: one that is
 * known, or one syllable behind a stem that is an open one. */
static bool looks_like_noun(const struct korean *korean,
    const struct jamo *word, const struct jamo *stem)
{
	const char *const *end;

	if (korean_has(&korean->nouns, word, word->length))
		return true;
	if (jamo_syllables(word, word->length) != 2 ||
	    jamo_syllables(stem, stem->length) != 1 ||
	    jamo_is_final(stem->at[stem->length - 1]) ||
	    !starts_with(word, stem) || jamo_is_final(word->at[stem->length]))
		return false;
	for (end = verbal_ends; *end != NULL; end++)
		if (jamo_ends(word, word->length, *end))
			return false;
	return word->at[word->length - 1] != FINAL_SS;
}

/* Nouns like geurim are not read as the verbs that they are made of. */
static bool is_verbal_noun(const struct korean *korean, const struct jamo *word)
{
	return korean_has(&korean->nouns, word, word->length) &&
	       (word->at[word->length - 1] == FINAL_M ||
		   jamo_ends(word, word->length, "기"));
}

static void guess_word(struct korean_guesses *guesses,
    const struct korean *korean, const struct jamo *word)
{
	bool verb, whole;

	if (korean_whole(guesses, korean, word))
		return;
	if (is_verbal_noun(korean, word)) {
		korean_guess_add(
		    guesses, word, word->length, false, true, NULL);
		return;
	}
	korean_verbs(guesses, korean, word, word->length, false);
	drop_shorter(guesses);
	verb = has_sure(guesses);
	whole = verb && looks_like_noun(korean, word, &guesses->items[0].base);
	if (!korean_particles(guesses, korean, word, word->length, verb) &&
	    !verb)
		whole = true;
	whole |= korean_has(&korean->nouns, word, word->length);
	if (whole || (!verb && korean_ends_whole(korean, word, word->length)))
		korean_noun(guesses, korean, word, word->length, true, NULL);
}

static void analyse(struct analysis *analysis, struct arena *arena, void *state,
    struct text word)
{
	const struct korean *korean = state;
	struct korean_guesses guesses = { .count = 0 };
	const char *whole = table_get(&korean->contractions, word);
	struct jamo jamo;
	size_t i;

	if (whole != NULL) {
		struct text base = text_from(whole);

		analysis_reading(analysis, arena, base, base);
		add_form(analysis, arena, word, base, 0);
		return;
	}
	if (jamo_from(&jamo, word) && jamo.length > 0) {
		if (jamo_is_hangul(jamo.at[jamo.length - 1]))
			guess_word(&guesses, korean, &jamo);
		for (i = 0; i < guesses.count; i++)
			add_guess(
			    analysis, arena, korean, word, &guesses.items[i]);
	}
	if (analysis->readings.count == 0)
		analysis_reading(analysis, arena, word, word);
}

const struct language language_korean = { .tag = "ko",
	.rules = &korean_rules,
	.open = open_state,
	.close = close_state,
	.analyse = analyse };
