#include "render/statement.h"

#include "base/arena.h"
#include "base/table.h"
#include "render/escape.h"
#include "render/expression.h"
#include "render/phrase.h"
#include "render/vocabulary.h"

static const struct {
	enum markup_space space;
	const char *name; /* with the prefix that everybody gives its space */
} statements[STATEMENT_COUNT] = {
	[STATEMENT_DEFINE] = { MARKUP_TAL, "tal:define" },
	[STATEMENT_CONDITION] = { MARKUP_TAL, "tal:condition" },
	[STATEMENT_REPEAT] = { MARKUP_TAL, "tal:repeat" },
	[STATEMENT_CONTENT] = { MARKUP_TAL, "tal:content" },
	[STATEMENT_REPLACE] = { MARKUP_TAL, "tal:replace" },
	[STATEMENT_ATTRIBUTES] = { MARKUP_TAL, "tal:attributes" },
	[STATEMENT_OMIT_TAG] = { MARKUP_TAL, "tal:omit-tag" },
	[STATEMENT_DEFINE_MACRO] = { MARKUP_METAL, "metal:define-macro" },
	[STATEMENT_USE_MACRO] = { MARKUP_METAL, "metal:use-macro" },
	[STATEMENT_DEFINE_SLOT] = { MARKUP_METAL, "metal:define-slot" },
	[STATEMENT_FILL_SLOT] = { MARKUP_METAL, "metal:fill-slot" },
	[STATEMENT_TRANSLATE] = { MARKUP_I18N, "i18n:translate" },
	[STATEMENT_NAME] = { MARKUP_I18N, "i18n:name" },
	[STATEMENT_TRANSLATED_ATTRIBUTES] = { MARKUP_I18N,
	    "i18n:attributes" },
	[STATEMENT_COMMENT] = { MARKUP_I18N, "i18n:comment" },
	[STATEMENT_CONTEXT] = { MARKUP_I18N, "i18n:context" },
	[STATEMENT_PLURAL] = { MARKUP_I18N, "i18n:plural" },
	[STATEMENT_ONE] = { MARKUP_I18N, "i18n:one" },
	[STATEMENT_OTHER] = { MARKUP_I18N, "i18n:other" },
};

/* Statements that cannot stand on one element. unless_default: they can if
 * the first may give `default`. */
static const struct {
	enum statement first, second;
	bool unless_default;
} conflicts[] = {
	{ STATEMENT_CONTENT, STATEMENT_REPLACE, false },
	{ STATEMENT_CONTENT, STATEMENT_TRANSLATE, true },
	{ STATEMENT_CONTENT, STATEMENT_PLURAL, true },
	{ STATEMENT_REPLACE, STATEMENT_TRANSLATE, true },
	{ STATEMENT_REPLACE, STATEMENT_PLURAL, true },
	{ STATEMENT_TRANSLATE, STATEMENT_PLURAL, false },
	{ STATEMENT_USE_MACRO, STATEMENT_CONTENT, false },
	{ STATEMENT_USE_MACRO, STATEMENT_REPLACE, false },
	{ STATEMENT_USE_MACRO, STATEMENT_ATTRIBUTES, false },
	{ STATEMENT_USE_MACRO, STATEMENT_OMIT_TAG, false },
	{ STATEMENT_USE_MACRO, STATEMENT_TRANSLATE, false },
	{ STATEMENT_USE_MACRO, STATEMENT_PLURAL, false },
	{ STATEMENT_USE_MACRO, STATEMENT_TRANSLATED_ATTRIBUTES, false },
	{ STATEMENT_USE_MACRO, STATEMENT_DEFINE_SLOT, false },
};

struct check {
	struct report *report;
	struct arena *arena;
	struct table macros;
};

static struct text local_name(enum statement statement)
{
	struct text name = text_from(statements[statement].name);

	return text_after(name, text_find_char(name, ':', 0) + 1);
}

const struct markup_attribute *statement_get(const struct markup_node *node,
    enum statement statement)
{
	size_t i;

