/*
 * The only road from the model to the templates: the types and slots that a
 * template may name, with the functions that give their values.
 */
#ifndef RENDER_VIEW_H
#define RENDER_VIEW_H

#include "link/address.h"
#include "link/index.h"
#include "link/reference.h"
#include "render/asset.h"
#include "render/slot.h"

struct handout_plan;
struct link_targets;

/* Everything that pages are made from; read only while they are. */
struct site {
	const struct guide *guide;
	const struct attachments *attachments;
	const struct page_list *pages;
	const struct index *indexes;    /* by locale.index */
	const size_t *index_counts;     /* their counts */
	const struct slot_language *languages; /* by locale.index */
	const struct slot_language *english;
	const struct assets *assets;
	const struct article **newest; /* dated articles, newest first */
	size_t newest_count;
	struct phase *phases; /* those that have principles */
	size_t phase_count;
	struct thread_plan *threads;
};

/* One page in the making. */
struct view {
	const struct site *site;
	const struct page *page;
	const struct locale *locale; /* of the page */
	struct arena *arena;         /* forgotten after the page */
	const struct buffer *out;    /* the page so far */
	const struct handout_plan *plan; /* of a handout; else NULL */
	struct link_targets *targets; /* of links in running text; NULL: they
	                                 have no numbers */
};

/* The type of the root object, which is the view itself. */
const struct slot_type *view_root(void);

/* Prepares what all pages share; lives in arena. */
void view_prepare(struct site *site, struct arena *arena);

/* Calls visit for every type that a template can reach, each once. */
void view_types(void (*visit)(void *context, const struct slot_type *type),
    void *context);

#endif
