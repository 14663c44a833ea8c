#include "parse/canonical.h"

#include "base/list.h"
#include "base/unicode.h"
#include "parse/canonical_text.h"
#include "parse/inlines.h"
#include "parse/walk.h"

#include <cmark.h>

/* Of so many pieces of emphasis that touch each other, each is tried with "*"
 * and with "_". */
enum { TRIED = 5 };

struct writer {
	struct buffer out;
	struct masks *masks;
	struct canonical *canonical;
	unsigned choice;   /* bit: this emphasis, of those that are tried the
	                      last one first, is written with "_" */
	unsigned tried;
	unsigned emphasis; /* how many were begun */
	bool touches;      /* some touch each other */
	struct nodes underscored; /* those under way */
};

/* As many backticks as the code has not in a row. */
static void add_code(struct writer *writer, struct text code)
{
	struct buffer *out = &writer->out;
	size_t count = 1, at = 0, i;
	bool pads;

	while (at < code.length) {
		size_t end = at;

		while (end < code.length && code.at[end] == '`')
			end++;
		if (end - at == count) {
			count++;
			at = 0;
		} else {
			at = end > at ? end : at + 1;
		}
	}
	pads = code.length > 0 &&
	    (code.at[0] == '`' || code.at[code.length - 1] == '`' ||
		(code.at[0] == ' ' && code.at[code.length - 1] == ' ' &&
		    text_trim(code).length > 0));
	for (i = 0; i < count; i++)
		buffer_add_char(out, '`');
	buffer_add_string(out, pads ? " " : "");
	canonical_add_literal(out, writer->masks, code);
	buffer_add_string(out, pads ? " " : "");
	for (i = 0; i < count; i++)
		buffer_add_char(out, '`');
}

static void add_emphasis(struct writer *writer, cmark_node *node,
    bool entering)
{
	struct nodes *open = &writer->underscored;
	bool is_strong = cmark_node_get_type(node) == CMARK_NODE_STRONG;
	bool underscored;

	if (entering) {
		writer->emphasis++;
		underscored = writer->emphasis <= writer->tried &&
		    (writer->choice >> (writer->tried - writer->emphasis) &
			1) != 0;
		if (underscored)
			*list_add(writer->masks->scratch, open) = node;
		if (canonical_is_emphasis(cmark_node_first_child(node)) ||
		    canonical_is_emphasis(cmark_node_last_child(node)) ||
		    canonical_is_emphasis(cmark_node_next(node)))
			writer->touches = true;
	} else {
		underscored = open->count > 0 &&
		    open->items[open->count - 1] == node;
		open->count -= underscored;
	}
	if (underscored)
		buffer_add_string(&writer->out, is_strong ? "__" : "_");
	else
		buffer_add_string(&writer->out, is_strong ? "**" : "*");
}

bool canonical_is_automatic(struct cmark_node *link)
{
	cmark_node *child = cmark_node_first_child(link);
	struct text url = text_from(cmark_node_get_url(link));
	struct text text;

	if (cmark_node_get_type(child) != CMARK_NODE_TEXT || cmark_node_next(child) != NULL ||
	    cmark_node_get_title(link)[0] != '\0' || url.length == 0)
		return false;
	text = text_from(cmark_node_get_literal(child));
	if (text_starts(url, TEXT("mailto:")) &&
	    text_equal(text_after(url, 7), text))
		return true;
	return text_equal(url, text);
}

static void add_placeholder(struct writer *writer, const char *name,
    size_t number)
{
	buffer_format(&writer->out, "{%s", name);
	if (number > 1)
		buffer_format(&writer->out, "%zu", number);
	buffer_add_char(&writer->out, '}');
}

/* Numbers go by the beginnings; the node itself tells which one ends. */
static size_t number_of(struct writer *writer, struct nodes *nodes,
    cmark_node *node, bool entering)
{
	size_t i = nodes->count;

	if (entering) {
		*list_add(writer->masks->scratch, nodes) = node;
		return nodes->count;
	}
	while (i > 0 && nodes->items[i - 1] != node)
		i--;
	return i;
}

static void add_link(struct writer *writer, struct walk *walk)
{
	bool is_image = cmark_node_get_type(walk->node) == CMARK_NODE_IMAGE;
	const char *name = is_image ? "image" : "link";
	size_t number = number_of(writer,
	    is_image ? &writer->canonical->images : &writer->canonical->links,
	    walk->node, walk->entering);

	if (!is_image && canonical_is_automatic(walk->node)) {
		buffer_add_char(&writer->out, '<');
		add_placeholder(writer, name, number);
		buffer_add_char(&writer->out, '>');
		walk->entering = false; /* not its text */
		return;
	}
	if (walk->entering) {
		buffer_add_string(&writer->out, is_image ? "![" : "[");
		return;
	}
	buffer_add_string(&writer->out, "](");
	add_placeholder(writer, name, number);
	canonical_add_title(&writer->out, writer->masks,
	    text_from(cmark_node_get_title(walk->node)));
	buffer_add_char(&writer->out, ')');
}

