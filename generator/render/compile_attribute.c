#include "render/compile.h"

#include "base/list.h"
#include "render/escape.h"
#include "render/statement.h"
#include "render/vocabulary.h"

/* One clause of tal:attributes. */
struct setting {
	struct snippet name;
	struct snippet value;
	bool used;
};
struct settings {
	struct setting *items;
	size_t count;
	size_t capacity;
};

static struct settings read_settings(struct compiler *compiler,
    const struct markup_node *node)
{
	const struct markup_attribute *list = statement_get(node,
	    STATEMENT_ATTRIBUTES);
	struct settings settings = { 0 };
	struct snippet rest;
	struct snippet clause;
	struct setting *setting;

	if (list == NULL)
		return settings;
	rest = list->value;
	while (snippet_clause(&clause, &rest, compiler->arena)) {
		setting = list_add(compiler->arena, &settings);
		snippet_split(&setting->name, &setting->value, clause);
	}
	return settings;
}

static struct setting *find_setting(const struct settings *settings,
    struct text name)
{
	size_t i;

	for (i = 0; i < settings->count; i++) {
		if (text_equal(settings->items[i].name.text, name))
			return &settings->items[i];
	}
	return NULL;
}

bool compile_sets(struct compiler *compiler, const struct markup_node *node,
    struct text attribute)
{
	struct settings settings = read_settings(compiler, node);

	return markup_attribute(node, attribute) != NULL ||
	    find_setting(&settings, attribute) != NULL;
}

/* ---- Attributes as they stand in the template ---- */

static bool is_minimal(const struct compiler *compiler,
    const struct markup_attribute *attribute)
{
	struct text value = attribute->value.text;

	return !compiler->is_xml && vocabulary_is_boolean(attribute->name) &&
	    (value.length == 0 || text_equal(value, attribute->name));
}

static void compile_fixed(struct compiler *compiler,
    const struct markup_node *node, const struct markup_attribute *attribute)
{
	code_static_string(compiler, " ");
	code_static(compiler, attribute->name);
	if (is_minimal(compiler, attribute))
		return;
	code_static_string(compiler, "=\"");
	if (statement_translates(node, attribute->name))
		compile_translated_value(compiler, node, attribute);
	else if (vocabulary_is_url(attribute->name))
		escape_url(&compiler->pending, attribute->value.text);
	else
		escape_attribute(&compiler->pending, attribute->value.text);
	code_static_string(compiler, "\"");
}

/* ---- Attributes that tal:attributes sets ---- */

/* True if the literal that begins an address cannot become a part of a
 * scheme that comes from elsewhere. */
static bool is_safe_start(struct text literal)
{
	return literal.length > 0 && escape_url_safe(literal);
}

/* Only addresses, and strings that begin with one or with a literal. */
static bool accept_address(struct compiler *compiler,
    const struct expression *expression)
{
	const struct expression *next;
	bool fine = true;

	for (next = expression; next != NULL; next = next->otherwise) {
		const struct part *first = next->parts;

		if (next->source != EXPRESSION_STRING) {
			struct expression alone = *next;

			alone.otherwise = NULL;
			fine &= expression_accept(&alone, compiler->report,
			    KIND(SLOT_URL), "an address");
		} else if (next->part_count == 0) {
			continue;
		} else if (first->expression != NULL) {
			fine &= expression_accept(first->expression,
			    compiler->report, KIND(SLOT_URL), "an address");
		} else if (!is_safe_start(first->text)) {
			report_add(compiler->report, MESSAGE_URL_SCHEME,
			    next->written.place,
			    text_slice(first->text, 0,
				text_find_char(first->text, ':', 0)));
			fine = false;
		}
	}
	return fine;
}

static bool accept(struct compiler *compiler,
    const struct expression *expression, struct text name)
{
	unsigned kinds = KIND_PROSE;

	if (vocabulary_is_url(name))
		return accept_address(compiler, expression);
	if (compiler->is_xml || vocabulary_takes_flag(name))
		kinds |= KIND(SLOT_FLAG);
	return expression_accept(expression, compiler->report, kinds, "text");
}

static struct text flagged(struct compiler *compiler, struct text name)
{
	if (compiler->is_xml)
		return text_format(compiler->arena, " %.*s=\"%.*s\"",
		    TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(name));
	if (vocabulary_is_boolean(name))
		return text_format(compiler->arena, " %.*s",
		    TEXT_ARGUMENTS(name));
	return text_format(compiler->arena, " %.*s=\"true\"",
	    TEXT_ARGUMENTS(name));
}

