#include "render/compile.h"

#include "base/list.h"
#include "render/statement.h"

struct names {
	struct text *items;
	size_t count;
	size_t capacity;
};

/* All values that a statement has below root, for suggestions. */
static struct names names_of(struct arena *arena,
    const struct markup_node *root, enum statement statement)
{
	const struct markup_node *node;
	const struct markup_attribute *attribute;
	struct names names = { 0 };

	for (node = root; node != NULL; node = markup_next(node, root, true)) {
		attribute = statement_get(node, statement);
		if (attribute != NULL)
			*list_add(arena, &names) = attribute->value.text;
	}
	return names;
}

static const struct markup_node *find_macro(const struct template_file *file,
    struct text name)
{
	const struct markup_node *node;
	const struct markup_attribute *macro;

	for (node = file->root; node != NULL;
	    node = markup_next(node, file->root, true)) {
		macro = statement_get(node, STATEMENT_DEFINE_MACRO);
		if (macro != NULL && text_equal(macro->value.text, name))
			return node;
	}
	return NULL;
}

/* The macro that "file.html/name" or "name" stands for, or NULL. */
static const struct markup_node *resolve(struct compiler *compiler,
    const struct markup_node *node, struct snippet written, struct text *name)
{
	const struct template_file *file;
	const struct markup_node *macro;
	struct snippet macro_name = written;
	struct names names;
	size_t slash = text_find_char(written.text, '/', 0);

	if (slash == TEXT_NONE) {
		file = template_set_file_of(compiler->set, node);
	} else {
		macro_name = snippet_after(written, slash + 1);
		file = template_set_file(compiler->set, compiler->report,
		    text_slice(written.text, 0, slash), written.place);
	}
	if (file == NULL)
		return NULL;
	*name = macro_name.text;
	macro = find_macro(file, *name);
	if (macro == NULL) {
		names = names_of(compiler->arena, file->root,
		    STATEMENT_DEFINE_MACRO);
		report_add(compiler->report, MESSAGE_TEMPLATE_MACRO,
		    macro_name.place, file->name, *name,
		    text_nearest(*name, names.items, names.count));
	} else if (file->is_xml != compiler->is_xml) {
		report_add(compiler->report, MESSAGE_TEMPLATE_SYNTAX,
		    written.place, written.text,
		    TEXT("HTML and XML cannot share macros"));
		return NULL;
	}
	return macro;
}

struct fills {
	struct fill *items;
	size_t count;
	size_t capacity;
};

/* What fills slots inside of node, but not inside of a macro used there. */
static struct fills find_fills(struct compiler *compiler,
    const struct markup_node *node)
{
	const struct markup_node *next = markup_next(node, node, true);
	struct fills fills = { 0 };
	bool inside;
	size_t i;

	for (; next != NULL; next = markup_next(next, node, inside)) {
		const struct markup_attribute *name = statement_get(next,
		    STATEMENT_FILL_SLOT);

		inside = name == NULL &&
		    statement_get(next, STATEMENT_USE_MACRO) == NULL;
		if (name == NULL)
			continue;
		for (i = 0; i < fills.count; i++) {
			if (text_equal(fills.items[i].name->value.text,
				name->value.text))
				break;
		}
		if (i == fills.count)
			*list_add(compiler->arena, &fills) =
			    (struct fill){ name, next, false };
		else
			report_add(compiler->report, MESSAGE_TEMPLATE_TWICE,
			    name->value.place, name->value.text,
			    TEXT("metal:fill-slot"));
	}
	return fills;
}

static void report_unused(struct compiler *compiler, const struct use *use,
    const struct markup_node *macro)
{
	struct names slots = names_of(compiler->arena, macro,
	    STATEMENT_DEFINE_SLOT);
	size_t i;

	for (i = 0; i < use->fill_count; i++) {
		struct snippet name = use->fills[i].name->value;

		if (!use->fills[i].used)
			report_add(compiler->report, MESSAGE_TEMPLATE_FILL,
			    name.place, use->macro, name.text,
			    text_nearest(name.text, slots.items,
				slots.count));
	}
}

void compile_use(struct compiler *compiler, const struct markup_node *node,
    struct around around)
{
	struct snippet written = snippet_trim(
	    statement_get(node, STATEMENT_USE_MACRO)->value);
	struct use use = { .outer = compiler->use, .node = node };
	const struct use *outer;
	const struct markup_node *macro;
	struct fills fills;

	macro = resolve(compiler, node, written, &use.macro);
	if (macro == NULL)
		return;
	/* Only the uses whose macros this one stands in: a macro may well be
	 * used again in what fills its slot. */
	for (outer = compiler->use; outer != NULL; outer = outer->outer) {
		if (outer->node != node)
			continue;
		report_add(compiler->report, MESSAGE_TEMPLATE_RECURSION,
		    written.place, use.macro);
		return;
	}
	fills = find_fills(compiler, node);
	use.fills = fills.items;
	use.fill_count = fills.count;
	compiler->use = &use;
	compile_node(compiler, macro, around);
	compiler->use = use.outer;
	report_unused(compiler, &use, macro);
}

bool compile_slot(struct compiler *compiler, const struct markup_node *node,
    struct around around)
{
	const struct markup_attribute *slot = statement_get(node,
	    STATEMENT_DEFINE_SLOT);
	const struct use *use = compiler->use;
	size_t i;

	if (use == NULL)
		return false;
	for (i = 0; i < use->fill_count; i++) {
		struct fill *fill = &use->fills[i];

		if (!text_equal(fill->name->value.text, slot->value.text))
			continue;
		fill->used = true;
		/* What fills a slot belongs to the file of the use. */
		compiler->use = use->outer;
		compile_node(compiler, fill->node, around);
		compiler->use = use;
		return true;
	}
	return false;
}
