#include "base/hash.h"

#include <endian.h>
#include <inttypes.h>
#include <string.h>

uint64_t hash_begin(size_t length)
{
	return UINT64_C(0xcbf29ce484222325) ^ length;
}

uint64_t hash_add(uint64_t hash, struct text piece)
{
	size_t i;

	for (i = 0; i < piece.length; i += sizeof(uint64_t)) {
		size_t left = piece.length - i;
		uint64_t word = 0; /* the last one is filled up with zeros */

		memcpy(&word, piece.at + i,
		    left < sizeof(word) ? left : sizeof(word));
		hash = (hash ^ le64toh(word)) * UINT64_C(0x100000001b3);
		/* High bits of a product never reach the low ones. */
		hash ^= hash >> 32;
	}
	return hash;
}

uint64_t hash_end(uint64_t hash)
{
	hash ^= hash >> 33;
	hash *= UINT64_C(0xff51afd7ed558ccd);
	hash ^= hash >> 33;
	hash *= UINT64_C(0xc4ceb9fe1a85ec53);
	return hash ^ hash >> 33;
}

uint64_t hash_bytes(struct text bytes)
{
	return hash_end(hash_add(hash_begin(bytes.length), bytes));
}

struct text hash_name(struct arena *arena, uint64_t hash)
{
	return text_format(arena, "%010" PRIx64, hash >> 24);
}
