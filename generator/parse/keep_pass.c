/* "[words]{.keep}": what stays as it is when a text is written in another
 * script (model/script.h).  Readers see only the words. */
#include "parse/pass.h"

#include "parse/walk.h"

#include <cmark.h>

static const struct text CLOSING = { "]{.keep}", 8 };

/* The last bracket that is open in the block under way. */
struct opening {
	cmark_node *node; /* NULL: there is none */
	size_t at;
};

static void set_text(struct pass *pass, cmark_node *node, struct text text)
{
	(void)cmark_node_set_literal(node,
	    text_string(pass->scratch, text)); /* it is a text */
}

static void take_byte(struct pass *pass, cmark_node *node, size_t at)
{
	struct text text = text_from(cmark_node_get_literal(node));
	struct buffer rest = { 0 };

	buffer_add(&rest, text_slice(text, 0, at));
	buffer_add(&rest, text_after(text, at + 1));
	set_text(pass, node, buffer_text(&rest));
	buffer_release(&rest);
}

static void find_in_text(struct pass *pass, struct opening *opening,
    cmark_node *node)
{
	struct text text = text_from(cmark_node_get_literal(node));
	size_t at = 0;

	/* Most have neither. */
	if (text_find_char(text, '[', 0) == TEXT_NONE &&
	    text_find_char(text, ']', 0) == TEXT_NONE)
		return;
	while (at < text.length) {
		struct text rest = text_after(text, at);
		struct text before = text_slice(text, 0, at);
		struct buffer joined = { 0 };

		if (rest.at[0] == '[')
			*opening = (struct opening){ node, at };
		if (opening->node == NULL || !text_starts(rest, CLOSING)) {
			at++;
			continue;
		}
		buffer_add(&joined, before);
		buffer_add(&joined, text_after(rest, CLOSING.length));
		set_text(pass, node, buffer_text(&joined));
		buffer_release(&joined);
		take_byte(pass, opening->node, opening->at);
		at -= opening->node == node;
		opening->node = NULL;
		text = text_from(cmark_node_get_literal(node));
	}
}

void keeps_find(struct pass *pass, struct cmark_node *root)
{
	struct walk walk = walk_children(root);
	struct opening opening = { 0 };

	while (walk_next(&walk)) {
		if (!walk.entering)
			continue;
		if (cmark_node_get_type(walk.node) == CMARK_NODE_TEXT)
			find_in_text(pass, &opening, walk.node);
		else if (cmark_node_get_type(walk.node) <=
		    CMARK_NODE_LAST_BLOCK)
			opening.node = NULL;
	}
}
