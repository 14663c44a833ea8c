/*
 * What the slots of handouts share, and the types that the root names.
 */
#ifndef RENDER_VIEW_HANDOUT_H
#define RENDER_VIEW_HANDOUT_H

#include "render/handout_plan.h"

/* The plan of the page; NULL if it is no handout. */
const struct handout_plan *view_plan(const struct view *view);

/* The title of an item in the page's language. */
void item_title_of(struct slot_value *value, const struct view *view,
    const struct handout_item *item);

void root_handout(struct slot_value *value, void *context,
    const void *object);
/* Where the links of the page's running text so far lead. */
void root_targets(struct slot_value *value, void *context,
    const void *object);

extern const struct slot_type view_handout, view_item, view_part, view_topic,
    view_row, view_outline, view_goal, view_timing, view_target;

#endif
