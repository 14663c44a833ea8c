#include "link/reference.h"

#include "base/list.h"
#include "link/address.h"

#include <stdlib.h>
#include <string.h>

struct checking {
	struct attachments *attachments;
	struct arena *arena;
	struct report *report;
	const struct guide *guide;
	const struct source_list *sources;
	struct text *article_ids;
	struct text *principle_ids;
	struct table files; /* path -> source_file */
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

/* The path of a file named in an article, without "." and ".." parts; empty
 * if it leads above the content folder, or begins with '/', which could mean
 * the root of a server, of the guide or of its content. */
static struct text path_resolve(struct arena *arena, struct text article,
    struct text path)
{
	struct text parts[64], part, rest = article;
	struct text joined = { 0 };
	size_t count = 0, i;

	if (text_starts(path, TEXT("/")))
		return joined;
	while (count < 64 && text_cut(&part, &rest, '/'))
		parts[count++] = part;
	if (count > 0)
		count--; /* the article's own name */
	rest = path;
	while (text_cut(&part, &rest, '/')) {
		if (part.length == 0 || text_equal(part, TEXT(".")))
			continue;
		if (!text_equal(part, TEXT(".."))) {
			if (count == 64)
				return (struct text){ 0 };
			parts[count++] = part;
		} else if (count == 0) {
			return (struct text){ 0 };
		} else {
			count--;
		}
	}
	for (i = 0; i < count; i++)
		joined = text_format(arena, "%.*s%s%.*s",
		    TEXT_ARGUMENTS(joined), i > 0 ? "/" : "",
		    TEXT_ARGUMENTS(parts[i]));
	return joined;
}

/* The path of what takes a file's place in a locale: "a/image.fi.png" for
 * "a/image.png". */
static struct text path_override(struct arena *arena, struct text path,
    const struct locale *locale)
{
	size_t dot = path.length;

	while (dot > 0 && path.at[dot - 1] != '.' && path.at[dot - 1] != '/')
		dot--;
	if (dot == 0 || path.at[dot - 1] == '/')
		return text_format(arena, "%.*s.%.*s", TEXT_ARGUMENTS(path),
		    TEXT_ARGUMENTS(locale->tag));
	return text_format(arena, "%.*s.%.*s.%.*s", (int)dot - 1, path.at,
	    TEXT_ARGUMENTS(locale->tag),
	    TEXT_ARGUMENTS(text_after(path, dot)));
}

/* False if there is no such file. */
static bool attachment_add(struct checking *checking, struct text path)
{
	const struct source_file *file = table_get(&checking->files, path);
	struct attachments *attachments = checking->attachments;

	if (file == NULL)
		return false;
	if (table_get(&attachments->by_path, path) == NULL) {
		list_add(checking->arena, attachments)->file = file;
		(void)table_put(
		    &attachments->by_path, checking->arena, path, file);
	}
	return true;
}

static void file_check(struct checking *checking,
    const struct edition *edition, const struct reference *reference)
{
	struct text path = path_resolve(checking->arena,
	    edition->file->relative, reference->target);

	if (!attachment_add(checking, path))
		report_add(checking->report, MESSAGE_FILE_UNKNOWN,
		    reference->place, reference->target);
	else
		(void)attachment_add(checking,
		    path_override(checking->arena, path, edition->locale));
}

static void edition_check(struct checking *checking,
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

static int attachment_order(const void *a, const void *b)
{
	const struct attachment *x = a, *y = b;

	return text_compare(x->file->relative, y->file->relative);
}

/* The pointers into items are final only after sorting. */
static void attachments_sort(struct attachments *attachments,
    struct arena *arena)
{
	size_t i;

	if (attachments->count > 0)
		qsort(attachments->items, attachments->count,
		    sizeof(*attachments->items), attachment_order);
	for (i = 0; i < attachments->count; i++)
		(void)table_put(&attachments->by_path, arena,
		    attachments->items[i].file->relative,
		    &attachments->items[i]);
}

void reference_check(struct attachments *attachments, struct arena *arena,
    struct report *report, const struct guide *guide,
    const struct source_list *sources)
{
	struct checking checking = { attachments, arena, report, guide,
		sources, NULL, NULL, { 0 } };
	size_t i, j;

	checking.article_ids =
	    arena_array(arena, struct text, guide->article_count);
	for (i = 0; i < guide->article_count; i++)
		checking.article_ids[i] = guide->articles[i].id;
	checking.principle_ids =
	    arena_array(arena, struct text, guide->principle_count);
	for (i = 0; i < guide->principle_count; i++)
		checking.principle_ids[i] = guide->principles[i].entry->id.text;
	for (i = 0; i < sources->count; i++)
		if (sources->items[i].kind == SOURCE_ATTACHMENT)
			(void)table_put(&checking.files, arena,
			    sources->items[i].relative, &sources->items[i]);
	for (i = 0; i < guide->article_count; i++)
		for (j = 0; j < guide->locale_count; j++)
			if (guide->articles[i].editions[j] != NULL)
				edition_check(&checking,
				    guide->articles[i].editions[j]);
	attachments_sort(attachments, arena);
}

/* Letters that mean something in an address or on a file system. */
static struct text name_clean(struct arena *arena, struct text name)
{
	static const char barred[] = "\"#%&'*/:;<>?\\^`{|}";
	char *bytes = arena_copy(arena, name.at, name.length);
	size_t i;

	for (i = 0; i < name.length; i++)
		if ((unsigned char)bytes[i] <= ' ' || bytes[i] == 0x7F ||
		    memchr(barred, bytes[i], sizeof(barred) - 1) != NULL)
			bytes[i] = '-';
	return (struct text){ bytes, name.length };
}

struct text attachment_path(
    struct arena *arena, const struct attachment *attachment)
{
	struct text name = attachment->file->relative;
	size_t slash = 0, dot, i;

	for (i = 0; i < name.length; i++)
		if (name.at[i] == '/')
			slash = i + 1;
	name = name_clean(arena, text_after(name, slash));
	for (dot = name.length; dot > 0 && name.at[dot - 1] != '.'; dot--)
		;
	if (dot == 0)
		return text_format(arena, "files/%.*s.%.*s",
		    TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(attachment->hash));
	return text_format(arena, "files/%.*s.%.*s.%.*s", (int)dot - 1,
	    name.at, TEXT_ARGUMENTS(attachment->hash),
	    TEXT_ARGUMENTS(text_after(name, dot)));
}

/* The file for readers of a locale. */
static const struct attachment *attachment_for(struct arena *arena,
    const struct attachments *attachments, const struct edition *edition,
    const struct reference *reference)
{
	struct text path = path_resolve(
	    arena, edition->file->relative, reference->target);
	const struct attachment *own = table_get(&attachments->by_path,
	    path_override(arena, path, edition->locale));

	return own != NULL ? own : table_get(&attachments->by_path, path);
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
		target.path = attachment_path(arena,
		    attachment_for(arena, attachments, edition, reference));
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
