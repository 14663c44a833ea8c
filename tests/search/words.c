/*
 * Shows what the program knows of words: reads one word a line and writes one
 * JSON object a line.  usage: words LANG < words
 */
#include "base/arena.h"
#include "base/unicode.h"
#include "search/language.h"

#include <stdio.h>
#include <string.h>

static void write_text(struct text text)
{
	size_t i;

	putchar('"');
	for (i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if (c < ' ' || c == '"' || c == '\\')
			printf("\\u%04x", c);
		else
			putchar(c);
	}
	putchar('"');
}

static void write_analysis(const struct analysis *analysis)
{
	size_t i;

	printf("{\"readings\":[");
	for (i = 0; i < analysis->readings.count; i++) {
		printf(i > 0 ? ",[" : "[");
		write_text(analysis->readings.items[i].key);
		putchar(',');
		write_text(analysis->readings.items[i].loose);
		putchar(']');
	}
	printf("],\"forms\":[");
	for (i = 0; i < analysis->forms.count; i++) {
		printf(i > 0 ? ",[" : "[");
		write_text(analysis->forms.items[i].word);
		printf(",%zu]", analysis->forms.items[i].reading);
	}
	printf("],\"parts\":[");
	for (i = 0; i < analysis->parts.count; i++) {
		if (i > 0)
			putchar(',');
		write_text(analysis->parts.items[i]);
	}
	printf("]}\n");
}

int main(int argc, char **argv)
{
	struct arena arena = { 0 };
	const struct language *language;
	void *state;
	char line[4096];

	if (argc != 2)
		return 2;
	language = language_find(text_from(argv[1]));
	state = language->open != NULL ? language->open(argv[1]) : NULL;
	while (fgets(line, sizeof(line), stdin) != NULL) {
		struct analysis analysis = { 0 };
		struct text word = text_trim(text_from(line));

		word = unicode_lower(&arena, unicode_nfc(&arena, word),
		    language->tag);
		language->analyse(&analysis, &arena, state, word);
		write_analysis(&analysis);
		arena_reset(&arena);
	}
	if (language->close != NULL)
		language->close(state);
	arena_release(&arena);
	return 0;
}
