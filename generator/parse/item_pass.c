/* Definition lists and footnotes.  Each is an item of a list in cmark's tree,
 * because a mask makes it one (mask.h). */
#include "parse/pass.h"

#include "base/arena.h"
#include "base/list.h"
#include "parse/tree.h"

#include <cmark.h>
#include <string.h>

static struct mask *mask_of(const struct pass *pass, cmark_node *item)
{
	return masks_at(&pass->masks, locate_block(pass->locator, item));
}

/* Sets a text without what is cut off its front; frees it, and a line break
 * behind it, if nothing is left. */
static void set_rest(struct pass *pass, cmark_node *text, struct text rest)
{
	cmark_node *next = cmark_node_next(text);
	cmark_node_type type = cmark_node_get_type(next);

	while (rest.length > 0 && rest.at[0] == ' ')
		rest = text_after(rest, 1);
	if (rest.length > 0) {
		(void)cmark_node_set_literal(text,
		    text_string(pass->scratch, rest)); /* it is a text */
		return;
	}
	cmark_node_free(text);
	if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
		cmark_node_free(next);
}

/* Takes the filler off the beginning of a footnote, unless a table has. */
static void take_filler(struct pass *pass, cmark_node *paragraph)
{
	cmark_node *text = cmark_node_first_child(paragraph);
	struct text rest = text_from(cmark_node_get_literal(text));

	if (extension_of(paragraph) != NULL)
		return;
	while (rest.length > 0 && rest.at[0] == pass->masks.filler)
		rest = text_after(rest, 1);
	set_rest(pass, text, rest);
	if (cmark_node_first_child(paragraph) == NULL)
		cmark_node_free(paragraph);
}

static void make_note(struct pass *pass, cmark_node *list, cmark_node *item,
    struct mask *mask)
{
	struct extension *extension;
	cmark_node *node =
	    extension_node(&extension, pass->scratch, EXTENSION_NOTE);
	struct note *note;

	mask->used = true;
	take_filler(pass, cmark_node_first_child(item));
	extension_move(node, cmark_node_first_child(item), NULL);
	(void)cmark_node_insert_before(list, node);
	if (table_get(&pass->labels, mask->label) != NULL) {
		report_add(pass->report, MESSAGE_FOOTNOTE_TWICE,
		    pass_place_at(pass, mask->offset), mask->label);
		cmark_node_unlink(node);
		return;
	}
	note = list_add(pass->scratch, &pass->notes);
	note->label = mask->label;
	note->node = node;
	note->extension = extension;
	note->offset = mask->offset;
	(void)table_put(&pass->labels, pass->scratch, note->label,
	    (void *)(uintptr_t)pass->notes.count);
}

/* The paragraph before a definition, at most one blank line above it. */
static cmark_node *find_term(cmark_node *list, cmark_node *item)
{
	cmark_node *block = cmark_node_previous(list);

	if (block == NULL ||
	    cmark_node_get_type(block) != CMARK_NODE_PARAGRAPH ||
	    cmark_node_first_child(block) == NULL ||
	    cmark_node_get_end_line(block) + 2 <
		cmark_node_get_start_line(item))
		return NULL;
	return block;
}

/* Each line of the paragraph is a term. */
static void make_terms(struct pass *pass, cmark_node *definitions,
    cmark_node *paragraph)
{
	struct text lines = locate_lines(pass->locator, paragraph);
	cmark_node *child = cmark_node_first_child(paragraph);

	while (child != NULL) {
		struct extension *extension;
		cmark_node *term = extension_node(&extension, pass->scratch,
		    EXTENSION_TERM);
		cmark_node *end = child;

		extension->lines = lines;
		while (end != NULL &&
		    cmark_node_get_type(end) != CMARK_NODE_SOFTBREAK &&
		    cmark_node_get_type(end) != CMARK_NODE_LINEBREAK)
			end = cmark_node_next(end);
		extension_move(term, child, end);
		(void)cmark_node_append_child(definitions, term);
		child = end != NULL ? cmark_node_next(end) : NULL;
	}
}

