#include "search/language.h"

#include "base/arena.h"
#include "search/fold.h"
#include "search/persian_lexicon.h"
#include "search/persian_noun.h"
#include "search/persian_verb.h"

static void *open_state(const char *tag)
{
	(void)tag; /* there is one lexicon for all of them */
	return persian_lexicon_open();
}

static void close_state(void *state)
{
	persian_lexicon_close(state);
}

/* Forms that are also other words would find the verb for them. */
static bool is_other_word(const struct persian_lexicon *lexicon,
    struct arena *arena, struct text form)
{
	const struct persian_lexeme *lexeme = persian_lexicon_find(
	    lexicon, persian_join(arena, persian_plain(arena, form)));

	return lexeme != NULL && (lexeme->whole || lexeme->function);
}

static void add_verbs(struct analysis *analysis, struct arena *arena,
    const struct persian_lexicon *lexicon,
    const struct persian_verbs_found *found)
{
	size_t i, number;

	for (i = 0; i < found->count; i++) {
		const struct persian_verb *verb = found->items[i].verb;
		struct text preverb = found->items[i].preverb;
		struct text key = persian_plain(
		    arena, persian_verb_key(arena, verb, preverb));
		size_t reading = analysis->readings.count;
		struct text form;

		analysis_reading(analysis, arena, key, key);
		for (number = 0;
		     persian_verb_form(&form, arena, verb, preverb, number);
		     number++)
			if (!is_other_word(lexicon, arena, form))
				analysis_form(analysis, arena, form, reading);
	}
}

/* The plurals that a text may lack but a reader may type. */
static void add_forms(struct analysis *analysis, struct arena *arena,
    const struct persian_lexicon *lexicon, struct text key, size_t reading)
{
	const struct persian_lexeme *lexeme =
	    persian_lexicon_find(lexicon, key);
	size_t i;

	for (i = 0; lexeme != NULL && i < PERSIAN_READINGS; i++) {
		struct text rest = lexeme->forms[i];
		struct text form;

		while (text_word(&form, &rest))
			if (form.at[0] != '~')
				analysis_form(analysis, arena, form, reading);
	}
}

/* The parts of what is written with a joiner: sarmaye-gozari.  A stem of a verb
 * is none: it is in too many words. */
static void add_parts(struct analysis *analysis, struct arena *arena,
    const struct persian_lexicon *lexicon, struct text word)
{
	struct text part;

	if (text_find_char(word, PERSIAN_JOINER, 0) == TEXT_NONE)
		return;
	while (text_cut(&part, &word, PERSIAN_JOINER)) {
		const struct persian_lexeme *lexeme =
		    persian_lexicon_find(lexicon, part);
		struct persian_noun noun;

		if (part.length < 6 ||
		    (lexeme != NULL &&
			(lexeme->function || lexeme->present[0] != NULL)))
			continue;
		noun = persian_noun_analyse(lexicon, arena, part);
		analysis_part(analysis, arena, noun.keys[0]);
	}
}

static void add_noun(struct analysis *analysis, struct arena *arena,
    const struct persian_lexicon *lexicon, const struct persian_noun *noun,
    struct text plain)
{
	size_t reading = analysis->readings.count;

	analysis_reading(analysis, arena, noun->keys[0], noun->loose);
	if (noun->keys[1].length > 0)
		analysis_reading(analysis, arena, noun->keys[1], noun->keys[1]);
	/* Who types the singular finds the plural, and so does who types
	 * what the guide has no other form of. */
	if (!text_equal(noun->keys[0], plain))
		analysis_form(analysis, arena, noun->keys[0], reading);
	add_forms(analysis, arena, lexicon, noun->keys[0], reading);
	add_parts(analysis, arena, lexicon, noun->stem);
}

static void analyse(struct analysis *analysis, struct arena *arena, void *state,
    struct text word)
{
	struct text spelled = persian_plain(arena, word);
	struct text plain = persian_join(arena, spelled);
	const struct persian_lexeme *lexeme;
	struct persian_verbs_found found = { 0 };
	struct persian_noun noun;
	bool joiner = plain.length < spelled.length;
	bool verbs = false;

	if (plain.length == 0) {
		analysis_reading(analysis, arena, word, word);
		return;
	}
	lexeme = persian_lexicon_find(state, plain);
	if (lexeme != NULL && lexeme->function) {
		analysis_reading(analysis, arena, plain, plain);
		return;
	}
	if (lexeme == NULL || joiner ||
	    (!lexeme->whole && lexeme->lemmas[0].length == 0))
		verbs = persian_verbs_find(&found, state, arena, plain);
	if (verbs && !found.weak)
		add_verbs(analysis, arena, state, &found);
	if (verbs && !found.weak &&
	    (lexeme == NULL || !lexeme->also_noun || joiner))
		return;
	noun = persian_noun_analyse(state, arena, spelled);
	add_noun(analysis, arena, state, &noun, plain);
}

static const char *const suffixes[] = { "ها", "های", "هایی", "هایم", "هایت",
	"هایش", "هایمان", "هایتان", "هایشان", "هاست", "هام", "هات", "هاش", "ی",
	"یی", "ای", "ان", "یان", "گان", "گی", "ات", "یات", "جات", "ین", "ون",
	"تر", "ترین", "تری", "م", "ش", "ام", "اش", "مان", "تان", "شان", "یم",
	"یش", "یمان", "یتان", "یشان", "ایم", "اید", "اند", "است", "ست", "را",
	"ه", "د", "ند", "ید", "ن", "ندگان", "نده", "یدم", "یدیم", "یدید",
	"یدند", "یده", "یدن", NULL };

static const char *const prefixes[] = { "می", "نمی", "ن", "ب", "بی", "نی",
	NULL };

static const struct language_rules rules = {
	.suffixes = suffixes, .prefixes = prefixes, .stem = 3
};

const struct language language_persian = { .tag = "fa",
	.fold = 0,
	.rules = &rules,
	.open = open_state,
	.close = close_state,
	.analyse = analyse };
