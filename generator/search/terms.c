#include "search/terms.h"

#include "base/buffer.h"
#include "base/list.h"
#include "base/unicode.h"
#include "search/fold.h"
#include "search/language.h"
#include "search/leb.h"

#include <stdlib.h>

static const struct text ELLIPSIS = { "\xE2\x80\xA6", 3 }; /* U+2026 */

/* A vocabulary while it grows. */
struct growing {
	struct vocabulary vocabulary;
	const char *language; /* the tag, for lower case */
	unsigned fold;
	struct table raw;   /* words as they were written -> word */
	struct table lower; /* in lower case -> word */
	struct {
		uint32_t *items; /* by word: its weight so far */
		size_t count, capacity;
	} weights;
	size_t size; /* bytes of text so far */
};

/* A word of the document under way. */
struct token {
	uint32_t word;
	uint32_t weight;
};

struct tokens {
	struct token *items;
	size_t count, capacity;
};

/* Where a section of it begins. */
struct mark {
	size_t section;
	size_t token;
	size_t text;
	size_t size;
};

struct terms {
	struct arena *arena;
	struct arena scratch;   /* of the tables */
	struct arena temporary; /* of one document */
	struct {
		const struct vocabulary **items;
		size_t count, capacity;
	} vocabularies;
	struct growing *growing; /* of the document's locale */
	struct tokens tokens;
	struct {
		struct mark *items;
		size_t count, capacity;
	} marks;
	struct buffer text;
	struct {
		uint32_t *items;
		size_t count, capacity;
	} touched;
};

struct terms *terms_open(struct arena *arena)
{
	struct terms *terms = arena_new(arena, struct terms);

	terms->arena = arena;
	return terms;
}

void terms_close(struct terms *terms)
{
	arena_release(&terms->scratch);
	arena_release(&terms->temporary);
	buffer_release(&terms->text);
	terms->growing = NULL;
}

size_t terms_vocabularies(const struct vocabulary *const **vocabularies,
    const struct terms *terms)
{
	*vocabularies = terms->vocabularies.items;
	return terms->vocabularies.count;
}

/* A growing begins with its vocabulary. */
static struct growing *growing_find(struct terms *terms, struct text tag)
{
	struct growing *growing;
	size_t i;

	for (i = 0; i < terms->vocabularies.count; i++)
		if (text_equal(terms->vocabularies.items[i]->tag, tag))
			return (struct growing *)(uintptr_t)
			    terms->vocabularies.items[i];
	growing = arena_new(terms->arena, struct growing);
	growing->vocabulary.tag = text_copy(terms->arena, tag);
	growing->language = growing->vocabulary.tag.at;
	growing->fold = language_find(tag)->fold;
	*list_add(terms->arena, &terms->vocabularies) = &growing->vocabulary;
	return growing;
}

const struct vocabulary *terms_vocabulary(struct terms *terms,
    struct text tag)
{
	return &growing_find(terms, tag)->vocabulary;
}

/* The word in lower case; its number + 1, as a pointer, is what tables have. */
static void *word_new(struct terms *terms, struct growing *growing,
    struct text raw)
{
	struct text lower = unicode_lower(&terms->temporary,
	    unicode_nfc(&terms->temporary, raw), growing->language);
	void *word = table_get(&growing->lower, lower);

	if (word != NULL)
		return word;
	lower = text_copy(terms->arena, lower);
	*list_add(terms->arena, &growing->vocabulary) = lower;
	*list_add(&terms->scratch, &growing->weights) = 0;
	word = (void *)(uintptr_t)growing->vocabulary.count;
	(void)table_put(&growing->lower, &terms->scratch, lower, word);
	return word;
}

static uint32_t word_find(struct terms *terms, struct growing *growing,
    struct text raw)
{
	void *word = table_get(&growing->raw, raw);

	if (word == NULL) {
		word = word_new(terms, growing, raw);
		(void)table_put(&growing->raw, &terms->scratch,
		    text_copy(&terms->scratch, raw), word);
	}
	return (uint32_t)((uintptr_t)word - 1);
}

static void tokens_add(struct terms *terms, struct tokens *tokens,
    struct text text, unsigned weight)
{
	struct growing *growing = terms->growing;
	struct fold_word word;
	size_t offset = 0;

	while (fold_next(
	    &word, text.at, text.length, &offset, growing->fold)) {
		struct text raw =
		    text_slice(text, word.start, word.end - word.start);

		if (word.count > 0)
			*list_add(&terms->temporary, tokens) = (struct token){
				word_find(terms, growing, raw), weight
			};
	}
}

/* Adds text behind a blank, each run of blanks as one. */
static void text_add(struct buffer *buffer, struct text text, size_t limit,
    size_t start)
{
	struct text word;

	while (buffer->length - start <= limit && text_word(&word, &text)) {
		if (buffer->length > start)
			buffer_add_char(buffer, ' ');
		buffer_add(buffer, word);
	}
}

static void terms_reset(struct terms *terms)
{
	arena_reset(&terms->temporary);
	buffer_clear(&terms->text);
	terms->tokens = (struct tokens){ 0 };
	terms->marks.items = NULL;
	terms->marks.count = terms->marks.capacity = 0;
	terms->touched.items = NULL;
	terms->touched.count = terms->touched.capacity = 0;
}

void terms_begin(struct terms *terms, struct text tag)
{
	terms_reset(terms);
	terms->growing = growing_find(terms, tag);
}

/* Four times as many bytes as are kept, since normalization may shorten the
 * text: three Hangul letters of nine bytes become three bytes. */
