#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "model/locale.h"
#include "render/link_targets.h"

static struct link_targets open_targets(struct arena *arena, const char *tag)
{
	return (struct link_targets){
		.arena = arena,
		.locale = locale_open(arena, text_from(tag)),
		.base = TEXT("https://guide.example/fi/handouts/a.html"),
		.all = true,
	};
}

static void close_targets(struct link_targets *targets, struct arena *arena)
{
	locale_close((struct locale *)(uintptr_t)targets->locale);
	arena_release(arena);
}

static void expect(struct link_targets *targets, const char *html,
    const char *expected)
{
	struct buffer out = { 0 };

	link_targets_mark(&out, targets, text_from(html));
	buffer_add_char(&out, '\0');
	assert_string_equal(out.bytes, expected);
	buffer_release(&out);
}

static void each_target_has_one_number(void **state)
{
	struct arena arena = { 0 };
	struct link_targets targets = open_targets(&arena, "en");

	(void)state;
	expect(&targets,
	    "<a href=\"../b.html#x\">b</a> <a href=\"https://c.d/?e&amp;f\">c</a>",
	    "<a href=\"../b.html#x\" data-n=\"1\">b</a> "
	    "<a href=\"https://c.d/?e&amp;f\" data-n=\"2\">c</a>");
	expect(&targets, "<a href=\"../b.html#x\">again</a>",
	    "<a href=\"../b.html#x\" data-n=\"1\">again</a>");
	assert_int_equal(targets.list.count, 2);
	assert_true(text_equal(targets.list.items[0].address,
	    TEXT("https://guide.example/fi/b.html#x")));
	assert_true(text_equal(
	    targets.list.items[1].address, TEXT("https://c.d/?e&f")));
	close_targets(&targets, &arena);
}

static void links_on_the_page_have_none(void **state)
{
	struct arena arena = { 0 };
	struct link_targets targets = open_targets(&arena, "en");
	const char *html = "<a href=\"#x\">x</a> <a>y</a> <use href=\"z\" />";

	(void)state;
	expect(&targets, html, html);
	targets.all = false;
	expect(&targets, "<a href=\"../b.html\">b</a>",
	    "<a href=\"../b.html\">b</a>");
	assert_int_equal(targets.list.count, 0);
	close_targets(&targets, &arena);
}

static void without_a_base_only_links_out_of_the_site_have_one(void **state)
{
	struct arena arena = { 0 };
	struct link_targets targets = open_targets(&arena, "en");

	(void)state;
	targets.base = (struct text){ 0 };
	expect(&targets, "<a href=\"b.html\">b</a><a href=\"mailto:a@b.c\">c</a>",
	    "<a href=\"b.html\">b</a>"
	    "<a href=\"mailto:a@b.c\" data-n=\"1\">c</a>");
	close_targets(&targets, &arena);
}

static void numbers_are_in_the_digits_of_the_locale(void **state)
{
	struct arena arena = { 0 };
	struct link_targets targets = open_targets(&arena, "fa");

	(void)state;
	expect(&targets, "<a href=\"http://a/\">b</a>",
	    "<a href=\"http://a/\" data-n=\"۱\">b</a>");
	close_targets(&targets, &arena);
}

static void relative_addresses_do_not_leave_the_site(void **state)
{
	static const struct {
		const char *relative, *expected;
	} rows[] = {
		{ "b.html", "https://g.e/x/fi/b.html" },
		{ "./b.html", "https://g.e/x/fi/b.html" },
		{ "../b.html", "https://g.e/x/b.html" },
		{ "../../b.html", "https://g.e/b.html" },
		{ "../../../../b.html", "https://g.e/b.html" },
	};
	struct arena arena = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_string_equal(
		    text_string(&arena,
			link_targets_resolve(&arena,
			    TEXT("https://g.e/x/fi/a.html"),
			    text_from(rows[i].relative))),
		    rows[i].expected);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_target_has_one_number),
		cmocka_unit_test(links_on_the_page_have_none),
		cmocka_unit_test(
		    without_a_base_only_links_out_of_the_site_have_one),
		cmocka_unit_test(numbers_are_in_the_digits_of_the_locale),
		cmocka_unit_test(relative_addresses_do_not_leave_the_site),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
