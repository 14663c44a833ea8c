/*
 * From the tree of a template to instructions, for one locale.  Private to
 * the four files compile*.c and to template.c, which starts it.
 */
#ifndef RENDER_COMPILE_H
#define RENDER_COMPILE_H

#include "render/phrase.h"
#include "render/program.h"
#include "render/template.h"

/* One file of the set, as parsed. */
struct template_file {
	struct text name;
	const struct source *source;
	const struct markup_node *root; /* NULL: it could not be used */
	bool is_xml;
	struct report problems; /* given to each report that asks for it */
};

/* A use of a macro that is being expanded.  outer: the use in whose macro the
 * using element itself stands (not the one that was begun before). */
struct use {
	const struct use *outer;
	const struct markup_node *node;
	struct text macro;
	struct fill *fills;
	size_t fill_count;
};
struct fill {
	const struct markup_attribute *name; /* metal:fill-slot */
	const struct markup_node *node;
	bool used;
};

struct instructions {
	struct instruction *items;
	size_t count;
	size_t capacity;
};

struct compiler {
	struct template_set *set;
	struct arena *arena;
	struct report *report;
	const struct catalogs *catalogs;
	const struct slot_language *language; /* the page's */
	bool is_xml;
	struct scope scope;
	const struct use *use; /* NULL outside of macros */
	struct buffer pending; /* static bytes that are no instruction yet */
	bool new_line; /* they begin with a line end of new_line */
	struct instructions code;
	size_t register_count;
	size_t loop_count;
};

/* What stands around the place that is being written. */
enum content_model {
	CONTENT_FLOW,     /* blocks may be put here: wrap in div */
	CONTENT_PHRASING, /* no blocks: wrap in span */
	CONTENT_PLAIN     /* nothing but text: wrap in nothing */
};
struct around {
	enum content_model model;
	bool verbatim; /* in pre or textarea */
	const struct slot_language *language;
};

/* The language of messages. */
extern const struct slot_language compile_english;

/* ---- compile.c: elements and text ---- */

void compile_node(struct compiler *compiler, const struct markup_node *node,
    struct around around);
/* What stands around the content of an element. */
struct around compile_inside(struct compiler *compiler,
    const struct markup_node *node, struct around around);
/* A whole template: its root and the end. */
void compile_root(struct compiler *compiler, const struct markup_node *root);

/* ---- compile_code.c: instructions ---- */

/* Adds bytes as they are; they are joined to one instruction. */
void code_static(struct compiler *compiler, struct text text);
void code_static_string(struct compiler *compiler, const char *string);
/* A line end, unless a line begins here anyway. */
void code_new_line(struct compiler *compiler);
/* Where the next instruction goes; jumps may lead there. */
size_t code_here(struct compiler *compiler);
/* Adds an instruction and gives its index; items move when it grows. */
size_t code_add(struct compiler *compiler, struct instruction instruction);
/* Makes the jump at an index lead to the next instruction. */
void code_land(struct compiler *compiler, size_t jump);
/* Loads an expression into a new register; gives the register. */
size_t code_load(struct compiler *compiler,
    const struct expression *expression);
/* A variable that lasts until compiler->scope.variables is set back. */
struct variable *code_variable(struct compiler *compiler, struct text name,
    size_t start, unsigned kinds, const struct slot_type *of);
/* Writes text or markup between tags. */
void code_write(struct compiler *compiler,
    const struct expression *expression, struct around around, bool structure,
    bool wrap);
/* Text of the template, escaped. */
void code_text(struct compiler *compiler, struct text text);

/* ---- compile_attribute.c: start tags ---- */

/* What a start tag says of the language of its content, beside the element's
 * own attributes. */
struct spoken {
	const struct slot_language *language; /* known now, or NULL */
	bool in_register; /* known when the page is made */
	size_t index;
	const struct slot_language *around;
};
void compile_start_tag(struct compiler *compiler,
    const struct markup_node *node, struct spoken spoken);
void compile_end_tag(struct compiler *compiler,
    const struct markup_node *node);
/* True if the element sets the attribute itself, as it stands or by
 * tal:attributes. */
bool compile_sets(struct compiler *compiler, const struct markup_node *node,
    struct text attribute);

/* ---- compile_phrase.c: messages ---- */

/* A message with the translation that the catalogs have. */
struct wording {
	bool is_plural;
	struct phrase forms[2]; /* plural: one, other */
	const struct markup_attribute *number;
	const struct catalog_entry *entry; /* NULL: not translated */
	const struct catalog *holder;
};
/* True if the element holds a message that can be written. */
bool compile_find_wording(struct wording *wording, struct compiler *compiler,
    const struct markup_node *node);
/* The language of what will be written; NULL for the page's own. */
const struct slot_language *compile_wording_language(
    const struct compiler *compiler, const struct wording *wording);
/* Writes it; in an element of its own if `wrap` and its language needs it. */
void compile_wording(struct compiler *compiler, const struct wording *wording,
    struct around around, bool wrap);
/* The value of an attribute that i18n:attributes lists. */
void compile_translated_value(struct compiler *compiler,
    const struct markup_node *node, const struct markup_attribute *attribute);

/* ---- compile_macro.c: METAL ---- */

/* Expands the macro that node uses. */
void compile_use(struct compiler *compiler, const struct markup_node *node,
    struct around around);
/* True if node is a slot that the use fills; it is then written. */
bool compile_slot(struct compiler *compiler, const struct markup_node *node,
    struct around around);

/* ---- template.c: files of the set ---- */

/* The file, parsed and checked, or NULL after reporting. place: who asks. */
const struct template_file *template_set_file(struct template_set *set,
    struct report *report, struct text name, struct place place);
/* The file that a node stands in. */
const struct template_file *template_set_file_of(
    const struct template_set *set, const struct markup_node *node);

#endif
