#include "link/reference.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "guiding.h"

#define TITLED(more) "---\ntitle: T\n" more "---\n"

static struct attachments check(struct guiding *guiding)
{
	struct attachments attachments = { 0 };
	size_t i;

	guiding_assemble(guiding);
	reference_check(&attachments, &guiding->arena, &guiding->report,
	    &guiding->guide, &guiding->sources);
	/* Nothing is on the disk to be read for a name. */
	for (i = 0; i < attachments.count; i++) {
		struct text path = attachments.items[i]->file->relative;
		const char *slash = memrchr(path.at, '/', path.length);

		attachments.items[i]->name =
		    text_after(path, (size_t)(slash - path.at) + 1);
	}
	return attachments;
}

/* "path#fragment tag": where a reference of an edition leads for readers of a
 * locale. */
static const char *target(struct guiding *guiding,
    const struct attachments *attachments, const char *id, const char *tag,
    size_t reference, const char *reader)
{
	const struct edition *edition = guiding_edition(guiding, id, tag);
	struct target target;

	assert_true(reference < edition->document.reference_count);
	target = reference_target(&guiding->arena, &guiding->guide,
	    attachments, edition, &edition->document.references[reference],
	    guiding_locale(guiding, reader));
	return text_string(&guiding->arena,
	    text_format(&guiding->arena, "%.*s#%.*s %.*s",
		TEXT_ARGUMENTS(target.path), TEXT_ARGUMENTS(target.fragment),
		TEXT_ARGUMENTS(target.locale->tag)));
}

static void links_of_every_kind_are_checked(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi tr");
	guiding_principles(guiding,
	    "- {id: listen, name: Listen}\n- {id: calm, name: Calm}\n");
	guiding_attachment(guiding, "fi/form.pdf");
	guiding_file(guiding, "tr/bee.md", TITLED("")
	    "## B {#start principles=listen}\n");
	guiding_file(guiding, "fi/a.md", TITLED("principles: [calm]\n")
	    "[x](bee.md) [x](bee.md#start) [x](principle:listen)\n"
	    "[x](form.pdf) [x](#here) [x](https://far.example/)\n\n"
	    "[x](bea.md) [x](bee.md#stat) [x](principle:lisen)\n"
	    "[x](from.pdf) [x](#her) [x](zzz.md) [x](principle:zzz)\n"
	    "![x](zzz.png) [x](bee.md#zzz)\n\n"
	    "## A {#here}\n");
	(void)check(guiding);
	assert_reported(
	    "content/fi/a.md:8:5: error: there is no article 'bea' in any "
	    "language; did you mean 'bee'? [article-unknown]\n"
	    "content/fi/a.md:8:17: error: the article 'bee' has no anchor "
	    "'stat'; did you mean 'start'? [anchor-unknown]\n"
	    "content/fi/a.md:8:34: error: no principle has the id 'lisen'; "
	    "did you mean 'listen'? [principle-unknown]\n"
	    "content/fi/a.md:9:5: error: there is no file 'from.pdf' beside "
	    "this article; did you mean 'form.pdf'? [file-unknown]\n"
	    "content/fi/a.md:9:19: error: the article 'a' has no anchor "
	    "'her'; did you mean 'here'? [anchor-unknown]\n"
	    "content/fi/a.md:9:29: error: there is no article 'zzz' in any "
	    "language [article-unknown]\n"
	    "content/fi/a.md:9:41: error: no principle has the id 'zzz' "
	    "[principle-unknown]\n"
	    "content/fi/a.md:10:6: error: there is no file 'zzz.png' beside "
	    "this article [file-unknown]\n"
	    "content/fi/a.md:10:19: error: the article 'bee' has no anchor "
	    "'zzz' [anchor-unknown]\n");
}

static void links_of_every_edition_are_checked(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi tr");
	guiding_file(guiding, "fi/a.md", TITLED("") "[x](zz.md)\n");
	guiding_file(guiding, "tr/a.md",
	    TITLED("translated-from: fi\n") "[x](zzz.md)\n");
	(void)check(guiding);
	assert_int_equal(guiding->report.count, 2);
}

