#include "render/path.h"

#include "base/list.h"

static const char *const fact_names[] = { "index", "number", "first", "last",
	"even", "odd" };
enum { FACT_COUNT = sizeof(fact_names) / sizeof(fact_names[0]) };

/* ---- Messages ---- */

void path_report_syntax(const struct reading *reading, struct snippet snippet,
    struct text reason)
{
	report_add(reading->report, MESSAGE_TEMPLATE_SYNTAX, snippet.place,
	    snippet.text, reason);
}

static const char *kind_name(enum slot_kind kind)
{
	switch (kind) {
	case SLOT_TEXT:
		return "text";
	case SLOT_NUMBER:
		return "a number";
	case SLOT_DATE:
		return "a date";
	case SLOT_URL:
		return "an address";
	case SLOT_FLAG:
		return "true or false";
	case SLOT_LIST:
		return "a list";
	case SLOT_HTML:
		return "markup";
	case SLOT_OBJECT:
		return "an object";
	}
	return "";
}

void path_report_kind(struct report *report, struct snippet snippet,
    unsigned kinds, const char *wanted)
{
	unsigned kind = SLOT_TEXT;

	while (kind < SLOT_OBJECT && (kinds >> kind & 1) == 0)
		kind++;
	report_add(report, MESSAGE_TEMPLATE_KIND, snippet.place, snippet.text,
	    text_from(kinds != 0 ? kind_name((enum slot_kind)kind)
				 : "nothing"),
	    text_from(wanted));
}

struct names {
	struct text *items;
	size_t count;
	size_t capacity;
};

static void add_slots(struct names *names, struct arena *arena,
    const struct slot_type *type)
{
	size_t i;

	for (i = 0; i < type->count; i++)
		*list_add(arena, names) = text_from(type->slots[i].name);
}

static void report_unknown(const struct reading *reading,
    struct snippet name, struct text type, const struct names *names)
{
	report_add(reading->report, MESSAGE_TEMPLATE_SLOT, name.place,
	    name.text, type,
	    text_nearest(name.text, names->items, names->count));
}

/* ---- Paths ---- */

static bool is_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool expression_is_name(struct text name)
{
	static const char *const reserved[] = { "repeat", "nothing",
		"default", "structure", "text", "global", "local" };
	size_t i;

	for (i = 0; i < name.length; i++) {
		if (!is_name_char(name.at[i]))
			return false;
	}
	for (i = 0; i < sizeof(reserved) / sizeof(reserved[0]); i++) {
		if (text_equal_string(name, reserved[i]))
			return false;
	}
	return name.length > 0;
}

static const struct variable *find_variable(const struct scope *scope,
    struct text name)
{
	const struct variable *variable = scope->variables;

	while (variable != NULL && !text_equal(variable->name, name))
		variable = variable->outer;
	return variable;
}

static const struct slot *find_slot(const struct slot_type *type,
    struct text name)
{
	size_t i;

	for (i = 0; i < type->count; i++) {
		if (text_equal_string(name, type->slots[i].name))
			return &type->slots[i];
	}
	return NULL;
}

/* Cuts the next name off a path. */
static bool cut_name(const struct reading *reading, struct snippet *name,
    struct snippet *rest, struct snippet whole)
{
	size_t end = text_find_char(rest->text, '/', 0);
	size_t i;

	if (end == TEXT_NONE)
		end = rest->text.length;
	*name = snippet_trim(snippet_slice(*rest, 0, end));
	*rest = snippet_after(*rest, end);
	for (i = 0; i < name->text.length; i++) {
		if (!is_name_char(name->text.at[i]))
			break;
	}
	if (name->text.length > 0 && i == name->text.length)
		return true;
	path_report_syntax(reading, whole,
	    TEXT("a path is names joined by '/', such as article/title"));
	return false;
}

static bool skip_slash(struct snippet *rest)
{
	if (rest->text.length == 0)
		return false;
	*rest = snippet_after(*rest, 1);
	return true;
}

static bool read_fact(const struct reading *reading,
    struct expression *expression, struct snippet name)
{
	struct names names = { 0 };
	size_t i;

	for (i = 0; i < FACT_COUNT; i++) {
		if (text_equal_string(name.text, fact_names[i])) {
			expression->fact = (enum loop_fact)i;
			expression->kinds = i <= LOOP_NUMBER
			    ? KIND(SLOT_NUMBER)
			    : KIND(SLOT_FLAG);
			return true;
		}
		*list_add(reading->arena, &names) = text_from(fact_names[i]);
	}
	report_unknown(reading, name, TEXT("repeat"), &names);
	return false;
}

