/*
 * The blocks of a handout: cut out of bodies by their kind, made fit for its
 * page, and in two languages side by side, block by block.
 */
#ifndef RENDER_HANDOUT_ROWS_H
#define RENDER_HANDOUT_ROWS_H

#include "render/handout_plan.h"

/* A row of two languages, or of one.  HTML; empty: that side has nothing. */
struct handout_row {
	const struct locale *own_locale, *other_locale;
	struct text own, other;
	bool head; /* its own side is a heading */
};

struct handout_rows {
	struct handout_row *items;
	size_t count, capacity;
};

/* Adds the rows of a topic's blocks of a kind. */
void handout_rows_add(struct handout_rows *rows, const struct view *view,
    const struct handout_topic *topic, enum body_block_kind kind);

/* The heading of a topic, with its number. */
struct handout_row handout_row_heading(const struct view *view,
    const struct handout_topic *topic);

/* The footnotes that a part of an article needs: of an article all, of
 * sections those that they refer to.  Both empty: none. */
struct handout_row handout_row_notes(const struct view *view,
    const struct handout_part *part);

/* The own sides of rows together. */
struct text handout_rows_html(const struct view *view,
    const struct handout_rows *rows);

/*
 * Pairs blocks by their keys, which are addresses and may be empty: pairs[i]
 * says which of the other blocks stands beside which own one.  A block whose
 * key the other side has not, or out of order, stands alone; blocks without a
 * key stand beside each other if they come at the same time.  pairs has room
 * for own_count + other_count; returns how many there are.
 */
struct handout_pair {
	size_t own, other; /* TEXT_NONE: nothing */
};
size_t handout_pairs(struct handout_pair *pairs, const struct text *own,
    size_t own_count, const struct text *other, size_t other_count);

#endif
