#include "render/handout.h"

/* One article or principle gives the page its name, several have none. */
static void page_of(struct page *page, const struct site *site,
    const struct handout *handout)
{
	const struct handout_choice *choice = &handout->choices[0];

	if (handout->choice_count != 1) {
		page->kind = PAGE_HANDOUTS;
	} else if (choice->article != NULL) {
		page->kind = PAGE_HANDOUT_ARTICLE;
		page->object = article_edition(
		    site->guide, choice->article, handout->locale);
	} else {
		page->kind = PAGE_HANDOUT_PRINCIPLE;
		page->object = choice->principle;
	}
}

void handout_render(struct buffer *out, struct arena *scratch,
    const struct site *site, const struct programs *programs,
    const struct handout *handout, struct text path)
{
	struct page page = { .locale = handout->locale,
		.number = 1,
		.count = 1,
		.path = path };
	struct view view = { .site = site,
		.page = &page,
		.locale = handout->locale,
		.arena = scratch,
		.out = out };

	arena_reset(scratch);
	page_of(&page, site, handout);
	page_render_handout(out, programs, &view, handout);
}
