/* Bodies on the page that shows them: their holes are filled. */
#include "render/views.h"

#include "render/body_message.h"
#include "render/escape.h"

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

/* What the hole of a link or image takes: the address, and of a link which
 * language it opens if that is not the text's own. */
static void hole_fill(struct buffer *out, const struct view *view,
    const struct edition *edition, const struct reference *reference,
    bool below)
{
	struct target target = reference_target(view->arena,
	    view->site->guide, view->site->attachments, edition, reference,
	    view->locale);
	struct text url = address_relative(view->arena, view->page->path,
	    target.path.length > 0 ? target.path : view->page->path,
	    target.fragment);

	if (target.attachment != NULL)
		url = url_encoded(view->arena, url);
	buffer_add_string(out, reference->is_image ? " src=\"" : " href=\"");
	escape_url(out, url);
	buffer_add_char(out, '"');
	if (reference->is_image)
		image_fill(out, &target.attachment->picture, below);
	else if (target.locale != edition->locale)
		buffer_format(out, " hreflang=\"%.*s\"",
		    TEXT_ARGUMENTS(target.locale->tag));
}

struct text view_body(const struct view *view, const struct edition *edition,
    const struct body *body, bool below)
{
	struct buffer out = { 0 };
	struct text text;
	size_t at = 0, i;

	if (body->hole_count == 0)
		return body->bytes;
	for (i = 0; i < body->hole_count; i++) {
		const struct hole *hole = &body->holes[i];

		buffer_add(&out,
		    text_slice(body->bytes, at, hole->offset - at));
		if (hole->kind == HOLE_REFERENCE)
			hole_fill(&out, view, edition,
			    &edition->document.references[hole->reference],
			    below);
		else
			body_message_fill(&out, view->arena, edition->locale,
			    hole);
		at = hole->offset;
	}
	buffer_add(&out, text_after(body->bytes, at));
	text = buffer_copy(&out, view->arena);
	buffer_release(&out);
	return text;
}
