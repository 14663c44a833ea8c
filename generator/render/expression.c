#include "render/expression.h"

#include "base/list.h"
#include "render/path.h"

/* ---- Strings ---- */

struct parts {
	struct part *items;
	size_t count;
	size_t capacity;
};

static void add_literal(const struct reading *reading, struct parts *parts,
    struct text text)
{
	if (text.length > 0)
		list_add(reading->arena, parts)->text = text;
}

/* ${path} at the start of rest, which is moved behind it. */
static bool read_interpolation(const struct reading *reading,
    struct parts *parts, struct snippet *rest)
{
	size_t end = text_find_char(rest->text, '}', 0);
	const struct expression *inner;

	if (rest->text.length < 2 || rest->text.at[1] != '{' ||
	    end == TEXT_NONE) {
		path_report_syntax(reading, *rest,
		    TEXT("write ${path} for a value and $$ for a dollar "
			 "sign"));
		*rest = snippet_after(*rest, rest->text.length);
		return false;
	}
	inner = expression_read(reading->arena, reading->report,
	    reading->scope, snippet_slice(*rest, 2, end - 2), false);
	*rest = snippet_after(*rest, end + 1);
	if (inner == NULL || !expression_accept(inner, reading->report,
				 KIND_PROSE, "text"))
		return false;
	list_add(reading->arena, parts)->expression = inner;
	return true;
}

static bool read_string(const struct reading *reading,
    struct expression *expression, struct snippet rest)
{
	struct parts parts = { 0 };
	bool fine = true;

	while (rest.text.length > 0) {
		size_t dollar = text_find_char(rest.text, '$', 0);

		if (dollar == TEXT_NONE)
			dollar = rest.text.length;
		add_literal(reading, &parts, text_slice(rest.text, 0, dollar));
		rest = snippet_after(rest, dollar);
		if (text_starts(rest.text, TEXT("$$"))) {
			add_literal(reading, &parts, TEXT("$"));
			rest = snippet_after(rest, 2);
		} else if (rest.text.length > 0 &&
		    !read_interpolation(reading, &parts, &rest)) {
			fine = false;
		}
	}
	expression->source = EXPRESSION_STRING;
	expression->kinds = KIND(SLOT_TEXT);
	expression->parts = parts.items;
	expression->part_count = parts.count;
	return fine;
}

/* ---- Alternatives ---- */

/* One alternative without its '|': a path, nothing or default. */
static bool read_simple(const struct reading *reading,
    struct expression *expression, bool may_default)
{
	struct snippet written = expression->written;

	if (written.text.length == 0) {
		path_report_syntax(reading, written, TEXT("a path is missing"));
		return false;
	}
	if (text_equal(written.text, TEXT("nothing"))) {
		expression->source = EXPRESSION_NOTHING;
		return true;
	}
	if (text_equal(written.text, TEXT("default"))) {
		expression->source = EXPRESSION_DEFAULT;
		if (!may_default)
			path_report_syntax(reading, written,
			    TEXT("there is no default here"));
		return may_default;
	}
	if (text_find_char(written.text, ':', 0) != TEXT_NONE) {
		path_report_syntax(reading, written,
		    TEXT("only 'not:' and 'string:' may stand before an "
			 "expression"));
		return false;
	}
	return path_read(reading, expression);
}

/*
 * Reads the next alternative off rest.  Gives where the one behind it belongs,
 * or NULL if it is the last: string: takes all of the rest, not: too, but as
 * alternatives of its own.
 */
static const struct expression **read_next(const struct reading *reading,
    struct expression *next, struct snippet *rest, bool may_default,
    bool *fine)
{
	size_t bar;

	next->written = *rest = snippet_trim(*rest);
	if (text_starts(rest->text, TEXT("string:"))) {
		*fine &= read_string(reading, next, snippet_after(*rest, 7));
		return NULL;
	}
	if (text_starts(rest->text, TEXT("not:"))) {
		*rest = snippet_after(*rest, 4);
		next->source = EXPRESSION_NOT;
		next->kinds = KIND(SLOT_FLAG);
		return &next->inner;
	}
	bar = text_find_char(rest->text, '|', 0);
	if (bar != TEXT_NONE) {
		next->written = snippet_trim(snippet_slice(*rest, 0, bar));
		*rest = snippet_after(*rest, bar + 1);
	}
	*fine &= read_simple(reading, next, may_default);
	return bar != TEXT_NONE ? &next->otherwise : NULL;
}

const struct expression *expression_read(struct arena *arena,
    struct report *report, const struct scope *scope, struct snippet snippet,
    bool may_default)
{
	const struct reading reading = { arena, report, scope };
	const struct expression *first = NULL;
	const struct expression **link = &first;
	bool negated = false;
	bool fine = true;

	while (link != NULL) {
		struct expression *next = arena_new(arena, struct expression);

		*link = next;
		link = read_next(&reading, next, &snippet, may_default, &fine);
		if (next->source != EXPRESSION_NOT)
			continue;
		if (negated) {
			path_report_syntax(&reading, next->written,
			    TEXT("one 'not:' is enough"));
			return NULL;
		}
		negated = true;
		may_default = false;
	}
	return fine ? first : NULL;
}

const struct expression *expression_read_name(struct arena *arena,
    struct report *report, const struct scope *scope, struct snippet name)
{
	const struct reading reading = { arena, report, scope };
	struct expression *expression = arena_new(arena, struct expression);

	expression->written = name;
	return path_read(&reading, expression) ? expression : NULL;
}

const struct expression *expression_register(struct arena *arena,
    size_t start, unsigned kinds)
{
	struct expression *expression = arena_new(arena, struct expression);

	expression->source = EXPRESSION_PATH;
	expression->start = start;
	expression->kinds = kinds;
	return expression;
}

/* ---- What an expression can give ---- */

bool expression_accept(const struct expression *expression,
    struct report *report, unsigned accepted, const char *wanted)
{
	const struct expression *next;

	for (next = expression; next != NULL; next = next->otherwise) {
		if ((next->kinds & ~accepted) == 0)
			continue;
		path_report_kind(report, next->written, next->kinds & ~accepted,
		    wanted);
		return false;
	}
	return true;
}

unsigned expression_kinds(const struct expression *expression)
{
	unsigned kinds = 0;

	for (; expression != NULL; expression = expression->otherwise)
		kinds |= expression->kinds;
	return kinds;
}

bool expression_type(const struct slot_type **of,
    const struct expression *expression, struct report *report)
{
	const struct expression *next;
	const struct slot_type *type = NULL;

	for (next = expression; next != NULL; next = next->otherwise) {
		if (next->of == NULL || next->of == type)
			continue;
		if (type != NULL) {
			report_add(report, MESSAGE_TEMPLATE_SYNTAX,
			    next->written.place, next->written.text,
			    TEXT("alternatives must be of one type"));
			return false;
		}
		type = next->of;
	}
	*of = type;
	return true;
}

bool expression_may_default(const struct expression *expression)
{
	while (expression != NULL && expression->source != EXPRESSION_DEFAULT)
		expression = expression->otherwise;
	return expression != NULL;
}

bool expression_says_default(struct text text)
{
	struct text rest = text;
	struct text part;

	while (text_cut(&part, &rest, '|')) {
		part = text_trim(part);
		if (text_starts(part, TEXT("string:")) ||
		    text_starts(part, TEXT("not:")))
			return false;
		if (text_equal(part, TEXT("default")))
			return true;
	}
	return false;
}
