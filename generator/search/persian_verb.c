#include "search/persian_verb.h"

#include "base/arena.h"
#include "search/persian_words.h"

/* What may stand before a stem. */
enum { BARE = 1, MI = 2, NA = 4, BE = 8, ANY = BARE | MI | NA | BE };

static const struct {
	const char *text;
	unsigned kind;
} prefixes[] = {
	{ "", BARE },
	{ "نمی", MI },
	{ "می", MI },
	{ "ن", NA },
	{ "ب", BE },
};

enum stem_kind { PAST, PRESENT };

static const struct ending {
	const char *text;
	enum stem_kind stem;
	unsigned prefixes;
} endings[] = {
	/* rafte budam, rafte bashad, in one word or with a joiner */
	{ "هباشند", PAST, BARE | NA },
	{ "هباشد", PAST, BARE | NA },
	{ "هبودند", PAST, BARE | NA },
	{ "هبود", PAST, BARE | NA },
	{ "هشده", PAST, BARE | NA },
	{ "هشد", PAST, BARE | NA },
	/* rafte am, rafte and, rafte ast */
	{ "هایم", PAST, BARE | MI | NA },
	{ "هاید", PAST, BARE | MI | NA },
	{ "هاند", PAST, BARE | MI | NA },
	{ "هاست", PAST, BARE | MI | NA },
	{ "هام", PAST, BARE | MI | NA },
	{ "های", PAST, BARE | MI | NA },
	{ "ه", PAST, BARE | MI | NA },
	{ "یم", PAST, BARE | MI | NA },
	{ "ید", PAST, BARE | MI | NA },
	{ "ند", PAST, BARE | MI | NA },
	{ "م", PAST, BARE | MI | NA },
	{ "ی", PAST, BARE | MI | NA },
	{ "ن", PAST, BARE | NA }, /* the infinitive */
	{ "یم", PRESENT, ANY },
	{ "ید", PRESENT, ANY },
	{ "ند", PRESENT, ANY },
	{ "م", PRESENT, ANY },
	{ "د", PRESENT, ANY },
	{ "ی", PRESENT, MI | NA | BE }, /* bare, it is a noun: sazi */
	{ "", PRESENT, NA | BE },
	{ "", PAST, BARE | MI | NA },
	/* as spoken: mi kone, mi konan */
	{ "ه", PRESENT, MI },
	{ "ن", PRESENT, MI },
};

/* Whom the action befalls: didamash. */
static const char *const objects[] = { "شان", "مان", "تان", "ش", "ت", "م" };

static bool preverb_takes(struct text preverb, const struct persian_verb *verb)
{
	const struct persian_preverb *row;

	if (preverb.length == 0)
		return true;
	for (row = persian_preverbs; row->preverb != NULL; row++) {
		struct text rest = text_from(row->infinitives);
		struct text infinitive;

		if (!text_equal_string(preverb, row->preverb))
			continue;
		while (text_word(&infinitive, &rest))
			if (text_equal_string(infinitive, verb->infinitive))
				return true;
	}
	return false;
}

static void found_add(struct persian_verbs_found *found,
    const struct persian_verb *const *verbs, struct text preverb)
{
	size_t i, j;

	for (i = 0; i < PERSIAN_READINGS && verbs[i] != NULL; i++) {
		if (!preverb_takes(preverb, verbs[i]))
			continue;
		for (j = 0; j < found->count; j++)
			if (found->items[j].verb == verbs[i])
				break;
		if (j < found->count || j == PERSIAN_READINGS)
			continue;
		found->items[j].verb = verbs[i];
		found->items[j].preverb = preverb;
		found->count++;
	}
}

/* A participle that is hardly felt to be one: gozashte, the past.  stem: the
 * length of the stem, behind which it ends. */
static bool is_adjective(
    const struct persian_lexicon *lexicon, struct text word, size_t stem)
{
	struct text heh = TEXT("ه");
	struct text tail = text_after(word, stem);
	const struct persian_lexeme *lexeme;

	if (!text_equal(tail, heh) && !text_equal(tail, TEXT("های")))
		return false;
	lexeme = persian_lexicon_find(
	    lexicon, text_slice(word, 0, stem + heh.length));
	return lexeme != NULL && lexeme->whole;
}

/* word: what follows the prefix. */
static void find_stem(struct persian_verbs_found *found,
    const struct persian_lexicon *lexicon, struct text word,
    struct text preverb, unsigned prefix)
{
	bool third = false;
	size_t i;

	for (i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		const struct ending *ending = &endings[i];
		struct text tail = text_from(ending->text);
		const struct persian_lexeme *lexeme;

		if ((ending->prefixes & prefix) == 0 || !text_ends(word, tail))
			continue;
		/* mi konad: what one does; what one dug is far rarer. */
		if (tail.length == 0 && ending->stem == PAST && third)
			continue;
		lexeme = persian_lexicon_find(
		    lexicon, text_slice(word, 0, word.length - tail.length));
		if (lexeme == NULL ||
		    is_adjective(lexicon, word, word.length - tail.length))
			continue;
		found_add(found,
		    ending->stem == PAST ? lexeme->past : lexeme->present,
		    preverb);
		third = third || (found->count > 0 &&
				     text_equal_string(tail, "د"));
		if (found->count > 0 && ending->stem == PAST &&
		    prefix == BARE && lexeme->also_noun &&
		    (text_equal_string(tail, "ی") ||
			text_equal_string(tail, "های") ||
			text_equal_string(tail, "هایم")))
			found->weak = true;
	}
}

/* An alef after a prefix: ayad, biyayad; oftad, biyoftad; and mi ayad, which
 * in one word loses what makes it long. */
