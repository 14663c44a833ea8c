#include "search/turkish_parser.h"

#include "base/arena.h"
#include "search/turkish_endings.h"
#include "search/turkish_roots.h"

#include <stdlib.h>
#include <string.h>

enum {
	ENDINGS = 192,
	/* More than this and a listed root is taken for chance. */
	KNOWN_MOST = 55,
	/* Costs of roots that are not listed. */
	UNKNOWN_NOUN = 60,
	UNKNOWN_VERB = 75,
	COMPOUND_VERB = 25, /* emretmek, hissetmek */
	PULL_OF_VERB = 20,  /* less of it does not show a verb */
	/* What makes a root less likely. */
	SHORT = 3,   /* listed, two letters, inflected */
	CHANGED = 5, /* listed: konu-da, not konud-a of konut */
	CLOSED_INFLECTED = 25,
	ONE_SYLLABLE = 15, /* the rest: unlisted and inflected */
	LOANED = 15,	   /* vowels agree as in saat-i */
	RESTORED = 25,	   /* a vowel put in: hükm-ü */
	RARE_END = 10,	   /* -ç -t, and -ı, which rather is an ending */
	BUFFER_END = 12	   /* filatoy-u is rather filato-yu */
};

struct parser {
	struct roots *roots;
	struct shape shapes[ENDINGS];
	size_t first[PLACES + 1]; /* index of the first ending of a place */
};

/* A part of the word that is a word of its own. */
struct stage {
	size_t count; /* letters; 0: what is left in the end */
	bool verb, vowel_next;
};

/* What is left of a word, and what was taken off. */
struct path {
	enum place place;
	size_t count; /* letters left */
	unsigned cost, pull;
	bool vowel_next; /* what was taken off begins with a vowel */
	bool known_only;
	size_t fronted; /* letters before an ending that is fronted; or 0 */
	/* The word itself, once more is taken off to find its base; and the
	 * base, once more is taken off to find a listed root. */
	struct stage word, base;
};

struct search {
	const struct parser *parser;
	struct meanings *meanings;
	unsigned char at[LETTERS_MOST];
	size_t count;
};

struct parser *parser_new(void)
{
	struct parser *parser = memory_new(sizeof(*parser));
	size_t place = 0;
	size_t i;

	memset(parser, 0, sizeof(*parser));
	parser->roots = roots_new();
	for (i = 0; i < turkish_endings_count && i < ENDINGS; i++) {
		(void)shape_read(&parser->shapes[i], turkish_endings[i].shape);
		while (place <= (size_t)turkish_endings[i].from)
			parser->first[place++] = i;
	}
	while (place <= PLACES)
		parser->first[place++] = i;
	return parser;
}

void parser_free(struct parser *parser)
{
	if (parser == NULL)
		return;
	roots_free(parser->roots);
	free(parser);
}

static void set_letters(
    struct letters *letters, const unsigned char *at, size_t count)
{
	memcpy(letters->at, at, count);
	letters->count = count;
}

/* The dictionary form of an unlisted noun as it looks before a vowel. */
static void undo_change(struct letters *noun)
{
	unsigned char *last;

	if (noun->count < 2)
		return;
	last = &noun->at[noun->count - 1];
	if (!letters_end_well(last[-1], last[0]) &&
	    noun->count < LETTERS_MOST) {
		last[1] = last[0];
		last[0] = letter_high_after(
		    letters_last_vowel(noun->at, noun->count));
		noun->count++;
	}
	last = &noun->at[noun->count - 1];
	if (letters_syllables(noun->at, noun->count) > 1)
		*last = letter_hardened(*last);
}

/* Letters that are doubled to strengthen a word, as in bom-boş, sım-sıkı and
 * kıp-kırmızı; 0 if none are. */
static size_t doubled_letters(const unsigned char *at, size_t count)
{
	size_t vowel = count > 0 && letter_is_vowel(at[0]) ? 0 : 1;
	size_t second = vowel + 2;
	const char *signs = vowel == 0 ? "p" : "mprs";

	if (count < second + vowel + 2 || !letter_is_vowel(at[vowel]) ||
	    memcmp(at, at + second, vowel + 1) != 0 ||
	    (at[vowel + 1] >= 'a' && strchr(signs, at[vowel + 1]) == NULL))
		return 0;
	return at[vowel + 1] < 'a' ? 0 : second;
}

