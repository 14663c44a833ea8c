/*
 * The content hash of files: FNV-1a over words of eight bytes, with its
 * result scattered as in MurmurHash3 (Appleby).  Pages are hashed whenever
 * they are written, and byte by byte that would cost as much as writing them.
 * A file too large for memory is hashed in pieces: hash_begin, hash_add for
 * each piece, hash_end.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/text.h"

struct arena;

uint64_t hash_bytes(struct text bytes);

/* length: of all pieces together. */
uint64_t hash_begin(size_t length);
/* Each piece but the last has a multiple of eight bytes. */
uint64_t hash_add(uint64_t hash, struct text piece);
uint64_t hash_end(uint64_t hash);

/* The first ten of its hexadecimal digits, for names of files. */
struct text hash_name(struct arena *arena, uint64_t hash);

#endif
