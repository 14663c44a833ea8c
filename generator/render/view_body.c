/* Bodies on the page that shows them: their holes are filled. */
#include "render/view_body.h"

#include "render/body_message.h"
#include "render/escape.h"
#include "render/link_targets.h"

/* Names of files may have letters that old servers and archives spoil in
 * addresses; words of addresses that readers see are left alone. */
static struct text url_encoded(struct arena *arena, struct text url)
{
	struct buffer out = { 0 };
	struct text encoded;
	size_t i;

	for (i = 0; i < url.length; i++)
		if ((unsigned char)url.at[i] < 0x80)
			buffer_add_char(&out, url.at[i]);
		else
			buffer_format(&out, "%%%02X",
			    (unsigned char)url.at[i]);
	encoded = buffer_copy(&out, arena);
	buffer_release(&out);
	return encoded;
}

/* What keeps the page from jumping when an image comes, and images that are
 * not seen at first from coming before the rest. */
static void image_fill(struct buffer *out, const struct picture *picture,
    bool below)
{
	buffer_format(out, " width=\"%zu\" height=\"%zu\"", picture->width,
	    picture->height);
	if (below)
		buffer_add_string(out, " loading=\"lazy\" decoding=\"async\"");
}

/* The address for a hole. */
static struct text url_of(const struct view *view,
    const struct body_part *part, const struct target *target)
{
	struct text url;

	if (part->inside && target->fragment.length > 0 &&
	    (target->path.length == 0 ||
		text_equal(target->path,
		    address_edition(view->arena, part->edition))))
		return address_relative(view->arena, view->page->path,
		    view->page->path, target->fragment);
	url = address_relative(view->arena, view->page->path,
	    target->path.length > 0 ? target->path : view->page->path,
	    target->fragment);
	return target->attachment != NULL ? url_encoded(view->arena, url)
					  : url;
}

/* What the hole of a link or image takes: the address, and of a link which
 * language it opens if that is not the text's own. */
static void hole_fill(struct buffer *out, const struct view *view,
    const struct body_part *part, const struct reference *reference)
{
	struct target target = reference_target(view->arena,
	    view->site->guide, view->site->attachments, part->edition,
	    reference, view->locale);

	buffer_add_string(out, reference->is_image ? " src=\"" : " href=\"");
	escape_url(out, url_of(view, part, &target));
	buffer_add_char(out, '"');
	if (reference->is_image)
		image_fill(out, &target.attachment->picture, part->below);
	else if (target.locale != part->edition->locale)
		buffer_format(out, " hreflang=\"%.*s\"",
		    TEXT_ARGUMENTS(target.locale->tag));
}

void body_part_add(struct buffer *out, const struct view *view,
    const struct body_part *part)
{
	const struct body *body = part->body;
	const struct document *document = &part->edition->document;
	size_t at = part->begin, i;

	for (i = 0; i < body->hole_count; i++) {
		const struct hole *hole = &body->holes[i];

		if (hole->offset < part->begin || hole->offset >= part->end)
			continue;
		buffer_add(
		    out, text_slice(body->bytes, at, hole->offset - at));
		if (hole->kind == HOLE_REFERENCE)
			hole_fill(out, view, part,
			    &document->references[hole->reference]);
		else
			body_message_fill(out, view->arena,
			    part->edition->locale, hole);
		at = hole->offset;
	}
	buffer_add(out, text_slice(body->bytes, at, part->end - at));
}

struct text view_body(const struct view *view, const struct edition *edition,
    const struct body *body, bool below)
{
	struct body_part part = { .edition = edition,
		.body = body,
		.end = body->bytes.length,
		.below = below };
	struct buffer out = { 0 }, marked = { 0 };
	struct text text;

	if (body->hole_count == 0 && view->targets == NULL)
		return body->bytes;
	body_part_add(&out, view, &part);
	if (view->targets != NULL)
		link_targets_mark(&marked, view->targets, buffer_text(&out));
	text = buffer_copy(
	    view->targets != NULL ? &marked : &out, view->arena);
	buffer_release(&marked);
	buffer_release(&out);
	return text;
}
