/*
 * Bodies, or parts of them, on the page that shows them: their holes are
 * filled.
 */
#ifndef RENDER_VIEW_BODY_H
#define RENDER_VIEW_BODY_H

#include "render/views.h"

/* What is to be shown, and how. */
struct body_part {
	const struct edition *edition; /* whose body it is */
	const struct body *body;
	size_t begin, end; /* offsets in body->bytes, between elements */
	bool below;  /* readers do not see its images at first */
	bool inside; /* the page holds all of the edition: links to its
	                anchors stay on the page */
};

/* Adds the bytes of a part.  Links have no numbers yet. */
void body_part_add(struct buffer *out, const struct view *view,
    const struct body_part *part);

#endif