static size_t text_room(const struct growing *growing)
{
	return 4 *
	    (growing->size < TERMS_SMALL ? TERMS_TEXT_LONG : TERMS_TEXT);
}

void terms_piece(void *reader, size_t section, enum piece_field field,
    struct text text)
{
	struct terms *terms = reader;
	struct mark *mark;

	if (terms->marks.count == 0 ||
	    terms->marks.items[terms->marks.count - 1].section != section) {
		mark = list_add(&terms->temporary, &terms->marks);
		mark->section = section;
		mark->token = terms->tokens.count;
		mark->text = terms->text.length;
	}
	mark = &terms->marks.items[terms->marks.count - 1];
	mark->size += text.length;
	text_add(&terms->text, text, text_room(terms->growing), mark->text);
	tokens_add(terms, &terms->tokens, text,
	    field == PIECE_HEADING ? TERM_HEADING : TERM_BODY);
}

/* Counts tokens, those of a weight other than 0 with that. */
static void tokens_count(struct terms *terms, const struct token *tokens,
    size_t count, uint32_t weight)
{
	uint32_t *weights = terms->growing->weights.items;
	size_t i;

	for (i = 0; i < count; i++) {
		uint32_t word = tokens[i].word;

		if (weights[word] == 0)
			*list_add(&terms->temporary, &terms->touched) = word;
		weights[word] += weight > 0 ? weight : tokens[i].weight;
	}
}

static int number_order(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

/* Packs what was counted since the last time. */
static struct term_counts counts_take(struct terms *terms)
{
	uint32_t *weights = terms->growing->weights.items;
	struct term_counts counts = { .count = terms->touched.count };
	struct buffer bytes = { 0 };
	uint32_t last = UINT32_MAX;
	size_t i;

	if (counts.count > 0)
		qsort(terms->touched.items, counts.count, sizeof(uint32_t),
		    number_order);
	for (i = 0; i < counts.count; i++) {
		uint32_t word = terms->touched.items[i];

		leb_add(&bytes, word - last);
		leb_add(&bytes, weights[word]);
		weights[word] = 0;
		last = word;
	}
	counts.bytes = buffer_copy(&bytes, terms->arena);
	buffer_release(&bytes);
	terms->touched.count = 0;
	return counts;
}

bool term_next(const struct term_counts *counts, size_t *at, uint32_t *word,
    uint32_t *weight)
{
	if (*at >= counts->bytes.length)
		return false;
	*word += leb_next(counts->bytes, at);
	*weight = leb_next(counts->bytes, at);
	return true;
}

struct text terms_cut(struct arena *arena, struct text text, size_t limit)
{
	struct buffer buffer = { 0 };
	size_t end;

	if (text.length <= limit)
		return text;
	/* Where a word ends, else where a code point does. */
	end = limit - ELLIPSIS.length;
	while (end > 0 && text.at[end] != ' ')
		end--;
	if (end == 0) {
		end = limit - ELLIPSIS.length;
		while (end > 0 && (text.at[end] & 0xC0) == 0x80)
			end--;
	}
	buffer_add(&buffer, text_slice(text, 0, end));
	buffer_add(&buffer, ELLIPSIS);
	text = buffer_copy(&buffer, arena);
	buffer_release(&buffer);
	return text;
}

static void section_fill(struct terms *terms, struct terms_section *section,
    size_t number)
{
	const struct mark *mark = &terms->marks.items[number];
	bool last = number + 1 == terms->marks.count;
	size_t token = last ? terms->tokens.count : mark[1].token;
	size_t end = last ? terms->text.length : mark[1].text;
	struct text text = text_slice(
	    buffer_text(&terms->text), mark->text, end - mark->text);

	if (token > mark->token)
		tokens_count(terms, terms->tokens.items + mark->token,
		    token - mark->token, 0);
	section->size = mark->size;
	text = unicode_nfc(&terms->temporary, text);
	section->text = terms_cut(&terms->temporary, text,
	    text_room(terms->growing) / 4);
	section->text = text_copy(terms->arena, section->text);
}

const struct terms_document *terms_end(struct terms *terms,
    const struct document *document, struct text title)
{
	struct terms_document *kept =
	    arena_new(terms->arena, struct terms_document);
	struct tokens titles = { 0 };
	size_t mark = 0, i;

	kept->vocabulary = &terms->growing->vocabulary;
	kept->section_count = document->section_count;
	kept->sections = arena_array(terms->arena, struct terms_section,
	    document->section_count);
	tokens_add(terms, &titles, title, TERM_TITLE);
	for (i = 0; i < document->section_count; i++) {
		struct tokens heading = { 0 };

		if (mark < terms->marks.count &&
		    terms->marks.items[mark].section == i)
			section_fill(terms, &kept->sections[i], mark++);
		tokens_add(terms, &heading, document->sections[i].title,
		    TERM_HEADING);
		tokens_count(terms, heading.items, heading.count, 0);
		tokens_count(terms, titles.items, titles.count,
		    i == 0 ? TERM_TITLE : TERM_BODY);
		kept->sections[i].words = counts_take(terms);
		terms->growing->size += kept->sections[i].size;
	}
	terms_reset(terms);
	return kept;
}

struct term_counts terms_of(struct terms *terms, struct text tag,
    struct text text, unsigned weight)
{
	struct tokens tokens = { 0 };

	terms_begin(terms, tag);
	tokens_add(terms, &tokens, text, weight);
	tokens_count(terms, tokens.items, tokens.count, 0);
	return counts_take(terms);
}
