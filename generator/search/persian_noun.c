#include "search/persian_noun.h"

#include "base/arena.h"
#include "search/persian_verb.h"

enum { LETTER = 2 }; /* bytes: Arabic letters are of two */

/* What an ending needs. */
enum {
	JOINER = 1,   /* a joiner before it */
	VOWEL = 2,    /* alef or waw */
	PLURAL = 4,   /* the plural's ha */
	POSSESSED = 8 /* a word that people have, or a joiner */
};

struct ending {
	const char *text;
	unsigned needs;	 /* any of these; 0: anything */
	unsigned least;	 /* letters before it, unless there is a joiner */
	const char *put; /* what the stem ends in without the ending */
};

/* Each slot is emptied once, by its first ending that fits. */
static const struct ending copula[] = {
	{ "هاست", JOINER, 2, "ها" },
	{ "هاست", 0, 3, "ها" },
	{ "است", JOINER, 2, "" },
	{ "ست", JOINER | VOWEL, 3, "" },
	{ "یند", PLURAL, 2, "" },
	{ "اند", JOINER, 3, "" },
	{ "ایم", JOINER, 3, "" },
	{ "اید", JOINER, 3, "" },
	{ "را", JOINER, 2, "" },
	{ NULL, 0, 0, NULL },
};

static const struct ending possessive[] = {
	{ "یشان", PLURAL | VOWEL, 3, "" },
	{ "یمان", PLURAL | VOWEL, 3, "" },
	{ "یتان", PLURAL | VOWEL, 3, "" },
	{ "شان", 0, 3, "" },
	{ "مان", 0, 3, "" },
	{ "تان", 0, 3, "" },
	{ "اش", JOINER, 2, "" },
	{ "ام", JOINER, 2, "" },
	{ "ات", JOINER, 2, "" },
	{ "یش", PLURAL, 2, "" },
	{ "یم", PLURAL, 2, "" },
	{ "یت", PLURAL, 2, "" },
	{ "ش", 0, 3, "" },
	{ "م", POSSESSED, 2, "" },
	{ "ت", POSSESSED, 2, "" },
	{ NULL, 0, 0, NULL },
};

/* Those that are never more than an ending; of -i see finish_i. */
static const struct ending ezafe[] = {
	{ "یی", PLURAL, 2, "" },
	{ "ی", PLURAL | JOINER, 2, "" },
	{ "ی", VOWEL, 2, "" },
	{ NULL, 0, 0, NULL },
};

static const struct ending plural[] = {
	{ "ها", 0, 2, "" },
	{ "یگان", JOINER, 2, "" },
	{ "گان", 0, 3, "ه" },
	{ "یان", VOWEL, 3, "" },
	{ "ان", 0, 3, "" },
	{ "جات", 0, 3, "ه" },
	{ "ات", 0, 3, "" },
	{ "یون", 0, 4, "ی" },
	{ "ین", 0, 4, "" },
	{ NULL, 0, 0, NULL },
};

static const struct ending comparative[] = {
	{ "ترین", 0, 3, "" },
	{ "تری", 0, 3, "" },
	{ "تر", 0, 3, "" },
	{ NULL, 0, 0, NULL },
};

struct work {
	const struct persian_lexicon *lexicon;
	struct arena *arena;
	struct text word;
};

static const struct persian_lexeme *lexeme_of(
    const struct work *work, struct text word)
{
	return persian_lexicon_find(
	    work->lexicon, persian_join(work->arena, word));
}

/* An infinitive is the key of its verb, whatever is joined to it. */
static bool is_infinitive(const struct work *work, struct text word)
{
	const struct persian_lexeme *lexeme;

	if (word.length <= 2 * LETTER || !text_ends(word, TEXT("ن")))
		return false;
	lexeme = lexeme_of(work, text_slice(word, 0, word.length - LETTER));
	return lexeme != NULL && lexeme->past[0] != NULL;
}

/* That no ending is to be sought of. */
static bool is_whole(const struct work *work, struct text word)
{
	const struct persian_lexeme *lexeme = lexeme_of(work, word);

	return lexeme != NULL && lexeme->whole;
}

