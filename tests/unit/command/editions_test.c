#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "command/load.h"

#include "command/running.h"

#define HEADER                                                                 \
	"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

struct completing {
	struct scratch *scratch;
	struct report report;
	struct load load;
};

static int completing_setup(void **state)
{
	struct completing *completing = calloc(1, sizeof(*completing));
	void *scratch;

	if (completing == NULL || scratch_setup(&scratch) != 0)
		return -1;
	completing->scratch = scratch;
	running_write(scratch, "guide/content/guide.yaml",
	    "title: Small\nlocales: [fi, en, sr]\nthreshold: 50\n");
	running_write(scratch, "guide/content/principles.yaml",
	    "- id: listen\n  name: Listen\n");
	running_write(scratch, "guide/content/fi/hei.md",
	    "---\ntitle: Hei\ndescription: Kuvaus\ngoals: [Yksi, Kaksi]\n"
	    "---\nAlku [linkki](#kuuntele).\n\n"
	    "## Kuuntele {principles=listen}\n\nLoppu on hyvä.\n");
	*state = completing;
	return 0;
}

static int completing_teardown(void **state)
{
	struct completing *completing = *state;
	void *scratch = completing->scratch;
	int result = scratch_teardown(&scratch);

	report_release(&completing->report);
	load_release(&completing->load);
	free(completing);
	return result;
}

static void load_it(struct completing *completing)
{
	const struct load_options options = {
		.root = scratch_path(completing->scratch, "guide"),
		.jobs = 2,
	};

	report_release(&completing->report);
	load_release(&completing->load);
	assert_true(
	    load_guide(&completing->load, &completing->report, &options));
}

static const struct article *hei(const struct completing *completing)
{
	return guide_article(&completing->load.guide, TEXT("hei"));
}

static void write_catalog(struct completing *completing, const char *tag,
    const char *entries)
{
	running_write(completing->scratch,
	    text_string(&completing->scratch->arena,
		text_format(&completing->scratch->arena,
		    "guide/locales/hei/%s.po", tag)),
	    text_string(&completing->scratch->arena,
		text_format(&completing->scratch->arena, "%s%s", HEADER,
		    entries)));
}

#define MOST                                                                   \
	"msgid \"Hei\"\nmsgstr \"Hello\"\n\n"                                  \
	"msgid \"Kuvaus\"\nmsgstr \"Description\"\n\n"                         \
	"msgid \"Kaksi\"\nmsgstr \"Two\"\n\n"                                  \
	"msgid \"Alku [linkki]({link}).\"\nmsgstr \"A [link]({link}) first.\"" \
	"\n\n#, fuzzy\n#| msgid \"Loppu on paha.\"\n"                          \
	"msgid \"Loppu on hyvä.\"\nmsgstr \"The end is bad.\"\n\n"

static void assert_words(struct text text, const char *expected)
{
	if (!text_equal_string(text, expected))
		print_error("%.*s is not %s\n", TEXT_ARGUMENTS(text),
		    expected);
	assert_true(text_equal_string(text, expected));
}

static bool has(struct text text, const char *part)
{
	return text_find(text, text_from(part), 0) != TEXT_NONE;
}

static void a_catalog_gives_an_edition(void **state)
{
	struct completing *completing = *state;
	const struct article *article;
	const struct edition *edition;

	write_catalog(completing, "en", MOST);
	load_it(completing);
	assert_int_equal(completing->report.counts[REPORT_ERROR], 0);
	article = hei(completing);
	edition = article->editions[1];
	assert_non_null(edition);
	assert_null(article->editions[2]);
	assert_int_equal(edition->origin, EDITION_CATALOG);
	assert_ptr_equal(edition->source, article->original);
	assert_ptr_equal(article->original, article->editions[0]);
	assert_words(edition->title, "Hello");
	assert_words(edition->matter.description.text, "Description");
	assert_words(edition->matter.goals.items[0].text, "Yksi");
	assert_words(edition->matter.goals.items[1].text, "Two");
	/* The source keeps its own. */
	assert_words(article->original->matter.goals.items[1].text, "Kaksi");
	assert_int_equal(edition->section_count, 2);
	assert_words(edition->sections[1].text->anchor, "kuuntele");
	assert_int_equal(edition->sections[1].principle_count, 1);
	assert_true(has(edition->sections[0].text->body.bytes, "first."));
}

static void its_sections_know_what_is_stale_or_missing(void **state)
{
	struct completing *completing = *state;
	const struct edition *edition;
	const struct section_text *text;

	write_catalog(completing, "en", MOST);
	load_it(completing);
	edition = hei(completing)->editions[1];
	text = edition->sections[0].text;
	assert_int_equal(text->stale_count + text->missing_count, 0);
	text = edition->sections[1].text;
	assert_int_equal(text->stale_count, 1);
	assert_int_equal(text->missing_count, 1);
	assert_int_equal(text->title_state, TRANSLATION_MISSING);
	assert_int_equal(edition->counts.messages[TRANSLATION_CURRENT], 4);
	assert_int_equal(edition->counts.messages[TRANSLATION_STALE], 1);
	assert_int_equal(edition->counts.messages[TRANSLATION_MISSING], 2);
	assert_int_equal(edition->document.stale_count, 1);
	assert_int_equal(edition->document.missing_count, 2);
}