	for (i = 0; i < node->attribute_count; i++) {
		const struct markup_attribute *attribute =
		    &node->attributes[i];

		if (attribute->space == statements[statement].space &&
		    text_equal(attribute->name, local_name(statement)))
			return attribute;
	}
	return NULL;
}

const char *statement_name(enum statement statement)
{
	return statements[statement].name;
}

bool statement_translates(const struct markup_node *node,
    struct text attribute)
{
	const struct markup_attribute *list = statement_get(node,
	    STATEMENT_TRANSLATED_ATTRIBUTES);
	struct snippet rest;
	struct snippet word;

	if (list == NULL)
		return false;
	rest = list->value;
	while (snippet_word(&word, &rest)) {
		if (text_equal(word.text, attribute))
			return true;
	}
	return false;
}

bool statement_is_form(const struct markup_node *node,
    enum statement one_or_other)
{
	if (node->space == MARKUP_I18N)
		return text_equal(node->name, local_name(one_or_other));
	return node->space == MARKUP_TAL &&
	    statement_get(node, one_or_other) != NULL;
}

/* ---- The check of a file ---- */

static struct text full_name(struct check *check,
    const struct markup_attribute *attribute)
{
	static const char *const prefixes[] = { "tal", "metal", "i18n" };

	return text_format(check->arena, "%s:%.*s",
	    prefixes[attribute->space - MARKUP_TAL],
	    TEXT_ARGUMENTS(attribute->name));
}

static void misplace(struct check *check,
    const struct markup_attribute *attribute, const char *reason)
{
	report_add(check->report, MESSAGE_TEMPLATE_SYNTAX, attribute->place,
	    full_name(check, attribute), text_from(reason));
}

/* The statement with the name nearest to a wrong one, in any space. */
static struct text nearest(const struct markup_attribute *attribute)
{
	struct text names[STATEMENT_COUNT];
	struct text near;
	struct text found = { 0 };
	size_t i;

	for (i = 0; i < STATEMENT_COUNT; i++)
		names[i] = local_name((enum statement)i);
	near = text_nearest(attribute->name, names, STATEMENT_COUNT);
	for (i = 0; near.length > 0 && i < STATEMENT_COUNT; i++) {
		if (text_equal(names[i], near) &&
		    (found.length == 0 ||
			statements[i].space == attribute->space))
			found = text_from(statements[i].name);
	}
	return found;
}

static void check_statement(struct check *check,
    const struct markup_attribute *attribute)
{
	size_t i;

	for (i = 0; i < STATEMENT_COUNT; i++) {
		if (attribute->space == statements[i].space &&
		    text_equal(attribute->name, local_name((enum statement)i)))
			return;
	}
	report_add(check->report, MESSAGE_TEMPLATE_STATEMENT,
	    attribute->place, full_name(check, attribute),
	    nearest(attribute));
}

static void check_attribute_name(struct check *check,
    const struct markup_node *node, struct text name, struct place place)
{
	const char *reason = vocabulary_attribute_barred(name);
	struct text near = { 0 };

	if (node->space == MARKUP_XML)
		return;
	if (reason != NULL)
		report_add(check->report, MESSAGE_TEMPLATE_ATTRIBUTE, place,
		    name, text_from(reason));
	else if (!vocabulary_has_attribute(&near, node->space, node->name,
		     name))
		report_add(check->report, MESSAGE_TEMPLATE_ATTRIBUTE_UNKNOWN,
		    place, name, node->name, near);
}

static void check_address(struct check *check,
    const struct markup_attribute *attribute)
{
	struct text url = attribute->value.text;

	if (!vocabulary_is_url(attribute->name) || escape_url_safe(url))
		return;
	report_add(check->report, MESSAGE_URL_SCHEME,
	    attribute->value.place,
	    text_slice(url, 0, text_find_char(url, ':', 0)));
}

