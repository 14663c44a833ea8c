/*
 * Expressions of the template language, read from attributes and checked
 * against the slots: a path a/b/c, alternatives a | b, not:, string:,
 * nothing, default, and repeat/x/index.  Names become registers and slots, so
 * that nothing is looked up by name when a page is made.
 */
#ifndef RENDER_EXPRESSION_H
#define RENDER_EXPRESSION_H

#include "render/slot.h"
#include "render/snippet.h"

/* What a loop knows of its current item. */
enum loop_fact {
	LOOP_INDEX, /* from 0 */
	LOOP_NUMBER, /* from 1 */
	LOOP_FIRST,
	LOOP_LAST,
	LOOP_EVEN, /* index 0, 2, ... as in Zope */
	LOOP_ODD
};

enum expression_source {
	EXPRESSION_PATH,   /* steps from the object in a register */
	EXPRESSION_LOOP,   /* fact of the loop numbered by start */
	EXPRESSION_STRING, /* parts in a row */
	EXPRESSION_NOT,    /* flag: inner is false */
	EXPRESSION_NOTHING,
	EXPRESSION_DEFAULT /* what stands in the template */
};

/* A part of a string: expression, or literal text if that is NULL. */
struct part {
	struct text text;
	const struct expression *expression;
};

/* Sets of slot kinds. */
#define KIND(kind) (1u << (kind))
#define KIND_PROSE                                                            \
	(KIND(SLOT_TEXT) | KIND(SLOT_NUMBER) | KIND(SLOT_DATE) |               \
	    KIND(SLOT_URL))

struct expression {
	enum expression_source source;
	enum loop_fact fact;
	unsigned kinds;   /* what it can give; 0: nothing, default */
	const struct slot_type *of; /* of an object, or of a list's items */
	size_t start;     /* register, or loop */
	const struct slot *const *steps;
	size_t step_count;
	const struct part *parts;
	size_t part_count;
	const struct expression *inner;
	const struct expression *otherwise; /* taken if this one is absent */
	struct snippet written; /* for messages */
};

/* A name that a template gave to a value: tal:define, tal:repeat. */
struct variable {
	const struct variable *outer;
	struct text name;
	size_t start; /* register */
	unsigned kinds;
	const struct slot_type *of;
	bool repeats;
	size_t loop;
	bool broken; /* what it stands for was reported: its uses are not */
};

/* The names that a path can begin with. Register 0 holds the root object. */
struct scope {
	const struct slot_type *root;
	const struct variable *variables; /* innermost first */
};

/*
 * Reads an expression. NULL after reporting everything that is wrong with it.
 * `default` is understood only if may_default.  The expression lives in the
 * arena.
 */
const struct expression *expression_read(struct arena *arena,
    struct report *report, const struct scope *scope, struct snippet snippet,
    bool may_default);

/* Reads the name alone, as {name} in a message: a variable or a slot of the
 * root. */
const struct expression *expression_read_name(struct arena *arena,
    struct report *report, const struct scope *scope, struct snippet name);

/* The value in a register. */
const struct expression *expression_register(struct arena *arena,
    size_t start, unsigned kinds);

/*
 * True if all that the expression can give is of the kinds accepted; else
 * reports the first alternative that is not, as not being `wanted` ("text").
 */
bool expression_accept(const struct expression *expression,
    struct report *report, unsigned accepted, const char *wanted);

/* All kinds that its alternatives can give together. */
unsigned expression_kinds(const struct expression *expression);

/* The type of the objects or items that it gives.  Reports and returns false
 * if its alternatives differ; *of is NULL if it gives none. */
bool expression_type(const struct slot_type **of,
    const struct expression *expression, struct report *report);

/* True if one of the alternatives is `default`. */
bool expression_may_default(const struct expression *expression);
/* The same without reading it. */
bool expression_says_default(struct text text);

/* True if a text may be the name of a variable. */
bool expression_is_name(struct text name);

#endif
