#include "render/compound.h"

#include <libvoikko/voikko.h>
#include <string.h>

/* A border follows at least two letters and is followed by as many; there is
 * no such part of a word otherwise. */
enum { PART = 2 };

struct compounds *compounds_open(void)
{
	const char *error = NULL;

	return (struct compounds *)voikkoInit(&error, "fi", NULL);
}

static struct VoikkoHandle *handle_of(struct compounds *compounds)
{
	return (struct VoikkoHandle *)compounds;
}

void compounds_close(struct compounds *compounds)
{
	if (compounds != NULL)
		voikkoTerminate(handle_of(compounds));
}

/* Sets borders from a structure as voikko writes it: '=' where a part of the
 * word begins, and one character for each letter.  Returns how many parts. */
static size_t read_structure(unsigned char *borders, size_t count,
    const char *structure)
{
	size_t parts = 0;
	size_t letter = 0;

	memset(borders, HYPHEN_NONE, count);
	for (; *structure != '\0' && letter < count; structure++) {
		if (*structure != '=') {
			letter++;
			continue;
		}
		parts++;
		if (letter >= PART && letter + PART <= count)
			borders[letter] = HYPHEN_BORDER;
	}
	return parts;
}

void compounds_mark(struct compounds *compounds, struct hyphen_word *word,
    struct text text)
{
	char spelling[HYPHEN_LETTERS * 4 + 1];
	unsigned char borders[HYPHEN_LETTERS];
	struct voikko_mor_analysis **readings;
	size_t fewest = SIZE_MAX;
	size_t i, j;

	memcpy(spelling, text.at, text.length);
	spelling[text.length] = '\0';
	readings = voikkoAnalyzeWordCstr(handle_of(compounds), spelling);
	if (readings == NULL)
		return;
	for (i = 0; readings[i] != NULL; i++) {
		char *structure = voikko_mor_analysis_value_cstr(
		    readings[i], "STRUCTURE");
		size_t parts;

		if (structure == NULL)
			continue;
		parts = read_structure(borders, word->count, structure);
		voikko_free_mor_analysis_value_cstr(structure);
		if (parts > fewest)
			continue;
		for (j = 0; j < word->count; j++)
			word->marks[j] = parts < fewest
			    ? borders[j]
			    : word->marks[j] & borders[j];
		fewest = parts;
	}
	voikko_free_mor_analysis(readings);
}
