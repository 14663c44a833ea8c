#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "search/terms.h"

#include <string.h>

static const char *string_of(struct arena *arena, struct text text)
{
	return text_string(arena, text);
}

/* "word=weight" of each word, sorted by when it was first seen. */
static const char *words_of(struct arena *arena,
    const struct vocabulary *vocabulary, const struct term_counts *counts)
{
	struct buffer out = { 0 };
	uint32_t word = UINT32_MAX, weight;
	size_t at = 0, count = 0;
	const char *string;

	for (; term_next(counts, &at, &word, &weight); count++)
		buffer_format(&out, "%s%.*s=%u", count > 0 ? " " : "",
		    TEXT_ARGUMENTS(vocabulary->items[word]), weight);
	assert_int_equal(count, counts->count);
	string = string_of(arena, buffer_text(&out));
	buffer_release(&out);
	return string;
}

static const char *cut(const char *tag, const char *text)
{
	static struct arena arena;
	struct terms *terms;
	struct term_counts counts;
	const char *words;

	arena_release(&arena);
	terms = terms_open(&arena);
	counts = terms_of(terms, text_from(tag), text_from(text), 1);
	words = words_of(&arena, terms_vocabulary(terms, text_from(tag)),
	    &counts);
	terms_close(terms);
	return words;
}

static void words_are_cut_and_counted(void **state)
{
	(void)state;
	assert_string_equal(
	    cut("en", "The cat, the (dog) and the cat."),
	    "the=3 cat=2 dog=1 and=1");
	assert_string_equal(cut("en", " \xE2\x80\x94 ... "), "");
}

static void lower_case_is_the_languages(void **state)
{
	(void)state;
	assert_string_equal(cut("tr", "ISI \xC4\xB0yi"),
	    "\xC4\xB1s\xC4\xB1=1 iyi=1");
	assert_string_equal(cut("en", "ISI"), "isi=1");
}

static void joiners_and_apostrophes_stay_in_words(void **state)
{
	(void)state;
	assert_string_equal(cut("fa",
				"\xD9\x85\xDB\x8C\xE2\x80\x8C"
				"\xD8\xB1\xD9\x88\xD9\x85"),
	    "\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xB1\xD9\x88\xD9\x85=1");
	assert_string_equal(
	    cut("tr", "Ankara'da Ankara'da"), "ankara'da=2");
}

static void decomposed_letters_are_those_of_one_code_point(void **state)
{
	(void)state;
	assert_string_equal(
	    cut("fi", "A\xCC\x88iti \xC3\xA4iti"), "\xC3\xA4iti=2");
}

/* A document of two sections. */
static const struct terms_document *document_of(struct terms *terms,
    const char *text)
{
	struct section_text sections[2] = { { .level = 0 } };
	const struct document document = { .sections = sections,
		.section_count = 2 };

	sections[1].title = TEXT("Loud");
	terms_begin(terms, TEXT("en"));
	terms_piece(terms, 0, PIECE_BODY, text_from(text));
	terms_piece(terms, 0, PIECE_HEADING, TEXT("Inside"));
	terms_piece(terms, 1, PIECE_BODY, TEXT("more"));
	return terms_end(terms, &document, TEXT("Big"));
}

static void fields_weigh_as_they_should(void **state)
{
	struct arena arena = { 0 };
	struct terms *terms = terms_open(&arena);
	const struct terms_document *document = document_of(terms, "one big");

	(void)state;
	assert_int_equal(document->section_count, 2);
	assert_string_equal(
	    words_of(&arena, document->vocabulary,
		&document->sections[0].words),
	    "one=1 big=9 inside=4");
	assert_string_equal(
	    words_of(&arena, document->vocabulary,
		&document->sections[1].words),
	    "big=1 more=1 loud=4");
	terms_close(terms);
	arena_release(&arena);
}

