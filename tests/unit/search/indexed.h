/*
 * Writes small indexes for tests of the engine, straight from its format
 * (search/engine.h), so that each number is the test's choice.
 */
#ifndef UNIT_SEARCH_INDEXED_H
#define UNIT_SEARCH_INDEXED_H

#include "search/engine.h"
#include "search/fold.h"

#include <stdlib.h>
#include <string.h>

struct indexed_word {
	const char *word;
	uint32_t class, ordinal;
	uint32_t level;
};

struct indexed_posting {
	uint32_t class, section;
	uint32_t ordinal; /* 0: as a part of a compound */
	uint8_t impact;
};

/* All lists end in {0}, words in one without a word, those of strings in
 * NULL; postings are by class and section. */
struct indexed {
	uint32_t fold, stem, sections, principles, classes;
	const struct indexed_word *words;
	const struct indexed_posting *postings;
	size_t posting_count;
	const char *const *suffixes, *const *prefixes;
	const char *const (*alternations)[2];
	const char *continues; /* '1' for each class of the group before */
	const char *const *taught; /* by principle: "\1\3": its sections */
	size_t common; /* letters that are not rare; 0: all */
	uint32_t words_each, classes_each, records_each; /* of a part; 0: all */
	bool many; /* each part is a file */
};

struct indexed_bytes {
	uint8_t *at;
	size_t length, capacity;
};

enum { INDEXED_FILES = 64, INDEXED_LETTERS = 512, INDEXED_FORMS = 256 };

struct indexed_index {
	struct indexed_bytes files[INDEXED_FILES];
	size_t count;
};

/* While it is written. */
struct indexed_writer {
	const struct indexed *source;
	struct indexed_index *index;
	uint16_t letters[INDEXED_LETTERS];
	size_t letter_count, common;
	struct indexed_form {
		uint8_t bytes[INDEX_WORD_BYTES];
		size_t length;
		uint8_t signature;
		const struct indexed_word *word;
	} forms[INDEXED_FORMS];
	size_t form_count;
	struct indexed_bytes places[4]; /* of parts, by kind - 1 */
	uint32_t place_counts[4];
	uint32_t last_first[4];
};

static inline void indexed_byte(struct indexed_bytes *bytes, unsigned byte)
{
	if (bytes->length == bytes->capacity) {
		bytes->capacity = bytes->capacity * 2 + 64;
		bytes->at = realloc(bytes->at, bytes->capacity);
	}
	bytes->at[bytes->length++] = (uint8_t)byte;
}

static inline void indexed_number(struct indexed_bytes *bytes, uint32_t number)
{
	for (; number >= 128; number >>= 7)
		indexed_byte(bytes, (number & 127) | 128);
	indexed_byte(bytes, number);
}

static inline void indexed_add(struct indexed_bytes *bytes, const void *at,
    size_t length)
{
	const uint8_t *from = at;

	while (length-- > 0)
		indexed_byte(bytes, *from++);
}

static inline void indexed_string(struct indexed_bytes *bytes, const void *at,
    size_t length)
{
	indexed_number(bytes, (uint32_t)length);
	indexed_add(bytes, at, length);
}

static inline struct fold_word indexed_fold(const struct indexed *source,
    const char *word)
{
	struct fold_word folded = { .count = 0 };
	size_t offset = 0;

	(void)fold_next(&folded, word, strlen(word), &offset, source->fold);
	return folded;
}

static inline int indexed_compare_letters(const void *a, const void *b)
{
	return *(const uint16_t *)a - *(const uint16_t *)b;
}

static inline void indexed_letters_of(struct indexed_writer *writer,
    const char *word)
{
	struct fold_word folded = indexed_fold(writer->source, word);
	size_t i, j;

	for (i = 0; i < folded.count; i++) {
		for (j = 0; j < writer->letter_count &&
		     writer->letters[j] != folded.letters[i];)
			j++;
		writer->letters[j] = folded.letters[i];
		writer->letter_count += j == writer->letter_count;
	}
}

