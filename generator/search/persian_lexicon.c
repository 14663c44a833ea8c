#include "search/persian_lexicon.h"

#include "base/arena.h"
#include "search/persian_words.h"

#include <stdlib.h>

struct persian_lexicon {
	struct arena arena;
	struct slot {
		struct text word;
		struct persian_lexeme *lexeme;
	} *slots;
};

enum {
	SLOTS = 1 << 13, /* twice as many as there are words, or more */
	ALEF = 0x627,
	WAW = 0x648,
	HEH = 0x647,
	YEH = 0x6CC,
	KEHEH = 0x6A9,
	HAMZA = 0x621,
	YEH_HAMZA = 0x626,
	TATWEEL = 0x640,
	ZWNJ = 0x200C,
	ZWJ = 0x200D
};

/* Letters that are written one for the other. */
static const struct {
	uint32_t from, to;
} letters[] = {
	{ 0x623, ALEF }, /* with hamza */
	{ 0x625, ALEF },
	{ 0x671, ALEF }, /* wasla */
	{ 0x624, WAW },	 /* with hamza */
	{ YEH_HAMZA, YEH },
	{ 0x64A, YEH },	  /* Arabic */
	{ 0x649, YEH },	  /* without dots */
	{ 0x6D2, YEH },	  /* barree */
	{ 0x643, KEHEH }, /* Arabic */
	{ 0x629, HEH },	  /* teh marbuta */
	{ 0x6C0, HEH },	  /* with yeh above */
	{ 0x6C1, HEH },	  /* goal */
	{ 0x6BE, HEH },	  /* with two eyes */
	{ 0x6D5, HEH },
};

static uint32_t letter_plain(uint32_t code)
{
	size_t i;

	for (i = 0; i < sizeof(letters) / sizeof(*letters); i++)
		if (letters[i].from == code)
			return letters[i].to;
	if (code >= 0x660 && code <= 0x669)
		return code - 0x660 + '0';
	if (code >= 0x6F0 && code <= 0x6F9)
		return code - 0x6F0 + '0';
	return code;
}

static bool is_mark(uint32_t code)
{
	return (code >= 0x64B && code <= 0x65F) || code == 0x670 ||
	       code == TATWEEL;
}

struct text persian_plain(struct arena *arena, struct text word)
{
	/* Malformed bytes grow: four for one is enough for all. */
	char *bytes = arena_array(arena, char, word.length * 4 + 1);
	uint32_t last = PERSIAN_JOINER;
	size_t length = 0;
	size_t at = 0;

	while (at < word.length) {
		uint32_t code = text_decode(word, &at);
		uint32_t plain = letter_plain(code);
		bool ends = at == word.length;

		if (code == TEXT_MALFORMED || is_mark(code))
			continue;
		if (code == ZWNJ || code == ZWJ)
			plain = PERSIAN_JOINER;
		if (plain == PERSIAN_JOINER && last == PERSIAN_JOINER)
			continue;
		/* mas'ul is written with one waw or two; ashya' with a hamza
		 * or without. */
		if (code == HAMZA && (last == ALEF || last == YEH) && ends)
			continue;
		if (code == YEH_HAMZA && !ends) {
			size_t next = at;

			if (text_decode(word, &next) == WAW)
				plain = WAW;
		}
		length += text_encode(bytes + length, plain);
		last = plain;
	}
	if (length > 0 && bytes[length - 1] == PERSIAN_JOINER)
		length--;
	return (struct text){ bytes, length };
}

struct text persian_join(struct arena *arena, struct text plain)
{
	char *bytes;
	size_t length = 0;
	size_t i;

	if (text_find_char(plain, PERSIAN_JOINER, 0) == TEXT_NONE)
		return plain;
	bytes = arena_array(arena, char, plain.length);
	for (i = 0; i < plain.length; i++)
		if (plain.at[i] != PERSIAN_JOINER)
			bytes[length++] = plain.at[i];
	return (struct text){ bytes, length };
}

static struct slot *slot_of(
    const struct persian_lexicon *lexicon, struct text word)
{
	uint32_t hash = 2166136261U; /* FNV-1a */
	size_t i;

	for (i = 0; i < word.length; i++)
		hash = (hash ^ (unsigned char)word.at[i]) * 16777619U;
	hash ^= hash >> 15;
	while (lexicon->slots[hash % SLOTS].lexeme != NULL &&
	       !text_equal(lexicon->slots[hash % SLOTS].word, word))
		hash++;
	return &lexicon->slots[hash % SLOTS];
}

const struct persian_lexeme *persian_lexicon_find(
    const struct persian_lexicon *lexicon, struct text word)
{
	return slot_of(lexicon, word)->lexeme;
}

