#include "search/language.h"

#include "base/list.h"
#include "search/stemmer.h"

void analysis_reading(struct analysis *analysis, struct arena *arena,
    struct text key, struct text loose)
{
	struct reading *reading;
	size_t i;

	for (i = 0; i < analysis->readings.count; i++)
		if (text_equal(analysis->readings.items[i].key, key))
			return;
	reading = list_add(arena, &analysis->readings);
	reading->key = key;
	reading->loose = loose;
}

void analysis_form(struct analysis *analysis, struct arena *arena,
    struct text word, size_t reading)
{
	struct other_form *form = list_add(arena, &analysis->forms);

	form->word = word;
	form->reading = reading;
}

void analysis_part(
    struct analysis *analysis, struct arena *arena, struct text key)
{
	struct text *part = list_add(arena, &analysis->parts);

	*part = key;
}

static void *snowball_open(const char *tag)
{
	return stemmer_open(tag);
}

static void snowball_close(void *state)
{
	stemmer_close(state);
}

/* One round: of languages that nobody here has judged, the stemmer's authors
 * have. */
static void snowball_analyse(struct analysis *analysis, struct arena *arena,
    void *state, struct text word)
{
	struct text stem = stemmer_stem(state, arena, word, 1);

	analysis_reading(analysis, arena, stem, stem);
}

static const struct language snowball = { .tag = "",
	.open = snowball_open,
	.close = snowball_close,
	.analyse = snowball_analyse };

static const struct language *const languages[] = { &language_turkish,
	&language_finnish, &language_korean, &language_persian,
	&language_serbian };

const struct language *language_find(struct text tag)
{
	struct text primary = { 0 };
	size_t i;

	(void)text_cut(&primary, &tag, '-');
	for (i = 0; i < sizeof(languages) / sizeof(*languages); i++)
		if (text_equal_string(primary, languages[i]->tag))
			return languages[i];
	return &snowball;
}