/* na-farman, por-tanesh: as whole as farman and tanesh. */
static bool is_whole_behind_prefix(const struct work *work)
{
	static const char *const prefixes[] = { "نا", "بی", "هم", "غیر", "پر",
		"کم", "خوش", "بد", "پیش", "ضد", "رو" };
	size_t i;

	for (i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++) {
		struct text prefix = text_from(prefixes[i]);
		struct text rest;

		if (!text_starts(work->word, prefix))
			continue;
		rest = text_after(work->word, prefix.length);
		if (rest.length >= 3 * LETTER && is_whole(work, rest))
			return true;
	}
	return false;
}

/* The last part of a compound: nave-kash, nime-nahayi. */
static bool is_whole_behind_joiner(const struct work *work)
{
	const struct persian_lexeme *lexeme;
	size_t at;

	for (at = work->word.length; at > 0; at--)
		if (work->word.at[at - 1] == PERSIAN_JOINER)
			break;
	if (at == 0)
		return false;
	/* khane-man is our house, though mandan is to stay. */
	if (text_equal(text_after(work->word, at), TEXT("مان")))
		return false;
	lexeme = lexeme_of(work, text_after(work->word, at));
	return lexeme != NULL && (lexeme->whole || lexeme->present[0] != NULL);
}

/* True if no ending is to be sought. */
static bool is_known(const struct work *work)
{
	const struct persian_lexeme *lexeme = lexeme_of(work, work->word);
	bool stem = lexeme != NULL && (lexeme->past[0] != NULL ||
					  lexeme->present[0] != NULL);

	if (lexeme != NULL && (lexeme->whole || lexeme->function ||
				  lexeme->whole_i ||
				  lexeme->lemmas[0].length > 0))
		return true;
	/* Not the stems like aray, which are also ara with an ezafe. */
	if (stem && !text_ends(work->word, TEXT("ی")))
		return true;
	return is_infinitive(work, work->word) ||
	       is_whole_behind_prefix(work) || is_whole_behind_joiner(work);
}

static bool ends_in_vowel(struct text stem)
{
	if (stem.length > LETTER &&
	    stem.at[stem.length - LETTER - 1] == PERSIAN_JOINER)
		return false;
	return text_ends(stem, TEXT("ا")) || text_ends(stem, TEXT("و"));
}

/* Alef, second of four letters, with mim at the end: hakem, zalem, whose
 * plural in -an is not "our hak". */
static bool is_agent(struct text word)
{
	struct text alef = TEXT("ا");

	return word.length == 4 * LETTER &&
	       text_equal(text_slice(word, LETTER, LETTER), alef);
}

/* A word, or the end of one, in -tar that is no comparative: metr, dokhtar. */
static bool ends_in_tar(const struct work *work, struct text stem)
{
	struct text parts[] = { stem, TEXT("تر") };
	struct text word = text_join(work->arena, parts, 2);
	const struct persian_lexeme *lexeme = lexeme_of(work, word);

	return (lexeme != NULL && lexeme->whole) ||
	       text_ends(word, TEXT("متر")) || text_ends(word, TEXT("دختر")) ||
	       text_ends(word, TEXT("دفتر")) || text_ends(word, TEXT("گستر"));
}

/* faransavi-yan, but daneshju-yan */
static bool ends_in_vi(const struct work *work, struct text stem)
{
	struct text parts[] = { stem, TEXT("ی") };
	const struct persian_lexeme *lexeme =
	    lexeme_of(work, text_join(work->arena, parts, 2));

	return lexeme != NULL && lexeme->whole;
}

