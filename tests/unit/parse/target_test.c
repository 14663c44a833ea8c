#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "parse/target.h"

#include "parsing.h"

static const char *const kinds[] = {
	[REFERENCE_ARTICLE] = "article",
	[REFERENCE_PRINCIPLE] = "principle",
	[REFERENCE_ANCHOR] = "anchor",
	[REFERENCE_FILE] = "file",
	[REFERENCE_EXTERNAL] = "external",
};

static void assert_target(bool is_image, const char *url, const char *expected)
{
	static const char *const faults[] = {
		[TARGET_FINE] = "",
		[TARGET_SCHEME] = " scheme ",
		[TARGET_IMAGE] = " image",
	};
	struct arena arena = { 0 };
	struct reference read = { .is_image = is_image };
	struct text scheme = { 0 };
	enum target_fault fault = target_read(&read, &arena, &scheme, url);

	assert_text(text_format(&arena, "%s %.*s#%.*s%s%.*s", kinds[read.kind],
			TEXT_ARGUMENTS(read.target),
			TEXT_ARGUMENTS(read.fragment), faults[fault],
			TEXT_ARGUMENTS(scheme)),
	    expected);
	arena_release(&arena);
}

static void markdown_files_are_articles_wherever_they_lie(void **state)
{
	(void)state;
	assert_target(false, "name.md", "article name#");
	assert_target(false, "name.md#x", "article name#x");
	assert_target(false, "../fi/name.md", "article name#");
	assert_target(false, "./name.md#", "article name#");
	assert_target(false, "/fi/name.md", "article name#");
	assert_target(false, ".md", "file .md#");
	assert_target(false, "a/.md", "file a/.md#");
	assert_target(false, "name.mdx", "file name.mdx#");
}

static void fragments_alone_are_anchors(void **state)
{
	(void)state;
	assert_target(false, "#x", "anchor #x");
	assert_target(false, "#", "anchor #");
	assert_target(false, "", "anchor #");
	assert_target(false, "#a:b/c.md", "anchor #a:b/c.md");
}

static void principles_have_a_scheme_of_their_own(void **state)
{
	(void)state;
	assert_target(false, "principle:listen", "principle listen#");
	assert_target(false, "Principle:listen", "principle listen#");
	assert_target(false, "principle:", "principle #");
}

static void addresses_outside_are_kept_whole(void **state)
{
	(void)state;
	assert_target(false, "https://a.example/b%20c.md#d",
	    "external https://a.example/b%20c.md#d#");
	assert_target(false, "HTTP://a.example", "external HTTP://a.example#");
	assert_target(false, "mailto:a@b.example",
	    "external mailto:a@b.example#");
	assert_target(false, "tel:+358", "external tel:+358#");
	assert_target(false, "//a.example/b", "external //a.example/b#");
}

static void other_schemes_are_barred(void **state)
{
	(void)state;
	assert_target(false, "javascript:x", "external # scheme javascript");
	assert_target(false, "JavaScript:x", "external # scheme JavaScript");
	assert_target(false, "data:text/html,x", "external # scheme data");
	assert_target(false, "httpx:y", "external # scheme httpx");
	assert_target(false, "htt:y", "external # scheme htt");
	assert_target(false, "c:\\x", "external # scheme c");
	assert_target(false, "ht tp:x", "file ht tp:x#");
	assert_target(false, "1a:x", "file 1a:x#");
	assert_target(false, ":x", "file :x#");
}

static void all_else_is_a_file(void **state)
{
	(void)state;
	assert_target(false, "form.pdf#page=2", "file form.pdf#page=2");
	assert_target(false, "../a/form.pdf", "file ../a/form.pdf#");
	assert_target(false, "name", "file name#");
}

static void images_are_files_of_the_guide(void **state)
{
	(void)state;
	assert_target(true, "a.png", "file a.png#");
	assert_target(true, "a.md", "file a.md#");
	assert_target(true, "#a", "file #a");
	assert_target(true, "https://a.example/b.png",
	    "external https://a.example/b.png# image");
	assert_target(true, "//a.example/b.png",
	    "external //a.example/b.png# image");
	assert_target(true, "data:image/png;base64,",
	    "external # scheme data");
	assert_target(true, "principle:a", "external # scheme principle");
}

static void local_addresses_are_decoded(void **state)
{
	(void)state;
	assert_target(false, "a%20b.pdf#c%C3%A4", "file a b.pdf#cä");
	assert_target(false, "#%ED%95%9C%ea%b8%80", "anchor #한글");
	/* decomposed becomes composed */
	assert_target(false, "#a\xCC\x88", "anchor #ä");
	assert_target(false, "a%23b.pdf#c", "file a#b.pdf#c");
}

static void what_decodes_to_nonsense_is_kept(void **state)
{
	(void)state;
	assert_target(false, "100%", "file 100%#");
	assert_target(false, "a%4", "file a%4#");
	assert_target(false, "a%zz%41", "file a%zzA#");
	assert_target(false, "a%00b", "file a%00b#");
	assert_target(false, "a%0Ab", "file a%0Ab#");
	assert_target(false, "a%FFb%41", "file a%FFb%41#");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markdown_files_are_articles_wherever_they_lie),
		cmocka_unit_test(fragments_alone_are_anchors),
		cmocka_unit_test(principles_have_a_scheme_of_their_own),
		cmocka_unit_test(addresses_outside_are_kept_whole),
		cmocka_unit_test(other_schemes_are_barred),
		cmocka_unit_test(all_else_is_a_file),
		cmocka_unit_test(images_are_files_of_the_guide),
		cmocka_unit_test(local_addresses_are_decoded),
		cmocka_unit_test(what_decodes_to_nonsense_is_kept),
	};

	return cmocka_run_group_tests_name("parse/target", tests, NULL, NULL);
}
