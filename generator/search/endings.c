#include "search/endings.h"

#include "base/arena.h"
#include "base/list.h"
#include "search/fold.h"

#include <stdlib.h>
#include <string.h>

enum {
	TAIL_LETTERS = 8, /* of a learned ending at most */
	TAIL_CLASSES = 5, /* that have it at least */
	TAIL_STEM = 3,    /* letters that they have in common at least */
	TAILS = 400       /* learned at most */
};

struct texts {
	struct text *items;
	size_t count, capacity;
};

/* A tail, and how many classes have it. */
struct tail {
	struct text bytes;
	size_t classes;
	size_t last; /* the class that had it last, + 1 */
};

struct tails {
	struct table table;
	struct {
		struct tail **items;
		size_t count, capacity;
	} list;
};

/* An ending folded and in the letters of the index; false if one of them
 * never occurs in it, so that no ending of a form can be this one. */
static bool ending_encode(struct text *bytes, struct arena *arena,
    const struct classes *classes, const struct arrangement *arrangement,
    const char *ending)
{
	struct text text = text_from(ending);
	struct fold_word word;
	size_t offset = 0;

	if (text.length == 0) {
		*bytes = text;
		return true;
	}
	if (!fold_next(&word, text.at, text.length, &offset,
		classes->lexicon->languages[0].language->fold))
		return false;
	*bytes = letters_encode(
	    &arrangement->letters, arena, word.letters, word.count);
	return bytes->length > 0;
}

static size_t texts_sort(struct texts *texts)
{
	size_t kept = 0, i;

	if (texts->count > 0)
		qsort(texts->items, texts->count, sizeof(*texts->items),
		    text_order);
	for (i = 0; i < texts->count; i++)
		if (i == 0 || !text_equal(texts->items[i], texts->items[i - 1]))
			texts->items[kept++] = texts->items[i];
	return kept;
}

static void known_add(struct texts *texts, struct arena *arena,
    const struct classes *classes, const struct arrangement *arrangement,
    const char *const *endings)
{
	struct text bytes;

	for (; endings != NULL && *endings != NULL; endings++)
		if (ending_encode(&bytes, arena, classes, arrangement,
			*endings) &&
		    bytes.length > 0)
			*list_add(arena, texts) = bytes;
}

static void tail_add(struct tails *tails, struct arena *arena,
    struct text bytes, size_t class)
{
	struct tail *tail = table_get(&tails->table, bytes);

	if (tail == NULL) {
		tail = arena_new(arena, struct tail);
		tail->bytes = bytes;
		(void)table_put(&tails->table, arena, bytes, tail);
		*list_add(arena, &tails->list) = tail;
	}
	if (tail->last != class + 1)
		tail->classes++;
	tail->last = class + 1;
}

/* Forms of one class, in no order. */
struct members {
	const struct form **items;
	size_t count, capacity;
};

static size_t common_letters(const struct members *members)
{
	const struct form *first = members->items[0];
	size_t common = first->count, i, j;

	for (i = 1; i < members->count; i++) {
		const struct form *form = members->items[i];

		for (j = 0; j < common && j < form->count; j++)
			if (form->letters[j] != first->letters[j])
				break;
		common = j;
	}
	return common;
}

static void class_learn(struct tails *tails, struct arena *arena,
    const struct arrangement *arrangement, const struct members *members,
    size_t class)
{
	size_t common, i;

	if (members->count < 2)
		return;
	common = common_letters(members);
	if (common < TAIL_STEM)
		return;
	for (i = 0; i < members->count; i++) {
		const struct form *form = members->items[i];
		size_t length = form->count - common;

		if (length > 0 && length <= TAIL_LETTERS)
			tail_add(tails, arena,
			    letters_encode(&arrangement->letters, arena,
				form->letters + common, length),
			    class);
	}
}

static int tail_order(const void *a, const void *b)
{
	const struct tail *x = *(struct tail *const *)a;
	const struct tail *y = *(struct tail *const *)b;

	if (x->classes != y->classes)
		return x->classes > y->classes ? -1 : 1;
	return text_compare(x->bytes, y->bytes);
}

/* Only from forms that texts have, of words of the locale's own language. */
static void tails_learn(struct tails *tails, struct arena *arena,
    const struct classes *classes, const struct arrangement *arrangement)
{
	struct members *members =
	    arena_array(arena, struct members, classes->classes.count);
	size_t i;

	for (i = 0; i < classes->forms.count; i++) {
		const struct form *form = &classes->forms.items[i];

		if (form->bytes.length > 0 && form->sections > 0 &&
		    classes->classes.items[form->class].language == 0)
			*list_add(arena, &members[form->class]) = form;
	}
	for (i = 0; i < classes->classes.count; i++)
		class_learn(tails, arena, arrangement, &members[i], i);
	if (tails->list.count > 0)
		qsort(tails->list.items, tails->list.count,
		    sizeof(*tails->list.items), tail_order);
}

static void learned_add(struct texts *texts, struct arena *arena,
    const struct classes *classes, const struct arrangement *arrangement)
{
	struct arena scratch = { 0 };
	struct tails tails = { 0 };
	size_t i;

	tails_learn(&tails, &scratch, classes, arrangement);
	for (i = 0; i < tails.list.count && i < TAILS; i++)
		if (tails.list.items[i]->classes >= TAIL_CLASSES)
			*list_add(arena, texts) =
			    text_copy(arena, tails.list.items[i]->bytes);
	arena_release(&scratch);
}

static void alternations_add(struct endings *endings, struct arena *arena,
    const struct classes *classes, const struct arrangement *arrangement,
    const char *const (*pairs)[2])
{
	size_t count = 0, i;

	while (pairs != NULL && pairs[count][0] != NULL)
		count++;
	endings->alternations =
	    arena_alloc_array(arena, sizeof(*endings->alternations), count);
	for (i = 0; i < count; i++) {
		struct text *pair =
		    endings->alternations[endings->alternation_count];

		if (ending_encode(&pair[0], arena, classes, arrangement,
			pairs[i][0]) &&
		    ending_encode(&pair[1], arena, classes, arrangement,
			pairs[i][1]) &&
		    !text_equal(pair[0], pair[1]))
			endings->alternation_count++;
	}
}

void endings_make(struct endings *endings, struct arena *arena,
    const struct classes *classes, const struct arrangement *arrangement)
{
	const struct language_rules *rules =
	    classes->lexicon->languages[0].language->rules;
	struct texts suffixes = { 0 }, prefixes = { 0 };

	*endings = (struct endings){ 0 };
	learned_add(&suffixes, arena, classes, arrangement);
	if (rules != NULL) {
		known_add(&suffixes, arena, classes, arrangement,
		    rules->suffixes);
		known_add(&prefixes, arena, classes, arrangement,
		    rules->prefixes);
		alternations_add(endings, arena, classes, arrangement,
		    rules->alternations);
	}
	endings->suffix_count = texts_sort(&suffixes);
	endings->suffixes = suffixes.items;
	endings->prefix_count = texts_sort(&prefixes);
	endings->prefixes = prefixes.items;
}