/* Endings that would cut a longer one short. */
static bool is_other_ending(
    const struct work *work, struct text stem, struct text tail)
{
	struct text word = work->word;

	/* -khtan, -stan: the plural of derakht, dust */
	if (text_equal(tail, TEXT("تان")))
		return text_ends(stem, TEXT("خ")) || text_ends(stem, TEXT("س"));
	/* -estan: a place, unless it is the plural of dust, parast, dast */
	if (text_equal(tail, TEXT("ان")) && text_ends(word, TEXT("ستان")))
		return !text_ends(word, TEXT("دوستان")) &&
		       !text_ends(word, TEXT("پرستان")) &&
		       !text_ends(word, TEXT("دستان"));
	if (text_equal(tail, TEXT("مان")))
		return is_agent(text_slice(word, 0, word.length - 4)) ||
		       (text_ends(stem, TEXT("ا")) &&
			   stem.length < 4 * LETTER) ||
		       (text_starts(stem, TEXT("م")) && stem.length < 10);
	if (text_equal(tail, TEXT("یان")))
		return ends_in_vi(work, stem);
	if (text_equal(tail, TEXT("ست")))
		return text_ends(word, TEXT("خواست"));
	/* Arabic plurals in -in are of participles */
	if (text_equal(tail, TEXT("ین")))
		return !text_starts(stem, TEXT("م"));
	if (text_equal(tail, TEXT("یون")))
		return text_ends(stem, TEXT("س")) ||
		       text_ends(stem, TEXT("ز")) || text_ends(stem, TEXT("ش"));
	/* kilometri, khakestari; polDokhtar */
	if (text_equal(tail, TEXT("تری")) || text_equal(tail, TEXT("تر")))
		return ends_in_tar(work, stem);
	/* A noun of action: kush-esh */
	if (text_equal(tail, TEXT("ش"))) {
		const struct persian_lexeme *lexeme = lexeme_of(work, stem);

		return lexeme != NULL && lexeme->present[0] != NULL &&
		       !lexeme->possessed;
	}
	return false;
}

static bool ending_fits(const struct work *work, const struct ending *ending,
    struct text stem, bool joiner)
{
	const struct persian_lexeme *lexeme;
	unsigned needs = ending->needs;

	if (!joiner && stem.length < ending->least * LETTER)
		return false;
	if (!joiner && is_other_ending(work, stem, text_from(ending->text)))
		return false;
	if (needs == 0)
		return true;
	if (joiner && (needs & (JOINER | POSSESSED)) != 0)
		return true;
	if ((needs & VOWEL) != 0 && ends_in_vowel(stem))
		return true;
	if ((needs & PLURAL) != 0 && text_ends(stem, TEXT("ها")) &&
	    stem.length >= 4 * LETTER)
		return true;
	if ((needs & POSSESSED) == 0)
		return false;
	lexeme = lexeme_of(work, stem);
	return lexeme != NULL && lexeme->possessed;
}

static bool take_off(struct work *work, const struct ending *slot)
{
	const struct ending *ending;

	if (is_known(work))
		return false;
	for (ending = slot; ending->text != NULL; ending++) {
		struct text tail = text_from(ending->text);
		struct text parts[2];
		bool joiner;

		if (!text_ends(work->word, tail) ||
		    work->word.length <= tail.length + LETTER)
			continue;
		parts[0] =
		    text_slice(work->word, 0, work->word.length - tail.length);
		joiner = parts[0].at[parts[0].length - 1] == PERSIAN_JOINER;
		if (joiner)
			parts[0].length--;
		if (!ending_fits(work, ending, parts[0], joiner))
			continue;
		parts[1] = text_from(ending->put);
		work->word = parts[0];
		if (parts[1].length > 0)
			work->word = text_join(work->arena, parts, 2);
		return true;
	}
	return false;
}

/* What a plural in -at is of: motale'at is of motale'e, jalasat of jalase,
 * eqdamat of eqdam. */
static void restore_e(struct work *work)
{
	struct text alef = TEXT("ا");
	struct text parts[] = { work->word, TEXT("ه") };
	struct text with_e = text_join(work->arena, parts, 2);
	const struct persian_lexeme *lexeme = lexeme_of(work, with_e);
	bool action =
	    work->word.length == 5 * LETTER &&
	    text_starts(work->word, TEXT("م")) &&
	    text_equal(text_slice(work->word, 2 * LETTER, LETTER), alef);

	if (action || text_ends(work->word, TEXT("ی")) ||
	    (lexeme != NULL && lexeme->drops_e))
		work->word = with_e;
}

/* Whether -i behind the word only means "a". */
static bool only_indefinite(const struct work *work, struct text stem)
{
	const struct persian_lexeme *lexeme = lexeme_of(work, stem);

	if (text_ends(stem, TEXT("ی")) || text_ends(work->word, TEXT("-ای")))
		return true;
	/* Not the short ones: katbi, written, is not of kotob, books. */
	return lexeme != NULL &&
	       (lexeme->indefinite ||
		   (lexeme->lemmas[0].length > 0 && stem.length >= 4 * LETTER));
}

