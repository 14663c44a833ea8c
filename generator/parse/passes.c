#include "parse/pass.h"

#include "base/list.h"
#include "parse/walk.h"

#include <cmark.h>

struct place pass_place(const struct pass *pass, const char *at)
{
	const struct source *source = pass->locator->source;

	return (struct place){ source, (size_t)(at - source->bytes.at) };
}

struct place pass_place_at(const struct pass *pass, size_t offset)
{
	return (struct place){ pass->locator->source, offset };
}

bool pass_holds_inlines(struct cmark_node *node)
{
	const struct extension *extension = extension_of(node);

	if (extension == NULL)
		return cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH ||
		    cmark_node_get_type(node) == CMARK_NODE_HEADING;
	return extension->kind == EXTENSION_TERM ||
	    extension->kind == EXTENSION_CELL ||
	    extension->kind == EXTENSION_CAPTION ||
	    extension->kind == EXTENSION_CALLOUT_TITLE;
}

/* Comments are an author's notes: left out like all raw HTML, but without a
 * warning. */
bool pass_is_comment(struct cmark_node *html)
{
	struct text text = text_trim(text_from(cmark_node_get_literal(html)));

	return text_starts(text, TEXT("<!--")) &&
	    text_find(text, TEXT("-->"), 2) == text.length - 3;
}

struct cmark_node *pass_title(struct cmark_node *root)
{
	cmark_node *node = cmark_node_first_child(root);

	while (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK &&
	    pass_is_comment(node))
		node = cmark_node_next(node);
	return cmark_node_get_type(node) == CMARK_NODE_HEADING &&
		cmark_node_get_heading_level(node) == 1
	    ? node
	    : NULL;
}

/* What the source seems to have, so that most passes need not run. */
struct signs {
	bool pipes, callouts, tasks, images, tildes, notes, contexts,
	    keeps;
};

static bool has(struct text text, const char *pair)
{
	return text_find(text, text_from(pair), 0) != TEXT_NONE;
}

static struct signs look(struct text text)
{
	return (struct signs){
		.pipes = text_find_char(text, '|', 0) != TEXT_NONE,
		.callouts = has(text, "[!"),
		.tasks = has(text, "[ ") || has(text, "[x") || has(text, "[X"),
		.images = has(text, "!["),
		.tildes = has(text, "~~"),
		.notes = has(text, "[^"),
		.contexts = has(text, "{ctx="),
		.keeps = has(text, "]{.keep}"),
	};
}

static void add(struct pass *pass, struct nodes *nodes, cmark_node *node)
{
	*list_add(pass->scratch, nodes) = node;
}

static void find_blocks(struct pass *pass, cmark_node *root)
{
	struct walk walk = walk_children(root);

	while (walk_next(&walk)) {
		if (!walk.entering)
			continue;
		switch (cmark_node_get_type(walk.node)) {
		case CMARK_NODE_PARAGRAPH:
		case CMARK_NODE_HEADING:
			add(pass, &pass->leaves, walk.node);
			walk.entering = false; /* not its inlines */
			break;
		case CMARK_NODE_BLOCK_QUOTE:
			add(pass, &pass->quotes, walk.node);
			break;
		case CMARK_NODE_LIST:
			add(pass, &pass->lists, walk.node);
			break;
		default:
			break;
		}
	}
}

void passes_run(struct pass *pass, struct cmark_node *root)
{
	struct signs signs =
	    look(text_after(pass->masks.source->bytes, pass->start));
	bool masked = pass->masks.count > 0;

	if (signs.pipes || signs.callouts || signs.tasks || signs.images ||
	    signs.contexts || masked)
		find_blocks(pass, root);
	if (signs.pipes)
		tables_find(pass);
	if (masked)
		items_find(pass);
	if (signs.pipes)
		captions_find(pass);
	if (signs.callouts)
		callouts_find(pass);
	if (signs.tasks)
		tasks_find(pass);
	if (signs.images)
		figures_find(pass);
	if (signs.contexts)
		contexts_find(pass);
	if (pass->options->collect_messages ||
	    pass->options->translator != NULL)
		messages_find(pass, root);
	if (signs.keeps || pass->options->translator != NULL)
		keeps_find(pass, root);
	/* A translation may strike what its source does not. */
	if (signs.tildes || pass->options->translator != NULL)
		strikes_find(pass, root);
	if (signs.notes)
		references_find(pass, root);
	masks_unescape(&pass->masks, root);
}
