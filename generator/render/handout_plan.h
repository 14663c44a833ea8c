/*
 * What a handout holds, in order, with numbers and with ids that are on its
 * page once: items, one for each choice of the trainer; their parts, each of
 * one article; the topics of these, each a section in one language or two.
 */
#ifndef RENDER_HANDOUT_PLAN_H
#define RENDER_HANDOUT_PLAN_H

#include "render/handout.h"
#include "render/views.h"

/* One language of a part. */
struct handout_side {
	const struct edition *edition; /* NULL: there is none */
	struct text prefix;            /* of all its ids */
	bool whole; /* all of the edition is here, so that links to its
	               anchors stay on the page */
};

struct handout_part {
	const struct handout_item *item;
	struct handout_side own, other;
	struct handout_topic *topics;
	size_t topic_count;
};

struct handout_topic {
	const struct handout_part *part;
	const struct section *own, *other; /* at least one is not NULL */
	struct text number; /* "2", "1.2"; empty: the introduction */
	struct text other_number; /* in the digits of the second language */
	bool moved; /* it has nothing to read: its heading goes where its
	               exercises are */
};

struct handout_item {
	const struct handout_plan *plan;
	struct text number; /* empty if it is the only one */
	struct text id;
	const struct edition *edition; /* of an article, else NULL */
	const struct edition *other;
	const struct principle *principle; /* or NULL */
	struct handout_part *parts;
	size_t part_count;
	struct text exercises_number, facilitator_number; /* may be empty */
};

/* A line of the contents. */
struct handout_entry {
	const struct handout_plan *plan;
	const struct handout_item *item;
	const struct handout_topic *topic; /* NULL: another part of the item */
	bool exercises, facilitator;       /* which; neither: the item */
	struct text number, id;
};

struct handout_plan {
	const struct handout *handout;
	struct handout_item *items;
	size_t item_count;
	struct handout_entry *entries;
	size_t entry_count;
};

/* The plan of a handout; it and what it points to live in the view's
 * arena. */
const struct handout_plan *handout_plan_make(const struct view *view,
    const struct handout *handout);

/* The id of a topic's heading. */
struct text handout_topic_id(struct arena *arena,
    const struct handout_topic *topic);

/* Of what page->object is, everything: for pages that nobody chose. */
const struct handout *handout_of_page(const struct view *view);

#endif
