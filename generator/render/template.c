#include "render/template.h"

#include "base/list.h"
#include "base/table.h"
#include "render/compile.h"
#include "render/statement.h"

struct stored_file {
	struct template_file file;
	size_t told; /* the run that has been told of its problems */
};

struct files {
	struct stored_file **items;
	size_t count;
	size_t capacity;
};

struct template_set {
	struct arena trees; /* all that the set itself makes */
	const struct source *(*load)(void *context, struct text name);
	void *context;
	const struct text *names;
	size_t name_count;
	struct files files;
	size_t run; /* counts compilations, so that each is told once */
};

struct template_set *template_set_new(struct arena *arena,
    const struct source *(*load)(void *context, struct text name),
    void *context, const struct text *names, size_t name_count)
{
	struct template_set *set = arena_new(arena, struct template_set);

	set->load = load;
	set->context = context;
	set->names = names;
	set->name_count = name_count;
	return set;
}

void template_set_release(struct template_set *set)
{
	size_t i;

	for (i = 0; i < set->files.count; i++)
		arena_release(&set->files.items[i]->file.problems.arena);
	arena_release(&set->trees);
	set->files = (struct files){ 0 };
}

/* ---- Files ---- */

static struct stored_file *read_file(struct template_set *set,
    struct text name)
{
	const struct source *source = set->load(set->context, name);
	struct stored_file *stored;
	struct template_file *file;

	if (source == NULL)
		return NULL;
	stored = arena_new(&set->trees, struct stored_file);
	file = &stored->file;
	file->name = text_copy(&set->trees, name);
	file->source = source;
	file->is_xml = text_ends(name, TEXT(".xml"));
	file->root = markup_read(&set->trees, &file->problems, source,
	    file->is_xml);
	if (file->root != NULL)
		statement_check(&file->problems, &set->trees, file->root);
	*list_add(&set->trees, &set->files) = stored;
	return stored;
}

static void tell_problems(const struct template_file *file,
    struct report *report)
{
	size_t i;

	for (i = 0; i < file->problems.count; i++) {
		const struct report_item *item = &file->problems.items[i];

		report_add_values(report, item->message, item->place,
		    item->values, item->value_count);
	}
}

const struct template_file *template_set_file(struct template_set *set,
    struct report *report, struct text name, struct place place)
{
	struct stored_file *stored = NULL;
	size_t i;

	for (i = 0; i < set->files.count && stored == NULL; i++) {
		if (text_equal(set->files.items[i]->file.name, name))
			stored = set->files.items[i];
	}
	if (stored == NULL)
		stored = read_file(set, name);
	if (stored == NULL) {
		report_add(report, MESSAGE_TEMPLATE_MISSING, place, name,
		    text_nearest(name, set->names, set->name_count));
		return NULL;
	}
	if (stored->told != set->run)
		tell_problems(&stored->file, report);
	stored->told = set->run;
	return stored->file.root != NULL ? &stored->file : NULL;
}

const struct template_file *template_set_file_of(
    const struct template_set *set, const struct markup_node *node)
{
	size_t i = 0;

	while (set->files.items[i]->file.source != node->place.source)
		i++;
	return &set->files.items[i]->file;
}

/* ---- Programs ---- */

const struct program *template_compile(struct template_set *set,
    struct arena *arena, struct report *report, struct text name,
    const struct slot_type *root, const struct catalogs *catalogs,
    const struct slot_language *language)
{
	size_t errors = report->counts[REPORT_ERROR];
	const struct place nowhere = { 0 };
	const struct template_file *file;
	struct program *program;
	struct compiler compiler = {
		.set = set,
		.arena = arena,
		.report = report,
		.catalogs = catalogs,
		.language = language,
		.scope = { root, NULL },
		.register_count = 1,
	};

	set->run++;
	file = template_set_file(set, report, name, nowhere);
	if (file == NULL)
		return NULL;
	compiler.is_xml = file->is_xml;
	compile_root(&compiler, file->root);
	buffer_release(&compiler.pending);
	if (report->counts[REPORT_ERROR] > errors)
		return NULL;
	program = arena_new(arena, struct program);
	*program = (struct program){
		.instructions = compiler.code.items,
		.register_count = compiler.register_count,
		.loop_count = compiler.loop_count,
		.language = language,
		.is_xml = file->is_xml,
	};
	return program;
}

