/* The lexicon, the classes and what is made of them, from a small guide. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "search/made.h"
#include "search/split.h"

struct understood {
	struct classes classes;
	struct arrangement arrangement;
	struct endings endings;
	const struct collection *collection;
};

/* The words of one article, understood. */
static void understand(struct made *made, struct understood *understood,
    const char *tag, const char *words)
{
	struct guiding *guiding = &made->guiding;

	guiding_locales(guiding, tag);
	guiding_file(guiding,
	    text_format(&guiding->arena, "%s/a.md", tag).at,
	    text_format(&guiding->arena, "---\ntitle: '-'\n---\n\n%s\n", words)
		.at);
	made_indexes(made, 1);
	understood->collection = &made->indexing.collections[0];
	classes_make(
	    &understood->classes, &made->arena, understood->collection);
	arrange(&understood->arrangement, &made->arena, &understood->classes);
	endings_make(&understood->endings, &made->arena,
	    &understood->classes, &understood->arrangement);
}

static const struct word_classes *word_of(
    const struct understood *understood, const char *word)
{
	const struct lexicon *lexicon = &understood->collection->lexicon;
	size_t i;

	for (i = 0; i < lexicon->count; i++)
		if (text_equal_string(lexicon->items[i].text, word))
			return &understood->classes.words[i];
	fail_msg("there is no word %s", word);
	return NULL;
}

static const struct form *form_of(const struct understood *understood,
    const char *word)
{
	const struct word_classes *found = word_of(understood, word);

	assert_true(found->form_count > 0);
	return &understood->classes.forms.items[found->forms[0]];
}

static void forms_of_one_word_are_one_class(void **state)
{
	struct made *made = *state;
	struct understood it;

	understand(made, &it, "en", "walk walking walked talk walk");
	assert_int_equal(form_of(&it, "walk")->class,
	    form_of(&it, "walking")->class);
	assert_int_not_equal(form_of(&it, "walk")->class,
	    form_of(&it, "talk")->class);
	made_again(made);
}

static void the_commonest_form_has_ordinal_1(void **state)
{
	struct made *made = *state;
	struct understood it;

	/* Sections count, not how often it stands in one. */
	understand(made, &it, "en",
	    "walking walking walking walked\n\n## S\n\nwalked\n");
	assert_int_equal(form_of(&it, "walked")->ordinal, 1);
	assert_int_equal(form_of(&it, "walked")->sections, 2);
	assert_int_equal(form_of(&it, "walking")->ordinal, 2);
	made_again(made);
}

static void equal_letters_with_other_marks_are_other_forms(void **state)
{
	struct made *made = *state;
	struct understood it;

	understand(made, &it, "mt", "ghar g\xCC\x87" "har");
	assert_int_equal(form_of(&it, "ghar")->bytes.length, 4);
	assert_true(text_equal(form_of(&it, "ghar")->bytes,
	    form_of(&it, "\xC4\xA1har")->bytes));
	assert_int_not_equal(form_of(&it, "ghar")->signature,
	    form_of(&it, "\xC4\xA1har")->signature);
	made_again(made);
}

static void dictionary_forms_are_there_without_a_text(void **state)
{
	struct made *made = *state;
	struct understood it;

	understand(made, &it, "fi", "kissoissa");
	assert_finds("fi", "kissa", "a class");
	made_again(made);
}

static void classes_of_a_group_stand_side_by_side(void **state)
{
	struct made *made = *state;
	struct understood it;
	uint32_t i, groups = 0;

	understand(made, &it, "fi",
	    "rakentaminen rakentaa rakennettu kissa koira kissat rakentamisen");
	for (i = 0; i < it.arrangement.class_count; i++) {
		const struct class *class =
		    &it.classes.classes.items[it.arrangement.classes[i]];
		const struct class *before = i > 0
		    ? &it.classes.classes.items[it.arrangement.classes[i - 1]]
		    : NULL;

		assert_int_equal(class->number, i);
		assert_int_equal(class->continues,
		    before != NULL && text_equal(before->loose, class->loose));
		groups += !class->continues;
	}
	assert_true(groups < it.arrangement.class_count);
	made_again(made);
}

static void forms_are_in_the_order_of_their_bytes(void **state)
{
	struct made *made = *state;
	struct understood it;
	uint32_t i;

	understand(made, &it, "fi", "b\xC3\xA4 ba abc bac az za kissojen");
	for (i = 1; i < it.arrangement.form_count; i++)
		assert_true(
		    text_compare(it.classes.forms
				     .items[it.arrangement.forms[i - 1]]
				     .bytes,
			it.classes.forms.items[it.arrangement.forms[i]]
			    .bytes) <= 0);
	made_again(made);
}

