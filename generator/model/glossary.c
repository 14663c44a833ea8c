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

/* One way to say a concept. */
struct form {
	struct folded words;
};

struct forms {
	struct form *items;
	size_t count;
	size_t capacity;
};

struct glossary_language {
	const char *language; /* for lower case */
	struct forms *concepts;
	size_t count;
};

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
			if (words_count(part) > 0)
				list_add(arena, &language->concepts[i])
				    ->words = fold(
				    arena, part, language->language);
	}
	return language;
}

/* The first letters of a word: `part` fifths of them, four at least, if it
 * has so many. */
static struct text stem(struct text word, size_t fifths)
{
	size_t letters = text_count(word), at = 0;
	size_t wanted = (letters * fifths + 4) / 5;

	if (wanted < 4)
		wanted = letters < 4 ? letters : 4;
	while (wanted-- > 0)
		(void)text_decode(word, &at); /* only at is wanted */
	return text_slice(word, 0, at);
}

/* Longer words are compounds, and other concepts. */
enum { ENDING_LONGEST = 6 };

static bool surely_is(struct text word, struct text term)
{
	return text_starts(word, stem(term, 4)) &&
	    text_count(word) <= text_count(term) + ENDING_LONGEST;
}

/* How many words the longest form has that stands at the at-th word, none of
 * them taken; 0 if none does. */
static size_t stands_at(const struct forms *forms, const struct folded *words,
    const bool *taken, size_t at)
{
	size_t longest = 0, i, j;

	for (i = 0; i < forms->count; i++) {
		const struct folded *term = &forms->items[i].words;

		for (j = 0; j < term->count && at + j < words->count &&
		     !taken[at + j] &&
		     surely_is(words->items[at + j], term->items[j]);
		     j++)
			;
		if (j == term->count && j > longest)
			longest = j;
	}
	return longest;
}

size_t glossary_find(size_t *found, const struct glossary_language *language,
    struct text text)
{
	struct arena scratch = { 0 };
	struct folded words = fold(&scratch, text, language->language);
	bool *taken = arena_array(&scratch, bool, words.count);
	bool *named = arena_array(&scratch, bool, language->count);
	size_t count = 0, length, i, at;

	/* Terms of many words first. */
	for (length = 6; length > 0; length--)
		for (i = 0; i < language->count; i++)
			for (at = 0; at < words.count; at++) {
				if (stands_at(&language->concepts[i], &words,
					taken, at) != length)
					continue;
				memset(taken + at, true, length);
				named[i] = true;
			}
	for (i = 0; i < language->count; i++)
		if (named[i])
			found[count++] = i;
	arena_release(&scratch);
	return count;
}

/* Whether all words of a form are somewhere in words. */
static bool holds(const struct folded *words, const struct folded *form)
{
	size_t i, j;

	for (i = 0; i < form->count; i++) {
		struct text part = stem(form->items[i], 3);

		for (j = 0; j < words->count &&
		     text_find(words->items[j], part, 0) == TEXT_NONE;
		     j++)
			;
		if (j == words->count)
			return false;
	}
	return true;
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
		uses = holds(&words, &forms->items[i].words);
	arena_release(&scratch);
	return uses;
}
