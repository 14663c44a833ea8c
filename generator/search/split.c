#include "search/split.h"

struct splitting {
	const struct classes *classes;
	uint32_t *pieces;
	unsigned least;
};

/* Moves back by one code point. */
static size_t before(struct text key, size_t at)
{
	do
		at--;
	while (at > 0 && (key.at[at] & 0xC0) == 0x80);
	return at;
}

/* Covers the rest of a key from `at` on by at most SPLIT_PIECES - used
 * pieces; the whole key is no piece of itself. */
static size_t cover(const struct splitting *splitting, struct text key,
    size_t at, size_t used)
{
	size_t end = key.length;

	if (at == key.length)
		return used;
	if (used == SPLIT_PIECES)
		return 0;
	for (; end > at; end = before(key, end)) {
		struct text piece = text_slice(key, at, end - at);
		size_t known, count;

		if (piece.length == key.length)
			continue;
		if (text_count(piece) < splitting->least)
			return 0;
		known = classes_known(splitting->classes, piece);
		if (known == TEXT_NONE)
			continue;
		splitting->pieces[used] = (uint32_t)known;
		count = cover(splitting, key, end, used + 1);
		if (count > 0)
			return count;
	}
	return 0;
}

size_t split_key(uint32_t pieces[SPLIT_PIECES], const struct classes *classes,
    struct text key, unsigned least)
{
	const struct splitting splitting = { classes, pieces, least };

	return cover(&splitting, key, 0, 0);
}