static struct text with_alef(
    struct arena *arena, struct text rest, unsigned prefix)
{
	struct text yeh = TEXT("ی"), alef = TEXT("ا"), madda = TEXT("آ");
	struct text parts[2];

	if (prefix == MI && text_starts(rest, alef)) {
		parts[0] = madda;
		parts[1] = text_after(rest, alef.length);
	} else if ((prefix == NA || prefix == BE) && text_starts(rest, yeh)) {
		parts[1] = text_after(rest, yeh.length);
		parts[0] = alef;
		if (text_starts(parts[1], alef)) {
			parts[1] = text_after(parts[1], alef.length);
			parts[0] = madda;
		}
	} else {
		return (struct text){ 0 };
	}
	return text_join(arena, parts, 2);
}

static void find_prefixed(struct persian_verbs_found *found,
    const struct persian_lexicon *lexicon, struct arena *arena,
    struct text word, struct text preverb)
{
	size_t i;

	for (i = 0;
	     found->count == 0 && i < sizeof(prefixes) / sizeof(*prefixes);
	     i++) {
		struct text prefix = text_from(prefixes[i].text);
		struct text rest, alef;

		if (!text_starts(word, prefix))
			continue;
		rest = text_after(word, prefix.length);
		find_stem(found, lexicon, rest, preverb, prefixes[i].kind);
		alef = with_alef(arena, rest, prefixes[i].kind);
		if (found->count == 0 && alef.length > 0)
			find_stem(
			    found, lexicon, alef, preverb, prefixes[i].kind);
	}
}

static void find_object(struct persian_verbs_found *found,
    const struct persian_lexicon *lexicon, struct arena *arena,
    struct text word)
{
	static const struct text none = { 0 };
	size_t i;

	/* Only with mi-: all others could be nouns. */
	if (!text_starts(word, TEXT("می")) && !text_starts(word, TEXT("نمی")))
		return;
	for (i = 0; i < sizeof(objects) / sizeof(*objects); i++) {
		struct text tail = text_from(objects[i]);

		if (found->count == 0 && text_ends(word, tail))
			find_prefixed(found, lexicon, arena,
			    text_slice(word, 0, word.length - tail.length),
			    none);
	}
}

bool persian_verbs_find(struct persian_verbs_found *found,
    const struct persian_lexicon *lexicon, struct arena *arena,
    struct text word)
{
	const struct persian_preverb *row;
	struct persian_verbs_found answer = { 0 };
	struct text none = { 0 };

	find_prefixed(&answer, lexicon, arena, word, none);
	for (row = persian_preverbs; answer.count == 0 && row->preverb != NULL;
	     row++) {
		struct text preverb = text_from(row->preverb);

		if (text_starts(word, preverb))
			find_prefixed(&answer, lexicon, arena,
			    text_after(word, preverb.length), preverb);
	}
	if (answer.count == 0)
		find_object(&answer, lexicon, arena, word);
	if (answer.count == 0)
		return false;
	*found = answer;
	return true;
}

struct text persian_verb_key(
    struct arena *arena, const struct persian_verb *verb, struct text preverb)
{
	struct text parts[] = { preverb, text_from(verb->infinitive) };

	return text_join(arena, parts, 2);
}

/* The stem to which endings are joined. */
static struct text person_stem(const struct persian_verb *verb)
{
	struct text rest = text_from(verb->present);
	struct text stem = { 0 };

	while (text_word(&stem, &rest))
		;
	return stem;
}

/* be + ay is biyay, be + oft is biyoft. */
static struct text with_be(struct arena *arena, struct text stem)
{
	struct text alef = TEXT("ا"), madda = TEXT("آ");
	struct text parts[2] = { TEXT("ب"), stem };

	if (text_starts(stem, madda)) {
		parts[0] = TEXT("بیا");
		parts[1] = text_after(stem, madda.length);
	} else if (text_starts(stem, alef) && !text_starts(stem, TEXT("ای"))) {
		parts[0] = TEXT("بی");
		parts[1] = text_after(stem, alef.length);
	}
	return text_join(arena, parts, 2);
}

/* Persons of both stems, as far as they are no common form. */
static const char *const persons[] = { "م", "ی", "یم", "ید", "ند" };

enum {
	COMMON_FORMS = 5,
	PERSONS = sizeof(persons) / sizeof(*persons),
	SHORT = 4 /* bytes: two letters */
};

bool persian_verb_form(struct text *form, struct arena *arena,
    const struct persian_verb *verb, struct text preverb, size_t number)
{
	struct text infinitive = text_from(verb->infinitive);
	struct text past = text_slice(infinitive, 0, infinitive.length - 2);
	struct text stem = person_stem(verb);
	struct text parts[4] = { preverb };
	size_t person = number - COMMON_FORMS;

	switch (number) {
	case 0: /* raftan */
		parts[1] = infinitive;
		break;
	case 1: /* raft */
		parts[1] = past;
		break;
	case 2: /* mi ravad */
		parts[1] = TEXT("می‌");
		parts[2] = stem;
		parts[3] = TEXT("د");
		break;
	case 3: /* beravad */
		/* Behind a preverb it is not said. */
		parts[1] = preverb.length > 0 ? stem : with_be(arena, stem);
		parts[2] = TEXT("د");
		break;
	case 4: /* ravad */
		parts[1] = stem;
		parts[2] = TEXT("د");
		break;
	default:
		parts[1] = stem;
		if (past.length <= SHORT && person < PERSONS)
			parts[1] = past;
		else if (past.length <= SHORT)
			person -= PERSONS;
		if (person >= PERSONS || parts[1].length > SHORT)
			return false;
		parts[2] = text_from(persons[person]);
	}
	if (number > 1 && stem.length == 0)
		return false;
	*form = text_join(arena, parts, 4);
	return true;
}
