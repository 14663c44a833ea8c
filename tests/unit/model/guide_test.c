#include "model/guide.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "guiding.h"

#define PRINCIPLES                                                             \
	"- {id: listen, name: Listen}\n"                                       \
	"- {id: calm, name: Calm}\n"                                           \
	"- {id: thanks, name: Thanks}\n"
#define TITLED(more) "---\ntitle: T\n" more "---\n"

/* What the reader of a locale gets. */
static const struct edition *shown_in(const struct guiding *guiding,
    const char *id, const char *tag)
{
	return article_edition(&guiding->guide, guiding_article(guiding, id),
	    guiding_locale(guiding, tag));
}

static void articles_stand_by_weight_then_id(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi");
	guiding_file(guiding, "fi/b.md", TITLED(""));
	guiding_file(guiding, "fi/a.md", TITLED("weight: 1\n"));
	guiding_file(guiding, "fi/c.md", TITLED("weight: -2\n"));
	guiding_file(guiding, "fi/folder/a-z1.md", TITLED(""));
	guiding_assemble(guiding);
	assert_reported("");
	assert_string_equal(guiding_order(guiding), "c a-z1 b a");
	assert_int_equal(guiding_article(guiding, "a")->index, 3);
	assert_null(guide_article(&guiding->guide, TEXT("folder/a-z1")));
	assert_null(guide_article(&guiding->guide, TEXT("")));
}

static void the_first_original_by_locale_stands_for_the_article(void **state)
{
	struct guiding *guiding = *state;
	const struct article *article;

	guiding_locales(guiding, "sr fi tr");
	guiding_file(guiding, "fi/a.md", TITLED(""));
	guiding_file(guiding, "tr/a.md", TITLED("weight: 9\n"));
	guiding_file(guiding, "sr/a.md", TITLED("translated-from: fi\n"));
	guiding_file(guiding, "tr/b.md", TITLED(""));
	guiding_assemble(guiding);
	assert_reported("");
	article = guiding_article(guiding, "a");
	assert_ptr_equal(article->original, guiding_edition(guiding, "a", "fi"));
	assert_int_equal(guiding_edition(guiding, "a", "sr")->origin,
	    EDITION_TRANSLATED);
	assert_int_equal(
	    guiding_edition(guiding, "a", "tr")->origin, EDITION_ORIGINAL);
	/* The weight of the original counts, not that of another edition. */
	assert_string_equal(guiding_order(guiding), "a b");
	assert_ptr_equal(
	    guiding_edition(guiding, "a", "tr")->article, article);
	assert_null(guiding_article(guiding, "b")->editions[0]);
}

/* Its original may be a draft. */
static void a_translation_alone_stands_for_its_article(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "sr fi tr");
	guiding_file(guiding, "tr/a.md", TITLED("translated-from: fi\n"));
	guiding_file(guiding, "sr/a.md", TITLED("translated-from: fi\n"));
	guiding_assemble(guiding);
	assert_reported("");
	assert_ptr_equal(guiding_article(guiding, "a")->original,
	    guiding_edition(guiding, "a", "sr"));
}

static void translations_from_languages_that_are_not_there_are_reported(
    void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "sr fi");
	guiding_file(guiding, "fi/a.md", TITLED("translated-from: sr-Latn\n"));
	guiding_assemble(guiding);
	assert_reported("content/fi/a.md:3:18: error: guide.yaml does not "
			"list 'sr-Latn' under 'locales' [locale-unknown]\n");
}

static void a_section_teaches_a_principle_once(void **state)
{
	struct guiding *guiding = *state;
	const struct edition *edition;

	guiding_locales(guiding, "fi");
	guiding_principles(guiding, PRINCIPLES);
	guiding_file(guiding, "fi/a.md",
	    TITLED("principles: [thanks, calm, thanks]\n")
	    "# T {principles=\"calm listen calm\"}\n\nIntro.\n\n"
	    "## S {principles=\"thanks listen\"}\n\nText.\n");
	guiding_assemble(guiding);
	assert_reported("");
	edition = guiding_edition(guiding, "a", "fi");
	assert_int_equal(edition->section_count, 2);
	assert_string_equal(guiding_taught(guiding, &edition->sections[0]),
	    "calm listen thanks");
	assert_string_equal(guiding_taught(guiding, &edition->sections[1]),
	    "thanks listen");
	assert_int_equal(guiding->guide.section_count, 2);
}

