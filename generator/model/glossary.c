#include "model/glossary.h"

#include "base/arena.h"
#include "base/list.h"
#include "base/unicode.h"
#include "model/words.h"
#include "read/front.h"

#include <string.h>

/* Words of a text or term, ready to be compared. */
struct folded {
	struct text *items;
	size_t count;
};

/* A word of a term, and the letters that are enough to know it by. */
struct stem {
	struct text sure;     /* four fifths of them */
	struct text possible; /* three fifths */
	size_t longest; /* longer words, in letters, are compounds, and other
	                   concepts */
};

/* One way to say a concept. */
struct form {
	size_t concept;
	struct stem *stems;
	size_t count;
};

struct forms {
	struct form *items;
	size_t count;
	size_t capacity;
};

/* Terms by the first letter of their first word, so that few are compared. */
enum { BUCKETS = 64 };

struct glossary_language {
	const char *language; /* for lower case */
	struct forms *concepts;
	size_t count;
	struct forms buckets[BUCKETS]; /* all, by their first word */
};

enum { ENDING_LONGEST = 6 };

static void read_concept(struct glossary *glossary, struct arena *arena,
    const struct front_node *node)
{
	struct glossary_concept *concept = list_add(arena, glossary);
	size_t i;

	for (i = 0; i < node->count; i++) {
		const struct front_node *item = &node->items[i];

		if (item->kind != FRONT_SCALAR)
			continue;
		if (text_equal(item->key, TEXT("id")))
			concept->id = item->value;
		else if (!text_equal(item->key, TEXT("note")))
			*list_add(arena, concept) = (struct glossary_term){
				item->key, unicode_nfc(arena, item->value)
			};
	}
}

bool glossary_read(struct glossary *glossary, struct arena *arena,
    struct report *report, const struct source *source)
{
	struct front_node root = { 0 };
	size_t i, j;

	if (!front_parse_file(&root, arena, report, source))
		return false;
	for (i = 0; i < root.count; i++) {
		const struct front_node *list = &root.items[i];

		if (!text_equal(list->key, TEXT("concepts")) ||
		    list->kind != FRONT_SEQUENCE) {
			report_add(report, MESSAGE_YAML_KIND,
			    ((struct place){ source, list->key_offset }),
			    list->key, TEXT("'concepts', with a list"));
			return false;
		}
		for (j = 0; j < list->count; j++)
			read_concept(glossary, arena, &list->items[j]);
	}
	return true;
}

struct text glossary_term(const struct glossary_concept *concept,
    struct text tag)
{
	size_t i;

	for (i = 0; i < concept->count; i++)
		if (text_equal(concept->items[i].tag, tag))
			return concept->items[i].text;
	return (struct text){ 0 };
}

/* Without joiners, which some write and others do not. */
static struct text without_joiners(struct arena *arena, struct text word)
{
	char *bytes = arena_alloc(arena, word.length + 1);
	size_t length = 0, at = 0, start = 0;

	while (at < word.length) {
		uint32_t code;

		start = at;
		code = text_decode(word, &at);
		if (code == 0x200C || code == 0x200D)
			continue;
		memcpy(bytes + length, word.at + start, at - start);
		length += at - start;
	}
	return (struct text){ bytes, length };
}

static struct folded fold(struct arena *arena, struct text text,
    const char *language)
{
	struct text lower = unicode_lower(arena, text, language), word;
	struct folded folded = { .items = arena_array(arena, struct text,
				     words_count(lower)) };
	size_t at = 0;

	while (words_next(&word, lower, &at))
		folded.items[folded.count++] = without_joiners(arena, word);
	return folded;
}

static bool is_hangul(struct text word)
{
	size_t at = 0;
	uint32_t code = text_decode(word, &at);

	return code >= 0xAC00 && code <= 0xD7A3;
}

/* The first letters of a word: so many fifths of them, but at least `least`,
 * if it has so many. */
static struct text beginning(struct text word, size_t fifths, size_t least)
{
	size_t letters = text_count(word), at = 0;
	size_t wanted = (letters * fifths + 4) / 5;

	if (wanted < least)
		wanted = letters < least ? letters : least;
	while (wanted-- > 0)
		(void)text_decode(word, &at); /* only at is wanted */
	return text_slice(word, 0, at);
}

