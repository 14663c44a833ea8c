#include "base/buffer.h"

#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SMALLEST = 64 };

/* Room for length more bytes, at the end of the buffer. */
static char *buffer_room(struct buffer *buffer, size_t length)
{
	size_t wanted = buffer->capacity > 0 ? buffer->capacity : SMALLEST;

	assert(length < SIZE_MAX / 4 && buffer->length < SIZE_MAX / 4);
	while (wanted - buffer->length < length)
		wanted *= 2;
	if (wanted != buffer->capacity) {
		buffer->bytes = memory_resize(buffer->bytes, wanted);
		buffer->capacity = wanted;
	}
	return buffer->bytes + buffer->length;
}

void buffer_add(struct buffer *buffer, struct text text)
{
	if (text.length == 0)
		return;
	memcpy(buffer_room(buffer, text.length), text.at, text.length);
	buffer->length += text.length;
}

void buffer_add_string(struct buffer *buffer, const char *string)
{
	buffer_add(buffer, text_from(string));
}

void buffer_add_char(struct buffer *buffer, char c)
{
	*buffer_room(buffer, 1) = c;
	buffer->length++;
}

void buffer_add_code(struct buffer *buffer, uint32_t code)
{
	buffer->length += text_encode(buffer_room(buffer, 4), code);
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
	va_list arguments;
	size_t room;
	int length;

	assert(format != NULL);
	va_start(arguments, format);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	assert(length >= 0);
	room = (size_t)length + 1; /* vsnprintf ends in a zero byte */
	va_start(arguments, format);
	(void)vsnprintf(buffer_room(buffer, room), room, format, arguments);
	va_end(arguments);
	buffer->length += (size_t)length;
}

struct text buffer_text(const struct buffer *buffer)
{
	return (struct text){ buffer->bytes, buffer->length };
}

struct text buffer_copy(const struct buffer *buffer, struct arena *arena)
{
	return text_copy(arena, buffer_text(buffer));
}

void buffer_clear(struct buffer *buffer)
{
	buffer->length = 0;
}

void buffer_cut(struct buffer *buffer, size_t length)
{
	assert(length <= buffer->length);
	buffer->length = length;
}

void buffer_release(struct buffer *buffer)
{
	free(buffer->bytes);
	*buffer = (struct buffer){ 0 };
}