static void principles_of_the_article_are_of_its_first_section(void **state)
{
	struct guiding *guiding = *state;
	const struct edition *edition;

	guiding_locales(guiding, "fi");
	guiding_principles(guiding, PRINCIPLES);
	guiding_file(guiding, "fi/a.md", TITLED("principles: [calm]\n")
	    "## S {principles=listen}\n\nText.\n\n## U\n\nText.\n");
	guiding_assemble(guiding);
	edition = guiding_edition(guiding, "a", "fi");
	assert_int_equal(edition->section_count, 2);
	assert_string_equal(guiding_taught(guiding, &edition->sections[0]),
	    "listen calm");
	assert_int_equal(edition->sections[1].principle_count, 0);
}

static void unknown_principles_are_reported_where_they_stand(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi");
	guiding_principles(guiding, PRINCIPLES);
	guiding_file(guiding, "fi/a.md",
	    TITLED("principles: [listen, lisen]\n")
	    "## Ä {#a principles=\"thanks calmm zzz\"}\n\nText.\n");
	/* There is no section to teach them in, and yet they are wrong. */
	guiding_file(guiding, "fi/b.md", TITLED("principles: [kalm]\n"));
	guiding_assemble(guiding);
	assert_reported(
	    "content/fi/a.md:3:22: error: no principle has the id 'lisen'; "
	    "did you mean 'listen'? [principle-unknown]\n"
	    "content/fi/a.md:5:29: error: no principle has the id 'calmm'; "
	    "did you mean 'calm'? [principle-unknown]\n"
	    "content/fi/a.md:5:35: error: no principle has the id 'zzz' "
	    "[principle-unknown]\n"
	    "content/fi/b.md:3:14: error: no principle has the id 'kalm'; "
	    "did you mean 'calm'? [principle-unknown]\n"
	    "content/principles.yaml:2:3: note: no section teaches the "
	    "principle 'calm' yet [principle-untaught]\n");
}

static void a_principle_knows_all_originals_that_teach_it(void **state)
{
	struct guiding *guiding = *state;
	const struct principle *listen, *calm;
	const struct article *article;

	guiding_locales(guiding, "sr fi tr");
	guiding_principles(guiding, PRINCIPLES);
	guiding_file(guiding, "fi/a.md", TITLED("")
	    "## L {#l principles=listen}\n\n## M {#m principles=listen}\n");
	guiding_file(guiding, "tr/a.md", TITLED("")
	    "## C {#c principles=\"calm\"}\n\n## L {principles=listen}\n");
	guiding_file(guiding, "sr/a.md", TITLED("translated-from: fi\n")
	    "## L {#l principles=\"listen thanks\"}\n");
	guiding_file(guiding, "fi/b.md", TITLED("")
	    "## L {#l principles=listen}\n");
	guiding_assemble(guiding);
	listen = guide_principle(&guiding->guide, TEXT("listen"));
	calm = guide_principle(&guiding->guide, TEXT("calm"));
	assert_int_equal(listen->section_count, 4);
	assert_int_equal(listen->article_count, 2);
	assert_is(listen->sections[0]->text->title, "L");
	assert_is(listen->sections[1]->text->title, "M");
	assert_ptr_equal(listen->sections[2]->edition,
	    guiding_edition(guiding, "a", "tr"));
	assert_ptr_equal(listen->sections[3]->edition,
	    guiding_edition(guiding, "b", "fi"));
	/* Only the second original teaches it, but it does. */
	assert_int_equal(calm->section_count, 1);
	assert_int_equal(calm->article_count, 1);
	/* What only a translation says is nobody's teaching. */
	assert_reported("content/principles.yaml:3:3: note: no section "
			"teaches the principle 'thanks' yet "
			"[principle-untaught]\n");
	assert_int_equal(guiding->guide.section_count, 5);

	/* The first original stands for the article in the matrix. */
	article = guiding_article(guiding, "a");
	assert_int_equal(article->lesson_count, 1);
	assert_ptr_equal(article->lessons[0].principle, listen);
	assert_int_equal(article->lessons[0].count, 2);
	assert_is(article->lessons[0].first->text->title, "L");
}

