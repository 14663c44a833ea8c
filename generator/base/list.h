/*
 * The one way to grow an array: a struct with the members items, count and
 * capacity, whose items live in an arena.  The old items are left in the
 * arena, so pointers into them stay readable but go stale.
 */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include "base/arena.h"

#include <string.h>

/* Makes room for one more item and gives a pointer to it, zeroed.  The list
 * argument is evaluated several times. */
#define list_add(arena, list)                                                  \
	((list)->count == (list)->capacity                                     \
		? (void)((list)->items = list_grow((arena), (list)->items,     \
			     sizeof(*(list)->items), (list)->count,            \
			     &(list)->capacity))                               \
		: (void)0,                                                     \
	    &(list)->items[(list)->count++])

/* A larger zeroed copy of items; capacity is updated. Used by list_add. */
static inline void *list_grow(struct arena *arena, const void *items,
    size_t size, size_t count, size_t *capacity)
{
	size_t wanted = *capacity > 0 ? *capacity * 2 : 8;
	void *grown = arena_alloc_array(arena, size, wanted);

	if (count > 0)
		memcpy(grown, items, size * count);
	*capacity = wanted;
	return grown;
}

#endif
