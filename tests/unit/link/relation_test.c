#include "link/relation.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "guiding.h"

#define TITLED "---\ntitle: T\n---\n"
#define PRINCIPLES                                                             \
	"- {id: a, name: A}\n- {id: b, name: B}\n- {id: c, name: C}\n"         \
	"- {id: d, name: D}\n"

/* An article whose sections s1, s2... teach what is between the commas. */
static void article(struct guiding *guiding, const char *path,
    const char *sections)
{
	struct text rest = text_from(sections), part;
	struct text body = TEXT(TITLED);
	size_t count = 0;

	while (text_cut(&part, &rest, ',')) {
		count++;
		body = text_format(&guiding->arena,
		    "%.*s## S {#s%zu principles=\"%.*s\"}\n\nText.\n\n",
		    TEXT_ARGUMENTS(body), count,
		    TEXT_ARGUMENTS(text_trim(part)));
	}
	guiding_file(guiding, path, body.at);
}

/* "id#anchor id#anchor" of what is related to a section. */
static const char *related_of(struct guiding *guiding,
    const struct section *section)
{
	struct text found = { 0 };
	size_t i;

	for (i = 0; i < section->related_count; i++) {
		const struct section *other = section->related[i];

		found = text_format(&guiding->arena, "%.*s%s%.*s/%.*s#%.*s",
		    TEXT_ARGUMENTS(found), i > 0 ? " " : "",
		    TEXT_ARGUMENTS(other->edition->locale->tag),
		    TEXT_ARGUMENTS(other->edition->article->id),
		    TEXT_ARGUMENTS(other->text->anchor));
	}
	return text_string(&guiding->arena, found);
}

static const char *related(struct guiding *guiding, const char *id,
    const char *tag, size_t section)
{
	return related_of(guiding,
	    &guiding_edition(guiding, id, tag)->sections[section]);
}

static void link_all(struct guiding *guiding)
{
	guiding_assemble(guiding);
	relation_link(&guiding->guide, &guiding->arena);
}

static void the_rarer_principle_counts_more(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi");
	guiding_principles(guiding, PRINCIPLES);
	article(guiding, "fi/k1.md", "a b");
	article(guiding, "fi/k2.md", "a");
	article(guiding, "fi/k3.md", "b");
	article(guiding, "fi/k4.md", "a");
	article(guiding, "fi/k5.md", "c, a");
	link_all(guiding);
	assert_string_equal(related(guiding, "k1", "fi", 0),
	    "fi/k3#s1 fi/k2#s1 fi/k4#s1 fi/k5#s2");
	assert_string_equal(related(guiding, "k3", "fi", 0), "fi/k1#s1");
	/* Nothing else teaches c. */
	assert_string_equal(related(guiding, "k5", "fi", 0), "");
}

static void who_shares_more_principles_comes_first(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi");
	guiding_principles(guiding, PRINCIPLES);
	article(guiding, "fi/k1.md", "a b c");
	article(guiding, "fi/k2.md", "a, b, a b");
	article(guiding, "fi/k3.md", "a b c d");
	link_all(guiding);
	assert_string_equal(
	    related(guiding, "k1", "fi", 0), "fi/k3#s1 fi/k2#s3");
}

static void among_equals_fewer_principles_come_first(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi");
	guiding_principles(guiding, PRINCIPLES);
	article(guiding, "fi/k1.md", "a");
	article(guiding, "fi/k2.md", "a b c");
	article(guiding, "fi/k3.md", "a d");
	article(guiding, "fi/k4.md", "d a b c");
	article(guiding, "fi/k5.md", "a");
	link_all(guiding);
	assert_string_equal(related(guiding, "k1", "fi", 0),
	    "fi/k5#s1 fi/k3#s1 fi/k2#s1 fi/k4#s1");
}

/* Whatever sets they belong to: b, c and d are equally rare. */
static void then_the_next_articles_follow_and_the_first_after_the_last(
    void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi");
	guiding_principles(guiding, PRINCIPLES);
	article(guiding, "fi/k1.md", "a b");
	article(guiding, "fi/k2.md", "a c");
	article(guiding, "fi/k3.md", "a");
	article(guiding, "fi/k4.md", "a d");
	article(guiding, "fi/k5.md", "a b");
	article(guiding, "fi/k6.md", "a c");
	article(guiding, "fi/k7.md", "a d");
	link_all(guiding);
	assert_string_equal(related(guiding, "k3", "fi", 0),
	    "fi/k4#s1 fi/k5#s1 fi/k6#s1 fi/k7#s1 fi/k1#s1 fi/k2#s1");
	assert_string_equal(related(guiding, "k6", "fi", 0),
	    "fi/k2#s1 fi/k3#s1 fi/k7#s1 fi/k1#s1 fi/k4#s1 fi/k5#s1");
}