static void a_link_leads_to_the_readers_edition(void **state)
{
	struct guiding *guiding = *state;
	struct attachments attachments;

	guiding_configure(guiding,
	    "locales:\n  fi: {}\n  tr: {}\n  sr: {fallback: tr}\n");
	guiding_principles(guiding, "- {id: listen, name: Listen}\n");
	guiding_file(guiding, "fi/a.md", TITLED("")
	    "[x](b.md#s) [x](../tr/b.md) [x](principle:listen) [x](#t)\n"
	    "[x](#)\n\n## T {#t}\n");
	guiding_file(guiding, "fi/b.md", TITLED("")
	    "## S {#s principles=listen}\n");
	guiding_file(guiding, "tr/b.md", TITLED("translated-from: fi\n")
	    "## S {#s}\n");
	attachments = check(guiding);
	assert_reported("");
	assert_string_equal(
	    target(guiding, &attachments, "a", "fi", 0, "fi"),
	    "fi/b.html#s fi");
	assert_string_equal(
	    target(guiding, &attachments, "a", "fi", 0, "tr"),
	    "tr/b.html#s tr");
	assert_string_equal(
	    target(guiding, &attachments, "a", "fi", 1, "sr"),
	    "tr/b.html# tr");
	assert_string_equal(
	    target(guiding, &attachments, "a", "fi", 2, "sr"),
	    "sr/principles/listen.html# sr");
	/* The same page is that of the edition, whoever reads it. */
	assert_string_equal(
	    target(guiding, &attachments, "a", "fi", 3, "sr"),
	    "fi/a.html#t fi");
	assert_string_equal(
	    target(guiding, &attachments, "a", "fi", 4, "fi"),
	    "fi/a.html# fi");
}

/* Editions of equal rank need not have the same sections. */
static void a_link_leads_to_an_edition_that_has_the_anchor(void **state)
{
	struct guiding *guiding = *state;
	struct attachments attachments;

	guiding_configure(guiding,
	    "locales:\n  fi: {}\n  tr: {}\n  sr: {}\n"
	    "  ko: {fallback: [sr, tr]}\n");
	guiding_file(guiding, "fi/b.md", TITLED("") "## F {#f}\n\n## G {#g}\n");
	guiding_file(guiding, "tr/b.md", TITLED("") "## T {#t}\n\n## G {#g}\n");
	guiding_file(guiding, "sr/b.md", TITLED("") "## S {#s}\n");
	guiding_file(guiding, "ko/a.md",
	    TITLED("") "[x](b.md#f) [x](b.md#t) [x](b.md#g) [x](b.md)\n"
	    "[x](c.md#c)\n");
	/* A translation is second to its original. */
	guiding_file(guiding, "fi/c.md",
	    TITLED("translated-from: tr\n") "## C {#c}\n");
	guiding_file(guiding, "tr/c.md", TITLED("") "## C {#c}\n");
	attachments = check(guiding);
	assert_reported("");
	assert_string_equal(
	    target(guiding, &attachments, "a", "ko", 0, "ko"),
	    "fi/b.html#f fi");
	assert_string_equal(
	    target(guiding, &attachments, "a", "ko", 1, "ko"),
	    "tr/b.html#t tr");
	assert_string_equal(
	    target(guiding, &attachments, "a", "ko", 1, "fi"),
	    "tr/b.html#t tr");
	assert_string_equal(
	    target(guiding, &attachments, "a", "ko", 2, "ko"),
	    "tr/b.html#g tr");
	assert_string_equal(
	    target(guiding, &attachments, "a", "ko", 2, "sr"),
	    "fi/b.html#g fi");
	assert_string_equal(
	    target(guiding, &attachments, "a", "ko", 3, "ko"),
	    "sr/b.html# sr");
	assert_string_equal(
	    target(guiding, &attachments, "a", "ko", 4, "sr"),
	    "tr/c.html#c tr");
}

