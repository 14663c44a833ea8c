/*
 * locales/glossary.yaml: one term for one concept in each language, and which
 * of them a text uses.
 */
#ifndef MODEL_GLOSSARY_H
#define MODEL_GLOSSARY_H

#include "base/report.h"

/* What a language calls a concept. */
struct glossary_term {
	struct text tag;
	struct text text; /* as written: forms that are as good as each other
	                     have commas between them */
};

struct glossary_concept {
	struct text id;
	struct glossary_term *items;
	size_t count;
	size_t capacity;
};

struct glossary {
	struct glossary_concept *items;
	size_t count;
	size_t capacity;
};

/* Reads source->bytes; all lives in the arena. False after reporting. */
bool glossary_read(struct glossary *glossary, struct arena *arena,
    struct report *report, const struct source *source);

/* The term of a language; empty if there is none. */
struct text glossary_term(const struct glossary_concept *concept,
    struct text tag);

/* The terms of one language, ready to be looked for. */
struct glossary_language;
struct glossary_language *glossary_language(struct arena *arena,
    const struct glossary *glossary, struct text tag);

/*
 * The concepts that a text surely names (of two that begin with the same
 * words, the longer one), as indexes in order of the glossary; found has room
 * for all.  Inflected words count if most of their letters are the term's.
 */
size_t glossary_find(size_t *found, const struct glossary_language *language,
    struct text text);

/* Whether a text may well use the term of a concept, or the language has
 * none: the first three fifths of its letters (four at least) are there, in
 * whatever words. */
bool glossary_uses(const struct glossary_language *language, size_t concept,
    struct text text);

#endif