static void an_article_stands_once_with_its_best_section(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi");
	guiding_principles(guiding, PRINCIPLES);
	article(guiding, "fi/k1.md", "a b, a b, a");
	article(guiding, "fi/k2.md", "a, a b, a b, c b");
	article(guiding, "fi/k3.md", "b");
	link_all(guiding);
	assert_string_equal(
	    related(guiding, "k1", "fi", 0), "fi/k2#s2 fi/k3#s1");
	assert_string_equal(related(guiding, "k1", "fi", 2), "fi/k2#s1");
	/* Two of the same set: the first in the article. */
	assert_string_equal(
	    related(guiding, "k2", "fi", 2), "fi/k1#s1 fi/k3#s1");
}

static void six_are_kept_at_most(void **state)
{
	struct guiding *guiding = *state;
	size_t i;

	guiding_locales(guiding, "fi");
	guiding_principles(guiding, PRINCIPLES);
	for (i = 0; i < 9; i++)
		article(guiding,
		    text_format(&guiding->arena, "fi/k%zu.md", i).at, "a, a");
	link_all(guiding);
	assert_int_equal(RELATION_LIMIT, 6);
	assert_string_equal(related(guiding, "k5", "fi", 1),
	    "fi/k6#s1 fi/k7#s1 fi/k8#s1 fi/k0#s1 fi/k1#s1 fi/k2#s1");
}

static void the_order_of_annotations_does_not_matter(void **state)
{
	struct guiding *guiding = *state;
	const char *first;

	guiding_locales(guiding, "fi");
	guiding_principles(guiding, PRINCIPLES);
	article(guiding, "fi/k1.md", "a b c");
	article(guiding, "fi/k2.md", "a c d, c d, b");
	article(guiding, "fi/k3.md", "c b, d");
	link_all(guiding);
	first = strdup(related(guiding, "k1", "fi", 0));
	guiding_again(guiding);
	guiding_locales(guiding, "fi");
	guiding_principles(guiding, PRINCIPLES);
	article(guiding, "fi/k3.md", "b c, d");
	article(guiding, "fi/k2.md", "d c a, d c, b");
	article(guiding, "fi/k1.md", "c a b");
	link_all(guiding);
	assert_string_equal(related(guiding, "k1", "fi", 0), first);
	assert_string_equal(first, "fi/k2#s1 fi/k3#s1");
	free((void *)(uintptr_t)first);
}

static void every_original_has_relations_and_is_one(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi tr sr");
	guiding_principles(guiding, PRINCIPLES);
	article(guiding, "fi/k1.md", "a");
	article(guiding, "tr/k1.md", "b");
	article(guiding, "sr/k2.md", "a b");
	guiding_file(guiding, "fi/k2.md",
	    "---\ntitle: T\ntranslated-from: sr\n---\n"
	    "## S {#s1 principles=\"a\"}\n");
	link_all(guiding);
	assert_string_equal(related(guiding, "k1", "fi", 0), "sr/k2#s1");
	assert_string_equal(related(guiding, "k1", "tr", 0), "sr/k2#s1");
	/* Of two originals alike, the first locale's. */
	assert_string_equal(related(guiding, "k2", "sr", 0), "fi/k1#s1");
	/* Translations take theirs from the original. */
	assert_string_equal(related(guiding, "k2", "fi", 0), "");
}

static void a_guide_may_be_without_principles(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi");
	guiding_file(guiding, "fi/k1.md", TITLED "Text.\n");
	link_all(guiding);
	assert_int_equal(
	    guiding_edition(guiding, "k1", "fi")->sections[0].related_count,
	    0);
}

/* The same without any cleverness: compares every section with all others,
 * as often as there are results. */

struct all_sections {
	const struct section **items;
	size_t count, capacity;
};

static bool teaches(const struct section *section,
    const struct principle *principle)
{
	size_t i;

	for (i = 0; i < section->principle_count; i++)
		if (section->principles[i] == principle)
			return true;
	return false;
}

static uint64_t naive_score(const struct all_sections *all,
    const struct section *a, const struct section *b)
{
	uint64_t score = 0;
	size_t i, j;

	for (i = 0; i < a->principle_count; i++) {
		uint64_t teachers = 0;

		if (!teaches(b, a->principles[i]))
			continue;
		for (j = 0; j < all->count; j++)
			teachers += teaches(all->items[j], a->principles[i]);
		score += (uint64_t)all->count * 1024 / teachers + 1;
	}
	return score;
}