/* A noun as the dictionary has it: kitap of kitab-ı. */
static bool noun_of(struct letters *noun, const struct search *search,
    size_t count, bool vowel_next)
{
	const struct root *root =
	    roots_noun(search->parser->roots, search->at, count);

	if (root != NULL && (vowel_next || (root->flags & ROOT_CHANGED) == 0)) {
		*noun = root->dictionary;
		return true;
	}
	set_letters(noun, search->at, count);
	if (vowel_next)
		undo_change(noun);
	return false;
}

static bool ends_in_et(const unsigned char *at, size_t count)
{
	return count > 3 && at[count - 2] == 'e' &&
	       (at[count - 1] == 't' || at[count - 1] == 'd') &&
	       letters_syllables(at, count) > 1;
}

static bool verb_of(struct letters *verb, const struct search *search,
    size_t count, bool vowel_next)
{
	const struct root *root =
	    roots_verb(search->parser->roots, search->at, count);

	/* git is gid before a vowel; de, ye are di, yi before y. */
	if (root != NULL && (vowel_next || (root->flags & ROOT_CHANGED) == 0 ||
				letter_is_vowel(search->at[count - 1]))) {
		*verb = root->dictionary;
		return true;
	}
	set_letters(verb, search->at, count);
	if (vowel_next && ends_in_et(verb->at, count))
		verb->at[count - 1] = 't';
	return false;
}

static void read_stage(
    struct lemma *lemma, const struct search *search, const struct stage *stage)
{
	lemma->verb = stage->verb;
	if (stage->verb)
		(void)verb_of(
		    &lemma->letters, search, stage->count, stage->vowel_next);
	else
		(void)noun_of(
		    &lemma->letters, search, stage->count, stage->vowel_next);
}

/* Adds a meaning of which the base is known. */
static void add_path(
    struct search *search, const struct path *path, struct meaning *meaning)
{
	if (path->base.count > 0)
		read_stage(&meaning->base, search, &path->base);
	meaning->word = meaning->base;
	if (path->word.count > 0)
		read_stage(&meaning->word, search, &path->word);
	meanings_add(search->meanings, meaning);
}

/* The more the endings show, the less it costs that the root is unlisted; of
 * two ways that show as much the simpler one. */
static unsigned unknown_cost(unsigned base, const struct path *path)
{
	return base * 40 / (40 + path->pull) + path->cost / 8;
}

/* How much less likely an unlisted noun is than another. */
static unsigned doubt_of_noun(
    const struct search *search, const struct path *path)
{
	const unsigned char *at = search->at;
	size_t count = path->count;
	unsigned char last = at[count - 1];
	size_t syllables = letters_syllables(at, count);
	unsigned doubt = 0;

	if (letter_is_high(last) && syllables > 1)
		doubt += RARE_END;
	if (count == search->count)
		return doubt;
	if (path->fronted != 0)
		doubt += LOANED;
	if (syllables < 2)
		doubt += ONE_SYLLABLE;
	if (!path->vowel_next)
		return doubt;
	if (last == 'c' || last == 'd')
		doubt += RARE_END;
	if (!letters_end_well(at[count - 2], last))
		doubt += RESTORED;
	if (letter_is_vowel(at[count - 2]) &&
	    (last == 's' || last == 'n' || last == 'y'))
		doubt += BUFFER_END;
	return doubt;
}

/* Loans that end so often take front vowels: saat, hayal, kalp. */
static bool may_be_fronted(const unsigned char *at, size_t count)
{
	unsigned char last = at[count - 1];

	return last == 'l' || last == 't' || last == 'k' ||
	       letters_last_vowel(at, count) == LETTER_A_HAT ||
	       letters_last_vowel(at, count) == LETTER_U_HAT;
}

