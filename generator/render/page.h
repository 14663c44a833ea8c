/*
 * One page: its template, compiled for its locale, run over its view.
 */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include "render/template.h"
#include "render/theme.h"
#include "render/view.h"

struct handout;

/* The compiled templates of all locales. */
struct programs {
	struct template_set *set;
	const struct program **items; /* by locale.index and page_kind */
	/* Which are wanted: those of one locale, from one kind of page to
	 * another; NULL: all. */
	const struct locale *only;
	enum page_kind first, last;
};

/* Says, before programs are compiled, that no others will be needed. */
void programs_restrict(struct programs *programs, const struct locale *locale,
    enum page_kind first, enum page_kind last);

/*
 * Compiles every template that the site's pages need, for each locale; or
 * those that are wanted. False after reporting all that is wrong with them.
 * Release in any case.
 */
bool programs_compile(struct programs *programs, struct arena *arena,
    struct report *report, struct theme *theme, const struct guide *guide);
void programs_release(struct programs *programs);

/*
 * Adds the bytes of a page to out.  scratch is reset.  May be called from
 * several threads, each with its own out and scratch.
 */
void page_render(struct buffer *out, struct arena *scratch,
    const struct site *site, const struct programs *programs,
    const struct page *page);

/* The same of a handout; view is filled but for its plan and targets. */
void page_render_handout(struct buffer *out, const struct programs *programs,
    struct view *view, const struct handout *handout);

#endif
