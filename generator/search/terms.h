/*
 * What sections say, as words: text is cut into words while documents are
 * parsed, and each section keeps how much it has of which word, and the
 * beginning of its text.  A struct terms belongs to one worker.
 */
#ifndef SEARCH_TERMS_H
#define SEARCH_TERMS_H

#include "base/text.h"
#include "parse/document.h"

struct arena;
struct terms;

/* How much a word counts by where it stands. */
enum term_weight {
	TERM_BODY = 1,
	TERM_PRINCIPLE = 2, /* the name of a principle that is taught */
	TERM_HEADING = 4,
	TERM_TITLE = 8
};

/* Bytes of text that a section keeps, and below how many bytes of text a
 * whole index has it keeps the longer. */
enum {
	TERMS_TEXT = 300,
	TERMS_TEXT_LONG = 2000,
	TERMS_SMALL = 64 * 1024
};

/* The words of one locale that one worker has seen: lower case by the rules
 * of the language, NFC, with ZWNJ and apostrophes, each once. */
struct vocabulary {
	struct text tag; /* of the locale */
	struct text *items;
	size_t count;
	size_t capacity;
};

/* Words with their weights, packed: pairs of a delta of the index in the
 * vocabulary and a weight, LEB128. */
struct term_counts {
	struct text bytes;
	size_t count;
};

struct terms_section {
	struct term_counts words;
	size_t size; /* bytes of text that it was given */
	struct text text; /* NFC, blanks single; "…" at the end if cut */
};

/* Of one document. */
struct terms_document {
	const struct vocabulary *vocabulary;
	struct terms_section *sections;
	size_t section_count;
};

/* All that is kept lives in arena. */
struct terms *terms_open(struct arena *arena);
/* Forgets what is needed for cutting only; vocabularies stay. */
void terms_close(struct terms *terms);

/* The vocabularies, each of another locale. */
size_t terms_vocabularies(const struct vocabulary *const **vocabularies,
    const struct terms *terms);

/* Begins a document in a locale, then takes its pieces (take_piece of
 * document_options; reader is the struct terms). */
void terms_begin(struct terms *terms, struct text tag);
void terms_piece(void *terms, size_t section, enum piece_field field,
    struct text text);
/* Ends it. title is the article's, which counts in the first section as a
 * title and in the others like a word of the body. */
const struct terms_document *terms_end(struct terms *terms,
    const struct document *document, struct text title);

/* The words of a text that is no document, each with this weight. */
struct term_counts terms_of(struct terms *terms, struct text tag,
    struct text text, unsigned weight);
const struct vocabulary *terms_vocabulary(struct terms *terms,
    struct text tag);

/* Reads the next pair; false at the end. at begins as 0, word as UINT32_MAX:
 * it is the index in the vocabulary. */
bool term_next(const struct term_counts *counts, size_t *at, uint32_t *word,
    uint32_t *weight);

/* The text cut at a word to at most limit bytes with the "…" that says so. */
struct text terms_cut(struct arena *arena, struct text text, size_t limit);

#endif
