#include "link/attachment.h"

#include "base/list.h"
#include "base/unicode.h"
#include "link/address.h"

#include <stdlib.h>
#include <string.h>

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

static const struct source_file *file_at(const struct attachments *attachments,
    struct text path)
{
	return path.length > 0 ? table_get(&attachments->files, path) : NULL;
}

/* The path of the file for readers of an edition; empty if there is none. */
static struct text path_find(const struct attachments *attachments,
    struct arena *arena, const struct edition *edition,
    const struct reference *reference)
{
	struct text path = path_resolve(
	    arena, edition->file->relative, reference->target);
	struct text own = path;

	if (path.length == 0)
		return path;
	own = path_override(arena, path, edition->locale);
	if (file_at(attachments, own) != NULL)
		return own;
	return file_at(attachments, path) != NULL ? path : (struct text){ 0 };
}

/* Names of files come as the system has them, and those of Apple's computers
 * are decomposed; links are NFC. */
void attachments_open(struct attachments *attachments, struct arena *arena,
    const struct source_list *sources)
{
	size_t i;

	for (i = 0; i < sources->count; i++)
		if (sources->items[i].kind == SOURCE_ATTACHMENT)
			(void)table_put(&attachments->files, arena,
			    unicode_nfc(arena, sources->items[i].relative),
			    &sources->items[i]);
}

bool attachment_want(struct attachments *attachments, struct arena *arena,
    const struct guide *guide, const struct edition *edition,
    const struct reference *reference)
{
	struct text path = path_find(attachments, arena, edition, reference);
	struct attachment *attachment = table_get(&attachments->by_path, path);

	if (path.length == 0)
		return false;
	if (attachment == NULL) {
		attachment = arena_new(arena, struct attachment);
		attachment->file = file_at(attachments, path);
		attachment->wanted =
		    arena_array(arena, bool, guide->locale_count);
		*list_add(arena, attachments) = attachment;
		(void)table_put(
		    &attachments->by_path, arena, path, attachment);
	}
	attachment->wanted[edition->locale->index] = true;
	if (reference->is_image && attachment->image == NULL)
		attachment->image = reference;
	return true;
}

static struct text base_of(struct text path)
{
	const char *slash = path.length > 0
	    ? memrchr(path.at, '/', path.length)
	    : NULL;

	return slash == NULL
	    ? path
	    : text_after(path, (size_t)(slash - path.at) + 1);
}

struct text attachment_nearest(const struct attachments *attachments,
    struct arena *arena, const struct edition *edition,
    const struct reference *reference)
{
	const struct table *files = &attachments->files;
	struct text *paths = arena_array(arena, struct text, files->count);
	struct text name = unicode_lower(
	    arena, base_of(reference->target), "");
	size_t count = 0, i;

	for (i = 0; i < files->capacity; i++)
		if (files->entries[i].value != NULL)
			paths[count++] = address_relative(arena,
			    edition->file->relative, files->entries[i].key,
			    (struct text){ 0 });
	if (count > 0)
		qsort(paths, count, sizeof(*paths), text_order);
	for (i = 0; i < count; i++)
		if (text_equal(name,
			unicode_lower(arena, base_of(paths[i]), "")))
			return paths[i];
	return text_nearest(reference->target, paths, count);
}

static int attachment_order(const void *a, const void *b)
{
	const struct attachment *const *x = a, *const *y = b;

	return text_compare((*x)->file->relative, (*y)->file->relative);
}

void attachments_settle(struct attachments *attachments)
{
	if (attachments->count > 0)
		qsort(attachments->items, attachments->count,
		    sizeof(*attachments->items), attachment_order);
}

const struct attachment *attachment_find(
    const struct attachments *attachments, struct arena *arena,
    const struct edition *edition, const struct reference *reference)
{
	return table_get(&attachments->by_path,
	    path_find(attachments, arena, edition, reference));
}

struct text attachment_path(struct arena *arena,
    const struct attachment *attachment, const struct locale *locale)
{
	return text_format(arena, "%.*s/%.*s", TEXT_ARGUMENTS(locale->tag),
	    TEXT_ARGUMENTS(attachment->name));
}

size_t attachment_copies(struct attachment_copy **copies,
    struct arena *arena, const struct attachments *attachments,
    const struct guide *guide)
{
	struct table seen = { 0 };
	size_t count = 0, i, j;

	*copies = arena_array(arena, struct attachment_copy,
	    attachments->count * guide->locale_count);
	for (i = 0; i < attachments->count; i++) {
		const struct attachment *attachment = attachments->items[i];

		for (j = 0; j < guide->locale_count; j++) {
			struct text path;

			if (!attachment->wanted[j])
				continue;
			path = attachment_path(
			    arena, attachment, guide->locales[j]);
			/* Equal names are equal bytes. */
			if (table_put(&seen, arena, path, attachment) == NULL)
				(*copies)[count++] = (struct attachment_copy){
					path, attachment
				};
		}
	}
	return count;
}
