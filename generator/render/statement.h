/*
 * The statements of the template language, and the check of a whole file that
 * needs no slots: unknown statements, names that HTML does not have, and what
 * may not stand in a template at all.
 */
#ifndef RENDER_STATEMENT_H
#define RENDER_STATEMENT_H

#include "render/markup.h"

enum statement {
	STATEMENT_DEFINE,
	STATEMENT_CONDITION,
	STATEMENT_REPEAT,
	STATEMENT_CONTENT,
	STATEMENT_REPLACE,
	STATEMENT_ATTRIBUTES,
	STATEMENT_OMIT_TAG,
	STATEMENT_DEFINE_MACRO,
	STATEMENT_USE_MACRO,
	STATEMENT_DEFINE_SLOT,
	STATEMENT_FILL_SLOT,
	STATEMENT_TRANSLATE,
	STATEMENT_NAME,
	STATEMENT_TRANSLATED_ATTRIBUTES,
	STATEMENT_COMMENT,
	STATEMENT_CONTEXT,
	STATEMENT_PLURAL,
	STATEMENT_ONE,
	STATEMENT_OTHER
};
#define STATEMENT_COUNT (STATEMENT_OTHER + 1)

/* The statement on an element, or NULL. */
const struct markup_attribute *statement_get(const struct markup_node *node,
    enum statement statement);

/* "tal:define": how messages name it. */
const char *statement_name(enum statement statement);

/* True if i18n:attributes of the element lists the attribute. */
bool statement_translates(const struct markup_node *node,
    struct text attribute);

/* True for a form of a plural: <i18n:one>, <tal:block i18n:one="">, and the
 * same with other. */
bool statement_is_form(const struct markup_node *node,
    enum statement one_or_other);

/* Checks a file; problems go to report. */
void statement_check(struct report *report, struct arena *arena,
    const struct markup_node *root);

#endif
