#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "search/leb.h"
#include "search/made.h"

/* The postings of the class of a word of the first locale, unpacked:
 * "section:ordinal=impact", ordinal "part" for parts. */
static const char *postings_of(struct made *made, const char *word,
    unsigned *impact)
{
	const struct collection *collection = &made->indexing.collections[0];
	struct classes classes;
	struct postings postings;
	struct buffer packed = { 0 }, out = { 0 };
	struct text bytes;
	const char *string;
	uint32_t section = 0;
	size_t at = 0, i = 0;

	classes_make(&classes, &made->arena, collection);
	postings_make(&postings, &made->arena, collection, &classes);
	while (!text_equal_string(collection->lexicon.items[i].text, word))
		i++;
	postings_pack(&packed, &postings,
	    classes.forms.items[classes.words[i].forms[0]].class);
	bytes = buffer_text(&packed);
	while (at < bytes.length) {
		uint32_t head = leb_next(bytes, &at);
		uint32_t ordinal =
		    head % 4 == 1 ? leb_next(bytes, &at) : 1;

		section += head / 4;
		buffer_format(&out, "%s%u:", out.length > 0 ? " " : "",
		    section);
		if (head % 4 == 2)
			buffer_add_string(&out, "part");
		else
			buffer_format(&out, "%u", ordinal);
		*impact = (unsigned char)bytes.at[at++];
	}
	string = text_string(&made->arena, buffer_text(&out));
	buffer_release(&packed);
	buffer_release(&out);
	return string;
}

static unsigned impact_of(struct made *made, const char *word)
{
	unsigned impact = 0;

	(void)postings_of(made, word, &impact);
	return impact;
}

static void article(struct made *made, const char *path, const char *title,
    const char *text)
{
	guiding_file(&made->guiding, path,
	    text_format(&made->guiding.arena, "---\ntitle: %s\n---\n\n%s\n",
		title, text)
		.at);
}

static void each_form_of_a_section_has_a_posting(void **state)
{
	struct made *made = *state;
	unsigned impact;

	guiding_locales(&made->guiding, "en");
	article(made, "en/a.md", "A", "walk walking walk");
	article(made, "en/b.md", "B", "nothing");
	article(made, "en/c.md", "C", "walk");
	made_indexes(made, 1);
	assert_string_equal(
	    postings_of(made, "walk", &impact), "0:1 0:2 2:1");
	made_again(made);
}

static void a_part_has_a_posting_where_the_word_has_none(void **state)
{
	struct made *made = *state;
	unsigned whole, part;

	guiding_locales(&made->guiding, "fi");
	article(made, "fi/a.md", "A", "palautus");
	article(made, "fi/b.md", "B", "tuotepalautus");
	made_indexes(made, 1);
	assert_string_equal(
	    postings_of(made, "palautus", &part), "0:1 1:part");
	made_again(made);
	guiding_locales(&made->guiding, "fi");
	article(made, "fi/a.md", "A", "tuotepalautus");
	article(made, "fi/b.md", "B", "palautus tuotepalautus");
	made_indexes(made, 1);
	assert_string_equal(
	    postings_of(made, "palautus", &whole), "0:part 1:1");
	assert_true(part < whole);
	made_again(made);
}

static void rare_words_and_titles_weigh_more(void **state)
{
	struct made *made = *state;
	unsigned common, rare, title, heading;

	guiding_locales(&made->guiding, "en");
	article(made, "en/a.md", "Headline", "all these words");
	article(made, "en/b.md", "B", "all those signs");
	article(made, "en/c.md", "C", "all of them\n\n### Subtitle");
	made_indexes(made, 1);
	common = impact_of(made, "all");
	rare = impact_of(made, "signs");
	heading = impact_of(made, "subtitle");
	title = impact_of(made, "headline");
	assert_true(common < rare);
	assert_true(rare < heading);
	assert_true(heading < title);
	assert_true(title > 200);
	made_again(made);
}

static void names_of_principles_reach_a_height_that_no_other_word_does(
    void **state)
{
	struct made *made = *state;

	guiding_locales(&made->guiding, "en");
	guiding_principles(&made->guiding,
	    "- id: a\n  name: Attend\n  aliases: [heed]\n"
	    "  definition: Perceive perceive perceive perceive.\n");
	made_indexes(made, 1);
	assert_true(impact_of(made, "attend") >= POSTING_NAME);
	assert_true(impact_of(made, "heed") >= POSTING_NAME);
	assert_true(impact_of(made, "perceive") < POSTING_NAME);
	made_again(made);
}

/* The locale's own names weigh more than those of others; English ones too if
 * they are what the locale shows. */
static void own_names_weigh_more_than_foreign_ones(void **state)
{
	struct made *made = *state;
	unsigned own, foreign, shown;

	guiding_locales(&made->guiding, "fi sr");
	guiding_principles(&made->guiding,
	    "- id: a\n  name: Attend\n- id: b\n  name: Behold\n");
	guiding_catalog(&made->guiding, "fi",
	    "msgid \"Attend\"\nmsgstr \"Kuule\"\n");
	made_indexes(made, 1);
	own = impact_of(made, "kuule");
	foreign = impact_of(made, "attend");
	shown = impact_of(made, "behold");
	assert_true(foreign < own);
	assert_true(foreign < shown);
	made_again(made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_form_of_a_section_has_a_posting),
		cmocka_unit_test(a_part_has_a_posting_where_the_word_has_none),
		cmocka_unit_test(rare_words_and_titles_weigh_more),
		cmocka_unit_test(
		    names_of_principles_reach_a_height_that_no_other_word_does),
		cmocka_unit_test(own_names_weigh_more_than_foreign_ones),
	};

	return cmocka_run_group_tests(tests, made_setup, made_teardown);
}
