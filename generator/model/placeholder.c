#include "model/placeholder.h"

#include "base/arena.h"
#include "base/list.h"

#include <stdlib.h>

struct names {
	struct text *items; /* sorted, each once */
	size_t count;
	size_t capacity;
};

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_';
}

bool placeholder_next(struct text *placeholder, struct text text, size_t *at)
{
	size_t open = text_find_char(text, '{', *at);

	while (open != TEXT_NONE) {
		size_t end = open + 1;

		while (end < text.length && is_name(text.at[end]))
			end++;
		if (end > open + 1 && end < text.length &&
		    text.at[end] == '}') {
			*at = end + 1;
			*placeholder = text_slice(text, open, *at - open);
			return true;
		}
		if (end < text.length && text.at[end] == '{' &&
		    end == open + 1)
			end++; /* {{ is a brace */
		open = text_find_char(text, '{', end);
	}
	*at = text.length;
	return false;
}

static void add_names(struct names *names, struct arena *arena,
    struct text text)
{
	struct text name;
	size_t at = 0;

	while (placeholder_next(&name, text, &at))
		*list_add(arena, names) = name;
}

static void sort_names(struct names *names)
{
	size_t count = 0;
	size_t i;

	if (names->count == 0)
		return;
	qsort(names->items, names->count, sizeof(names->items[0]),
	    text_order);
	for (i = 0; i < names->count; i++)
		if (count == 0 ||
		    !text_equal(names->items[count - 1], names->items[i]))
			names->items[count++] = names->items[i];
	names->count = count;
}

/* The first of names that others lack, or NULL. */
static const struct text *first_lacking(const struct names *names,
    const struct names *others)
{
	size_t i;

	for (i = 0; i < names->count; i++)
		if (others->count == 0 ||
		    bsearch(&names->items[i], others->items, others->count,
			sizeof(others->items[0]), text_order) == NULL)
			return &names->items[i];
	return NULL;
}

bool placeholder_agree(struct placeholder_fault *fault,
    const struct text messages[2], const struct text *forms, size_t count)
{
	struct arena arena = { 0 };
	struct names wanted = { 0 };
	struct names found = { 0 };
	const struct text *lacking;
	size_t i;

	add_names(&wanted, &arena, messages[0]);
	add_names(&wanted, &arena, messages[1]);
	sort_names(&wanted);
	for (i = 0; i < count; i++) {
		struct names names = { 0 };

		add_names(&names, &arena, forms[i]);
		sort_names(&names);
		lacking = first_lacking(&names, &wanted);
		if (lacking != NULL) {
			*fault = (struct placeholder_fault){ *lacking, false,
				i };
			break;
		}
		add_names(&found, &arena, forms[i]);
	}
	if (i == count) {
		sort_names(&found);
		lacking = first_lacking(&wanted, &found);
		if (lacking != NULL)
			*fault = (struct placeholder_fault){ *lacking, true,
				0 };
	}
	arena_release(&arena);
	return i == count && lacking == NULL;
}
