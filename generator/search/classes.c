#include "search/classes.h"

#include "base/list.h"
#include "search/fold.h"
#include "search/split.h"

#include <stdlib.h>
#include <string.h>

static struct text key_of(const struct classes *classes, struct arena *arena,
    uint32_t language, struct text key)
{
	if (language == 0)
		return key;
	return text_join(arena,
	    (struct text[]){ classes->lexicon->languages[language].tag,
		TEXT("\1"), key },
	    3);
}

size_t classes_known(const struct classes *classes, struct text key)
{
	size_t found = (size_t)(uintptr_t)table_get(&classes->keys, key);

	if (found == 0 || !classes->classes.items[found - 1].has_words)
		return TEXT_NONE;
	return found - 1;
}

uint32_t classes_add(struct classes *classes, uint32_t language,
    struct text key, struct text loose)
{
	struct text own = key_of(classes, classes->arena, language, key);
	size_t found = (size_t)(uintptr_t)table_get(&classes->keys, own);
	struct class *class;

	if (found > 0)
		return (uint32_t)(found - 1);
	class = list_add(classes->arena, &classes->classes);
	class->key = own;
	class->loose = key_of(classes, classes->arena, language, loose);
	class->language = language;
	(void)table_put(&classes->keys, classes->arena, own,
	    (void *)(uintptr_t)classes->classes.count);
	return (uint32_t)(classes->classes.count - 1);
}

/* Folds text that is one word; false if it is none or several. */
static bool word_fold(const struct classes *classes, struct fold_word *word,
    uint32_t language, struct text text)
{
	unsigned flags = classes->lexicon->languages[language].language->fold;
	struct fold_word next;
	size_t offset = 0;

	return fold_next(word, text.at, text.length, &offset, flags) &&
	    word->count > 0 &&
	    !fold_next(&next, text.at, text.length, &offset, flags);
}

/* The letters, the class and the signature as bytes that tell forms apart. */
static struct text form_key(struct arena *arena, const struct fold_word *word,
    uint32_t class)
{
	size_t size = word->count * sizeof(uint16_t);
	char *bytes = arena_alloc(arena, size + sizeof(class) + 1);

	memcpy(bytes, word->letters, size);
	memcpy(bytes + size, &class, sizeof(class));
	bytes[size + sizeof(class)] = (char)word->signature;
	return (struct text){ bytes, size + sizeof(class) + 1 };
}

static uint32_t form_add(struct classes *classes,
    const struct fold_word *word, uint32_t class)
{
	struct text key = form_key(classes->arena, word, class);
	struct text plain = text_slice(key, 0, key.length - 1);
	size_t found = (size_t)(uintptr_t)table_get(&classes->form_keys, key);
	struct form *form;
	void *number;

	if (found > 0)
		return (uint32_t)(found - 1);
	form = list_add(classes->arena, &classes->forms);
	form->class = class;
	form->signature = word->signature;
	form->count = (uint8_t)word->count;
	form->letters = (const uint16_t *)(const void *)key.at;
	number = (void *)(uintptr_t)classes->forms.count;
	(void)table_put(&classes->form_keys, classes->arena, key, number);
	(void)table_put(&classes->plain_forms, classes->arena, plain, number);
	return (uint32_t)(classes->forms.count - 1);
}

/* A form that no text has, unless the class has such a one. */
static void virtual_add(struct classes *classes, uint32_t language,
    struct text text, uint32_t class)
{
	struct fold_word word;
	struct arena scratch = { 0 };
	struct text key;

	if (!word_fold(classes, &word, language, text))
		return;
	key = form_key(&scratch, &word, class);
	if (table_get(&classes->plain_forms,
		text_slice(key, 0, key.length - 1)) == NULL) {
		/* First added: the list moves when it grows. */
		uint32_t form = form_add(classes, &word, class);

		classes->forms.items[form].is_virtual = true;
	}
	arena_release(&scratch);
}

static void readings_add(struct classes *classes, size_t number)
{
	const struct lexicon_word *word = &classes->lexicon->items[number];
	struct word_classes *found = &classes->words[number];
	struct fold_word folded;
	size_t i;

	found->forms =
	    arena_array(classes->arena, uint32_t, word->reading_count);
	if (!word_fold(classes, &folded, word->language, word->text))
		return;
	for (i = 0; i < word->reading_count; i++) {
		const struct reading *reading = &word->readings[i];
		uint32_t class = classes_add(classes, word->language,
		    reading->key, reading->loose);

		classes->classes.items[class].has_words = true;
		found->forms[found->form_count++] =
		    form_add(classes, &folded, class);
	}
}

static void others_add(struct classes *classes, size_t number)
{
	const struct lexicon_word *word = &classes->lexicon->items[number];
	const struct word_classes *found = &classes->words[number];
	size_t i;

	for (i = 0; i < word->form_count; i++) {
		const struct other_form *other = &word->forms[i];

		if (other->reading < found->form_count)
			virtual_add(classes, word->language, other->word,
			    classes->forms
				.items[found->forms[other->reading]]
				.class);
	}
}