static void lessons_stand_in_the_order_of_principles(void **state)
{
	struct guiding *guiding = *state;
	const struct article *article;

	guiding_locales(guiding, "fi");
	guiding_principles(guiding, PRINCIPLES);
	guiding_file(guiding, "fi/a.md", TITLED("")
	    "## A {principles=\"thanks calm\"}\n\n"
	    "## B {principles=\"calm listen\"}\n");
	guiding_assemble(guiding);
	article = guiding_article(guiding, "a");
	assert_int_equal(article->lesson_count, 3);
	assert_is(article->lessons[0].principle->entry->id.text, "listen");
	assert_is(article->lessons[1].principle->entry->id.text, "calm");
	assert_int_equal(article->lessons[1].count, 2);
	assert_is(article->lessons[1].first->text->title, "A");
	assert_is(article->lessons[2].principle->entry->id.text, "thanks");
}

static void editions_share_their_tags(void **state)
{
	struct guiding *guiding = *state;
	const struct tag *tag;

	guiding_locales(guiding, "fi tr fa");
	guiding_file(guiding, "fi/a.md", TITLED("tags: [Zebra, difficult]\n"));
	guiding_file(guiding, "tr/a.md", TITLED("tags: [Zebra, Zebra]\n"));
	guiding_file(guiding, "fi/b.md", TITLED("tags: [difficult]\n"));
	guiding_file(guiding, "fi/c.md", TITLED("tags: [difficult]\n"));
	guiding_file(guiding, "fa/d.md", TITLED("tags: [difficult, شکایت]\n"));
	guiding_assemble(guiding);
	assert_reported("");
	assert_int_equal(guiding->guide.tag_count, 3);
	assert_is(guiding->guide.tags[0].name, "difficult");
	assert_int_equal(guiding->guide.tags[0].article_count, 4);
	assert_is(guiding->guide.tags[0].articles[0]->id, "a");
	assert_is(guiding->guide.tags[0].articles[3]->id, "d");
	/* Names without a letter of ASCII have addresses, too. */
	assert_is(guiding->guide.tags[1].name, "شکایت");
	assert_true(text_starts(guiding->guide.tags[1].slug, TEXT("tag-")));
	assert_int_equal(guiding->guide.tags[1].slug.length, 12);
	assert_is(guiding->guide.tags[2].slug, "zebra");
	assert_int_equal(guiding->guide.tags[2].article_count, 1);
	tag = guide_tag(&guiding->guide, TEXT("Zebra"));
	assert_ptr_equal(tag, &guiding->guide.tags[2]);
	assert_null(guide_tag(&guiding->guide, TEXT("zebra")));
}

static void many_articles_may_share_a_tag(void **state)
{
	struct guiding *guiding = *state;
	const struct tag *tag;
	size_t i;

	guiding_locales(guiding, "fi");
	for (i = 0; i < 300; i++)
		guiding_file(guiding,
		    text_format(&guiding->arena, "fi/a%03zu.md", i).at,
		    TITLED("tags: [all]\n"));
	guiding_assemble(guiding);
	tag = guide_tag(&guiding->guide, TEXT("all"));
	assert_int_equal(tag->article_count, 300);
	for (i = 0; i < 300; i++)
		assert_ptr_equal(
		    tag->articles[i], &guiding->guide.articles[i]);
}

static void a_title_is_of_the_front_matter_else_the_heading(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi");
	guiding_file(guiding, "fi/a.md", TITLED("") "# Heading\n");
	guiding_file(guiding, "fi/b.md", "# Heading\n");
	guiding_file(guiding, "fi/c.md", "Text.\n");
	guiding_file(guiding, "fi/d.md", "");
	guiding_assemble(guiding);
	assert_is(guiding_edition(guiding, "a", "fi")->title, "T");
	assert_is(guiding_edition(guiding, "b", "fi")->title, "Heading");
	assert_reported(
	    "content/fi/c.md: error: this article has no title; give 'title' "
	    "in the front matter or begin with a '# heading' "
	    "[title-missing]\n"
	    "content/fi/d.md: error: this article has no title; give 'title' "
	    "in the front matter or begin with a '# heading' "
	    "[title-missing]\n");
}