static inline void indexed_letters(struct indexed_writer *writer)
{
	const struct indexed *source = writer->source;
	size_t i, limit = source->common > 0 ? source->common : INDEX_LETTERS;

	for (i = 0; source->words[i].word != NULL; i++)
		indexed_letters_of(writer, source->words[i].word);
	for (i = 0; source->suffixes && source->suffixes[i]; i++)
		indexed_letters_of(writer, source->suffixes[i]);
	for (i = 0; source->prefixes && source->prefixes[i]; i++)
		indexed_letters_of(writer, source->prefixes[i]);
	for (i = 0; source->alternations && source->alternations[i][0]; i++) {
		indexed_letters_of(writer, source->alternations[i][0]);
		indexed_letters_of(writer, source->alternations[i][1]);
	}
	writer->common =
	    writer->letter_count < limit ? writer->letter_count : limit;
	qsort(writer->letters, writer->common, sizeof(uint16_t),
	    indexed_compare_letters);
	qsort(writer->letters + writer->common,
	    writer->letter_count - writer->common, sizeof(uint16_t),
	    indexed_compare_letters);
}

static inline struct indexed_form indexed_encode(
    const struct indexed_writer *writer, const char *word)
{
	struct fold_word folded = indexed_fold(writer->source, word);
	struct indexed_form form = { .signature = folded.signature };
	size_t i, j;

	for (i = 0; i < folded.count; i++) {
		for (j = 0; writer->letters[j] != folded.letters[i]; j++)
			;
		if (j < writer->common) {
			form.bytes[form.length++] = (uint8_t)(j + 1);
			continue;
		}
		j -= writer->common;
		form.bytes[form.length++] =
		    (uint8_t)(INDEX_LETTERS + 1 + j / 256);
		form.bytes[form.length++] = (uint8_t)(j % 256);
	}
	return form;
}

static inline int indexed_compare_bytes(const struct indexed_form *a,
    const struct indexed_form *b)
{
	size_t least = a->length < b->length ? a->length : b->length;
	int order = memcmp(a->bytes, b->bytes, least);

	return order != 0
	    ? order
	    : (a->length > b->length) - (a->length < b->length);
}

static inline int indexed_compare_forms(const void *first, const void *second)
{
	const struct indexed_form *a = first, *b = second;
	int order = indexed_compare_bytes(a, b);

	return order != 0 ? order : (a->word > b->word) - (a->word < b->word);
}

static inline void indexed_affixes(struct indexed_writer *writer,
    struct indexed_bytes *header, const char *const *affixes)
{
	struct indexed_form forms[INDEXED_FORMS];
	size_t count = 0, i;

	for (; affixes != NULL && affixes[count] != NULL; count++)
		forms[count] = indexed_encode(writer, affixes[count]);
	qsort(forms, count, sizeof(*forms), indexed_compare_forms);
	indexed_number(header, (uint32_t)count);
	for (i = 0; i < count; i++)
		indexed_string(header, forms[i].bytes, forms[i].length);
}

/* How many go into a part: `each`, or all if that is 0. */
static inline uint32_t indexed_least(uint32_t rest, uint32_t each)
{
	return each == 0 || rest < each ? rest : each;
}

/* Ends a part: into a file, with a place in the header. */
static inline void indexed_part(struct indexed_writer *writer,
    enum index_part kind, struct indexed_bytes *bytes, uint32_t first,
    const struct indexed_form *word)
{
	struct indexed_bytes *place = &writer->places[kind - 1];
	size_t number = writer->source->many ? writer->index->count++ : 0;
	struct indexed_bytes *file = &writer->index->files[number];

	indexed_byte(file, kind);
	indexed_number(file, writer->place_counts[kind - 1]++);
	indexed_string(file, bytes->at, bytes->length);
	if (kind == INDEX_WORDS)
		indexed_string(place, word->bytes, word->length);
	if (kind == INDEX_POSTINGS || kind == INDEX_RESULTS) {
		indexed_number(place, first - writer->last_first[kind - 1]);
		writer->last_first[kind - 1] = first;
	}
	indexed_number(place, (uint32_t)number);
	free(bytes->at);
	*bytes = (struct indexed_bytes){ .at = NULL };
}

