#include "parse/mask.h"

#include "base/arena.h"
#include "parse/walk.h"

#include <cmark.h>
#include <string.h>

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

struct text masks_plain(const struct masks *masks, struct text text)
{
	const char *plain = text_string(masks->scratch, text);
	const char *more = replaced(masks, plain, masks->tilde, "~");

	plain = more != NULL ? more : plain;
	more = replaced(masks, plain, masks->bracket, "[");
	return text_from(more != NULL ? more : plain);
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
