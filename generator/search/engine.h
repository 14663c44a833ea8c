/*
 * The search engine: answers queries from the files of one locale's index.
 * Freestanding (no C library, no allocation): the same source runs in the
 * generator, in opas search and as WebAssembly in browsers.  Every offset
 * that it reads is checked: a damaged index gives ENGINE_DAMAGED, nothing
 * worse.
 *
 * A query takes two phases, since an index has many files and few are there:
 * engine_search says which it needs, the caller gives them, and asks again.
 *
 * FORMAT.  Numbers are LEB128, at most 32 bits, unless said otherwise; a
 * "string" is its length in bytes and the bytes; a "delta" is the difference
 * to the one before it (the first to 0).
 *
 * An index consists of files, numbered from 0.  A file is a row of parts,
 * each: its kind (a byte, enum index_part), its number among those of its
 * kind, its length in bytes, and the bytes.  File 0 begins with the part
 * INDEX_HEADER; a small index is this one file.
 *
 * Letters.  Words, endings and alternations are strings of bytes, one for
 * each folded letter: the common letters of this index (at most
 * INDEX_LETTERS) are 1 to n in the order of their code points; a rare letter
 * is two bytes, INDEX_LETTERS + 1 + i / 256 and i % 256, where i is its place
 * in the second list (at most INDEX_RARE).  Words and suffixes are in the
 * order of their bytes, each there once.
 *
 * INDEX_HEADER: "opas" and the byte INDEX_VERSION; enum fold_flag; least
 * letters of a stem; count of sections, of principles (their hubs are the
 * first sections), of classes; common letters (count, deltas of code points);
 * rare letters (the same); suffixes (count, strings); prefixes (the same);
 * alternations (count, two strings each); then where parts are: words blocks
 * (count; first word as a string, file), postings shards (count; delta of the
 * first class, file), results chunks (count; delta of the first section,
 * file), sections of principles (count; file); last the files from 1 on
 * (count; the ten characters of their hash, without length).
 *
 * INDEX_WORDS: words in order, each: letters shared with the one before (the
 * first: 0), the others as a string, head = references * 16 + level, then the
 * references.  level: of how common the form is, log2 of the sections that
 * have it, at most 15.  A reference: the class as zigzag delta to the class
 * of the reference before in this block (the first to 0); the ordinal of the
 * form in its class, from 1, or 0 if no text has it (a dictionary form); and,
 * only where there are several references, the signature of the reading
 * (fold_word.signature; a byte).
 *
 * INDEX_POSTINGS: count of classes, for each its length in bytes * 2 + 1 if
 * it is of the same group as the class before, else * 2; then the postings of
 * these classes.  A group never reaches over two shards.  A posting: delta of
 * the section * 4 + how; how 0: the form of ordinal 1; 1: another, its
 * ordinal follows; 2: the word is part of a compound; last the impact (a
 * byte, 1 to 255).  A section may occur several times, once for each how and
 * ordinal.
 *
 * INDEX_RESULTS: count of records, the length of each, the records: flags
 * (enum record_flag), id, path (the article's title), title (the section's
 * heading; of an introduction empty), anchor, text (all strings of UTF-8);
 * count of principles and their numbers as deltas.  With RECORD_SAME id and
 * path are left out: they are those of the record before.
 *
 * INDEX_PRINCIPLE: count, and deltas of the sections that teach it.
 */
#ifndef SEARCH_ENGINE_H
#define SEARCH_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define INDEX_VERSION 1
#define INDEX_LETTERS 223
#define INDEX_RARE (31 * 256)
/* Bytes of a word: FOLD_LETTERS of two. */
#define INDEX_WORD_BYTES 128

enum index_part {
	INDEX_HEADER,
	INDEX_WORDS,
	INDEX_POSTINGS,
	INDEX_RESULTS,
	INDEX_PRINCIPLE
};

enum record_flag {
	RECORD_PRINCIPLE = 1, /* a hub: id is the principle's */
	RECORD_SAME = 2,
	RECORD_STALE = 4,    /* a translation that may be out of date */
	RECORD_PARTIAL = 8   /* some of it is in the original's language */
};

/* How a section was found; the smaller the better. */
enum engine_match {
	MATCH_EXACT,   /* the word as it was typed, but for what folds */
	MATCH_CLASS,   /* another form of the word */
	MATCH_PREFIX,  /* a word that begins so */
	MATCH_SUFFIX,  /* a compound that contains the word */
	MATCH_SIMILAR, /* a related word, or an unknown form of it */
	MATCH_TYPO     /* a word that is spelled nearly so */
};

enum engine_status {
	ENGINE_DONE,
	ENGINE_NEEDS,   /* files: engine_needs */
	ENGINE_DAMAGED  /* the index is not one, or of another version */
};

struct engine;

struct engine_query {
	const char *text; /* UTF-8, malformed bytes separate words */
	size_t length;
	bool typing;        /* the last word may be unfinished */
	uint32_t principle; /* only what teaches it: its number + 1; 0: all */
};

struct engine_hit {
	uint32_t section;
	uint32_t score;
	uint32_t match; /* enum engine_match: of its worst word */
};

/* What is known of a section. Strings point into the file. */
struct engine_string {
	const char *at;
	size_t length;
};
struct engine_record {
	unsigned flags;
	struct engine_string id, path, title, anchor, text;
	const uint8_t *principles; /* as in the file, count first */
	size_t principles_length;
};

/* How a word of the query was understood. */
struct engine_word {
	uint32_t start, end; /* its bytes in the query */
	uint32_t match;      /* enum engine_match of the best it found; */
	bool found;          /* false: nothing at all */
};

/* Bytes of memory that an engine over this index takes; 0 if the header is
 * damaged. */
size_t engine_room(const uint8_t *file, size_t length);

/* Makes an engine in memory (aligned for any type, `size` bytes) over file 0,
 * whose bytes must stay.  NULL if the file is damaged or memory too small. */
struct engine *engine_open(void *memory, size_t size, const uint8_t *file,
    size_t length);

/* Gives a file, whose bytes must stay; with NULL says that it can't be had:
 * searches go on without it, and engine_incomplete is true. */
enum engine_status engine_give(struct engine *engine, uint32_t file,
    const uint8_t *bytes, size_t length);
bool engine_incomplete(const struct engine *engine);

/* Searches. After ENGINE_NEEDS give the files and search again. */
enum engine_status engine_search(struct engine *engine,
    const struct engine_query *query);
/* After ENGINE_NEEDS of any function: the files, each once. */
size_t engine_needs(const struct engine *engine, const uint32_t **files);
/* The name of a file: the ten characters of its hash. */
const char *engine_file_name(const struct engine *engine, uint32_t file);
size_t engine_file_count(const struct engine *engine);
/* After ENGINE_DONE: all hits, best first; valid until the next search. */
size_t engine_hits(const struct engine *engine,
    const struct engine_hit **hits);
size_t engine_words(const struct engine *engine,
    const struct engine_word **words);

/* What to show of a section; may need a file, and is ENGINE_DAMAGED if that
 * can't be had. */
enum engine_status engine_record(struct engine *engine, uint32_t section,
    struct engine_record *record);

/* The words of text that the last search found, as pairs of start and end in
 * bytes; at most room pairs. Words of files that are not there are not seen. */
size_t engine_marks(struct engine *engine, const char *text, size_t length,
    uint32_t (*marks)[2], size_t room);

#endif
