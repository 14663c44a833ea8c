#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "render/hyphen.h"

#include <stdlib.h>

enum {
	SHORTEST = 12,
	WORDS = 200,     /* that a list has at least */
	WRONG_IN = 200   /* words of which one may have a wrong mark */
};

struct list {
	struct arena arena;
	struct hyphenator *hyphenator;
	struct text rest;
	size_t words;
	size_t wrong;   /* words with a mark in a wrong place */
	size_t borders; /* words of which a border is not marked */
	size_t places;  /* good ones, in words without a border */
	size_t found;   /* of them */
};

static bool is_mark(char c)
{
	return c == '-' || c == '.' || c == '|';
}

/* The word without its marks; marked[i] is what stands before byte i. */
static struct text unmark(struct arena *arena, struct text line, char *marked)
{
	char *bytes = arena_array(arena, char, line.length + 1);
	size_t length = 0;
	size_t i;

	for (i = 0; i < line.length; i++) {
		if (is_mark(line.at[i])) {
			marked[length] = line.at[i];
			continue;
		}
		bytes[length++] = line.at[i];
	}
	return (struct text){ bytes, length };
}

static void show(struct text line, const struct hyphen_word *word,
    struct text text)
{
	struct buffer out = { 0 };
	size_t i;

	for (i = 0; i < word->count; i++) {
		size_t end = i + 1 < word->count ? word->offsets[i + 1]
						 : text.length;

		if (word->marks[i] != HYPHEN_NONE)
			buffer_add_char(&out,
			    word->marks[i] == HYPHEN_BORDER ? '|' : '-');
		buffer_add(&out, text_slice(text, word->offsets[i],
		    end - word->offsets[i]));
	}
	print_message("%.*s is divided as %.*s\n", TEXT_ARGUMENTS(line),
	    TEXT_ARGUMENTS(buffer_text(&out)));
	buffer_release(&out);
}

static void compare(struct list *list, struct text line,
    enum typography_syllables syllables)
{
	char marked[512] = { 0 };
	struct text text = unmark(&list->arena, line, marked);
	struct hyphen_word word;
	bool wrong = false, border = false, has_border = false;
	size_t i;

	hyphen_divide(&word, list->hyphenator, syllables, text, SHORTEST);
	assert_true(word.count >= SHORTEST);
	for (i = 0; i < word.count; i++) {
		char mark = marked[word.offsets[i]];

		has_border |= mark == '|';
		wrong |= word.marks[i] != HYPHEN_NONE && mark == '\0';
		border |= mark == '|' && word.marks[i] == HYPHEN_NONE;
	}
	for (i = 3; i + 3 <= word.count && !has_border; i++)
		if (marked[word.offsets[i]] == '-') {
			list->places++;
			list->found += word.marks[i] != HYPHEN_NONE;
		}
	if (wrong || border)
		show(line, &word, text);
	list->words++;
	list->wrong += wrong;
	list->borders += border;
}

static void read_list(struct list *list, const char *path,
    enum typography_syllables syllables)
{
	struct text line;

	*list = (struct list){ .hyphenator = hyphenator_new() };
	assert_true(file_read(&list->rest, &list->arena, path));
	while (text_cut(&line, &list->rest, '\n'))
		if (!text_is_empty(line) && line.at[0] != '#')
			compare(list, line, syllables);
	print_message("%s: %zu words, %zu divided wrongly, %zu without a "
		      "border; %zu of %zu good places\n",
	    path, list->words, list->wrong, list->borders, list->found,
	    list->places);
	assert_true(list->words >= WORDS);
	assert_true(list->wrong <= list->words / WRONG_IN);
	/* What is missing is not wrong, but lines need places to end. */
	assert_true(list->found * 10 >= list->places * 9);
	hyphenator_release(list->hyphenator);
	arena_release(&list->arena);
}

static void finnish_words_are_divided_as_marked(void **state)
{
	struct list list;

	(void)state;
	read_list(&list, "tests/hyphenation/fi.txt", SYLLABLES_FINNISH);
	assert_true(list.borders <= list.words / WRONG_IN);
}