static void check_set_attributes(struct check *check,
    const struct markup_node *node)
{
	const struct markup_attribute *list = statement_get(node,
	    STATEMENT_ATTRIBUTES);
	struct table seen = { 0 };
	struct snippet rest;
	struct snippet clause;
	struct snippet name;
	struct snippet value;

	if (list == NULL)
		return;
	if (markup_is_tagless(node)) {
		misplace(check, list, "this element is never written");
		return;
	}
	rest = list->value;
	while (snippet_clause(&clause, &rest, check->arena)) {
		snippet_split(&name, &value, clause);
		check_attribute_name(check, node, name.text, name.place);
		if (table_put(&seen, check->arena, name.text, node) != NULL)
			report_add(check->report, MESSAGE_TEMPLATE_TWICE,
			    name.place, name.text, TEXT("tal:attributes"));
	}
}

static void check_translated_attributes(struct check *check,
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

		if (attribute == NULL)
			report_add(check->report, MESSAGE_TEMPLATE_SYNTAX,
			    word.place, word.text,
			    TEXT("the element has no such attribute to "
				 "translate"));
		else if (markup_is_blank(attribute->value.text))
			report_add(check->report, MESSAGE_TEMPLATE_PHRASE,
			    attribute->place, TEXT("there is no text"));
	}
}

static void check_attributes(struct check *check,
    const struct markup_node *node)
{
	size_t i;

	for (i = 0; i < node->attribute_count; i++) {
		const struct markup_attribute *attribute =
		    &node->attributes[i];

		if (attribute->space >= MARKUP_TAL) {
			check_statement(check, attribute);
			continue;
		}
		check_attribute_name(check, node, attribute->name,
		    attribute->place);
		check_address(check, attribute);
	}
	check_set_attributes(check, node);
	check_translated_attributes(check, node);
}

static void bar_element(struct check *check, const struct markup_node *node,
    struct text reason)
{
	report_add(check->report, MESSAGE_TEMPLATE_ELEMENT, node->place,
	    node->name, reason);
}

static bool is_plural(const struct markup_node *node)
{
	return node != NULL && statement_get(node, STATEMENT_PLURAL) != NULL;
}

static void check_element(struct check *check, const struct markup_node *node)
{
	unsigned flags = vocabulary_flags(node->name);
	const char *reason = vocabulary_element_barred(node->name);
	bool empty = node->first == NULL &&
	    statement_get(node, STATEMENT_CONTENT) == NULL;
	bool is_html = node->space == MARKUP_HTML;
	struct text near = { 0 };

	if (node->space == MARKUP_I18N) {
		if (!statement_is_form(node, STATEMENT_ONE) &&
		    !statement_is_form(node, STATEMENT_OTHER))
			bar_element(check, node,
			    TEXT("of i18n there are only i18n:one and "
				 "i18n:other"));
		return;
	}
	if (node->space > MARKUP_SVG)
		return;
	if (reason != NULL)
		bar_element(check, node, text_from(reason));
	else if (!vocabulary_has_element(&near, node->space, node->name))
		report_add(check->report, MESSAGE_TEMPLATE_ELEMENT_UNKNOWN,
		    node->place, node->name,
		    is_html ? TEXT("HTML") : TEXT("SVG, as far as templates "
						  "may use it"),
		    near);
	else if (is_html && text_equal(node->name, TEXT("script")) && !empty)
		bar_element(check, node,
		    TEXT("its content belongs in a file, which src names"));
	else if (is_html && (flags & VOCABULARY_VOID) != 0 && !empty)
		bar_element(check, node,
		    TEXT("it holds something, and in HTML it never can"));
}

static void check_conflicts(struct check *check,
    const struct markup_node *node)
{
	size_t i;

	for (i = 0; i < sizeof(conflicts) / sizeof(conflicts[0]); i++) {
		const struct markup_attribute *first = statement_get(node,
		    conflicts[i].first);
		const struct markup_attribute *second = statement_get(node,
		    conflicts[i].second);

		if (first == NULL || second == NULL ||
		    (conflicts[i].unless_default &&
			expression_says_default(first->value.text)))
			continue;
		report_add(check->report, MESSAGE_TEMPLATE_CONFLICT,
		    second->place,
		    text_from(statement_name(conflicts[i].second)),
		    text_from(statement_name(conflicts[i].first)));
	}
}