/* A list for the items of the original one from an item on, where another
 * kind of them begins. */
static cmark_node *new_list(cmark_node *like)
{
	cmark_node *list = tree_node(CMARK_NODE_LIST);

	(void)cmark_node_set_list_type(list, cmark_node_get_list_type(like));
	(void)cmark_node_set_list_start(list,
	    cmark_node_get_list_start(like));
	(void)cmark_node_set_list_tight(list,
	    cmark_node_get_list_tight(like));
	return list;
}

/* The list of definitions that goes on before `list`, or NULL if what is
 * there is no term. */
static cmark_node *begin_definitions(struct pass *pass, cmark_node *list,
    cmark_node *item)
{
	cmark_node *term = find_term(list, item);
	cmark_node *definitions, *items;
	struct extension *extension;

	if (term == NULL)
		return NULL;
	definitions = cmark_node_previous(term);
	if (extension_if(definitions, EXTENSION_DEFINITIONS) == NULL) {
		definitions = extension_node(&extension, pass->scratch,
		    EXTENSION_DEFINITIONS);
		(void)cmark_node_insert_before(term, definitions);
	}
	make_terms(pass, definitions, term);
	cmark_node_unlink(term);
	items = new_list(list);
	(void)cmark_node_append_child(definitions, items);
	return items;
}

/* ": ..." without a term is the caption of the table before it, else a
 * paragraph that begins with a colon. */
static void make_paragraph(struct pass *pass, cmark_node *list,
    cmark_node *item, struct mask *mask)
{
	cmark_node *paragraph = cmark_node_first_child(item);
	cmark_node *before = cmark_node_previous(list);
	bool is_paragraph = paragraph != NULL &&
	    cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH;
	cmark_node *colon;

	mask->used = true;
	if (is_paragraph && extension_if(before, EXTENSION_TABLE) != NULL &&
	    !extension_of(before)->captioned &&
	    cmark_node_next(paragraph) == NULL) {
		caption_take(pass, before, paragraph,
		    locate_lines(pass->locator, paragraph));
		return;
	}
	if (is_paragraph) {
		colon = tree_node(CMARK_NODE_TEXT);
		(void)cmark_node_set_literal(colon, ": ");
		(void)cmark_node_prepend_child(paragraph, colon);
	}
	while ((paragraph = cmark_node_first_child(item)) != NULL)
		(void)cmark_node_insert_before(list, paragraph);
}

static void take_apart(struct pass *pass, cmark_node *list)
{
	cmark_node *item = cmark_node_first_child(list);
	cmark_node *items = NULL; /* where the items of this kind go */
	bool defines = false;

	while (item != NULL) {
		cmark_node *next = cmark_node_next(item);
		struct mask *mask = mask_of(pass, item);

		if (mask == NULL) {
			if (items == NULL || defines) {
				items = new_list(list);
				(void)cmark_node_insert_before(list, items);
				*list_add(pass->scratch, &pass->lists) = items;
			}
			defines = false;
			(void)cmark_node_append_child(items, item);
		} else if (mask->length > 1) {
			make_note(pass, list, item, mask);
			items = NULL;
		} else {
			if (items == NULL || !defines)
				items = begin_definitions(pass, list, item);
			defines = items != NULL;
			mask->used = true;
			if (items != NULL)
				(void)cmark_node_append_child(items, item);
			else
				make_paragraph(pass, list, item, mask);
		}
		item = next;
	}
	cmark_node_unlink(list);
}

void items_find(struct pass *pass)
{
	size_t i;

	for (i = 0; i < pass->lists.count; i++) {
		cmark_node *list = pass->lists.items[i];
		cmark_node *item = cmark_node_first_child(list);

		while (item != NULL && mask_of(pass, item) == NULL)
			item = cmark_node_next(item);
		if (item != NULL)
			take_apart(pass, list);
	}
}
