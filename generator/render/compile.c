#include "render/compile.h"

#include "render/statement.h"
#include "render/vocabulary.h"

static void report_syntax(struct compiler *compiler, struct snippet snippet,
    struct text reason)
{
	report_add(compiler->report, MESSAGE_TEMPLATE_SYNTAX, snippet.place,
	    snippet.text, reason);
}

/* ---- Text ---- */

/* Keeps line ends but not the indentation behind them. */
static void compile_text(struct compiler *compiler, struct text text,
    bool verbatim)
{
	size_t end;

	if (verbatim) {
		code_text(compiler, text);
		return;
	}
	if (markup_is_blank(text) &&
	    text_find_char(text, '\n', 0) != TEXT_NONE) {
		code_new_line(compiler);
		return;
	}
	for (;;) {
		end = text_find_char(text, '\n', 0);
		if (end == TEXT_NONE)
			break;
		code_text(compiler, text_slice(text, 0, ++end));
		while (end < text.length &&
		    (text.at[end] == ' ' || text.at[end] == '\t'))
			end++;
		text = text_after(text, end);
	}
	code_text(compiler, text);
}

/* ---- define, condition, repeat ---- */

static bool is_good_name(struct compiler *compiler, struct snippet name)
{
	if (expression_is_name(name.text))
		return true;
	report_syntax(compiler, name,
	    TEXT("it cannot be the name of a variable"));
	return false;
}

static void compile_define(struct compiler *compiler,
    const struct markup_node *node)
{
	const struct markup_attribute *define = statement_get(node,
	    STATEMENT_DEFINE);
	const struct expression *expression;
	const struct slot_type *of = NULL;
	struct variable *variable;
	struct snippet rest;
	struct snippet clause;
	struct snippet name;
	struct snippet value;
	bool fine;

	if (define == NULL)
		return;
	rest = define->value;
	while (snippet_clause(&clause, &rest, compiler->arena)) {
		snippet_split(&name, &value, clause);
		fine = is_good_name(compiler, name);
		expression = expression_read(compiler->arena, compiler->report,
		    &compiler->scope, value, false);
		fine = expression != NULL &&
		    expression_type(&of, expression, compiler->report) && fine;
		variable = code_variable(compiler, name.text,
		    fine ? code_load(compiler, expression) : 0,
		    expression_kinds(expression), of);
		variable->broken = !fine;
	}
}

/* A jump to be landed behind the element, or TEXT_NONE. */
static size_t compile_condition(struct compiler *compiler,
    const struct markup_node *node)
{
	const struct markup_attribute *condition = statement_get(node,
	    STATEMENT_CONDITION);
	const struct expression *expression;

	if (condition == NULL)
		return TEXT_NONE;
	expression = expression_read(compiler->arena, compiler->report,
	    &compiler->scope, condition->value, false);
	if (expression == NULL)
		return TEXT_NONE;
	return code_add(compiler,
	    (struct instruction){ .operation = OPERATION_UNLESS,
		.expression = expression });
}

/* The REPEAT instruction, or TEXT_NONE. */
static size_t compile_repeat(struct compiler *compiler,
    const struct markup_node *node)
{
	const struct markup_attribute *repeat = statement_get(node,
	    STATEMENT_REPEAT);
	const struct expression *list;
	const struct slot_type *of = NULL;
	struct variable *variable;
	struct snippet name;
	struct snippet value;
	bool fine;

	if (repeat == NULL)
		return TEXT_NONE;
	snippet_split(&name, &value, snippet_trim(repeat->value));
	fine = is_good_name(compiler, name);
	list = expression_read(compiler->arena, compiler->report,
	    &compiler->scope, value, false);
	fine = list != NULL &&
	    expression_accept(list, compiler->report, KIND(SLOT_LIST),
		"a list") &&
	    expression_type(&of, list, compiler->report) && fine;
	variable = code_variable(compiler, name.text,
	    compiler->register_count++, KIND(SLOT_OBJECT), of);
	variable->repeats = true;
	variable->loop = compiler->loop_count++;
	variable->broken = !fine || of == NULL;
	return code_add(compiler,
	    (struct instruction){ .operation = OPERATION_REPEAT,
		.index = variable->start,
		.loop = variable->loop,
		.expression = list });
}

static void compile_next(struct compiler *compiler, size_t repeat)
{
	struct instruction begin = compiler->code.items[repeat];

	(void)code_add(compiler,
	    (struct instruction){ .operation = OPERATION_NEXT,
		.index = begin.index,
		.loop = begin.loop,
		.target = repeat + 1 });
	code_land(compiler, repeat);
}

/* ---- content and replace ---- */

struct content {
	const struct expression *expression; /* NULL: none that can be used */
	bool structure;
	bool may_default;
	bool has_language; /* text or markup, which may have one of its own */
};