/* khaste-gi is of khaste; but jang-i, bozorg-i. */
static bool hides_e(struct text stem)
{
	static const char *const roots[] = { "رگ", "هنگ", "جنگ", "رنگ", "تنگ" };
	size_t i;

	for (i = 0; i < sizeof(roots) / sizeof(*roots); i++)
		if (text_ends(stem, text_from(roots[i])))
			return false;
	return text_ends(stem, TEXT("گ")) && stem.length >= 4 * LETTER;
}

/* The word without -i; empty if the i is part of it. */
static struct text stem_of_i(const struct work *work)
{
	struct text word = work->word, none = { 0 };
	const struct persian_lexeme *lexeme = lexeme_of(work, word);
	struct text parts[] = { none, TEXT("ه") };
	struct text stem;
	size_t tail = LETTER;

	if (!text_ends(word, TEXT("ی")) || word.length < 4 * LETTER ||
	    (lexeme != NULL && (lexeme->whole_i || lexeme->whole ||
				   lexeme->lemmas[0].length > 0)))
		return none;
	if (text_ends(word, TEXT("-ای")) || text_ends(word, TEXT("ایی")) ||
	    text_ends(word, TEXT("ویی")))
		tail = 2 * LETTER;
	stem = text_slice(word, 0, word.length - tail);
	if (stem.at[stem.length - 1] == PERSIAN_JOINER)
		stem.length--;
	if (!hides_e(stem))
		return stem;
	parts[0] = text_slice(stem, 0, stem.length - LETTER);
	return text_join(work->arena, parts, 2);
}

/* -i is "a" or makes an adjective or a noun of its own.  True if it was taken
 * off. */
static bool finish_i(struct work *work)
{
	struct text stem = stem_of_i(work);

	if (stem.length == 0 || stem.length >= work->word.length ||
	    text_ends(work->word, TEXT("گی")) || !only_indefinite(work, stem))
		return false;
	work->word = stem;
	return true;
}

static void strip_plural(struct work *work)
{
	struct text before = work->word;

	if (!take_off(work, plural))
		return;
	if (text_ends(before, TEXT("ات")) && !text_ends(before, TEXT("جات")))
		restore_e(work);
	(void)take_off(work, comparative);
}

/* Takes off all endings. */
static void strip(struct work *work)
{
	(void)take_off(work, copula);
	(void)take_off(work, possessive);
	(void)take_off(work, ezafe);
	if (!take_off(work, comparative) && !is_known(work))
		(void)finish_i(work);
	strip_plural(work);
}

/* The word that this one is made of: iran of irani; enteqad of enteqadati. */
static struct text related(const struct work *work)
{
	const struct persian_lexeme *lexeme = lexeme_of(work, work->word);
	struct work inner = *work;

	if (lexeme != NULL && lexeme->related.length > 0)
		return lexeme->related;
	inner.word = stem_of_i(work);
	if (inner.word.length == 0)
		return inner.word;
	strip_plural(&inner);
	inner.word = persian_join(work->arena, inner.word);
	lexeme = persian_lexicon_find(work->lexicon, inner.word);
	if (lexeme != NULL && lexeme->lemmas[0].length > 0)
		return lexeme->lemmas[0];
	return inner.word;
}

struct persian_noun persian_noun_analyse(const struct persian_lexicon *lexicon,
    struct arena *arena, struct text word)
{
	struct work work = { lexicon, arena, word };
	struct persian_noun noun = { 0 };
	const struct persian_lexeme *lexeme;

	strip(&work);
	noun.stem = work.word;
	noun.keys[0] = persian_join(arena, work.word);
	lexeme = persian_lexicon_find(lexicon, noun.keys[0]);
	if (lexeme != NULL && lexeme->lemmas[0].length > 0) {
		noun.keys[0] = lexeme->lemmas[0];
		noun.keys[1] = lexeme->lemmas[1];
		noun.loose = noun.keys[0];
		return noun;
	}
	noun.loose = related(&work);
	if (noun.loose.length == 0)
		noun.loose = noun.keys[0];
	return noun;
}