static void turkish_words_are_divided_as_marked(void **state)
{
	struct list list;

	(void)state;
	read_list(&list, "tests/hyphenation/tr.txt", SYLLABLES_TURKISH);
}

static void serbian_words_are_divided_as_marked(void **state)
{
	struct list list;

	(void)state;
	read_list(&list, "tests/hyphenation/sr.txt", SYLLABLES_SERBIAN);
}

/* The word with '-' at syllables and '|' at borders. */
static void expect(const char *divided, const char *plain,
    enum typography_syllables syllables, size_t shortest)
{
	struct hyphenator *hyphenator = hyphenator_new();
	struct text text = text_from(plain);
	struct buffer out = { 0 };
	struct hyphen_word word;
	size_t i, round;

	/* The second time the word comes from memory. */
	for (round = 0; round < 2; round++) {
		buffer_clear(&out);
		hyphen_divide(&word, hyphenator, syllables, text, shortest);
		if (word.count == 0)
			buffer_add(&out, text);
		for (i = 0; i < word.count; i++) {
			if (word.marks[i] != HYPHEN_NONE)
				buffer_add_char(&out,
				    word.marks[i] == HYPHEN_BORDER ? '|'
								   : '-');
			buffer_add_code(&out, word.letters[i]);
		}
		buffer_add_char(&out, '\0');
		assert_string_equal(out.bytes, divided);
	}
	buffer_release(&out);
	hyphenator_release(hyphenator);
}

static void lines_end_at_a_border_wherever_they_can(void **state)
{
	(void)state;
	expect("asiakas|palvelu", "asiakaspalvelu", SYLLABLES_FINNISH, 12);
	expect("kokonaisuus|suunnittelu", "kokonaisuussuunnittelu",
	    SYLLABLES_FINNISH, 12);
	/* A part that is long itself needs more. */
	expect("työ|tyy-ty-väi-syys", "työtyytyväisyys", SYLLABLES_FINNISH,
	    12);
	/* In headings letters are larger. */
	expect("asiakas|tyy-ty-väi-syys", "asiakastyytyväisyys",
	    SYLLABLES_FINNISH, 8);
}

static void short_words_are_left_whole(void **state)
{
	(void)state;
	expect("palveluissa", "palveluissa", SYLLABLES_FINNISH, 12);
	expect("müşteriler", "müşteriler", SYLLABLES_TURKISH, 12);
	expect("", "", SYLLABLES_FINNISH, 12);
}

static void digraphs_are_not_divided(void **state)
{
	(void)state;
	expect("mena-džer-skim", "menadžerskim", SYLLABLES_SERBIAN, 12);
	expect("pobolj-ša-va-nje", "poboljšavanje", SYLLABLES_SERBIAN, 12);
	/* But where a prefix ends they are two sounds. */
	expect("nad-živ-lja-vati", "nadživljavati", SYLLABLES_SERBIAN, 12);
}

static void authors_soft_hyphens_are_respected(void **state)
{
	(void)state;
	expect("asiakas\u00ADpalvelu", "asiakas\u00ADpalvelu",
	    SYLLABLES_FINNISH, 12);
}

static void other_languages_are_not_divided(void **state)
{
	(void)state;
	expect("internationalization", "internationalization", SYLLABLES_NONE,
	    12);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finnish_words_are_divided_as_marked),
		cmocka_unit_test(turkish_words_are_divided_as_marked),
		cmocka_unit_test(serbian_words_are_divided_as_marked),
		cmocka_unit_test(lines_end_at_a_border_wherever_they_can),
		cmocka_unit_test(short_words_are_left_whole),
		cmocka_unit_test(digraphs_are_not_divided),
		cmocka_unit_test(authors_soft_hyphens_are_respected),
		cmocka_unit_test(other_languages_are_not_divided),
	};

	return cmocka_run_group_tests_name("render/hyphen", tests, NULL, NULL);
}
