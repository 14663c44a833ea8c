/*
 * What a template may name: typed slots of typed objects.  A table of types
 * (render/view) describes the whole vocabulary; the compiler checks every
 * path against it before any page exists.
 */
#ifndef RENDER_SLOT_H
#define RENDER_SLOT_H

#include "base/arena.h"
#include "base/text.h"

enum slot_kind {
	SLOT_TEXT,   /* plain text; escaped on the page */
	SLOT_NUMBER, /* a number, and its text in the locale's digits */
	SLOT_DATE,   /* a date as the locale writes it */
	SLOT_URL,    /* an address; the only kind for href, src, action */
	SLOT_FLAG,   /* true or false */
	SLOT_LIST,   /* objects of one type, for tal:repeat */
	SLOT_HTML,   /* markup, for structure only */
	SLOT_OBJECT  /* one object of a type */
};

/* The language of a text that is not in the page's own. */
struct slot_language {
	struct text tag;
	bool rtl;
};

/* What a slot gives for one object. Only the members of its kind are read;
 * a value that is not there (NULL object, empty text) has absent = true and
 * makes `a | b` take b, tal:condition false and an attribute vanish. */
struct slot_value {
	bool absent;
	bool flag;
	long number;
	struct text text; /* text, url, html; number and date as formatted */
	const struct slot_language *language; /* of text or html; NULL: page's */
	const void *const *items; /* list */
	size_t count;
	const void *object;
};

struct slot_type;

/* context is the view's own (arena, locale, address of the page); the
 * template passes it through. */
struct slot {
	const char *name;
	enum slot_kind kind;
	const struct slot_type *of; /* of OBJECT and of LIST's items */
	void (*get)(struct slot_value *value, void *context,
	    const void *object);
	const char *meaning; /* one line for templates/README.md */
};

struct slot_type {
	const char *name; /* "article" */
	const struct slot *slots;
	size_t count;
};

#endif
