/*
 * Reads numbers and strings from bytes that may be damaged: what reaches
 * beyond the end fails, and so does everything after it.
 */
#ifndef SEARCH_ENGINE_READ_H
#define SEARCH_ENGINE_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct engine_cursor {
	const uint8_t *at, *end;
	bool failed;
};

/* The functions give 0, or no bytes, when they fail. */
uint8_t engine_read_byte(struct engine_cursor *cursor);
uint32_t engine_read_number(struct engine_cursor *cursor);
/* `length` bytes, in the file. */
const uint8_t *engine_read_bytes(struct engine_cursor *cursor, size_t length);
/* A length and so many bytes. */
struct engine_bytes {
	const uint8_t *at;
	uint32_t length;
};
struct engine_bytes engine_read_string(struct engine_cursor *cursor);
/* A number of things that take at least `least` bytes each. */
uint32_t engine_read_count(struct engine_cursor *cursor, size_t least);

#endif