static void add_node(struct writer *writer, struct walk *walk)
{
	switch (cmark_node_get_type(walk->node)) {
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG:
		add_emphasis(writer, walk->node, walk->entering);
		return;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		add_link(writer, walk);
		return;
	default:
		break;
	}
	if (!walk->entering)
		return;
	switch (cmark_node_get_type(walk->node)) {
	case CMARK_NODE_TEXT:
		canonical_add_text(&writer->out, writer->masks, walk->node);
		break;
	case CMARK_NODE_SOFTBREAK:
		buffer_add_char(&writer->out, ' ');
		break;
	case CMARK_NODE_LINEBREAK:
		buffer_add_string(&writer->out, "\\\n");
		break;
	case CMARK_NODE_CODE:
		add_code(writer,
		    text_from(cmark_node_get_literal(walk->node)));
		break;
	case CMARK_NODE_HTML_INLINE:
		canonical_add_literal(&writer->out, writer->masks,
		    text_from(cmark_node_get_literal(walk->node)));
		break;
	default:
		break;
	}
}

static struct text write_once(struct canonical *canonical,
    struct writer *writer, cmark_node *first, cmark_node *last)
{
	struct walk walk = walk_siblings(first, last);
	struct text text;

	buffer_clear(&writer->out);
	writer->emphasis = 0;
	writer->touches = false;
	canonical->links.count = 0;
	canonical->images.count = 0;
	while (walk_next(&walk))
		add_node(writer, &walk);
	text = buffer_copy(&writer->out, writer->masks->scratch);
	return text;
}

/* What the inlines are, less how they are written. */
static struct text shape(struct arena *arena, cmark_node *first,
    cmark_node *last)
{
	struct walk walk = walk_siblings(first, last);
	struct buffer out = { 0 };
	struct text text;

	while (walk_next(&walk)) {
		cmark_node_type type = cmark_node_get_type(walk.node);

		if (type == CMARK_NODE_TEXT || type == CMARK_NODE_SOFTBREAK) {
			if (walk.entering)
				buffer_add_string(&out,
				    type == CMARK_NODE_TEXT
					? cmark_node_get_literal(walk.node)
					: " ");
			continue;
		}
		buffer_add_char(&out, (char)(1 + (type & 31)));
		buffer_add_char(&out, walk.entering ? '<' : '>');
		if (type == CMARK_NODE_LINK && walk.entering &&
		    (canonical_is_automatic(walk.node) ||
			text_starts(text_from(cmark_node_get_url(walk.node)),
			    TEXT(INLINES_LINK))))
			walk.entering = false;
	}
	text = buffer_copy(&out, arena);
	buffer_release(&out);
	return text;
}

/* Where emphasis touches emphasis, marks may run into each other: the first
 * choice of "*" and "_" is taken that is read as it is meant. */
static struct text choose_marks(struct canonical *canonical,
    struct writer *writer, struct text text, cmark_node *first,
    cmark_node *last)
{
	struct masks *masks = writer->masks;
	struct text meant = shape(masks->scratch, first, last);
	struct text plain = text;

	writer->tried = writer->emphasis < TRIED ? writer->emphasis : TRIED;
	for (;;) {
		cmark_node *read;

		inlines_parse(&read, masks, &text, 1);
		if (read != NULL &&
		    text_equal(meant,
			shape(masks->scratch, cmark_node_first_child(read),
			    cmark_node_last_child(read))))
			return text;
		if (++writer->choice == 1u << writer->tried)
			return plain;
		text = write_once(canonical, writer, first, last);
	}
}

void canonical_write(struct canonical *canonical, struct masks *masks,
    struct cmark_node *first, struct cmark_node *last)
{
	struct writer writer = { .masks = masks, .canonical = canonical };
	struct text text = write_once(canonical, &writer, first, last);

	if (writer.touches)
		text = choose_marks(canonical, &writer, text, first, last);
	canonical->text = unicode_nfc(masks->scratch, text);
	buffer_release(&writer.out);
}

size_t canonical_number(struct text placeholder, const char *name)
{
	struct text prefix = text_from(name);
	unsigned number;

	if (text_equal(placeholder, prefix))
		return 1;
	if (!text_starts(placeholder, prefix) ||
	    !text_number(&number, text_after(placeholder, prefix.length)) ||
	    number < 2)
		return 0;
	return number;
}