/* Whether letters can be a noun that is not listed. */
static bool may_be_noun(const struct search *search, const struct path *path)
{
	const unsigned char *at = search->at;
	size_t count = path->count;

	if (count == search->count)
		return true;
	if (count < 3 || path->known_only || letters_syllables(at, count) == 0)
		return false;
	if (at[count - 1] == at[count - 2])
		return false;
	return path->vowel_next ||
	       letters_end_well(at[count - 2], at[count - 1]);
}

/* A strengthened adjective has the plain one as its base. */
static bool strengthen(
    struct meaning *meaning, struct search *search, const struct path *path)
{
	size_t first = doubled_letters(search->at, path->count);
	const struct root *root;

	if (first == 0 || path->count != search->count)
		return false;
	root = roots_noun(
	    search->parser->roots, search->at + first, path->count - first);
	if (root == NULL)
		return false;
	meaning->word = meaning->base;
	meaning->base.letters = root->dictionary;
	meaning->known = true;
	meaning->cost = path->cost;
	meanings_add(search->meanings, meaning);
	return true;
}

static void finish_noun(struct search *search, const struct path *path)
{
	const struct root *root =
	    roots_noun(search->parser->roots, search->at, path->count);
	struct meaning meaning = { 0 };
	bool whole = path->count == search->count;

	if (path->fronted != 0 && path->fronted != path->count)
		return;
	meaning.cost = path->cost;
	meaning.whole = whole;
	meaning.known = noun_of(
	    &meaning.base.letters, search, path->count, path->vowel_next);
	if (meaning.known) {
		if (path->fronted != 0 && (root->flags & ROOT_FRONT) == 0)
			return;
		if (!whole && (root->flags & ROOT_CLOSED) != 0 &&
		    path->count < 3)
			return;
		if (!whole && (root->flags & ROOT_CLOSED) != 0)
			meaning.cost += CLOSED_INFLECTED;
		if ((root->flags & ROOT_CHANGED) != 0)
			meaning.cost += CHANGED;
		if (!whole && path->count < 3)
			meaning.cost += SHORT;
	} else {
		/* muşmula is no order. */
		if (!may_be_noun(search, path) ||
		    (path->base.verb && path->base.count == search->count))
			return;
		if (path->fronted != 0 &&
		    !may_be_fronted(search->at, path->count))
			return;
		meaning.cost = unknown_cost(UNKNOWN_NOUN, path) +
			       doubt_of_noun(search, path);
	}
	meaning.known &= meaning.cost <= KNOWN_MOST;
	if (!meaning.known && strengthen(&meaning, search, path))
		return;
	add_path(search, path, &meaning);
}

static void finish_verb(struct search *search, const struct path *path)
{
	const unsigned char *at = search->at;
	size_t count = path->count;
	struct meaning meaning = { 0 };

	if (path->fronted != 0 || count < 2)
		return;
	meaning.base.verb = true;
	meaning.known =
	    verb_of(&meaning.base.letters, search, count, path->vowel_next);
	meaning.whole = count == search->count;
	meaning.cost = path->cost + (meaning.known && count < 3 ? 1 : 0);
	if (!meaning.known) {
		bool compound = ends_in_et(at, count);

		if (count < 3 || path->known_only ||
		    path->pull < PULL_OF_VERB ||
		    letters_syllables(at, count) == 0)
			return;
		if (!compound &&
		    (strchr("bcdg", at[count - 1]) != NULL ||
			at[count - 1] == LETTER_SOFT_G ||
			at[count - 1] == at[count - 2] ||
			!letters_end_well(at[count - 2], at[count - 1])))
			return;
		meaning.cost = compound ? COMPOUND_VERB + path->cost / 8
					: unknown_cost(UNKNOWN_VERB, path);
		if (letters_syllables(at, count) < 2)
			meaning.cost += ONE_SYLLABLE;
	}
	add_path(search, path, &meaning);
}