static void a_section_without_text_has_its_heading(void **state)
{
	struct section_text sections[1] = { { .title = TEXT("Alone") } };
	const struct document document = { .sections = sections,
		.section_count = 1 };
	struct arena arena = { 0 };
	struct terms *terms = terms_open(&arena);
	const struct terms_document *kept;

	(void)state;
	terms_begin(terms, TEXT("en"));
	kept = terms_end(terms, &document, (struct text){ 0 });
	assert_string_equal(
	    words_of(&arena, kept->vocabulary, &kept->sections[0].words),
	    "alone=4");
	assert_int_equal(kept->sections[0].text.length, 0);
	terms_close(terms);
	arena_release(&arena);
}

static void text_has_single_blanks_and_is_composed(void **state)
{
	struct arena arena = { 0 };
	struct terms *terms = terms_open(&arena);
	const struct terms_document *document =
	    document_of(terms, "one\n  a\xCC\x88 two");

	(void)state;
	assert_string_equal(
	    string_of(&arena, document->sections[0].text),
	    "one \xC3\xA4 two Inside");
	assert_int_equal(document->sections[0].size,
	    strlen("one\n  a\xCC\x88 two") + strlen("Inside"));
	terms_close(terms);
	arena_release(&arena);
}

/* What a worker keeps, once it has seen enough to know that the index is not
 * small, must be what it would have kept of more. */
static void less_text_is_kept_when_there_is_much(void **state)
{
	struct arena arena = { 0 };
	struct terms *terms = terms_open(&arena);
	const struct terms_document *first, *last = NULL;
	struct buffer text = { 0 };
	int i;

	(void)state;
	for (i = 0; i < 600; i++)
		buffer_format(&text, "word%d ", i);
	buffer_add_char(&text, '\0');
	first = document_of(terms, text.bytes);
	for (i = 0; i < 30; i++)
		last = document_of(terms, text.bytes);
	assert_true(first->sections[0].text.length > TERMS_TEXT_LONG - 20);
	assert_true(first->sections[0].text.length <= TERMS_TEXT_LONG);
	assert_true(last->sections[0].text.length <= TERMS_TEXT);
	assert_true(text_equal(
	    terms_cut(&arena, first->sections[0].text, TERMS_TEXT),
	    last->sections[0].text));
	buffer_release(&text);
	terms_close(terms);
	arena_release(&arena);
}

static void text_is_cut_at_words_or_letters(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	assert_string_equal(
	    terms_cut(&arena, TEXT("one two three"), 13).at,
	    "one two three");
	assert_string_equal(
	    string_of(&arena, terms_cut(&arena, TEXT("one two three"), 12)),
	    "one two\xE2\x80\xA6");
	assert_string_equal(
	    string_of(&arena, terms_cut(&arena, TEXT("one two three"), 10)),
	    "one two\xE2\x80\xA6");
	/* No blank: between letters of two bytes. */
	assert_string_equal(
	    string_of(&arena,
		terms_cut(&arena,
		    TEXT("\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4"), 8)),
	    "\xC3\xA4\xC3\xA4\xE2\x80\xA6");
	arena_release(&arena);
}

static void each_locale_has_a_vocabulary_of_its_own(void **state)
{
	struct arena arena = { 0 };
	struct terms *terms = terms_open(&arena);
	const struct vocabulary *const *all;

	(void)state;
	(void)terms_of(terms, TEXT("fi"), TEXT("yksi"), 1);
	(void)terms_of(terms, TEXT("sr"), TEXT("jedan"), 1);
	(void)terms_of(terms, TEXT("fi"), TEXT("yksi kaksi"), 1);
	assert_int_equal(terms_vocabularies(&all, terms), 2);
	assert_int_equal(all[0]->count, 2);
	assert_int_equal(all[1]->count, 1);
	terms_close(terms);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_cut_and_counted),
		cmocka_unit_test(lower_case_is_the_languages),
		cmocka_unit_test(joiners_and_apostrophes_stay_in_words),
		cmocka_unit_test(
		    decomposed_letters_are_those_of_one_code_point),
		cmocka_unit_test(fields_weigh_as_they_should),
		cmocka_unit_test(a_section_without_text_has_its_heading),
		cmocka_unit_test(text_has_single_blanks_and_is_composed),
		cmocka_unit_test(less_text_is_kept_when_there_is_much),
		cmocka_unit_test(text_is_cut_at_words_or_letters),
		cmocka_unit_test(each_locale_has_a_vocabulary_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