/* How many articles on, counted in a circle. */
static size_t way(const struct guiding *guiding, const struct section *from,
    const struct section *to)
{
	size_t at = from->edition->article->index, steps = 0;

	while (at != to->edition->article->index) {
		at = at + 1 == guiding->guide.article_count ? 0 : at + 1;
		steps++;
	}
	return steps;
}

static void check_one(struct guiding *guiding, const struct all_sections *all,
    const struct section *section)
{
	bool used[64] = { false };
	size_t i, rank = 0;

	used[section->edition->article->index] = true;
	for (;; rank++) {
		const struct section *best = NULL;
		uint64_t best_score = 0;

		for (i = 0; i < all->count; i++) {
			const struct section *other = all->items[i];
			uint64_t score = naive_score(all, section, other);

			if (score == 0 || used[other->edition->article->index])
				continue;
			if (best == NULL || score > best_score ||
			    (score == best_score &&
				(other->principle_count <
					best->principle_count ||
				    (other->principle_count ==
					    best->principle_count &&
					way(guiding, section, other) <
					    way(guiding, section, best))))) {
				best = other;
				best_score = score;
			}
		}
		if (best == NULL || rank == RELATION_LIMIT)
			break;
		assert_true(rank < section->related_count);
		assert_ptr_equal(section->related[rank], best);
		used[best->edition->article->index] = true;
	}
	assert_int_equal(section->related_count, rank);
}

static void check_all(struct guiding *guiding)
{
	struct all_sections all = { 0 };
	size_t i, j, k;

	for (i = 0; i < guiding->guide.article_count; i++)
		for (j = 0; j < guiding->guide.locale_count; j++) {
			const struct edition *edition =
			    guiding->guide.articles[i].editions[j];

			for (k = 0; edition != NULL &&
			     k < edition->section_count; k++)
				if (edition->sections[k].principle_count > 0)
					*list_add(&guiding->arena, &all) =
					    &edition->sections[k];
		}
	assert_true(all.count > 60);
	for (i = 0; i < all.count; i++)
		check_one(guiding, &all, all.items[i]);
}

/* Numbers that are the same on every machine (Knuth's MMIX generator). */
static size_t draw(uint64_t *seed, size_t below)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(*seed >> 33) % below;
}

static void make_random(struct guiding *guiding, uint64_t seed,
    size_t principle_count, size_t most)
{
	struct text principles = { 0 };
	size_t i, j, k;

	for (i = 0; i < principle_count; i++)
		principles = text_format(&guiding->arena,
		    "%.*s- {id: p%zu, name: P}\n", TEXT_ARGUMENTS(principles),
		    i);
	guiding_locales(guiding, "fi tr");
	guiding_principles(guiding, principles.at);
	for (i = 0; i < 60; i++) {
		struct text sections = { 0 };

		for (j = draw(&seed, 4) + 1; j > 0; j--) {
			for (k = draw(&seed, most) + 1; k > 0; k--)
				sections = text_format(&guiding->arena,
				    "%.*s p%zu", TEXT_ARGUMENTS(sections),
				    draw(&seed, principle_count));
			sections = text_format(&guiding->arena, "%.*s,",
			    TEXT_ARGUMENTS(sections));
		}
		article(guiding,
		    text_format(&guiding->arena, "%s/a%02zu.md",
			draw(&seed, 3) > 0 ? "fi" : "tr", i).at,
		    sections.at);
		/* Now and then there is a second original. */
		if (draw(&seed, 5) == 0)
			article(guiding,
			    text_format(&guiding->arena, "fi/a%02zu.md",
				draw(&seed, i + 1)).at,
			    "p0 p1, p2");
	}
}

static void random_guides_are_linked_as_by_brute_force(void **state)
{
	static const struct {
		size_t principles, most;
	} shapes[] = { { 3, 2 }, { 5, 4 }, { 21, 3 }, { 64, 3 }, { 65, 3 },
		{ 130, 40 } };
	struct guiding *guiding = *state;
	size_t i;

	for (i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		guiding_again(guiding);
		make_random(guiding, 20261121 + i, shapes[i].principles,
		    shapes[i].most);
		link_all(guiding);
		check_all(guiding);
	}
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, guiding_setup, guiding_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_rarer_principle_counts_more),
		TEST(who_shares_more_principles_comes_first),
		TEST(among_equals_fewer_principles_come_first),
		TEST(then_the_next_articles_follow_and_the_first_after_the_last),
		TEST(an_article_stands_once_with_its_best_section),
		TEST(six_are_kept_at_most),
		TEST(the_order_of_annotations_does_not_matter),
		TEST(every_original_has_relations_and_is_one),
		TEST(a_guide_may_be_without_principles),
		TEST(random_guides_are_linked_as_by_brute_force),
	};

	return cmocka_run_group_tests_name("link/relation", tests, NULL, NULL);
}