static inline void indexed_words(struct indexed_writer *writer)
{
	const struct indexed *source = writer->source;
	size_t each = source->words_each;
	size_t i, j, inside = 0;
	struct indexed_bytes bytes = { .at = NULL };
	const struct indexed_form *first = NULL, *last = NULL;
	uint32_t class = 0;

	for (i = 0; source->words[i].word != NULL; i++) {
		writer->forms[i] = indexed_encode(writer,
		    source->words[i].word);
		writer->forms[i].word = &source->words[i];
	}
	writer->form_count = i;
	qsort(writer->forms, writer->form_count, sizeof(*writer->forms),
	    indexed_compare_forms);
	for (i = 0; i < writer->form_count; i = j) {
		const struct indexed_form *form = &writer->forms[i];
		size_t shared = 0, k;

		for (j = i + 1; j < writer->form_count &&
		     indexed_compare_bytes(form, &writer->forms[j]) == 0;)
			j++;
		if (inside > 0 && inside == each) {
			indexed_part(writer, INDEX_WORDS, &bytes, 0, first);
			inside = 0;
		}
		if (inside++ == 0) {
			first = form;
			last = NULL;
			class = 0;
		}
		while (last != NULL && shared < last->length &&
		    shared < form->length &&
		    last->bytes[shared] == form->bytes[shared])
			shared++;
		indexed_number(&bytes, (uint32_t)shared);
		indexed_string(&bytes, form->bytes + shared,
		    form->length - shared);
		indexed_number(&bytes,
		    (uint32_t)(j - i) * 16 + form->word->level);
		for (k = i; k < j; k++) {
			const struct indexed_word *word =
			    writer->forms[k].word;

			indexed_number(&bytes, word->class >= class
				? (word->class - class) * 2
				: (class - word->class) * 2 - 1);
			class = word->class;
			indexed_number(&bytes, word->ordinal);
			if (j - i > 1)
				indexed_byte(&bytes,
				    writer->forms[k].signature);
		}
		last = form;
	}
	if (inside > 0)
		indexed_part(writer, INDEX_WORDS, &bytes, 0, first);
}

static inline void indexed_class(const struct indexed *source, uint32_t class,
    struct indexed_bytes *out)
{
	uint32_t last = 0;
	size_t i;

	for (i = 0; i < source->posting_count; i++) {
		const struct indexed_posting *posting = &source->postings[i];
		uint32_t how = posting->ordinal == 0 ? 2 : posting->ordinal > 1;

		if (posting->class != class)
			continue;
		indexed_number(out, (posting->section - last) * 4 + how);
		last = posting->section;
		if (how == 1)
			indexed_number(out, posting->ordinal);
		indexed_byte(out, posting->impact);
	}
}

static inline void indexed_postings(struct indexed_writer *writer)
{
	const struct indexed *source = writer->source;
	uint32_t each = source->classes_each;
	uint32_t first, class;

	for (first = 0; first < source->classes;
	     first += indexed_least(source->classes, each)) {
		struct indexed_bytes heads = { .at = NULL };
		struct indexed_bytes all = { .at = NULL };
		uint32_t count = indexed_least(source->classes - first, each);

		indexed_number(&heads, count);
		for (class = first; class < first + count; class++) {
			size_t before = all.length;
			bool continues = source->continues != NULL &&
			    source->continues[class] == '1';

			indexed_class(source, class, &all);
			indexed_number(&heads,
			    (uint32_t)(all.length - before) * 2 + continues);
		}
		indexed_add(&heads, all.at, all.length);
		free(all.at);
		indexed_part(writer, INDEX_POSTINGS, &heads, first, NULL);
	}
}

/* Sections 0 and 1 are of article a, 2 and 3 of b, and so on; hubs are
 * alone. */
static inline void indexed_record(const struct indexed *source,
    uint32_t section, bool first, struct indexed_bytes *out)
{
	bool hub = section < source->principles;
	bool same = section > source->principles && section % 2 > 0 && !first;
	char id[] = { (char)('a' + section / 2), '\0' };
	char anchor[] = { 's', (char)('0' + section % 10), '\0' };

	indexed_number(out, (hub ? RECORD_PRINCIPLE : 0u) |
		(same ? RECORD_SAME : 0u));
	if (!same) {
		indexed_string(out, id, 1);
		indexed_string(out, "Path", 4);
	}
	indexed_string(out, "Title", 5);
	indexed_string(out, anchor, 2);
	indexed_string(out, "Text.", 5);
	indexed_add(out, "\1\2", 2);
}