static struct text plain_word(struct persian_lexicon *lexicon, struct text word)
{
	return persian_join(
	    &lexicon->arena, persian_plain(&lexicon->arena, word));
}

static struct persian_lexeme *lexeme_of(
    struct persian_lexicon *lexicon, struct text word)
{
	struct text plain = plain_word(lexicon, word);
	struct slot *slot = slot_of(lexicon, plain);

	if (slot->lexeme == NULL) {
		slot->word = plain;
		slot->lexeme =
		    arena_new(&lexicon->arena, struct persian_lexeme);
	}
	return slot->lexeme;
}

static void add_verb(const struct persian_verb *list[PERSIAN_READINGS],
    const struct persian_verb *verb)
{
	size_t i;

	for (i = 0; i < PERSIAN_READINGS && list[i] != verb; i++)
		if (list[i] == NULL) {
			list[i] = verb;
			return;
		}
}

/* The last letter is of two bytes, as all of them are. */
static struct text without_last(struct text word)
{
	return text_slice(word, 0, word.length - 2);
}

static void add_verbs(struct persian_lexicon *lexicon)
{
	const struct persian_verb *verb;

	for (verb = persian_verbs; verb->infinitive != NULL; verb++) {
		struct text infinitive = text_from(verb->infinitive);
		struct text past = without_last(infinitive);
		struct text rest = text_from(verb->present);
		struct text stem;

		add_verb(lexeme_of(lexicon, past)->past, verb);
		/* resand, resanid */
		if (text_ends(past, TEXT("اند")) && past.length > 6) {
			struct text both[] = { without_last(past), TEXT("ید") };

			past = text_join(&lexicon->arena, both, 2);
			add_verb(lexeme_of(lexicon, past)->past, verb);
		}
		while (text_word(&stem, &rest))
			add_verb(lexeme_of(lexicon, stem)->present, verb);
	}
}

static void add_forms(struct persian_lexicon *lexicon)
{
	const struct persian_forms *row;

	for (row = persian_forms; row->word != NULL; row++) {
		struct text rest = text_from(row->forms);
		struct text lemma = plain_word(lexicon, text_from(row->word));
		struct persian_lexeme *own = lexeme_of(lexicon, lemma);
		struct text form;

		own->forms[own->forms[0].length > 0 ? 1 : 0] = rest;
		while (text_word(&form, &rest)) {
			bool related = form.at[0] == '~';
			struct persian_lexeme *lexeme = lexeme_of(
			    lexicon, text_after(form, related ? 1 : 0));

			if (related) {
				lexeme->related = lemma;
				lexeme->whole = true;
			} else if (lexeme->lemmas[0].length == 0) {
				lexeme->lemmas[0] = lemma;
			} else {
				lexeme->lemmas[1] = lemma;
			}
		}
	}
}

/* flag: where a lexeme notes that it is in the list. */
static void add_list(
    struct persian_lexicon *lexicon, const char *const *lines, size_t flag)
{
	for (; *lines != NULL; lines++) {
		struct text rest = text_from(*lines);
		struct text word;

		while (text_word(&word, &rest)) {
			char *lexeme = (char *)lexeme_of(lexicon, word);

			*(bool *)(lexeme + flag) = true;
		}
	}
}

struct persian_lexicon *persian_lexicon_open(void)
{
	static const struct {
		const char *const *lines;
		size_t flag;
	} lists[] = {
		{ persian_function_words,
		    offsetof(struct persian_lexeme, function) },
		{ persian_whole, offsetof(struct persian_lexeme, whole) },
		{ persian_whole_i, offsetof(struct persian_lexeme, whole_i) },
		{ persian_also_nouns,
		    offsetof(struct persian_lexeme, also_noun) },
		{ persian_indefinite,
		    offsetof(struct persian_lexeme, indefinite) },
		{ persian_possessed,
		    offsetof(struct persian_lexeme, possessed) },
		{ persian_plural_e, offsetof(struct persian_lexeme, drops_e) },
	};
	struct persian_lexicon *lexicon = memory_new(sizeof(*lexicon));
	size_t i;

	*lexicon = (struct persian_lexicon){ 0 };
	lexicon->slots = arena_array(&lexicon->arena, struct slot, SLOTS);
	add_verbs(lexicon);
	add_forms(lexicon);
	for (i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		add_list(lexicon, lists[i].lines, lists[i].flag);
	return lexicon;
}

void persian_lexicon_close(struct persian_lexicon *lexicon)
{
	if (lexicon == NULL)
		return;
	arena_release(&lexicon->arena);
	free(lexicon);
}
