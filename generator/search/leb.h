/*
 * LEB128: numbers of seven bits a byte, the lowest first.
 */
#ifndef SEARCH_LEB_H
#define SEARCH_LEB_H

#include "base/buffer.h"

static inline void leb_add(struct buffer *buffer, uint32_t number)
{
	while (number >= 128) {
		buffer_add_char(buffer, (char)(number | 128));
		number >>= 7;
	}
	buffer_add_char(buffer, (char)number);
}

/* Of bytes that leb_add wrote. */
static inline uint32_t leb_next(struct text bytes, size_t *at)
{
	uint32_t number = 0;
	unsigned shift = 0;
	unsigned char byte;

	do {
		byte = (unsigned char)bytes.at[(*at)++];
		number |= (uint32_t)(byte & 127) << shift;
		shift += 7;
	} while (byte >= 128);
	return number;
}

#endif