static void below_the_threshold_there_are_only_counts(void **state)
{
	struct completing *completing = *state;
	const struct article *article;

	write_catalog(
	    completing, "en", "msgid \"Hei\"\nmsgstr \"Hello\"\n");
	load_it(completing);
	article = hei(completing);
	assert_null(article->editions[1]);
	assert_non_null(article->withheld[1]);
	assert_int_equal(
	    article->withheld[1]->counts.messages[TRANSLATION_CURRENT], 1);
	assert_int_equal(
	    article->withheld[1]->counts.messages[TRANSLATION_MISSING], 6);
	assert_int_equal(article->withheld[1]->section_count, 0);
	assert_ptr_equal(article_edition(&completing->load.guide, article,
			     completing->load.guide.locales[1]),
	    article->original);
}

static void a_file_goes_before_a_catalog(void **state)
{
	struct completing *completing = *state;
	const struct edition *edition;

	running_write(completing->scratch, "guide/content/en/hei.md",
	    "---\ntitle: Hi\ntranslated-from: fi\n---\nA\n");
	write_catalog(completing, "en", MOST);
	load_it(completing);
	edition = hei(completing)->editions[1];
	assert_int_equal(edition->origin, EDITION_TRANSLATED);
	assert_words(edition->title, "Hi");
	assert_ptr_equal(edition->source, hei(completing)->original);
}

static void a_faulty_translation_is_reported_in_its_catalog(void **state)
{
	struct completing *completing = *state;
	const struct report_item *item;

	write_catalog(completing, "en",
	    MOST "msgid \"Yksi\"\nmsgstr \"One\"\n\n"
		 "msgid \"Kuuntele\"\nmsgstr \"**Listen\"\n");
	load_it(completing);
	assert_int_equal(completing->report.counts[REPORT_ERROR], 1);
	item = &completing->report.items[0];
	while (message_row(item->message)->level != REPORT_ERROR)
		item++;
	assert_int_equal(item->message, MESSAGE_PO_MARKUP);
	assert_true(has(item->place.source->name, "locales/hei/en.po"));
	assert_string_equal(
	    strrchr(item->place.source->path, '/'), "/en.po");
}

static void a_broken_catalog_gives_no_edition(void **state)
{
	struct completing *completing = *state;

	write_catalog(completing, "en", "msgid \"Hei\"\n");
	load_it(completing);
	assert_true(completing->report.counts[REPORT_ERROR] > 0);
	assert_null(hei(completing)->editions[1]);
}

static void derived_locales_have_what_their_base_has(void **state)
{
	struct completing *completing = *state;
	const struct article *article;
	struct text body;

	running_write(completing->scratch, "guide/content/guide.yaml",
	    "title: Small\nthreshold: 50\nlocales:\n  fi:\n  sr:\n"
	    "  sr-Latn:\n    derived_from: sr\n");
	running_write(completing->scratch, "guide/content/sr/zdravo.md",
	    "---\ntitle: Здраво\nowner: Тим\n---\nЉубав `код` [Виндоус]{.keep} и "
	    "[НЕГА](b.md).\n\n## Њега\n");
	running_write(completing->scratch, "guide/content/sr/b.md",
	    "# Наслов *један*\n");
	running_write(completing->scratch, "guide/locales/guide/sr.po",
	    HEADER "msgid \"Small\"\nmsgstr \"Мали\"\n");
	write_catalog(completing, "sr", MOST);
	load_it(completing);
	assert_int_equal(completing->report.counts[REPORT_ERROR], 0);
	article = hei(completing);
	assert_int_equal(article->editions[2]->origin, EDITION_DERIVED);
	assert_ptr_equal(article->editions[2]->source, article->editions[1]);
	assert_int_equal(article->editions[2]->counts
			     .messages[TRANSLATION_CURRENT], 4);
	assert_int_equal(article->editions[2]->document.stale_count, 1);
	article = guide_article(&completing->load.guide, TEXT("zdravo"));
	assert_int_equal(article->editions[2]->origin, EDITION_DERIVED);
	assert_ptr_equal(article->original, article->editions[1]);
	assert_words(article->editions[2]->sections[1].text->anchor,
	    "њега");
	assert_int_equal(article->editions[2]->document.missing_count, 0);
	assert_words(article->editions[2]->title, "Zdravo");
	assert_words(article->editions[2]->matter.owner.text, "Tim");
	assert_words(article->editions[2]->sections[1].text->title, "Njega");
	body = article->editions[2]->sections[0].text->body.bytes;
	assert_true(has(body, "Ljubav <code>код</code> Виндоус i"));
	assert_true(has(body, ">NEGA</a>"));
	article = guide_article(&completing->load.guide, TEXT("b"));
	assert_words(article->editions[2]->title, "Naslov jedan");
	assert_words(
	    catalogs_translate(&completing->load.guide.locales[2]->catalogs,
		TEXT(""), TEXT("Small")),
	    "Mali");
}