/* ---- Messages ---- */

struct collector {
	struct arena *arena;
	struct report *report;
	struct text reference;
	struct catalog_messages *messages;
	bool failed;
};

static struct text value_of(const struct markup_node *node,
    enum statement statement)
{
	const struct markup_attribute *attribute = statement_get(node,
	    statement);

	return attribute != NULL ? attribute->value.text : (struct text){ 0 };
}

static void collect(struct collector *collector,
    const struct markup_node *node, struct text id, struct text plural_id)
{
	struct catalog_message *message;

	message = list_add(collector->arena, collector->messages);
	message->context = value_of(node, STATEMENT_CONTEXT);
	message->comment = phrase_normalise(collector->arena,
	    value_of(node, STATEMENT_COMMENT));
	message->reference = collector->reference;
	message->id = id;
	message->plural_id = plural_id;
	if (phrase_has_placeholder(id) || phrase_has_placeholder(plural_id))
		message->flag = "python-brace-format";
	if (message->context.at != NULL)
		message->context = text_copy(collector->arena,
		    message->context);
}

static void collect_attributes(struct collector *collector,
    const struct markup_node *node)
{
	const struct markup_attribute *list = statement_get(node,
	    STATEMENT_TRANSLATED_ATTRIBUTES);
	struct snippet rest;
	struct snippet word;

	if (list == NULL)
		return;
	rest = list->value;
	while (snippet_word(&word, &rest)) {
		const struct markup_attribute *attribute =
		    markup_attribute(node, word.text);

		if (attribute != NULL)
			collect(collector, node,
			    phrase_normalise(collector->arena,
				attribute->value.text),
			    (struct text){ 0 });
	}
}

static void collect_phrase(struct collector *collector,
    const struct markup_node *node)
{
	struct phrase one;
	struct phrase other;

	if (statement_get(node, STATEMENT_PLURAL) != NULL) {
		if (phrase_read_plural(&one, &other, collector->arena,
			collector->report, node))
			collect(collector, node, one.id, other.id);
		else
			collector->failed = true;
	} else if (statement_get(node, STATEMENT_TRANSLATE) != NULL) {
		if (phrase_read(&one, collector->arena, collector->report,
			node))
			collect(collector, node, one.id, (struct text){ 0 });
		else
			collector->failed = true;
	}
}

/* True if the sample that a statement replaces is never written. */
static bool hides_sample(const struct markup_node *node,
    enum statement statement)
{
	const struct markup_attribute *attribute = statement_get(node,
	    statement);

	return attribute != NULL &&
	    !expression_says_default(attribute->value.text);
}

/* Collects what the compiler would look up; in_use: below a use of a macro,
 * of which only what fills slots is written. */
static void collect_node(struct collector *collector,
    const struct markup_node *node, bool in_use)
{
	const struct markup_node *child;
	bool uses = statement_get(node, STATEMENT_USE_MACRO) != NULL;

	if (in_use && statement_get(node, STATEMENT_FILL_SLOT) != NULL)
		in_use = false;
	if (markup_is_text(node) || hides_sample(node, STATEMENT_REPLACE))
		return;
	if (!in_use && !uses) {
		collect_attributes(collector, node);
		if (hides_sample(node, STATEMENT_CONTENT))
			return;
		collect_phrase(collector, node);
	}
	for (child = node->first; child != NULL; child = child->next)
		collect_node(collector, child, in_use || uses);
}

bool template_messages(struct template_set *set, struct arena *arena,
    struct report *report, struct text name,
    struct catalog_messages *messages)
{
	size_t errors = report->counts[REPORT_ERROR];
	const struct place nowhere = { 0 };
	const struct template_file *file;
	struct collector collector = { .arena = arena,
		.report = report,
		.messages = messages };

	set->run++;
	file = template_set_file(set, report, name, nowhere);
	if (file == NULL)
		return false;
	collector.reference = text_format(arena, "templates/%.*s",
	    TEXT_ARGUMENTS(name));
	collect_node(&collector, file->root, false);
	return !collector.failed && report->counts[REPORT_ERROR] == errors;
}
