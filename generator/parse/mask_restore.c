#include "parse/mask.h"

#include "base/arena.h"
#include "parse/locate.h"
#include "parse/walk.h"

#include <cmark.h>
#include <string.h>

/* The line of an offset, from 1, as cmark counts. */
static int line_of(const struct locator *locator, size_t offset)
{
	size_t low = 0, high = locator->line_count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (locator->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return (int)low + 1;
}

/* A copy of a node's literal in which masks are put back; set when done. */
struct patch {
	struct text text;
	size_t from; /* what is before it is done */
	bool changed;
};

static struct patch patch_begin(const struct masks *masks, cmark_node *node)
{
	return (struct patch){
		.text = text_copy(masks->scratch,
		    text_from(cmark_node_get_literal(node))),
	};
}

static void patch_end(const struct patch *patch, cmark_node *node)
{
	if (patch->changed)
		(void)cmark_node_set_literal(node, patch->text.at);
}

/* What stands in the place of a mask begins at `at`. */
static bool stands_at(const struct masks *masks, const struct mask *mask,
    struct text text, size_t at)
{
	size_t i;

	if (at + mask->length > text.length)
		return false;
	if (mask->length == 1)
		return text.at[at] == masks->bullet;
	if (!text_starts(text_after(text, at), TEXT(MASK_NOTE)))
		return false;
	for (i = 4; i < mask->length; i++)
		if (text.at[at + i] != masks->filler)
			return false;
	return true;
}

/* Puts the source's bytes back at the first place from patch->from up to end
 * where a mask stands, if there is one. */
static void put_back(const struct masks *masks, struct mask *mask,
    struct patch *patch, size_t end)
{
	size_t at = patch->from;

	while (at < end && !stands_at(masks, mask, patch->text, at))
		at++;
	if (at >= end)
		return;
	memcpy((char *)patch->text.at + at,
	    masks->source->bytes.at + mask->offset, mask->length);
	patch->from = at + mask->length;
	patch->changed = true;
	mask->used = true;
}

/* The first mask at or behind an offset. */
static size_t first_mask(const struct masks *masks, size_t offset)
{
	size_t low = 0, high = masks->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (masks->items[middle].offset < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Where the next line begins, or the end. */
static size_t next_line(struct text literal, size_t at)
{
	size_t end = text_find_char(literal, '\n', at);

	return end == TEXT_NONE ? literal.length : end + 1;
}

/* Code and raw HTML have their lines as they are in the source. */
static void restore_block(const struct masks *masks,
    const struct locator *locator, cmark_node *node)
{
	struct patch patch = patch_begin(masks, node);
	struct text lines = locate_lines(locator, node);
	int line = cmark_node_get_start_line(node);
	int last = cmark_node_get_end_line(node);
	size_t at = 0;
	size_t i;

	if (cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK &&
	    (lines.at[0] == '`' || lines.at[0] == '~'))
		line++;
	i = first_mask(masks, locator->lines[line - 1]);
	for (; i < masks->count; i++) {
		int wanted = line_of(locator, masks->items[i].offset);

		if (wanted > last)
			break;
		for (; line < wanted; line++)
			at = next_line(patch.text, at);
		patch.from = at;
		if (!masks->items[i].used)
			put_back(masks, &masks->items[i], &patch,
			    next_line(patch.text, at));
	}
	patch_end(&patch, node);
}

/* Of footnotes the filler is seen wherever it got to; first is the first that
 * may be there. */
static void restore_notes(const struct masks *masks, size_t *first,
    cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);
	struct patch patch;

	if (strchr(literal, masks->filler) == NULL)
		return;
	patch = patch_begin(masks, node);
	for (; *first < masks->count; ++*first) {
		struct mask *mask = &masks->items[*first];

		if (mask->used || mask->length == 1)
			continue;
		put_back(masks, mask, &patch, patch.text.length);
		if (!mask->used)
			break;
	}
	patch_end(&patch, node);
}

/* A text at the beginning of a line may begin with a mask. */
static void restore_text(const struct masks *masks,
    const struct locator *locator, cmark_node *node, int line)
{
	size_t i = first_mask(masks, locator->lines[line - 1]);
	struct mask *mask = i < masks->count ? &masks->items[i] : NULL;
	struct patch patch;

	if (mask == NULL || mask->used ||
	    line_of(locator, mask->offset) != line ||
	    !stands_at(masks, mask,
		text_from(cmark_node_get_literal(node)), 0))
		return;
	patch = patch_begin(masks, node);
	put_back(masks, mask, &patch, patch.text.length);
	patch_end(&patch, node);
}

static void restore_lines(const struct masks *masks,
    const struct locator *locator, cmark_node *paragraph)
{
	int line = cmark_node_get_start_line(paragraph);
	cmark_node *node = cmark_node_first_child(paragraph);
	bool begins = true;

	if (line == 0)
		return; /* it is new, made of what was put back before */
	for (; node != NULL; node = cmark_node_next(node)) {
		cmark_node_type type = cmark_node_get_type(node);
		bool breaks = type == CMARK_NODE_SOFTBREAK ||
		    type == CMARK_NODE_LINEBREAK;

		line += breaks;
		if (begins && type == CMARK_NODE_TEXT &&
		    (size_t)line <= locator->line_count)
			restore_text(masks, locator, node, line);
		begins = breaks;
	}
}

void masks_restore(struct masks *masks, const struct locator *locator,
    struct cmark_node *root)
{
	struct walk walk = walk_children(root);
	size_t left = 0, first = 0;
	size_t i;

	for (i = 0; i < masks->count; i++)
		left += !masks->items[i].used;
	while (left > 0 && walk_next(&walk)) {
		if (!walk.entering)
			continue;
		switch (cmark_node_get_type(walk.node)) {
		case CMARK_NODE_CODE_BLOCK:
		case CMARK_NODE_HTML_BLOCK:
			restore_block(masks, locator, walk.node);
			break;
		case CMARK_NODE_PARAGRAPH:
			restore_lines(masks, locator, walk.node);
			break;
		case CMARK_NODE_TEXT:
		case CMARK_NODE_CODE:
		case CMARK_NODE_HTML_INLINE:
			restore_notes(masks, &first, walk.node);
			break;
		default:
			break;
		}
	}
}

/* The text with each stand-in replaced, or NULL if there is none in it. */
static const char *replaced(const struct masks *masks, const char *string,
    struct text stand_in, const char *by)
{
	struct text text = text_from(string);
	struct text written = text_from(by);
	char *out;
	size_t length = 0, from = 0, at;

	if (stand_in.length == 0 || text_find(text, stand_in, 0) == TEXT_NONE)
		return NULL;
	out = arena_alloc(masks->scratch, text.length + 1);
	while ((at = text_find(text, stand_in, from)) != TEXT_NONE) {
		memcpy(out + length, text.at + from, at - from);
		length += at - from;
		memcpy(out + length, written.at, written.length);
		length += written.length;
		from = at + stand_in.length;
	}
	memcpy(out + length, text.at + from, text.length - from);
	return out;
}

/* One string of a node: a stand-in is the escaped byte, or in code and raw
 * HTML the escape as it is written. */
static void unescape(const struct masks *masks, cmark_node *node,
    const char *(*get)(cmark_node *), int (*set)(cmark_node *, const char *),
    bool is_raw)
{
	const char *string;

	string = replaced(masks, get(node), masks->tilde,
	    is_raw ? "\\~" : "~");
	if (string != NULL)
		(void)set(node, string); /* it has had one */
	string = replaced(masks, get(node), masks->bracket,
	    is_raw ? "\\[" : "[");
	if (string != NULL)
		(void)set(node, string);
}

void masks_unescape(const struct masks *masks, struct cmark_node *root)
{
	struct walk walk = walk_children(root);

	if (masks->tilde.length == 0 && masks->bracket.length == 0)
		return;
	while (walk_next(&walk)) {
		cmark_node *node = walk.node;

		if (!walk.entering)
			continue;
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_CODE_BLOCK:
			unescape(masks, node, cmark_node_get_fence_info,
			    cmark_node_set_fence_info, false);
			/* fallthrough */
		case CMARK_NODE_HTML_BLOCK:
		case CMARK_NODE_CODE:
		case CMARK_NODE_HTML_INLINE:
			unescape(masks, node, cmark_node_get_literal,
			    cmark_node_set_literal, true);
			break;
		case CMARK_NODE_TEXT:
			unescape(masks, node, cmark_node_get_literal,
			    cmark_node_set_literal, false);
			break;
		case CMARK_NODE_LINK:
		case CMARK_NODE_IMAGE:
			unescape(masks, node, cmark_node_get_url,
			    cmark_node_set_url, false);
			unescape(masks, node, cmark_node_get_title,
			    cmark_node_set_title, false);
			break;
		default:
			break;
		}
	}
}
