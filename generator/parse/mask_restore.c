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

/* What stands in the place of a mask begins at `at`. */
static bool stands_at(const struct masks *masks, const struct mask *mask,
    struct text text, size_t at)
{
	size_t i;

	if (at + mask->length > text.length ||
	    text.at[at] != masks->bullet)
		return false;
	for (i = 4; i < mask->length; i++)
		if (text.at[at + i] != masks->filler)
			return false;
	return true;
}

/* Puts the source's bytes back into a node's literal, at the first place from
 * `from` on where a mask stands.  Returns what is behind it, or TEXT_NONE. */
static size_t put_back(const struct masks *masks, struct mask *mask,
    cmark_node *node, size_t from)
{
	struct text text = text_copy(masks->scratch,
	    text_from(cmark_node_get_literal(node)));
	size_t at = from;

	while (at < text.length && !stands_at(masks, mask, text, at))
		at++;
	if (at >= text.length)
		return TEXT_NONE;
	memcpy((char *)text.at + at, masks->source->bytes.at + mask->offset,
	    mask->length);
	(void)cmark_node_set_literal(node, text.at); /* it has had one */
	mask->used = true;
	return at + mask->length;
}

/* Where a line begins in the literal of a block. */
static size_t line_start(struct text literal, int line)
{
	size_t at = 0;

	for (; line > 0 && at != TEXT_NONE; line--) {
		at = text_find_char(literal, '\n', at);
		at = at == TEXT_NONE ? at : at + 1;
	}
	return at;
}

/* Code and raw HTML have their lines as they are in the source. */
static void restore_block(const struct masks *masks,
    const struct locator *locator, cmark_node *node)
{
	int first = cmark_node_get_start_line(node);
	int last = cmark_node_get_end_line(node);
	char begin = locate_lines(locator, node).at[0];
	size_t i;

	if (cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK &&
	    (begin == '`' || begin == '~'))
		first++;
	for (i = 0; i < masks->count; i++) {
		struct mask *mask = &masks->items[i];
		int line = line_of(locator, mask->offset);
		size_t at;

		if (mask->used || line < first || line > last)
			continue;
		at = line_start(text_from(cmark_node_get_literal(node)),
		    line - first);
		if (at != TEXT_NONE)
			(void)put_back(masks, mask, node, at);
	}
}

/* Of footnotes the filler is seen wherever it got to. */
static void restore_notes(const struct masks *masks, cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);
	size_t from = 0;
	size_t i;

	if (literal == NULL || strchr(literal, masks->filler) == NULL)
		return;
	for (i = 0; i < masks->count && from != TEXT_NONE; i++)
		if (!masks->items[i].used && masks->items[i].length > 1)
			from = put_back(masks, &masks->items[i], node, from);
}

/* The first text on each line of a paragraph may begin with a mask. */
static void restore_lines(const struct masks *masks,
    const struct locator *locator, cmark_node *paragraph)
{
	int line = cmark_node_get_start_line(paragraph);
	cmark_node *node = cmark_node_first_child(paragraph);
	bool begins = true;
	size_t i;

	for (; node != NULL; node = cmark_node_next(node)) {
		cmark_node_type type = cmark_node_get_type(node);

		if (type == CMARK_NODE_SOFTBREAK ||
		    type == CMARK_NODE_LINEBREAK) {
			begins = true;
			line++;
			continue;
		}
		for (i = 0; begins && type == CMARK_NODE_TEXT &&
		     i < masks->count;
		     i++) {
			struct mask *mask = &masks->items[i];

			if (!mask->used &&
			    line_of(locator, mask->offset) == line &&
			    stands_at(masks, mask,
				text_from(cmark_node_get_literal(node)), 0))
				(void)put_back(masks, mask, node, 0);
		}
		begins = false;
	}
}

void masks_restore(struct masks *masks, const struct locator *locator,
    struct cmark_node *root)
{
	struct walk walk = walk_children(root);
	size_t left = 0;
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
			restore_notes(masks, walk.node);
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