/* Enough letters that a word may be an inflected or derived form of a term. A
 * Korean syllable is two or three letters, and verbs lose their ending. */
static struct text possible(struct text word)
{
	static const struct text ending = { "\xEB\x8B\xA4", 3 }; /* 다 */

	if (!is_hangul(word))
		return beginning(word, 3, 4);
	if (text_ends(word, ending) && word.length > ending.length)
		return text_slice(word, 0, word.length - ending.length);
	return beginning(word, 3, 2);
}

static size_t bucket_of(struct text word)
{
	size_t at = 0;

	return text_decode(word, &at) % BUCKETS;
}

/* A term without what explains it: "order (purchase)". */
static struct text without_note(struct text term)
{
	size_t open = text_find_char(term, '(', 0);

	return open == TEXT_NONE ? term : text_slice(term, 0, open);
}

static void add_form(struct glossary_language *language, struct arena *arena,
    size_t concept, struct text term)
{
	struct folded words =
	    fold(arena, without_note(term), language->language);
	struct form form = { concept, NULL, words.count };
	size_t i;

	if (words.count == 0)
		return;
	form.stems = arena_array(arena, struct stem, words.count);
	for (i = 0; i < words.count; i++)
		form.stems[i] = (struct stem){
			beginning(words.items[i], 4, 4),
			possible(words.items[i]),
			text_count(words.items[i]) + ENDING_LONGEST };
	*list_add(arena, &language->concepts[concept]) = form;
	*list_add(arena, &language->buckets[bucket_of(words.items[0])]) =
	    form;
}

struct glossary_language *glossary_language(struct arena *arena,
    const struct glossary *glossary, struct text tag)
{
	struct glossary_language *language =
	    arena_new(arena, struct glossary_language);
	size_t i;

	language->language = text_equal(tag, TEXT("tr")) ? "tr" : "";
	language->concepts =
	    arena_array(arena, struct forms, glossary->count);
	language->count = glossary->count;
	for (i = 0; i < glossary->count; i++) {
		struct text rest = glossary_term(&glossary->items[i], tag);
		struct text part;

		while (text_cut(&part, &rest, ','))
			add_form(language, arena, i, part);
	}
	return language;
}

static bool stands(const struct form *form, const struct folded *words,
    size_t at)
{
	size_t i;

	for (i = 0; i < form->count; i++)
		if (at + i >= words->count ||
		    !text_starts(words->items[at + i], form->stems[i].sure) ||
		    text_count(words->items[at + i]) > form->stems[i].longest)
			return false;
	return true;
}

size_t glossary_find(size_t *found, const struct glossary_language *language,
    struct text text)
{
	struct arena scratch = { 0 };
	struct folded words = fold(&scratch, text, language->language);
	bool *named = arena_array(&scratch, bool, language->count);
	size_t count = 0, at = 0, i;

	while (at < words.count) {
		const struct forms *forms =
		    &language->buckets[bucket_of(words.items[at])];
		const struct form *longest = NULL;

		for (i = 0; i < forms->count; i++)
			if ((longest == NULL ||
				forms->items[i].count > longest->count) &&
			    stands(&forms->items[i], &words, at))
				longest = &forms->items[i];
		if (longest != NULL)
			named[longest->concept] = true;
		at += longest != NULL ? longest->count : 1;
	}
	for (i = 0; i < language->count; i++)
		if (named[i])
			found[count++] = i;
	arena_release(&scratch);
	return count;
}

/* Whether one word of a form is somewhere in words: the others may be put
 * otherwise, "verbally abusive" for "verbal abuse". */
static bool holds(const struct folded *words, const struct form *form)
{
	size_t i, j;

	for (i = 0; i < form->count; i++)
		for (j = 0; j < words->count; j++)
			if (text_find(words->items[j],
				form->stems[i].possible, 0) != TEXT_NONE)
				return true;
	return false;
}

bool glossary_uses(const struct glossary_language *language, size_t concept,
    struct text text)
{
	const struct forms *forms = &language->concepts[concept];
	struct arena scratch = { 0 };
	struct folded words;
	bool uses = forms->count == 0;
	size_t i;

	if (uses)
		return true;
	words = fold(&scratch, text, language->language);
	for (i = 0; i < forms->count && !uses; i++)
		uses = holds(&words, &forms->items[i]);
	arena_release(&scratch);
	return uses;
}
