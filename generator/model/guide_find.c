#include "model/guide.h"

const struct article *guide_article(const struct guide *guide, struct text id)
{
	return table_get(&guide->article_ids, id);
}

const struct principle *guide_principle(const struct guide *guide,
    struct text id)
{
	return table_get(&guide->principle_ids, id);
}

const struct tag *guide_tag(const struct guide *guide, struct text name)
{
	return table_get(&guide->tag_names, name);
}

const struct locale *guide_locale(const struct guide *guide, struct text tag)
{
	size_t i;

	for (i = 0; i < guide->locale_count; i++)
		if (text_equal(guide->locales[i]->tag, tag))
			return guide->locales[i];
	return NULL;
}

bool edition_is_original(const struct edition *edition)
{
	return edition->origin == EDITION_ORIGINAL ||
	    edition == edition->article->original;
}

static bool has_anchor(const struct edition *edition, struct text anchor)
{
	return edition != NULL &&
	    (anchor.length == 0 ||
		table_get(&edition->document.anchors, anchor) != NULL);
}

const struct edition *article_edition_at(const struct guide *guide,
    const struct article *article, const struct locale *locale,
    struct text anchor)
{
	const struct configuration_locales *locales =
	    &guide->configuration.locales;
	const struct edition *edition = article->editions[locale->index];
	const struct field_texts *chain;
	size_t i;

	if (has_anchor(edition, anchor))
		return edition;
	/* A guide that lists no locales has no chains either. */
	for (i = 0; locale->index < locales->count; i++) {
		const struct locale *next;

		chain = &locales->items[locale->index].fallback;
		if (i == chain->count)
			break;
		next = guide_locale(guide, chain->items[i].text);
		if (next != NULL &&
		    has_anchor(article->editions[next->index], anchor))
			return article->editions[next->index];
	}
	if (has_anchor(article->original, anchor))
		return article->original;
	for (i = 0; i < guide->locale_count; i++)
		if (has_anchor(article->editions[i], anchor))
			return article->editions[i];
	return NULL;
}

const struct edition *article_edition(const struct guide *guide,
    const struct article *article, const struct locale *locale)
{
	return article_edition_at(guide, article, locale, TEXT(""));
}

const struct section *edition_section(const struct edition *edition,
    const struct section *section)
{
	size_t i;

	if (section->edition == edition)
		return section;
	for (i = 0; i < edition->section_count; i++)
		if (text_equal(edition->sections[i].text->anchor,
			section->text->anchor))
			return &edition->sections[i];
	return NULL;
}