/* Whether the letters before an ending are what it needs. */
static bool is_met(const struct search *search, enum need need, size_t count)
{
	unsigned char last = search->at[count - 1];
	const struct root *root;

	switch (need) {
	case NEED_NOTHING:
	case NEED_NARROW:
		return true;
	case NEED_HIGH:
		return letter_is_high(last);
	case NEED_IR:
	case NEED_AR:
		if (letter_is_vowel(last))
			return false;
		/* kaybed-er, but öğret-ir. */
		if (ends_in_et(search->at, count))
			return true;
		if (letters_syllables(search->at, count) > 1)
			return need == NEED_IR;
		root = roots_verb(search->parser->roots, search->at, count);
		return (need == NEED_IR) ==
		       (root != NULL && (root->flags & ROOT_HIGH) != 0);
	case NEED_LIQUID:
		return letter_is_vowel(last) || last == 'r' || last == 'l';
	case NEED_NO_L:
		return last != 'l';
	}
	return true;
}

/* The step over one ending; false if it is not there. */
static bool step(struct path *next, const struct search *search,
    const struct path *path, size_t index, bool buffered)
{
	const struct ending *ending = &turkish_endings[index];
	const struct shape *shape = &search->parser->shapes[index];
	enum fit fit = FIT_WELL;
	struct stage stage;
	size_t rest = path->count;

	if (shape->count > 0) {
		fit =
		    shape_fit(&rest, shape, buffered, search->at, path->count);
		if (fit == FIT_NOT || !is_met(search, ending->need, rest))
			return false;
		if (fit == FIT_FRONTED && path->fronted != 0)
			return false;
	} else if (buffered) {
		return false;
	}
	*next = *path;
	next->place = ending->to;
	next->count = rest;
	next->cost += ending->cost;
	next->pull += ending->pull;
	next->known_only |= (ending->flags & ENDING_KNOWN) != 0;
	if (shape->count > 0)
		next->vowel_next = letter_is_vowel(search->at[rest]);
	if (fit == FIT_FRONTED)
		next->fronted = rest;
	if ((ending->flags & (ENDING_APART | ENDING_OWN)) == 0)
		return true;
	stage = (struct stage){ path->count, ending->from == VERB_STEM,
		path->vowel_next };
	if (path->word.count == 0)
		next->word = stage;
	if ((ending->flags & ENDING_OWN) != 0 && path->base.count == 0)
		next->base = stage;
	return true;
}

/* başlıyor: as if başla-yor were written. */
static void widen(struct path *path, struct search *search)
{
	size_t last = path->count++;
	unsigned char vowel = letters_last_vowel(search->at, last);

	search->at[last] = vowel == 0 ? 'e' : letter_low_after(vowel);
	path->vowel_next = false;
}

static void walk(struct search *search, const struct path *path)
{
	const struct parser *parser = search->parser;
	size_t end = parser->first[path->place + 1];
	struct path next;
	size_t i;
	int buffered;

	if (path->place == NOUN_STEM)
		finish_noun(search, path);
	else if (path->place == VERB_STEM)
		finish_verb(search, path);
	for (i = parser->first[path->place]; i < end; i++)
		for (buffered = 0; buffered < 2; buffered++) {
			unsigned char letter;

			if (!step(&next, search, path, i, buffered != 0))
				continue;
			walk(search, &next);
			if (turkish_endings[i].need != NEED_NARROW)
				continue;
			letter = search->at[next.count];
			widen(&next, search);
			walk(search, &next);
			search->at[next.count - 1] = letter;
		}
}

const struct roots *parser_roots(const struct parser *parser)
{
	return parser->roots;
}

void parser_read(struct meanings *meanings, const struct parser *parser,
    const struct letters *word)
{
	struct search search = { .parser = parser, .meanings = meanings };
	struct path path = { .place = WORD, .count = word->count };
	const struct root *root =
	    roots_noun(parser->roots, word->at, word->count);

	meanings->count = 0;
	if (root != NULL && (root->flags & ROOT_CLOSED) != 0) {
		struct meaning meaning = { .known = true };

		meaning.word.letters = root->dictionary;
		meaning.base = meaning.word;
		meanings_add(meanings, &meaning);
		return;
	}
	memcpy(search.at, word->at, word->count);
	search.count = word->count;
	walk(&search, &path);
	meanings_choose(meanings);
}
