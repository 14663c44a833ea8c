#include "search/turkish_roots.h"

#include "base/arena.h"
#include "search/turkish_lexicon.h"

#include <stdlib.h>
#include <string.h>

struct table {
	uint32_t *slots;   /* index + 1 into items; 0: free */
	size_t slot_count; /* a power of two */
	struct root *items;
	size_t count;
};

struct roots {
	struct arena arena;
	struct table nouns, verbs;
};

/* With room for each word as it is and changed. */
static void open_table(
    struct table *table, struct arena *arena, const struct root_list *lists)
{
	size_t words = 0;
	struct text rest, word;

	for (; lists->words != NULL; lists++) {
		rest = text_from(lists->words);
		while (text_word(&word, &rest))
			words++;
	}
	words += 8; /* that are put in singly */
	table->items = arena_array(arena, struct root, 2 * words);
	table->slot_count = 1;
	while (table->slot_count < 4 * words)
		table->slot_count *= 2;
	table->slots = arena_array(arena, uint32_t, table->slot_count);
}

static size_t slot_of(
    const struct table *table, const unsigned char *at, size_t count)
{
	uint32_t hash = 2166136261U; /* FNV-1a */
	size_t i;

	for (i = 0; i < count; i++)
		hash = (hash ^ at[i]) * 16777619U;
	return (hash ^ hash >> 15) & (table->slot_count - 1);
}

static struct root *find(
    const struct table *table, const unsigned char *at, size_t count)
{
	size_t slot = slot_of(table, at, count);

	while (table->slots[slot] != 0) {
		struct root *root = &table->items[table->slots[slot] - 1];

		if (root->surface.count == count &&
		    memcmp(root->surface.at, at, count) == 0)
			return root;
		slot = (slot + 1) & (table->slot_count - 1);
	}
	return NULL;
}

/* The first entry of a surface keeps its place. */
static void put(struct table *table, const struct letters *surface,
    const struct letters *dictionary, unsigned flags)
{
	struct root *root = find(table, surface->at, surface->count);
	size_t slot = slot_of(table, surface->at, surface->count);

	if (root != NULL) {
		if ((flags & ROOT_CHANGED) == 0)
			root->flags |= flags;
		return;
	}
	root = &table->items[table->count++];
	root->surface = *surface;
	root->dictionary = *dictionary;
	root->flags = flags;
	while (table->slots[slot] != 0)
		slot = (slot + 1) & (table->slot_count - 1);
	table->slots[slot] = (uint32_t)table->count;
}

static unsigned flags_of(enum root_kind kind)
{
	switch (kind) {
	case ROOTS_FRONT:
		return ROOT_FRONT;
	case ROOTS_CLOSED:
		return ROOT_CLOSED;
	case ROOTS_HIGH:
		return ROOT_HIGH;
	case ROOTS_PLAIN:
	case ROOTS_SOFT:
	case ROOTS_DROP:
	case ROOTS_DOUBLE:
	case ROOTS_PRONOUN:
		break;
	}
	return 0;
}

/* How a root looks before a vowel; false if as everywhere. */
static bool change(struct letters *changed, enum root_kind kind)
{
	size_t count = changed->count;
	unsigned char *last = &changed->at[count - 1];
	unsigned char soft = letter_softened(*last);

	switch (kind) {
	case ROOTS_DROP: /* nakit, nakd-i; but akıl, akl-ı */
		last[-1] = soft == 'd' || soft == 'b' ? soft : *last;
		changed->count--;
		return true;
	case ROOTS_DOUBLE: /* tıp, tıbb-ı */
		*last = soft == 'b' ? soft : *last;
		last[1] = *last;
		changed->count++;
		return true;
	case ROOTS_PLAIN:
	case ROOTS_FRONT:
	case ROOTS_HIGH:
		if (letters_syllables(changed->at, count) < 2)
			return false;
		break;
	case ROOTS_SOFT:
		break;
	case ROOTS_CLOSED:
	case ROOTS_PRONOUN:
		return false;
	}
	if (soft == *last)
		return false;
	/* renk, reng-i */
	*last = *last == 'k' && last[-1] == 'n' ? 'g' : soft;
	return true;
}

static void put_changed(
    struct table *table, const struct letters *root, enum root_kind kind)
{
	const struct root *plain = find(table, root->at, root->count);
	struct letters surface = *root;
	unsigned flags = ROOT_CHANGED;

	if (root->count < 2 || root->count + 1 > LETTERS_MOST ||
	    !change(&surface, kind))
		return;
	if (plain != NULL)
		flags |= plain->flags & ROOT_FRONT;
	/* vakit, vakt-i: its endings go with the vowel that is lost. */
	if (letter_low_after(letters_last_vowel(root->at, root->count)) !=
	    letter_low_after(letters_last_vowel(surface.at, surface.count)))
		flags |= ROOT_FRONT;
	put(table, &surface, root, flags);
	/* nakdi and nakti, kaydı: both are met. */
	if (kind == ROOTS_DROP) {
		surface.at[surface.count - 1] = root->at[root->count - 1];
		put(table, &surface, root, flags);
	}
}

static void read_list(
    struct table *table, const struct root_list *list, bool changed)
{
	struct text rest = text_from(list->words);
	struct letters root, first = { 0 };
	struct text word;

	while (text_word(&word, &rest)) {
		if (!letters_read(&root, word) || root.count == 0)
			continue;
		if (changed)
			put_changed(table, &root, list->kind);
		else if (list->kind != ROOTS_PRONOUN)
			put(table, &root, &root, flags_of(list->kind));
		else if (first.count > 0)
			put(table, &root, &first, ROOT_CLOSED);
		else
			put(table, &root, &root, 0);
		if (first.count == 0)
			first = root;
	}
}

static void put_single(
    struct table *table, const char *surface, const char *dictionary)
{
	struct letters from, to;

	if (letters_read(&from, text_from(surface)) &&
	    letters_read(&to, text_from(dictionary)))
		put(table, &from, &to, ROOT_CHANGED);
}

struct roots *roots_new(void)
{
	struct roots *roots = memory_new(sizeof(*roots));
	const struct root_list *list;

	memset(roots, 0, sizeof(*roots));
	open_table(&roots->nouns, &roots->arena, turkish_nouns);
	open_table(&roots->verbs, &roots->arena, turkish_verbs);
	for (list = turkish_nouns; list->words != NULL; list++)
		read_list(&roots->nouns, list, false);
	for (list = turkish_nouns; list->words != NULL; list++)
		read_list(&roots->nouns, list, true);
	for (list = turkish_verbs; list->words != NULL; list++) {
		read_list(&roots->verbs, list, false);
		/* Other verbs are not softened: bat-ar, yarat-ır. */
		if (list->kind == ROOTS_SOFT)
			read_list(&roots->verbs, list, true);
	}
	put_single(&roots->nouns, "suy", "su");
	put_single(&roots->nouns, "ney", "ne");
	put_single(&roots->verbs, "di", "de");
	put_single(&roots->verbs, "yi", "ye");
	return roots;
}

void roots_free(struct roots *roots)
{
	if (roots == NULL)
		return;
	arena_release(&roots->arena);
	free(roots);
}

const struct root *roots_noun(
    const struct roots *roots, const unsigned char *at, size_t count)
{
	return find(&roots->nouns, at, count);
}

const struct root *roots_verb(
    const struct roots *roots, const unsigned char *at, size_t count)
{
	return find(&roots->verbs, at, count);
}