/* repeat/x/index; rest is what follows "repeat". */
static bool read_loop(const struct reading *reading,
    struct expression *expression, struct snippet rest)
{
	const struct variable *variable;
	struct names names = { 0 };
	struct snippet whole = expression->written;
	struct snippet name;
	struct snippet fact;

	expression->source = EXPRESSION_LOOP;
	if (!skip_slash(&rest) || !cut_name(reading, &name, &rest, whole) ||
	    !skip_slash(&rest) || !cut_name(reading, &fact, &rest, whole) ||
	    rest.text.length > 0) {
		if (rest.text.length == 0 || rest.text.at[0] == '/')
			path_report_syntax(reading, whole,
			    TEXT("write repeat/x/index, where x is the name "
				 "that tal:repeat gives"));
		return false;
	}
	for (variable = reading->scope->variables; variable != NULL;
	    variable = variable->outer) {
		if (!variable->repeats)
			continue;
		if (text_equal(variable->name, name.text))
			break;
		*list_add(reading->arena, &names) = variable->name;
	}
	if (variable == NULL) {
		report_unknown(reading, name, TEXT("repeat"), &names);
		return false;
	}
	expression->start = variable->loop;
	return read_fact(reading, expression, fact);
}

/* The variable or root slot that a path begins with. */
static bool read_start(const struct reading *reading,
    struct expression *expression, const struct slot **step,
    struct snippet name)
{
	const struct scope *scope = reading->scope;
	const struct variable *variable = find_variable(scope, name.text);
	struct names names = { 0 };

	*step = NULL;
	if (variable != NULL && variable->broken)
		return false;
	if (variable != NULL) {
		expression->start = variable->start;
		expression->kinds = variable->kinds;
		expression->of = variable->of;
		return true;
	}
	*step = find_slot(scope->root, name.text);
	if (*step != NULL)
		return true;
	for (variable = scope->variables; variable != NULL;
	    variable = variable->outer)
		*list_add(reading->arena, &names) = variable->name;
	add_slots(&names, reading->arena, scope->root);
	*list_add(reading->arena, &names) = TEXT("repeat");
	report_unknown(reading, name, text_from(scope->root->name), &names);
	return false;
}

static bool take_step(const struct reading *reading,
    struct expression *expression, const struct slot **steps,
    struct snippet before, struct snippet name)
{
	const struct slot *slot;
	struct names names = { 0 };

	if (expression->kinds != KIND(SLOT_OBJECT) || expression->of == NULL) {
		path_report_kind(reading->report, before,
		    expression->kinds & ~KIND(SLOT_OBJECT), "an object");
		return false;
	}
	slot = find_slot(expression->of, name.text);
	if (slot == NULL) {
		add_slots(&names, reading->arena, expression->of);
		report_unknown(reading, name,
		    text_from(expression->of->name), &names);
		return false;
	}
	steps[expression->step_count++] = slot;
	expression->kinds = KIND(slot->kind);
	expression->of = slot->of;
	return true;
}

bool path_read(const struct reading *reading, struct expression *expression)
{
	struct snippet whole = expression->written;
	struct snippet rest = whole;
	const struct slot **steps;
	const struct slot *step;
	struct snippet name;
	size_t length;

	if (!cut_name(reading, &name, &rest, whole))
		return false;
	if (text_equal(name.text, TEXT("repeat")))
		return read_loop(reading, expression, rest);
	expression->source = EXPRESSION_PATH;
	if (!read_start(reading, expression, &step, name))
		return false;
	/* At most one step for each name. */
	steps = arena_array(reading->arena, const struct slot *,
	    whole.text.length / 2 + 1);
	expression->steps = steps;
	if (step != NULL) {
		steps[expression->step_count++] = step;
		expression->kinds = KIND(step->kind);
		expression->of = step->of;
	}
	while (rest.text.length > 0) {
		length = whole.text.length - rest.text.length;
		(void)skip_slash(&rest);
		if (!cut_name(reading, &name, &rest, whole) ||
		    !take_step(reading, expression, steps,
			snippet_trim(snippet_slice(whole, 0, length)), name))
			return false;
	}
	return true;
}
