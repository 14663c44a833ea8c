/*
 * A compiled template: flat instructions, run in one loop over registers.
 * The compiler (render/compile) writes them; program_run is declared in
 * render/template.h.
 */
#ifndef RENDER_PROGRAM_H
#define RENDER_PROGRAM_H

#include "model/catalog.h"
#include "render/expression.h"

enum operation {
	OPERATION_STATIC,    /* text, as it is */
	OPERATION_LOAD,      /* register = expression */
	OPERATION_UNLESS,    /* to target if expression is false */
	OPERATION_GIVEN,     /* to target unless register is the default */
	OPERATION_JUMP,      /* to target */
	OPERATION_REPEAT,    /* loop over expression with register; to target
	                        if there is nothing */
	OPERATION_NEXT,      /* to target if the loop has one more */
	OPERATION_WRITE,     /* expression, escaped for context */
	OPERATION_LANGUAGE,  /* lang and dir of what is in register */
	OPERATION_ATTRIBUTE, /* expression as a whole attribute; to target
	                        unless it is the default */
	OPERATION_PLURAL,    /* to the target that plural has for expression */
	OPERATION_END
};

enum write_context {
	WRITE_TEXT,
	WRITE_XML,
	WRITE_MARKUP,
	WRITE_PROSE,  /* in an attribute for people */
	WRITE_VALUE,  /* in any other attribute: digits of ASCII */
	WRITE_ADDRESS /* a whole attribute of an address */
};

/* What a text in another language than its surroundings is put into. */
enum write_wrap { WRAP_NONE, WRAP_SPAN, WRAP_DIV };

/* Where each plural form begins. */
struct plural_targets {
	const struct catalog *catalog; /* NULL: one for 1, else other */
	size_t *targets;
	size_t count;
};

struct instruction {
	enum operation operation;
	enum write_context context;
	enum write_wrap wrap;       /* of the value itself */
	enum write_wrap part_wrap;  /* of the parts of a string */
	bool sets_lang, sets_dir;   /* LANGUAGE */
	bool new_line;              /* STATIC: begins with a line end that is
	                               left out where a line begins anyway */
	size_t index;               /* register */
	size_t loop;
	size_t target;
	struct text text;           /* STATIC; ATTRIBUTE: ` name` */
	struct text flagged;        /* ATTRIBUTE: all of it if true */
	const struct expression *expression;
	const struct slot_language *around; /* the surrounding language */
	const struct plural_targets *plural;
};

struct program {
	const struct instruction *instructions;
	size_t register_count; /* register 0 is the root object */
	size_t loop_count;
	const struct slot_language *language;
	bool is_xml;
};

#endif
