/*
 * JSON: strings out, and flat objects in.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buffer.h"

struct arena;

/* Adds a string with its quotes; malformed bytes become U+FFFD. */
void json_add_string(struct buffer *buffer, struct text text);

enum json_kind { JSON_STRING, JSON_NUMBER, JSON_LITERAL };

struct json_member {
	struct text name;
	enum json_kind kind;
	struct text value; /* of a string what it says; else as written */
};

/* {0} is an empty object. */
struct json_object {
	struct json_member *items; /* as written */
	size_t count;
	size_t capacity;
};

/*
 * Reads text that is one object (RFC 8259) of strings, numbers, true, false
 * and null; names and values are in arena.  NULL, or what is wrong: an object
 * or array inside, a name given twice, and a NUL in a string are, too.
 */
const char *json_read(struct json_object *object, struct arena *arena,
    struct text text);

/* The member of a name, or NULL. */
const struct json_member *json_find(const struct json_object *object,
    const char *name);

#endif
