#include "model/plural.h"

#include "base/arena.h"

#include <string.h>

enum {
	FORM_LIMIT = 1000,  /* six are known of */
	TESTED = 1000,      /* n up to this is tried before a rule is used */
	NODE_LIMIT = 1000,  /* bounds the depth of evaluation */
	NESTING_LIMIT = 100 /* bounds the depth of parsing */
};

/* How tightly operators bind, as in C. */
enum { CHOICE_LEVEL = 0, UNARY_LEVEL = 7 };

enum operation {
	NUMBER,
	VARIABLE,
	NOT,
	MULTIPLY,
	DIVIDE,
	REMAINDER,
	ADD,
	SUBTRACT,
	LESS_EQUAL,
	GREATER_EQUAL,
	LESS,
	GREATER,
	EQUAL,
	UNEQUAL,
	AND,
	OR,
	CHOICE
};

struct node {
	enum operation operation;
	unsigned long number;         /* of NUMBER */
	const struct node *parts[3]; /* operands, from the left */
};

struct plural {
	size_t count;
	const struct node *rule;
};

struct parser {
	struct arena *arena;
	struct text value;
	size_t at;
	size_t node_count;
	size_t nesting;
	const char *problem; /* why the rule was refused, at this byte */
};

/* Signs that begin with another sign come before it. */
static const struct binary {
	const char *sign;
	enum operation operation;
	int level;
} binaries[] = {
	{ "||", OR, 1 },
	{ "&&", AND, 2 },
	{ "==", EQUAL, 3 },
	{ "!=", UNEQUAL, 3 },
	{ "<=", LESS_EQUAL, 4 },
	{ ">=", GREATER_EQUAL, 4 },
	{ "<", LESS, 4 },
	{ ">", GREATER, 4 },
	{ "+", ADD, 5 },
	{ "-", SUBTRACT, 5 },
	{ "*", MULTIPLY, 6 },
	{ "/", DIVIDE, 6 },
	{ "%", REMAINDER, 6 },
};

static const struct node variable = { .operation = VARIABLE };
static const struct node one = { .operation = NUMBER, .number = 1 };
static const struct node not_one = { UNEQUAL, 0, { &variable, &one, NULL } };
static const struct plural germanic = { 2, &not_one };

/* False for a division by zero. */
static bool compute(unsigned long *result, enum operation operation,
    unsigned long a, unsigned long b)
{
	if ((operation == DIVIDE || operation == REMAINDER) && b == 0)
		return false;
	switch (operation) {
	case NUMBER:
	case VARIABLE:
	case CHOICE:
		return false; /* no computation */
	case NOT:
		*result = a == 0;
		break;
	case MULTIPLY:
		*result = a * b;
		break;
	case DIVIDE:
		*result = a / b;
		break;
	case REMAINDER:
		*result = a % b;
		break;
	case ADD:
		*result = a + b;
		break;
	case SUBTRACT:
		*result = a - b;
		break;
	case LESS_EQUAL:
		*result = a <= b;
		break;
	case GREATER_EQUAL:
		*result = a >= b;
		break;
	case LESS:
		*result = a < b;
		break;
	case GREATER:
		*result = a > b;
		break;
	case EQUAL:
		*result = a == b;
		break;
	case UNEQUAL:
		*result = a != b;
		break;
	case AND:
		*result = a != 0 && b != 0;
		break;
	case OR:
		*result = a != 0 || b != 0;
		break;
	}
	return true;
}

/* False if the rule divides by zero on the way taken for n. */
static bool evaluate(unsigned long *result, const struct node *node,
    unsigned long n)
{
	unsigned long a = 0;
	unsigned long b = 0;
	bool decided;

	if (node->operation == NUMBER || node->operation == VARIABLE) {
		*result = node->operation == NUMBER ? node->number : n;
		return true;
	}
	if (!evaluate(&a, node->parts[0], n))
		return false;
	if (node->operation == CHOICE)
		return evaluate(result, node->parts[a != 0 ? 1 : 2], n);
	decided = (node->operation == AND && a == 0) ||
	    (node->operation == OR && a != 0);
	if (node->parts[1] != NULL && !decided &&
	    !evaluate(&b, node->parts[1], n))
		return false;
	return compute(result, node->operation, a, b);
}

/* Refuses the rule at the current byte; always NULL. */
static const struct node *refuse(struct parser *parser, const char *problem)
{
	parser->problem = problem;
	return NULL;
}

/* Skips blanks, then the sign if it stands there. */
static bool accept(struct parser *parser, const char *sign)
{
	while (parser->at < parser->value.length &&
	    (parser->value.at[parser->at] == ' ' ||
		parser->value.at[parser->at] == '\t'))
		parser->at++;
	if (!text_starts(text_after(parser->value, parser->at),
		text_from(sign)))
		return false;
	parser->at += strlen(sign);
	return true;
}

/* Skips blanks, then reads a number if one stands there. */
static bool accept_number(struct parser *parser, unsigned *number)
{
	size_t end;

	(void)accept(parser, ""); /* only for the blanks */
	end = parser->at;
	while (end < parser->value.length && parser->value.at[end] >= '0' &&
	    parser->value.at[end] <= '9')
		end++;
	if (!text_number(number,
		text_slice(parser->value, parser->at, end - parser->at)))
		return false;
	parser->at = end;
	return true;
}

