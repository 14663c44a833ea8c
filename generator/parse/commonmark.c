#include "parse/commonmark.h"

#include "parse/tree.h"

#include <cmark.h>

struct text commonmark_html(struct arena *arena, struct text text)
{
	cmark_node *root = tree_parse(arena, text);
	const char *html = cmark_render_html(root, CMARK_OPT_UNSAFE);

	tree_done();
	return text_from(html);
}