static inline void indexed_results(struct indexed_writer *writer)
{
	const struct indexed *source = writer->source;
	uint32_t each = source->records_each;
	uint32_t first, i;

	for (first = 0; first < source->sections;
	     first += indexed_least(source->sections, each)) {
		struct indexed_bytes heads = { .at = NULL };
		struct indexed_bytes all = { .at = NULL };
		uint32_t count = indexed_least(source->sections - first, each);

		indexed_number(&heads, count);
		for (i = first; i < first + count; i++) {
			size_t before = all.length;

			indexed_record(source, i, i == first, &all);
			indexed_number(&heads, (uint32_t)(all.length - before));
		}
		indexed_add(&heads, all.at, all.length);
		free(all.at);
		indexed_part(writer, INDEX_RESULTS, &heads, first, NULL);
	}
}

static inline void indexed_taught(struct indexed_writer *writer)
{
	const char *const *taught = writer->source->taught;
	size_t i;

	for (; taught != NULL && *taught != NULL; taught++) {
		struct indexed_bytes bytes = { .at = NULL };

		indexed_number(&bytes, (uint32_t)strlen(*taught));
		for (i = 0; (*taught)[i] != '\0'; i++)
			indexed_number(&bytes, (uint32_t)((*taught)[i] -
				(i > 0 ? (*taught)[i - 1] : 0)));
		indexed_part(writer, INDEX_PRINCIPLE, &bytes, 0, NULL);
	}
}

static inline void indexed_code_points(struct indexed_bytes *header,
    const uint16_t *letters, size_t count)
{
	uint32_t last = 0;
	size_t i;

	indexed_number(header, (uint32_t)count);
	for (i = 0; i < count; i++) {
		indexed_number(header, letters[i] - last);
		last = letters[i];
	}
}

static inline void indexed_header(struct indexed_writer *writer,
    struct indexed_bytes *header)
{
	const struct indexed *source = writer->source;
	size_t i, count = 0;

	indexed_add(header, "opas\1", 5);
	indexed_number(header, source->fold);
	indexed_number(header, source->stem);
	indexed_number(header, source->sections);
	indexed_number(header, source->principles);
	indexed_number(header, source->classes);
	indexed_code_points(header, writer->letters, writer->common);
	indexed_code_points(header, writer->letters + writer->common,
	    writer->letter_count - writer->common);
	indexed_affixes(writer, header, source->suffixes);
	indexed_affixes(writer, header, source->prefixes);
	while (source->alternations && source->alternations[count][0])
		count++;
	indexed_number(header, (uint32_t)count);
	for (i = 0; i < count * 2; i++) {
		struct indexed_form form = indexed_encode(writer,
		    source->alternations[i / 2][i % 2]);

		indexed_string(header, form.bytes, form.length);
	}
	for (i = 0; i < 4; i++) {
		indexed_number(header, writer->place_counts[i]);
		indexed_add(header, writer->places[i].at,
		    writer->places[i].length);
		free(writer->places[i].at);
	}
	indexed_number(header, (uint32_t)writer->index->count - 1);
	for (i = 1; i < writer->index->count; i++) {
		indexed_add(header, "file0000", 8);
		indexed_byte(header, (unsigned)('0' + i / 10));
		indexed_byte(header, (unsigned)('0' + i % 10));
	}
}

static inline void indexed_make(struct indexed_index *index,
    const struct indexed *source)
{
	struct indexed_writer *writer = calloc(1, sizeof(*writer));
	struct indexed_bytes header = { .at = NULL }, first = { .at = NULL };

	*index = (struct indexed_index){ .count = 1 };
	writer->source = source;
	writer->index = index;
	indexed_letters(writer);
	indexed_words(writer);
	indexed_postings(writer);
	indexed_results(writer);
	indexed_taught(writer);
	indexed_header(writer, &header);
	indexed_byte(&first, INDEX_HEADER);
	indexed_number(&first, 0);
	indexed_string(&first, header.at, header.length);
	indexed_add(&first, index->files[0].at, index->files[0].length);
	free(index->files[0].at);
	index->files[0] = first;
	free(header.at);
	free(writer);
}

static inline void indexed_free(struct indexed_index *index)
{
	size_t i;

	for (i = 0; i < index->count; i++)
		free(index->files[i].at);
}

#endif
