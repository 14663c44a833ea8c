#include "link/reference.h"

#include "link/address.h"

struct checking {
	struct attachments *attachments;
	struct arena *arena;
	struct report *report;
	const struct guide *guide;
	struct text *article_ids;
	struct text *principle_ids;
};

static void principle_check(const struct checking *checking,
    const struct reference *reference)
{
	if (guide_principle(checking->guide, reference->target) != NULL)
		return;
	report_add(checking->report, MESSAGE_PRINCIPLE_UNKNOWN,
	    reference->place, reference->target,
	    text_nearest(reference->target, checking->principle_ids,
		checking->guide->principle_count));
}

static void anchor_report(const struct checking *checking,
    const struct reference *reference, const struct edition *edition)
{
	const struct document *document = &edition->document;

	report_add(checking->report, MESSAGE_ANCHOR_UNKNOWN, reference->place,
	    edition->article->id, reference->fragment,
	    text_nearest(reference->fragment, document->anchor_names,
		document->anchor_count));
}

/* A place on the same page must be on that very page. */
static void anchor_check(const struct checking *checking,
    const struct edition *edition, const struct reference *reference)
{
	if (reference->fragment.length > 0 &&
	    table_get(&edition->document.anchors, reference->fragment) == NULL)
		anchor_report(checking, reference, edition);
}

static void article_check(const struct checking *checking,
    const struct edition *edition, const struct reference *reference)
{
	const struct article *article =
	    guide_article(checking->guide, reference->target);

	if (article == NULL)
		report_add(checking->report, MESSAGE_ARTICLE_UNKNOWN,
		    reference->place, reference->target,
		    text_nearest(reference->target, checking->article_ids,
			checking->guide->article_count));
	else if (article_edition_at(checking->guide, article, edition->locale,
		     reference->fragment) == NULL)
		anchor_report(checking, reference,
		    article_edition(
			checking->guide, article, edition->locale));
}

static void file_check(const struct checking *checking,
    const struct edition *edition, const struct reference *reference)
{
	if (!attachment_want(checking->attachments, checking->arena,
		checking->guide, edition, reference))
		report_add(checking->report, MESSAGE_FILE_UNKNOWN,
		    reference->place, reference->target,
		    attachment_nearest(checking->attachments, checking->arena,
			edition, reference));
}

static void edition_check(const struct checking *checking,
    const struct edition *edition)
{
	size_t i;

	for (i = 0; i < edition->document.reference_count; i++) {
		const struct reference *reference =
		    &edition->document.references[i];

		switch (reference->kind) {
		case REFERENCE_ARTICLE:
			article_check(checking, edition, reference);
			break;
		case REFERENCE_PRINCIPLE:
			principle_check(checking, reference);
			break;
		case REFERENCE_ANCHOR:
			anchor_check(checking, edition, reference);
			break;
		case REFERENCE_FILE:
			file_check(checking, edition, reference);
			break;
		case REFERENCE_EXTERNAL:
			break;
		}
	}
}

void reference_check(struct attachments *attachments, struct arena *arena,
    struct report *report, const struct guide *guide,
    const struct source_list *sources)
{
	struct checking checking = { attachments, arena, report, guide, NULL,
		NULL };
	size_t i, j;

	checking.article_ids =
	    arena_array(arena, struct text, guide->article_count);
	for (i = 0; i < guide->article_count; i++)
		checking.article_ids[i] = guide->articles[i].id;
	checking.principle_ids =
	    arena_array(arena, struct text, guide->principle_count);
	for (i = 0; i < guide->principle_count; i++)
		checking.principle_ids[i] = guide->principles[i].entry->id.text;
	attachments_open(attachments, arena, sources);
	for (i = 0; i < guide->article_count; i++)
		for (j = 0; j < guide->locale_count; j++)
			if (guide->articles[i].editions[j] != NULL)
				edition_check(&checking,
				    guide->articles[i].editions[j]);
	attachments_settle(attachments);
}

struct target reference_target(struct arena *arena, const struct guide *guide,
    const struct attachments *attachments, const struct edition *edition,
    const struct reference *reference, const struct locale *locale)
{
	struct target target = { .fragment = reference->fragment,
		.locale = locale };

	switch (reference->kind) {
	case REFERENCE_ARTICLE: {
		const struct edition *other = article_edition_at(guide,
		    guide_article(guide, reference->target), locale,
		    reference->fragment);

		target.locale = other->locale;
		target.path = address_edition(arena, other);
		break;
	}
	case REFERENCE_PRINCIPLE:
		target.path = address_principle(arena, locale,
		    guide_principle(guide, reference->target));
		break;
	case REFERENCE_FILE:
		target.attachment = attachment_find(
		    attachments, arena, edition, reference);
		target.locale = edition->locale;
		target.path = attachment_path(
		    arena, target.attachment, edition->locale);
		break;
	case REFERENCE_ANCHOR:
		target.locale = edition->locale;
		target.path = address_edition(arena, edition);
		break;
	case REFERENCE_EXTERNAL:
		break;
	}
	return target;
}
