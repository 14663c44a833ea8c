#include "search/arrange.h"

#include "base/arena.h"

#include <stdlib.h>

/* A class on its way to a place. */
struct placed {
	struct text loose;
	struct text first; /* the smallest of its forms */
	struct text group; /* the smallest of its group's */
	uint32_t class;
};

struct bytes_key {
	const struct form *form;
	uint32_t number; /* of the form */
	uint32_t class;  /* in the index */
};

static bool is_shown(const struct form *form)
{
	return form->sections > 0 || form->is_virtual;
}

static int loose_order(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	int order = text_compare(x->loose, y->loose);

	if (order == 0)
		order = text_compare(x->first, y->first);
	return order != 0 ? order : x->class < y->class ? -1 : 1;
}

/* Two groups may have one smallest form, so that loose keys decide. */
static int group_order(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	int order = text_compare(x->group, y->group);

	if (order == 0)
		order = text_compare(x->loose, y->loose);
	if (order == 0)
		order = text_compare(x->first, y->first);
	return order != 0 ? order : x->class < y->class ? -1 : 1;
}

static int bytes_order(const void *a, const void *b)
{
	const struct bytes_key *x = a, *y = b;
	int order = text_compare(x->form->bytes, y->form->bytes);

	if (order != 0)
		return order;
	if (x->class != y->class)
		return x->class < y->class ? -1 : 1;
	if (x->form->ordinal != y->form->ordinal)
		return x->form->ordinal < y->form->ordinal ? -1 : 1;
	return (int)x->form->signature - (int)y->form->signature;
}

static void letters_find(struct arrangement *arrangement, struct arena *arena,
    struct classes *classes)
{
	size_t i;

	letters_begin(&arrangement->letters, arena);
	for (i = 0; i < classes->forms.count; i++)
		if (is_shown(&classes->forms.items[i]))
			letters_count(&arrangement->letters,
			    classes->forms.items[i].letters,
			    classes->forms.items[i].count);
	letters_settle(&arrangement->letters, arena);
	for (i = 0; i < classes->forms.count; i++) {
		struct form *form = &classes->forms.items[i];

		if (is_shown(form))
			form->bytes = letters_encode(&arrangement->letters,
			    arena, form->letters, form->count);
	}
}

/* The classes that have a form, by group. */
static size_t placed_list(struct placed **placed, struct arena *arena,
    const struct classes *classes)
{
	size_t count = 0, i;
	struct text *firsts =
	    arena_array(arena, struct text, classes->classes.count);

	for (i = 0; i < classes->forms.count; i++) {
		const struct form *form = &classes->forms.items[i];
		struct text *first = &firsts[form->class];

		if (form->bytes.length > 0 &&
		    (first->length == 0 ||
			text_compare(form->bytes, *first) < 0))
			*first = form->bytes;
	}
	*placed = arena_array(arena, struct placed, classes->classes.count);
	for (i = 0; i < classes->classes.count; i++)
		if (firsts[i].length > 0)
			(*placed)[count++] = (struct placed){
				classes->classes.items[i].loose, firsts[i],
				{ 0 }, (uint32_t)i
			};
	return count;
}

static void classes_arrange(struct arrangement *arrangement,
    struct arena *arena, struct classes *classes)
{
	struct arena scratch = { 0 };
	struct placed *placed;
	size_t count = placed_list(&placed, &scratch, classes), i;

	if (count > 0)
		qsort(placed, count, sizeof(*placed), loose_order);
	for (i = 0; i < count; i++)
		placed[i].group =
		    i > 0 && text_equal(placed[i].loose, placed[i - 1].loose)
		    ? placed[i - 1].group
		    : placed[i].first;
	if (count > 0)
		qsort(placed, count, sizeof(*placed), group_order);
	arrangement->classes = arena_array(arena, uint32_t, count);
	arrangement->class_count = (uint32_t)count;
	for (i = 0; i < count; i++) {
		struct class *class = &classes->classes.items[placed[i].class];

		class->number = (uint32_t)i;
		class->continues = i > 0 &&
		    text_equal(placed[i].loose, placed[i - 1].loose);
		arrangement->classes[i] = placed[i].class;
	}
	arena_release(&scratch);
}

static void forms_arrange(struct arrangement *arrangement,
    struct arena *arena, const struct classes *classes)
{
	struct arena scratch = { 0 };
	struct bytes_key *keys = arena_array(
	    &scratch, struct bytes_key, classes->forms.count);
	size_t count = 0, i;

	for (i = 0; i < classes->forms.count; i++) {
		const struct form *form = &classes->forms.items[i];

		if (form->bytes.length > 0)
			keys[count++] = (struct bytes_key){ form, (uint32_t)i,
				classes->classes.items[form->class].number };
	}
	if (count > 0)
		qsort(keys, count, sizeof(*keys), bytes_order);
	arrangement->forms = arena_array(arena, uint32_t, count);
	arrangement->form_count = (uint32_t)count;
	for (i = 0; i < count; i++)
		arrangement->forms[i] = keys[i].number;
	arena_release(&scratch);
}

void arrange(struct arrangement *arrangement, struct arena *arena,
    struct classes *classes)
{
	*arrangement = (struct arrangement){ 0 };
	letters_find(arrangement, arena, classes);
	classes_arrange(arrangement, arena, classes);
	forms_arrange(arrangement, arena, classes);
}
