/*
 * How the checks of model/check.h are written: each looks at one translation
 * and finds one thing.
 */
#ifndef MODEL_CHECK_FINDING_H
#define MODEL_CHECK_FINDING_H

#include "model/check.h"
#include "model/locale.h"

/* One translation of a message, or one of its plural forms. */
struct checking {
	struct arena *arena; /* for what is found */
	const struct catalog_entry *entry;
	struct text id;     /* the message, or its plural */
	struct text string; /* the translation */
	/* The same, with blanks where there is no running text: code, targets
	 * of links, placeholders, tags. */
	struct text id_prose, prose;
	struct locale_quotes quotes;
	const struct glossary *glossary;                /* or NULL */
	const struct glossary_language *source, *target; /* its terms */
	const struct glossary_language *english;
	struct text source_tag, target_tag;
};

struct finding {
	size_t at; /* in the translation */
	struct text values[4]; /* for the message; the last is for its hint */
	size_t value_count;
};

/* Each is false if it finds nothing. */
bool check_spans(struct finding *finding, const struct checking *checking);
bool check_bidi(struct finding *finding, const struct checking *checking);
bool check_letter(struct finding *finding, const struct checking *checking);
bool check_digit(struct finding *finding, const struct checking *checking);
bool check_quote(struct finding *finding, const struct checking *checking);
bool check_joiner(struct finding *finding, const struct checking *checking);
bool check_term(struct finding *finding, const struct checking *checking);
bool check_same(struct finding *finding, const struct checking *checking);
bool check_length(struct finding *finding, const struct checking *checking);

/* Running text of a message, in the arena; markdown as in checks_catalog. */
struct text check_prose(struct arena *arena, struct text text, bool markdown);

#endif
