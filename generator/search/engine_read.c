#include "search/engine_read.h"

uint8_t engine_read_byte(struct engine_cursor *cursor)
{
	if (cursor->at == cursor->end) {
		cursor->failed = true;
		return 0;
	}
	return *cursor->at++;
}

uint32_t engine_read_number(struct engine_cursor *cursor)
{
	uint32_t number = 0;
	unsigned shift;

	for (shift = 0; shift < 32; shift += 7) {
		uint8_t byte = engine_read_byte(cursor);

		/* Of the fifth byte four bits have room. */
		if (shift == 28 && byte > 15)
			break;
		number |= (uint32_t)(byte & 127) << shift;
		if (byte < 128)
			return cursor->failed ? 0 : number;
	}
	cursor->failed = true;
	cursor->at = cursor->end;
	return 0;
}

const uint8_t *engine_read_bytes(struct engine_cursor *cursor, size_t length)
{
	const uint8_t *bytes = cursor->at;

	if (length > (size_t)(cursor->end - cursor->at)) {
		cursor->failed = true;
		cursor->at = cursor->end;
		return NULL;
	}
	cursor->at += length;
	return bytes;
}

struct engine_bytes engine_read_string(struct engine_cursor *cursor)
{
	struct engine_bytes string = { NULL, engine_read_number(cursor) };

	string.at = engine_read_bytes(cursor, string.length);
	if (string.at == NULL)
		string.length = 0;
	return string;
}

uint32_t engine_read_count(struct engine_cursor *cursor, size_t least)
{
	uint32_t count = engine_read_number(cursor);

	if (count > (size_t)(cursor->end - cursor->at) / least) {
		cursor->failed = true;
		cursor->at = cursor->end;
		return 0;
	}
	return count;
}