static struct content read_content(struct compiler *compiler,
    const struct markup_attribute *statement)
{
	struct content content = { 0 };
	struct snippet written = snippet_trim(statement->value);
	unsigned kinds = KIND_PROSE;
	const char *wanted = "text";

	if (text_starts(written.text, TEXT("structure "))) {
		content.structure = true;
		written = snippet_after(written, 10);
		kinds = KIND(SLOT_HTML);
		wanted = "markup";
		if (compiler->is_xml)
			report_syntax(compiler, statement->value,
			    TEXT("markup cannot be put into XML as it is; "
				 "leave 'structure' out and write "
				 "type=\"html\""));
	} else if (text_starts(written.text, TEXT("text "))) {
		written = snippet_after(written, 5);
	}
	if (compiler->is_xml)
		kinds |= KIND(SLOT_HTML);
	content.expression = expression_read(compiler->arena, compiler->report,
	    &compiler->scope, written, true);
	if (content.expression == NULL)
		return content;
	if (expression_kinds(content.expression) == KIND(SLOT_HTML))
		wanted = "'structure' before it";
	if (!expression_accept(content.expression, compiler->report, kinds,
		wanted)) {
		content.expression = NULL;
		return content;
	}
	content.may_default = expression_may_default(content.expression);
	content.has_language = (expression_kinds(content.expression) &
	    (KIND(SLOT_TEXT) | KIND(SLOT_HTML))) != 0;
	return content;
}

static const struct expression *load(struct compiler *compiler,
    size_t *index, const struct expression *expression)
{
	*index = code_load(compiler, expression);
	return expression_register(compiler->arena, *index,
	    expression_kinds(expression));
}

/* ---- Elements ---- */

struct around compile_inside(struct compiler *compiler,
    const struct markup_node *node, struct around around)
{
	const struct markup_attribute *lang = markup_attribute(node,
	    TEXT("lang"));
	const struct markup_attribute *dir = markup_attribute(node,
	    TEXT("dir"));
	unsigned flags = vocabulary_flags(node->name);
	struct slot_language *language;

	if (markup_is_tagless(node) || compiler->is_xml)
		return around;
	if (node->space == MARKUP_SVG)
		around.model = text_equal(node->name, TEXT("foreignObject"))
		    ? CONTENT_FLOW
		    : CONTENT_PLAIN;
	else if ((flags & VOCABULARY_PLAIN) != 0)
		around.model = CONTENT_PLAIN;
	else
		around.model = (flags & VOCABULARY_PHRASING) != 0
		    ? CONTENT_PHRASING
		    : CONTENT_FLOW;
	if (node->space == MARKUP_HTML && (flags & VOCABULARY_VERBATIM) != 0)
		around.verbatim = true;
	/* The root has the language of the page, whatever its sample says. */
	if (lang != NULL && !text_equal(node->name, TEXT("html"))) {
		language = arena_new(compiler->arena, struct slot_language);
		language->tag = lang->value.text;
		language->rtl = dir != NULL &&
		    text_equal(dir->value.text, TEXT("rtl"));
		around.language = language;
	}
	return around;
}

static void compile_children(struct compiler *compiler,
    const struct markup_node *node, struct around around)
{
	const struct markup_node *child;

	for (child = node->first; child != NULL; child = child->next)
		compile_node(compiler, child, around);
}

/* What stands in the template between the tags. marked: the start tag says
 * the language already. */
static void compile_sample(struct compiler *compiler,
    const struct markup_node *node, const struct wording *wording,
    struct around around, bool marked)
{
	if (wording != NULL)
		compile_wording(compiler, wording, around, !marked);
	else
		compile_children(compiler, node, around);
}

/* tal:omit-tag: true if the tags are never written; else when they are not,
 * or NULL. */
static bool read_omit(const struct expression **omit,
    struct compiler *compiler, const struct markup_node *node)
{
	const struct markup_attribute *statement = statement_get(node,
	    STATEMENT_OMIT_TAG);
	const struct expression *expression;
	struct expression *not;

	*omit = NULL;
	if (markup_is_tagless(node))
		return true;
	if (statement == NULL)
		return false;
	if (markup_is_blank(statement->value.text))
		return true;
	expression = expression_read(compiler->arena, compiler->report,
	    &compiler->scope, statement->value, false);
	if (expression == NULL)
		return false;
	not = arena_new(compiler->arena, struct expression);
	not->source = EXPRESSION_NOT;
	not->kinds = KIND(SLOT_FLAG);
	not->inner = expression;
	*omit = not;
	return false;
}

static void compile_tag(struct compiler *compiler,
    const struct markup_node *node, const struct expression *unless_false,
    const struct spoken *start)
{
	size_t skip = TEXT_NONE;

	if (unless_false != NULL)
		skip = code_add(compiler,
		    (struct instruction){ .operation = OPERATION_UNLESS,
			.expression = unless_false });
	if (start != NULL)
		compile_start_tag(compiler, node, *start);
	else
		compile_end_tag(compiler, node);
	if (skip != TEXT_NONE)
		code_land(compiler, skip);
}