/* A word is no part of itself. */
static void part_add(struct classes *classes, struct word_classes *found,
    uint32_t class)
{
	size_t i;

	for (i = 0; i < found->form_count; i++)
		if (classes->forms.items[found->forms[i]].class == class)
			return;
	for (i = 0; i < found->part_count; i++)
		if (found->parts[i] == class)
			return;
	found->parts[found->part_count++] = class;
}

/* A part that is no word of the guide gets a class, and is found as it is. */
static void parts_add(struct classes *classes, size_t number)
{
	const struct lexicon_word *word = &classes->lexicon->items[number];
	struct word_classes *found = &classes->words[number];
	size_t i;

	if (word->part_count > 0)
		found->parts =
		    arena_array(classes->arena, uint32_t, word->part_count);
	for (i = 0; i < word->part_count; i++) {
		struct text part = word->parts[i];
		uint32_t class =
		    classes_add(classes, word->language, part, part);

		if (!classes->classes.items[class].has_words)
			virtual_add(classes, word->language, part, class);
		part_add(classes, found, class);
	}
}

/* Of words whose parts the language does not know. */
static void splits_add(struct classes *classes, size_t number)
{
	const struct lexicon_word *word = &classes->lexicon->items[number];
	const struct language_rules *rules =
	    classes->lexicon->languages[0].language->rules;
	struct word_classes *found = &classes->words[number];
	uint32_t pieces[SPLIT_PIECES];
	size_t count, i, j;

	if (rules == NULL || rules->part == 0 || word->language != 0 ||
	    word->part_count > 0)
		return;
	for (i = 0; i < word->reading_count; i++) {
		count = split_key(
		    pieces, classes, word->readings[i].key, rules->part);
		if (count > 0 && found->parts == NULL)
			found->parts = arena_array(classes->arena, uint32_t,
			    word->reading_count * SPLIT_PIECES);
		for (j = 0; j < count; j++)
			part_add(classes, found, pieces[j]);
	}
}

/* How many sections have each form. */
static void forms_count(struct classes *classes,
    const struct collection *collection)
{
	struct arena scratch = { 0 };
	uint32_t *seen =
	    arena_array(&scratch, uint32_t, classes->forms.count);
	size_t i, j;

	for (i = 0; i < collection->count; i++) {
		struct entry_walk walk = { 0 };

		while (entry_next(&walk, &collection->items[i])) {
			const struct word_classes *word =
			    &classes->words[walk.word];

			for (j = 0; j < word->form_count; j++) {
				uint32_t form = word->forms[j];

				if (seen[form] == i + 1)
					continue;
				seen[form] = (uint32_t)(i + 1);
				classes->forms.items[form].sections++;
			}
		}
	}
	arena_release(&scratch);
}

static int letters_compare(const struct form *x, const struct form *y)
{
	size_t i;

	for (i = 0; i < x->count && i < y->count; i++)
		if (x->letters[i] != y->letters[i])
			return x->letters[i] < y->letters[i] ? -1 : 1;
	return x->count < y->count ? -1 : x->count > y->count;
}

static int commonness_order(const void *a, const void *b)
{
	const struct form *x = *(const struct form *const *)a;
	const struct form *y = *(const struct form *const *)b;
	int order;

	if (x->class != y->class)
		return x->class < y->class ? -1 : 1;
	if (x->sections != y->sections)
		return x->sections > y->sections ? -1 : 1;
	order = letters_compare(x, y);
	return order != 0 ? order : (int)x->signature - (int)y->signature;
}

static void ordinals_give(struct classes *classes)
{
	struct arena scratch = { 0 };
	size_t count = classes->forms.count, i;
	struct form **forms = arena_array(&scratch, struct form *, count);
	uint32_t ordinal = 0;

	for (i = 0; i < count; i++)
		forms[i] = &classes->forms.items[i];
	if (count > 0)
		qsort(forms, count, sizeof(*forms), commonness_order);
	for (i = 0; i < count; i++) {
		if (i == 0 || forms[i]->class != forms[i - 1]->class)
			ordinal = 0;
		if (forms[i]->sections > 0)
			forms[i]->ordinal = ++ordinal;
	}
	arena_release(&scratch);
}

void classes_make(struct classes *classes, struct arena *arena,
    const struct collection *collection)
{
	size_t count = collection->lexicon.count, i;

	*classes = (struct classes){ .arena = arena,
		.lexicon = &collection->lexicon };
	classes->words = arena_array(arena, struct word_classes, count);
	for (i = 0; i < count; i++)
		readings_add(classes, i);
	for (i = 0; i < count; i++)
		others_add(classes, i);
	for (i = 0; i < count; i++)
		parts_add(classes, i);
	for (i = 0; i < count; i++)
		splits_add(classes, i);
	forms_count(classes, collection);
	ordinals_give(classes);
}
