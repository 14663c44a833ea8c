#include "search/stemmer.h"

#include <libstemmer.h>

struct stemmer *stemmer_open(const char *tag)
{
	return (struct stemmer *)sb_stemmer_new(tag, "UTF_8");
}

static struct sb_stemmer *snowball_of(struct stemmer *stemmer)
{
	return (struct sb_stemmer *)stemmer;
}

void stemmer_close(struct stemmer *stemmer)
{
	if (stemmer != NULL)
		sb_stemmer_delete(snowball_of(stemmer));
}

struct text stemmer_stem(struct stemmer *stemmer, struct arena *arena,
    struct text word, unsigned rounds)
{
	struct sb_stemmer *snowball = snowball_of(stemmer);
	struct text stem = word;
	unsigned i;

	for (i = 0; snowball != NULL && i < rounds; i++) {
		const sb_symbol *symbols = sb_stemmer_stem(snowball,
		    (const sb_symbol *)stem.at, (int)stem.length);
		size_t length = (size_t)sb_stemmer_length(snowball);

		if (symbols == NULL || length == 0 || length == stem.length)
			break;
		stem = text_copy(arena,
		    (struct text){ (const char *)symbols, length });
	}
	return stem;
}
