/*
 * Typed values out of a YAML mapping, by a table of the keys that it may
 * have: each row names a key, what its value must be, and the member of a
 * struct that gets it.
 *
 * Texts are made uniform, because they become messages for translators and
 * words on pages: Unicode normalization form C, no blanks at the ends, every
 * run of blanks, tabs and line ends inside as one blank.
 */
#ifndef READ_FIELD_H
#define READ_FIELD_H

#include "base/report.h"
#include "read/date.h"

struct front_node;

/* A text, and where its value stands; empty, and without a place, if the key
 * is not given. */
struct field_text {
	struct text text;
	struct place place;
};

struct field_texts {
	struct field_text *items; /* none is empty */
	size_t count;
	size_t capacity;
};

/* The type of the member is in the comment. */
enum field_kind {
	FIELD_TEXT,   /* struct field_text */
	FIELD_TEXTS,  /* struct field_texts: a list of texts */
	FIELD_CHAIN,  /* struct field_texts: a text, or a list of texts */
	FIELD_FLAG,   /* bool: true or false, and no other word */
	FIELD_NUMBER, /* int, from least to most */
	FIELD_DATE,   /* struct date */
	FIELD_NODE    /* const struct front_node *: read by the caller */
};

struct field {
	const char *name; /* the key */
	enum field_kind kind;
	size_t member;   /* offsetof the member */
	int least, most; /* of FIELD_NUMBER, within nine digits */
};

/* Where values go and problems are reported. */
struct field_reader {
	struct arena *arena;
	struct report *report;
	const struct source *source;
};

/*
 * Sets the members of object from a mapping.  A member whose key is missing,
 * null or wrong keeps its value, so defaults are set before.  Reports
 * YAML_KIND, YAML_VALUE and DATE_INVALID at the value, KEY_UNKNOWN with the
 * nearest name at the key.  The node must be a mapping or null.
 */
void field_read(void *object, const struct field_reader *reader,
    const struct field *fields, size_t field_count,
    const struct front_node *mapping);

/* Reads one text. False, after YAML_KIND under the name of key, if node is no
 * scalar; text stays as it is if that holds nothing. */
bool field_read_text(struct field_text *text,
    const struct field_reader *reader, const char *key,
    const struct front_node *node);

/* Reports that the value of a text is none for its key: YAML_VALUE. */
void field_refuse(const struct field_reader *reader,
    const struct field_text *value, const char *key, const char *kind);

/* Reports KEY_MISSING at a mapping whose key has given no value, unless the
 * value was refused already. */
void field_require(const struct field_reader *reader,
    const struct front_node *mapping, const char *key,
    const struct field_text *value);

#endif