/* The title may stand in front matter that cannot be read. */
static void broken_front_matter_lacks_no_title(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi");
	guiding_file(guiding, "fi/a.md", "---\ntitle: [\n---\nText.\n");
	guiding_assemble(guiding);
	assert_int_equal(guiding->report.count, 1);
	assert_int_equal(
	    guiding->report.items[0].message, MESSAGE_YAML_SYNTAX);
}

static void a_missing_edition_falls_back_along_the_chain(void **state)
{
	struct guiding *guiding = *state;

	guiding_configure(guiding,
	    "locales:\n"
	    "  fi: {}\n"
	    "  tr: {fallback: [ko, sr]}\n"
	    "  sr: {fallback: tr}\n"
	    "  ko: {}\n");
	guiding_file(guiding, "fi/a.md", TITLED(""));
	guiding_file(guiding, "sr/a.md", TITLED(""));
	guiding_file(guiding, "ko/b.md", TITLED(""));
	guiding_file(guiding, "sr/b.md", TITLED(""));
	guiding_file(guiding, "fi/c.md", TITLED(""));
	guiding_assemble(guiding);
	assert_reported("");
	assert_is(shown_in(guiding, "a", "fi")->locale->tag, "fi");
	assert_is(shown_in(guiding, "a", "tr")->locale->tag, "sr");
	assert_is(shown_in(guiding, "b", "tr")->locale->tag, "ko");
	/* tr falls back to ko, but that is for readers of tr. */
	assert_is(shown_in(guiding, "a", "ko")->locale->tag, "fi");
	assert_is(shown_in(guiding, "b", "fi")->locale->tag, "sr");
	assert_is(shown_in(guiding, "c", "tr")->locale->tag, "fi");
	/* A cycle of fallbacks ends at the original. */
	assert_is(shown_in(guiding, "c", "sr")->locale->tag, "fi");
}

static void sections_of_editions_meet_at_their_anchors(void **state)
{
	struct guiding *guiding = *state;
	const struct edition *fi, *tr;

	guiding_locales(guiding, "fi tr");
	guiding_file(guiding, "fi/a.md",
	    TITLED("") "Intro.\n\n## A {#a}\n\n## B {#b}\n");
	guiding_file(guiding, "tr/a.md",
	    TITLED("translated-from: fi\n") "## Be {#b}\n\n## Ce {#c}\n");
	guiding_assemble(guiding);
	fi = guiding_edition(guiding, "a", "fi");
	tr = guiding_edition(guiding, "a", "tr");
	assert_ptr_equal(
	    edition_section(tr, &fi->sections[2]), &tr->sections[0]);
	assert_ptr_equal(
	    edition_section(fi, &tr->sections[0]), &fi->sections[2]);
	assert_ptr_equal(
	    edition_section(fi, &fi->sections[1]), &fi->sections[1]);
	assert_null(edition_section(tr, &fi->sections[1]));
	assert_null(edition_section(tr, &fi->sections[0]));
}

static void a_guide_may_be_empty(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "en");
	guiding_assemble(guiding);
	assert_int_equal(guiding->guide.article_count, 0);
	assert_int_equal(guiding->guide.tag_count, 0);
	assert_null(guide_locale(&guiding->guide, TEXT("fi")));
	assert_null(guide_principle(&guiding->guide, TEXT("listen")));
	assert_reported("");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, guiding_setup, guiding_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(articles_stand_by_weight_then_id),
		TEST(the_first_original_by_locale_stands_for_the_article),
		TEST(a_translation_alone_stands_for_its_article),
		TEST(translations_from_languages_that_are_not_there_are_reported),
		TEST(a_section_teaches_a_principle_once),
		TEST(principles_of_the_article_are_of_its_first_section),
		TEST(unknown_principles_are_reported_where_they_stand),
		TEST(a_principle_knows_all_originals_that_teach_it),
		TEST(lessons_stand_in_the_order_of_principles),
		TEST(editions_share_their_tags),
		TEST(many_articles_may_share_a_tag),
		TEST(a_title_is_of_the_front_matter_else_the_heading),
		TEST(broken_front_matter_lacks_no_title),
		TEST(a_missing_edition_falls_back_along_the_chain),
		TEST(sections_of_editions_meet_at_their_anchors),
		TEST(a_guide_may_be_empty),
	};

	return cmocka_run_group_tests_name("model/guide", tests, NULL, NULL);
}