static void an_anchor_of_the_own_page_must_be_on_it(void **state)
{
	struct guiding *guiding = *state;

	guiding_locales(guiding, "fi tr");
	guiding_file(guiding, "fi/a.md", TITLED("") "[x](#t)\n\n## F {#f}\n");
	guiding_file(guiding, "tr/a.md", TITLED("") "[x](#t)\n\n## T {#t}\n");
	(void)check(guiding);
	assert_reported("content/fi/a.md:4:5: error: the article 'a' has no "
			"anchor 't'; did you mean 'f'? [anchor-unknown]\n");
}

static void files_are_found_from_the_folder_of_the_article(void **state)
{
	struct guiding *guiding = *state;
	struct attachments attachments;
	size_t i;

	guiding_locales(guiding, "fi");
	guiding_attachment(guiding, "shared/b.pdf");
	guiding_attachment(guiding, "fi/deep/a.pdf");
	guiding_attachment(guiding, "fi/c.pdf");
	guiding_attachment(guiding, "fi/unused.pdf");
	guiding_file(guiding, "fi/deep/x.md", TITLED("")
	    "[x](a.pdf) [x](./a.pdf) [x](../deep//a.pdf) [x](../c.pdf)\n"
	    "[x](../../shared/b.pdf) [x](../../fi/./deep/../c.pdf)\n");
	attachments = check(guiding);
	assert_reported("");
	assert_int_equal(attachments.count, 3);
	assert_is(attachments.items[0]->file->relative, "fi/c.pdf");
	assert_is(attachments.items[1]->file->relative, "fi/deep/a.pdf");
	assert_is(attachments.items[2]->file->relative, "shared/b.pdf");
	for (i = 0; i < 3; i++)
		assert_string_equal(
		    target(guiding, &attachments, "x", "fi", i, "fi"),
		    "fi/a.pdf# fi");
	assert_string_equal(
	    target(guiding, &attachments, "x", "fi", 3, "fi"),
	    "fi/c.pdf# fi");
	assert_string_equal(
	    target(guiding, &attachments, "x", "fi", 4, "fi"),
	    "fi/b.pdf# fi");
	assert_string_equal(
	    target(guiding, &attachments, "x", "fi", 5, "fi"),
	    "fi/c.pdf# fi");
}

static void files_above_the_content_are_not_there(void **state)
{
	static const char *const links[] = { "../../a.pdf", "../../../fi/a.pdf",
		"/a.pdf", "/fi/a.pdf", "A.pdf", "a.pdf/x", "../fi", "..", ".",
		"../guide.yaml" };
	const size_t near_count = 6; /* so many of them name the file */
	struct guiding *guiding = *state;
	size_t i;

	for (i = 0; i < sizeof(links) / sizeof(links[0]); i++) {
		guiding_locales(guiding, "fi");
		guiding_attachment(guiding, "fi/a.pdf");
		guiding_file(guiding, "fi/x.md",
		    text_format(
			&guiding->arena, TITLED("") "[x](%s)\n", links[i]).at);
		assert_int_equal(check(guiding).count, 0);
		assert_reported(
		    text_format(&guiding->arena,
			"content/fi/x.md:4:5: error: there is no file '%s' "
			"beside this article%s [file-unknown]\n", links[i],
			i < near_count ? "; did you mean 'a.pdf'?" : "")
			.at);
		guiding_again(guiding);
	}
}

/* A path of more parts than any file has. */
static void endless_paths_are_not_there(void **state)
{
	struct guiding *guiding = *state;
	struct text path = { 0 };
	size_t i;

	for (i = 0; i < 200; i++)
		path = text_format(
		    &guiding->arena, "%.*sa/", TEXT_ARGUMENTS(path));
	guiding_locales(guiding, "fi");
	guiding_file(guiding, "fi/x.md",
	    text_format(&guiding->arena, TITLED("") "[x](%.*sa.pdf)\n",
		TEXT_ARGUMENTS(path)).at);
	(void)check(guiding);
	assert_int_equal(guiding->report.count, 1);
	assert_int_equal(
	    guiding->report.items[0].message, MESSAGE_FILE_UNKNOWN);
}