static bool is_in_message(const struct markup_node *node)
{
	for (node = node->parent; node != NULL; node = node->parent) {
		if (statement_get(node, STATEMENT_TRANSLATE) != NULL ||
		    is_plural(node))
			return true;
	}
	return false;
}

static bool has_message(const struct markup_node *node)
{
	return statement_get(node, STATEMENT_TRANSLATE) != NULL ||
	    statement_get(node, STATEMENT_TRANSLATED_ATTRIBUTES) != NULL ||
	    is_plural(node);
}

static void check_i18n(struct check *check, const struct markup_node *node)
{
	const struct markup_attribute *translate = statement_get(node,
	    STATEMENT_TRANSLATE);
	const struct markup_attribute *name = statement_get(node,
	    STATEMENT_NAME);
	const struct markup_attribute *comment = statement_get(node,
	    STATEMENT_COMMENT);
	const struct markup_attribute *context = statement_get(node,
	    STATEMENT_CONTEXT);
	struct text braced;

	if (translate != NULL && translate->value.text.length > 0)
		misplace(check, translate,
		    "it takes no value; the text itself is the message");
	if (name != NULL) {
		braced = text_format(check->arena, "{%.*s}",
		    TEXT_ARGUMENTS(name->value.text));
		if (phrase_placeholder(braced, 0).length == 0)
			misplace(check, name,
			    "a name is made of letters, digits and '_'");
		if (!is_in_message(node))
			misplace(check, name,
			    "it is for what stands inside of i18n:translate");
	}
	if (!has_message(node) && comment != NULL)
		misplace(check, comment, "there is no message here");
	if (!has_message(node) && context != NULL)
		misplace(check, context, "there is no message here");
	if ((statement_is_form(node, STATEMENT_ONE) ||
		statement_is_form(node, STATEMENT_OTHER)) &&
	    !is_plural(node->parent))
		bar_element(check, node,
		    TEXT("it belongs directly into one with i18n:plural"));
}

static bool is_in_use(const struct markup_node *node)
{
	for (node = node->parent; node != NULL; node = node->parent) {
		if (statement_get(node, STATEMENT_USE_MACRO) != NULL)
			return true;
	}
	return false;
}

static void check_macro(struct check *check, const struct markup_node *node)
{
	const struct markup_attribute *macro = statement_get(node,
	    STATEMENT_DEFINE_MACRO);
	const struct markup_attribute *fill = statement_get(node,
	    STATEMENT_FILL_SLOT);
	static const enum statement named[] = { STATEMENT_DEFINE_MACRO,
		STATEMENT_USE_MACRO, STATEMENT_DEFINE_SLOT,
		STATEMENT_FILL_SLOT };
	size_t i;

	for (i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
		const struct markup_attribute *statement =
		    statement_get(node, named[i]);

		if (statement != NULL &&
		    markup_is_blank(statement->value.text))
			misplace(check, statement, "a name is missing");
	}
	if (fill != NULL && !is_in_use(node))
		misplace(check, fill,
		    "it is for what stands inside of metal:use-macro");
	if (macro != NULL && table_put(&check->macros, check->arena,
				 macro->value.text, node) != NULL)
		report_add(check->report, MESSAGE_TEMPLATE_TWICE,
		    macro->place, macro->value.text,
		    TEXT("metal:define-macro"));
}

void statement_check(struct report *report, struct arena *arena,
    const struct markup_node *root)
{
	struct check check = { .report = report, .arena = arena };
	const struct markup_node *node;

	for (node = root; node != NULL; node = markup_next(node, root, true)) {
		check_element(&check, node);
		check_attributes(&check, node);
		check_conflicts(&check, node);
		check_i18n(&check, node);
		check_macro(&check, node);
	}
}
