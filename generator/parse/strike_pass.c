/* Strikethrough: "~~" around a text, by the rules of emphasis. */
#include "parse/pass.h"

#include "base/list.h"
#include "parse/tree.h"
#include "parse/walk.h"

#include <cmark.h>

/* A "~~" in a text of its own. */
struct mark {
	cmark_node *node;
	bool opens;
	bool closes;
};

struct marks {
	struct mark *items;
	size_t count;
	size_t capacity;
};

enum nature { NATURE_BLANK, NATURE_PUNCTUATION, NATURE_OTHER };

/* Beyond ASCII only what languages put around words counts: U+2000 to U+206F
 * with their blanks, and U+3000 to U+303F. */
static enum nature nature_of(uint32_t code)
{
	if (code < 0x80) {
		if (code <= ' ')
			return NATURE_BLANK;
		return (code >= '0' && code <= '9') ||
			((code | 0x20) >= 'a' && (code | 0x20) <= 'z')
		    ? NATURE_OTHER
		    : NATURE_PUNCTUATION;
	}
	if (code == 0xA0 || code == 0x3000 ||
	    (code >= 0x2000 && code <= 0x200A))
		return NATURE_BLANK;
	if (code == 0xAB || code == 0xBB || code == 0x60C || code == 0x61B ||
	    code == 0x61F || (code >= 0x2010 && code <= 0x205E) ||
	    (code >= 0x3001 && code <= 0x303F))
		return NATURE_PUNCTUATION;
	return NATURE_OTHER;
}

/* Of the sibling beside a text, NULL if there is none. What is no text begins
 * and ends with punctuation in Markdown. */
static enum nature nature_beside(cmark_node *sibling, cmark_node *parent)
{
	cmark_node_type type = cmark_node_get_type(sibling);

	if (sibling == NULL)
		return pass_holds_inlines(parent) ? NATURE_BLANK
						  : NATURE_PUNCTUATION;
	return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK
	    ? NATURE_BLANK
	    : NATURE_PUNCTUATION;
}

static enum nature nature_before(struct text text, size_t at)
{
	size_t offset = at - 1;

	while (offset > 0 && (text.at[offset] & 0xC0) == 0x80)
		offset--;
	return nature_of(text_decode(text, &offset));
}

static enum nature nature_behind(struct text text, size_t at)
{
	return nature_of(text_decode(text, &at));
}

/* CommonMark 0.30, 6.2: runs that begin and that end emphasis. */
static struct mark judge(cmark_node *node, enum nature before,
    enum nature behind)
{
	return (struct mark){
		.node = node,
		.opens = behind != NATURE_BLANK &&
		    (behind == NATURE_OTHER || before != NATURE_OTHER),
		.closes = before != NATURE_BLANK &&
		    (before == NATURE_OTHER || behind != NATURE_OTHER),
	};
}

static cmark_node *add_text(struct pass *pass, cmark_node *before,
    struct text text)
{
	cmark_node *node;

	if (text.length == 0)
		return NULL;
	node = tree_node(CMARK_NODE_TEXT);
	(void)cmark_node_set_literal(node, text_string(pass->scratch, text));
	(void)cmark_node_insert_before(before, node);
	return node;
}

/* Puts the marks in a text into texts of their own. A run of one tilde, or of
 * three and more, is none. */
static void split(struct pass *pass, struct marks *marks, cmark_node *node)
{
	struct text text = text_copy(pass->scratch,
	    text_from(cmark_node_get_literal(node)));
	cmark_node *parent = cmark_node_parent(node);
	enum nature first = nature_beside(cmark_node_previous(node), parent);
	enum nature last = nature_beside(cmark_node_next(node), parent);
	size_t from = 0, at = 0;

	while ((at = text_find(text, TEXT("~~"), at)) != TEXT_NONE) {
		size_t end = at + 2;

		while (end < text.length && text.at[end] == '~')
			end++;
		if (end - at == 2) {
			(void)add_text(pass, node,
			    text_slice(text, from, at - from));
			*list_add(pass->scratch, marks) = judge(
			    add_text(pass, node, TEXT("~~")),
			    at > 0 ? nature_before(text, at) : first,
			    end < text.length ? nature_behind(text, end)
					      : last);
			from = end;
		}
		at = end;
	}
	if (from == 0)
		return;
	(void)add_text(pass, node, text_after(text, from));
	cmark_node_free(node);
}

static void wrap(struct pass *pass, const struct mark *open,
    const struct mark *close)
{
	struct extension *extension;
	cmark_node *strike =
	    extension_node(&extension, pass->scratch, EXTENSION_STRIKE);

	(void)cmark_node_insert_before(open->node, strike);
	extension_move(strike, cmark_node_next(open->node), close->node);
	cmark_node_free(open->node);
	cmark_node_free(close->node);
}

static void strike_children(struct pass *pass, cmark_node *parent)
{
	struct marks marks = { 0 };
	cmark_node *node = cmark_node_first_child(parent);
	size_t open = 0, i;

	while (node != NULL) {
		cmark_node *next = cmark_node_next(node);

		if (cmark_node_get_type(node) == CMARK_NODE_TEXT)
			split(pass, &marks, node);
		node = next;
	}
	/* The first ones of the list become the stack of those open. */
	for (i = 0; i < marks.count; i++) {
		struct mark mark = marks.items[i];

		if (mark.closes && open > 0)
			wrap(pass, &marks.items[--open], &mark);
		else if (mark.opens)
			marks.items[open++] = mark;
	}
}

void strikes_find(struct pass *pass, struct cmark_node *root)
{
	struct walk walk = walk_children(root);

	while (walk_next(&walk)) {
		cmark_node_type type = cmark_node_get_type(walk.node);

		if (!walk.entering)
			continue;
		if (type == CMARK_NODE_IMAGE)
			walk.entering = false;
		else if (cmark_node_first_child(walk.node) != NULL &&
		    (pass_holds_inlines(walk.node) ||
			type == CMARK_NODE_EMPH ||
			type == CMARK_NODE_STRONG ||
			type == CMARK_NODE_LINK ||
			extension_if(walk.node, EXTENSION_TASK) != NULL))
			strike_children(pass, walk.node);
	}
}