static enum write_context context_of(struct text name)
{
	if (vocabulary_is_url(name))
		return WRITE_ADDRESS;
	return vocabulary_is_prose(name) ? WRITE_PROSE : WRITE_VALUE;
}

static void compile_set(struct compiler *compiler,
    const struct markup_node *node, const struct setting *setting,
    const struct markup_attribute *fixed)
{
	struct text name = setting->name.text;
	const struct expression *expression;
	size_t jump;

	expression = expression_read(compiler->arena, compiler->report,
	    &compiler->scope, setting->value, true);
	if (expression == NULL || !accept(compiler, expression, name))
		return;
	jump = code_add(compiler,
	    (struct instruction){ .operation = OPERATION_ATTRIBUTE,
		.context = context_of(name),
		.expression = expression,
		.text = text_format(compiler->arena, " %.*s",
		    TEXT_ARGUMENTS(name)),
		.flagged = flagged(compiler, name),
		.around = compiler->language });
	if (fixed != NULL && expression_may_default(expression))
		compile_fixed(compiler, node, fixed);
	code_land(compiler, jump);
}

/* ---- Tags ---- */

static void compile_language(struct compiler *compiler,
    const struct markup_node *node, const struct settings *settings,
    struct spoken spoken)
{
	struct text lang = compiler->is_xml ? TEXT("xml:lang") : TEXT("lang");
	bool sets_lang = markup_attribute(node, lang) == NULL &&
	    find_setting(settings, lang) == NULL;
	bool sets_dir = !compiler->is_xml &&
	    markup_attribute(node, TEXT("dir")) == NULL &&
	    find_setting(settings, TEXT("dir")) == NULL;

	if (spoken.in_register && (sets_lang || sets_dir))
		(void)code_add(compiler,
		    (struct instruction){ .operation = OPERATION_LANGUAGE,
			.index = spoken.index,
			.sets_lang = sets_lang,
			.sets_dir = sets_dir,
			.around = spoken.around });
	if (spoken.language == NULL)
		return;
	if (sets_lang) {
		code_static_string(compiler, " ");
		code_static(compiler, lang);
		code_static_string(compiler, "=\"");
		escape_attribute(&compiler->pending, spoken.language->tag);
		code_static_string(compiler, "\"");
	}
	if (sets_dir)
		code_static_string(compiler,
		    spoken.language->rtl ? " dir=\"rtl\"" : " dir=\"ltr\"");
}

/* Written as <x/>: what is empty in XML, and in the SVG of HTML. */
static bool closes_itself(const struct markup_node *node)
{
	return (node->space == MARKUP_XML || node->space == MARKUP_SVG) &&
	    node->first == NULL &&
	    statement_get(node, STATEMENT_CONTENT) == NULL;
}

void compile_start_tag(struct compiler *compiler,
    const struct markup_node *node, struct spoken spoken)
{
	struct settings settings = read_settings(compiler, node);
	size_t i;

	if (node->space == MARKUP_HTML && text_equal(node->name, TEXT("html")))
		code_static_string(compiler, "<!DOCTYPE html>\n");
	code_static_string(compiler, "<");
	code_static(compiler, node->name);
	for (i = 0; i < node->attribute_count; i++) {
		const struct markup_attribute *fixed = &node->attributes[i];
		struct setting *setting;

		if (fixed->space >= MARKUP_TAL)
			continue;
		setting = find_setting(&settings, fixed->name);
		if (setting == NULL) {
			compile_fixed(compiler, node, fixed);
		} else {
			setting->used = true;
			compile_set(compiler, node, setting, fixed);
		}
	}
	for (i = 0; i < settings.count; i++) {
		if (!settings.items[i].used)
			compile_set(compiler, node, &settings.items[i], NULL);
	}
	compile_language(compiler, node, &settings, spoken);
	code_static_string(compiler, closes_itself(node) ? "/>" : ">");
}

void compile_end_tag(struct compiler *compiler, const struct markup_node *node)
{
	if (closes_itself(node) ||
	    (node->space == MARKUP_HTML &&
		(vocabulary_flags(node->name) & VOCABULARY_VOID) != 0))
		return;
	code_static_string(compiler, "</");
	code_static(compiler, node->name);
	code_static_string(compiler, ">");
}
