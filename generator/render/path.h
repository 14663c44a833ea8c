/*
 * Paths of expressions: from names to registers and slots.  For the reader of
 * expressions only.
 */
#ifndef RENDER_PATH_H
#define RENDER_PATH_H

#include "render/expression.h"

/* What reading an expression needs. */
struct reading {
	struct arena *arena;
	struct report *report;
	const struct scope *scope;
};

/* Reads expression->written, a path or repeat/x/index.  Reports what is wrong
 * and returns false. */
bool path_read(const struct reading *reading, struct expression *expression);

/* Reports that a snippet is not understood, and why. */
void path_report_syntax(const struct reading *reading, struct snippet snippet,
    struct text reason);

/* Reports that a snippet gives one of these kinds where another is wanted. */
void path_report_kind(struct report *report, struct snippet snippet,
    unsigned kinds, const char *wanted);

#endif
