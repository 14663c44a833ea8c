/*
 * What the parts of the engine share: an opened index, and the search that is
 * under way.  All memory is the one block that engine_open was given.
 */
#ifndef SEARCH_ENGINE_STATE_H
#define SEARCH_ENGINE_STATE_H

#include "search/engine.h"
#include "search/engine_read.h"
#include "search/fold.h"

enum {
	ENGINE_WORDS = 16,    /* of a query; more are not looked at */
	ENGINE_TERMS = 64,    /* ways to understand them */
	ENGINE_PARTS = 3,     /* words that one may be split into */
	ENGINE_FOUND = 1024,  /* classes of all terms */
	ENGINE_SEEN = 512,    /* classes that marks are made for */
	ENGINE_REFERENCES = 12, /* of a form; more are not looked at */
	ENGINE_NEAR = 64,     /* forms near an unknown one */
	ENGINE_TYPED = 48,    /* bytes of a word that typing errors are
	                         looked for in */
	ENGINE_SECTIONS = 1 << 18, /* of an index */
	/* Words, postings and the like that a query goes through: far less
	 * than a second, far more than any real index makes it do. */
	ENGINE_STEPS = 1 << 26,
	ENGINE_STEP = 1 << 16,     /* more than all words' scores together */
	ENGINE_UNKNOWN = 255, /* a letter that the index does not have */
	ENGINE_NO_ENDING = 255
};

/* Weights by how a word was found, in sixteenths. */
enum {
	ENGINE_EXACT_WEIGHT = 16,
	ENGINE_CLASS_WEIGHT = 15,
	ENGINE_PREFIX_WEIGHT = 8,
	ENGINE_SUFFIX_WEIGHT = 8,
	ENGINE_GROUP_WEIGHT = 6,   /* another class of the group */
	ENGINE_MARKS_WEIGHT = 4,   /* written with marks, typed without,
	                              where there is a word without */
	ENGINE_SIMILAR_WEIGHT = 10, /* an unknown form's word */
	ENGINE_WEAK_WEIGHT = 5,     /* that only begins alike */
	ENGINE_TYPO_WEIGHT = 6,
	/* A hub comes first if the words add up to this impact in it, as they
	 * do if they are what matters of a name. */
	ENGINE_HUB_IMPACT = 72
};

struct engine_part {
	const uint8_t *at; /* NULL: the file is not there */
	uint32_t length;
	uint32_t file;
	uint32_t first; /* its class or section; of words, where in the
	                   header the first is */
};

struct engine_list {
	const uint8_t *at; /* in the header */
	uint32_t count;
};

enum engine_file {
	ENGINE_FILE_AWAY,
	ENGINE_FILE_HERE,
	ENGINE_FILE_LOST,
	ENGINE_FILE_WANTED
};

/* A word in the letters of the index. */
struct engine_form {
	uint8_t at[INDEX_WORD_BYTES];
	uint32_t length;
	uint8_t signature;
};

/* A class that a word of the query may mean. */
struct engine_found {
	uint32_t class;
	uint32_t ordinal; /* the form that counts as exact, or 0 */
	uint8_t weight;   /* of that form; others have a little less */
	uint8_t match;
};

/* One way to understand the words `first` to `last` of the query: what is
 * found in all of its parts. */
struct engine_term {
	uint32_t first, last;
	uint32_t part_count;
	bool spare; /* only if nothing else is found */
	/* Where the classes of the parts begin, and end, in found. */
	uint32_t parts[ENGINE_PARTS + 1];
};

/* What sections reach: for a part of a term, a term, a word, the query. */
struct engine_scores {
	uint16_t *values; /* by section; 0: nothing */
	uint8_t *matches;
};

/* What is used most comes first, what is large last, for the sake of the code
 * in browsers: it is smaller where offsets are. */
struct engine {
	uint32_t fold, stem, sections, principles, classes;
	uint32_t word_count, term_count, found_count, seen_count, hit_count;
	uint32_t need_count;
	uint32_t blocked; /* parts that were missed on the way */
	uint32_t steps, typo_steps;
	uint32_t file_count;
	bool damaged, incomplete;

	struct engine_scores part, term, word; /* under way */
	uint32_t *totals;  /* by section: of all words */
	uint8_t *reached;  /* how many of the words */
	uint8_t *worst;    /* match */
	uint8_t *strong;   /* impacts of words as they are typed, bounded */
	uint8_t *allowed;
	struct engine_hit *hits;
	uint8_t *files; /* enum engine_file */
	uint32_t *needs;
	/* Suffixes, prefixes, pairs of alternations. */
	struct engine_bytes *suffixes, *prefixes, *alternations;
	struct engine_part *parts[5]; /* by enum index_part */
	uint32_t part_counts[5];
	struct engine_list lists[10]; /* enum engine_list_name */
	uint16_t *letters[2]; /* common and rare */
	const uint8_t *header;
	size_t header_length;

	struct engine_word words[ENGINE_WORDS];
	struct engine_term terms[ENGINE_TERMS];
	struct engine_form forms[ENGINE_WORDS];
	struct fold_word folded[ENGINE_WORDS];
	struct engine_found found[ENGINE_FOUND];
	uint32_t seen[ENGINE_SEEN];
	uint32_t suffix_starts[256]; /* the first with that letter */
	uint8_t alike[256]; /* final consonants as initial ones */
	/* Distances between beginnings of the query's word and of the form
	 * at hand, of which the first letters stay from form to form. */
	uint8_t rows[INDEX_WORD_BYTES + 1][ENGINE_TYPED + 1];
};

enum engine_list_name {
	ENGINE_LIST_COMMON,
	ENGINE_LIST_RARE,
	ENGINE_LIST_SUFFIXES,
	ENGINE_LIST_PREFIXES,
	ENGINE_LIST_ALTERNATIONS,
	ENGINE_LIST_WORDS,
	ENGINE_LIST_POSTINGS,
	ENGINE_LIST_RESULTS,
	ENGINE_LIST_PRINCIPLES,
	ENGINE_LIST_FILES
};

/* Nothing is needed or damaged yet. */
void engine_begin(struct engine *engine);
/* What to answer after that. */
enum engine_status engine_status_of(const struct engine *engine);

/* Sets a cursor over a part of the index; false if it is not there, which
 * is then wanted. */
bool engine_part_open(struct engine_cursor *cursor, struct engine *engine,
    enum index_part kind, uint32_t number);

/* Counts work: false if a query takes too much, which no real index makes
 * it do. */
bool engine_step(struct engine *engine, uint32_t steps);

/* The last of the parts of a kind that begins at or before `first`. */
uint32_t engine_part_find(const struct engine *engine, enum index_part kind,
    uint32_t first);

#endif
