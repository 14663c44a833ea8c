/*
 * How long a training takes: reading, and each exercise.
 */
#ifndef RENDER_HANDOUT_TIMING_H
#define RENDER_HANDOUT_TIMING_H

#include "render/handout_plan.h"

struct handout_timing {
	bool reading;       /* else an exercise */
	struct text title;  /* HTML of an exercise's title; may be empty */
	const struct locale *locale; /* of that */
	size_t minutes;     /* 0: nobody says */
};

struct handout_timings {
	struct handout_timing *items;
	size_t count, capacity;
	size_t total; /* minutes */
};

/* Those of an item; they live in the view's arena. */
struct handout_timings handout_timings_of(const struct view *view,
    const struct handout_item *item);

/* The words of a block's first heading, without tags; empty if it has
 * none. */
struct text handout_title_words(struct arena *arena, struct text html);

#endif
