/*
 * The addresses behind the links of running text, which paper cannot show:
 * each has a number, the links carry it for the stylesheet of print, and a
 * list at the end of the page tells where they lead.
 */
#ifndef RENDER_LINK_TARGETS_H
#define RENDER_LINK_TARGETS_H

#include "base/buffer.h"
#include "base/table.h"
#include "model/locale.h"

struct link_target {
	size_t number; /* from 1 */
	struct text address; /* absolute */
};

struct link_targets {
	/* To be given. */
	struct arena *arena;
	const struct locale *locale; /* for the digits */
	struct text base; /* address of the page; empty: nobody knows it, and
	                     only links out of the site have a number */
	bool all; /* also links within the site */

	struct table numbers; /* address -> struct link_target */
	struct {
		struct link_target *items;
		size_t count;
		size_t capacity;
	} list;
};

/* The absolute address of a relative one at base, in the arena. */
struct text link_targets_resolve(struct arena *arena, struct text base,
    struct text relative);

/* Adds html with data-n in its links.  The same target has the same number,
 * however often it is asked for. */
void link_targets_mark(struct buffer *out, struct link_targets *targets,
    struct text html);

#endif
