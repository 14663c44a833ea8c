/*
 * A handout: what a trainer prints of one article or principle, or of
 * several, in one language or in two beside each other.  It is a page like
 * any other, made through the template handout.html.
 */
#ifndef RENDER_HANDOUT_H
#define RENDER_HANDOUT_H

#include "render/page.h"

/* One part of a handout: an article or a principle, never both. */
struct handout_choice {
	const struct article *article;
	const struct principle *principle;
};

struct handout {
	const struct locale *locale;
	const struct locale *with; /* second language, beside the first; or
	                              NULL */
	const struct handout_choice *choices; /* at least one */
	size_t choice_count;
	bool exercises, lines, facilitator; /* what else than the text */
	bool large;                         /* 18 pt */
	const struct table *numbers; /* anchor -> page number (size_t *), for
	                                the contents; or NULL */
};

/*
 * Adds the bytes of a whole handout page, as the path `path` of the site, so
 * that its links are right.  scratch is reset.  May be called from several
 * threads, each with its own out and scratch.
 */
void handout_render(struct buffer *out, struct arena *scratch,
    const struct site *site, const struct programs *programs,
    const struct handout *handout, struct text path);

#endif