/* NULL if a part is NULL: that was refused already. */
static const struct node *node_new(struct parser *parser, struct node node,
    size_t part_count)
{
	struct node *new;
	size_t i;

	for (i = 0; i < part_count; i++)
		if (node.parts[i] == NULL)
			return NULL;
	if (++parser->node_count > NODE_LIMIT)
		return refuse(parser, "the rule is too long");
	new = arena_new(parser->arena, struct node);
	*new = node;
	return new;
}

/* The operator that stands here and binds at least as tightly as level. */
static const struct binary *accept_binary(struct parser *parser, int level)
{
	size_t i;

	for (i = 0; i < sizeof(binaries) / sizeof(binaries[0]); i++) {
		if (binaries[i].level < level)
			continue;
		if (accept(parser, binaries[i].sign))
			return &binaries[i];
	}
	return NULL;
}

/*
 * Precedence climbing: an expression of operators that bind at least as
 * tightly as level, NULL if it was refused.  One function for all, since each
 * kind of expression can hold each other.
 */
static const struct node *parse(struct parser *parser, int level)
{
	const struct binary *binary;
	const struct node *node, *yes, *no;
	unsigned number;

	if (++parser->nesting > NESTING_LIMIT)
		return refuse(parser, "the rule is nested too deeply");
	if (accept(parser, "!")) {
		node = parse(parser, UNARY_LEVEL);
		node = node_new(parser, (struct node){ NOT, 0, { node } }, 1);
	} else if (accept(parser, "(")) {
		node = parse(parser, CHOICE_LEVEL);
		if (node != NULL && !accept(parser, ")"))
			node = refuse(parser, "')' is missing");
	} else if (accept(parser, "n")) {
		node = &variable;
	} else if (accept_number(parser, &number)) {
		node = node_new(parser, (struct node){ NUMBER, number,
		    { NULL } }, 0);
	} else {
		node = refuse(parser, "n, a number of at most 9 digits, '!' "
				      "or '(' is missing");
	}
	while (node != NULL) {
		binary = accept_binary(parser, level);
		if (binary == NULL)
			break;
		yes = parse(parser, binary->level + 1);
		node = node_new(parser, (struct node){ binary->operation, 0,
		    { node, yes } }, 2);
	}
	if (node != NULL && level == CHOICE_LEVEL && accept(parser, "?")) {
		yes = parse(parser, CHOICE_LEVEL);
		if (yes != NULL && !accept(parser, ":"))
			yes = refuse(parser, "':' is missing");
		no = yes != NULL ? parse(parser, CHOICE_LEVEL) : NULL;
		node = node_new(parser, (struct node){ CHOICE, 0,
		    { node, yes, no } }, 3);
	}
	parser->nesting--;
	return node;
}

/* Tries n up to TESTED. False with the problem. */
static bool rule_holds(struct text *problem, struct arena *arena,
    const struct node *rule, size_t count)
{
	unsigned long form = 0;
	unsigned long n;

	for (n = 0; n <= TESTED; n++) {
		if (!evaluate(&form, rule, n)) {
			*problem = text_format(arena,
			    "for n = %lu it divides by zero", n);
			return false;
		}
		if (form >= count) {
			*problem = text_format(arena,
			    "for n = %lu it gives the form %lu, but "
			    "nplurals is %zu", n, form, count);
			return false;
		}
	}
	return true;
}

/* nplurals=COUNT; plural=RULE; the last semicolon may be missing. */
static const struct node *parse_header(struct parser *parser, unsigned *count)
{
	const struct node *rule;

	if (!accept(parser, "nplurals="))
		return refuse(parser, "'nplurals=' is missing");
	if (!accept_number(parser, count) || *count == 0 ||
	    *count > FORM_LIMIT)
		return refuse(parser, "nplurals must be a number from 1 to "
				      "1000");
	if (!accept(parser, ";"))
		return refuse(parser, "';' is missing");
	if (!accept(parser, "plural="))
		return refuse(parser, "'plural=' is missing");
	rule = parse(parser, CHOICE_LEVEL);
	if (rule == NULL)
		return NULL;
	(void)accept(parser, ";"); /* may be missing */
	(void)accept(parser, ""); /* skips blanks */
	if (parser->at < parser->value.length)
		return refuse(parser, "this does not belong to the rule");
	return rule;
}

bool plural_parse(const struct plural **plural, struct plural_fault *fault,
    struct arena *arena, struct text value)
{
	struct parser parser = { .arena = arena, .value = value };
	struct text problem = { 0 };
	struct plural *parsed;
	const struct node *rule;
	unsigned count = 0;

	rule = parse_header(&parser, &count);
	if (rule == NULL)
		problem = text_from(parser.problem);
	else if (!rule_holds(&problem, arena, rule, count))
		parser.at = 0; /* it is the whole that is wrong */
	if (problem.length > 0) {
		*fault = (struct plural_fault){ problem, parser.at };
		return false;
	}
	parsed = arena_new(arena, struct plural);
	*parsed = (struct plural){ count, rule };
	*plural = parsed;
	return true;
}

const struct plural *plural_default(void)
{
	return &germanic;
}

size_t plural_count(const struct plural *plural)
{
	return plural->count;
}

size_t plural_index(const struct plural *plural, unsigned long n)
{
	unsigned long form = 0;

	if (!evaluate(&form, plural->rule, n) || form >= plural->count)
		return plural->count - 1;
	return form;
}