/* Writes a value, or the sample if the value is the default. */
static void compile_content(struct compiler *compiler,
    const struct markup_node *node, const struct content *content,
    const struct expression *value, size_t index,
    const struct wording *wording, struct around around, bool marked)
{
	size_t given;
	size_t end;

	if (!content->may_default) {
		code_write(compiler, value, around, content->structure,
		    !marked);
		return;
	}
	given = code_add(compiler,
	    (struct instruction){ .operation = OPERATION_GIVEN,
		.index = index });
	compile_sample(compiler, node, wording, around, false);
	end = code_add(compiler,
	    (struct instruction){ .operation = OPERATION_JUMP });
	code_land(compiler, given);
	code_write(compiler, value, around, content->structure, !marked);
	code_land(compiler, end);
}

static void compile_element(struct compiler *compiler,
    const struct markup_node *node, struct around around)
{
	const struct markup_attribute *statement = statement_get(node,
	    STATEMENT_CONTENT);
	struct around inside = compile_inside(compiler, node, around);
	struct content content = { 0 };
	struct spoken spoken = { .around = around.language };
	struct wording wording;
	const struct wording *words = NULL;
	const struct expression *value = NULL;
	const struct expression *omit;
	bool tagless = read_omit(&omit, compiler, node);
	bool marked = !tagless && omit == NULL;
	size_t index = 0;

	if (statement != NULL)
		content = read_content(compiler, statement);
	value = content.expression;
	if (value != NULL &&
	    (content.may_default || (marked && content.has_language))) {
		value = load(compiler, &index, value);
		spoken.in_register = marked && content.has_language;
		spoken.index = index;
	}
	if ((statement == NULL || content.may_default) &&
	    compile_find_wording(&wording, compiler, node))
		words = &wording;
	if (marked && statement == NULL && words != NULL)
		spoken.language = compile_wording_language(compiler, words);
	if (!tagless)
		compile_tag(compiler, node, omit, &spoken);
	if (value != NULL)
		compile_content(compiler, node, &content, value, index, words,
		    inside, marked);
	else if (statement == NULL)
		compile_sample(compiler, node, words, inside, marked);
	if (!tagless)
		compile_tag(compiler, node, omit, NULL);
}

static void compile_replace(struct compiler *compiler,
    const struct markup_node *node, const struct markup_attribute *statement,
    struct around around)
{
	struct content content = read_content(compiler, statement);
	const struct expression *value = content.expression;
	size_t index;
	size_t given;
	size_t end;

	if (value == NULL)
		return;
	if (!content.may_default) {
		code_write(compiler, value, around, content.structure, true);
		return;
	}
	value = load(compiler, &index, value);
	given = code_add(compiler,
	    (struct instruction){ .operation = OPERATION_GIVEN,
		.index = index });
	compile_element(compiler, node, around);
	end = code_add(compiler,
	    (struct instruction){ .operation = OPERATION_JUMP });
	code_land(compiler, given);
	code_write(compiler, value, around, content.structure, true);
	code_land(compiler, end);
}

static void compile_body(struct compiler *compiler,
    const struct markup_node *node, struct around around)
{
	const struct markup_attribute *replace = statement_get(node,
	    STATEMENT_REPLACE);

	if (statement_get(node, STATEMENT_USE_MACRO) != NULL)
		compile_use(compiler, node, around);
	else if (replace != NULL)
		compile_replace(compiler, node, replace, around);
	else
		compile_element(compiler, node, around);
}

/* Recursion is as deep as the files, which markup_read bounds, times the
 * macros that are used within each other. */
void compile_node(struct compiler *compiler, const struct markup_node *node,
    struct around around)
{
	const struct variable *variables = compiler->scope.variables;
	size_t condition;
	size_t repeat;

	if (markup_is_text(node)) {
		compile_text(compiler, node->text, around.verbatim);
		return;
	}
	if (statement_get(node, STATEMENT_DEFINE_SLOT) != NULL &&
	    compile_slot(compiler, node, around))
		return;
	compile_define(compiler, node);
	condition = compile_condition(compiler, node);
	repeat = compile_repeat(compiler, node);
	compile_body(compiler, node, around);
	if (repeat != TEXT_NONE)
		compile_next(compiler, repeat);
	if (condition != TEXT_NONE)
		code_land(compiler, condition);
	compiler->scope.variables = variables;
}

void compile_root(struct compiler *compiler, const struct markup_node *root)
{
	struct around around = { .language = compiler->language };

	if (compiler->is_xml) {
		around.model = CONTENT_PLAIN;
		code_static_string(compiler,
		    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	}
	compile_node(compiler, root, around);
	code_new_line(compiler);
	(void)code_add(compiler,
	    (struct instruction){ .operation = OPERATION_END });
}