static void compounds_are_split_by_known_words(void **state)
{
	struct made *made = *state;
	struct understood it;
	uint32_t pieces[SPLIT_PIECES];

	understand(made, &it, "en", "rain bow rainb ow man");
	assert_int_equal(
	    split_key(pieces, &it.classes, TEXT("rainbowman"), 3), 3);
	assert_int_equal(pieces[0], form_of(&it, "rain")->class);
	assert_int_equal(pieces[1], form_of(&it, "bow")->class);
	assert_int_equal(pieces[2], form_of(&it, "man")->class);
	/* The longest piece first where that leaves no rest. */
	assert_int_equal(
	    split_key(pieces, &it.classes, TEXT("rainbow"), 2), 2);
	assert_int_equal(pieces[0], form_of(&it, "rainb")->class);
	/* Both ends are covered, by at most four pieces, not by itself. */
	assert_int_equal(
	    split_key(pieces, &it.classes, TEXT("xbowman"), 3), 0);
	assert_int_equal(
	    split_key(pieces, &it.classes, TEXT("bowmanx"), 3), 0);
	assert_int_equal(split_key(pieces, &it.classes,
			     TEXT("manmanmanmanman"), 3),
	    0);
	assert_int_equal(split_key(pieces, &it.classes, TEXT("man"), 3), 0);
	made_again(made);
}

/* A part of other words is no word of its own. */
static void parts_that_are_no_words_split_nothing(void **state)
{
	struct made *made = *state;
	struct understood it;
	uint32_t pieces[SPLIT_PIECES], class;

	understand(made, &it, "en", "rain");
	class = classes_add(&it.classes, 0, TEXT("bow"), TEXT("bow"));
	assert_int_equal(
	    split_key(pieces, &it.classes, TEXT("rainbow"), 3), 0);
	it.classes.classes.items[class].has_words = true;
	assert_int_equal(
	    split_key(pieces, &it.classes, TEXT("rainbow"), 3), 2);
	made_again(made);
}

static bool has(const struct text *items, size_t count,
    const struct understood *it, const char *letters)
{
	uint16_t codes[16];
	struct arena arena = { 0 };
	struct text bytes;
	size_t i, length = strlen(letters);
	bool found = false;

	for (i = 0; i < length; i++)
		codes[i] = (unsigned char)letters[i];
	bytes = letters_encode(
	    &it->arrangement.letters, &arena, codes, length);
	for (i = 0; i < count; i++)
		found = found || text_equal(items[i], bytes);
	arena_release(&arena);
	return found;
}

static void endings_are_learned_from_five_classes(void **state)
{
	struct made *made = *state;
	struct understood it;

	understand(made, &it, "en",
	    "walk walking talk talking jump jumping paint painting "
	    "plant planting walked talked jumped planted");
	assert_true(has(it.endings.suffixes, it.endings.suffix_count, &it,
	    "ing"));
	assert_false(has(
	    it.endings.suffixes, it.endings.suffix_count, &it, "ed"));
	made_again(made);
}

static void endings_of_the_language_are_there_at_once(void **state)
{
	struct made *made = *state;
	struct understood it;
	size_t i;

	understand(made, &it, "tr",
	    "abcdefghijklmnoprstuvyz k\xC4\xB1z kitaplar");
	assert_true(has(it.endings.suffixes, it.endings.suffix_count, &it,
	    "lar"));
	for (i = 1; i < it.endings.suffix_count; i++)
		assert_true(text_compare(it.endings.suffixes[i - 1],
				it.endings.suffixes[i]) < 0);
	made_again(made);
}

static void rare_letters_take_two_bytes(void **state)
{
	struct arena arena = { 0 };
	struct letters letters;
	uint16_t code, word[2];
	struct text bytes;

	(void)state;
	letters_begin(&letters, &arena);
	for (code = 0x4E00; code < 0x4E00 + INDEX_LETTERS + 300; code++) {
		letters_count(&letters, &code, 1);
		if (code >= 0x4E00 + 300)
			letters_count(&letters, &code, 1);
	}
	letters_settle(&letters, &arena);
	assert_int_equal(letters.common_count, INDEX_LETTERS);
	assert_int_equal(letters.rare_count, 300);
	word[0] = 0x4E00 + 300; /* the first common one */
	word[1] = 0x4E00 + 257; /* a rare one */
	bytes = letters_encode(&letters, &arena, word, 2);
	assert_int_equal(bytes.length, 3);
	assert_memory_equal(bytes.at, "\x01\xE1\x01", 3);
	word[0] = 'x';
	assert_int_equal(
	    letters_encode(&letters, &arena, word, 2).length, 0);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forms_of_one_word_are_one_class),
		cmocka_unit_test(the_commonest_form_has_ordinal_1),
		cmocka_unit_test(
		    equal_letters_with_other_marks_are_other_forms),
		cmocka_unit_test(dictionary_forms_are_there_without_a_text),
		cmocka_unit_test(classes_of_a_group_stand_side_by_side),
		cmocka_unit_test(forms_are_in_the_order_of_their_bytes),
		cmocka_unit_test(compounds_are_split_by_known_words),
		cmocka_unit_test(parts_that_are_no_words_split_nothing),
		cmocka_unit_test(endings_are_learned_from_five_classes),
		cmocka_unit_test(endings_of_the_language_are_there_at_once),
		cmocka_unit_test(rare_letters_take_two_bytes),
	};

	return cmocka_run_group_tests(tests, made_setup, made_teardown);
}
