/*
 * The words of a PO file: comments, keywords and strings, with the marks of
 * obsolete (#~) and previous (#|) lines as properties of each.  Format: GNU
 * gettext manual, "The Format of PO Files".
 */
#ifndef MODEL_PO_LEXER_H
#define MODEL_PO_LEXER_H

#include "base/text.h"

enum po_kind {
	PO_END,
	PO_COMMENT,   /* text: the line behind the # */
	PO_CONTEXT,   /* msgctxt */
	PO_ID,        /* msgid */
	PO_PLURAL_ID, /* msgid_plural */
	PO_STR,       /* msgstr */
	PO_STRING,    /* text: what is between the quotes, as written */
	PO_OPEN,      /* [ */
	PO_CLOSE,     /* ] */
	PO_NUMBER,    /* text: digits */
	PO_WRONG      /* anything else */
};

struct po_token {
	enum po_kind kind;
	bool obsolete; /* on a line with #~ */
	bool previous; /* on a line with #| or #~| */
	bool escaped;  /* a PO_STRING with backslashes */
	bool unclosed; /* a PO_STRING that ends with its line, not a quote */
	size_t offset; /* of its first byte */
	struct text text; /* borrowed from the bytes */
};

/* { .bytes = ... } stands before the first token. */
struct po_lexer {
	struct text bytes;
	size_t at;
	bool obsolete, previous; /* marks of the line so far */
};

/* The next token; PO_END again and again at the end. */
struct po_token po_lexer_next(struct po_lexer *lexer);

/* What a backslash and the bytes behind it stand for. */
struct po_escape {
	char byte;
	bool numeric;        /* \101 or \x41: any byte */
	const char *problem; /* NULL if it is a known escape */
};

/* Decodes the escape at *at (of the backslash) and moves *at behind it. */
struct po_escape po_escape(struct text text, size_t *at);

#endif
