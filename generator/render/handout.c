#include "render/handout.h"

void handout_render(struct buffer *out, struct arena *scratch,
    const struct site *site, const struct programs *programs,
    const struct handout *handout, struct text path)
{
	const struct handout_choice *choice = &handout->choices[0];
	struct page page = { .locale = handout->locale, .path = path };

	if (choice->article != NULL) {
		page.kind = PAGE_HANDOUT_ARTICLE;
		page.object = article_edition(
		    site->guide, choice->article, handout->locale);
	} else {
		page.kind = PAGE_HANDOUT_PRINCIPLE;
		page.object = choice->principle;
	}
	page_render(out, scratch, site, programs, &page);
}
