/* Pages that would have one address, and aliases that can be none. */
#include "link/address.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "guiding.h"

#define TITLED(more) "---\ntitle: T\n" more "---\n"

static void list_pages(struct guiding *guiding)
{
	struct page_list pages = { 0 };

	page_list_make(&pages, &guiding->arena, &guiding->report,
	    &guiding->guide,
	    arena_array(
		&guiding->arena, size_t, guiding->guide.locale_count));
}

#define CLASHES                                                                \
	"base_url: https://guide.example/\nlocales: [fi, tr]\n"

static void an_alias_may_not_be_the_id_of_an_article(void **state)
{
	struct guiding *guiding = *state;

	guiding_configure(guiding, CLASHES);
	/* Whether the article comes first or last. */
	guiding_file(guiding, "fi/b.md", TITLED("aliases: [a, c]\n"));
	guiding_file(guiding, "fi/a.md", TITLED(""));
	guiding_file(guiding, "fi/c.md", TITLED(""));
	guiding_file(guiding, "tr/d.md", TITLED("aliases: [a, d]\n"));
	guiding_assemble(guiding);
	list_pages(guiding);
	assert_reported(
	    "content/fi/b.md:3:11: error: content/fi/a.md and "
	    "content/fi/b.md would both be written as fi/a.html "
	    "[address-twice]\n"
	    "content/fi/b.md:3:14: error: content/fi/c.md and "
	    "content/fi/b.md would both be written as fi/c.html "
	    "[address-twice]\n"
	    "content/tr/d.md:3:14: error: content/tr/d.md and "
	    "content/tr/d.md would both be written as tr/d.html "
	    "[address-twice]\n");
}

static void two_articles_may_not_have_one_alias(void **state)
{
	struct guiding *guiding = *state;

	guiding_configure(guiding, CLASHES);
	guiding_file(guiding, "fi/a.md", TITLED("aliases: [old]\n"));
	guiding_file(guiding, "fi/b.md", TITLED("aliases: [old]\n"));
	guiding_file(guiding, "tr/b.md", TITLED("aliases: [old]\n"));
	guiding_assemble(guiding);
	list_pages(guiding);
	assert_reported("content/fi/b.md:3:11: error: content/fi/a.md and "
			"content/fi/b.md would both be written as "
			"fi/old.html [address-twice]\n");
}

static void an_alias_may_not_be_a_page_of_the_site(void **state)
{
	struct guiding *guiding = *state;

	guiding_configure(guiding, CLASHES);
	guiding_principles(guiding, "- {id: listen, name: Listen}\n");
	guiding_file(guiding, "fi/a.md", TITLED(
	    "tags: [calls]\n"
	    "aliases: [principles/listen, tags/calls, a-z, index]\n")
	    "## S {principles=listen}\n");
	guiding_assemble(guiding);
	list_pages(guiding);
	assert_reported(
	    "content/fi/a.md:4:11: error: the site's own page and "
	    "content/fi/a.md would both be written as "
	    "fi/principles/listen.html [address-twice]\n"
	    "content/fi/a.md:4:30: error: the site's own page and "
	    "content/fi/a.md would both be written as fi/tags/calls.html "
	    "[address-twice]\n"
	    "content/fi/a.md:4:42: error: the site's own page and "
	    "content/fi/a.md would both be written as fi/a-z.html "
	    "[address-twice]\n"
	    "content/fi/a.md:4:47: error: the site's own page and "
	    "content/fi/a.md would both be written as fi/index.html "
	    "[address-twice]\n");
}

/* Both are there in every language, and yet it is one mistake. */
static void two_tags_with_one_address_are_reported_once(void **state)
{
	struct guiding *guiding = *state;

	guiding_configure(guiding, CLASHES);
	guiding_file(guiding, "fi/a.md", TITLED("tags: [First contact]\n"));
	guiding_file(guiding, "tr/b.md", TITLED("tags: [first contact]\n"));
	guiding_assemble(guiding);
	list_pages(guiding);
	assert_reported("content/tr/b.md:3:8: error: content/fi/a.md and "
			"content/tr/b.md would both be written as "
			"fi/tags/first-contact.html [address-twice]\n");
}

static void reserved_ids_are_reported_as_such_only(void **state)
{
	struct guiding *guiding = *state;

	guiding_configure(guiding, CLASHES);
	guiding_file(guiding, "fi/index.md", TITLED(""));
	guiding_assemble(guiding);
	list_pages(guiding);
	assert_reported("");
}

static void aliases_lead_nowhere_but_into_the_folder_of_the_language(
    void **state)
{
	static const char *const wrong[] = { "../up", "/root", "a//b", "a/",
		"a/../b", ".", "Old Name", "old.html", "äiti", "con",
		"a/nul", "a\\\\b", "a?b" };
	struct guiding *guiding = *state;
	size_t i;

	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		guiding_configure(guiding, CLASHES);
		guiding_file(guiding, "fi/a.md",
		    text_format(&guiding->arena,
			TITLED("aliases: [\"%s\"]\n"), wrong[i]).at);
		guiding_assemble(guiding);
		list_pages(guiding);
		assert_int_equal(guiding->report.count, 1);
		assert_int_equal(guiding->report.items[0].message,
		    MESSAGE_ALIAS_INVALID);
		assert_int_equal(guiding->report.items[0].place.offset, 23);
		guiding_again(guiding);
	}
	guiding_configure(guiding, CLASHES);
	guiding_file(guiding, "fi/a.md",
	    TITLED("aliases: [old-name, 2019/05/old, a-]\n"));
	guiding_assemble(guiding);
	list_pages(guiding);
	assert_reported("");
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, guiding_setup, guiding_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_alias_may_not_be_the_id_of_an_article),
		TEST(two_articles_may_not_have_one_alias),
		TEST(an_alias_may_not_be_a_page_of_the_site),
		TEST(two_tags_with_one_address_are_reported_once),
		TEST(reserved_ids_are_reported_as_such_only),
		TEST(aliases_lead_nowhere_but_into_the_folder_of_the_language),
	};

	return cmocka_run_group_tests_name("link/address_clash", tests, NULL, NULL);
}