static void derived_locales_lack_what_is_withheld(void **state)
{
	struct completing *completing = *state;
	const struct article *article;

	running_write(completing->scratch, "guide/content/guide.yaml",
	    "title: Small\nthreshold: 50\nlocales:\n  fi:\n  sr:\n"
	    "  sr-Latn:\n    derived_from: sr\n");
	write_catalog(
	    completing, "sr", "msgid \"Hei\"\nmsgstr \"Здраво\"\n");
	load_it(completing);
	article = hei(completing);
	assert_null(article->editions[2]);
	assert_int_equal(
	    article->withheld[2]->counts.messages[TRANSLATION_CURRENT], 1);
}

static void source_hash_tells_if_the_source_has_changed(void **state)
{
	struct completing *completing = *state;
	struct load_options options = {
		.root = scratch_path(completing->scratch, "guide"),
		.messages = true,
		.jobs = 1,
	};
	const struct document *document;
	struct text hash;

	assert_true(
	    load_guide(&completing->load, &completing->report, &options));
	document = &hei(completing)->original->document;
	assert_int_equal(document->message_count, 7);
	hash = message_hash(&completing->scratch->arena, document->messages,
	    document->message_count);
	running_write(completing->scratch, "guide/content/en/hei.md",
	    text_string(&completing->scratch->arena,
		text_format(&completing->scratch->arena,
		    "---\ntitle: Hi\ntranslated-from: fi\n"
		    "source-hash: %.*s\n---\nA\n", TEXT_ARGUMENTS(hash))));
	load_it(completing);
	assert_false(hei(completing)->editions[1]->source_changed);
	/* Wrapped in another way, it still says the same. */
	running_write(completing->scratch, "guide/content/fi/hei.md",
	    "---\ntitle: Hei\ndescription: Kuvaus\ngoals: [Yksi, Kaksi]\n"
	    "---\nAlku\n[linkki](#kuuntele).\n\nKuuntele {#k "
	    "principles=listen}\n---\n\nLoppu\non hyvä.\n");
	load_it(completing);
	assert_false(hei(completing)->editions[1]->source_changed);
	running_write(completing->scratch, "guide/content/fi/hei.md",
	    "---\ntitle: Hei\ndescription: Kuvaus\ngoals: [Yksi, Kaksi]\n"
	    "---\nAlku [linkki](#kuuntele).\n\n"
	    "## Kuuntele\n\nLoppu on paha.\n");
	load_it(completing);
	assert_true(hei(completing)->editions[1]->source_changed);
}

static void a_paired_file_has_the_addresses_of_its_source(void **state)
{
	struct completing *completing = *state;
	const struct document *document;

	running_write(completing->scratch, "guide/content/en/hei.md",
	    "---\ntitle: Hi\ntranslated-from: fi\n---\nStart.\n\n"
	    "## Listen\n\nThe end. [Up](#listen)\n");
	load_it(completing);
	assert_int_equal(completing->report.count, 0);
	document = &hei(completing)->editions[1]->document;
	assert_int_equal(document->section_count, 2);
	assert_words(document->sections[1].anchor, "listen");
	assert_words(document->sections[1].address, "kuuntele");
	assert_true(has(document->sections[0].body.bytes, "data-b=\".1\""));
	assert_true(has(
	    document->sections[1].body.bytes, "data-b=\"kuuntele.1\""));
	/* One block more: all of them have their own. */
	running_write(completing->scratch, "guide/content/en/hei.md",
	    "---\ntitle: Hi\ntranslated-from: fi\n---\nStart.\n\n"
	    "## Listen\n\nThe end.\n\nMore.\n");
	load_it(completing);
	document = &hei(completing)->editions[1]->document;
	assert_words(document->sections[1].address, "listen");
	assert_true(has(
	    document->sections[1].body.bytes, "data-b=\"listen.1\""));
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(                                       \
	    (name), completing_setup, completing_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_catalog_gives_an_edition),
		TEST(its_sections_know_what_is_stale_or_missing),
		TEST(below_the_threshold_there_are_only_counts),
		TEST(a_file_goes_before_a_catalog),
		TEST(a_faulty_translation_is_reported_in_its_catalog),
		TEST(a_broken_catalog_gives_no_edition),
		TEST(derived_locales_have_what_their_base_has),
		TEST(derived_locales_lack_what_is_withheld),
		TEST(a_paired_file_has_the_addresses_of_its_source),
		TEST(source_hash_tells_if_the_source_has_changed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