static void articles_of_two_languages_share_a_file(void **state)
{
	struct guiding *guiding = *state;
	struct attachments attachments;

	guiding_locales(guiding, "fi tr");
	guiding_attachment(guiding, "shared/a.pdf");
	guiding_file(guiding, "fi/x.md", TITLED("") "[x](../shared/a.pdf)\n");
	guiding_file(guiding, "tr/y.md", TITLED("") "![x](../shared/a.pdf)\n");
	attachments = check(guiding);
	assert_int_equal(attachments.count, 1);
	assert_string_equal(
	    target(guiding, &attachments, "x", "fi", 0, "fi"),
	    "fi/a.pdf# fi");
	assert_string_equal(
	    target(guiding, &attachments, "y", "tr", 0, "tr"),
	    "tr/a.pdf# tr");
}

static void a_file_of_the_language_takes_the_place_of_the_common_one(
    void **state)
{
	struct guiding *guiding = *state;
	struct attachments attachments;

	guiding_locales(guiding, "fi tr");
	guiding_attachment(guiding, "shared/a.png");
	guiding_attachment(guiding, "shared/a.fi.png");
	guiding_attachment(guiding, "shared/b.fi.png");
	guiding_attachment(guiding, "shared.v1/PLAN");
	guiding_attachment(guiding, "shared.v1/PLAN.fi");
	guiding_file(guiding, "fi/x.md", TITLED("")
	    "![x](../shared/a.png) [x](../shared.v1/PLAN)\n");
	guiding_file(guiding, "tr/x.md", TITLED("translated-from: fi\n")
	    "![x](../shared/a.png) [x](../shared.v1/PLAN)\n");
	attachments = check(guiding);
	assert_reported("");
	assert_int_equal(attachments.count, 4);
	assert_string_equal(
	    target(guiding, &attachments, "x", "fi", 0, "fi"),
	    "fi/a.fi.png# fi");
	assert_string_equal(
	    target(guiding, &attachments, "x", "fi", 1, "fi"),
	    "fi/PLAN.fi# fi");
	assert_string_equal(
	    target(guiding, &attachments, "x", "tr", 0, "tr"),
	    "tr/a.png# tr");
	assert_string_equal(
	    target(guiding, &attachments, "x", "tr", 1, "tr"),
	    "tr/PLAN# tr");
}

static void percent_encoded_names_are_names_of_files(void **state)
{
	struct guiding *guiding = *state;
	struct attachments attachments;

	guiding_locales(guiding, "fi");
	guiding_attachment(guiding, "fi/lomake ä.pdf");
	guiding_attachment(guiding, "fi/100%.pdf");
	guiding_file(guiding, "fi/x.md", TITLED("")
	    "[x](lomake%20%C3%A4.pdf) [x](<lomake ä.pdf>) [x](100%25.pdf)\n");
	attachments = check(guiding);
	assert_reported("");
	assert_int_equal(attachments.count, 2);
	assert_string_equal(
	    target(guiding, &attachments, "x", "fi", 0, "fi"),
	    "fi/lomake ä.pdf# fi");
	assert_string_equal(
	    target(guiding, &attachments, "x", "fi", 1, "fi"),
	    "fi/lomake ä.pdf# fi");
	assert_string_equal(
	    target(guiding, &attachments, "x", "fi", 2, "fi"),
	    "fi/100%.pdf# fi");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, guiding_setup, guiding_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(links_of_every_kind_are_checked),
		TEST(links_of_every_edition_are_checked),
		TEST(a_link_leads_to_the_readers_edition),
		TEST(a_link_leads_to_an_edition_that_has_the_anchor),
		TEST(an_anchor_of_the_own_page_must_be_on_it),
		TEST(files_are_found_from_the_folder_of_the_article),
		TEST(files_above_the_content_are_not_there),
		TEST(endless_paths_are_not_there),
		TEST(articles_of_two_languages_share_a_file),
		TEST(a_file_of_the_language_takes_the_place_of_the_common_one),
		TEST(percent_encoded_names_are_names_of_files),
	};

	return cmocka_run_group_tests_name(
	    "link/reference", tests, NULL, NULL);
}
