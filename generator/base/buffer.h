/*
 * A growing array of bytes that owns its memory.  {0} is an empty buffer.
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include "base/text.h"

struct buffer {
	char *bytes;
	size_t length;
	size_t capacity;
};

void buffer_add(struct buffer *buffer, struct text text);
void buffer_add_string(struct buffer *buffer, const char *string);
void buffer_add_char(struct buffer *buffer, char c);
void buffer_add_code(struct buffer *buffer, uint32_t code); /* as UTF-8 */
void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* What the buffer holds, valid until the next change. */
struct text buffer_text(const struct buffer *buffer);
/* A copy of it in the arena. */
struct text buffer_copy(const struct buffer *buffer, struct arena *arena);

void buffer_clear(struct buffer *buffer);                 /* keeps memory */
void buffer_cut(struct buffer *buffer, size_t length);    /* shortens */
void buffer_release(struct buffer *buffer);               /* may be repeated */

#endif
